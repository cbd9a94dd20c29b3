-- SPDX-License-Identifier: EUPL-1.2
-- The head of a lane is its last seal (view logboek.kop): a second place for it cost a write in every operation.
-- Code: db/code/35_zegel.sql, docs/adr/0029.
set local role eigenaar;
alter table logboek.baan drop column volgnummer, drop column hash, drop column if exists vorige;
