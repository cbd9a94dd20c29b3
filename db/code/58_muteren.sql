-- SPDX-License-Identifier: EUPL-1.2
-- Mutations of the BAG: what pg_temp.mutatie_<type> says, held against the register and put in it. Those tables have the columns
-- of register.<type> and after them volgnummer, soort (1 toevoeging, 2 wijziging, 3 verwijdering), was, actueel, bestand,
-- regel. Runs as the caller (lader), inside the transaction of the delivery.
set local role eigenaar;

-- Columns that say what an object is, without those that tell from which delivery it came.
create or replace function register.vergelijkbaar(tabel text, voorvoegsel text) returns text language sql stable as $$
    select string_agg(format(case when a.attname = 'geometrie' then 'public.st_asewkb(%s.%I)' else '%s.%I' end, voorvoegsel, a.attname), ', ' order by a.attnum) from pg_attribute a
     where a.attrelid = ('register.' || quote_ident(tabel))::regclass and a.attnum > 0 and not a.attisdropped
       and a.attname not in ('gemeente', 'bestandsoort')
$$;

-- Gives each row its municipality, takes away what is not of `codes` (returns how many mutations those were), and lists in
-- pg_temp.misfit what does not follow from what the register holds: per voorkomen the first thing that is wrong.
create or replace function register.toets_mutaties(tabel text, codes smallint[]) returns bigint language plpgsql as $$
declare
    m text := 'pg_temp.mutatie_' || tabel;
    elders bigint;
begin
    execute format('create index on %s (identificatie, voorkomen, volgnummer)', m);
    execute format('analyze %s', m);
    execute format('
        update %1$s m set gemeente = coalesce(
            (select v.gemeente from register.%2$I v where v.identificatie = m.identificatie limit 1),
            case when %3$L = ''woonplaats'' then (select g.gemeente from register.gemeente_woonplaats g where g.woonplaats = m.identificatie
                                                 order by g.einddatum is null desc, g.begindatum desc limit 1) else m.gemeente end, 0)',
        m, tabel || '_voorkomen', tabel);
    execute format('with weg as (delete from %s where not gemeente = any ($1) returning volgnummer) select count(distinct volgnummer) from weg', m)
        into elders using codes;
    execute format('
        insert into pg_temp.misfit (type, identificatie, voorkomen, bestand, regel, reden)
        select distinct on (identificatie, voorkomen) %3$L, identificatie, voorkomen, bestand, regel, reden from (
            select s.identificatie, s.voorkomen, s.volgnummer, s.bestand, s.regel,
                   case when s.soort = 1 and s.bestaat then ''de toevoeging staat al in het register''
                        when s.soort <> 1 and not s.bestaat then ''wat gewijzigd of verwijderd wordt, staat niet in het register'' end as reden
              from (select t.*, case when vorige is null then exists (select from register.%2$I v where v.identificatie = t.identificatie and v.voorkomen = t.voorkomen)
                                     else vorige <> 3 end as bestaat
                      from (select m.*, lag(m.soort) over (partition by m.identificatie, m.voorkomen order by m.volgnummer) as vorige
                              from %1$s m where not m.was or m.soort = 3) t) s
            union all
            select w.identificatie, w.voorkomen, w.volgnummer, w.bestand, w.regel, ''de toestand van voor de wijziging is anders dan die in het register''
              from %1$s w
             where w.was
               and case when exists (select from %1$s p where p.identificatie = w.identificatie and p.voorkomen = w.voorkomen and p.volgnummer < w.volgnummer and not p.was)
                        then not exists (select from (select * from %1$s p where p.identificatie = w.identificatie and p.voorkomen = w.voorkomen
                                                         and p.volgnummer < w.volgnummer and not p.was order by p.volgnummer desc limit 1) p
                                          where (%4$s) is not distinct from (%5$s))
                        else exists (select from register.%2$I v where v.identificatie = w.identificatie and v.voorkomen = w.voorkomen)
                         and not exists (select from register.%2$I p where p.identificatie = w.identificatie and p.voorkomen = w.voorkomen
                                            and (%4$s) is not distinct from (%5$s)) end) f
         where reden is not null order by identificatie, voorkomen, volgnummer',
        m, tabel || '_voorkomen', tabel, register.vergelijkbaar(tabel, 'p'), register.vergelijkbaar(tabel, 'w'));
    return elders;
end $$;

-- Puts in the register what fits, and lets the day go from `oud` to `nieuw`: what was to begin or end by then does.
-- `einde`: statuses of an object that is no more. Returns the municipalities in which something changed.
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
    execute format('select coalesce(array_agg(distinct gemeente), ''{}'') from %s', m) into geraakt;
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
             erbij as (insert into register.%2$I select * from weg)
        select coalesce(array_agg(distinct gemeente), ''{}'') from weg', tabel, tabel || '_historie') into verder using codes, oud, nieuw;
    geraakt := geraakt || verder;
    execute format('
        with weg as (delete from register.%2$I
                      where gemeente = any ($1) and bestandsoort = 1 and not status = any ($4) and begin_geldigheid > $2 and begin_geldigheid <= $3
                        and (eind_geldigheid is null or eind_geldigheid > $3) and eind_registratie is null and tijdstip_eind_registratie_lv is null
                        and tijdstip_inactief is null and tijdstip_inactief_lv is null and tijdstip_niet_bag_lv is null returning *),
             erbij as (insert into register.%1$I select * from weg)
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
revoke all on function register.vergelijkbaar(text, text), register.toets_mutaties(text, smallint[]), register.verwerk_mutaties(text, date, date, smallint[], smallint[]),
    register.verwerk_mutaties_in_onderzoek(smallint[]) from public;
grant execute on function register.vergelijkbaar(text, text), register.toets_mutaties(text, smallint[]), register.verwerk_mutaties(text, date, date, smallint[], smallint[]),
    register.verwerk_mutaties_in_onderzoek(smallint[]) to lader;
