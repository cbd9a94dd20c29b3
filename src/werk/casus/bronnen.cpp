// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "werk/casus/handelingen.hpp"
#include "werk/casus/store.hpp"

namespace damwand::casus {
namespace {

constexpr std::array<std::string_view, 6> statussen{"te_vragen", "gevraagd",     "bekend",
                                                    "ontvangen", "niets_bekend", "geweigerd"};

/// A source as it will be stored: dates that follow from its status are filled in, every fault is added.
void maak_af(poort::Gang& gang, Bron& b, std::vector<VeldFout>& fouten) {
    if (std::find(statussen.begin(), statussen.end(), b.status) == statussen.end()) {
        fouten.push_back({"/status", "onbekende-code", "Deze status bestaat niet."});
        return;
    }
    const auto nu = gang.tx().nu();
    const bool gevraagd = b.status != "te_vragen";
    const bool beantwoord = gevraagd && b.status != "gevraagd";
    if (!gevraagd) {
        b.gevraagd_op.reset();
    } else if (!b.gevraagd_op) {
        b.gevraagd_op = nu;
    }
    if (!beantwoord) {
        if (b.antwoord)
            fouten.push_back(
                {"/antwoord", "hier-niet", "Een antwoord hoort bij een beantwoorde vraag. Kies ook de status."});
        b.antwoord_op.reset();
        b.peildatum.reset();
    } else {
        if (!b.antwoord_op) b.antwoord_op = nu;
        if (!b.peildatum) b.peildatum = dag_in_amsterdam(*b.antwoord_op);
    }
    entiteit::toets_peildatum(gang, b.peildatum, "/peildatum", fouten);
    if (b.status == "ontvangen" && !b.antwoord)
        fouten.push_back({"/antwoord", "ontbreekt", "Vul in wat de bron antwoordde."});
    if (b.gevraagd_op && *b.gevraagd_op > nu)
        fouten.push_back({"/gevraagdOp", "in-toekomst", "Dit moment ligt in de toekomst."});
    if (b.antwoord_op && *b.antwoord_op > nu)
        fouten.push_back({"/antwoordOp", "in-toekomst", "Dit moment ligt in de toekomst."});
    if (b.gevraagd_op && b.antwoord_op && *b.antwoord_op < *b.gevraagd_op) {
        fouten.push_back({"/antwoordOp", "te-vroeg", "Het antwoord kan niet vóór de vraag liggen."});
    }
    if (b.gevraagd_op && b.termijn && *b.termijn < dag_in_amsterdam(*b.gevraagd_op)) {
        fouten.push_back({"/termijn", "te-vroeg", "De termijn kan niet vóór de vraag liggen."});
    }
}

std::optional<std::string> niet_leeg(const std::optional<Tekst<0, 10000>>& tekst) {
    if (!tekst || (**tekst).empty()) return std::nullopt;
    return **tekst;
}

void bewaar_termijn(poort::Gang& gang, const Greep& greep, const Bron& b) {
    zet_termijn(gang, greep, "bron", b.id.waarde, kort(b.naam), wacht_op_antwoord(b) ? b.termijn : std::nullopt);
}

void teken_bron(poort::Gang& gang, const Greep& greep, const Bron& b, std::string_view verandering) {
    teken_aan(
        gang, greep,
        {.soort = "bron",
         .tekst = b.naam,
         .gegevens = boost::json::object{
             {"bron", b.id.tekst()}, {"bronsoort", b.bronsoort}, {"status", b.status}, {"verandering", verandering}},
         .label = label_van(b)});
}

/// Name, regime and whether it is our own follow from the kind, unless something else was filled in. Returns whether privacy
/// check 1 comes before it.
bool neem_over(poort::Gang& gang, Bron& b, std::vector<VeldFout>& fouten) {
    const auto soort = store::bronsoort(gang, b.bronsoort);
    if (!soort) {
        fouten.push_back({"/bronsoort", "onbekende-code", "Kies een bron uit de lijst."});
        return true;
    }
    b.intern = soort->intern;
    if (b.naam.empty()) b.naam = soort->naam;
    if (b.regime.empty()) b.regime = soort->regime;
    return vraagt_toets(b.regime, soort->regime);
}

/// Recording a source is free; asking it is not, and neither is what it knows. `was`: as it stood, none when new.
void eis_toetsen(poort::Gang& gang, const Greep& greep, const Bron* was, const Bron& b) {
    const bool gevraagd = b.status != "te_vragen";
    if (was == nullptr || b.bronsoort != was->bronsoort || b.regime != was->regime || b.status != was->status ||
        b.antwoord != was->antwoord) {
        if (gevraagd) eis_toets_1(gang, greep, b);
    }
    if (was != nullptr && (b.bronsoort != was->bronsoort || b.vraag != was->vraag)) {
        eis_geen_toets(gang, greep, "1", b.id.waarde);
    }
    const bool had_inhoud = was != nullptr && was->status == "ontvangen";
    const bool zegt_iets = b.status == "ontvangen" || (b.antwoord && b.status != "geweigerd");
    if (zegt_iets && !had_inhoud && (was == nullptr || b.status != was->status || b.antwoord != was->antwoord)) {
        eis_inhoudkeuze(b);
    }
}

void zet_label(Bron& b, const Label& label) {
    b.doorgifte = label.doorgifte;
    b.doorgifte_reden = label.doorgifte_reden;
}

void toets_regime(poort::Gang& gang, const Bron& b, std::vector<VeldFout>& fouten) {
    if (b.regime.empty()) return;
    entiteit::Codetoets codes;
    codes.eis("regime", b.regime, "/regime");
    codes.toets(gang, fouten);
}

}  // namespace

Bron voeg_bron_toe(poort::Gang& gang, const BronNieuw& nieuw) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    Bron b;
    b.id = BronId::nieuw();
    b.bronsoort = *nieuw.bronsoort;
    b.naam = nieuw.naam ? **nieuw.naam : "";
    b.vraag = *nieuw.vraag;
    b.grondslag = *nieuw.grondslag;
    b.regime = nieuw.regime ? **nieuw.regime : "";
    b.status = nieuw.status ? **nieuw.status : "te_vragen";
    b.gevraagd_op = nieuw.gevraagd_op;
    b.termijn = nieuw.termijn;
    b.antwoord = niet_leeg(nieuw.antwoord);
    b.antwoord_op = nieuw.antwoord_op;
    b.peildatum = nieuw.peildatum;
    std::vector<VeldFout> fouten;
    const bool met_toets = neem_over(gang, b, fouten);
    toets_regime(gang, b, fouten);
    maak_af(gang, b, fouten);
    zet_label(b, entiteit::stel_vast(gang, entiteit::standaardlabel(gang, b.regime),
                                     entiteit::wens_van(nieuw.doorgifte, nieuw.doorgifte_reden), "", fouten));
    const auto plaats = in_compartiment(gang, greep, b.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    if (met_toets) eis_toetsen(gang, greep, nullptr, b);
    store::maak_bron(gang, plaats, b);
    bewaar_termijn(gang, plaats, b);
    teken_bron(gang, plaats, b, "toegevoegd");
    auto uit = store::bron(gang, plaats, b.id);
    gang.etag(uit.versie);
    gang.gemaakt(fmt::format("/v1/casussen/{}/bronnen/{}", greep.id.tekst(), b.id.tekst()), b.id.waarde);
    return uit;
}

Bron wijzig_bron(poort::Gang& gang, const BronWijziging& w) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    auto b = store::bron(gang, greep, gang.id<BronId>("bron"));
    gang.eis_gezien(b.versie);
    const auto was = b;
    std::vector<VeldFout> fouten;
    if (w.bronsoort.waarde) b.bronsoort = **w.bronsoort.waarde;
    if (w.naam.aanwezig) b.naam = w.naam.waarde ? **w.naam.waarde : "";
    if (w.vraag.waarde) b.vraag = **w.vraag.waarde;
    if (w.grondslag.waarde) b.grondslag = **w.grondslag.waarde;
    if (w.regime.aanwezig) b.regime = w.regime.waarde ? **w.regime.waarde : "";
    if (w.status.waarde) b.status = **w.status.waarde;
    if (w.gevraagd_op.aanwezig) b.gevraagd_op = w.gevraagd_op.waarde;
    if (w.termijn.aanwezig) b.termijn = w.termijn.waarde;
    if (w.antwoord.aanwezig) b.antwoord = niet_leeg(w.antwoord.waarde);
    if (b.status == "ontvangen" && was.status == "bekend") b.antwoord_op.reset();  // that it knew something came earlier
    if (w.antwoord_op.aanwezig) b.antwoord_op = w.antwoord_op.waarde;
    if (b.status == "ontvangen" && was.status == "bekend") b.peildatum.reset();
    if (w.peildatum.aanwezig) b.peildatum = w.peildatum.waarde;
    const auto eis = [&](bool leeg, std::string veld) {
        if (leeg) fouten.push_back({std::move(veld), "leeg", "Dit veld kan niet leeg worden gemaakt."});
    };
    eis(w.bronsoort.aanwezig && !w.bronsoort.waarde, "/bronsoort");
    eis(w.vraag.aanwezig && !w.vraag.waarde, "/vraag");
    eis(w.grondslag.aanwezig && !w.grondslag.waarde, "/grondslag");
    eis(w.status.aanwezig && !w.status.waarde, "/status");
    const bool met_toets = neem_over(gang, b, fouten);
    toets_regime(gang, b, fouten);
    maak_af(gang, b, fouten);
    // Who saw it, saw it: the past of a source stays in its audience, so it does not move to another.
    if (b.regime != was.regime && (heeft_compartiment(b.regime) || heeft_compartiment(was.regime))) {
        fouten.push_back({"/regime", "regime-ligt-vast", "Dit regime ligt vast. Verwijder deze bron, en leg haar onder het juiste regime opnieuw vast."});
    }
    zet_label(b, entiteit::stel_bij(gang, entiteit::standaardlabel(gang, b.regime), label_van(was), w.doorgifte, w.doorgifte_reden, fouten));
    const auto plaats = in_compartiment(gang, greep, b.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    if (met_toets) eis_toetsen(gang, greep, &was, b);
    store::wijzig_bron(gang, plaats, b);
    if (strenger(label_van(b), label_van(was))) {
        entiteit::verscherp(gang, {.soort = "casus", .id = greep.id.waarde, .zicht = plaats.zicht, .label = {}}, b.id, label_van(b));
        store::verscherp(gang, greep, b);
    }
    bewaar_termijn(gang, plaats, b);
    teken_bron(gang, plaats, b, "gewijzigd");
    auto uit = store::bron(gang, plaats, b.id);
    gang.etag(uit.versie);
    return uit;
}

void verwijder_bron(poort::Gang& gang) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto b = store::bron(gang, greep, gang.id<BronId>("bron"));
    gang.eis_gezien(b.versie);
    std::vector<VeldFout> fouten;
    const auto plaats = in_compartiment(gang, greep, b.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    store::wis_termijn(gang, "bron", b.id.waarde);
    store::verwijder_bron(gang, greep, b.id);
    teken_bron(gang, plaats, b, "verwijderd");
}

}  // namespace damwand::casus
