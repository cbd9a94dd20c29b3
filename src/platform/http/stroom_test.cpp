// SPDX-License-Identifier: EUPL-1.2
#include <atomic>
#include <mutex>

#include "platform/http/proefklant.hpp"

namespace damwand::http {
namespace {

using namespace proef;
using namespace std::chrono_literals;
using std::string;

/// A stream the test writes to.
class Bron : public Stroom {
  public:
    ~Bron() override { ++gestorven; }
    void begin(std::function<void()> wek) override {
        const std::lock_guard dicht(m_slot);
        m_wek = std::move(wek);
    }
    std::optional<string> haal() override {
        if (++bezig > 1) ++dubbel;
        std::this_thread::sleep_for(1ms);
        --bezig;
        const std::lock_guard dicht(m_slot);
        if (einde) return std::nullopt;
        if (val) throw std::runtime_error("stuk");
        return std::exchange(m_klaar, {});
    }
    void zeg(const string& tekst) {
        std::function<void()> wek;
        {
            const std::lock_guard dicht(m_slot);
            m_klaar += tekst;
            wek = m_wek;
        }
        if (wek) wek();
    }
    std::atomic<bool> einde = false, val = false;
    std::atomic<int> bezig = 0, dubbel = 0;
    static inline std::atomic<int> gestorven = 0;

  private:
    std::mutex m_slot;
    std::function<void()> m_wek;
    string m_klaar;
};

class Stromen : public testing::Test {
  protected:
    void start(Instellingen in = proefinstellingen()) {
        Bron::gestorven = 0;
        m_server.emplace(std::move(in), [this](const Verzoek& verzoek) {
            Antwoord antwoord;
            if (verzoek.pad == "/stroom") {
                auto bron = std::make_shared<Bron>();
                const std::lock_guard dicht(m_slot);
                m_bronnen.push_back(bron);
                antwoord.stroom = std::move(bron);
            }
            return antwoord;
        });
        m_server->start();
    }
    /// Opens a stream and hands over what serves it.
    std::shared_ptr<Bron> open(Klant& klant) {
        klant.stuur(get("/stroom"));
        const auto kop = klant.antwoord(false);
        EXPECT_TRUE(kop);
        EXPECT_EQ(kop->kop("content-type"), "text/event-stream; charset=utf-8");
        EXPECT_EQ(kop->kop("cache-control"), "no-store");
        EXPECT_EQ(kop->koppen.count("content-length"), 0U);
        EXPECT_EQ(kop->kop("x-content-type-options"), "nosniff");
        const std::lock_guard dicht(m_slot);
        return m_bronnen.back().lock();
    }
    std::mutex m_slot;
    std::vector<std::weak_ptr<Bron>> m_bronnen;
    std::optional<Server> m_server;
};

TEST_F(Stromen, SchrijvenWatErKomtZodraHetErIs) {
    start();
    Klant klant(m_server->poort());
    const auto bron = open(klant);
    ASSERT_TRUE(bron);
    for (const auto* bericht : {"data: een\n\n", "data: twee\n\n", "data: drie\n\n"}) {
        bron->zeg(bericht);
        EXPECT_EQ(klant.lees_tot("\n\n"), bericht);
    }
}

TEST_F(Stromen, NooitTweeKeerTegelijkOpgehaaldEnNietsKwijt) {
    start();
    Klant klant(m_server->poort());
    const auto bron = open(klant);
    std::vector<std::jthread> roepers;
    for (int r = 0; r < 4; ++r) {
        roepers.emplace_back([&bron] {
            for (int i = 0; i < 250; ++i) bron->zeg("x\n\n");
        });
    }
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(klant.lees_tot("x\n\n")) << i;
    EXPECT_EQ(bron->dubbel, 0);
}

TEST_F(Stromen, StilleStromenHoudenGeenWerkerBezetEnGevenEenHartslag) {
    auto in = proefinstellingen();
    in.werkers = 1;
    in.hartslag = 1s;
    start(in);
    std::vector<Klant> luisteraars;
    for (int i = 0; i < 20; ++i) {
        luisteraars.emplace_back(m_server->poort());
        ASSERT_TRUE(open(luisteraars.back()));
    }
    Klant eerlijk(m_server->poort());
    for (int i = 0; i < 20; ++i) ASSERT_EQ(eerlijk.vraag(get("/"))->status, 200);
    for (auto& luisteraar : luisteraars) EXPECT_EQ(luisteraar.lees_tot("\n\n"), ": \n\n");
}

TEST_F(Stromen, VerdwijnenMetWieLuistert) {
    start();
    {
        Klant klant(m_server->poort());
        ASSERT_TRUE(open(klant));
    }
    wacht_tot([] { return Bron::gestorven == 1; });
}

TEST_F(Stromen, SluitenWanneerDeBronKlaarIsOfStuk) {
    start();
    for (const bool stuk : {false, true}) {
        Klant klant(m_server->poort());
        auto bron = open(klant);
        (stuk ? bron->val : bron->einde) = true;
        bron->zeg("");
        EXPECT_TRUE(klant.is_dicht());
        bron->zeg("na het einde");  // waking a closed stream is no harm
    }
    wacht_tot([] { return Bron::gestorven == 2; });
}

TEST_F(Stromen, SluitenMetDeServerEnWekkenDaarnaIsOnschadelijk) {
    start();
    Klant klant(m_server->poort());
    const auto bron = open(klant);
    bron->zeg("data: 1\n\n");
    EXPECT_TRUE(klant.lees_tot("\n\n"));
    m_server->stop(20s);
    EXPECT_TRUE(klant.is_dicht());
    bron->zeg("te laat");
    m_server.reset();
    bron->zeg("nog later");
}

TEST_F(Stromen, WieNietLeestWordtLosgelaten) {
    auto in = proefinstellingen();
    in.termijn = 1s;
    start(in);
    Klant klant(m_server->poort());
    auto bron = open(klant);
    bron->zeg(string(64 * 1024 * 1024, 'x'));
    bron.reset();
    wacht_tot([] { return Bron::gestorven == 1; });
}

TEST_F(Stromen, HeadOpentGeenStroom) {
    start();
    Klant klant(m_server->poort());
    const auto kop = klant.vraag("HEAD /stroom HTTP/1.1\r\nHost: p\r\n\r\n", false);
    EXPECT_EQ(kop->kop("content-type"), "text/event-stream; charset=utf-8");
    EXPECT_TRUE(klant.is_dicht());
    wacht_tot([] { return Bron::gestorven == 1; });
}

}  // namespace
}  // namespace damwand::http
