// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/register.hpp"

/// The routes of the Handelsregister. Companies of natural persons are loggable objects and data subjects (ontwerp.md §3).
namespace damwand::registers {
namespace {

/// Companies and names in an answer: those of natural persons go into both logs.
template <class T>
void raakt(poort::Gang& gang, const std::vector<T>& regels) {
    std::vector<BedrijfId> ids;
    for (const auto& r : regels) {
        ids.push_back(r.bedrijf);
        gang.raakt_merken(logboek::merken_van_persoon(r.naam));
    }
    for (const auto& id : van_natuurlijke_personen(gang.tx(), ids)) {
        gang.raakt(id.waarde);
        gang.raakt_persoon(id.waarde);
    }
}

BedrijvenLijst lijst(poort::Gang& gang, std::vector<Bedrijfsregel> regels) {
    raakt(gang, regels);
    return {.resultaten = std::move(regels), .standdatum = bedrijven_standdatum(gang.tx())};
}

}  // namespace

std::vector<poort::Route> bedrijf_routes() {
    using http::Methode;
    const auto kop = [](Methode methode, std::string_view pad, std::string_view naam, std::string_view samenvatting) {
        return poort::Kop{.methode = methode,
                          .pad = pad,
                          .naam = naam,
                          .recht = "bedrijf.zien",
                          .activiteit = "handelsregister-raadplegen",
                          .audit = poort::Audit::lezen,
                          .tarief = poort::Tarief::gewoon,
                          .export_klasse = poort::Export::geen,
                          .samenvatting = samenvatting};
    };
    std::vector<poort::Route> uit;
    uit.push_back(poort::route<poort::Niets, Bedrijf>(
        kop(Methode::get, "/v1/bedrijven/{id}", "bedrijfTonen", "Toont een bedrijf uit het Handelsregister, waar het zat en welke andere bedrijven daar zitten of zaten."), [](poort::Gang& gang) {
            const auto id = gang.id<BedrijfId>("id");
            auto bedrijf = toon_bedrijf(gang.tx(), id);
            if (bedrijf.natuurlijk) gang.onderwerp("bedrijf", id.waarde);
            raakt(gang, bedrijf.onderneming);
            raakt(gang, bedrijf.vestigingen);
            raakt(gang, bedrijf.buren);
            for (const auto& v : bedrijf.vestigingen) {
                if (v.nummeraanduiding) gang.raakt_merken(logboek::merken_van_nummeraanduiding(*v.nummeraanduiding));
            }
            return bedrijf;
        }));
    uit.push_back(poort::route<BedrijvenBijAdres, BedrijvenLijst>(
        kop(Methode::post, "/v1/bedrijven/_bij-adres", "bedrijvenBijAdresTonen", "Toont de bedrijven die op een adres zitten of zaten."), [](poort::Gang& gang, const BedrijvenBijAdres& vraag) {
            if (!zoek_adres(gang.tx(), *vraag.nummeraanduiding)) throw onbekend();
            gang.raakt_merken(logboek::merken_van_nummeraanduiding(*vraag.nummeraanduiding));
            return lijst(gang, bedrijven_bij_adressen(gang.tx(), {*vraag.nummeraanduiding}));
        }));
    uit.push_back(poort::route<BedrijvenInPand, BedrijvenLijst>(
        kop(Methode::post, "/v1/bedrijven/_in-pand", "bedrijvenInPandTonen", "Toont de bedrijven die op de adressen van een pand zitten of zaten."), [](poort::Gang& gang, const BedrijvenInPand& vraag) {
            const auto adressen = adressen_in_pand(gang.tx(), *vraag.pand);
            for (const auto& adres : adressen) gang.raakt_merken(logboek::merken_van_nummeraanduiding(adres));
            return lijst(gang, bedrijven_bij_adressen(gang.tx(), adressen));
        }));
    uit.push_back(poort::route<OngekoppeldVraag, BedrijvenLijst>(
        kop(Methode::post, "/v1/bedrijven/_ongekoppeld", "bedrijvenOngekoppeldTonen", "Toont vestigingen waarvan het adres niet in de BAG is gevonden."), [](poort::Gang& gang, const OngekoppeldVraag& vraag) {
            return lijst(gang, ongekoppelde_vestigingen(gang.tx(), vraag.na ? **vraag.na : "0", vraag.aantal ? **vraag.aantal : 50));
        }));
    return uit;
}

}  // namespace damwand::registers
