-- SPDX-License-Identifier: EUPL-1.2
-- Mail without content: how many things wait for somebody, and where to look. And actions that were late for a week.
set local role eigenaar;
create schema post;

create table post.adres (
    organisatie smallint not null,
    gebruiker uuid not null,
    adres text not null check (adres ~ '^[^@[:space:]<>,;:"()\\[\]]{1,64}@[A-Za-z0-9.-]{1,190}$'),
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, gebruiker),
    foreign key (organisatie, gebruiker) references toegang.gebruiker);

-- The outbox: written in the transaction of what it is about. Codes and numbers only; the table itself takes nothing else.
create table post.uit (
    organisatie smallint not null,
    id uuid not null,
    gebruiker uuid not null,
    soort text not null check (soort in ('dagoverzicht')),
    dag date not null,
    aantallen jsonb not null check (jsonb_typeof(aantallen) = 'object' and not jsonb_path_exists(aantallen, '$.* ? (@.type() != "number")')),
    op timestamptz not null,
    pogingen integer not null default 0,
    volgende timestamptz not null,
    verstuurd_op timestamptz,
    gestopt_op timestamptz,             -- given up: the mail server would not have it
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, gebruiker, soort, dag),
    foreign key (organisatie, gebruiker) references toegang.gebruiker);
create index uit_wacht on post.uit (organisatie, volgende) where verstuurd_op is null and gestopt_op is null;

grant usage on schema post to toepassing;
grant select, insert, update, delete on post.adres, post.uit to toepassing;

-- An action that was late for a week goes to who leads: the casus' trekker, or the chair of the meeting.
alter table actie.actie add column geescaleerd_aan uuid, add column geescaleerd_op timestamptz;
alter table actie.actie_verleden add column geescaleerd_aan uuid, add column geescaleerd_op timestamptz;
