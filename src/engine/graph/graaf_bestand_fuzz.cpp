// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a file of a network, the first byte saying which format. Nothing may crash or hang; counts add up, every tie has its ends, and
// what is written of it reads back as the same.
#include <cstdlib>
#include <sstream>

#include "base/fout.hpp"
#include "engine/graph/lijst.hpp"

namespace {

using namespace damwand::graph;

Lijst terug(const Lijst& lijst, Formaat formaat) {
    std::stringstream buffer;
    schrijf(buffer, formaat, lijst);
    Leesverslag verslag;
    auto uit = lees(buffer, formaat, verslag);
    if (verslag.afgekeurd != 0) std::abort();
    return uit;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    static constexpr std::array formaten{Formaat::csv, Formaat::graphml, Formaat::gexf, Formaat::ftm};
    const auto formaat = formaten[data[0] % formaten.size()];
    std::istringstream in(std::string(reinterpret_cast<const char*>(data) + 1, size - 1));
    Leesverslag verslag;
    Lijst lijst;
    try {
        lijst = lees(in, formaat, verslag, {.meeste_knopen = 1000, .meeste_banden = 1000});
    } catch (const damwand::Fout&) {
        return 0;
    }
    if (lijst.banden.size() + verslag.afgekeurd > verslag.gelezen) std::abort();
    for (const auto& b : lijst.banden) {
        if (b.van >= lijst.knopen.size() || b.naar >= lijst.knopen.size() || b.type >= lijst.bandtypen.size()) std::abort();
    }
    if (basis_van(lijst)->banden() != lijst.banden.size()) std::abort();
    for (const auto doel : {Formaat::graphml, Formaat::gexf}) {
        const auto een = terug(lijst, doel);
        if (een.knopen.size() != lijst.knopen.size() || een.banden.size() != lijst.banden.size() || terug(een, doel) != een) std::abort();
    }
    return 0;
}
