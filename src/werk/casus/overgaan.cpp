// SPDX-License-Identifier: EUPL-1.2
#include "werk/casus/handelingen.hpp"
#include "werk/casus/store.hpp"

namespace damwand::casus {
namespace {

[[nodiscard]] Fout niet_toegestaan(std::string uitleg) {
    return {FoutSoort::botsing, "overgang-niet-toegestaan", std::move(uitleg)};
}

/// What the dates of the file become by this step; every fault of the input is added.
store::Stand volgende_stand(poort::Gang& gang, const Greep& greep, Fase naar, const CasusOvergangNieuw& o,
                            std::vector<VeldFout>& fouten) {
    const auto vandaag = store::vandaag(gang);
    auto uit = store::stand(gang, greep);
    uit.monitor_tot.reset();  // it ends with the phase
    if (naar == Fase::monitoring) {
        if (!o.tot) {
            fouten.push_back({"/tot", "ontbreekt", "Vul in tot en met welke dag de casus wordt gevolgd."});
        } else if (*o.tot <= vandaag) {
            fouten.push_back({"/tot", "in-verleden", "Deze dag moet na vandaag liggen."});
        }
        uit.monitor_tot = o.tot;
    } else if (o.tot) {
        fouten.push_back({"/tot", "hier-niet", "Een einddag hoort alleen bij monitoring."});
    }
    if (naar == Fase::archief) {
        const auto einddatum = o.einddatum.value_or(vandaag);
        if (einddatum > vandaag) {
            fouten.push_back({"/einddatum", "in-toekomst", "De einddatum kan niet na vandaag liggen."});
        } else if (einddatum < store::geopend_op(gang, greep)) {
            fouten.push_back({"/einddatum", "te-vroeg", "De einddatum kan niet vóór het openen liggen."});
        }
        uit.einddatum = einddatum;
    } else {
        if (o.einddatum)
            fouten.push_back({"/einddatum", "hier-niet", "Een einddatum hoort alleen bij het archiveren."});
        uit = {.monitor_tot = uit.monitor_tot, .einddatum = {}, .bewaren_tot = {}, .bewaar_grond = {}};
    }
    return uit;
}

}  // namespace

namespace {

/// The file, held; also a closed one: reopening is the one change it allows, so this is not grijp().
Greep neem_voor_stap(poort::Gang& gang, const CasusId& id) {
    const auto gevonden = store::vergrendel(gang, id, store::Slot::wijzigen);
    if (!gevonden) throw onbekend();
    gang.sta_toe({"casus", id.waarde, gang.wie().organisatie, gevonden->zicht});
    return *gevonden;
}

void voer_uit(poort::Gang& gang, Greep& greep, const CasusOvergangNieuw& o, boost::json::object gegevens) {
    const toegang::Object object{"casus", greep.id.waarde, gang.wie().organisatie, greep.zicht};

    const auto naar = lees_fase(*o.naar);
    if (!naar) entiteit::eis_geen({{"/naar", "onbekende-code", "Deze fase bestaat niet."}});
    const auto* rand = casus::rand(greep.fase, *naar);
    if (rand == nullptr || rand->recht.empty()) {
        throw niet_toegestaan("Deze stap is vanuit de huidige fase niet mogelijk.");
    }
    toegang::authorize(gang.wie(), rand->recht, object);

    std::vector<VeldFout> fouten;
    auto stand = volgende_stand(gang, greep, *naar, o, fouten);
    entiteit::eis_geen(std::move(fouten));
    eis_toetsen_voor(gang, greep, *naar);
    if (*naar == Fase::archief) {
        const auto bewaring = store::bewaring(gang, greep, *stand.einddatum);
        if (!bewaring) {
            throw Fout(FoutSoort::botsing, "bewaarregel-ontbreekt",
                       "Voor deze einddatum is geen bewaartermijn vastgesteld.");
        }
        stand.bewaren_tot = bewaring->tot;
        stand.bewaar_grond = bewaring->grond;
    }
    if (greep.fase == Fase::archief && store::stand(gang, greep).bewaren_tot < store::vandaag(gang)) {
        throw niet_toegestaan("De bewaartermijn is voorbij; deze casus kan niet meer worden heropend.");
    }

    store::zet_fase(gang, greep, *naar, stand);
    ++greep.versie;
    store::overgang(gang, greep, *naar, *o.reden, o.tot);
    zet_termijn(gang, greep, "monitoring", greep.id.waarde, "", stand.monitor_tot);
    gegevens["van"] = code(greep.fase);
    gegevens["naar"] = code(*naar);
    if (stand.monitor_tot) gegevens["tot"] = tekst(*stand.monitor_tot);
    if (stand.einddatum) gegevens["einddatum"] = tekst(*stand.einddatum);
    if (stand.bewaren_tot) gegevens["bewarenTot"] = tekst(*stand.bewaren_tot);
    if (stand.bewaar_grond) gegevens["bewaarGrond"] = *stand.bewaar_grond;
    teken_aan_zonder_aanraken(gang, greep, {.soort = "overgang", .tekst = *o.reden, .gegevens = std::move(gegevens)});
}

}  // namespace

Casus ga_over(poort::Gang& gang, const CasusOvergangNieuw& o) {
    auto greep = neem_voor_stap(gang, gang.id<CasusId>("id"));
    gang.eis_gezien(greep.versie);
    voer_uit(gang, greep, o, {});
    return antwoord(gang, greep);
}

void laat_overgaan(poort::Gang& gang, const CasusId& id, const Overstap& stap) {
    auto greep = neem_voor_stap(gang, id);
    gang.casus(id.waarde);
    voer_uit(gang, greep, {.naar = {std::string(code(stap.naar))}, .reden = Tekst<1, 2000>(stap.reden), .tot = stap.tot, .einddatum = {}}, stap.erbij);
}

}  // namespace damwand::casus
