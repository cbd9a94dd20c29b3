// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "base/fout.hpp"
#include "werk/werklijst/store.hpp"

/// The only HTTP of the room.
namespace damwand::werklijst {
namespace {

using http::Methode;
using poort::Gang;
using poort::Niets;

void eis(std::vector<VeldFout> fouten) {
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.", std::move(fouten));
}
Fout niet_van_u() { return Fout(FoutSoort::verboden, "niet-van-u", "Alleen wie dit maakte, kan dit."); }

/// A list the asker may see; tells the logs. Throws onbekend().
WerklijstKort vind(Gang& gang, const WerklijstId& id) {
    auto gevonden = store::lijsten(gang, id);
    if (gevonden.empty()) throw onbekend();
    gang.sta_toe({"werklijst", id.waarde, gang.wie().organisatie, gevonden[0].zicht});
    gang.onderwerp("werklijst", id.waarde);
    return std::move(gevonden[0].kort);
}

Werklijst toon(Gang& gang, const WerklijstId& id) {
    Werklijst uit;
    static_cast<WerklijstKort&>(uit) = vind(gang, id);
    uit.leden = store::leden(gang, id);
    uit.regels = store::regels(gang, id);
    return uit;
}

Werklijst maak(Gang& gang, const WerklijstNieuw& nieuw) {
    auto vraag = nieuw.vraag;
    vraag.vanaf = {};
    vraag.aantal = Getal<1, 500>{meeste_regels};
    const auto gevonden = kaart::selecteer(gang, vraag);
    const auto vandaag = dag_in_amsterdam(gang.tx().nu());
    const auto over = [&](int jaren) { return Datum{std::chrono::sys_days(vandaag) + std::chrono::days(365 * jaren)}; };
    std::vector<VeldFout> fouten;
    if (gevonden.aantal == 0) fouten.push_back({"/vraag", "werklijst-leeg", "In dit gebied is niets gevonden om door te lopen."});
    if (gevonden.aantal > meeste_regels) fouten.push_back({"/vraag", "werklijst-te-groot", fmt::format("Dit zijn er {}; een werklijst heeft er hoogstens {}. Kies een kleiner gebied of een gebruik.", gevonden.aantal, meeste_regels)});
    if (nieuw.tot && (*nieuw.tot < vandaag || *nieuw.tot > over(2))) fouten.push_back({"/tot", "buiten-bereik", "Een werklijst wordt hoogstens twee jaar bewaard, en ten minste vandaag nog."});
    eis(std::move(fouten));
    const auto id = WerklijstId::nieuw();
    store::maak(gang, id, nieuw, nieuw.tot.value_or(over(1)), gevonden.resultaten);
    gang.gemaakt("/v1/werklijsten/" + id.tekst(), id.waarde);
    return toon(gang, id);
}

Werkregel wijzig(Gang& gang, const WerkregelWijziging& w) {
    const auto lijst = vind(gang, gang.id<WerklijstId>("werklijst")).id;
    auto regel = store::houd(gang, lijst, gang.id<WerkregelId>("regel"));
    gang.eis_gezien(regel.versie);
    std::vector<VeldFout> fouten;
    if (w.stand.aanwezig) {
        if (!w.stand.waarde || std::ranges::find(standen, **w.stand.waarde) == standen.end()) fouten.push_back({"/stand", "onbekend", "Kies een van de uitkomsten."});
        else regel.stand = **w.stand.waarde;
    }
    if (w.bevinding.aanwezig) regel.bevinding = w.bevinding.waarde && !(*w.bevinding.waarde).waarde.empty() ? std::optional<std::string>(**w.bevinding.waarde) : std::nullopt;
    eis(std::move(fouten));
    store::wijzig(gang, regel);
    auto uit = store::houd(gang, lijst, regel.id);
    gang.etag(uit.versie);
    return uit;
}

Werklijst zet_lid(Gang& gang, bool erbij) {
    const auto lijst = vind(gang, gang.id<WerklijstId>("werklijst"));
    if (lijst.door.id != gang.wie().gebruiker) throw niet_van_u();
    if (!store::zet_lid(gang, lijst.id, gang.id<GebruikerId>("gebruiker"), erbij)) throw onbekend();
    return toon(gang, lijst.id);
}

EigenGebied gebied_van(Gang& gang, const EigenGebiedId& id) {
    auto gevonden = store::gebieden(gang, id);
    if (gevonden.empty()) throw onbekend();
    return std::move(gevonden[0]);
}

EigenGebied maak_gebied(Gang& gang, const EigenGebiedNieuw& nieuw) {
    // What it is to be drawn and chosen again is held against what the map takes; nothing of it is asked for yet.
    kaart::keur_gebied(gang, {.gebied = {}, .ringen = nieuw.ringen, .pand = {}}, "");
    const auto id = EigenGebiedId::nieuw();
    store::maak_gebied(gang, id, nieuw);
    gang.gemaakt("/v1/kaart/eigen-gebieden/" + id.tekst(), id.waarde);
    return gebied_van(gang, id);
}

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view samenvatting) {
    return poort::gewone_kop(methode, pad, naam, "kaart.zien", "gebieden-doorlopen", samenvatting, methode == Methode::patch);
}

}  // namespace

std::vector<poort::Route> routes() {
    return {
        poort::route<Niets, poort::Lijst<EigenGebied>>(kop(Methode::get, "/v1/kaart/eigen-gebieden", "eigenGebiedenTonen", "De gebieden die u tekende en bewaarde, en die collega's deelden."),
                                                      [](Gang& gang) { return poort::Lijst<EigenGebied>{.resultaten = store::gebieden(gang, std::nullopt), .volgende = std::nullopt}; }),
        poort::route<EigenGebiedNieuw, EigenGebied>(poort::maakt(kop(Methode::post, "/v1/kaart/eigen-gebieden", "eigenGebiedBewaren", "Bewaart een getekend gebied onder een naam.")), maak_gebied),
        poort::route<Niets, Niets>(kop(Methode::verwijder, "/v1/kaart/eigen-gebieden/{gebied}", "eigenGebiedWeggooien", "Gooit een eigen gebied weg; alleen wie het maakte."),
                                   [](Gang& gang) {
                                       const auto een = gebied_van(gang, gang.id<EigenGebiedId>("gebied"));
                                       if (een.door.id != gang.wie().gebruiker || !store::gooi_gebied_weg(gang, een.id)) throw niet_van_u();
                                   }),
        poort::route<Niets, poort::Lijst<WerklijstKort>>(kop(Methode::get, "/v1/werklijsten", "werklijstenTonen", "De werklijsten die u maakte of waaraan u meewerkt."),
                                                        [](Gang& gang) {
                                                            poort::Lijst<WerklijstKort> uit;
                                                            for (auto& rij : store::lijsten(gang, std::nullopt)) uit.resultaten.push_back(std::move(rij.kort));
                                                            return uit;
                                                        }),
        poort::route<WerklijstNieuw, Werklijst>(poort::maakt(kop(Methode::post, "/v1/werklijsten", "werklijstMaken", "Maakt van alles in een gebied een lijst om door te lopen.")), maak),
        poort::route<Niets, Werklijst>(kop(Methode::get, "/v1/werklijsten/{werklijst}", "werklijstTonen", "Een werklijst met haar regels."),
                                       [](Gang& gang) { return toon(gang, gang.id<WerklijstId>("werklijst")); }),
        poort::route<WerkregelWijziging, Werkregel>(kop(Methode::patch, "/v1/werklijsten/{werklijst}/regels/{regel}", "werkregelWijzigen", "Legt vast wat op een plek werd gezien."), wijzig),
        poort::route<Niets, Werklijst>(kop(Methode::put, "/v1/werklijsten/{werklijst}/leden/{gebruiker}", "werklijstLidToevoegen", "Laat een collega meewerken; alleen wie de lijst maakte."),
                                       [](Gang& gang) { return zet_lid(gang, true); }),
        poort::route<Niets, Werklijst>(kop(Methode::verwijder, "/v1/werklijsten/{werklijst}/leden/{gebruiker}", "werklijstLidVerwijderen", "Laat een collega niet meer meewerken; alleen wie de lijst maakte."),
                                       [](Gang& gang) { return zet_lid(gang, false); }),
        poort::route<Niets, Niets>(kop(Methode::verwijder, "/v1/werklijsten/{werklijst}", "werklijstWeggooien", "Gooit een werklijst weg; alleen wie haar maakte."),
                                   [](Gang& gang) {
                                       const auto lijst = vind(gang, gang.id<WerklijstId>("werklijst"));
                                       if (lijst.door.id != gang.wie().gebruiker || !store::gooi_weg(gang, lijst.id)) throw niet_van_u();
                                   }),
    };
}

}  // namespace damwand::werklijst
