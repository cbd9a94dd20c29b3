// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <fmt/format.h>

#include <array>
#include <map>
#include <string>
#include <vector>

#include "werk/register/proefregister.hpp"

/// For the database tests of this room: what the register holds, and an empty one.
namespace damwand::registers::proef {

inline constexpr std::array tabellen{
    "woonplaats", "openbare_ruimte", "nummeraanduiding", "verblijfsobject", "ligplaats", "standplaats", "pand"};

/// Everything a load may change, as one checksum per table that does not depend on the order of rows. The list of loads
/// itself is left out: a repeated load is a load.
inline std::map<std::string, std::string> toestand() {
    std::map<std::string, std::string> uit;
    auto beheer = omgeving().beheer();
    std::vector<std::string> alle{"in_onderzoek", "gemeente_woonplaats", "adres", "straat"};
    for (const auto* tabel : tabellen) {
        alle.emplace_back(tabel);
        alle.push_back(std::string(tabel) + "_historie");
    }
    for (const auto& tabel : alle) {
        const auto r =
            beheer.doe(fmt::format("select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) "
                                   "as som from register.{} t",
                                   tabel));
        uit[tabel] = r[0].veld<std::string>("som");
    }
    uit["gemeente"] = beheer
                          .doe(
                              "select coalesce(string_agg(code || ' ' || naam || ' ' || standdatum, ',' order by "
                              "code), '') as som from register.gemeente")[0]
                          .veld<std::string>("som");
    return uit;
}

inline void leeg_register() {
    auto beheer = omgeving().beheer();
    for (const auto* tabel : tabellen)
        beheer.script(fmt::format("truncate register.{0}, register.{0}_historie", tabel));
    beheer.script(
        "truncate register.in_onderzoek, register.gemeente_woonplaats, register.gemeente, register.adres, "
        "register.straat,"
        " register.lading, register.afkeuring, register.ontbrekend restart identity");
}

}  // namespace damwand::registers::proef
