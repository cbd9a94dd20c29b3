// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/casus/handelingen.hpp"

namespace damwand::casus {
namespace {

/// The line names the kind of tie and the row, never who: what is removed must not live on in the timeline.
void teken_verband(poort::Gang& gang, const Greep& plaats, const VerbandId& id, std::string_view soort, std::string_view verandering) {
    boost::json::object gegevens{{"verband", id.tekst()}, {"verandering", verandering}};
    if (!soort.empty()) gegevens["soort"] = soort;
    teken_aan(gang, plaats, {.soort = "verband", .gegevens = std::move(gegevens)});
}

}  // namespace

entiteit::VerbandBron voeg_verband_toe(poort::Gang& gang, const entiteit::VerbandNieuw& nieuw) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    std::vector<VeldFout> fouten;
    const auto van = kies_herkomst(gang, greep, nieuw.uit_bron, nieuw.uit_document, fouten);
    const auto* uit = van ? &*van : nullptr;
    const auto label = entiteit::toets_verband(gang, dossier_van(greep), nieuw, uit, fouten);
    const auto plaats = in_compartiment(gang, greep, label.regime, "/regime", fouten);
    entiteit::eis_geen(std::move(fouten));
    auto b = entiteit::leg_verband_vast(gang, dossier_van(plaats, label), nieuw, uit);
    teken_verband(gang, plaats, b.id, *nieuw.soort, "toegevoegd");
    gang.etag(b.versie);
    gang.gemaakt(fmt::format("/v1/casussen/{}/verbanden/{}", greep.id.tekst(), b.id.tekst()), b.id.waarde);
    return b;
}

entiteit::VerbandBron wijzig_verband(poort::Gang& gang, const entiteit::VerbandWijziging& w) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto was = entiteit::een_verband(gang, dossier_van(greep), gang.id<VerbandId>("verband"));
    const auto van = herkomst_van(gang, greep, was.uit_bron, was.uit_document);
    const auto plaats = plaats_van(gang, greep, was.regime);
    auto b = entiteit::wijzig_verband(gang, dossier_van(plaats), was.id, w, van ? &van->label : nullptr);
    teken_verband(gang, plaats, b.id, "", "gewijzigd");
    gang.etag(b.versie);
    return b;
}

void verwijder_verband(poort::Gang& gang) {
    const auto greep = grijp(gang, gang.id<CasusId>("id"));
    const auto was = entiteit::een_verband(gang, dossier_van(greep), gang.id<VerbandId>("verband"));
    const auto plaats = plaats_van(gang, greep, was.regime);
    entiteit::verwijder_verband(gang, dossier_van(greep), was.id);
    teken_verband(gang, plaats, was.id, "", "verwijderd");
}

poort::Lijst<entiteit::Verband> toon_verbanden(poort::Gang& gang) {
    const auto greep = houd_stil(gang, gang.id<CasusId>("id"));
    return {.resultaten = entiteit::lees_verbanden(gang, dossier_van(greep), std::nullopt), .volgende = {}};
}

}  // namespace damwand::casus
