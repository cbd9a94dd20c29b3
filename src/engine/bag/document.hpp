// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/bag/lezer.hpp"

/// One XML file of a delivery. Internal to the reader.
namespace damwand::bag {

/// Fills a buffer; returns the number of bytes, 0 at the end. May throw. Where the whole is in memory (`alles`), a buffer of nullptr passes bytes over.
using Lees = std::function<std::size_t(char* buffer, std::size_t grootte)>;

/// What a file name tells of the kind of file: "0457IAVBO…" inactief, "0457NBVBO…" niet BAG, "0457VBO…" stand.
[[nodiscard]] std::optional<Bestandsoort> soort_uit_naam(std::string_view bestandsnaam) noexcept;

/// Adds what a part says the delivery is about.
void meng_levering(Levering& alles, const Levering& deel);

inline constexpr std::size_t meeste_onbekend = 200;  ///< distinct unknown names kept for the report

/// Reads one document, hands its records to `afnemer` and counts them in `verslag`. Throws Fout as `lees` says.
/// `naam` is the whole way to the file, for messages. `alles`: what `lees` will give, when it is in memory already.
void lees_document(const std::string& naam, const Lees& lees, Afnemer& afnemer, Leesverslag& verslag,
                   const LeesOpties& opties, std::string_view alles = {});

}  // namespace damwand::bag
