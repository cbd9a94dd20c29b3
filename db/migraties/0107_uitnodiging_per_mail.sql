-- SPDX-License-Identifier: EUPL-1.2
-- Mail in the language of who reads it, and an invitation to a meeting by mail. Code: db/code/84_post.sql, 85_overleg.sql.
set local role eigenaar;
alter table toegang.gebruiker add column taal text check (taal in ('nl', 'en'));  -- none: never chosen
alter table toegang.gebruiker_verleden add column taal text;

alter table post.uit
    add column overleg uuid,            -- of an invitation: the meeting; what it says is read when it is sent
    drop constraint uit_soort_check,
    add constraint uit_soort_check check (soort in ('dagoverzicht', 'uitnodiging') and (soort = 'uitnodiging') = (overleg is not null)),
    drop constraint uit_organisatie_gebruiker_soort_dag_key;
create unique index uit_dag on post.uit (organisatie, gebruiker, dag) where soort = 'dagoverzicht';
create index uit_overleg on post.uit (organisatie, overleg, gebruiker) where overleg is not null;
