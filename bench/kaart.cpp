// SPDX-License-Identifier: EUPL-1.2
// Vector tiles at a steady rate over a generated municipality: cold (each tile asked for the first time since the load) and from the chest, at zoom
// 13 to 16: buildings, aggregated below 15, and establishments from 15 on. 32 sessions over real sockets, open loop. Correctness: a tile
// from the chest has the bytes it had when it was made, and the tiles asked for hold the whole municipality.
// processorMs: server, database and load generator together, per tile.
//   bench_kaart [addresses [tiles-per-second]]     default 600,000 (about 500,000 buildings) and 100
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <filesystem>
#include <random>

#include "app/huis.hpp"
#include "engine/bag/maker.hpp"
#include "lijn.hpp"
#include "platform/http/http.hpp"
#include "processor.hpp"
#include "steun/proefomgeving.hpp"
#include "werk/register/register.hpp"

namespace {

using namespace damwand;
using lijn::Lijn;
namespace fs = std::filesystem;
constexpr int sessies = 32;
constexpr int vestigingen = 50'000;
constexpr std::size_t hoogstens = 3000;  // tiles of a zoom level and layer

/// Establishments over the addresses, as a load leaves them.
void vestig(proef::Omgeving& o) {
    auto v = o.beheer();
    v.script("set role eigenaar");
    v.doe("insert into register.vestiging (vestigingsnummer, van, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, nummeraanduiding, adres, koppeling, zekerheid, kvk_nummer, hoofdvestiging,"
          " commercieel) select n, '2026-01-01', 'Zaak ' || n, array['Zaak ' || n], array[(array['4711', '5610', '4520', '6820', '9602'])[1 + n % 5]], array['verzonnen'], array[2008::smallint], false,"
          " nummeraanduiding, nummeraanduiding, 'nummeraanduiding', 'zeker', n, true, true"
          " from (select nummeraanduiding, row_number() over (order by hashint8(nummeraanduiding)) as n from register.kaartobject where tot is null and nummeraanduiding is not null) a where n <= $1::bigint",
          vestigingen);
    v.script("reset role");
}

struct Tegelplek {
    int x = 0, y = 0;
};

/// Every tile of a zoom level that holds a building, in an order that follows from a seed.
std::vector<Tegelplek> tegels(proef::Omgeving& o, int z) {
    std::vector<Tegelplek> uit;
    for (const auto rij : o.beheer().doe("select distinct floor((public.st_x(p) + 20037508.342789244) / maat)::integer as x, floor((20037508.342789244 - public.st_y(p)) / maat)::integer as y"
                                         " from (select public.st_centroid(grof) as p from register.kaartpand where tot is null) k, (select 40075016.685578488 / (1 << $1::integer) as maat) m order by 1, 2",
                                         z)) {
        uit.push_back({rij.veld<int>("x"), rij.veld<int>("y")});
    }
    std::shuffle(uit.begin(), uit.end(), std::mt19937(static_cast<unsigned>(z)));  // the same order each run
    return uit;
}

/// The median of one step done over and over, in milliseconds, and the processor time of server, database and client together.
void stap(proef::Omgeving& o, std::string_view wat, const std::function<void()>& doe) {
    constexpr int keren = 2000;
    for (int i = 0; i < 50; ++i) doe();
    std::vector<double> duur;
    const auto begin = bench::processortijd(o.cluster().pid());
    for (int i = 0; i < keren; ++i) {
        const auto van = lijn::Uurwerk::now();
        doe();
        duur.push_back(std::chrono::duration<double, std::milli>(lijn::Uurwerk::now() - van).count());
    }
    const auto cpu = bench::processortijd(o.cluster().pid()) - begin;
    std::ranges::sort(duur);
    fmt::print("{{\"bench\":\"kaart\",\"stap\":\"{}\",\"p50ms\":{:.3f},\"p99ms\":{:.3f},\"processorMs\":{:.3f}}}\n", wat, duur[keren / 2], duur[keren * 99 / 100], cpu * 1000 / keren);
    std::fflush(stdout);
}

/// Where the time of a tile from the chest goes: one after another, by one session.
void stappen(proef::Omgeving& o, http::Server& server, const std::string& pad) {
    const auto wie = o.gebruiker({"informatieanalist"});
    lijn::Lijn lijn(server.poort(), wie.koekje, "Accept-Encoding: gzip\r\n");
    const auto teken = toegang::Teken::lees(wie.koekje.substr(wie.koekje.find('=') + 1)).value();
    auto& pool = o.toepassing();
    const auto nieuw = [&] { return db::Identiteit{.organisatie = teken.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()}; };
    stap(o, "een verzoek zonder database (/livez)", [&] { (void)lijn.vraag("/livez"); });
    stap(o, "begin en rollback", [&] { const db::Transactie tx(pool, nieuw()); });
    stap(o, "begin en commit", [&] {
        db::Transactie tx(pool, nieuw());
        tx.leg_vast();
    });
    stap(o, "begin, wie_is, commit", [&] {
        db::Transactie tx(pool, nieuw());
        (void)toegang::wie_is(tx, teken, "registers-raadplegen", toegang::Aanleiding::iemand);
        tx.leg_vast();
    });
    stap(o, "een tegel uit de kast", [&] { (void)lijn.vraag(pad); });
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t adressen = argc > 1 ? std::stoull(argv[1]) : 600'000;
    const double tempo = argc > 2 ? std::atof(argv[2]) : 100;
    const auto map = fs::temp_directory_path() / "damwand-bench-kaart";
    proef::Omgeving o(app::alle_routes(), "");  // fsync as in production
    {
        db::Pool lader(o.cluster().dsn("lader"), 1);
        bag::MaakOpties opties;
        opties.adressen = adressen;
        const std::array levering{bag::maak(opties, map).bestand};
        const auto begin = lijn::Uurwerk::now();
        std::string fase;
        registers::LaadOpties hoe;
        hoe.voortgang = [&](const registers::Laadstand& stand) {
            if (fase != stand.fase) fmt::print(stderr, "{:7.1f} s {}\n", std::chrono::duration<double>(lijn::Uurwerk::now() - begin).count(), fase = stand.fase);
            return true;
        };
        (void)registers::laad(lader, levering, hoe);
        fs::remove_all(map);
    }
    vestig(o);
    const auto panden = o.beheer().doe("select count(*) as n from register.kaartpand where tot is null")[0].veld<std::int64_t>("n");
    http::Server server({.poort = 0, .werkers = 8}, [&](const http::Verzoek& v) { return o.loket().doe(v); });
    server.start();
    std::vector<std::unique_ptr<Lijn>> lijnen;
    for (int i = 0; i < sessies; ++i) lijnen.push_back(std::make_unique<Lijn>(server.poort(), o.gebruiker({"informatieanalist"}).koekje, "Accept-Encoding: gzip\r\n"));
    o.beheer().script("vacuum analyze");  // as autovacuum does in the minutes after a load; else it does so while tiles are asked, on the same two cores

    if (const auto plekken = tegels(o, 16); !plekken.empty()) stappen(o, server, fmt::format("/v1/kaart/tegels/panden/16/{}/{}?peildatum=2026-11-08", plekken[0].x, plekken[0].y));
    for (const auto& [laag, van, tot] : {std::tuple{"panden", 13, 16}, std::tuple{"vestigingen", 15, 16}}) {
        for (int z = van; z <= tot; ++z) {
            auto plekken = tegels(o, z);
            const auto alle = plekken.size();
            if (plekken.size() > hoogstens) plekken.resize(hoogstens);
            const auto pad = [&](std::size_t i) { return fmt::format("/v1/kaart/tegels/{}/{}/{}/{}?peildatum=2026-11-08", laag, z, plekken[i % plekken.size()].x, plekken[i % plekken.size()].y); };
            std::vector<std::string> eerst(plekken.size());
            const auto begin = bench::processortijd(o.cluster().pid());
            const auto koud = lijn::meet(lijnen, tempo, plekken.size(), pad);
            const auto tussen = bench::processortijd(o.cluster().pid());
            for (std::size_t i = 0; i < plekken.size(); i += 101) eerst[i] = lijnen[0]->vraag(pad(i));
            const auto verder = bench::processortijd(o.cluster().pid());
            const auto kast = lijn::meet(lijnen, tempo, static_cast<std::size_t>(tempo * 60), pad);  // a minute: each session is told once that somebody is there
            const auto einde = bench::processortijd(o.cluster().pid());
            std::size_t bytes = 0;
            for (std::size_t i = 0; i < plekken.size(); i += 101) {
                const auto weer = lijnen[1]->vraag(pad(i));
                if (weer != eerst[i] || weer.empty()) throw std::runtime_error("a tile from the chest is another");
                bytes += weer.size();
            }
            for (const auto& [wat, m, cpu] : {std::tuple{"koud", koud, tussen - begin}, std::tuple{"uit de kast", kast, einde - verder}}) {
                fmt::print("{{\"bench\":\"kaart\",\"wat\":\"{}\",\"laag\":\"{}\",\"zoom\":{},\"panden\":{},\"vestigingen\":{},\"tegelsVanDeGemeente\":{},\"perSeconde\":{},\"gehaald\":{:.0f},\"verzoeken\":{},"
                           "\"bytesPerTegel\":{},\"p50ms\":{:.2f},\"p99ms\":{:.2f},\"maxms\":{:.1f},\"processorMs\":{:.2f}}}\n",
                           wat, laag, z, panden, vestigingen, alle, tempo, m.gehaald, m.aantal, bytes / ((plekken.size() + 100) / 101), m.p50, m.p99, m.meest, cpu * 1000 / static_cast<double>(m.aantal));
            }
            std::fflush(stdout);
        }
    }
    server.stop();
}
