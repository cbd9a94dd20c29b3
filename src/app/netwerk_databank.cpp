// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <boost/json.hpp>
#include <chrono>
#include <fstream>
#include <string>

#include "app/netwerk.hpp"
#include "app/voortgang.hpp"
#include "platform/db/db.hpp"
#include "werk/netwerk/netwerk.hpp"

namespace damwand::app {
namespace {

/// Memory of this process in use, in bytes.
std::uint64_t in_gebruik() {
    std::ifstream stand("/proc/self/statm");
    std::uint64_t totaal = 0, hier = 0;
    stand >> totaal >> hier;
    constexpr std::uint64_t blad = 4096;
    return hier * blad;
}

}  // namespace

int netwerk_uit_databank(const std::string& dsn, const NetwerkWerkplek& werkplek, bool als_json) {
    db::Pool pool(dsn, 1);
    const auto voor = in_gebruik();
    const auto begin = std::chrono::steady_clock::now();
    netwerk::Geheugen geheugen;
    {
        db::Transactie tx(pool, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        geheugen.ververs(tx);
        tx.leg_vast();
    }
    const std::chrono::duration<double> duur = std::chrono::steady_clock::now() - begin;
    const auto omvang = geheugen.omvang();
    const auto erbij = in_gebruik() - std::min(in_gebruik(), voor);
    if (als_json) {
        fmt::print(werkplek.uit, "{}\n", boost::json::serialize(boost::json::object{{"knopen", omvang.knopen}, {"verbanden", omvang.banden}, {"seconden", duur.count()}, {"bytes", erbij}}));
    } else {
        fmt::print(werkplek.uit, "{} onderdelen, {} verbanden; geladen in {:.1f} s; {:.0f} MB\n", met_punten(omvang.knopen), met_punten(omvang.banden), duur.count(), static_cast<double>(erbij) / 1e6);
    }
    return 0;
}

}  // namespace damwand::app
