-- SPDX-License-Identifier: EUPL-1.2
-- What is in a building: register.kaartobject knows the first building of each object; those in more than one are few.
set local role eigenaar;
create index on register.verblijfsobject using gin (panden) where cardinality(panden) > 1;
create index on register.verblijfsobject_historie using gin (panden) where cardinality(panden) > 1;
-- Files that name an address.
create index on entiteit.vermelding (organisatie, sleutel, zicht) where soort = 'adres';
