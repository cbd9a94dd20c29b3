-- SPDX-License-Identifier: EUPL-1.2
-- What was written on the timeline and what is done about a casus carry a label as every other fact does (ADR 0049). What was
-- there before was written out of all that the team was told, so it gets the strictest label of what stood where it stands.
set local role eigenaar;

-- The order of basis.strengheid, which a database that is made anew does not have yet.
create function pg_temp.strengste_van(org smallint, casus_in uuid, zicht_in integer, out regime text, out doorgifte text) language sql stable as $$
    with f as (
        select b.regime, b.doorgifte from casus.bron b where b.organisatie = org and b.casus = casus_in and b.zicht = zicht_in and b.antwoord <> ''
        union all
        select v.regime, v.doorgifte from entiteit.vermelding v
         where v.organisatie = org and v.zicht = zicht_in
           and v.dossier = any (array(select casus_in union all select s.id from signaal.signaal s where s.organisatie = org and s.casus = casus_in))
        union all select 'avg', 'vrij')
    select (array['open', 'avg', 'brp', 'fiscaal', 'wpg', 'wgs', 'bibob'])[max(array_position(array['open', 'avg', 'brp', 'fiscaal', 'wpg', 'wgs', 'bibob'], f.regime))],
           (array['vrij', 'na_overleg', 'niet'])[max(array_position(array['vrij', 'na_overleg', 'niet'], f.doorgifte))] from f
$$;

do $$
declare
    tabel text;
begin
    foreach tabel in array array['interventie.interventie', 'interventie.interventie_verleden', 'casus.gebeurtenis'] loop
        execute format($f$alter table %s
            add column regime text not null default 'avg' check (regime in ('open', 'avg', 'brp', 'fiscaal', 'wpg', 'wgs', 'bibob')),
            add column bron text not null default '',
            add column uit_bron uuid, add column uit_document uuid,
            add column doorgifte text not null default 'niet' check (doorgifte in ('vrij', 'na_overleg', 'niet')),
            add column doorgifte_reden text check (btrim(doorgifte_reden) <> ''),
            add check (uit_bron is null or uit_document is null)$f$, tabel);
        -- What the rows say does not change by it, so it makes no history.
        execute format('alter table %s disable trigger user', tabel);
        execute format($f$update %s r set (regime, doorgifte) = (
                select coalesce(z.compartiment, n.regime), case when z.compartiment is null then n.doorgifte else 'niet' end
                  from toegang.zicht z cross join lateral pg_temp.strengste_van(r.organisatie, r.casus, r.zicht) n
                 where z.organisatie = r.organisatie and z.zicht = r.zicht)$f$, tabel);
        execute format('alter table %s enable trigger user', tabel);
    end loop;
end $$;

-- A line of the timeline is never edited. What it was taken from may get a stricter label later: that is a line beside it.
create table casus.verscherping (
    organisatie smallint not null,
    gebeurtenis uuid not null,
    casus uuid not null,
    zicht integer not null,
    regime text not null check (regime in ('open', 'avg', 'brp', 'fiscaal', 'wpg', 'wgs', 'bibob')),
    doorgifte text not null check (doorgifte in ('vrij', 'na_overleg', 'niet')),
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, gebeurtenis, operatie),
    foreign key (organisatie, gebeurtenis) references casus.gebeurtenis);
create index on casus.verscherping (organisatie, casus);
grant select, insert on casus.verscherping to toepassing;
