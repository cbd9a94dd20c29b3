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
    if (m_snijder) return snijd(stuk);
    m_kop += stuk;
    if (m_kop.size() >= kijkstuk) begin();
}

void Csvlezer::begin() {
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
    m_snijder.emplace(*m_scheiding, 1, [this](const csv::Snijder::Rij& r) { rij(r); });
    snijd(tekst);
    m_kop.clear();
    m_kop.shrink_to_fit();
}

void Csvlezer::sluit() {
    if (!m_snijder) begin();
    m_snijder->sluit();
}

/// As UTF-8, character by character.
void Csvlezer::snijd(std::string_view stuk) {
    if (m_tekenset == Tekenset::utf8) return m_snijder->neem(stuk);
    std::string uit;
    uit.reserve(stuk.size() + stuk.size() / 8);
    for (const char c : stuk) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            uit += c;
            continue;
        }
        const char16_t code = byte < 0xA0 ? hoog[byte - 0x80U] : byte;
        if (code < 0x800) {
            uit += static_cast<char>(0xC0U | code >> 6U);
        } else {
            uit += static_cast<char>(0xE0U | code >> 12U);
            uit += static_cast<char>(0x80U | (code >> 6U & 0x3FU));
        }
        uit += static_cast<char>(0x80U | (code & 0x3FU));
    }
    m_snijder->neem(uit);
}

void Csvlezer::rij(const csv::Snijder::Rij& r) {
    if (!r.te_lang && !r.aanhaling) return m_rijen.rij(r.regel, r.cellen, true);
    if (!m_rijen.kop_gezien() && r.regel >= m_opties.kopregel) throw ongeldig("De regel met de namen van de kolommen is langer dan 1 MiB, of zijn aanhalingstekens kloppen niet.");
    if (r.regel > m_opties.kopregel) m_rijen.keur_af(r.regel, r.te_lang ? "is langer dan 1 MiB of heeft meer dan 200 kolommen" : "heeft aanhalingstekens die niet kloppen");
}

}  // namespace damwand::tabel
