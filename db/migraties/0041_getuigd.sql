-- SPDX-License-Identifier: EUPL-1.2
-- When a checkpoint of the logs last arrived where this machine cannot change it: a server that starts anew goes on counting
-- (veiligheid.md V9). Clock of the machine, since it is about the machine.
set local role eigenaar;
create table logboek.getuigd (een boolean primary key default true check (een), op timestamptz not null);
insert into logboek.getuigd (op) values (now());
grant select on logboek.getuigd to controleur;
