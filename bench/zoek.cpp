// SPDX-License-Identifier: EUPL-1.2
// Looking up street names while somebody types, at the country's size: 250,000 distinct names in 2,500 places, in memory; no database.
// Queries are drawn by seed from the names, each with two typing errors, some with words swapped or one missing. Correctness: a query
// counts as found when one of the ten has a distance no worse than the tenth of a brute force written apart (Levenshtein over whole names);
// 98 of 100 must be, and the misses are printed. Times are processor time of the search: others may use the machine.
//   bench_zoek [names] [queries]     default 250000 and 500
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <random>
#include <set>

#include "base/tekst.hpp"
#include "engine/zoek/straatwijzer.hpp"

namespace {

using namespace damwand;

/// Levenshtein's distance by two rows; stops above `hoogstens`.
std::size_t afstand(const std::string& a, const std::string& b, std::size_t hoogstens) {
    std::vector<std::size_t> rij(b.size() + 1), vorige(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) vorige[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        rij[0] = i;
        std::size_t laagste = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            rij[j] = std::min({vorige[j] + 1, rij[j - 1] + 1, vorige[j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            laagste = std::min(laagste, rij[j]);
        }
        if (laagste > hoogstens) return hoogstens + 1;
        std::swap(rij, vorige);
    }
    return vorige[b.size()];
}

std::string lettergreep(std::mt19937& toeval) {
    static constexpr std::array<const char*, 24> begin{"b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br", "st", "gr", "kl", "sch", "vl", "tr", "kr"};
    static constexpr std::array<const char*, 14> midden{"a", "e", "i", "o", "u", "aa", "ee", "oo", "oe", "ui", "y", "ie", "eu", "ou"};
    static constexpr std::array<const char*, 12> eind{"", "", "", "n", "r", "l", "s", "k", "t", "ng", "rt", "m"};
    return std::string(begin.at(toeval() % begin.size())) + midden.at(toeval() % midden.size()) + eind.at(toeval() % eind.size());
}

std::string straatnaam(std::mt19937& toeval) {
    static constexpr std::array<const char*, 10> achter{"straat", "laan", "weg", "plein", "hof", "pad", "kade", "singel", "dreef", "steeg"};
    static constexpr std::array<const char*, 8> voor{"burgemeester ", "van der ", "van ", "de ", "oude ", "nieuwe ", "prins ", "sint "};
    std::string uit = toeval() % 3 == 0 ? voor.at(toeval() % voor.size()) : "";
    for (auto nog = 2 + toeval() % 2; nog > 0; --nog) uit += lettergreep(toeval);
    return uit + achter.at(toeval() % achter.size());
}

void maak_fout(std::string& woord, std::mt19937& toeval) {
    const auto plek = toeval() % woord.size();
    const char letter = static_cast<char>('a' + toeval() % 26);
    switch (toeval() % 3) {
        case 0: woord.erase(plek, 1); break;
        case 1: woord.insert(plek, 1, letter); break;
        default: woord[plek] = letter;
    }
}

double deel(const std::vector<double>& gesorteerd, double p) {
    return gesorteerd[std::min(gesorteerd.size() - 1, static_cast<std::size_t>(p * static_cast<double>(gesorteerd.size())))];
}

std::size_t getal(int argc, char** argv, int plek, std::size_t anders) {
    if (argc <= plek) return anders;
    std::size_t uit = anders;
    const std::string_view tekst(argv[plek]);
    std::from_chars(tekst.data(), tekst.data() + tekst.size(), uit);
    return uit;
}

}  // namespace

int main(int argc, char** argv) {
    const auto aantal = getal(argc, argv, 1, 250'000), vragen = getal(argc, argv, 2, 500);
    std::mt19937 toeval(20261122);
    std::vector<std::string> plaatsen;
    for (int i = 0; i < 2500; ++i) plaatsen.push_back(lettergreep(toeval) + lettergreep(toeval) + "dam");
    std::set<std::string> uniek;
    while (uniek.size() < aantal) uniek.insert(straatnaam(toeval));
    const std::vector<std::string> straten(uniek.begin(), uniek.end());
    std::vector<zoek::Straatnaam> namen;
    for (const auto& naam : straten) {
        namen.push_back({.id = static_cast<std::int32_t>(namen.size()), .woonplaats = 0, .gevouwen = naam, .woonplaats_gevouwen = plaatsen[toeval() % plaatsen.size()]});
    }
    const auto nu = [] {
        timespec tijd{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &tijd);
        return static_cast<double>(tijd.tv_sec) * 1e3 + static_cast<double>(tijd.tv_nsec) / 1e6;
    };
    const auto begin = nu();
    const zoek::Straatwijzer wijzer(namen);
    const double opbouw = nu() - begin;

    std::vector<double> tijden;
    std::size_t raak = 0;
    for (std::size_t i = 0; i < vragen; ++i) {
        auto woorden = splits(straten[toeval() % straten.size()], ' ');
        auto& langste = *std::max_element(woorden.begin(), woorden.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
        for (int f = 0; f < 2; ++f) maak_fout(langste, toeval);
        if (woorden.size() > 1 && toeval() % 4 == 0) std::swap(woorden.front(), woorden.back());
        else if (woorden.size() > 2 && toeval() % 4 == 0) woorden.erase(woorden.begin());
        const auto van = nu();
        const auto gevonden = wijzer.zoek(woorden, 10);
        tijden.push_back(nu() - van);

        // Brute force: every order of at most three words against every whole name.
        std::vector<std::string> ordes;
        auto orde = woorden;
        std::sort(orde.begin(), orde.end());
        do ordes.push_back(fmt::format("{}", fmt::join(orde, " ")));
        while (std::next_permutation(orde.begin(), orde.end()));
        constexpr std::size_t ver = 12;
        const auto verte = [&](const std::string& naam) {
            std::size_t beste = ver + 1;
            for (const auto& o : ordes) beste = std::min(beste, afstand(o, naam, std::min(beste, ver)));
            return beste;
        };
        std::vector<std::size_t> tien;
        for (const auto& naam : straten) tien.push_back(verte(naam));
        std::nth_element(tien.begin(), tien.begin() + 9, tien.end());
        const auto grens = tien[9];
        if (std::any_of(gevonden.begin(), gevonden.end(), [&](const auto& t) { return verte(straten[static_cast<std::size_t>(t.id)]) <= grens; })) ++raak;
        else fmt::print(stderr, "missed: {}\n", fmt::join(woorden, " "));
    }
    std::sort(tijden.begin(), tijden.end());
    const double recall = static_cast<double>(raak) / static_cast<double>(vragen);
    fmt::print("{{\"bench\":\"zoek\",\"namen\":{},\"vragen\":{},\"opbouwMs\":{:.0f},\"mediaanMs\":{:.2f},\"p95Ms\":{:.2f},\"p99Ms\":{:.2f},\"hoogsteMs\":{:.2f},\"recall10\":{:.3f}}}\n", straten.size(), vragen,
               opbouw, deel(tijden, 0.5), deel(tijden, 0.95), deel(tijden, 0.99), tijden.back(), recall);
    return recall < 0.98 ? 1 : 0;
}
