// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "engine/graph/tafel.hpp"

namespace damwand::graph {

/// SplitMix64 (Steele, Lea, Flood 2014): the same draws on every machine. Internal to the library.
class Toeval {
  public:
    explicit Toeval(std::uint64_t zaad) : m_stand(zaad) {}
    std::uint64_t operator()() noexcept { return meng(m_stand += 0x9E3779B97F4A7C15ULL); }
    /// 0 … grens − 1, by multiplication (Lemire 2019; the bias, below grens / 2^64, is left).
    std::uint64_t onder(std::uint64_t grens) noexcept { return static_cast<std::uint64_t>((static_cast<Breed>((*this)()) * grens) >> 64U); }
    double deel() noexcept { return static_cast<double>((*this)() >> 11U) * 0x1.0p-53; }
    template <class Lijst>
    void schud(Lijst& lijst) noexcept {
        for (auto i = lijst.size(); i > 1; --i) std::swap(lijst[i - 1], lijst[onder(i)]);
    }

  private:
    __extension__ using Breed = unsigned __int128;
    std::uint64_t m_stand;
};

}  // namespace damwand::graph
