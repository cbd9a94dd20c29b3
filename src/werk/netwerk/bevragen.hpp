// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/netwerk/geheugen.hpp"
#include "werk/netwerk/netwerk.hpp"

/// Inside the room: what each question does. All read the graph as the asker and everything they answer again from its rows; what is
/// missing there voids the answer (Fout `netwerk-onzeker`, 503) and becomes an incident.
namespace damwand::netwerk {

/// New neighbours of an object, with every tie between them and what the chart shows. Throws onbekend().
[[nodiscard]] Netwerkbeeld breid_uit(poort::Gang& gang, const Diensten& diensten, const Uitbreidvraag& vraag);
/// A shortest path. Throws onbekend() when an end is not the asker's to know of.
[[nodiscard]] Pad zoek_pad(poort::Gang& gang, const Diensten& diensten, const Padvraag& vraag);

/// Measures among these objects alone, of those the asker may know of.
[[nodiscard]] Netwerkmaten meet(poort::Gang& gang, const Diensten& diensten, const Toonvraag& vraag);

[[nodiscard]] std::vector<KnoopRef> refs(const std::vector<Knoopkeuze>& keuzes);

}  // namespace damwand::netwerk
