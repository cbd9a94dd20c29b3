// SPDX-License-Identifier: EUPL-1.2
// Bodies too large to hold: taken and given piece by piece.
#include <atomic>

#include "platform/http/proefklant.hpp"

namespace damwand::http {
namespace {

using namespace proef;
using std::string;

class Bak final : public Ontvanger {
  public:
    ~Bak() override { ++gestorven; }
    void neem(std::string_view stuk) override {
        grootste = std::max(grootste.load(), stuk.size());
        if (inhoud.size() > weiger_na) throw Fout(FoutSoort::niet_beschikbaar, "schijf", "Vol.");
        inhoud += stuk;
    }
    [[nodiscard]] string kenmerk() const override { return inhoud; }
    string inhoud;
    std::size_t weiger_na = string::npos - 1;
    static inline std::atomic<std::size_t> grootste = 0;
    static inline std::atomic<int> gestorven = 0;
};

class Uitgave final : public Inhoud {
  public:
    explicit Uitgave(string alles, std::uint64_t gezegd) : m_alles(std::move(alles)), m_gezegd(gezegd) {}
    [[nodiscard]] std::uint64_t lengte() const override { return m_gezegd; }
    [[nodiscard]] string haal() override {
        auto uit = m_alles.substr(0, 60'000);
        m_alles.erase(0, uit.size());
        return uit;
    }

  private:
    string m_alles;
    std::uint64_t m_gezegd;
};

class Groot : public testing::Test {
  protected:
    void SetUp() override {
        Bak::grootste = 0;
        Bak::gestorven = 0;
        m_server.emplace(
            proefinstellingen(),
            [](const Verzoek& verzoek) {
                Antwoord antwoord;
                if (verzoek.pad == "/uit") {
                    antwoord.inhoud = std::make_shared<Uitgave>(string(1'000'000, 'u'), 1'000'000);
                } else if (verzoek.pad == "/te-kort") {
                    antwoord.inhoud = std::make_shared<Uitgave>(string(70'000, 'u'), 1'000'000);
                } else if (verzoek.ontvangen) {
                    antwoord.lijf = std::to_string(dynamic_cast<Bak&>(*verzoek.ontvangen).inhoud.size()) + " " + std::to_string(verzoek.lijf.size());
                } else {
                    antwoord.lijf = "gewoon " + std::to_string(verzoek.lijf.size());
                }
                return antwoord;
            },
            [](const Verzoek& kop) -> std::shared_ptr<Ontvanger> {
                if (kop.pad == "/gewoon") return nullptr;
                if (kop.pad == "/verboden") throw Fout(FoutSoort::verboden, "geen-recht", "Nee.");
                auto bak = std::make_shared<Bak>();
                if (kop.pad == "/vol") bak->weiger_na = 300'000;
                return bak;
            });
        m_server->start();
    }
    static string bestand(std::string_view pad, std::size_t lengte) {
        return "POST " + string(pad) + " HTTP/1.1\r\nHost: proef\r\nContent-Type: application/octet-stream\r\nContent-Length: " + std::to_string(lengte) + "\r\n\r\n";
    }
    std::optional<Server> m_server;
};

TEST_F(Groot, LijfBovenDeLimietGaatStukVoorStukDoor) {
    Klant klant(m_server->poort());
    constexpr std::size_t lengte = 5'000'000;  // five times the ordinary limit
    klant.stuur(bestand("/neem", lengte));
    klant.stuur(string(lengte, 'x'));
    const auto antwoord = klant.antwoord();
    ASSERT_TRUE(antwoord);
    EXPECT_EQ(antwoord->lijf, "5000000 0");
    EXPECT_LE(Bak::grootste, std::size_t{400'000});
    // And the connection goes on.
    EXPECT_EQ(klant.vraag(post("abc"))->lijf, "gewoon 3");
    wacht_tot([] { return Bak::gestorven == 1; });
}

TEST_F(Groot, WeigertOpDeKopEnOnderweg) {
    Klant verboden(m_server->poort());
    verboden.stuur(bestand("/verboden", 5'000'000));
    EXPECT_EQ(verboden.antwoord()->status, 403);
    Klant vol(m_server->poort());
    vol.stuur(bestand("/vol", 900'000));
    vol.stuur(string(900'000, 'x'));
    EXPECT_EQ(vol.antwoord()->status, 503);
    Klant gewoon(m_server->poort());
    gewoon.stuur(bestand("/gewoon", 5'000'000));
    EXPECT_EQ(gewoon.antwoord()->status, 413);
    Klant stukken(m_server->poort());
    stukken.stuur("POST /neem HTTP/1.1\r\nHost: proef\r\nContent-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n");
    EXPECT_EQ(stukken.antwoord()->status, 411);
}

TEST_F(Groot, WieWeggaatLaatNietsAchter) {
    {
        Klant klant(m_server->poort());
        klant.stuur(bestand("/neem", 5'000'000));
        klant.stuur(string(600'000, 'x'));
        wacht_tot([] { return Bak::grootste > 0; });
    }
    wacht_tot([] { return Bak::gestorven == 1; });
}

TEST_F(Groot, AntwoordKomtStukVoorStukEnTeKortIsZichtbaar) {
    Klant klant(m_server->poort());
    const auto antwoord = klant.vraag(get("/uit"));
    ASSERT_TRUE(antwoord);
    EXPECT_EQ(antwoord->lijf, string(1'000'000, 'u'));
    EXPECT_EQ(klant.vraag(get("/uit"))->lijf.size(), 1'000'000U);  // the connection goes on
    Klant kop(m_server->poort());
    const auto alleen = kop.vraag("HEAD /uit HTTP/1.1\r\nHost: proef\r\n\r\n", false);
    EXPECT_EQ(alleen->kop("content-length"), "1000000");
    EXPECT_EQ(kop.vraag(post("a"))->lijf, "gewoon 1");
    Klant kort(m_server->poort());
    EXPECT_FALSE(kort.vraag(get("/te-kort")));  // closed before the length it said
}

}  // namespace
}  // namespace damwand::http
