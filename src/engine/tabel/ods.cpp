// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <charconv>

#include "engine/tabel/blad.hpp"

/// ODS: OpenDocument 1.3 part 3, §9 (tables) and §19.385 (values).
namespace damwand::tabel {
namespace {

/// A row or cell that says it is there several times: an empty one as often as it likes, one with something in it so often.
constexpr std::uint64_t meeste_herhaling = 10'000;

std::uint64_t keren(const Kenmerken& k, std::string_view naam) {
    const auto tekst = kenmerk(k, naam);
    std::uint64_t uit = 1;
    std::from_chars(tekst.data(), tekst.data() + tekst.size(), uit);
    return std::max<std::uint64_t>(uit, 1);
}

struct Blad : Xmllezer {
    Blad(const Opties& o, Rijenteller& r) : opties(o), rijen(r) {}
    const Opties& opties;
    Rijenteller& rijen;
    bool hier = false, voorbij = false;
    int opmerking = 0, tabellen = 0;
    std::uint64_t regel = 1, rij_keren = 1, cel_keren = 1;
    std::vector<std::string> cellen;
    std::string soort, inhoud;
    bool in_cel = false, in_alinea = false, uit_tekst = false, te_breed = false;
    std::size_t kolom = 0;

    void open(std::string_view naam, const Kenmerken& k) override {
        if (naam == "table") {
            ++tabellen;
            hier = hier || (tabellen == 1 && !voorbij && (opties.blad.empty() || kenmerk(k, "name") == opties.blad));
        }
        if (!hier || tabellen != 1) return;
        if (naam == "table-row") {
            rij_keren = keren(k, "number-rows-repeated");
            cellen.clear();
            kolom = 0;
            te_breed = false;
        } else if (naam == "table-cell" || naam == "covered-table-cell") {
            cel_keren = keren(k, "number-columns-repeated");
            in_cel = true;
            inhoud.clear();
            soort = kenmerk(k, "value-type");
            uit_tekst = false;
            if (soort == "date") {
                inhoud = kenmerk(k, "date-value");
                if (const auto t = inhoud.find('T'); t != std::string::npos) inhoud = inhoud.substr(0, t) + (inhoud.substr(t, 6) == "T00:00" ? "" : " " + inhoud.substr(t + 1, 5));
            } else if (soort == "float" || soort == "currency" || soort == "percentage") {
                inhoud = kenmerk(k, "value");
            } else if (soort == "boolean") {
                inhoud = kenmerk(k, "boolean-value") == "true" ? "ja" : "nee";
            } else {
                inhoud = kenmerk(k, "string-value");
                uit_tekst = inhoud.empty();
            }
        } else if (in_cel && naam == "annotation") {
            ++opmerking;
        } else if (in_cel && uit_tekst && opmerking == 0) {
            if (naam == "p" || naam == "h") {
                if (!inhoud.empty()) inhoud += '\n';
                in_alinea = true;
            } else if (in_alinea && naam == "s") {
                for (auto nog = std::min(keren(k, "c"), meeste_herhaling); nog > 0; --nog) voeg_toe(inhoud, " ");
            } else if (in_alinea && (naam == "tab" || naam == "line-break")) {
                voeg_toe(inhoud, naam == "tab" ? " " : "\n");
            }
        }
    }
    void sluit(std::string_view naam) override {
        if (naam == "table") {
            if (--tabellen == 0 && hier) {
                hier = false;
                voorbij = true;
            }
            return;
        }
        if (!hier || tabellen != 1) return;
        if (naam == "annotation" && opmerking > 0) {
            --opmerking;
        } else if (naam == "p" || naam == "h") {
            if (opmerking == 0) in_alinea = false;
        } else if (naam == "table-cell" || naam == "covered-table-cell") {
            in_cel = in_alinea = false;
            zet();
        } else if (naam == "table-row") {
            sluit_rij();
        }
    }
    void tekst(std::string_view stuk) override {
        if (in_cel && in_alinea && uit_tekst && opmerking == 0) voeg_toe(inhoud, stuk);
    }
    [[nodiscard]] bool klaar() const override { return voorbij; }

    void zet() {
        if (!inhoud.empty()) {
            if (kolom + cel_keren > meeste_kolommen) {
                te_breed = true;
            } else {
                cellen.resize(kolom + cel_keren);
                std::fill(cellen.begin() + static_cast<std::ptrdiff_t>(kolom), cellen.end(), inhoud);
            }
        }
        kolom = static_cast<std::size_t>(std::min<std::uint64_t>(kolom + cel_keren, 10 * meeste_rijen));
    }
    void sluit_rij() {
        const bool leeg = cellen.empty() && !te_breed;
        if (!leeg && rij_keren > meeste_herhaling) throw ongeldig("Een rij in dit rekenblad staat er meer dan tienduizend keer.");
        if (!leeg) {
            for (std::uint64_t nr = 0; nr < rij_keren; ++nr) {
                if (te_breed) {
                    rijen.keur_af(regel + nr, "heeft meer dan 200 kolommen");
                } else {
                    auto deze = cellen;
                    rijen.rij(regel + nr, deze, false);
                }
            }
        }
        regel += std::min<std::uint64_t>(rij_keren, 10 * meeste_rijen);
    }
};

}  // namespace

void lees_ods(const Pakket& pakket, const Opties& opties, Rijenteller& rijen, const Voortgang& voortgang) {
    Blad lezer(opties, rijen);
    pakket.lees("content.xml", lezer, voortgang);
    if (!lezer.voorbij) throw geen_blad(opties.blad);
}

}  // namespace damwand::tabel
