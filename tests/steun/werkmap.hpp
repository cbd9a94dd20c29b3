// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

/// For tests: folders that do not stay.
namespace damwand::proef {

/// A folder of its own among the temporary ones, gone with the object.
class Werkmap {
  public:
    /// `ook`: rights of others than its owner.
    explicit Werkmap(std::filesystem::perms ook = std::filesystem::perms::none) {
        std::string sjabloon = std::filesystem::temp_directory_path() / "damwand-proef-XXXXXX";  // mkdtemp fills in the last six
        if (::mkdtemp(sjabloon.data()) == nullptr) throw std::runtime_error("no temporary folder");
        m_pad = sjabloon;
        std::filesystem::permissions(m_pad, std::filesystem::perms::owner_all | ook);
    }
    Werkmap(const Werkmap&) = delete;
    Werkmap& operator=(const Werkmap&) = delete;
    ~Werkmap() {
        std::error_code fout;
        std::filesystem::remove_all(m_pad, fout);
    }
    [[nodiscard]] const std::filesystem::path& pad() const noexcept { return m_pad; }

  private:
    std::filesystem::path m_pad;
};

/// One for the whole program.
inline const std::filesystem::path& werkmap() {
    static const Werkmap map;
    return map.pad();
}

}  // namespace damwand::proef
