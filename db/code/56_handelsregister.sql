-- SPDX-License-Identifier: EUPL-1.2
-- The Handelsregister: what it is searched by.
set local role eigenaar;

-- Every name of every company and establishment there is or was; kvk_nummer leads to register.bedrijf (id).
create or replace view register.bedrijfsnaam with (security_invoker) as
    select o.kvk_nummer, null::bigint as vestigingsnummer, o.naam, o.handelsnamen, o.statutaire_naam, o.tot is null as huidig, o.van, o.adres, o.natuurlijk
      from register.onderneming o
    union all
    select v.kvk_nummer, v.vestigingsnummer, v.naam, v.handelsnamen, null, v.tot is null, v.van, v.adres, coalesce(o.natuurlijk, true)
      from register.vestiging v left join register.onderneming o on o.kvk_nummer = v.kvk_nummer and o.tot is null;
grant select on register.bedrijfsnaam to toepassing, lader;
