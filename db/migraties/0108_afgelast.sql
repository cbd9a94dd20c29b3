-- SPDX-License-Identifier: EUPL-1.2
-- A meeting that is called off. What was on its agenda waits for a next one, and nobody reads it by a check of this one any more. On the day
-- it was to be another can be planned. Code: db/code/85_overleg.sql.
set local role eigenaar;
alter table overleg.overleg drop constraint overleg_staat_check, add constraint overleg_staat_check check (staat in ('gepland', 'bezig', 'gesloten', 'afgelast'));
drop index overleg.overleg_organisatie_reeks_datum_idx;
create unique index on overleg.overleg (organisatie, reeks, datum) where staat <> 'afgelast';
