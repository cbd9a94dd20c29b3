-- SPDX-License-Identifier: EUPL-1.2
-- Who knows of a watcher and of what it met; with whose rights it runs; when it is silent.
set local role eigenaar;

-- The row a piece of evidence is, wherever it stands. As the asker: row-level security holds in it.
create or replace view wachter.rij with (security_invoker = true) as
    select organisatie, id, zicht, dossier_soort, dossier from entiteit.vermelding
    union all
    select organisatie, id, zicht, 'casus', dossier from entiteit.verband
    union all
    select organisatie, id, zicht, 'signaal', id from signaal.signaal;
grant select on wachter.rij to toepassing;

-- ---- the maker's rights --------------------------------------------------------------------------------------------------

-- Whether somebody has this right now, proved as strongly as he once did.
create or replace function wachter.heeft_recht(wie uuid, niveau_in integer, recht_in text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from toegang.gebruiker u
                     join toegang.gebruiker_rol g on g.organisatie = u.organisatie and g.gebruiker = u.id and (g.tot is null or g.tot > basis.nu())
                     join toegang.rol_recht r on r.rol = g.rol and r.recht = recht_in
                    where u.organisatie = basis.organisatie() and u.id = wie and u.actief
                      and not exists (select from toegang.rol_niveau e where e.organisatie = g.organisatie and e.rol = g.rol and e.niveau > niveau_in))
$$;
-- The version of the activity under which watchers run.
create or replace function wachter.activiteit() returns smallint language sql stable security definer set search_path = pg_catalog as $$
    select v.id from logboek.activiteit v
     where v.code = 'netwerk-analyseren' and v.geldig_van <= basis.vandaag() and (v.geldig_tot is null or v.geldig_tot > basis.vandaag()) order by v.id desc limit 1
$$;
-- The audiences of a watcher's maker, without what he sees in an emergency only: that is for his own eyes, each time.
create or replace function wachter.zichten_van(wie uuid, niveau_in integer) returns integer[] language sql stable security definer set search_path = pg_catalog as $$
    select coalesce(array_agg(z), '{}') from unnest(toegang.zichten_van(wie, niveau_in, wachter.activiteit())) z
     where not exists (select from toegang.noodtoegang n where n.organisatie = basis.organisatie() and n.gebruiker = wie and n.zicht = z and n.tot > basis.nu())
$$;
-- Whether a watcher may run: its maker is there, may see networks, and belongs to the casus that it is for, which is open.
create or replace function wachter.waakt(wachter_in uuid) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from wachter.wachter w
                    where w.organisatie = basis.organisatie() and w.id = wachter_in and wachter.heeft_recht(w.door, w.niveau, 'netwerk.zien')
                      and (w.casus is null
                           or (w.zicht = any (wachter.zichten_van(w.door, w.niveau)) and wachter.heeft_recht(w.door, w.niveau, 'casus.lezen')
                               and exists (select from casus.casus c where c.organisatie = w.organisatie and c.id = w.casus and c.fase not in ('archief', 'vernietigd')))))
$$;
-- Whether a suggestion still stands on its maker's rights: he may see every row of it today.
create or replace function wachter.draagt(suggestie_in uuid) returns boolean language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    w wachter.wachter;
    zijn integer[];
begin
    select x.* into w from wachter.suggestie s join wachter.wachter x on x.organisatie = s.organisatie and x.id = s.wachter
     where s.organisatie = basis.organisatie() and s.id = suggestie_in;
    if not found or not wachter.waakt(w.id) then return false; end if;
    zijn := wachter.zichten_van(w.door, w.niveau);
    return not exists (
        select from wachter.bewijs b
          left join wachter.rij r on r.organisatie = b.organisatie and r.id = b.rij
         where b.organisatie = w.organisatie and b.suggestie = suggestie_in
           and (r.id is null or r.zicht <> all (zijn) or not wachter.heeft_recht(w.door, w.niveau, b.dossier_soort || '.lezen')));
end $$;

-- ---- who knows of what -----------------------------------------------------------------------------------------------------

select basis.beveilig('wachter', t, 'organisatie') from unnest(array['wachter', 'suggestie', 'bewijs']) t;

drop policy if exists lezer on wachter.wachter;
create policy lezer on wachter.wachter as restrictive
    using ((select toegang.heb_recht('netwerk.zien')) and (zicht is null or zicht in (select unnest(toegang.mijn_zichten()))));
drop policy if exists eigen on wachter.wachter;
create policy eigen on wachter.wachter as restrictive for insert with check (door = (select basis.gebruiker()));
drop policy if exists eigen_aan on wachter.wachter;
create policy eigen_aan on wachter.wachter as restrictive for update using (door = (select basis.gebruiker()));
drop policy if exists eigen_weg on wachter.wachter;
create policy eigen_weg on wachter.wachter as restrictive for delete using (door = (select basis.gebruiker()));

-- Evidence is as visible as its row.
drop policy if exists lezer on wachter.bewijs;
create policy lezer on wachter.bewijs as restrictive
    using (exists (select from wachter.rij r where r.organisatie = bewijs.organisatie and r.id = bewijs.rij));
-- A suggestion is there for who sees every row of it; while nobody weighed it, as long as its maker does too.
drop policy if exists lezer on wachter.suggestie;
create policy lezer on wachter.suggestie as restrictive
    using ((select toegang.heb_recht('netwerk.zien')) and (zicht is null or zicht in (select unnest(toegang.mijn_zichten())))
           and rijen = (select count(*) from wachter.bewijs b where b.organisatie = suggestie.organisatie and b.suggestie = suggestie.id)
           and (staat <> 'open' or wachter.draagt(id)))
    with check ((select toegang.heb_recht('netwerk.zien')));

-- ---- running ---------------------------------------------------------------------------------------------------------------

-- What may run now, of this organisation. As its owner: the program itself is nobody.
create or replace function wachter.te_lopen() returns table (id uuid, door uuid, niveau smallint, activiteit smallint)
language sql stable security definer set search_path = pg_catalog as $$
    select w.id, w.door, w.niveau, wachter.activiteit() from wachter.wachter w
     where w.organisatie = basis.organisatie() and w.aan and wachter.waakt(w.id) order by w.op, w.id
$$;
-- Keeps what a watcher met; of its own maker only, who sees every row. `leden_in` of one key are told together: nothing when they were told
-- before, else one suggestion that grows as long as nobody weighed it. Gives its id when something is new in it.
create or replace function wachter.raak(wachter_in uuid, sleutel_in bytea, leden_in jsonb, rijen_in uuid[]) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
    w wachter.wachter;
    open_nu wachter.suggestie;
begin
    if current_setting('damwand.gebruiker', true) is null then raise exception 'no user'; end if;
    select x.* into w from wachter.wachter x where x.organisatie = basis.organisatie() and x.id = wachter_in and x.door = basis.gebruiker() for update;
    if not found or not w.aan or not wachter.waakt(w.id) then return null; end if;
    if cardinality(rijen_in) = 0 or (select count(*) from wachter.rij r where r.organisatie = w.organisatie and r.id = any (rijen_in)
                                        and r.zicht = any (wachter.zichten_van(w.door, w.niveau))) <> cardinality(rijen_in) then
        raise exception 'a row that its maker does not see' using errcode = 'DW003';
    end if;
    if exists (select from wachter.suggestie s where s.organisatie = w.organisatie and s.wachter = w.id and s.sleutel = sleutel_in and s.leden @> leden_in) then
        return null;
    end if;
    select s.* into open_nu from wachter.suggestie s where s.organisatie = w.organisatie and s.wachter = w.id and s.sleutel = sleutel_in and s.staat = 'open';
    if not found then
        open_nu.id := gen_random_uuid();
        insert into wachter.suggestie (organisatie, id, wachter, zicht, sleutel, leden, rijen, op, operatie)
        values (w.organisatie, open_nu.id, w.id, w.zicht, sleutel_in, leden_in, cardinality(rijen_in), basis.nu(), basis.operatie());
    else
        delete from wachter.bewijs b where b.organisatie = w.organisatie and b.suggestie = open_nu.id;
        update wachter.suggestie s set leden = leden_in, rijen = cardinality(rijen_in), op = basis.nu(), operatie = basis.operatie()
         where s.organisatie = w.organisatie and s.id = open_nu.id;
    end if;
    insert into wachter.bewijs (organisatie, suggestie, rij, dossier_soort, dossier)
    select r.organisatie, open_nu.id, r.id, r.dossier_soort, r.dossier from wachter.rij r where r.organisatie = w.organisatie and r.id = any (rijen_in);
    return open_nu.id;
end $$;
create or replace function wachter.gelopen(wachter_in uuid, vol_in boolean) returns void language sql security definer set search_path = pg_catalog as $$
    update wachter.wachter w set gelopen_op = basis.nu(), vol = vol_in where w.organisatie = basis.organisatie() and w.id = wachter_in and w.door = basis.gebruiker()
$$;
-- What no longer has its rows: nobody sees it any more, and now it goes. Gives how many.
create or replace function wachter.ruim() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
    aantal bigint;
begin
    delete from wachter.suggestie s where s.organisatie = basis.organisatie()
       and (s.rijen <> (select count(*) from wachter.bewijs b where b.organisatie = s.organisatie and b.suggestie = s.id)
            or exists (select from wachter.bewijs b where b.organisatie = s.organisatie and b.suggestie = s.id
                          and not exists (select from wachter.rij r where r.organisatie = b.organisatie and r.id = b.rij)));
    get diagnostics aantal = row_count;
    return aantal;
end $$;
revoke all on function wachter.heeft_recht(uuid, integer, text), wachter.activiteit(), wachter.zichten_van(uuid, integer), wachter.waakt(uuid), wachter.draagt(uuid),
    wachter.te_lopen(), wachter.raak(uuid, bytea, jsonb, uuid[]), wachter.gelopen(uuid, boolean), wachter.ruim() from public;
grant execute on function wachter.waakt(uuid), wachter.draagt(uuid), wachter.te_lopen(), wachter.raak(uuid, bytea, jsonb, uuid[]), wachter.gelopen(uuid, boolean), wachter.ruim() to toepassing;
