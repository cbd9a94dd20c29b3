// SPDX-License-Identifier: EUPL-1.2
// The work queue: a list of 50 out of 100,000 signalen, row-level security and both logs on, from 32 sessions over real
// sockets in an open loop (lijn.hpp).
//   bench_werklijst [seconds-per-rate]
#include <fmt/format.h>

#include "app/huis.hpp"
#include "lijn.hpp"
#include "platform/http/http.hpp"
#include "steun/proefomgeving.hpp"

namespace {

using namespace damwand;
using lijn::Lijn;
using lijn::meet;
constexpr int sessies = 32;
constexpr int signalen = 100000;
constexpr std::string_view pad = "/v1/signalen?aantal=50";

std::int64_t tel(proef::Omgeving& o, const std::string& wat) {
    auto v = o.beheer();
    return v.doe("select count(*) as n from " + wat)[0].veld<std::int64_t>("n");
}

void vul(proef::Omgeving& o, const proef::Gebruiker& wie) {
    auto v = o.beheer();
    v.script("set role eigenaar; set damwand.organisatie = '1'; set damwand.operatie = '00000000-0000-4000-8000-000000000001'");
    v.doe("insert into signaal.signaal (organisatie, id, zicht, kenmerk, status, weging_stap, titel, omschrijving, bron, thema, ontvangen_op, nummeraanduiding,"
          " adres_tekst, bron_betrouwbaarheid, informatie_waarde, regime, activiteit, gemeld_door, zoektekst, van, operatie)"
          " select 1, gen_random_uuid(), 1, 'S-2026-' || lpad(n::text, 6, '0'), (array['nieuw','in_weging','niet_opgepakt','doorgestuurd','afgehandeld'])[1 + n % 5],"
          " case when n % 5 = 1 then 1 else 0 end, 'Signaal nummer ' || n, repeat('Verzonnen tekst. ', 20), (array['mma','meldpunt','toezicht','partner'])[1 + n % 4],"
          " (array['drugs','hennep','witwassen','vastgoed','adresfraude'])[1 + n % 5], now() - n * interval '9 minutes', lpad((1999200000000000 + n % 8000)::text, 16, '0'),"
          " 'Dorpsstraat ' || n % 8000, 'B', 3, 'avg', 1, $1, 'signaal nummer ' || n, now(), gen_random_uuid() from generate_series(1, $2::integer) n",
          wie.id, signalen);
    v.script("reset role");
    v.script("vacuum analyze signaal.signaal");
}

}  // namespace

int main(int argc, char** argv) {
    const double seconden = argc > 1 ? std::atof(argv[1]) : 20;
    proef::Omgeving o(app::alle_routes(), "");  // fsync as in production
    const auto eerste = o.gebruiker({"informatieanalist"});
    vul(o, eerste);
    http::Server server({.poort = 0, .werkers = 8}, [&](const http::Verzoek& v) { return o.loket().doe(v); });
    server.start();
    std::vector<std::unique_ptr<Lijn>> lijnen;
    for (int i = 0; i < sessies; ++i) lijnen.push_back(std::make_unique<Lijn>(server.poort(), o.gebruiker({"informatieanalist"}).koekje));

    // Correctness: fifty rows, one audit line, one processing line and fifty touched objects per request.
    const auto audit = tel(o, "logboek.audit where actie = 'signalenTonen'");
    const auto geraakt = tel(o, "logboek.geraakt");
    const auto lijf = boost::json::parse(lijnen[0]->vraag(pad));
    if (lijf.at("resultaten").as_array().size() != 50) throw std::runtime_error("not fifty rows");
    if (tel(o, "logboek.audit where actie = 'signalenTonen'") != audit + 1 || tel(o, "logboek.geraakt") != geraakt + 50) throw std::runtime_error("the logs are not whole");

    const auto vraag = [](std::size_t) { return std::string(pad); };
    (void)meet(lijnen, 50, 150, vraag);  // warm
    double hoogst = 0;
    for (const double tempo : {200.0, 300.0, 400.0, 500.0, 600.0, 800.0, 1000.0}) {
        const auto m = meet(lijnen, tempo, static_cast<std::size_t>(tempo * seconden), vraag);
        fmt::print("{{\"bench\":\"werklijst\",\"rijen\":{},\"sessies\":{},\"perSeconde\":{},\"gehaald\":{:.0f},\"verzoeken\":{},\"p50ms\":{:.2f},\"p99ms\":{:.2f},\"maxms\":{:.1f}}}\n",
                   signalen, sessies, tempo, m.gehaald, m.aantal, m.p50, m.p99, m.meest);
        std::fflush(stdout);
        if (m.p99 > 100) break;
        hoogst = tempo;
    }
    fmt::print("{{\"bench\":\"werklijst\",\"hoogstePerSecondeMetP99Onder100ms\":{}}}\n", hoogst);
    server.stop();
}
