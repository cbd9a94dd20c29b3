-- SPDX-License-Identifier: EUPL-1.2
-- The audit line holds how many processing lines its operation wrote and the SHA-256 of their sums, so that a seal is over one
-- row and need not look the lines up again at commit. Lines of before have neither, and are checked as they were sealed.
-- Code: db/code/30_logboek.sql, db/code/35_zegel.sql, docs/adr/0029.
set local role eigenaar;
alter table logboek.audit add column regels smallint, add column regels_som bytea;
