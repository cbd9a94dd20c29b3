-- SPDX-License-Identifier: EUPL-1.2
-- Whom else the letter on a request names (AVG 15(1)(c), 19): when the data subject asks, and only those who may be named.
set local role eigenaar;
alter table betrokkene.verzoek add column ontvangers_noemen boolean not null default false, add column ontvangers text[] not null default '{}';
alter table betrokkene.verzoek_verleden add column ontvangers_noemen boolean not null default false, add column ontvangers text[] not null default '{}';
