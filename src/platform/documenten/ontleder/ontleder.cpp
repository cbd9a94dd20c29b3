// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/ontleder/ontleder.hpp"

namespace damwand::documenten::ontleder {
bool heeft_zipstaart(std::string_view inhoud) noexcept {
    constexpr std::size_t verste = 22 + 65535;  // end record and the longest comment
    const auto staart = inhoud.substr(inhoud.size() > verste ? inhoud.size() - verste : 0);
    return staart.find("PK\5\6") != std::string_view::npos;
}

Oordeel ontleed(Soort soort, std::string_view inhoud, const Grenzen& grenzen) {
    const bool pakket = soort == Soort::docx || soort == Soort::odt || soort == Soort::xlsx || soort == Soort::ods;
    if (!pakket && heeft_zipstaart(inhoud)) return {.reden = "dubbel"};
    if (soort != Soort::pdf && inhoud.substr(0, 1024).find("%PDF-") != std::string_view::npos) return {.reden = "dubbel"};
    if (pakket) return ontleed_pakket(soort, inhoud, grenzen);
    switch (soort) {
        case Soort::pdf: return ontleed_pdf(inhoud, grenzen);
        case Soort::jpeg: return ontleed_jpeg(inhoud, grenzen);
        case Soort::png: return ontleed_png(inhoud, grenzen);
        default: return ontleed_tekst(inhoud);
    }
}

}  // namespace damwand::documenten::ontleder
