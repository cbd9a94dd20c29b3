-- SPDX-License-Identifier: EUPL-1.2
-- Privacy checks 1, 2A and 2B of the model protocol: steps that block, each with its four grounds (recht.md §1.1.2; §3 nrs
-- 5 and 6). Code: db/code/72_casus.sql.
set local role eigenaar;

create table casus.privacytoets (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    zicht integer not null,             -- of what it is about: the compartment of a source, else the file
    soort text not null check (soort in ('1', '2a', '2b')),
    over uuid[] not null check (cardinality(over) between 1 and 200),  -- 1: a source; 2a: colleagues; 2b: interventions, and the casus itself for the RIEC
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
    check (soort <> '1' or cardinality(over) = 1),
    check ((staat = 'voorgelegd') = (besloten_door is null) and (besloten_door is null) = (besloten_op is null)),
    check (staat not in ('niet_akkoord', 'ingetrokken') or reden is not null),
    foreign key (organisatie, casus) references casus.casus,
    foreign key (organisatie, door) references toegang.gebruiker,
    foreign key (organisatie, besloten_door) references toegang.gebruiker);
create index on casus.privacytoets (organisatie, casus, soort, op);
create table casus.privacytoets_verleden (like casus.privacytoets, tot timestamptz not null, tot_operatie uuid not null);
create index on casus.privacytoets_verleden (organisatie, casus, tot);

-- First hit or no hit. Asking what a source knows is a second choice, recorded with its reason: one per source.
create table casus.inhoudkeuze (
    organisatie smallint not null,
    bron uuid not null,
    casus uuid not null,
    zicht integer not null,
    motivering text not null check (btrim(motivering) <> ''),
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, bron),
    foreign key (organisatie, casus) references casus.casus,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on casus.inhoudkeuze (organisatie, casus);

alter table casus.bron drop constraint bron_status_check;
alter table casus.bron add constraint bron_status_check
    check (status in ('te_vragen', 'gevraagd', 'bekend', 'ontvangen', 'niets_bekend', 'geweigerd'));

-- Sources that were asked and interventions that were begun before there were checks. No check is invented for them: they
-- are marked, and go on.
create table casus.van_voor_toets (
    organisatie smallint not null,
    object uuid not null,
    casus uuid not null,
    zicht integer not null,
    primary key (organisatie, object),
    foreign key (organisatie, casus) references casus.casus);
create index on casus.van_voor_toets (organisatie, casus);
insert into casus.van_voor_toets (organisatie, object, casus, zicht)
select organisatie, id, casus, zicht from casus.bron where status <> 'te_vragen'
union all
select organisatie, id, casus, zicht from interventie.interventie where status in ('bezig', 'uitgevoerd')
union all
select organisatie, id, casus, zicht from casus.bron_verleden where status <> 'te_vragen'
union all
select organisatie, id, casus, zicht from interventie.interventie_verleden where status in ('bezig', 'uitgevoerd')
on conflict do nothing;

grant select, insert on casus.privacytoets, casus.privacytoets_verleden, casus.inhoudkeuze to toepassing;
grant update (staat, reden, besloten_door, besloten_op, versie) on casus.privacytoets to toepassing;
grant select on casus.van_voor_toets to toepassing;
