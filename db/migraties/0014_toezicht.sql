-- SPDX-License-Identifier: EUPL-1.2
-- Signs of misuse are computed from the audit log whenever somebody asks (db/code/36_toezicht.sql); what is kept is that a
-- person looked at one and explained it. Append-only.
set local role eigenaar;

create table logboek.verklaring (
    organisatie smallint not null references toegang.organisatie,
    regel text not null check (regel ~ '^[a-z-]{4,40}$'),
    gebruiker uuid not null,
    dag date not null,
    aantal integer not null check (aantal > 0),     -- what was behind the sign then: more asks a new look
    toelichting text not null check (toelichting <> ''),
    door uuid not null check (door <> gebruiker),
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, regel, gebruiker, dag, aantal),
    foreign key (organisatie, gebruiker) references toegang.gebruiker,
    foreign key (organisatie, door) references toegang.gebruiker);
grant select, insert on logboek.verklaring to toepassing;
