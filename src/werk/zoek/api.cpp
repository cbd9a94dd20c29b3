// SPDX-License-Identifier: EUPL-1.2
#include "werk/zoek/zoeken.hpp"

/// The only HTTP of the room.
namespace damwand::zoek {

std::vector<poort::Route> routes() {
    // The activity of the act: for the registers and the files by their own names. For people it asks the purpose it is done for.
    static constexpr std::string_view zonder_doel = "zoeken";
    const auto zoekers = std::make_shared<Zoekers>();
    return {poort::route<AllesZoeken, AllesGevonden>(
        {.methode = http::Methode::post,
         .pad = std::string_view("/v1/_zoek"),
         .naam = std::string_view("zoeken"),
         .recht = std::string_view("zoeken"),
         .activiteit = zonder_doel,
         .audit = poort::Audit::lezen,
         .tarief = poort::Tarief::licht,
         .export_klasse = poort::Export::geen,
         .samenvatting = "Zoekt adressen en dossiers, en onder een doel ook wie en wat daarin genoemd is; het beste eerst.",
         .koppen = {{"Verwerkingsactiviteit", "Waarvoor u zoekt; zonder doel worden personen, kentekens en documenten niet gezocht."}}},
        [zoekers](poort::Gang& gang, const AllesZoeken& vraag) {
            return zoek(gang, *zoekers, vraag, gang.verzoek().kop("verwerkingsactiviteit").value_or(std::string(zonder_doel)) != zonder_doel);
        })};
}

}  // namespace damwand::zoek
