-- SPDX-License-Identifier: EUPL-1.2
-- Why the municipality chose a retention rule, beside the ground that a declaration names; the shipped ones have none.
set local role eigenaar;

alter table archief.bewaarregel add column reden text check (reden <> '');
