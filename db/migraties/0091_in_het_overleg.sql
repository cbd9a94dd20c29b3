-- SPDX-License-Identifier: EUPL-1.2
-- In the meeting: what is written together, as operations that the server orders; and what was decided, by whom, with who did not
-- agree. Code: db/code/85_overleg.sql.
set local role eigenaar;

-- What stands in a field of an item now.
create table overleg.veld (
    organisatie smallint not null,
    punt uuid not null,
    veld text not null check (veld in ('aantekening', 'besluittekst')),
    id uuid not null,
    overleg uuid not null,
    dossier_soort text,
    dossier uuid,
    zicht integer not null,             -- of the item
    waarde text not null,
    versie integer not null,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, punt, veld),
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, door) references toegang.gebruiker);

-- Every operation that was sent, with its receipt: applied in the order of `versie` they give what stands there.
create table overleg.bewerking (
    organisatie smallint not null,
    door uuid not null,
    sleutel uuid not null,
    id uuid not null,
    overleg uuid not null,
    punt uuid not null,
    dossier_soort text,
    dossier uuid,
    zicht integer not null,
    veld text not null check (veld in ('aantekening', 'besluittekst', 'hypothese', 'doel', 'strategie')),
    gezien integer not null,
    waarde text not null,               -- as it was sent
    uitkomst text not null check (uitkomst in ('toegepast', 'samengevoegd', 'botsing')),
    versie integer not null,            -- of the field after it
    staat text,                         -- what the field became; null: it was so already, or it clashed
    ander text,                         -- of a clash: what stood there, and by whom
    ander_door uuid,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, door, sleutel),
    check ((uitkomst = 'botsing') = (ander_door is not null)),
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, door) references toegang.gebruiker);
create unique index bewerking_volgorde on overleg.bewerking (organisatie, punt, veld, versie) where staat is not null;

create table overleg.besluit (
    organisatie smallint not null,
    id uuid not null,
    overleg uuid not null,
    punt uuid not null,
    dossier_soort text,
    dossier uuid,
    zicht integer not null,
    soort text not null check (soort in ('weging', 'afsluiten', 'monitoren', 'riec', 'terug_informatie', 'plan_vaststellen', 'naar_uitvoering', 'casus_openen', 'niet_oppakken', 'anders')),
    tekst text not null,
    tot date,
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on overleg.besluit (organisatie, punt, op);

create table overleg.standpunt (
    organisatie smallint not null,
    besluit uuid not null,
    gebruiker uuid not null,
    overleg uuid not null,
    punt uuid not null,
    dossier_soort text,
    dossier uuid,
    zicht integer not null,
    id uuid not null,
    eens boolean not null,
    reden text check (btrim(reden) <> ''),
    primary key (organisatie, besluit, gebruiker),
    foreign key (organisatie, besluit) references overleg.besluit,
    foreign key (organisatie, punt) references overleg.punt,
    foreign key (organisatie, gebruiker) references toegang.gebruiker);

grant select, insert, update on overleg.veld to toepassing;
grant select, insert on overleg.bewerking, overleg.besluit, overleg.standpunt to toepassing;
grant update (zicht) on overleg.bewerking, overleg.besluit, overleg.standpunt to toepassing;

-- A weighing says in which meeting it was made, and who saw it otherwise.
alter table signaal.weging
    add column overleg uuid,
    add column overleg_naam text,
    add column overleg_dag date,
    add column standpunten jsonb not null default '[]',  -- [{gebruiker, eens, reden}]
    add check ((overleg is null) = (overleg_naam is null) and (overleg is null) = (overleg_dag is null));
