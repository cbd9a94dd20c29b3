// SPDX-License-Identifier: EUPL-1.2
#include <boost/json.hpp>

#include "base/tekst.hpp"
#include "platform/http/randfout.hpp"

namespace damwand::http {
namespace {

/// Malformed UTF-8 loses every byte outside ASCII: an error text is never worth a broken answer.
std::string heel(std::string_view tekst) {
    if (is_nette_tekst(tekst)) return std::string(tekst);
    std::string uit;
    for (const char c : tekst) uit += c >= 0x20 && c < 0x7F ? c : '?';
    return uit;
}

std::string_view titel_van(FoutSoort soort) noexcept {
    switch (soort) {
        case FoutSoort::ongeldig:
            return "Ongeldige invoer";
        case FoutSoort::niet_aangemeld:
            return "Niet aangemeld";
        case FoutSoort::verboden:
            return "Niet toegestaan";
        case FoutSoort::onbekend:
            return "Niet gevonden";
        case FoutSoort::botsing:
            return "Kan nu niet";
        case FoutSoort::verouderd:
            return "Inmiddels gewijzigd";
        case FoutSoort::te_groot:
            return "Te groot";
        case FoutSoort::te_vaak:
            return "Te vaak";
        case FoutSoort::niet_beschikbaar:
            return "Tijdelijk niet beschikbaar";
        case FoutSoort::intern:
            break;
    }
    return "Interne fout";
}

Antwoord bouw(int status, std::string_view code, std::string_view titel, std::string_view uitleg,
              const std::vector<VeldFout>& velden, std::string_view verzoek_id, std::chrono::seconds wachttijd = {}) {
    boost::json::array fouten;
    for (const auto& veld : velden) {
        fouten.push_back({{"veld", heel(veld.veld)}, {"code", heel(veld.code)}, {"uitleg", heel(veld.uitleg)}});
    }
    const boost::json::object lijf{{"status", status},       {"code", heel(code)}, {"title", heel(titel)},
                                   {"detail", heel(uitleg)}, {"fouten", fouten},   {"verzoek", heel(verzoek_id)}};
    Antwoord antwoord;
    antwoord.status = status;
    antwoord.type = "application/problem+json";
    antwoord.lijf = boost::json::serialize(lijf);
    // Whoever is sent away for now is told until when.
    if (status == 429 || status == 503) {
        const auto gewoon = status == 429 ? std::chrono::seconds(1) : std::chrono::seconds(5);
        antwoord.koppen.emplace_back("Retry-After", std::to_string((wachttijd.count() > 0 ? wachttijd : gewoon).count()));
    }
    return antwoord;
}

}  // namespace

int status_van(FoutSoort soort) noexcept {
    switch (soort) {
        case FoutSoort::ongeldig:
            return 400;
        case FoutSoort::niet_aangemeld:
            return 401;
        case FoutSoort::verboden:
            return 403;
        case FoutSoort::onbekend:
            return 404;
        case FoutSoort::botsing:
            return 409;
        case FoutSoort::verouderd:
            return 412;
        case FoutSoort::te_groot:
            return 413;
        case FoutSoort::te_vaak:
            return 429;
        case FoutSoort::niet_beschikbaar:
            return 503;
        case FoutSoort::intern:
            break;
    }
    return 500;
}

Antwoord probleem(const Fout& fout, std::string_view verzoek_id) {
    return bouw(status_van(fout.soort()), fout.code(), titel_van(fout.soort()), fout.uitleg(), fout.velden(),
                verzoek_id, fout.wachttijd());
}

Antwoord probleem(const RandFout& fout, std::string_view verzoek_id) {
    return bouw(fout.status, fout.code, fout.titel, fout.uitleg, {}, verzoek_id);
}

}  // namespace damwand::http
