-- SPDX-License-Identifier: EUPL-1.2
-- What a load derives from the delivered rows. Runs as the caller (lader), inside the transaction of the load.
set local role eigenaar;

-- Every voorkomen of a type: current and other.
do $$
declare
    tabel text;
begin
    foreach tabel in array array['woonplaats', 'openbare_ruimte', 'nummeraanduiding', 'verblijfsobject', 'ligplaats',
                                 'standplaats', 'pand'] loop
        execute format('create or replace view register.%1$I with (security_invoker) as
                        select true as actueel, * from register.%2$I
                        union all select false, * from register.%3$I', tabel || '_voorkomen', tabel, tabel || '_historie');
        execute format('grant select on register.%I to toepassing, lader', tabel || '_voorkomen');
    end loop;
end $$;

-- Takes away what a delivery replaces.
create or replace function register.wis(codes smallint[], alles boolean) returns void language plpgsql as $$
declare
    tabel text;
begin
    foreach tabel in array array['woonplaats', 'openbare_ruimte', 'nummeraanduiding', 'verblijfsobject', 'ligplaats',
        'standplaats', 'pand', 'woonplaats_historie', 'openbare_ruimte_historie', 'nummeraanduiding_historie',
        'verblijfsobject_historie', 'ligplaats_historie', 'standplaats_historie', 'pand_historie', 'in_onderzoek'] loop
        execute format('delete from register.%I where $2 or gemeente = any ($1)', tabel) using codes, alles;
    end loop;
end $$;

-- A load into an empty register (ADR 0062): closes the tables that a delivery fills and takes their indexes away; false when one of them holds something or is
-- kept busy, and then nothing was done. As the owner; the caller holds the lock of a load.
create or replace function register.begin_eerste_bag() returns boolean language plpgsql security definer set search_path = pg_catalog set lock_timeout = '2s' as $$
declare
    tabellen constant text[] := array['woonplaats', 'openbare_ruimte', 'nummeraanduiding', 'verblijfsobject', 'ligplaats',
        'standplaats', 'pand', 'woonplaats_historie', 'openbare_ruimte_historie', 'nummeraanduiding_historie',
        'verblijfsobject_historie', 'ligplaats_historie', 'standplaats_historie', 'pand_historie', 'in_onderzoek'];
    tabel text;
    vol boolean;
begin
    foreach tabel in array tabellen loop
        execute format('select exists (select from register.%I)', tabel) into vol;
        if vol then return false; end if;
    end loop;
    begin
        execute (select format('lock table %s in access exclusive mode', string_agg(format('register.%I', t), ', ')) from unnest(tabellen) t);
        -- Files of this transaction: what is left of rows that were deleted goes, and a server that keeps no more log than it needs writes nothing twice.
        execute (select format('truncate %s', string_agg(format('register.%I', t), ', ')) from unnest(tabellen) t);
    exception when lock_not_available then return false;
    end;
    delete from register.index_terug;
    foreach tabel in array tabellen loop
        insert into register.index_terug (opdracht) select unnest(register.neem_indexen_weg(format('register.%I', tabel)::regclass));
    end loop;
    return true;
end $$;
create or replace function register.sluit_eerste_bag() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform register.maak_indexen(array(select opdracht from register.index_terug order by volg));
    delete from register.index_terug;
end $$;

-- A delivery of several municipalities does not say whose a woonplaats is; GEM-WPL-RELATIE does. Until here it is 0.
create or replace function register.plaats_woonplaatsen(anders smallint) returns void language plpgsql as $$
begin
    update register.woonplaats w set gemeente = coalesce((
        select g.gemeente from register.gemeente_woonplaats g where g.woonplaats = w.identificatie
         order by g.einddatum is null desc, g.begindatum desc limit 1), anders) where gemeente = 0;
    update register.woonplaats_historie w set gemeente = coalesce((
        select g.gemeente from register.gemeente_woonplaats g where g.woonplaats = w.identificatie
         order by g.einddatum is null desc, g.begindatum desc limit 1), anders) where gemeente = 0;
end $$;

-- Which rows of a type something is derived of, as a condition: $1 municipalities, $2 everything; or, after mutations (`deel`), the objects that those touched.
create or replace function register.bereik(deel boolean) returns text language sql immutable as $$
    select case when deel then 'identificatie in (select identificatie from pg_temp.geraakt)' else '($2 or gemeente = any ($1))' end
$$;

-- An object can have one current voorkomen only. Where a delivery says otherwise the newest stays current and the
-- others go to the history. Returns how many were moved. `deel`: only the objects of pg_temp.geraakt.
drop function if exists register.enkel(text, smallint[], boolean);
create or replace function register.enkel(tabel text, codes smallint[], alles boolean, deel boolean default false) returns bigint language plpgsql as $$
declare
    aantal bigint;
begin
    execute format('
        with dubbel as (
            select ctid as plek, row_number() over (partition by identificatie, gemeente
                       order by begin_geldigheid desc, tijdstip_registratie desc, voorkomen desc) as nr
              from register.%1$I where %4$s %3$s),
        weg as (delete from register.%1$I t using dubbel d where t.ctid = d.plek and d.nr > 1 returning t.*)
        insert into register.%2$I select * from weg', tabel, tabel || '_historie', register.bereik(deel),
        -- of what mutations touched those with two rows are few
        case when deel then format('identificatie in (select identificatie from register.%I where identificatie in (select identificatie from pg_temp.geraakt) group by identificatie having count(*) > 1) and', tabel) end)
        using codes, alles;
    get diagnostics aantal = row_count;
    return aantal;
end $$;

-- An object is in one place. What this delivery holds goes from the municipality an earlier one gave it to, unless that
-- one is newer: a municipality goes up in another (Weesp in Amsterdam) and takes its objects along.
create or replace function register.verhuis(codes smallint[], stand date) returns void language plpgsql as $$
declare
    tabel text;
begin
    if not exists (select from register.gemeente g where not g.code = any (codes) and g.standdatum <= stand) then return; end if;
    foreach tabel in array array['woonplaats', 'openbare_ruimte', 'nummeraanduiding', 'verblijfsobject', 'ligplaats',
                                 'standplaats', 'pand'] loop
        execute format('
            create temporary table hier on commit drop as
                select distinct identificatie from register.%1$I where gemeente = any ($1)', tabel || '_voorkomen') using codes;
        execute format('
            delete from register.%1$I o using pg_temp.hier h, register.gemeente g
             where o.identificatie = h.identificatie and not o.gemeente = any ($1) and g.code = o.gemeente and g.standdatum <= $2',
            tabel) using codes, stand;
        execute format('
            delete from register.%1$I o using pg_temp.hier h, register.gemeente g
             where o.identificatie = h.identificatie and not o.gemeente = any ($1) and g.code = o.gemeente and g.standdatum <= $2',
            tabel || '_historie') using codes, stand;
        drop table pg_temp.hier;
    end loop;
end $$;

-- Rebuilds register.straat and register.adres for the municipalities of a delivery; after mutations (`deel`) only the addresses of pg_temp.te_adres. Addresses
-- that are not in it any more stay, inactive. Unchanged rows are not written.
drop function if exists register.bouw_adressen(smallint[], boolean, date);
create or replace function register.bouw_adressen(codes smallint[], alles boolean, stand date, deel boolean default false) returns void
language plpgsql set work_mem = '64MB' as $$
begin
    -- `@> '{}'` says nothing, but lets the few that have a second address be found by their index.
    execute format($x$create temporary table nieuw_adres on commit drop as
    with num as (
        select distinct on (n.identificatie) n.* from register.nummeraanduiding_voorkomen n
         where %1$s and n.bestandsoort <> 3
         order by n.identificatie, n.actueel desc, n.bestandsoort, n.begin_geldigheid desc, n.tijdstip_registratie desc, n.voorkomen desc),
    opr as (
        select distinct on (o.identificatie) o.* from register.openbare_ruimte_voorkomen o
         where %2$s
         order by o.identificatie, o.actueel desc, o.bestandsoort, o.begin_geldigheid desc, o.tijdstip_registratie desc, o.voorkomen desc),
    wpl as (
        select distinct on (w.identificatie) w.identificatie, w.naam, w.gevouwen from register.woonplaats_voorkomen w
         order by w.identificatie, w.actueel desc, w.bestandsoort, w.begin_geldigheid desc, w.tijdstip_registratie desc, w.voorkomen desc),
    alle_objecten as not materialized (
        select actueel, gemeente, begin_geldigheid, 1::smallint as soort, identificatie, hoofdadres, nevenadressen
          from register.verblijfsobject_voorkomen where bestandsoort <> 3
        union all
        select actueel, gemeente, begin_geldigheid, 2::smallint, identificatie, hoofdadres, nevenadressen
          from register.standplaats_voorkomen where bestandsoort <> 3
        union all
        select actueel, gemeente, begin_geldigheid, 3::smallint, identificatie, hoofdadres, nevenadressen
          from register.ligplaats_voorkomen where bestandsoort <> 3),
    obj as (
        select distinct on (a.num) a.num, a.soort, a.identificatie from (
            select hoofdadres as num, true as hoofd, o.* from alle_objecten o where %3$s
            union all
            select neven, false, o.* from alle_objecten o cross join unnest(o.nevenadressen) neven
             where o.nevenadressen is not null and o.nevenadressen @> '{}' and %4$s) a
         order by a.num, a.actueel desc, a.hoofd desc, a.begin_geldigheid desc, a.identificatie)
    select n.identificatie as nummeraanduiding, n.gemeente, n.actueel as actief, coalesce(o.naam, '') as straatnaam,
           coalesce(o.gevouwen, '') as gevouwen, n.huisnummer, n.huisletter, n.toevoeging, n.postcode,
           coalesce(n.ligt_in, o.ligt_in, 0::smallint) as woonplaats, coalesce(w.naam, '') as woonplaatsnaam,
           coalesce(w.gevouwen, '') as woonplaats_gevouwen, j.identificatie as object, j.soort as objectsoort
      from num n
      left join opr o on o.identificatie = n.ligt_aan
      left join wpl w on w.identificatie = coalesce(n.ligt_in, o.ligt_in)
      left join obj j on j.num = n.identificatie$x$,
        case when deel then 'n.identificatie in (select identificatie from pg_temp.te_adres)' else '($2 or n.gemeente = any ($1))' end,
        case when deel then 'o.identificatie in (select ligt_aan from num)' else '($2 or o.gemeente = any ($1))' end,
        case when deel then 'o.hoofdadres in (select identificatie from pg_temp.te_adres)' else '($2 or o.gemeente = any ($1))' end,
        case when deel then 'neven in (select identificatie from pg_temp.te_adres)' else '($2 or o.gemeente = any ($1))' end) using codes, alles;
    create index on pg_temp.nieuw_adres (nummeraanduiding);
    analyze pg_temp.nieuw_adres (nummeraanduiding, straatnaam, woonplaats);

    insert into register.straat as s (woonplaats, naam, gevouwen, woonplaatsnaam, woonplaats_gevouwen)
    select distinct on (woonplaats, straatnaam) woonplaats, straatnaam, gevouwen, woonplaatsnaam, woonplaats_gevouwen
      from pg_temp.nieuw_adres where straatnaam <> '' order by woonplaats, straatnaam
    on conflict (woonplaats, naam) do update
       set gevouwen = excluded.gevouwen, woonplaatsnaam = excluded.woonplaatsnaam, woonplaats_gevouwen = excluded.woonplaats_gevouwen
     where (s.gevouwen, s.woonplaatsnaam, s.woonplaats_gevouwen)
           is distinct from (excluded.gevouwen, excluded.woonplaatsnaam, excluded.woonplaats_gevouwen);

    insert into register.adres as a (nummeraanduiding, gemeente, actief, straat, straatnaam, gevouwen, huisnummer,
                                     huisletter, toevoeging, postcode, woonplaats, woonplaatsnaam, object, objectsoort)
    select n.nummeraanduiding, n.gemeente, n.actief, s.id, n.straatnaam, n.gevouwen, n.huisnummer, n.huisletter,
           n.toevoeging, n.postcode, n.woonplaats, n.woonplaatsnaam, n.object, n.objectsoort
      from pg_temp.nieuw_adres n left join register.straat s on s.woonplaats = n.woonplaats and s.naam = n.straatnaam
     order by s.id, n.huisnummer
    on conflict (nummeraanduiding) do update
       set gemeente = excluded.gemeente, actief = excluded.actief, straat = excluded.straat, straatnaam = excluded.straatnaam,
           gevouwen = excluded.gevouwen, huisnummer = excluded.huisnummer, huisletter = excluded.huisletter,
           toevoeging = excluded.toevoeging, postcode = excluded.postcode, woonplaats = excluded.woonplaats,
           woonplaatsnaam = excluded.woonplaatsnaam, object = excluded.object, objectsoort = excluded.objectsoort
     -- A municipality that went up in another: the newer delivery has the last word.
     where (alles or a.gemeente = any (codes)
            or stand >= coalesce((select g.standdatum from register.gemeente g where g.code = a.gemeente), stand))
       and (a.gemeente, a.actief, a.straat, a.straatnaam, a.gevouwen, a.huisnummer, a.huisletter, a.toevoeging, a.postcode,
            a.woonplaats, a.woonplaatsnaam, a.object, a.objectsoort)
           is distinct from
           (excluded.gemeente, excluded.actief, excluded.straat, excluded.straatnaam, excluded.gevouwen, excluded.huisnummer,
            excluded.huisletter, excluded.toevoeging, excluded.postcode, excluded.woonplaats, excluded.woonplaatsnaam,
            excluded.object, excluded.objectsoort);

    execute format('update register.adres a set actief = false where a.actief and %s
                       and not exists (select from pg_temp.nieuw_adres n where n.nummeraanduiding = a.nummeraanduiding)',
        case when deel then 'a.nummeraanduiding in (select identificatie from pg_temp.te_adres)' else '($2 or a.gemeente = any ($1))' end) using codes, alles;
    drop table pg_temp.nieuw_adres;
end $$;

-- Lists references of this delivery to objects the register does not hold in any version. `deel`: of the objects that mutations touched.
drop function if exists register.meld_ontbrekend(integer, smallint[], boolean);
create or replace function register.meld_ontbrekend(lading_in integer, codes smallint[], alles boolean, deel boolean default false) returns bigint
language plpgsql set work_mem = '64MB' as $$
declare
    aantal bigint;
begin
    execute replace($x$
    insert into register.ontbrekend (lading, van_type, van, naar_type, naar)
    select distinct $3, r.van_type, r.van, r.naar_type, r.naar from (
        select 'NUM' as van_type, n.identificatie as van, 'OPR' as naar_type, n.ligt_aan as naar
          from register.nummeraanduiding_voorkomen n where %bereik% and n.bestandsoort = 1
           and not exists (select from register.openbare_ruimte o where o.identificatie = n.ligt_aan)
           and not exists (select from register.openbare_ruimte_historie o where o.identificatie = n.ligt_aan)
        union all
        select 'NUM', n.identificatie, 'WPL', n.ligt_in
          from register.nummeraanduiding_voorkomen n where %bereik% and n.bestandsoort = 1
           and n.ligt_in is not null
           and not exists (select from register.woonplaats_voorkomen w where w.identificatie = n.ligt_in)
        union all
        select 'OPR', o.identificatie, 'WPL', o.ligt_in
          from register.openbare_ruimte_voorkomen o where %bereik% and o.bestandsoort = 1
           and not exists (select from register.woonplaats_voorkomen w where w.identificatie = o.ligt_in)
        union all
        select o.van_type, o.identificatie, 'NUM', a.num from (
            select 'VBO' as van_type, identificatie, hoofdadres, nevenadressen from register.verblijfsobject_voorkomen
             where %bereik% and bestandsoort = 1
            union all
            select 'LIG', identificatie, hoofdadres, nevenadressen from register.ligplaats_voorkomen
             where %bereik% and bestandsoort = 1
            union all
            select 'STA', identificatie, hoofdadres, nevenadressen from register.standplaats_voorkomen
             where %bereik% and bestandsoort = 1) o
         cross join lateral unnest(o.nevenadressen || o.hoofdadres) a (num)
         where not exists (select from register.nummeraanduiding n where n.identificatie = a.num)
           and not exists (select from register.nummeraanduiding_historie n where n.identificatie = a.num)
        union all
        select 'VBO', v.identificatie, 'PND', p.pand
          from register.verblijfsobject_voorkomen v cross join lateral unnest(v.panden) p (pand)
         where %bereik% and v.bestandsoort = 1
           and not exists (select from register.pand q where q.identificatie = p.pand)
           and not exists (select from register.pand_historie q where q.identificatie = p.pand)) r$x$, '%bereik%', register.bereik(deel)) using codes, alles, lading_in;
    get diagnostics aantal = row_count;
    return aantal;
end $$;

-- Fresh statistics after a load; only the owner of a table may ask for them.
drop function if exists register.ververs_statistiek();
-- Of these tables of the register; null: of all.
create or replace function register.ververs_statistiek(tabellen text[]) returns void language plpgsql security definer
set search_path = pg_catalog as $$
declare
    tabel text;
begin
    for tabel in select c.relname from pg_class c where c.relnamespace = 'register'::regnamespace and c.relkind = 'r' and (tabellen is null or c.relname = any (tabellen)) loop
        execute format('analyze register.%I', tabel);
    end loop;
end $$;
revoke all on all functions in schema register from public;
grant execute on all functions in schema register to lader;
