// SPDX-License-Identifier: EUPL-1.2
// What somebody types against what stands somewhere, divided by the first NUL. How well it fits is between nothing and one, the
// words to look up are few, folded and not empty, and a text fits itself whenever it has words.
#include <cstdint>
#include <cstdlib>

#include "base/tekst.hpp"
#include "engine/zoek/vraag.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using damwand::zoek::Vraag;
    const std::string_view alles(reinterpret_cast<const char*>(data), size);
    const auto grens = std::min(alles.find('\0'), alles.size());
    const auto getypt = alles.substr(0, grens);
    const std::vector<std::string> teksten{std::string(alles.substr(std::min(grens + 1, alles.size())))};
    const Vraag vraag(getypt);
    const float score = vraag.past(teksten);
    if (!(score >= 0 && score <= 1)) std::abort();
    const auto woorden = vraag.woorden();
    if (woorden.size() > 16) std::abort();
    for (const auto& woord : woorden) {
        if (woord.empty() || woord.find(' ') != std::string::npos) std::abort();
    }
    const auto eigen = damwand::splits(damwand::vouw(getypt), ' ');
    if (!eigen.empty() && eigen.size() <= 12 && vraag.past(std::vector{std::string(getypt)}) < Vraag::minst) std::abort();
    return 0;
}
