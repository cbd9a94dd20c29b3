// SPDX-License-Identifier: EUPL-1.2
#include <set>

#include "base/fout.hpp"
#include "werk/gemeenteregister/store.hpp"

/// The only HTTP of the room.
namespace damwand::gemeenteregister {
namespace {

/// What the logs must know of rows that are shown: each is a loggable object, and whoever it names a data subject. A company is one under its own
/// id when natural persons own it, or when the Handelsregister does not know it.
void raakt(poort::Gang& gang, const std::vector<Gemeenteregel>& regels) {
    std::vector<registers::BedrijfId> bekend;
    for (const auto& r : regels) {
        gang.raakt(r.id.waarde);
        for (const auto& g : r.genoemd) {
            if (g.soort == "adres" && g.sleutel) gang.raakt_merken(logboek::merken_van_nummeraanduiding(*g.sleutel));
            if (g.soort != "persoon" && g.soort != "bedrijf") continue;
            gang.raakt_merken(logboek::merken_van_persoon(g.tekst));
            if (g.bedrijf) bekend.push_back(*g.bedrijf);
            else gang.raakt_persoon(g.genoemd.waarde);
        }
    }
    for (const auto& id : registers::van_natuurlijke_personen(gang.tx(), bekend)) {
        gang.raakt(id.waarde);
        gang.raakt_persoon(id.waarde);
    }
}

Gemeenteregels zoek(poort::Gang& gang, const Gemeenteregistervraag& v) {
    if (v.pand.has_value() == v.bedrijf.has_value())
        throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.", {{"", "een-van-deze", "Vraag naar een pand of naar een bedrijf."}});
    Gemeenteregels uit{.registers = store::aantal_registers(gang.tx()), .resultaten = {}};
    uit.resultaten = v.pand ? store::bij_adressen(gang.tx(), registers::adressen_in_pand(gang.tx(), **v.pand)) : store::bij_bedrijf(gang.tx(), *v.bedrijf);
    raakt(gang, uit.resultaten);
    return uit;
}

}  // namespace

std::vector<poort::Route> routes() {
    return {poort::route<Gemeenteregistervraag, Gemeenteregels>({.methode = http::Methode::post,
                                                                 .pad = "/v1/gemeenteregisters/_zoek",
                                                                 .naam = "gemeenteregistersZoeken",
                                                                 .recht = "gemeenteregister.zien",
                                                                 .activiteit = "gemeenteregisters-raadplegen",
                                                                 .audit = poort::Audit::lezen,
                                                                 .tarief = poort::Tarief::gewoon,
                                                                 .export_klasse = poort::Export::geen,
                                                                 .samenvatting = "Wat de registers van de eigen organisatie over een pand of een bedrijf zeggen."},
                                                                zoek)};
}

}  // namespace damwand::gemeenteregister
