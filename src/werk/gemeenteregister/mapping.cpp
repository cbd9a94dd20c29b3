// SPDX-License-Identifier: EUPL-1.2
#include "werk/gemeenteregister/mapping.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/fout.hpp"
#include "base/label.hpp"
#include "base/tekst.hpp"
#include "werk/entiteit/entiteit.hpp"

namespace damwand::gemeenteregister {
namespace {

constexpr std::array<std::string_view, 16> soorten{"kenmerk", "titel", "van", "tot", "veld", "persoon", "bedrijf", "kvk-nummer", "kenteken", "nummeraanduiding",
                                                   "straat", "huisnummer", "huisletter", "toevoeging", "postcode", "plaats"};

/// The entity that a column tells of; empty: none, it is about the row itself.
std::string_view entiteitsoort(std::string_view als) {
    if (als == "persoon") return "persoon";
    if (als == "bedrijf" || als == "kvk-nummer") return "bedrijf";
    if (als == "kenteken") return "voertuig";
    const auto plek = std::ranges::find(soorten, als) - soorten.begin();
    constexpr std::ptrdiff_t eerste_van_adres = 9;
    return plek >= eerste_van_adres && plek < std::ssize(soorten) ? "adres" : "";
}

struct Keuring {
    const Mapping& m;
    std::vector<VeldFout> fouten;
    std::map<std::string, std::string_view> rollen;  ///< rol → kind of entity

    void fout(std::string plek, std::string code, std::string uitleg) { fouten.push_back({std::move(plek), std::move(code), std::move(uitleg)}); }

    void regime(const std::string& plek, const std::string& code) {
        if (code == "bibob" || code == "wgs") {
            fout(plek, "regime-geweigerd", code == "bibob" ? "Gegevens onder de Wet Bibob mogen alleen voor dat ene besluit worden gebruikt. Ze komen niet in een register: laat deze kolom weg."
                                                           : "Gegevens van het RIEC (WGS) zijn alleen voor de deelnemers die genoemd zijn. Ze komen niet in een register: laat deze kolom weg.");
        } else if (code == "wpg") {
            fout(plek, "regime-geweigerd", "Politiegegevens (Wpg) zijn alleen voor wie ze in een casus kreeg. Ze komen niet in een register: laat deze kolom weg.");
        } else if (!is_regime(code)) {
            fout(plek, "onbekend", "Dit regime bestaat niet. Kies open, avg, brp of fiscaal.");
        }
    }

    void bestand() {
        if (!m.bestand) return;
        const auto& b = *m.bestand;
        const auto een_van = [&](const std::string& wat, std::string_view waarde, std::initializer_list<std::string_view> goed) {
            if (std::ranges::find(goed, waarde) == goed.end()) fout("/bestand/" + wat, "onbekend", fmt::format("Kies {}.", fmt::join(goed, ", ")));
        };
        if (b.tekenset) een_van("tekenset", **b.tekenset, {"utf-8", "windows-1252"});
        if (b.scheiding) een_van("scheiding", **b.scheiding, {";", ",", "|", "tab"});
        if (b.datumvorm) een_van("datumvorm", **b.datumvorm, {"jjjj-mm-dd", "dd-mm-jjjj", "jjjjmmdd"});
    }

    void kolommen() {
        std::set<std::pair<std::string, std::string>> gezien;
        std::set<std::string> namen, enkel;
        bool kenmerk = false;
        if (m.kolommen.empty() || m.kolommen.size() > tabel::meeste_kolommen) fout("/kolommen", "aantal", "Noem een tot tweehonderd kolommen.");
        for (std::size_t nr = 0; nr < m.kolommen.size(); ++nr) {
            const auto& k = m.kolommen[nr];
            const auto plek = fmt::format("/kolommen/{}", nr);
            regime(plek + "/regime", *k.regime);
            if (!namen.insert(*k.kolom).second) fout(plek + "/kolom", "dubbel", "Deze kolom is al genoemd.");
            if (std::ranges::find(soorten, *k.als) == soorten.end()) {
                fout(plek + "/als", "onbekend", fmt::format("Kies {}.", fmt::join(soorten, ", ")));
                continue;
            }
            kenmerk = kenmerk || *k.als == "kenmerk";
            const auto soort = entiteitsoort(*k.als);
            if ((*k.als == "titel" || *k.als == "van" || *k.als == "tot") && !enkel.insert(*k.als).second) fout(plek + "/als", "dubbel", "Dit kan maar één kolom zijn.");
            if (soort.empty() && k.rol) fout(plek + "/rol", "te-veel", "Alleen een kolom die iemand of iets noemt heeft een rol.");
            if (k.naam && *k.als != "veld") fout(plek + "/naam", "te-veel", "Alleen een veld heeft een naam.");
            if (soort.empty()) continue;
            if (!k.rol) {
                fout(plek + "/rol", "ontbreekt", "Zeg in welke rol dit genoemd wordt, zoals houder of plaats.");
                continue;
            }
            const auto [rol, nieuw] = rollen.emplace(**k.rol, soort);
            if (!nieuw && rol->second != soort) fout(plek + "/rol", "soort", fmt::format("Deze rol is al van een {}.", rol->second));
            if (!gezien.emplace(**k.rol, *k.als).second) fout(plek + "/als", "dubbel", "Deze rol heeft al zo'n kolom.");
        }
        if (!kenmerk) fout("/kolommen", "geen-kenmerk", "Noem minstens één kolom als kenmerk: daaraan wordt een regel bij de volgende levering herkend.");
    }

    void verbanden() {
        for (std::size_t nr = 0; m.verbanden && nr < m.verbanden->size(); ++nr) {
            const auto& v = (*m.verbanden)[nr];
            const auto plek = fmt::format("/verbanden/{}", nr);
            if (!rollen.contains(*v.wie)) fout(plek + "/wie", "onbekend", "Geen kolom heeft deze rol.");
            if (!rollen.contains(*v.wat)) fout(plek + "/wat", "onbekend", "Geen kolom heeft deze rol.");
            if (*v.wie == *v.wat) fout(plek + "/wat", "zelfde", "Een verband is tussen twee verschillende rollen.");
        }
    }
};

/// A day in the order that was said, or as spreadsheets give it. Punctuation is free.
std::optional<Datum> lees_dag(std::string_view cel, std::string_view vorm) {
    const auto zonder_tijd = cel.substr(0, cel.find(' '));
    if (const auto dag = lees_datum(zonder_tijd)) return dag;
    std::vector<std::string> delen;
    std::string cijfers;
    for (const char c : std::string(zonder_tijd) + "-") {
        if (c >= '0' && c <= '9') {
            cijfers += c;
        } else {
            if (c != '-' && c != '/' && c != '.') return std::nullopt;
            delen.push_back(std::exchange(cijfers, {}));
        }
    }
    if (vorm == "jjjjmmdd") {
        if (delen.size() != 1 || delen[0].size() != 8) return std::nullopt;
        return lees_datum(fmt::format("{}-{}-{}", delen[0].substr(0, 4), delen[0].substr(4, 2), delen[0].substr(6)));
    }
    if (delen.size() != 3) return std::nullopt;
    if (vorm == "dd-mm-jjjj") std::swap(delen[0], delen[2]);
    return lees_datum(fmt::format("{:0>4}-{:0>2}-{:0>2}", delen[0], delen[1], delen[2]));
}

}  // namespace

std::span<const std::string_view> kolomsoorten() { return soorten; }

Mapping lees_mapping(std::string_view json) {
    Mapping uit;
    try {
        uit = json::lees<Mapping>(json::ontleed(json));
    } catch (const Fout& fout) {
        throw Fout(FoutSoort::ongeldig, "mapping-ongeldig", fout.code() == "invoer-ongeldig" ? "De mapping klopt niet. Zie de genoemde plekken." : fout.what(), fout.velden());
    }
    Keuring k{.m = uit, .fouten = {}, .rollen = {}};
    k.bestand();
    k.kolommen();
    k.verbanden();
    if (!k.fouten.empty()) throw Fout(FoutSoort::ongeldig, "mapping-ongeldig", "De mapping klopt niet. Zie de genoemde plekken.", std::move(k.fouten));
    return uit;
}

tabel::Opties tabelopties(const Mapping& m) {
    tabel::Opties uit;
    if (!m.bestand) return uit;
    const auto& b = *m.bestand;
    if (b.tekenset) uit.tekenset = **b.tekenset == "utf-8" ? tabel::Tekenset::utf8 : tabel::Tekenset::windows1252;
    if (b.scheiding) uit.scheiding = **b.scheiding == "tab" ? '\t' : (**b.scheiding)[0];
    if (b.blad) uit.blad = **b.blad;
    if (b.kopregel) uit.kopregel = static_cast<std::uint64_t>(**b.kopregel);
    return uit;
}

std::string regime_van(const Mapping& m) {
    std::vector<Label> labels;
    for (const auto& k : m.kolommen) labels.push_back({.regime = *k.regime, .doorgifte = "vrij", .doorgifte_reden = {}});
    return strengste(labels).regime;
}

Rijmaker::Rijmaker(const Mapping& mapping, const std::vector<std::string>& namen) : m_mapping(mapping) {
    std::vector<VeldFout> ontbreekt;
    std::set<std::string> genoemd;
    for (const auto& k : mapping.kolommen) {
        const auto plek = std::ranges::find(namen, *k.kolom);
        if (plek == namen.end()) ontbreekt.push_back({"kolom " + *k.kolom, "ontbreekt", "Deze kolom staat niet in het bestand."});
        m_plek.push_back(static_cast<std::size_t>(plek - namen.begin()));
        genoemd.insert(*k.kolom);
    }
    if (!ontbreekt.empty()) throw Fout(FoutSoort::ongeldig, "tabel-kop", "Dit bestand heeft niet alle kolommen van de mapping. Er is niets gewijzigd.", std::move(ontbreekt));
    for (const auto& naam : namen) {
        if (!genoemd.contains(naam)) m_ongebruikt.push_back(naam);
    }
}

std::variant<Rij, std::vector<Celfout>> Rijmaker::maak(const std::vector<std::string>& cellen) const {
    constexpr std::size_t langste_kenmerk = 200, langste_naam = 300;
    Rij uit;
    std::vector<Celfout> fouten;
    std::map<std::string, std::size_t> plekken;  ///< rol → place in genoemd
    const auto vorm = m_mapping.bestand && m_mapping.bestand->datumvorm ? **m_mapping.bestand->datumvorm : std::string("jjjj-mm-dd");
    for (std::size_t nr = 0; nr < m_plek.size(); ++nr) {
        const auto& k = m_mapping.kolommen[nr];
        const auto& cel = cellen.at(m_plek[nr]);
        const auto& als = *k.als;
        const auto fout = [&](std::string uitleg) { fouten.push_back({*k.kolom, std::move(uitleg)}); };
        if (als == "kenmerk") {
            if (cel.empty()) fout("Het kenmerk ontbreekt.");
            uit.sleutel += (uit.sleutel.empty() ? "" : " / ") + cel;
            continue;
        }
        if (cel.empty()) continue;
        if (als == "titel") {
            uit.titel = cel;
        } else if (als == "van" || als == "tot") {
            const auto dag = lees_dag(cel, vorm);
            if (!dag) fout("Dit is geen dag in de vorm " + vorm + ".");
            else (als == "van" ? uit.van : uit.tot) = dag;
        } else if (als == "veld") {
            uit.velden.push_back({k.naam ? **k.naam : *k.kolom, cel, *k.regime});
        } else {
            const auto [plek, nieuw] = plekken.emplace(**k.rol, uit.genoemd.size());
            if (nieuw) uit.genoemd.push_back({.rol = **k.rol, .soort = std::string(entiteitsoort(als)), .tekst = {}, .regime = *k.regime, .sleutel = {}, .straat = {}, .huisletter = {}, .toevoeging = {}, .postcode = {}, .plaats = {}, .huisnummer = {}});
            auto& g = uit.genoemd[plek->second];
            if (strengheid_regime(*k.regime) > strengheid_regime(g.regime)) g.regime = *k.regime;
            if (als == "kvk-nummer" || als == "kenteken" || als == "nummeraanduiding") {
                const auto sleutel = entiteit::gewone_sleutel(g.soort, cel);
                if (!sleutel.waarde) fout(sleutel.uitleg);
                g.sleutel = sleutel.waarde;
                if (g.tekst.empty() && als != "nummeraanduiding") g.tekst = cel;
            } else if (als == "persoon" || als == "bedrijf") {
                if (lengte(cel) > langste_naam) fout("Deze naam is langer dan driehonderd tekens.");
                g.tekst = cel;
            } else if (als == "huisnummer") {
                int getal = 0;
                for (const char c : cel) getal = c >= '0' && c <= '9' && getal < 100'000 ? getal * 10 + (c - '0') : 1'000'000;
                if (getal < 1 || getal > 99'999) fout("Een huisnummer is een getal van 1 tot 99999; letter en toevoeging staan in een eigen kolom.");
                else g.huisnummer = getal;
            } else if (als == "postcode") {
                std::string netjes;
                for (const char c : cel) {
                    if (c != ' ') netjes += c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
                }
                g.postcode = netjes;
            } else {
                (als == "straat" ? g.straat : als == "huisletter" ? g.huisletter : als == "toevoeging" ? g.toevoeging : g.plaats) = cel;
            }
        }
    }
    if (lengte(uit.sleutel) > langste_kenmerk) fouten.push_back({"", "Het kenmerk is langer dan tweehonderd tekens."});
    if (uit.van && uit.tot && *uit.tot < *uit.van) fouten.push_back({"", "Het einde ligt voor het begin."});
    if (!fouten.empty()) return fouten;
    if (uit.titel.empty()) uit.titel = *m_mapping.naam;
    for (auto& g : uit.genoemd) {
        if (g.soort != "adres") continue;
        g.tekst = fmt::format("{} {}{}{}, {} {}", g.straat.value_or(""), g.huisnummer ? std::to_string(*g.huisnummer) : "", g.huisletter.value_or(""), g.toevoeging ? "-" + *g.toevoeging : "",
                              g.postcode.value_or(""), g.plaats.value_or(""));
        g.tekst = std::string(trim(g.tekst));
        if (g.tekst == ",") g.tekst = g.sleutel.value_or("");
    }
    for (const auto& v : m_mapping.verbanden.value_or(std::vector<Verbandwijze>{})) {
        const auto wie = plekken.find(*v.wie), wat = plekken.find(*v.wat);
        if (wie != plekken.end() && wat != plekken.end()) uit.verbanden.push_back({*v.soort, wie->second, wat->second});
    }
    return uit;
}

}  // namespace damwand::gemeenteregister
