-- SPDX-License-Identifier: EUPL-1.2
-- Registers that a municipality keeps itself (permits, transactions, vehicles, …), loaded from a table by a mapping file. Of one organisation each, and
-- personal data: row-level security, a purpose, a term. Code: db/code/59_gemeenteregister.sql, src/werk/gemeenteregister/.
set local role eigenaar;
create schema gemeenteregister;

create table gemeenteregister.register (
    organisatie smallint not null references toegang.organisatie,
    code text not null,
    naam text not null,
    bron text not null,                 -- who keeps it
    doel text not null,
    grondslag text not null,
    bewaarmaanden smallint not null check (bewaarmaanden between 1 and 240),
    regime text not null check (regime in ('open', 'avg', 'brp', 'fiscaal')),  -- the strictest of its columns; what needs a compartment is refused
    mapping jsonb not null,
    standdatum date not null,           -- of the last delivery
    geladen_op timestamptz not null,
    operatie uuid not null,
    bestand jsonb not null,             -- {naam, bytes, sha256}
    tellingen jsonb not null,
    primary key (organisatie, code));

-- A row as it was delivered, from the first delivery that showed it so to the first that did not.
create table gemeenteregister.regel (
    organisatie smallint not null,
    id uuid not null default gen_random_uuid(),
    register text not null,
    sleutel text not null,              -- what a row is known again by
    titel text not null,
    van date,
    tot date check (tot >= van),        -- the last day
    velden jsonb not null,              -- [{naam, waarde, regime}]
    gezien_van date not null,
    gezien_tot date check (gezien_tot > gezien_van),
    inhoud bytea not null,              -- SHA-256 of all it says
    primary key (organisatie, id),
    foreign key (organisatie, register) references gemeenteregister.register);
create unique index on gemeenteregister.regel (organisatie, register, sleutel) where gezien_tot is null;

-- Whom and what a row names. A key makes it the same as an entity or a company with that key.
create table gemeenteregister.genoemd (
    organisatie smallint not null,
    id uuid not null default gen_random_uuid(),
    regel uuid not null,
    nummer smallint not null,
    rol text not null,
    soort text not null check (soort in ('persoon', 'bedrijf', 'voertuig', 'adres')),
    tekst text not null,                -- as it was written
    sleutel text,                       -- KVK number (8 digits) or plate
    regime text not null check (regime in ('open', 'avg', 'brp', 'fiscaal')),
    adres bigint,                       -- register.adres, when it was found
    koppeling text,                     -- how, or why not
    zekerheid text check (zekerheid in ('zeker', 'waarschijnlijk', 'onzeker')),
    primary key (organisatie, id),
    foreign key (organisatie, regel) references gemeenteregister.regel on delete cascade);
create index on gemeenteregister.genoemd (organisatie, regel);
create index on gemeenteregister.genoemd (organisatie, adres) where adres is not null;
create index on gemeenteregister.genoemd (organisatie, soort, sleutel) where sleutel is not null;

create table gemeenteregister.verband (
    organisatie smallint not null,
    regel uuid not null,
    soort text not null,                -- list verbandsoort
    wie uuid not null,
    wat uuid not null,
    primary key (organisatie, regel, soort, wie, wat),
    foreign key (organisatie, regel) references gemeenteregister.regel on delete cascade,
    foreign key (organisatie, wie) references gemeenteregister.genoemd on delete cascade,
    foreign key (organisatie, wat) references gemeenteregister.genoemd on delete cascade);
create index on gemeenteregister.verband (organisatie, wie);
create index on gemeenteregister.verband (organisatie, wat);

grant usage on schema gemeenteregister to toepassing, lader;
grant select on gemeenteregister.register, gemeenteregister.regel, gemeenteregister.genoemd, gemeenteregister.verband to toepassing;
grant select, insert, update on gemeenteregister.register to lader;
grant select, insert, update, delete on gemeenteregister.regel, gemeenteregister.genoemd, gemeenteregister.verband to lader;

-- Tables that forget by a term of their own, and not with a file.
alter table archief.vergeetregel drop constraint vergeetregel_hoe_check;
alter table archief.vergeetregel add constraint vergeetregel_hoe_check check (hoe in ('dossier', 'lijst', 'blijft', 'termijn'));
-- A request of a data subject is about these rows too.
alter table betrokkene.gegeven drop constraint gegeven_dossier_soort_check;
alter table betrokkene.gegeven add constraint gegeven_dossier_soort_check check (dossier_soort in ('casus', 'signaal', 'register'));
