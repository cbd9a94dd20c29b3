// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "app/demo/script.hpp"
#include "app/demo/wereld.hpp"

namespace damwand::app::demo {

namespace bj = boost::json;
using http::Methode;

namespace {

constexpr std::array melders{std::string_view{"Ilse van der Kamp"}, std::string_view{"Mo Haddou"},
                             std::string_view{"Geert Slagman"},     std::string_view{"Priya Ramlal"},
                             std::string_view{"Wil Oosterink"},     std::string_view{"Danique Post"}};

bool heeft_melder(const Sein& s) { return (s.bron == "inwoner" || s.bron == "meldpunt") && hutsel(s.titel) % 5 != 0; }

bj::object vraag(std::string_view code, std::string_view antwoord) { return {{"vraag", code}, {"antwoord", antwoord}}; }

/// The answers of a checklist that fit this signaal and this outcome.
bj::array antwoorden(const Sein& s, int stap, std::string_view uitkomst) {
    const auto& w = woorden_van(s.thema);
    const bool ja = uitkomst != "nee";
    const bool gezien = !s.graad.empty() && s.graad[0] <= 'B';
    const auto h = hutsel(s.titel);
    if (stap == 1) {
        constexpr std::array open{std::string_view{"Niets dat het beeld verandert."},
                                  std::string_view{"Website en handelsregister bekeken; past bij het signaal."},
                                  std::string_view{"Alleen het handelsregister geraadpleegd; meer was niet nodig."},
                                  std::string_view{"Straatbeeld bekeken: het pand is zoals beschreven."}};
        return {vraag("verwevenheid", ja ? "ja" : "nee"), vraag("voorziening", ja ? w.voorziening : "geen"),
                vraag("waargenomen", gezien ? "ja" : "nee"), vraag("open_bronnen", open.at(h % open.size()))};
    }
    if (stap == 2) {
        const bool hier = ja && uitkomst != "doorsturen";
        return {vraag("grondgebied", hier || s.adres.size() > 1 ? "ja" : "nee"),
                vraag("bevoegdheid", hier ? "ja" : "nee"), vraag("welke", hier ? w.welke : "Geen eigen bevoegdheid"),
                vraag("loopt_al", h % 5 == 0 ? "ja" : "nee")};
    }
    const auto wie = uitkomst == "eenvoudig" ? "een"
                     : uitkomst == "complex" ? "regio"
                     : h % 2 == 0            ? "partners"
                                             : "meer";
    const auto schaal = uitkomst == "eenvoudig" ? "plek"
                        : uitkomst == "complex" ? "regio"
                        : h % 3 == 0            ? "gemeente"
                                                : "plek";
    const auto spoed = uitkomst == "eenvoudig" ? "rustig" : h % 4 == 0 ? "dagen" : "weken";
    return {vraag("wie_nodig", wie), vraag("schaal", schaal), vraag("gevaar", h % 6 == 0 ? "ja" : "nee"),
            vraag("spoed", spoed)};
}

/// A motivation: what holds for the theme, and a sentence that fits this signaal.
std::string met_slot(std::string_view kern, const Sein& s, int stap) {
    return fmt::format("{} {}", kern, slotzin(stap, s.graad, hutsel(s.tekst) / 11 + static_cast<std::size_t>(s.dag)));
}

/// The day of the decision: some days after it came in, never on the last morning.
int besluitdag(const Sein& s) { return std::max(1, s.dag - 3 - static_cast<int>(hutsel(s.titel) % 13)); }

}  // namespace

std::string ontvanger(const Sein& s) {
    const bool ander = hutsel(s.titel) % 3 == 0;
    if (s.bron == "toezicht" || s.bron == "controle" || s.bron == "waaksamen") return ander ? "toezicht2" : "toezicht";
    if (s.bron == "burgerzaken") return "burgerzaken";
    if (s.bron == "sociaal") return "deelnemer";
    if (s.bron == "inwoner" || s.bron == "meldpunt") return ander ? "analist2" : "coordinator";
    return ander ? "analist2" : "analist";
}

std::string vul_in(std::string_view tekst, std::string_view adres) {
    const auto komma = adres.substr(0, adres.find(','));
    const auto straat = komma.substr(0, komma.rfind(' '));
    std::string uit(tekst);
    for (const auto& [teken, waarde] : {std::pair{std::string_view{"{adres}"}, komma.empty() ? "deze plek" : komma},
                                        std::pair{std::string_view{"{straat}"}, straat}}) {
        for (auto plek = uit.find(teken); plek != std::string::npos; plek = uit.find(teken, plek + waarde.size()))
            uit.replace(plek, teken.size(), waarde);
    }
    return uit;
}

void Script::plan(Draad& draad, int dag, std::uint64_t keus, const std::string& wie, std::function<void()> daad) {
    draad.laatst = m_kalender.om(dag, keus, draad.laatst);
    m_verteller.plan(*draad.laatst, wie, std::move(daad));
}

bj::value Script::adres_van(std::string_view adres) const {
    if (adres.empty()) return nullptr;
    if (adres[0] == '~') return bj::object{{"tekst", adres.substr(1)}};
    const auto gevonden = m_adressen.find(adres);
    if (gevonden == m_adressen.end()) return bj::object{{"tekst", adres}};
    return bj::object{{"nummeraanduiding", gevonden->second}};
}

Draad Script::leg_vast(const Sein& s) {
    Draad draad;
    const auto h = hutsel(s.titel);
    bj::object lijf{{"titel", s.titel},
                    {"omschrijving", s.tekst},
                    {"bron", s.bron},
                    {"adres", adres_van(s.adres)},
                    {"bronBetrouwbaarheid", s.graad.substr(0, 1)},
                    {"informatieWaarde", s.graad[1] - '0'},
                    {"vermeldingen", lees_vermeldingen(s.vermeldingen, s.graad)}};
    if (!s.thema.empty()) lijf["thema"] = s.thema;
    if (heeft_melder(s)) {
        lijf["melder"] = bj::object{{"naam", melders.at(h % melders.size())},
                                    {"contact", telefoon_van(static_cast<int>(h % 90000))}};
    }
    const bool later = s.dag > 0 && h % 3 != 0;  // it lay there for some hours, or came by post
    plan(draad, s.dag, h, ontvanger(s), [this, lijf, later, h, ding = draad.ding]() mutable {
        if (later) lijf["ontvangenOp"] = tekst(m_verteller.nu() - std::chrono::seconds(1500 + (h >> 20U) % 72000));
        const auto gemaakt = m_verteller.roep(Methode::post, "/v1/signalen", lijf);
        ding->id = gemaakt.at("id").as_string();
        ding->versie = gemaakt.at("versie").to_number<std::int64_t>();
        ++m_seinen;
    });
    if (!s.sleutel.empty()) m_sleutels[std::string(s.sleutel)] = draad.ding;
    ++m_alle_seinen;
    return draad;
}

void Script::weeg(Draad& draad, const Sein& s, int stap, int dag, const std::string& wie, std::string_view uitkomst,
                  std::string_view motivering, std::string_view naar) {
    bj::object lijf{{"stap", stap},
                    {"antwoorden", antwoorden(s, stap, uitkomst)},
                    {"uitkomst", uitkomst},
                    {"motivering", motivering}};
    if (!naar.empty()) lijf["naarWie"] = naar;
    plan(draad, dag, hutsel(s.tekst) + static_cast<std::uint64_t>(stap) * 7, wie,
         [this, lijf, stap, ding = draad.ding] {
             if (stap == 1)
                 ding->versie =
                     m_verteller.roep(Methode::get, "/v1/signalen/" + ding->id).at("versie").to_number<std::int64_t>();
             const auto na =
                 m_verteller.roep(Methode::post, "/v1/signalen/" + ding->id + "/wegingen", lijf, ding->versie);
             ding->versie = na.at("versie").to_number<std::int64_t>();
         });
}

void Script::weeg_ja(Draad& draad, const Sein& s, int stap, int dag, const std::string& wie) {
    const auto& w = woorden_van(s.thema);
    const auto h = hutsel(s.tekst) / 3;
    weeg(draad, s, stap, dag, wie, "ja", met_slot(stap == 1 ? w.ja[h % 3] : w.rol[h % 2], s, stap), {});
}

void Script::zet_over(Draad& draad, const Sein& s, int dag, const std::string& wie, bj::object lijf) {
    plan(draad, dag, hutsel(s.tekst) / 5, wie, [this, lijf = std::move(lijf), ding = draad.ding] {
        const auto na = m_verteller.roep(Methode::post, "/v1/signalen/" + ding->id + "/overgangen", lijf, ding->versie);
        ding->versie = na.at("versie").to_number<std::int64_t>();
    });
}

void Script::besluit(Draad& draad, const Sein& s, int dag, const std::string& wie) {
    const auto lot = s.lot;
    if (lot == "niet") return zet_over(draad, s, dag, wie, {{"naar", "niet_opgepakt"}, {"reden", s.reden}});
    if (lot == "door")
        return zet_over(draad, s, dag, wie, {{"naar", "doorgestuurd"}, {"reden", s.reden}, {"naarWie", s.naar}});
    if (lot == "uitgesteld") {
        if (hutsel(s.titel) % 2 == 0) weeg_ja(draad, s, 1, dag, wie);
        const auto tot = datum(-std::stoi(std::string(s.naar)));
        return zet_over(draad, s, dag, wie, {{"naar", "uitgesteld"}, {"reden", s.reden}, {"tot", tot}});
    }
    if (lot == "dubbel") {
        const auto origineel = m_sleutels.find(s.naar);
        if (origineel == m_sleutels.end()) throw std::logic_error(fmt::format("no signaal is called {}", s.naar));
        plan(draad, dag, hutsel(s.tekst), wie, [this, &s, ding = draad.ding, ander = origineel->second] {
            m_verteller.roep(Methode::post, "/v1/signalen/" + ding->id + "/overgangen",
                             bj::object{{"naar", "duplicaat"}, {"reden", s.reden}, {"duplicaatVan", ander->id}},
                             ding->versie);
        });
        return;
    }
    if (lot == "niet1") return weeg(draad, s, 1, dag, wie, "nee", s.reden, {});
    weeg_ja(draad, s, 1, dag, wie);
    if (lot == "niet2") return weeg(draad, s, 2, dag, wie, "nee", s.reden, {});
    if (lot == "door2") return weeg(draad, s, 2, dag, wie, "doorsturen", s.reden, s.naar);
    weeg_ja(draad, s, 2, dag, wie);
    if (lot == "riec" || lot == "riec_klaar") return weeg(draad, s, 3, dag, wie, "complex", s.reden, {});
    weeg(draad, s, 3, dag, wie, "eenvoudig", s.reden, s.naar);
}

void Script::sein(const Sein& s) {
    auto draad = leg_vast(s);
    if (s.lot == "nieuw") return;
    const auto h = hutsel(s.titel);
    const bool analist = s.lot != "dubbel" && h % 4 == 0;  // a duplicate may lie in a casus that only its members see
    const std::string wie = analist ? "analist" : "coordinator";
    const int dag = besluitdag(s);
    if (s.lot.starts_with("weging")) {
        const int tot = s.lot.back() - '0';
        const int begin = std::max(1, s.dag - 2);
        zet_over(draad, s, begin, wie, {{"naar", "in_weging"}});
        plan(draad, begin, h, wie, [this, h, ding = draad.ding] {
            const auto na = m_verteller.roep(Methode::patch, "/v1/signalen/" + ding->id,
                                             bj::object{{"behandelaar", m_gebruikers.at(h % 3 == 0   ? "coordinator"
                                                                                        : h % 3 == 1 ? "analist"
                                                                                                     : "analist2")}},
                                             ding->versie);
            ding->versie = na.at("versie").to_number<std::int64_t>();
        });
        for (int stap = 1; stap < tot; ++stap) {
            if (stap < 3)
                weeg_ja(draad, s, stap, dag, wie);
            else
                weeg(draad, s, 3, std::max(1, dag - 4), wie, "gecompliceerd",
                     met_slot(woorden_van(s.thema).zwaar[h % 2], s, 3), {});
        }
        return;
    }
    if (s.lot == "hervat") {
        zet_over(draad, s, dag, wie, {{"naar", "niet_opgepakt"}, {"reden", s.reden}});
        zet_over(draad, s, 19, wie, {{"naar", "in_weging"}, {"reden", s.afloop}});
        weeg_ja(draad, s, 1, 17, wie);
        weeg_ja(draad, s, 2, 17, wie);
        weeg(draad, s, 3, 17, wie, "eenvoudig",
             "Toezicht en de vergunningen kunnen dit samen af; er is nog geen reden voor een casus.", s.naar);
        return;
    }
    besluit(draad, s, dag, wie);
    if (s.lot == "klaar" || s.lot == "riec_klaar") {
        const int slot = std::max(1, dag - 12 - static_cast<int>(h % 50));
        zet_over(draad, s, slot, wie, {{"naar", "afgehandeld"}, {"reden", s.afloop}});
        if (heeft_melder(s)) {
            plan(draad, slot, h, "coordinator", [this, ding = draad.ding] {
                m_verteller.roep(
                    Methode::post, "/v1/signalen/" + ding->id + "/melder/_toon",
                    bj::object{{"reden", "Terugkoppelen aan de melder dat er iets met de melding is gedaan."}});
            });
        }
    }
}

Draad Script::weeg_voor_casus(const Sein& s, int geopend, const std::string& wie) {
    auto draad = leg_vast(s);
    const int dag = s.dag > geopend ? geopend + (s.dag - geopend) / 2 : std::max(1, s.dag - 3);
    weeg_ja(draad, s, 1, dag, wie);
    weeg_ja(draad, s, 2, dag, wie);
    weeg(draad, s, 3, dag, wie, "gecompliceerd",
         s.reden.empty() ? met_slot(woorden_van(s.thema).zwaar[hutsel(s.titel) % 2], s, 3) : std::string(s.reden), {});
    return draad;
}

}  // namespace damwand::app::demo
