// SPDX-License-Identifier: EUPL-1.2
#include "werk/gemeenteregister/store.hpp"

#include <fmt/format.h>

#include <map>

#include "base/fout.hpp"

namespace damwand::gemeenteregister::store {
namespace {

namespace bj = json::bj;

/// Rows of which ids stand in $1, with what they name.
std::vector<Gemeenteregel> regels(db::Transactie& tx, const std::vector<Uuid>& ids) {
    std::vector<Gemeenteregel> uit;
    if (ids.empty()) return uit;
    std::map<std::string, std::size_t> plek;
    for (const auto rij : tx.doe("select r.id, r.register, g.naam, g.bron, r.titel, r.sleutel, r.van, r.tot, r.velden, r.gezien_van, r.gezien_tot, g.standdatum"
                                 "  from gemeenteregister.regel r join gemeenteregister.register g on g.organisatie = r.organisatie and g.code = r.register"
                                 " where r.organisatie = basis.organisatie() and r.id = any ($1::uuid[])"
                                 " order by (r.gezien_tot is null and (r.tot is null or r.tot >= basis.vandaag())) desc, coalesce(r.van, r.gezien_van) desc, g.naam, r.sleutel, r.gezien_van desc, r.id",
                                 ids)) {
        Gemeenteregel een{.id = rij.veld<RegelId>("id"), .register_ = rij.veld<std::string>("register"), .naam = rij.veld<std::string>("naam"), .bron = rij.veld<std::string>("bron"),
                          .titel = rij.veld<std::string>("titel"), .kenmerk = rij.veld<std::string>("sleutel"), .van = rij.veld<std::optional<Datum>>("van"),
                          .tot = rij.veld<std::optional<Datum>>("tot"), .velden = {}, .genoemd = {}, .verbanden = {}, .gezien_van = rij.veld<Datum>("gezien_van"),
                          .gezien_tot = rij.veld<std::optional<Datum>>("gezien_tot"), .standdatum = rij.veld<Datum>("standdatum")};
        const auto velden = rij.veld<bj::value>("velden");
        for (const auto& v : velden.as_array())
            een.velden.push_back({std::string(v.at("naam").as_string()), std::string(v.at("waarde").as_string()), std::string(v.at("regime").as_string())});
        plek[een.id.tekst()] = uit.size();
        uit.push_back(std::move(een));
    }
    for (const auto rij : tx.doe("select d.regel, d.id, d.rol, d.soort, d.tekst, d.regime, case d.soort when 'adres' then lpad(d.adres::text, 16, '0') else d.sleutel end as sleutel, d.zekerheid, b.id as bedrijf"
                                 "  from gemeenteregister.genoemd d left join register.bedrijf b on b.kvk_nummer = case when d.soort = 'bedrijf' and d.sleutel ~ '^[0-9]{8}$' then d.sleutel::integer end"
                                 " where d.organisatie = basis.organisatie() and d.regel = any ($1::uuid[]) order by d.regel, d.nummer",
                                 ids)) {
        uit.at(plek.at(rij.veld<std::string>("regel"))).genoemd.push_back({.genoemd = rij.veld<GenoemdId>("id"), .rol = rij.veld<std::string>("rol"), .soort = rij.veld<std::string>("soort"),
                                                                           .tekst = rij.veld<std::string>("tekst"), .regime = rij.veld<std::string>("regime"),
                                                                           .sleutel = rij.veld<std::optional<std::string>>("sleutel"),
                                                                           .bedrijf = rij.veld<std::optional<registers::BedrijfId>>("bedrijf"),
                                                                           .zekerheid = rij.veld<std::optional<std::string>>("zekerheid")});
    }
    // An address that was found reads as the BAG has it.
    std::vector<std::string> nummers;
    for (const auto& r : uit) {
        for (const auto& g : r.genoemd) {
            if (g.soort == "adres" && g.sleutel) nummers.push_back(*g.sleutel);
        }
    }
    const auto adressen = registers::zoek_adressen(tx, nummers);
    for (auto& r : uit) {
        for (auto& g : r.genoemd) {
            if (g.soort != "adres" || !g.sleutel) continue;
            if (const auto gevonden = adressen.find(*g.sleutel); gevonden != adressen.end()) g.tekst = gevonden->second.weergave;
        }
    }
    for (const auto rij : tx.doe("select regel, soort, wie, wat from gemeenteregister.verband where organisatie = basis.organisatie() and regel = any ($1::uuid[]) order by regel, soort, wie, wat", ids))
        uit.at(plek.at(rij.veld<std::string>("regel"))).verbanden.push_back({rij.veld<std::string>("soort"), rij.veld<GenoemdId>("wie"), rij.veld<GenoemdId>("wat")});
    return uit;
}

/// What is past its term is not shown, also before it is destroyed.
std::vector<Uuid> ids_van(const db::Resultaat& rijen) {
    std::vector<Uuid> uit;
    for (const auto rij : rijen) uit.push_back(rij.veld<Uuid>("id"));
    return uit;
}
constexpr std::string_view zoek_sql = "select distinct r.id, r.gezien_tot is null as staat, coalesce(r.van, r.gezien_van) as wanneer from gemeenteregister.genoemd d"
                                      " join gemeenteregister.regel r on r.organisatie = d.organisatie and r.id = d.regel"
                                      " where d.organisatie = basis.organisatie() and {} and not gemeenteregister.is_over(r) order by 2 desc, 3 desc, 1 limit 200";

}  // namespace

int aantal_registers(db::Transactie& tx) { return tx.een("select count(*) as aantal from gemeenteregister.register where organisatie = basis.organisatie()")[0].veld<int>("aantal"); }

std::vector<Gemeenteregel> bij_adressen(db::Transactie& tx, const std::vector<std::string>& adressen) {
    return regels(tx, ids_van(tx.doe(fmt::format(zoek_sql, "d.adres = any ($1::bigint[])"), adressen)));
}

std::vector<Gemeenteregel> bij_bedrijf(db::Transactie& tx, const registers::BedrijfId& bedrijf) {
    if (tx.doe("select from register.bedrijf where id = $1", bedrijf).leeg()) throw onbekend();
    return regels(tx, ids_van(tx.doe(fmt::format(zoek_sql, "d.soort = 'bedrijf' and d.sleutel = (select lpad(b.kvk_nummer::text, 8, '0') from register.bedrijf b where b.id = $1)"), bedrijf)));
}

}  // namespace damwand::gemeenteregister::store
