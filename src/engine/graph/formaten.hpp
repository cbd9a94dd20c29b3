// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "engine/graph/lijst.hpp"

/// One reader and one writer per format. Internal to the library; see lees and schrijf.
namespace damwand::graph {

/// Fit to name a node: not empty, not long, no control characters.
[[nodiscard]] bool is_id(std::string_view id);

void lees_csv(std::istream& in, Lijstmaker& maker);
void lees_graphml(std::istream& in, Lijstmaker& maker);
void lees_gexf(std::istream& in, Lijstmaker& maker);
void lees_ftm(std::istream& in, Lijstmaker& maker);

void schrijf_csv(std::ostream& uit, const Lijst& lijst);
void schrijf_graphml(std::ostream& uit, const Lijst& lijst);
void schrijf_gexf(std::ostream& uit, const Lijst& lijst);
void schrijf_ftm(std::ostream& uit, const Lijst& lijst);
void schrijf_i2(std::ostream& uit, const Lijst& lijst);

}  // namespace damwand::graph
