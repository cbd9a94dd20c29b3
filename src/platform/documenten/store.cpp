// SPDX-License-Identifier: EUPL-1.2
// The SQL of the room, but for the inspection's.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "platform/documenten/documenten.hpp"

namespace damwand::documenten {
namespace {

constexpr std::string_view kolommen =
    "d.id, d.naam, d.soort, d.omvang, d.regime, d.bron, d.bron_datum, d.doorgifte, d.doorgifte_reden, d.staat, d.reden, d.bladen, d.tekens, d.breedte, d.hoogte, "
    "d.door, g.naam as door_naam, d.op, d.versie, d.inhoud";

Document document_van(const db::Rij& rij) {
    Document d;
    d.id = rij.veld<DocumentId>("id");
    d.naam = rij.veld<std::string>("naam");
    d.soort = rij.veld<std::string>("soort");
    d.omvang = rij.veld<std::int64_t>("omvang");
    d.regime = rij.veld<std::string>("regime");
    d.bron = rij.veld<std::string>("bron");
    d.bron_datum = rij.veld<std::optional<Datum>>("bron_datum");
    d.doorgifte = rij.veld<std::string>("doorgifte");
    d.doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden");
    d.staat = rij.veld<std::string>("staat");
    d.reden = rij.veld<std::optional<std::string>>("reden");
    d.bladen = rij.veld<std::optional<std::int64_t>>("bladen");
    d.tekens = rij.veld<std::optional<std::int64_t>>("tekens");
    d.breedte = rij.veld<std::optional<std::int64_t>>("breedte");
    d.hoogte = rij.veld<std::optional<std::int64_t>>("hoogte");
    d.door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")};
    d.op = rij.veld<Tijdstip>("op");
    d.versie = rij.veld<int>("versie");
    return d;
}

db::Resultaat rij_van(db::Transactie& tx, const Bestemming& waar, DocumentId id) {
    static const std::string sql = fmt::format(
        "select {} from documenten.document d join toegang.gebruiker g on g.organisatie = d.organisatie and g.id = d.door "
        "where d.organisatie = $1 and d.dossier = $2 and d.id = $3 and d.zicht = any($4::integer[])",
        kolommen);
    return tx.een(sql, waar.dossier.organisatie, waar.dossier.id, id, waar.zichten());
}

Fout bestaat_al() { return {FoutSoort::botsing, "document-bestaat-al", "Dit bestand zit al in dit dossier."}; }

void eis_schoon(const Document& d) {
    if (d.staat != "schoon") {
        throw Fout(FoutSoort::botsing, "document-niet-schoon", "Dit bestand is nog niet gecontroleerd, of geweigerd.");
    }
}

}  // namespace

std::vector<int> Bestemming::zichten() const {
    auto uit = ook;
    uit.push_back(zicht);
    return uit;
}

Document neem_aan(db::Transactie& tx, Opslag& opslag, const Bestemming& waar, GebruikerId door, const DocumentNieuw& nieuw, Opvang& opvang) {
    const auto soort = eis_soort(nieuw.naam, opvang.begin());
    const auto inhoud = opslag.bewaar(waar.dossier, opvang);
    const auto id = DocumentId::nieuw();
    const auto gemaakt = tx.doe(
        "insert into documenten.document (organisatie, id, zicht, dossier_soort, dossier, naam, soort, omvang, inhoud, regime, bron, "
        "bron_datum, staat, door, doorgifte, doorgifte_reden, op, van, operatie) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
        "'wordt_gecontroleerd', $13, $14, $15, "
        "basis.nu(), basis.tik(), basis.operatie()) on conflict (organisatie, dossier, zicht, inhoud) where staat <> 'geweigerd' do nothing",
        waar.dossier.organisatie, id, waar.zicht, waar.dossier.soort, waar.dossier.id, nieuw.naam, ontleder::code(soort),
        opvang.omvang(), inhoud, nieuw.label.regime, nieuw.bron, nieuw.bron_datum, door, nieuw.label.doorgifte, nieuw.label.doorgifte_reden);
    if (gemaakt.geraakt() == 0) throw bestaat_al();
    return lees(tx, waar, id);
}

std::vector<Document> lijst(db::Transactie& tx, const Bestemming& waar, const std::optional<Tijdstip>& moment) {
    static const std::string sql = fmt::format(
        "select {} from documenten.document_op($4) d "
        "join toegang.gebruiker_op($4) g on g.organisatie = d.organisatie and g.id = d.door "
        "where d.organisatie = $1 and d.dossier = $2 and d.zicht = any($3::integer[]) order by d.op, d.id",
        kolommen);
    std::vector<Document> uit;
    for (const auto rij : tx.doe(sql, waar.dossier.organisatie, waar.dossier.id, waar.zichten(), moment)) uit.push_back(document_van(rij));
    return uit;
}

Document lees(db::Transactie& tx, const Bestemming& waar, DocumentId id) { return document_van(rij_van(tx, waar, id)[0]); }

std::shared_ptr<http::Inhoud> open(db::Transactie& tx, const Opslag& opslag, const Bestemming& waar, DocumentId id) {
    const auto rij = rij_van(tx, waar, id);
    const auto d = document_van(rij[0]);
    eis_schoon(d);
    return opslag.open(waar.dossier, rij[0].veld<std::string>("inhoud"), Plek::opslag, static_cast<std::uint64_t>(d.omvang));
}

void verwijder(db::Transactie& tx, const Bestemming& waar, DocumentId id) {
    tx.doe("delete from documenten.document where organisatie = $1 and dossier = $2 and id = $3 and zicht = any($4::integer[])",
           waar.dossier.organisatie, waar.dossier.id, id, waar.zichten());
}

Document neem_over(db::Transactie& tx, Opslag& opslag, const Bestemming& van, DocumentId id, const Bestemming& naar, GebruikerId door) {
    const auto rij = rij_van(tx, van, id);
    const auto d = document_van(rij[0]);
    eis_schoon(d);
    const auto inhoud = opslag.kopieer(van.dossier, rij[0].veld<std::string>("inhoud"), naar.dossier, static_cast<std::uint64_t>(d.omvang));
    const auto nieuw = DocumentId::nieuw();
    const auto gemaakt = tx.doe(
        "insert into documenten.document (organisatie, id, zicht, dossier_soort, dossier, naam, soort, omvang, inhoud, regime, bron, "
        "bron_datum, doorgifte, doorgifte_reden, staat, gekeurd_op, bladen, tekens, breedte, hoogte, door, op, van, operatie) "
        "select organisatie, $3, $4, $5, $6, naam, soort, omvang, $7, regime, bron, bron_datum, doorgifte, doorgifte_reden, staat, gekeurd_op, bladen, tekens, breedte, "
        "hoogte, $8, basis.nu(), basis.tik(), basis.operatie() from documenten.document where organisatie = $1 and id = $2 "
        "on conflict (organisatie, dossier, zicht, inhoud) where staat <> 'geweigerd' do nothing",
        van.dossier.organisatie, id, nieuw, naar.zicht, naar.dossier.soort, naar.dossier.id, inhoud, door);
    if (gemaakt.geraakt() == 0) throw bestaat_al();
    return lees(tx, naar, nieuw);
}

void verscherp(db::Transactie& tx, const Dossier& dossier, const Label& minstens) {
    tx.doe("update documenten.document d set regime = basis.strengste('regime', array[d.regime, $3]),"
           "       doorgifte = basis.strengste('doorgifte', array[d.doorgifte, $4]),"
           "       doorgifte_reden = case when basis.strengheid('doorgifte', d.doorgifte) >= basis.strengheid('doorgifte', $4) then d.doorgifte_reden else $5 end,"
           "       versie = d.versie + 1"
           " where d.organisatie = $1 and d.dossier = $2"
           "   and (basis.strengheid('regime', d.regime) < basis.strengheid('regime', $3)"
           "        or basis.strengheid('doorgifte', d.doorgifte) < basis.strengheid('doorgifte', $4))",
           dossier.organisatie, dossier.id, minstens.regime, minstens.doorgifte, minstens.doorgifte_reden);
}

std::size_t ruim_wezen(db::Pool& pool, Opslag& opslag, std::filesystem::file_time_type nu) {
    std::size_t aantal = 0;
    for (const auto& gevonden : opslag.ouder_dan(nu - std::chrono::hours(24))) {
        db::Transactie tx(pool, {.organisatie = gevonden.dossier.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        const std::vector<std::string> namen(gevonden.namen.begin(), gevonden.namen.end());
        for (const auto rij : tx.doe("select n from documenten.zonder_rij($1, $2, $3) n", gevonden.dossier.organisatie, gevonden.dossier.id, namen)) {
            opslag.verwijder(gevonden.dossier, rij.veld<std::string>("n"));
            ++aantal;
        }
    }
    return aantal;
}

std::vector<Spoor> alles_van(db::Transactie& tx, const Dossier& dossier) {
    std::vector<Spoor> uit;
    for (const auto rij : tx.doe("select id, versies from documenten.alles_van($1, $2)", dossier.organisatie, dossier.id)) {
        uit.push_back({rij.veld<DocumentId>("id"), rij.veld<std::int64_t>("versies")});
    }
    return uit;
}

Vernietigd vernietig(db::Transactie& tx, Opslag& opslag, const Dossier& dossier) {
    const auto bestanden = opslag.vernietig(dossier);
    return {bestanden, tx.een("select documenten.vernietig($1, $2) as rijen", dossier.organisatie, dossier.id)[0].veld<std::int64_t>("rijen")};
}

std::vector<DocumentKort> lees_kort(db::Transactie& tx, OrganisatieId organisatie, const std::vector<DocumentId>& ids, const std::vector<int>& zichten) {
    std::vector<DocumentKort> uit;
    if (ids.empty()) return uit;
    for (const auto rij : tx.doe("select id, naam, dossier_soort, dossier from documenten.document "
                                 "where organisatie = $1 and id = any($2::uuid[]) and zicht = any($3::integer[])",
                                 organisatie, ids, zichten)) {
        uit.push_back({.id = rij.veld<DocumentId>("id"),
                       .naam = rij.veld<std::string>("naam"),
                       .dossier_soort = rij.veld<std::string>("dossier_soort"),
                       .dossier = rij.veld<Uuid>("dossier")});
    }
    return uit;
}

}  // namespace damwand::documenten
