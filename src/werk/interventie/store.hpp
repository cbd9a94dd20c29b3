// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "werk/interventie/interventie.hpp"

/// The only SQL of the room; the file is held by the caller.
namespace damwand::interventie::store {

struct Soort {
    std::string categorie, grondslag;
};
/// An entry of the catalogue; none when it is not in it.
[[nodiscard]] std::optional<Soort> soort(poort::Gang& gang, const std::string& code);
/// Throws onbekend.
[[nodiscard]] Interventie lees(poort::Gang& gang, const casus::Greep& greep, const InterventieId& id);
void maak(poort::Gang& gang, const casus::Greep& greep, const Interventie& interventie);
void wijzig(poort::Gang& gang, const casus::Greep& greep, const Interventie& interventie);
void verwijder(poort::Gang& gang, const casus::Greep& greep, const InterventieId& id);

}  // namespace damwand::interventie::store
