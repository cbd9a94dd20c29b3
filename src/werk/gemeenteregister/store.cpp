// SPDX-License-Identifier: EUPL-1.2
#include "werk/gemeenteregister/store.hpp"

#include <fmt/format.h>

#include <map>

#include "base/fout.hpp"
#include "base/tekst.hpp"

namespace damwand::gemeenteregister::store {
namespace {

namespace bj = json::bj;

template <class T>
bj::value of_niets(const std::optional<T>& w) {
    return w ? bj::value(*w) : bj::value(nullptr);
}
bj::value dag(const std::optional<Datum>& w) { return w ? bj::value(tekst(*w)) : bj::value(nullptr); }

bj::object als_json(const Rij& r, std::uint64_t volgnummer) {
    bj::array genoemd, verbanden;
    for (const auto& g : r.genoemd) {
        genoemd.push_back(bj::object{{"rol", g.rol}, {"soort", g.soort}, {"tekst", g.tekst}, {"sleutel", of_niets(g.sleutel)}, {"regime", g.regime}, {"straat", of_niets(g.straat)},
                                     {"huisnummer", of_niets(g.huisnummer)}, {"huisletter", of_niets(g.huisletter)}, {"toevoeging", of_niets(g.toevoeging)},
                                     {"postcode", of_niets(g.postcode)}, {"plaats", of_niets(g.plaats)}, {"straat_gevouwen", vouw(g.straat.value_or(""))},
                                     {"plaats_gevouwen", vouw(g.plaats.value_or(""))}});
    }
    for (const auto& v : r.verbanden) verbanden.push_back(bj::object{{"soort", v.soort}, {"wie", v.wie}, {"wat", v.wat}});
    return {{"volgnummer", volgnummer}, {"sleutel", r.sleutel}, {"titel", r.titel}, {"van", dag(r.van)}, {"tot", dag(r.tot)}, {"velden", json::schrijf(r.velden)},
            {"genoemd", std::move(genoemd)}, {"verbanden", std::move(verbanden)}};
}

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
                                 "  from gemeenteregister.genoemd d left join register.bedrijf b on d.soort = 'bedrijf' and b.kvk_nummer = d.sleutel::integer"
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

OrganisatieId organisatie_van(db::Pool& lader, const std::string& code) {
    for (const auto& [naam, nummer] : organisaties(lader)) {
        if (naam == code) return nummer;
    }
    throw Fout(FoutSoort::ongeldig, "organisatie", "Deze organisatie is er niet.");
}

std::vector<std::pair<std::string, OrganisatieId>> organisaties(db::Pool& lader) {
    db::Transactie tx(lader, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    std::vector<std::pair<std::string, OrganisatieId>> uit;
    for (const auto rij : tx.doe("select code, nummer from toegang.organisatie where nummer > 0 order by nummer")) uit.emplace_back(rij.veld<std::string>("code"), rij.veld<OrganisatieId>("nummer"));
    return uit;
}

void begin(db::Transactie& tx, const Mapping& mapping, Datum standdatum) {
    std::vector<VeldFout> fouten;
    const auto verbanden = mapping.verbanden.value_or(std::vector<Verbandwijze>{});
    for (std::size_t nr = 0; nr < verbanden.size(); ++nr) {
        if (tx.doe("select from basis.stamcode where lijst = 'verbandsoort' and code = $1", verbanden[nr].soort).leeg())
            fouten.push_back({fmt::format("/verbanden/{}/soort", nr), "onbekend", "Deze soort verband bestaat niet."});
    }
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "mapping-ongeldig", "De mapping klopt niet. Zie de genoemde plekken.", std::move(fouten));
    tx.doe("select pg_advisory_xact_lock(hashtext('gemeenteregister'), basis.organisatie())");
    const auto eerder = tx.doe("select standdatum from gemeenteregister.register where organisatie = basis.organisatie() and code = $1", mapping.register_);
    if (!eerder.leeg() && eerder[0].veld<Datum>("standdatum") > standdatum)
        throw Fout(FoutSoort::ongeldig, "register-ouder", fmt::format("De laatste levering van dit register is van {}; deze is ouder. Er is niets gewijzigd.", tekst(eerder[0].veld<Datum>("standdatum"))));
    tx.verbinding().script("create temporary table nieuwe_regel (volgnummer bigint, sleutel text, titel text, van date, tot date, velden jsonb, genoemd jsonb, verbanden jsonb, inhoud bytea, id uuid) on commit drop");
}

void voeg_toe(db::Transactie& tx, std::span<const Rij> rijen, std::uint64_t eerste) {
    if (rijen.empty()) return;
    bj::array alle;
    for (const auto& r : rijen) alle.push_back(als_json(r, eerste++));
    tx.doe("insert into pg_temp.nieuwe_regel select r.volgnummer, r.sleutel, r.titel, r.van, r.tot, r.velden, r.genoemd, r.verbanden,"
           "       sha256(convert_to(jsonb_build_array(r.titel, r.van, r.tot, r.velden, r.genoemd, r.verbanden)::text, 'UTF8')), gen_random_uuid()"
           "  from jsonb_to_recordset($1::jsonb) as r (volgnummer bigint, sleutel text, titel text, van date, tot date, velden jsonb, genoemd jsonb, verbanden jsonb)",
           bj::value(std::move(alle)));
}

void verwerk(db::Transactie& tx, const Mapping& mapping, const LaadOpties& opties, Laadverslag& v) {
    // The register first: its rows refer to it. What is not known yet comes with leg_vast.
    tx.doe("insert into gemeenteregister.register (organisatie, code, naam, bron, doel, grondslag, bewaarmaanden, regime, mapping, standdatum, geladen_op, operatie, bestand, tellingen)"
           " values (basis.organisatie(), $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::date, basis.nu(), basis.operatie(), '{}', '{}')"
           " on conflict (organisatie, code) do update set naam = excluded.naam, bron = excluded.bron, doel = excluded.doel, grondslag = excluded.grondslag, bewaarmaanden = excluded.bewaarmaanden,"
           " regime = excluded.regime, mapping = excluded.mapping, standdatum = excluded.standdatum, geladen_op = excluded.geladen_op, operatie = excluded.operatie",
           mapping.register_, mapping.naam, mapping.bron, mapping.doel, mapping.grondslag, mapping.bewaarmaanden, regime_van(mapping), json::schrijf(mapping), opties.standdatum);
    const auto r = tx.een("select * from gemeenteregister.verwerk($1, $2::date, $3)", mapping.register_, opties.standdatum, opties.volledig);
    v.nieuw = r[0].veld<std::uint64_t>("nieuw");
    v.gewijzigd = r[0].veld<std::uint64_t>("gewijzigd");
    v.gelijk = r[0].veld<std::uint64_t>("gelijk");
    v.dubbel = r[0].veld<std::uint64_t>("dubbel");
    v.verlopen = r[0].veld<std::uint64_t>("verlopen");
    v.vervallen = r[0].veld<std::uint64_t>("vervallen");
    v.adressen = r[0].veld<std::uint64_t>("adressen");
    v.adressen_gevonden = r[0].veld<std::uint64_t>("gevonden");
    if (v.gelezen != v.nieuw + v.gewijzigd + v.gelijk + v.dubbel + v.verlopen)
        throw Fout(FoutSoort::intern, "register-telling", "De aantallen kloppen niet: gelezen is niet verwerkt plus overgeslagen. Er is niets gewijzigd.");
}

void leg_vast(db::Transactie& tx, const Mapping& mapping, const registers::Bron& bron, const LaadOpties& opties, const Laadverslag& v) {
    tx.doe("update gemeenteregister.register set bestand = $2::jsonb, tellingen = $3::jsonb where organisatie = basis.organisatie() and code = $1", mapping.register_,
           bj::value{{"naam", bron.naam}, {"bytes", bron.bytes}, {"sha256", bron.sha256}},
           bj::value{{"gelezen", v.gelezen}, {"afgekeurd", v.afgekeurd}, {"nieuw", v.nieuw}, {"gewijzigd", v.gewijzigd}, {"gelijk", v.gelijk}, {"dubbel", v.dubbel}, {"verlopen", v.verlopen},
                     {"vervallen", v.vervallen}, {"volledig", opties.volledig}});
    meld(tx, "gemeenteregisterLaden", "gelukt", 200, std::nullopt);
}

std::uint64_t vergeet(db::Transactie& tx) { return tx.een("select gemeenteregister.vergeet() as aantal")[0].veld<std::uint64_t>("aantal"); }

void meld(db::Transactie& tx, std::string_view handeling, std::string_view resultaat, int status, const std::optional<std::string>& code) {
    tx.doe("select logboek.schrijf(null, null, null, null, $1, (select id from logboek.activiteit where code = 'gemeenteregisters-raadplegen' order by versie desc limit 1), 'lading', null, null, $2,"
           " $3::smallint, 'opdrachtregel', $4, decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), '{}'::uuid[], '{}'::bytea[], '{}'::text[], true)",
           handeling, resultaat, status, code);
}

int aantal_registers(db::Transactie& tx) { return tx.een("select count(*) as aantal from gemeenteregister.register where organisatie = basis.organisatie()")[0].veld<int>("aantal"); }

std::vector<Gemeenteregel> bij_adressen(db::Transactie& tx, const std::vector<std::string>& adressen) {
    return regels(tx, ids_van(tx.doe(fmt::format(zoek_sql, "d.adres = any ($1::bigint[])"), adressen)));
}

std::vector<Gemeenteregel> bij_bedrijf(db::Transactie& tx, const registers::BedrijfId& bedrijf) {
    if (tx.doe("select from register.bedrijf where id = $1", bedrijf).leeg()) throw onbekend();
    return regels(tx, ids_van(tx.doe(fmt::format(zoek_sql, "d.soort = 'bedrijf' and d.sleutel = (select lpad(b.kvk_nummer::text, 8, '0') from register.bedrijf b where b.id = $1)"), bedrijf)));
}

}  // namespace damwand::gemeenteregister::store
