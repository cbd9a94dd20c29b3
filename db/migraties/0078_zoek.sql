-- SPDX-License-Identifier: EUPL-1.2
-- What files are found by: the words of the rows that name something, each with the audience of its row. Code: db/code/78_zoek.sql.
set local role eigenaar;
create schema zoek;

create table zoek.tekst (
    organisatie smallint not null references toegang.organisatie,
    soort text not null check (soort in ('signaal', 'casus', 'vermelding', 'document')),
    rij uuid not null,                  -- of the row in the table of that kind
    dossier uuid not null,
    zicht integer not null,
    tekst text not null,                -- folded words; never shown
    primary key (organisatie, soort, rij));
create index on zoek.tekst (organisatie, dossier);

grant usage on schema zoek to toepassing, vernietiger, zoeker;
grant create on schema zoek to zoeker;
grant select on zoek.tekst to zoeker;
