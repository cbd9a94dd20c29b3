// SPDX-License-Identifier: EUPL-1.2
// Looking up names while somebody types, at the country's size, in memory; no database: 250,000 distinct street names in 2,500 places, or the names of
// 3.5 million establishments, of which some words stand in hundreds of thousands (Zipf's law).
// Queries are drawn by seed from the names, each with two typing errors, some with words swapped or one missing. Correctness: a query
// counts as found when one of the ten has a distance no worse than the tenth of a brute force written apart (Levenshtein over whole names, the words typed
// in any order); 98 of 100 must be, and the misses are printed. Both texts stand as the product stores them: folded, "b v" as "bv", "dr" as "doctor".
// "deel" is stricter: of all hits shown, how many are that near. Times are processor time of the search: others may use the machine.
//   bench_zoek [names [queries [straten|bedrijven [checked]]]]     default 250000, 500, straten, all; for companies 3500000 2000 bedrijven 200
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <map>
#include <random>

#include "base/tekst.hpp"
#include "engine/zoek/naamwijzer.hpp"
#include "engine/zoek/straatwijzer.hpp"
#include "letters.hpp"
#include "namen.hpp"

namespace {

using namespace damwand;
using namespace namen;

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
    const auto plaatsen = plaatsnamen(2500, toeval);
    const bool bedrijven = argc > 3 && std::string_view(argv[3]) == "bedrijven";
    const auto straten = bedrijven ? bedrijfsnamen(aantal, plaatsen, toeval) : straatnamen(aantal, toeval);
    std::vector<zoek::Straatnaam> namen;
    std::vector<zoek::Naam> bedrijfs;
    for (const auto& naam : straten) {
        if (bedrijven) bedrijfs.push_back({.id = static_cast<std::int32_t>(bedrijfs.size()), .gevouwen = naam});
        else namen.push_back({.id = static_cast<std::int32_t>(namen.size()), .woonplaats = 0, .gevouwen = naam, .woonplaats_gevouwen = bedrijven ? std::string{} : plaatsen[toeval() % plaatsen.size()]});
    }
    const auto nu = [] {
        timespec tijd{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &tijd);
        return static_cast<double>(tijd.tv_sec) * 1e3 + static_cast<double>(tijd.tv_nsec) / 1e6;
    };
    for (int i = 0; i < 2000; ++i) {
        const auto &a = straten[toeval() % straten.size()], &b = straten[toeval() % straten.size()];
        if (a.size() <= 64 && letters::verte({letters::Kolom(a)}, b) != letters::per_letter(a, b)) throw std::runtime_error("the brute force is wrong");
    }
    const auto begin = nu();
    const auto rss = [] {
        rusage r{};
        getrusage(RUSAGE_SELF, &r);
        return r.ru_maxrss / 1024;
    };
    const auto vooraf = rss();
    const zoek::Straatwijzer straatwijzer(namen);
    const zoek::Naamwijzer naamwijzer(bedrijfs);
    const double opbouw = nu() - begin;
    const auto zoek = [&](const std::vector<std::string>& woorden) {
        std::vector<std::size_t> uit;
        if (bedrijven) {
            for (const auto& t : naamwijzer.zoek(woorden, 10)) uit.push_back(static_cast<std::size_t>(t.id));
        } else {
            for (const auto& t : straatwijzer.zoek(woorden, 10)) uit.push_back(static_cast<std::size_t>(t.id));
        }
        return uit;
    };

    std::vector<double> tijden;
    std::pair<double, std::string> traagste;
    const auto nagegaan = getal(argc, argv, 4, vragen);
    std::size_t raak = 0, getoond = 0, getoond_dichtbij = 0;
    const auto zoals_bewaard = [&](const std::vector<std::string>& woorden) { return bedrijven ? zoek::vorm_samen(zoek::naamwoorden(fmt::format("{}", fmt::join(woorden, " ")))) : woorden; };
    std::vector<std::string> bewaard;
    std::map<std::string, std::size_t> hoe_vaak;
    for (const auto& naam : straten) ++hoe_vaak[bewaard.emplace_back(fmt::format("{}", fmt::join(zoals_bewaard(splits(naam, ' ')), " ")))];
    for (std::size_t i = 0; i < vragen; ++i) {
        auto woorden = splits(straten[toeval() % straten.size()], ' ');
        auto& langste = *std::max_element(woorden.begin(), woorden.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
        for (int f = 0; f < 2; ++f) maak_fout(langste, toeval);
        if (woorden.size() > 1 && toeval() % 4 == 0) std::swap(woorden.front(), woorden.back());
        else if (woorden.size() > 2 && toeval() % 4 == 0) woorden.erase(woorden.begin());
        const auto van = nu();
        const auto gevonden = zoek(woorden);
        tijden.push_back(nu() - van);
        traagste = std::max(traagste, std::pair{tijden.back(), fmt::format("{}", fmt::join(woorden, " "))});

        if (i >= nagegaan) continue;
        // Brute force: every order of at most three words against every whole name; of more, as typed and with the first and the last swapped back.
        woorden = zoals_bewaard(woorden);
        std::vector<std::string> ordes{fmt::format("{}", fmt::join(woorden, " "))};
        auto orde = woorden;
        constexpr std::size_t alle_ordes = 3;
        if (orde.size() <= alle_ordes) {
            std::sort(orde.begin(), orde.end());
            while (std::next_permutation(orde.begin(), orde.end())) ordes.push_back(fmt::format("{}", fmt::join(orde, " ")));
            std::sort(orde.begin(), orde.end());
        } else {
            std::swap(orde.front(), orde.back());
        }
        ordes.push_back(fmt::format("{}", fmt::join(orde, " ")));
        constexpr std::size_t ver = 12;
        const std::vector<letters::Kolom> kolommen(ordes.begin(), ordes.end());
        const auto verte = [&](const std::string& naam) { return std::min(ver + 1, letters::verte(kolommen, naam)); };
        std::string naaste;
        std::vector<std::size_t> tien(10, ver + 1);  // the ten nearest, the furthest first
        for (const auto& [naam, keren] : hoe_vaak) {
            const auto hoogstens = std::min(ver, tien.front());
            const auto lang = ordes.front().size();
            if ((naam.size() > lang ? naam.size() - lang : lang - naam.size()) > hoogstens) continue;
            const auto d = verte(naam);
            if (d < *std::ranges::min_element(tien)) naaste = naam;
            for (std::size_t k = 0; k < std::min<std::size_t>(keren, tien.size()) && d < tien.front(); ++k) {
                std::pop_heap(tien.begin(), tien.end());
                tien.back() = d;
                std::push_heap(tien.begin(), tien.end());
            }
        }
        const auto grens = tien.front();
        const auto dichtbij = static_cast<std::size_t>(std::ranges::count_if(gevonden, [&](std::size_t nr) { return verte(bewaard[nr]) <= grens; }));
        getoond += 10;
        getoond_dichtbij += dichtbij;
        if (dichtbij > 0) ++raak;
        else fmt::print(stderr, "missed: {} (nearest {}, {} edits; the tenth {}; shown first {})\n", fmt::join(woorden, " "), naaste, *std::ranges::min_element(tien), grens, gevonden.empty() ? "nothing" : bewaard[gevonden.front()]);
    }
    std::sort(tijden.begin(), tijden.end());
    const double recall = static_cast<double>(raak) / static_cast<double>(std::min(nagegaan, vragen));
    fmt::print(stderr, "slowest: {} ({:.1f} ms)\n", traagste.second, traagste.first);
    fmt::print("{{\"bench\":\"zoek\",\"wat\":\"{}\",\"namen\":{},\"vragen\":{},\"opbouwMs\":{:.0f},\"megabyteErbij\":{},\"mediaanMs\":{:.2f},\"p95Ms\":{:.2f},\"p99Ms\":{:.2f},\"hoogsteMs\":{:.2f},\"nagegaan\":{},\"recall10\":{:.3f},\"deel\":{:.3f}}}\n", bedrijven ? "bedrijven" : "straten", straten.size(), vragen,
               opbouw, rss() - vooraf, deel(tijden, 0.5), deel(tijden, 0.95), deel(tijden, 0.99), tijden.back(), std::min(nagegaan, vragen), recall, static_cast<double>(getoond_dichtbij) / static_cast<double>(std::max<std::size_t>(1, getoond)));
    return recall < 0.98 ? 1 : 0;
}
