// SPDX-License-Identifier: EUPL-1.2
#include "werk/register/store.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/fout.hpp"

namespace damwand::registers {
namespace {

constexpr std::string_view kolommen =
    "a.nummeraanduiding, a.actief, coalesce(a.straat, 0) as straat, a.straatnaam, a.huisnummer, a.huisletter, "
    "a.toevoeging, a.postcode,"
    " a.woonplaatsnaam";

std::string id16(std::int64_t id) { return fmt::format("{:016}", id); }

/// "Kerkstraat 12b-3, 1381 AB Weesp"; what is unknown is left out.
std::string weergave(const Adres& a) {
    std::string uit = a.straat.empty() ? std::to_string(a.huisnummer) : fmt::format("{} {}", a.straat, a.huisnummer);
    if (a.huisletter) uit += *a.huisletter;
    if (a.toevoeging) uit += "-" + *a.toevoeging;
    const std::string postcode = a.postcode ? a.postcode->substr(0, 4) + " " + a.postcode->substr(4) : "";
    if (!postcode.empty() || !a.woonplaats.empty()) uit += ",";
    if (!postcode.empty()) uit += " " + postcode;
    if (!a.woonplaats.empty()) uit += " " + a.woonplaats;
    return uit;
}

Adresregel lees(const db::Rij& rij) {
    Adresregel uit;
    auto& a = uit.adres;
    a.nummeraanduiding = id16(rij.veld<std::int64_t>("nummeraanduiding"));
    a.straat = rij.veld<std::string>("straatnaam");
    a.huisnummer = rij.veld<int>("huisnummer");
    a.huisletter = rij.veld<std::optional<std::string>>("huisletter");
    a.toevoeging = rij.veld<std::optional<std::string>>("toevoeging");
    a.postcode = rij.veld<std::optional<std::string>>("postcode");
    a.woonplaats = rij.veld<std::string>("woonplaatsnaam");
    a.actief = rij.veld<bool>("actief");
    a.weergave = weergave(a);
    uit.straat = rij.veld<std::int32_t>("straat");
    uit.achter = a.huisletter.value_or("") + a.toevoeging.value_or("");
    std::transform(uit.achter.begin(), uit.achter.end(), uit.achter.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return uit;
}

std::vector<Adresregel> lees_alle(const db::Resultaat& rijen) {
    std::vector<Adresregel> uit;
    uit.reserve(static_cast<std::size_t>(rijen.aantal()));
    for (const auto rij : rijen) uit.push_back(lees(rij));
    return uit;
}

/// The number behind 16 digits of a nummeraanduiding.
std::optional<std::int64_t> lees_nummer(std::string_view tekst) {
    const auto id = bag::NummeraanduidingId::lees(tekst);
    if (!id) return std::nullopt;
    return static_cast<std::int64_t>(id->waarde);
}

template <class Lijst>
std::string statusnaam(int status) {
    return std::string(bag::naam(static_cast<Lijst>(status)));
}

std::vector<AdresPand> panden_van(db::Transactie& tx, const std::string& ids) {
    std::vector<AdresPand> uit;
    for (const auto rij : tx.doe(
             "select distinct on (p.identificatie) p.identificatie, p.bouwjaar, p.status from register.pand_voorkomen p"
             " where p.identificatie = any ($1::bigint[]) and p.bestandsoort = 1"
             " order by p.identificatie, p.actueel desc, p.begin_geldigheid desc, p.voorkomen desc",
             ids)) {
        uit.push_back({.identificatie = id16(rij.veld<std::int64_t>("identificatie")),
                       .bouwjaar = rij.veld<int>("bouwjaar"),
                       .status = statusnaam<bag::PandStatus>(rij.veld<int>("status"))});
    }
    return uit;
}

// Objects of an address: those that name it now; when none does, the last one that did.
constexpr std::string_view sql_objecten =
    "with adres as (select nummeraanduiding, object from register.adres where nummeraanduiding = $1),"
    " nu as ("
    "  select 1 as soort, v.identificatie, v.status, v.gebruiksdoelen, v.oppervlakte, v.panden, v.geometrie, "
    "v.hoofdadres"
    "    from register.verblijfsobject v where v.hoofdadres = $1 or v.nevenadressen @> array[$1::bigint]"
    "  union all select 2, s.identificatie, s.status, null, null, null, s.geometrie, s.hoofdadres"
    "    from register.standplaats s where s.hoofdadres = $1 or s.nevenadressen @> array[$1::bigint]"
    "  union all select 3, l.identificatie, l.status, null, null, null, l.geometrie, l.hoofdadres"
    "    from register.ligplaats l where l.hoofdadres = $1 or l.nevenadressen @> array[$1::bigint]),"
    " toen as ("
    "  (select 1 as soort, v.identificatie, v.status, v.gebruiksdoelen, v.oppervlakte, v.panden, v.geometrie, "
    "v.hoofdadres"
    "     from register.verblijfsobject_historie v join adres a on v.identificatie = a.object"
    "    order by v.begin_geldigheid desc, v.voorkomen desc limit 1)"
    "  union all (select 2, s.identificatie, s.status, null, null, null, s.geometrie, s.hoofdadres"
    "     from register.standplaats_historie s join adres a on s.identificatie = a.object"
    "    order by s.begin_geldigheid desc, s.voorkomen desc limit 1)"
    "  union all (select 3, l.identificatie, l.status, null, null, null, l.geometrie, l.hoofdadres"
    "     from register.ligplaats_historie l join adres a on l.identificatie = a.object"
    "    order by l.begin_geldigheid desc, l.voorkomen desc limit 1))"
    " select distinct on (soort, identificatie) soort, identificatie, status, gebruiksdoelen, oppervlakte, panden,"
    "        public.st_x(public.st_pointonsurface(geometrie)) as x, public.st_y(public.st_pointonsurface(geometrie)) "
    "as y,"
    "        hoofdadres = $1 as hoofd"
    "   from (select * from nu union all select * from toen where not exists (select from nu)) o"
    "  order by soort, identificatie";

AdresObject lees_object(db::Transactie& tx, const db::Rij& rij) {
    static constexpr std::array<std::string_view, 4> soorten{"", "verblijfsobject", "standplaats", "ligplaats"};
    const auto soort = rij.veld<std::size_t>("soort");
    const int status = rij.veld<int>("status");
    AdresObject uit{
        .identificatie = id16(rij.veld<std::int64_t>("identificatie")),
        .soort = std::string(soorten.at(soort)),
        .status = soort == 1 ? statusnaam<bag::VerblijfsobjectStatus>(status) : statusnaam<bag::PlaatsStatus>(status),
        .gebruiksdoelen = {},
        .oppervlakte = rij.veld<std::optional<int>>("oppervlakte"),
        .panden = {}};
    if (!rij.leeg("gebruiksdoelen")) {
        for (const auto& doel : rij.veld<std::vector<std::string>>("gebruiksdoelen")) {
            uit.gebruiksdoelen.push_back(statusnaam<bag::Gebruiksdoel>(std::stoi(doel)));
        }
    }
    if (!rij.leeg("panden")) uit.panden = panden_van(tx, rij.veld<std::string>("panden"));
    return uit;
}

}  // namespace

std::int64_t laatste_lading(db::Transactie& tx) {
    return tx.doe("select coalesce(max(id), 0) as id from register.lading")[0].veld<std::int64_t>("id");
}

std::vector<Straatregel> alle_straten(db::Transactie& tx) {
    std::vector<Straatregel> uit;
    for (const auto rij :
         tx.doe("select id, woonplaats, gevouwen, woonplaats_gevouwen from register.straat order by id")) {
        uit.push_back({.id = rij.veld<std::int32_t>("id"),
                       .woonplaats = rij.veld<std::int16_t>("woonplaats"),
                       .gevouwen = rij.veld<std::string>("gevouwen"),
                       .woonplaats_gevouwen = rij.veld<std::string>("woonplaats_gevouwen")});
    }
    return uit;
}

std::vector<Adresregel> adressen_op_nummer(db::Transactie& tx, const std::vector<std::int32_t>& straten,
                                           const std::vector<std::int32_t>& nummers) {
    return lees_alle(
        tx.doe(fmt::format("select {} from unnest($1::integer[], $2::integer[]) v (straat, nummer)"
                           " join register.adres a on a.straat = v.straat and a.huisnummer = v.nummer limit 2000",
                           kolommen),
               straten, nummers));
}

std::vector<Adresregel> adressen_van_straten(db::Transactie& tx, const std::vector<std::int32_t>& straten,
                                             int per_straat) {
    return lees_alle(tx.doe(
        fmt::format(
            "select {} from unnest($1::integer[]) v (straat) cross join lateral ("
            " select * from register.adres b where b.straat = v.straat"
            " order by b.actief desc, b.huisnummer, b.huisletter nulls first, b.toevoeging nulls first limit $2) a",
            kolommen),
        straten, per_straat));
}

std::vector<Adresregel> adressen_op_postcode(db::Transactie& tx, std::string_view postcode,
                                             const std::vector<std::int32_t>& nummers) {
    // ~>=~ compares bytes whatever the collation of the database, so the index serves prefixes.
    return lees_alle(tx.doe(
        fmt::format(
            "select {} from register.adres a where a.postcode ~>=~ $1 and a.postcode ~<~ ($1 || '~')"
            " and (cardinality($2::integer[]) = 0 or a.huisnummer = any ($2::integer[]))"
            " order by a.actief desc, a.postcode, a.huisnummer, a.huisletter nulls first, a.toevoeging nulls first"
            " limit 200",
            kolommen),
        postcode, nummers));
}

std::optional<Adres> zoek_adres(db::Transactie& tx, std::string_view nummeraanduiding) {
    const auto id = lees_nummer(nummeraanduiding);
    if (!id) return std::nullopt;
    const auto rijen =
        tx.doe(fmt::format("select {} from register.adres a where a.nummeraanduiding = $1", kolommen), *id);
    if (rijen.leeg()) return std::nullopt;
    return lees(rijen[0]).adres;
}

std::map<std::string, Adres> zoek_adressen(db::Transactie& tx, const std::vector<std::string>& nummeraanduidingen) {
    std::map<std::string, Adres> uit;
    for (const auto rij : tx.doe(fmt::format("select {} from register.adres a where a.nummeraanduiding = any ($1::bigint[])", kolommen), nummeraanduidingen)) {
        auto adres = lees(rij).adres;
        uit.emplace(adres.nummeraanduiding, std::move(adres));
    }
    return uit;
}

AdresMetObjecten toon_adres(db::Transactie& tx, std::string_view nummeraanduiding) {
    auto adres = zoek_adres(tx, nummeraanduiding);
    if (!adres) throw onbekend();
    const auto id = *lees_nummer(nummeraanduiding);
    AdresMetObjecten uit;
    static_cast<Adres&>(uit) = std::move(*adres);
    uit.standdatum = tx.een(
                           "select g.standdatum from register.adres a join register.gemeente g on g.code = a.gemeente"
                           " where a.nummeraanduiding = $1",
                           id)[0]
                         .veld<Datum>("standdatum");
    for (const auto rij : tx.doe(sql_objecten, id)) {
        const RdPlek plek{.x = rij.veld<double>("x"), .y = rij.veld<double>("y")};
        if (!uit.rd || rij.veld<bool>("hoofd")) uit.rd = plek;
        uit.objecten.push_back(lees_object(tx, rij));
    }
    return uit;
}

std::vector<json::bj::value> voorkomens_van(db::Transactie& tx, bag::ObjectType type, std::uint64_t id) {
    std::vector<json::bj::value> uit;
    for (const auto rij : tx.doe(
             fmt::format("select pg_catalog.to_jsonb(v) as rij from register.{}_voorkomen v where v.identificatie = $1"
                         " order by v.bestandsoort, v.voorkomen",
                         tabelnaam(type)),
             id)) {
        uit.push_back(rij.veld<json::bj::value>("rij"));
    }
    return uit;
}

}  // namespace damwand::registers
