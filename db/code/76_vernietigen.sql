-- SPDX-License-Identifier: EUPL-1.2
-- Destruction, as vernietiger, who judges for itself. What is kept how long, and the lists: 75_archief.sql.
set local role eigenaar;

grant usage on schema toegang, gebeurtenis, entiteit, signaal, casus, interventie, informeren, verstrekking, documenten, betrokkene, zoek, netwerk, wachter, actie, vraag, overleg to vernietiger;
grant select on toegang.gebruiker_rol, archief.vergeetregel, archief.blokkade, archief.akkoord, archief.bewaarregel to vernietiger;
grant select, update on archief.lijst, archief.lijst_regel to vernietiger;
grant delete on archief.lijst_regel to vernietiger;
grant select, insert on archief.verklaring to vernietiger;
grant update (duplicaat_van) on signaal.signaal, signaal.signaal_verleden to vernietiger;
grant update (fase) on casus.casus to vernietiger;
grant select, delete on toegang.sessie, toegang.aanmeldpoging to vernietiger;
do $$
declare
    r record;
begin
    for r in select schema, tabel from archief.vergeetregel where hoe = 'dossier' loop
        execute format('grant select, insert, delete on %I.%I to vernietiger', r.schema, r.tabel);  -- insert: history's own trigger
    end loop;
end $$;

set local role vernietiger;

-- Every row of a dossier, by the rules above. Asks nothing: only the functions below may call it, and an administrator who
-- puts an older backup back (the destruction ledger). Safe to repeat. Returns the rows destroyed, per table.
create or replace function archief.wis(object_in uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
    org smallint := basis.organisatie();
    dossiers uuid[];
    zichten integer[];
    entiteiten uuid[];
    objecten uuid[];
    erbij uuid[];
    r record;
    aantal bigint;
    uit jsonb := '{}';
begin
    if org is null or basis.operatie() is null then raise exception 'no organisation or operation'; end if;
    perform from casus.casus c where c.organisatie = org and c.id = object_in for update;
    perform from signaal.signaal s where s.organisatie = org and (s.id = object_in or s.casus = object_in) for update;
    dossiers := archief.dossiers_van(object_in);
    zichten := array(select z.zicht from toegang.zicht z where z.organisatie = org and z.object = any (dossiers));
    entiteiten := array(
        select v.entiteit from entiteit.vermelding v where v.organisatie = org and v.dossier = any (dossiers) and v.entiteit is not null
        union
        select v.entiteit from entiteit.vermelding_verleden v where v.organisatie = org and v.dossier = any (dossiers) and v.entiteit is not null);
    objecten := dossiers || entiteiten;
    for r in select v.schema, v.tabel, v.waar from archief.vergeetregel v
               join pg_attribute k on k.attrelid = format('%I.%I', v.schema, v.tabel)::regclass and k.attname = 'id' and not k.attisdropped
              where v.hoe = 'dossier' and v.waar !~ '[$][345]' loop
        execute format('select array_agg(id) from %I.%I where organisatie = $1 and (%s)', r.schema, r.tabel, r.waar) into erbij using org, dossiers;
        objecten := objecten || coalesce(erbij, '{}');
    end loop;
    -- A signaal that was a double of this one stays; it no longer says of which.
    update signaal.signaal set duplicaat_van = null where organisatie = org and duplicaat_van = any (dossiers) and id <> all (dossiers);
    update signaal.signaal_verleden set duplicaat_van = null where organisatie = org and duplicaat_van = any (dossiers) and id <> all (dossiers);
    for r in select v.schema, v.tabel, v.waar from archief.vergeetregel v where v.hoe = 'dossier' order by v.volgorde loop
        execute format('delete from %I.%I where organisatie = $1 and (%s)', r.schema, r.tabel, r.waar) using org, dossiers, zichten, entiteiten, objecten;
        get diagnostics aantal = row_count;
        if aantal > 0 then uit := uit || jsonb_build_object(r.schema || '.' || r.tabel, aantal); end if;
    end loop;
    -- An audience that is gone may be given out again: nothing may still stand in it.
    if zichten <> '{}' then
        for r in select v.schema, v.tabel from archief.vergeetregel v
                   join pg_attribute k on k.attrelid = format('%I.%I', v.schema, v.tabel)::regclass and k.attname = 'zicht' and not k.attisdropped
                  where v.hoe = 'dossier' loop
            execute format('select count(*) from %I.%I where organisatie = $1 and zicht = any ($2)', r.schema, r.tabel) into aantal using org, zichten;
            if aantal > 0 then raise exception 'rows of %.% stand in the audience of what was destroyed', r.schema, r.tabel; end if;
        end loop;
    end if;
    return uit;
end $$;

-- What keeps this list from being carried out, as a code; null when nothing does. Two approvals of two people, neither of
-- them its maker, one of them an archivist still, of this very content, not older than a day at `moment`; every line still
-- due, unchanged and free.
create or replace function archief.beletsel(lijst_in uuid, moment timestamptz) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    org smallint := basis.organisatie();
    l archief.lijst;
begin
    select * into l from archief.lijst x where x.organisatie = org and x.id = lijst_in;
    if not found or not exists (select from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in) then return 'lijst-leeg'; end if;
    if l.inhoud <> archief.som(lijst_in, l.door) then return 'lijst-veranderd'; end if;
    if (select count(distinct a.gebruiker) from archief.akkoord a
         where a.organisatie = org and a.lijst = lijst_in and a.inhoud = l.inhoud and a.gebruiker <> l.door
           and a.op <= moment and a.op > moment - interval '24 hours'
           and exists (select from toegang.gebruiker_rol g where g.organisatie = org and g.gebruiker = a.gebruiker and g.rol = a.rol
                         and (g.tot is null or g.tot > moment))) <> 2
       or not exists (select from archief.akkoord a where a.organisatie = org and a.lijst = lijst_in and a.rol = 'archivaris') then
        return 'akkoord-ontbreekt';
    end if;
    if exists (select from archief.lijst_regel r cross join lateral archief.blokkades_van(r.object)
                where r.organisatie = org and r.lijst = lijst_in and r.gedaan_op is null) then
        return 'geblokkeerd';
    end if;
    if exists (select from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in and r.gedaan_op is null
                  and not exists (select from archief.kandidaten(basis.vandaag(), r.object) k
                                   where k.versie = r.versie and k.bewaren_tot = r.bewaren_tot and k.grond = r.grond and k.resultaat = r.resultaat)) then
        return 'lijst-verouderd';
    end if;
    return null;
end $$;

-- The decision: from here on it is done, whatever happens to the program. Returns what stands in the way, or null.
create or replace function archief.begin(lijst_in uuid) returns text
language plpgsql security definer set search_path = pg_catalog as $$
declare
    org smallint := basis.organisatie();
    wat text;
begin
    perform from archief.lijst l where l.organisatie = org and l.id = lijst_in and l.begonnen_op is null for update;
    if not found then return 'al-begonnen'; end if;
    perform from casus.casus c where c.organisatie = org and c.id in (
        select r.object from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in) order by c.id for update;
    perform from signaal.signaal s where s.organisatie = org and (s.id in (
        select r.object from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in) or s.casus in (
        select r.object from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in)) order by s.id for update;
    perform from betrokkene.verzoek v where v.organisatie = org and v.id in (
        select r.object from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in) order by v.id for update;
    wat := archief.beletsel(lijst_in, basis.nu());
    if wat is null then
        update archief.lijst l set begonnen_op = basis.nu(), begonnen_door = basis.gebruiker() where l.organisatie = org and l.id = lijst_in;
    end if;
    return wat;
end $$;

-- One line of a list that was begun: judges the approvals and the hash again, then destroys. What is gone already counts as
-- done. Returns the rows destroyed, per table.
create or replace function archief.vernietig(lijst_in uuid, object_in uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
    org smallint := basis.organisatie();
    l archief.lijst;
    wat text;
    uit jsonb := '{}';
begin
    select * into l from archief.lijst x where x.organisatie = org and x.id = lijst_in and x.begonnen_op is not null and x.afgerond_op is null for update;
    if not found or not exists (select from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in and r.object = object_in and r.gedaan_op is null) then
        raise exception 'not to be destroyed' using errcode = 'DW002';
    end if;
    if archief.kenmerk_van(object_in) is not null then
        wat := archief.beletsel(lijst_in, l.begonnen_op);
        if wat is not null and wat <> 'lijst-verouderd' then raise exception 'not to be destroyed: %', wat using errcode = 'DW002'; end if;
        if not exists (select from archief.lijst_regel r join archief.kandidaten(basis.vandaag(), object_in) k on k.object = r.object and k.versie = r.versie
                        where r.organisatie = org and r.lijst = lijst_in) then
            raise exception 'not to be destroyed: it is not due' using errcode = 'DW002';
        end if;
        update archief.lijst_regel r set gedaan_op = basis.nu() where r.organisatie = org and r.lijst = lijst_in and r.object = object_in;
        uit := archief.wis(object_in);
    else
        update archief.lijst_regel r set gedaan_op = basis.nu() where r.organisatie = org and r.lijst = lijst_in and r.object = object_in;
    end if;
    update archief.lijst x set telling = coalesce((
        select jsonb_object_agg(t.key, t.som) from (
            select e.key, sum(e.value::bigint) as som from (select * from jsonb_each_text(x.telling) union all select * from jsonb_each_text(uit)) e
             group by e.key) t), '{}')
     where x.organisatie = org and x.id = lijst_in;
    return uit;
end $$;

-- All lines done: the declaration is made, and the lines go. Returns it; null while there is something to do.
create or replace function archief.rond_af(lijst_in uuid) returns jsonb
language plpgsql security definer set search_path = pg_catalog as $$
declare
    org smallint := basis.organisatie();
    l archief.lijst;
    uit jsonb;
    nummer uuid := gen_random_uuid();
begin
    select * into l from archief.lijst x where x.organisatie = org and x.id = lijst_in and x.begonnen_op is not null and x.afgerond_op is null for update;
    if not found or exists (select from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in and r.gedaan_op is null) then return null; end if;
    select jsonb_build_object('id', nummer, 'lijst', lijst_in, 'op', basis.nu(),
               'casussen', count(*) filter (where r.object_soort = 'casus'),
               'signalen', count(*) filter (where r.object_soort = 'signaal'),
               'verzoeken', count(*) filter (where r.object_soort = 'verzoek'),
               'van', min(r.gesloten_op), 'tot', max(r.gesloten_op),
               'gronden', (select jsonb_agg(jsonb_build_object('grond', g.grond, 'aantal', g.aantal) order by g.grond)
                             from (select x.grond, count(*) as aantal from archief.lijst_regel x where x.organisatie = org and x.lijst = lijst_in group by 1) g),
               'rollen', (select jsonb_agg(a.rol order by a.plaats) from archief.akkoord a where a.organisatie = org and a.lijst = lijst_in),
               'rijen', (select coalesce(jsonb_agg(jsonb_build_object('tabel', t.key, 'aantal', t.value::bigint) order by t.key), '[]') from jsonb_each_text(l.telling) t),
               'inhoud', encode(l.inhoud, 'hex'))
      into uit from archief.lijst_regel r where r.organisatie = org and r.lijst = lijst_in;
    perform archief.verklaar(uit);
    return uit;
end $$;

-- Puts a declaration in its place and closes its list: when it is made, and when an older backup does not know it.
create or replace function archief.verklaar(verklaring jsonb) returns void
language plpgsql security definer set search_path = pg_catalog as $$
declare
    org smallint := basis.organisatie();
begin
    insert into archief.verklaring (organisatie, id, op, inhoud)
    values (org, (verklaring ->> 'id')::uuid, (verklaring ->> 'op')::timestamptz, verklaring) on conflict do nothing;
    delete from archief.lijst_regel r where r.organisatie = org and (r.lijst = (verklaring ->> 'lijst')::uuid
       or r.object in (select x.object from archief.lijst_regel x where x.organisatie = org and x.lijst = (verklaring ->> 'lijst')::uuid));
    update archief.lijst l set begonnen_op = coalesce(l.begonnen_op, (verklaring ->> 'op')::timestamptz), begonnen_door = coalesce(l.begonnen_door, l.door),
           afgerond_op = (verklaring ->> 'op')::timestamptz
     where l.organisatie = org and l.id = (verklaring ->> 'lijst')::uuid and l.afgerond_op is null;
end $$;

-- Sign-ins of which the term is over by the rule of the day they were last used. Gives how many; nobody has to ask for it.
create or replace function archief.vergeet_aanmeldingen() returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    org smallint := basis.organisatie();
    voorbij date := basis.vandaag();
    sessies bigint;
    pogingen bigint;
begin
    if org is null or basis.operatie() is null then raise exception 'no organisation or operation'; end if;
    delete from toegang.sessie s where s.organisatie = org and s.laatst_op < voorbij
       and exists (select from archief.bewaring('aanmelding', 'gegevens', (s.laatst_op at time zone 'Europe/Amsterdam')::date) b where b.tot < voorbij);
    get diagnostics sessies = row_count;
    delete from toegang.aanmeldpoging p where p.organisatie = org and p.laatst_op < voorbij
       and exists (select from archief.bewaring('aanmelding', 'gegevens', (p.laatst_op at time zone 'Europe/Amsterdam')::date) b where b.tot < voorbij);
    get diagnostics pogingen = row_count;
    return sessies + pogingen;
end $$;

revoke all on function archief.wis(uuid), archief.vergeet_aanmeldingen(), archief.beletsel(uuid, timestamptz), archief.begin(uuid), archief.vernietig(uuid, uuid), archief.rond_af(uuid),
    archief.verklaar(jsonb) from public;
grant execute on function archief.beletsel(uuid, timestamptz), archief.begin(uuid), archief.vernietig(uuid, uuid), archief.rond_af(uuid), archief.vergeet_aanmeldingen() to toepassing;
