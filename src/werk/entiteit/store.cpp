// SPDX-License-Identifier: EUPL-1.2
#include "werk/entiteit/store.hpp"

namespace damwand::entiteit::store {

EntiteitId vind_of_maak(poort::Gang& gang, const std::string& soort, const std::optional<std::string>& sleutel) {
    return gang.tx().een("select entiteit.vind_of_maak($1, $2) as id", soort, sleutel)[0].veld<EntiteitId>("id");
}

namespace {

/// What stands in the column `sleutel`, open, and what in `bsn`, closed: the number of a person only closed, in normal form.
struct Sleutels {
    std::optional<std::string> open;
    std::optional<std::string> dicht;
};
Sleutels sleutels_van(const poort::Gang& gang, const Inhoud& i) {
    if (i.soort != "persoon") return {i.sleutel, std::nullopt};
    if (!i.sleutel) return {};
    return {std::nullopt, gang.kluis().sluit_bytea(gewone_sleutel(i.soort, *i.sleutel).waarde.value())};
}

std::optional<std::string> sleutel_van(const poort::Gang& gang, const db::Rij& rij) {
    const auto dicht = rij.veld<std::optional<std::string>>("bsn");
    if (!dicht) return rij.veld<std::optional<std::string>>("sleutel");
    auto open = gang.kluis().open_bytea(*dicht);
    if (!open) throw std::runtime_error("a citizen service number was closed with another key");
    return open;
}

}  // namespace

VermeldingId voeg_toe(poort::Gang& gang, const Dossier& dossier, const Inhoud& i, std::optional<EntiteitId> entiteit,
                      std::optional<BronId> uit_bron, std::optional<DocumentId> uit_document) {
    const auto id = VermeldingId::nieuw();
    const auto sleutels = sleutels_van(gang, i);
    gang.tx().doe(
        "insert into entiteit.vermelding (organisatie, id, zicht, dossier_soort, dossier, entiteit, soort, tekst, sleutel, bsn,"
        " rol, toelichting, bron_betrouwbaarheid, informatie_waarde, regime, doorgifte, doorgifte_reden, bron,"
        " uit_bron, uit_document, peildatum, activiteit, door, op, van, operatie, geboren_op, minderjarig)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::bytea, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20,"
        " coalesce($21, basis.vandaag()), $22, $23, basis.tik(), basis.nu(), basis.operatie(), $24, $25)",
        gang.wie().organisatie, id, dossier.zicht, dossier.soort, dossier.id, entiteit, i.soort, i.tekst, sleutels.open, sleutels.dicht, i.rol,
        i.toelichting, i.bron_betrouwbaarheid, i.informatie_waarde, dossier.label.regime, dossier.label.doorgifte,
        dossier.label.doorgifte_reden, i.bron, uit_bron, uit_document, i.peildatum, gang.activiteit(), gang.wie().gebruiker, i.geboren_op, i.minderjarig);
    return id;
}

Stand vergrendel(poort::Gang& gang, const Dossier& dossier, VermeldingId id) {
    const auto gevonden = gang.tx().een(
        "select soort, tekst, sleutel, bsn, rol, toelichting, bron_betrouwbaarheid, informatie_waarde, bron, peildatum, regime, doorgifte,"
        "       doorgifte_reden, entiteit, versie, geboren_op, minderjarig"
        "  from entiteit.vermelding"
        " where organisatie = $1 and id = $2 and dossier_soort = $3 and dossier = $4 and zicht = any($5::int[]) for update",
        gang.wie().organisatie, id, dossier.soort, dossier.id, gang.wie().zichten);
    const auto rij = gevonden[0];
    return {.inhoud = {.soort = rij.veld<std::string>("soort"),
                       .tekst = rij.veld<std::string>("tekst"),
                       .sleutel = sleutel_van(gang, rij),
                       .rol = rij.veld<std::optional<std::string>>("rol"),
                       .toelichting = rij.veld<std::optional<std::string>>("toelichting"),
                       .bron_betrouwbaarheid = rij.veld<std::string>("bron_betrouwbaarheid"),
                       .informatie_waarde = rij.veld<int>("informatie_waarde"),
                       .bron = rij.veld<std::string>("bron"),
                       .peildatum = rij.veld<Datum>("peildatum"),
                       .geboren_op = rij.veld<std::optional<Datum>>("geboren_op"),
                       .minderjarig = rij.veld<bool>("minderjarig")},
            .entiteit = rij.veld<std::optional<EntiteitId>>("entiteit"),
            .label = {.regime = rij.veld<std::string>("regime"),
                      .doorgifte = rij.veld<std::string>("doorgifte"),
                      .doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden")},
            .versie = rij.veld<int>("versie")};
}

void werk_bij(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const Inhoud& i, const Label& label,
              std::optional<EntiteitId> entiteit) {
    const auto sleutels = sleutels_van(gang, i);
    gang.tx().doe(
        "update entiteit.vermelding set soort = $4, tekst = $5, sleutel = $6, rol = $7, toelichting = $8,"
        "       bron_betrouwbaarheid = $9, informatie_waarde = $10, entiteit = $11, bsn = $12::bytea, bron = $13,"
        "       peildatum = coalesce($14, peildatum), doorgifte = $15, doorgifte_reden = $16, geboren_op = $17, minderjarig = $18, versie = versie + 1"
        " where organisatie = $1 and id = $2 and dossier = $3",
        gang.wie().organisatie, id, dossier.id, i.soort, i.tekst, sleutels.open, i.rol, i.toelichting, i.bron_betrouwbaarheid,
        i.informatie_waarde, entiteit, sleutels.dicht, i.bron, i.peildatum, label.doorgifte, label.doorgifte_reden, i.geboren_op,
        i.minderjarig);
}

void verscherp(poort::Gang& gang, const Dossier& dossier, std::optional<BronId> uit, const Label& minstens) {
    // A regime without a compartment only: what would have to move to one was never outside it (see casus/bronnen.cpp).
    std::vector<VermeldingId> geraakt;
    for (const std::string tabel : {"verband", "vermelding"}) {
        const auto rijen = gang.tx().doe(
            "update entiteit." + tabel + " v set regime = basis.strengste('regime', array[v.regime, $4]),"
            "       doorgifte = basis.strengste('doorgifte', array[v.doorgifte, $5]), versie = v.versie + 1,"
            "       doorgifte_reden = case when basis.strengheid('doorgifte', v.doorgifte) >= basis.strengheid('doorgifte', $5) then v.doorgifte_reden else $6 end"
            " where v.organisatie = $1 and v.dossier = $2 and ($3::uuid is null or v.uit_bron = $3) and v.zicht = any($7::int[])"
            "   and (basis.strengheid('regime', v.regime) < basis.strengheid('regime', $4)"
            "        or basis.strengheid('doorgifte', v.doorgifte) < basis.strengheid('doorgifte', $5)) returning v.id",
            gang.wie().organisatie, dossier.id, uit, minstens.regime, minstens.doorgifte, minstens.doorgifte_reden, gang.wie().zichten);
        if (tabel == "verband") continue;
        for (const auto rij : rijen) geraakt.push_back(rij.veld<VermeldingId>("id"));
    }
    verscherp_verbanden(gang, geraakt);
}

void haal_weg(poort::Gang& gang, const Dossier& dossier, VermeldingId id) {
    gang.tx().doe("delete from entiteit.vermelding where organisatie = $1 and id = $2 and dossier = $3", gang.wie().organisatie,
                  id, dossier.id);
}

std::vector<Vermelding> lees(poort::Gang& gang, const Dossier& dossier, std::optional<VermeldingId> id,
                             std::optional<Tijdstip> moment) {
    const auto rijen = gang.tx().doe(
        "select v.id, v.entiteit, v.soort, v.tekst, v.sleutel, v.bsn is not null as heeft_bsn, v.rol, v.toelichting, v.bron_betrouwbaarheid,"
        "       v.informatie_waarde, v.dossier_soort, v.regime, v.bron, v.uit_bron, v.uit_document, v.peildatum, v.doorgifte, v.doorgifte_reden, v.geboren_op, entiteit.is_minderjarig(v.geboren_op, v.minderjarig) as minderjarig, v.door, g.naam as door_naam, v.op, v.versie,"
        "       (select count(distinct e.dossier) from entiteit.vermelding_op($5::timestamptz) e"
        "         where e.organisatie = $1 and e.entiteit = v.entiteit and e.dossier <> v.dossier"
        "           and e.zicht = any($6::int[])) as elders"
        "  from entiteit.vermelding_op($5::timestamptz) v"
        "  cross join lateral (select naam from toegang.gebruiker_op($5::timestamptz) u"
        "                       where u.organisatie = $1 and u.id = v.door limit 1) g"
        " where v.organisatie = $1 and v.dossier_soort = $2 and v.dossier = $3 and v.zicht = any($6::int[])"
        "   and ($4::uuid is null or v.id = $4)"
        " order by v.op, v.id",
        gang.wie().organisatie, dossier.soort, dossier.id, id, moment, gang.wie().zichten);
    std::vector<Vermelding> uit;
    for (const auto rij : rijen) {
        uit.push_back({.id = rij.veld<VermeldingId>("id"),
                       .entiteit = rij.veld<std::optional<EntiteitId>>("entiteit"),
                       .soort = rij.veld<std::string>("soort"),
                       .tekst = rij.veld<std::string>("tekst"),
                       .sleutel = rij.veld<std::optional<std::string>>("sleutel"),
                       .rol = rij.veld<std::optional<std::string>>("rol"),
                       .toelichting = rij.veld<std::optional<std::string>>("toelichting"),
                       .heeft_bsn = rij.veld<bool>("heeft_bsn"),
                       .bron_betrouwbaarheid = rij.veld<std::string>("bron_betrouwbaarheid"),
                       .informatie_waarde = rij.veld<int>("informatie_waarde"),
                       .herkomst = rij.veld<std::string>("dossier_soort"),
                       .regime = rij.veld<std::string>("regime"),
                       .bron = rij.veld<std::string>("bron"),
                       .uit_bron = rij.veld<std::optional<BronId>>("uit_bron"),
                       .uit_document = rij.veld<std::optional<DocumentId>>("uit_document"),
                       .peildatum = rij.veld<Datum>("peildatum"),
                       .doorgifte = rij.veld<std::string>("doorgifte"),
                       .doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden"),
                       .geboren_op = rij.veld<std::optional<Datum>>("geboren_op"),
                       .minderjarig = rij.veld<bool>("minderjarig"),
                       .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                       .op = rij.veld<Tijdstip>("op"),
                       .versie = rij.veld<int>("versie"),
                       .elders = rij.veld<int>("elders")});
    }
    return uit;
}

std::vector<VermeldingKort> lees_kort(poort::Gang& gang, const std::vector<VermeldingId>& ids) {
    std::vector<VermeldingKort> uit;
    if (ids.empty()) return uit;
    for (const auto rij : gang.tx().doe("select id, entiteit, soort, tekst, sleutel, rol, dossier_soort, dossier from entiteit.vermelding"
                                        " where organisatie = $1 and id = any($2::uuid[]) and zicht = any($3::int[])",
                                        gang.wie().organisatie, ids, gang.wie().zichten)) {
        uit.push_back({.id = rij.veld<VermeldingId>("id"),
                       .entiteit = rij.veld<std::optional<EntiteitId>>("entiteit"),
                       .soort = rij.veld<std::string>("soort"),
                       .tekst = rij.veld<std::string>("tekst"),
                       .sleutel = rij.veld<std::optional<std::string>>("sleutel"),
                       .rol = rij.veld<std::optional<std::string>>("rol"),
                       .dossier_soort = rij.veld<std::string>("dossier_soort"),
                       .dossier = rij.veld<Uuid>("dossier")});
    }
    return uit;
}

void bewaar_reden(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const std::string& reden) {
    gang.tx().doe("insert into entiteit.bsn_getoond (organisatie, operatie, vermelding, dossier, zicht, reden, door, op)"
                  " values ($1, basis.operatie(), $2, $3, $4, $5, $6, basis.tik())",
                  gang.wie().organisatie, id, dossier.id, dossier.zicht, reden, gang.wie().gebruiker);
}

std::string doorgifte_van(poort::Gang& gang, const std::string& regime) {
    return gang.tx().een("select coalesce((select extra ->> 'doorgifte' from basis.stamcode where lijst = 'regime' and code = $1), 'niet') as doorgifte",
                         regime)[0].veld<std::string>("doorgifte");
}

std::optional<int> compartiment(poort::Gang& gang, int zicht, const std::string& regime) {
    return gang.tx().een("select toegang.compartiment_van($1, $2) as zicht", zicht, regime)[0].veld<std::optional<int>>("zicht");
}

std::vector<std::size_t> onbekende_codes(poort::Gang& gang, const std::vector<std::string>& lijsten,
                                         const std::vector<std::string>& codes) {
    std::vector<std::size_t> uit;
    const auto rijen = gang.tx().doe(
        "select i.nr - 1 as nr from unnest($1::text[], $2::text[]) with ordinality i (lijst, code, nr)"
        " where not exists (select from basis.stamcode s where s.lijst = i.lijst and s.code = i.code) order by i.nr",
        lijsten, codes);
    for (const auto rij : rijen) uit.push_back(rij.veld<std::size_t>("nr"));
    return uit;
}

}  // namespace damwand::entiteit::store
