// SPDX-License-Identifier: EUPL-1.2
// Tiles: what stands in them, who shares them, what the logs keep of looking.
#include "werk/kaart/proefkaart.hpp"

namespace damwand::kaart {
namespace {

/// Number of features in a vector tile: field 2 of each layer, which is field 3 of the tile.
int vormen_in(std::string_view tegel, bool laag = false) {
    int uit = 0;
    std::size_t i = 0;
    const auto getal = [&] {
        std::uint64_t w = 0;
        for (int schuif = 0;; schuif += 7) {
            const auto b = static_cast<unsigned char>(tegel.at(i++));
            w |= static_cast<std::uint64_t>(b & 0x7FU) << schuif;
            if (b < 0x80) return w;
        }
    };
    while (i < tegel.size()) {
        const auto kop = getal();
        if ((kop & 7U) != 2) {
            getal();
            continue;
        }
        const auto lengte = getal();
        if (!laag && kop >> 3U == 3) uit += vormen_in(tegel.substr(i, lengte), true);
        if (laag && kop >> 3U == 2) ++uit;
        i += lengte;
    }
    return uit;
}

const std::string& lijf(const http::Antwoord& a) { return a.gedeeld ? *a.gedeeld : a.lijf; }

TEST(Tegel, HoudtWatEenAnderHoudtEnTeltWatErStaat) {
    const auto stand = std::string(omgeving().eis(200, analist(), get, "/v1/kaart").at("stand").as_string());
    const auto pad = tegelpad(16, ergens());
    const auto vraagstaart = "?peildatum=2026-11-08&stand=" + stand;
    const auto tegel = omgeving().roep(analist(), get, pad + vraagstaart);
    ASSERT_EQ(tegel.status, 200);
    EXPECT_EQ(tegel.type, "application/vnd.mapbox-vector-tile");
    EXPECT_EQ(kop(tegel, "Cache-Control"), "private, max-age=86400");
    const auto [x, y] = ergens();
    const auto raken = [&, x = x, y = y](double rand) {  // the tile with so much around it
        return omgeving().beheer().doe("select count(*) as aantal from register.kaartpand k, (select public.st_tileenvelope(16, floor(($1 + 20037508.342789244) / w)::int,"
                                       " floor((20037508.342789244 - $2) / w)::int, margin => $3) as vlak from (select 40075016.685578488 / 65536 as w) m) v"
                                       " where public.st_intersects(k.grof, v.vlak) and k.van <= '2026-11-08' and (k.tot is null or k.tot > '2026-11-08')",
                                       x, y, rand)[0].veld<int>("aantal");
    };
    EXPECT_GE(vormen_in(lijf(tegel)), raken(0));
    EXPECT_LE(vormen_in(lijf(tegel)), raken(64.0 / 4096));
    EXPECT_GT(vormen_in(lijf(tegel)), 3);
    const auto jurist = omgeving().gebruiker({"jurist"});
    const auto ander = omgeving().roep(jurist, get, pad + vraagstaart);
    EXPECT_EQ(ander.gedeeld, tegel.gedeeld) << "made twice";
    EXPECT_EQ(kop(omgeving().roep(analist(), get, pad + "?peildatum=2026-11-08&stand=0.0"), "Cache-Control"), "private, no-cache");
    EXPECT_EQ(kop(omgeving().roep(analist(), get, pad), "Cache-Control"), "private, no-cache");
    const auto gezipt = omgeving().roep(analist(), get, pad + vraagstaart, nullptr, {{"accept-encoding", "gzip"}});
    EXPECT_EQ(kop(gezipt, "Content-Encoding"), "gzip");
    EXPECT_LT(lijf(gezipt).size(), lijf(tegel).size());
}

TEST(Tegel, TeltOnderZoomVijftienInZeshoeken) {
    const auto dichtbij = omgeving().roep(analist(), get, tegelpad(14, ergens()) + "?peildatum=2026-11-08");
    const auto veraf = omgeving().roep(analist(), get, tegelpad(9, ergens()) + "?peildatum=2026-11-08");
    EXPECT_GT(vormen_in(lijf(dichtbij)), vormen_in(lijf(veraf)));
    EXPECT_GT(vormen_in(lijf(veraf)), 0);
    EXPECT_LT(vormen_in(lijf(dichtbij)), tel("register.kaartpand where tot is null")) << "not aggregated";
    EXPECT_EQ(vormen_in(lijf(omgeving().roep(analist(), get, tegelpad(14, ergens()) + "?peildatum=1500-01-01"))), 0);
    EXPECT_GT(vormen_in(lijf(omgeving().roep(analist(), get, tegelpad(12, ergens(), "buurt")))), 5);
}

TEST(Tegel, WeigertWatErNietKanZijn) {
    for (const auto* pad : {"/v1/kaart/tegels/panden/6/1/1", "/v1/kaart/tegels/panden/21/1/1", "/v1/kaart/tegels/panden/9/512/1", "/v1/kaart/tegels/panden/9/-1/1", "/v1/kaart/tegels/mensen/9/1/1",
                            "/v1/kaart/tegels/panden/9x/1/1"})
        EXPECT_EQ(omgeving().roep(analist(), get, pad).status, 404) << pad;
    EXPECT_EQ(omgeving().roep(analist(), get, "/v1/kaart/tegels/panden/9/1/1?peildatum=morgen").status, 400);
    EXPECT_EQ(omgeving().roep(analist(), get, "/v1/kaart/tegels/panden/9/1/1?laag=x").status, 400);
}

TEST(Tegel, SchrijftEenRegelPerTienTellenMetLaagEnUitsnedeInHeleKilometers) {
    const auto wie = omgeving().gebruiker({"toezichthouder"});
    const auto waar = fmt::format("logboek.audit where actie = 'kaarttegelTonen' and actor = '{}'", wie.id.tekst());
    for (int i = 0; i < 5; ++i) EXPECT_EQ(omgeving().roep(wie, get, tegelpad(16 + i % 3, ergens())).status, 200);
    EXPECT_EQ(tel(waar), 1);
    EXPECT_EQ(tel(waar + " and toelichting ~ '^panden@[0-9]{3},[0-9]{3},[0-9]{3},[0-9]{3}$'"), 1);
}

}  // namespace
}  // namespace damwand::kaart
