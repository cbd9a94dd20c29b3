// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/label.hpp"
#include "platform/poort/poort.hpp"

/// How a fact comes by its label: from its regime's default, from what it was taken from, and from what somebody wants.
namespace damwand::entiteit {

/// The evaluation grid's letter, A (always reliable) to F (cannot be judged).
struct Betrouwbaarheid {
    std::string waarde;
    [[nodiscard]] const std::string& operator*() const noexcept { return waarde; }
};
[[nodiscard]] inline db::Parameter parameter(const Betrouwbaarheid& w) { return w.waarde; }

/// The dossier a mention or tie belongs to. The caller has locked it (when writing) and has permission for it.
struct Dossier {
    std::string_view soort;  ///< "signaal" or "casus"
    Uuid id;
    int zicht = 0;
    Label label{};  ///< what a fact in it carries at least
};
/// What a fact was taken from: its name, the label it has there, and as of when that is true.
struct Herkomst {
    std::string naam;
    Label label;
    std::optional<Datum> peildatum;
};
/// What somebody wrote; nothing for what is not there or empty.
template <class T>
[[nodiscard]] std::optional<std::string> tekst_van(const std::optional<T>& w) {
    if (!w || (**w).empty()) return std::nullopt;
    return **w;
}

/// A regime with its default for being passed on. An unknown one is a fault elsewhere, and goes to nobody.
[[nodiscard]] Label standaardlabel(poort::Gang& gang, const std::string& regime);

/// What somebody wants of a label; none: as it comes.
struct Doorgiftewens {
    std::optional<std::string> doorgifte, reden;
};
using Reden = Tekst<0, 2000>;
[[nodiscard]] Doorgiftewens wens_van(const std::optional<Code>& doorgifte, const std::optional<Reden>& reden);
/// Of a change to `nu`: null is as it comes, absent is as it was.
[[nodiscard]] Doorgiftewens wens_van(const Wijziging<Code>& doorgifte, const Wijziging<Reden>& reden, const Label& nu);

/// The label of something that has at least `minstens`: stricter for whoever wants it, looser only with a reason, which is
/// kept. Adds faults at /doorgifte and /doorgifteReden below `pad`.
[[nodiscard]] Label stel_vast(poort::Gang& gang, const Label& minstens, const Doorgiftewens& wens, std::string_view pad,
                              std::vector<VeldFout>& fouten);
/// Of something that changes: as it was, unless something is wanted or its regime is another.
[[nodiscard]] Label stel_bij(poort::Gang& gang, const Label& minstens, const Label& nu, const Wijziging<Code>& doorgifte,
                             const Wijziging<Reden>& reden, std::vector<VeldFout>& fouten);

/// The label of something written that comes from what has at least this label; its own regime comes beside it (`regime`, none: the
/// same). An unknown regime is a fault elsewhere.
[[nodiscard]] Label feitlabel(poort::Gang& gang, Label minstens, const std::optional<std::string>& regime, const Doorgiftewens& wens,
                              std::string_view pad, std::vector<VeldFout>& fouten);

/// The strictest of both. Adds a fault at `veld` when they ask different compartments: what is derived from both could stand in
/// neither.
[[nodiscard]] Label samen(const Label& een, const Label& ander, std::string_view veld, std::vector<VeldFout>& fouten);

/// A day as of which something is true: adds a fault at `veld` when that is after today.
void toets_peildatum(poort::Gang& gang, const std::optional<Datum>& dag, std::string veld, std::vector<VeldFout>& fouten);

}  // namespace damwand::entiteit

namespace damwand::json {
template <>
struct Vorm<entiteit::Betrouwbaarheid> {
    static bj::value schrijf(const entiteit::Betrouwbaarheid& w) { return bj::value(w.waarde); }
    static entiteit::Betrouwbaarheid lees(const bj::value& w, Lezer& l) {
        if (w.is_string() && w.get_string().size() == 1 && w.get_string()[0] >= 'A' && w.get_string()[0] <= 'F') {
            return {std::string(w.get_string())};
        }
        l.fout("geen-betrouwbaarheid", "Hier hoort een letter van A tot en met F te staan.");
        return {"F"};
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "string"}, {"enum", bj::array{"A", "B", "C", "D", "E", "F"}}}; }
};
}  // namespace damwand::json
