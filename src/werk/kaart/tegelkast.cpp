// SPDX-License-Identifier: EUPL-1.2
#include "werk/kaart/tegelkast.hpp"

namespace damwand::kaart {

std::optional<http::Gepakt> Tegelkast::vind(const std::string& sleutel) {
    const std::lock_guard grendel(m_slot);
    const auto gevonden = m_wijzer.find(sleutel);
    if (gevonden == m_wijzer.end()) return std::nullopt;
    m_plekken.splice(m_plekken.begin(), m_plekken, gevonden->second);
    return gevonden->second->tegel;
}

void Tegelkast::bewaar(const std::string& sleutel, const http::Gepakt& tegel) {
    const std::lock_guard grendel(m_slot);
    if (m_wijzer.contains(sleutel)) return;  // two asked at once
    m_plekken.push_front({sleutel, tegel});
    m_wijzer.emplace(sleutel, m_plekken.begin());
    m_bytes += tegel.bytes() + sleutel.size();
    while (m_bytes > m_grens && m_plekken.size() > 1) {
        const auto& oudste = m_plekken.back();
        m_bytes -= oudste.tegel.bytes() + oudste.sleutel.size();
        m_wijzer.erase(oudste.sleutel);
        m_plekken.pop_back();
    }
}

}  // namespace damwand::kaart
