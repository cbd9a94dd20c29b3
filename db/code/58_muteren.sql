-- SPDX-License-Identifier: EUPL-1.2
-- Mutations of the BAG: what pg_temp.mutatie_<type> says, held against the register and put in it. Those tables have the columns
-- of register.<type> and after them volgnummer, soort (1 toevoeging, 2 wijziging, 3 verwijdering), was, actueel, bestand,
-- regel. Runs as the caller (lader), inside the transaction of the delivery.
set local role eigenaar;

-- Tables of one transaction are counted from six thousand rows each, not thirty: that says enough of them.

-- Columns that say what an object is, without those that tell from which delivery it came.
create or replace function register.vergelijkbaar(tabel text, voorvoegsel text) returns text language sql stable as $$
    select string_agg(format(case when a.attname = 'geometrie' then 'public.st_asewkb(%s.%I)' else '%s.%I' end, voorvoegsel, a.attname), ', ' order by a.attnum) from pg_attribute a
     where a.attrelid = ('register.' || quote_ident(tabel))::regclass and a.attnum > 0 and not a.attisdropped
       and a.attname not in ('gemeente', 'bestandsoort')
$$;

-- Gives each row its municipality, takes away what is not of `codes` (returns how many mutations those were), and lists in
-- pg_temp.misfit what does not follow from what the register holds: per voorkomen the first thing that is wrong.
create or replace function register.toets_mutaties(tabel text, codes smallint[]) returns bigint language plpgsql set work_mem = '64MB' set default_statistics_target = 20 as $$
declare
    m text := 'pg_temp.mutatie_' || tabel;
    leeg boolean;
    elders bigint := 0;
begin
    execute format('select not exists (select from %s)', m) into leeg;
    if leeg then return 0; end if;
    -- Without the shapes: nothing asks how those are spread, and looking takes longer than the rest.
    execute format('analyze %s (identificatie, voorkomen, gemeente, volgnummer, soort, was, actueel)', m);
    -- Which voorkomens the register has of these objects: looked up once.
    execute format('create temporary table stand on commit drop as select identificatie, voorkomen, gemeente from register.%I where identificatie in (select identificatie from %s)', tabel || '_voorkomen', m);
    analyze pg_temp.stand;
    -- The register knows better whose an object is than its number does.
    execute format('
        update %1$s m set gemeente = v.gemeente from (select distinct on (identificatie) identificatie, gemeente from pg_temp.stand) v
         where v.identificatie = m.identificatie and v.gemeente <> m.gemeente', m);
    if tabel = 'woonplaats' then
        execute format('
            update %1$s m set gemeente = coalesce((select g.gemeente from register.gemeente_woonplaats g where g.woonplaats = m.identificatie
                                                    order by g.einddatum is null desc, g.begindatum desc limit 1), 0)
             where not exists (select from register.woonplaats_voorkomen v where v.identificatie = m.identificatie)', m);
    end if;
    execute format('with weg as (delete from %s where not gemeente = any ($1) returning volgnummer) select count(distinct volgnummer) from weg', m)
        into elders using codes;
    -- Per row: what the rows before it say of this voorkomen. `stap`: the last that is a step (what it became, or that it went); `wordt`: the last that says how it became.
    -- Nearly every voorkomen is told of once, and then nothing comes before it.
    execute format('create temporary table vaker on commit drop as select identificatie, voorkomen from %s group by 1, 2 having min(volgnummer) <> max(volgnummer)', m);
    analyze pg_temp.vaker;
    execute format('
        create temporary table toets on commit drop as
        select identificatie, voorkomen, volgnummer, soort, was, bestand, regel,
               case when not was or soort = 3 then lag(soort) over (partition by identificatie, voorkomen, not was or soort = 3 order by volgnummer) end as stap,
               max(volgnummer) filter (where not was) over (partition by identificatie, voorkomen order by volgnummer range between unbounded preceding and 1 preceding) as wordt
          from %1$s where (identificatie, voorkomen) in (select identificatie, voorkomen from pg_temp.vaker)
        union all
        select identificatie, voorkomen, volgnummer, soort, was, bestand, regel, null, null
          from %1$s m where not exists (select from pg_temp.vaker v where v.identificatie = m.identificatie and v.voorkomen = m.voorkomen)', m);
    analyze pg_temp.toets;
    execute format('
        insert into pg_temp.misfit (type, identificatie, voorkomen, bestand, regel, reden)
        select distinct on (identificatie, voorkomen) %3$L, identificatie, voorkomen, bestand, regel, reden from (
            select t.identificatie, t.voorkomen, t.volgnummer, t.bestand, t.regel, ''de toevoeging staat al in het register'' as reden
              from pg_temp.toets t
             where t.soort = 1 and not t.was
               and (t.stap <> 3 or t.stap is null and exists (select from pg_temp.stand v where v.identificatie = t.identificatie and v.voorkomen = t.voorkomen))
            union all
            select t.identificatie, t.voorkomen, t.volgnummer, t.bestand, t.regel, ''wat gewijzigd of verwijderd wordt, staat niet in het register''
              from pg_temp.toets t
             where (t.soort = 2 and not t.was or t.soort = 3) and t.stap = 3
            union all
            select t.identificatie, t.voorkomen, t.volgnummer, t.bestand, t.regel, ''wat gewijzigd of verwijderd wordt, staat niet in het register''
              from pg_temp.toets t
             where (t.soort = 2 and not t.was or t.soort = 3) and t.stap is null
               and not exists (select from pg_temp.stand v where v.identificatie = t.identificatie and v.voorkomen = t.voorkomen)
            union all
            select t.identificatie, t.voorkomen, t.volgnummer, t.bestand, t.regel, %6$L
              from pg_temp.toets t join %1$s w using (identificatie, voorkomen, volgnummer) join %1$s p using (identificatie, voorkomen)
             where t.was and t.wordt is not null and w.was and not p.was and p.volgnummer = t.wordt and (%4$s) is distinct from (%5$s)
            union all
            select w.identificatie, w.voorkomen, w.volgnummer, w.bestand, w.regel, %6$L
              from %1$s w
             where w.was and (w.identificatie, w.voorkomen, w.volgnummer) in (select identificatie, voorkomen, volgnummer from pg_temp.toets where was and wordt is null)
               and exists (select from pg_temp.stand v where v.identificatie = w.identificatie and v.voorkomen = w.voorkomen)
               and not exists (select from register.%2$I p where p.identificatie = w.identificatie and p.voorkomen = w.voorkomen
                                  and (%4$s) is not distinct from (%5$s))) f
         order by identificatie, voorkomen, volgnummer',
        m, tabel || '_voorkomen', tabel, register.vergelijkbaar(tabel, 'p'), register.vergelijkbaar(tabel, 'w'), 'de toestand van voor de wijziging is anders dan die in het register');
    drop table pg_temp.toets, pg_temp.vaker, pg_temp.stand;
    return elders;
end $$;

-- Puts in the register what fits, and lets the day go from `oud` to `nieuw`: what was to begin or end by then does.
-- `einde`: statuses of an object that is no more. Returns the municipalities in which something changed; which objects that were, pg_temp.geraakt holds.
create or replace function register.verwerk_mutaties(tabel text, oud date, nieuw date, codes smallint[], einde smallint[]) returns smallint[]
language plpgsql as $$
declare
    m text := 'pg_temp.mutatie_' || tabel;
    kolommen text;
    deel record;
    geraakt smallint[];
    verder smallint[];
begin
    select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into kolommen from pg_attribute a
     where a.attrelid = ('register.' || quote_ident(tabel))::regclass and a.attnum > 0 and not a.attisdropped;
    execute format('delete from %s m using pg_temp.misfit f where f.type = %L and f.identificatie = m.identificatie and f.voorkomen = m.voorkomen', m, tabel);
    execute format('select coalesce(array_agg(gemeente), ''{}'') from (select distinct gemeente from %s) g', m) into geraakt;
    execute format('insert into pg_temp.geraakt select distinct identificatie from %s', m);
    for deel in select * from (values (tabel, true), (tabel || '_historie', false)) d (naam, actueel) loop
        execute format('delete from register.%I t using (select distinct identificatie, voorkomen from %s) m
                         where t.identificatie = m.identificatie and t.voorkomen = m.voorkomen', deel.naam, m);
    end loop;
    for deel in select * from (values (tabel, true), (tabel || '_historie', false)) d (naam, actueel) loop
        execute format('insert into register.%I select %s from (
                            select distinct on (identificatie, voorkomen) * from %s where not was or soort = 3
                             order by identificatie, voorkomen, volgnummer desc) l
                         where l.soort <> 3 and l.actueel = $1', deel.naam, kolommen, m) using deel.actueel;
    end loop;
    execute format('
        with weg as (delete from register.%1$I where gemeente = any ($1) and eind_geldigheid > $2 and eind_geldigheid <= $3 returning *),
             erbij as (insert into register.%2$I select * from weg),
             raak as (insert into pg_temp.geraakt select distinct identificatie from weg on conflict do nothing)
        select coalesce(array_agg(distinct gemeente), ''{}'') from weg', tabel, tabel || '_historie') into verder using codes, oud, nieuw;
    geraakt := geraakt || verder;
    execute format('
        with weg as (delete from register.%2$I
                      where gemeente = any ($1) and bestandsoort = 1 and not status = any ($4) and begin_geldigheid > $2 and begin_geldigheid <= $3
                        and (eind_geldigheid is null or eind_geldigheid > $3) and eind_registratie is null and tijdstip_eind_registratie_lv is null
                        and tijdstip_inactief is null and tijdstip_inactief_lv is null and tijdstip_niet_bag_lv is null returning *),
             erbij as (insert into register.%1$I select * from weg),
             raak as (insert into pg_temp.geraakt select distinct identificatie from weg on conflict do nothing)
        select coalesce(array_agg(distinct gemeente), ''{}'') from weg', tabel, tabel || '_historie') into verder using codes, oud, nieuw, einde;
    return array(select distinct unnest(geraakt || verder));
end $$;

-- The same for what is under investigation: a row has no number, so a change takes the old row away and adds the new one.
create or replace function register.verwerk_mutaties_in_onderzoek(codes smallint[]) returns void language plpgsql as $$
begin
    update pg_temp.mutatie_in_onderzoek m set gemeente = coalesce(
        (select o.gemeente from register.in_onderzoek o where o.identificatie = m.identificatie limit 1), m.gemeente);
    delete from pg_temp.mutatie_in_onderzoek where not gemeente = any (codes);
    delete from register.in_onderzoek o using pg_temp.mutatie_in_onderzoek m
     where m.was and (o.type, o.identificatie, o.kenmerk, o.in_onderzoek, o.documentnummer, o.begin_geldigheid, o.tijdstip_registratie_lv)
                   = (m.type, m.identificatie, m.kenmerk, m.in_onderzoek, m.documentnummer, m.begin_geldigheid, m.tijdstip_registratie_lv);
    insert into register.in_onderzoek
    select type, identificatie, gemeente, kenmerk, in_onderzoek, documentdatum, documentnummer, begin_geldigheid, eind_geldigheid, tijdstip_registratie,
           eind_registratie, tijdstip_registratie_lv, tijdstip_eind_registratie_lv
      from pg_temp.mutatie_in_onderzoek m
     where not was and not exists (select from pg_temp.mutatie_in_onderzoek l
                                    where l.was and l.volgnummer > m.volgnummer
                                      and (l.type, l.identificatie, l.kenmerk, l.documentnummer, l.begin_geldigheid, l.tijdstip_registratie_lv)
                                        = (m.type, m.identificatie, m.kenmerk, m.documentnummer, m.begin_geldigheid, m.tijdstip_registratie_lv));
end $$;
-- What is derived (addresses, map) of what the mutations touched: which addresses and which buildings. A reference counts as it was and as it became.
create or replace function register.bepaal_geraakt() returns void language plpgsql set work_mem = '64MB' set default_statistics_target = 20 as $$
declare
    tabel text;
begin
    analyze pg_temp.geraakt;
    -- In a number of sixteen digits the fifth and sixth say the type: 20 is a nummeraanduiding, 10 a pand.
    create temporary table te_adres on commit drop as select identificatie from pg_temp.geraakt where identificatie / 10000000000 % 100 = 20;
    create temporary table te_pand on commit drop as select identificatie from pg_temp.geraakt where identificatie / 10000000000 % 100 = 10;
    foreach tabel in array array['verblijfsobject', 'standplaats', 'ligplaats'] loop
        execute format('
            insert into pg_temp.te_adres
            select hoofdadres from pg_temp.mutatie_%1$s union select unnest(nevenadressen) from pg_temp.mutatie_%1$s
            union select hoofdadres from register.%2$I where identificatie in (select identificatie from pg_temp.geraakt)
            union select unnest(nevenadressen) from register.%2$I where nevenadressen is not null and identificatie in (select identificatie from pg_temp.geraakt)', tabel, tabel || '_voorkomen');
    end loop;
    -- Buildings that hold something else now are found from what the map drew of the objects (register.werk_kaart_bij); it knows one building of each, and a point.
    create temporary table veelvoud on commit drop as
        select identificatie from pg_temp.mutatie_verblijfsobject where cardinality(panden) <> 1 or public.geometrytype(geometrie) <> 'POINT' or public.st_isempty(geometrie)
        union
        select identificatie from register.verblijfsobject_voorkomen where identificatie in (select identificatie from pg_temp.geraakt)
           and (cardinality(panden) <> 1 or public.geometrytype(geometrie) <> 'POINT' or public.st_isempty(geometrie));
    analyze pg_temp.veelvoud;
    insert into pg_temp.te_pand
    select unnest(panden) from pg_temp.mutatie_verblijfsobject where identificatie in (select identificatie from pg_temp.veelvoud)
    union select unnest(panden) from register.verblijfsobject_voorkomen where identificatie in (select identificatie from pg_temp.veelvoud);
    -- A street or a place changed: by the names it had and has, the addresses that stand there, and those that stand nowhere yet.
    if exists (select from pg_temp.geraakt where identificatie < 10000 or identificatie / 10000000000 % 100 = 30) then
        insert into pg_temp.te_adres
        select a.nummeraanduiding from register.adres a where a.straat is null
        union
        select a.nummeraanduiding from register.straat s join register.adres a on a.straat = s.id
         where s.woonplaats in (select identificatie from pg_temp.geraakt where identificatie < 10000)
            or s.naam in (select naam from pg_temp.mutatie_openbare_ruimte
                          union select naam from register.openbare_ruimte_voorkomen where identificatie in (select identificatie from pg_temp.geraakt));
    end if;
    foreach tabel in array array['te_adres', 'te_pand'] loop
        execute format('create temporary table uniek on commit drop as select distinct identificatie from pg_temp.%1$I; drop table pg_temp.%1$I;
                        alter table pg_temp.uniek rename to %1$I; create index on pg_temp.%1$I (identificatie); analyze pg_temp.%1$I', tabel);
    end loop;
end $$;
-- Whether an object went altogether: then somebody may refer to what is not there any more.
create or replace function register.iets_verdwenen() returns boolean language plpgsql as $$
declare
    tabel text;
    weg boolean;
begin
    foreach tabel in array array['woonplaats', 'openbare_ruimte', 'nummeraanduiding', 'verblijfsobject', 'ligplaats', 'standplaats', 'pand'] loop
        execute format('select exists (select from pg_temp.mutatie_%1$s m where m.soort = 3 and not exists (select from register.%2$I v where v.identificatie = m.identificatie))',
                       tabel, tabel || '_voorkomen') into weg;
        if weg then return true; end if;
    end loop;
    return false;
end $$;
revoke all on function register.bepaal_geraakt(), register.iets_verdwenen() from public;
grant execute on function register.bepaal_geraakt(), register.iets_verdwenen() to lader;
revoke all on function register.vergelijkbaar(text, text), register.toets_mutaties(text, smallint[]), register.verwerk_mutaties(text, date, date, smallint[], smallint[]),
    register.verwerk_mutaties_in_onderzoek(smallint[]) from public;
grant execute on function register.vergelijkbaar(text, text), register.toets_mutaties(text, smallint[]), register.verwerk_mutaties(text, date, date, smallint[], smallint[]),
    register.verwerk_mutaties_in_onderzoek(smallint[]) to lader;
