-- SPDX-License-Identifier: EUPL-1.2
set local role eigenaar;
create schema casus;

-- How long a closed file is kept: the municipality's to set (domein.md §1, fase 4), dated.
create table casus.bewaarregel (
    organisatie smallint not null references toegang.organisatie,
    geldig_van date not null,
    termijn interval not null,
    grond text not null,
    primary key (organisatie, geldig_van));

create table casus.casus (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    zicht integer not null,
    kenmerk text not null,
    fase text not null,
    werknaam text not null,
    zoektekst text not null,            -- the working name folded as people type it
    thema text not null,
    trekker uuid not null,
    aantal_signalen integer not null,
    beeld text not null default '',     -- the picture of the casusformulier
    geopend_op timestamptz not null,
    laatste_activiteit timestamptz not null,
    monitor_tot date,
    einddatum date,
    bewaren_tot date,
    bewaar_grond text,                  -- which rule applied at closing
    activiteit smallint not null references logboek.activiteit,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, kenmerk),
    foreign key (organisatie, zicht) references toegang.zicht);
create index casus_lijst on casus.casus (organisatie, zicht, laatste_activiteit desc, id desc);
create table casus.casus_verleden (like casus.casus, tot timestamptz not null, tot_operatie uuid not null);
create index on casus.casus_verleden (organisatie, id, tot);
alter table signaal.signaal add foreign key (organisatie, casus) references casus.casus;

create table casus.plan (
    organisatie smallint not null,
    casus uuid not null,
    zicht integer not null,
    hypothese text not null default '',
    doel text not null default '',
    strategie text not null default '',
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, casus),
    foreign key (organisatie, casus) references casus.casus);
create table casus.plan_verleden (like casus.plan, tot timestamptz not null, tot_operatie uuid not null);
create index on casus.plan_verleden (organisatie, casus, tot);

-- Every source consulted: internal registers and partners, each under its own regime.
create table casus.bron (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    zicht integer not null,
    bronsoort text not null,
    naam text not null,
    intern boolean not null,
    vraag text not null,
    grondslag text not null,
    regime text not null,
    status text not null check (status in ('te_vragen', 'gevraagd', 'ontvangen', 'niets_bekend', 'geweigerd')),
    gevraagd_op timestamptz,
    termijn date,
    antwoord text,
    antwoord_op timestamptz,
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, casus) references casus.casus);
create index on casus.bron (organisatie, casus);
create table casus.bron_verleden (like casus.bron, tot timestamptz not null, tot_operatie uuid not null);
create index on casus.bron_verleden (organisatie, casus, tot);

-- Members of the file; the audience (toegang.zicht_lid) is what decides, this is what the file says of it.
create table casus.lid (
    organisatie smallint not null,
    casus uuid not null,
    gebruiker uuid not null,
    zicht integer not null,
    toegang_tot date,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, casus, gebruiker),
    foreign key (organisatie, casus) references casus.casus,
    foreign key (organisatie, gebruiker) references toegang.gebruiker);
create table casus.lid_verleden (like casus.lid, tot timestamptz not null, tot_operatie uuid not null);
create index on casus.lid_verleden (organisatie, casus, tot);

create table casus.overgang (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    zicht integer not null,
    van_fase text,
    naar_fase text not null,
    reden text not null,
    tot date,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, casus) references casus.casus);
create index on casus.overgang (organisatie, casus, op);

-- Who did what, when and why: appended by every room that changes the file.
create table casus.gebeurtenis (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    zicht integer not null,
    soort text not null,
    tekst text,
    gegevens jsonb not null default '{}',
    wanneer timestamptz not null,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, casus) references casus.casus);
create index on casus.gebeurtenis (organisatie, casus, wanneer);

-- What has a due date, whatever room it belongs to; one row per object.
create table casus.termijn (
    organisatie smallint not null,
    soort text not null,
    object uuid not null,
    casus uuid not null,
    zicht integer not null,
    wat text not null,
    datum date not null,
    primary key (organisatie, soort, object),
    foreign key (organisatie, casus) references casus.casus);
create index on casus.termijn (organisatie, zicht, datum);
create index on casus.termijn (organisatie, casus, datum);

grant usage on schema casus to toepassing, lader;
grant select on casus.bewaarregel to toepassing;
grant select, insert, update on casus.casus, casus.plan to toepassing;
grant select, insert, update, delete on casus.bron, casus.lid, casus.termijn to toepassing;
grant select, insert on casus.casus_verleden, casus.plan_verleden, casus.bron_verleden, casus.lid_verleden,
    casus.overgang, casus.gebeurtenis to toepassing;
