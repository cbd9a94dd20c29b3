-- SPDX-License-Identifier: EUPL-1.2
-- Meetings: who sees what of an agenda, what the room may see together, and who heard what. What looks past the asker's audiences
-- runs as its owner, asks first whether the asker may know of the item or the meeting, and returns no text.
set local role eigenaar;

select basis.beveilig('overleg', t, 'zicht') from unnest(array[
    'reeks', 'reeks_verleden', 'reekslid', 'overleg', 'overleg_verleden', 'deelnemer', 'toets', 'toets_verleden', 'gehoord', 'punt_verleden', 'deel_verleden']) t;
do $$
declare
    t record;
    mijn constant text := 'organisatie = (select basis.organisatie())';
    dossier constant text := 'zicht in (select unnest(toegang.mijn_zichten()))';
begin
    for t in select * from (values
        -- of the dossier, or of those a check 2A named
        ('punt', dossier || ' or tafel in (select unnest(toegang.mijn_zichten()))'),
        ('deel', dossier || ' or exists (select from overleg.deeltoegang d where d.organisatie = deel.organisatie and d.punt = deel.punt and d.soort = deel.soort
                                          and d.gebruiker = (select basis.gebruiker()) and d.toegang_tot > (select basis.nu()))'),
        ('deeltoegang', dossier || ' or gebruiker = (select basis.gebruiker())'),
        -- of whoever may know of the item (its own policy says who)
        ('veld', 'exists (select from overleg.punt p where p.organisatie = veld.organisatie and p.id = veld.punt)'),
        ('besluit', 'exists (select from overleg.punt p where p.organisatie = besluit.organisatie and p.id = besluit.punt)'),
        ('standpunt', 'exists (select from overleg.punt p where p.organisatie = standpunt.organisatie and p.id = standpunt.punt)'),
        -- the plan is the casus's
        ('bewerking', 'exists (select from overleg.punt p where p.organisatie = bewerking.organisatie and p.id = bewerking.punt) and (veld in (''aantekening'', ''besluittekst'') or ' || dossier || ')')) v (tabel, regel) loop
        execute format('alter table overleg.%I enable row level security', t.tabel);
        execute format('alter table overleg.%I force row level security', t.tabel);
        execute format('drop policy if exists muur on overleg.%I', t.tabel);
        execute format('create policy muur on overleg.%I using (%s and (%s)) with check (%s and (%s))', t.tabel, mijn, t.regel, mijn, t.regel);
    end loop;
end $$;
-- A part is written by who may see the dossier, and by nobody else.
drop policy if exists schrijver on overleg.deel;
create policy schrijver on overleg.deel as restrictive for insert with check (zicht in (select unnest(toegang.mijn_zichten())));
drop policy if exists wijziger on overleg.deel;
create policy wijziger on overleg.deel as restrictive for update using (zicht in (select unnest(toegang.mijn_zichten())));
drop policy if exists wisser on overleg.deel;
create policy wisser on overleg.deel as restrictive for delete using (zicht in (select unnest(toegang.mijn_zichten())));

select basis.met_verleden('overleg', t) from unnest(array['reeks', 'overleg', 'deel', 'toets']) t;
-- Not its audiences, nor when it was on: what somebody wrote.
select basis.met_verleden('overleg', 'punt', 'titel, doel, minuten, voorbereiding, staat');

-- The last moment at which a participant may read a meeting and its minutes: thirty days after the day of the meeting.
create or replace function overleg.te_lezen_tot(datum date) returns timestamptz language sql stable as
$$ select (datum + 31)::timestamp at time zone 'Europe/Amsterdam' $$;
create or replace function overleg.is_er(stand text) returns boolean language sql immutable parallel safe as
$$ select coalesce(stand in ('aanwezig', 'laat'), false) $$;

-- ---- for the functions below only ---------------------------------------------------------------------------------------

-- Whether the asker may know of this item.
create or replace function overleg.ken_punt(punt_in overleg.punt) returns boolean language sql stable as
$$ select punt_in.organisatie = basis.organisatie() and (punt_in.zicht = any (toegang.mijn_zichten()) or coalesce(punt_in.tafel = any (toegang.mijn_zichten()), false)) $$;
-- Which parts of an item somebody with these audiences sees.
create or replace function overleg.delen_van(punt_in uuid, wie uuid, zichten integer[]) returns text[] language sql stable as $$
    select coalesce(array_agg(d.soort order by d.soort), '{}') from overleg.deel d
     where d.organisatie = basis.organisatie() and d.punt = punt_in and d.soort <> 'voorbereiding'
       and (d.zicht = any (zichten)
            or exists (select from overleg.deeltoegang t where t.organisatie = d.organisatie and t.punt = d.punt and t.soort = d.soort and t.gebruiker = wie and t.toegang_tot > basis.nu()))
$$;
revoke all on function overleg.ken_punt(overleg.punt), overleg.delen_van(uuid, uuid, integer[]) from public;

-- Of what series a meeting is: for who may know of the meeting, also when he takes part in this one only.
create or replace function overleg.reeks_van(overleg_in uuid) returns table (naam text, soort text)
language sql stable security definer set search_path = pg_catalog as $$
    select r.naam, r.soort from overleg.overleg o join overleg.reeks r on r.organisatie = o.organisatie and r.id = o.reeks
     where o.organisatie = basis.organisatie() and o.id = overleg_in and o.zicht = any (toegang.mijn_zichten())
$$;
revoke all on function overleg.reeks_van(uuid) from public;
grant execute on function overleg.reeks_van(uuid) to toepassing;

-- ---- who sees what ---------------------------------------------------------------------------------------------------------

-- What each participant sees of the items whose dossier the asker may see.
create or replace function overleg.verdeling(overleg_in uuid) returns table (punt uuid, gebruiker uuid, van_dossier boolean, delen text[])
language sql stable security definer set search_path = pg_catalog as $$
    with wie as materialized (
        select d.gebruiker, toegang.zichten_van(d.gebruiker) as zichten from overleg.deelnemer d where d.organisatie = basis.organisatie() and d.overleg = overleg_in)
    select p.id, w.gebruiker, p.zicht = any (w.zichten), overleg.delen_van(p.id, w.gebruiker, w.zichten)
      from overleg.punt p cross join wie w
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and p.dossier is not null and p.zicht = any (toegang.mijn_zichten())
$$;
-- Who is there and may hear nothing of it: not of the dossier, and named by no check 2A that says yes. Of the items the asker may know of.
create or replace function overleg.zonder_2a(overleg_in uuid, punt_in uuid default null) returns table (punt uuid, gebruiker uuid)
language sql stable security definer set search_path = pg_catalog as $$
    with wie as materialized (
        select d.gebruiker, toegang.zichten_van(d.gebruiker) as zichten from overleg.deelnemer d
         where d.organisatie = basis.organisatie() and d.overleg = overleg_in and overleg.is_er(d.stand))
    select p.id, w.gebruiker from overleg.punt p cross join wie w
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and p.dossier is not null and (punt_in is null or p.id = punt_in) and overleg.ken_punt(p)
       and p.zicht <> all (w.zichten)
       and not exists (select from overleg.deeltoegang t where t.organisatie = p.organisatie and t.punt = p.id and t.gebruiker = w.gebruiker and t.toegang_tot > basis.nu())
$$;
-- What the shared screen may show of the item that is on: the parts that everybody who is there sees. Nothing while nobody is.
create or replace function overleg.gedeeld(overleg_in uuid) returns table (punt uuid, soort text)
language sql stable security definer set search_path = pg_catalog as $$
    with wie as materialized (
        select d.gebruiker, toegang.zichten_van(d.gebruiker) as zichten from overleg.deelnemer d
         where d.organisatie = basis.organisatie() and d.overleg = overleg_in and overleg.is_er(d.stand))
    select p.id, d.soort from overleg.punt p join overleg.deel d on d.organisatie = p.organisatie and d.punt = p.id
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and p.staat = 'bezig' and overleg.ken_punt(p)
       and exists (select from wie) and not exists (select from wie w where d.soort <> all (overleg.delen_van(p.id, w.gebruiker, w.zichten)))
$$;

-- What the checks 2A of an item come to, written down: of each person the newest decided check that names him counts. Called by who may
-- see its dossier, after a decision.
create or replace function overleg.verdeel(punt_in uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
    p overleg.punt;
    tot_in timestamptz;
begin
    select * into strict p from overleg.punt x where x.organisatie = hier and x.id = punt_in for update;
    if not p.zicht = any (toegang.mijn_zichten()) then raise exception 'not of this dossier'; end if;
    select overleg.te_lezen_tot(o.datum) into strict tot_in from overleg.overleg o where o.organisatie = hier and o.id = p.overleg;
    delete from overleg.deeltoegang t where t.organisatie = hier and t.punt = punt_in;
    insert into overleg.deeltoegang (organisatie, punt, soort, gebruiker, dossier, zicht, toegang_tot)
    select hier, punt_in, d.soort, b.wie, p.dossier, d.zicht, tot_in
      from (select distinct on (v ->> 'gebruiker') (v ->> 'gebruiker')::uuid as wie, t.staat, v -> 'delen' as delen
              from overleg.toets t cross join jsonb_array_elements(t.verdeling) v
             where t.organisatie = hier and t.punt = punt_in and t.staat <> 'voorgelegd'
             order by v ->> 'gebruiker', t.op desc, t.id desc) b
      join overleg.deel d on d.organisatie = hier and d.punt = punt_in and b.delen ? d.soort
     where b.staat = 'akkoord' and exists (select from overleg.deelnemer n join overleg.overleg o on o.organisatie = n.organisatie and o.id = n.overleg
                                            where n.organisatie = hier and n.overleg = p.overleg and n.gebruiker = b.wie and o.staat <> 'afgelast');
    if p.tafel is null then
        if not exists (select from overleg.deeltoegang t where t.organisatie = hier and t.punt = punt_in) then return; end if;
        p.tafel := toegang.nieuw_zicht('agendapunt', p.dossier);  -- under the dossier: it is destroyed with it
        update overleg.punt x set tafel = p.tafel where x.organisatie = hier and x.id = punt_in;
    end if;
    delete from toegang.zicht_lid l where l.organisatie = hier and l.zicht = p.tafel;
    insert into toegang.zicht_lid (organisatie, zicht, gebruiker, tot)
    select distinct hier, p.tafel, t.gebruiker, tot_in from overleg.deeltoegang t where t.organisatie = hier and t.punt = punt_in;
end $$;

-- Whether the asker chairs this meeting or is its secretary.
create or replace function overleg.leidt(overleg_in uuid) returns boolean language sql stable as $$
    select exists (select from overleg.overleg o where o.organisatie = basis.organisatie() and o.id = overleg_in and basis.gebruiker() in (o.voorzitter, o.secretaris))
$$;
-- Somebody does not take part after all: he sees nothing of it any more, of no item.
create or replace function overleg.haal_weg(overleg_in uuid, wie uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    if not overleg.leidt(overleg_in) then raise exception 'does not lead this meeting'; end if;
    delete from toegang.zicht_lid l using overleg.punt p
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and l.organisatie = p.organisatie and l.zicht = p.tafel and l.gebruiker = wie;
    delete from overleg.deeltoegang t using overleg.punt p
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and t.organisatie = p.organisatie and t.punt = p.id and t.gebruiker = wie;
    delete from toegang.zicht_lid l using overleg.overleg o
     where o.organisatie = basis.organisatie() and o.id = overleg_in and l.organisatie = o.organisatie and l.zicht = o.zicht and l.gebruiker = wie;
end $$;
-- The day changed: until when it may be read goes along, for every participant and every item.
create or replace function overleg.verzet(overleg_in uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    tot_in timestamptz;
begin
    if not overleg.leidt(overleg_in) then raise exception 'does not lead this meeting'; end if;
    select overleg.te_lezen_tot(o.datum) into strict tot_in from overleg.overleg o where o.organisatie = basis.organisatie() and o.id = overleg_in;
    update toegang.zicht_lid l set tot = tot_in from overleg.punt p
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and l.organisatie = p.organisatie and l.zicht = p.tafel;
    update overleg.deeltoegang t set toegang_tot = tot_in from overleg.punt p
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and t.organisatie = p.organisatie and t.punt = p.id;
    update toegang.zicht_lid l set tot = tot_in from overleg.overleg o
     where o.organisatie = basis.organisatie() and o.id = overleg_in and l.organisatie = o.organisatie and l.zicht = o.zicht and l.gebruiker not in (o.voorzitter, o.secretaris);
end $$;

-- ---- the meeting itself -------------------------------------------------------------------------------------------------------

-- Who hears what from now on: rows that are no longer so end, and what is so begins. After everything that changes it.
create or replace function overleg.werk_gehoord_bij(overleg_in uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
    nu constant timestamptz := basis.tik();
    r record;
begin
    if not exists (select from overleg.overleg o where o.organisatie = hier and o.id = overleg_in and o.zicht = any (toegang.mijn_zichten())) then
        raise exception 'not of this meeting';
    end if;
    for r in
        with moet as (
            select p.id as punt, p.dossier, p.zicht, d.gebruiker, overleg.delen_van(p.id, d.gebruiker, toegang.zichten_van(d.gebruiker)) as delen
              from overleg.overleg o
              join overleg.punt p on p.organisatie = o.organisatie and p.overleg = o.id and p.staat = 'bezig'
              join overleg.deelnemer d on d.organisatie = o.organisatie and d.overleg = o.id and overleg.is_er(d.stand)
             where o.organisatie = hier and o.id = overleg_in and o.staat = 'bezig'),
        telt as (select * from moet m where m.dossier is null or m.delen <> '{}'),
        loopt as (select * from overleg.gehoord g where g.organisatie = hier and g.overleg = overleg_in and g.gehoord_tot is null)
        select l.id as weg, t.* from loopt l full join telt t on t.punt = l.punt and t.gebruiker = l.gebruiker and t.delen = l.delen
         where l.id is null or t.punt is null
    loop
        if r.weg is not null then
            update overleg.gehoord g set gehoord_tot = nu where g.organisatie = hier and g.id = r.weg;
        else
            insert into overleg.gehoord (organisatie, id, overleg, punt, dossier, zicht, gebruiker, delen, gehoord_van, operatie)
            values (hier, gen_random_uuid(), overleg_in, r.punt, r.dossier, r.zicht, r.gebruiker, r.delen, nu, basis.operatie());
        end if;
    end loop;
end $$;

-- Tells whoever may know of this item that there is something new in it: those of the dossier (or the meeting), and those of the table.
create or replace function overleg.meld_punt(punt_in uuid, versie_in integer) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    p overleg.punt;
begin
    select * into p from overleg.punt x where x.organisatie = basis.organisatie() and x.id = punt_in;
    if not found or not overleg.ken_punt(p) then return; end if;
    insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op)
    select p.organisatie, gen_random_uuid(), z, 'agendapunt', p.id, versie_in, basis.tik() from unnest(array_remove(array[p.zicht, p.tafel], null)) z;
end $$;

revoke all on function overleg.verdeling(uuid), overleg.zonder_2a(uuid, uuid), overleg.gedeeld(uuid), overleg.verdeel(uuid), overleg.haal_weg(uuid, uuid), overleg.verzet(uuid),
    overleg.werk_gehoord_bij(uuid), overleg.meld_punt(uuid, integer) from public;
grant execute on function overleg.verdeling(uuid), overleg.zonder_2a(uuid, uuid), overleg.gedeeld(uuid), overleg.verdeel(uuid), overleg.haal_weg(uuid, uuid), overleg.verzet(uuid),
    overleg.werk_gehoord_bij(uuid), overleg.meld_punt(uuid, integer) to toepassing;

-- The chair begins an item: what was on has been discussed, also when he may not know of it.
create or replace function overleg.begin_punt(overleg_in uuid, punt_in uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
    p overleg.punt;
begin
    select * into strict p from overleg.punt x where x.organisatie = hier and x.overleg = overleg_in and x.id = punt_in for update;
    if not overleg.leidt(overleg_in) or not overleg.ken_punt(p) then raise exception 'does not lead this meeting'; end if;
    perform overleg.eindig_punt(overleg_in);
    update overleg.punt x set staat = 'bezig', begonnen_op = coalesce(x.begonnen_op, basis.tik()), besproken_op = null, versie = x.versie + 1 where x.organisatie = hier and x.id = punt_in;
    perform overleg.meld_intern(hier, punt_in);
    perform overleg.werk_gehoord_bij(overleg_in);
end $$;
-- The meeting is over: what was on is discussed, what was not reached goes to a next one.
create or replace function overleg.sluit(overleg_in uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
begin
    if not overleg.leidt(overleg_in) then raise exception 'does not lead this meeting'; end if;
    perform overleg.eindig_punt(overleg_in);
    perform overleg.werk_gehoord_bij(overleg_in);
    perform overleg.meld_intern(hier, p.id) from overleg.punt p where p.organisatie = hier and p.overleg = overleg_in and p.staat = 'gepland';
    update overleg.punt p set staat = 'doorgeschoven', versie = p.versie + 1 where p.organisatie = hier and p.overleg = overleg_in and p.staat = 'gepland';
end $$;
-- The meeting is called off: its items go to a next one, and what the checks 2A gave for this one is taken back.
create or replace function overleg.gelast_af(overleg_in uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
begin
    if not overleg.leidt(overleg_in) then raise exception 'does not lead this meeting'; end if;
    perform overleg.meld_intern(hier, p.id) from overleg.punt p where p.organisatie = hier and p.overleg = overleg_in;
    update overleg.punt p set staat = 'doorgeschoven', versie = p.versie + 1 where p.organisatie = hier and p.overleg = overleg_in;
    delete from toegang.zicht_lid l using overleg.punt p where p.organisatie = hier and p.overleg = overleg_in and l.organisatie = hier and l.zicht = p.tafel;
    delete from overleg.deeltoegang t using overleg.punt p where p.organisatie = hier and p.overleg = overleg_in and t.organisatie = hier and t.punt = p.id;
end $$;
create or replace function overleg.eindig_punt(overleg_in uuid) returns void language plpgsql as $$
declare
    bezig uuid;
begin
    update overleg.punt p set staat = 'besproken', besproken_op = basis.tik(), versie = p.versie + 1
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and p.staat = 'bezig' returning p.id into bezig;
    if bezig is not null then perform overleg.meld_intern(basis.organisatie(), bezig); end if;
end $$;
create or replace function overleg.meld_intern(organisatie_in smallint, punt_in uuid) returns void language sql as $$
    insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op)
    select p.organisatie, gen_random_uuid(), z, 'agendapunt', p.id, p.versie, basis.tik()
      from overleg.punt p cross join unnest(array_remove(array[p.zicht, p.tafel], null)) z where p.organisatie = organisatie_in and p.id = punt_in
$$;
revoke all on function overleg.begin_punt(uuid, uuid), overleg.sluit(uuid), overleg.gelast_af(uuid), overleg.eindig_punt(uuid), overleg.meld_intern(smallint, uuid) from public;
grant execute on function overleg.begin_punt(uuid, uuid), overleg.sluit(uuid), overleg.gelast_af(uuid) to toepassing;

-- ---- invitations ------------------------------------------------------------------------------------------------------------

-- Who is asked to a meeting that is to come, or asked no more, gets a mail with it for his own calendar; all of them when its day, time or
-- place changes, and when it is called off. Written in the transaction of what it is about; what it says is read when it is sent.
create or replace function overleg.nodig_uit(overleg_in uuid, wie uuid[]) returns void language plpgsql as $$
begin
    insert into post.uit (organisatie, id, gebruiker, soort, dag, aantallen, overleg, op, volgende, operatie)
    select o.organisatie, gen_random_uuid(), a.gebruiker, 'uitnodiging', basis.vandaag(), '{}', o.id, basis.tik(), basis.nu(), basis.operatie()
      from overleg.overleg o join post.adres a on a.organisatie = o.organisatie and a.gebruiker = any (wie)
     where o.organisatie = basis.organisatie() and o.id = overleg_in and o.staat in ('gepland', 'afgelast') and (o.datum + o.begin) at time zone 'Europe/Amsterdam' > basis.nu();
end $$;
create or replace function overleg.nodig_deelnemer_uit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform overleg.nodig_uit(coalesce(new.overleg, old.overleg), array[coalesce(new.gebruiker, old.gebruiker)]);
    return null;
end $$;
create or replace function overleg.nodig_opnieuw_uit() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    perform overleg.nodig_uit(new.id, array(select d.gebruiker from overleg.deelnemer d where d.organisatie = new.organisatie and d.overleg = new.id));
    return null;
end $$;
create or replace trigger nodig_uit after insert or delete on overleg.deelnemer for each row execute function overleg.nodig_deelnemer_uit();
create or replace trigger nodig_uit after update of datum, begin, duur_minuten, plaats, staat on overleg.overleg for each row
    when (row(old.datum, old.begin, old.duur_minuten, old.plaats, old.staat = 'afgelast') is distinct from row(new.datum, new.begin, new.duur_minuten, new.plaats, new.staat = 'afgelast')) execute function overleg.nodig_opnieuw_uit();

-- What an invitation in the outbox says now, to the program that sends it; no row when a later one says it, or the meeting is gone.
drop function if exists overleg.uitnodiging(uuid);
create function overleg.uitnodiging(uit_in uuid) returns table (id uuid, versie integer, datum date, begin integer, eind integer, naam text, plaats text, afgezegd boolean, afgelast boolean)
language sql stable security definer set search_path = pg_catalog as $$
    select o.id, o.versie, o.datum, extract(epoch from o.begin)::integer / 60, (extract(epoch from o.begin)::integer / 60 + o.duur_minuten) % 1440, r.naam, o.plaats,
           not exists (select from overleg.deelnemer d where d.organisatie = o.organisatie and d.overleg = o.id and d.gebruiker = u.gebruiker), o.staat = 'afgelast'
      from post.uit u join overleg.overleg o on o.organisatie = u.organisatie and o.id = u.overleg join overleg.reeks r on r.organisatie = o.organisatie and r.id = o.reeks
     where u.organisatie = basis.organisatie() and u.id = uit_in and basis.gebruiker() is null
       and not exists (select from post.uit l where l.organisatie = u.organisatie and l.overleg = u.overleg and l.gebruiker = u.gebruiker and (l.op, l.id) > (u.op, u.id))
$$;
revoke all on function overleg.nodig_uit(uuid, uuid[]), overleg.uitnodiging(uuid) from public;
grant execute on function overleg.uitnodiging(uuid) to toepassing;

-- ---- forgetting ---------------------------------------------------------------------------------------------------------------

-- Who is of outside is written down when he is asked: roles come and go, the term of the meeting stays.
create or replace function overleg.wie_is_derde() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    new.derde := exists (select from toegang.gebruiker_rol g where g.organisatie = new.organisatie and g.gebruiker = new.gebruiker and g.rol = 'partner'
                            and (g.tot is null or g.tot > basis.nu()));
    return new;
end $$;
create or replace trigger wie_is_derde before insert on overleg.deelnemer for each row execute function overleg.wie_is_derde();

-- Which rule of the selection list a meeting falls under (19.1.9, 19.1.11), and the day from which it counts: on which it was closed, or
-- was to be held.
create or replace function overleg.bewaring(o overleg.overleg) returns date language sql stable as $$
    select b.tot from archief.bewaring('overleg',
        case when exists (select from overleg.deelnemer d where d.organisatie = o.organisatie and d.overleg = o.id and d.derde) then 'met_derden' else 'intern' end,
        coalesce((o.gesloten_op at time zone 'Europe/Amsterdam')::date, o.datum)) b
$$;

-- What stands in meetings of which the term is over, of this organisation: by the program itself, every night. Free items with all that was
-- written, decided and agreed at them go; what is of a dossier goes with its dossier, and when nothing of one stands in the meeting any more
-- it goes itself, with its audience. A hold or a running request keeps a meeting whole. Returns how many rows went.
create or replace function overleg.vergeet() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
    voorbij constant date := basis.vandaag();
    o record;
    weg uuid[];
    n bigint;
    aantal bigint := 0;
begin
    if hier is null or basis.operatie() is null then raise exception 'no organisation or operation'; end if;
    for o in select x.id, x.zicht from overleg.overleg x
              where x.organisatie = hier and x.datum < voorbij and overleg.bewaring(x) < voorbij order by x.id for update skip locked loop
        -- after the lock: whoever finds it for a request holds it (betrokkene.vind), and so does a block
        continue when exists (select from archief.blokkades_van(o.id));
        weg := array(select p.id from overleg.punt p where p.organisatie = hier and p.overleg = o.id and p.dossier is null)
            || array(select p.id from overleg.punt_verleden p where p.organisatie = hier and p.overleg = o.id and p.dossier is null)
            || array(select a.id from actie.actie a where a.organisatie = hier and a.overleg = o.id and a.dossier is null)
            || array(select a.id from actie.actie_verleden a where a.organisatie = hier and a.overleg = o.id and a.dossier is null);
        delete from overleg.standpunt x where x.organisatie = hier and x.overleg = o.id and x.dossier is null;
        get diagnostics n = row_count; aantal := aantal + n;
        delete from overleg.besluit x where x.organisatie = hier and x.overleg = o.id and x.dossier is null;
        get diagnostics n = row_count; aantal := aantal + n;
        delete from overleg.bewerking x where x.organisatie = hier and x.overleg = o.id and x.dossier is null;
        get diagnostics n = row_count; aantal := aantal + n;
        delete from overleg.veld x where x.organisatie = hier and x.overleg = o.id and x.dossier is null;
        get diagnostics n = row_count; aantal := aantal + n;
        delete from overleg.gehoord x where x.organisatie = hier and x.overleg = o.id and x.dossier is null;
        get diagnostics n = row_count; aantal := aantal + n;
        delete from actie.actie x where x.organisatie = hier and x.id = any (weg);
        get diagnostics n = row_count; aantal := aantal + n;
        delete from actie.actie_verleden x where x.organisatie = hier and x.id = any (weg);
        get diagnostics n = row_count; aantal := aantal + n;
        delete from overleg.punt x where x.organisatie = hier and x.id = any (weg);
        get diagnostics n = row_count; aantal := aantal + n;
        delete from overleg.punt_verleden x where x.organisatie = hier and x.id = any (weg);
        get diagnostics n = row_count; aantal := aantal + n;
        -- what a request or a hold that is over said of it
        delete from betrokkene.gegeven x where x.organisatie = hier and x.dossier = o.id;
        delete from betrokkene.gegeven_verleden x where x.organisatie = hier and x.dossier = o.id;
        delete from archief.blokkade x where x.organisatie = hier and x.object = o.id;
        if not exists (select from overleg.punt p where p.organisatie = hier and p.overleg = o.id) then
            delete from overleg.deelnemer x where x.organisatie = hier and x.overleg = o.id;
            get diagnostics n = row_count; aantal := aantal + n;
            delete from overleg.overleg x where x.organisatie = hier and x.id = o.id;
            delete from overleg.overleg_verleden x where x.organisatie = hier and x.id = o.id;
            get diagnostics n = row_count; aantal := aantal + n + 1;
            weg := weg || o.id;
            delete from gebeurtenis.uit x where x.organisatie = hier and x.zicht = o.zicht;
            delete from toegang.zicht_lid x where x.organisatie = hier and x.zicht = o.zicht;
            delete from toegang.zicht x where x.organisatie = hier and x.zicht = o.zicht;
        end if;
        delete from gebeurtenis.uit x where x.organisatie = hier and x.object = any (weg);
        delete from toegang.idempotentie x where x.organisatie = hier and x.object = any (weg);
    end loop;
    return aantal;
end $$;
revoke all on function overleg.wie_is_derde(), overleg.bewaring(overleg.overleg), overleg.vergeet() from public;
grant execute on function overleg.vergeet() to toepassing;
