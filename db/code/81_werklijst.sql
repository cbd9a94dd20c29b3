-- SPDX-License-Identifier: EUPL-1.2
-- Who sees a list and a kept area, and when a list is forgotten.
set local role eigenaar;

select basis.beveilig('werklijst', t, 'zicht') from unnest(array['werklijst', 'regel']) t;
select basis.beveilig('werklijst', 'eigen_gebied', 'organisatie');
drop policy if exists lezer on werklijst.eigen_gebied;
create policy lezer on werklijst.eigen_gebied as restrictive
    using ((gedeeld or door = (select basis.gebruiker())) and (select toegang.heb_recht('kaart.zien')))
    with check (door = (select basis.gebruiker()) and (select toegang.heb_recht('kaart.zien')));
-- A list and an area go by the hand of who made them; a list also by the program itself, which is nobody.
drop policy if exists eigen on werklijst.eigen_gebied;
create policy eigen on werklijst.eigen_gebied as restrictive for delete using (door = (select basis.gebruiker()));
drop policy if exists eigen on werklijst.werklijst;
create policy eigen on werklijst.werklijst as restrictive for delete using (door = (select basis.gebruiker()));

-- The members of a list. As its owner: who is not in an audience sees nobody in it, and only who made a list adds to it.
create or replace function werklijst.zet_lid(lijst_in uuid, gebruiker_in uuid, erbij boolean) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    welk integer;
begin
    select w.zicht into welk from werklijst.werklijst w
     where w.organisatie = basis.organisatie() and w.id = lijst_in and w.door = basis.gebruiker() and w.door <> gebruiker_in
       and exists (select from toegang.gebruiker g where g.organisatie = w.organisatie and g.id = gebruiker_in and g.actief);
    if welk is null then return false; end if;
    if erbij then
        insert into toegang.zicht_lid (organisatie, zicht, gebruiker) values (basis.organisatie(), welk, gebruiker_in) on conflict do nothing;
    else
        delete from toegang.zicht_lid where organisatie = basis.organisatie() and zicht = welk and gebruiker = gebruiker_in;
    end if;
    return true;
end $$;
-- A list goes with its audience, and its past answers with it.
create or replace function werklijst.ruim_zicht() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
    delete from gebeurtenis.uit where organisatie = old.organisatie and zicht = old.zicht;
    delete from toegang.zicht_lid where organisatie = old.organisatie and zicht = old.zicht;
    delete from toegang.zicht where organisatie = old.organisatie and zicht = old.zicht;
    return null;
end $$;
create or replace trigger ruim_zicht after delete on werklijst.werklijst for each row execute function werklijst.ruim_zicht();

-- Lists whose last day has passed, of every organisation: by the program itself, every night. Returns how many went.
create or replace function werklijst.vergeet() returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
    aantal bigint;
begin
    delete from werklijst.werklijst where organisatie = basis.organisatie() and tot < basis.vandaag();
    get diagnostics aantal = row_count;
    return aantal;
end $$;
revoke all on function werklijst.zet_lid(uuid, uuid, boolean), werklijst.ruim_zicht(), werklijst.vergeet() from public;
grant execute on function werklijst.zet_lid(uuid, uuid, boolean), werklijst.vergeet() to toepassing;
