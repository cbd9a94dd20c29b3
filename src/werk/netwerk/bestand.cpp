// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "engine/graph/lijst.hpp"
#include "werk/netwerk/bevragen.hpp"
#include "werk/netwerk/weergave.hpp"

/// A chart as a file for another program: what it may hold, and what it may not (ADR 0052).
namespace damwand::netwerk {
namespace {

/// Kinds that stand for a person. In a file that a machine reads they are numbers.
bool is_iemand(const poort::Gang& gang, const Knoop& knoop) {
    static const std::set<std::string> soorten{"persoon", "telefoon", "email", "rekening"};
    return soorten.contains(knoop.soort) || (knoop.bedrijf && gang.log().betrokkenen.contains(*knoop.bedrijf));
}

/// Whether what this source says may leave: never what is not to be passed on; after consulting its source when somebody was.
bool mag_mee(const Bewijs& b, bool overlegd) { return !b.doorgifte || *b.doorgifte == "vrij" || (*b.doorgifte == "na_overleg" && overlegd); }

std::int32_t dag(Datum d) { return static_cast<std::int32_t>(std::chrono::sys_days(d).time_since_epoch().count()); }

class Bestandsmaker {
  public:
    Bestandsmaker(poort::Gang& gang, const Netwerkbeeld& beeld, bool overlegd) : m_gang(gang), m_beeld(beeld), m_overlegd(overlegd) {
        for (const auto& band : beeld.banden) neem(band);
    }
    [[nodiscard]] const graph::Lijst& lijst() const noexcept { return m_lijst; }
    [[nodiscard]] int weggelaten() const noexcept { return m_weggelaten; }
    [[nodiscard]] int los() const { return static_cast<int>(m_beeld.knopen.size() - m_plek.size()); }

  private:
    std::uint16_t type(std::vector<std::string>& namen, const std::string& naam) {
        const auto plek = std::ranges::find(namen, naam);
        if (plek != namen.end()) return static_cast<std::uint16_t>(plek - namen.begin());
        namen.push_back(naam);
        return static_cast<std::uint16_t>(namen.size() - 1);
    }
    std::uint32_t knoop(const KnoopRef& ref) {
        if (const auto plek = m_plek.find(ref); plek != m_plek.end()) return plek->second;
        const auto& k = *std::ranges::find_if(m_beeld.knopen, [&](const Knoop& een) { return een.soort == ref.soort && een.id == ref.id; });
        graph::Lijstknoop uit{.id = fmt::format("n{}", m_plek.size() + 1), .type = type(m_lijst.knooptypen, k.soort)};
        if (is_iemand(m_gang, k)) {
            uit.naam = fmt::format("{} {}", k.soort, ++m_nummers[k.soort]);
        } else if (k.soort == "signaal" || k.soort == "casus") {
            uit.naam = k.kenmerk.value_or("");  // its title is somebody's own words, and may name people
        } else {
            uit.naam = k.naam;
            if (k.kenmerk) uit.eigenschappen.push_back({"kenmerk", *k.kenmerk});
        }
        m_lijst.knopen.push_back(std::move(uit));
        return m_plek.emplace(ref, static_cast<std::uint32_t>(m_lijst.knopen.size() - 1)).first->second;
    }
    void neem(const Band& band) {
        for (const auto& b : band.bewijs) {
            if (!mag_mee(b, m_overlegd)) {
                ++m_weggelaten;
                continue;
            }
            graph::Lijstband uit{.van = knoop(band.van), .naar = knoop(band.naar), .type = type(m_lijst.bandtypen, band.soort), .id = fmt::format("b{}", m_lijst.banden.size() + 1)};
            if (const auto begin = b.begin ? b.begin : b.peildatum) uit.periode.van = dag(*begin);
            if (const auto eind = b.begin || b.eind ? b.eind : b.peildatum) uit.periode.tot = dag(*eind);
            if (b.bron_betrouwbaarheid) {
                uit.betrouwbaarheid = {.bron = static_cast<std::uint8_t>((*b.bron_betrouwbaarheid)[0] - 'A'), .waarde = static_cast<std::uint8_t>(b.informatie_waarde.value_or(6))};
            } else {
                uit.betrouwbaarheid = {.bron = 0, .waarde = 1};
            }
            uit.eigenschappen.push_back({"herkomst", b.herkomst});
            if (b.dossier) uit.eigenschappen.push_back({"dossier", b.dossier->kenmerk});
            if (b.regime) uit.eigenschappen.push_back({"regime", *b.regime});
            if (b.doorgifte) uit.eigenschappen.push_back({"doorgifte", *b.doorgifte});
            m_lijst.banden.push_back(std::move(uit));
        }
    }

    poort::Gang& m_gang;
    const Netwerkbeeld& m_beeld;
    bool m_overlegd;
    graph::Lijst m_lijst;
    std::map<KnoopRef, std::uint32_t> m_plek;
    std::map<std::string, int> m_nummers;
    int m_weggelaten = 0;
};

}  // namespace

Bestand maak_bestand(poort::Gang& gang, const Diensten& diensten, const Bestandvraag& vraag) {
    static const std::map<std::string, graph::Formaat, std::less<>> formaten{{"graphml", graph::Formaat::graphml}, {"csv", graph::Formaat::csv}};
    const auto formaat = formaten.find(*vraag.vorm);
    if (formaat == formaten.end()) entiteit::eis_geen({{"/vorm", "onbekend", "Kies GraphML of CSV."}});
    const auto beeld = toon(gang, diensten, refs(vraag.knopen), vraag.filter);
    if (static_cast<int>(gang.log().betrokkenen.size()) > meeste_personen) {
        entiteit::eis_geen({{"/knopen", "te-veel-personen", "Op één blad staan hoogstens vijftig personen en bedrijven. Verberg er een deel van."}});
    }
    const Bestandsmaker maker(gang, beeld, entiteit::tekst_van(vraag.overleg).has_value());
    std::ostringstream inhoud;
    graph::schrijf(inhoud, formaat->second, maker.lijst());
    const auto kenmerk = gang.tx().wie().operatie.tekst();
    return {.naam = fmt::format("netwerk-{}.{}", kenmerk.substr(0, 8), *vraag.vorm),
            .inhoud = std::move(inhoud).str(),
            .kenmerk = kenmerk,
            .bronnen_weggelaten = maker.weggelaten(),
            .onderdelen_weggelaten = maker.los()};
}

}  // namespace damwand::netwerk
