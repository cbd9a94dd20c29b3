-- SPDX-License-Identifier: EUPL-1.2
-- Sign-in data has a term of its own (selectielijst 19.1.24: six months). Code: db/code/75_archief.sql.
set local role eigenaar;
alter table archief.bewaarregel drop constraint bewaarregel_check;
alter table archief.bewaarregel add constraint bewaarregel_check check ((soort = 'casus' and resultaat in ('met_maatregel', 'zonder_maatregel'))
    or (soort = 'signaal' and resultaat in ('niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld'))
    or (soort = 'verzoek' and resultaat in ('afgerond', 'ingetrokken'))
    or (soort = 'aanmelding' and resultaat = 'gegevens'));
create index on toegang.sessie (organisatie, laatst_op);
alter table archief.vergeetregel drop constraint vergeetregel_hoe_check;
alter table archief.vergeetregel add constraint vergeetregel_hoe_check check (hoe in ('dossier', 'lijst', 'termijn', 'blijft'));
