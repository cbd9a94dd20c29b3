// SPDX-License-Identifier: EUPL-1.2
// Looking up names while somebody types, at the country's size, in memory; no database: 250,000 distinct street names in 2,500 places, or the names of
// 3.5 million establishments, of which some words stand in hundreds of thousands (Zipf's law).
// Queries are drawn by seed from the names, each with two typing errors, some with words swapped or one missing. Correctness: a query
// counts as found when one of the ten has a distance no worse than the tenth of a brute force written apart (Levenshtein over whole names);
// 98 of 100 must be, and the misses are printed. Times are processor time of the search: others may use the machine.
//   bench_zoek [names [queries [straten|bedrijven [checked]]]]     default 250000, 500, straten, all; for companies 3500000 2000 bedrijven 200
#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <ctime>
#include <random>
#include <set>

#include "base/tekst.hpp"
#include "engine/zoek/naamwijzer.hpp"
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

/// One of so many, the first most often: the nth in proportion to 1/n.
std::size_t zipf(std::mt19937& toeval, std::size_t aantal) {
    const double deel = static_cast<double>(toeval()) / 4294967296.0;
    return std::min(aantal - 1, static_cast<std::size_t>(std::pow(static_cast<double>(aantal + 1), deel)) - 1);
}

/// Names as people give their companies: what they do, who they are, where, and in which form.
std::vector<std::string> bedrijfsnamen(std::size_t aantal, const std::vector<std::string>& plaatsen, std::mt19937& toeval) {
    static constexpr std::array<const char*, 48> wat{
        "bouwbedrijf", "holding", "beheer", "autobedrijf", "bakkerij", "adviesbureau", "schoonmaakbedrijf", "kapsalon", "transport", "installatietechniek", "vastgoed", "administratiekantoor",
        "restaurant", "slagerij", "timmerbedrijf", "schildersbedrijf", "loonbedrijf", "stichting", "vereniging", "consultancy", "management", "webdesign", "fotografie", "hoveniersbedrijf",
        "tandartspraktijk", "fysiotherapie", "makelaardij", "uitzendbureau", "koeriersdienst", "nagelstudio", "beautysalon", "eetcafe", "cafetaria", "garage", "tegelzetter", "stukadoorsbedrijf",
        "elektrotechniek", "dakbedekking", "zorg", "coaching", "training", "muziekschool", "rijschool", "drukkerij", "boekhandel", "bloemenhandel", "groothandel", "import"};
    static constexpr std::array<const char*, 8> vorm{"b v", "bv", "holding", "beheer", "v o f", "en zonen", "groep", "nederland"};
    static constexpr std::array<const char*, 5> tussen{"de ", "van der ", "van ", "het ", ""};
    std::vector<std::string> mensen;
    std::set<std::string> uniek;
    constexpr std::size_t achternamen = 200'000;
    while (mensen.size() < achternamen) {
        std::string naam = lettergreep(toeval) + lettergreep(toeval) + (toeval() % 2 == 0 ? lettergreep(toeval) : "");
        if (uniek.insert(naam).second) mensen.push_back(std::move(naam));
    }
    std::vector<std::string> uit;
    uit.reserve(aantal);
    while (uit.size() < aantal) {
        std::string naam;
        if (toeval() % 4 != 0) naam += std::string(wat.at(zipf(toeval, wat.size()))) + " ";
        if (toeval() % 6 == 0) naam += std::string(1, static_cast<char>('a' + toeval() % 26)) + " ";
        naam += std::string(tussen.at(toeval() % 3 == 0 ? toeval() % tussen.size() : 4)) + mensen[zipf(toeval, mensen.size())];
        if (toeval() % 6 == 0) naam += " " + plaatsen[zipf(toeval, plaatsen.size())];
        if (toeval() % 2 == 0) naam += std::string(" ") + vorm.at(zipf(toeval, vorm.size()));
        uit.push_back(std::move(naam));
    }
    return uit;
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
    const bool bedrijven = argc > 3 && std::string_view(argv[3]) == "bedrijven";
    std::set<std::string> uniek;
    while (!bedrijven && uniek.size() < aantal) uniek.insert(straatnaam(toeval));
    const auto straten = bedrijven ? bedrijfsnamen(aantal, plaatsen, toeval) : std::vector<std::string>(uniek.begin(), uniek.end());
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
    std::size_t raak = 0;
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
        // At most `grens` + 1: what is further does not count.
        const auto verte = [&](const std::string& naam, std::size_t grens) {
            std::size_t beste = grens + 1;
            for (const auto& o : ordes) beste = std::min(beste, afstand(o, naam, std::min(beste, grens)));
            return beste;
        };
        std::string naaste;
        std::vector<std::size_t> tien(10, ver + 1);  // the ten nearest, the furthest first
        for (const auto& naam : straten) {
            const auto d = verte(naam, std::min(ver, tien.front()));
            if (d >= tien.front()) continue;
            if (d < *std::ranges::min_element(tien)) naaste = naam;
            std::pop_heap(tien.begin(), tien.end());
            tien.back() = d;
            std::push_heap(tien.begin(), tien.end());
        }
        const auto grens = tien.front();
        if (std::any_of(gevonden.begin(), gevonden.end(), [&](std::size_t nr) { return verte(straten[nr], grens) <= grens; })) ++raak;
        else fmt::print(stderr, "missed: {} (nearest {}, {} edits; the tenth {})\n", fmt::join(woorden, " "), naaste, *std::ranges::min_element(tien), grens);
    }
    std::sort(tijden.begin(), tijden.end());
    const double recall = static_cast<double>(raak) / static_cast<double>(std::min(nagegaan, vragen));
    fmt::print(stderr, "slowest: {} ({:.1f} ms)\n", traagste.second, traagste.first);
    fmt::print("{{\"bench\":\"zoek\",\"wat\":\"{}\",\"namen\":{},\"vragen\":{},\"opbouwMs\":{:.0f},\"megabyteErbij\":{},\"mediaanMs\":{:.2f},\"p95Ms\":{:.2f},\"p99Ms\":{:.2f},\"hoogsteMs\":{:.2f},\"nagegaan\":{},\"recall10\":{:.3f}}}\n", bedrijven ? "bedrijven" : "straten", straten.size(), vragen,
               opbouw, rss() - vooraf, deel(tijden, 0.5), deel(tijden, 0.95), deel(tijden, 0.99), tijden.back(), std::min(nagegaan, vragen), recall);
    return recall < 0.98 ? 1 : 0;
}
