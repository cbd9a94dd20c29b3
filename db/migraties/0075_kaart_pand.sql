-- SPDX-License-Identifier: EUPL-1.2
-- What is in a building, for the list of an area.
set local role eigenaar;
create index on register.kaartobject (pand) where pand is not null;
