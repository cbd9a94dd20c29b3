// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "engine/bag/maker.hpp"
#include "steun/proefomgeving.hpp"
#include "steun/werkmap.hpp"
#include "werk/kaart/kaart.hpp"

/// For the database tests of this room: Damstede on the map.
namespace damwand::kaart {

namespace fs = std::filesystem;
using boost::json::array;
using boost::json::object;
using boost::json::value;
using enum http::Methode;
using proef::Gebruiker;
using proef::werkmap;

inline std::vector<poort::Route> alle_routes() {
    auto uit = routes();
    for (auto& r : signaal::routes()) uit.push_back(std::move(r));
    for (auto& r : casus::routes()) uit.push_back(std::move(r));
    return uit;
}

inline const bag::MaakOpties klein{.adressen = 900};

/// With Damstede and its areas loaded.
inline proef::Omgeving& omgeving() {
    static proef::Omgeving een(alle_routes());
    static const bool geladen = [] {
        db::Pool lader(een.cluster().dsn("lader"), 1);
        const std::array levering{bag::maak(klein, werkmap()).bestand};
        (void)registers::laad(lader, levering);
        bag::maak_gebieden(klein, werkmap());
        for (const auto* soort : {"gemeente", "wijk", "buurt"}) (void)registers::laad_gebieden(lader, {.bestand = werkmap() / (std::string(soort) + ".geojson"), .soort = soort, .jaar = 2024});
        return true;
    }();
    static_cast<void>(geladen);
    return een;
}

inline const Gebruiker& analist() {
    static const auto een = omgeving().gebruiker({"informatieanalist"});
    return een;
}

inline std::int64_t tel(const std::string& wat) { return omgeving().beheer().doe("select count(*) as aantal from " + wat)[0].veld<std::int64_t>("aantal"); }

struct Plek {
    double x = 0, y = 0;
};
inline std::string tegelpad(int z, Plek p, std::string_view laag = "panden") {
    constexpr double half = 20'037'508.342789244;
    const double maat = 2 * half / (1 << z);
    return fmt::format("/v1/kaart/tegels/{}/{}/{}/{}", laag, z, static_cast<int>((p.x + half) / maat), static_cast<int>((half - p.y) / maat));
}

inline Plek ergens() {
    const auto r = omgeving().beheer().doe("select public.st_x(punt) as x, public.st_y(punt) as y from register.kaartobject where tot is null and soort = 1 order by identificatie limit 1");
    return {r[0].veld<double>("x"), r[0].veld<double>("y")};
}

inline std::string kop(const http::Antwoord& a, std::string_view naam) {
    for (const auto& [n, w] : a.koppen) {
        if (n == naam) return w;
    }
    return "";
}

}  // namespace damwand::kaart
