// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/waarden.hpp"

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
    const int a = t[plek] - '0', b = t[plek + 1] - '0';
    return a < 0 || a > 9 || b < 0 || b > 9 ? -1 : a * 10 + b;
}
}  // namespace

std::optional<Datum> lees_bag_datum(std::string_view t) noexcept {
    if (t.size() != 10 || t[4] != '-' || t[7] != '-') return std::nullopt;
    const int eeuw = twee(t, 0), rest = twee(t, 2), maand = twee(t, 5), dag = twee(t, 8);
    if (eeuw < 0 || rest < 0 || eeuw + rest == 0 || maand < 0 || dag < 0) return std::nullopt;
    const Datum datum{year{eeuw * 100 + rest}, month{static_cast<unsigned>(maand)}, day{static_cast<unsigned>(dag)}};
    if (!datum.ok()) return std::nullopt;
    return datum;
}

std::optional<Tijdstip> lees_bag_tijdstip(std::string_view t) noexcept {
    if (t.size() > 19 && (t.back() == 'Z' || t.find_first_of("+-", 19) != std::string_view::npos)) {
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
    const auto plaatselijk = sys_time<microseconds>{sys_days{*datum}} + hours{uur} + minutes{minuut} +
                             seconds{seconde} + microseconds{micro};
    // EU rule, in local time: from the last Sunday of March 03:00 (02:00–03:00 does not exist and is taken as winter)
    // until the last Sunday of October 03:00 (02:00–03:00 happens twice and is taken as summer).
    const auto begin = sys_days{datum->year() / March / Sunday[last]} + hours{3};
    const auto einde = sys_days{datum->year() / October / Sunday[last]} + hours{3};
    return plaatselijk - hours{plaatselijk >= begin && plaatselijk < einde ? 2 : 1};
}

}  // namespace damwand::bag
