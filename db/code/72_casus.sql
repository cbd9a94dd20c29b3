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
