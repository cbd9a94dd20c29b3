-- SPDX-License-Identifier: EUPL-1.2
-- Files of a signaal or a casus. The rows say what there is; the content stands encrypted outside the database, under a
-- key per dossier that stands outside it too (ontwerp.md §3, Files).
set local role eigenaar;
create schema documenten;

create table documenten.document (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    zicht integer not null,
    dossier_soort text not null check (dossier_soort in ('signaal', 'casus')),
    dossier uuid not null,
    naam text not null check (length(naam) between 1 and 200),      -- as the file was called; only shown
    soort text not null check (soort in ('pdf', 'jpeg', 'png', 'docx', 'odt', 'xlsx', 'ods', 'txt', 'csv')),
    omvang bigint not null check (omvang > 0),                      -- bytes
    inhoud text not null check (inhoud ~ '^[0-9a-f]{64}$'),         -- HMAC of the content: its name in the store
    regime text not null check (regime in ('AVG', 'Wpg', 'BRP', 'Bibob', 'WGS', 'fiscaal', 'open')),
    bron text not null,                                             -- where it came from; '' when nobody said
    bron_datum date,
    staat text not null check (staat in ('wordt_gecontroleerd', 'in_quarantaine', 'schoon', 'geweigerd')),
    reden text check (reden ~ '^[a-z-]{2,40}$'),                    -- code: why refused, or why it waits
    pogingen smallint not null default 0,
    gekeurd_op timestamptz,
    bladen integer,
    tekens bigint,
    breedte integer,
    hoogte integer,
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    check ((staat in ('in_quarantaine', 'geweigerd')) = (reden is not null)),
    foreign key (organisatie, zicht) references toegang.zicht);
create index document_dossier on documenten.document (organisatie, dossier, op);
-- The same content once per dossier; what was refused may be tried again.
create unique index document_inhoud on documenten.document (organisatie, dossier, inhoud) where staat <> 'geweigerd';
create index document_wacht on documenten.document (gekeurd_op nulls first) where staat in ('wordt_gecontroleerd', 'in_quarantaine');
create table documenten.document_verleden (like documenten.document, tot timestamptz not null, tot_operatie uuid not null);
create index on documenten.document_verleden (organisatie, dossier, tot);

grant usage on schema documenten to toepassing, vernietiger;
grant select, insert, update, delete on documenten.document to toepassing;
grant select, insert on documenten.document_verleden to toepassing;
-- What was there does not change; who may know of it does, when a signaal goes with its casus.
grant update (zicht) on documenten.document_verleden to toepassing;
