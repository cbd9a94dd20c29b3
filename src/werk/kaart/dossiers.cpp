// SPDX-License-Identifier: EUPL-1.2
#include "werk/kaart/bevragen.hpp"
#include "werk/kaart/store.hpp"

/// Signalen and casussen on the map: read under the rights of the asker, and told to the logs by their ids.
namespace damwand::kaart {
namespace {

constexpr int meeste_dossiers = 2000;

/// Where to look: an outline in RD, or the addresses of a building.
struct Waar {
    std::optional<std::string> vlak;
    std::optional<std::vector<std::string>> adressen;
};

Waar lees_waar(poort::Gang& gang, const Plekvraag& v) {
    if (!v.waar) return {};
    std::vector<VeldFout> fouten;
    keur(*v.waar, "/waar", fouten);
    eis(std::move(fouten));
    if (v.waar->pand) return {.vlak = {}, .adressen = registers::adressen_in_pand(gang.tx(), **v.waar->pand)};
    return {.vlak = store::vlak(gang.tx(), *v.waar, store::dag(gang.tx(), {})), .adressen = {}};
}

/// Gives each its address and point; what has no point there is left out. `zet(een, adres, punt)` makes the row.
template <class Plek, class F>
void plaats(poort::Gang& gang, const Waar& waar, std::vector<Plek> alle, const F& zet) {
    std::vector<std::string> adressen;
    for (const auto& een : alle) adressen.push_back(een.nummeraanduiding);
    const auto punten = registers::punten_van_adressen(gang.tx(), adressen, waar.vlak);
    const auto namen = registers::zoek_adressen(gang.tx(), adressen);
    for (auto& een : alle) {
        const auto plek = punten.find(een.nummeraanduiding);
        if (plek == punten.end()) continue;
        gang.raakt(een.id.waarde);
        const auto naam = namen.find(een.nummeraanduiding);
        zet(een, naam == namen.end() ? std::string{} : naam->second.weergave, plek->second);
    }
}

}  // namespace

SignalenOpKaart signalen(poort::Gang& gang, const Plekvraag& v) {
    const auto waar = lees_waar(gang, v);
    auto alle = signaal::plekken(gang, meeste_dossiers + 1, waar.adressen);
    SignalenOpKaart uit{.afgekapt = alle.size() > meeste_dossiers, .resultaten = {}};
    if (uit.afgekapt) alle.pop_back();
    plaats(gang, waar, std::move(alle), [&](signaal::SignaalPlek& s, std::string adres, KaartPunt punt) {
        if (s.casus) gang.raakt(s.casus->waarde);
        uit.resultaten.push_back({.id = s.id, .kenmerk = std::move(s.kenmerk), .titel = std::move(s.titel), .status = std::move(s.status), .thema = std::move(s.thema), .casus = s.casus,
                                  .nummeraanduiding = s.nummeraanduiding, .adres = std::move(adres), .punt = punt});
    });
    return uit;
}

CasussenOpKaart casussen(poort::Gang& gang, const Plekvraag& v) {
    const auto waar = lees_waar(gang, v);
    auto alle = casus::plekken(gang, meeste_dossiers + 1, waar.adressen);
    CasussenOpKaart uit{.afgekapt = alle.size() > meeste_dossiers, .resultaten = {}};
    if (uit.afgekapt) alle.pop_back();
    plaats(gang, waar, std::move(alle), [&](casus::CasusPlek& c, std::string adres, KaartPunt punt) {
        uit.resultaten.push_back({.id = c.id, .kenmerk = std::move(c.kenmerk), .werknaam = std::move(c.werknaam), .fase = std::move(c.fase), .nummeraanduiding = c.nummeraanduiding,
                                  .adres = std::move(adres), .punt = punt});
    });
    return uit;
}

Signaaltellingen tel_signalen(poort::Gang& gang, const Telvraag& v) {
    eis_soort(v.soort);
    std::vector<std::string> adressen;
    std::vector<int> aantallen;
    for (auto& a : signaal::tel_per_adres(gang)) {
        adressen.push_back(std::move(a.nummeraanduiding));
        aantallen.push_back(a.aantal);
    }
    Signaaltellingen uit;
    for (auto& s : store::tel_in_gebieden(gang.tx(), *v.soort, adressen, aantallen, store::dag(gang.tx(), v.peildatum)))
        uit.resultaten.push_back({std::move(s.code), s.aantal >= kleinste_aantal ? std::optional(s.aantal) : std::nullopt});
    return uit;
}

}  // namespace damwand::kaart
