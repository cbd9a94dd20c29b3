// SPDX-License-Identifier: EUPL-1.2
// Everything the edge refuses by itself, as raw bytes over a real socket.
#include <atomic>
#include <boost/json.hpp>
#include <future>

#include "platform/http/proefklant.hpp"

namespace damwand::http {
namespace {

using namespace proef;
using std::string;

class Weigering : public testing::Test {
  protected:
    Server& server(Instellingen in = proefinstellingen()) {
        m_server.emplace(std::move(in), [this](const Verzoek& verzoek) {
            ++m_geroepen;
            Antwoord antwoord;
            antwoord.lijf = verzoek.lijf;
            return antwoord;
        });
        m_server->start();
        return *m_server;
    }
    /// Refused with this status and code, as a problem, with the connection closed behind it.
    void weigert(Klant& klant, std::string_view wat, int status, std::string_view code) const {
        const auto gezien = klant.antwoord();
        ASSERT_TRUE(gezien) << wat;
        EXPECT_EQ(gezien->status, status) << wat;
        EXPECT_EQ(gezien->kop("content-type"), "application/problem+json") << wat;
        EXPECT_EQ(gezien->kop("connection"), "close") << wat;
        EXPECT_EQ(gezien->kop("cache-control"), "no-store") << wat;
        EXPECT_EQ(gezien->kop("api-version"), "0.1.0") << wat;
        EXPECT_EQ(gezien->kop("x-content-type-options"), "nosniff") << wat;
        const auto lijf = boost::json::parse(gezien->lijf);
        EXPECT_EQ(lijf.at("code").as_string(), code) << wat;
        EXPECT_EQ(lijf.at("status").to_number<int>(), status) << wat;
        EXPECT_EQ(lijf.at("verzoek").as_string().size(), 36U) << wat;
        EXPECT_TRUE(klant.is_dicht()) << wat;
    }
    void weigert(std::string_view bytes, int status, std::string_view code) {
        Klant klant(m_server->poort());
        klant.stuur(bytes);
        weigert(klant, bytes, status, code);
    }
    std::atomic<int> m_geroepen = 0;
    std::optional<Server> m_server;
};

TEST_F(Weigering, ElkeSmokkelvariantIs400EnDicht) {
    server();
    const string k = "Host: proef\r\n";
    const string stukken = "5\r\nhallo\r\n0\r\n\r\nGET /v1/prooi HTTP/1.1\r\nHost: proef\r\n\r\n";
    const std::vector<string> varianten = {
        // two lengths, or one that can be read in two ways
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhallo!",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 5, 5\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: +5\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: -5\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 0x5\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 5 \v\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 5 5\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length:\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 18446744073709551617\r\n\r\nhallo",
        "POST /v1/a HTTP/1.1\r\n" + k + "Content-Length: 5.0\r\n\r\nhallo",
        // every coding but exactly chunked
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: xchunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: identity\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: gzip, chunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked, identity\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: \"chunked\"\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding:\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding : chunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\v\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding:\r\n chunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + " Transfer-Encoding: chunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "X: y\rTransfer-Encoding: chunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.1\r\n" + k + "X: y\nTransfer-Encoding: chunked\r\n\r\n" + stukken,
        "POST /v1/a HTTP/1.0\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n" + stukken,
        // pieces that are not pieces
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\nhallo\r\n0\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n5;\nhallo\r\n0\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n5\nhallo\n0\n\n\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n0x5\r\nhallo\r\n0\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n-5\r\nhallo\r\n0\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n\r\nhallo\r\n0\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n5\r\nhalloXX0\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n10000000000000005\r\nhallo\r\n0\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n0\r\nHost: ander\r\n\r\n",
        "POST /v1/a HTTP/1.1\r\n" + k + "Transfer-Encoding: chunked\r\n\r\n" + string(20000, '0'),
        // who is asked
        "GET /v1/a HTTP/1.1\r\n\r\n", "GET /v1/a HTTP/1.1\r\n" + k + "Host: ander\r\n\r\n",
        "GET /v1/a HTTP/1.1\r\n" + k + k + "\r\n", "GET /v1/a HTTP/1.1\r\nHost:\r\n\r\n",
        "GET /v1/a HTTP/1.1\r\nHost: a/b\r\n\r\n", "GET /v1/a HTTP/1.1\r\nHost: a@b\r\n\r\n",
        "GET /v1/a HTTP/1.0\r\n\r\n",
        // lines
        "GET /v1/a HTTP/1.1\r\n" + k + "X: a\r\n b\r\n\r\n", "GET /v1/a HTTP/1.1\r\n" + k + "X: a\r\n\tb\r\n\r\n",
        "GET /v1/a HTTP/1.1\r\n X: a\r\n" + k + "\r\n", "GET /v1/a HTTP/1.1\r\n" + k + "X\r\n\r\n",
        "GET /v1/a HTTP/1.1\r\n" + k + ": x\r\n\r\n", "GET /v1/a HTTP/1.1\r\n" + k + "X Y: x\r\n\r\n",
        "GET /v1/a HTTP/1.1\r\n" + k + "X: a" + string(1, '\0') + "b\r\n\r\n",
        "GET /v1/a HTTP/1.1\r\n" + k + "X: a\x01\r\n\r\n", "GET /v1/a HTTP/1.1\r\n" + k + "X: \xff\r\n\r\n",
        "GET /v1/a HTTP/1.1\r\n" + k + "Cookie: a=1\r\nCookie: b=2\r\n\r\n", "GET /v1/a HTTP/1.1\n" + k + "\r\n\r\n",
        "GET  /v1/a HTTP/1.1\r\n" + k + "\r\n", "GET /v1/a  HTTP/1.1\r\n" + k + "\r\n",
        "GET /v1/a\tHTTP/1.1\r\n" + k + "\r\n", "GET /v1/a\r\n" + k + "\r\n", "GET /v1/a HTTP/1.1 \r\n" + k + "\r\n",
        "GET /v1/a http/1.1\r\n" + k + "\r\n", "GET /v1/a HTTP/1.10\r\n" + k + "\r\n",
        "G(T /v1/a HTTP/1.1\r\n" + k + "\r\n", "\r\nGET /v1/a HTTP/1.1\r\n" + k + "\r\n",
        "\x16\x03\x01\x02",  // a TLS hello
    };
    for (const auto& variant : varianten) weigert(variant, 400, "verzoek-ongeldig");
    EXPECT_EQ(m_geroepen, 0) << "no handler saw any of it";
    Klant eerlijk(m_server->poort());
    EXPECT_EQ(eerlijk.vraag(get("/v1/a"))->status, 200);
}

TEST_F(Weigering, OnveiligeAdressenZijn400) {
    server();
    for (const auto* pad : {"/../etc/passwd", "/v1/%2e%2e/x", "//x", "/a%2fb", "/a%00", "/%ff", "/v1/a?b=%zz", "*",
                            "http://proef/v1/a", "proef:443", "/a#b", "/a\\b", "/\xc3\xa9"}) {
        weigert("GET " + string(pad) + " HTTP/1.1\r\nHost: proef\r\n\r\n", 400, "adres-ongeldig");
    }
    EXPECT_EQ(m_geroepen, 0);
}

TEST_F(Weigering, EenAndereVersieIs505) {
    server();
    weigert("GET / HTTP/2.0\r\nHost: proef\r\n\r\n", 505, "http-versie-onbekend");
    weigert("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505, "http-versie-onbekend");
}

TEST_F(Weigering, EenOnbekendeVerwachtingIs417) {
    server();
    weigert("POST / HTTP/1.1\r\nHost: proef\r\nExpect: taart\r\nContent-Length: 1\r\n\r\n", 417,
            "verwachting-onbekend");
}

TEST_F(Weigering, KoppenBovenDeGrensZijn431) {
    auto in = proefinstellingen();
    in.kop_limiet = 2000;
    server(in);
    weigert(get("/" + string(3000, 'a')), 431, "koppen-te-groot");
    weigert(get("/", "X: " + string(1990, 'a') + "\r\n"), 431, "koppen-te-groot");
    string veel;
    for (int i = 0; i < 101; ++i) veel += "A: b\r\n";
    weigert(get("/", veel), 431, "koppen-te-groot");
    Klant klant(m_server->poort());
    EXPECT_EQ(klant.vraag(get("/", "X: " + string(1900, 'a') + "\r\n"))->status, 200);
}

TEST_F(Weigering, HonderdMegabyteKopZonderRegeleindeKomtErNietIn) {
    server();
    Klant klant(m_server->poort());
    const string blok(1024 * 1024, 'A');
    std::size_t verstuurd = 0;
    for (int i = 0; i < 100; ++i) {
        const auto n = klant.stuur(blok);
        verstuurd += n;
        if (n < blok.size()) break;
    }
    EXPECT_LT(verstuurd, 50U * 1024 * 1024);
    EXPECT_EQ(m_geroepen, 0);
    Klant eerlijk(m_server->poort());
    EXPECT_EQ(eerlijk.vraag(get("/v1/a"))->status, 200);
}

TEST_F(Weigering, EenTeGrootLijfIs413VoorErEenByteVanGelezenIs) {
    auto in = proefinstellingen();
    in.lijf_limiet = 1000;
    server(in);
    weigert("POST /v1/a HTTP/1.1\r\nHost: proef\r\nContent-Length: 1001\r\n\r\n", 413, "lijf-te-groot");
    weigert("POST /v1/a HTTP/1.1\r\nHost: proef\r\nExpect: 100-continue\r\nContent-Length: 1001\r\n\r\n", 413,
            "lijf-te-groot");
    weigert("POST /v1/a HTTP/1.1\r\nHost: proef\r\nTransfer-Encoding: chunked\r\n\r\n3e9\r\n", 413, "lijf-te-groot");
    string stukken;
    for (int i = 0; i < 11; ++i) stukken += "64\r\n" + string(100, 'a') + "\r\n";
    weigert("POST /v1/a HTTP/1.1\r\nHost: proef\r\nTransfer-Encoding: chunked\r\n\r\n" + stukken, 413, "lijf-te-groot");
    EXPECT_EQ(m_geroepen, 0);
    Klant klant(m_server->poort());
    EXPECT_EQ(klant.vraag(post(string(1000, 'a')))->lijf.size(), 1000U);
}

TEST_F(Weigering, EenTeGrootLijfDatTochKomtHoortHetAntwoordNog) {
    auto in = proefinstellingen();
    in.lijf_limiet = 1000;
    server(in);
    weigert(post(string(500000, 'a')), 413, "lijf-te-groot");
}

TEST_F(Weigering, WieTraagSchrijftKrijgt408) {
    auto in = proefinstellingen();
    in.termijn = std::chrono::seconds(1);
    server(in);
    std::vector<Klant> tragen;
    for (const auto* begin :
         {"GET /v1/a HTTP/1.1\r\nHost: pr", "POST /v1/a HTTP/1.1\r\nHost: p\r\nContent-Length: 9\r\n\r\nhal",
          "POST /v1/a HTTP/1.1\r\nHost: p\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nha"}) {
        tragen.emplace_back(m_server->poort());
        tragen.back().stuur(begin);
    }
    Klant druppel(m_server->poort());  // a byte now and then does not move the deadline
    std::jthread druppelt([&druppel](const std::stop_token& klaar) {
        druppel.stuur("GET /");
        while (!klaar.stop_requested() && druppel.stuur("a") == 1)
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
    });
    for (auto& traag : tragen) weigert(traag, "traag", 408, "verzoek-te-traag");
    const auto gezien = druppel.antwoord();
    ASSERT_TRUE(gezien);
    EXPECT_EQ(gezien->status, 408);
    EXPECT_EQ(m_geroepen, 0);
}

TEST_F(Weigering, EenVolWerkgeheugenLaatHetGrootsteLijfWijken) {
    auto in = proefinstellingen();
    in.lijven_limiet = 200000;
    server(in);
    const string kop = "POST /v1/a HTTP/1.1\r\nHost: proef\r\nContent-Length: 190001\r\n\r\n";
    const string bijna(150000, 'a');
    Klant een(m_server->poort());
    Klant twee(m_server->poort());
    een.stuur(kop + bijna);
    twee.stuur(kop + bijna);
    // together too much; which of the two is the larger at that moment is not ours to say
    auto eerste = std::async(std::launch::async, [&] { return een.antwoord(); });
    auto tweede = std::async(std::launch::async, [&] { return twee.antwoord(); });
    const auto klaar = [](const auto& ding) {
        return ding.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
    };
    wacht_tot([&] { return klaar(eerste) || klaar(tweede); });
    Klant eerlijk(m_server->poort());
    EXPECT_EQ(eerlijk.vraag(post("klein"))->status, 200);
    const bool een_weg = klaar(eerste);
    (een_weg ? twee : een).stuur(string(40001, 'a'));
    const auto geweigerd = een_weg ? eerste.get() : tweede.get();
    const auto gelukt = een_weg ? tweede.get() : eerste.get();
    ASSERT_TRUE(geweigerd && gelukt);
    EXPECT_EQ(geweigerd->status, 503);
    EXPECT_FALSE(geweigerd->kop("retry-after").empty());
    EXPECT_EQ(gelukt->lijf.size(), 190001U);
}

}  // namespace
}  // namespace damwand::http
