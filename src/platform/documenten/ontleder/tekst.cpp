// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/tekst.hpp"
#include "platform/documenten/ontleder/ontleder.hpp"

namespace damwand::documenten::ontleder {
namespace {

/// Windows-1252, which Excel writes: no control characters, and none of the five bytes that mean nothing in it.
bool is_westers(std::string_view tekst) noexcept {
    return std::none_of(tekst.begin(), tekst.end(), [](char c) {
        const auto b = static_cast<unsigned char>(c);
        const bool besturing = b < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f';
        return besturing || b == 0x7F || b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D;
    });
}

}  // namespace

Oordeel ontleed_tekst(std::string_view inhoud) {
    if (inhoud.starts_with("\xEF\xBB\xBF")) inhoud.remove_prefix(3);
    if (is_nette_tekst(inhoud)) return {.tekens = lengte(inhoud)};
    if (is_westers(inhoud)) return {.tekens = inhoud.size()};
    return {.reden = "geen-tekst"};
}

}  // namespace damwand::documenten::ontleder
