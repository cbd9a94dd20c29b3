-- SPDX-License-Identifier: EUPL-1.2
-- Areas that people drew and kept, and lists of what stands in an area to work through. Code: db/code/81_werklijst.sql.
set local role eigenaar;
create schema werklijst;
-- One kind of audience more, whatever kinds there were.
do $$
declare
    was text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'toegang.zicht'::regclass and conname = 'zicht_soort_check');
begin
    alter table toegang.zicht drop constraint zicht_soort_check;
    execute format('alter table toegang.zicht add constraint zicht_soort_check check (soort = ''werklijst'' or %s)', substring(was from '^CHECK (.*)$'));
end $$;

create table werklijst.eigen_gebied (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    naam text not null check (btrim(naam) <> ''),
    ringen jsonb not null,              -- [[{x, y}]] in EPSG:3857, the outline first
    gedeeld boolean not null,           -- with everybody who may see the map; else his own
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, door) references toegang.gebruiker);

create table werklijst.werklijst (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,             -- of this list: who made it and whom he added
    naam text not null check (btrim(naam) <> ''),
    aanleiding text not null check (btrim(aanleiding) <> ''),  -- why these are looked at
    tot date not null,                  -- the last day it is kept
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on werklijst.werklijst (organisatie, zicht);
create index on werklijst.werklijst (tot);

create table werklijst.regel (
    organisatie smallint not null,
    id uuid not null,
    werklijst uuid not null,
    zicht integer not null,
    nummer integer not null,
    soort text not null check (soort in ('pand', 'verblijfsobject', 'standplaats', 'ligplaats')),
    identificatie bigint not null,
    nummeraanduiding bigint,
    adres text not null,
    gebruik text not null,
    stand text not null default 'te_doen' check (stand in ('te_doen', 'niemand', 'niets_bijzonders', 'nakijken', 'signaal')),
    bevinding text,
    door uuid,
    gedaan_op timestamptz,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, werklijst, nummer),
    foreign key (organisatie, werklijst) references werklijst.werklijst on delete cascade,
    check ((stand = 'te_doen') = (gedaan_op is null)));

grant usage on schema werklijst to toepassing;
grant select, insert, delete on werklijst.eigen_gebied, werklijst.werklijst, werklijst.regel to toepassing;
grant update (stand, bevinding, door, gedaan_op, versie, van, operatie) on werklijst.regel to toepassing;
