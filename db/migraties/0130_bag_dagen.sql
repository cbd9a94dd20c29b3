-- SPDX-License-Identifier: EUPL-1.2
-- What begins or ends on a day is found by index after mutations, instead of by going through the tables (ADR 0064). Few rows: of what stands, that of which the end is known;
-- of the rest, what nobody took back or replaced.
set local role eigenaar;
do $$
declare
    tabel text;
begin
    foreach tabel in array array['woonplaats', 'openbare_ruimte', 'nummeraanduiding', 'verblijfsobject', 'ligplaats', 'standplaats', 'pand'] loop
        execute format('create index on register.%I (eind_geldigheid) where eind_geldigheid is not null', tabel);
        execute format('create index on register.%I (begin_geldigheid) where bestandsoort = 1 and eind_registratie is null and tijdstip_eind_registratie_lv is null
                           and tijdstip_inactief is null and tijdstip_inactief_lv is null and tijdstip_niet_bag_lv is null', tabel || '_historie');
    end loop;
end $$;
