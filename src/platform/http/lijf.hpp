// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

/// Inside the room: takes the body of one request apart. Beast does the work, behind this door alone.
namespace damwand::http {

class LijfLezer {
  public:
    enum class Stand { meer, klaar, te_groot, ongeldig };

    /// Limits in bytes: of the head, and of the body after the pieces are put together.
    LijfLezer(std::size_t kop_limiet, std::size_t lijf_limiet);
    ~LijfLezer();
    LijfLezer(const LijfLezer&) = delete;
    LijfLezer& operator=(const LijfLezer&) = delete;

    /// The whole head, which `lees_kop` has passed: Beast reads it a second time, and two readers must agree.
    [[nodiscard]] Stand kop(std::string_view ruw);
    /// Takes what it can use from the front of `in`. Chunk extensions and trailers have no use here and are `ongeldig`.
    [[nodiscard]] Stand voer(std::string& in);
    /// Bytes of the body so far.
    [[nodiscard]] std::size_t omvang() const;
    /// What there is of the body and was not taken before.
    [[nodiscard]] std::string neem_stuk();
    /// The body, once `klaar`.
    [[nodiscard]] std::string neem();

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m_binnen;
};

}  // namespace damwand::http
