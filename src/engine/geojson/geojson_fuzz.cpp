// SPDX-License-Identifier: EUPL-1.2
// Files of areas: whatever stands in them, every feature is counted once, and what comes through is a JSON object.
#include <cstdlib>
#include <sstream>

#include "base/fout.hpp"
#include "engine/geojson/lezer.hpp"

namespace {

using namespace damwand;

struct Teller : geojson::Afnemer {
    std::uint64_t aantal = 0;
    void ontvang(geojson::Vorm& v) override {
        if (v.nummer != ++aantal || !v.geometrie.starts_with('{')) std::abort();
    }
    void ontvang(const geojson::Afkeuring& a) override {
        if (a.nummer != ++aantal || a.reden.empty()) std::abort();
    }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t aantal) {
    std::istringstream in(std::string(reinterpret_cast<const char*>(bytes), aantal));
    Teller teller;
    try {
        const auto verslag = geojson::lees(in, aantal, teller);
        if (verslag.gelezen != teller.aantal || verslag.afgekeurd > verslag.gelezen) std::abort();
    } catch (const Fout& fout) {
        if (fout.code() != "geojson-ongeldig") std::abort();
    }
    return 0;
}
