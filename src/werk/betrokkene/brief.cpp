// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "platform/documenten/odt.hpp"
#include "werk/betrokkene/betrokkene.hpp"

namespace damwand::betrokkene {
namespace {

/// How the letter speaks of a kind of request.
struct Woorden {
    std::string_view soort, verzoek, artikel, gegeven, besluit;
};
constexpr std::array<Woorden, 5> alle_woorden{
    Woorden{"inzage", "inzage in uw persoonsgegevens", "AVG art. 15", "De gegevens die u krijgt", "Wij verstrekken u de gegevens die hieronder staan."},
    Woorden{"rectificatie", "correctie van uw persoonsgegevens", "AVG art. 16", "Wat wij corrigeren", "Wij corrigeren de gegevens die hieronder staan, en laten dit weten aan wie ze van ons kreeg (AVG art. 19)."},
    Woorden{"wissen", "het wissen van uw persoonsgegevens", "AVG art. 17", "Wat wij wissen", "Wij wissen de gegevens die hieronder staan, en laten dit weten aan wie ze van ons kreeg (AVG art. 19)."},
    Woorden{"beperking", "beperking van de verwerking van uw persoonsgegevens", "AVG art. 18", "Wat wij beperken", "Wij gebruiken de gegevens die hieronder staan voorlopig niet, en laten dit weten aan wie ze van ons kreeg (AVG art. 19)."},
    Woorden{"bezwaar", "het staken van de verwerking van uw persoonsgegevens", "AVG art. 21", "Wat wij niet meer gebruiken", "Wij gebruiken de gegevens die hieronder staan niet meer."},
};

}  // namespace

std::string brief(const Verzoek& v, std::string_view organisatie, const std::vector<Doel>& doelen, Datum vandaag) {
    const auto& w = *std::ranges::find(alle_woorden, v.soort, &Woorden::soort);
    documenten::Odt odt(fmt::format("Besluit op verzoek {}", v.kenmerk));
    odt.alinea(organisatie).alinea(fmt::format("{}\n{}", v.naam, v.adres));
    odt.alinea(fmt::format("Datum: {}\nOns kenmerk: {}\nOnderwerp: besluit op uw verzoek om {}", voluit(v.besloten_op.value_or(vandaag)), v.kenmerk, w.verzoek));
    odt.kop(1, "Besluit op uw verzoek");
    odt.alinea(fmt::format("Geachte heer, mevrouw,\n\nOp {} ontvingen wij uw verzoek om {} ({}). U vroeg: {}", voluit(v.ontvangen_op), w.verzoek, w.artikel, v.vraag));
    if (v.verlengd_op) odt.alinea(fmt::format("Op {} lieten wij u weten dat wij meer tijd nodig hadden. De reden was: {}", voluit(*v.verlengd_op), v.verlenging_reden.value_or("")));

    // By day: how things stand together in our files is no part of the answer.
    auto gegevens = v.gegevens;
    std::ranges::stable_sort(gegevens, {}, &Gegeven::dag);
    std::vector<std::vector<std::string>> rijen;
    std::set<std::string> gronden;
    std::optional<Datum> opnieuw;
    for (const auto& g : gegevens) {
        if (!g.hoort || !g.beslissing) continue;
        if (g.tekst) {
            std::string tekst = *g.tekst;
            if (*g.beslissing == "deels" && v.beperking_melden) tekst += "\n(gedeeltelijk)";
            rijen.push_back({g.naam, g.bron.value_or(""), g.dag ? voluit(*g.dag) : std::string{}, std::move(tekst)});
        }
        if (g.grond && v.beperking_melden) {
            gronden.insert(*g.grond);
            if (g.herzien_op && (!opnieuw || *g.herzien_op < *opnieuw)) opnieuw = g.herzien_op;
        }
    }
    odt.kop(2, w.gegeven);
    if (rijen.empty()) {
        odt.alinea(v.soort == "inzage" ? "Er zijn geen gegevens die wij u kunnen verstrekken." : "Er zijn geen gegevens die wij op uw verzoek aanpassen.");
    } else {
        odt.alinea(w.besluit);
        odt.tabel({"Wat", "Waar het vandaan komt", "Datum", v.soort == "inzage" ? "Tekst" : "Wordt"}, rijen);
    }
    if (!v.ontvangers.empty()) {
        odt.kop(2, "Wie deze gegevens van ons kreeg");
        odt.opsomming(v.ontvangers);
    }
    if (!gronden.empty()) {
        odt.kop(2, "Wat wij niet doen, en waarom");
        odt.alinea("Een deel van uw verzoek wijzen wij af. Wij noemen die gegevens hier niet. De wet staat dit toe op deze grond:");
        std::vector<std::string> punten;
        for (const auto& g : v.gronden) {
            if (gronden.contains(g.code)) punten.push_back(fmt::format("{} ({})", g.naam_nl, g.artikel));
        }
        odt.opsomming(punten);
        odt.alinea(v.motivering.value_or(""));
        if (opnieuw) odt.alinea(fmt::format("Wij bekijken uiterlijk op {} of dit nog nodig is. U kunt ons ook zelf opnieuw vragen.", voluit(*opnieuw)));
    }
    if (v.soort == "inzage") {
        odt.kop(2, "Waarvoor wij persoonsgegevens gebruiken");
        std::vector<std::vector<std::string>> per_doel;
        for (const auto& d : doelen) per_doel.push_back({d.naam, d.doel, d.grondslag, d.gegevens, d.ontvangers, d.bewaartermijn});
        odt.tabel({"Verwerking", "Doel", "Grondslag", "Soort gegevens", "Ontvangers", "Bewaartermijn"}, per_doel);
        odt.alinea("Er worden geen besluiten over u genomen door een computer (AVG art. 22).");
    }
    odt.kop(2, "Uw rechten");
    odt.alinea("U kunt vragen om gegevens te corrigeren, te wissen of voorlopig niet te gebruiken, en u kunt bezwaar maken tegen het gebruik ervan (AVG art. 16 tot en met 18 en 21). "
               "Bent u het niet eens met hoe wij met uw gegevens omgaan, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens (AVG art. 77).");
    odt.kop(2, "Niet eens met dit besluit?");
    odt.alinea(fmt::format("Dit is een besluit in de zin van de Algemene wet bestuursrecht (UAVG art. 34). U kunt daartegen bezwaar maken. Dat doet u binnen zes weken na de dag waarop dit "
                           "besluit is verzonden (Awb art. 6:7 en 6:8), met een brief aan {}, ter attentie van het bestuursorgaan dat dit besluit nam.", organisatie));
    odt.alinea("Zet in uw brief (Awb art. 6:5):");
    odt.opsomming({"uw naam en adres", "de datum", fmt::format("tegen welk besluit u bezwaar maakt: ons kenmerk {}", v.kenmerk), "waarom u het er niet mee eens bent", "uw handtekening"});
    odt.alinea("Kunt u niet wachten op de beslissing op uw bezwaar, dan kunt u de rechtbank om een voorlopige voorziening vragen (Awb art. 8:81).");
    odt.alinea("Met vriendelijke groet,");
    odt.in_te_vullen("In te vullen: het bestuursorgaan, de naam en de handtekening van wie namens het bestuursorgaan ondertekent, en het postadres voor bezwaar.");
    return odt.klaar();
}

}  // namespace damwand::betrokkene
