// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cmath>
#include <random>
#include <set>
#include <string>
#include <vector>

/// Names of streets and companies made by seed, as many as the country has, and the errors people make in typing them.
namespace damwand::namen {

inline std::string lettergreep(std::mt19937& toeval) {
    static constexpr std::array<const char*, 24> begin{"b", "d", "f", "g", "h", "k", "l", "m", "n", "p", "r", "s", "t", "v", "w", "z", "br", "st", "gr", "kl", "sch", "vl", "tr", "kr"};
    static constexpr std::array<const char*, 14> midden{"a", "e", "i", "o", "u", "aa", "ee", "oo", "oe", "ui", "y", "ie", "eu", "ou"};
    static constexpr std::array<const char*, 12> eind{"", "", "", "n", "r", "l", "s", "k", "t", "ng", "rt", "m"};
    return std::string(begin.at(toeval() % begin.size())) + midden.at(toeval() % midden.size()) + eind.at(toeval() % eind.size());
}

inline std::string straatnaam(std::mt19937& toeval) {
    static constexpr std::array<const char*, 10> achter{"straat", "laan", "weg", "plein", "hof", "pad", "kade", "singel", "dreef", "steeg"};
    static constexpr std::array<const char*, 8> voor{"burgemeester ", "van der ", "van ", "de ", "oude ", "nieuwe ", "prins ", "sint "};
    std::string uit = toeval() % 3 == 0 ? voor.at(toeval() % voor.size()) : "";
    for (auto nog = 2 + toeval() % 2; nog > 0; --nog) uit += lettergreep(toeval);
    return uit + achter.at(toeval() % achter.size());
}

/// One of so many, the first most often: the nth in proportion to 1/n.
inline std::size_t zipf(std::mt19937& toeval, std::size_t aantal) {
    const double deel = static_cast<double>(toeval()) / 4294967296.0;
    return std::min(aantal - 1, static_cast<std::size_t>(std::pow(static_cast<double>(aantal + 1), deel)) - 1);
}

/// Names as people give their companies: what they do, who they are, where, and in which form.
inline std::vector<std::string> bedrijfsnamen(std::size_t aantal, const std::vector<std::string>& plaatsen, std::mt19937& toeval) {
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

inline void maak_fout(std::string& woord, std::mt19937& toeval) {
    const auto plek = toeval() % woord.size();
    const char letter = static_cast<char>('a' + toeval() % 26);
    switch (toeval() % 3) {
        case 0: woord.erase(plek, 1); break;
        case 1: woord.insert(plek, 1, letter); break;
        default: woord[plek] = letter;
    }
}

/// So many distinct street names.
inline std::vector<std::string> straatnamen(std::size_t aantal, std::mt19937& toeval) {
    std::set<std::string> uniek;
    while (uniek.size() < aantal) uniek.insert(straatnaam(toeval));
    return {uniek.begin(), uniek.end()};
}
inline std::vector<std::string> plaatsnamen(std::size_t aantal, std::mt19937& toeval) {
    std::vector<std::string> uit;
    for (std::size_t i = 0; i < aantal; ++i) uit.push_back(lettergreep(toeval) + lettergreep(toeval) + "dam");
    return uit;
}

}  // namespace damwand::namen
