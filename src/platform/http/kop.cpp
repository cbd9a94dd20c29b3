// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/kop.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/tekst.hpp"

namespace damwand::http {
namespace {

using namespace rand_fouten;

constexpr std::size_t meeste_koppen = 100;
/// More than one of these is ambiguous; every other repeated header is a list and joined with ", ".
constexpr std::array<std::string_view, 11> eenmalig = {
    "host",    "content-length", "transfer-encoding", "content-type", "authorization", "cookie", "origin",
    "referer", "expect",         "user-agent",        "if-match"};

/// Without optional white space: space and tab, nothing else.
std::string_view zonder_wit(std::string_view tekst) noexcept {
    const auto begin = tekst.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return tekst.substr(begin, tekst.find_last_not_of(" \t") - begin + 1);
}

bool is_cijfer(char c) noexcept { return c >= '0' && c <= '9'; }

Methode methode_van(std::string_view naam) noexcept {
    if (naam == "GET") return Methode::get;
    if (naam == "HEAD") return Methode::head;
    if (naam == "POST") return Methode::post;
    if (naam == "PUT") return Methode::put;
    if (naam == "PATCH") return Methode::patch;
    if (naam == "DELETE") return Methode::verwijder;
    if (naam == "OPTIONS") return Methode::opties;
    return Methode::anders;
}

/// name or address, with or without port; no user part, no path.
bool is_host(std::string_view waarde) noexcept {
    return !waarde.empty() && waarde.size() <= 260 && std::all_of(waarde.begin(), waarde.end(), [](char c) {
        return is_cijfer(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == ':' ||
               c == '[' || c == ']' || c == '_';
    });
}

std::optional<RandFout> lees_regel(std::string_view regel, Kop& kop) {
    const auto eerste = regel.find(' ');
    const auto tweede = regel.rfind(' ');
    if (eerste == std::string_view::npos || eerste == tweede) return verzoek_ongeldig;
    const auto methode = regel.substr(0, eerste);
    const auto doel = regel.substr(eerste + 1, tweede - eerste - 1);
    const auto versie = regel.substr(tweede + 1);
    if (methode.size() > 20 || !is_token(methode) || doel.find(' ') != std::string_view::npos) return verzoek_ongeldig;
    if (versie.size() != 8 || versie.substr(0, 5) != "HTTP/" || !is_cijfer(versie[5]) || versie[6] != '.' ||
        !is_cijfer(versie[7])) {
        return verzoek_ongeldig;
    }
    if (versie != "HTTP/1.1" && versie != "HTTP/1.0") return versie_onbekend;
    kop.sluiten = versie == "HTTP/1.0";
    kop.methode = methode_van(methode);
    const bool zichtbaar = std::all_of(doel.begin(), doel.end(), [](char c) { return c > 0x20 && c < 0x7F; });
    if (!zichtbaar || doel.find('#') != std::string_view::npos) return adres_ongeldig;
    const auto vraagteken = std::min(doel.find('?'), doel.size());
    auto pad = lees_pad(doel.substr(0, vraagteken));
    auto query = lees_query(doel.substr(std::min(vraagteken + 1, doel.size())));
    if (!pad || !query) return adres_ongeldig;
    kop.pad = std::move(*pad);
    kop.query = std::move(*query);
    return std::nullopt;
}

std::optional<RandFout> lees_veld(std::string_view regel, Kop& kop) {
    const auto punt = regel.find(':');
    if (punt == std::string_view::npos || !is_token(regel.substr(0, punt))) return verzoek_ongeldig;  // obs-fold too
    const auto waarde = zonder_wit(regel.substr(punt + 1));
    if (!is_nette_tekst(waarde)) return verzoek_ongeldig;  // CR and LF never get here
    auto naam = klein(regel.substr(0, punt));
    const auto [plaats, nieuw] = kop.koppen.try_emplace(std::move(naam), waarde);
    if (nieuw) return std::nullopt;
    if (std::find(eenmalig.begin(), eenmalig.end(), plaats->first) != eenmalig.end()) return verzoek_ongeldig;
    plaats->second += ", ";
    plaats->second += waarde;
    return std::nullopt;
}

/// How long the body is: the heart of request smuggling, so nothing is forgiven.
std::optional<RandFout> keur_omvang(Kop& kop) {
    const auto zoek = [&](std::string_view naam) { return kop.koppen.find(std::string(naam)); };
    const auto geen = kop.koppen.end();
    const auto host = zoek("host");
    if (host == geen || !is_host(host->second)) return verzoek_ongeldig;

    const auto lengte = zoek("content-length");
    if (lengte != geen) {
        const auto& waarde = lengte->second;
        if (waarde.empty() || waarde.size() > 15 || !std::all_of(waarde.begin(), waarde.end(), is_cijfer)) {
            return verzoek_ongeldig;
        }
        std::from_chars(waarde.data(), waarde.data() + waarde.size(), kop.lengte);
    }
    const auto codering = zoek("transfer-encoding");
    if (codering != geen) {
        if (lengte != geen || kop.sluiten || klein(codering->second) != "chunked") return verzoek_ongeldig;
        kop.in_stukken = true;
    }
    const auto verwacht = zoek("expect");
    if (verwacht != geen) {
        if (klein(verwacht->second) != "100-continue") return verwachting_onbekend;
        kop.wacht_op_100 = !kop.sluiten;
    }
    if (const auto verbinding = zoek("connection"); verbinding != geen) {
        const auto lijst = klein(verbinding->second);
        for (std::size_t begin = 0; begin <= lijst.size();) {
            const auto eind = std::min(lijst.find(',', begin), lijst.size());
            if (zonder_wit(std::string_view(lijst).substr(begin, eind - begin)) == "close") kop.sluiten = true;
            begin = eind + 1;
        }
    }
    return std::nullopt;
}

}  // namespace

bool is_token(std::string_view tekst) noexcept {
    constexpr std::string_view leestekens = "!#$%&'*+-.^_`|~";
    return !tekst.empty() && std::all_of(tekst.begin(), tekst.end(), [&](char c) {
        return is_cijfer(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
               leestekens.find(c) != std::string_view::npos;
    });
}

std::variant<Kop, RandFout> lees_kop(std::string_view ruw) {
    Kop kop;
    bool eerste = true;
    std::size_t aantal = 0;
    while (true) {
        const auto eind = ruw.find("\r\n");
        if (eind == std::string_view::npos) return verzoek_ongeldig;
        const auto regel = ruw.substr(0, eind);
        ruw.remove_prefix(eind + 2);
        if (regel.find_first_of(std::string_view("\r\n\0", 3)) != std::string_view::npos) return verzoek_ongeldig;
        if (regel.empty()) break;
        if (!eerste && ++aantal > meeste_koppen) return koppen_te_groot;
        const auto fout = eerste ? lees_regel(regel, kop) : lees_veld(regel, kop);
        if (fout) return *fout;
        eerste = false;
    }
    if (eerste || !ruw.empty()) return verzoek_ongeldig;
    if (const auto fout = keur_omvang(kop)) return *fout;
    return kop;
}

}  // namespace damwand::http
