-- SPDX-License-Identifier: EUPL-1.2
-- Looking back on a casus, and lessons that go on without it. Code: db/code/79_leren.sql.
set local role eigenaar;
create schema leren;

create table leren.evaluatie (
    organisatie smallint not null,
    casus uuid not null,
    zicht integer not null,
    wat_werkte text not null default '',
    wat_niet text not null default '',
    anders text not null default '',
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, casus),
    foreign key (organisatie, casus) references casus.casus);
create table leren.evaluatie_verleden (like leren.evaluatie, tot timestamptz not null, tot_operatie uuid not null);
create index on leren.evaluatie_verleden (organisatie, casus, tot);

-- What an intervention brought about. Its audience is the intervention's.
create table leren.effect (
    organisatie smallint not null,
    interventie uuid not null,
    casus uuid not null,
    zicht integer not null,
    effect text not null check (effect in ('bereikt', 'deels', 'niet', 'averechts', 'onbekend')),
    toelichting text not null default '',
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, interventie),
    foreign key (organisatie, casus) references casus.casus);
create table leren.effect_verleden (like leren.effect, tot timestamptz not null, tot_operatie uuid not null);
create index on leren.effect_verleden (organisatie, casus, tot);

-- A lesson on its way out of the casus: it stays with the casus, and goes when that is destroyed.
create table leren.lesvoorstel (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    zicht integer not null,
    thema text not null,
    titel text not null,
    tekst text not null,
    instrumenten text[] not null,
    staat text not null default 'voorgelegd' check (staat in ('voorgelegd', 'gedeeld', 'teruggegeven')),
    reden text,
    door uuid not null,
    op timestamptz not null,
    besloten_door uuid,
    besloten_op timestamptz,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    check ((staat = 'voorgelegd') = (besloten_door is null)),
    check (besloten_door is distinct from door),
    foreign key (organisatie, casus) references casus.casus);
create index on leren.lesvoorstel (organisatie, casus);
create table leren.lesvoorstel_verleden (like leren.lesvoorstel, tot timestamptz not null, tot_operatie uuid not null);
create index on leren.lesvoorstel_verleden (organisatie, casus, tot);

-- The lesson itself, for everybody of the organisation. It holds nothing that leads back: no casus, no person who wrote or
-- read it, no moment but the month.
create table leren.les (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    thema text not null,
    titel text not null,
    tekst text not null,
    instrumenten text[] not null,
    maand date not null check (extract(day from maand) = 1),
    primary key (organisatie, id));

grant usage on schema leren to toepassing, vernietiger;
grant select, insert, update on leren.evaluatie, leren.lesvoorstel to toepassing;
grant select, insert, update, delete on leren.effect to toepassing;
grant select, insert on leren.evaluatie_verleden, leren.effect_verleden, leren.lesvoorstel_verleden to toepassing;
grant select, insert, delete on leren.les to toepassing;
