// SPDX-License-Identifier: EUPL-1.2
#include <sys/resource.h>

#include <atomic>
#include <future>

#include "platform/http/proefklant.hpp"

namespace damwand::http {
namespace {

using namespace proef;
using namespace std::chrono_literals;
using std::string;

/// A handler that waits until the test lets it go on.
class Sluis {
  public:
    Antwoord operator()(const Verzoek&) {
        ++m_binnen;
        m_gedeeld.wait();
        return {};
    }
    void open() { m_open.set_value(); }
    [[nodiscard]] int binnen() const { return m_binnen; }

  private:
    std::promise<void> m_open;
    std::shared_future<void> m_gedeeld = m_open.get_future().share();
    std::atomic<int> m_binnen = 0;
};

Antwoord echo(const Verzoek& verzoek) {
    Antwoord antwoord;
    antwoord.type = "text/plain";
    antwoord.lijf = verzoek.pad + "|" + verzoek.lijf;
    return antwoord;
}

TEST(Server, GeeftHetVerzoekHeelDoor) {
    Verzoek gezien;
    Server server(proefinstellingen(), [&](const Verzoek& verzoek) {
        gezien = verzoek;
        return echo(verzoek);
    });
    server.start();
    Klant klant(server.poort());
    const auto antwoord = klant.vraag(
        "PUT /v1/casussen/x%20y?a=1&b=%C3%A9 HTTP/1.1\r\nHost: proef\r\nIf-Match: \"3\"\r\nCookie: s=t\r\n"
        "Content-Length: 5\r\n\r\nhallo");
    ASSERT_TRUE(antwoord);
    EXPECT_EQ(antwoord->status, 200);
    EXPECT_EQ(antwoord->lijf, "/v1/casussen/x y|hallo");
    EXPECT_EQ(gezien.methode, Methode::put);
    EXPECT_EQ(gezien.vraag("b"), "é");
    EXPECT_EQ(gezien.kop("If-Match"), "\"3\"");
    EXPECT_EQ(gezien.koekje("s"), "t");
    EXPECT_EQ(gezien.afkomst, "127.0.0.1");
    EXPECT_EQ(gezien.id.size(), 36U);
}

TEST(Server, DeAfkomstIsAchterEenProxyWatDieErBijZette) {
    for (const bool achter_proxy : {false, true}) {
        auto instellingen = proefinstellingen();
        instellingen.achter_proxy = achter_proxy;
        string afkomst;
        Server server(instellingen, [&](const Verzoek& verzoek) {
            afkomst = verzoek.afkomst;
            return echo(verzoek);
        });
        server.start();
        Klant klant(server.poort());
        const auto gezien = [&](const string& koppen) {
            EXPECT_TRUE(klant.vraag("GET /x HTTP/1.1\r\nHost: proef\r\n" + koppen + "\r\n"));
            return afkomst;
        };
        const string hier = "127.0.0.1";
        EXPECT_EQ(gezien(""), hier);
        EXPECT_EQ(gezien("X-Forwarded-For: 10.1.2.3\r\n"), achter_proxy ? "10.1.2.3" : hier);
        EXPECT_EQ(gezien("X-Forwarded-For: 192.0.2.66, 10.1.2.3\r\n"), achter_proxy ? "10.1.2.3" : hier) << "what the client claims comes first";
        EXPECT_EQ(gezien("X-Forwarded-For: 192.0.2.66\r\nX-Forwarded-For: 2001:db8::7\r\n"), achter_proxy ? "2001:db8::7" : hier);
        EXPECT_EQ(gezien("X-Forwarded-For: Jan Jansen\r\n"), hier) << "no address: not written down";
        EXPECT_EQ(gezien("X-Forwarded-For: 10.1.2.3,\r\n"), hier);
    }
}

TEST(Server, ElkAntwoordDraagtDeBeveiligingskoppen) {
    Server server(proefinstellingen(), [](const Verzoek& verzoek) -> Antwoord {
        if (verzoek.pad == "/500") throw std::runtime_error("Jansen");
        if (verzoek.pad == "/409") throw Fout(FoutSoort::botsing, "kan-niet", "Dit kan nu niet.");
        Antwoord antwoord;
        antwoord.status = std::stoi(verzoek.pad.substr(1));
        return antwoord;
    });
    server.start();
    for (const auto* status : {"200", "201", "204", "304", "403", "404", "409", "500", "503", "..", "413"}) {
        Klant klant(server.poort());
        const auto vraag = string(status) == "413" ? "POST / HTTP/1.1\r\nHost: p\r\nContent-Length: 99999999\r\n\r\n"
                                                   : get("/" + string(status));
        const auto gezien = klant.vraag(vraag);
        ASSERT_TRUE(gezien) << status;
        EXPECT_EQ(gezien->status, string(status) == ".." ? 400 : std::stoi(status));
        for (const auto* kop : {"date", "api-version", "content-security-policy", "x-content-type-options",
                                "x-frame-options", "referrer-policy", "cross-origin-opener-policy",
                                "cross-origin-resource-policy", "permissions-policy", "strict-transport-security"}) {
            EXPECT_FALSE(gezien->kop(kop).empty()) << status << " " << kop;
        }
        EXPECT_EQ(gezien->kop("cache-control"), "no-store") << status;
        EXPECT_EQ(gezien->koppen.count("server"), 0U) << status;
        EXPECT_EQ(gezien->ruwe_kop.find("Access-Control"), string::npos) << status;
        EXPECT_EQ(gezien->lijf.find("Jansen"), string::npos);
    }
}

TEST(Server, EenUitzonderingWordtEenProbleemMetNummer) {
    Server server(proefinstellingen(), [](const Verzoek& verzoek) -> Antwoord {
        if (verzoek.pad == "/a") throw std::runtime_error("select geheim");
        if (verzoek.pad == "/b") throw 5;
        if (verzoek.pad == "/c") throw Fout(FoutSoort::verouderd, "gewijzigd", "Een ander was u voor.", {}, "geheim");
        Antwoord antwoord;
        antwoord.koppen.emplace_back("X", "a\r\nSet-Cookie: geheim");
        return antwoord;
    });
    server.start();
    Klant klant(server.poort());
    for (const auto* pad : {"/a", "/b", "/c", "/d"}) {
        const auto gezien = klant.vraag(get(pad));
        ASSERT_TRUE(gezien) << pad;
        EXPECT_EQ(gezien->status, string(pad) == "/c" ? 412 : 500) << pad;
        EXPECT_EQ(gezien->kop("content-type"), "application/problem+json");
        EXPECT_EQ(gezien->lijf.find("geheim"), string::npos);
        EXPECT_EQ(gezien->ruwe_kop.find("geheim"), string::npos);
        EXPECT_NE(gezien->lijf.find("\"verzoek\":\""), string::npos);
    }
}

TEST(Server, HeadIsGetZonderLijf) {
    Server server(proefinstellingen(), echo);
    server.start();
    Klant klant(server.poort());
    const auto get_antwoord = klant.vraag(get("/v1/a"));
    const auto head = klant.vraag("HEAD /v1/a HTTP/1.1\r\nHost: proef\r\n\r\n", false);
    ASSERT_TRUE(get_antwoord && head);
    EXPECT_EQ(head->kop("content-length"), get_antwoord->kop("content-length"));
    EXPECT_EQ(klant.vraag(get("/v1/b"))->lijf, "/v1/b|") << "no body stands between the answers";
}

TEST(Server, ZonderInhoudHeeftGeenLengte) {
    Server server(proefinstellingen(), [](const Verzoek&) {
        Antwoord antwoord;
        antwoord.status = 204;
        antwoord.lijf = "mag niet";
        return antwoord;
    });
    server.start();
    Klant klant(server.poort());
    for (int i = 0; i < 2; ++i) {
        const auto gezien = klant.vraag(get("/"));
        EXPECT_EQ(gezien->status, 204);
        EXPECT_EQ(gezien->koppen.count("content-length"), 0U);
        EXPECT_EQ(gezien->koppen.count("content-type"), 0U);
    }
}

TEST(Server, LeestEenLijfInStukken) {
    Server server(proefinstellingen(), echo);
    server.start();
    Klant klant(server.poort());
    const string kop = "POST /v1/a HTTP/1.1\r\nHost: proef\r\nTransfer-Encoding: Chunked\r\n\r\n";
    EXPECT_EQ(klant.vraag(kop + "5\r\nhallo\r\n00A\r\n, wereld!?\r\n0\r\n\r\n")->lijf, "/v1/a|hallo, wereld!?");
    for (const auto& [stukken, lijf] : {std::pair("3\r\nabc\r\n0\r\n\r\n", "abc"), std::pair("0\r\n\r\n", "")}) {
        for (const char c : kop + stukken) {
            klant.stuur({&c, 1});
            std::this_thread::sleep_for(1ms);  // so that they are read one by one
        }
        EXPECT_EQ(klant.antwoord()->lijf, string("/v1/a|") + lijf);
    }
    const string groot(300000, 'g');
    EXPECT_EQ(klant.vraag(post(groot))->lijf, "/v1/echo|" + groot);
}

TEST(Server, WieWachtOp100KrijgtDat) {
    Server server(proefinstellingen(), echo);
    server.start();
    Klant klant(server.poort());
    klant.stuur("POST /v1/a HTTP/1.1\r\nHost: proef\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    EXPECT_EQ(klant.lees_tot("\r\n\r\n"), "HTTP/1.1 100 Continue\r\n\r\n");
    EXPECT_EQ(klant.vraag("hallo")->lijf, "/v1/a|hallo");
    EXPECT_EQ(klant.vraag("POST /v1/a HTTP/1.1\r\nHost: p\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\nx")->lijf,
              "/v1/a|x");
}

TEST(Server, BeantwoordtEenTreinVanVerzoekenOpVolgorde) {
    Server server(proefinstellingen(), echo);
    server.start();
    Klant klant(server.poort());
    constexpr int aantal = 2000;
    std::jthread schrijver([&klant] {
        string alles;
        for (int i = 0; i < aantal; ++i)
            alles += i % 3 == 0 ? post("x", "/" + std::to_string(i)) : get("/" + std::to_string(i));
        klant.stuur(alles);
    });
    for (int i = 0; i < aantal; ++i) {
        const auto gezien = klant.antwoord();
        ASSERT_TRUE(gezien) << i;
        ASSERT_EQ(gezien->lijf, "/" + std::to_string(i) + (i % 3 == 0 ? "|x" : "|"));
    }
}

TEST(Server, SluitWanneerDeKlantDatWil) {
    Server server(proefinstellingen(), echo);
    server.start();
    for (const auto& vraag : {get("/", "Connection: close\r\n"), string("GET / HTTP/1.0\r\nHost: p\r\n\r\n")}) {
        Klant klant(server.poort());
        EXPECT_EQ(klant.vraag(vraag)->kop("connection"), "close");
        EXPECT_TRUE(klant.is_dicht());
    }
    Klant klant(server.poort());
    EXPECT_EQ(klant.vraag(get("/"))->koppen.count("connection"), 0U);
    EXPECT_EQ(klant.vraag(get("/"))->status, 200);
}

TEST(Server, EenStilleVerbindingGaatDichtZonderWoorden) {
    auto in = proefinstellingen();
    in.stil = 1s;
    in.termijn = 3s;
    Server server(in, echo);
    server.start();
    Klant nieuw(server.poort());
    Klant gebruikt(server.poort());
    EXPECT_EQ(gebruikt.vraag(get("/"))->status, 200);
    EXPECT_TRUE(gebruikt.is_dicht());
    EXPECT_TRUE(nieuw.is_dicht());
}

TEST(Server, TweeduizendStilleVerbindingenDerenNiemand) {
    rlimit grens{};
    getrlimit(RLIMIT_NOFILE, &grens);
    grens.rlim_cur = grens.rlim_max;
    setrlimit(RLIMIT_NOFILE, &grens);
    const auto aantal = std::min<std::size_t>(2000, (grens.rlim_cur - 300) / 2);
    ASSERT_GE(aantal, 100U);
    auto in = proefinstellingen();
    in.termijn = 300s;  // however busy the machine is
    Server server(in, echo);
    server.start();
    std::vector<Klant> stil;
    for (std::size_t i = 0; i < aantal; ++i) {
        stil.emplace_back(server.poort());
        ASSERT_TRUE(stil.back().verbonden()) << i;
        if (i % 2 == 0) stil.back().stuur("GET /traag");
    }
    for (int i = 0; i < 100; ++i) {
        Klant eerlijk(server.poort());
        ASSERT_EQ(eerlijk.vraag(get("/"))->status, 200);
    }
    EXPECT_EQ(stil.front().vraag(" HTTP/1.1\r\nHost: p\r\n\r\n")->lijf, "/traag|")
        << "nor are they cut off before their time";
}

TEST(Server, VolMetStilleVerbindingenWijktDeLangstStille) {
    auto in = proefinstellingen();
    in.verbindingen = 3;
    Server server(in, echo);
    server.start();
    std::vector<Klant> stil;
    for (int i = 0; i < 3; ++i) {
        stil.emplace_back(server.poort());
        ASSERT_EQ(stil.back().vraag(get("/"))->status, 200);
    }
    Klant nieuw(server.poort());
    EXPECT_EQ(nieuw.vraag(get("/"))->status, 200);
    EXPECT_TRUE(stil[0].is_dicht());
    EXPECT_EQ(stil[1].vraag(get("/"))->status, 200);
    EXPECT_EQ(stil[2].vraag(get("/"))->status, 200);
}

TEST(Server, VolMetHalveVerzoekenWijktDeTraagste) {
    auto in = proefinstellingen();
    in.verbindingen = 3;
    Server server(in, echo);
    server.start();
    std::vector<Klant> traag;
    for (int i = 0; i < 4; ++i) {
        traag.emplace_back(server.poort());
        traag.back().stuur("GET /" + std::to_string(i));
        Klant eerlijk(server.poort());
        ASSERT_EQ(eerlijk.vraag(get("/", "Connection: close\r\n"))->status, 200) << i;
    }
    EXPECT_FALSE(traag.front().antwoord());
    EXPECT_EQ(traag.back().vraag(" HTTP/1.1\r\nHost: p\r\n\r\n")->lijf, "/3|");
}

TEST(Server, VolMetWerkIs503) {
    auto in = proefinstellingen();
    in.verbindingen = 2;
    Sluis sluis;
    Server server(in, std::ref(sluis));
    server.start();
    std::vector<Klant> bezig;
    for (int i = 0; i < 2; ++i) {
        bezig.emplace_back(server.poort());
        bezig.back().stuur(get("/"));
    }
    wacht_tot([&] { return sluis.binnen() == 2; });
    Klant derde(server.poort());
    const auto gezien = derde.antwoord();
    ASSERT_TRUE(gezien);
    EXPECT_EQ(gezien->status, 503);
    EXPECT_EQ(gezien->kop("retry-after"), "5");
    EXPECT_EQ(gezien->kop("x-content-type-options"), "nosniff");
    sluis.open();
    for (auto& klant : bezig) EXPECT_EQ(klant.antwoord()->status, 200);
}

TEST(Server, EenVolleWachtrijIs503EnDeVerbindingBlijft) {
    auto in = proefinstellingen();
    in.werkers = 1;
    in.wachtrij = 1;
    Sluis sluis;
    Server server(in, std::ref(sluis));
    server.start();
    Klant loopt(server.poort());
    loopt.stuur(get("/"));
    wacht_tot([&] { return sluis.binnen() == 1; });
    Klant een(server.poort());
    Klant twee(server.poort());
    een.stuur(get("/"));
    twee.stuur(get("/"));
    // which of the two is queued is not ours to say; the other is refused
    auto vroeg = std::async(std::launch::async, [&] { return een.antwoord()->status; });
    auto laat = std::async(std::launch::async, [&] { return twee.antwoord()->status; });
    wacht_tot([&] {
        return vroeg.wait_for(0s) == std::future_status::ready || laat.wait_for(0s) == std::future_status::ready;
    });
    sluis.open();
    EXPECT_EQ(loopt.antwoord()->status, 200);
    const int a = vroeg.get();
    const int b = laat.get();
    EXPECT_EQ(std::min(a, b), 200);
    EXPECT_EQ(std::max(a, b), 503);
    EXPECT_EQ((a == 503 ? een : twee).vraag(get("/"))->status, 200);
}

TEST(Server, StoptNaWatOnderweg) {
    Sluis sluis;
    Server server(proefinstellingen(), std::ref(sluis));
    server.start();
    const auto poort = server.poort();
    Klant half(poort);
    half.stuur("GET / HTTP/1.1\r\nHo");
    Klant stil(poort);
    Klant loopt(poort);  // the last in: when it runs, the others were let in
    loopt.stuur(get("/"));
    wacht_tot([&] { return sluis.binnen() == 1; });
    auto gestopt = std::async(std::launch::async, [&] { server.stop(20s); });
    EXPECT_TRUE(stil.is_dicht());
    wacht_tot([&] { return !Klant(poort).verbonden(); });
    sluis.open();
    const auto gezien = loopt.antwoord();
    ASSERT_TRUE(gezien);
    EXPECT_EQ(gezien->status, 200);
    EXPECT_EQ(gezien->kop("connection"), "close");
    EXPECT_EQ(half.vraag("st: p\r\n\r\n")->status, 200) << "half a request may be finished too";
    loopt.sluit();
    half.sluit();
    gestopt.get();
}

TEST(Server, ZegtHetWieWerktAlsDeKlantWegIs) {
    std::promise<bool> gezegd;
    Server server(proefinstellingen(), [&](const Verzoek& verzoek) -> Antwoord {
        if (verzoek.pad == "/snel") return {.status = verzoek.weg.stop_requested() ? 500 : 204};
        const auto uiterste = std::chrono::steady_clock::now() + 30s;  // against hanging; never part of what is tested
        while (!verzoek.weg.stop_requested() && std::chrono::steady_clock::now() < uiterste) std::this_thread::sleep_for(1ms);
        gezegd.set_value(verzoek.weg.stop_requested());
        return {};
    });
    server.start();
    {
        Klant blijft(server.poort());  // whoever stays is not gone, nor who sends his next request already
        EXPECT_EQ(blijft.vraag(get("/snel"))->status, 204);
        blijft.stuur(get("/snel") + get("/snel"));
        EXPECT_EQ(blijft.antwoord()->status, 204);
        EXPECT_EQ(blijft.antwoord()->status, 204);
    }
    Klant gaat(server.poort());
    gaat.stuur(get("/lang"));
    gaat.sluit();
    EXPECT_TRUE(gezegd.get_future().get());
    Klant volgende(server.poort());
    EXPECT_EQ(volgende.vraag(get("/snel"))->status, 204);
}

TEST(Server, WieNietAfmaaktHoudtHetStoppenNietOp) {
    Server server(proefinstellingen(), echo);
    server.start();
    Klant half(server.poort());
    half.stuur("GET / HTTP/1.1\r\nHo");
    Klant ander(server.poort());
    EXPECT_EQ(ander.vraag(get("/"))->status, 200);  // so that the first is known to be in
    server.stop(50ms);
    EXPECT_FALSE(half.antwoord());
    server.stop();  // once more is no harm
}

TEST(Server, EenBezettePoortIsEenDuidelijkeFout) {
    Server eerste(proefinstellingen(), echo);
    eerste.start();
    auto in = proefinstellingen();
    in.poort = eerste.poort();
    Server tweede(in, echo);
    try {
        tweede.start();
        FAIL() << "two servers on one port";
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "poort-onbruikbaar");
        EXPECT_NE(fout.uitleg().find(std::to_string(in.poort)), string::npos);
    }
    in.adres = "geen-adres";
    EXPECT_THROW(Server(in, echo).start(), Fout);
}

}  // namespace
}  // namespace damwand::http
