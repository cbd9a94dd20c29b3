-- SPDX-License-Identifier: EUPL-1.2
-- What a casus gives to others, and the notices that follow (AVG 5(1)(d), 19). A fact is named by its row and the moment:
-- what it said then is in history. Code: db/code/74_verstrekking.sql.
set local role eigenaar;
create schema verstrekking;

create table verstrekking.verstrekking (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    zicht integer not null,             -- of the casus, or of the one compartment that something in it stands in
    kenmerk text not null,              -- the number on every page
    ontvanger text not null,            -- basis.stamcode, list partner
    ter_attentie_van text not null,
    doel text not null,
    grondslag text not null,            -- basis.stamcode, list grondslag
    overleg text,                       -- with the source, where a fact asks it
    label text not null,                -- the strictest regime of what is in it
    te_noemen boolean not null,         -- to a data subject who asks who received
    tot date,                           -- until when the recipient may keep it
    door uuid not null,
    op timestamptz not null,            -- facts are given as they were at this moment
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, kenmerk),
    foreign key (organisatie, casus) references casus.casus,
    foreign key (organisatie, zicht) references toegang.zicht);
create index on verstrekking.verstrekking (organisatie, casus, op desc);
create index on verstrekking.verstrekking (organisatie, door, op);

create table verstrekking.feit (
    organisatie smallint not null,
    verstrekking uuid not null,
    soort text not null check (soort in ('casus', 'vermelding', 'bron', 'interventie')),
    rij uuid not null,
    casus uuid not null,
    zicht integer not null,
    regime text not null,
    primary key (organisatie, verstrekking, soort, rij),
    foreign key (organisatie, verstrekking) references verstrekking.verstrekking);
create index on verstrekking.feit (organisatie, soort, rij);

create table verstrekking.kennisgeving (
    organisatie smallint not null,
    id uuid not null,
    verstrekking uuid not null,
    soort text not null,
    rij uuid not null,
    casus uuid not null,
    zicht integer not null,
    verzoek uuid,                       -- the request that was granted; null: the team changed it
    aanleiding text not null check (aanleiding in ('gewijzigd', 'verwijderd', 'rectificatie', 'wissen', 'beperking', 'bezwaar')),
    staat text not null default 'open' check (staat in ('open', 'verstuurd', 'niet_verstuurd')),
    op timestamptz not null,
    gedaan_op date,
    reden text,
    door uuid,                          -- who sent it, or said why not
    operatie uuid not null,
    primary key (organisatie, id),
    check ((staat = 'open') = (door is null)),
    check ((staat = 'verstuurd') = (gedaan_op is not null)),
    check ((staat = 'niet_verstuurd') = (reden is not null)),
    foreign key (organisatie, verstrekking) references verstrekking.verstrekking);
-- One open notice of a fact, per cause.
create unique index kennisgeving_open on verstrekking.kennisgeving (organisatie, verstrekking, soort, rij, coalesce(verzoek, '00000000-0000-0000-0000-000000000000')) where staat = 'open';
create index on verstrekking.kennisgeving (organisatie, casus, op);
create index on verstrekking.kennisgeving (organisatie, verzoek) where verzoek is not null;

-- How many afschriften somebody may make in a day: the municipality's to set.
create table verstrekking.dagbudget (
    organisatie smallint primary key references toegang.organisatie,
    afschriften integer not null check (afschriften between 0 and 1000));

grant usage on schema verstrekking to toepassing, vernietiger;
grant select, insert on verstrekking.verstrekking, verstrekking.feit to toepassing;
grant select, update on verstrekking.kennisgeving to toepassing;
grant select on verstrekking.dagbudget to toepassing;

insert into toegang.compartiment_activiteit (organisatie, compartiment, activiteit)
select organisatie, compartiment, 'gegevens-verstrekken' from toegang.compartiment_activiteit where compartiment = 'wpg' and activiteit = 'casus-behandelen'
on conflict do nothing;
