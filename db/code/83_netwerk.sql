-- SPDX-License-Identifier: EUPL-1.2
-- What the graph in the server's memory is made of: objects and ties of dossiers, each with the audience of the row that says so.
-- No name, no text: what is shown is read again by whoever asks, under the wall. Only role netwerker reads over all audiences.
set local role eigenaar;

select basis.beveilig('netwerk', 'weergave', 'zicht');
select basis.beveilig('netwerk', 'gewijzigd', 'organisatie');

-- ---- what there is -------------------------------------------------------------------------------------------------------

-- Compartments of the Bibob Act and the WGS, and what was set apart from one: they never enter (Wet Bibob art. 28; WGS).
create or replace view netwerk.dicht as
    select z.organisatie, z.zicht from toegang.zicht z left join toegang.zicht b on b.organisatie = z.organisatie and b.zicht = z.basis
     where z.compartiment in ('bibob', 'wgs') or b.compartiment in ('bibob', 'wgs');

-- A mention, and what it is of: the address of the BAG or the company of the Handelsregister whose key it has, else the entity, else
-- only itself. `knoop` is an id of 16 digits (adres) or a UUID.
create or replace view netwerk.vermelding as
    select v.organisatie, v.id, v.zicht, v.dossier_soort, v.dossier, v.peildatum, v.bron_betrouwbaarheid, v.informatie_waarde,
           case when b.id is not null then 'onderneming' else v.soort end as soort,
           case when v.soort = 'adres' and e.sleutel is not null then e.sleutel else coalesce(b.id, v.entiteit, v.id)::text end as knoop
      from entiteit.vermelding v
      left join entiteit.entiteit e on e.organisatie = v.organisatie and e.id = v.entiteit
      left join register.bedrijf b on b.kvk_nummer = case when v.soort = 'bedrijf' and e.sleutel ~ '^[0-9]{8}$' then e.sleutel::integer end
     where v.regime not in ('bibob', 'wgs')
       and not exists (select from netwerk.dicht d where d.organisatie = v.organisatie and d.zicht = v.zicht);

create or replace view netwerk.signaal as
    select s.* from signaal.signaal s
     where s.regime not in ('bibob', 'wgs') and not exists (select from netwerk.dicht d where d.organisatie = s.organisatie and d.zicht = s.zicht);

-- An object, once for each row through which it may be known.
create or replace view netwerk.knoop as
    select organisatie, id as rij, 'signaal' as soort, id::text as knoop, zicht, 'signaal' as dossier_soort from netwerk.signaal
    union all
    select organisatie, id, 'adres', nummeraanduiding, zicht, 'signaal' from netwerk.signaal where nummeraanduiding is not null
    union all
    select c.organisatie, c.id, 'casus', c.id::text, c.zicht, 'casus' from casus.casus c
     where not exists (select from netwerk.dicht d where d.organisatie = c.organisatie and d.zicht = c.zicht)
    union all
    select organisatie, id, soort, knoop, zicht, dossier_soort from netwerk.vermelding;

-- A tie: what one row says. `begin`, `eind`: when it was so; null: not known, or still.
create or replace view netwerk.band as
    select organisatie, id as rij, 'genoemd' as soort, dossier_soort as van_soort, dossier::text as van, soort as naar_soort, knoop as naar,
           zicht, dossier_soort, peildatum as begin, peildatum as eind, bron_betrouwbaarheid, informatie_waarde
      from netwerk.vermelding
    union all
    select w.organisatie, w.id, w.soort, a.soort, a.knoop, b.soort, b.knoop, w.zicht, 'casus', w.geldig_van, w.geldig_tot, w.bron_betrouwbaarheid, w.informatie_waarde
      from entiteit.verband w
      join netwerk.vermelding a on a.organisatie = w.organisatie and a.id = w.wie
      join netwerk.vermelding b on b.organisatie = w.organisatie and b.id = w.wat
     where w.regime not in ('bibob', 'wgs') and not exists (select from netwerk.dicht d where d.organisatie = w.organisatie and d.zicht = w.zicht)
    union all
    select s.organisatie, s.id, t.soort, 'signaal', s.id::text, t.naar_soort, t.naar, s.zicht, 'signaal', t.dag, t.dag, s.bron_betrouwbaarheid, s.informatie_waarde
      from netwerk.signaal s
     cross join lateral (values
        ('op_adres', 'adres', s.nummeraanduiding, s.peildatum),
        ('hoort_bij', 'casus', s.casus::text, null),
        ('duplicaat_van', 'signaal', s.duplicaat_van::text, null)) t (soort, naar_soort, naar, dag)
     where t.naar is not null;

grant usage on schema toegang, entiteit, signaal, casus, register to netwerker;
grant select on netwerk.knoop, netwerk.band, netwerk.gewijzigd to netwerker;

-- ---- what changed --------------------------------------------------------------------------------------------------------

create or replace function netwerk.spoor_van(id uuid) returns uuid language sql immutable parallel safe set search_path = pg_catalog as
$$ select encode(substring(sha256(convert_to(id::text, 'UTF8')) for 16), 'hex')::uuid $$;
create or replace function netwerk.merk() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
    was record := case tg_op when 'INSERT' then new else old end;
begin
    if tg_op = 'DELETE' and tg_argv[0] in ('signaal', 'casus') then
        delete from netwerk.gewijzigd g where g.organisatie = was.organisatie and g.rij = was.id;
        insert into netwerk.gewijzigd (organisatie, rij, spoor) values (was.organisatie, netwerk.spoor_van(was.id), true);
    else
        insert into netwerk.gewijzigd (organisatie, rij) values (was.organisatie, was.id);
    end if;
    if tg_argv[0] = 'vermelding' and tg_op <> 'INSERT' then
        insert into netwerk.gewijzigd (organisatie, rij)
        select w.organisatie, w.id from entiteit.verband w where w.organisatie = was.organisatie and (w.wie = was.id or w.wat = was.id);
    end if;
    -- Whoever has an open chart looks again when a dossier is destroyed; of which one nobody is told.
    if tg_op = 'DELETE' and tg_argv[0] in ('signaal', 'casus') then
        insert into gebeurtenis.uit (organisatie, id, zicht, soort, object, versie, op)
        values (was.organisatie, gen_random_uuid(), was.zicht, 'netwerk', gen_random_uuid(), 1, basis.tik());
        perform pg_notify('damwand_gebeurtenis', '');
    end if;
    return null;
end $$;
revoke all on function netwerk.merk() from public;
do $$
declare
    tabel text;
begin
    foreach tabel in array array['signaal.signaal', 'casus.casus', 'entiteit.vermelding', 'entiteit.verband'] loop
        execute format('create or replace trigger netwerk_merk after insert or update or delete on %s for each row execute function netwerk.merk(%L)',
                       tabel, split_part(tabel, '.', 2));
    end loop;
end $$;

create or replace function netwerk.veeg() returns void language sql security definer set search_path = pg_catalog as
$$ delete from netwerk.gewijzigd where op < clock_timestamp() - interval '1 hour' $$;
revoke all on function netwerk.veeg() from public;
grant execute on function netwerk.veeg() to toepassing;

set local role netwerker;

-- Rows that changed in transactions from `vanaf` on, and from where to ask the next time: a transaction under way may yet
-- commit rows with a lower number, so what was seen comes again; the caller knows the numbers it has had.
create or replace function netwerk.wijzigingen(vanaf text) returns table (stand text, nummers text[], rijen text[], sporen text[])
language sql stable security definer set search_path = pg_catalog as $$
    select pg_snapshot_xmin(pg_current_snapshot())::text, coalesce(array_agg(g.nummer::text order by g.nummer), '{}'), coalesce(array_agg(g.rij::text order by g.nummer), '{}'),
           coalesce(array_agg(g.spoor::text order by g.nummer), '{}')
      from netwerk.gewijzigd g where g.transactie >= vanaf::xid8
$$;
-- What these rows say now; null: what all rows say. Of every organisation: the graph is the server's, what leaves it is the asker's.
create or replace function netwerk.lees_knopen(rijen uuid[]) returns table (organisatie smallint, rij uuid, soort text, knoop text, zicht integer, dossier_soort text)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if rijen is null then return query select k.* from netwerk.knoop k;
    else return query select k.* from netwerk.knoop k where k.rij = any (rijen); end if;
end $$;
create or replace function netwerk.lees_banden(rijen uuid[]) returns table (organisatie smallint, rij uuid, soort text, van_soort text, van text, naar_soort text, naar text,
    zicht integer, dossier_soort text, begin date, eind date, bron_betrouwbaarheid text, informatie_waarde smallint)
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
    if rijen is null then return query select b.* from netwerk.band b;
    else return query select b.* from netwerk.band b where b.rij = any (rijen); end if;
end $$;
revoke all on function netwerk.wijzigingen(text), netwerk.lees_knopen(uuid[]), netwerk.lees_banden(uuid[]) from public;
grant execute on function netwerk.wijzigingen(text), netwerk.lees_knopen(uuid[]), netwerk.lees_banden(uuid[]) to toepassing;
