// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/kaart/kaart.hpp"
#include "werk/kaart/tegelkast.hpp"

/// What each route does. Internal to the room. Throw Fout `invoer-ongeldig` with every fault, or onbekend().
namespace damwand::kaart {

inline constexpr std::string_view tegeltype = "application/vnd.mapbox-vector-tile";

[[nodiscard]] http::Antwoord tegel(poort::Gang& gang, Tegelkast& kast);
[[nodiscard]] Tellijst tel(poort::Gang& gang, const Telvraag& vraag);
[[nodiscard]] Selectie selecteer(poort::Gang& gang, const Selectievraag& vraag);
[[nodiscard]] http::Antwoord exporteer(poort::Gang& gang, const Exportvraag& vraag);
[[nodiscard]] SignalenOpKaart signalen(poort::Gang& gang, const Signaalvraag& vraag);
[[nodiscard]] Signaaltellingen tel_signalen(poort::Gang& gang, const Telvraag& vraag);

}  // namespace damwand::kaart
