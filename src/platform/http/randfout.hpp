// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

#include "platform/http/http.hpp"

/// Inside the room: what the edge itself answers before or instead of a handler. Texts are fixed per code.
namespace damwand::http {

struct RandFout {
    int status;
    std::string_view code, titel, uitleg;
};

namespace rand_fouten {
inline constexpr RandFout verzoek_ongeldig{400, "verzoek-ongeldig", "Ongeldig verzoek",
                                           "Het verzoek houdt zich niet aan HTTP en is daarom geweigerd."};
inline constexpr RandFout adres_ongeldig{400, "adres-ongeldig", "Ongeldig adres",
                                         "Het pad of de vraag in het adres is niet goed gevormd."};
inline constexpr RandFout verzoek_te_traag{408, "verzoek-te-traag", "Te traag",
                                           "Het verzoek kwam niet op tijd helemaal binnen."};
inline constexpr RandFout lijf_te_groot{413, "lijf-te-groot", "Te groot", "Het verzoek is groter dan is toegestaan."};
inline constexpr RandFout lengte_nodig{411, "lengte-nodig", "Lengte nodig",
                                       "Zeg met Content-Length hoe groot het bestand is."};
inline constexpr RandFout verwachting_onbekend{417, "verwachting-onbekend", "Onbekende verwachting",
                                               "De kop Expect kent hier alleen de waarde 100-continue."};
inline constexpr RandFout koppen_te_groot{431, "koppen-te-groot", "Koppen te groot",
                                          "De koppen van het verzoek zijn groter dan is toegestaan."};
inline constexpr RandFout interne_fout{
    500, "interne-fout", "Interne fout",
    "Er ging iets mis aan onze kant. Het is vastgelegd onder het nummer van dit verzoek."};
inline constexpr RandFout te_druk{503, "te-druk", "Te druk", "De server heeft het te druk. Probeer het zo weer."};
inline constexpr RandFout versie_onbekend{505, "http-versie-onbekend", "Onbekende versie van HTTP",
                                          "Deze server spreekt HTTP/1.1."};
}  // namespace rand_fouten

/// The same shape as `probleem(Fout, …)`; 503 carries Retry-After.
[[nodiscard]] Antwoord probleem(const RandFout& fout, std::string_view verzoek_id);

}  // namespace damwand::http
