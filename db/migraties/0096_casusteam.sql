-- SPDX-License-Identifier: EUPL-1.2
-- The casus side of working together: labels, templates per theme, ties between casussen that resemble each other, criteria
-- to put casussen in order by, and what fell off the criminal-law scale. Code: db/code/79_aanpak.sql.
set local role eigenaar;

-- A label of a casus (R §2): why it is more than its turn in the queue. One of each kind, dated, with its reason.
create table casus.etiket (
    organisatie smallint not null,
    casus uuid not null,
    soort text not null check (soort in ('betekenisvol', 'buikpijn')),
    zicht integer not null,
    reden text not null check (btrim(reden) <> ''),
    door uuid not null,
    op timestamptz not null,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, casus, soort),
    foreign key (organisatie, casus) references casus.casus);
create table casus.etiket_verleden (like casus.etiket, tot timestamptz not null, tot_operatie uuid not null);
create index on casus.etiket_verleden (organisatie, casus, tot);

create schema aanpak;

-- What a plan may begin with, per theme. `inhoud`: {hypothese, doelen[], strategieen[], bronnen[{bronsoort, vraag, grondslag}],
-- interventies[{type, omschrijving}], stappen[{wat, dagen}]}. Shipped: written again at every migrate; chosen by an organisation: its own.
create table aanpak.standaardsjabloon (
    thema text primary key,
    inhoud_nl jsonb not null,
    inhoud_en jsonb not null);
create table aanpak.sjabloon (
    organisatie smallint not null references toegang.organisatie,
    thema text not null,
    inhoud jsonb not null,
    door uuid not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, thema));
create table aanpak.sjabloon_verleden (like aanpak.sjabloon, tot timestamptz not null, tot_operatie uuid not null);
create index on aanpak.sjabloon_verleden (organisatie, thema, tot);

-- Criteria to put casussen in order by: about a situation, never about a person. Levels from the one that goes first.
create table aanpak.standaardcriterium (
    id uuid primary key,
    volgorde integer not null,
    naam_nl text not null, naam_en text not null,
    vraag_nl text not null, vraag_en text not null,
    treden_nl text[] not null, treden_en text[] not null);
create table aanpak.criterium (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    volgorde integer,                   -- null: no longer asked
    naam_nl text not null, naam_en text not null,
    vraag_nl text not null, vraag_en text not null,
    treden_nl text[] not null check (cardinality(treden_nl) between 2 and 5), treden_en text[] not null,
    primary key (organisatie, id));
create table aanpak.criterialijst (
    organisatie smallint primary key references toegang.organisatie,
    versie integer not null,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null);
create table aanpak.beoordeling (
    organisatie smallint not null,
    casus uuid not null,
    criterium uuid not null,
    zicht integer not null,
    trede integer not null check (trede between 1 and 5),  -- 1: the level that goes first
    motivering text not null check (btrim(motivering) <> ''),
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, casus, criterium),
    foreign key (organisatie, casus) references casus.casus);
create table aanpak.beoordeling_verleden (like aanpak.beoordeling, tot timestamptz not null, tot_operatie uuid not null);
create index on aanpak.beoordeling_verleden (organisatie, casus, tot);

-- What people said of two casussen that resemble each other. Who may not know of both knows of no row.
create table aanpak.samenhang (
    organisatie smallint not null,
    casus uuid not null,
    ander uuid not null,
    zicht integer not null,
    ander_zicht integer not null,
    stand text not null check (stand in ('bevestigd', 'weggelegd')),
    reden text not null check (btrim(reden) <> ''),
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, casus, ander),
    check (casus < ander),
    foreign key (organisatie, casus) references casus.casus,
    foreign key (organisatie, ander) references casus.casus);
create index on aanpak.samenhang (organisatie, ander);

-- The weighing table: what police or prosecution did not take up, and what the municipality makes of it.
create table aanpak.weegtafel (
    organisatie smallint not null,
    signaal uuid not null,
    zicht integer not null,
    partij text not null check (partij in ('politie', 'om')),
    gemeld_op date not null,            -- the day on which they said so
    waarom text not null check (btrim(waarom) <> ''),
    door uuid not null,
    op timestamptz not null,
    keuze text check (keuze in ('oppakken', 'bewaren', 'niet_oppakken')),
    bewaren_tot date,
    motivering text,
    gekozen_door uuid,
    gekozen_op timestamptz,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, signaal),
    check ((keuze is null) = (gekozen_door is null) and (keuze is null) = (motivering is null) and (keuze is null) = (gekozen_op is null)),
    check ((keuze is not distinct from 'bewaren') = (bewaren_tot is not null)),
    foreign key (organisatie, signaal) references signaal.signaal);
create index on aanpak.weegtafel (organisatie, zicht, gemeld_op);
create table aanpak.weegtafel_verleden (like aanpak.weegtafel, tot timestamptz not null, tot_operatie uuid not null);
create index on aanpak.weegtafel_verleden (organisatie, signaal, tot);

grant usage on schema aanpak to toepassing, vernietiger;
grant select, insert, update, delete on casus.etiket to toepassing;
grant select, insert on casus.etiket_verleden to toepassing;
grant select on aanpak.standaardsjabloon, aanpak.standaardcriterium to toepassing;
grant select, insert, update, delete on aanpak.sjabloon, aanpak.samenhang to toepassing;
grant select, insert, update on aanpak.criterium, aanpak.criterialijst, aanpak.beoordeling, aanpak.weegtafel to toepassing;
grant select, insert on aanpak.sjabloon_verleden, aanpak.beoordeling_verleden, aanpak.weegtafel_verleden to toepassing;
grant update (zicht) on aanpak.weegtafel_verleden to toepassing;  -- goes along when its signaal's audience changes
