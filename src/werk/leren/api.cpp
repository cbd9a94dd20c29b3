// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/leren/store.hpp"

namespace damwand::leren {
namespace {

using http::Methode;
using poort::Gang;
using poort::gewone_kop;
using poort::Niets;

/// The casus for looking back: held still, also in the archive, where nothing of the file itself changes.
casus::Greep neem(Gang& gang) {
    auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    if (!kan_evalueren(greep.fase)) {
        throw Fout(FoutSoort::botsing, "nog-niet-afgerond", "Terugkijken kan als de casus in afronding is of in het archief ligt.");
    }
    return greep;
}

Evaluatie lees(Gang& gang, const casus::Greep& greep) {
    auto uit = store::evaluatie(gang, greep);
    uit.kan = kan_evalueren(greep.fase);
    uit.effecten = store::effecten(gang, greep);
    uit.lessen = store::voorstellen(gang, greep, std::nullopt);
    gang.etag(uit.versie);
    return uit;
}

Evaluatie toon(Gang& gang) { return lees(gang, casus::houd_stil(gang, gang.id<CasusId>("id"))); }

Evaluatie evalueer(Gang& gang, const EvaluatieNieuw& nieuw) {
    const auto greep = neem(gang);
    gang.tx().doe("select pg_advisory_xact_lock(hashtextextended('leren.evaluatie/' || $1::text, 0))", greep.id);
    gang.eis_gezien(store::evaluatie(gang, greep).versie);
    std::vector<VeldFout> fouten;
    for (std::size_t i = 0; i < nieuw.effecten.size(); ++i) {
        const auto& e = nieuw.effecten[i];
        if (!is_effect(*e.effect)) fouten.push_back({fmt::format("/effecten/{}/effect", i), "onbekende-code", "Kies iets uit de lijst."});
        else if (!store::zet_effect(gang, greep, e)) fouten.push_back({fmt::format("/effecten/{}/interventie", i), "niet-gevonden", "Deze interventie staat niet in de casus, of u mag haar niet zien."});
    }
    entiteit::eis_geen(std::move(fouten));
    store::zet_evaluatie(gang, greep, nieuw);
    return lees(gang, greep);
}

void controleer(Gang& gang, const LesvoorstelNieuw& nieuw) {
    std::vector<VeldFout> fouten;
    entiteit::Codetoets codes;
    codes.eis("thema", *nieuw.thema, "/thema");
    for (std::size_t i = 0; i < nieuw.instrumenten.size(); ++i) codes.eis("interventietype", *nieuw.instrumenten[i], fmt::format("/instrumenten/{}", i));
    codes.toets(gang, fouten);
    if (nieuw.instrumenten.size() > 10) fouten.push_back({"/instrumenten", "te-veel", "Kies hoogstens tien instrumenten."});
    entiteit::eis_geen(std::move(fouten));
}

Lesvoorstel een(Gang& gang, const casus::Greep& greep, const LesvoorstelId& id) {
    auto gevonden = store::voorstellen(gang, greep, id);
    if (gevonden.size() != 1) throw onbekend();
    gang.etag(gevonden.front().versie);
    return std::move(gevonden.front());
}
/// The proposal of the path as it is now, held until the end of the transaction.
Lesvoorstel haal(Gang& gang, const casus::Greep& greep) {
    const auto id = gang.id<LesvoorstelId>("les");
    gang.tx().doe("select pg_advisory_xact_lock(hashtextextended('leren.lesvoorstel/' || $1::text, 0))", id);
    return een(gang, greep, id);
}
void eis_niet_gedeeld(const Lesvoorstel& v) {
    if (v.staat == "gedeeld") throw Fout(FoutSoort::botsing, "les-al-gedeeld", "Deze les is al gedeeld. Schrijf een nieuwe als er iets anders moet staan.");
}

Lesvoorstel leg_voor(Gang& gang, const LesvoorstelNieuw& nieuw) {
    const auto greep = neem(gang);
    controleer(gang, nieuw);
    const auto id = LesvoorstelId::nieuw();
    store::maak_voorstel(gang, greep, id, nieuw);
    gang.gemaakt(fmt::format("/v1/casussen/{}/lessen/{}", greep.id.tekst(), id.tekst()), id.waarde);
    return een(gang, greep, id);
}

Lesvoorstel wijzig(Gang& gang, const LesvoorstelNieuw& nieuw) {
    const auto greep = neem(gang);
    const auto was = haal(gang, greep);
    gang.eis_gezien(was.versie);
    eis_niet_gedeeld(was);
    controleer(gang, nieuw);
    store::wijzig_voorstel(gang, was.id, nieuw);
    return een(gang, greep, was.id);
}

Lesvoorstel besluit(Gang& gang, const LesvoorstelBesluit& b) {
    const auto greep = neem(gang);
    const auto was = haal(gang, greep);
    gang.eis_gezien(was.versie);
    if (was.staat != "voorgelegd") throw Fout(FoutSoort::botsing, "les-besloten", "Over deze les is al besloten. Bekijk haar opnieuw.");
    // Whoever wrote it knows too well whom it is about to see what others would recognise.
    if (was.door.id == gang.wie().gebruiker) throw Fout(FoutSoort::botsing, "eigen-les", "Een ander leest uw les na op wat herleidbaar is.");
    std::vector<VeldFout> fouten;
    const bool delen = *b.besluit == "gedeeld";
    if (!delen && *b.besluit != "teruggegeven") fouten.push_back({"/besluit", "onbekende-code", "Kies iets uit de lijst."});
    if (!b.reden && !delen) fouten.push_back({"/reden", "ontbreekt", "Schrijf op wat er anders moet."});
    if (!b.reden && delen && !was.herkenbaar.empty()) fouten.push_back({"/reden", "ontbreekt", "De les bevat woorden die in de casus voorkomen. Schrijf op waarom zij toch niet herleidbaar is."});
    entiteit::eis_geen(std::move(fouten));
    store::besluit(gang, was.id, b);
    if (delen) store::maak_les(gang, was);
    return een(gang, greep, was.id);
}

poort::Lijst<Les> toon_lessen(Gang& gang) { return {.resultaten = store::lessen(gang), .volgende = {}}; }

void trek_in(Gang& gang, const LesIntrekking& in) {
    if (!store::wis_les(gang, in.les)) throw onbekend();
}

}  // namespace

std::vector<poort::Route> routes() {
    using poort::route;
    constexpr std::string_view behandelen = "casus-behandelen";
    constexpr std::string_view verbeteren = "aanpak-verbeteren";
    constexpr std::string_view schrijven = "casus.schrijven";
    return {
        route<Niets, Evaluatie>(gewone_kop(Methode::get, "/v1/casussen/{id}/evaluatie", "evaluatieTonen", "casus.lezen", behandelen, "Hoe op de casus is teruggekeken, en de lessen die daaruit zijn voorgelegd."), toon),
        route<EvaluatieNieuw, Evaluatie>(
            gewone_kop(Methode::post, "/v1/casussen/{id}/evaluatie", "evaluatieVastleggen", schrijven, behandelen, "Legt vast wat werkte, wat elke interventie opleverde en wat een volgende keer anders moet.", true), evalueer),
        route<LesvoorstelNieuw, Lesvoorstel>(poort::maakt(gewone_kop(Methode::post, "/v1/casussen/{id}/lessen", "lesVoorleggen", schrijven, behandelen, "Legt een les voor die zonder de casus gedeeld kan worden.")), leg_voor),
        route<LesvoorstelNieuw, Lesvoorstel>(gewone_kop(Methode::put, "/v1/casussen/{id}/lessen/{les}", "lesWijzigen", schrijven, behandelen, "Herschrijft een voorgelegde les; zij wordt opnieuw nagelezen.", true), wijzig),
        route<LesvoorstelBesluit, Lesvoorstel>(
            gewone_kop(Methode::post, "/v1/casussen/{id}/lessen/{les}/besluiten", "lesBesluiten", "toets.besluiten", behandelen, "Deelt een les, of geeft haar terug; door iemand anders dan wie haar schreef.", true), besluit),
        route<Niets, poort::Lijst<Les>>(gewone_kop(Methode::get, "/v1/lessen", "lessenTonen", "aanpak.zien", verbeteren, "De lessen die gedeeld zijn."), toon_lessen),
        route<LesIntrekking, Niets>(gewone_kop(Methode::post, "/v1/lessen/_trek-in", "lesIntrekken", "aanpak.beheren", verbeteren, "Neemt een gedeelde les terug."), [](Gang& gang, const LesIntrekking& in) { trek_in(gang, in); }),
    };
}

}  // namespace damwand::leren
