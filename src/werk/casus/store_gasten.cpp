// SPDX-License-Identifier: EUPL-1.2
#include "werk/casus/store.hpp"

namespace damwand::casus::store {

std::vector<Gast> gasten(poort::Gang& gang, const Greep& greep) {
    std::vector<Gast> uit;
    for (const auto rij : gang.tx().doe(
             "select g.id, g.gebruiker, u.naam, o.naam as organisatie, g.tot, case when g.ingetrokken_op is not null then 'ingetrokken' when g.tot < basis.vandaag() then 'voorbij' "
             "when exists (select from casus.lid l where l.organisatie = g.organisatie and l.casus = g.casus and l.gebruiker = g.gebruiker) then 'lid' "
             "when g.opgenomen_op is not null then 'opgenomen' else 'uitgenodigd' end as staat "
             "from toegang.gast g join toegang.gebruiker u on u.organisatie = g.organisatie and u.id = g.gebruiker join toegang.organisatie o on o.nummer = g.thuis "
             "where g.organisatie = $1 and g.casus = $2 order by g.op desc, g.id",
             gang.wie().organisatie, greep.id)) {
        uit.push_back({.id = rij.veld<Uuid>("id"), .gebruiker = rij.veld<GebruikerId>("gebruiker"), .naam = rij.veld<std::string>("naam"), .organisatie = rij.veld<std::string>("organisatie"),
                       .staat = rij.veld<std::string>("staat"), .tot = rij.veld<Datum>("tot"), .code = {}});
    }
    return uit;
}

std::vector<Gastorganisatie> gastorganisaties(poort::Gang& gang) {
    std::vector<Gastorganisatie> uit;
    for (const auto rij : gang.tx().doe("select code, naam from toegang.organisatie where nummer > 0 and nummer <> $1 order by naam, code", gang.wie().organisatie)) {
        uit.push_back({rij.veld<std::string>("code"), rij.veld<std::string>("naam")});
    }
    return uit;
}

void nodig_gast_uit(poort::Gang& gang, const Greep& greep, const Uuid& id, const GebruikerId& gebruiker, const GastNieuw& nieuw, const std::string& hash) {
    const auto r = gang.tx().doe("select toegang.nodig_gast_uit($1, $2, $3, $4, o.nummer, $5, $6::bytea) as gelukt from toegang.organisatie o where o.code = $7 and o.nummer > 0", id, greep.id, gebruiker, nieuw.naam,
                                 nieuw.tot, hash, nieuw.organisatie);
    if (r.leeg() || !r[0].veld<bool>("gelukt")) throw onbekend();
}

bool trek_gast_in(poort::Gang& gang, const Uuid& id) { return gang.tx().een("select toegang.trek_gast_in($1) as gelukt", id)[0].veld<bool>("gelukt"); }

std::optional<Datum> gast_tot(poort::Gang& gang, const Greep& greep, const GebruikerId& wie) {
    if (!gang.tx().een("select toegang.is_gast($1) as gast", wie)[0].veld<bool>("gast")) return std::nullopt;
    const auto r = gang.tx().doe("select tot, opgenomen_op is not null as opgenomen from toegang.gast where organisatie = $1 and gebruiker = $2 and casus = $3 and ingetrokken_op is null", gang.wie().organisatie, wie, greep.id);
    if (r.leeg()) throw Fout(FoutSoort::botsing, "gast-niet-hier", "Deze gast hoort niet bij deze casus.");
    if (!r[0].veld<bool>("opgenomen")) throw Fout(FoutSoort::botsing, "gast-nog-niet-aangemeld", "Deze gast heeft de uitnodiging nog niet aangenomen.");
    return r[0].veld<Datum>("tot");
}

}  // namespace damwand::casus::store
