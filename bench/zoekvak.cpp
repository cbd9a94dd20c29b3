// SPDX-License-Identifier: EUPL-1.2
// The search box at the size of the country, over real sockets and through the whole house (session, gate, row-level security, logs): ten million addresses and the
// names of 3.5 million companies together. The register's tables are filled by SQL with generated names; queries are drawn by seed from what they hold,
// half of addresses and half of companies: two typing errors in the longest word, words swapped, words missing. One after another by one user.
// Correctness: of a share of the queries every address or company is held against what was typed (brute force written apart: Levenshtein over the whole text, the words
// as typed and in the order of the register; of at most three words any order), both folded as the product folds them ("b v" is "bv"). A query is found when one of
// the ten is no further than the tenth nearest of all ("recall10"); 98 of 100 must be that, or show the very address or name it was drawn from: whoever leaves a word
// out means a longer text than the nearest by letters. "bedoeld": how often that was shown; "deel": of all ten shown, how many are that near.
//   bench_zoekvak [addresses [companies [queries [checked]]]]     default 10000000 3500000 1000 200
#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <map>
#include <random>

#include "app/huis.hpp"
#include "base/tekst.hpp"
#include "engine/zoek/naamwijzer.hpp"
#include "engine/zoek/woorden.hpp"
#include "letters.hpp"
#include "lijn.hpp"
#include "namen.hpp"
#include "platform/http/http.hpp"
#include "processor.hpp"
#include "steun/proefomgeving.hpp"

namespace {

using namespace damwand;
using lijn::Uurwerk;
using letters::Kolom;
using letters::verte;
namespace bj = boost::json;
constexpr std::size_t getoond = 10;
constexpr int nummers_per_straat = 40;

double sinds(Uurwerk::time_point begin) { return std::chrono::duration<double>(Uurwerk::now() - begin).count(); }

struct Straat {
    std::string naam, plaats;
};

/// Fills a table while its indexes are gone, and makes those again as they were: what a load does. Says how long both took.
void vul(db::Verbinding& v, const std::vector<std::string>& tabellen, const std::string& wat, const std::function<void()>& doe) {
    std::vector<std::string> opnieuw;
    for (const auto& tabel : tabellen) {
        for (const auto rij : v.doe("select i.indexrelid::regclass::text as naam, pg_get_indexdef(i.indexrelid) as def from pg_index i where i.indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.indexrelid)", tabel)) {
            opnieuw.push_back(rij.veld<std::string>("def"));
            v.script("drop index " + rij.veld<std::string>("naam"));
        }
    }
    auto begin = Uurwerk::now();
    doe();
    const double vullen = sinds(begin);
    begin = Uurwerk::now();
    for (const auto& def : opnieuw) v.script(def);
    const double indexen = sinds(begin);
    for (const auto& tabel : tabellen) v.script("vacuum analyze " + tabel);
    fmt::print("{{\"bench\":\"zoekvak\",\"vullen\":\"{}\",\"s\":{:.1f},\"indexenS\":{:.1f}}}\n", wat, vullen, indexen);
    std::fflush(stdout);
}

void kopieer(db::Verbinding& v, const std::string& opdracht, std::size_t aantal, const std::function<std::string(std::size_t)>& regel) {
    v.kopieer_begin(opdracht);
    std::string stuk;
    for (std::size_t i = 0; i < aantal; ++i) {
        stuk += regel(i);
        if (stuk.size() < 1'000'000 && i + 1 < aantal) continue;
        v.kopieer(stuk);
        stuk.clear();
    }
    v.kopieer_einde();
}

void vul_adressen(proef::Omgeving& o, const std::vector<Straat>& straten, std::size_t adressen) {
    auto v = o.beheer();
    v.script("set role eigenaar; create table register.bench_straat (id integer, plaats smallint, naam text, plaatsnaam text)");
    std::map<std::string, int> plaatsen;
    kopieer(v, "copy register.bench_straat from stdin", straten.size(), [&](std::size_t i) {
        const auto& s = straten[i];
        return fmt::format("{}\t{}\t{}\t{}\n", i + 1, plaatsen.try_emplace(s.plaats, static_cast<int>(plaatsen.size()) + 1).first->second, s.naam, s.plaats);
    });
    vul(v, {"register.straat"}, "straten", [&] {
        v.script("insert into register.straat (woonplaats, naam, gevouwen, woonplaatsnaam, woonplaats_gevouwen)"
                 " select plaats, initcap(naam), naam, initcap(plaatsnaam), plaatsnaam from register.bench_straat order by id");
    });
    vul(v, {"register.adres"}, "adressen", [&] {
        v.doe("insert into register.adres (nummeraanduiding, gemeente, actief, straat, straatnaam, gevouwen, huisnummer, huisletter, postcode, woonplaats, woonplaatsnaam)"
              " select (s.id - 1)::bigint * $1::integer + n, s.woonplaats, true, s.id, s.naam, s.gevouwen, n, case when n % 10 = 0 then 'A' end,"
              "        lpad((1000 + s.woonplaats)::text, 4, '0') || chr(65 + s.id % 26) || chr(65 + s.id / 26 % 26), s.woonplaats, s.woonplaatsnaam"
              "   from register.straat s cross join generate_series(1, $1::integer) n where (s.id - 1)::bigint * $1::integer + n <= $2::bigint order by s.id, n",
              nummers_per_straat, static_cast<std::int64_t>(adressen));
    });
    v.script("drop table register.bench_straat");
}

/// A third of natural persons, as in the country.
void vul_bedrijven(proef::Omgeving& o, const std::vector<std::string>& namen) {
    auto v = o.beheer();
    v.script("set role eigenaar; create table register.bench_naam (n integer, naam text)");
    kopieer(v, "copy register.bench_naam from stdin", namen.size(), [&](std::size_t i) { return fmt::format("{}\t{}\n", i + 1, namen[i]); });
    vul(v, {"register.bedrijf", "register.onderneming", "register.vestiging"}, "bedrijven", [&] {
        v.script("insert into register.bedrijf (kvk_nummer) select n from register.bench_naam");
        v.script("insert into register.onderneming (kvk_nummer, van, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, koppeling, natuurlijk)"
                 " select n, '2026-01-01', initcap(naam), array[initcap(naam)], array['4711'], array['verzonnen'], array[2008::smallint], false, 'geen-adres', n % 3 = 0 from register.bench_naam");
        v.script("insert into register.vestiging (vestigingsnummer, van, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, volledig, adres, koppeling, zekerheid, kvk_nummer, hoofdvestiging, commercieel)"
                 " select n, '2026-01-01', initcap(n.naam), array[initcap(n.naam)], array['4711'], array['verzonnen'], array[2008::smallint], false, a.straatnaam || ' ' || a.huisnummer, a.nummeraanduiding, 'nummeraanduiding', 'zeker', n, true, true"
                 "   from register.bench_naam n join register.adres a on a.nummeraanduiding = n.n");
    });
    v.script("drop table register.bench_naam");
}

// --- what is asked ---

struct Vraag {
    bool adres = false;
    std::string bedoeld, getypt;
    std::vector<std::string> ordes;  // as typed, and in other orders: what the brute force holds against every text
};

std::string huis(std::size_t nummer) { return std::to_string(nummer) + (nummer % 10 == 0 ? "a" : ""); }
/// As the product stores a name.
std::string zoals_bewaard(const std::string& naam) { return fmt::format("{}", fmt::join(zoek::vorm_samen(zoek::naamwoorden(vouw(naam))), " ")); }

void twee_fouten(std::vector<std::string>& woorden, std::mt19937& toeval) {
    auto& langste = *std::ranges::max_element(woorden, {}, &std::string::size);
    for (int f = 0; f < 2; ++f) namen::maak_fout(langste, toeval);
}

Vraag over_adres(const std::vector<Straat>& straten, std::size_t adressen, std::mt19937& toeval) {
    const auto nr = toeval() % adressen;
    const auto& s = straten[nr / nummers_per_straat];
    const auto huisnummer = std::to_string(nr % nummers_per_straat + 1);
    auto straat = splits(s.naam, ' ');
    twee_fouten(straat, toeval);
    if (straat.size() > 1 && toeval() % 4 == 0) straat.erase(straat.begin());  // "burgemeester", "van der"
    const auto naam = fmt::format("{}", fmt::join(straat, " "));
    Vraag uit{.adres = true, .bedoeld = s.naam + " " + huis(nr % nummers_per_straat + 1) + " " + s.plaats, .getypt = {}, .ordes = {}};
    switch (toeval() % 6) {
        case 0: uit.getypt = s.plaats + " " + naam + " " + huisnummer; break;
        case 1: uit.getypt = huisnummer + " " + naam + " " + s.plaats; break;
        case 2: uit.getypt = naam + " " + huisnummer; break;
        case 3: uit.getypt = naam + " " + s.plaats; break;
        default: uit.getypt = naam + " " + huisnummer + " " + s.plaats;
    }
    uit.ordes = {uit.getypt};
    if (const auto gewoon = naam + " " + huisnummer + " " + s.plaats; uit.getypt.size() == gewoon.size() && gewoon != uit.getypt) uit.ordes.push_back(gewoon);
    return uit;
}

Vraag over_bedrijf(const std::vector<std::string>& bedrijven, std::mt19937& toeval) {
    const auto& bedoeld = bedrijven[toeval() % bedrijven.size()];
    auto woorden = splits(bedoeld, ' ');
    twee_fouten(woorden, toeval);
    if (woorden.size() > 1 && toeval() % 4 == 0) std::swap(woorden.front(), woorden.back());
    else if (woorden.size() > 2 && toeval() % 4 == 0) woorden.erase(woorden.begin());
    Vraag uit{.adres = false, .bedoeld = zoals_bewaard(bedoeld), .getypt = fmt::format("{}", fmt::join(woorden, " ")), .ordes = {}};
    auto orde = splits(zoals_bewaard(uit.getypt), ' ');
    uit.ordes.push_back(fmt::format("{}", fmt::join(orde, " ")));
    if (orde.size() <= 3) {
        std::ranges::sort(orde);
        do uit.ordes.push_back(fmt::format("{}", fmt::join(orde, " ")));
        while (std::ranges::next_permutation(orde).found);
    } else {
        std::swap(orde.front(), orde.back());
        uit.ordes.push_back(fmt::format("{}", fmt::join(orde, " ")));
    }
    return uit;
}

// --- the brute force ---

struct Tien {
    std::vector<std::size_t> verten = std::vector<std::size_t>(getoond, 999);  // a heap, the furthest first
    std::string naaste;
    std::size_t laagste = 999;
    void zie(std::size_t ver, const auto& tekst) {
        if (ver < laagste) {
            laagste = ver;
            naaste = tekst();
        }
        if (ver >= verten.front()) return;
        std::ranges::pop_heap(verten);
        verten.back() = ver;
        std::ranges::push_heap(verten);
    }
};

Tien naaste_adressen(const std::vector<Kolom>& ordes, const std::vector<Straat>& straten, std::size_t adressen) {
    Tien uit;
    for (std::size_t s = 0; s < straten.size(); ++s) {
        const auto begin = straten[s].naam + " ", einde = " " + straten[s].plaats;
        std::vector<Kolom::Stand> tot_hier;
        for (const auto& o : ordes) tot_hier.push_back(o.verder(o.begin(), begin));
        for (std::size_t n = 1; n <= nummers_per_straat && s * nummers_per_straat + n <= adressen; ++n) {
            const auto rest = huis(n) + einde;
            std::size_t ver = 999;
            for (std::size_t i = 0; i < ordes.size(); ++i) ver = std::min(ver, ordes[i].verder(tot_hier[i], rest).ver);
            uit.zie(ver, [&] { return begin + rest; });
        }
    }
    return uit;
}

Tien naaste_bedrijven(const std::vector<Kolom>& ordes, const std::map<std::string, std::size_t>& namen) {
    Tien uit;
    for (const auto& [naam, keren] : namen) {
        const auto ver = verte(ordes, naam);
        for (std::size_t k = 0; k < std::min(keren, getoond); ++k) uit.zie(ver, [&, n = naam] { return n; });
    }
    return uit;
}

double deel(const std::vector<double>& gesorteerd, double p) { return gesorteerd[std::min(gesorteerd.size() - 1, static_cast<std::size_t>(p * static_cast<double>(gesorteerd.size())))]; }

}  // namespace

int main(int argc, char** argv) {
    const auto getal = [&](int plek, std::size_t anders) { return argc > plek ? std::stoul(argv[plek]) : anders; };
    const auto adressen = getal(1, 10'000'000), aantal_bedrijven = getal(2, 3'500'000), vragen = getal(3, 1000), nagegaan = getal(4, 200);
    std::mt19937 toeval(20261124);
    const auto plaatsen = namen::plaatsnamen(2500, toeval);
    std::vector<Straat> straten;
    for (auto& naam : namen::straatnamen((adressen + nummers_per_straat - 1) / nummers_per_straat, toeval)) straten.push_back({std::move(naam), plaatsen[toeval() % plaatsen.size()]});
    auto bedrijven = namen::bedrijfsnamen(aantal_bedrijven, plaatsen, toeval);

    for (int i = 0; i < 2000; ++i) {
        const auto& a = bedrijven[toeval() % bedrijven.size()];
        const auto& b = bedrijven[toeval() % bedrijven.size()];
        if (a.size() <= 64 && verte({Kolom(a)}, b) != letters::per_letter(a, b)) throw std::runtime_error("the brute force is wrong");
    }

    proef::Omgeving o(app::alle_routes(), "");  // fsync as in production
    vul_adressen(o, straten, adressen);
    vul_bedrijven(o, bedrijven);

    http::Server server({.poort = 0, .werkers = 8}, [&](const http::Verzoek& v) { return o.loket().doe(v); });
    server.start();
    const auto wie = o.gebruiker({"informatieanalist"});
    lijn::Lijn lijn(server.poort(), wie.koekje, fmt::format("X-CSRF-Token: {}\r\nContent-Type: application/json\r\nVerwerkingsactiviteit: signalen-wegen\r\n", wie.csrf));
    const auto vraag = [&](const std::string& tekst) { return lijn.stuur("/v1/_zoek", bj::serialize(bj::object{{"tekst", tekst}, {"aantal", getoond}})); };

    const auto vooraf = bench::geheugen_mb("VmRSS:");
    auto begin = Uurwerk::now();
    (void)vraag("bakkerij de oude zuiderzee");
    fmt::print("{{\"bench\":\"zoekvak\",\"wat\":\"eerste vraag: de wijzers maken\",\"s\":{:.1f},\"megabyteErbij\":{},\"hoogsteMegabyte\":{}}}\n", sinds(begin), bench::geheugen_mb("VmRSS:") - vooraf, bench::geheugen_mb("VmHWM:"));
    std::fflush(stdout);
    for (int i = 0; i < 50; ++i) (void)vraag(over_bedrijf(bedrijven, toeval).getypt);  // statements are planned once per connection

    std::vector<Vraag> gesteld;
    std::vector<std::string> antwoorden;
    std::map<bool, std::vector<double>> tijden;
    std::vector<std::pair<double, std::string>> traagste;
    for (std::size_t i = 0; i < vragen; ++i) gesteld.push_back(i % 2 == 0 ? over_adres(straten, adressen, toeval) : over_bedrijf(bedrijven, toeval));
    const auto cpu = bench::processortijd(o.cluster().pid());
    for (const auto& v : gesteld) {
        const auto van = Uurwerk::now();
        antwoorden.push_back(vraag(v.getypt));
        const auto ms = sinds(van) * 1000;
        tijden[v.adres].push_back(ms);
        traagste.emplace_back(ms, v.getypt);
    }
    const auto processor = (bench::processortijd(o.cluster().pid()) - cpu) * 1000 / static_cast<double>(vragen);
    std::ranges::sort(traagste, std::greater{});
    for (std::size_t i = 0; i < std::min<std::size_t>(5, traagste.size()); ++i) fmt::print(stderr, "slow: {:.1f} ms {}\n", traagste[i].first, traagste[i].second);
    auto alle = tijden[true];
    alle.insert(alle.end(), tijden[false].begin(), tijden[false].end());
    for (auto* t : {&alle, &tijden[true], &tijden[false]}) std::ranges::sort(*t);
    fmt::print("{{\"bench\":\"zoekvak\",\"adressen\":{},\"bedrijven\":{},\"vragen\":{},\"p50ms\":{:.2f},\"p99ms\":{:.2f},\"maxms\":{:.1f},\"adresP50ms\":{:.2f},\"adresP99ms\":{:.2f},\"bedrijfP50ms\":{:.2f},\"bedrijfP99ms\":{:.2f},\"processorMs\":{:.2f},\"megabyte\":{}}}\n",
               adressen, aantal_bedrijven, vragen, deel(alle, 0.5), deel(alle, 0.99), alle.back(), deel(tijden[true], 0.5), deel(tijden[true], 0.99), deel(tijden[false], 0.5), deel(tijden[false], 0.99), processor, bench::geheugen_mb("VmRSS:"));
    std::fflush(stdout);
    server.stop();

    std::map<std::string, std::size_t> hoe_vaak;
    for (const auto& naam : bedrijven) ++hoe_vaak[zoals_bewaard(naam)];
    struct Telling {
        std::size_t nagegaan = 0, raak = 0, bedoeld = 0, dichtbij = 0, een_van_beide = 0;
    };
    std::map<bool, Telling> telling;
    for (std::size_t i = 0; i < std::min(nagegaan, vragen); ++i) {
        const auto& v = gesteld[i];
        std::vector<Kolom> ordes;
        for (const auto& orde : v.ordes) ordes.emplace_back(orde);
        const auto tien = v.adres ? naaste_adressen(ordes, straten, adressen) : naaste_bedrijven(ordes, hoe_vaak);
        std::vector<std::string> gegeven;
        const auto antwoord = bj::parse(antwoorden[i]);
        for (const auto& rij : antwoord.at(v.adres ? "adressen" : "bedrijven").as_array()) {
            const auto tekst = [&](const char* veld) { return rij.at(veld).is_null() ? std::string{} : std::string(rij.at(veld).as_string()); };
            gegeven.push_back(v.adres ? vouw(fmt::format("{} {}{} {}", tekst("straat"), rij.at("huisnummer").as_int64(), tekst("huisletter"), tekst("woonplaats"))) : zoals_bewaard(tekst("naam")));
        }
        const auto dichtbij = static_cast<std::size_t>(std::ranges::count_if(gegeven, [&](const auto& g) { return verte(ordes, g) <= tien.verten.front(); }));
        auto& t = telling[v.adres];
        const bool bedoeld = std::ranges::find(gegeven, v.bedoeld) != gegeven.end();
        ++t.nagegaan;
        t.raak += dichtbij > 0 ? 1 : 0;
        t.bedoeld += bedoeld ? 1 : 0;
        t.een_van_beide += dichtbij > 0 || bedoeld ? 1 : 0;
        t.dichtbij += dichtbij;
        if (dichtbij == 0) {
            fmt::print(stderr, "missed: {} (drawn from {}, {}shown; nearest {}, {} edits; the tenth {}; shown first {})\n", v.getypt, v.bedoeld, bedoeld ? "" : "not ", tien.naaste, tien.laagste, tien.verten.front(),
                       gegeven.empty() ? "nothing" : gegeven.front());
        }
    }
    std::size_t gevraagd = 0, raak = 0;
    for (const auto& [adres, t] : telling) {
        const auto van_alle = [&](std::size_t n) { return static_cast<double>(n) / static_cast<double>(t.nagegaan); };
        fmt::print("{{\"bench\":\"zoekvak\",\"wat\":\"{}\",\"nagegaan\":{},\"recall10\":{:.3f},\"bedoeld\":{:.3f},\"eenVanBeide\":{:.3f},\"deel\":{:.3f}}}\n", adres ? "adressen" : "bedrijven", t.nagegaan, van_alle(t.raak), van_alle(t.bedoeld),
                   van_alle(t.een_van_beide), van_alle(t.dichtbij) / getoond);
        gevraagd += t.nagegaan;
        raak += t.een_van_beide;
    }
    if (raak * 100 < gevraagd * 98) {
        fmt::print(stderr, "too much was not found\n");
        return 1;
    }
    return 0;
}
