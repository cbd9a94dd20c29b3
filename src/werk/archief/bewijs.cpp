// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <set>

#include "werk/archief/uitvoeren.hpp"

namespace damwand::archief {

std::vector<Vindplaats> bewijs(db::Pool& beheer, const documenten::Opslag& opslag, const Vernietigingsboek& boek, OrganisatieId organisatie, const Uuid& dossier) {
    std::vector<Vindplaats> uit;
    std::set<Uuid> ids{dossier};
    std::int64_t regels = 0;
    for (const auto& r : boek.lees().regels) {
        if (r.dossier.organisatie != organisatie || (r.dossier.id != dossier && r.bij != dossier)) continue;
        ids.insert(r.dossier.id);
        ++regels;
    }
    uit.push_back({"vernietigingsboek", regels, regels > 0, regels > 0 ? "hier hoort het te staan" : "er staat niet dat dit is vernietigd"});

    std::string een_van;
    for (const auto& id : ids) een_van += (een_van.empty() ? "" : "|") + id.tekst();
    db::Transactie tx(beheer, {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    for (const auto rij : tx.doe("select v.schema, v.tabel, coalesce((select string_agg(format('t.%I', k.attname), ',' order by k.attnum) from pg_attribute k "
                                 "where k.attrelid = format('%I.%I', v.schema, v.tabel)::regclass and k.attnum > 0 and not k.attisdropped "
                                 "and k.atttypid in ('text'::regtype, 'varchar'::regtype, 'json'::regtype, 'jsonb'::regtype)), '') as teksten "
                                 "from archief.vergeetregel v order by v.schema, v.tabel")) {
        const auto schema = rij.veld<std::string>("schema");
        const auto tabel = schema + "." + rij.veld<std::string>("tabel");
        // The name comes from our own list, never from outside; the ids travel as a value.
        const auto telling = [&](std::string_view ook) {
            return tx.een(fmt::format("select count(*) as n from {} t where t.organisatie = $2 and t::text ~ $1{}", tabel, ook), een_van, organisatie)[0].veld<std::int64_t>("n");
        };
        const auto n = telling("");
        if (schema != "logboek") {
            uit.push_back({tabel, n, n == 0, ""});
            continue;
        }
        const auto teksten = rij.veld<std::string>("teksten");
        const auto vreemd = n == 0 || teksten.empty() ? 0 : telling(fmt::format(" and concat_ws(' ', {}) !~ '^[A-Za-z0-9:. _-]*$'", teksten));
        uit.push_back({tabel, n, vreemd == 0, vreemd == 0 ? "alleen ids en codes" : fmt::format("{} regels met meer dan ids en codes", vreemd)});
    }
    std::int64_t sleutels = 0;
    std::int64_t mappen = 0;
    for (const auto& id : ids) {
        const documenten::Dossier d{organisatie, "", id};
        sleutels += opslag.sleutels().heeft(d) ? 1 : 0;
        mappen += opslag.heeft(d) ? 1 : 0;
    }
    uit.push_back({"sleutels", sleutels, sleutels == 0, ""});
    uit.push_back({"bestanden", mappen, mappen == 0, ""});
    return uit;
}

}  // namespace damwand::archief
