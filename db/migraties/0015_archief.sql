-- SPDX-License-Identifier: EUPL-1.2
-- Forgetting: how long what is kept, what stands in the way, who decides, and what is left of it (recht.md §1.11).
-- Code: db/code/75_archief.sql.
set local role eigenaar;
create schema archief;

-- How long something is kept, by kind and result: the municipality's to set, dated, never edited.
alter table casus.bewaarregel set schema archief;
alter table archief.bewaarregel
    add column soort text not null default 'casus',
    add column resultaat text not null default 'zonder_maatregel',
    add column nummer text not null default '',         -- of the result in the selection list
    add column door uuid,                               -- who set it; null: came with the product
    add column op timestamptz not null default now(),
    add check (termijn > interval '0'),
    add check ((soort = 'casus' and resultaat in ('met_maatregel', 'zonder_maatregel'))
               or (soort = 'signaal' and resultaat in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld'))),
    drop constraint bewaarregel_pkey,
    add primary key (organisatie, soort, resultaat, geldig_van),
    add foreign key (organisatie, door) references toegang.gebruiker;
alter table archief.bewaarregel alter soort drop default, alter resultaat drop default, alter nummer drop default;
-- Until today there was one rule for every casus, and none for a signaal.
insert into archief.bewaarregel (organisatie, soort, resultaat, geldig_van, termijn, grond, nummer)
select organisatie, soort, 'met_maatregel', geldig_van, termijn, grond, nummer from archief.bewaarregel;

-- What stands in the way of destruction.
create table archief.blokkade (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    object_soort text not null check (object_soort in ('casus', 'signaal')),
    object uuid not null,
    soort text not null check (soort in ('bezwaar', 'vordering', 'verzoek', 'bewaarplicht', 'riec')),
    reden text not null check (reden <> ''),
    door uuid not null,
    op timestamptz not null,
    tot date,                                           -- last day; null: until it is lifted
    opgeheven_door uuid,
    opgeheven_op timestamptz,
    operatie uuid not null,
    primary key (organisatie, id),
    check ((opgeheven_door is null) = (opgeheven_op is null)),
    foreign key (organisatie, door) references toegang.gebruiker,
    foreign key (organisatie, opgeheven_door) references toegang.gebruiker);
create index on archief.blokkade (organisatie, object);

-- A list of what is to be destroyed; `inhoud` is the hash of its lines. Lines live as long as what they name.
create table archief.lijst (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    door uuid not null,
    op timestamptz not null,
    inhoud bytea not null check (octet_length(inhoud) = 32),
    begonnen_door uuid,
    begonnen_op timestamptz,
    afgerond_op timestamptz check (afgerond_op is null or begonnen_op is not null),
    telling jsonb not null default '{}',                -- rows destroyed, per table
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, id, door, inhoud),
    check ((begonnen_door is null) = (begonnen_op is null)),
    foreign key (organisatie, door) references toegang.gebruiker,
    foreign key (organisatie, begonnen_door) references toegang.gebruiker);
create index lijst_bezig on archief.lijst (organisatie) where begonnen_op is not null and afgerond_op is null;
create table archief.lijst_regel (
    organisatie smallint not null,
    lijst uuid not null,
    object_soort text not null check (object_soort in ('casus', 'signaal')),
    object uuid not null,
    kenmerk text not null,
    resultaat text not null,
    grond text not null,
    gesloten_op date not null,
    bewaren_tot date not null,
    versie integer not null,
    gedaan_op timestamptz,
    primary key (organisatie, lijst, object),
    foreign key (organisatie, lijst) references archief.lijst on delete cascade deferrable initially deferred);
create index on archief.lijst_regel (organisatie, object);

-- Two approvals: one seat for an archivist, one for somebody else, neither of them whoever made the list, and both of the
-- very content that stands in it. Two people who come at the same moment meet these keys (veiligheid.md rule 14).
create table archief.akkoord (
    organisatie smallint not null,
    lijst uuid not null,
    plaats smallint not null check (plaats in (1, 2)),
    gebruiker uuid not null,
    rol text not null references toegang.rol,
    maker uuid not null,
    inhoud bytea not null,
    op timestamptz not null,
    primary key (organisatie, lijst, plaats),
    unique (organisatie, lijst, gebruiker),
    check (gebruiker <> maker),
    check (plaats = 2 or rol = 'archivaris'),
    foreign key (organisatie, lijst, maker, inhoud) references archief.lijst (organisatie, id, door, inhoud) on delete cascade,
    foreign key (organisatie, gebruiker) references toegang.gebruiker);

-- What was destroyed, without a word of what it was. Kept for ever (selectielijst 19.1.18).
create table archief.verklaring (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    op timestamptz not null,
    inhoud jsonb not null,
    primary key (organisatie, id));

-- Every table of a tenant, and how it forgets. Filled by the code; a table that is not here fails the build.
create table archief.vergeetregel (
    schema text not null,
    tabel text not null,
    volgorde integer not null,
    hoe text not null check (hoe in ('dossier', 'lijst', 'blijft')),
    waar text check ((waar is not null) = (hoe = 'dossier')),
    waarom text not null,
    primary key (schema, tabel));

create index signaal_besloten on signaal.signaal (organisatie, status)
    where status in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld');
create index signaal_duplicaat on signaal.signaal (organisatie, duplicaat_van) where duplicaat_van is not null;
create index on signaal.signaal_verleden (organisatie, duplicaat_van) where duplicaat_van is not null;

grant usage on schema archief to toepassing, vernietiger;
grant create on schema archief to vernietiger;
grant select on archief.bewaarregel, archief.blokkade, archief.lijst, archief.lijst_regel, archief.akkoord, archief.verklaring to toepassing;
grant insert on archief.bewaarregel, archief.lijst, archief.lijst_regel, archief.akkoord to toepassing;
grant update (gebruiker, rol, inhoud, op) on archief.akkoord to toepassing;
grant update (opgeheven_door, opgeheven_op) on archief.blokkade to toepassing;
grant delete on archief.lijst to toepassing;
reset role;
alter role vernietiger bypassrls;
