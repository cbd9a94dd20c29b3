// SPDX-License-Identifier: EUPL-1.2
#include "werk/informeren/store.hpp"

#include <algorithm>
#include <map>

namespace damwand::informeren {

std::vector<Grond> gronden(poort::Gang& gang, const std::string& soort) {
    std::vector<Grond> uit;
    for (const auto g : gang.tx().doe("select code, naam_nl, naam_en, extra ->> 'artikel' as artikel, coalesce((extra ->> 'weging')::boolean, false) as weging from basis.stamcode"
                                      " where lijst = 'weigeringsgrond' and (not extra ? 'soorten' or extra -> 'soorten' ? $1) order by volgorde",
                                      soort)) {
        uit.push_back({g.veld<std::string>("code"), g.veld<std::string>("naam_nl"), g.veld<std::string>("naam_en"), g.veld<std::string>("artikel"), g.veld<bool>("weging")});
    }
    return uit;
}

std::vector<Doel> doelen(poort::Gang& gang, const std::vector<std::string>& activiteiten) {
    std::vector<Doel> uit;
    for (const auto rij : gang.tx().doe("select naam_nl, doel, grondslag_avg || '; ' || grondslag_wet as grondslag, array_to_string(gegevens, ', ') as gegevens,"
                                        " array_to_string(ontvangers, ', ') as ontvangers, basis.maanden(bewaartermijn) as maanden from logboek.activiteit"
                                        " where geldig_van <= basis.vandaag() and (geldig_tot is null or geldig_tot > basis.vandaag()) and code = any ($1) order by id",
                                        activiteiten)) {
        uit.push_back({rij.veld<std::string>("naam_nl"), rij.veld<std::string>("doel"), rij.veld<std::string>("grondslag"), rij.veld<std::string>("gegevens"),
                       rij.veld<std::string>("ontvangers"), in_woorden(rij.veld<int>("maanden"))});
    }
    return uit;
}

std::vector<Werkregel> mijn_werk(poort::Gang& gang) {
    std::map<CasusId, Werkregel> per_casus;
    const auto vandaag = dag_in_amsterdam(gang.tx().nu());
    for (const auto rij : gang.tx().doe("select c.id, c.kenmerk, c.werknaam, p.verkregen_op, b.besluit, b.tot from casus.casus c cross join informeren.personen(c.id) p"
                                        " left join lateral informeren.geldend(p.vermeldingen) b on true"
                                        " where c.organisatie = $1 and c.zicht = any ($2) and c.trekker = $3 and c.fase not in ('archief', 'vernietigd')",
                                        gang.wie().organisatie, gang.wie().zichten, gang.wie().gebruiker)) {
        Informatietaak taak;
        if (const auto besluit = rij.veld<std::optional<std::string>>("besluit")) {
            taak.besluiten.emplace_back();
            taak.besluiten.back().besluit = *besluit;
            taak.besluiten.back().tot = rij.veld<std::optional<Datum>>("tot");
        }
        zet_stand(taak, dag_in_amsterdam(rij.veld<Tijdstip>("verkregen_op")));
        if (!taak.termijn || (taak.staat == "uitgesteld" && *taak.termijn > vandaag)) continue;
        auto& regel = per_casus[rij.veld<CasusId>("id")];
        if (regel.aantal++ == 0) {
            regel = {.casus = rij.veld<CasusId>("id"), .kenmerk = rij.veld<std::string>("kenmerk"), .werknaam = rij.veld<std::string>("werknaam"), .aantal = 1, .datum = *taak.termijn};
        }
        regel.datum = std::min(regel.datum, *taak.termijn);
    }
    std::vector<Werkregel> uit;
    for (auto& [id, regel] : per_casus) uit.push_back(std::move(regel));
    return uit;
}

}  // namespace damwand::informeren

namespace damwand::informeren::store {

std::vector<Gelezen> lees(poort::Gang& gang, const CasusId& casus, const std::optional<VermeldingId>& vermelding) {
    std::vector<Gelezen> uit;
    std::vector<Datum> verkregen;
    std::map<VermeldingId, std::size_t> van;
    for (const auto rij : gang.tx().doe("select * from informeren.personen($1) p where $2::uuid is null or $2 = any (p.vermeldingen) order by p.verkregen_op, p.vermelding", casus, vermelding)) {
        uit.push_back({.taak = {.vermelding = rij.veld<VermeldingId>("vermelding"), .naam = rij.veld<std::string>("naam"), .rol = rij.veld<std::optional<std::string>>("rol"),
                                .staat = {}, .termijn = {}, .besluiten = {}},
                       .zicht = rij.veld<int>("zicht"),
                       .persoon = rij.veld<Uuid>("persoon")});
        verkregen.push_back(dag_in_amsterdam(rij.veld<Tijdstip>("verkregen_op")));
        for (const auto& v : rij.veld<std::vector<std::string>>("vermeldingen_tekst")) van[VermeldingId::lees(v).value()] = uit.size() - 1;
    }
    for (const auto rij : gang.tx().doe("select b.*, g.naam as door_naam from informeren.besluit b join toegang.gebruiker g on g.organisatie = b.organisatie and g.id = b.door"
                                        " where b.organisatie = $1 and b.casus = $2 and b.zicht = any ($3) order by b.op desc, b.id",
                                        gang.wie().organisatie, casus, gang.wie().zichten)) {
        const auto plek = van.find(rij.veld<VermeldingId>("vermelding"));
        if (plek == van.end()) continue;  // no longer named
        Informatiebesluit b{.besluit = rij.veld<std::string>("besluit"),
                            .verzonden_op = rij.veld<std::optional<Datum>>("verzonden_op"),
                            .wijze = rij.veld<std::optional<std::string>>("wijze"),
                            .grond = rij.veld<std::optional<std::string>>("grond"),
                            .motivering = rij.veld<std::optional<std::string>>("motivering"),
                            .weging = {},
                            .tot = rij.veld<std::optional<Datum>>("tot"),
                            .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                            .op = rij.veld<Tijdstip>("op")};
        if (const auto weging = rij.veld<std::optional<boost::json::value>>("weging")) b.weging = json::lees<Weging41>(*weging);
        uit[plek->second].taak.besluiten.push_back(std::move(b));
    }
    for (std::size_t i = 0; i < uit.size(); ++i) zet_stand(uit[i].taak, verkregen[i]);
    return uit;
}

void besluit(poort::Gang& gang, const casus::Greep& greep, const Gelezen& van, const InformatiebesluitNieuw& b) {
    std::optional<boost::json::value> weging;
    if (b.weging) weging = json::schrijf(*b.weging);
    gang.tx().doe("insert into informeren.besluit (organisatie, id, casus, zicht, vermelding, besluit, verzonden_op, wijze, grond, motivering, weging, tot, door, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, basis.tik(), basis.operatie())",
                  gang.wie().organisatie, Uuid::willekeurig(), greep.id, greep.zicht, van.taak.vermelding, b.besluit, b.verzonden_op, b.wijze, b.grond, b.motivering, weging, b.tot,
                  gang.wie().gebruiker);
}

}  // namespace damwand::informeren::store
