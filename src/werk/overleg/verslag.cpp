// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "platform/documenten/odt.hpp"
#include "platform/documenten/pdf.hpp"
#include "platform/post/uitnodiging.hpp"
#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

std::string_view stand_in_woorden(const std::optional<std::string>& stand) {
    if (!stand) return "niet vastgelegd";
    if (*stand == "aanwezig") return "aanwezig";
    if (*stand == "laat") return "later gekomen";
    if (*stand == "vertrokken") return "eerder vertrokken";
    return "afwezig";
}
std::string_view deel_in_woorden(std::string_view soort) {
    if (soort == "kern") return "Kern";
    if (soort == "toelichting") return "Toelichting";
    if (soort == "personen") return "Personen";
    if (soort == "adressen") return "Adressen";
    if (soort == "bronnen") return "Bronnen";
    return "Voorgenomen";
}
std::string_view staat_in_woorden(std::string_view staat) {
    if (staat == "besproken") return "besproken";
    if (staat == "doorgeschoven") return "doorgeschoven naar een volgend overleg";
    return "niet besproken";
}
std::string waarde_van(const Agendapunt& p, std::string_view veld) {
    for (const auto& v : p.velden) {
        if (v.veld == veld) return v.waarde;
    }
    return {};
}

/// The same calls for both forms.
template <class Blad>
std::string schrijf(const Overleg& o, const std::string& organisatie, const std::string& lezer) {
    const auto titel = fmt::format("Verslag {}, {}", o.reeks.naam, voluit(o.datum));
    Blad blad(titel);
    blad.op_elke_bladzijde(fmt::format("Verslag voor {}. Dit verslag is van u: geef het niet door.", lezer));
    blad.kop(1, titel).alinea(organisatie);
    if (!o.plaats.empty()) blad.alinea(o.plaats);
    std::vector<std::vector<std::string>> rijen;
    for (const auto& d : o.deelnemers) rijen.push_back({d.gebruiker.naam, d.organisatie, std::string(stand_in_woorden(d.aanwezig))});
    blad.kop(2, "Wie er waren").tabel({"Naam", "Namens", "Aanwezigheid"}, rijen);
    blad.alinea(fmt::format("Voorzitter: {}. Secretaris: {}.", o.voorzitter.naam, o.secretaris.naam));
    for (const auto& p : o.punten) {
        blad.kop(2, fmt::format("{}. {}", p.nummer, p.titel));
        if (p.dossier) blad.alinea(fmt::format("{} {}", p.dossier->kenmerk, p.dossier->naam));
        if (p.herkomst) blad.alinea(fmt::format("Ingebracht door {}.", *p.herkomst));
        blad.alinea(fmt::format("Dit punt is {}.", staat_in_woorden(p.staat)));
        for (const auto& d : p.delen) blad.kop(3, deel_in_woorden(d.soort)).alinea(d.tekst);
        if (const auto tekst = waarde_van(p, "aantekening"); !tekst.empty()) blad.kop(3, "Besproken").alinea(tekst);
        if (const auto tekst = waarde_van(p, "besluittekst"); !tekst.empty()) blad.kop(3, "Besluit zoals het is opgeschreven").alinea(tekst);
        if (!p.besluiten.empty()) {
            std::vector<std::string> besluiten;
            for (const auto& b : p.besluiten) {
                auto regel = b.tekst;
                if (b.tot) regel += fmt::format(" (tot en met {})", voluit(*b.tot));
                for (const auto& s : b.standpunten) {
                    if (!s.eens) regel += fmt::format(" {} dacht er anders over: {}", s.gebruiker.naam, s.reden.value_or(""));
                }
                besluiten.push_back(std::move(regel));
            }
            blad.kop(3, "Besluiten").opsomming(besluiten);
        }
        for (const auto& i : p.ingebracht) {
            blad.alinea(fmt::format("Ingebracht in {}, {}.", i.reeks, voluit(i.datum)));
            std::vector<std::string> uitkomsten;
            for (const auto& u : i.uitkomsten) uitkomsten.push_back(u.tekst);
            if (!uitkomsten.empty()) blad.opsomming(uitkomsten);
        }
        if (!p.acties.empty()) {
            std::vector<std::vector<std::string>> acties;
            for (const auto& a : p.acties) acties.push_back({a.wat, a.eigenaar.naam, voluit(a.datum)});
            blad.kop(3, "Acties").tabel({"Wat", "Wie", "Wanneer"}, acties);
        }
    }
    return blad.klaar();
}

}  // namespace

std::string verslag(const Overleg& o, const std::string& organisatie, const std::string& lezer, Verslagvorm vorm) {
    return vorm == Verslagvorm::pdf ? schrijf<documenten::Pdf>(o, organisatie, lezer) : schrijf<documenten::Odt>(o, organisatie, lezer);
}

http::Antwoord open_verslag(poort::Gang& gang) {
    const auto z = neem(gang);
    if (z.staat != "gesloten") throw Fout(FoutSoort::botsing, "overleg-niet-gesloten", "Het verslag is er als het overleg gesloten is.");
    const auto vorm = gang.vraag("vorm").value_or("pdf");
    if (vorm != "odt" && vorm != "pdf") entiteit::eis_geen({{"/query/vorm", "onbekende-code", "Kies odt of pdf."}});
    const bool pdf = vorm == "pdf";
    http::Antwoord uit{.type = pdf ? "application/pdf" : "application/vnd.oasis.opendocument.text"};
    const auto o = antwoord(gang, z.id);
    uit.lijf = verslag(o, gang.wie().organisatie_naam, gang.wie().naam, pdf ? Verslagvorm::pdf : Verslagvorm::odt);
    uit.koppen.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"verslag-{}.{}\"", tekst(z.datum), vorm));
    return uit;
}

http::Antwoord open_uitnodiging(poort::Gang& gang) {
    const auto z = neem(gang);
    const auto o = store::lees(gang, z);
    const auto tijden = store::tijden(gang, z);
    gang.raakt(z.id.waarde);
    http::Antwoord uit{.type = "text/calendar; charset=utf-8"};
    // What every participant may know, and no item: the version of a meeting counts nothing else.
    uit.lijf = post::ics({.id = z.id.waarde, .volgnummer = z.versie, .gemaakt = gang.tx().nu(), .datum = z.datum, .begin = tijden.begin, .eind = tijden.eind, .titel = o.reeks.naam, .plaats = o.plaats, .adres = "", .afgelast = z.staat == "afgelast"});
    uit.koppen.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"overleg-{}.ics\"", tekst(z.datum)));
    return uit;
}

std::optional<post::Uitnodiging> uitnodiging(db::Transactie& tx, const Uuid& uit) { return store::uitnodiging(tx, uit); }

}  // namespace damwand::overleg
