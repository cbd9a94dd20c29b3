// SPDX-License-Identifier: EUPL-1.2
// Looking up an address: 2,000 queries made from the addresses of one municipality as people type them (abbreviations,
// word order, postcode, half words, one typing error), each in a transaction of its own as the application role.
// Correctness: the address meant must come first in nine of ten, and be in the first ten in 98 of 100.
//   bench_adres_zoek [delivery]     default: the real Weesp beside the project, else a generated Damstede of 12,500
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <filesystem>
#include <map>
#include <random>

#include "engine/bag/maker.hpp"
#include "steun/proefomgeving.hpp"
#include "werk/register/register.hpp"

namespace {

using namespace damwand;
namespace fs = std::filesystem;
constexpr std::size_t vragen = 2000;

struct Vraag {
    std::string soort, tekst, bedoeld;
};

std::string klein(std::string t) {
    std::transform(t.begin(), t.end(), t.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return t;
}

/// "Kerkstraat" → "Kerkstr"; unchanged when there is nothing to shorten.
std::string afgekort(std::string straat) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> korter{{{"straat", "str"},
                                                                                          {"laan", "ln"},
                                                                                          {"plein", "pln"},
                                                                                          {"weg", "wg"},
                                                                                          {"steeg", "stg"},
                                                                                          {"Sint ", "st "},
                                                                                          {" van der ", " vd "},
                                                                                          {"Burgemeester ", "burg "}}};
    for (const auto& [lang, kort] : korter) {
        const auto plek = straat.rfind(lang);
        if (plek != std::string::npos && plek > 2) return straat.replace(plek, lang.size(), kort);
    }
    return straat;
}

/// One edit in a word of seven letters or more: a letter left out, doubled or swapped with the next.
std::string tikfout(std::string straat, std::mt19937& toeval) {
    if (straat.size() < 8 ||
        std::any_of(straat.begin(), straat.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
        return straat;
    const auto plek = 2 + toeval() % (straat.size() - 5);
    if (straat[plek] == ' ' || straat[plek + 1] == ' ') return straat;
    switch (toeval() % 3) {
        case 0:
            straat.erase(plek, 1);
            break;
        case 1:
            straat.insert(plek, 1, straat[plek]);
            break;
        default:
            std::swap(straat[plek], straat[plek + 1]);
    }
    return straat;
}

std::vector<Vraag> maak_vragen(const db::Resultaat& adressen) {
    std::mt19937 toeval(20261122);
    std::vector<Vraag> uit;
    while (uit.size() < vragen) {
        const auto rij = adressen[static_cast<int>(toeval() % static_cast<unsigned>(adressen.aantal()))];
        const auto straat = rij.veld<std::string>("straatnaam");
        const auto plaats = rij.veld<std::string>("woonplaatsnaam");
        const auto letter = rij.veld<std::string>("huisletter"), toevoeging = rij.veld<std::string>("toevoeging");
        const auto postcode = rij.veld<std::string>("postcode");
        const auto kaal = rij.veld<std::string>("huisnummer");
        const auto nummer = kaal + letter + (toevoeging.empty() ? "" : "-" + toevoeging);
        const auto bedoeld = rij.veld<std::string>("id");
        switch (uit.size() % 10) {
            case 0:
                uit.push_back({"heel", straat + " " + nummer + ", " + postcode + " " + plaats, bedoeld});
                break;
            case 1:
                uit.push_back({"zonder postcode", klein(straat + " " + nummer + " " + plaats), bedoeld});
                break;
            case 2:
                uit.push_back({"afgekort", klein(afgekort(straat) + " " + nummer + " " + plaats), bedoeld});
                break;
            case 3:
                uit.push_back({"zonder plaats", klein(straat + " " + nummer), bedoeld});
                break;
            case 4:
                uit.push_back({"plaats voorop", plaats + " " + straat + " " + nummer, bedoeld});
                break;
            case 5:
                uit.push_back({"nummer voorop", klein(nummer + " " + straat), bedoeld});
                break;
            case 6:
                if (!postcode.empty()) uit.push_back({"postcode", klein(postcode + " " + nummer), bedoeld});
                break;
            case 7:
                uit.push_back({"tikfout", klein(tikfout(straat, toeval) + " " + nummer + " " + plaats), bedoeld});
                break;
            case 8:
                uit.push_back({"letter los", klein(straat + " " + kaal + " " + letter + " " + toevoeging), bedoeld});
                break;
            default:
                uit.push_back({"half", klein(straat + " " + nummer + " " + plaats.substr(0, 3)), bedoeld});
        }
    }
    return uit;
}

double deel(const std::vector<double>& gesorteerd, double p) {
    return gesorteerd[std::min(gesorteerd.size() - 1,
                               static_cast<std::size_t>(p * static_cast<double>(gesorteerd.size())))];
}

}  // namespace

int main(int argc, char** argv) {
    const auto weesp =
        fs::path{DAMWAND_BRONMAP}.parent_path() / "shared" / "data" / "bag" / "weesp-0457" / "BAGGEM0457L-15102021.zip";
    fs::path bron = argc > 1 ? fs::path(argv[1]) : weesp;
    fs::path gemaakt;
    if (!fs::exists(bron)) {
        bag::MaakOpties opties;
        opties.adressen = 12500;
        gemaakt = fs::temp_directory_path() / "damwand-bench-adres";
        bron = bag::maak(opties, gemaakt).bestand;
    }
    proef::Omgeving omgeving(registers::routes());
    const auto begin_laden = std::chrono::steady_clock::now();
    {
        db::Pool lader(omgeving.cluster().dsn("lader"), 1);
        const std::array bronnen{bron};
        static_cast<void>(registers::laad(lader, bronnen));
    }
    const double laden = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_laden).count();
    if (!gemaakt.empty()) fs::remove_all(gemaakt);
    const auto adressen = omgeving.beheer().doe(
        "select lpad(nummeraanduiding::text, 16, '0') as id, straatnaam, huisnummer::text as huisnummer, "
        "coalesce(huisletter, '') as huisletter,"
        " coalesce(toevoeging, '') as toevoeging, coalesce(postcode, '') as postcode, woonplaatsnaam from "
        "register.adres"
        " where actief and straat is not null order by nummeraanduiding");

    registers::Adreszoeker zoeker;
    std::vector<double> tijden;
    std::map<std::string, std::array<int, 3>> per_soort;  // asked, first, in ten
    for (const auto& vraag : maak_vragen(adressen)) {
        const auto begin = std::chrono::steady_clock::now();
        db::Transactie tx(omgeving.toepassing(),
                          {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        const auto gevonden = zoeker.zoek(tx, vraag.tekst, 10);
        tx.leg_vast();
        tijden.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        auto& telling = per_soort[vraag.soort];
        ++telling[0];
        const auto plek = std::find_if(gevonden.begin(), gevonden.end(),
                                       [&](const auto& a) { return a.nummeraanduiding == vraag.bedoeld; });
        if (plek == gevonden.begin() && plek != gevonden.end()) ++telling[1];
        if (plek != gevonden.end())
            ++telling[2];
        else
            fmt::print(stderr, "not found: {} ({})\n", vraag.tekst, vraag.soort);
    }
    int eerste = 0, bij_tien = 0, gevraagd = 0;
    for (const auto& [soort, t] : per_soort) {
        fmt::print("{{\"bench\":\"adres_zoek\",\"soort\":\"{}\",\"vragen\":{},\"eerste\":{},\"bijTien\":{}}}\n", soort,
                   t[0], t[1], t[2]);
        gevraagd += t[0];
        eerste += t[1];
        bij_tien += t[2];
    }
    std::sort(tijden.begin(), tijden.end());
    fmt::print(
        "{{\"bench\":\"adres_zoek\",\"adressen\":{},\"vragen\":{},\"mediaanMs\":{:.2f},\"p95Ms\":{:.2f},\"p99Ms\":{:."
        "2f},\"hoogsteMs\":{:.2f},"
        "\"eerste\":{:.3f},\"bijTien\":{:.3f},\"ladenS\":{:.1f}}}\n",
        adressen.aantal(), gevraagd, deel(tijden, 0.5), deel(tijden, 0.95), deel(tijden, 0.99), tijden.back(),
        static_cast<double>(eerste) / gevraagd, static_cast<double>(bij_tien) / gevraagd, laden);
    if (eerste * 10 < gevraagd * 9 || bij_tien * 100 < gevraagd * 98) {
        fmt::print(stderr, "too many addresses were not found\n");
        return 1;
    }
    return 0;
}
