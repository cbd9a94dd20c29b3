// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

#include "engine/graph/soorten.hpp"

/// Hashing of what the graph interns. Internal to the library.
namespace damwand::graph {

/// Finalizer of SplitMix64 (Steele, Lea, Flood 2014).
[[nodiscard]] constexpr std::uint64_t meng(std::uint64_t x) noexcept {
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    return x ^ (x >> 31U);
}
[[nodiscard]] inline std::uint64_t meng(const Kenmerk& k) noexcept {
    const auto dag = [](std::int32_t d) { return std::uint64_t{static_cast<std::uint32_t>(d)}; };
    const auto rest = (std::uint64_t{k.zicht} << 32U) | (std::uint64_t{k.type} << 16U) | (std::uint64_t{k.betrouwbaarheid.bron} << 8U) | k.betrouwbaarheid.waarde;
    return meng(meng((dag(k.periode.van) << 32U) | dag(k.periode.tot)) + rest);
}

/// Numbers the distinct values of a vector: open addressing over places in it, four bytes each.
class Tafel {
  public:
    /// The place of `waarde` in `lijst`, added at its end when new.
    template <class T>
    std::uint32_t nummer(std::vector<T>& lijst, const T& waarde) {
        if ((lijst.size() + 1) * 3 > m_plekken.size() * 2) hernummer(lijst);
        for (auto h = meng(waarde);; ++h) {
            auto& plek = m_plekken[h & (m_plekken.size() - 1)];
            if (plek == 0) {
                lijst.push_back(waarde);
                return (plek = static_cast<std::uint32_t>(lijst.size())) - 1;
            }
            if (lijst[plek - 1] == waarde) return plek - 1;
        }
    }
    /// The place of `waarde`, or geen_knoop.
    template <class T>
    [[nodiscard]] std::uint32_t vind(const std::vector<T>& lijst, const T& waarde) const {
        if (m_plekken.empty()) return geen_knoop;
        for (auto h = meng(waarde);; ++h) {
            const auto plek = m_plekken[h & (m_plekken.size() - 1)];
            if (plek == 0) return geen_knoop;
            if (lijst[plek - 1] == waarde) return plek - 1;
        }
    }
    /// Asks memory for where `waarde` would be found; then, once that is there, for the value it is compared with.
    template <class T>
    void haal_voor(const T& waarde) const noexcept {
        if (!m_plekken.empty()) __builtin_prefetch(&m_plekken[meng(waarde) & (m_plekken.size() - 1)]);
    }
    template <class T>
    void haal_voor(const std::vector<T>& lijst, const T& waarde) const noexcept {
        if (m_plekken.empty()) return;
        if (const auto plek = m_plekken[meng(waarde) & (m_plekken.size() - 1)]; plek != 0) __builtin_prefetch(&lijst[plek - 1]);
    }
    /// Anew for a list that was put in another order; its values are distinct.
    template <class T>
    void hernummer(const std::vector<T>& lijst) {
        std::size_t groot = 64;
        while (groot < (lijst.size() + 1) * 3) groot *= 2;
        m_plekken.assign(groot, 0);
        for (std::uint32_t i = 0; i < lijst.size(); ++i) {
            auto h = meng(lijst[i]);
            while (m_plekken[h & (groot - 1)] != 0) ++h;
            m_plekken[h & (groot - 1)] = i + 1;
        }
    }

  private:
    std::vector<std::uint32_t> m_plekken;
};

}  // namespace damwand::graph
