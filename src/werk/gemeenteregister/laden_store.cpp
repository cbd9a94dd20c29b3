// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "werk/gemeenteregister/store.hpp"

/// What a load writes.
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

}  // namespace damwand::gemeenteregister::store
