// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/wereld.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

#include "base/tekst.hpp"

namespace damwand::app::demo {

namespace {

constexpr std::array wie{Medewerker{"coordinator", "Marit Oudewater", "coordinator"},
                         Medewerker{"analist", "Yasin el Khattabi", "informatieanalist"},
                         Medewerker{"analist2", "Thijs Bakhuizen", "informatieanalist"},
                         Medewerker{"toezicht", "Dylan Roozenbeek", "toezichthouder"},
                         Medewerker{"toezicht2", "Naomi Pinas", "toezichthouder"},
                         Medewerker{"jurist", "Fenna Hoogstraten", "jurist"},
                         Medewerker{"bibob", "Rachid Bouhali", "bibob"},
                         Medewerker{"deelnemer", "Anouk Verschuren", "deelnemer"},
                         Medewerker{"vergunningen", "Joost Lammertink", "deelnemer"},
                         Medewerker{"burgerzaken", "Shanti Ramdin", "deelnemer"},
                         Medewerker{"beleid", "Pieter-Jan Kolkman", "beleid"},
                         Medewerker{"communicatie", "Esra Yıldız", "communicatie"},
                         Medewerker{"burgemeester", "Hanneke Terpstra", "burgemeester"},
                         Medewerker{"partner", "Bas Wijntjes", "partner"},
                         Medewerker{"partner2", "Ilse Vonkenberg", "partner"},
                         Medewerker{"privacy", "Mei-Lin de Groot", "privacy"},
                         Medewerker{"archivaris", "Gerrit Nijenhuis", "archivaris"},
                         Medewerker{"beheer", "Samira Azzouzi", "beheer"},
                         Medewerker{"techniek", "Jeroen Vlasblom", "techniek"},
                         Medewerker{"melder", "Willemijn Kerkhoven", "melder"},
                         Medewerker{"regio-analist", "Quincy Martina", "regio-analist"},
                         Medewerker{"regio-regisseur", "Lotte Overdijk", "regio-regisseur"}};

/// `volg` and a prefix, the first from `volg` on whose eight digits are no BSN.
std::string acht_cijfers(std::string_view voor, std::uint64_t volg, std::uint64_t maat) {
    for (;; ++volg) {
        auto uit = fmt::format("{}{:0{}}", voor, volg % maat, 8 - voor.size());
        if (!lijkt_bsn(uit)) return uit;
    }
}

}  // namespace

std::span<const Medewerker> medewerkers() { return wie; }

std::uint64_t hutsel(std::string_view tekst) noexcept {
    std::uint64_t som = 14695981039346656037ULL;
    for (const char c : tekst) som = (som ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return som;
}

bool lijkt_bsn(std::string_view cijfers) noexcept {
    if (cijfers.size() != 8 && cijfers.size() != 9) return false;
    int som = 0;
    int gewicht = static_cast<int>(cijfers.size());
    for (const char c : cijfers) {
        if (c < '0' || c > '9') return false;
        som += (gewicht > 1 ? gewicht : -1) * (c - '0');
        --gewicht;
    }
    return som % 11 == 0;
}

std::string kvk_van(std::string_view naam) { return acht_cijfers("00", hutsel(naam), 1'000'000); }

std::string telefoon_van(int volg) { return "06-" + acht_cijfers("000", static_cast<std::uint64_t>(volg), 100'000); }

std::string iban_van(int volg) {
    const auto rekening = fmt::format("{:010}", volg * 7907);
    // ISO 13616: 98 minus the remainder of bank, account, country and 00 in digits (A = 10).
    int rest = 0;
    for (const char c : "DEMO" + rekening + "NL00") {
        rest = c >= 'A' ? (rest * 100 + (c - 'A' + 10)) % 97 : (rest * 10 + (c - '0')) % 97;
    }
    return fmt::format("NL{:02} DEMO {} {} {}", 98 - rest, rekening.substr(0, 4), rekening.substr(4, 4),
                       rekening.substr(8));
}

boost::json::array lees_vermeldingen(std::string_view tekst, std::string_view graad) {
    boost::json::array uit;
    for (std::size_t begin = 0; begin < tekst.size();) {
        const auto einde = std::min(tekst.find(';', begin), tekst.size());
        const auto deel = trim(tekst.substr(begin, einde - begin));
        begin = einde + 1;
        if (deel.size() < 3 || deel[1] != ' ') throw std::logic_error(fmt::format("no mention: {}", deel));
        const auto streep = std::min(deel.find('|'), deel.size());
        std::string wat(deel.substr(2, streep - 2));
        boost::json::object v;
        switch (deel[0]) {
            case 'p':
                v["soort"] = "persoon";
                break;
            case 'b':
                v["soort"] = "bedrijf";
                v["sleutel"] = kvk_van(wat);
                break;
            case 'v':
                v["soort"] = "voertuig";
                v["sleutel"] = wat;
                break;
            case 'e':
                v["soort"] = "email";
                v["sleutel"] = wat;
                break;
            case 't':
                v["soort"] = "telefoon";
                v["sleutel"] = wat = telefoon_van(std::stoi(wat));
                break;
            case 'r':
                v["soort"] = "rekening";
                v["sleutel"] = wat = iban_van(std::stoi(wat));
                break;
            case 's':
                v["soort"] = "vaartuig";
                v["sleutel"] = wat = acht_cijfers("000", static_cast<std::uint64_t>(std::stoi(wat)), 100'000);
                break;
            default:
                throw std::logic_error(fmt::format("no kind of mention: {}", deel));
        }
        v["tekst"] = wat;
        if (streep < deel.size()) v["rol"] = deel.substr(streep + 1);
        if (graad.size() == 2) {
            v["bronBetrouwbaarheid"] = graad.substr(0, 1);
            v["informatieWaarde"] = graad[1] - '0';
        }
        uit.emplace_back(std::move(v));
    }
    return uit;
}

}  // namespace damwand::app::demo
