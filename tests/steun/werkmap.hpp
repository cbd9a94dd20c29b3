// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>

#include "base/tijdelijk.hpp"

/// For tests: folders that do not stay.
namespace damwand::proef {

struct Werkmap : Tijdelijkemap {
    /// `ook`: rights of others than its owner.
    explicit Werkmap(std::filesystem::perms ook = std::filesystem::perms::none) { std::filesystem::permissions(pad(), std::filesystem::perms::owner_all | ook); }
};

/// One for the whole program.
inline const std::filesystem::path& werkmap() {
    static const Werkmap map;
    return map.pad();
}

}  // namespace damwand::proef
