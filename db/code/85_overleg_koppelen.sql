-- SPDX-License-Identifier: EUPL-1.2
-- Linked meetings. An item that is put before another series' meeting is an item there like any other: parts copied, a check 2A of its own,
-- seen by those it names. What it came from is for whom the dossier is. What looks past the asker's audiences runs as its owner and asks first.
set local role eigenaar;

select basis.beveilig('overleg', 'inbreng', 'zicht');
-- A link is known to both series; who leads one of them ends it.
alter table overleg.koppeling enable row level security;
alter table overleg.koppeling force row level security;
drop policy if exists muur on overleg.koppeling;
create policy muur on overleg.koppeling
    using (organisatie = (select basis.organisatie()) and (zicht in (select unnest(toegang.mijn_zichten())) or zicht_naar in (select unnest(toegang.mijn_zichten()))))
    with check (organisatie = (select basis.organisatie()) and zicht in (select unnest(toegang.mijn_zichten())) and zicht_naar in (select unnest(toegang.mijn_zichten())));

-- The series that are linked with those the asker sees, by name: `naar` their items may be put before, `van` may put before them.
create or replace function overleg.koppelingen() returns table (reeks uuid, ander uuid, naam text, soort text, richting text)
language sql stable security definer set search_path = pg_catalog as $$
    select k.reeks, k.naar, r.naam, r.soort, 'naar' from overleg.koppeling k join overleg.reeks r on r.organisatie = k.organisatie and r.id = k.naar
     where k.organisatie = basis.organisatie() and k.zicht = any (toegang.mijn_zichten())
    union all
    select k.naar, k.reeks, r.naam, r.soort, 'van' from overleg.koppeling k join overleg.reeks r on r.organisatie = k.organisatie and r.id = k.reeks
     where k.organisatie = basis.organisatie() and k.zicht_naar = any (toegang.mijn_zichten())
$$;

-- Before which meetings the asker may put this item, and who will be there: he leads its meeting and the dossier is his; the meeting is of a
-- linked series and not over.
create or replace function overleg.kan_inbrengen(punt_in uuid) returns table (overleg uuid, naam text, datum date, gebruiker uuid, leidt boolean, van_dossier boolean)
language sql stable security definer set search_path = pg_catalog as $$
    select o.id, r.naam, o.datum, d.gebruiker, d.gebruiker in (o.voorzitter, o.secretaris), p.zicht = any (toegang.zichten_van(d.gebruiker))
      from overleg.punt p
      join overleg.overleg h on h.organisatie = p.organisatie and h.id = p.overleg
      join overleg.koppeling k on k.organisatie = p.organisatie and k.reeks = h.reeks
      join overleg.reeks r on r.organisatie = p.organisatie and r.id = k.naar
      join overleg.overleg o on o.organisatie = p.organisatie and o.reeks = k.naar and o.staat in ('gepland', 'bezig') and o.datum >= basis.vandaag()
      join overleg.deelnemer d on d.organisatie = p.organisatie and d.overleg = o.id
     where p.organisatie = basis.organisatie() and p.id = punt_in and p.dossier is not null and p.zicht = any (toegang.mijn_zichten()) and overleg.leidt(h.id)
     order by o.datum, o.begin, o.id
$$;

-- Puts an item before a linked meeting: these parts of it, as they stand, last on the agenda. Nobody there sees it before a check 2A of it
-- names him. DW030: the dossier stands on that agenda.
create or replace function overleg.breng_in(punt_in uuid, overleg_in uuid, id_in uuid, titel_in text, doel_in text, minuten_in integer, delen_in text[]) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
    p overleg.punt;
begin
    if not exists (select from overleg.kan_inbrengen(punt_in) k where k.overleg = overleg_in) then raise exception 'may not put this item before that meeting'; end if;
    select * into strict p from overleg.punt x where x.organisatie = hier and x.id = punt_in;
    perform from overleg.overleg o where o.organisatie = hier and o.id = overleg_in for update;
    if exists (select from overleg.punt x where x.organisatie = hier and x.overleg = overleg_in and x.dossier = p.dossier) then
        raise exception 'this dossier is on that agenda' using errcode = 'DW030';
    end if;
    insert into overleg.punt (organisatie, id, overleg, zicht, dossier_soort, dossier, volgorde, titel, doel, minuten, voorbereiding, reden, door, op, van, operatie)
    select hier, id_in, overleg_in, p.zicht, p.dossier_soort, p.dossier, coalesce(max(x.volgorde), 0) + 1, titel_in, doel_in, minuten_in, '', null, basis.gebruiker(), basis.tik(), basis.nu(), basis.operatie()
      from overleg.punt x where x.organisatie = hier and x.overleg = overleg_in;
    insert into overleg.deel (organisatie, punt, soort, id, dossier_soort, dossier, zicht, tekst, regime, door, van, operatie)
    select hier, id_in, d.soort, gen_random_uuid(), d.dossier_soort, d.dossier, d.zicht, d.tekst, d.regime, basis.gebruiker(), basis.nu(), basis.operatie()
      from overleg.deel d where d.organisatie = hier and d.punt = punt_in and d.soort = any (delen_in) and d.zicht = any (toegang.mijn_zichten());
    insert into overleg.inbreng (organisatie, punt, herkomst, dossier_soort, dossier, zicht, door, op, operatie)
    values (hier, id_in, punt_in, p.dossier_soort, p.dossier, p.zicht, basis.gebruiker(), basis.tik(), basis.operatie());
end $$;

-- From which series the items of a meeting came, of those the asker may know of: its name, and nothing else of it.
create or replace function overleg.herkomsten(overleg_in uuid) returns table (punt uuid, naam text)
language sql stable security definer set search_path = pg_catalog as $$
    select p.id, r.naam from overleg.punt p
      join overleg.inbreng i on i.organisatie = p.organisatie and i.punt = p.id
      join overleg.punt h on h.organisatie = i.organisatie and h.id = i.herkomst
      join overleg.overleg o on o.organisatie = i.organisatie and o.id = h.overleg
      join overleg.reeks r on r.organisatie = i.organisatie and r.id = o.reeks
     where p.organisatie = basis.organisatie() and p.overleg = overleg_in and overleg.ken_punt(p)
$$;
-- What was put before linked meetings out of this one, for whom the dossier is: where, when, how far, and the newest check of it.
create or replace function overleg.ingebracht(overleg_in uuid) returns table (
    herkomst uuid, punt uuid, naam text, datum date, staat text, toets uuid, toets_staat text, toets_versie integer)
language sql stable security definer set search_path = pg_catalog as $$
    select i.herkomst, i.punt, r.naam, o.datum, p.staat, t.id, t.staat, t.versie
      from overleg.punt h
      join overleg.inbreng i on i.organisatie = h.organisatie and i.herkomst = h.id
      join overleg.punt p on p.organisatie = h.organisatie and p.id = i.punt
      join overleg.overleg o on o.organisatie = h.organisatie and o.id = p.overleg
      join overleg.reeks r on r.organisatie = h.organisatie and r.id = o.reeks
      join lateral (select x.id, x.staat, x.versie from overleg.toets x where x.organisatie = h.organisatie and x.punt = i.punt order by x.op desc, x.id desc limit 1) t on true
     where h.organisatie = basis.organisatie() and h.overleg = overleg_in and h.zicht = any (toegang.mijn_zichten()) and p.zicht = any (toegang.mijn_zichten())
     order by i.op, i.punt
$$;

-- What a linked meeting came to stands where it came from: in the timeline of the casus or the text of the signaal, and whoever sees the item there hears of it. Of a
-- decision that the asker just took, of an item that was put before his meeting.
create or replace function overleg.teken_uitkomst_aan(besluit_in uuid, tekst_in text) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
    b overleg.besluit;
    i overleg.inbreng;
    moment constant timestamptz := basis.tik();
begin
    select * into strict b from overleg.besluit x where x.organisatie = hier and x.id = besluit_in and x.door = basis.gebruiker() and x.operatie = basis.operatie();
    select * into strict i from overleg.inbreng x where x.organisatie = hier and x.punt = b.punt;
    if not overleg.leidt(b.overleg) then raise exception 'does not lead this meeting'; end if;
    perform overleg.meld_intern(hier, i.herkomst);
    if i.dossier_soort = 'signaal' then
        update signaal.signaal s set omschrijving = s.omschrijving || case when s.omschrijving = '' then '' else E'\n\n' end || tekst_in, versie = s.versie + 1
         where s.organisatie = hier and s.id = i.dossier and s.status not in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld', 'vernietigd', 'casus');
        if found then
            insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op)
            select s.organisatie, gen_random_uuid(), s.zicht, 'signaal', s.id, s.versie, moment from signaal.signaal s where s.organisatie = hier and s.id = i.dossier;
        end if;
        return;
    end if;
    update casus.casus c set laatste_activiteit = moment where c.organisatie = hier and c.id = i.dossier and c.fase not in ('archief', 'vernietigd');
    if not found then return; end if;
    insert into casus.gebeurtenis (organisatie, id, casus, zicht, soort, tekst, gegevens, wanneer, door, op, operatie)
    values (hier, gen_random_uuid(), i.dossier, i.zicht, 'besluit', tekst_in, jsonb_build_object('overleg', b.overleg, 'besluit', b.id), moment, basis.gebruiker(), moment, basis.operatie());
    insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op)
    select c.organisatie, gen_random_uuid(), c.zicht, 'casus', c.id, c.versie, moment from casus.casus c where c.organisatie = hier and c.id = i.dossier;
end $$;

revoke all on function overleg.koppelingen(), overleg.kan_inbrengen(uuid), overleg.breng_in(uuid, uuid, uuid, text, text, integer, text[]), overleg.herkomsten(uuid), overleg.ingebracht(uuid),
    overleg.teken_uitkomst_aan(uuid, text) from public;
grant execute on function overleg.koppelingen(), overleg.kan_inbrengen(uuid), overleg.breng_in(uuid, uuid, uuid, text, text, integer, text[]), overleg.herkomsten(uuid), overleg.ingebracht(uuid),
    overleg.teken_uitkomst_aan(uuid, text) to toepassing;
