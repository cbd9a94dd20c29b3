-- SPDX-License-Identifier: EUPL-1.2
-- Buildings per hexagon as periods instead of changes: the number on a day is in the rows that held then, and for today no row of the past is read.
-- Tiles are drawn by the program from rows (ADR 0056); what drew them in the database goes.
set local role eigenaar;
drop function if exists register.tegel_panden(integer, integer, integer, date);
drop function if exists register.tegel_cellen(integer, integer, integer, date);
drop function if exists register.tegel_objecten(integer, integer, integer, date);
drop function if exists register.tegel_vestigingen(integer, integer, integer, date);
alter table register.kaartcel add column tot date;
create temporary table kaartcel_oud on commit drop as select * from register.kaartcel;
delete from register.kaartcel;
insert into register.kaartcel (groep, i, j, dag, tot, gebruik, gemeente, aantal)
select groep, i, j, dag, tot, gebruik, gemeente, aantal
  from (select groep, i, j, dag, gebruik, gemeente, lead(dag) over w as tot, sum(aantal) over w as aantal from pg_temp.kaartcel_oud
        window w as (partition by groep, i, j, gebruik, gemeente order by dag)) v
 where aantal > 0;
drop index register.kaartcel_groep_i_j_idx;
create index kaartcel_nu on register.kaartcel (groep, i, j) where tot is null;
create index kaartcel_toen on register.kaartcel (groep, i, j) include (dag, tot, gebruik, aantal) where tot is not null;
create index kaartcel_tot on register.kaartcel (groep, tot) where tot is not null;
comment on column register.kaartcel.aantal is 'Buildings in the cell with this use from dag until tot (exclusive; null: still)';
-- Rows that are near each other on the map stand near each other on disk from the next load on (register.bouw_kaart).
