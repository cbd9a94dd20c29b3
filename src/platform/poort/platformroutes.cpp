// SPDX-License-Identifier: EUPL-1.2
#include "platform/poort/aanmeldroutes.hpp"
#include "platform/poort/stroom.hpp"

namespace damwand::poort {
namespace {

using http::Methode;

struct CollegaMetRollen {
    GebruikerId id;
    std::string naam;
    std::vector<std::string> rollen;
};
BOOST_DESCRIBE_STRUCT(CollegaMetRollen, (), (id, naam, rollen))

/// Where the impact assessment (AVG 35) of an activity is kept, as the municipality's privacy officer said it last.
struct Dpiaplaats {
    std::string verwijzing;
    Datum vastgesteld_op{};
};
BOOST_DESCRIBE_STRUCT(Dpiaplaats, (), (verwijzing, vastgesteld_op))

struct Verwerkingsactiviteit {
    std::string code;
    int versie = 0;
    std::string versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime;
    std::vector<std::string> betrokkenen, gegevens, ontvangers, rollen;  ///< rollen: codes, that may use it today
    int bewaarmaanden = 0;
    bool vertrouwelijk = false;
    Datum geldig_van{};
    std::optional<Datum> geldig_tot;
    std::optional<Dpiaplaats> dpia;  ///< of the asker's organisation
};
BOOST_DESCRIBE_STRUCT(Verwerkingsactiviteit, (), (code, versie, versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime,
                                                  betrokkenen, gegevens, ontvangers, rollen, bewaarmaanden, vertrouwelijk, geldig_van, geldig_tot, dpia))

Route collegas() {
    return route<Niets, Lijst<CollegaMetRollen>>(
        {.methode = Methode::get, .pad = "/v1/collegas", .naam = "collegasTonen", .recht = "gebruikers.zien", .activiteit = "toegang-beheren",
         .audit = Audit::lezen, .tarief = Tarief::licht, .export_klasse = Export::geen, .samenvatting = "De collega's van de organisatie."},
        [](Gang& gang) {
            Lijst<CollegaMetRollen> uit;
            for (const auto rij : gang.tx().doe("select g.id, g.naam, array(select r.rol from toegang.gebruiker_rol r where r.organisatie = g.organisatie"
                                                " and r.gebruiker = g.id and (r.tot is null or r.tot > basis.nu()) order by r.rol)::text[] as rollen"
                                                " from toegang.collega g where g.organisatie = $1 order by g.naam limit 1000",
                                                gang.wie().organisatie)) {
                uit.resultaten.push_back({rij.veld<GebruikerId>("id"), rij.veld<std::string>("naam"), rij.veld<std::vector<std::string>>("rollen")});
            }
            return uit;
        });
}

Route verwerkingsactiviteiten() {
    return route<Niets, Lijst<Verwerkingsactiviteit>>(
        {.methode = Methode::get, .pad = "/v1/verwerkingsactiviteiten", .naam = "verwerkingsactiviteitenTonen", .recht = "verwerkingen.zien",
         .activiteit = "toegang-beheren", .audit = Audit::geen, .tarief = Tarief::licht, .export_klasse = Export::geen,
         .samenvatting = "Het register van verwerkingsactiviteiten, met versies."},
        [](Gang& gang) {
            using Woorden = std::vector<std::string>;
            Lijst<Verwerkingsactiviteit> uit;
            for (const auto rij : gang.tx().doe("select a.*, d.verwijzing, d.vastgesteld_op, logboek.rollen_van(a.code)::text[] as rollen, basis.maanden(a.bewaartermijn) as maanden"
                                                " from logboek.activiteit a left join lateral logboek.dpia_van(a.code, a.geldig_tot) d on true order by a.id")) {
                uit.resultaten.push_back({.code = rij.veld<std::string>("code"), .versie = rij.veld<int>("versie"),
                                          .versie_uri = rij.veld<std::string>("versie_uri"), .naam_nl = rij.veld<std::string>("naam_nl"),
                                          .naam_en = rij.veld<std::string>("naam_en"), .doel = rij.veld<std::string>("doel"),
                                          .grondslag_avg = rij.veld<std::string>("grondslag_avg"), .grondslag_wet = rij.veld<std::string>("grondslag_wet"),
                                          .regime = rij.veld<std::string>("regime"), .betrokkenen = rij.veld<Woorden>("betrokkenen"),
                                          .gegevens = rij.veld<Woorden>("gegevens"), .ontvangers = rij.veld<Woorden>("ontvangers"), .rollen = rij.veld<Woorden>("rollen"),
                                          .bewaarmaanden = rij.veld<int>("maanden"), .vertrouwelijk = rij.veld<bool>("vertrouwelijk"),
                                          .geldig_van = rij.veld<Datum>("geldig_van"), .geldig_tot = rij.veld<std::optional<Datum>>("geldig_tot"), .dpia = {}});
                if (const auto verwijzing = rij.veld<std::optional<std::string>>("verwijzing")) uit.resultaten.back().dpia = {*verwijzing, rij.veld<Datum>("vastgesteld_op")};
            }
            return uit;
        });
}

Route gebeurtenissen(const std::optional<Onderdelen>& d) {
    Route r = route<Niets, Niets>(
        {.methode = Methode::get, .pad = "/v1/gebeurtenissen", .naam = "gebeurtenissenVolgen", .recht = aangemeld, .activiteit = "toegang-beheren",
         .audit = Audit::geen, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Stroom van wijzigingen (server-sent events): alleen id's en versies."},
        [](Gang&) {});
    r.stroom = [d](Gang& gang) { return volg(*d, gang); };
    return r;
}

}  // namespace

std::vector<Route> platformroutes(const std::optional<Onderdelen>& d) {
    auto uit = aanmeldroutes(d);
    for (auto& r : {collegas(), verwerkingsactiviteiten(), gebeurtenissen(d)}) uit.push_back(r);
    return uit;
}

}  // namespace damwand::poort
