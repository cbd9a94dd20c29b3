// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "platform/documenten/odt.hpp"
#include "werk/verstrekking/verstrekking.hpp"

namespace damwand::verstrekking {
namespace {

/// The kinds of fact in the order of an afschrift, under their headings.
constexpr std::array<std::pair<std::string_view, std::string_view>, 4> delen{{{"casus", "Het beeld"}, {"vermelding", "Wie en wat erin voorkomt"}, {"bron", "Wat bronnen antwoordden"},
                                                                               {"interventie", "Maatregelen"}}};

void adresseer(documenten::Odt& odt, const Verstrekking& v, const Namen& namen) {
    odt.alinea(namen.organisatie).alinea(fmt::format("{}\n{}", namen.ontvanger, v.ter_attentie_van));
}

}  // namespace

std::string afschrift(const Verstrekking& v, const std::vector<Feit>& feiten, const Namen& namen) {
    documenten::Odt odt(fmt::format("Afschrift {}", v.kenmerk));
    odt.op_elke_bladzijde(watermerk(v, namen.ontvanger));
    adresseer(odt, v, namen);
    odt.kop(1, fmt::format("Afschrift uit casus {}", namen.casus));
    odt.tabel({"Wat", ""}, {{"Nummer", v.kenmerk},
                            {"Gegeven op", voluit(dag_in_amsterdam(v.op))},
                            {"Gegeven door", v.door.naam},
                            {"Doel", v.doel},
                            {"Grondslag", namen.grondslag},
                            {"Strengste regime van wat erin staat", namen.label},
                            {"Te bewaren tot en met", v.tot ? voluit(*v.tot) : "zolang het doel het vraagt"}});
    odt.alinea("U krijgt deze gegevens alleen voor dit doel. Geef ze niet verder zonder onze toestemming, en vernietig ze als het doel bereikt is of de termijn voorbij is. Blijkt er iets "
               "onjuist, laat het ons weten; wij laten u weten wat bij ons verandert (AVG art. 19).");
    for (const auto& [soort, kop] : delen) {
        std::vector<std::vector<std::string>> rijen;
        for (const auto& f : feiten) {
            if (f.soort == soort) rijen.push_back({f.naam, f.tekst});
        }
        if (rijen.empty()) continue;
        odt.kop(2, kop);
        if (soort == "casus") odt.alinea(rijen.front().at(1));
        else odt.tabel({"Wat", "Tekst"}, rijen);
    }
    return odt.klaar();
}

std::string kennisgeving(const Verstrekking& v, const std::vector<Feit>& feiten, const Namen& namen, Datum vandaag) {
    documenten::Odt odt(fmt::format("Kennisgeving bij afschrift {}", v.kenmerk));
    odt.op_elke_bladzijde(watermerk(v, namen.ontvanger));
    adresseer(odt, v, namen);
    odt.alinea(fmt::format("Datum: {}\nOns kenmerk: {}\nOnderwerp: wijziging van gegevens die u van ons kreeg", voluit(vandaag), v.kenmerk));
    odt.kop(1, "Gegevens die u van ons kreeg zijn gewijzigd");
    odt.alinea(fmt::format("Op {} gaven wij u het afschrift {}. Van een deel van wat daarin stond laten wij u weten wat er veranderd is (AVG art. 19). Pas het bij u aan, en laat het weten aan "
                           "wie het van u kreeg.", voluit(dag_in_amsterdam(v.op)), v.kenmerk));
    std::vector<std::vector<std::string>> rijen;
    for (const auto& k : v.kennisgevingen) {
        if (k.staat != "open") continue;
        const auto was = std::ranges::find_if(v.feiten, [&](const GegevenFeit& f) { return f.soort == k.soort && f.rij == k.rij; });
        const auto nu = std::ranges::find_if(feiten, [&](const Feit& f) { return f.soort == k.soort && f.rij == k.rij; });
        const bool gewist = nu == feiten.end() || k.aanleiding == "verwijderd" || k.aanleiding == "wissen";
        const auto naam = was == v.feiten.end() ? std::string{} : was->naam;
        if (gewist) rijen.push_back({naam, "Dit gebruiken wij niet meer. Wis het bij u."});
        else if (k.aanleiding == "beperking" || k.aanleiding == "bezwaar") rijen.push_back({naam, "Gebruik dit voorlopig niet."});
        else rijen.push_back({naam, nu->tekst});
    }
    odt.tabel({"Wat", "Wordt"}, rijen);
    odt.alinea("Met vriendelijke groet,");
    odt.in_te_vullen("In te vullen: naam en handtekening van wie namens het bestuursorgaan ondertekent.");
    return odt.klaar();
}

}  // namespace damwand::verstrekking
