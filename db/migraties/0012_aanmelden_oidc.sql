-- SPDX-License-Identifier: EUPL-1.2
-- Signing in at an identity provider (OpenID Connect), assurance per session and per role, fresh proof for heavy actions.
set local role eigenaar;

-- How strongly the user proved himself (1 low, 2 substantial, 3 high: eIDAS), and when he last did. Sessions of before this
-- migration never count as fresh.
alter table toegang.sessie add column niveau smallint not null default 2 check (niveau between 1 and 3);
alter table toegang.sessie alter column niveau drop default;
alter table toegang.sessie add column bewezen_op timestamptz not null default '-infinity';
alter table toegang.sessie alter column bewezen_op drop default;

-- Who somebody of an identity provider is here. `sub` is the provider's own name for him, pairwise and meaningless.
create table toegang.extern (
    organisatie smallint not null references toegang.organisatie,
    issuer text not null check (length(issuer) <= 300),
    sub text not null check (length(sub) <= 255),
    gebruiker uuid not null,
    op timestamptz not null,
    primary key (organisatie, issuer, sub),
    foreign key (organisatie, gebruiker) references toegang.gebruiker);

-- Which groups of the provider give which roles; a group that is not here gives none.
create table toegang.groep_rol (
    organisatie smallint not null references toegang.organisatie,
    groep text not null check (length(groep) between 1 and 200),
    rol text not null references toegang.rol,
    primary key (organisatie, groep, rol));

-- What the provider's own words for assurance (acr) are worth, besides the names eIDAS gives.
create table toegang.acr_niveau (
    organisatie smallint not null references toegang.organisatie,
    acr text not null check (length(acr) between 1 and 200 and acr not in ('totp', 'demo')),  -- our own two
    niveau smallint not null check (niveau between 1 and 3),
    primary key (organisatie, acr));

-- The least assurance with which a role counts in a session.
create table toegang.rol_niveau (
    organisatie smallint not null references toegang.organisatie,
    rol text not null references toegang.rol,
    niveau smallint not null check (niveau between 1 and 3),
    primary key (organisatie, rol));

-- A login state that came back: it works once.
create table toegang.aanmeldstaat (
    organisatie smallint not null references toegang.organisatie,
    staat_hash bytea not null,
    op timestamptz not null,
    primary key (organisatie, staat_hash));

grant select, insert on toegang.extern to toepassing;
grant select, insert, delete on toegang.groep_rol, toegang.aanmeldstaat to toepassing;
grant select, insert, update, delete on toegang.acr_niveau, toegang.rol_niveau to toepassing;
