// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/soort.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/fout.hpp"
#include "base/tekst.hpp"

namespace damwand::documenten {
namespace {

using Paar = std::pair<std::string_view, Soort>;
constexpr std::array<Paar, 10> extensies{{{"pdf", Soort::pdf}, {"jpg", Soort::jpeg}, {"jpeg", Soort::jpeg}, {"png", Soort::png},
                                          {"docx", Soort::docx}, {"odt", Soort::odt}, {"xlsx", Soort::xlsx}, {"ods", Soort::ods},
                                          {"txt", Soort::txt}, {"csv", Soort::csv}}};

/// How each kind begins; text begins like none of them.
bool past(Soort soort, std::string_view begin) {
    constexpr std::array<std::string_view, 4> merken{"%PDF-", "\xFF\xD8\xFF", "\x89PNG\r\n\x1A\n", "PK\3\4"};
    switch (soort) {
        case Soort::pdf: return begin.starts_with(merken[0]);
        case Soort::jpeg: return begin.starts_with(merken[1]);
        case Soort::png: return begin.starts_with(merken[2]);
        case Soort::docx:
        case Soort::odt:
        case Soort::xlsx:
        case Soort::ods: return begin.starts_with(merken[3]);
        default: break;
    }
    for (const auto merk : merken) {
        if (begin.starts_with(merk)) return false;
    }
    return begin.find('\0') == std::string_view::npos;
}

Fout naam_ongeldig() {
    return {FoutSoort::ongeldig, "bestandsnaam-ongeldig", "De naam van het bestand is leeg, te lang of bevat tekens die niet mogen."};
}

int hex(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

std::string lees_naam(std::string_view ruw) {
    std::string uit;
    for (std::size_t i = 0; i < ruw.size(); ++i) {
        if (ruw[i] != '%') {
            uit += ruw[i];
            continue;
        }
        if (ruw.size() - i < 3 || hex(ruw[i + 1]) < 0 || hex(ruw[i + 2]) < 0) throw naam_ongeldig();
        uit += static_cast<char>(hex(ruw[i + 1]) * 16 + hex(ruw[i + 2]));
        i += 2;
    }
    return std::string(trim(uit));
}

Soort eis_soort(std::string_view naam, std::string_view begin) {
    const bool net = is_nette_tekst(naam) && naam.find_first_of("\r\n\t/\\:*?\"<>|") == std::string_view::npos;
    if (!net || naam.empty() || naam.front() == '.' || lengte(naam) > 200) throw naam_ongeldig();
    const auto punt = naam.rfind('.');
    std::string extensie(punt == std::string_view::npos ? std::string_view{} : naam.substr(punt + 1));
    for (char& c : extensie) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    }
    for (const auto& [naam_van, soort] : extensies) {
        if (naam_van != extensie) continue;
        if (past(soort, begin)) return soort;
        throw Fout(FoutSoort::ongeldig, "inhoud-past-niet", "Wat in dit bestand zit, past niet bij de naam ervan.");
    }
    throw Fout(FoutSoort::ongeldig, "bestandssoort-onbekend",
               "Dit soort bestand wordt niet aangenomen. Wel: PDF, JPEG, PNG, DOCX, ODT, XLSX, ODS, TXT en CSV.");
}

std::string_view mediatype(Soort soort) noexcept {
    switch (soort) {
        case Soort::pdf: return "application/pdf";
        case Soort::jpeg: return "image/jpeg";
        case Soort::png: return "image/png";
        case Soort::docx: return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        case Soort::odt: return "application/vnd.oasis.opendocument.text";
        case Soort::xlsx: return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        case Soort::ods: return "application/vnd.oasis.opendocument.spreadsheet";
        default: return "application/octet-stream";  // text: no browser may guess what it is
    }
}

std::string bijlage(std::string_view naam) {
    std::string kaal;
    std::string vol;
    for (const char c : naam) {
        const auto b = static_cast<unsigned char>(c);
        const bool gewoon = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
        kaal += gewoon || c == ' ' ? c : '_';
        vol += gewoon ? std::string(1, c) : fmt::format("%{:02X}", b);
    }
    return fmt::format("attachment; filename=\"{}\"; filename*=UTF-8''{}", kaal, vol);
}

}  // namespace damwand::documenten
