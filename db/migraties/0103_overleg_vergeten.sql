-- SPDX-License-Identifier: EUPL-1.2
-- Meetings have a term of their own (selectielijst 19.1.9 and 19.1.11), counted from the day they were closed; a legal hold or a request of
-- a data subject may keep one. Code: db/code/75_archief.sql, 85_overleg.sql.
set local role eigenaar;

-- Whether somebody of outside took part: as it was when he was asked, since roles come and go.
alter table overleg.deelnemer add column derde boolean not null default false;
update overleg.deelnemer d set derde = true where exists (
    select from toegang.gebruiker_rol g where g.organisatie = d.organisatie and g.gebruiker = d.gebruiker and g.rol = 'partner');

alter table archief.bewaarregel drop constraint bewaarregel_check;
alter table archief.bewaarregel add constraint bewaarregel_check check ((soort = 'casus' and resultaat in ('met_maatregel', 'zonder_maatregel'))
    or (soort = 'signaal' and resultaat in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld'))
    or (soort = 'verzoek' and resultaat in ('afgerond', 'ingetrokken'))
    or (soort = 'overleg' and resultaat in ('intern', 'met_derden'))
    or (soort = 'aanmelding' and resultaat = 'gegevens'));
alter table archief.blokkade drop constraint blokkade_object_soort_check;
alter table archief.blokkade add constraint blokkade_object_soort_check check (object_soort in ('casus', 'signaal', 'verzoek', 'overleg'));
-- A request of a data subject may be about a lesson: it was rewritten, and still somebody wrote it.
alter table betrokkene.gegeven drop constraint gegeven_dossier_soort_check;
alter table betrokkene.gegeven add constraint gegeven_dossier_soort_check check (dossier_soort in ('casus', 'signaal', 'register', 'overleg', 'les'));
create index on overleg.overleg (organisatie, datum);
