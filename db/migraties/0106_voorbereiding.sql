-- SPDX-License-Identifier: EUPL-1.2
-- What to read before is for whom the dossier is. It stood in the row of the item, which those whom a check 2A named may read: of a
-- dossier it becomes a part of its own, which no check can give. Of a free item it stays where it was. Code: db/code/85_overleg.sql.
set local role eigenaar;
alter table overleg.deel drop constraint deel_soort_check;
alter table overleg.deel add constraint deel_soort_check check (soort in ('kern', 'toelichting', 'personen', 'adressen', 'bronnen', 'voorgenomen', 'voorbereiding'));
alter table overleg.deeltoegang add check (soort <> 'voorbereiding');
alter table overleg.deel disable trigger user;
alter table overleg.punt disable trigger user;
insert into overleg.deel (organisatie, punt, soort, id, dossier_soort, dossier, zicht, tekst, regime, door, van, operatie)
select p.organisatie, p.id, 'voorbereiding', gen_random_uuid(), p.dossier_soort, p.dossier, p.zicht, p.voorbereiding, 'avg', p.door, p.van, p.operatie
  from overleg.punt p where p.dossier is not null and btrim(p.voorbereiding) <> '';
update overleg.punt set voorbereiding = '' where dossier is not null and voorbereiding <> '';
alter table overleg.deel enable trigger user;
alter table overleg.punt enable trigger user;
