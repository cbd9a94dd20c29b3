// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "platform/poort/voorraad.hpp"
#include "werk/kaart/kaart.hpp"
#include "werk/kaart/tegelkast.hpp"

/// What each route does. Internal to the room. Throw Fout `invoer-ongeldig` with every fault, or onbekend().
namespace damwand::kaart {

inline constexpr std::string_view tegeltype = "application/vnd.mapbox-vector-tile";

[[nodiscard]] bool is_gebiedsoort(std::string_view woord);
/// Adds what is wrong with an area; `plek` is its JSON pointer.
void keur(const Gebiedskeuze& keuze, const std::string& plek, std::vector<VeldFout>& fouten);
void eis(std::vector<VeldFout> fouten);  ///< throws when there are any
void eis_soort(const Code& soort);

[[nodiscard]] http::Antwoord tegel(poort::Gang& gang, Tegelkast& kast);
/// The same when it lies ready; `mag.stand` as store::sql_stand_en_dag. A path that is written in another way than tiles are kept under is not found here.
[[nodiscard]] std::optional<http::Antwoord> tegel_uit_kast(const http::Verzoek& verzoek, const poort::Segmenten& segmenten, const toegang::Mag& mag, Tegelkast& kast);
/// 202 without a body: it is being fetched, ask again in a second.
[[nodiscard]] http::Antwoord achtergrondtegel(poort::Gang& gang, Achtergrond* achtergrond);
[[nodiscard]] Tellijst tel(poort::Gang& gang, const Telvraag& vraag);
[[nodiscard]] Vergelijking vergelijk(poort::Gang& gang, const Vergelijkvraag& vraag);
[[nodiscard]] http::Antwoord exporteer(poort::Gang& gang, const Exportvraag& vraag);
[[nodiscard]] SignalenOpKaart signalen(poort::Gang& gang, const Plekvraag& vraag);
[[nodiscard]] CasussenOpKaart casussen(poort::Gang& gang, const Plekvraag& vraag);
[[nodiscard]] Signaaltellingen tel_signalen(poort::Gang& gang, const Telvraag& vraag);

}  // namespace damwand::kaart
