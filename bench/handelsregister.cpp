// SPDX-License-Identifier: EUPL-1.2
// Loading the Handelsregister: generated establishments (JSON lines as KVK's API answers, four in five with a BAG id, the others with a postcode) over a
// generated municipality, tied to their addresses, into an empty register; then the same files again, which must change nothing; then
// a delivery in which one in a hundred moved. Correctness: every establishment stands at the address it was made for, and counts add up.
//   bench_handelsregister [establishments [addresses]]     default 350,000 over 100,000
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "engine/bag/maker.hpp"
#include "processor.hpp"
#include "steun/proefomgeving.hpp"
#include "werk/register/register.hpp"

namespace {

using namespace damwand;
namespace fs = std::filesystem;

struct Plek {
    std::string id, straat, letter, toevoeging, postcode, plaats;
    int nummer = 0;
};

/// Establishment `nr` stands at an address that follows from its number; of those that move, at the next.
std::size_t adres_van(std::uint64_t nr, std::size_t adressen, bool verhuisd) { return (nr * 2654435761U + (verhuisd && nr % 100 == 0 ? 1 : 0)) % adressen; }

void schrijf(const fs::path& pad, const std::vector<Plek>& plekken, std::uint64_t aantal, bool verhuisd) {
    std::ofstream uit(pad, std::ios::binary);
    std::string regels;
    for (std::uint64_t nr = 1; nr <= aantal; ++nr) {
        const auto& p = plekken[adres_van(nr, plekken.size(), verhuisd)];
        regels += fmt::format(R"({{"vestigingsnummer":"{0:012}","kvkNummer":"{1:08}","eersteHandelsnaam":"Zaak {0}","indHoofdvestiging":"Ja","indCommercieleVestiging":"Ja",)"
                              R"("totaalWerkzamePersonen":{2},"materieleRegistratie":{{"datumAanvang":"20{3:02}0100"}},"handelsnamen":[{{"naam":"Zaak {0}","volgorde":0}}],)"
                              R"("sbiActiviteiten":[{{"sbiCode":"56{4:02}","sbiOmschrijving":"Branche {4}","indHoofdactiviteit":"Ja"}}],"adressen":[{{"type":"bezoekadres",)"
                              R"("indAfgeschermd":"Nee","straatnaam":"{5}","huisnummer":{6},{7}{8}"postcode":"{9}","plaats":"{10}","land":"Nederland"{11}}}]}})"
                              "\n",
                              nr, nr % 9 * 10'000'000 + nr, nr % 40, nr % 26, nr % 90, p.straat, p.nummer, p.letter.empty() ? "" : fmt::format(R"("huisletter":"{}",)", p.letter),
                              p.toevoeging.empty() ? "" : fmt::format(R"("huisnummerToevoeging":"{}",)", p.toevoeging), p.postcode, p.plaats,
                              nr % 5 == 0 ? "" : fmt::format(R"(,"geoData":{{"nummerAanduidingId":"{}"}})", p.id));
        if (regels.size() > (1U << 20U)) {
            uit << regels;
            regels.clear();
        }
    }
    uit << regels;
}

double seconden(const std::function<void()>& werk) {
    const auto begin = std::chrono::steady_clock::now();
    werk();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

void eis(bool waar, const std::string& wat) {
    if (!waar) throw std::runtime_error("wrong: " + wat);
}

}  // namespace

int main(int aantal_woorden, char** woorden) {
    const std::uint64_t vestigingen = aantal_woorden > 1 ? std::stoull(woorden[1]) : 350'000;
    const std::uint64_t adressen = aantal_woorden > 2 ? std::stoull(woorden[2]) : 100'000;
    const auto map = fs::temp_directory_path() / "damwand-bench-handelsregister";
    fs::create_directories(map);
    proef::Omgeving omgeving({});
    db::Pool lader(omgeving.cluster().dsn("lader"), 1);
    bag::MaakOpties opties;
    opties.adressen = adressen;
    const std::array bag_levering{bag::maak(opties, map).bestand};
    (void)registers::laad(lader, bag_levering);
    std::vector<Plek> plekken;
    // A postcode and number that are of one address only, or the postcode could not tell.
    for (const auto rij : omgeving.beheer().doe("select lpad(nummeraanduiding::text, 16, '0') as id, straatnaam, huisnummer, coalesce(huisletter, '') as letter, coalesce(toevoeging, '') as toevoeging, postcode,"
                                                " woonplaatsnaam from register.adres where actief and postcode is not null order by nummeraanduiding"))
        plekken.push_back({rij.veld<std::string>("id"), rij.veld<std::string>("straatnaam"), rij.veld<std::string>("letter"), rij.veld<std::string>("toevoeging"), rij.veld<std::string>("postcode"),
                           rij.veld<std::string>("woonplaatsnaam"), rij.veld<int>("huisnummer")});
    const auto eerst = map / "eerst.jsonl", later = map / "later.jsonl";
    schrijf(eerst, plekken, vestigingen, false);
    schrijf(later, plekken, vestigingen, true);

    struct Teller : handelsregister::Afnemer {
        using Afnemer::ontvang;
        std::uint64_t aantal = 0;
        void ontvang(handelsregister::Vestiging&) override { ++aantal; }
    } teller;
    const auto zonder = std::clock();
    (void)handelsregister::lees_bestand(eerst, Datum{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}}, teller);
    eis(teller.aantal == vestigingen, "what the reader alone finds");
    fmt::print("{{\"bench\":\"handelsregister\",\"wat\":\"alleen lezen\",\"vestigingen\":{},\"processor\":{:.1f}}}\n", vestigingen, static_cast<double>(std::clock() - zonder) / CLOCKS_PER_SEC);

    const auto laad = [&](const char* wat, const fs::path& pad, unsigned maand, std::uint64_t nieuw, std::uint64_t gewijzigd) {
        registers::Bedrijvenverslag v;
        const std::array paden{pad};
        registers::BedrijvenOpties hoe;
        hoe.standdatum = Datum{std::chrono::year{2026}, std::chrono::month{maand}, std::chrono::day{1}};
        const auto begin = bench::processortijd(omgeving.cluster().pid());
        const auto hier = std::clock();
        const auto duur = seconden([&] { registers::laad_bedrijven(lader, paden, hoe, v); });
        eis(v.vestigingen.nieuw == nieuw && v.vestigingen.gewijzigd == gewijzigd && v.vestigingen.gelijk == vestigingen - nieuw - gewijzigd, std::string("the counts of ") + wat);
        const auto einde = bench::processortijd(omgeving.cluster().pid()), zelf = static_cast<double>(std::clock() - hier) / CLOCKS_PER_SEC;
        const auto los = omgeving.beheer().doe("select count(*) as n from register.vestiging where tot is null and zekerheid is distinct from 'zeker'");
        eis(los[0].veld<std::int64_t>("n") == 0, "an establishment without its address");
        fmt::print("{{\"bench\":\"handelsregister\",\"wat\":\"{}\",\"vestigingen\":{},\"adressen\":{},\"megabytes\":{:.0f},\"seconden\":{:.1f},\"per_seconde\":{:.0f},\"processor\":{:.1f},\"processorHier\":{:.1f}}}\n", wat, vestigingen, plekken.size(),
                   static_cast<double>(fs::file_size(pad)) / 1e6, duur, static_cast<double>(vestigingen) / duur, einde - begin, zelf);
        std::fflush(stdout);
    };
    laad("eerste lading", eerst, 1, vestigingen, 0);
    laad("nog eens", eerst, 2, 0, 0);
    laad("een op honderd verhuisd", later, 3, 0, vestigingen / 100);
    const auto plaats = omgeving.beheer().doe("select count(*) as n from register.vestiging where tot is null and kvk_nummer is null");
    eis(plaats[0].veld<std::int64_t>("n") == 0, "an establishment without a company");
    // Each at the address it was made for, looked up apart.
    for (std::uint64_t nr = 1; nr <= vestigingen; nr += 997) {
        const auto r = omgeving.beheer().doe("select lpad(adres::text, 16, '0') as adres from register.vestiging where vestigingsnummer = $1 and tot is null", nr);
        eis(r[0].veld<std::string>("adres") == plekken[adres_van(nr, plekken.size(), true)].id, fmt::format("the address of establishment {}", nr));
    }
    fs::remove_all(map);
    return 0;
}
