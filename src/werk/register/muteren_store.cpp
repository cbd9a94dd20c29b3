// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/register/store.hpp"

namespace damwand::registers {
namespace {

/// The statuses of a type that say that the object is no more.
template <class Status>
std::vector<std::int16_t> eindstatussen() {
    std::vector<std::int16_t> uit;
    for (std::int16_t i = 1; i <= 10; ++i) {
        if (bag::is_eindstatus(static_cast<Status>(i))) uit.push_back(i);
    }
    return uit;
}
std::vector<std::int16_t> eindstatussen(bag::ObjectType type) {
    using bag::ObjectType;
    switch (type) {
        case ObjectType::woonplaats: return eindstatussen<bag::WoonplaatsStatus>();
        case ObjectType::openbare_ruimte:
        case ObjectType::nummeraanduiding: return eindstatussen<bag::NaamgevingStatus>();
        case ObjectType::verblijfsobject: return eindstatussen<bag::VerblijfsobjectStatus>();
        case ObjectType::ligplaats:
        case ObjectType::standplaats: return eindstatussen<bag::PlaatsStatus>();
        case ObjectType::pand: return eindstatussen<bag::PandStatus>();
    }
    return {};
}

}  // namespace

std::string sql_kopieer_mutaties(std::string_view tabel) { return fmt::format("copy pg_temp.mutatie_{} from stdin (format binary)", tabel); }

void ruimere_buffers(db::Transactie& tx) {
    // Refused when the session has used temporary tables before with another size: then they go by way of files, as they would.
    tx.verbinding().script("do $$ begin perform set_config('temp_buffers', '128MB', false); exception when others then null; end $$");
}

void maak_mutatietabellen(db::Transactie& tx) {
    const auto maak = [&](std::string_view tabel) {
        tx.verbinding().script(fmt::format("create temporary table mutatie_{0} (like register.{0}, volgnummer bigint not null, soort smallint not null, was boolean not null,"
                                           " actueel boolean not null, bestand integer not null, regel integer not null) on commit drop", tabel));
    };
    for (const auto type : bag::alle_objecttypen) maak(tabelnaam(type));
    maak("in_onderzoek");
    tx.verbinding().script("create temporary table misfit (type text not null, identificatie bigint not null, voorkomen integer not null, bestand integer not null,"
                           " regel integer not null, reden text not null) on commit drop;"
                           " create temporary table geraakt (identificatie bigint primary key) on commit drop");
}

std::vector<Gemeentestand> gemeentestanden(db::Transactie& tx) {
    std::vector<Gemeentestand> uit;
    for (const auto rij : tx.doe("select code, naam, standdatum from register.gemeente order by code")) {
        uit.push_back({{{rij.veld<std::int16_t>("code")}, rij.veld<std::string>("naam")}, rij.veld<Datum>("standdatum")});
    }
    return uit;
}

void toets_mutaties(db::Transactie& tx, const std::vector<std::int16_t>& codes, const std::vector<std::string>& bestanden, Muteerverslag& verslag) {
    for (const auto type : bag::alle_objecttypen) {
        verslag.elders += tx.doe("select register.toets_mutaties($1, $2::smallint[]) as elders", tabelnaam(type), codes)[0].veld<std::uint64_t>("elders");
    }
    verslag.aantal_misfit = tx.doe("select count(*) as aantal from pg_temp.misfit")[0].veld<std::uint64_t>("aantal");
    for (const auto rij : tx.doe("select * from pg_temp.misfit order by bestand, regel limit 100")) {
        for (const auto type : bag::alle_objecttypen) {
            if (tabelnaam(type) != rij.veld<std::string>("type")) continue;
            const auto id = rij.veld<std::int64_t>("identificatie");
            verslag.misfits.push_back({.type = std::string(bag::code(type)),
                                       .identificatie = type == bag::ObjectType::woonplaats ? fmt::format("{:04}", id) : fmt::format("{:016}", id),
                                       .voorkomen = rij.veld<int>("voorkomen"),
                                       .bestand = bestanden.at(rij.veld<std::size_t>("bestand")),
                                       .regel = rij.veld<int>("regel"),
                                       .reden = rij.veld<std::string>("reden")});
        }
    }
}

std::vector<std::int16_t> verwerk_mutaties(db::Transactie& tx, const std::vector<std::int16_t>& codes, Muteerverslag& verslag) {
    std::vector<std::int16_t> geraakt;
    for (const auto type : bag::alle_objecttypen) {
        const auto r = tx.doe("select unnest(register.verwerk_mutaties($1, $2::date, $3::date, $4::smallint[], $5::smallint[])) as gemeente", tabelnaam(type),
                              verslag.vanaf, verslag.standdatum, codes, eindstatussen(type));
        for (const auto rij : r) geraakt.push_back(rij.veld<std::int16_t>("gemeente"));
        verslag.dubbel += maak_enkel(tx, type, codes, false, true);
    }
    tx.doe("select register.verwerk_mutaties_in_onderzoek($1::smallint[])", codes);
    tx.doe("select register.bepaal_geraakt()");
    std::sort(geraakt.begin(), geraakt.end());
    geraakt.erase(std::unique(geraakt.begin(), geraakt.end()), geraakt.end());
    return geraakt;
}

}  // namespace damwand::registers
