// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace damwand::graph {

/// A growing array in pages that copies share: taking a copy costs a pointer per page, and writing after it a page. One
/// writer; copies may be read by other threads meanwhile.
template <class T>
class Bladen {
  public:
    [[nodiscard]] std::size_t size() const noexcept { return m_aantal; }
    [[nodiscard]] const T& operator[](std::size_t i) const noexcept { return m_bladen[i / per]->inhoud[i % per]; }
    /// To write to; only by the writer.
    [[nodiscard]] T& schrijf(std::size_t i) {
        auto& blad = m_bladen[i / per];
        if (blad->beurt != m_beurt) {
            blad = std::make_shared<Blad>(*blad);
            blad->beurt = m_beurt;
        }
        return blad->inhoud[i % per];
    }
    void push_back(T waarde) {
        if (m_aantal % per == 0) {
            m_bladen.push_back(std::make_shared<Blad>());
            m_bladen.back()->beurt = m_beurt;
        }
        ++m_aantal;
        schrijf(m_aantal - 1) = std::move(waarde);
    }
    /// A copy for readers. From here on the writer leaves the pages of before alone.
    [[nodiscard]] Bladen deel() {
        ++m_beurt;
        return *this;
    }
    [[nodiscard]] std::size_t bytes() const noexcept { return m_bladen.size() * (sizeof(Blad) + sizeof(std::shared_ptr<Blad>)); }

  private:
    static constexpr std::size_t per = 4096;
    struct Blad {
        std::array<T, per> inhoud{};
        std::uint64_t beurt = 0;
    };
    std::vector<std::shared_ptr<Blad>> m_bladen;
    std::size_t m_aantal = 0;
    std::uint64_t m_beurt = 0;
};

}  // namespace damwand::graph
