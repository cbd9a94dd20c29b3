-- SPDX-License-Identifier: EUPL-1.2
set local role eigenaar;

select basis.beveilig('documenten', t, 'zicht') from unnest(array['document', 'document_verleden']) t;
-- How often it was tried is no history.
select basis.met_verleden('documenten', 'document', 'zicht, naam, regime, bron, bron_datum, doorgifte, doorgifte_reden, staat, reden');

-- What the inspection needs across tenants: ids and what is on disk, never a name. These run as their owner because
-- nobody asks; the inspector is the program.

-- The next file that waits, not tried in the last `rust`; locked, so that two servers do not inspect the same one.
create or replace function documenten.volgende(rust interval) returns table (
    organisatie smallint, id uuid, dossier_soort text, dossier uuid, soort text, omvang bigint, inhoud text)
language sql security definer set search_path = pg_catalog as $$
    with gekozen as (
        select d.organisatie, d.id from documenten.document d
         where d.staat in ('wordt_gecontroleerd', 'in_quarantaine') and (d.gekeurd_op is null or d.gekeurd_op <= basis.nu() - rust)
         order by d.gekeurd_op nulls first, d.op limit 1 for update skip locked)
    update documenten.document d set gekeurd_op = basis.nu(), pogingen = least(d.pogingen + 1, 30000)
      from gekozen g where d.organisatie = g.organisatie and d.id = g.id
    returning d.organisatie, d.id, d.dossier_soort, d.dossier, d.soort, d.omvang, d.inhoud
$$;

-- The verdict. True when it changed anything; the file may have been taken out of the dossier meanwhile.
create or replace function documenten.keur(
    organisatie_in smallint, id_in uuid, staat_in text, reden_in text, bladen_in integer, tekens_in bigint,
    breedte_in integer, hoogte_in integer) returns boolean
language plpgsql security definer set search_path = pg_catalog as $$
declare
    rij documenten.document;
begin
    update documenten.document d
       set staat = staat_in, reden = reden_in, bladen = bladen_in, tekens = tekens_in, breedte = breedte_in, hoogte = hoogte_in,
           versie = d.versie + 1
     where d.organisatie = organisatie_in and d.id = id_in and d.staat in ('wordt_gecontroleerd', 'in_quarantaine')
       and (d.staat, coalesce(d.reden, '')) is distinct from (staat_in, coalesce(reden_in, ''))
    returning * into rij;
    if not found then return false; end if;
    insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op)
    values (rij.organisatie, gen_random_uuid(), rij.zicht, 'document', rij.id, rij.versie, basis.tik());
    return true;
end $$;

-- Of these names those that no row needs, now or in the past; what was refused is not kept.
create or replace function documenten.zonder_rij(organisatie_in smallint, dossier_in uuid, namen text[]) returns setof text
language sql stable security definer set search_path = pg_catalog as $$
    with nodig as (
        select d.inhoud, d.staat from documenten.document d where d.organisatie = organisatie_in and d.dossier = dossier_in
        union all
        select * from (select distinct on (v.id) v.inhoud, v.staat from documenten.document_verleden v
          where v.organisatie = organisatie_in and v.dossier = dossier_in
            and not exists (select from documenten.document d where d.organisatie = v.organisatie and d.id = v.id)
          order by v.id, v.tot desc) weg)
    select n from unnest(namen) n where not exists (select from nodig where nodig.inhoud = n and nodig.staat <> 'geweigerd')
$$;

-- Everything there ever was of a dossier, for its destruction: ids, with the versions in the past counted.
create or replace function documenten.alles_van(organisatie_in smallint, dossier_in uuid) returns table (id uuid, versies bigint)
language sql stable security definer set search_path = pg_catalog as $$
    select a.id, count(*) from (
        select d.id from documenten.document d where d.organisatie = organisatie_in and d.dossier = dossier_in
        union all
        select d.id from documenten.document_verleden d where d.organisatie = organisatie_in and d.dossier = dossier_in) a
     group by a.id order by a.id
$$;

-- Rows and history, gone. History does not grow by it: the trigger's copies go too.
create or replace function documenten.vernietig(organisatie_in smallint, dossier_in uuid) returns bigint
language plpgsql security definer set search_path = pg_catalog as $$
declare
    aantal bigint;
    versies bigint;
begin
    delete from documenten.document d where d.organisatie = organisatie_in and d.dossier = dossier_in;
    get diagnostics aantal = row_count;
    delete from documenten.document_verleden d where d.organisatie = organisatie_in and d.dossier = dossier_in;
    get diagnostics versies = row_count;
    return greatest(aantal, versies);
end $$;

revoke all on function documenten.volgende(interval), documenten.keur(smallint, uuid, text, text, integer, bigint, integer, integer),
    documenten.zonder_rij(smallint, uuid, text[]), documenten.alles_van(smallint, uuid), documenten.vernietig(smallint, uuid) from public;
grant execute on function documenten.volgende(interval), documenten.keur(smallint, uuid, text, text, integer, bigint, integer, integer),
    documenten.zonder_rij(smallint, uuid, text[]) to toepassing;
grant execute on function documenten.alles_van(smallint, uuid), documenten.vernietig(smallint, uuid) to vernietiger;
