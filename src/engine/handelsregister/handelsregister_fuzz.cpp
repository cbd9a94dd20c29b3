// SPDX-License-Identifier: EUPL-1.2
// Bulk files of the Handelsregister: whatever stands in them, every line is counted once and nothing of a shielded address is kept.
#include <sstream>

#include "engine/handelsregister/handelsregister_teller.hpp"

using namespace damwand;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t aantal) {
    std::istringstream in(std::string(reinterpret_cast<const char*>(bytes), aantal));
    handelsregister::Teller teller;
    const auto v = handelsregister::lees_regels(in, "fuzz", aantal, Datum{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}}, teller);
    if (teller.aantal != v.regels || v.regels != v.ondernemingen + v.vestigingen + v.afgekeurd) std::abort();
    return 0;
}
