// SPDX-License-Identifier: EUPL-1.2
#include "engine/tabel/csv.hpp"

#include <algorithm>
#include <array>

#include "base/tekst.hpp"

namespace damwand::tabel {
namespace {

constexpr std::size_t kijkstuk = std::size_t{64} * 1024;  ///< so much is looked at to see how the file is written

/// Windows-1252, 0x80 to 0x9f, as the WHATWG Encoding Standard has it; the five that mean nothing are 0.
constexpr std::array<char16_t, 32> hoog{0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
                                        0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

/// The last character of a piece may be cut off.
bool is_utf8_tot_het_eind(std::string_view stuk) {
    for (std::size_t weg = 0; weg < 4 && weg < stuk.size(); ++weg) {
        if (is_nette_tekst(stuk.substr(0, stuk.size() - weg))) return true;
    }
    return stuk.empty();
}

char kies_scheiding(std::string_view regel) {
    char beste = ';';
    std::ptrdiff_t meeste = 0;
    for (const char c : {';', ',', '\t', '|'}) {
        std::ptrdiff_t aantal = 0;
        bool binnen = false;
        for (const char t : regel) {
            if (t == '"') binnen = !binnen;
            else if (t == c && !binnen) ++aantal;
        }
        if (aantal > meeste) {
            meeste = aantal;
            beste = c;
        }
    }
    return beste;
}

}  // namespace

void Csvlezer::neem(std::string_view stuk) {
    if (m_begonnen) {
        for (const char c : stuk) teken(c);
        return;
    }
    m_kop += stuk;
    if (m_kop.size() >= kijkstuk) begin();
}

void Csvlezer::begin() {
    m_begonnen = true;
    if (m_kop.starts_with("\xFF\xFE") || m_kop.starts_with("\xFE\xFF") || m_kop.find('\0') != std::string::npos) {
        throw ongeldig("Dit bestand is UTF-16 of geen tekst. Sla het op als \"CSV UTF-8\", XLSX of ODS en probeer het opnieuw.");
    }
    std::string_view tekst = m_kop;
    if (tekst.starts_with("\xEF\xBB\xBF")) {
        tekst.remove_prefix(3);
        if (!m_tekenset) m_tekenset = Tekenset::utf8;
    }
    if (!m_tekenset) m_tekenset = is_utf8_tot_het_eind(tekst.substr(0, kijkstuk)) ? Tekenset::utf8 : Tekenset::windows1252;
    if (!m_scheiding) {
        auto regel = tekst;
        for (std::uint64_t nr = 1; nr < m_opties.kopregel; ++nr) regel.remove_prefix(std::min(regel.size(), regel.find('\n') == std::string_view::npos ? regel.size() : regel.find('\n') + 1));
        m_scheiding = kies_scheiding(regel.substr(0, regel.find('\n')));
    }
    for (const char c : tekst) teken(c);
    m_kop.clear();
    m_kop.shrink_to_fit();
}

void Csvlezer::sluit() {
    if (!m_begonnen) begin();
    if (m_in == In::aanhaling) m_rommel = true;
    if (m_in != In::begin || !m_cel.empty() || !m_cellen.empty() || m_te_lang) rij_klaar();
}

void Csvlezer::voeg_toe(char c) {
    if (m_bytes++ >= langste_rij || m_cellen.size() > meeste_kolommen) {
        m_te_lang = true;
        return;
    }
    const auto byte = static_cast<unsigned char>(c);
    if (m_tekenset == Tekenset::utf8 || byte < 0x80) {
        m_cel += c;
        return;
    }
    const char16_t code = byte < 0xA0 ? hoog[byte - 0x80U] : byte;
    if (code < 0x800) {
        m_cel += static_cast<char>(0xC0U | code >> 6U);
    } else {
        m_cel += static_cast<char>(0xE0U | code >> 12U);
        m_cel += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
    }
    m_cel += static_cast<char>(0x80U | (code & 0x3FU));
}

void Csvlezer::teken(char c) {
    const auto einde_cel = [&] {
        if (m_cellen.size() <= meeste_kolommen) m_cellen.push_back(std::exchange(m_cel, {}));
        m_in = In::begin;
    };
    if (c == '\n') ++m_regel;
    if (m_in == In::aanhaling) {
        if (c == '"') m_in = In::na_aanhaling;
        else if (c != '\r') voeg_toe(c);
    } else if (c == m_scheiding) {
        ++m_bytes;
        einde_cel();
    } else if (c == '\n') {
        if (m_in != In::begin || !m_cel.empty() || !m_cellen.empty() || m_te_lang) rij_klaar();
        m_rijbegin = m_regel;
    } else if (c == '"' && m_in == In::begin) {
        m_in = In::aanhaling;
    } else if (c == '"' && m_in == In::na_aanhaling) {
        voeg_toe(c);
        m_in = In::aanhaling;
    } else if (c != '\r') {
        if (m_in == In::na_aanhaling) m_rommel = true;
        voeg_toe(c);
        m_in = In::los;
    }
}

void Csvlezer::rij_klaar() {
    m_cellen.push_back(std::exchange(m_cel, {}));
    if (m_te_lang || m_rommel) {
        if (!m_rijen.kop_gezien() && m_rijbegin >= m_opties.kopregel) throw ongeldig("De regel met de namen van de kolommen is langer dan 1 MiB, of zijn aanhalingstekens kloppen niet.");
        if (m_rijbegin > m_opties.kopregel) m_rijen.keur_af(m_rijbegin, m_te_lang ? "is langer dan 1 MiB of heeft meer dan 200 kolommen" : "heeft aanhalingstekens die niet kloppen");
    } else {
        m_rijen.rij(m_rijbegin, m_cellen, true);
    }
    m_cellen.clear();
    m_bytes = 0;
    m_te_lang = m_rommel = false;
    m_in = In::begin;
}

}  // namespace damwand::tabel
