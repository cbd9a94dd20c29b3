-- SPDX-License-Identifier: EUPL-1.2
-- A question to a partner says in which meeting it was asked and at which item, and whether the data subject may be told who was asked;
-- a member of a casus has a part in its team. Code: db/code/86_vraag.sql, 87_leeslog.sql.
set local role eigenaar;
alter table vraag.vraag
    add column punt uuid,               -- the item of the meeting (`overleg`) it came out of
    add column overleg_naam text,
    add column overleg_dag date,
    add column te_noemen boolean not null default true,  -- to the data subject, as a recipient (AVG 15(1)(c))
    add check ((overleg is null) = (punt is null) and (overleg is null) = (overleg_naam is null) and (overleg is null) = (overleg_dag is null));
-- What stands apart from its casus is in a compartment: who was asked about it is not named.
update vraag.vraag v set te_noemen = false from casus.casus c where c.organisatie = v.organisatie and c.id = v.casus and c.zicht <> v.zicht;

alter table casus.lid add column rol text;           -- basis.stamcode, list teamrol; who leads is the casus's own
alter table casus.lid_verleden add column rol text;
