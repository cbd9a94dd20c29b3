-- SPDX-License-Identifier: EUPL-1.2
-- What the privacy checks of a casus say. All of it runs as the asker: what stands in a compartment he may not enter is not
-- there.
set local role eigenaar;

-- Whether the newest decided check of this kind that names this says yes. `vanaf`: checks of before it do not count.
create or replace function casus.toets_akkoord(casus_in uuid, soort_in text, over_in uuid, vanaf timestamptz default '-infinity') returns boolean
language sql stable as $$
    select coalesce((select t.staat = 'akkoord' from casus.privacytoets t
                      where t.organisatie = basis.organisatie() and t.casus = casus_in and t.soort = soort_in
                        and over_in = any (t.over) and t.staat <> 'voorgelegd' and t.op >= vanaf
                      order by t.op desc, t.id desc limit 1), false)
$$;
create or replace function casus.is_van_voor_toets(object_in uuid) returns boolean language sql stable as $$
    select exists (select from casus.van_voor_toets v where v.organisatie = basis.organisatie() and v.object = object_in)
$$;
-- Members whom no approved 2A names since the casus last came into the informatie phase: what was learnt since was not judged.
create or replace function casus.zonder_2a(casus_in uuid) returns setof uuid language sql stable as $$
    select l.gebruiker from casus.lid l
     where l.organisatie = basis.organisatie() and l.casus = casus_in and (l.toegang_tot is null or l.toegang_tot >= basis.vandaag())
       and not casus.toets_akkoord(casus_in, '2a', l.gebruiker, coalesce((
               select max(o.op) from casus.overgang o
                where o.organisatie = basis.organisatie() and o.casus = casus_in and o.naar_fase = 'informatie'), '-infinity'))
$$;
-- The interventions of a casus: a check 2B names them, and the room that keeps them comes later.
create or replace function casus.interventies_van(casus_in uuid) returns table (id uuid, status text) language sql stable as $$
    select i.id, i.status from interventie.interventie i where i.organisatie = basis.organisatie() and i.casus = casus_in
$$;
-- Whether the plan may be carried out: it holds an intervention, and each that was not dropped has an approved 2B.
create or replace function casus.plan_heeft_2b(casus_in uuid) returns boolean language sql stable as $$
    select coalesce(bool_and(casus.toets_akkoord(casus_in, '2b', i.id) or casus.is_van_voor_toets(i.id)), false)
      from casus.interventies_van(casus_in) i where i.status <> 'vervallen'
$$;

-- The label of a line of the timeline as known at `moment` (null: now): its own, and what it became since.
create or replace function casus.label_van(g casus.gebeurtenis, moment timestamptz, out regime text, out doorgifte text) language sql stable as $$
    select basis.strengste('regime', array_agg(x.regime) || g.regime), basis.strengste('doorgifte', array_agg(x.doorgifte) || g.doorgifte)
      from casus.verscherping x where x.organisatie = g.organisatie and x.gebeurtenis = g.id and (moment is null or x.op <= moment)
$$;

-- The strictest label of what stands in this audience of a casus and says something: what is written out of all of it carries
-- that at least. Runs as the asker.
create or replace function casus.strengste_van(casus_in uuid, zicht_in integer, moment timestamptz, out regime text, out doorgifte text) language sql stable as $$
    select basis.strengste('regime', array_agg(f.regime) || 'avg'::text), basis.strengste('doorgifte', array_agg(f.doorgifte) || 'vrij'::text) from (
        select b.regime, b.doorgifte from casus.bron_op(moment) b
         where b.organisatie = basis.organisatie() and b.casus = casus_in and b.zicht = zicht_in and b.antwoord <> ''
        union all
        select v.regime, v.doorgifte from entiteit.vermelding_op(moment) v
         where v.organisatie = basis.organisatie() and v.zicht = zicht_in
           and v.dossier = any (array(select casus_in union all select s.id from signaal.signaal s where s.organisatie = basis.organisatie() and s.casus = casus_in))
        union all
        select i.regime, i.doorgifte from interventie.interventie_op(moment) i
         where i.organisatie = basis.organisatie() and i.casus = casus_in and i.zicht = zicht_in
        union all
        select l.regime, l.doorgifte from casus.gebeurtenis g cross join lateral casus.label_van(g, moment) l
         where g.organisatie = basis.organisatie() and g.casus = casus_in and g.zicht = zicht_in and g.soort in ('notitie', 'informatie')
           and (moment is null or g.op <= moment)) f
$$;

-- A source became stricter: so does what was written from it, each row that the asker may see. What stands in a compartment has
-- its strictest label already.
create or replace function casus.verscherp(casus_in uuid, bron_in uuid, regime_in text, doorgifte_in text, reden_in text) returns void language sql as $$
    insert into casus.verscherping (organisatie, gebeurtenis, casus, zicht, regime, doorgifte, op, operatie)
    select g.organisatie, g.id, g.casus, g.zicht, regime_in, doorgifte_in, basis.tik(), basis.operatie()
      from casus.gebeurtenis g cross join lateral casus.label_van(g, null) l
     where g.organisatie = basis.organisatie() and g.casus = casus_in and g.uit_bron = bron_in
       and (basis.strengheid('regime', l.regime) < basis.strengheid('regime', regime_in)
            or basis.strengheid('doorgifte', l.doorgifte) < basis.strengheid('doorgifte', doorgifte_in));
    update interventie.interventie i
       set regime = basis.strengste('regime', array[i.regime, regime_in]), doorgifte = basis.strengste('doorgifte', array[i.doorgifte, doorgifte_in]),
           versie = i.versie + 1,
           doorgifte_reden = case when basis.strengheid('doorgifte', i.doorgifte) >= basis.strengheid('doorgifte', doorgifte_in) then i.doorgifte_reden else reden_in end
     where i.organisatie = basis.organisatie() and i.casus = casus_in and i.uit_bron = bron_in
       and (basis.strengheid('regime', i.regime) < basis.strengheid('regime', regime_in)
            or basis.strengheid('doorgifte', i.doorgifte) < basis.strengheid('doorgifte', doorgifte_in));
$$;
-- The audience of each intervention: a check 2B stands where what it names stands.
create or replace function casus.zichten_van(casus_in uuid, interventies uuid[]) returns setof integer language sql stable as $$
    select distinct i.zicht from interventie.interventie i where i.organisatie = basis.organisatie() and i.casus = casus_in and i.id = any (interventies)
$$;
