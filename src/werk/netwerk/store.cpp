// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/store.hpp"

#include <charconv>

namespace damwand::netwerk::store {

/// What fills the graph.
namespace {

std::int64_t geheel(std::string_view tekst) {
    std::int64_t uit = 0;
    std::from_chars(tekst.data(), tekst.data() + tekst.size(), uit);
    return uit;
}

/// The next field of a line of COPY (text format; no field here holds a tab or a backslash but as \N).
std::string_view volgende(std::string_view& regel) {
    const auto einde = std::min(regel.find('\t'), regel.size());
    const auto uit = regel.substr(0, einde);
    regel.remove_prefix(std::min(einde + 1, regel.size()));
    return uit;
}

db::Parameter welke(const std::optional<std::vector<Uuid>>& rijen) { return rijen ? db::parameter(*rijen) : db::Parameter{}; }

}  // namespace

Wijzigingen wijzigingen(db::Transactie& tx, const std::string& vanaf) {
    const auto gevonden = tx.een("select stand, nummers, rijen from netwerk.wijzigingen($1)", vanaf);
    const auto rij = gevonden[0];
    const auto nummers = rij.veld<std::vector<std::string>>("nummers"), rijen = rij.veld<std::vector<std::string>>("rijen");
    Wijzigingen uit{.stand = rij.veld<std::string>("stand"), .rijen = {}};
    for (std::size_t i = 0; i < nummers.size(); ++i) uit.rijen.emplace(geheel(nummers[i]), Uuid::lees(rijen[i]).value());
    return uit;
}

std::vector<Knooprij> knopen(db::Transactie& tx, const std::optional<std::vector<Uuid>>& rijen) {
    std::vector<Knooprij> uit;
    for (const auto rij : tx.doe("select organisatie, rij, soort, knoop, zicht, dossier_soort from netwerk.lees_knopen($1::uuid[])", welke(rijen))) {
        uit.push_back({.organisatie = rij.veld<OrganisatieId>("organisatie"),
                       .rij = rij.veld<Uuid>("rij"),
                       .knoop = {rij.veld<std::string>("soort"), rij.veld<std::string>("knoop")},
                       .zicht = rij.veld<int>("zicht"),
                       .dossier_soort = rij.veld<std::string>("dossier_soort")});
    }
    return uit;
}

std::vector<Bandrij> banden(db::Transactie& tx, const std::optional<std::vector<Uuid>>& rijen) {
    std::vector<Bandrij> uit;
    for (const auto rij : tx.doe("select organisatie, rij, soort, van_soort, van, naar_soort, naar, zicht, dossier_soort, begin, eind, bron_betrouwbaarheid, informatie_waarde"
                                 "  from netwerk.lees_banden($1::uuid[])", welke(rijen))) {
        uit.push_back({.organisatie = rij.veld<OrganisatieId>("organisatie"),
                       .rij = rij.veld<Uuid>("rij"),
                       .soort = rij.veld<std::string>("soort"),
                       .van = {rij.veld<std::string>("van_soort"), rij.veld<std::string>("van")},
                       .naar = {rij.veld<std::string>("naar_soort"), rij.veld<std::string>("naar")},
                       .zicht = rij.veld<int>("zicht"),
                       .dossier_soort = rij.veld<std::string>("dossier_soort"),
                       .begin = rij.veld<std::optional<Datum>>("begin"),
                       .eind = rij.veld<std::optional<Datum>>("eind"),
                       .bron = rij.veld<std::string>("bron_betrouwbaarheid")[0],
                       .waarde = rij.veld<int>("informatie_waarde")});
    }
    return uit;
}

std::string registerstand(db::Transactie& tx) {
    return tx.een("select concat_ws('.', (select max(id) from register.lading), (select max(id) from register.kvk_lading)) as stand")[0].veld<std::string>("stand");
}

void registerbanden(db::Transactie& tx, const std::function<void(const Registerrij&)>& neem) {
    auto& v = tx.verbinding();
    v.kopieer_uit("copy (select 0, lpad(a.nummeraanduiding::text, 16, '0'), lpad(p::text, 16, '0'), null::date, null::date"
                  "        from register.adres a join register.verblijfsobject o on o.identificatie = a.object cross join unnest(o.panden) p where a.actief"
                  "      union all"
                  "      select distinct 1, lpad(e.vestigingsnummer::text, 12, '0'), b.id::text, null::date, null::date"
                  "        from register.vestiging e join register.bedrijf b on b.kvk_nummer = e.kvk_nummer"
                  "      union all"
                  "      select 2, lpad(e.vestigingsnummer::text, 12, '0'), lpad(e.adres::text, 16, '0'), e.van, e.tot from register.vestiging e where e.adres is not null"
                  "      union all"
                  "      select 3, b.id::text, lpad(o.adres::text, 16, '0'), o.van, o.tot"
                  "        from register.onderneming o join register.bedrijf b on b.kvk_nummer = o.kvk_nummer where o.adres is not null) to stdout");
    while (const auto regel = v.volgende_kopie()) {
        auto over = *regel;
        while (!over.empty() && over.back() == '\n') over.remove_suffix(1);
        Registerrij rij;
        rij.soort = static_cast<Registerband>(geheel(volgende(over)));
        rij.van = volgende(over);
        rij.naar = volgende(over);
        rij.begin = lees_datum(volgende(over));
        rij.eind = lees_datum(volgende(over));
        neem(rij);
    }
}

}  // namespace damwand::netwerk::store
