// SPDX-License-Identifier: EUPL-1.2
#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

constexpr std::array<std::string_view, 2> tafelvelden{"aantekening", "besluittekst"};
constexpr std::array<std::string_view, 3> planvelden{"hypothese", "doel", "strategie"};

/// What comes of an operation on a field that is `nu`, made of what it was at the version it saw.
struct Uitslag {
    Ontvangstbewijs bewijs;
    std::optional<std::string> nieuw;  ///< to be stored
};
Uitslag beoordeel(const Puntveld& nu, const std::optional<std::string>& toen, const std::string& waarde, bool gezien) {
    if (nu.waarde == waarde) return {{.uitkomst = "toegepast", .versie = nu.versie, .waarde = waarde, .anders = {}}, std::nullopt};
    if (gezien) return {{.uitkomst = "toegepast", .versie = nu.versie + 1, .waarde = waarde, .anders = {}}, waarde};
    // A version that never was cannot be merged with.
    const auto samen = toen ? samengevoegd(*toen, nu.waarde, waarde) : std::nullopt;
    if (!samen) return {{.uitkomst = "botsing", .versie = nu.versie, .waarde = waarde, .anders = BewerkingAnders{nu.waarde, nu.door.value_or(toegang::Collega{}), nu.versie}}, std::nullopt};
    if (*samen == nu.waarde) return {{.uitkomst = "samengevoegd", .versie = nu.versie, .waarde = *samen, .anders = {}}, std::nullopt};
    return {{.uitkomst = "samengevoegd", .versie = nu.versie + 1, .waarde = *samen, .anders = {}}, *samen};
}

/// The receipt that was given for this key; throws when the key was used for something else.
std::optional<Ontvangstbewijs> eerder(poort::Gang& gang, const BewerkingNieuw& b) {
    auto bewaard = store::bewijs(gang, b.sleutel);
    if (!bewaard) return std::nullopt;
    const auto& was = bewaard->wat;
    if (was.punt != b.punt || was.veld != *b.veld || was.waarde != *b.waarde || was.gezien != *b.gezien) {
        throw Fout(FoutSoort::botsing, "sleutel-gebruikt", "Deze sleutel is al voor iets anders gebruikt.");
    }
    return std::move(bewaard->bewijs);
}

}  // namespace

Ontvangstbewijs bewerk(poort::Gang& gang, const BewerkingNieuw& b) {
    const auto z = neem(gang);
    const auto p = store::punt(gang, z, b.punt, store::Slot::lezen);
    if (!p) throw onbekend();
    gang.raakt(p->id.waarde);
    const bool plan = is_een_van(*b.veld, planvelden);
    if (!plan && !is_een_van(*b.veld, tafelvelden)) entiteit::eis_geen({{"/veld", "onbekende-code", "Dit veld bestaat niet."}});
    const store::Bewerking wat{b.punt, *b.veld, *b.waarde, *b.gezien};
    Puntveld nu;
    std::optional<std::string> toen;
    std::optional<casus::Greep> greep;
    if (plan) {
        if (p->dossier_soort != "casus") entiteit::eis_geen({{"/veld", "past-niet", "Een plan hoort bij een casus."}});
        if (!p->van_dossier) throw onbekend();
        greep = casus::grijp(gang, CasusId(*p->dossier));
        toegang::authorize(gang.wie(), "casus.schrijven", {"casus", *p->dossier, gang.wie().organisatie, greep->zicht});
        const auto veld = casus::lees_planveld(gang, *greep, *b.veld, std::nullopt);
        if (!veld) throw onbekend();
        nu = {.veld = *b.veld, .waarde = veld->waarde, .versie = veld->versie, .door = store::planschrijver(gang, greep->id), .op = {}};
    } else {
        nu = store::houd_veld(gang, z, *p, *b.veld);
    }
    // After the lock: of two that say the same the second finds what the first did.
    if (auto bewijs = eerder(gang, b)) return *std::move(bewijs);
    eis_open(z);
    if (*b.gezien > nu.versie) entiteit::eis_geen({{"/gezien", "nooit-geweest", "Deze versie is er nooit geweest."}});
    const bool gezien = *b.gezien == nu.versie;
    if (!gezien) {
        if (plan) {
            if (const auto veld = casus::lees_planveld(gang, *greep, *b.veld, *b.gezien)) toen = veld->waarde;
        } else {
            toen = store::veld_toen(gang, *p, *b.veld, *b.gezien);
        }
    }
    auto uitslag = beoordeel(nu, toen, *b.waarde, gezien);
    if (uitslag.nieuw) {
        if (plan) {
            uitslag.bewijs.versie = casus::zet_planveld(gang, *greep, *b.veld, *uitslag.nieuw, !store::is_geschreven(gang, *p, *b.veld), {{"overleg", z.id.tekst()}});
        } else {
            store::zet_veld(gang, *p, *b.veld, *uitslag.nieuw, uitslag.bewijs.versie);
        }
        store::meld_punt(gang, p->id, uitslag.bewijs.versie);
    }
    store::bewaar_bewijs(gang, z, *p, b.sleutel, wat, uitslag.bewijs, uitslag.nieuw);
    return uitslag.bewijs;
}

}  // namespace damwand::overleg
