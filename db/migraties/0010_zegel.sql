-- SPDX-License-Identifier: EUPL-1.2
-- The logs are sealed: one seal per operation, chained in lanes per organisation, closed at commit (veiligheid.md rules
-- 11 and 12). Code: db/code/35_zegel.sql.
set local role eigenaar;

-- Which database this is: a checkpoint of one says nothing about another.
alter table basis.omgeving add column id uuid not null default gen_random_uuid();

-- How many loggable objects the operation touched and the SHA-256 of their ids in order: geraakt cannot lose a row unseen.
alter table logboek.audit add column geraakt_aantal integer not null default 0, add column geraakt_som bytea;
update logboek.audit a set geraakt_aantal = g.aantal, geraakt_som = g.som
  from (select organisatie, operatie, count(*) as aantal, sha256(string_agg(uuid_send(object), ''::bytea order by object)) as som
          from logboek.geraakt group by organisatie, operatie) g
 where g.organisatie = a.organisatie and g.operatie = a.operatie;
alter table logboek.audit alter column geraakt_aantal drop default;

-- Head of each lane. `begin_…`: where the chain starts, after the retention of the logs dropped what came before.
create table logboek.baan (
    organisatie smallint not null,
    baan smallint not null check (baan between 0 and 15),
    volgnummer bigint not null,
    hash bytea not null check (octet_length(hash) = 32),
    begin_volgnummer bigint not null default 0,
    begin_hash bytea not null check (octet_length(begin_hash) = 32),
    primary key (organisatie, baan)) with (fillfactor = 50);

create table logboek.zegel (
    organisatie smallint not null,
    baan smallint not null,
    volgnummer bigint not null,
    operatie uuid not null,
    regels smallint not null,           -- processing lines under this seal
    vorige bytea not null check (octet_length(vorige) = 32),
    inhoud bytea not null check (octet_length(inhoud) = 32),
    primary key (organisatie, baan, volgnummer),
    unique (organisatie, baan, vorige));

-- What a watch over the house found; for the privacy officer. Codes and counts, no personal data.
create table logboek.incident (
    organisatie smallint not null,
    id uuid not null default gen_random_uuid(),
    tijd timestamptz not null,
    soort text not null check (soort ~ '^[a-z-]{3,60}$'),
    operatie uuid,
    aantal integer not null,
    primary key (organisatie, id));

grant select on logboek.baan, logboek.zegel, logboek.incident, basis.omgeving to controleur;
grant insert on logboek.incident to controleur, toepassing;
grant select on logboek.incident to toepassing;
