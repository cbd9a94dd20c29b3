-- SPDX-License-Identifier: EUPL-1.2
-- Areas, and what the map draws: the BAG once more, as it was on every day, already in the projection of the screen.
-- Public base data like the rest of this schema: no row-level security, rights and logs stand on the routes.
set local role eigenaar;

-- One row per file of areas that was loaded.
create table register.gebiedlading (
    id integer primary key,
    operatie uuid not null,
    klaar timestamptz not null,
    soort text not null,
    jaar smallint not null,
    bron jsonb not null,                -- {naam, bytes, sha256, stelsel}
    gelezen integer not null,
    opgeslagen integer not null,
    afgekeurd jsonb not null);          -- [{nummer, plek, reden}], the first thousand
create table register.gebied (
    soort text not null check (soort in ('gemeente', 'wijk', 'buurt', 'bedrijventerrein', 'overig')),
    code text not null,
    jaar smallint not null,             -- of the division: CBS draws it anew every year
    naam text not null,
    lading integer not null,
    geometrie public.geometry(MultiPolygon, 28992) not null,
    fijn public.geometry(MultiPolygon, 3857) not null,  -- from zoom 13 on
    grof public.geometry(Geometry, 3857) not null,      -- below it
    primary key (soort, code, jaar));
create index on register.gebied using gist (geometrie);
create index on register.gebied using gist (fijn);

-- One row per building and period in which nothing about it changed that the map shows.
create table register.kaartpand (
    identificatie bigint not null,
    gemeente smallint not null,
    van date not null,
    tot date,                           -- the first day it was otherwise; null: as far as is known it is so still
    bouwjaar smallint not null,
    status smallint not null,
    gebruik smallint not null,          -- 0 nothing in it, 1–11 the one gebruiksdoel of all in it, 12 several
    objecten integer not null,          -- verblijfsobjecten in it
    plek public.geometry(Point, 28992) not null,        -- on its surface: a building lies in one area only
    fijn public.geometry(Geometry, 3857) not null,      -- from zoom 17 on
    grof public.geometry(Geometry, 3857) not null);     -- zoom 15 and 16
create index on register.kaartpand (identificatie);
create index on register.kaartpand using brin (gemeente);
create index on register.kaartpand using gist (plek);
create index on register.kaartpand using gist (fijn);

-- One row per addressable object and version.
create table register.kaartobject (
    identificatie bigint not null,
    soort smallint not null,            -- 1 verblijfsobject, 2 standplaats, 3 ligplaats
    gemeente smallint not null,
    van date not null,
    tot date,
    nummeraanduiding bigint not null,
    pand bigint,                        -- the first of those it is in
    gebruik smallint not null,          -- as of a building
    doelen smallint[] not null,
    oppervlakte integer,
    plek public.geometry(Point, 28992) not null,
    punt public.geometry(Point, 3857) not null);
create index on register.kaartobject (identificatie);
create index on register.kaartobject (nummeraanduiding);
create index on register.kaartobject using brin (gemeente);
create index on register.kaartobject using gist (plek);
create index on register.kaartobject using gist (punt);

-- Buildings per hexagon, as changes: the number on a day is the sum of all until then. So every past day costs the same.
create table register.kaartcel (
    groep smallint not null,            -- see register.celmaat
    i integer not null,
    j integer not null,
    dag date not null,
    gebruik smallint not null,
    gemeente smallint not null,
    aantal integer not null);
create index on register.kaartcel (groep, i, j);
create index on register.kaartcel using brin (gemeente);

grant select on register.gebiedlading, register.gebied, register.kaartpand, register.kaartobject, register.kaartcel to toepassing;
grant select, insert on register.gebiedlading to lader;
grant select, insert, update, delete on register.gebied, register.kaartpand, register.kaartobject, register.kaartcel to lader;
