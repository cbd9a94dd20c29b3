-- SPDX-License-Identifier: EUPL-1.2
-- What would show that a user looks at his own: keyed hashes of the words of his family names and of his addresses. The key
-- stands outside the database (docs/adr/0033).
set local role eigenaar;

create table toegang.eigen_kenmerk (
    organisatie smallint not null,
    gebruiker uuid not null,
    soort text not null check (soort in ('naam', 'adres')),
    merk bytea not null check (octet_length(merk) = 32),
    van timestamptz not null,
    door uuid,                          -- null: from the command line
    operatie uuid not null,
    primary key (organisatie, gebruiker, soort, merk),
    foreign key (organisatie, gebruiker) references toegang.gebruiker);
grant select, insert, delete on toegang.eigen_kenmerk to toepassing;
