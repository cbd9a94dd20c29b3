-- SPDX-License-Identifier: EUPL-1.2
-- Things and people, once per tenant, and the places where they are mentioned. What is known of an entity stands in
-- the mentions, each with its own audience; the entity row holds only the key that makes it one.
set local role eigenaar;
create schema entiteit;

create table entiteit.entiteit (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    soort text not null check (soort in ('persoon', 'bedrijf', 'voertuig', 'telefoon', 'email', 'rekening', 'adres', 'vaartuig')),
    sleutel text,                       -- KVK number, plate, phone in normal form; null: no key known
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id));
create unique index entiteit_sleutel on entiteit.entiteit (organisatie, soort, sleutel) where sleutel is not null;

create table entiteit.vermelding (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    dossier_soort text not null check (dossier_soort in ('signaal', 'casus')),
    dossier uuid not null,
    entiteit uuid,
    soort text not null,
    tekst text not null,                -- as it was written
    sleutel text,                       -- as it was written
    rol text,
    toelichting text,
    bron_betrouwbaarheid text not null check (bron_betrouwbaarheid in ('A', 'B', 'C', 'D', 'E', 'F')),
    informatie_waarde smallint not null check (informatie_waarde between 1 and 6),
    regime text not null,
    activiteit smallint not null references logboek.activiteit,
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, entiteit) references entiteit.entiteit,
    foreign key (organisatie, zicht) references toegang.zicht);
create index on entiteit.vermelding (organisatie, dossier);
create index on entiteit.vermelding (organisatie, entiteit, zicht);
create table entiteit.vermelding_verleden (like entiteit.vermelding, tot timestamptz not null, tot_operatie uuid not null);
create index on entiteit.vermelding_verleden (organisatie, dossier, tot);

grant usage on schema entiteit to toepassing, lader;
grant select, insert on entiteit.entiteit to toepassing;
grant select, insert, update, delete on entiteit.vermelding to toepassing;
grant select, insert on entiteit.vermelding_verleden to toepassing;
-- What was said does not change; who may know of it does, when a signaal goes with its casus.
grant update (zicht) on entiteit.vermelding_verleden to toepassing;
