// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/ophalen.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "base/fout.hpp"

namespace damwand::registers {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using testing::ElementsAre;

std::string basis(const std::string& kvk) { return fmt::format("{{\n  \"kvkNummer\": \"{}\",\r\n  \"naam\": \"Een\"\n}}", kvk); }

/// A recorded server: its answers in turn, and what was asked of it.
class Ophalen : public testing::Test {
  protected:
    const fs::path uit = fs::temp_directory_path() / fmt::format("damwand-ophalen-{}.jsonl", getpid());
    std::vector<http::UitAntwoord> antwoorden;
    std::vector<std::string> gevraagd;
    std::vector<std::int64_t> gewacht;
    OphaalOpties opties{.haal = [this](const std::string& pad) -> http::UitAntwoord {
                            gevraagd.push_back(pad);
                            const auto a = antwoorden.at(gevraagd.size() - 1);
                            if (a.status == 0) throw Fout(FoutSoort::niet_beschikbaar, "niet-beschikbaar", "stil");
                            return a;
                        },
                        .wacht = [this](milliseconds ms) { gewacht.push_back(ms.count()); }};
    void SetUp() override { TearDown(); }
    void TearDown() override {
        fs::remove(uit);
        fs::remove(uit.string() + ".niet");
        fs::remove(uit.string() + ".vestigingen");
    }
    [[nodiscard]] static std::string inhoud(const fs::path& pad) {
        std::ifstream in(pad, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::string code(const std::vector<std::string>& nummers, Ophaalverslag& v) {
        try {
            haal_bedrijven(nummers, uit, opties, v);
        } catch (const Fout& fout) {
            return fout.code();
        }
        return "";
    }
};

TEST_F(Ophalen, HoudtMaatHerhaaltEnMerktOpWatErNietIs) {
    antwoorden = {{200, basis("69599084")}, {429, ""}, {500, ""}, {0, ""}, {200, R"({"vestigingsnummer":"000038509504","kvkNummer":"69599084"})"}, {404, "{}"}, {400, "{}"}};
    Ophaalverslag v;
    EXPECT_EQ(code({"69599084", "000038509504", "12345678", "000000000000"}, v), "");
    EXPECT_THAT(gevraagd, ElementsAre("/v1/basisprofielen/69599084", "/v1/vestigingsprofielen/000038509504", "/v1/vestigingsprofielen/000038509504", "/v1/vestigingsprofielen/000038509504",
                                      "/v1/vestigingsprofielen/000038509504", "/v1/basisprofielen/12345678", "/v1/vestigingsprofielen/000000000000"));
    EXPECT_THAT(gewacht, ElementsAre(200, 1000, 2000, 4000, 200, 200)) << "five a second; then one, two, four seconds";
    EXPECT_EQ(v.gehaald, 2U);
    EXPECT_EQ(v.niet_gevonden, 2U);
    EXPECT_EQ(v.herhaald, 3U);
    EXPECT_EQ(inhoud(uit), "{   \"kvkNummer\": \"69599084\",    \"naam\": \"Een\" }\n{\"vestigingsnummer\":\"000038509504\",\"kvkNummer\":\"69599084\"}\n");
    EXPECT_EQ(inhoud(uit.string() + ".niet"), "12345678\n000000000000\n");
}

TEST_F(Ophalen, GaatVerderWaarHetWas) {
    std::ofstream(uit) << "{\"kvkNummer\":\"00000001\"}\n{\"kvkNummer\":\"0000";
    std::ofstream(uit.string() + ".niet") << "00000003\n";
    antwoorden = {{200, basis("00000002")}};
    Ophaalverslag v;
    EXPECT_EQ(code({"00000001", "00000002", "00000003"}, v), "");
    EXPECT_THAT(gevraagd, ElementsAre("/v1/basisprofielen/00000002"));
    EXPECT_EQ(v.eerder, 2U);
    EXPECT_EQ(inhoud(uit), "{\"kvkNummer\":\"00000001\"}\n{   \"kvkNummer\": \"00000002\",    \"naam\": \"Een\" }\n") << "half a line is no line";
}

TEST_F(Ophalen, GeeftHetOpMetEenZinEnHoudtWatErWas) {
    antwoorden.assign(1, {200, basis("00000001")});
    antwoorden.resize(7, {503, ""});
    Ophaalverslag v;
    EXPECT_EQ(code({"00000001", "00000002", "00000004"}, v), "kvk-antwoordt-niet");
    EXPECT_EQ(gevraagd.size(), 7U) << "six attempts";
    EXPECT_EQ(v.gehaald, 1U);
    EXPECT_NE(inhoud(uit), "");
    for (const auto& [antwoord, verwacht] : {std::pair{http::UitAntwoord{401, ""}, "kvk-sleutel"}, {http::UitAntwoord{403, ""}, "kvk-sleutel"}, {http::UitAntwoord{302, ""}, "kvk-antwoordt-niet"},
                                             {http::UitAntwoord{200, basis("00000009")}, "kvk-antwoordt-niet"}, {http::UitAntwoord{200, "<html>"}, "kvk-antwoordt-niet"}}) {
        gevraagd.clear();
        antwoorden = {antwoord};
        EXPECT_EQ(code({"00000002"}, v), verwacht) << antwoord.status;
        EXPECT_EQ(gevraagd.size(), 1U) << "asking again would not help";
    }
}

TEST_F(Ophalen, HaaltVanEenBedrijfOokDeVestigingenEnElkMaarEenKeer) {
    const auto profiel = [](const std::string& nr) { return fmt::format(R"({{"vestigingsnummer":"{}","kvkNummer":"69599084"}})", nr); };
    const std::string lijst = R"({"kvkNummer":"69599084","totaalAantalVestigingen":3,"vestigingen":[{"vestigingsnummer":"000038509504"},{"vestigingsnummer":"000038509520"},{"vestigingsnummer":"000038509538"}]})";
    opties.vestigingen = true;
    // The second establishment is known already, the third is not known to KVK; then the line goes silent, in the next company's list.
    std::ofstream(uit) << profiel("000038509520") << "\n";
    antwoorden = {{200, basis("69599084")}, {200, lijst}, {200, profiel("000038509504")}, {404, "{}"}, {200, basis("90004333")}};
    antwoorden.resize(11, {503, ""});
    Ophaalverslag v;
    EXPECT_EQ(code({"69599084", "90004333"}, v), "kvk-antwoordt-niet");
    EXPECT_THAT(std::vector(gevraagd.begin(), gevraagd.begin() + 6), ElementsAre("/v1/basisprofielen/69599084", "/v1/basisprofielen/69599084/vestigingen", "/v1/vestigingsprofielen/000038509504",
                                                                                 "/v1/vestigingsprofielen/000038509538", "/v1/basisprofielen/90004333", "/v1/basisprofielen/90004333/vestigingen"));
    EXPECT_EQ(v.vestigingen, 1U);
    EXPECT_EQ(inhoud(uit.string() + ".niet"), "000038509538\n");
    EXPECT_EQ(inhoud(uit.string() + ".vestigingen"), "69599084\n");
    // The same command again asks only what is missing.
    gevraagd.clear();
    antwoorden = {{200, R"({"kvkNummer":"90004333","vestigingen":[]})"}};
    EXPECT_EQ(code({"69599084", "90004333"}, v), "");
    EXPECT_THAT(gevraagd, ElementsAre("/v1/basisprofielen/90004333/vestigingen"));
    // Of another company, without its list, or with what is no number: no answer.
    for (const auto* fout : {R"({"kvkNummer":"11111111","vestigingen":[]})", R"({"kvkNummer":"00000007"})", R"({"kvkNummer":"00000007","vestigingen":[{"vestigingsnummer":"../../x"}]})", "[]"}) {
        TearDown();
        gevraagd.clear();
        antwoorden = {{200, basis("00000007")}, {200, fout}};
        EXPECT_EQ(code({"00000007"}, v), "kvk-antwoordt-niet") << fout;
        EXPECT_EQ(gevraagd.size(), 2U);
        EXPECT_EQ(inhoud(uit.string() + ".vestigingen"), "");
    }
}

TEST_F(Ophalen, NoemtElkeRegelDieGeenNummerIsEnHaaltDanNiets) {
    Ophaalverslag v;
    try {
        haal_bedrijven({"00000001", "1", "0000000A"}, uit, opties, v);
        FAIL();
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "nummers-ongeldig");
        ASSERT_EQ(fout.velden().size(), 2U);
        EXPECT_EQ(fout.velden()[1].veld, "regel 3");
    }
    EXPECT_THAT(gevraagd, testing::IsEmpty());
}

}  // namespace
}  // namespace damwand::registers
