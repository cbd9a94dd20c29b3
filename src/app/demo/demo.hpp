// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "app/bag.hpp"
#include "app/huis.hpp"

/// The demo: an invented municipality, its users, and two years of work told only through the public API.
namespace damwand::app::demo {

/// Fills a fresh demo database: makes the organisation and one user per role, generates and loads the BAG of Damstede
/// (8,000 addresses), tells the story with the clock moved. Deterministic but for ids. Progress goes to
/// `werkplek.woorden`.
void bouw(const Instellingen& instellingen, Bestand& bestand, const BagWerkplek& werkplek);

}  // namespace damwand::app::demo
