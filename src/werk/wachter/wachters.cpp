// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "werk/casus/casus.hpp"
#include "werk/wachter/handelingen.hpp"
#include "werk/wachter/lopen.hpp"

/// Watchers: saved, shown, put to sleep, thrown away.
namespace damwand::wachter {
namespace {

Fout niet_van_u() { return Fout(FoutSoort::verboden, "niet-van-u", "Alleen wie deze wachter maakte, kan dit."); }

bool kent_alles(poort::Gang& gang, const netwerk::Diensten& diensten, const store::Suggestierij& rij) {
    std::vector<netwerk::KnoopRef> leden;
    for (const auto& lid : rij.leden) leden.push_back({lid.soort, lid.id});
    return diensten.geheugen != nullptr && netwerk::kent(*diensten.geheugen, netwerk::kijker_van(gang), leden);
}

/// With the names of their casussen, as the asker may know them.
std::vector<WachterKort> noem(poort::Gang& gang, std::vector<store::Wachterrij> rijen) {
    std::vector<CasusId> ids;
    for (const auto& rij : rijen) {
        if (rij.casus) ids.push_back(*rij.casus);
    }
    const auto casussen = casus::lees_kort(gang, ids);
    std::vector<WachterKort> uit;
    for (auto& rij : rijen) {
        if (rij.casus) {
            const auto c = std::ranges::find(casussen, *rij.casus, &casus::CasusKort::id);
            if (c == casussen.end()) continue;
            gang.raakt(c->id.waarde);
            rij.kort.casus = WachterCasus{c->id, c->kenmerk, c->werknaam};
        }
        uit.push_back(std::move(rij.kort));
    }
    return uit;
}

/// A watcher the asker may know of; tells the logs. Throws onbekend().
WachterKort vind(poort::Gang& gang, const WachterId& id) {
    auto rijen = store::wachters(gang, id);
    if (rijen.empty()) throw onbekend();
    if (rijen[0].zicht) gang.sta_toe({"wachter", id.waarde, gang.wie().organisatie, *rijen[0].zicht});
    gang.onderwerp("wachter", id.waarde);
    auto uit = noem(gang, std::move(rijen));
    if (uit.empty()) throw onbekend();
    return std::move(uit[0]);
}

void controleer(const WachterNieuw& n) {
    std::vector<VeldFout> fouten;
    const auto* vorm = vorm_van(*n.vorm);
    bool personen = false;
    if (*n.vorm == eigen) {
        if (!n.patroon) fouten.push_back({"/patroon", "ontbreekt", "Stel het patroon samen."});
        else keur(*n.patroon, "/patroon", fouten);
        personen = n.patroon && over_personen(*n.patroon);
    } else if (vorm == nullptr) fouten.push_back({"/vorm", "onbekend", "Kies een van de vormen."});
    else {
        personen = !zonder_personen(*vorm);
        if (n.patroon) fouten.push_back({"/patroon", "onbekend-veld", "Een patroon hoort bij de vorm eigen."});
    }
    if (!n.casus && personen) fouten.push_back({"/casus", "personen-zonder-casus", "Dit gaat over personen. Kies de casus waarvoor het nodig is."});
    if (n.casus && !entiteit::tekst_van(n.grond)) fouten.push_back({"/grond", "ontbreekt", "Zeg waarom het voor deze casus nodig is om naar personen te kijken."});
    if (!n.casus && n.grond) fouten.push_back({"/grond", "zonder-casus", "Een grond hoort bij een casus."});
    entiteit::eis_geen(std::move(fouten));
}

/// Runs one's own watcher now, when it is on.
void loop_nu(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id) {
    const auto opdracht = store::opdracht(gang.tx(), id);
    if (!opdracht) return;
    const auto verslag = loop(gang.tx(), *diensten.geheugen, store::kijker(gang.tx()), *opdracht);
    if (verslag.mist > 0 && diensten.incident) diensten.incident(gang.wie().organisatie, gang.tx().wie().operatie, verslag.mist);
    for (const auto& dossier : verslag.dossiers) gang.raakt(dossier);
    for (const auto& persoon : verslag.personen) gang.raakt_persoon(persoon);
}

/// Where it is, with everything that is shown of it read again for the asker.
PatroonPlekken zoek_nu(poort::Gang& gang, const netwerk::Diensten& diensten, const Vorm& vorm, const netwerk::Patroon& patroon, const std::optional<std::string>& slechtste,
                       const std::optional<Uuid>& casus) {
    constexpr std::size_t meeste_getoond = 50;
    const auto gevonden = zoek(gang.tx(), *diensten.geheugen, netwerk::kijker_van(gang), patroon, slechtste, casus, netwerk::zolang_iemand_wacht(gang));
    if (gevonden.mist > 0) {
        if (diensten.incident) diensten.incident(gang.wie().organisatie, gang.tx().wie().operatie, gevonden.mist);
        throw Fout(FoutSoort::niet_beschikbaar, "netwerk-onzeker", "Het netwerk klopt op dit moment niet met de dossiers. Probeer het over een minuut opnieuw; de privacy officer krijgt bericht.");
    }
    PatroonPlekken uit{.aantal = static_cast<int>(gevonden.vondsten.size()), .vol = gevonden.vol, .plekken = {}, .beeld = {}};
    std::set<netwerk::KnoopRef> knopen;
    for (const auto& vondst : gevonden.vondsten) {
        if (uit.plekken.size() == meeste_getoond) break;
        auto& plek = uit.plekken.emplace_back();
        for (std::size_t i = 0; i < vondst.leden.size(); ++i) plek.leden.push_back({vorm.rollen[i].naam, vondst.leden[i].soort, vondst.leden[i].id});
        knopen.insert(vondst.leden.begin(), vondst.leden.end());
    }
    // It tells the logs what it shows; a place that is only counted is in no answer.
    uit.beeld = netwerk::toon(gang, diensten, {knopen.begin(), knopen.end()}, std::nullopt);
    // What went while we looked is no place any more.
    std::erase_if(uit.plekken, [&](const PatroonPlek& plek) {
        return !std::ranges::all_of(plek.leden, [&](const SuggestieLid& lid) {
            return std::ranges::any_of(uit.beeld.knopen, [&](const netwerk::Knoop& k) { return k.soort == lid.soort && k.id == lid.id; });
        });
    });
    return uit;
}

}  // namespace

std::vector<WachterKort> lijst(poort::Gang& gang) { return noem(gang, store::wachters(gang, std::nullopt)); }

Wachterbeeld toon(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id) {
    constexpr int meeste = 200;
    Wachterbeeld uit;
    static_cast<WachterKort&>(uit) = vind(gang, id);
    uit.open = 0;
    for (const auto& rij : store::suggesties(gang, id, std::nullopt, meeste)) {
        if (!kent_alles(gang, diensten, rij)) continue;
        uit.open += rij.kort.staat == "open" ? 1 : 0;
        uit.suggesties.push_back(rij.kort);
    }
    return uit;
}

Wachterbeeld maak(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterNieuw& nieuw) {
    controleer(nieuw);
    std::optional<int> zicht;
    if (nieuw.casus) {
        if (!gang.wie().heeft("casus.lezen")) throw onbekend();
        zicht = casus::grijp(gang, *nieuw.casus).zicht;
        gang.casus(nieuw.casus->waarde);
    }
    const auto id = WachterId::nieuw();
    store::maak(gang, id, nieuw, nieuw.dagen ? **nieuw.dagen : nieuw.patroon ? Vorm{}.dagen : vorm_van(*nieuw.vorm)->dagen, zicht);
    loop_nu(gang, diensten, id);
    gang.gemaakt("/v1/netwerk/wachters/" + id.tekst(), id.waarde);
    return toon(gang, diensten, id);
}

Wachterbeeld zet_aan(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id, bool aan) {
    const auto w = vind(gang, id);
    if (w.door.id != gang.wie().gebruiker || !store::zet_aan(gang, id, aan)) throw niet_van_u();
    if (aan) loop_nu(gang, diensten, id);
    return toon(gang, diensten, id);
}

void gooi_weg(poort::Gang& gang, const WachterId& id) {
    const auto w = vind(gang, id);
    if (w.door.id != gang.wie().gebruiker || !store::gooi_weg(gang, id)) throw niet_van_u();
}

PatroonPlekken plekken(poort::Gang& gang, const netwerk::Diensten& diensten, const PatroonVraag& vraag) {
    std::vector<VeldFout> fouten;
    keur(vraag.patroon, "/patroon", fouten);
    if (fouten.empty() && over_personen(vraag.patroon)) {
        fouten.push_back({"/patroon/onderdelen", "personen-zonder-casus", "Een patroon over personen zoekt u vanuit een bewaard patroon, met de casus en de grond erbij."});
    }
    entiteit::eis_geen(std::move(fouten));
    const auto vorm = eigen_vorm(vraag.patroon);
    return zoek_nu(gang, diensten, vorm, patroon_van(vorm, vraag.dagen ? **vraag.dagen : vorm.dagen, false), entiteit::tekst_van(vraag.betrouwbaarheid), std::nullopt);
}

PatroonPlekken plekken(poort::Gang& gang, const netwerk::Diensten& diensten, const WachterId& id) {
    const auto w = vind(gang, id);
    if (w.casus && !w.waakt) throw Fout(FoutSoort::verboden, "geen-recht", "Wie dit patroon bewaarde mag dit niet meer zien, of de casus is dicht.");
    if (w.casus) gang.casus(w.casus->id.waarde);
    const auto vorm = store::vorm_van({id, w.vorm, w.naam, w.patroon, w.dagen, w.betrouwbaarheid, std::nullopt});
    if (!vorm) throw onbekend();
    return zoek_nu(gang, diensten, *vorm, patroon_van(*vorm, w.dagen, w.casus.has_value()), w.betrouwbaarheid, w.casus ? std::optional(w.casus->id.waarde) : std::nullopt);
}

std::vector<SuggestieKort> open_voor(poort::Gang& gang, const netwerk::Diensten& diensten, int hoogstens) {
    std::vector<SuggestieKort> uit;
    if (diensten.geheugen == nullptr || !gang.wie().heeft("netwerk.zien")) return uit;
    for (auto& rij : store::suggesties(gang, std::nullopt, std::nullopt, hoogstens)) {
        if (kent_alles(gang, diensten, rij)) uit.push_back(std::move(rij.kort));
    }
    return uit;
}

}  // namespace damwand::wachter
