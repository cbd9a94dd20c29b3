// SPDX-License-Identifier: EUPL-1.2
// Tiles: what stands in them, who shares them, what the logs keep of looking.
#include <map>
#include <set>

#include "base/tekst.hpp"
#include "werk/kaart/proefkaart.hpp"
#include "werk/kaart/tegelmaker.hpp"

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

/// What a tile tells, read back by hand: per feature its properties by name, and its rings.
struct Vorm {
    std::map<std::string, std::string> eigen;
    std::vector<std::vector<std::pair<int, int>>> ringen;
};
struct Lezer {
    std::string_view rest;
    std::uint64_t getal() {
        std::uint64_t w = 0;
        for (int schuif = 0;; schuif += 7) {
            const auto b = static_cast<unsigned char>(rest.at(0));
            rest.remove_prefix(1);
            w |= static_cast<std::uint64_t>(b & 0x7FU) << schuif;
            if (b < 0x80) return w;
        }
    }
    std::string_view stuk() {
        const auto lengte = getal();
        const auto uit = rest.substr(0, lengte);
        rest.remove_prefix(lengte);
        return uit;
    }
    int stap() {
        const auto w = getal();
        return static_cast<int>(w >> 1U) ^ -static_cast<int>(w & 1U);
    }
};
std::vector<Vorm> lees_laag(std::string_view tegel) {
    std::vector<std::string> namen, waarden;
    std::vector<std::string_view> ruw;
    Lezer in{tegel};
    if (in.rest.empty()) return {};
    EXPECT_EQ(in.getal(), 3U << 3U | 2U);
    for (Lezer laag{in.stuk()}; !laag.rest.empty();) {
        const auto kop = laag.getal();
        if ((kop & 7U) == 0) {
            (void)laag.getal();
            continue;
        }
        const auto stuk = laag.stuk();
        if (kop >> 3U == 2) ruw.push_back(stuk);
        if (kop >> 3U == 3) namen.emplace_back(stuk);
        if (kop >> 3U == 4) {
            Lezer w{stuk};
            waarden.push_back((w.getal() & 7U) == 2 ? std::string(w.stuk()) : std::to_string(w.getal()));
        }
    }
    std::vector<Vorm> uit;
    for (const auto stuk : ruw) {
        Vorm vorm;
        for (Lezer f{stuk}; !f.rest.empty();) {
            const auto kop = f.getal();
            if ((kop & 7U) == 0) {
                (void)f.getal();
                continue;
            }
            Lezer deel{f.stuk()};
            if (kop >> 3U == 2) {
                while (!deel.rest.empty()) {
                    const auto naam = deel.getal();
                    vorm.eigen[namen.at(naam)] = waarden.at(deel.getal());
                }
            }
            for (int x = 0, y = 0; kop >> 3U == 4 && !deel.rest.empty();) {
                const auto opdracht = deel.getal();
                if ((opdracht & 7U) == 1) vorm.ringen.emplace_back();
                for (auto n = (opdracht & 7U) == 7 ? 0 : opdracht >> 3U; n > 0; --n) {
                    x += deel.stap();
                    y += deel.stap();
                    vorm.ringen.back().emplace_back(x, y);
                }
            }
        }
        uit.push_back(std::move(vorm));
    }
    return uit;
}
double oppervlak(const std::vector<std::pair<int, int>>& ring) {
    double uit = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const auto& [x1, y1] = ring[i];
        const auto& [x2, y2] = ring[(i + 1) % ring.size()];
        uit += (static_cast<double>(x1) * y2 - static_cast<double>(x2) * y1) / 2;
    }
    return uit;
}

TEST(Tegel, TekentWatPostgisTekent) {
    int vergeleken = 0;
    for (const int z : {15, 16, 17, 18}) {
        const auto pad = tegelpad(z, ergens());
        const auto delen = splits(pad, '/');
        const auto x = std::stoi(delen.at(delen.size() - 2)), y = std::stoi(delen.back());
        for (const auto* dag : {"2026-11-08", "2015-01-01"}) {
            std::map<std::string, Vorm> ons;
            for (auto& v : lees_laag(lijf(omgeving().roep(analist(), get, pad + "?peildatum=" + dag)))) {
                double som = 0;
                for (const auto& r : v.ringen) som += oppervlak(r);
                EXPECT_GT(som, 0) << "an outer ring goes clockwise on the screen";
                const auto id = v.eigen.at("id");
                EXPECT_TRUE(ons.emplace(id, std::move(v)).second);
            }
            // Without clipping, so that whole shapes are compared; PostGIS draws the tile and says the surface.
            for (const auto rij : omgeving().beheer().doe("select lpad(k.identificatie::text, 16, '0') as id, k.bouwjaar, k.gebruik, k.objecten, public.st_area(m.vorm) as oppervlak, public.st_nrings(m.vorm) as ringen"
                                                          "  from register.kaartpand k, (select public.st_tileenvelope($1, $2, $3) as vlak) v,"
                                                          "       lateral (select public.st_asmvtgeom(case when $1 >= 17 then k.fijn else k.grof end, v.vlak, 4096, 64, false) as vorm) m"
                                                          " where k.fijn operator(public.&&) v.vlak and k.van <= $4::date and (k.tot is null or k.tot > $4::date) and public.st_area(m.vorm) > 8",
                                                          z, x, y, dag)) {
                const auto id = rij.veld<std::string>("id");
                ASSERT_TRUE(ons.contains(id)) << z << " " << id;
                const auto& v = ons.at(id);
                for (const auto* naam : {"bouwjaar", "gebruik", "objecten"}) EXPECT_EQ(v.eigen.at(naam), rij.veld<std::string>(naam));
                double som = 0;
                for (const auto& r : v.ringen) som += oppervlak(r);
                EXPECT_NEAR(som, rij.veld<double>("oppervlak"), std::max(4.0, som * 0.02)) << z << " " << id;
                EXPECT_EQ(static_cast<int>(v.ringen.size()), rij.veld<int>("ringen")) << z << " " << id;
                ++vergeleken;
            }
        }
    }
    EXPECT_GT(vergeleken, 100);
}

TEST(Tegel, TeltInZeshoekenWatErIn) {
    // Over every tile of a zoom level: a cell's middle lies in one tile, and all cells together hold all buildings of the day.
    for (const int z : {13, 14}) {
        for (const auto* dag : {"2026-11-08", "2015-01-01"}) {
            int som = 0;
            std::set<std::string> cellen;
            for (const auto rij : omgeving().beheer().doe("with v as (select public.st_extent(fijn) as e from register.kaartpand), w as (select 40075016.685578488 / (1 << $1::integer) as m)"
                                                          " select x, y from v, w, generate_series(floor((public.st_xmin(e) + 20037508.342789244) / m)::integer - 1, floor((public.st_xmax(e) + 20037508.342789244) / m)::integer + 1) x,"
                                                          "  generate_series(floor((20037508.342789244 - public.st_ymax(e)) / m)::integer - 1, floor((20037508.342789244 - public.st_ymin(e)) / m)::integer + 1) y",
                                                          z)) {
                for (const auto& v : lees_laag(lijf(omgeving().roep(analist(), get, fmt::format("/v1/kaart/tegels/panden/{}/{}/{}?peildatum={}", z, rij.veld<int>("x"), rij.veld<int>("y"), dag))))) {
                    if (v.eigen.at("midden") != "1") continue;
                    som += std::stoi(v.eigen.at("panden"));
                    EXPECT_TRUE(cellen.insert(v.eigen.at("id")).second) << "twice";
                    EXPECT_EQ(v.ringen.at(0).size(), 6U);
                }
            }
            EXPECT_EQ(som, tel(fmt::format("register.kaartpand where van <= '{0}' and (tot is null or tot > '{0}')", dag))) << z << " " << dag;
        }
    }
}

TEST(Tegel, NummertZeshoekenZoalsPostgis) {
    const auto anders = omgeving().beheer().doe(
        "with punt as (select 3000000.0::double precision + 4e6 * random() - 4e6 as x, 7000000.0 * random() - 500000 as y from generate_series(1, 3000))"
        " select count(*) as n, count(*) filter (where register.cel_van(x, y, maat) <> array[h.i, h.j]) as anders from punt cross join (select register.celmaat(g::smallint) as maat from generate_series(1, 4) g) m"
        " cross join lateral (select i, j from public.st_hexagongrid(maat, public.st_setsrid(public.st_point(x, y), 3857)) h where public.st_intersects(h.geom, public.st_setsrid(public.st_point(x, y), 3857)) limit 1) h");
    EXPECT_EQ(anders[0].veld<int>("n"), 12'000);
    EXPECT_EQ(anders[0].veld<int>("anders"), 0);
}

TEST(Tegel, ZegtDeUitsnedeZoalsPostgisHaarOmrekent) {
    for (const auto& [z, x, y] : {std::tuple{9, 263, 168}, {12, 2107, 1347}, {14, 8430, 5400}, {16, 33700, 21500}}) {
        const auto antwoord = omgeving().beheer().doe("select public.st_xmin(v) as w, public.st_ymin(v) as z, public.st_xmax(v) as o, public.st_ymax(v) as n from (select public.st_transform(public.st_tileenvelope($1, $2, $3), 28992) as v) t", z, x, y);
        const auto daar = antwoord[0];
        const auto hier = in_rd(tegelvlak(z, x, y));
        EXPECT_NEAR(hier.west, daar.veld<double>("w"), 5) << z;
        EXPECT_NEAR(hier.zuid, daar.veld<double>("z"), 5) << z;
        EXPECT_NEAR(hier.oost, daar.veld<double>("o"), 5) << z;
        EXPECT_NEAR(hier.noord, daar.veld<double>("n"), 5) << z;
    }
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

TEST(Tegel, SchrijftEenRegelPerKeerMetLaagEnUitsnedeInHeleKilometers) {
    const auto wie = omgeving().gebruiker({"toezichthouder"});
    const auto waar = fmt::format("logboek.audit where actie = 'kaarttegelTonen' and actor = '{}'", wie.id.tekst());
    for (int i = 0; i < 5; ++i) EXPECT_EQ(omgeving().roep(wie, get, tegelpad(16 + i % 3, ergens())).status, 200);
    EXPECT_EQ(tel(waar), 1);
    EXPECT_EQ(tel(waar + " and toelichting ~ '^panden@[0-9]{3},[0-9]{3},[0-9]{3},[0-9]{3}$'"), 1);
}

/// A tile that lies ready is given without a transaction of its own: what ends his access must end it at the next request all the same, with the answer and the line that go with it.
TEST(Tegel, UitDeKastGeldtEenEindeMeteen) {
    auto& o = omgeving();
    auto beheer = o.beheer();
    const auto pad = tegelpad(16, ergens()) + "?peildatum=2026-11-08";
    const auto vestigingen = tegelpad(16, ergens(), "vestigingen") + "?peildatum=2026-11-08";
    const auto klaar = [&](const std::string& rol) {
        const auto wie = o.gebruiker({rol});
        EXPECT_EQ(o.roep(wie, get, pad).status, 200) << "with its line in the log";
        EXPECT_EQ(o.roep(wie, get, vestigingen).status, 200);
        const auto regels = tel(fmt::format("logboek.audit where actor = '{}'", wie.id.tekst()));
        const auto tegel = o.roep(wie, get, pad);
        EXPECT_EQ(tegel.status, 200);
        EXPECT_EQ(tegel.gedeeld, o.roep(analist(), get, pad).gedeeld) << "the same bytes";
        EXPECT_EQ(tel(fmt::format("logboek.audit where actor = '{}'", wie.id.tekst())), regels) << "from the chest";
        return wie;
    };
    const auto weg = klaar("toezichthouder");
    beheer.doe("update toegang.gebruiker_rol set tot = now() - interval '1 second' where gebruiker = $1", weg.id);
    EXPECT_EQ(o.roep(weg, get, pad).status, 403) << "the role ended";
    EXPECT_GE(tel(fmt::format("logboek.audit where resultaat = 'geweigerd' and actie = 'kaarttegelTonen' and actor = '{}'", weg.id.tekst())), 1);
    const auto ander = klaar("toezichthouder");
    beheer.doe("update toegang.gebruiker_rol set rol = 'beleid' where gebruiker = $1", ander.id);
    EXPECT_EQ(o.roep(ander, get, pad).status, 403) << "another role, that has no map";
    const auto af = klaar("toezichthouder");
    beheer.doe("update toegang.sessie set beeindigd = true where gebruiker = $1", af.id);
    EXPECT_EQ(o.roep(af, get, pad).status, 401) << "signed off";
    const auto stil = klaar("toezichthouder");
    beheer.doe("update toegang.sessie set laatst_op = laatst_op - interval '16 minutes' where gebruiker = $1", stil.id);
    EXPECT_EQ(o.roep(stil, get, pad).status, 401) << "silent for a quarter of an hour";
    const auto uit = klaar("toezichthouder");
    beheer.script("select set_config('damwand.operatie', gen_random_uuid()::text, false)");
    beheer.doe("update toegang.gebruiker set actief = false where id = $1", uit.id);
    EXPECT_EQ(o.roep(uit, get, pad).status, 401) << "switched off";
    const auto elders = klaar("toezichthouder");
    EXPECT_EQ(o.roep(elders, get, pad, nullptr, {{"verwerkingsactiviteit", "archiveren-vernietigen"}}).status, 403) << "under an activity that is not for this";
    EXPECT_EQ(o.roep(elders, get, pad + "&bestaatniet=1").status, 400);
    EXPECT_EQ(o.roep({}, get, pad).status, 401);
    const auto blijft = klaar("toezichthouder");
    beheer.doe("update toegang.sessie set laatst_op = laatst_op - interval '14 minutes' where gebruiker = $1", blijft.id);
    EXPECT_EQ(o.roep(blijft, get, pad).status, 200);
    EXPECT_EQ(beheer.doe("select laatst_op > basis.nu() - interval '1 minute' as levend from toegang.sessie where gebruiker = $1", blijft.id)[0].veld<bool>("levend"), true) << "looking at the map keeps a session alive";
}

TEST(Tegel, UitDeKastKomtNietsVanEenLaagDieHijNietMagZien) {
    auto& o = omgeving();
    const auto pad = tegelpad(16, ergens(), "vestigingen") + "?peildatum=2026-11-08";
    EXPECT_EQ(o.roep(analist(), get, pad).status, 200);
    EXPECT_EQ(o.roep(analist(), get, pad).status, 200) << "it lies in the chest";
    auto beheer = o.beheer();
    const auto wie = o.gebruiker({"toezichthouder"});
    beheer.script("delete from toegang.rol_recht where rol = 'toezichthouder' and recht = 'bedrijf.zien'");
    EXPECT_EQ(o.roep(wie, get, tegelpad(16, ergens()) + "?peildatum=2026-11-08").status, 200);
    EXPECT_EQ(o.roep(wie, get, pad).status, 404);
    beheer.script("insert into toegang.rol_recht (rol, recht) values ('toezichthouder', 'bedrijf.zien')");
    EXPECT_EQ(o.roep(wie, get, pad).status, 200);
}

}  // namespace
}  // namespace damwand::kaart
