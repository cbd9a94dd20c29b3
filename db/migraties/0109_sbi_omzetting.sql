-- SPDX-License-Identifier: EUPL-1.2
-- Which code of the SBI 2008 became which of the SBI 2025: the table that CBS publishes, as a municipality loads it. Public, of nobody. One code may
-- become several and several one, so a row is a pair. Code: src/werk/register/sbi.cpp.
set local role eigenaar;
create table register.sbi_omzetting (
    oud text not null check (oud ~ '^[0-9]{2,5}$'),   -- of 2008, without dots
    nieuw text not null check (nieuw ~ '^[0-9]{5}$'), -- of 2025
    primary key (oud, nieuw));
create index on register.sbi_omzetting (nieuw);
-- What was loaded, when, from which file; the last one is the table as it stands.
create table register.sbi_lading (
    id integer primary key,
    operatie uuid not null,
    klaar timestamptz not null,
    bron jsonb not null,                -- {naam, bytes, sha256, oud, nieuw}: the last two are the columns that were read
    gelezen bigint not null,
    opgeslagen bigint not null,
    afgekeurd jsonb not null);          -- [{regel, reden}], the first thousand
grant select on register.sbi_omzetting, register.sbi_lading to toepassing, lader;
grant insert, delete on register.sbi_omzetting to lader;
grant insert on register.sbi_lading to lader;
