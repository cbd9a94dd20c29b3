-- SPDX-License-Identifier: EUPL-1.2
-- The citizen service number of somebody who is mentioned: closed with a key that stands outside the database, never shown
-- but on request, with a reason, and each time kept (UAVG art. 46; Wet algemene bepalingen burgerservicenummer art. 10).
set local role eigenaar;
alter table entiteit.vermelding add column bsn bytea check (bsn is null or soort = 'persoon');
-- The past: the same column before the two that only the past has.
create table entiteit.nieuw_verleden (like entiteit.vermelding, tot timestamptz not null, tot_operatie uuid not null);
insert into entiteit.nieuw_verleden
select organisatie, id, zicht, dossier_soort, dossier, entiteit, soort, tekst, sleutel, rol, toelichting, bron_betrouwbaarheid, informatie_waarde,
       regime, activiteit, door, op, versie, van, operatie, null, tot, tot_operatie from entiteit.vermelding_verleden;
drop table entiteit.vermelding_verleden;
alter table entiteit.nieuw_verleden rename to vermelding_verleden;
create index vermelding_verleden_organisatie_dossier_tot_idx on entiteit.vermelding_verleden (organisatie, dossier, tot);
grant select, insert on entiteit.vermelding_verleden to toepassing;
grant update (zicht) on entiteit.vermelding_verleden to toepassing;

create table entiteit.bsn_getoond (
    organisatie smallint not null,
    operatie uuid not null,
    vermelding uuid not null,
    dossier uuid not null,
    zicht integer not null,
    reden text not null check (reden <> ''),
    door uuid not null,
    op timestamptz not null,
    primary key (organisatie, operatie),
    foreign key (organisatie, zicht) references toegang.zicht);
create index on entiteit.bsn_getoond (organisatie, dossier);
grant select, insert on entiteit.bsn_getoond to toepassing;
grant update (zicht) on entiteit.bsn_getoond to toepassing;
