-- SPDX-License-Identifier: EUPL-1.2
-- Linked meetings (HEIT, woonfraude): what of one series may be put before another, and what was. Code: db/code/85_overleg_koppelen.sql.
set local role eigenaar;

create table overleg.koppeling (
    organisatie smallint not null,
    reeks uuid not null,                -- its items may be put before
    naar uuid not null,                 -- meetings of this series
    zicht integer not null,             -- of `reeks`
    zicht_naar integer not null,        -- of `naar`
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, reeks, naar),
    check (reeks <> naar),
    foreign key (organisatie, reeks) references overleg.reeks,
    foreign key (organisatie, naar) references overleg.reeks,
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, zicht_naar) references toegang.zicht,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on overleg.koppeling (organisatie, naar);

-- An item that was put before a linked meeting: where it came from. For whom the dossier is; the others see the new item alone.
create table overleg.inbreng (
    organisatie smallint not null,
    punt uuid not null,                 -- the item at the linked meeting
    herkomst uuid not null,             -- the item it was taken from
    dossier_soort text not null,
    dossier uuid not null,
    zicht integer not null,             -- of the dossier
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, punt),
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, herkomst) references overleg.punt,
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on overleg.inbreng (organisatie, herkomst);

grant select, insert, delete on overleg.koppeling to toepassing;
grant select on overleg.inbreng to toepassing;
grant update (zicht) on overleg.inbreng to toepassing;  -- goes along when the dossier's audience changes (toegang.geef_zicht)
