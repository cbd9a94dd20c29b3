// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "werk/signaal/signaal.hpp"

namespace damwand::signaal {
namespace {

// Sort letter, microseconds since 1970 (big-endian), id; in base64url without padding.
constexpr std::size_t bytes = 1 + 8 + 16;
constexpr std::size_t tekens = (bytes * 8 + 5) / 6;
constexpr std::string_view alfabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string Bladwijzer::tekst() const {
    std::array<std::uint8_t, bytes> ruw{};
    ruw[0] = static_cast<std::uint8_t>(sorteer);
    const auto tijd = static_cast<std::uint64_t>(moment.time_since_epoch().count());
    for (std::size_t i = 0; i < 8; ++i) ruw[1 + i] = static_cast<std::uint8_t>(tijd >> (56 - 8 * i));
    std::copy(id.bytes.begin(), id.bytes.end(), ruw.begin() + 9);

    std::string uit;
    for (std::size_t bit = 0; bit < bytes * 8; bit += 6) {
        unsigned waarde = 0;
        for (std::size_t b = bit; b < bit + 6; ++b) {
            waarde = waarde << 1 | (b < bytes * 8 ? (ruw[b / 8] >> (7 - b % 8)) & 1U : 0U);
        }
        uit += alfabet[waarde];
    }
    return uit;
}

std::optional<Bladwijzer> Bladwijzer::lees(std::string_view tekst) noexcept {
    if (tekst.size() != tekens) return std::nullopt;
    std::array<std::uint8_t, bytes> ruw{};
    for (std::size_t i = 0; i < tekens; ++i) {
        const auto waarde = alfabet.find(tekst[i]);
        if (waarde == std::string_view::npos) return std::nullopt;
        for (std::size_t b = 0; b < 6; ++b) {
            const auto plek = i * 6 + b;
            const bool aan = (waarde >> (5 - b) & 1U) != 0;
            if (plek >= bytes * 8) {
                if (aan) return std::nullopt;  // one text per place
            } else if (aan) {
                ruw[plek / 8] = static_cast<std::uint8_t>(ruw[plek / 8] | 1U << (7 - plek % 8));
            }
        }
    }
    std::uint64_t tijd = 0;
    for (std::size_t i = 0; i < 8; ++i) tijd = tijd << 8 | ruw[1 + i];
    Bladwijzer uit{.sorteer = static_cast<char>(ruw[0]), .moment = Tijdstip(std::chrono::microseconds(static_cast<std::int64_t>(tijd))), .id = {}};
    std::copy(ruw.begin() + 9, ruw.end(), uit.id.bytes.begin());
    // The years a moment can be read back from text (base/tijd).
    constexpr auto vroegst = Tijdstip(std::chrono::sys_days(std::chrono::year{1500} / 1 / 1));
    constexpr auto laatst = Tijdstip(std::chrono::sys_days(std::chrono::year{9999} / 12 / 31));
    const bool letter = uit.sorteer >= 'A' && uit.sorteer <= 'z';
    if (!letter || uit.moment < vroegst || uit.moment > laatst) return std::nullopt;
    return uit;
}

Bladwijzer Bladwijzer::eis(std::string_view tekst, char sorteer) {
    const auto gelezen = lees(tekst);
    if (gelezen && gelezen->sorteer == sorteer) return *gelezen;
    throw Fout(FoutSoort::ongeldig, "na-ongeldig", "Deze plaats in de lijst klopt niet. Begin de lijst opnieuw.",
               {{"/na", "na-ongeldig", "Dit is geen plaats in deze lijst."}});
}

}  // namespace damwand::signaal
