-- SPDX-License-Identifier: EUPL-1.2
-- The read log moves into the audit line: the ids of the loggable objects an operation touched stand in it as one array, with
-- an inverted index over them. Fifty objects are one row instead of fifty. Code: db/code/30_logboek.sql, docs/adr/0027.
set local role eigenaar;

alter table logboek.audit add column geraakt uuid[] not null default '{}';
do $$
declare
    aantal bigint;
begin
    update logboek.audit a set geraakt = g.objecten
      from (select organisatie, operatie, array_agg(object order by object) as objecten from logboek.geraakt group by organisatie, operatie) g
     where g.organisatie = a.organisatie and g.operatie = a.operatie;
    get diagnostics aantal = row_count;
    if aantal <> (select count(*) from (select from logboek.geraakt group by organisatie, operatie) o) then
        raise exception 'the read log holds rows without an audit line; run damwand logboek controleer first';
    end if;
end $$;
drop table logboek.geraakt;
-- New entries wait in the index's own list, which every search reads too; logboek.werk_leeslog_bij sorts them in.
create index audit_geraakt on logboek.audit using gin (geraakt) with (fastupdate = on, gin_pending_list_limit = 16384);

-- An activity is never changed or removed, so that one look when a line is written is enough: a foreign key would lock its
-- row for every line.
alter table logboek.audit drop constraint audit_activiteit_fkey;
alter table logboek.verwerking drop constraint verwerking_activiteit_fkey;

-- The hash before the last one: the seal that goes with a step is written from it, in the same statement.
alter table logboek.baan add column vorige bytea check (octet_length(vorige) = 32);
