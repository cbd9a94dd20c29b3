// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

#include "base/fout.hpp"

namespace damwand {

/// A folder of its own, readable by nobody else, gone with all that is in it when the object goes.
class Tijdelijkemap {
  public:
    /// Made in `in`; `anders` is thrown when that is not possible.
    explicit Tijdelijkemap(const std::filesystem::path& in = std::filesystem::temp_directory_path(),
                           const Fout& anders = {FoutSoort::intern, "geen-map", "Er kan geen tijdelijke map worden gemaakt."});
    Tijdelijkemap(const Tijdelijkemap&) = delete;
    Tijdelijkemap& operator=(const Tijdelijkemap&) = delete;
    ~Tijdelijkemap();
    [[nodiscard]] const std::filesystem::path& pad() const noexcept { return m_pad; }

  private:
    std::filesystem::path m_pad;
};

}  // namespace damwand
