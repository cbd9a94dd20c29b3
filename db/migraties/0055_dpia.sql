-- SPDX-License-Identifier: EUPL-1.2
-- Where the impact assessment (AVG 35) of a processing activity is kept: the municipality's to say, appended and dated.
set local role eigenaar;
create table logboek.dpia (
    organisatie smallint not null references toegang.organisatie,
    id uuid not null,
    activiteit text not null,
    verwijzing text not null check (verwijzing <> ''),
    vastgesteld_op date not null,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id));
create index on logboek.dpia (organisatie, activiteit, vastgesteld_op desc, op desc);
grant select, insert on logboek.dpia to toepassing;
