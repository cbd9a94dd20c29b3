-- SPDX-License-Identifier: EUPL-1.2
-- A watcher may look for a pattern that somebody composed himself (ADR 0057). Codes, places and days only: no words of a person.
set local role eigenaar;

alter table wachter.wachter add column patroon jsonb check (jsonb_typeof(patroon) = 'object');  -- PatroonVorm of src/werk/wachter/wachter.hpp
alter table wachter.wachter add check ((vorm = 'eigen') = (patroon is not null));
