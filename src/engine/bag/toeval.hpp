// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>

namespace damwand::bag {

/// Mixes two numbers into one; SplitMix64's finaliser (Steele, Lea, Flood 2014).
[[nodiscard]] constexpr std::uint64_t meng(std::uint64_t a, std::uint64_t b) noexcept {
    std::uint64_t z = a + 0x9e3779b97f4a7c15ULL * (b + 1);
    z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31U);
}

/// SplitMix64: the same numbers on every machine and with every library, which std distributions do not promise.
class Toeval {
  public:
    explicit constexpr Toeval(std::uint64_t zaad) noexcept : m_stand(zaad) {}
    constexpr std::uint64_t volgende() noexcept {
        m_stand += 0x9e3779b97f4a7c15ULL;
        std::uint64_t z = m_stand;
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31U);
    }
    /// 0 … n-1. The bias of the multiplication is below n / 2^32.
    constexpr std::uint32_t onder(std::uint32_t n) noexcept {
        return static_cast<std::uint32_t>(((volgende() >> 32U) * n) >> 32U);
    }
    /// Both ends included.
    constexpr int tussen(int laagste, int hoogste) noexcept {
        return laagste + static_cast<int>(onder(static_cast<std::uint32_t>(hoogste - laagste + 1)));
    }
    constexpr bool kans(int promille) noexcept { return static_cast<int>(onder(1000)) < promille; }
    /// An index, drawn with the given weights.
    constexpr std::size_t gewogen(std::span<const int> gewichten) noexcept {
        int som = 0;
        for (const int g : gewichten) som += g;
        int trek = static_cast<int>(onder(static_cast<std::uint32_t>(som)));
        std::size_t i = 0;
        while (trek >= gewichten[i]) trek -= gewichten[i++];
        return i;
    }

  private:
    std::uint64_t m_stand;
};

}  // namespace damwand::bag
