// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "platform/post/uitnodiging.hpp"
#include "werk/overleg/aan_tafel.hpp"
#include "werk/overleg/agenda.hpp"
#include "werk/overleg/reeks.hpp"

/// Meetings: a series, its meetings, and an agenda of which each participant sees his own part. A signaal or casus comes on the
/// table in parts (delen); who is not of the dossier sees a part only after a privacy check 2A of the item that named him and it.
/// An item of which somebody sees nothing does not exist for him.
namespace damwand::overleg {

/// The minutes of a meeting as one participant may read them, as ODT or PDF (bytes). The same overleg gives the same bytes.
enum class Verslagvorm { odt, pdf };
[[nodiscard]] std::string verslag(const Overleg& overleg, const std::string& organisatie, const std::string& lezer, Verslagvorm vorm);

/// For rooms after this one: where something was asked or agreed.
struct Gelegenheid {
    OverlegId overleg;
    std::string naam;
    Datum datum{};
    std::vector<toegang::Collega> zonder_2a;  ///< who is there, while it is on, and may hear nothing of it
};
/// The meeting of an item about this dossier; none when the asker does not take part in it, or may not know of the item.
[[nodiscard]] std::optional<Gelegenheid> gelegenheid(poort::Gang& gang, const PuntId& punt, const Uuid& dossier);

/// What an invitation in the outbox says now, for the program that sends it; none: a later one says it, or the meeting is gone.
[[nodiscard]] std::optional<post::Uitnodiging> uitnodiging(db::Transactie& tx, const Uuid& uit);

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::overleg
