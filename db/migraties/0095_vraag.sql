-- SPDX-License-Identifier: EUPL-1.2
-- One bounded question to somebody outside, about a source of a casus that may be asked (privacy check 1). What it says stands
-- apart from that it is there: after its last day the partner sees only that there was one. Code: db/code/86_vraag.sql.
set local role eigenaar;
create schema vraag;

create table vraag.vraag (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    bron uuid not null,                 -- the source it is put to: its answer lands there
    zicht integer not null,             -- of the source; beside it the partner sees this one row
    partner uuid not null,
    ontvanger text not null,            -- basis.stamcode, list partner: for whom he works
    overleg uuid,                       -- the meeting it came out of
    staat text not null default 'gesteld' check (staat in ('gesteld', 'geaccepteerd', 'geweigerd', 'niets_bekend', 'bekend', 'beantwoord', 'herroepen', 'ingetrokken')),
    tot date not null,                  -- the last day on which the partner sees what it says
    door uuid not null,
    op timestamptz not null,
    beantwoord_op timestamptz,
    versie integer not null default 1,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, casus) references casus.casus,
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, partner) references toegang.gebruiker,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on vraag.vraag (organisatie, casus);
create index on vraag.vraag (organisatie, partner, op);
-- One question at a time to a source.
create unique index vraag_loopt on vraag.vraag (organisatie, bron) where staat in ('gesteld', 'geaccepteerd', 'bekend', 'beantwoord');

create table vraag.inhoud (
    organisatie smallint not null,
    vraag uuid not null,
    casus uuid not null,
    zicht integer not null,
    partner uuid not null,
    tekst text not null check (btrim(tekst) <> ''),
    gedeeld text not null,              -- what he is told beside it; empty: nothing
    regime text not null,               -- of what he is told
    antwoord text,
    reden text,                         -- of refusing, of taking back, of withdrawing
    terugkoppeling text,                -- what was done with it
    operatie uuid not null,
    primary key (organisatie, vraag),
    foreign key (organisatie, vraag) references vraag.vraag,
    foreign key (organisatie, casus) references casus.casus);

-- Every step, by whom: appended.
create table vraag.stap (
    organisatie smallint not null,
    id uuid not null,
    vraag uuid not null,
    casus uuid not null,
    zicht integer not null,
    partner uuid not null,
    staat text not null,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, vraag) references vraag.vraag);
create index on vraag.stap (organisatie, vraag, op);

grant usage on schema vraag to toepassing, vernietiger;
grant select, insert, update on vraag.vraag, vraag.inhoud to toepassing;
grant select, insert on vraag.stap to toepassing;
