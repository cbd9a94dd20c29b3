-- SPDX-License-Identifier: EUPL-1.2
-- Roles, clock, identity and the shape every table of a tenant has (ontwerp.md §1 and §3).

do $$
declare
    rol text;
begin
    -- eigenaar: owns everything, no login. zoeker: owns the search function only. vernietiger: destruction only.
    foreach rol in array array['eigenaar', 'zoeker', 'vernietiger'] loop
        if not exists (select from pg_roles where rolname = rol) then
            execute format('create role %I nologin nosuperuser nocreatedb nocreaterole noinherit', rol);
        end if;
    end loop;
    foreach rol in array array['toepassing', 'lader', 'meldpunt', 'controleur'] loop
        if not exists (select from pg_roles where rolname = rol) then
            execute format('create role %I login nosuperuser nocreatedb nocreaterole noinherit nobypassrls', rol);
        end if;
    end loop;
    alter role eigenaar bypassrls;
    alter role zoeker bypassrls;
end $$;

create extension if not exists postgis with schema public;

revoke create on schema public from public;
grant usage on schema public to eigenaar, zoeker, toepassing, lader, meldpunt, controleur, vernietiger;
alter schema basis owner to eigenaar;
grant usage on schema basis to toepassing, lader, meldpunt, controleur, zoeker, vernietiger;

do $$ begin execute format('grant create on database %I to eigenaar', current_database()); end $$;

set local role eigenaar;

-- The shift of the clock: only in a database made by `damwand demo` or by tests (omgeving = demo).
create table basis.omgeving (
    een boolean primary key default true check (een),
    soort text not null default 'echt' check (soort in ('echt', 'demo')),
    gereed boolean not null default true,   -- false while the demo's story is being told
    verschuiving interval not null default '0'
        check (soort = 'demo' or verschuiving = interval '0'));
insert into basis.omgeving default values;
grant select on basis.omgeving to toepassing, lader, meldpunt, controleur, zoeker, vernietiger;

-- Code lists of the field: what a municipality chooses from. naam_nl and naam_en are shown, code is stored.
create table basis.stamcode (
    lijst text not null check (lijst ~ '^[a-z_]+$'),
    code text not null check (code ~ '^[a-z0-9_-]{1,60}$'),
    naam_nl text not null,
    naam_en text not null,
    volgorde integer not null,
    extra jsonb not null default '{}',
    primary key (lijst, code));
grant select on basis.stamcode to toepassing, meldpunt;
