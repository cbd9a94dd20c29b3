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

-- Looks the addresses up of the rows of a table that have none yet (register.onderneming, register.vestiging, or what is being loaded): by id as
-- delivered, else by postcode and number, else by street, number and place. Leaves pg_temp.gevonden: a row of the table (plek, its ctid), the
-- address or null, the reason and how sure it is.
-- `opnieuw`: of rows that were looked up before, those only that another address could tie.
drop function if exists register.zoek_adressen(regclass);
create or replace function register.zoek_adressen(tabel regclass, opnieuw boolean default false) returns void language plpgsql set work_mem = '128MB' as $$
declare
    -- huisletter and toevoeging are put in each other's place often enough; together they are the same.
    achter constant text := $x$case when num_nulls(%1$s.huisletter, %1$s.toevoeging) = 2 then ''
                                    else lower(regexp_replace(concat(%1$s.huisletter, %1$s.toevoeging), '[^[:alnum:]]', '', 'g')) end$x$;
    -- What is known of a row before it is looked up.
    vooraf constant text := $x$coalesce(n.koppeling, case when n.afgeschermd then 'afgeschermd' when n.land is not null and lower(n.land) <> 'nederland' then 'buitenland'
                          when n.nummeraanduiding is null and n.adresseerbaar_object is null and n.huisnummer is null then 'geen-adres' else 'onbekend' end)$x$;
    poging record;
begin
    -- Nearly every row has its id: those need no more than this join. The others are few, and go narrow through the rest.
    execute format($x$create temporary table gevonden on commit drop as
                      select n.ctid as plek, a.nummeraanduiding as adres, case when a.nummeraanduiding is null then %1$s else 'nummeraanduiding' end as koppeling,
                             case when a.nummeraanduiding is not null then 'zeker' end as zekerheid
                        from %2$s n left join register.adres a on a.nummeraanduiding = n.nummeraanduiding and %1$s in ('onbekend', 'meer')
                       where n.adres is null %3$s$x$, vooraf, tabel, case when opnieuw then 'and n.koppeling in (''onbekend'', ''meer'')' else '' end);
    analyze pg_temp.gevonden;
    execute format($x$create temporary table te_zoeken on commit drop as
                      select g.*, n.adresseerbaar_object, n.postcode, n.straat_gevouwen, n.plaats_gevouwen, n.huisnummer, %s as achter
                        from %s n join pg_temp.gevonden g on g.plek = n.ctid where g.koppeling in ('onbekend', 'meer')$x$, format(achter, 'n'), tabel);
    analyze pg_temp.te_zoeken;
    for poging in select * from (values
        (1, 'object', 'zeker', '(select identificatie, hoofdadres as nummeraanduiding, true as actief from register.verblijfsobject
                                 union all select identificatie, hoofdadres, true from register.ligplaats
                                 union all select identificatie, hoofdadres, true from register.standplaats) a', 'a.identificatie = n.adresseerbaar_object', ''),
        (2, 'postcode', 'zeker', 'register.adres a', 'a.postcode = n.postcode and a.huisnummer = n.huisnummer', 'ja'),
        (3, 'straat', 'waarschijnlijk', 'register.straat s join register.adres a on a.straat = s.id',
            's.gevouwen = n.straat_gevouwen and s.woonplaats_gevouwen = n.plaats_gevouwen and a.huisnummer = n.huisnummer', 'ja'),
        (4, 'postcode-ruim', 'onzeker', 'register.adres a', 'a.postcode = n.postcode and a.huisnummer = n.huisnummer', ''),
        (5, 'straat-ruim', 'onzeker', 'register.straat s join register.adres a on a.straat = s.id',
            's.gevouwen = n.straat_gevouwen and s.woonplaats_gevouwen = n.plaats_gevouwen and a.huisnummer = n.huisnummer', '')
        ) p (nr, reden, zekerheid, bron, gelijk, precies) order by nr loop
        -- Of several, one in use counts before those withdrawn; more than one of those is for a human.
        execute format($x$
            with kandidaat as (
                select n.plek, a.nummeraanduiding, a.actief from pg_temp.te_zoeken n, %1$s
                 where n.adres is null and n.koppeling in ('onbekend', 'meer') and %2$s %3$s),
            beste as (
                select plek, count(*) filter (where actief) as actieve, count(*) as alle,
                       min(nummeraanduiding) filter (where actief) as actief, min(nummeraanduiding) as een
                  from kandidaat group by plek)
            update pg_temp.te_zoeken n set adres = case when b.actieve = 1 then b.actief when b.alle = 1 then b.een end,
                   koppeling = case when b.actieve = 1 or b.alle = 1 then %4$L else 'meer' end,
                   zekerheid = case when b.actieve = 1 or b.alle = 1 then %5$L end
              from beste b where b.plek = n.plek$x$,
            poging.bron, poging.gelijk, case poging.precies when 'ja' then format('and %s = n.achter', format(achter, 'a')) else '' end, poging.reden, poging.zekerheid);
    end loop;
    update pg_temp.gevonden g set adres = t.adres, koppeling = t.koppeling, zekerheid = t.zekerheid from pg_temp.te_zoeken t where t.plek = g.plek;
    drop table pg_temp.te_zoeken;
end $$;

-- The same, and writes into the table what was found.
drop function if exists register.koppel_bedrijven(regclass);
create or replace function register.koppel_bedrijven(tabel regclass, opnieuw boolean default false) returns void language plpgsql as $$
begin
    perform register.zoek_adressen(tabel, opnieuw);
    execute format('update %s n set adres = g.adres, koppeling = g.koppeling, zekerheid = g.zekerheid from pg_temp.gevonden g
                     where g.plek = n.ctid and (n.adres, n.koppeling, n.zekerheid) is distinct from (g.adres, g.koppeling, g.zekerheid)', tabel);
    drop table pg_temp.gevonden;
end $$;

-- After a load or mutations of the BAG: what could not be tied before. Those are few, and stand in an index of their own (migration 0119).
create or replace function register.koppel_bedrijven() returns void language plpgsql as $$
begin
    perform register.koppel_bedrijven('register.onderneming', true);
    perform register.koppel_bedrijven('register.vestiging', true);
end $$;

-- An empty table is filled without its indexes, which are made when it is full: a quarter of the work, as row by row each finds its place in each
-- index. The table is closed until the end of the transaction; who reads it now would find nothing. Takes the indexes away and says how
-- they are made; none when the table holds something, or somebody keeps it busy. Only for the functions below.
create or replace function register.neem_indexen_weg(tabel regclass) returns text[] language plpgsql set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
    leeg boolean;
    regel record;
    opdrachten text[] := '{}';
begin
    execute format('select not exists (select from %s)', tabel) into leeg;
    if not leeg then return opdrachten; end if;
    begin
        execute format('lock table %s in access exclusive mode', tabel);
    exception when lock_not_available then return opdrachten;
    end;
    for regel in select i.indexrelid::regclass as naam, pg_get_indexdef(i.indexrelid) as index, c.conname, pg_get_constraintdef(c.oid) as eis
                   from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.conrelid = i.indrelid and c.contype in ('p', 'u')
                  where i.indrelid = tabel order by i.indexrelid loop
        if regel.conname is null then
            opdrachten := opdrachten || regel.index;
            execute format('drop index %s', regel.naam);
        else
            opdrachten := opdrachten || format('alter table %s add constraint %I %s', tabel, regel.conname, regel.eis);
            execute format('alter table %s drop constraint %I', tabel, regel.conname);
        end if;
    end loop;
    return opdrachten;
end $$;

create or replace function register.maak_indexen(opdrachten text[]) returns void language plpgsql set search_path = pg_catalog set maintenance_work_mem = '256MB' as $$
declare
    opdracht text;
begin
    foreach opdracht in array opdrachten loop execute opdracht; end loop;
end $$;

-- Adds what is left in pg_temp.nieuw_<tabel> as versions that begin on `stand`, at the addresses of pg_temp.gevonden; and an id for each company
-- that has none yet. As the owner of the tables, for their indexes; reads the caller's temporary tables, runs nothing of them.
create or replace function register.voeg_versies_toe(tabel text, stand date) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp set work_mem = '128MB' as $$
declare
    doel constant regclass := case when tabel in ('onderneming', 'vestiging') then format('register.%I', tabel)::regclass end;
    inhoud text;
    aantal bigint;
    versies text[];
    bedrijven text[];
begin
    select string_agg(quote_ident(attname), ', ' order by attnum) into inhoud from pg_attribute
     where attrelid = doel and attnum > 0 and not attisdropped and attname not in ('van', 'tot', 'adres', 'koppeling', 'zekerheid');
    versies := register.neem_indexen_weg(doel);
    execute format('insert into %1$s (van, %2$s, adres, koppeling, zekerheid) select $1, %2$s, g.adres, g.koppeling, g.zekerheid
                      from pg_temp.%3$I n join pg_temp.gevonden g on g.plek = n.ctid', doel, (select string_agg(k, ', ') from unnest(string_to_array(inhoud, ', ')) k), 'nieuw_' || tabel) using stand;
    get diagnostics aantal = row_count;
    perform register.maak_indexen(versies);
    bedrijven := register.neem_indexen_weg('register.bedrijf');
    execute format('insert into register.bedrijf (kvk_nummer) select distinct kvk_nummer from pg_temp.%I n
                     where not exists (select from register.bedrijf b where b.kvk_nummer = n.kvk_nummer)', 'nieuw_' || tabel);
    perform register.maak_indexen(bedrijven);
    return aantal;
end $$;

-- Of what was delivered more than once one is left: a profile of its own before one inside its company's, of those the last. Says how many went, and leaves
-- what was delivered in pg_temp.geleverd.
create or replace function register.houd_laatste(bron text, sleutel text) returns bigint language plpgsql as $$
declare
    dubbel bigint;
begin
    execute format('analyze %s', bron);
    execute format('create temporary table geleverd on commit drop as
                    select %I as nummer, min((kort::integer::bigint << 40) - volgnummer) as rang, count(*) as keer from %s group by 1', sleutel, bron);
    select coalesce(sum(keer) - count(*), 0) into dubbel from pg_temp.geleverd;
    if dubbel > 0 then
        execute format('delete from %s n using pg_temp.geleverd g where g.nummer = n.%I and g.keer > 1 and g.rang <> (n.kort::integer::bigint << 40) - n.volgnummer', bron, sleutel);
    end if;
    return dubbel;
end $$;

-- Takes what stands in the temporary table nieuw_<tabel> into register.<tabel>: unchanged records are not touched, a changed one ends the
-- version that stood and begins another on `stand`. Delivered twice: the last counts, but an establishment in a profile of its own (kort =
-- false) before one inside its company's, which has no names, activities or postal address. Counts what became of the records.
create or replace function register.verwerk_bedrijven(tabel text, sleutel text, stand date, volledig boolean,
    out nieuw bigint, out gewijzigd bigint, out gelijk bigint, out ouder bigint, out dubbel bigint, out vervallen bigint)
language plpgsql set work_mem = '128MB' as $$
declare
    doel constant regclass := format('register.%I', tabel)::regclass;
    bron constant text := format('pg_temp.%I', 'nieuw_' || tabel);
    inhoud text;
    tmp bigint;
begin
    select string_agg(quote_ident(attname), ', ' order by attnum) into inhoud from pg_attribute
     where attrelid = doel and attnum > 0 and not attisdropped and attname not in (sleutel, 'van', 'tot', 'adres', 'koppeling', 'zekerheid');
    dubbel := register.houd_laatste(bron, sleutel);
    execute format('delete from %1$s n using %2$s v where v.%3$I = n.%3$I and v.tot is null and v.van > $1', bron, doel, sleutel) using stand;
    get diagnostics ouder = row_count;
    execute format('update %1$s n set handelsnamen = v.handelsnamen, sbi = v.sbi, sbi_tekst = v.sbi_tekst, sbi_uitgave = v.sbi_uitgave, postadres = v.postadres
                      from %2$s v where n.kort and v.%3$I = n.%3$I and v.tot is null', bron, doel, sleutel);
    execute format('delete from %1$s n using %2$s v where v.%3$I = n.%3$I and v.tot is null and (%4$s) is not distinct from (%5$s)', bron, doel, sleutel,
                   (select string_agg('n.' || k, ', ') from unnest(string_to_array(inhoud, ', ')) k),
                   (select string_agg('v.' || k, ', ') from unnest(string_to_array(inhoud, ', ')) k));
    get diagnostics gelijk = row_count;
    perform register.zoek_adressen(bron::regclass);
    grant select on pg_temp.gevonden to eigenaar;  -- for voeg_versies_toe
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
    execute format('with beter as (update %2$s v set (%4$s, adres, koppeling, zekerheid) = row (%5$s, g.adres, g.koppeling, g.zekerheid)
                                     from %1$s n join pg_temp.gevonden g on g.plek = n.ctid where v.%3$I = n.%3$I and v.tot is null and v.van = $1 returning v.%3$I as nummer)
                    delete from %1$s n using beter b where b.nummer = n.%3$I', bron, doel, sleutel, inhoud,
                   (select string_agg('n.' || k, ', ') from unnest(string_to_array(inhoud, ', ')) k)) using stand;
    get diagnostics tmp = row_count;
    execute format('update %2$s v set tot = $1 from %1$s n where v.%3$I = n.%3$I and v.tot is null', bron, doel, sleutel) using stand;
    get diagnostics gewijzigd = row_count;
    nieuw := register.voeg_versies_toe(tabel, stand);
    nieuw := nieuw - gewijzigd;
    gewijzigd := gewijzigd + tmp;
    vervallen := 0;
    if volledig then
        execute format('update %1$s v set tot = $1 where v.tot is null and v.van < $1 and not exists (select from pg_temp.geleverd g where g.nummer = v.%2$I)',
                       doel, sleutel) using stand;
        get diagnostics vervallen = row_count;
    end if;
    drop table pg_temp.geleverd, pg_temp.gevonden;
end $$;

-- A first load (ADR 0058): an establishment or company that is in the BAG by the id delivered is copied straight into its table; what must be looked up, or
-- came more than once, goes by way of pg_temp.nieuw_<tabel>. Closes the three tables and takes their indexes away; false when one of them holds
-- something or is kept busy, and then nothing was done.
create or replace function register.begin_eerste_bedrijven() returns boolean language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
    tabel text;
begin
    if exists (select from register.onderneming) or exists (select from register.vestiging) or exists (select from register.bedrijf) then return false; end if;
    begin
        lock table register.onderneming, register.vestiging, register.bedrijf in access exclusive mode;
    exception when lock_not_available then return false;
    end;
    delete from register.index_terug;
    foreach tabel in array array['onderneming', 'vestiging', 'bedrijf'] loop
        insert into register.index_terug (opdracht) select unnest(register.neem_indexen_weg(format('register.%I', tabel)::regclass));
    end loop;
    return true;
end $$;

-- Of what was copied straight: a profile of its own that came again later counts instead. As the owner, since the loader deletes nothing.
create or replace function register.trek_eerste_in(tabel text, sleutel text) returns bigint language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    aantal bigint;
begin
    execute format('delete from register.%1$I v using pg_temp.%2$I n where not n.kort and n.%3$I = v.%3$I', tabel, 'nieuw_' || tabel, sleutel);
    get diagnostics aantal = row_count;
    return aantal;
end $$;

-- Takes pg_temp.nieuw_<tabel> in after what was copied straight; `nieuw` counts the rows added, less those taken back.
create or replace function register.verwerk_eerste(tabel text, sleutel text, stand date, out nieuw bigint, out dubbel bigint)
language plpgsql set work_mem = '128MB' as $$
declare
    bron constant text := format('pg_temp.%I', 'nieuw_' || tabel);
    tmp bigint;
begin
    dubbel := register.houd_laatste(bron, sleutel);
    drop table pg_temp.geleverd;
    -- Inside its company's profile it has no names, activities or postal address: the one of its own counts.
    execute format('delete from %1$s n using register.%2$I v where n.kort and v.%3$I = n.%3$I', bron, tabel, sleutel);
    get diagnostics tmp = row_count;
    dubbel := dubbel + tmp;
    tmp := register.trek_eerste_in(tabel, sleutel);
    dubbel := dubbel + tmp;
    perform register.zoek_adressen(bron::regclass);
    grant select on pg_temp.gevonden to eigenaar;  -- for voeg_versies_toe
    nieuw := register.voeg_versies_toe(tabel, stand) - tmp;
    drop table pg_temp.gevonden;
end $$;

create or replace function register.sluit_eerste_bedrijven() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform register.maak_indexen(array(select opdracht from register.index_terug order by volg));
    delete from register.index_terug;
end $$;

revoke all on function register.begin_eerste_bedrijven(), register.trek_eerste_in(text, text), register.verwerk_eerste(text, text, date), register.sluit_eerste_bedrijven() from public;
grant execute on function register.begin_eerste_bedrijven(), register.trek_eerste_in(text, text), register.verwerk_eerste(text, text, date), register.sluit_eerste_bedrijven() to lader;

revoke all on function register.zoek_adressen(regclass, boolean), register.koppel_bedrijven(regclass, boolean), register.koppel_bedrijven(), register.neem_indexen_weg(regclass),
    register.maak_indexen(text[]), register.voeg_versies_toe(text, date), register.houd_laatste(text, text), register.verwerk_bedrijven(text, text, date, boolean) from public;
grant execute on function register.zoek_adressen(regclass, boolean), register.koppel_bedrijven(regclass, boolean), register.koppel_bedrijven(), register.voeg_versies_toe(text, date),
    register.houd_laatste(text, text), register.verwerk_bedrijven(text, text, date, boolean) to lader;
