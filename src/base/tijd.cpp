// SPDX-License-Identifier: EUPL-1.2
#include "base/tijd.hpp"

#include <fmt/format.h>

#include <array>

namespace damwand {
namespace {

using namespace std::chrono;

/// Reads exactly `aantal` digits at `plaats`; -1 when they are not there.
int cijfers(std::string_view tekst, std::size_t plaats, std::size_t aantal) noexcept {
    if (plaats + aantal > tekst.size()) return -1;
    int uit = 0;
    for (std::size_t i = plaats; i < plaats + aantal; ++i) {
        if (tekst[i] < '0' || tekst[i] > '9') return -1;
        uit = uit * 10 + (tekst[i] - '0');
    }
    return uit;
}

sys_seconds omslag(int jaar, month maand) noexcept {
    return sys_days{year{jaar} / maand / Sunday[last]} + hours{1};
}

}  // namespace

std::string tekst(Datum datum) {
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(datum.year()), static_cast<unsigned>(datum.month()),
                       static_cast<unsigned>(datum.day()));
}

std::string tekst(Tijdstip tijdstip) {
    const auto dag = floor<days>(tijdstip);
    const hh_mm_ss tijd{tijdstip - dag};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:06}Z", tekst(Datum{dag}), tijd.hours().count(), tijd.minutes().count(),
                       tijd.seconds().count(), tijd.subseconds().count());
}

std::string voluit(Datum datum) {
    static constexpr std::array<std::string_view, 12> maanden{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december"};
    return fmt::format("{} {} {}", static_cast<unsigned>(datum.day()), maanden.at(static_cast<unsigned>(datum.month()) - 1), static_cast<int>(datum.year()));
}

std::string in_woorden(int maanden) {
    if (maanden % 12 == 0) return fmt::format("{} jaar", maanden / 12);
    return fmt::format("{} {}", maanden, maanden == 1 ? "maand" : "maanden");
}

std::optional<Datum> lees_datum(std::string_view tekst) noexcept {
    if (tekst.size() != 10 || tekst[4] != '-' || tekst[7] != '-') return std::nullopt;
    const int jaar = cijfers(tekst, 0, 4);
    const int maand = cijfers(tekst, 5, 2);
    const int dag = cijfers(tekst, 8, 2);
    if (jaar < 1500 || maand < 0 || dag < 0) return std::nullopt;
    const Datum datum{year{jaar}, month{static_cast<unsigned>(maand)}, day{static_cast<unsigned>(dag)}};
    if (!datum.ok()) return std::nullopt;
    return datum;
}

std::optional<Tijdstip> lees_tijdstip(std::string_view tekst) noexcept {
    if (tekst.size() < 20 || tekst[10] != 'T' || tekst[13] != ':' || tekst[16] != ':') return std::nullopt;
    const auto datum = lees_datum(tekst.substr(0, 10));
    const int uur = cijfers(tekst, 11, 2);
    const int minuut = cijfers(tekst, 14, 2);
    const int seconde = cijfers(tekst, 17, 2);
    if (!datum || uur < 0 || uur > 23 || minuut < 0 || minuut > 59 || seconde < 0 || seconde > 59) return std::nullopt;
    std::size_t plaats = 19;
    std::int64_t micro = 0;
    if (tekst[plaats] == '.') {
        ++plaats;
        int gelezen = 0;
        std::int64_t schaal = 100000;
        while (plaats < tekst.size() && tekst[plaats] >= '0' && tekst[plaats] <= '9') {
            if (++gelezen > 9) return std::nullopt;
            micro += (tekst[plaats] - '0') * schaal;
            schaal /= 10;
            ++plaats;
        }
        if (gelezen == 0) return std::nullopt;
    }
    minutes afstand{0};
    if (plaats >= tekst.size()) return std::nullopt;
    if (tekst[plaats] == 'Z') {
        if (plaats + 1 != tekst.size()) return std::nullopt;
    } else {
        const char teken = tekst[plaats];
        if ((teken != '+' && teken != '-') || tekst.size() != plaats + 6 || tekst[plaats + 3] != ':') return std::nullopt;
        const int u = cijfers(tekst, plaats + 1, 2);
        const int m = cijfers(tekst, plaats + 4, 2);
        if (u < 0 || u > 14 || m < 0 || m > 59) return std::nullopt;
        afstand = hours{u} + minutes{m};
        if (teken == '-') {
            if (afstand.count() == 0) return std::nullopt;
            afstand = -afstand;
        }
    }
    return Tijdstip{sys_days{*datum}} + hours{uur} + minutes{minuut} + seconds{seconde} + microseconds{micro} - afstand;
}

Datum dag_in_amsterdam(Tijdstip tijdstip) noexcept {
    const int jaar = static_cast<int>(Datum{floor<days>(tijdstip)}.year());
    const bool zomer = tijdstip >= omslag(jaar, March) && tijdstip < omslag(jaar, October);
    return Datum{floor<days>(tijdstip + hours{zomer ? 2 : 1})};
}

}  // namespace damwand
