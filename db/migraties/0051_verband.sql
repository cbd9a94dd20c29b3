-- SPDX-License-Identifier: EUPL-1.2
-- Ties between what a casus mentions: one row per source that says so, each with its own audience and label. There is no
-- row for the tie itself: it is what the rows that somebody may see say together. Code: db/code/20_muur.sql.
set local role eigenaar;

create table entiteit.verband (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    dossier uuid not null,              -- the casus
    soort text not null,                -- stamcode verbandsoort: wie … wat
    wie uuid not null,                  -- mentions, of the casus or of a signaal of it
    wat uuid not null,
    geldig_van date,                    -- when it was so in reality; null: not known, or still
    geldig_tot date,
    toelichting text,
    bron text not null default '',
    uit_bron uuid,
    uit_document uuid,
    peildatum date not null,
    bron_betrouwbaarheid text not null check (bron_betrouwbaarheid in ('A', 'B', 'C', 'D', 'E', 'F')),
    informatie_waarde smallint not null check (informatie_waarde between 1 and 6),
    regime text not null,
    doorgifte text not null check (doorgifte in ('vrij', 'na_overleg', 'niet')),
    doorgifte_reden text check (btrim(doorgifte_reden) <> ''),
    activiteit smallint not null references logboek.activiteit,
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    check (wie <> wat),
    check (geldig_van <= geldig_tot),
    check (uit_bron is null or uit_document is null),
    foreign key (organisatie, dossier) references casus.casus,
    foreign key (organisatie, zicht) references toegang.zicht);
create index on entiteit.verband (organisatie, dossier);
create table entiteit.verband_verleden (like entiteit.verband, tot timestamptz not null, tot_operatie uuid not null);
create index on entiteit.verband_verleden (organisatie, dossier, tot);

grant select, insert, update, delete on entiteit.verband to toepassing;
grant select, insert on entiteit.verband_verleden to toepassing;
