// SPDX-License-Identifier: EUPL-1.2
#include "base/csv.hpp"

#include <algorithm>
#include <optional>

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

void Snijder::neem(std::string_view stuk) {
    for (const char c : stuk) teken(c);
}

void Snijder::sluit() {
    if (m_in == In::aanhaling) m_aanhaling = true;
    if (m_in != In::begin || !m_cellen.empty() || m_te_lang) rij_klaar();
}

void Snijder::voeg_toe(char c) {
    if (m_bytes++ < langste_rij && m_cellen.size() <= meeste_cellen) m_cel += c;
    else m_te_lang = true;
}

void Snijder::cel_klaar() {
    if (m_cellen.size() <= meeste_cellen) m_cellen.push_back(std::exchange(m_cel, {}));  // one too many tells that there are
    m_in = In::begin;
}

void Snijder::rij_klaar() {
    cel_klaar();
    m_rij({.regel = m_rijbegin, .cellen = m_cellen, .te_lang = m_te_lang, .aanhaling = m_aanhaling});
    m_cellen.clear();
    m_cel.clear();
    m_bytes = 0;
    m_te_lang = m_aanhaling = false;
}

void Snijder::teken(char c) {
    if (c == '\n') ++m_regel;
    if (c == '\r') return;
    if (m_in == In::aanhaling) {
        if (c == '"') m_in = In::na_aanhaling;
        else voeg_toe(c);
    } else if (c == m_scheiding) {
        ++m_bytes;
        cel_klaar();
    } else if (c == '\n') {
        if (m_in != In::begin || !m_cellen.empty() || m_te_lang) rij_klaar();
        m_rijbegin = m_regel;
    } else if (c == '"' && m_in == In::begin) {
        m_in = In::aanhaling;
    } else if (c == '"' && m_in == In::na_aanhaling) {
        voeg_toe(c);
        m_in = In::aanhaling;
    } else {
        m_aanhaling = m_aanhaling || m_in == In::na_aanhaling;
        voeg_toe(c);
        m_in = In::los;
    }
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
    std::optional<Uitslag> uitslag;
    Snijder snijder(m_scheiding, m_regel, [&](const Snijder::Rij& rij) {
        cellen = std::move(rij.cellen);
        const bool net = std::all_of(cellen.begin(), cellen.end(), [](const auto& c) { return is_nette_tekst(c); });
        uitslag = rij.te_lang || cellen.size() > meeste_cellen ? Uitslag::te_lang : rij.aanhaling ? Uitslag::aanhaling : net ? Uitslag::rij : Uitslag::geen_utf8;
    });
    for (std::size_t lengte = 0;;) {  // a row goes on over lines while a quote is open
        lengte += regel.size() + 1;
        if (lengte > langste_rij + 1) return Uitslag::te_lang;
        snijder.neem(regel += '\n');
        if (uitslag) return *uitslag;
        if (!lees_regel(regel)) return Uitslag::aanhaling;
    }
}

}  // namespace damwand::csv
