-- SPDX-License-Identifier: EUPL-1.2
-- What somebody said he would do, and by when: of a dossier, or of a free item of a meeting. Code: db/code/84_actie.sql.
set local role eigenaar;
create schema actie;

create table actie.actie (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,             -- of the dossier, or of the meeting; beside it its owner sees this one row
    dossier_soort text check (dossier_soort in ('signaal', 'casus')),
    dossier uuid,
    overleg uuid,                       -- the meeting it was agreed in, and its item
    punt uuid,
    wat text not null check (btrim(wat) <> ''),
    eigenaar uuid not null,
    datum date not null,                -- the last day, in Amsterdam
    staat text not null default 'open' check (staat in ('open', 'gedaan', 'vervallen')),
    resultaat text,
    gesloten_op timestamptz,            -- since when it is gedaan or vervallen
    door uuid not null,
    op timestamptz not null,
    versie integer not null default 1,
    van timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    check ((dossier is null) = (dossier_soort is null)),
    check (dossier is not null or overleg is not null),
    check ((staat = 'open') = (gesloten_op is null)),
    foreign key (organisatie, zicht) references toegang.zicht,
    foreign key (organisatie, eigenaar) references toegang.gebruiker,
    foreign key (organisatie, door) references toegang.gebruiker);
create index on actie.actie (organisatie, zicht, datum);
create index on actie.actie (organisatie, eigenaar, staat, datum);
create index on actie.actie (organisatie, dossier);
create index on actie.actie (organisatie, overleg) where overleg is not null;
create table actie.actie_verleden (like actie.actie, tot timestamptz not null, tot_operatie uuid not null);
create index on actie.actie_verleden (organisatie, dossier, tot);

grant usage on schema actie to toepassing, vernietiger;
grant select, insert, update on actie.actie to toepassing;
grant select, insert on actie.actie_verleden to toepassing;
grant update (zicht) on actie.actie_verleden to toepassing;  -- goes along when its dossier's audience changes

insert into toegang.compartiment_activiteit (organisatie, compartiment, activiteit)
select organisatie, compartiment, 'acties-volgen' from toegang.compartiment_activiteit where compartiment = 'wpg' and activiteit = 'casus-behandelen'
on conflict do nothing;
-- A request of a data subject may be about an action of a free item.
alter table betrokkene.gegeven drop constraint gegeven_dossier_soort_check;
alter table betrokkene.gegeven add constraint gegeven_dossier_soort_check check (dossier_soort in ('casus', 'signaal', 'register', 'overleg'));
