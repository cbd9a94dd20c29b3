-- SPDX-License-Identifier: EUPL-1.2
-- The second wall, in one place: which table has which policy and which keeps its past.
set local role eigenaar;

select basis.beveilig('toegang', t, 'organisatie') from unnest(array[
    'gebruiker', 'gebruiker_verleden', 'gebruiker_rol', 'sessie', 'aanmeldpoging', 'zicht', 'zicht_lid', 'zicht_rol',
    'compartiment_rol', 'compartiment_activiteit', 'noodtoegang', 'eigen_kenmerk', 'extern', 'groep_rol', 'acr_niveau', 'rol_niveau', 'aanmeldstaat']) t;
select basis.beveilig('toegang', 'gast', 'zicht');
-- An account of a guest is there for who is in his casus, for himself, and for who may read the whole read log (ADR 0055). Before somebody has
-- signed in there is nobody to keep it from, and the session of a guest must be found.
drop policy if exists muur on toegang.gebruiker;
create policy muur on toegang.gebruiker
    using (organisatie = (select basis.organisatie())
           and (gastzicht is null or (select basis.gebruiker()) is null or id = (select basis.gebruiker())
                or gastzicht in (select unnest(toegang.mijn_zichten())) or (select toegang.heb_recht('inzagen.alle'))));
-- And so is what hangs on an account, column by column of who it is. Finding a session, which every request does, is before there is an asker:
-- it must not pay for the look at the account (on a busy machine 0.3 ms of a request; so it is 0.1).
do $$
declare
    van text[];
begin
    foreach van slice 1 in array array[['gebruiker_verleden', 'id'], ['gebruiker_rol', 'gebruiker'], ['sessie', 'gebruiker'], ['zicht_lid', 'gebruiker'], ['noodtoegang', 'gebruiker'],
                                       ['eigen_kenmerk', 'gebruiker'], ['extern', 'gebruiker']] loop
        execute format('drop policy if exists muur on toegang.%I', van[1]);
        execute format('create policy muur on toegang.%1$I using (organisatie = (select basis.organisatie())
            and ((select basis.gebruiker()) is null or exists (select from toegang.gebruiker g where g.organisatie = %1$I.organisatie and g.id = %1$I.%2$I)))', van[1], van[2]);
    end loop;
end $$;
-- Nobody takes away what would show that he looks at his own.
drop policy if exists niet_eigen on toegang.eigen_kenmerk;
create policy niet_eigen on toegang.eigen_kenmerk as restrictive for delete using (gebruiker is distinct from (select basis.gebruiker()));
-- What somebody did once is his own: the place it made may be in a casus that a colleague may not know of.
alter table toegang.idempotentie enable row level security;
alter table toegang.idempotentie force row level security;
drop policy if exists muur on toegang.idempotentie;
create policy muur on toegang.idempotentie
    using (organisatie = (select basis.organisatie()) and gebruiker = (select basis.gebruiker()))
    with check (organisatie = (select basis.organisatie()) and gebruiker = (select basis.gebruiker()));
select basis.beveilig('logboek', t, 'organisatie') from unnest(array['audit', 'verwerking', 'baan', 'zegel', 'incident', 'dpia']) t;
-- Who verifies the chain sees every organisation's, and changes nothing.
select basis.laat_lezen('logboek', t, 'controleur') from unnest(array['audit', 'verwerking', 'baan', 'zegel', 'incident']) t;
select basis.beveilig('gebeurtenis', 'uit', 'zicht');
-- Whoever opens a file in an emergency tells the privacy officer, in whose audience he is not.
drop policy if exists erin on gebeurtenis.uit;
create policy erin on gebeurtenis.uit for insert
    with check (organisatie = (select basis.organisatie()) and soort = 'noodtoegang'
                and zicht = (select z.zicht from toegang.zicht z where z.organisatie = basis.organisatie() and z.naam = 'toezicht'));
select basis.beveilig('entiteit', t, 'zicht') from unnest(array['vermelding', 'vermelding_verleden', 'bsn_getoond', 'verband', 'verband_verleden']) t;
select basis.beveilig('signaal', 'profielkeuze', 'organisatie');
select basis.beveilig('signaal', t, 'zicht') from unnest(array[
    'signaal', 'signaal_verleden', 'melder', 'melder_getoond', 'weging', 'overgang']) t;
-- The compartment is the signaal's: who may see reporters sees those of the signalen that are his to know of. One row by
-- key, so the sub-query costs no list its index.
do $$
declare
    tabel text;
begin
    foreach tabel in array array['melder', 'melder_getoond'] loop
        execute format('drop policy if exists muur on signaal.%I', tabel);
        execute format('create policy muur on signaal.%1$I
            using (organisatie = (select basis.organisatie()) and zicht in (select unnest(toegang.mijn_zichten()))
                   and exists (select from signaal.signaal s where s.organisatie = %1$I.organisatie and s.id = %1$I.signaal))
            with check (organisatie = (select basis.organisatie()) and zicht in (select unnest(toegang.mijn_zichten())))', tabel);
    end loop;
end $$;
-- Whoever records a signaal may put its reporter in the compartment, also when he may not look in it.
drop policy if exists erin on signaal.melder;
create policy erin on signaal.melder for insert
    with check (organisatie = (select basis.organisatie()) and operatie = (select basis.operatie())
                and zicht = (select z.zicht from toegang.zicht z where z.organisatie = basis.organisatie() and z.naam = 'melder'));
select basis.beveilig('casus', t, 'zicht') from unnest(array[
    'casus', 'casus_verleden', 'plan', 'plan_verleden', 'bron', 'bron_verleden', 'lid', 'lid_verleden', 'overgang',
    'gebeurtenis', 'verscherping', 'termijn', 'privacytoets', 'privacytoets_verleden', 'inhoudkeuze', 'van_voor_toets', 'etiket', 'etiket_verleden']) t;
select basis.beveilig('interventie', t, 'zicht') from unnest(array['interventie', 'interventie_verleden']) t;

-- An entity is visible through any mention the asker may see; a fresh one to the operation that makes it.
alter table entiteit.entiteit enable row level security;
alter table entiteit.entiteit force row level security;
drop policy if exists muur on entiteit.entiteit;
create policy muur on entiteit.entiteit
    using (organisatie = (select basis.organisatie())
           and (operatie = (select basis.operatie())
                or exists (select from entiteit.vermelding v where v.organisatie = entiteit.organisatie and v.entiteit = entiteit.id)))
    with check (organisatie = (select basis.organisatie()) and operatie = (select basis.operatie()));

-- A used TOTP step is not history: it would copy the password's hash at every sign-in.
select basis.met_verleden('toegang', 'gebruiker', 'gebruikersnaam, naam, wachtwoord, totp, actief');
select basis.met_verleden('entiteit', t) from unnest(array['vermelding', 'verband']) t;
select basis.met_verleden('signaal', 'signaal');
select basis.met_verleden('casus', t) from unnest(array['casus', 'plan', 'bron', 'lid', 'privacytoets', 'etiket']) t;
select basis.met_verleden('interventie', 'interventie');
grant select on toegang.gebruiker_verleden to toepassing;

-- The entity with this key, made when it is not there. Runs as its owner, so that a key known elsewhere in the
-- organisation gives the same entity without telling the asker that it was known. Returns the id only.
create or replace function entiteit.vind_of_maak(soort_in text, sleutel_in text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare
    gevonden uuid;
begin
    if basis.organisatie() is null then raise exception 'no organisation'; end if;
    if sleutel_in is not null then
        select id into gevonden from entiteit.entiteit
         where organisatie = basis.organisatie() and soort = soort_in and sleutel = sleutel_in;
        if found then return gevonden; end if;
    end if;
    insert into entiteit.entiteit (organisatie, id, soort, sleutel, van, operatie)
    values (basis.organisatie(), gen_random_uuid(), soort_in, sleutel_in, basis.tik(), basis.operatie())
    on conflict (organisatie, soort, sleutel) where sleutel is not null do nothing returning id into gevonden;
    if gevonden is null then
        select id into gevonden from entiteit.entiteit
         where organisatie = basis.organisatie() and soort = soort_in and sleutel = sleutel_in;
    end if;
    return gevonden;
end $$;
revoke all on function entiteit.vind_of_maak(text, text) from public;
grant execute on function entiteit.vind_of_maak(text, text) to toepassing;

-- Whether a mention is of somebody under eighteen on that day: by his day of birth where it is known, else as somebody marked it. Born on 29 February: of age
-- on 1 March.
create or replace function entiteit.is_minderjarig(geboren_op date, minderjarig boolean, dag date default basis.vandaag()) returns boolean language sql stable as
$$ select coalesce(geboren_op > (dag - interval '18 years')::date, minderjarig) $$;
-- What a data subject may know of it; null of whom it is not so.
create or replace function entiteit.minderjarig_als_tekst(geboren_op date, minderjarig boolean) returns text language sql stable as
$$ select case when entiteit.is_minderjarig(geboren_op, minderjarig) then 'Minderjarig' || coalesce(', geboren op ' || to_char(geboren_op, 'DD-MM-YYYY'), '') end $$;
grant execute on function entiteit.is_minderjarig(date, boolean, date), entiteit.minderjarig_als_tekst(date, boolean) to toepassing;

-- A new audience: the next number of the organisation, under a lock of that organisation only.
-- `basis_in`, `tot_in`: of an embargo, where it would have stood and the day on which it ends.
drop function if exists toegang.nieuw_zicht(text, uuid);
create or replace function toegang.nieuw_zicht(soort_in text, object_in uuid, basis_in integer default null, tot_in date default null) returns integer language plpgsql as $$
declare
    nummer integer;
begin
    perform pg_advisory_xact_lock(4426002, basis.organisatie());
    select coalesce(max(zicht), 0) + 1 into nummer from toegang.zicht where organisatie = basis.organisatie();
    insert into toegang.zicht (organisatie, zicht, soort, object, basis, tot) values (basis.organisatie(), nummer, soort_in, object_in, basis_in, tot_in);
    return nummer;
end $$;
