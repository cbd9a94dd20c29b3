// SPDX-License-Identifier: EUPL-1.2
#include <array>

#include "engine/termijn/termijn.hpp"

namespace damwand::termijn {

using namespace std::chrono;

Datum pasen(year jaar) {
    const int y = static_cast<int>(jaar);
    const int goud = y % 19, eeuw = y / 100, rest = y % 100;
    const int epacta = (19 * goud + eeuw - eeuw / 4 - (eeuw - (eeuw + 8) / 25 + 1) / 3 + 15) % 30;
    const int weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest / 4) - epacta - rest % 4) % 7;
    const int som = epacta + weekdag - 7 * ((goud + 11 * epacta + 22 * weekdag) / 451) + 114;
    return jaar / month{static_cast<unsigned>(som / 31)} / day{static_cast<unsigned>(som % 31 + 1)};
}

Dagsoort dagsoort(Datum dag) {
    const sys_days plek{dag};
    const weekday week{plek};
    const auto is = [&](month maand, unsigned nummer) { return dag.month() == maand && dag.day() == day{nummer}; };
    if (is(January, 1)) return Dagsoort::nieuwjaarsdag;
    if (is(May, 5)) return Dagsoort::bevrijdingsdag;
    if (is(December, 25)) return Dagsoort::eerste_kerstdag;
    if (is(December, 26)) return Dagsoort::tweede_kerstdag;
    const sys_days verjaardag{dag.year() / April / (dag.year() < 2014y ? 30 : 27)};
    if (plek == (weekday{verjaardag} == Sunday ? verjaardag - days{1} : verjaardag)) return Dagsoort::koningsdag;
    switch ((plek - sys_days{pasen(dag.year())}).count()) {
        case -2: return Dagsoort::goede_vrijdag;
        case 1: return Dagsoort::tweede_paasdag;
        case 39: return Dagsoort::hemelvaartsdag;
        case 50: return Dagsoort::tweede_pinksterdag;
        default: break;
    }
    if (week == Saturday) return Dagsoort::zaterdag;
    if (week == Sunday) return Dagsoort::zondag;
    return Dagsoort::werkdag;
}

std::string_view code(Dagsoort soort) {
    static constexpr std::array<std::string_view, 13> codes{
        "werkdag", "zaterdag", "zondag", "nieuwjaarsdag", "goede-vrijdag", "tweede-paasdag", "koningsdag", "bevrijdingsdag",
        "hemelvaartsdag", "tweede-pinksterdag", "eerste-kerstdag", "tweede-kerstdag", "gelijkgesteld"};
    return codes.at(static_cast<std::size_t>(soort));
}

}  // namespace damwand::termijn
