// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "werk/casus/handelingen.hpp"
#include "werk/casus/store.hpp"

namespace damwand::casus {
namespace {

std::optional<std::string> gevuld(const std::optional<Tekst<0, 2000>>& tekst) {
    if (!tekst || (**tekst).empty()) return std::nullopt;
    return **tekst;
}

/// A decision without its reason, or no decision at all, is a fault; agreeing speaks for itself, the grounds are there.
void controleer_besluit(std::string_view van, const std::string& besluit, const std::optional<std::string>& reden,
                        std::vector<VeldFout>& fouten) {
    if (!kan_worden("voorgelegd", besluit) || (van.empty() && besluit == "ingetrokken")) {
        fouten.push_back({"/besluit", "onbekende-code", "Dit besluit bestaat niet."});
    } else if (besluit != "akkoord" && !reden) {
        fouten.push_back({"/reden", "ontbreekt", "Vul in waarom."});
    }
}

/// The source a check 1 names, in its place; a fault when it is not there or not the asker's, and the same one for both.
Greep neem_bron(poort::Gang& gang, const Greep& greep, const std::optional<BronId>& id, std::optional<Bron>& bron,
                std::vector<VeldFout>& fouten) {
    if (!id) {
        fouten.push_back({"/bron", "ontbreekt", "Kies de bron waar deze toets over gaat."});
        return greep;
    }
    try {
        bron = store::bron(gang, greep, *id);
    } catch (const Fout& fout) {
        if (fout.soort() != FoutSoort::onbekend) throw;
        fouten.push_back({"/bron", "geen-bron", "Deze bron staat niet in deze casus, of u mag die niet zien."});
        return greep;
    }
    return in_compartiment(gang, greep, bron->regime, "/bron", fouten);
}

/// Where a check 2B stands: with what it names, so that a check in the file does not tell of an intervention in a compartment.
Greep plaats_van_2b(poort::Gang& gang, const Greep& greep, const std::vector<Uuid>& over, std::vector<VeldFout>& fouten) {
    auto uit = greep;
    auto zichten = store::zichten_van(gang, greep, over);
    if (std::find(over.begin(), over.end(), greep.id.waarde) != over.end()) zichten.insert(greep.zicht);
    if (zichten.size() > 1) {
        fouten.push_back({"/interventies", "twee-compartimenten", "Wat apart is afgeschermd krijgt een eigen privacytoets."});
    } else if (!zichten.empty()) {
        uit.zicht = *zichten.begin();
        uit.apart = uit.zicht != greep.zicht;
    }
    return uit;
}

/// What the check is about, as stored; every fault is added. The casus itself stands for the RIEC.
std::vector<Uuid> lees_over(poort::Gang& gang, const Greep& greep, const PrivacytoetsNieuw& nieuw,
                            std::vector<VeldFout>& fouten) {
    constexpr std::size_t meeste = 200;
    const auto hoort_bij = [&](const char* soort, bool gegeven, const char* veld) {
        if (gegeven && *nieuw.soort != soort) {
            fouten.push_back({veld, "hier-niet", "Dit hoort bij een andere privacytoets."});
        }
        return *nieuw.soort == soort;
    };
    const auto bron = hoort_bij("1", nieuw.bron.has_value(), "/bron");
    const auto leden = hoort_bij("2a", nieuw.leden.has_value(), "/leden");
    const auto ingrepen = hoort_bij("2b", nieuw.interventies.has_value(), "/interventies");
    const auto riec = hoort_bij("2b", nieuw.riec.value_or(false), "/riec") && nieuw.riec.value_or(false);
    std::vector<Uuid> uit;
    if (bron && nieuw.bron) uit.push_back(nieuw.bron->waarde);
    if (leden) {
        std::vector<Aangewezen> wie;
        for (const auto& lid : nieuw.leden.value_or(std::vector<GebruikerId>{})) {
            wie.push_back({fmt::format("/leden/{}", wie.size()), lid});
            uit.push_back(lid.waarde);
        }
        if (uit.empty()) fouten.push_back({"/leden", "leeg", "Kies met wie de casus wordt gedeeld."});
        if (uit.size() <= meeste) controleer_collegas(gang, wie, fouten);
    }
    if (ingrepen) {
        const auto ids = nieuw.interventies.value_or(std::vector<InterventieId>{});
        const auto vreemd = ids.size() > meeste ? std::set<InterventieId>{} : store::niet_van_casus(gang, greep, ids);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            uit.push_back(ids[i].waarde);
            if (vreemd.contains(ids[i])) {
                fouten.push_back({fmt::format("/interventies/{}", i), "geen-interventie",
                                  "Deze interventie staat niet in deze casus."});
            }
        }
        if (riec) uit.push_back(greep.id.waarde);
        if (uit.empty()) {
            fouten.push_back({"/interventies", "leeg", "Kies de interventies waar deze toets over gaat, of het RIEC."});
        }
    }
    std::sort(uit.begin(), uit.end());
    uit.erase(std::unique(uit.begin(), uit.end()), uit.end());
    if (uit.size() > meeste) {
        fouten.push_back({leden ? "/leden" : "/interventies", "te-veel", "Een toets gaat over hooguit 200."});
    }
    if (!bron && !leden && !ingrepen) fouten.push_back({"/soort", "onbekende-code", "Deze privacytoets bestaat niet."});
    return uit;
}

void teken_toets(poort::Gang& gang, const Greep& plaats, const Privacytoets& t) {
    boost::json::object gegevens{{"toets", t.id.tekst()}, {"soort", t.soort}, {"verandering", t.staat}};
    if (t.bron) gegevens["bron"] = t.bron->tekst();
    teken_aan(gang, plaats, {.soort = "privacytoets", .tekst = t.reden, .gegevens = std::move(gegevens)});
}

}  // namespace

Privacytoets leg_toets_voor(poort::Gang& gang, const PrivacytoetsNieuw& nieuw) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    if (nieuw.besluit) {
        toegang::authorize(gang.wie(), "toets.besluiten",
                           {"casus", greep.id.waarde, gang.wie().organisatie, greep.zicht});
    }
    std::vector<VeldFout> fouten;
    const auto over = lees_over(gang, greep, nieuw, fouten);
    std::optional<Bron> bron;
    const auto plaats = *nieuw.soort == "1"    ? neem_bron(gang, greep, nieuw.bron, bron, fouten)
                        : *nieuw.soort == "2b" ? plaats_van_2b(gang, greep, over, fouten)
                                               : greep;
    const auto reden = gevuld(nieuw.reden);
    if (nieuw.besluit) {
        controleer_besluit("", **nieuw.besluit, reden, fouten);
    } else if (reden) {
        fouten.push_back({"/reden", "hier-niet", "Een reden hoort bij een besluit."});
    }
    entiteit::eis_geen(std::move(fouten));
    const auto id = PrivacytoetsId::nieuw();
    store::maak_toets(gang, plaats, id, nieuw, over);
    auto uit = store::toets(gang, plaats, id).toets;
    teken_toets(gang, plaats, uit);
    gang.etag(uit.versie);
    gang.gemaakt(fmt::format("/v1/casussen/{}/privacytoetsen/{}", greep.id.tekst(), id.tekst()), id.waarde);
    return uit;
}

Privacytoets besluit_toets(poort::Gang& gang, const PrivacytoetsBesluit& besluit) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto id = gang.id<PrivacytoetsId>("toets");
    const auto [was, zicht] = store::toets(gang, greep, id);
    gang.eis_gezien(was.versie);
    const auto reden = gevuld(besluit.reden);
    std::vector<VeldFout> fouten;
    controleer_besluit(was.staat, *besluit.besluit, reden, fouten);
    entiteit::eis_geen(std::move(fouten));
    if (!kan_worden(was.staat, *besluit.besluit)) {
        throw Fout(FoutSoort::botsing, "toets-besloten",
                   "Over deze privacytoets is al besloten. Leg een nieuwe toets vast.");
    }
    auto plaats = greep;
    plaats.zicht = zicht;
    plaats.apart = zicht != greep.zicht;
    store::besluit_toets(gang, plaats, id, *besluit.besluit, reden);
    auto uit = store::toets(gang, plaats, id).toets;
    teken_toets(gang, plaats, uit);
    gang.etag(uit.versie);
    return uit;
}

Bron kies_inhoud(poort::Gang& gang, const InhoudkeuzeNieuw& keuze) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto b = store::bron(gang, greep, gang.id<BronId>("bron"));
    if (b.inhoud) throw Fout(FoutSoort::botsing, "inhoud-al-gekozen", "Voor deze bron is die keuze al gemaakt.");
    if (b.status != "bekend") {
        throw Fout(FoutSoort::botsing, "bron-niet-bekend", "Leg eerst vast dat de bron iets weet.");
    }
    eis_toets_1(gang, greep, b);
    std::vector<VeldFout> fouten;
    const auto plaats = in_compartiment(gang, greep, b.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    store::kies_inhoud(gang, plaats, b.id, *keuze.motivering);
    auto uit = store::bron(gang, plaats, b.id);
    zet_termijn(gang, plaats, "bron", b.id.waarde, kort(b.naam), uit.termijn);  // an answer is awaited again
    teken_aan(gang, plaats,
              {.soort = "bron",
               .tekst = b.naam,
               .gegevens = boost::json::object{
                   {"bron", b.id.tekst()}, {"bronsoort", b.bronsoort}, {"status", b.status}, {"verandering", "inhoud_gekozen"}},
               .label = label_van(b)});
    gang.etag(uit.versie);
    return uit;
}

// ---- what the checks forbid ------------------------------------------------------------------------------------

void eis_toets_1(poort::Gang& gang, const Greep& greep, const Bron& bron) {
    if (bron.van_voor_toets || store::toets_akkoord(gang, greep, "1", bron.id.waarde)) return;
    throw Fout(FoutSoort::botsing, "privacytoets-ontbreekt",
               "Deze bron mag nog niet worden bevraagd. Leg eerst privacytoets 1 voor deze bron vast.");
}

void eis_inhoudkeuze(const Bron& bron) {
    if (bron.inhoud) return;
    throw Fout(FoutSoort::botsing, "inhoudkeuze-ontbreekt",
               "Eerst alleen: bekend of niets bekend. Leg daarna vast waarom de inhoud nodig is.");
}

void eis_toets_2a_voor(poort::Gang& gang, const Greep& greep, const GebruikerId& wie) {
    const auto lid = store::lid(gang, greep, wie);
    // A guest works for somebody else: letting him in is sharing, whatever the phase.
    const bool gedeeld = store::is_gedeeld(gang, greep) || store::gast_tot(gang, greep, wie);
    if ((lid && (!lid->tot || *lid->tot >= store::vandaag(gang))) || !gedeeld ||
        store::toets_akkoord(gang, greep, "2a", wie.waarde)) {
        return;
    }
    throw Fout(FoutSoort::botsing, "privacytoets-lid-ontbreekt",
               "Leg eerst privacytoets 2A vast die deze collega noemt.");
}

void eis_toetsen_voor(poort::Gang& gang, const Greep& greep, Fase naar) {
    if (naar == Fase::plan && !store::allen_in_2a(gang, greep)) {
        throw Fout(FoutSoort::botsing, "privacytoets-2a-ontbreekt",
                   "Leg eerst privacytoets 2A vast voor iedereen die meedoet.");
    }
    if (naar == Fase::uitvoering && !store::plan_heeft_2b(gang, greep)) {
        throw Fout(FoutSoort::botsing, "privacytoets-2b-ontbreekt",
                   "Leg eerst privacytoets 2B vast voor de interventies van het plan.");
    }
    if (naar == Fase::bij_riec && !store::toets_akkoord(gang, greep, "2b", greep.id.waarde)) {
        throw Fout(FoutSoort::botsing, "privacytoets-riec-ontbreekt",
                   "Leg eerst privacytoets 2B vast voor het inbrengen bij het RIEC.");
    }
}

void eis_toets_2b(poort::Gang& gang, const Greep& greep, const InterventieId& interventie) {
    if (store::is_van_voor_toets(gang, interventie.waarde) || store::toets_akkoord(gang, greep, "2b", interventie.waarde)) {
        return;
    }
    throw Fout(FoutSoort::botsing, "privacytoets-2b-ontbreekt",
               "Leg eerst privacytoets 2B vast voor de interventies van het plan.");
}

void eis_geen_toets(poort::Gang& gang, const Greep& greep, std::string_view soort, const Uuid& over) {
    if (!store::toets_akkoord(gang, greep, soort, over)) return;
    throw Fout(FoutSoort::botsing, "toets-ligt-vast",
               "Een privacytoets geldt voor dit zoals het er staat. Trek de toets in, of leg iets nieuws vast.");
}

}  // namespace damwand::casus
