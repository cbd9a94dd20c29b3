-- SPDX-License-Identifier: EUPL-1.2
-- The network: a graph in the memory of the server, derived from the rows of dossiers and registers. Here stand only what tells the
-- server which rows changed, and the views that people saved. Code: db/code/83_netwerk.sql.
do $$
begin
    if not exists (select from pg_roles where rolname = 'netwerker') then
        create role netwerker nologin nosuperuser nocreatedb nocreaterole noinherit;
    end if;
    alter role netwerker bypassrls;
end $$;
grant usage on schema public, basis to netwerker;

set local role eigenaar;
create schema netwerk;

-- Ids of rows that changed, by the transaction that did it: the server reads them again. Kept for an hour. Of a dossier that was
-- destroyed only a trace: a hash that says nothing to who does not hold the id already.
create table netwerk.gewijzigd (
    organisatie smallint not null,
    nummer bigint generated always as identity,
    transactie xid8 not null default pg_current_xact_id(),
    rij uuid not null,
    spoor boolean not null default false,
    op timestamptz not null default clock_timestamp(),  -- the machine's own: how long it is kept
    primary key (organisatie, nummer));
create index on netwerk.gewijzigd (transactie);
create index on netwerk.gewijzigd (op);

-- A chart that was kept, in the dossier it belongs to: which objects and where they stood, never what they are.
create table netwerk.weergave (
    organisatie smallint not null,
    id uuid not null,
    zicht integer not null,
    dossier_soort text not null check (dossier_soort in ('signaal', 'casus')),
    dossier uuid not null,
    naam text not null check (btrim(naam) <> ''),
    inhoud jsonb not null,              -- {knopen: [{soort, id, x, y, vast, notitie}], filter}
    door uuid not null,
    op timestamptz not null,
    operatie uuid not null,
    primary key (organisatie, id),
    foreign key (organisatie, zicht) references toegang.zicht);
create index on netwerk.weergave (organisatie, dossier);

-- What was mentioned finds the ties it is an end of.
create index on entiteit.verband (organisatie, wie);
create index on entiteit.verband (organisatie, wat);

grant usage on schema netwerk to toepassing, vernietiger, netwerker;
grant create on schema netwerk to netwerker;
grant select, insert, delete on netwerk.weergave to toepassing;
grant update (zicht) on netwerk.weergave to toepassing;  -- goes along when its dossier's audience changes

insert into toegang.compartiment_activiteit (organisatie, compartiment, activiteit)
select organisatie, compartiment, 'netwerk-analyseren' from toegang.compartiment_activiteit where compartiment = 'wpg' and activiteit = 'casus-behandelen'
on conflict do nothing;
