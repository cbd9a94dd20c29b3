-- SPDX-License-Identifier: EUPL-1.2
-- The Handelsregister as it was delivered, in versions: [van, tot) are the days of the deliveries that showed it so, and tot is null for
-- what stands. Public base data as the BAG, so no row-level security; but a company of natural persons (natuurlijk) is personal
-- data, and the routes log it. Code: db/code/56_handelsregister.sql, src/werk/register/.
set local role eigenaar;

-- One row per load: what, when, from which files, with which options, and what came of it.
create table register.kvk_lading (
    id integer primary key,
    operatie uuid not null,
    begonnen timestamptz not null,
    klaar timestamptz not null,
    bronnen jsonb not null,             -- [{naam, bytes, sha256}]
    standdatum date not null,
    opties jsonb not null,
    tellingen jsonb not null);
create table register.kvk_afkeuring (
    lading integer not null,
    nummer integer not null,
    bestand text not null,
    regel bigint not null,
    pad text not null,
    reden text not null,                -- never repeats a value
    primary key (lading, nummer));

-- What an onderneming and a vestiging both have. The address is the one people may visit; of a shielded address (Handelsregisterbesluit
-- art. 51) nothing is kept, in no version.
create table register.kvk_sjabloon (
    van date not null,
    tot date check (tot > van),
    naam text not null,
    handelsnamen text[] not null,
    aanvang text, einde text, geregistreerd text,  -- 2009, 2009-01 or 2009-01-31: as much as KVK knows
    werkzame_personen integer,
    sbi text[] not null,                -- codes, the main activity first
    sbi_tekst text[] not null,          -- as delivered, one per code
    sbi_uitgave smallint[] not null,    -- 2008 or 2025, one per code
    afgeschermd boolean not null,
    straat text, huisnummer integer, huisletter text, toevoeging text, postcode text, plaats text, land text,
    volledig text,                      -- in one line, as delivered
    straat_gevouwen text, plaats_gevouwen text,  -- as base/tekst folds them
    nummeraanduiding bigint, adresseerbaar_object bigint,  -- BAG ids as delivered
    postadres text,                     -- in one line; null as well when it is shielded
    adres bigint,                       -- register.adres, when it was found
    koppeling text not null check (koppeling in ('nummeraanduiding', 'object', 'postcode', 'straat', 'postcode-ruim', 'straat-ruim',
        'afgeschermd', 'geen-adres', 'buitenland', 'onbekend', 'meer')),
    zekerheid text check (zekerheid in ('zeker', 'waarschijnlijk', 'onzeker')),
    constraint kvk_afgeschermd check (not afgeschermd or num_nonnulls(straat, huisnummer, huisletter, toevoeging, postcode, plaats, land, volledig, straat_gevouwen, plaats_gevouwen,
                                                                       nummeraanduiding, adresseerbaar_object, adres) = 0),
    constraint kvk_koppeling check ((adres is null) = (zekerheid is null)),
    constraint kvk_sbi check (cardinality(sbi) = cardinality(sbi_tekst) and cardinality(sbi) = cardinality(sbi_uitgave)));

create table register.onderneming (
    kvk_nummer integer not null,        -- shown with eight digits
    like register.kvk_sjabloon including constraints,
    statutaire_naam text,
    rechtsvorm text,
    rsin integer,                       -- nine digits; never of an eenmanszaak, whose number is its owner's
    natuurlijk boolean not null,        -- the owner is one or more natural persons, or it was not said
    primary key (kvk_nummer, van));
create unique index on register.onderneming (kvk_nummer) where tot is null;
create index on register.onderneming (adres) where adres is not null;

create table register.vestiging (
    vestigingsnummer bigint not null,   -- shown with twelve digits
    like register.kvk_sjabloon including constraints,
    kvk_nummer integer not null,
    hoofdvestiging boolean not null,
    commercieel boolean not null,
    primary key (vestigingsnummer, van));
create unique index on register.vestiging (vestigingsnummer) where tot is null;
create index on register.vestiging (kvk_nummer);
create index on register.vestiging (adres) where adres is not null;
-- What a human must look at.
create index on register.vestiging (vestigingsnummer) where adres is null and tot is null and koppeling in ('onbekend', 'meer', 'geen-adres');
drop table register.kvk_sjabloon;

-- The random id under which a company stands in an URL and in the logs; its number is personal data when its owner is a natural person.
create table register.bedrijf (
    kvk_nummer integer primary key,
    id uuid not null unique default gen_random_uuid());

grant select on register.kvk_lading, register.kvk_afkeuring, register.onderneming, register.vestiging, register.bedrijf to toepassing, lader;
grant insert on register.kvk_lading, register.kvk_afkeuring, register.bedrijf to lader;
grant insert, update on register.onderneming, register.vestiging to lader;
