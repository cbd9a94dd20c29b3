-- SPDX-License-Identifier: EUPL-1.2
-- Who is named in a casus, and what was decided about telling him. All of it runs as the asker: what stands in a compartment
-- he may not enter is not there.
set local role eigenaar;
select basis.beveilig('informeren', 'besluit', 'zicht');

-- The people that a casus and its signalen name, each once: the first mention, when the data about him was got, and all
-- mentions of him.
create or replace function informeren.personen(casus_in uuid) returns table (
    persoon uuid, vermelding uuid, naam text, rol text, zicht integer, verkregen_op timestamptz, vermeldingen uuid[], vermeldingen_tekst text[])
language sql stable as $$
    select coalesce(v.entiteit, v.id), (array_agg(v.id order by v.op, v.id))[1], (array_agg(v.tekst order by v.op, v.id))[1], (array_agg(v.rol order by v.op, v.id))[1],
           (array_agg(v.zicht order by v.op, v.id))[1], min(v.op), array_agg(v.id order by v.op, v.id), array_agg(v.id::text)
      from entiteit.vermelding v
     where v.organisatie = basis.organisatie() and v.soort = 'persoon' and v.zicht = any (toegang.mijn_zichten())
       and v.dossier = any (array(select casus_in union all select s.id from signaal.signaal s where s.organisatie = basis.organisatie() and s.casus = casus_in))
     group by coalesce(v.entiteit, v.id)
$$;
-- The decision that holds for him who is named in these mentions.
create or replace function informeren.geldend(vermeldingen uuid[]) returns table (besluit text, tot date) language sql stable as $$
    select b.besluit, b.tot from informeren.besluit b
     where b.organisatie = basis.organisatie() and b.vermelding = any (vermeldingen) and b.zicht = any (toegang.mijn_zichten()) order by b.op desc, b.id limit 1
$$;

-- Per casus that is not closed, everybody who is named in it and when the data about him was got, with the decision that
-- holds: no name, no id. As its owner, over all compartments: who watches over the duty to inform is in no file. The right is
-- asked here too.
create or replace function informeren.stand_van_alle() returns table (
    casus uuid, kenmerk text, trekker uuid, trekker_naam text, verkregen_op timestamptz, besluit text, tot date)
language sql stable security definer set search_path = pg_catalog as $$
    select c.id, c.kenmerk, g.id, g.naam, p.sinds, b.besluit, b.tot
      from casus.casus c
      join toegang.gebruiker g on g.organisatie = c.organisatie and g.id = c.trekker
      cross join lateral (
            select min(v.op) as sinds, array_agg(v.id) as vermeldingen from entiteit.vermelding v
             where v.organisatie = c.organisatie and v.soort = 'persoon'
               and v.dossier = any (array(select c.id union all select s.id from signaal.signaal s where s.organisatie = c.organisatie and s.casus = c.id))
             group by coalesce(v.entiteit, v.id)) p
      left join lateral (
            select i.besluit, i.tot from informeren.besluit i
             where i.organisatie = c.organisatie and i.casus = c.id and i.vermelding = any (p.vermeldingen) order by i.op desc, i.id limit 1) b on true
     where c.organisatie = basis.organisatie() and c.fase not in ('archief', 'vernietigd') and toegang.heb_recht('toezicht.zien')
$$;
revoke all on function informeren.stand_van_alle() from public;
grant execute on function informeren.stand_van_alle() to toepassing;
