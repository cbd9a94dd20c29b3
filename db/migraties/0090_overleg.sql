-- SPDX-License-Identifier: EUPL-1.2
-- Meetings: series, their meetings with who takes part, and the agenda. What an item says stands in parts, each with the audience of
-- the dossier it is from; whoever is not of that dossier sees a part only when a privacy check 2A of this item named him and it.
-- Code: db/code/85_overleg.sql.
set local role eigenaar;
create schema overleg;
alter table toegang.zicht drop constraint zicht_soort_check;
alter table toegang.zicht add constraint zicht_soort_check
    check (soort in ('team', 'casus', 'embargo', 'compartiment', 'signaal', 'overleg', 'overlegreeks', 'agendapunt', 'actie', 'vraag'));

create table overleg.reeks (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    naam text not null check (btrim(naam) <> ''),
    soort text not null check (soort in ('lip', 'kernteam', 'tafel', 'ambtelijk', 'anders')),
    ritme_weken smallint not null check (ritme_weken between 1 and 52),
    weekdag smallint not null check (weekdag between 1 and 7),  -- 1: Monday
    begin time not null,
    duur_minuten smallint not null check (duur_minuten between 5 and 600),
    plaats text not null,
    voorzitter uuid not null,
    secretaris uuid not null,
    vanaf date not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, voorzitter) references toegang.gebruiker,
    foreign key (organisatie, secretaris) references toegang.gebruiker);
create table overleg.reeks_verleden (like overleg.reeks, tot timestamptz not null, tot_operatie uuid not null);
create index on overleg.reeks_verleden (organisatie, id, tot);

-- Who belongs to a series. Standing members (vast) take part in every meeting; others are asked for one.
create table overleg.reekslid (
    organisatie smallint not null,
    reeks uuid not null,
    gebruiker uuid not null,
    zicht integer not null,
    namens text not null default '',    -- the department or organisation somebody speaks for
    mandaat text not null default '',
    geheimhouding text not null check (geheimhouding in ('ambtseed', 'verklaring', 'wettelijk')),
    vast boolean not null,
    lid_tot date,                       -- the last day
    primary key (organisatie, reeks, gebruiker),
    foreign key (organisatie, reeks) references overleg.reeks,
    foreign key (organisatie, gebruiker) references toegang.gebruiker);

create table overleg.overleg (
    organisatie smallint not null,
    id uuid not null,
    reeks uuid not null,
    zicht integer not null,
    datum date not null,
    begin time not null,
    duur_minuten smallint not null check (duur_minuten between 5 and 600),
    plaats text not null,
    voorzitter uuid not null,
    secretaris uuid not null,
    staat text not null default 'gepland' check (staat in ('gepland', 'bezig', 'gesloten')),
    begonnen_op timestamptz,
    gesloten_op timestamptz,
    zwart boolean not null default false,  -- the shared screen shows nothing
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, reeks) references overleg.reeks,
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, voorzitter) references toegang.gebruiker,
    foreign key (organisatie, secretaris) references toegang.gebruiker);
create unique index on overleg.overleg (organisatie, reeks, datum);
create table overleg.overleg_verleden (like overleg.overleg, tot timestamptz not null, tot_operatie uuid not null);
create index on overleg.overleg_verleden (organisatie, id, tot);

create table overleg.deelnemer (
    organisatie smallint not null,
    overleg uuid not null,
    gebruiker uuid not null,
    zicht integer not null,
    namens text not null default '',
    mandaat text not null default '',
    geheimhouding text not null check (geheimhouding in ('ambtseed', 'verklaring', 'wettelijk')),
    stand text check (stand in ('aanwezig', 'laat', 'afwezig', 'vertrokken')),  -- laat: came late, and is there
    sinds timestamptz,
    primary key (organisatie, overleg, gebruiker),
    check ((stand is null) = (sinds is null)),
    foreign key (organisatie, overleg) references overleg.overleg,
    foreign key (organisatie, gebruiker) references toegang.gebruiker);

-- An item. `zicht`: of its dossier, or of the meeting for a free item; it goes along when the dossier's audience changes. `tafel`: the
-- audience of those who may see something of it by a check 2A.
create table overleg.punt (
    organisatie smallint not null,
    id uuid not null,
    overleg uuid not null,
    zicht integer not null,
    tafel integer,
    dossier_soort text check (dossier_soort in ('signaal', 'casus')),
    dossier uuid,
    volgorde integer not null,
    titel text not null check (btrim(titel) <> ''),
    doel text not null check (doel in ('informeren', 'verrijken', 'besluiten')),
    minuten smallint not null check (minuten between 1 and 240),
    voorbereiding text not null default '',  -- what to read before
    reden text check (reden in ('te_wegen', 'heroverwegen', 'casus_openen', 'besluit_nodig', 'toets_nodig', 'termijn_voorbij', 'actie_te_laat', 'doorgeschoven')),  -- why the product proposed it
    staat text not null default 'gepland' check (staat in ('gepland', 'bezig', 'besproken', 'doorgeschoven')),
    begonnen_op timestamptz,
    besproken_op timestamptz,
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    check ((dossier is null) = (dossier_soort is null)),
    foreign key (organisatie, overleg) references overleg.overleg,
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on overleg.punt (organisatie, overleg, volgorde);
create index on overleg.punt (organisatie, dossier);
create unique index on overleg.punt (organisatie, overleg, dossier) where dossier is not null;
create unique index punt_bezig on overleg.punt (organisatie, overleg) where staat = 'bezig';
create table overleg.punt_verleden (like overleg.punt, tot timestamptz not null, tot_operatie uuid not null);
create index on overleg.punt_verleden (organisatie, dossier);

-- What stands on the table, in parts. Written for this table by whoever may see the dossier.
create table overleg.deel (
    organisatie smallint not null,
    punt uuid not null,
    soort text not null check (soort in ('kern', 'toelichting', 'personen', 'adressen', 'bronnen', 'voorgenomen')),
    id uuid not null,
    dossier_soort text not null,
    dossier uuid not null,
    zicht integer not null,             -- of the dossier, or of its compartment
    tekst text not null check (btrim(tekst) <> ''),
    regime text not null,
    door uuid not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, punt, soort),
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, door) references toegang.gebruiker);
create table overleg.deel_verleden (like overleg.deel, tot timestamptz not null, tot_operatie uuid not null);
create index on overleg.deel_verleden (organisatie, dossier);

-- Privacy check 2A of an item: who of the table may see which parts, and why. Its grounds are never edited.
create table overleg.toets (
    organisatie smallint not null,
    id uuid not null,
    punt uuid not null,
    dossier_soort text not null,
    dossier uuid not null,
    zicht integer not null,
    verdeling jsonb not null,           -- [{gebruiker, delen: [soort]}]
    grondslag text not null check (btrim(grondslag) <> ''),
    verenigbaarheid text not null check (btrim(verenigbaarheid) <> ''),
    noodzaak text not null check (btrim(noodzaak) <> ''),
    proportionaliteit text not null check (btrim(proportionaliteit) <> ''),
    staat text not null check (staat in ('voorgelegd', 'akkoord', 'niet_akkoord', 'ingetrokken')),
    reden text check (btrim(reden) <> ''),
    door uuid not null,
    op timestamptz not null,
    besloten_door uuid,
    besloten_op timestamptz,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    check ((staat = 'voorgelegd') = (besloten_door is null) and (besloten_door is null) = (besloten_op is null)),
    check (staat not in ('niet_akkoord', 'ingetrokken') or reden is not null),
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, door) references toegang.gebruiker,
    foreign key (organisatie, besloten_door) references toegang.gebruiker);
create index on overleg.toets (organisatie, punt, op);
create table overleg.toets_verleden (like overleg.toets, tot timestamptz not null, tot_operatie uuid not null);
create index on overleg.toets_verleden (organisatie, dossier);

-- What the checks that say yes come to: a row per person and part. Written by the database alone.
create table overleg.deeltoegang (
    organisatie smallint not null,
    punt uuid not null,
    soort text not null,
    gebruiker uuid not null,
    dossier uuid not null,
    zicht integer not null,
    toegang_tot timestamptz not null,
    primary key (organisatie, gebruiker, punt, soort),
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, gebruiker) references toegang.gebruiker);
create index on overleg.deeltoegang (organisatie, punt);

-- Who heard what: appended at the start and end of an item, and when somebody comes or goes. Written by the database alone.
create table overleg.gehoord (
    organisatie smallint not null,
    id uuid not null,
    overleg uuid not null,
    punt uuid not null,
    dossier uuid,
    zicht integer not null,
    gebruiker uuid not null,
    delen text[] not null,
    gehoord_van timestamptz not null,
    gehoord_tot timestamptz,            -- null: still
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, gebruiker) references toegang.gebruiker);
create index on overleg.gehoord (organisatie, punt);
create index on overleg.gehoord (organisatie, overleg) where gehoord_tot is null;

grant usage on schema overleg to toepassing, vernietiger;
grant select, insert, update on overleg.reeks, overleg.overleg to toepassing;
grant select, insert on overleg.reeks_verleden, overleg.overleg_verleden, overleg.punt_verleden, overleg.deel_verleden, overleg.toets_verleden to toepassing;
grant select, insert, update, delete on overleg.reekslid, overleg.deelnemer, overleg.punt, overleg.deel to toepassing;
grant select, insert, update on overleg.toets to toepassing;
grant select on overleg.deeltoegang, overleg.gehoord to toepassing;
-- goes along when a dossier's audience changes (toegang.geef_zicht)
grant update (zicht) on overleg.deeltoegang, overleg.gehoord, overleg.punt_verleden, overleg.deel_verleden, overleg.toets_verleden to toepassing;

insert into toegang.compartiment_activiteit (organisatie, compartiment, activiteit)
select organisatie, compartiment, 'overleg-voeren' from toegang.compartiment_activiteit where compartiment = 'wpg' and activiteit = 'casus-behandelen'
on conflict do nothing;
