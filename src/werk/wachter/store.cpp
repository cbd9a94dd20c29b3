// SPDX-License-Identifier: EUPL-1.2
#include "werk/wachter/store.hpp"

namespace damwand::wachter::store {
namespace {

std::optional<PatroonVorm> patroon_uit(const std::optional<boost::json::value>& kolom) { return kolom ? std::optional(json::lees<PatroonVorm>(*kolom)) : std::nullopt; }

}  // namespace

std::optional<Vorm> vorm_van(const Opdracht& opdracht) {
    if (opdracht.patroon) return eigen_vorm(*opdracht.patroon);
    const auto* vorm = wachter::vorm_van(opdracht.vorm);
    return vorm == nullptr ? std::nullopt : std::optional(*vorm);
}

void maak(poort::Gang& gang, const WachterId& id, const WachterNieuw& n, int dagen, const std::optional<int>& zicht) {
    gang.tx().doe("insert into wachter.wachter (organisatie, id, naam, waarom, vorm, dagen, betrouwbaarheid, casus, zicht, grond, niveau, door, patroon, aan, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, basis.nu(), basis.operatie())",
                  gang.wie().organisatie, id, *n.naam, *n.waarom, *n.vorm, dagen, n.betrouwbaarheid, n.casus, zicht, entiteit::tekst_van(n.grond), gang.wie().niveau, gang.wie().gebruiker,
                  n.patroon ? std::optional(json::schrijf(*n.patroon)) : std::nullopt, n.aan.value_or(true));
}

std::vector<Wachterrij> wachters(poort::Gang& gang, const std::optional<WachterId>& een) {
    std::vector<Wachterrij> uit;
    for (const auto rij : gang.tx().doe("select w.*, g.naam as door_naam, wachter.waakt(w.id) as waakt,"
                                        "       (select count(*)::integer from wachter.suggestie s where s.organisatie = w.organisatie and s.wachter = w.id and s.staat = 'open') as open"
                                        "  from wachter.wachter w join toegang.gebruiker g on g.organisatie = w.organisatie and g.id = w.door"
                                        " where w.organisatie = $1 and ($2::uuid is null or w.id = $2) and (w.zicht is null or w.zicht = any ($3::int[])) order by w.op desc, w.id limit 200",
                                        gang.wie().organisatie, een, gang.wie().zichten)) {
        uit.push_back({.kort = {.id = rij.veld<WachterId>("id"),
                                .vorm = rij.veld<std::string>("vorm"),
                                .naam = rij.veld<std::string>("naam"),
                                .waarom = rij.veld<std::string>("waarom"),
                                .patroon = patroon_uit(rij.veld<std::optional<boost::json::value>>("patroon")),
                                .dagen = rij.veld<int>("dagen"),
                                .betrouwbaarheid = rij.veld<std::optional<std::string>>("betrouwbaarheid"),
                                .casus = std::nullopt,
                                .grond = rij.veld<std::optional<std::string>>("grond"),
                                .aan = rij.veld<bool>("aan"),
                                .waakt = rij.veld<bool>("waakt"),
                                .vol = rij.veld<bool>("vol"),
                                .gelopen_op = rij.veld<std::optional<Tijdstip>>("gelopen_op"),
                                .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                                .op = rij.veld<Tijdstip>("op"),
                                .open = rij.veld<int>("open")},
                       .casus = rij.veld<std::optional<CasusId>>("casus"),
                       .zicht = rij.veld<std::optional<int>>("zicht")});
    }
    return uit;
}

bool zet_aan(poort::Gang& gang, const WachterId& id, bool aan) {
    return gang.tx().doe("update wachter.wachter set aan = $3 where organisatie = $1 and id = $2 and door = $4", gang.wie().organisatie, id, aan, gang.wie().gebruiker).geraakt() == 1;
}

bool gooi_weg(poort::Gang& gang, const WachterId& id) {
    return gang.tx().doe("delete from wachter.wachter where organisatie = $1 and id = $2 and door = $3", gang.wie().organisatie, id, gang.wie().gebruiker).geraakt() == 1;
}

std::vector<Suggestierij> suggesties(poort::Gang& gang, const std::optional<WachterId>& wachter, const std::optional<SuggestieId>& een, int hoogstens) {
    std::vector<Suggestierij> uit;
    for (const auto rij : gang.tx().doe("select s.*, w.vorm, w.naam, w.waarom, w.patroon, w.dagen, g.naam as gewogen_naam from wachter.suggestie s"
                                        "  join wachter.wachter w on w.organisatie = s.organisatie and w.id = s.wachter"
                                        "  left join toegang.gebruiker g on g.organisatie = s.organisatie and g.id = s.gewogen_door"
                                        " where s.organisatie = $1 and ($2::uuid is null or s.wachter = $2) and ($3::uuid is null or s.id = $3)"
                                        "   and ($2::uuid is not null or $3::uuid is not null or s.staat = 'open') and (s.zicht is null or s.zicht = any ($4::int[]))"
                                        " order by s.staat <> 'open', coalesce(s.gewogen_op, s.op) desc, s.id limit $5",
                                        gang.wie().organisatie, wachter, een, gang.wie().zichten, hoogstens)) {
        Suggestierij s{.kort = {.id = rij.veld<SuggestieId>("id"),
                                .wachter = rij.veld<WachterId>("wachter"),
                                .vorm = rij.veld<std::string>("vorm"),
                                .naam = rij.veld<std::string>("naam"),
                                .staat = rij.veld<std::string>("staat"),
                                .leden = 0,
                                .op = rij.veld<Tijdstip>("op")},
                       .waarom = rij.veld<std::string>("waarom"),
                       .patroon = patroon_uit(rij.veld<std::optional<boost::json::value>>("patroon")),
                       .dagen = rij.veld<int>("dagen"),
                       .leden = json::lees<std::vector<SuggestieLid>>(rij.veld<boost::json::value>("leden")),
                       .reden = rij.veld<std::optional<std::string>>("reden"),
                       .gewogen_door = std::nullopt,
                       .gewogen_op = rij.veld<std::optional<Tijdstip>>("gewogen_op"),
                       .dossier_soort = rij.veld<std::optional<std::string>>("dossier_soort"),
                       .dossier = rij.veld<std::optional<Uuid>>("dossier"),
                       .zicht = rij.veld<std::optional<int>>("zicht")};
        s.kort.leden = static_cast<int>(s.leden.size());
        if (const auto door = rij.veld<std::optional<GebruikerId>>("gewogen_door")) s.gewogen_door = {*door, rij.veld<std::optional<std::string>>("gewogen_naam").value_or("")};
        uit.push_back(std::move(s));
    }
    return uit;
}

bool houd_open(poort::Gang& gang, const SuggestieId& id) {
    return !gang.tx().doe("select id from wachter.suggestie where organisatie = $1 and id = $2 and staat = 'open' for update", gang.wie().organisatie, id).leeg();
}

void weeg(poort::Gang& gang, const SuggestieId& id, const std::string& staat, const std::string& reden, const std::optional<std::string>& dossier_soort, const std::optional<Uuid>& dossier) {
    gang.tx().doe("update wachter.suggestie set staat = $3, reden = $4, dossier_soort = $5, dossier = $6, gewogen_door = $7, gewogen_op = basis.nu() where organisatie = $1 and id = $2",
                  gang.wie().organisatie, id, staat, reden, dossier_soort, dossier, gang.wie().gebruiker);
}

bool is_van_het_team(poort::Gang& gang, const SuggestieId& id) {
    return gang.tx().een("select not exists (select from wachter.bewijs b join wachter.rij r on r.organisatie = b.organisatie and r.id = b.rij"
                         "                     left join toegang.zicht z on z.organisatie = r.organisatie and z.zicht = r.zicht"
                         "                    where b.organisatie = $1 and b.suggestie = $2 and (z.naam is distinct from 'signalen')) as team",
                         gang.wie().organisatie, id)[0].veld<bool>("team");
}

std::vector<OrganisatieId> organisaties(db::Transactie& tx) {
    std::vector<OrganisatieId> uit;
    for (const auto rij : tx.doe("select o from archief.organisaties() o")) uit.push_back(rij.veld<OrganisatieId>("o"));
    return uit;
}

std::vector<TeLopen> te_lopen(db::Transactie& tx) {
    std::vector<TeLopen> uit;
    for (const auto rij : tx.doe("select id, door, niveau, activiteit from wachter.te_lopen()")) {
        uit.push_back({rij.veld<WachterId>("id"), rij.veld<GebruikerId>("door"), rij.veld<int>("niveau"), rij.veld<std::int16_t>("activiteit")});
    }
    return uit;
}

std::optional<Opdracht> opdracht(db::Transactie& tx, const WachterId& id) {
    const auto gevonden = tx.doe("select vorm, naam, patroon, dagen, betrouwbaarheid, casus from wachter.wachter where organisatie = $1 and id = $2 and door = $3 and aan", tx.wie().organisatie, id, tx.wie().gebruiker);
    if (gevonden.leeg()) return std::nullopt;
    const auto rij = gevonden[0];
    return Opdracht{id, rij.veld<std::string>("vorm"), rij.veld<std::string>("naam"), patroon_uit(rij.veld<std::optional<boost::json::value>>("patroon")), rij.veld<int>("dagen"),
                    rij.veld<std::optional<std::string>>("betrouwbaarheid"), rij.veld<std::optional<Uuid>>("casus")};
}

bool houd_ronde(db::Transactie& tx) { return tx.een("select pg_try_advisory_xact_lock(4426087, basis.organisatie()) as mijn")[0].veld<bool>("mijn"); }

netwerk::Kijker kijker(db::Transactie& tx) {
    const auto gevonden = tx.een("select array(select z from unnest(toegang.mijn_zichten()) z where not exists (select from toegang.noodtoegang n where n.organisatie = basis.organisatie()"
                                 "         and n.gebruiker = basis.gebruiker() and n.zicht = z and n.tot > basis.nu()))::text[] as zichten,"
                                 " toegang.heb_recht('register.zoeken') as adressen, toegang.heb_recht('bedrijf.zien') as bedrijven,"
                                 " toegang.heb_recht('signaal.lezen') as signalen, toegang.heb_recht('casus.lezen') as casussen");
    const auto rij = gevonden[0];
    netwerk::Kijker uit{.organisatie = tx.wie().organisatie,
                        .zichten = {},
                        .rechten = {.adressen = rij.veld<bool>("adressen"), .bedrijven = rij.veld<bool>("bedrijven"), .signalen = rij.veld<bool>("signalen"), .casussen = rij.veld<bool>("casussen")}};
    for (const auto& zicht : rij.veld<std::vector<std::string>>("zichten")) uit.zichten.push_back(static_cast<int>(db::lees_geheel(zicht)));
    return uit;
}

std::map<Uuid, Rijplek> rijen(db::Transactie& tx, const std::set<Uuid>& ids) {
    std::map<Uuid, Rijplek> uit;
    for (const auto rij : tx.doe("select r.id, r.zicht, r.dossier_soort, r.dossier, s.casus from wachter.rij r"
                                 "  left join signaal.signaal s on r.dossier_soort = 'signaal' and s.organisatie = r.organisatie and s.id = r.dossier"
                                 " where r.organisatie = $1 and r.id = any ($2::uuid[])",
                                 tx.wie().organisatie, std::vector<Uuid>(ids.begin(), ids.end()))) {
        uit.emplace(rij.veld<Uuid>("id"), Rijplek{rij.veld<int>("zicht"), rij.veld<std::string>("dossier_soort"), rij.veld<Uuid>("dossier"), rij.veld<std::optional<Uuid>>("casus")});
    }
    return uit;
}

std::optional<SuggestieId> raak(db::Transactie& tx, const WachterId& wachter, const std::string& sleutel_hex, const std::vector<SuggestieLid>& leden, const std::set<Uuid>& rijen) {
    return tx.een("select wachter.raak($1, decode($2, 'hex'), $3::jsonb, $4::uuid[]) as id", wachter, sleutel_hex, json::schrijf(leden), std::vector<Uuid>(rijen.begin(), rijen.end()))[0]
        .veld<std::optional<SuggestieId>>("id");
}

void gelopen(db::Transactie& tx, const WachterId& wachter, bool vol) { tx.doe("select wachter.gelopen($1, $2)", wachter, vol); }
void ruim(db::Transactie& tx) { tx.doe("select wachter.ruim()"); }

}  // namespace damwand::wachter::store
