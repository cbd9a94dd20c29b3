-- SPDX-License-Identifier: EUPL-1.2
-- What the map draws: made from the delivered BAG at every load, read as vector tiles.
set local role eigenaar;

-- Edge of the hexagons (metres of EPSG:3857) of a zoom level; nothing from 15 on, where the buildings themselves are drawn.
create or replace function register.celgroep(zoom integer) returns smallint language sql immutable parallel safe as $$
    select case when zoom <= 9 then 1 when zoom <= 11 then 2 when zoom <= 13 then 3 when zoom = 14 then 4 end::smallint
$$;
create or replace function register.celmaat(groep_in smallint) returns double precision language sql immutable parallel safe as $$
    select (array[6400, 1600, 400, 200])[groep_in]::double precision
$$;
-- How many of these uses there are: none 0, one its number, several 12. `masker` has a bit per gebruiksdoel.
create or replace function register.gebruik_van(masker integer) returns smallint language sql immutable parallel safe as $$
    select case masker when 0 then 0 when 2 then 1 when 4 then 2 when 8 then 3 when 16 then 4 when 32 then 5 when 64 then 6 when 128 then 7 when 256 then 8
                       when 512 then 9 when 1024 then 10 when 2048 then 11 when 1 then 0 else 12 end::smallint
$$;
-- What cannot be drawn as delivered (an outline that crosses itself) is mended for the map only.
create or replace function register.tekenbaar(vlak public.geometry) returns public.geometry language sql immutable parallel safe as $$
    select case when public.st_isvalid(plat) then plat else public.st_collectionextract(public.st_makevalid(plat), 3) end
      from (values (public.st_force2d(vlak))) v (plat)
$$;

-- The hexagon of a point, as public.st_hexagongrid numbers them (flat on top, column 0 row 0 around the origin, odd columns half a cell up): the nearest centre of the
-- two columns it lies between. That function makes every hexagon around a point and cuts it with the point.
drop function if exists register.cel_van(double precision, double precision, double precision);
create or replace function register.cel_van(x double precision, y double precision, maat double precision) returns integer[] language plpgsql immutable parallel safe as $$
declare
    hoog constant double precision := maat * sqrt(3.0::double precision);
    a integer := floor(x / (1.5 * maat));
    rij_a integer := round(y / hoog - 0.5 * (a & 1));
    rij_b integer := round(y / hoog - 0.5 * ((a + 1) & 1));
begin
    if (x - 1.5 * maat * a) ^ 2 + (y - hoog * (rij_a + 0.5 * (a & 1))) ^ 2 <= (x - 1.5 * maat * (a + 1)) ^ 2 + (y - hoog * (rij_b + 0.5 * ((a + 1) & 1))) ^ 2 then
        return array[a, rij_a];
    end if;
    return array[a + 1, rij_b];
end $$;

-- A place on an object: a point is its own.
create or replace function register.plek_van(vorm public.geometry) returns public.geometry language sql immutable parallel safe as $$
    select case when public.st_dimension(vorm) = 2 then public.st_pointonsurface(register.tekenbaar(vorm)) else public.st_force2d(vorm) end
$$;

-- What the map draws of these objects (a condition on the rows of a type) goes into the table `doel`, which is register.kaartobject or one like it. `deel`: without
-- the place on the screen, which is worked out of what is written only.
drop function if exists register.teken_objecten(text, text, smallint[], boolean);
create or replace function register.teken_objecten(bereik text, doel text, codes smallint[], alles boolean, deel boolean) returns void language plpgsql as $$
begin
    execute replace(format($x$
    insert into %s (identificatie, soort, gemeente, van, tot, nummeraanduiding, pand, gebruik, doelen, oppervlakte, plek, punt)
    select identificatie, soort, gemeente, van, einde, hoofdadres, pand, register.gebruik_van(masker), doelen, oppervlakte, plek,
           %s
      from (select o.*, least(o.tot, lead(o.van) over (partition by o.soort, o.identificatie order by o.van, o.tijd, o.voorkomen)) as einde
              from (select 1::smallint as soort, identificatie, voorkomen, gemeente, status in (3, 4, 5, 7) as is_er, begin_geldigheid as van,
                           eind_geldigheid as tot, tijdstip_registratie as tijd, hoofdadres, panden[1] as pand, gebruiksdoelen as doelen, oppervlakte,
                           -- nearly always it is one, and then no list is gone through
                           case cardinality(gebruiksdoelen) when 0 then 0 when 1 then 1 << gebruiksdoelen[1] else (select bit_or(1 << d) from unnest(gebruiksdoelen) d) end as masker,
                           register.plek_van(geometrie) as plek
                      from register.verblijfsobject_voorkomen where %%bereik%% and bestandsoort = 1
                    union all
                    select 2, identificatie, voorkomen, gemeente, status = 1, begin_geldigheid, eind_geldigheid, tijdstip_registratie, hoofdadres,
                           null, '{}', null, 0, register.plek_van(geometrie)
                      from register.standplaats_voorkomen where %%bereik%% and bestandsoort = 1
                    union all
                    select 3, identificatie, voorkomen, gemeente, status = 1, begin_geldigheid, eind_geldigheid, tijdstip_registratie, hoofdadres,
                           null, '{}', null, 0, register.plek_van(geometrie)
                      from register.ligplaats_voorkomen where %%bereik%% and bestandsoort = 1) o) v
     where is_er and (einde is null or einde > van) and not public.st_isempty(plek)$x$, doel, case when deel then 'null' else 'public.st_transform(plek, 3857)' end), '%bereik%', bereik) using codes, alles;
end $$;

-- What the map says of these buildings, in pg_temp.pandstaat: a row for each version and period in which what is in it has the same number and use. `inhoud`: a
-- condition on the objects that can be in them.
drop function if exists register.teken_panden(text, text, text, smallint[], boolean, boolean);
create or replace function register.bepaal_pandstaat(bereik text, inhoud text, codes smallint[], alles boolean) returns void language plpgsql as $$
begin
    execute replace($x$create temporary table pandtijd on commit drop as
        select identificatie, voorkomen, gemeente, bouwjaar, status, van, einde as tot
          from (select p.identificatie, p.voorkomen, p.gemeente, p.bouwjaar, p.status, p.begin_geldigheid as van, least(p.eind_geldigheid, lead(p.begin_geldigheid) over (
                           partition by p.identificatie order by p.begin_geldigheid, p.tijdstip_registratie, p.voorkomen)) as einde
                  from register.pand_voorkomen p where %bereik% and p.bestandsoort = 1) v
         where status in (4, 5, 6, 7, 9) and (einde is null or einde > van)$x$, '%bereik%', bereik) using codes, alles;
    execute replace($x$create temporary table pandinhoud on commit drop as
        select unnest(case cardinality(panden) when 1 then panden else array(select distinct unnest(panden)) end) as pand, van, tot, identificatie,
               case cardinality(gebruiksdoelen) when 0 then 0 when 1 then 1 << gebruiksdoelen[1] else (select bit_or(1 << d) from unnest(gebruiksdoelen) d) end as masker
          from (select v.panden, v.gebruiksdoelen, v.identificatie, v.status, v.begin_geldigheid as van,
                       least(v.eind_geldigheid, lead(v.begin_geldigheid) over (
                           partition by v.identificatie order by v.begin_geldigheid, v.tijdstip_registratie, v.voorkomen)) as tot
                  from register.verblijfsobject_voorkomen v where %inhoud% and v.bestandsoort = 1) o
         where status in (3, 4, 5, 7) and (tot is null or tot > van)$x$, '%inhoud%', inhoud) using codes, alles;
    create index on pg_temp.pandinhoud (pand);
    analyze pg_temp.pandtijd;
    analyze pg_temp.pandinhoud;

    -- Each step a table of its own that is counted before the next: of one long statement the planner guesses a few hundred rows, and compares
    -- every building with every outline.
    create temporary table pandstuk on commit drop as
    with dagen as (
        select identificatie, voorkomen, van as dag from pg_temp.pandtijd
        union
        select t.identificatie, t.voorkomen, d.dag from pg_temp.pandtijd t join pg_temp.pandinhoud i on i.pand = t.identificatie
         cross join lateral (values (i.van), (i.tot)) d (dag)
         where d.dag > t.van and (t.tot is null or d.dag < t.tot))
    select d.identificatie, d.voorkomen, t.gemeente, t.bouwjaar, t.status, d.dag as van, t.tot
      from dagen d join pg_temp.pandtijd t using (identificatie, voorkomen);
    analyze pg_temp.pandstuk;
    -- An object is there once at a time: its versions do not overlap, and a building that is named twice counts once.
    create temporary table pandstaat on commit drop as
    with inhoud as materialized (
        select s.identificatie, s.voorkomen, s.van, count(*)::integer as objecten, register.gebruik_van(bit_or(i.masker)) as gebruik
          from pg_temp.pandstuk s join pg_temp.pandinhoud i on i.pand = s.identificatie and i.van <= s.van and (i.tot is null or i.tot > s.van)
         group by 1, 2, 3),
    staat as (
        select s.*, coalesce(i.gebruik, 0::smallint) as gebruik, coalesce(i.objecten, 0) as objecten
          from pg_temp.pandstuk s left join inhoud i using (identificatie, voorkomen, van))
    select identificatie, voorkomen, gemeente, van, coalesce(lead(van) over (partition by identificatie, voorkomen order by van), tot) as tot, bouwjaar, status, gebruik, objecten
      from (select *, lag(gebruik) over w as gebruik_was, lag(objecten) over w as objecten_was from staat window w as (partition by identificatie, voorkomen order by van)) v
     where gebruik_was is null or gebruik_was <> gebruik or objecten_was <> objecten;
    analyze pg_temp.pandstaat;
    drop table pg_temp.pandtijd, pg_temp.pandinhoud, pg_temp.pandstuk;
end $$;
-- Their shapes per version, in pg_temp.pandvorm: as delivered, and as the screen has them.
create or replace function register.bepaal_pandvorm(bereik text, codes smallint[], alles boolean) returns void language plpgsql as $$
begin
    execute replace($x$create temporary table pandvorm on commit drop as
        select identificatie, voorkomen, plat, public.st_transform(plat, 3857) as fijn
          from (select p.identificatie, p.voorkomen, register.tekenbaar(p.geometrie) as plat from register.pand_voorkomen p
                 where %bereik% and p.bestandsoort = 1 offset 0) g
         where not public.st_isempty(plat)$x$, '%bereik%', bereik) using codes, alles;
    analyze pg_temp.pandvorm (identificatie, voorkomen);
end $$;

-- Rebuilds register.kaartpand, kaartobject and kaartcel for the municipalities of a delivery, and for those that an object
-- of it came from. A building is there when it is in use, being rebuilt, out of use or about to be pulled down (statuses 4,
-- 5, 6, 7, 9); what is only planned, never came or is gone is not. Objects likewise.
create or replace function register.bouw_kaart(codes_in smallint[], alles boolean) returns void language plpgsql set work_mem = '64MB' as $$
declare
    codes smallint[] := codes_in;
begin
    if alles then
        delete from register.kaartpand;
        delete from register.kaartobject;
        delete from register.kaartcel;
    else
        codes := array(select unnest(codes_in) union
                       select k.gemeente from register.kaartpand k join register.pand p using (identificatie)
                        where p.gemeente = any (codes_in) and not k.gemeente = any (codes_in));
        delete from register.kaartpand where gemeente = any (codes);
        delete from register.kaartobject where gemeente = any (codes);
        delete from register.kaartcel where gemeente = any (codes);
    end if;
    perform register.teken_objecten(register.bereik(false), 'register.kaartobject', codes, alles, false);
    perform register.bepaal_pandstaat(register.bereik(false), register.bereik(false), codes, alles);
    perform register.bepaal_pandvorm(register.bereik(false), codes, alles);
    insert into register.kaartpand (identificatie, gemeente, van, tot, bouwjaar, status, gebruik, objecten, plek, fijn, grof)
    select s.identificatie, s.gemeente, s.van, s.tot, s.bouwjaar, s.status, s.gebruik, s.objecten, public.st_pointonsurface(v.plat), v.fijn, public.st_simplify(v.fijn, 1, true)
      from pg_temp.pandstaat s join pg_temp.pandvorm v using (identificatie, voorkomen)
     order by v.fijn;  -- along a curve that keeps near what is near: a tile reads few pages
    drop table pg_temp.pandstaat, pg_temp.pandvorm;

    insert into register.kaartcel (groep, i, j, dag, tot, gebruik, gemeente, aantal)
    with verandering as (
        select g.groep, c.cel, d.dag, k.gebruik, k.gemeente, sum(d.erbij) as erbij
          from (select van, tot, gebruik, gemeente, public.st_x(punt) as x, public.st_y(punt) as y
                  from (select *, public.st_transform(plek, 3857) as punt from register.kaartpand where alles or gemeente = any (codes) offset 0) v offset 0) k
         cross join (values (1::smallint), (2::smallint), (3::smallint), (4::smallint)) g (groep)
         cross join lateral (select register.cel_van(k.x, k.y, register.celmaat(g.groep)) as cel offset 0) c
         cross join lateral (values (k.van, 1), (k.tot, -1)) d (dag, erbij)
         where d.dag is not null
         group by 1, 2, 3, 4, 5 having sum(d.erbij) <> 0)
    select groep, cel[1], cel[2], dag, tot, gebruik, gemeente, aantal
      from (select *, lead(dag) over w as tot, sum(erbij) over w as aantal from verandering window w as (partition by groep, cel, gebruik, gemeente order by dag)) v
     where aantal > 0;
end $$;

-- The same after mutations, for the objects of pg_temp.geraakt and the buildings of pg_temp.te_pand, and for those that hold something else now. What stays as it was is not
-- written, and of what only ended the row is given its end.
create or replace function register.werk_kaart_bij() returns void language plpgsql set work_mem = '64MB' set default_statistics_target = 20 as $$
begin
    create temporary table nieuw_object (like register.kaartobject) on commit drop;
    alter table pg_temp.nieuw_object alter column punt drop not null;
    perform register.teken_objecten(register.bereik(true), 'pg_temp.nieuw_object', null, null, true);
    analyze pg_temp.nieuw_object (identificatie, soort, van, tot);
    create temporary table oud_object on commit drop as
        select k.ctid as plaats, k.* from register.kaartobject k where k.identificatie in (select identificatie from pg_temp.geraakt);
    analyze pg_temp.oud_object (identificatie, soort, van, tot);
    create temporary table zelfde_object on commit drop as
        select k.plaats, k.ctid as oud, n.ctid as nieuw, k.tot as tot_was, n.tot as tot_wordt from pg_temp.oud_object k join pg_temp.nieuw_object n
            on k.identificatie = n.identificatie and k.soort = n.soort and k.van = n.van
           and (k.gemeente, k.nummeraanduiding, k.pand, k.gebruik, k.doelen, k.oppervlakte, public.st_asewkb(k.plek))
               is not distinct from (n.gemeente, n.nummeraanduiding, n.pand, n.gebruik, n.doelen, n.oppervlakte, public.st_asewkb(n.plek));
    analyze pg_temp.zelfde_object;
    create temporary table weg_object on commit drop as select * from pg_temp.oud_object o where not exists (select from pg_temp.zelfde_object z where z.oud = o.ctid);
    create temporary table erbij_object on commit drop as select * from pg_temp.nieuw_object n where not exists (select from pg_temp.zelfde_object z where z.nieuw = n.ctid);
    create temporary table ander_einde on commit drop as select * from pg_temp.zelfde_object z where z.tot_was is distinct from z.tot_wordt;
    analyze pg_temp.weg_object (identificatie);
    analyze pg_temp.erbij_object (identificatie);
    analyze pg_temp.ander_einde;
    -- Buildings that have other objects in them or another use: what goes and what comes, added up per day, leaves something. An object with another area leaves nothing.
    insert into pg_temp.te_pand
    select distinct pand from (
        select o.pand from (select identificatie, pand, doelen, van, tot, -1 as keer from pg_temp.weg_object where soort = 1
                            union all select identificatie, pand, doelen, van, tot, 1 from pg_temp.erbij_object where soort = 1
                            union all select o.identificatie, o.pand, o.doelen, e.tot_was, e.tot_wordt, 1 from pg_temp.ander_einde e join pg_temp.oud_object o on o.ctid = e.oud where o.soort = 1) o
         cross join lateral (values (o.van, o.keer), (o.tot, -o.keer)) d (dag, erbij)
         where d.dag is not null and o.pand is not null
         group by o.identificatie, o.pand, o.doelen, d.dag having sum(d.erbij) <> 0) v
     where not exists (select from pg_temp.te_pand t where t.identificatie = v.pand);
    analyze pg_temp.te_pand;
    delete from register.kaartobject k using pg_temp.weg_object w where k.ctid = w.plaats;
    update register.kaartobject k set tot = e.tot_wordt from pg_temp.ander_einde e where k.ctid = e.plaats;
    insert into register.kaartobject (identificatie, soort, gemeente, van, tot, nummeraanduiding, pand, gebruik, doelen, oppervlakte, plek, punt)
    select identificatie, soort, gemeente, van, tot, nummeraanduiding, pand, gebruik, doelen, oppervlakte, plek, public.st_transform(plek, 3857) from pg_temp.erbij_object;

    -- What is in those buildings: the map knows the first building of each object, and those in more than one are few (`@> '{}'` finds them by their index).
    create temporary table in_pand on commit drop as
        select identificatie from register.kaartobject where soort = 1 and pand in (select identificatie from pg_temp.te_pand)
        union
        select v.identificatie from register.verblijfsobject_voorkomen v cross join unnest(v.panden) pand
         where cardinality(v.panden) > 1 and v.panden @> '{}' and pand in (select identificatie from pg_temp.te_pand);
    analyze pg_temp.in_pand;
    perform register.bepaal_pandstaat('identificatie in (select identificatie from pg_temp.te_pand)', 'identificatie in (select identificatie from pg_temp.in_pand)', null, null);
    create temporary table oud_pand on commit drop as
        select k.ctid as plaats, k.identificatie, k.gemeente, k.van, k.tot, k.bouwjaar, k.status, k.gebruik, k.objecten from register.kaartpand k
         where k.identificatie in (select identificatie from pg_temp.te_pand);
    create index on pg_temp.oud_pand (identificatie);
    analyze pg_temp.oud_pand;
    -- A building keeps its shape when it was not touched itself, or when every version of it, as it was and as it became, has the same.
    create temporary table vers_pand on commit drop as
        select t.identificatie from pg_temp.te_pand t join pg_temp.geraakt g using (identificatie)
         where not exists (select from pg_temp.oud_pand o where o.identificatie = t.identificatie)
            or not exists (select from pg_temp.mutatie_pand m where m.identificatie = t.identificatie)
        union
        select v.identificatie
          from (select distinct on (identificatie) identificatie, public.st_asewkb(geometrie) as vorm from pg_temp.mutatie_pand order by identificatie, volgnummer) e
          join (select identificatie, geometrie from pg_temp.mutatie_pand
                union all select identificatie, geometrie from register.pand_voorkomen where identificatie in (select identificatie from pg_temp.mutatie_pand)) v using (identificatie)
         where public.st_asewkb(v.geometrie) <> e.vorm;
    analyze pg_temp.vers_pand;
    perform register.bepaal_pandvorm('identificatie in (select identificatie from pg_temp.vers_pand)', null, null);
    -- As it becomes: with a shape that is worked out, or with the row that has it now.
    create temporary table nieuw_pand on commit drop as
        select s.identificatie, s.gemeente, s.van, s.tot, s.bouwjaar, s.status, s.gebruik, s.objecten, public.st_pointonsurface(v.plat) as plek, v.fijn, null::tid as bron
          from pg_temp.pandstaat s join pg_temp.pandvorm v using (identificatie, voorkomen)
        union all
        select s.identificatie, s.gemeente, s.van, s.tot, s.bouwjaar, s.status, s.gebruik, s.objecten, null, null, o.bron
          from pg_temp.pandstaat s
          -- of a building that was touched any row will do: they have one shape
          join (select distinct on (identificatie) identificatie, plaats as bron, identificatie in (select identificatie from pg_temp.geraakt) as een from pg_temp.oud_pand order by identificatie) o using (identificatie)
         where o.een and not exists (select from pg_temp.vers_pand v where v.identificatie = s.identificatie)
        union all
        select s.identificatie, s.gemeente, s.van, s.tot, s.bouwjaar, s.status, s.gebruik, s.objecten, null, null, o.plaats
          from pg_temp.pandstaat s join pg_temp.oud_pand o on o.identificatie = s.identificatie and o.van <= s.van and (o.tot is null or o.tot > s.van)
         where not exists (select from pg_temp.geraakt g where g.identificatie = s.identificatie);
    analyze pg_temp.nieuw_pand (identificatie, van, bron);
    create temporary table zelfde_pand on commit drop as
        select o.plaats, o.ctid as oud, n.ctid as nieuw, o.tot as tot_was, n.tot as tot_wordt
          from pg_temp.oud_pand o join pg_temp.nieuw_pand n
            on o.identificatie = n.identificatie and o.van = n.van and o.gemeente = n.gemeente and o.bouwjaar = n.bouwjaar and o.status = n.status
           and o.gebruik = n.gebruik and o.objecten = n.objecten
          left join register.kaartpand k on k.ctid = o.plaats and n.fijn is not null
         where n.fijn is null or (public.st_asewkb(k.plek), public.st_asewkb(k.fijn)) = (public.st_asewkb(n.plek), public.st_asewkb(n.fijn));
    analyze pg_temp.zelfde_pand;
    create temporary table ander_pandeinde on commit drop as select * from pg_temp.zelfde_pand z where z.tot_was is distinct from z.tot_wordt;
    create temporary table weg_pand on commit drop as select o.plaats from pg_temp.oud_pand o where not exists (select from pg_temp.zelfde_pand z where z.oud = o.ctid);
    analyze pg_temp.ander_pandeinde;
    analyze pg_temp.weg_pand;
    -- With its shape, before the row that it comes from goes.
    create temporary table erbij_pand on commit drop as
        select n.identificatie, n.gemeente, n.van, n.tot, n.bouwjaar, n.status, n.gebruik, n.objecten, coalesce(n.plek, k.plek) as plek, coalesce(n.fijn, k.fijn) as fijn,
               coalesce(k.grof, public.st_simplify(n.fijn, 1, true)) as grof
          from pg_temp.nieuw_pand n left join register.kaartpand k on k.ctid = n.bron
         where not exists (select from pg_temp.zelfde_pand z where z.nieuw = n.ctid);
    -- Buildings per hexagon: what goes and what comes is added to what stands there.
    create temporary table celwissel on commit drop as
    with weg as (delete from register.kaartpand k using pg_temp.weg_pand w where k.ctid = w.plaats returning k.plek, k.gebruik, k.gemeente, k.van, k.tot),
    einde as (update register.kaartpand k set tot = e.tot_wordt from pg_temp.ander_pandeinde e where k.ctid = e.plaats returning k.plek, k.gebruik, k.gemeente, e.tot_was, e.tot_wordt),
    erbij as (
        insert into register.kaartpand (identificatie, gemeente, van, tot, bouwjaar, status, gebruik, objecten, plek, fijn, grof)
        select identificatie, gemeente, van, tot, bouwjaar, status, gebruik, objecten, plek, fijn, grof from pg_temp.erbij_pand order by fijn
        returning plek, gebruik, gemeente, van, tot),
    per_plek as (
        select plek, gebruik, gemeente, dag, sum(erbij) as erbij from (
            select plek, gebruik, gemeente, d.* from weg cross join lateral (values (van, -1), (tot, 1)) d (dag, erbij)
            union all
            select plek, gebruik, gemeente, d.* from einde cross join lateral (values (tot_was, 1), (tot_wordt, -1)) d (dag, erbij)
            union all
            select plek, gebruik, gemeente, d.* from erbij cross join lateral (values (van, 1), (tot, -1)) d (dag, erbij)) v
         where dag is not null group by 1, 2, 3, 4 having sum(erbij) <> 0)
    select g.groep, c.cel[1] as i, c.cel[2] as j, p.gebruik, p.gemeente, p.dag, sum(p.erbij) as erbij
      from (select *, public.st_transform(plek, 3857) as punt from per_plek offset 0) p
     cross join (values (1::smallint), (2::smallint), (3::smallint), (4::smallint)) g (groep)
     cross join lateral (select register.cel_van(public.st_x(p.punt), public.st_y(p.punt), register.celmaat(g.groep)) as cel offset 0) c
     group by 1, 2, 3, 4, 5, 6 having sum(p.erbij) <> 0;
    create temporary table oude_cel (like register.kaartcel) on commit drop;
    create temporary table raakcel on commit drop as select groep, i, j, gebruik, gemeente, min(dag) as dag from pg_temp.celwissel group by 1, 2, 3, 4, 5;
    analyze pg_temp.raakcel;
    with weg as (delete from register.kaartcel k using pg_temp.raakcel r where k.tot is null
                    and k.groep = r.groep and k.i = r.i and k.j = r.j and k.gebruik = r.gebruik and k.gemeente = r.gemeente returning k.*)
    insert into pg_temp.oude_cel select * from weg;
    with weg as (delete from register.kaartcel k using pg_temp.raakcel r where k.tot >= r.dag
                    and k.groep = r.groep and k.i = r.i and k.j = r.j and k.gebruik = r.gebruik and k.gemeente = r.gemeente returning k.*)
    insert into pg_temp.oude_cel select * from weg;
    insert into register.kaartcel (groep, i, j, dag, tot, gebruik, gemeente, aantal)
    with verandering as (
        select groep, i, j, gebruik, gemeente, dag, sum(erbij) as erbij from (
            select groep, i, j, gebruik, gemeente, dag, erbij from pg_temp.celwissel
            union all
            select o.groep, o.i, o.j, o.gebruik, o.gemeente, d.dag, d.erbij from pg_temp.oude_cel o cross join lateral (values (o.dag, o.aantal), (o.tot, -o.aantal)) d (dag, erbij)
             where d.dag is not null) v
         group by 1, 2, 3, 4, 5, 6 having sum(erbij) <> 0)
    select groep, i, j, dag, tot, gebruik, gemeente, aantal
      from (select *, lead(dag) over w as tot, sum(erbij) over w as aantal from verandering window w as (partition by groep, i, j, gebruik, gemeente order by dag)) v
     where aantal > 0;
end $$;

-- ── Tiles ────────────────────────────────────────────────────────────────────────────────────────────────────────────
-- Buildings, cells, objects and establishments are drawn by the program from rows (src/werk/kaart/tegel_store.cpp, ADR 0056); areas, which are large and must be clipped, here.

-- What a company does, in groups that a map can show: by the first two digits of its main activity, in the edition it was delivered in (SBI 2008 or
-- 2025; NACE Rev. 2 and 2.1). The divisions of both agree as far as these groups go, but for the trade in cars and their repair: 45 in 2008, and in 2025, which has no
-- division for it, the groups 46.7, 47.8 and 95.3 (in 2008 those were scrap metal and the like, market stalls, and nothing).
-- 0 unknown, 1 bouw, 2 industrie, 3 auto, 4 groothandel, 5 winkel, 6 vervoer, 7 horeca, 8 zakelijk, 9 zorg, 10 vrije-tijd, 11 persoonlijk, 12 overig.
-- One expression, so that it becomes part of the statement that asks; by the row it costs less than looking its function up.
drop function if exists register.branche_van(text);
create or replace function register.branche_van(sbi text, uitgave smallint) returns smallint language sql immutable parallel safe as $$
    select case when sbi !~ '^[0-9]{2}' or sbi is null then 0::smallint
                when uitgave = 2025 and left(sbi, 3) in ('467', '478', '953') then 3::smallint
                else ('{12,12,12,12,12,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,2,12,1,1,1,12,3,4,5,12,6,6,6,6,6,12,7,7,12,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,8,9,9,9,9,12,10,10,10,10,12,11,11,12,12,12}'::smallint[])[left(sbi, 2)::integer + 1] end
$$;
-- Whether what ends then (2009, 2009-01 or 2009-01-31: as much as is known) still is on a day; null: it has no end.
-- Stable, as the text of a date is: said otherwise it would be called for each row instead of becoming part of the statement.
create or replace function register.loopt(einde text, peil date) returns boolean language sql stable parallel safe as $$
    select einde is null or einde || substr('-12-31', greatest(length(einde) - 3, 1)) > peil::text
$$;
-- The division that held on a day: the newest of that year or before, else the oldest there is.
create or replace function register.gebiedjaar(soort_in text, peil date) returns smallint language sql stable parallel safe as $$
    select coalesce((select max(jaar) from register.gebied where soort = soort_in and jaar <= extract(year from peil)),
                    (select min(jaar) from register.gebied where soort = soort_in))
$$;
create or replace function register.tegel_gebieden(soort_in text, z integer, x integer, y integer, peil date) returns bytea
language sql stable parallel safe as $$
    select public.st_asmvt(t, 'gebieden', 4096, 'vorm') from (
        select public.st_asmvtgeom(case when z >= 13 then g.fijn else g.grof end, v.vlak, 4096, 64, true) as vorm, g.code
          from (values (public.st_tileenvelope(z, x, y))) v (vlak)
          join register.gebied g on g.fijn operator(public.&&) v.vlak and g.soort = soort_in and g.jaar = register.gebiedjaar(soort_in, peil)) t
     where vorm is not null
$$;

-- Takes one area over; says why not when it cannot. `stelsel`: EPSG number of the coordinates in the GeoJSON.
create or replace function register.neem_gebied(lading_in integer, soort_in text, code_in text, jaar_in smallint, naam_in text, vorm_in text, stelsel integer)
returns text language plpgsql as $$
declare
    vlak public.geometry;
begin
    begin
        vlak := public.st_geomfromgeojson(vorm_in);
    exception when others then
        return 'de vorm is geen GeoJSON';
    end;
    if public.geometrytype(vlak) not in ('POLYGON', 'MULTIPOLYGON') then return 'een gebied is een vlak'; end if;
    vlak := public.st_transform(public.st_setsrid(register.tekenbaar(vlak), stelsel), 28992);
    if public.st_isempty(vlak) then return 'de vorm heeft geen oppervlak'; end if;
    if not public.st_within(vlak, public.st_makeenvelope(-100000, 200000, 400000, 700000, 28992)) then return 'buiten Nederland: klopt het stelsel?'; end if;
    insert into register.gebied (soort, code, jaar, naam, lading, geometrie, fijn, grof)
    select soort_in, code_in, jaar_in, naam_in, lading_in, heel, fijn, public.st_simplify(fijn, 20, true)
      from (select public.st_multi(vlak) as heel, public.st_multi(public.st_simplify(public.st_transform(vlak, 3857), 1, true)) as fijn) v
        on conflict do nothing;
    if not found then return 'deze code komt vaker voor'; end if;
    return null;
end $$;
drop function if exists register.tekenbaar_of_punt(public.geometry);

do $$
declare
    naam text;
begin
    foreach naam in array array['celgroep(integer)', 'celmaat(smallint)', 'gebruik_van(integer)', 'tekenbaar(public.geometry)', 'plek_van(public.geometry)',
        'bouw_kaart(smallint[], boolean)', 'werk_kaart_bij()', 'cel_van(double precision, double precision, double precision)', 'teken_objecten(text, text, smallint[], boolean, boolean)',
        'bepaal_pandstaat(text, text, smallint[], boolean)', 'bepaal_pandvorm(text, smallint[], boolean)', 'branche_van(text, smallint)', 'loopt(text, date)', 'gebiedjaar(text, date)', 'tegel_gebieden(text, integer, integer, integer, date)',
        'neem_gebied(integer, text, text, smallint, text, text, integer)'] loop
        execute format('revoke all on function register.%s from public', naam);
        execute format('grant execute on function register.%s to lader', naam);
        if naam !~ '^(bouw|neem|werk|teken|bepaal|cel_van)' then execute format('grant execute on function register.%s to toepassing', naam); end if;
    end loop;
end $$;
