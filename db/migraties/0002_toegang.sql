-- SPDX-License-Identifier: EUPL-1.2
-- Who may do what: tenants, users, roles and rights as data, sessions, audiences (zicht) and their members.
set local role eigenaar;
create schema toegang;

create table toegang.organisatie (
    nummer smallint primary key check (nummer >= 0),
    code text not null unique check (code ~ '^[a-z0-9-]{2,40}$'),
    naam text not null,
    soort text not null check (soort in ('systeem', 'gemeente', 'regio', 'partner')),
    aangemaakt_op timestamptz not null default now());
insert into toegang.organisatie (nummer, code, naam, soort) values (0, 'systeem', 'Systeem', 'systeem');

-- CBS codes are dated attributes of a tenant, several at once and in turn.
create table toegang.organisatie_cbs (
    organisatie smallint not null references toegang.organisatie,
    cbs_code text not null check (cbs_code ~ '^[0-9]{4}$'),
    begin_geldigheid date not null,
    eind_geldigheid date,
    primary key (organisatie, cbs_code, begin_geldigheid));

create table toegang.rol (
    code text primary key,
    naam_nl text not null,
    naam_en text not null,
    volgorde integer not null);
create table toegang.recht (
    code text primary key,
    naam_nl text not null,
    naam_en text not null);
create table toegang.rol_recht (
    rol text not null references toegang.rol,
    recht text not null references toegang.recht,
    primary key (rol, recht));

create table toegang.gebruiker (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    gebruikersnaam text not null check (gebruikersnaam ~ '^[a-z0-9._-]{2,60}$'),
    naam text not null,
    wachtwoord text not null,           -- argon2id, libsodium's own string
    totp bytea not null,                -- sealed with the master key, never plain
    totp_stap bigint not null default 0, -- last time step used: a code works once
    actief boolean not null default true,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, gebruikersnaam));
create table toegang.gebruiker_verleden (
    like toegang.gebruiker, tot timestamptz not null, tot_operatie uuid not null);
create index on toegang.gebruiker_verleden (organisatie, id, tot);

create table toegang.gebruiker_rol (
    organisatie smallint not null,
    gebruiker uuid not null,
    rol text not null references toegang.rol,
    tot timestamptz,
    primary key (organisatie, gebruiker, rol),
    foreign key (organisatie, gebruiker) references toegang.gebruiker);

create table toegang.sessie (
    organisatie smallint not null,
    id uuid not null,
    teken_hash bytea not null,          -- SHA-256 of the cookie's token
    gebruiker uuid not null,
    csrf text not null,
    begonnen_op timestamptz not null,
    laatst_op timestamptz not null,
    acr text not null,                  -- how the user proved himself: 'totp' or 'demo'
    beeindigd boolean not null default false,
    primary key (organisatie, id),
    unique (organisatie, teken_hash),
    foreign key (organisatie, gebruiker) references toegang.gebruiker);

-- Lock-out with back-off, per user name as typed (hashed), so that unknown names lock out alike.
create table toegang.aanmeldpoging (
    organisatie smallint not null,
    naam_hash bytea not null,
    mislukt integer not null,
    laatst_op timestamptz not null,
    geblokkeerd_tot timestamptz,
    primary key (organisatie, naam_hash));

-- An audience. Every protected row carries one; who belongs to it stands in zicht_lid.
create table toegang.zicht (
    organisatie smallint not null references toegang.organisatie,
    zicht integer not null,
    soort text not null check (soort in ('team', 'casus', 'embargo', 'compartiment')),
    naam text,                          -- 'signalen', 'melder'; null for a casus
    object uuid,
    primary key (organisatie, zicht));
create unique index on toegang.zicht (organisatie, naam) where naam is not null;
create table toegang.zicht_lid (
    organisatie smallint not null,
    zicht integer not null,
    gebruiker uuid not null,
    tot timestamptz,
    primary key (organisatie, gebruiker, zicht),
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, gebruiker) references toegang.gebruiker);
create index on toegang.zicht_lid (organisatie, zicht);
-- Members of a team audience by role: who has the role, belongs.
create table toegang.zicht_rol (
    organisatie smallint not null,
    zicht integer not null,
    rol text not null references toegang.rol,
    primary key (organisatie, zicht, rol),
    foreign key (organisatie, zicht) references toegang.zicht);

-- What a POST with this key answered; kept 24 hours (ontwerp.md §4).
create table toegang.idempotentie (
    organisatie smallint not null,
    gebruiker uuid not null,
    sleutel uuid not null,
    vorm bytea not null,                -- hash of path and body: the key may not be used for something else
    status smallint not null,
    object uuid,
    plaats text,
    op timestamptz not null,
    primary key (organisatie, gebruiker, sleutel));
create index on toegang.idempotentie (op);

grant usage on schema toegang to toepassing, lader, controleur, zoeker;
grant select on toegang.organisatie, toegang.organisatie_cbs, toegang.rol, toegang.recht, toegang.rol_recht to toepassing;
grant select, update on toegang.gebruiker to toepassing;
grant select, insert on toegang.gebruiker_verleden to toepassing;
grant insert on toegang.gebruiker to toepassing;
grant select, insert, update on toegang.gebruiker_rol to toepassing;
grant select, insert, update on toegang.sessie, toegang.aanmeldpoging to toepassing;
grant select, insert on toegang.zicht to toepassing;
grant select, insert, update, delete on toegang.zicht_lid to toepassing;
grant select on toegang.zicht_rol to toepassing;
grant select, insert, update, delete on toegang.idempotentie to toepassing;
