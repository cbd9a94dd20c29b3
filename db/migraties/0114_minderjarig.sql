-- SPDX-License-Identifier: EUPL-1.2
-- Who is under eighteen is marked, so that his data gets the extra care it asks (AVG recital 38; recht.md 1.10.3). Code: db/code/20_muur.sql.
set local role eigenaar;

-- The day of birth is for this only, and of nobody who is of age; without it the mark is set by hand.
alter table entiteit.vermelding add column geboren_op date check (geboren_op is null or soort = 'persoon');
alter table entiteit.vermelding add column minderjarig boolean not null default false check (not minderjarig or soort = 'persoon');
alter table entiteit.vermelding_verleden add column geboren_op date;
alter table entiteit.vermelding_verleden add column minderjarig boolean not null default false;
