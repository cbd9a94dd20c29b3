// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <map>

#include "werk/overleg/store.hpp"

namespace damwand::overleg::store {

void lees_koppelingen(poort::Gang& gang, std::vector<Overlegreeks>& reeksen) {
    if (reeksen.empty()) return;
    for (const auto rij : gang.tx().doe("select reeks, ander, naam, soort, richting from overleg.koppelingen() order by naam, ander, richting")) {
        const auto plek = std::ranges::find(reeksen, rij.veld<ReeksId>("reeks"), &Overlegreeks::id);
        if (plek == reeksen.end()) continue;
        plek->koppelingen.push_back({rij.veld<ReeksId>("ander"), rij.veld<std::string>("naam"), rij.veld<std::string>("soort"), rij.veld<std::string>("richting")});
        gang.raakt(plek->koppelingen.back().id.waarde);
    }
}

void koppel(poort::Gang& gang, const Reeksstand& reeks, const Reeksstand& naar) {
    gang.tx().doe("insert into overleg.koppeling (organisatie, reeks, naar, zicht, zicht_naar, door, op, operatie) values ($1, $2, $3, $4, $5, $6, basis.tik(), basis.operatie()) on conflict do nothing",
                  gang.wie().organisatie, reeks.id, naar.id, reeks.zicht, naar.zicht, gang.wie().gebruiker);
}

bool ontkoppel(poort::Gang& gang, const ReeksId& een, const ReeksId& ander) {
    return gang.tx()
               .doe("delete from overleg.koppeling where organisatie = $1 and (reeks = $2 and naar = $3 or reeks = $3 and naar = $2)", gang.wie().organisatie, een, ander)
               .geraakt() > 0;
}

std::vector<Inbrengkeuze> kan_inbrengen(poort::Gang& gang, const PuntId& id) {
    std::vector<Inbrengkeuze> uit;
    for (const auto rij : gang.tx().doe("select k.overleg, k.naam, k.datum, k.gebruiker, g.naam as gebruiker_naam, k.leidt, k.van_dossier from overleg.kan_inbrengen($2) k "
                                        "join toegang.gebruiker g on g.organisatie = $1 and g.id = k.gebruiker order by k.datum, k.overleg, g.naam, g.id",
                                        gang.wie().organisatie, id)) {
        const auto overleg = rij.veld<OverlegId>("overleg");
        if (uit.empty() || uit.back().overleg != overleg) uit.push_back({overleg, rij.veld<std::string>("naam"), rij.veld<Datum>("datum"), {}});
        uit.back().deelnemers.push_back({{rij.veld<GebruikerId>("gebruiker"), rij.veld<std::string>("gebruiker_naam")}, rij.veld<bool>("leidt"), rij.veld<bool>("van_dossier")});
    }
    return uit;
}

std::optional<PuntId> breng_in(poort::Gang& gang, const Puntstand& p, const OverlegId& naar, const std::string& titel, std::string_view doel, int minuten, const std::vector<std::string>& delen) {
    const auto id = PuntId::nieuw();
    try {
        gang.tx().doe("select overleg.breng_in($1, $2, $3, $4, $5, $6, $7::text[])", p.id, naar, id, titel, doel, minuten, delen);
    } catch (const db::DbFout& fout) {
        if (fout.sqlstate() == "DW030") return std::nullopt;
        throw;
    }
    return id;
}

void lees_inbreng(poort::Gang& gang, const Zitting& z, std::vector<Agendapunt>& punten) {
    const auto& wie = gang.wie();
    for (const auto rij : gang.tx().doe("select punt, naam from overleg.herkomsten($1)", z.id)) {
        const auto plek = std::ranges::find(punten, rij.veld<PuntId>("punt"), &Agendapunt::id);
        if (plek != punten.end()) plek->herkomst = rij.veld<std::string>("naam");
    }
    std::map<PuntId, Ingebracht*> elders;
    std::vector<Uuid> ids;
    const auto rijen = gang.tx().doe("select herkomst, punt, naam, datum, staat, toets, toets_staat, toets_versie from overleg.ingebracht($1)", z.id);
    for (auto& p : punten) p.ingebracht.reserve(static_cast<std::size_t>(rijen.aantal()));  // the addresses below stay
    for (const auto rij : rijen) {
        const auto plek = std::ranges::find(punten, rij.veld<PuntId>("herkomst"), &Agendapunt::id);
        if (plek == punten.end()) continue;
        plek->ingebracht.push_back({.id = rij.veld<PuntId>("punt"),
                                    .reeks = rij.veld<std::string>("naam"),
                                    .datum = rij.veld<Datum>("datum"),
                                    .staat = rij.veld<std::string>("staat"),
                                    .toets = rij.veld<PunttoetsId>("toets"),
                                    .toets_staat = rij.veld<std::string>("toets_staat"),
                                    .toets_versie = rij.veld<int>("toets_versie"),
                                    .uitkomsten = {}});
        elders[plek->ingebracht.back().id] = &plek->ingebracht.back();
        ids.push_back(plek->ingebracht.back().id.waarde);
        gang.raakt(ids.back());
    }
    if (ids.empty()) return;
    std::map<Uuid, Overlegbesluit*> besluiten;
    const auto genomen = gang.tx().doe("select b.id, b.punt, b.soort, b.tekst, b.tot, b.door, g.naam as door_naam, b.op from overleg.besluit b join toegang.gebruiker g on g.organisatie = b.organisatie and g.id = b.door "
                                       "where b.organisatie = $1 and b.punt = any ($2::uuid[]) order by b.op, b.id",
                                       wie.organisatie, ids);
    for (auto& [id, i] : elders) i->uitkomsten.reserve(static_cast<std::size_t>(genomen.aantal()));
    for (const auto rij : genomen) {
        auto& lijst = elders.at(rij.veld<PuntId>("punt"))->uitkomsten;
        lijst.push_back({.id = rij.veld<Uuid>("id"), .soort = rij.veld<std::string>("soort"), .tekst = rij.veld<std::string>("tekst"), .tot = rij.veld<std::optional<Datum>>("tot"), .standpunten = {},
                         .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")}, .op = rij.veld<Tijdstip>("op")});
        besluiten[lijst.back().id] = &lijst.back();
    }
    for (const auto rij : gang.tx().doe("select s.besluit, s.gebruiker, g.naam, s.eens, s.reden from overleg.standpunt s join toegang.gebruiker g on g.organisatie = s.organisatie and g.id = s.gebruiker "
                                        "where s.organisatie = $1 and s.punt = any ($2::uuid[]) order by g.naam, g.id",
                                        wie.organisatie, ids)) {
        const auto plek = besluiten.find(rij.veld<Uuid>("besluit"));
        if (plek != besluiten.end()) plek->second->standpunten.push_back({{rij.veld<GebruikerId>("gebruiker"), rij.veld<std::string>("naam")}, rij.veld<bool>("eens"), rij.veld<std::optional<std::string>>("reden")});
    }
}

std::optional<Inbrengstand> inbreng(poort::Gang& gang, const Zitting& z, const Puntstand& herkomst, const PuntId& id) {
    const auto rijen = gang.tx().doe("select i.toets, p.overleg, p.zicht, p.dossier_soort, p.dossier, p.staat, p.titel, p.versie from overleg.ingebracht($2) i "
                                     "join overleg.punt p on p.organisatie = $1 and p.id = i.punt where i.herkomst = $3 and i.punt = $4 for update of p",
                                     gang.wie().organisatie, z.id, herkomst.id, id);
    if (rijen.leeg()) return std::nullopt;
    const auto rij = rijen[0];
    return Inbrengstand{.punt = {.id = id,
                                 .zicht = rij.veld<int>("zicht"),
                                 .van_dossier = true,
                                 .dossier_soort = rij.veld<std::optional<std::string>>("dossier_soort"),
                                 .dossier = rij.veld<std::optional<Uuid>>("dossier"),
                                 .staat = rij.veld<std::string>("staat"),
                                 .titel = rij.veld<std::string>("titel"),
                                 .versie = rij.veld<int>("versie"),
                                 .herkomst = {}},
                        .overleg = rij.veld<OverlegId>("overleg"),
                        .toets = rij.veld<PunttoetsId>("toets")};
}

void teken_uitkomst_aan(poort::Gang& gang, const Uuid& besluit, const std::string& tekst) { gang.tx().doe("select overleg.teken_uitkomst_aan($1, $2)", besluit, tekst); }

}  // namespace damwand::overleg::store
