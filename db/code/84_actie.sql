-- SPDX-License-Identifier: EUPL-1.2
-- Who sees an action: whoever sees what it belongs to. Who must do it reads it by actie.eigen.
set local role eigenaar;

select basis.beveilig('actie', t, 'zicht') from unnest(array['actie', 'actie_verleden']) t;
drop policy if exists eruit on actie.actie_verleden;
select basis.met_verleden('actie', 'actie');

-- What the asker must do of dossiers that are not his: the words, never what it belongs to, not even an id (ADR 0043). As its
-- owner: he may not read the rows.
create or replace function actie.eigen() returns setof actie.actie language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    a actie.actie;
begin
    if not toegang.heb_recht('actie.zien') then return; end if;
    for a in select x.* from actie.actie x where x.organisatie = basis.organisatie() and x.eigenaar = basis.gebruiker() and x.zicht <> all (toegang.mijn_zichten()) loop
        a.zicht := 0;
        a.dossier_soort := null;
        a.dossier := null;
        -- where it was agreed stays with who took part in that item of a meeting (85_overleg.sql)
        if a.punt is null or not exists (select from overleg.punt p where p.organisatie = a.organisatie and p.id = a.punt and overleg.ken_punt(p)) then
            a.overleg := null;
            a.punt := null;
        end if;
        a.geescaleerd_aan := null;
        a.geescaleerd_op := null;
        return next a;
    end loop;
end $$;
-- That he did it, or did not after all.
create or replace function actie.vink_af(actie_in uuid, staat_in text, resultaat_in text) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
    if staat_in not in ('open', 'gedaan') or not toegang.heb_recht('actie.zien') then return; end if;
    update actie.actie x set staat = staat_in, resultaat = resultaat_in, versie = x.versie + 1,
           gesloten_op = case when staat_in = 'open' then null when x.staat = 'open' then basis.nu() else x.gesloten_op end
     where x.organisatie = basis.organisatie() and x.id = actie_in and x.eigenaar = basis.gebruiker();
end $$;

-- Locks an action for its owner who is no member, and before it its casus, so that "as known on X" of the casus is exact. As
-- its owner: he may not read the casus. DW020: it lies in the archive.
create or replace function actie.houd_dossier(actie_in uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    fase_ text;
begin
    select c.fase into fase_ from actie.actie a join casus.casus c on c.organisatie = a.organisatie and a.dossier_soort = 'casus' and c.id = a.dossier
     where a.organisatie = basis.organisatie() and a.id = actie_in and a.eigenaar = basis.gebruiker() for update of c;
    perform from actie.actie a where a.organisatie = basis.organisatie() and a.id = actie_in and a.eigenaar = basis.gebruiker() for update;
    if fase_ in ('archief', 'vernietigd') then raise exception 'the dossier of this action is closed' using errcode = 'DW020'; end if;
end $$;
-- What he did stands in the casus at once: its timeline, its deadline, and whoever sees the dossier hears of it. As its owner,
-- and of the asker's own action only.
create or replace function actie.teken_aan(actie_in uuid, tekst_in text, kort_in text, gegevens_in jsonb) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare
    a actie.actie;
    moment timestamptz := basis.tik();
begin
    select x.* into a from actie.actie x where x.organisatie = basis.organisatie() and x.id = actie_in and x.eigenaar = basis.gebruiker();
    if not found then return; end if;
    insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op) values (a.organisatie, gen_random_uuid(), a.zicht, 'actie', a.id, a.versie, moment);
    if a.dossier_soort is distinct from 'casus' then return; end if;
    insert into casus.gebeurtenis (organisatie, id, casus, zicht, soort, tekst, gegevens, wanneer, door, op, operatie)
    values (a.organisatie, gen_random_uuid(), a.dossier, a.zicht, 'actie', tekst_in, gegevens_in, moment, basis.gebruiker(), moment, basis.operatie());
    update casus.casus c set laatste_activiteit = moment where c.organisatie = a.organisatie and c.id = a.dossier;
    delete from casus.termijn t where t.organisatie = a.organisatie and t.soort = 'actie' and t.object = a.id;
    if a.staat = 'open' then
        insert into casus.termijn (organisatie, soort, object, casus, zicht, wat, datum) values (a.organisatie, 'actie', a.id, a.dossier, a.zicht, kort_in, a.datum);
    end if;
    insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op)
    select c.organisatie, gen_random_uuid(), c.zicht, 'casus', c.id, c.versie, moment from casus.casus c where c.organisatie = a.organisatie and c.id = a.dossier;
end $$;

-- A casus that goes to the archive takes its open actions along: nobody is asked any more for what belongs to a closed file.
create or replace function actie.vervallen_met_casus() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    update actie.actie a set staat = 'vervallen', gesloten_op = basis.nu(), versie = a.versie + 1
     where a.organisatie = new.organisatie and a.dossier_soort = 'casus' and a.dossier = new.id and a.staat = 'open';
    delete from casus.termijn t where t.organisatie = new.organisatie and t.casus = new.id and t.soort = 'actie';
    return null;
end $$;
create or replace trigger acties_vervallen after update of fase on casus.casus for each row
    when (new.fase = 'archief' and old.fase <> 'archief') execute function actie.vervallen_met_casus();

revoke all on function actie.eigen(), actie.vink_af(uuid, text, text), actie.houd_dossier(uuid), actie.teken_aan(uuid, text, text, jsonb), actie.vervallen_met_casus() from public;
grant execute on function actie.eigen(), actie.vink_af(uuid, text, text), actie.houd_dossier(uuid), actie.teken_aan(uuid, text, text, jsonb) to toepassing;
