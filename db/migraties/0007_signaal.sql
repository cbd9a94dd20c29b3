-- SPDX-License-Identifier: EUPL-1.2
set local role eigenaar;
create schema signaal;

-- Weighing profiles are data: questions, checklists and their order. A profile version is never edited.
create table signaal.wegingsprofiel (
    code text not null check (code ~ '^[a-z0-9-]{2,60}$'),
    versie integer not null,
    inhoud jsonb not null,
    geldig_van date not null,
    primary key (code, versie));
create table signaal.profielkeuze (
    organisatie smallint primary key references toegang.organisatie,
    code text not null,
    versie integer not null,
    foreign key (code, versie) references signaal.wegingsprofiel);

create table signaal.signaal (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    zicht integer not null,
    kenmerk text not null,
    status text not null,
    weging_stap smallint not null default 0 check (weging_stap between 0 and 4),
    titel text not null,
    omschrijving text not null,
    bron text not null,
    thema text,
    ontvangen_op timestamptz not null,
    nummeraanduiding text check (nummeraanduiding ~ '^[0-9]{16}$'),
    adres_tekst text,                   -- the address as it was at the time
    bron_betrouwbaarheid text not null check (bron_betrouwbaarheid in ('A', 'B', 'C', 'D', 'E', 'F')),
    informatie_waarde smallint not null check (informatie_waarde between 1 and 6),
    regime text not null,
    activiteit smallint not null references logboek.activiteit,
    gemeld_door uuid not null,
    behandelaar uuid,
    uitgesteld_tot date,
    naar_wie text,
    duplicaat_van uuid,
    casus uuid,
    heeft_melder boolean not null default false,
    zoektekst text not null,            -- title and address folded (base/tekst), so that a search needs no ILIKE
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, kenmerk),
    foreign key (organisatie, zicht) references toegang.zicht);
create index signaal_lijst on signaal.signaal (organisatie, zicht, ontvangen_op desc, id desc);
create index signaal_status on signaal.signaal (organisatie, zicht, status, ontvangen_op desc, id desc);
create index signaal_gewijzigd on signaal.signaal (organisatie, zicht, van desc, id desc);
create index signaal_behandelaar on signaal.signaal (organisatie, zicht, behandelaar, ontvangen_op desc, id desc)
    where behandelaar is not null;
create index signaal_adres on signaal.signaal (organisatie, nummeraanduiding, zicht) where nummeraanduiding is not null;
create index signaal_casus on signaal.signaal (organisatie, casus) where casus is not null;
create table signaal.signaal_verleden (like signaal.signaal, tot timestamptz not null, tot_operatie uuid not null);
create index on signaal.signaal_verleden (organisatie, id, tot);
create index on signaal.signaal_verleden (organisatie, casus, tot) where casus is not null;
create index on signaal.signaal_verleden (organisatie, nummeraanduiding, tot) where nummeraanduiding is not null;

-- Who reported it: a compartment of its own, never in a case, an export, an event or a log.
create table signaal.melder (
    organisatie smallint not null,
    signaal uuid not null,
    id uuid not null,                   -- the data subject, for the processing log
    zicht integer not null,
    naam text not null,
    contact text not null,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, signaal),
    foreign key (organisatie, signaal) references signaal.signaal,
    foreign key (organisatie, zicht) references toegang.zicht);
-- Who looked at a reporter, and why: in the same compartment.
create table signaal.melder_getoond (
    organisatie smallint not null,
    operatie uuid not null,
    signaal uuid not null,
    zicht integer not null,
    reden text not null check (reden <> ''),
    door uuid not null,
    op timestamptz not null,
    primary key (organisatie, operatie),
    foreign key (organisatie, signaal) references signaal.melder);

create table signaal.weging (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    signaal uuid not null,
    stap smallint not null check (stap between 1 and 3),
    profiel text not null,
    profiel_versie integer not null,
    antwoorden jsonb not null,
    uitkomst text not null,
    motivering text not null check (motivering <> ''),
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, signaal) references signaal.signaal,
    foreign key (profiel, profiel_versie) references signaal.wegingsprofiel (code, versie));
create index on signaal.weging (organisatie, signaal, op);

-- Every change of state with its reason. Appended, never edited.
create table signaal.overgang (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    signaal uuid not null,
    van_status text,
    naar_status text not null,
    reden text,
    tot date,
    naar_wie text,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, signaal) references signaal.signaal);
create index on signaal.overgang (organisatie, signaal, op);

grant usage on schema signaal to toepassing, lader;
grant select on signaal.wegingsprofiel, signaal.profielkeuze to toepassing;
grant select, insert, update on signaal.signaal to toepassing;
grant select, insert on signaal.signaal_verleden, signaal.melder, signaal.melder_getoond, signaal.weging, signaal.overgang to toepassing;
-- What was said does not change; who may know of it does, when a signaal goes with its casus.
grant update (zicht) on signaal.signaal_verleden, signaal.weging, signaal.overgang to toepassing;
