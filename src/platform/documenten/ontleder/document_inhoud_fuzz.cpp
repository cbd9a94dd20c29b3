// SPDX-License-Identifier: EUPL-1.2
// The first byte chooses the kind; the rest is the file.
#include <cstdint>

#include "platform/documenten/ontleder/ontleder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t aantal) {
    using namespace damwand::documenten::ontleder;
    if (aantal == 0) return 0;
    const auto soort = static_cast<Soort>(bytes[0] % soortcodes.size());
    const Grenzen klein{.uitgepakt = 1 << 20, .objecten = 10000};
    (void)ontleed(soort, {reinterpret_cast<const char*>(bytes) + 1, aantal - 1}, klein);
    return 0;
}
