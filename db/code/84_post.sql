-- SPDX-License-Identifier: EUPL-1.2
-- Reminders, and mail that waits.
set local role eigenaar;
select basis.beveilig('post', t, 'organisatie') from unnest(array['adres', 'uit']) t;
-- The outbox says who is asked to which meeting: the program alone reads it.
alter policy muur on post.uit using (organisatie = (select basis.organisatie()) and (select basis.gebruiker()) is null);

-- What is late for a week goes to who leads: once for each day that was agreed. As its owner: the program is in no audience.
-- Gives how many.
create or replace function actie.escaleer() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
    aantal bigint;
begin
    if basis.organisatie() is null or basis.operatie() is null then raise exception 'no organisation or operation'; end if;
    update actie.actie a set geescaleerd_aan = b.aan, geescaleerd_op = basis.nu()
      from (select x.id, coalesce(c.trekker, cs.trekker, o.voorzitter, s.behandelaar) as aan from actie.actie x
              left join casus.casus c on c.organisatie = x.organisatie and c.id = x.dossier
              left join signaal.signaal s on s.organisatie = x.organisatie and s.id = x.dossier
              left join casus.casus cs on cs.organisatie = s.organisatie and cs.id = s.casus
              left join overleg.overleg o on o.organisatie = x.organisatie and o.id = x.overleg
             where x.organisatie = basis.organisatie() and x.staat = 'open' and x.datum <= basis.vandaag() - 7 and x.geescaleerd_op is null) b
     where a.organisatie = basis.organisatie() and a.id = b.id and b.aan is not null and b.aan <> a.eigenaar;
    get diagnostics aantal = row_count;
    return aantal;
end $$;

-- A mail for everybody with an address for whom something waits: once a day. Numbers only. As its owner, as above. Gives how
-- many.
create or replace function post.leg_dagoverzichten_klaar() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
    aantal bigint;
begin
    if basis.organisatie() is null or basis.operatie() is null then raise exception 'no organisation or operation'; end if;
    insert into post.uit (organisatie, id, gebruiker, soort, dag, aantallen, op, volgende, operatie)
    select p.organisatie, gen_random_uuid(), p.gebruiker, 'dagoverzicht', basis.vandaag(),
           jsonb_build_object('teLaat', t.te_laat, 'binnenkort', t.binnenkort, 'geescaleerd', t.geescaleerd, 'vragen', w.vragen, 'overleggen', o.overleggen), basis.nu(), basis.nu(), basis.operatie()
      from post.adres p
      join toegang.gebruiker g on g.organisatie = p.organisatie and g.id = p.gebruiker and g.actief
     cross join lateral (
        select count(*) filter (where a.eigenaar = p.gebruiker and a.datum < basis.vandaag()) as te_laat,
               count(*) filter (where a.eigenaar = p.gebruiker and a.datum between basis.vandaag() and basis.vandaag() + 2) as binnenkort,
               count(*) filter (where a.geescaleerd_aan = p.gebruiker) as geescaleerd
          from actie.actie a where a.organisatie = p.organisatie and a.staat = 'open' and p.gebruiker in (a.eigenaar, a.geescaleerd_aan)) t
     cross join lateral (
        select count(*) as vragen from vraag.vraag v
         where v.organisatie = p.organisatie and v.partner = p.gebruiker and v.staat in ('gesteld', 'geaccepteerd') and v.tot >= basis.vandaag()) w
     cross join lateral (
        select count(*) as overleggen from overleg.deelnemer d join overleg.overleg m on m.organisatie = d.organisatie and m.id = d.overleg
         where d.organisatie = p.organisatie and d.gebruiker = p.gebruiker and m.staat = 'gepland' and m.datum between basis.vandaag() and basis.vandaag() + 1) o
     where p.organisatie = basis.organisatie() and t.te_laat + t.binnenkort + t.geescaleerd + w.vragen + o.overleggen > 0
       and exists (select from toegang.gebruiker_rol r where r.organisatie = p.organisatie and r.gebruiker = p.gebruiker and (r.tot is null or r.tot > basis.nu()))
    on conflict (organisatie, gebruiker, dag) where soort = 'dagoverzicht' do nothing;
    get diagnostics aantal = row_count;
    return aantal;
end $$;

-- What was sent, or given up, thirty days ago.
create or replace function post.vergeet() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
    aantal bigint;
begin
    delete from post.uit u where u.organisatie = basis.organisatie() and u.dag < basis.vandaag() - 30;
    get diagnostics aantal = row_count;
    return aantal;
end $$;
revoke all on function actie.escaleer(), post.leg_dagoverzichten_klaar(), post.vergeet() from public;
grant execute on function actie.escaleer(), post.leg_dagoverzichten_klaar(), post.vergeet() to toepassing;
