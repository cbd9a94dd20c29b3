-- SPDX-License-Identifier: EUPL-1.2
set local role eigenaar;

-- Membership counts as long as the member has a role at all; a compartment of an audience opens to a member whose role opens
-- it, under an activity that it is for. In plpgsql, whose plans are kept for the session, in small statements and as its
-- owner (who needs no policies; every filter stands here): every policy of every table in a statement asks this. 0.07 ms of
-- processor time; one statement under policies took 0.27. `doel_in`: version of the activity; null: none, 0: any.
drop function if exists toegang.zichten_van(uuid, integer);
create or replace function toegang.zichten_van(wie uuid, niveau_in integer, doel_in integer) returns integer[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
    hier constant smallint := basis.organisatie();
    nu constant timestamptz := basis.nu();
    vandaag constant date := basis.vandaag();
    rollen constant text[] := array(select r.rol from toegang.gebruiker_rol r
         where r.organisatie = hier and r.gebruiker = wie and (r.tot is null or r.tot > nu)
           and not exists (select from toegang.rol_niveau e where e.organisatie = hier and e.rol = r.rol and e.niveau > niveau_in));
    leden integer[] := '{}';
    delen integer[];
begin
    if cardinality(rollen) > 0 then
        leden := array(select l.zicht from toegang.zicht_lid l
                        where l.organisatie = hier and l.gebruiker = wie and (l.tot is null or l.tot > nu)
                       union
                       select z.zicht from toegang.zicht_rol z where z.organisatie = hier and z.rol = any (rollen));
        -- of one signaal, taken off an audience of his, and an embargo that has ended
        leden := leden || array(select z.zicht from toegang.zicht z where z.organisatie = hier and z.basis = any (leden)
                                   and (z.soort = 'signaal' or z.tot <= vandaag));
    end if;
    delen := array(
        select c.zicht from toegang.compartiment_rol k join toegang.zicht c on c.organisatie = hier and c.compartiment = k.compartiment
         where k.organisatie = hier and k.rol = any (rollen) and c.basis = any (leden)
           and not exists (select from toegang.gast g where g.organisatie = hier and g.gebruiker = wie)  -- whatever his role opens here
           and (doel_in = 0 or exists (select from toegang.compartiment_activiteit d join logboek.activiteit v on v.code = d.activiteit
                                     where d.organisatie = hier and d.compartiment = k.compartiment and v.id = doel_in)));
    return array(
        select unnest(leden || delen)
        union
        select z.zicht from toegang.zicht z where z.organisatie = hier and z.basis = any (delen) and z.tot <= vandaag
        union
        select n.zicht from toegang.noodtoegang n where n.organisatie = hier and n.gebruiker = wie and n.tot > nu);
end $$;
-- What somebody may see when he has proved himself as strongly as can be, under all that his work is for: for questions
-- about colleagues.
create or replace function toegang.zichten_van(wie uuid) returns integer[] language sql stable as
$$ select toegang.zichten_van(wie, 3, 0) $$;
-- The same, worked out once in a transaction: every policy of every table asks. Held with whose it is; forgotten as soon as
-- anything it follows from changes. Nobody but the database writes it, and who could has the identity itself in his hands.
create or replace function toegang.zichten_onthouden(wie uuid, niveau_in integer, doel_in integer) returns integer[] language plpgsql stable as $$
declare
    uit constant integer[] := toegang.zichten_van(wie, niveau_in, doel_in);
begin
    perform set_config('damwand.zichten', uit::text, true),
            set_config('damwand.zichten_van', format('%s/%s/%s/%s', basis.organisatie(), wie, niveau_in, coalesce(doel_in::text, '')), true);
    return uit;
end $$;
-- In plain SQL, so that it becomes part of the statement that asks: what is held is found without a call.
create or replace function toegang.mijn_zichten() returns integer[] language sql stable as $$
    select case when current_setting('damwand.zichten_van', true)
                     = current_setting('damwand.organisatie', true) || '/' || current_setting('damwand.gebruiker', true)
                       || '/' || current_setting('damwand.niveau', true) || '/' || current_setting('damwand.activiteit', true)
                then current_setting('damwand.zichten', true)::integer[]
                else toegang.zichten_onthouden(basis.gebruiker(), basis.niveau(), basis.activiteit()) end
$$;
create or replace function toegang.vergeet_zichten() returns trigger language plpgsql as $$
begin
    perform set_config('damwand.zichten_van', '', true);
    return null;
end $$;
do $$
declare
    tabel text;
begin
    foreach tabel in array array['zicht', 'zicht_lid', 'zicht_rol', 'compartiment_rol', 'compartiment_activiteit', 'gebruiker_rol', 'rol_niveau', 'noodtoegang'] loop
        execute format('create or replace trigger vergeet_zichten after insert or update or delete or truncate on toegang.%I'
                       ' for each statement execute function toegang.vergeet_zichten()', tabel);
    end loop;
end $$;

-- Whether the asker has this right now, proved as strongly as its role asks: for policies of what no audience is for. As its
-- owner, as above.
create or replace function toegang.heb_recht(recht_in text) returns boolean language sql stable security definer set search_path = pg_catalog as $$
    select exists (select from toegang.gebruiker_rol g join toegang.rol_recht r on r.rol = g.rol and r.recht = recht_in
                    where g.organisatie = basis.organisatie() and g.gebruiker = basis.gebruiker() and (g.tot is null or g.tot > basis.nu())
                      and not exists (select from toegang.rol_niveau e where e.organisatie = g.organisatie and e.rol = g.rol and e.niveau > basis.niveau()))
$$;

-- What a provider's word for assurance is worth here: the organisation's own list, then the names of eIDAS; null: nothing.
create or replace function toegang.niveau_van(acr_in text) returns integer language sql stable as $$
    select coalesce(
        (select niveau::integer from toegang.acr_niveau where organisatie = basis.organisatie() and acr = acr_in),
        case acr_in when 'http://eidas.europa.eu/LoA/low' then 1 when 'http://eidas.europa.eu/LoA/substantial' then 2
                    when 'http://eidas.europa.eu/LoA/high' then 3 end)
$$;

-- The session of this token; no row when it is over: ended, 15 minutes idle, 8 hours old, or a guest's at home. In plain SQL, as the next: each becomes
-- part of the statement that asks.
create or replace function toegang.sessie_van(hash bytea) returns setof toegang.sessie language sql stable as $$
    select s.* from toegang.sessie s
     where s.organisatie = basis.organisatie() and s.teken_hash = hash and not s.beeindigd
       and (s.thuis is null or toegang.gast_geldig(s.organisatie, s.gebruiker, s.thuis, s.thuis_sessie))
       and s.laatst_op > basis.nu() - interval '15 minutes' and s.begonnen_op > basis.nu() - interval '8 hours'
$$;
-- The roles that count at this moment for whoever proved himself so strongly.
create or replace function toegang.rollen_van(organisatie_in smallint, wie uuid, niveau_in integer) returns setof text language sql stable as $$
    select x.rol from toegang.gebruiker_rol x
     where x.organisatie = organisatie_in and x.gebruiker = wie and (x.tot is null or x.tot > basis.nu())
       and not exists (select from toegang.rol_niveau e where e.organisatie = x.organisatie and e.rol = x.rol and e.niveau > niveau_in)
$$;

-- Which of these rights the holder of this token has under this activity, in one question and without his audiences: for what is public (Audit::openbaar).
-- No row when the session is over, the user was switched off, or the activity is not his. Sets the organisation for this one statement.
create or replace function toegang.mag_nu(organisatie_in smallint, hash bytea, doel_in text, rechten_in text[]) returns table (gebruiker uuid, rechten text[], bijwerken boolean)
language plpgsql as $$
begin
    perform set_config('damwand.organisatie', organisatie_in::text, true);
    return query
    select g.id, h.rechten, s.laatst_op < basis.nu() - interval '1 minute'
      from toegang.sessie_van(hash) s
      join toegang.gebruiker g on g.organisatie = s.organisatie and g.id = s.gebruiker and g.actief
     cross join lateral (select coalesce(array_agg(x), '{}') as rollen from toegang.rollen_van(s.organisatie, g.id, s.niveau) x) r
     cross join lateral (select coalesce(array_agg(distinct t.recht), '{}') as rechten from toegang.rol_recht t where t.rol = any (r.rollen) and t.recht = any (rechten_in)) h
     where exists (select from logboek.activiteit v join logboek.rol_activiteit ra on ra.activiteit = v.code
                    where v.code = doel_in and ra.rol = any (r.rollen) and v.geldig_van <= basis.vandaag() and (v.geldig_tot is null or v.geldig_tot > basis.vandaag()));
end $$;

-- Who holds this session token, with everything he may do at this moment; no row when the session is over
-- or the user was switched off.
-- A role that asks more assurance than this session has does not count in it. `vers`: proved within the last ten minutes.
-- `zichten`: under the activity with the code `doel_in`, or under any when that is '*'.
drop function if exists toegang.wie_is(bytea);
drop function if exists toegang.wie_is(bytea, text);
create function toegang.wie_is(hash bytea, doel_in text) returns table (
    sessie uuid, gebruiker uuid, gebruikersnaam text, naam text, csrf text, acr text, niveau integer, vers boolean, verloopt_op timestamptz,
    organisatie_code text, organisatie_naam text, rollen text[], rechten text[], activiteiten text[],
    activiteit_ids text[], activiteit_naast text[], zichten text[], noodtoegang_tot timestamptz, bijwerken boolean)
language sql stable as $$
    select s.id, g.id, g.gebruikersnaam, g.naam, s.csrf, s.acr, s.niveau::integer,
           s.bewezen_op > basis.nu() - interval '10 minutes',
           least(s.laatst_op + interval '15 minutes', s.begonnen_op + interval '8 hours'),
           o.code, o.naam, r.rollen, coalesce(h.rechten, '{}'), coalesce(a.codes, '{}'), coalesce(a.ids, '{}'), coalesce(a.naast, '{}'),
           toegang.zichten_onthouden(g.id, s.niveau, case doel_in when '*' then 0 else a.doel end)::text[],
           (select max(n.tot) from toegang.noodtoegang n where n.organisatie = s.organisatie and n.gebruiker = g.id and n.tot > basis.nu()),
           s.laatst_op < basis.nu() - interval '1 minute'
      from toegang.sessie_van(hash) s
      join toegang.gebruiker g on g.organisatie = s.organisatie and g.id = s.gebruiker and g.actief
      join toegang.organisatie o on o.nummer = s.organisatie
     cross join lateral (
        select coalesce(array_agg(x order by y.volgorde), '{}') as rollen from toegang.rollen_van(s.organisatie, g.id, s.niveau) x
          join toegang.rol y on y.code = x) r
     cross join lateral (select array_agg(distinct t.recht) as rechten from toegang.rol_recht t where t.rol = any (r.rollen)) h
     cross join lateral (
        select array_agg(v.code) as codes, array_agg(v.id::text) as ids, array_agg(array_to_string(v.naast, ',')) as naast,
               max(v.id) filter (where v.code = doel_in) as doel from logboek.activiteit v
         where v.geldig_van <= basis.vandaag() and (v.geldig_tot is null or v.geldig_tot > basis.vandaag())
           -- whoever is signed in may see that he is, and sign off, also when his last role has ended
           and (v.code = 'toegang-beheren' or v.code in (select ra.activiteit from logboek.rol_activiteit ra where ra.rol = any (r.rollen)))) a
$$;

-- Live lists look again at once when a session is ended or a user switched off, and then close (veiligheid.md rule 16).
create or replace function toegang.wek_stromen() returns trigger language plpgsql as $$
begin
    perform pg_notify('damwand_gebeurtenis', '');
    return null;
end $$;
create or replace trigger wek_stromen after update of beeindigd on toegang.sessie
    for each statement execute function toegang.wek_stromen();
create or replace trigger wek_stromen after update of actief on toegang.gebruiker
    for each statement execute function toegang.wek_stromen();

-- Whether what stands under a regime stands in a compartment of its casus.
create or replace function toegang.heeft_compartiment(regime_in text) returns boolean language sql immutable as
$$ select regime_in in ('wpg', 'bibob', 'wgs') $$;

-- The compartment of this audience for a regime, made when it is not there; null when the regime needs none, the asker's
-- roles do not open it, or it is not for what he is doing.
create or replace function toegang.compartiment_van(zicht_in integer, regime_in text) returns integer language plpgsql as $$
declare
    gevonden integer;
begin
    if not exists (select from toegang.compartiment_rol k
                     join toegang.gebruiker_rol r on r.organisatie = k.organisatie and r.rol = k.rol
                    where k.organisatie = basis.organisatie() and k.compartiment = regime_in
                      and r.gebruiker = basis.gebruiker() and (r.tot is null or r.tot > basis.nu()))
       or not exists (select from toegang.compartiment_activiteit d join logboek.activiteit v on v.code = d.activiteit
                       where d.organisatie = basis.organisatie() and d.compartiment = regime_in and v.id = basis.activiteit()) then
        return null;
    end if;
    select z.zicht into gevonden from toegang.zicht z
     where z.organisatie = basis.organisatie() and z.basis = zicht_in and z.compartiment = regime_in;
    if gevonden is null then
        perform pg_advisory_xact_lock(4426002, basis.organisatie());
        insert into toegang.zicht (organisatie, zicht, soort, object, compartiment, basis)
        select b.organisatie, (select max(zicht) + 1 from toegang.zicht where organisatie = b.organisatie), 'compartiment', b.object, regime_in, b.zicht
          from toegang.zicht b where b.organisatie = basis.organisatie() and b.zicht = zicht_in
        on conflict do nothing;
        select z.zicht into strict gevonden from toegang.zicht z
         where z.organisatie = basis.organisatie() and z.basis = zicht_in and z.compartiment = regime_in;
    end if;
    return gevonden;
end $$;

-- What a kenmerk means in this organisation, whoever may see it: for access in an emergency only, which is logged, told and
-- judged whatever the outcome. As its owner; returns no content.
create or replace function toegang.vind_in_nood(kenmerk_in text) returns table (soort text, object uuid, zicht integer)
language sql stable security definer set search_path = pg_catalog as $$
    select 'signaal', s.id, s.zicht from signaal.signaal s where s.organisatie = basis.organisatie() and s.kenmerk = kenmerk_in
    union all
    select 'casus', c.id, c.zicht from casus.casus c where c.organisatie = basis.organisatie() and c.kenmerk = kenmerk_in
$$;
revoke all on function toegang.vind_in_nood(text) from public;
grant execute on function toegang.vind_in_nood(text) to toepassing;

-- What hangs on a signaal goes along when its audience changes: every table whose audience the application may change and
-- that names a dossier or a signaal; past rows last, so that what a row was a moment ago goes too.
create or replace function toegang.geef_zicht(signaal_in uuid, van integer, naar integer) returns void language plpgsql as $$
declare
    tabel record;
begin
    for tabel in
        select k.attrelid::regclass as naam, k.attname as kolom from pg_attribute k join pg_class c on c.oid = k.attrelid
         where c.relkind = 'r' and not k.attisdropped
           and (k.attname in ('dossier', 'signaal') or k.attname = 'id' and c.oid in ('signaal.signaal'::regclass, 'signaal.signaal_verleden'::regclass))
           and exists (select from pg_attribute z where z.attrelid = c.oid and z.attname = 'zicht' and not z.attisdropped
                          and has_column_privilege('toepassing', c.oid, z.attnum, 'update'))
         order by c.relname like '%\_verleden', c.oid
    loop
        execute format('update %s set zicht = $4 where organisatie = $1 and %I = $2 and zicht = $3', tabel.naam, tabel.kolom)
          using basis.organisatie(), signaal_in, van, naar;
    end loop;
end $$;

-- The audience that holds this signaal and nothing else: its embargo, or one taken off the audience it stood in, with the
-- same people in it (see zichten_van). Null for what stands in a compartment, which an emergency does not open.
-- As its owner: the asker is not in the audience that it is taken from.
create or replace function toegang.zonder_af(signaal_in uuid) returns integer language plpgsql security definer set search_path = pg_catalog as $$
declare
    oud toegang.zicht;
    eigen integer;
begin
    select z.* into strict oud from signaal.signaal s join toegang.zicht z on z.organisatie = s.organisatie and z.zicht = s.zicht
     where s.organisatie = basis.organisatie() and s.id = signaal_in for update of s;
    if oud.soort in ('embargo', 'signaal') then return oud.zicht; end if;
    if oud.compartiment is not null then return null; end if;
    perform pg_advisory_xact_lock(4426002, oud.organisatie);
    insert into toegang.zicht (organisatie, zicht, soort, object, basis)
    select oud.organisatie, max(zicht) + 1, 'signaal', signaal_in, oud.zicht from toegang.zicht where organisatie = oud.organisatie
    on conflict (organisatie, object) where soort = 'signaal' do update set basis = excluded.basis returning zicht into eigen;
    perform toegang.geef_zicht(signaal_in, oud.zicht, eigen);
    return eigen;
end $$;
revoke all on function toegang.zonder_af(uuid) from public;
grant execute on function toegang.zonder_af(uuid) to toepassing;

-- Which roles open a compartment and under which activities, until the municipality says otherwise. The police gives the mayor
-- its data for the public order, the whole chain here (Wpg art. 16(1)(c)); what the Bibob Act and the WGS give is for an inquiry
-- under that act only (Wet Bibob art. 28; WGS).
create or replace function toegang.open_compartimenten(organisatie_in smallint) returns void language sql as $$
    insert into toegang.compartiment_rol (organisatie, compartiment, rol)
    select organisatie_in, c.compartiment, unnest(c.rollen) from (values
        ('wpg', array['coordinator', 'informatieanalist', 'jurist', 'burgemeester']),
        ('bibob', array['bibob', 'jurist', 'burgemeester']),
        ('wgs', array['coordinator', 'regio-analist', 'regio-regisseur'])) c (compartiment, rollen)
    on conflict do nothing;
    insert into toegang.compartiment_activiteit (organisatie, compartiment, activiteit)
    select organisatie_in, c.compartiment, unnest(c.activiteiten) from (values
        ('wpg', array['signalen-wegen', 'casus-behandelen', 'bronnen-bevragen', 'interventies-uitvoeren', 'cijfers-maken', 'toegang-beheren', 'archiveren-vernietigen', 'betrokkenen-informeren', 'gegevens-verstrekken', 'netwerk-analyseren', 'acties-volgen', 'overleg-voeren']),
        ('bibob', array['bibob-onderzoek']),
        ('wgs', array['riec-samenwerking'])) c (compartiment, activiteiten)
    on conflict do nothing
$$;
revoke all on function toegang.open_compartimenten(smallint) from public;

-- A municipality with its standing audiences: who works on signals, and who may see reporters.
create or replace function toegang.maak_organisatie(nummer_in smallint, code_in text, naam_in text, soort_in text) returns void
language plpgsql as $$
begin
    insert into toegang.organisatie (nummer, code, naam, soort) values (nummer_in, code_in, naam_in, soort_in);
    insert into toegang.zicht (organisatie, zicht, soort, naam) values
        (nummer_in, 1, 'team', 'signalen'), (nummer_in, 2, 'compartiment', 'melder'), (nummer_in, 3, 'team', 'toezicht');
    insert into toegang.zicht_rol (organisatie, zicht, rol) values
        (nummer_in, 1, 'coordinator'), (nummer_in, 1, 'informatieanalist'), (nummer_in, 1, 'deelnemer'),
        (nummer_in, 1, 'toezichthouder'), (nummer_in, 2, 'coordinator'), (nummer_in, 3, 'privacy');
    perform toegang.open_compartimenten(nummer_in);
    insert into signaal.profielkeuze (organisatie, code, versie)
    select nummer_in, code, max(versie) from signaal.wegingsprofiel where code = 'zoetermeer' group by code;
    perform archief.standaardregels(nummer_in, '2000-01-01');
end $$;
revoke all on function toegang.maak_organisatie(smallint, text, text, text) from public;

-- Organisations made before there were compartments, or a privacy officer who hears of emergencies.
insert into toegang.zicht (organisatie, zicht, soort, naam)
select o.nummer, (select coalesce(max(zicht), 0) + 1 from toegang.zicht z where z.organisatie = o.nummer), 'team', 'toezicht'
  from toegang.organisatie o where o.nummer > 0 and not exists (select from toegang.zicht z where z.organisatie = o.nummer and z.naam = 'toezicht');
insert into toegang.zicht_rol (organisatie, zicht, rol)
select organisatie, zicht, 'privacy' from toegang.zicht where naam = 'toezicht' on conflict do nothing;
select toegang.open_compartimenten(o.nummer) from toegang.organisatie o
 where o.nummer > 0 and not (exists (select from toegang.compartiment_rol k where k.organisatie = o.nummer)
                             and exists (select from toegang.compartiment_activiteit k where k.organisatie = o.nummer));
