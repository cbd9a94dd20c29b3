-- SPDX-License-Identifier: EUPL-1.2
-- Guests: somebody of another organisation, in one casus here, until a day (ADR 0054). Code: db/code/14_gast.sql.
set local role eigenaar;

create table toegang.gast (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    casus uuid not null,                -- the one casus that he may be in
    zicht integer not null,             -- of that casus
    gebruiker uuid not null,            -- his account here: no password opens it
    thuis smallint not null references toegang.organisatie,   -- where he signs in
    thuis_gebruiker uuid,               -- who took it up, there
    code_hash bytea not null,           -- SHA-256 of the code that he was given, which works once
    code_tot timestamptz not null,
    tot date not null,                  -- the last day
    opgenomen_op timestamptz,
    ingetrokken_op timestamptz,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    unique (organisatie, gebruiker),
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, gebruiker) references toegang.gebruiker,
    foreign key (organisatie, door) references toegang.gebruiker,
    check (thuis <> organisatie and thuis > 0),
    check ((thuis_gebruiker is null) = (opgenomen_op is null)));
create index on toegang.gast (organisatie, casus);
create index on toegang.gast (thuis, thuis_gebruiker);
grant select on toegang.gast to toepassing;

-- The session of a guest hangs on that of his own organisation.
alter table toegang.sessie add column thuis smallint;
alter table toegang.sessie add column thuis_sessie uuid;
alter table toegang.sessie add check ((thuis is null) = (thuis_sessie is null));
