-- SPDX-License-Identifier: EUPL-1.2
-- Watchers: shapes in the network that somebody asked to be told of, and what they met. Code: db/code/87_wachter.sql.
set local role eigenaar;
create schema wachter;

create table wachter.wachter (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    naam text not null check (btrim(naam) <> ''),
    waarom text not null check (btrim(waarom) <> ''),
    vorm text not null,                 -- which shape: src/werk/wachter/vormen.cpp
    dagen integer not null check (dagen between 1 and 3650),
    betrouwbaarheid text check (betrouwbaarheid between 'A' and 'F'),  -- of the sources, at least
    casus uuid,                         -- about persons: the casus it is for
    zicht integer,                      -- of that casus
    grond text check (btrim(grond) <> ''),
    niveau smallint not null,           -- how strongly its maker had proved himself: it never runs with more
    aan boolean not null default true,
    gelopen_op timestamptz,
    vol boolean not null default false, -- met more than it may raise at once
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, door) references toegang.gebruiker,
    check ((casus is null) = (zicht is null) and (casus is null) = (grond is null)));
create index on wachter.wachter (organisatie, casus) where casus is not null;

-- What a watcher met. Ids only; what they are is read when it is shown.
create table wachter.suggestie (
    organisatie smallint not null,
    id uuid not null,
    wachter uuid not null,
    zicht integer,                      -- of the watcher's casus
    sleutel bytea not null,             -- hash of what it is about and of whose its rows are: such things are told together
    leden jsonb not null,               -- [{rol, soort, id}]
    rijen integer not null check (rijen > 0),  -- how many stand in wachter.bewijs
    staat text not null default 'open' check (staat in ('open', 'weg', 'signaal', 'casus')),
    reden text check (btrim(reden) <> ''),
    dossier_soort text check (dossier_soort in ('signaal', 'casus')),
    dossier uuid,                       -- what became of it
    gewogen_door uuid,
    gewogen_op timestamptz,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, wachter) references wachter.wachter on delete cascade,
    foreign key (organisatie, zicht) references toegang.zicht,
    check ((staat = 'open') = (gewogen_op is null) and (staat = 'open') = (reden is null) and (staat in ('signaal', 'casus')) = (dossier is not null)));
create unique index on wachter.suggestie (organisatie, wachter, sleutel) where staat = 'open';

-- The rows that say so. Who may not see every one of them does not know of the suggestion.
create table wachter.bewijs (
    organisatie smallint not null,
    suggestie uuid not null,
    rij uuid not null,                  -- a mention, a tie or a signaal
    dossier_soort text not null check (dossier_soort in ('signaal', 'casus')),
    dossier uuid not null,
    primary key (organisatie, suggestie, rij),
    foreign key (organisatie, suggestie) references wachter.suggestie on delete cascade);
create index on wachter.bewijs (organisatie, dossier);

grant usage on schema wachter to toepassing;
grant select, insert, delete on wachter.wachter to toepassing;
grant update (aan) on wachter.wachter to toepassing;
grant select on wachter.suggestie, wachter.bewijs to toepassing;
grant update (staat, reden, dossier_soort, dossier, gewogen_door, gewogen_op) on wachter.suggestie to toepassing;
