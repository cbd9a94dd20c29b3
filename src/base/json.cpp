// SPDX-License-Identifier: EUPL-1.2
#include "base/json.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/tekst.hpp"

namespace damwand::json {

std::string camel(std::string_view snake) {
    std::string uit;
    bool hoofd = false;
    for (const char c : snake) {
        if (c == '_') {
            hoofd = true;
        } else {
            uit += hoofd && c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
            hoofd = false;
        }
    }
    return uit;
}

bool SchemaBoek::neem(const std::string& naam, std::type_index soort) {
    const auto [plek, nieuw] = m_van.emplace(naam, soort);
    if (plek->second != soort) throw std::logic_error("two types are called " + naam);
    return nieuw;
}

bj::value ontleed(std::string_view tekst) {
    constexpr std::size_t meeste = 1024UL * 1024;
    if (tekst.size() > meeste) throw Fout(FoutSoort::te_groot, "te-groot", "Het bericht is groter dan 1 MiB.");
    bj::parse_options opties;
    opties.max_depth = 16;
    bj::stream_parser ontleder({}, opties);
    boost::system::error_code fout;
    const auto gelezen = ontleder.write_some(tekst.data(), tekst.size(), fout);
    if (!fout && gelezen == tekst.size()) ontleder.finish(fout);
    if (fout || gelezen != tekst.size()) {
        const auto tot = tekst.substr(0, gelezen);
        const auto regel = std::count(tot.begin(), tot.end(), '\n') + 1;
        const auto begin = tot.rfind('\n');
        const auto kolom = begin == std::string_view::npos ? tot.size() + 1 : tot.size() - begin;
        throw Fout(FoutSoort::ongeldig, "json-ongeldig",
                   fmt::format("Dit is geen geldige JSON: fout bij regel {}, teken {}.", regel, kolom));
    }
    return ontleder.release();
}

namespace detail {

std::string lees_tekst(const bj::value& waarde, Lezer& lezer, std::size_t min, std::size_t max) {
    if (!waarde.is_string()) {
        lezer.fout("geen-tekst", "Hier hoort tekst te staan.");
        return {};
    }
    const std::string_view ruw(waarde.get_string());
    if (!is_nette_tekst(ruw)) {
        lezer.fout("vreemde-tekens", "Deze tekst bevat tekens die niet kunnen worden bewaard.");
        return {};
    }
    std::string uit(trim(ruw));
    const auto aantal = lengte(uit);
    if (aantal < min) {
        lezer.fout(aantal == 0 ? "leeg" : "te-kort",
                   aantal == 0 ? "Vul dit veld in." : fmt::format("Gebruik ten minste {} tekens.", min));
    } else if (aantal > max) {
        lezer.fout("te-lang", fmt::format("Gebruik hoogstens {} tekens; nu {}.", max, aantal));
    }
    return uit;
}

std::int64_t lees_getal(const bj::value& waarde, Lezer& lezer, std::int64_t min, std::int64_t max) {
    boost::system::error_code fout;
    const auto getal = waarde.to_number<std::int64_t>(fout);
    if (fout || waarde.is_double()) {
        lezer.fout("geen-getal", "Hier hoort een heel getal te staan.");
        return min;
    }
    if (getal < min || getal > max) {
        lezer.fout("buiten-grenzen", fmt::format("Dit getal moet tussen {} en {} liggen.", min, max));
        return min;
    }
    return getal;
}

bool is_code(std::string_view tekst) noexcept {
    return !tekst.empty() && tekst.size() <= 60 && std::all_of(tekst.begin(), tekst.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

}  // namespace detail
}  // namespace damwand::json
