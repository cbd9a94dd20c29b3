-- SPDX-License-Identifier: EUPL-1.2
-- Outbox: written in the user's transaction, put in order by one dispatcher, which wakes listeners without content.
set local role eigenaar;
create schema gebeurtenis;
create sequence gebeurtenis.volgorde;
create table gebeurtenis.uit (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    soort text not null,
    object uuid not null,
    versie integer not null,
    op timestamptz not null,
    volgorde bigint,                    -- given at publication: readers never skip a late commit
    primary key (organisatie, id));
create index on gebeurtenis.uit (organisatie, zicht, volgorde);
create index uit_wacht on gebeurtenis.uit (op) where volgorde is null;
grant usage on schema gebeurtenis to toepassing;
grant select, insert on gebeurtenis.uit to toepassing;
