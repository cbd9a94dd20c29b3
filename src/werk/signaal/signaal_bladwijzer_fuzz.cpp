// SPDX-License-Identifier: EUPL-1.2
// Places in a list as strangers send them: what is read is written back to the same text, so each place has one.
#include <cstdint>
#include <cstdlib>

#include "werk/signaal/signaal.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using damwand::signaal::Bladwijzer;
    const std::string_view tekst(reinterpret_cast<const char*>(data), size);
    const auto gelezen = Bladwijzer::lees(tekst);
    if (!gelezen) return 0;
    if (gelezen->tekst() != tekst) std::abort();
    if (damwand::lees_tijdstip(damwand::tekst(gelezen->moment)) != gelezen->moment) std::abort();
    return 0;
}
