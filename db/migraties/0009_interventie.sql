-- SPDX-License-Identifier: EUPL-1.2
set local role eigenaar;
create schema interventie;
create table interventie.interventie (
    organisatie smallint not null,
    id uuid not null,
    casus uuid not null,
    zicht integer not null,
    type text not null,
    categorie text not null,            -- of the type, as it was then
    omschrijving text not null,
    uitvoerder text not null,
    eigenaar uuid,
    grondslag text,
    termijn date,
    status text not null check (status in ('gepland', 'bezig', 'uitgevoerd', 'vervallen')),
    resultaat text,
    resultaat_op date,
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, casus) references casus.casus);
create index on interventie.interventie (organisatie, casus);
create table interventie.interventie_verleden (like interventie.interventie, tot timestamptz not null, tot_operatie uuid not null);
create index on interventie.interventie_verleden (organisatie, casus, tot);
grant usage on schema interventie to toepassing, lader;
grant select, insert, update, delete on interventie.interventie to toepassing;
grant select, insert on interventie.interventie_verleden to toepassing;
