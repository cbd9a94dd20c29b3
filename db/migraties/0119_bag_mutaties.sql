-- SPDX-License-Identifier: EUPL-1.2
-- A day of mutations derives anew what it touched only (ADR 0060), and finds that by index.
set local role eigenaar;
-- Which objects had an address: the current ones are indexed already.
do $$
declare
    tabel text;
begin
    foreach tabel in array array['verblijfsobject_historie', 'ligplaats_historie', 'standplaats_historie'] loop
        execute format('create index on register.%I (hoofdadres)', tabel);
        execute format('create index on register.%I using gin (nevenadressen) where nevenadressen is not null', tabel);
    end loop;
end $$;
-- Companies that another address could tie.
create index on register.onderneming (kvk_nummer) where adres is null and koppeling in ('onbekend', 'meer');
create index on register.vestiging (vestigingsnummer) where adres is null and koppeling in ('onbekend', 'meer');
