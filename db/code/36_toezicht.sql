-- SPDX-License-Identifier: EUPL-1.2
-- The watch over who looks: signs that a person weighs. Each is one rule, one user, one day, with its count, its bound and
-- the operations behind it; nothing is added up over rules or days, and nothing follows from it by itself.
set local role eigenaar;

select basis.beveilig('logboek', 'verklaring', 'organisatie');
-- What is said of a colleague is for who weighs the signs.
drop policy if exists lezer on logboek.verklaring;
create policy lezer on logboek.verklaring as restrictive using ((select toegang.heb_recht('incidenten.zien')));

-- The rules and their bounds: at least so many make a sign. Source of the kinds: veiligheid.md V7.
create or replace function logboek.signaleerregels() returns table (regel text, grens integer) language sql immutable as $$
    values ('zonder-casus', 5),         -- closed signalen, no work or casus of his, opened on one day
           ('bedrijf-zonder-dossier', 5),  -- companies of a person, in no file of his own, opened on one day
           ('mensen-zonder-dossier', 15),  -- searches, networks and registers that showed somebody, and nothing of a file of his own, on one day
           ('ongewoon-veel', 30),       -- files opened on one day; see below for his own bound
           ('nacht', 3),                -- files opened or changed between 20:00 and 06:00
           ('dossier-van-collega', 1),  -- operations on a casus he is no member of
           ('vaak-geweigerd', 10),      -- looks at what is not there for him, on one day
           ('eigen-naam', 1),           -- searches for a family name of his own, or files that name a person with it
           ('eigen-adres', 1)           -- the same of an address of his own
$$;

-- Signs from day to day (Amsterdam; a night belongs to the day it begins), one row per operation behind them, at most 50 of
-- each, oldest first; `aantal` counts all. `gewoon`: his usual number on a day (median of the 28 days before), when five days
-- are known; more than three times that is unusual, and 60 where it is not known. What is done to watch over access, and
-- signing in, is left out. As its owner, since the application cannot read its logs; by right, which its caller asks.
drop function if exists logboek.signaleringen_over(date, date);
create function logboek.signaleringen_over(van_in date, tot_en_met date)
returns table (regel text, gebruiker uuid, dag date, aantal integer, grens integer, gewoon integer,
               operatie uuid, tijd timestamptz, actie text, kenmerk text, noodtoegang boolean, object uuid)
language sql stable security definer set search_path = pg_catalog set work_mem = '128MB' set jit = off as $$
    with handeling as materialized (
        select a.operatie, a.tijd, a.actie, a.actor, a.object_soort, a.object_id, a.casus, coalesce(a.casus, a.object_id) as dossier,
               a.geraakt_aantal, a.resultaat, a.status, a.toelichting, logboek.heeft_code(a.toelichting, 'noodtoegang') as noodtoegang,
               (a.tijd at time zone 'Europe/Amsterdam') as klok
          from logboek.audit a left join logboek.activiteit v on v.id = a.activiteit
         where a.organisatie = basis.organisatie() and a.actor is not null and v.code is distinct from 'toegang-beheren'
           and a.tijd >= van_in::timestamp at time zone 'Europe/Amsterdam'
           and a.tijd < (tot_en_met + 1)::timestamp at time zone 'Europe/Amsterdam' + interval '6 hours'),
    kijk as materialized (
        select *, klok::date as dag from handeling where resultaat = 'gelukt' and geraakt_aantal > 0),
    geopend as materialized (
        select distinct on (actor, dag, dossier) * from kijk where dossier is not null order by actor, dag, dossier, tijd),
    drukte as (  -- only of who opened that many the weeks before are read
        select actor, dag from geopend group by actor, dag
        having count(*) >= (select r.grens from logboek.signaleerregels() r where r.regel = 'ongewoon-veel')),
    per_dag as materialized (
        select a.actor, (a.tijd at time zone 'Europe/Amsterdam')::date as dag, count(distinct coalesce(a.casus, a.object_id))::integer as n
          from logboek.audit a left join logboek.activiteit v on v.id = a.activiteit
         where a.organisatie = basis.organisatie() and a.actor in (select actor from drukte) and v.code is distinct from 'toegang-beheren'
           and a.resultaat = 'gelukt' and a.geraakt_aantal > 0 and coalesce(a.casus, a.object_id) is not null
           and a.tijd >= (van_in - 28)::timestamp at time zone 'Europe/Amsterdam'
           and a.tijd < (tot_en_met + 1)::timestamp at time zone 'Europe/Amsterdam'
         group by 1, 2),
    eigen as (
        select d.actor, d.dag,
               (select case when count(*) >= 5 then ceil(percentile_cont(0.5) within group (order by e.n))::integer end
                  from per_dag e where e.actor = d.actor and e.dag < d.dag and e.dag >= d.dag - 28) as gewoon
          from drukte d),
    lidmaatschap as (
        select l.casus, l.gebruiker, l.van, null::timestamptz as tot, l.toegang_tot, l.operatie
          from casus.lid l where l.organisatie = basis.organisatie()
        union all
        select l.casus, l.gebruiker, l.van, l.tot, l.toegang_tot, l.operatie
          from casus.lid_verleden l where l.organisatie = basis.organisatie()),
    -- who had a part in a signaal or a casus, from whatever his part is: recorded, handled, moved, weighed, a member, an action to do, or named for
    -- an item of a meeting about it
    deel as materialized (
        select s.id as dossier, s.gemeld_door as wie from signaal.signaal s where s.organisatie = basis.organisatie() and s.gemeld_door is not null
        union select s.id, s.behandelaar from signaal.signaal s where s.organisatie = basis.organisatie() and s.behandelaar is not null
        union select o.signaal, o.door from signaal.overgang o where o.organisatie = basis.organisatie()
        union select w.signaal, w.door from signaal.weging w where w.organisatie = basis.organisatie()
        union select l.casus, l.gebruiker from lidmaatschap l
        union select s.id, l.gebruiker from lidmaatschap l join signaal.signaal s on s.organisatie = basis.organisatie() and s.casus = l.casus
        union select a.dossier, a.eigenaar from actie.actie a where a.organisatie = basis.organisatie() and a.dossier is not null
        union select a.dossier, a.eigenaar from actie.actie_verleden a where a.organisatie = basis.organisatie() and a.dossier is not null
        union select t.dossier, t.gebruiker from overleg.deeltoegang t where t.organisatie = basis.organisatie()),
    -- what is nobody's work any more
    dicht as (
        select unnest(array['niet_opgepakt', 'doorgestuurd', 'duplicaat', 'monodisciplinair', 'casus', 'bij_riec', 'afgehandeld']) as status),
    treffer as (
        select 'zonder-casus' as regel, k.actor, k.dag, k.operatie, k.tijd, k.actie, k.object_id as object, k.noodtoegang
          from (select distinct on (actor, dag, object_id) * from kijk
                 where object_soort = 'signaal' and dossier = object_id order by actor, dag, object_id, tijd) k
          join signaal.signaal s on s.organisatie = basis.organisatie() and s.id = k.object_id
         where (select o.naar_status from signaal.overgang o
                 where o.organisatie = s.organisatie and o.signaal = s.id and o.op < k.tijd order by o.op desc limit 1)
               in (select status from dicht)
           and not exists (select from deel d where d.dossier = s.id and d.wie = k.actor)
        union all
        -- neither in a signaal that is everybody's work still or was his own, nor in a casus that he was in
        select 'bedrijf-zonder-dossier', k.actor, k.dag, k.operatie, k.tijd, k.actie, k.object_id, k.noodtoegang
          from (select distinct on (actor, dag, object_id) * from kijk where object_soort = 'bedrijf' order by actor, dag, object_id, tijd) k
          join register.bedrijf b on b.id = k.object_id
         where not exists (
               select from entiteit.entiteit e join entiteit.vermelding v on v.organisatie = e.organisatie and v.entiteit = e.id
                 left join signaal.signaal s on s.organisatie = v.organisatie and s.id = v.dossier
                where e.organisatie = basis.organisatie() and e.soort = 'bedrijf' and e.sleutel = lpad(b.kvk_nummer::text, 8, '0')
                  and (s.status not in (select status from dicht) or exists (select from deel d where d.dossier = v.dossier and d.wie = k.actor)))
        union all
        -- people shown by what is no file: a search, the network, a register. With one file of his own among it, or one that is everybody's work
        -- still, it was looked for that
        select 'mensen-zonder-dossier', k.actor, k.dag, k.operatie, k.tijd, k.actie, null, k.noodtoegang
          from kijk k
         where k.object_id is null and k.casus is null
           and exists (select from logboek.verwerking v where v.organisatie = basis.organisatie() and v.operatie = k.operatie and v.betrokkene is not null)
           and not exists (
               select from logboek.audit a cross join lateral unnest(a.geraakt) as g (object)
                 left join signaal.signaal s on s.organisatie = a.organisatie and s.id = g.object
                where a.organisatie = basis.organisatie() and a.operatie = k.operatie
                  and (s.status not in (select status from dicht) or exists (select from deel d where d.dossier = g.object and d.wie = k.actor)))
        union all
        select 'ongewoon-veel', g.actor, g.dag, g.operatie, g.tijd, g.actie, g.dossier, g.noodtoegang from geopend g
        union all
        select 'nacht', k.actor, (k.klok - interval '6 hours')::date, k.operatie, k.tijd, k.actie, k.dossier, k.noodtoegang
          from kijk k where k.dossier is not null and (extract(hour from k.klok) >= 20 or extract(hour from k.klok) < 6)
        union all
        select distinct on (k.operatie) 'dossier-van-collega', k.actor, k.dag, k.operatie, k.tijd, k.actie, c.id, k.noodtoegang
          from casus.casus c
          join (select a.operatie, unnest(a.geraakt) as object from logboek.audit a
                 where a.organisatie = basis.organisatie() and a.tijd >= van_in::timestamp at time zone 'Europe/Amsterdam'
                   and a.geraakt && array(select id from casus.casus where organisatie = basis.organisatie())) g on g.object = c.id
          join kijk k on k.operatie = g.operatie
         where c.organisatie = basis.organisatie()
           and not exists (select from lidmaatschap l where l.casus = c.id and l.gebruiker = k.actor
                              and (l.van <= k.tijd or l.operatie = k.operatie) and (l.tot is null or l.tot > k.tijd)
                              and (l.toegang_tot is null or l.toegang_tot >= k.dag))
        union all
        select 'dossier-van-collega', k.actor, k.dag, k.operatie, k.tijd, k.actie, k.object_id, true
          from kijk k join toegang.noodtoegang n on n.organisatie = basis.organisatie() and n.gebruiker = k.actor
               and n.object_soort = 'signaal' and n.object = k.object_id and k.tijd between n.begonnen_op and n.tot
        union all
        select 'vaak-geweigerd', h.actor, h.klok::date, h.operatie, h.tijd, h.actie, null, h.noodtoegang
          from handeling h where h.resultaat = 'geweigerd' and h.status = 404
        union all
        select e.code, h.actor, h.klok::date, h.operatie, h.tijd, h.actie, h.dossier, h.noodtoegang
          from handeling h cross join (values ('eigen-naam'), ('eigen-adres')) e (code)
         where h.toelichting like '%eigen-%' and h.resultaat = 'gelukt' and logboek.heeft_code(h.toelichting, e.code)),
    geteld as (
        select t.*, count(*) over (partition by t.regel, t.actor, t.dag)::integer as aantal,
               row_number() over (partition by t.regel, t.actor, t.dag order by t.tijd, t.operatie) as nummer
          from treffer t where t.dag between van_in and tot_en_met)
    select t.regel, t.actor, t.dag, t.aantal, b.grens, case t.regel when 'ongewoon-veel' then e.gewoon end,
           t.operatie, t.tijd, t.actie,
           coalesce((select s.kenmerk from signaal.signaal s where s.organisatie = basis.organisatie() and s.id = t.object),
                    (select c.kenmerk from casus.casus c where c.organisatie = basis.organisatie() and c.id = t.object),
                    (select lpad(b.kvk_nummer::text, 8, '0') from register.bedrijf b where b.id = t.object)), t.noodtoegang, t.object
      from geteld t join logboek.signaleerregels() r on r.regel = t.regel
      left join eigen e on t.regel = 'ongewoon-veel' and e.actor = t.actor and e.dag = t.dag
     cross join lateral (select case when t.regel <> 'ongewoon-veel' then r.grens
                                     when e.gewoon is null then 60 else greatest(r.grens, 3 * e.gewoon + 1) end as grens) b
     where t.aantal >= b.grens and t.nummer <= 50
     order by t.dag desc, t.regel, t.actor, t.nummer
$$;
revoke all on function logboek.signaleringen_over(date, date) from public;
grant execute on function logboek.signaleringen_over(date, date) to toepassing;

-- Incidents of the asker's organisation, and those of the machine that all share.
create or replace function logboek.incidenten_voor(hoogstens integer) returns setof logboek.incident
language sql stable security definer set search_path = pg_catalog as $$
    select i.* from logboek.incident i where i.organisatie in (basis.organisatie(), 0) order by i.tijd desc, i.id limit hoogstens
$$;
revoke all on function logboek.incidenten_voor(integer) from public;
grant execute on function logboek.incidenten_voor(integer) to toepassing;

-- What "who looked?" may be asked about, by what it is called: a signaal, casus or request by its kenmerk; a company by its KVK
-- number, and the files that name it, now or before; an address, object or building by its BAG id, by way of the files that name
-- it. Ids and kenmerken, and nothing of what was said; by right, which its caller asks.
create or replace function logboek.te_vinden(wat text) returns table (soort text, object uuid, kenmerk text)
language sql stable security definer set search_path = pg_catalog as $$
    with bag as (
        select wat::bigint as id where wat ~ '^[0-9]{16}$'),
    adres as (
        select lpad(a.nummeraanduiding::text, 16, '0') as sleutel
          from register.adres a, bag
         where a.nummeraanduiding = bag.id or a.object = bag.id
            or a.object in (select v.identificatie from register.verblijfsobject v where v.panden @> array[bag.id])),
    zaak as (
        select e.id from entiteit.entiteit e
         where e.organisatie = basis.organisatie()
           and (e.soort = 'bedrijf' and e.sleutel = wat or e.soort = 'adres' and e.sleutel in (select sleutel from adres))),
    genoemd as (
        select v.dossier from entiteit.vermelding v where v.organisatie = basis.organisatie() and v.entiteit in (select id from zaak)
        union select v.dossier from entiteit.vermelding_verleden v where v.organisatie = basis.organisatie() and v.entiteit in (select id from zaak)
        union select s.id from signaal.signaal s where s.organisatie = basis.organisatie() and s.nummeraanduiding in (select sleutel from adres)
        union select s.id from signaal.signaal_verleden s where s.organisatie = basis.organisatie() and s.nummeraanduiding in (select sleutel from adres)),
    dossier as (
        select dossier from genoemd
        union select s.casus from signaal.signaal s join genoemd g on s.id = g.dossier where s.organisatie = basis.organisatie() and s.casus is not null)
    select 'signaal', s.id, s.kenmerk from signaal.signaal s where s.organisatie = basis.organisatie() and (s.kenmerk = wat or s.id in (select dossier from dossier))
    union all
    select 'casus', c.id, c.kenmerk from casus.casus c where c.organisatie = basis.organisatie() and (c.kenmerk = wat or c.id in (select dossier from dossier))
    union all
    select 'verzoek', v.id, v.kenmerk from betrokkene.verzoek v where v.organisatie = basis.organisatie() and v.kenmerk = wat
    union all
    select 'bedrijf', b.id, wat from register.bedrijf b where b.kvk_nummer = case when wat ~ '^[0-9]{8}$' then wat::integer end
     order by 3 limit 500
$$;
revoke all on function logboek.te_vinden(text) from public;
grant execute on function logboek.te_vinden(text) to toepassing;
