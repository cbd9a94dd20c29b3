// SPDX-License-Identifier: EUPL-1.2
#include "base/tijdelijk.hpp"

#include <cstdlib>
#include <string>

namespace damwand {

Tijdelijkemap::Tijdelijkemap(const std::filesystem::path& in, const Fout& anders) {
    std::string naam = in / "damwand-XXXXXX";  // mkdtemp fills in the last six
    if (::mkdtemp(naam.data()) == nullptr) throw anders;
    m_pad = naam;
}

Tijdelijkemap::~Tijdelijkemap() {
    std::error_code fout;
    std::filesystem::remove_all(m_pad, fout);
}

}  // namespace damwand
