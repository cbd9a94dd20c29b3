// SPDX-License-Identifier: EUPL-1.2
#include "platform/poort/tempo.hpp"

#include <algorithm>
#include <cmath>

namespace damwand::poort {

int Tempo::wacht(GebruikerId gebruiker, Tarief tarief) {
    const double per_seconde = (tarief == Tarief::licht ? 50.0 : tarief == Tarief::gewoon ? 20.0 : 2.0) * m_factor;
    const double meest = per_seconde * 2;
    const auto nu = std::chrono::steady_clock::now();
    const std::lock_guard grendel(m_slot);
    if (m_emmers.size() > 20000) m_emmers.clear();
    auto& emmer = m_emmers[{gebruiker.waarde, tarief}];
    if (!emmer.vol) {
        emmer = {meest, nu, true};
    } else {
        emmer.inhoud = std::min(meest, emmer.inhoud + std::chrono::duration<double>(nu - emmer.laatst).count() * per_seconde);
        emmer.laatst = nu;
    }
    if (emmer.inhoud < 1) return std::max(1, static_cast<int>(std::ceil((1 - emmer.inhoud) / per_seconde)));
    emmer.inhoud -= 1;
    return 0;
}

}  // namespace damwand::poort
