-- SPDX-License-Identifier: EUPL-1.2
-- A first load of companies fills its tables without their indexes (ADR 0058). How they are made again is kept here until the end of that
-- transaction: in a table of the owner, since what stands in it is executed as the owner.
set local role eigenaar;
create table register.index_terug (
    volg integer generated always as identity primary key,
    opdracht text not null);
comment on table register.index_terug is 'Empty, but for the transaction of a first load of companies';
