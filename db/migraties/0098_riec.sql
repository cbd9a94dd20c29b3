-- SPDX-License-Identifier: EUPL-1.2
-- What is recorded when a casus is handed to the RIEC (WGS; recht.md 1.10.4): why, for which participants, who decided it;
-- and later that it arrived and what came back. Rows are added and never changed. Code: db/code/74_verstrekking.sql.
set local role eigenaar;

create table verstrekking.riec (
    organisatie smallint not null,
    verstrekking uuid not null,          -- what was given, to whom by name, what for and on which ground
    casus uuid not null,
    zicht integer not null,
    vermoeden text not null check (btrim(vermoeden) <> ''),         -- that points at organised crime
    samenwerking text not null check (btrim(samenwerking) <> ''),   -- why the municipality cannot do it alone
    noodzaak text not null check (btrim(noodzaak) <> ''),           -- why these data, and no fewer
    deelnemers text[] not null check (cardinality(deelnemers) > 0),  -- basis.stamcode, list partner: results go to these only
    toets uuid not null,                 -- privacy check 2B that decided it
    operatie uuid not null,
    primary key (organisatie, verstrekking),
    foreign key (organisatie, verstrekking) references verstrekking.verstrekking,
    foreign key (organisatie, toets) references casus.privacytoets);

create table verstrekking.riec_bericht (
    organisatie smallint not null,
    id uuid not null,
    verstrekking uuid not null,
    casus uuid not null,
    zicht integer not null,
    soort text not null check (soort in ('ontvangst', 'terugkoppeling')),
    dag date not null,                   -- on which the RIEC said it
    tekst text not null check (btrim(tekst) <> ''),   -- its reference; or what was done with it
    correctie text check (btrim(correctie) <> ''),    -- what it says is wrong
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    check (soort = 'terugkoppeling' or correctie is null),
    foreign key (organisatie, verstrekking) references verstrekking.riec,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on verstrekking.riec_bericht (organisatie, verstrekking, op);

grant select, insert on verstrekking.riec, verstrekking.riec_bericht to toepassing;
