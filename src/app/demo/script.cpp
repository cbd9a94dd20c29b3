// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/script.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "app/demo/wereld.hpp"

namespace damwand::app::demo {

namespace bj = boost::json;
using http::Methode;

Script::Script(Verteller& verteller, const Kalender& kalender)
    : m_verteller(verteller), m_kalender(kalender), m_losse(open_seinen()), m_verhalen(grote_casussen()) {
    for (auto deel : {afgewezen_seinen(), gedane_seinen()}) m_losse.insert(m_losse.end(), deel.begin(), deel.end());
    for (auto& deel : {lopende_casussen(), afgelopen_casussen()})
        m_verhalen.insert(m_verhalen.end(), deel.begin(), deel.end());
    int oudste = 0;
    const auto kijk = [&](const Sein& s) { oudste = std::max(oudste, s.dag); };
    std::for_each(m_losse.begin(), m_losse.end(), kijk);
    for (const auto& c : m_verhalen) std::for_each(c.seinen.begin(), c.seinen.end(), kijk);
    m_vooraf = m_kalender.om(oudste + 7, 0);
}

Script::~Script() = default;

void Script::zoek_op() {
    const auto collegas = m_verteller.roep_als(m_vooraf, "coordinator", Methode::get, "/v1/collegas");
    for (const auto& m : medewerkers()) {
        for (const auto& c : collegas.at("resultaten").as_array()) {
            if (c.at("naam").as_string() == m.naam)
                m_gebruikers[std::string(m.gebruikersnaam)] = c.at("id").as_string();
        }
    }
    const auto zoek = [&](const Sein& s) { zoek_adres(s.adres); };
    std::for_each(m_losse.begin(), m_losse.end(), zoek);
    for (const auto& c : m_verhalen) std::for_each(c.seinen.begin(), c.seinen.end(), zoek);
}

void Script::zoek_adres(std::string_view adres) {
    if (adres.empty() || adres[0] == '~' || m_adressen.contains(adres)) return;
    const auto komma = adres.find(", ");
    const std::string straat_en_nummer(adres.substr(0, komma));
    const std::string plaats(komma == std::string_view::npos ? "Damstede" : adres.substr(komma + 2));
    const auto gevonden = m_verteller.roep_als(m_vooraf, "analist", Methode::post, "/v1/adressen/_zoek",
                                               bj::object{{"tekst", straat_en_nummer + " " + plaats}, {"aantal", 20}});
    for (const auto& a : gevonden.at("resultaten").as_array()) {
        const std::string_view weergave = a.at("weergave").as_string();
        if (a.at("actief").as_bool() && a.at("woonplaats").as_string() == plaats &&
            weergave.starts_with(straat_en_nummer + ",")) {
            m_adressen[std::string(adres)] = a.at("nummeraanduiding").as_string();
            return;
        }
    }
    throw std::runtime_error(fmt::format("the story happens at {}, which Damstede does not have", adres));
}

void Script::schrijf() {
    zoek_op();
    // Casussen first: what doubles a signaal points at one that has a name by then.
    for (const auto& c : m_verhalen) casus(c);
    for (const bool dubbel : {false, true}) {
        for (const auto& s : m_losse) {
            if ((s.lot == "dubbel") == dubbel) sein(s);
        }
    }
    verzoek();
    overleg();
    tussendoor();
}

}  // namespace damwand::app::demo
