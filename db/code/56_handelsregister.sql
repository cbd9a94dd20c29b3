-- SPDX-License-Identifier: EUPL-1.2
-- The Handelsregister: what it is searched by.
set local role eigenaar;

-- Every name of every company and establishment there is or was; kvk_nummer leads to register.bedrijf (id).
create or replace view register.bedrijfsnaam with (security_invoker) as
    select o.kvk_nummer, null::bigint as vestigingsnummer, o.naam, o.handelsnamen, o.statutaire_naam, o.tot is null as huidig, o.van, o.adres, o.natuurlijk
      from register.onderneming o
    union all
    select v.kvk_nummer, v.vestigingsnummer, v.naam, v.handelsnamen, null, v.tot is null, v.van, v.adres, coalesce(o.natuurlijk, true)
      from register.vestiging v left join register.onderneming o on o.kvk_nummer = v.kvk_nummer and o.tot is null;
grant select on register.bedrijfsnaam to toepassing, lader;

-- Ties the rows of a table (register.onderneming, register.vestiging, or what is being loaded) that have no address yet to the BAG: by id as
-- delivered, else by postcode and number, else by street, number and place; the reason and how sure it is stay with the row.
create or replace function register.koppel_bedrijven(tabel regclass) returns void language plpgsql as $$
declare
    -- huisletter and toevoeging are put in each other's place often enough; together they are the same.
    achter constant text := $x$lower(regexp_replace(concat(%1$s.huisletter, %1$s.toevoeging), '[^[:alnum:]]', '', 'g'))$x$;
    poging record;
begin
    execute format($x$update %s set koppeling = case when afgeschermd then 'afgeschermd' when land is not null and lower(land) <> 'nederland' then 'buitenland'
                          when nummeraanduiding is null and adresseerbaar_object is null and huisnummer is null then 'geen-adres' else 'onbekend' end
                       where adres is null and koppeling is null$x$, tabel);
    for poging in select * from (values
        (1, 'nummeraanduiding', 'zeker', 'register.adres a', 'a.nummeraanduiding = n.nummeraanduiding', ''),
        (2, 'object', 'zeker', '(select identificatie, hoofdadres as nummeraanduiding, true as actief from register.verblijfsobject
                                 union all select identificatie, hoofdadres, true from register.ligplaats
                                 union all select identificatie, hoofdadres, true from register.standplaats) a', 'a.identificatie = n.adresseerbaar_object', ''),
        (3, 'postcode', 'zeker', 'register.adres a', 'a.postcode = n.postcode and a.huisnummer = n.huisnummer', 'ja'),
        (4, 'straat', 'waarschijnlijk', 'register.straat s join register.adres a on a.straat = s.id',
            's.gevouwen = n.straat_gevouwen and s.woonplaats_gevouwen = n.plaats_gevouwen and a.huisnummer = n.huisnummer', 'ja'),
        (5, 'postcode-ruim', 'onzeker', 'register.adres a', 'a.postcode = n.postcode and a.huisnummer = n.huisnummer', ''),
        (6, 'straat-ruim', 'onzeker', 'register.straat s join register.adres a on a.straat = s.id',
            's.gevouwen = n.straat_gevouwen and s.woonplaats_gevouwen = n.plaats_gevouwen and a.huisnummer = n.huisnummer', '')
        ) p (nr, reden, zekerheid, bron, gelijk, precies) order by nr loop
        -- Of several, one in use counts before those withdrawn; more than one of those is for a human.
        execute format($x$
            with gevonden as (
                select n.ctid as plek, a.nummeraanduiding, a.actief from %1$s n, %2$s
                 where n.adres is null and n.koppeling in ('onbekend', 'meer') and %3$s %4$s),
            beste as (
                select plek, count(*) filter (where actief) as actieve, count(*) as alle,
                       min(nummeraanduiding) filter (where actief) as actief, min(nummeraanduiding) as een
                  from gevonden group by plek)
            update %1$s n set adres = case when b.actieve = 1 then b.actief when b.alle = 1 then b.een end,
                   koppeling = case when b.actieve = 1 or b.alle = 1 then %5$L else 'meer' end,
                   zekerheid = case when b.actieve = 1 or b.alle = 1 then %6$L end
              from beste b where b.plek = n.ctid$x$,
            tabel, poging.bron, poging.gelijk,
            case poging.precies when 'ja' then 'and ' || format(achter, 'a') || ' = ' || format(achter, 'n') else '' end, poging.reden, poging.zekerheid);
    end loop;
end $$;

-- After a load of the BAG: what could not be tied before.
create or replace function register.koppel_bedrijven() returns void language plpgsql as $$
begin
    perform register.koppel_bedrijven('register.onderneming');
    perform register.koppel_bedrijven('register.vestiging');
end $$;

-- Takes what stands in the temporary table nieuw_<tabel> into register.<tabel>: unchanged records are not touched, a changed one ends the
-- version that stood and begins another on `stand`. Delivered twice: the last counts, but an establishment in a profile of its own (kort =
-- false) before one inside its company's, which has no names, activities or postal address. Counts what became of the records.
create or replace function register.verwerk_bedrijven(tabel text, sleutel text, stand date, volledig boolean,
    out nieuw bigint, out gewijzigd bigint, out gelijk bigint, out ouder bigint, out dubbel bigint, out vervallen bigint) language plpgsql as $$
declare
    doel constant regclass := format('register.%I', tabel)::regclass;
    bron constant text := format('pg_temp.%I', 'nieuw_' || tabel);
    inhoud text;
    tmp bigint;
begin
    select string_agg(quote_ident(attname), ', ' order by attnum) into inhoud from pg_attribute
     where attrelid = doel and attnum > 0 and not attisdropped and attname not in (sleutel, 'van', 'tot', 'adres', 'koppeling', 'zekerheid');
    execute format('analyze %s', bron);
    execute format('delete from %1$s n using (select ctid as plek, row_number() over (partition by %2$I order by kort, volgnummer desc) as nr from %1$s) d
                     where d.plek = n.ctid and d.nr > 1', bron, sleutel);
    get diagnostics dubbel = row_count;
    execute format('create temporary table geleverd on commit drop as select %I as nummer from %s', sleutel, bron);
    execute format('delete from %1$s n using %2$s v where v.%3$I = n.%3$I and v.tot is null and v.van > $1', bron, doel, sleutel) using stand;
    get diagnostics ouder = row_count;
    execute format('update %1$s n set handelsnamen = v.handelsnamen, sbi = v.sbi, sbi_tekst = v.sbi_tekst, sbi_uitgave = v.sbi_uitgave, postadres = v.postadres
                      from %2$s v where n.kort and v.%3$I = n.%3$I and v.tot is null', bron, doel, sleutel);
    execute format('delete from %1$s n using %2$s v where v.%3$I = n.%3$I and v.tot is null and (%4$s) is not distinct from (%5$s)', bron, doel, sleutel,
                   (select string_agg('n.' || k, ', ') from unnest(string_to_array(inhoud, ', ')) k),
                   (select string_agg('v.' || k, ', ') from unnest(string_to_array(inhoud, ', ')) k));
    get diagnostics gelijk = row_count;
    perform register.koppel_bedrijven(bron::regclass);
    -- Where somebody had his address shielded, it goes from the versions that showed it as well.
    execute format('update %2$s v set afgeschermd = true, straat = null, huisnummer = null, huisletter = null, toevoeging = null, postcode = null, plaats = null,
                           land = null, volledig = null, straat_gevouwen = null, plaats_gevouwen = null, nummeraanduiding = null,
                           adresseerbaar_object = null, adres = null, postadres = null, zekerheid = null, koppeling = ''afgeschermd''
                      from %1$s n, %2$s h where n.afgeschermd and h.%3$I = n.%3$I and h.tot is null and v.%3$I = n.%3$I and not v.afgeschermd
                       and (v.adres = h.adres or (v.straat, v.huisnummer, v.huisletter, v.toevoeging, v.postcode, v.plaats)
                            is not distinct from (h.straat, h.huisnummer, h.huisletter, h.toevoeging, h.postcode, h.plaats))', bron, doel, sleutel);
    -- A postal address that is no longer given may be shielded too: it is not kept of before either.
    execute format('update %2$s v set postadres = null from %1$s n where v.%3$I = n.%3$I and not n.kort and n.postadres is null and v.postadres is not null', bron, doel, sleutel);
    -- A second delivery of the same day corrects the first.
    execute format('with beter as (update %2$s v set (%4$s, adres, koppeling, zekerheid) = row (%5$s, n.adres, n.koppeling, n.zekerheid)
                                     from %1$s n where v.%3$I = n.%3$I and v.tot is null and v.van = $1 returning v.%3$I as nummer)
                    delete from %1$s n using beter b where b.nummer = n.%3$I', bron, doel, sleutel, inhoud,
                   (select string_agg('n.' || k, ', ') from unnest(string_to_array(inhoud, ', ')) k)) using stand;
    get diagnostics tmp = row_count;
    execute format('update %2$s v set tot = $1 from %1$s n where v.%3$I = n.%3$I and v.tot is null', bron, doel, sleutel) using stand;
    get diagnostics gewijzigd = row_count;
    execute format('insert into %2$s (%3$I, van, %4$s, adres, koppeling, zekerheid) select %3$I, $1, %4$s, adres, koppeling, zekerheid from %1$s',
                   bron, doel, sleutel, inhoud) using stand;
    get diagnostics nieuw = row_count;
    nieuw := nieuw - gewijzigd;
    gewijzigd := gewijzigd + tmp;
    vervallen := 0;
    if volledig then
        execute format('update %1$s v set tot = $1 where v.tot is null and v.van < $1 and not exists (select from pg_temp.geleverd g where g.nummer = v.%2$I)',
                       doel, sleutel) using stand;
        get diagnostics vervallen = row_count;
    end if;
    drop table pg_temp.geleverd;
end $$;

revoke all on function register.koppel_bedrijven(regclass), register.koppel_bedrijven(), register.verwerk_bedrijven(text, text, date, boolean) from public;
grant execute on function register.koppel_bedrijven(regclass), register.koppel_bedrijven(), register.verwerk_bedrijven(text, text, date, boolean) to lader;
