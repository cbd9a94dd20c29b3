-- SPDX-License-Identifier: EUPL-1.2
-- Two logs, joined on the operation id: the audit log knows the actor and no data subject; the processing log knows
-- the data subject (pseudonym) and no actor (Logboek Dataverwerkingen 1.0, BIO2 8.15.01). Append-only by privilege.
set local role eigenaar;
create schema logboek;

-- Register of processing activities (AVG art. 30). A version is immutable; a relevant change is a new version.
create table logboek.activiteit (
    id smallint primary key,
    code text not null check (code ~ '^[a-z0-9-]{3,60}$'),
    versie smallint not null,
    versie_uri text not null unique,
    naam_nl text not null,
    naam_en text not null,
    doel text not null,
    grondslag_avg text not null,
    grondslag_wet text not null,
    regime text not null,
    betrokkenen text[] not null,
    gegevens text[] not null,
    ontvangers text[] not null,
    bewaartermijn interval not null,
    vertrouwelijk boolean not null,
    geldig_van date not null,
    geldig_tot date,
    unique (code, versie));
create table logboek.rol_activiteit (
    rol text not null references toegang.rol,
    activiteit text not null,
    primary key (rol, activiteit));

create table logboek.audit (
    organisatie smallint not null,
    operatie uuid not null,
    tijd timestamptz not null,
    actor uuid,
    rol text,
    acr text,
    sessie uuid,
    actie text not null,                -- name of the route or the command
    activiteit smallint references logboek.activiteit,
    object_soort text,
    object_id uuid,
    casus uuid,
    resultaat text not null check (resultaat in ('gelukt', 'geweigerd', 'mislukt')),
    status smallint not null,
    oorsprong text not null,
    toelichting text,                   -- a code, never free text
    primary key (organisatie, operatie));
create index on logboek.audit (organisatie, tijd);

create table logboek.verwerking (
    organisatie smallint not null,
    operatie uuid not null,
    regel smallint not null,
    trace_id bytea not null check (octet_length(trace_id) = 16),
    activiteit smallint not null references logboek.activiteit,
    betrokkene bytea,                   -- keyed hash; the key stands outside the database
    betrokkene_soort text,
    naam text not null,
    status smallint not null check (status in (0, 1, 2)),
    start_tijd timestamptz not null,
    eind_tijd timestamptz not null,
    primary key (organisatie, operatie, regel));
create index on logboek.verwerking (organisatie, betrokkene) where betrokkene is not null;

-- One row per loggable object an operation touched: this is what the read log of an object reads.
create table logboek.geraakt (
    organisatie smallint not null,
    object uuid not null,
    tijd timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, object, tijd, operatie));

grant usage on schema logboek to toepassing, lader, meldpunt, controleur, vernietiger;
grant select on logboek.activiteit, logboek.rol_activiteit to toepassing, lader, meldpunt, controleur;
grant insert on logboek.audit, logboek.verwerking, logboek.geraakt to toepassing, lader, meldpunt, vernietiger;
grant select on logboek.audit, logboek.verwerking, logboek.geraakt to controleur;
