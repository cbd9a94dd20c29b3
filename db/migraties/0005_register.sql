-- SPDX-License-Identifier: EUPL-1.2
-- Public base data: the BAG as delivered. No row-level security (everybody may know these rows); rights and logs stand
-- on the routes. Ids are bigint (16 digits, a woonplaats 4), statuses smallint numbered as in src/engine/bag/objecten.hpp.
-- No foreign keys: a delivery may name partners it does not hold; those are listed in register.ontbrekend.
set local role eigenaar;
create schema register;

-- One row per finished load: what, when, from which files, with which options, and what came of it.
create table register.lading (
    id integer primary key,
    operatie uuid not null,
    begonnen timestamptz not null,
    klaar timestamptz not null,
    bronnen jsonb not null,             -- [{naam, bytes, sha256}]
    standdatum date not null,
    heel_nederland boolean not null,
    gemeenten smallint[] not null,      -- replaced by this load
    opties jsonb not null,
    tellingen jsonb not null);          -- per type and kind of file: gelezen, opgeslagen, afgekeurd, objecten
create table register.afkeuring (
    lading integer not null,
    nummer integer not null,
    bestand text not null,
    regel integer not null,
    pad text not null,
    reden text not null,
    primary key (lading, nummer));
-- References to objects that are nowhere in the register.
create table register.ontbrekend (
    lading integer not null,
    van_type text not null,
    van bigint not null,
    naar_type text not null,
    naar bigint not null,
    primary key (lading, van_type, van, naar_type, naar));
-- The present state of each municipality: which load it comes from.
create table register.gemeente (
    code smallint primary key,
    naam text not null,
    lading integer not null,
    standdatum date not null);
create table register.gemeente_woonplaats (
    gemeente smallint not null,
    woonplaats smallint not null,
    begindatum date not null,
    einddatum date,
    status smallint not null,
    standdatum date not null);
create index on register.gemeente_woonplaats (woonplaats);

-- What every voorkomen has. gemeente is the municipality of the DELIVERY: an object of a former municipality (0424 in
-- Weesp, 0457) belongs to the delivery it came in.
create table register.sjabloon (
    identificatie bigint not null,
    voorkomen integer not null,
    gemeente smallint not null,
    bestandsoort smallint not null check (bestandsoort in (1, 2, 3)),  -- stand, inactief, niet BAG
    status smallint not null,
    geconstateerd boolean not null,
    documentdatum date not null,
    documentnummer text not null,
    begin_geldigheid date not null,
    eind_geldigheid date,
    tijdstip_registratie timestamptz not null,
    eind_registratie timestamptz,
    tijdstip_inactief timestamptz,
    tijdstip_registratie_lv timestamptz not null,
    tijdstip_eind_registratie_lv timestamptz,
    tijdstip_inactief_lv timestamptz,
    tijdstip_niet_bag_lv timestamptz);

-- Per type: the rows that stand on the reference date, and every other voorkomen in <type>_historie.
create table register.woonplaats (
    like register.sjabloon including constraints,
    naam text not null,
    gevouwen text not null,             -- naam as base/tekst folds it
    geometrie public.geometry(Geometry, 28992) not null);
create table register.openbare_ruimte (
    like register.sjabloon including constraints,
    naam text not null,
    gevouwen text not null,
    verkorte_naam text,
    type smallint not null,
    ligt_in smallint not null);
create table register.nummeraanduiding (
    like register.sjabloon including constraints,
    huisnummer integer not null,
    huisletter text,
    toevoeging text,
    postcode text,
    objectsoort smallint not null,      -- 1 verblijfsobject, 2 standplaats, 3 ligplaats
    ligt_in smallint,                   -- only when it differs from that of the openbare ruimte
    ligt_aan bigint not null);
create table register.verblijfsobject (
    like register.sjabloon including constraints,
    hoofdadres bigint not null,
    nevenadressen bigint[],             -- null when there are none
    panden bigint[] not null,
    gebruiksdoelen smallint[] not null,
    oppervlakte integer not null,
    geometrie public.geometry(Geometry, 28992) not null);
create table register.ligplaats (
    like register.sjabloon including constraints,
    hoofdadres bigint not null,
    nevenadressen bigint[],
    geometrie public.geometry(Geometry, 28992) not null);
create table register.standplaats (like register.ligplaats including constraints);
create table register.pand (
    like register.sjabloon including constraints,
    bouwjaar smallint not null,
    geometrie public.geometry(Geometry, 28992) not null);

do $$
declare
    tabel text;
begin
    foreach tabel in array array['woonplaats', 'openbare_ruimte', 'nummeraanduiding', 'verblijfsobject', 'ligplaats',
                                 'standplaats', 'pand'] loop
        execute format('create table register.%1$I (like register.%2$I including constraints)', tabel || '_historie', tabel);
        execute format('create index on register.%I (identificatie)', tabel);
        execute format('create index on register.%I (identificatie)', tabel || '_historie');
        -- The rows of a delivery lie together on disk, so the smallest kind of index finds what a load replaces.
        execute format('create index on register.%I using brin (gemeente)', tabel);
        execute format('create index on register.%I using brin (gemeente)', tabel || '_historie');
    end loop;
    foreach tabel in array array['verblijfsobject', 'ligplaats', 'standplaats'] loop
        execute format('create index on register.%I (hoofdadres)', tabel);
        execute format('create index on register.%I using gin (nevenadressen) where nevenadressen is not null', tabel);
    end loop;
end $$;
drop table register.sjabloon;

create table register.in_onderzoek (
    type smallint not null,             -- 0 woonplaats … 6 pand
    identificatie bigint not null,
    gemeente smallint not null,
    kenmerk text not null,
    in_onderzoek boolean not null,
    documentdatum date not null,
    documentnummer text not null,
    begin_geldigheid date not null,
    eind_geldigheid date,
    tijdstip_registratie timestamptz not null,
    eind_registratie timestamptz,
    tijdstip_registratie_lv timestamptz not null,
    tijdstip_eind_registratie_lv timestamptz);
create index on register.in_onderzoek (identificatie);
create index on register.in_onderzoek using brin (gemeente);

-- For searching, derived from the above by register.bouw_adressen. Street × woonplaats, small enough for memory.
create table register.straat (
    id integer generated always as identity primary key,
    woonplaats smallint not null,
    naam text not null,
    gevouwen text not null,
    woonplaatsnaam text not null,
    woonplaats_gevouwen text not null,
    unique (woonplaats, naam));
-- One row per nummeraanduiding ever delivered. Never deleted, because cases refer to it: it becomes inactive.
create table register.adres (
    nummeraanduiding bigint primary key,
    gemeente smallint not null,
    actief boolean not null,
    straat integer,                     -- register.straat; null when the delivery does not hold the street
    straatnaam text not null,
    gevouwen text not null,
    huisnummer integer not null,
    huisletter text,
    toevoeging text,
    postcode text,
    woonplaats smallint not null,       -- 0 when unknown
    woonplaatsnaam text not null,
    object bigint,                      -- the (last) object it is or was the address of
    objectsoort smallint);              -- 1 verblijfsobject, 2 standplaats, 3 ligplaats
create index on register.adres (straat, huisnummer);
create index on register.adres (postcode text_pattern_ops, huisnummer);
create index on register.adres using brin (gemeente);

grant usage on schema register to toepassing, lader;
grant select on all tables in schema register to toepassing;
grant select, insert, update, delete on all tables in schema register to lader;
revoke update, delete on register.lading, register.afkeuring, register.ontbrekend from lader;
revoke delete on register.adres, register.straat from lader;
