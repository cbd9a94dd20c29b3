-- SPDX-License-Identifier: EUPL-1.2
-- Requests of data subjects (AVG 12, 15-18, 21; UAVG 34, 41): what was asked, what was found, what was decided item by item.
-- What is withheld is not copied here: an item names its row and keeps a hash of what that said when it was decided.
-- Code: db/code/77_betrokkene.sql.
set local role eigenaar;
create schema betrokkene;

create table betrokkene.verzoek (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    zicht integer not null,             -- the audience of the privacy officer
    kenmerk text not null,
    soort text not null check (soort in ('inzage', 'rectificatie', 'wissen', 'beperking', 'bezwaar')),
    staat text not null check (staat in ('ontvangen', 'onderzoek', 'besloten', 'afgerond', 'ingetrokken')),
    ontvangen_op date not null,
    naam text not null,
    adres text not null default '',     -- where the letter goes
    vraag text not null,
    identiteit text,                    -- how it was made sure who asks: a note, never a copy of a document
    behandelaar uuid not null,
    termijn date not null,
    termijn_regel text not null,        -- id of the clock (engine/termijn)
    termijn_versie integer not null,    -- of its rules
    verlengd_op date,
    verlenging_reden text,
    weging jsonb,                       -- the eight factors of UAVG 41(2), once for the restriction as a whole
    motivering text,                    -- why, as the letter says it
    beperking_melden boolean not null default true, -- the letter says that something is withheld (UAVG 41(2)(h))
    besloten_op date,
    besloten_door uuid,
    verzonden_op date,
    gesloten_op date,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, kenmerk),
    check ((verlengd_op is null) = (verlenging_reden is null)),
    check ((besloten_op is null) = (besloten_door is null)),
    check (staat = 'ontvangen' or staat = 'ingetrokken' or identiteit is not null),
    check ((staat in ('afgerond', 'ingetrokken')) = (gesloten_op is not null)),
    check (staat <> 'afgerond' or verzonden_op is not null),
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, behandelaar) references toegang.gebruiker,
    foreign key (organisatie, besloten_door) references toegang.gebruiker);
create index on betrokkene.verzoek (organisatie, zicht, ontvangen_op desc, id);
create table betrokkene.verzoek_verleden (like betrokkene.verzoek, tot timestamptz not null, tot_operatie uuid not null);
create index on betrokkene.verzoek_verleden (organisatie, id, tot);

-- One thing that was found. `moment`: until when it said so, for what was changed since.
create table betrokkene.gegeven (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    verzoek uuid not null,
    soort text not null,                -- a place of betrokkene.vindplaatsen()
    rij uuid not null,
    moment timestamptz,
    dossier_soort text not null check (dossier_soort in ('casus', 'signaal')),
    dossier uuid not null,
    regime text not null,
    hoort boolean not null,             -- it is about this person
    beslissing text check (beslissing in ('toewijzen', 'deels', 'weigeren')),
    tekst text,                         -- what is given, or what it becomes; never what is withheld
    bron text,                          -- of what is given
    datum date,
    grond text,                         -- basis.stamcode, list weigeringsgrond
    herzien_op date,
    inhoud bytea check (octet_length(inhoud) = 32), -- SHA-256 of what the row said when it was decided
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    unique nulls not distinct (organisatie, verzoek, soort, rij, moment),
    check (beslissing is null or (hoort and inhoud is not null)),
    check ((tekst is null) = (beslissing is null or beslissing = 'weigeren')),
    check ((grond is null) = (beslissing is null or beslissing = 'toewijzen')),
    check ((herzien_op is null) = (grond is null)),
    foreign key (organisatie, verzoek) references betrokkene.verzoek,
    foreign key (organisatie, zicht) references toegang.zicht);
create index on betrokkene.gegeven (organisatie, dossier);
create table betrokkene.gegeven_verleden (like betrokkene.gegeven, tot timestamptz not null, tot_operatie uuid not null);
create index on betrokkene.gegeven_verleden (organisatie, verzoek, tot);
create index on betrokkene.gegeven_verleden (organisatie, dossier);

-- What was looked for, so that it can be shown that it was.
create table betrokkene.zoekslag (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    verzoek uuid not null,
    termen jsonb not null,
    gevonden integer not null,
    meer boolean not null,              -- there was more than is shown at once
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, verzoek) references betrokkene.verzoek);
create index on betrokkene.zoekslag (organisatie, verzoek, op);

-- Every change of state with its reason. Appended, never edited.
create table betrokkene.overgang (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    verzoek uuid not null,
    van_staat text,
    naar_staat text not null,
    reden text,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, verzoek) references betrokkene.verzoek);
create index on betrokkene.overgang (organisatie, verzoek, op);

grant usage on schema betrokkene to toepassing, vernietiger;
grant select, insert, update on betrokkene.verzoek, betrokkene.gegeven to toepassing;
grant select, insert on betrokkene.verzoek_verleden, betrokkene.gegeven_verleden, betrokkene.zoekslag, betrokkene.overgang to toepassing;

-- A request has a term of its own, and is destroyed like any other file.
alter table archief.bewaarregel drop constraint bewaarregel_check;
alter table archief.bewaarregel add check ((soort = 'casus' and resultaat in ('met_maatregel', 'zonder_maatregel'))
    or (soort = 'signaal' and resultaat in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld'))
    or (soort = 'verzoek' and resultaat in ('afgerond', 'ingetrokken')));
alter table archief.lijst_regel drop constraint lijst_regel_object_soort_check;
alter table archief.lijst_regel add check (object_soort in ('casus', 'signaal', 'verzoek'));
alter table archief.blokkade drop constraint blokkade_object_soort_check;
alter table archief.blokkade add check (object_soort in ('casus', 'signaal', 'verzoek'));
grant update (staat) on betrokkene.verzoek to vernietiger;  -- to lock it
