// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/waarden.hpp"

#include <array>
#include <charconv>

namespace damwand::bag {

using namespace std::chrono;

std::optional<std::int32_t> lees_geheel(std::string_view tekst, std::int32_t laagste, std::int32_t hoogste) noexcept {
    std::int32_t waarde = 0;
    const auto [rest, fout] = std::from_chars(tekst.data(), tekst.data() + tekst.size(), waarde);
    if (fout != std::errc{} || rest != tekst.data() + tekst.size() || tekst.front() == '-') return std::nullopt;
    if (waarde < laagste || waarde > hoogste) return std::nullopt;
    return waarde;
}

namespace {
/// Two digits at `plek`, which is in the text; -1 when they are not.
int twee(std::string_view t, std::size_t plek) noexcept {
    const auto a = static_cast<unsigned>(t.data()[plek] - '0'), b = static_cast<unsigned>(t.data()[plek + 1] - '0');
    return a > 9U || b > 9U ? -1 : static_cast<int>(a * 10U + b);
}

/// When summer time begins and ends in a year, in local time (EU rule): from the last Sunday of March 03:00 (02:00–03:00 does not exist and is taken as
/// winter) until the last Sunday of October 03:00 (02:00–03:00 happens twice and is taken as summer).
struct Zomertijd {
    local_seconds begin{}, einde{};
};
constexpr Zomertijd zomertijd_van(year jaar) noexcept {
    return {local_days{jaar / March / Sunday[last]} + hours{3}, local_days{jaar / October / Sunday[last]} + hours{3}};
}
constexpr int eerste_jaar = 1900;
constexpr auto zomertijden = [] {
    std::array<Zomertijd, 200> uit;
    for (std::size_t i = 0; i < uit.size(); ++i) uit[i] = zomertijd_van(year{eerste_jaar + static_cast<int>(i)});
    return uit;
}();
Zomertijd zomertijd(year jaar) noexcept {
    const auto i = static_cast<std::size_t>(static_cast<int>(jaar) - eerste_jaar);
    return i < zomertijden.size() ? zomertijden[i] : zomertijd_van(jaar);
}
}  // namespace

std::optional<Datum> lees_bag_datum(std::string_view t) noexcept {
    if (t.size() != 10) return std::nullopt;
    const int eeuw = twee(t, 0), rest = twee(t, 2), maand = twee(t, 5), dag = twee(t, 8);
    // The sign bit of each that is no number.
    if ((eeuw | rest | maand | dag) < 0 || eeuw + rest == 0 || t[4] != '-' || t[7] != '-') return std::nullopt;
    const Datum datum{year{eeuw * 100 + rest}, month{static_cast<unsigned>(maand)}, day{static_cast<unsigned>(dag)}};
    if (!datum.ok()) return std::nullopt;
    return datum;
}

std::optional<Tijdstip> lees_bag_tijdstip(std::string_view t) noexcept {
    constexpr std::size_t met_duizendsten = 23;  // as it is delivered; there is no offset that fits in it
    if (t.size() > 19 && (t.back() == 'Z' || (t.size() != met_duizendsten && t.find_first_of("+-", 19) != std::string_view::npos))) {
        const auto met_verschil = lees_tijdstip(t);
        // The offset may carry it over the end of the calendar.
        return met_verschil && *met_verschil < sys_days{year{9999} / 12 / 31} ? met_verschil : std::nullopt;
    }
    if (t.size() < 19 || t[10] != 'T' || t[13] != ':' || t[16] != ':') return std::nullopt;
    const auto datum = lees_bag_datum(t.substr(0, 10));
    const int uur = twee(t, 11), minuut = twee(t, 14), seconde = twee(t, 17);
    if (!datum || uur < 0 || uur > 23 || minuut < 0 || minuut > 59 || seconde < 0 || seconde > 59) return std::nullopt;
    std::int64_t micro = 0;
    if (t.size() > 19) {
        if (t[19] != '.' || t.size() < 21 || t.size() > 29) return std::nullopt;
        std::int64_t schaal = 100000;
        for (const char c : t.substr(20)) {
            if (c < '0' || c > '9') return std::nullopt;
            micro += (c - '0') * schaal;
            schaal /= 10;
        }
    }
    const auto plaatselijk = local_time<microseconds>{local_days{*datum}} + hours{uur} + minutes{minuut} + seconds{seconde} + microseconds{micro};
    const auto zomer = zomertijd(datum->year());
    return Tijdstip{plaatselijk.time_since_epoch() - hours{plaatselijk >= zomer.begin && plaatselijk < zomer.einde ? 2 : 1}};
}

}  // namespace damwand::bag
