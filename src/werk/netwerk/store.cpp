// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/store.hpp"

#include <charconv>

namespace damwand::netwerk::store {

/// What fills the graph.
namespace {

std::int64_t geheel(std::string_view tekst) {
    std::int64_t uit = 0;
    std::from_chars(tekst.data(), tekst.data() + tekst.size(), uit);
    return uit;
}

/// The next field of a line of COPY (text format; no field here holds a tab or a backslash but as \N).
std::string_view volgende(std::string_view& regel) {
    const auto einde = std::min(regel.find('\t'), regel.size());
    const auto uit = regel.substr(0, einde);
    regel.remove_prefix(std::min(einde + 1, regel.size()));
    return uit;
}

db::Parameter welke(const std::optional<std::vector<Uuid>>& rijen) { return rijen ? db::parameter(*rijen) : db::Parameter{}; }

}  // namespace

Wijzigingen wijzigingen(db::Transactie& tx, const std::string& vanaf) {
    const auto gevonden = tx.een("select stand, nummers, rijen, sporen from netwerk.wijzigingen($1)", vanaf);
    const auto rij = gevonden[0];
    const auto nummers = rij.veld<std::vector<std::string>>("nummers"), rijen = rij.veld<std::vector<std::string>>("rijen"), sporen = rij.veld<std::vector<std::string>>("sporen");
    Wijzigingen uit{.stand = rij.veld<std::string>("stand"), .rijen = {}};
    for (std::size_t i = 0; i < nummers.size(); ++i) uit.rijen.emplace(geheel(nummers[i]), Gewijzigd{Uuid::lees(rijen[i]).value(), sporen[i] == "true"});
    return uit;
}

std::vector<Knooprij> knopen(db::Transactie& tx, const std::optional<std::vector<Uuid>>& rijen) {
    std::vector<Knooprij> uit;
    for (const auto rij : tx.doe("select organisatie, rij, soort, knoop, zicht, dossier_soort from netwerk.lees_knopen($1::uuid[])", welke(rijen))) {
        uit.push_back({.organisatie = rij.veld<OrganisatieId>("organisatie"),
                       .rij = rij.veld<Uuid>("rij"),
                       .knoop = {rij.veld<std::string>("soort"), rij.veld<std::string>("knoop")},
                       .zicht = rij.veld<int>("zicht"),
                       .dossier_soort = rij.veld<std::string>("dossier_soort")});
    }
    return uit;
}

std::vector<Bandrij> banden(db::Transactie& tx, const std::optional<std::vector<Uuid>>& rijen) {
    std::vector<Bandrij> uit;
    for (const auto rij : tx.doe("select organisatie, rij, soort, van_soort, van, naar_soort, naar, zicht, dossier_soort, begin, eind, bron_betrouwbaarheid, informatie_waarde"
                                 "  from netwerk.lees_banden($1::uuid[])", welke(rijen))) {
        uit.push_back({.organisatie = rij.veld<OrganisatieId>("organisatie"),
                       .rij = rij.veld<Uuid>("rij"),
                       .soort = rij.veld<std::string>("soort"),
                       .van = {rij.veld<std::string>("van_soort"), rij.veld<std::string>("van")},
                       .naar = {rij.veld<std::string>("naar_soort"), rij.veld<std::string>("naar")},
                       .zicht = rij.veld<int>("zicht"),
                       .dossier_soort = rij.veld<std::string>("dossier_soort"),
                       .begin = rij.veld<std::optional<Datum>>("begin"),
                       .eind = rij.veld<std::optional<Datum>>("eind"),
                       .bron = rij.veld<std::string>("bron_betrouwbaarheid")[0],
                       .waarde = rij.veld<int>("informatie_waarde")});
    }
    return uit;
}

void veeg(db::Transactie& tx) { tx.doe("select netwerk.veeg()"); }

std::string registerstand(db::Transactie& tx) {
    return tx.een("select concat_ws('.', (select max(id) from register.lading), (select max(id) from register.kvk_lading)) as stand")[0].veld<std::string>("stand");
}

void schrijf_incident(db::Transactie& tx, OrganisatieId organisatie, OperatieId operatie, int rijen) {
    tx.doe("insert into logboek.incident (organisatie, tijd, soort, operatie, aantal) values ($1, basis.nu(), 'netwerk-onzeker', $2, $3)", organisatie, operatie, rijen);
}

void bewaar_weergave(poort::Gang& gang, const WeergaveId& id, int zicht, const KnoopRef& dossier, const std::string& naam, const boost::json::value& inhoud) {
    gang.tx().doe("insert into netwerk.weergave (organisatie, id, zicht, dossier_soort, dossier, naam, inhoud, door, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, basis.nu(), basis.operatie())",
                  gang.wie().organisatie, id, zicht, dossier.soort, dossier.id, naam, inhoud, gang.wie().gebruiker);
}

std::vector<Weergaverij> lees_weergaven(poort::Gang& gang, const std::optional<WeergaveId>& id) {
    std::vector<Weergaverij> uit;
    for (const auto rij : gang.tx().doe("select w.id, w.naam, w.dossier_soort, w.dossier, w.zicht, w.inhoud, w.door, g.naam as door_naam, w.op from netwerk.weergave w"
                                        "  join toegang.gebruiker g on g.organisatie = w.organisatie and g.id = w.door"
                                        " where w.organisatie = $1 and w.zicht = any ($2::int[]) and ($3::uuid is null or w.id = $3) order by w.op desc, w.id limit 200",
                                        gang.wie().organisatie, gang.wie().zichten, id)) {
        uit.push_back({.kort = {.id = rij.veld<WeergaveId>("id"),
                                .naam = rij.veld<std::string>("naam"),
                                .dossier = {.soort = rij.veld<std::string>("dossier_soort"), .id = rij.veld<Uuid>("dossier"), .kenmerk = {}, .naam = {}},
                                .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                                .op = rij.veld<Tijdstip>("op")},
                       .zicht = rij.veld<int>("zicht"),
                       .inhoud = rij.veld<boost::json::value>("inhoud")});
    }
    return uit;
}

void wijzig_weergave(poort::Gang& gang, const WeergaveId& id, const std::string& naam, const boost::json::value& inhoud) {
    gang.tx().doe("update netwerk.weergave set naam = $3, inhoud = $4::jsonb, op = basis.nu(), operatie = basis.operatie() where organisatie = $1 and id = $2 and door = $5",
                  gang.wie().organisatie, id, naam, inhoud, gang.wie().gebruiker);
}

void gooi_weergave_weg(poort::Gang& gang, const WeergaveId& id) {
    gang.tx().doe("delete from netwerk.weergave where organisatie = $1 and id = $2", gang.wie().organisatie, id);
}

void registerbanden(db::Transactie& tx, const std::function<void(const Registerrij&)>& neem) {
    auto& v = tx.verbinding();
    v.kopieer_uit("copy (select 0, lpad(a.nummeraanduiding::text, 16, '0'), lpad(p::text, 16, '0'), null::date, null::date"
                  "        from register.adres a join register.verblijfsobject o on o.identificatie = a.object cross join unnest(o.panden) p where a.actief"
                  "      union all"
                  "      select distinct 1, lpad(e.vestigingsnummer::text, 12, '0'), b.id::text, null::date, null::date"
                  "        from register.vestiging e join register.bedrijf b on b.kvk_nummer = e.kvk_nummer"
                  "      union all"
                  "      select 2, lpad(e.vestigingsnummer::text, 12, '0'), lpad(e.adres::text, 16, '0'), e.van, e.tot from register.vestiging e where e.adres is not null"
                  "      union all"
                  "      select 3, b.id::text, lpad(o.adres::text, 16, '0'), o.van, o.tot"
                  "        from register.onderneming o join register.bedrijf b on b.kvk_nummer = o.kvk_nummer where o.adres is not null) to stdout");
    while (const auto regel = v.volgende_kopie()) {
        auto over = *regel;
        while (!over.empty() && over.back() == '\n') over.remove_suffix(1);
        Registerrij rij;
        rij.soort = static_cast<Registerband>(geheel(volgende(over)));
        rij.van = volgende(over);
        rij.naar = volgende(over);
        rij.begin = lees_datum(volgende(over));
        rij.eind = lees_datum(volgende(over));
        neem(rij);
    }
}

}  // namespace damwand::netwerk::store
