// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include <algorithm>

#include "base/tekst.hpp"

namespace damwand::csv {
namespace {

void schrijf(std::string& uit, std::string_view tekst) {
    const bool formule = !tekst.empty() && std::string_view("=+-@\t").find(tekst.front()) != std::string_view::npos;
    const bool tussen_tekens = tekst.find_first_of(";\"\r\n") != std::string_view::npos;
    if (tussen_tekens) uit += '"';
    if (formule) uit += '\'';
    for (const char c : tekst) {
        if (c == '"') uit += '"';
        uit += c;
    }
    if (tussen_tekens) uit += '"';
}

}  // namespace

std::string regel(std::span<const std::string> velden) {
    std::string uit;
    for (const auto& v : velden) {
        if (&v != velden.data()) uit += ';';
        schrijf(uit, v);
    }
    return uit + "\r\n";
}

/// One line without its end, at most a row long: the rest of a longer one is passed over.
bool Lezer::lees_regel(std::string& uit) {
    uit.clear();
    auto* bron = m_in.rdbuf();
    int c = bron->sbumpc();
    if (c == std::istream::traits_type::eof()) return false;
    ++m_regel;
    for (; c != std::istream::traits_type::eof() && c != '\n'; c = bron->sbumpc()) {
        ++m_bytes;
        if (uit.size() <= langste_rij) uit += static_cast<char>(c);
    }
    ++m_bytes;
    return true;
}

Lezer::Uitslag Lezer::volgende(std::vector<std::string>& cellen) {
    cellen.clear();
    std::string regel;
    for (;;) {
        if (!lees_regel(regel)) return Uitslag::einde;
        if (m_regel == 1 && regel.starts_with(merk)) regel.erase(0, merk.size());
        if (!regel.empty() && regel.back() == '\r') regel.pop_back();
        if (!regel.empty() && regel.front() != '#') break;
    }
    m_rijbegin = m_regel;
    if (m_scheiding == 0) {
        m_scheiding = ' ';
        for (const char c : std::string_view("\t;,")) {
            if (m_scheiding == ' ' && regel.find(c) != std::string::npos) m_scheiding = c;
        }
    }
    std::string cel;
    bool in_aanhaling = false, na_aanhaling = false, rommel = false, te_lang = regel.size() > langste_rij;
    std::size_t lengte = regel.size();
    for (;;) {
        for (const char c : regel) {
            if (in_aanhaling) {
                if (c == '"') in_aanhaling = false, na_aanhaling = true;
                else cel += c;
            } else if (c == m_scheiding) {
                cellen.push_back(std::move(cel));
                cel.clear();
                na_aanhaling = false;
                te_lang = te_lang || cellen.size() > meeste_cellen;
            } else if (c == '"' && na_aanhaling) {
                cel += c;
                in_aanhaling = true;
            } else if (c == '"' && cel.empty()) {
                in_aanhaling = true;
            } else {
                rommel = rommel || na_aanhaling;
                cel += c;
            }
            if (te_lang) break;
        }
        if (!in_aanhaling || te_lang) break;
        if (!lees_regel(regel)) return Uitslag::aanhaling;
        cel += '\n';
        if (!regel.empty() && regel.back() == '\r') regel.pop_back();
        te_lang = (lengte += regel.size() + 1) > langste_rij;
    }
    cellen.push_back(std::move(cel));
    if (te_lang) return Uitslag::te_lang;
    if (rommel) return Uitslag::aanhaling;
    return std::all_of(cellen.begin(), cellen.end(), [](const auto& c) { return is_nette_tekst(c); }) ? Uitslag::rij : Uitslag::geen_utf8;
}

}  // namespace damwand::csv
