// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a zip: a delivery or a plain refusal, within small limits.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/fout.hpp"
#include "engine/bag/lezer.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace damwand::bag;
    const std::string_view invoer(reinterpret_cast<const char*>(data), size);
    if (!invoer.starts_with("PK")) return 0;
    Afnemer afnemer;
    try {
        const auto verslag = lees_geheugen(invoer, "fuzz.zip", afnemer,
                                           {.grootste_in_geheugen = 1U << 20U,
                                            .grootste_binnenzip = 1U << 20U,
                                            .grootste_xml = 1U << 20U,
                                            .diepste_zip = 3});
        const auto som = verslag.totaal();
        if (som.gelezen != som.aangeboden + som.afgekeurd) std::abort();
    } catch (const damwand::Fout&) {
        return 0;
    }
    return 0;
}
