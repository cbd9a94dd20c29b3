// SPDX-License-Identifier: EUPL-1.2
// CSV of the Handelsregister: whatever stands in it, every row is counted once and nothing of a shielded address is kept.
#include <sstream>

#include "base/fout.hpp"
#include "engine/handelsregister/handelsregister_teller.hpp"

using namespace damwand;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t aantal) {
    std::istringstream in(std::string(reinterpret_cast<const char*>(bytes), aantal));
    handelsregister::Teller teller;
    teller.eerste_regel = 2;  // below the head
    try {
        const auto v = handelsregister::lees_csv(in, "fuzz", aantal, Datum{std::chrono::year{2026}, std::chrono::January, std::chrono::day{1}}, teller);
        if (teller.aantal != v.regels || v.regels != v.ondernemingen + v.vestigingen + v.afgekeurd) std::abort();
    } catch (const Fout& fout) {
        if (fout.code() != "csv-kop" || teller.aantal != 0) std::abort();
    }
    return 0;
}
