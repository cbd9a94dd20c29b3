-- SPDX-License-Identifier: EUPL-1.2
-- Need to know: compartments inside a casus for what stands under a regime of its own, and access in an emergency.
-- Code: db/code/15_toegang.sql.
set local role eigenaar;

-- A compartment of a casus: its members are the members of the casus whose role opens it.
alter table toegang.zicht
    add column compartiment text check (compartiment in ('wpg', 'bibob', 'wgs')),
    add column basis integer,
    add check ((compartiment is null) = (basis is null) and (compartiment is null or soort = 'compartiment')),
    add foreign key (organisatie, basis) references toegang.zicht;
create unique index on toegang.zicht (organisatie, basis, compartiment) where basis is not null;

-- Which roles open which compartment: the municipality's to set.
create table toegang.compartiment_rol (
    organisatie smallint not null references toegang.organisatie,
    compartiment text not null check (compartiment in ('wpg', 'bibob', 'wgs')),
    rol text not null references toegang.rol,
    primary key (organisatie, compartiment, rol));
grant select on toegang.compartiment_rol to toepassing;

-- Access in an emergency: a reason, at most an hour, judged afterwards by somebody else (veiligheid.md rule 15).
create table toegang.noodtoegang (
    organisatie smallint not null,
    id uuid not null,
    gebruiker uuid not null,
    zicht integer not null,
    object_soort text not null check (object_soort in ('signaal', 'casus')),
    object uuid not null,
    kenmerk text not null,
    reden text not null check (reden <> ''),
    begonnen_op timestamptz not null,
    tot timestamptz not null check (tot > begonnen_op and tot <= begonnen_op + interval '60 minutes'),
    beoordelen_voor date not null,
    oordeel text check (oordeel in ('terecht', 'onterecht')),
    toelichting text check (toelichting <> ''),
    beoordeeld_door uuid check (beoordeeld_door <> gebruiker),
    beoordeeld_op timestamptz,
    operatie uuid not null,
    primary key (organisatie, id),
    check (num_nulls(oordeel, toelichting, beoordeeld_door, beoordeeld_op) in (0, 4)),
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, gebruiker) references toegang.gebruiker,
    foreign key (organisatie, beoordeeld_door) references toegang.gebruiker);
create index on toegang.noodtoegang (organisatie, gebruiker, tot);
grant select, insert on toegang.noodtoegang to toepassing;
grant update (tot, oordeel, toelichting, beoordeeld_door, beoordeeld_op) on toegang.noodtoegang to toepassing;
