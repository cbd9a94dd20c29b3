-- SPDX-License-Identifier: EUPL-1.2
-- Registers of a municipality: taking a delivery in, and forgetting.
set local role eigenaar;

select basis.beveilig('gemeenteregister', t, 'organisatie') from unnest(array['register', 'regel', 'genoemd', 'verband']) t;
-- For who may look in them, also in plain SQL. The program itself loads and forgets, and is nobody.
do $$
declare
    tabel text;
begin
    foreach tabel in array array['register', 'regel', 'genoemd', 'verband'] loop
        execute format('drop policy if exists lezer on gemeenteregister.%I', tabel);
        execute format('create policy lezer on gemeenteregister.%I as restrictive for select using ((select basis.gebruiker()) is null or (select toegang.heb_recht(''gemeenteregister.zien'')))', tabel);
    end loop;
end $$;

-- Whether a row ended, or was last delivered, longer ago than its register is kept. What stands and did not end is kept while it is delivered.
create or replace function gemeenteregister.is_over(r gemeenteregister.regel) returns boolean language sql stable as $$
    select coalesce(least(r.tot, r.gezien_tot) < basis.vandaag() - make_interval(months => g.bewaarmaanden), false) from gemeenteregister.register g
     where g.organisatie = r.organisatie and g.code = r.register
$$;

-- Takes what stands in the temporary table nieuwe_regel into the register, as the caller (lader) in the transaction of the load: what is equal is not
-- touched, what changed begins another version on `stand`, a second delivery of the same day corrects the first. Counts what became of the rows.
create or replace function gemeenteregister.verwerk(register_in text, stand date, volledig boolean,
    out nieuw bigint, out gewijzigd bigint, out gelijk bigint, out dubbel bigint, out verlopen bigint, out vervallen bigint, out adressen bigint, out gevonden bigint)
language plpgsql as $$
declare
    org constant smallint := basis.organisatie();
    beter bigint;
begin
    analyze pg_temp.nieuwe_regel;
    delete from pg_temp.nieuwe_regel n using (select volgnummer, row_number() over (partition by sleutel order by volgnummer desc) as nr from pg_temp.nieuwe_regel) d
     where d.volgnummer = n.volgnummer and d.nr > 1;
    get diagnostics dubbel = row_count;
    create temporary table geleverd on commit drop as select sleutel from pg_temp.nieuwe_regel;
    delete from pg_temp.nieuwe_regel n using gemeenteregister.register g
     where g.organisatie = org and g.code = register_in and n.tot < basis.vandaag() - make_interval(months => g.bewaarmaanden);
    get diagnostics verlopen = row_count;
    delete from pg_temp.nieuwe_regel n using gemeenteregister.regel r
     where r.organisatie = org and r.register = register_in and r.sleutel = n.sleutel and r.gezien_tot is null and r.inhoud = n.inhoud;
    get diagnostics gelijk = row_count;
    -- What this very day showed otherwise was a mistake, and is no history.
    delete from gemeenteregister.regel r using pg_temp.nieuwe_regel n
     where r.organisatie = org and r.register = register_in and r.sleutel = n.sleutel and r.gezien_tot is null and r.gezien_van = stand;
    get diagnostics beter = row_count;
    update gemeenteregister.regel r set gezien_tot = stand from pg_temp.nieuwe_regel n
     where r.organisatie = org and r.register = register_in and r.sleutel = n.sleutel and r.gezien_tot is null;
    get diagnostics gewijzigd = row_count;
    insert into gemeenteregister.regel (organisatie, id, register, sleutel, titel, van, tot, velden, gezien_van, inhoud)
    select org, n.id, register_in, n.sleutel, n.titel, n.van, n.tot, n.velden, stand, n.inhoud from pg_temp.nieuwe_regel n;
    get diagnostics nieuw = row_count;
    gewijzigd := gewijzigd + beter;
    nieuw := nieuw - gewijzigd;

    create temporary table nieuw_genoemd on commit drop as
    select gen_random_uuid() as id, n.id as regel, g.nr as nummer, g.e ->> 'rol' as rol, g.e ->> 'soort' as soort, g.e ->> 'tekst' as tekst, g.e ->> 'regime' as regime,
           case when g.e ->> 'soort' <> 'adres' then g.e ->> 'sleutel' end as sleutel,
           case when g.e ->> 'soort' = 'adres' then (g.e ->> 'sleutel')::bigint end as nummeraanduiding, null::bigint as adresseerbaar_object,
           nullif(g.e ->> 'straat_gevouwen', '') as straat_gevouwen, nullif(g.e ->> 'plaats_gevouwen', '') as plaats_gevouwen, (g.e ->> 'huisnummer')::integer as huisnummer,
           g.e ->> 'huisletter' as huisletter, g.e ->> 'toevoeging' as toevoeging, g.e ->> 'postcode' as postcode, null::text as land, false as afgeschermd,
           null::bigint as adres, case when g.e ->> 'soort' <> 'adres' then 'niet' end as koppeling, null::text as zekerheid
      from pg_temp.nieuwe_regel n cross join lateral jsonb_array_elements(n.genoemd) with ordinality g (e, nr);
    analyze pg_temp.nieuw_genoemd;
    perform register.koppel_bedrijven('pg_temp.nieuw_genoemd'::regclass);
    select count(*), count(*) filter (where adres is not null) into adressen, gevonden from pg_temp.nieuw_genoemd where soort = 'adres';
    insert into gemeenteregister.genoemd (organisatie, id, regel, nummer, rol, soort, tekst, sleutel, regime, adres, koppeling, zekerheid)
    select org, id, regel, nummer, rol, soort, tekst, sleutel, regime, adres, nullif(koppeling, 'niet'), zekerheid from pg_temp.nieuw_genoemd;
    insert into gemeenteregister.verband (organisatie, regel, soort, wie, wat)
    select distinct org, n.id, v.e ->> 'soort', wie.id, wat.id
      from pg_temp.nieuwe_regel n cross join lateral jsonb_array_elements(n.verbanden) v (e)
      join pg_temp.nieuw_genoemd wie on wie.regel = n.id and wie.nummer = (v.e ->> 'wie')::integer + 1
      join pg_temp.nieuw_genoemd wat on wat.regel = n.id and wat.nummer = (v.e ->> 'wat')::integer + 1;

    vervallen := 0;
    if volledig then
        delete from gemeenteregister.regel r where r.organisatie = org and r.register = register_in and r.gezien_tot is null and r.gezien_van = stand
           and not exists (select from pg_temp.geleverd g where g.sleutel = r.sleutel);
        get diagnostics beter = row_count;
        update gemeenteregister.regel r set gezien_tot = stand where r.organisatie = org and r.register = register_in and r.gezien_tot is null
           and not exists (select from pg_temp.geleverd g where g.sleutel = r.sleutel);
        get diagnostics vervallen = row_count;
        vervallen := vervallen + beter;
    end if;
    drop table pg_temp.geleverd, pg_temp.nieuw_genoemd;
end $$;

-- Destroys what is past its term, of every register of the organisation.
create or replace function gemeenteregister.vergeet() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
    aantal bigint;
begin
    delete from gemeenteregister.regel r where r.organisatie = basis.organisatie() and gemeenteregister.is_over(r);
    get diagnostics aantal = row_count;
    return aantal;
end $$;

revoke all on function gemeenteregister.verwerk(text, date, boolean), gemeenteregister.vergeet() from public;
grant execute on function gemeenteregister.verwerk(text, date, boolean), gemeenteregister.vergeet() to lader;
grant execute on function gemeenteregister.vergeet() to toepassing;  -- every day, for each organisation: src/werk/archief/uitvoeren.cpp
grant execute on function gemeenteregister.is_over(gemeenteregister.regel) to lader, toepassing;
-- Whose register it is, and which kinds of ties there are.
grant usage on schema toegang to lader;
grant select (nummer, code) on toegang.organisatie to lader;
grant select on basis.stamcode to lader;
