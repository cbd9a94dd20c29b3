// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include "engine/tabel/blad.hpp"

/// XLSX: ECMA-376 part 1, §18 (SpreadsheetML).
namespace damwand::tabel {

Fout geen_blad(const std::string& naam) {
    return {FoutSoort::ongeldig, "tabel-kop", naam.empty() ? "In dit rekenblad staat geen blad." : "Er is geen blad met de naam \"" + naam + "\" in dit rekenblad."};
}

void voeg_toe(std::string& cel, std::string_view stuk) { cel += stuk.substr(0, langste_cel + 1 - std::min(cel.size(), langste_cel + 1)); }

namespace {

std::optional<std::size_t> getal(std::string_view tekst) {
    std::size_t uit = 0;
    const auto [einde, fout] = std::from_chars(tekst.data(), tekst.data() + tekst.size(), uit);
    if (fout != std::errc{} || einde != tekst.data() + tekst.size()) return std::nullopt;
    return uit;
}

/// Which sheet is which file, and how days are counted.
struct Werkmap : Xmllezer {
    std::vector<std::pair<std::string, std::string>> bladen;  ///< name, id of its relation
    bool vanaf_1904 = false;
    void open(std::string_view naam, const Kenmerken& k) override {
        if (naam == "sheet" && bladen.size() < meeste_kolommen) bladen.emplace_back(kenmerk(k, "name"), kenmerk(k, "id"));
        if (naam == "workbookPr") vanaf_1904 = kenmerk(k, "date1904") == "1" || kenmerk(k, "date1904") == "true";
    }
    void sluit(std::string_view) override {}
    void tekst(std::string_view) override {}
};
struct Relaties : Xmllezer {
    std::map<std::string, std::string, std::less<>> doel;
    void open(std::string_view naam, const Kenmerken& k) override {
        if (naam == "Relationship" && doel.size() < 10'000) doel.emplace(kenmerk(k, "Id"), kenmerk(k, "Target"));
    }
    void sluit(std::string_view) override {}
    void tekst(std::string_view) override {}
};
/// The words that cells point at. Phonetic guides (rPh) are not what the cell says.
struct Woorden : Xmllezer {
    std::vector<std::string> alle;
    std::uint64_t bytes = 0;
    bool in_t = false;
    int uitspraak = 0;
    void open(std::string_view naam, const Kenmerken&) override {
        if (naam == "si") {
            if (alle.size() >= meeste_rijen) throw ongeldig("Dit rekenblad heeft meer dan vijf miljoen verschillende teksten.");
            alle.emplace_back();
        }
        if (naam == "rPh") ++uitspraak;
        in_t = naam == "t" && uitspraak == 0 && !alle.empty();
    }
    void sluit(std::string_view naam) override {
        if (naam == "rPh") --uitspraak;
        in_t = false;
    }
    void tekst(std::string_view stuk) override {
        if (!in_t) return;
        if ((bytes += stuk.size()) > grootste_woorden) throw ongeldig("De teksten in dit rekenblad zijn samen meer dan 128 MiB.");
        voeg_toe(alle.back(), stuk);
    }
};
/// Which of the cell formats show a date: the built-in ones (§18.8.30) and own ones with a day, month or year in them.
struct Opmaak : Xmllezer {
    std::set<std::size_t> eigen;
    std::vector<bool> is_dag;
    bool in_xfs = false;
    void open(std::string_view naam, const Kenmerken& k) override {
        if (naam == "numFmt" && is_dagopmaak(kenmerk(k, "formatCode"))) eigen.insert(getal(kenmerk(k, "numFmtId")).value_or(0));
        if (naam == "cellXfs") in_xfs = true;
        if (naam == "xf" && in_xfs && is_dag.size() < 100'000) {
            const auto id = getal(kenmerk(k, "numFmtId")).value_or(0);
            is_dag.push_back((id >= 14 && id <= 17) || id == 22 || eigen.contains(id));
        }
    }
    void sluit(std::string_view naam) override {
        if (naam == "cellXfs") in_xfs = false;
    }
    void tekst(std::string_view) override {}
    static bool is_dagopmaak(std::string_view code) {
        bool aanhaling = false, haken = false;
        for (std::size_t i = 0; i < code.size(); ++i) {
            const char c = code[i];
            if (c == '"') aanhaling = !aanhaling;
            else if (aanhaling) continue;
            else if (c == '[') haken = true;
            else if (c == ']') haken = false;
            else if (c == '\\') ++i;
            else if (!haken && (c == 'd' || c == 'D' || c == 'y' || c == 'Y' || c == 'j' || c == 'J')) return true;
        }
        return false;
    }
};

/// A number of days as text; what is no day of this calendar stays a number.
std::string als_dag(std::string_view tekst, bool vanaf_1904) {
    using namespace std::chrono;
    double dagen = 0;
    const auto [einde, fout] = std::from_chars(tekst.data(), tekst.data() + tekst.size(), dagen);
    if (fout != std::errc{} || einde != tekst.data() + tekst.size() || !(dagen >= 1 && dagen < 2'958'466)) return std::string(tekst);
    const auto heel = std::floor(dagen);
    // Day 60 of a workbook from 1900 is a day that never was.
    const auto nul = vanaf_1904 ? sys_days{January / 1 / 1904} : heel < 60 ? sys_days{December / 31 / 1899} : sys_days{December / 30 / 1899};
    const year_month_day dag{nul + days{static_cast<int>(heel)}};
    auto uit = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(dag.year()), static_cast<unsigned>(dag.month()), static_cast<unsigned>(dag.day()));
    constexpr double minuten_per_dag = 1440;
    if (const auto minuten = static_cast<int>(std::lround((dagen - heel) * minuten_per_dag)); minuten > 0 && minuten < 1440) uit += fmt::format(" {:02}:{:02}", minuten / 60, minuten % 60);
    return uit;
}

struct Blad : Xmllezer {
    Blad(const Woorden& w, const Opmaak& o, bool uit_1904, Rijenteller& r) : woorden(w), opmaak(o), vanaf_1904(uit_1904), rijen(r) {}
    const Woorden& woorden;
    const Opmaak& opmaak;
    bool vanaf_1904;
    Rijenteller& rijen;
    std::vector<std::string> cellen;
    std::uint64_t regel = 0;
    std::size_t kolom = 0;
    std::string soort, inhoud;
    bool dag = false, luistert = false, te_breed = false;

    void open(std::string_view naam, const Kenmerken& k) override {
        if (naam == "row") {
            regel = std::max<std::uint64_t>(regel + 1, getal(kenmerk(k, "r")).value_or(0));
            cellen.clear();
            kolom = 0;
            te_breed = false;
        } else if (naam == "c") {
            if (const auto plek = kolom_van(kenmerk(k, "r"))) kolom = *plek;
            soort = kenmerk(k, "t");
            const auto stijl = getal(kenmerk(k, "s")).value_or(0);
            dag = stijl < opmaak.is_dag.size() && opmaak.is_dag[stijl];
            inhoud.clear();
        }
        luistert = naam == "v" || (naam == "t" && soort == "inlineStr");
    }
    void sluit(std::string_view naam) override {
        luistert = false;
        if (naam == "c") {
            zet(waarde());
            ++kolom;
        } else if (naam == "row") {
            if (te_breed) rijen.keur_af(regel, "heeft meer dan 200 kolommen");
            else rijen.rij(regel, cellen, false);
        }
    }
    void tekst(std::string_view stuk) override {
        if (luistert) voeg_toe(inhoud, stuk);
    }
    std::string waarde() {
        if (soort == "s") {
            const auto nr = getal(inhoud);
            if (nr && *nr < woorden.alle.size()) return woorden.alle[*nr];
            throw ongeldig("Een cel in dit rekenblad verwijst naar een tekst die er niet is. Sla het rekenblad opnieuw op.");
        }
        if (soort == "b") return inhoud == "1" ? "ja" : "nee";
        if (soort.empty() || soort == "n") return dag ? als_dag(inhoud, vanaf_1904) : inhoud;
        return inhoud;
    }
    void zet(std::string cel) {
        if (cel.empty()) return;
        if (kolom >= meeste_kolommen) {
            te_breed = true;
            return;
        }
        if (cellen.size() <= kolom) cellen.resize(kolom + 1);
        cellen[kolom] = std::move(cel);
    }
    /// "BC12" → 54; nothing when it does not say.
    static std::optional<std::size_t> kolom_van(std::string_view plek) {
        std::size_t uit = 0;
        for (const char c : plek) {
            if (c < 'A' || c > 'Z') break;
            uit = uit * 26 + static_cast<std::size_t>(c - 'A' + 1);
            if (uit > 1'000'000) return 1'000'000;
        }
        if (uit == 0) return std::nullopt;
        return uit - 1;
    }
};

}  // namespace

void lees_xlsx(const Pakket& pakket, const Opties& opties, Rijenteller& rijen, const Voortgang& voortgang) {
    Werkmap werkmap;
    Relaties relaties;
    Woorden woorden;
    Opmaak opmaak;
    pakket.lees("xl/workbook.xml", werkmap);
    pakket.lees("xl/_rels/workbook.xml.rels", relaties);
    const auto blad = std::ranges::find_if(werkmap.bladen, [&](const auto& b) { return opties.blad.empty() || b.first == opties.blad; });
    if (blad == werkmap.bladen.end()) throw geen_blad(opties.blad);
    const auto gevonden = relaties.doel.find(blad->second);
    if (gevonden == relaties.doel.end()) throw geen_blad(opties.blad);
    const auto& doel = gevonden->second;
    const auto naam = doel.starts_with('/') ? doel.substr(1) : "xl/" + doel;
    if (!pakket.heeft(naam)) throw geen_blad(opties.blad);
    pakket.lees("xl/sharedStrings.xml", woorden);
    pakket.lees("xl/styles.xml", opmaak);
    Blad lezer(woorden, opmaak, werkmap.vanaf_1904, rijen);
    pakket.lees(naam, lezer, voortgang);
}

}  // namespace damwand::tabel
