// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "base/fout.hpp"
#include "werk/register/register.hpp"

namespace damwand::registers {
namespace {

std::string id16(std::int64_t id) { return fmt::format("{:016}", id); }

std::int64_t eis_nummer(std::string_view identificatie) {
    const auto id = bag::PandId::lees(identificatie);
    if (!id) throw onbekend();
    return static_cast<std::int64_t>(id->waarde);
}

// Every version of an object that is or was in building $1, its last one there first. register.kaartobject names the first
// building of an object only; the few that are in several have an index of their own.
constexpr std::string_view sql_inhoud =
    "with o as (select identificatie from register.kaartobject where pand = $1"
    "     union select identificatie from register.verblijfsobject where cardinality(panden) > 1 and panden @> array[$1::bigint]"
    "     union select identificatie from register.verblijfsobject_historie where cardinality(panden) > 1 and panden @> array[$1::bigint]),"
    " v as (select v.identificatie, v.voorkomen, v.actueel, v.status, v.gebruiksdoelen, v.oppervlakte, v.begin_geldigheid, v.hoofdadres,"
    "              array_prepend(v.hoofdadres, coalesce(v.nevenadressen, '{}')) as adressen"
    "         from o join register.verblijfsobject_voorkomen v using (identificatie) where v.bestandsoort = 1 and v.panden @> array[$1::bigint])";

std::vector<Pandversie> versies(db::Transactie& tx, std::int64_t nummer) {
    std::vector<Pandversie> uit;
    for (const auto rij : tx.doe("select begin_geldigheid, eind_geldigheid, bouwjaar, status from register.pand_voorkomen where identificatie = $1 and bestandsoort = 1"
                                 " order by begin_geldigheid desc, tijdstip_registratie desc, voorkomen desc",
                                 nummer)) {
        uit.push_back({.van = rij.veld<Datum>("begin_geldigheid"),
                       .tot = rij.veld<std::optional<Datum>>("eind_geldigheid"),
                       .bouwjaar = rij.veld<int>("bouwjaar"),
                       .status = std::string(bag::naam(static_cast<bag::PandStatus>(rij.veld<int>("status"))))});
    }
    return uit;
}

std::vector<PandObject> objecten(db::Transactie& tx, std::int64_t nummer) {
    constexpr int meeste_objecten = 1000;
    std::vector<PandObject> uit;
    std::vector<std::vector<std::string>> nummers;
    std::vector<std::string> alle;
    for (const auto rij : tx.doe(fmt::format("{} select l.*, l.actueel and l.status in (3, 4, 5, 7) as huidig from (select distinct on (identificatie) * from v order by identificatie, actueel desc, begin_geldigheid desc, voorkomen desc) l"
                                             " left join register.adres a on a.nummeraanduiding = l.hoofdadres"
                                             " order by huidig desc, a.straatnaam, a.huisnummer, a.huisletter nulls first, a.toevoeging nulls first, l.identificatie limit $2",
                                             sql_inhoud),
                                 nummer, meeste_objecten)) {
        const auto status = static_cast<bag::VerblijfsobjectStatus>(rij.veld<int>("status"));
        PandObject een{.identificatie = id16(rij.veld<std::int64_t>("identificatie")),
                       .status = std::string(bag::naam(status)),
                       .gebruiksdoelen = {},
                       .oppervlakte = rij.veld<std::optional<int>>("oppervlakte"),
                       .adressen = {},
                       .huidig = rij.veld<bool>("huidig")};
        for (const auto& doel : rij.veld<std::vector<std::string>>("gebruiksdoelen")) een.gebruiksdoelen.emplace_back(bag::naam(static_cast<bag::Gebruiksdoel>(std::stoi(doel))));
        auto hier = rij.veld<std::vector<std::string>>("adressen");
        for (auto& n : hier) alle.push_back(n = id16(std::stoll(n)));
        nummers.push_back(std::move(hier));
        uit.push_back(std::move(een));
    }
    const auto namen = zoek_adressen(tx, alle);
    for (std::size_t i = 0; i < uit.size(); ++i) {
        for (const auto& n : nummers[i]) {
            if (const auto gevonden = namen.find(n); gevonden != namen.end()) uit[i].adressen.push_back(gevonden->second);
        }
    }
    return uit;
}

}  // namespace

Pand toon_pand(db::Transactie& tx, std::string_view identificatie) {
    const auto nummer = eis_nummer(identificatie);
    Pand uit{.identificatie = std::string(identificatie), .bouwjaar = 0, .status = {}, .huidig = false, .objecten = {}, .versies = versies(tx, nummer), .uitsnede = {}, .standdatum = {}};
    if (uit.versies.empty()) throw onbekend();
    uit.bouwjaar = uit.versies.front().bouwjaar;
    uit.status = uit.versies.front().status;
    uit.objecten = objecten(tx, nummer);
    const auto rijen = tx.een("select exists (select from register.pand p where p.identificatie = $1 and p.status in (4, 5, 6, 7, 9)) as huidig,"
                              "       (select max(g.standdatum) from register.pand_voorkomen p join register.gemeente g on g.code = p.gemeente where p.identificatie = $1) as standdatum",
                              nummer);
    uit.huidig = rijen[0].veld<bool>("huidig");
    uit.standdatum = rijen[0].veld<std::optional<Datum>>("standdatum");
    for (const auto rij : tx.doe("select public.st_xmin(k.fijn) as west, public.st_ymin(k.fijn) as zuid, public.st_xmax(k.fijn) as oost, public.st_ymax(k.fijn) as noord"
                                 "  from register.kaartpand k where k.identificatie = $1 order by k.van desc limit 1",
                                 nummer))
        uit.uitsnede = {.west = rij.veld<double>("west"), .zuid = rij.veld<double>("zuid"), .oost = rij.veld<double>("oost"), .noord = rij.veld<double>("noord")};
    return uit;
}

std::vector<std::string> adressen_in_pand(db::Transactie& tx, std::string_view identificatie) {
    const auto nummer = eis_nummer(identificatie);
    if (tx.een("select exists (select from register.pand_voorkomen where identificatie = $1) as er", nummer)[0].veld<bool>("er") == false) throw onbekend();
    std::vector<std::string> uit;
    for (const auto rij : tx.doe(fmt::format("{} select distinct unnest(adressen) as nummer from v order by 1", sql_inhoud), nummer)) uit.push_back(id16(rij.veld<std::int64_t>("nummer")));
    return uit;
}

std::map<std::string, KaartPunt> punten_van_adressen(db::Transactie& tx, const std::vector<std::string>& adressen, const std::optional<std::string>& vlak) {
    std::map<std::string, KaartPunt> uit;
    for (const auto rij : tx.doe("select a.nummeraanduiding, public.st_x(k.punt) as x, public.st_y(k.punt) as y from register.adres a"
                                 " cross join lateral (select o.punt, o.plek from register.kaartobject o where o.identificatie = a.object order by o.van desc limit 1) k"
                                 " where a.nummeraanduiding = any ($1::bigint[]) and ($2::text is null or public.st_intersects(k.plek, $2::public.geometry))",
                                 adressen, vlak))
        uit.emplace(id16(rij.veld<std::int64_t>("nummeraanduiding")), KaartPunt{rij.veld<double>("x"), rij.veld<double>("y")});
    return uit;
}

std::map<std::string, KaartPunt> punten_van_panden(db::Transactie& tx, const std::vector<std::string>& panden) {
    std::map<std::string, KaartPunt> uit;
    for (const auto rij : tx.doe("select k.identificatie, public.st_x(m.punt) as x, public.st_y(m.punt) as y"
                                 "  from (select distinct on (identificatie) identificatie, plek from register.kaartpand where identificatie = any ($1::bigint[]) order by identificatie, van desc) k"
                                 " cross join lateral (select public.st_transform(k.plek, 3857) as punt) m",
                                 panden))
        uit.emplace(id16(rij.veld<std::int64_t>("identificatie")), KaartPunt{rij.veld<double>("x"), rij.veld<double>("y")});
    return uit;
}

}  // namespace damwand::registers
