// SPDX-License-Identifier: EUPL-1.2
#include "werk/kaart/store.hpp"

#include <fmt/format.h>

#include "base/fout.hpp"

namespace damwand::kaart::store {
namespace {

std::string id16(std::int64_t id) { return fmt::format("{:016}", id); }

/// Text of a polygon as PostGIS reads it; rings are closed here.
std::string wkt(const std::vector<std::vector<KaartPunt>>& ringen) {
    std::string uit = "POLYGON(";
    for (const auto& ring : ringen) {
        uit += &ring == ringen.data() ? "(" : ",(";
        for (const auto& p : ring) uit += fmt::format("{} {},", p.x, p.y);
        uit += fmt::format("{} {})", ring.front().x, ring.front().y);
    }
    return uit + ")";
}

constexpr std::string_view geldt = "k.van <= $2::date and (k.tot is null or k.tot > $2::date)";

/// Rows of an area: $1 the area, $2 the day, $3 uses, $4 and $5 years.
std::string bron(bool panden) {
    return panden ? fmt::format("select 0 as soort, k.identificatie, n.nummeraanduiding, k.gebruik, null::integer as oppervlakte, k.bouwjaar::integer as bouwjaar, k.objecten, k.plek"
                                "  from register.kaartpand k left join lateral (select o.nummeraanduiding from register.kaartobject o"
                                "   where o.pand = k.identificatie and o.van <= $2::date and (o.tot is null or o.tot > $2::date) order by o.nummeraanduiding limit 1) n on true"
                                " where public.st_intersects(k.plek, $1::public.geometry) and {} and ($3::smallint[] is null or k.gebruik = any ($3))"
                                "   and ($4::integer is null or k.bouwjaar >= $4) and ($5::integer is null or k.bouwjaar <= $5)",
                                geldt)
                  : fmt::format("select k.soort, k.identificatie, k.nummeraanduiding, k.gebruik, k.oppervlakte, p.bouwjaar, coalesce(p.objecten, 0) as objecten, k.plek"
                                "  from register.kaartobject k left join lateral (select o.bouwjaar::integer as bouwjaar, o.objecten from register.kaartpand o"
                                "   where o.identificatie = k.pand and o.van <= $2::date and (o.tot is null or o.tot > $2::date) limit 1) p on true"
                                " where public.st_intersects(k.plek, $1::public.geometry) and {} and ($3::smallint[] is null or k.gebruik = any ($3))"
                                "   and ($4::integer is null or p.bouwjaar >= $4) and ($5::integer is null or p.bouwjaar <= $5)",
                                geldt);
}

db::Parameter reeks_of_niets(const std::optional<std::vector<int>>& waarden) { return waarden ? db::parameter(*waarden) : db::Parameter{}; }

std::string volgorde(const Zoek& z) {
    const std::string_view richting = z.aflopend ? "desc nulls last" : "asc nulls last";
    if (z.sorteer != "adres") return fmt::format("b.{} {}, b.identificatie", z.sorteer, richting);
    return fmt::format("a.straatnaam {0}, a.woonplaatsnaam {0}, a.huisnummer {0}, a.huisletter {1}, a.toevoeging {1}, b.identificatie", richting,
                       z.aflopend ? "desc nulls last" : "asc nulls first");
}

Uitsnede lees_uitsnede(const db::Rij& rij) {
    return {.west = rij.veld<double>("west"), .zuid = rij.veld<double>("zuid"), .oost = rij.veld<double>("oost"), .noord = rij.veld<double>("noord")};
}

std::string kilometers(const db::Resultaat& r) { return r[0].veld<std::string>("km"); }

constexpr std::string_view sql_km =
    "concat_ws(',', floor(public.st_xmin(v.vlak) / 1000), floor(public.st_ymin(v.vlak) / 1000), ceil(public.st_xmax(v.vlak) / 1000), ceil(public.st_ymax(v.vlak) / 1000)) as km";

}  // namespace

Datum dag(db::Transactie& tx, const std::optional<Datum>& peildatum) {
    return peildatum ? *peildatum : tx.een("select basis.vandaag() as dag")[0].veld<Datum>("dag");
}

std::string stand(db::Transactie& tx) {
    return tx.een(fmt::format("select {} as stand", sql_stand))[0].veld<std::string>("stand");
}

Kaartstand overzicht(db::Transactie& tx) {
    Kaartstand uit{.stand = stand(tx), .uitsnede = {}, .vanaf = {}, .standdatum = {}, .indelingen = {}};
    const auto rijen = tx.een(
        "select public.st_xmin(e) as west, public.st_ymin(e) as zuid, public.st_xmax(e) as oost, public.st_ymax(e) as noord,"
        "       (select min(dag) from register.kaartcel where groep = 1) as vanaf, (select max(standdatum) from register.gemeente) as standdatum"
        "  from (select public.st_extent(public.st_transform(public.st_envelope(geometrie), 3857)) as e from register.woonplaats) v");
    if (!rijen[0].leeg("west")) uit.uitsnede = lees_uitsnede(rijen[0]);
    uit.vanaf = rijen[0].veld<std::optional<Datum>>("vanaf");
    uit.standdatum = rijen[0].veld<std::optional<Datum>>("standdatum");
    for (const auto rij : tx.doe("select soort, array_agg(distinct jaar)::text[] as jaren from register.gebied group by soort"
                                 " order by array_position(array['gemeente', 'wijk', 'buurt', 'bedrijventerrein', 'overig'], soort)")) {
        Gebiedsindeling een{.soort = rij.veld<std::string>("soort"), .jaren = {}};
        for (const auto& jaar : rij.veld<std::vector<std::string>>("jaren")) een.jaren.push_back(std::stoi(jaar));
        uit.indelingen.push_back(std::move(een));
    }
    return uit;
}

std::string vlak(db::Transactie& tx, const Gebiedskeuze& keuze, Datum dag) {
    if (keuze.gebied) {
        const auto rijen = tx.doe("select g.geometrie::text as vlak from register.gebied g where g.soort = $1 and g.code = $2 and g.jaar = register.gebiedjaar($1, $3::date)",
                                  keuze.gebied->soort, keuze.gebied->code, dag);
        if (rijen.leeg()) throw onbekend();
        return rijen[0].veld<std::string>("vlak");
    }
    if (keuze.pand) {
        const auto rijen = tx.doe("select public.st_transform(k.fijn, 28992)::text as vlak from register.kaartpand k"
                                  " where k.identificatie = $1::bigint and k.van <= $2::date and (k.tot is null or k.tot > $2::date) limit 1",
                                  *keuze.pand, dag);
        if (rijen.leeg()) throw onbekend();
        return rijen[0].veld<std::string>("vlak");
    }
    const auto rijen = tx.een("select v.vlak::text as vlak, public.st_isvalid(v.vlak) and public.st_area(v.vlak) > 0 as goed"
                              "  from (select public.st_transform(public.st_geomfromtext($1, 3857), 28992) as vlak) v",
                              wkt(*keuze.ringen));
    if (!rijen[0].veld<bool>("goed")) {
        throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.",
                   {{"/waar/ringen", "gebied-ongeldig", "Deze lijn kruist zichzelf of omsluit niets."}});
    }
    return rijen[0].veld<std::string>("vlak");
}

std::string uitsnede(db::Transactie& tx, const std::string& vlak) {
    return kilometers(tx.een(fmt::format("select {} from (select $1::public.geometry as vlak) v", sql_km), vlak));
}

std::vector<Gebiedstelling> tel(db::Transactie& tx, std::string_view soort, const std::optional<std::string>& binnen, Datum dag) {
    std::vector<Gebiedstelling> uit;
    for (const auto rij : tx.doe(
             fmt::format("select g.soort, g.code, g.naam, g.jaar, public.st_xmin(g.fijn) as west, public.st_ymin(g.fijn) as zuid, public.st_xmax(g.fijn) as oost, public.st_ymax(g.fijn) as noord,"
                         "       (select count(*) from register.kaartpand k where public.st_intersects(k.plek, g.geometrie) and {0}) as panden, o.*"
                         "  from register.gebied g cross join lateral (select count(*) as objecten, count(*) filter (where k.gebruik = 1) as woningen, count(*) filter (where k.gebruik > 1) as bedrijfsruimten"
                         "         from register.kaartobject k where public.st_intersects(k.plek, g.geometrie) and {0}) o"
                         " where g.soort = $1 and g.jaar = register.gebiedjaar($1, $2::date)"
                         "   and ($3::text is null or public.st_intersects(public.st_pointonsurface(g.geometrie), $3::public.geometry))"
                         " order by g.naam, g.code limit 500",
                         geldt),
             soort, dag, binnen)) {
        uit.push_back({.soort = rij.veld<std::string>("soort"),
                       .code = rij.veld<std::string>("code"),
                       .naam = rij.veld<std::string>("naam"),
                       .jaar = rij.veld<int>("jaar"),
                       .uitsnede = lees_uitsnede(rij),
                       .panden = rij.veld<int>("panden"),
                       .objecten = rij.veld<int>("objecten"),
                       .woningen = rij.veld<int>("woningen"),
                       .bedrijfsruimten = rij.veld<int>("bedrijfsruimten")});
    }
    return uit;
}

std::vector<Gebruikstelling> tel_gebruik(db::Transactie& tx, const Zoek& z) {
    std::vector<Gebruikstelling> uit;
    for (const auto rij : tx.doe(fmt::format("select b.gebruik, count(*) as aantal from ({}) b group by 1 order by 2 desc, 1", bron(z.panden)), z.vlak, z.dag, reeks_of_niets(z.gebruik),
                                 z.bouwjaar_vanaf, z.bouwjaar_tot_en_met))
        uit.push_back({std::string(gebruiken.at(rij.veld<std::size_t>("gebruik"))), rij.veld<int>("aantal")});
    return uit;
}

std::vector<Branchetelling> tel_branches(db::Transactie& tx, const std::string& vlak, Datum dag) {
    std::vector<Branchetelling> uit;
    for (const auto rij : tx.doe(fmt::format("select register.branche_van(v.sbi[1], v.sbi_uitgave[1]) as branche, count(distinct v.vestigingsnummer) as aantal from register.kaartobject k"
                                             "  join register.vestiging v on v.adres = k.nummeraanduiding and v.van <= $2::date and (v.tot is null or v.tot > $2::date)"
                                             "   and v.zekerheid in ('zeker', 'waarschijnlijk') and register.loopt(v.einde, $2::date)"
                                             " where public.st_intersects(k.plek, $1::public.geometry) and {} group by 1 order by 2 desc, 1",
                                             geldt),
                                 vlak, dag))
        uit.push_back({std::string(branches.at(rij.veld<std::size_t>("branche"))), rij.veld<int>("aantal")});
    return uit;
}

std::vector<Regel> zoek(db::Transactie& tx, const Zoek& z) {
    static constexpr std::array<std::string_view, 4> soorten{"pand", "verblijfsobject", "standplaats", "ligplaats"};
    std::vector<Regel> uit;
    std::vector<std::string> nummers;
    for (const auto rij : tx.doe(fmt::format("select b.*, public.st_x(m.punt) as x, public.st_y(m.punt) as y, public.st_x(b.plek) as rd_x, public.st_y(b.plek) as rd_y,"
                                             "       public.st_x(w.punt) as lengte, public.st_y(w.punt) as breedte"
                                             "  from ({}) b left join register.adres a using (nummeraanduiding)"
                                             " cross join lateral (select public.st_transform(b.plek, 3857) as punt) m cross join lateral (select public.st_transform(b.plek, 4326) as punt) w"
                                             " order by {} limit $6 offset $7",
                                             bron(z.panden), volgorde(z)),
                                 z.vlak, z.dag, reeks_of_niets(z.gebruik), z.bouwjaar_vanaf, z.bouwjaar_tot_en_met, z.aantal, z.vanaf)) {
        Regel een;
        een.soort = soorten.at(rij.veld<std::size_t>("soort"));
        een.identificatie = id16(rij.veld<std::int64_t>("identificatie"));
        if (!rij.leeg("nummeraanduiding")) nummers.push_back(een.nummeraanduiding.emplace(id16(rij.veld<std::int64_t>("nummeraanduiding"))));
        een.gebruik = gebruiken.at(rij.veld<std::size_t>("gebruik"));
        een.oppervlakte = rij.veld<std::optional<int>>("oppervlakte");
        een.bouwjaar = rij.veld<std::optional<int>>("bouwjaar");
        een.objecten = rij.veld<int>("objecten");
        een.punt = {rij.veld<double>("x"), rij.veld<double>("y")};
        een.rd = {rij.veld<double>("rd_x"), rij.veld<double>("rd_y")};
        een.lengte = rij.veld<double>("lengte");
        een.breedte = rij.veld<double>("breedte");
        uit.push_back(std::move(een));
    }
    const auto adressen = registers::zoek_adressen(tx, nummers);
    for (auto& een : uit) {
        const auto gevonden = een.nummeraanduiding ? adressen.find(*een.nummeraanduiding) : adressen.end();
        if (gevonden != adressen.end()) een.adres = gevonden->second.weergave;
    }
    return uit;
}

std::vector<Som> tel_in_gebieden(db::Transactie& tx, std::string_view soort, const std::vector<std::string>& adressen, const std::vector<int>& aantallen, Datum dag) {
    std::vector<Som> uit;
    for (const auto rij : tx.doe("select g.code, sum(t.aantal)::integer as aantal from unnest($2::bigint[], $3::integer[]) t (nummer, aantal)"
                                 "  join register.adres a on a.nummeraanduiding = t.nummer"
                                 " cross join lateral (select o.plek from register.kaartobject o where o.identificatie = a.object order by o.van desc limit 1) k"
                                 "  join register.gebied g on public.st_intersects(k.plek, g.geometrie) and g.soort = $1 and g.jaar = register.gebiedjaar($1, $4::date)"
                                 " group by g.code order by g.code",
                                 soort, adressen, aantallen, dag))
        uit.push_back({rij.veld<std::string>("code"), rij.veld<int>("aantal")});
    return uit;
}

}  // namespace damwand::kaart::store
