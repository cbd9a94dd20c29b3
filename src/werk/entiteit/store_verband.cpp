// SPDX-License-Identifier: EUPL-1.2
#include "werk/entiteit/store.hpp"

namespace damwand::entiteit::store {

std::optional<Eind> eind(poort::Gang& gang, const Dossier& dossier, VermeldingId id) {
    // The signalen are read by name: their room stands after this one.
    const auto rijen = gang.tx().doe(
        "select v.soort, v.regime, v.doorgifte, v.doorgifte_reden from entiteit.vermelding v"
        " where v.organisatie = $1 and v.id = $2 and v.zicht = any($4::int[])"
        "   and (v.dossier = $3 or exists (select from signaal.signaal s where s.organisatie = $1 and s.id = v.dossier and s.casus = $3"
        "                                     and s.zicht = any($4::int[]))) for share of v",
        gang.wie().organisatie, id, dossier.id, gang.wie().zichten);
    if (rijen.leeg()) return std::nullopt;
    const auto rij = rijen[0];
    return Eind{.soort = rij.veld<std::string>("soort"),
                .label = {.regime = rij.veld<std::string>("regime"),
                          .doorgifte = rij.veld<std::string>("doorgifte"),
                          .doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden")}};
}

std::optional<Verbandsoort> verbandsoort(poort::Gang& gang, const std::string& code) {
    const auto rijen = gang.tx().doe("select array(select jsonb_array_elements_text(extra -> 'wie')) as wie,"
                                     "       array(select jsonb_array_elements_text(extra -> 'wat')) as wat"
                                     "  from basis.stamcode where lijst = 'verbandsoort' and code = $1", code);
    if (rijen.leeg()) return std::nullopt;
    return Verbandsoort{rijen[0].veld<std::vector<std::string>>("wie"), rijen[0].veld<std::vector<std::string>>("wat")};
}

bool al_gezegd(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& n) {
    return !gang.tx().doe("select from entiteit.verband where organisatie = $1 and dossier = $2 and soort = $3 and wie = $4 and wat = $5"
                          " and zicht = any($6::int[]) and (uit_bron = $7 or uit_document = $8)",
                          gang.wie().organisatie, dossier.id, *n.soort, n.wie, n.wat, gang.wie().zichten, n.uit_bron, n.uit_document).leeg();
}

void maak_verband(poort::Gang& gang, const Dossier& dossier, const VerbandNieuw& n, const VerbandBron& b) {
    gang.tx().doe(
        "insert into entiteit.verband (organisatie, id, zicht, dossier, soort, wie, wat, geldig_van, geldig_tot, toelichting, bron, uit_bron,"
        " uit_document, peildatum, bron_betrouwbaarheid, informatie_waarde, regime, doorgifte, doorgifte_reden, activiteit, door, op, van, operatie)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, basis.tik(), basis.nu(), basis.operatie())",
        gang.wie().organisatie, b.id, dossier.zicht, dossier.id, *n.soort, n.wie, n.wat, b.geldig_van, b.geldig_tot, b.toelichting, b.bron,
        b.uit_bron, b.uit_document, b.peildatum, b.bron_betrouwbaarheid, b.informatie_waarde, b.regime, b.doorgifte, b.doorgifte_reden,
        gang.activiteit(), gang.wie().gebruiker);
}

void werk_verband_bij(poort::Gang& gang, const Dossier& dossier, const VerbandBron& b) {
    gang.tx().doe("update entiteit.verband set geldig_van = $4, geldig_tot = $5, toelichting = $6, bron = $7, peildatum = $8,"
                  "       bron_betrouwbaarheid = $9, informatie_waarde = $10, doorgifte = $11, doorgifte_reden = $12, versie = versie + 1"
                  " where organisatie = $1 and dossier = $2 and id = $3",
                  gang.wie().organisatie, dossier.id, b.id, b.geldig_van, b.geldig_tot, b.toelichting, b.bron, b.peildatum,
                  b.bron_betrouwbaarheid, b.informatie_waarde, b.doorgifte, b.doorgifte_reden);
}

void haal_verband_weg(poort::Gang& gang, const Dossier& dossier, VerbandId id) {
    gang.tx().doe("delete from entiteit.verband where organisatie = $1 and dossier = $2 and id = $3", gang.wie().organisatie, dossier.id, id);
}

void haal_verbanden_weg(poort::Gang& gang, VermeldingId eind) {
    gang.tx().doe("delete from entiteit.verband where organisatie = $1 and $2 in (wie, wat) and zicht = any($3::int[])",
                  gang.wie().organisatie, eind, gang.wie().zichten);
}

void verscherp_verbanden(poort::Gang& gang, const std::vector<VermeldingId>& einden) {
    if (einden.empty()) return;
    gang.tx().doe(
        "update entiteit.verband b set regime = n.regime, doorgifte = n.doorgifte, versie = b.versie + 1,"
        "       doorgifte_reden = case when b.doorgifte = n.doorgifte then b.doorgifte_reden else n.reden end"
        "  from (select b.id, basis.strengste('regime', array_agg(v.regime) || b.regime) as regime,"
        "               basis.strengste('doorgifte', array_agg(v.doorgifte) || b.doorgifte) as doorgifte, max(v.doorgifte_reden) as reden"
        "          from entiteit.vermelding v join entiteit.verband b on b.organisatie = v.organisatie and v.id in (b.wie, b.wat)"
        "         where v.organisatie = $1 and array[b.wie, b.wat] && $2::uuid[] group by b.organisatie, b.id) n"
        " where b.organisatie = $1 and b.id = n.id and b.zicht = any($3::int[]) and (b.regime, b.doorgifte) <> (n.regime, n.doorgifte)",
        gang.wie().organisatie, einden, gang.wie().zichten);
}

std::vector<Verbandrij> lees_verbanden(poort::Gang& gang, const Dossier& dossier, std::optional<VerbandId> id, std::optional<Tijdstip> moment) {
    // A row names both its ends, so whoever may not see one of them does not see it.
    const auto rijen = gang.tx().doe(
        "select b.id, b.soort, b.geldig_van, b.geldig_tot, b.toelichting, b.bron, b.uit_bron, b.uit_document, b.peildatum, b.bron_betrouwbaarheid,"
        "       b.informatie_waarde, b.regime, b.doorgifte, b.doorgifte_reden, b.door, g.naam as door_naam, b.op, b.versie,"
        "       b.wie, w.soort as wie_soort, w.tekst as wie_tekst, coalesce(w.entiteit, w.id) as wie_persoon, w.regime as wie_regime,"
        "       w.doorgifte as wie_doorgifte, w.doorgifte_reden as wie_reden,"
        "       b.wat, a.soort as wat_soort, a.tekst as wat_tekst, coalesce(a.entiteit, a.id) as wat_persoon, a.regime as wat_regime,"
        "       a.doorgifte as wat_doorgifte, a.doorgifte_reden as wat_reden"
        "  from entiteit.verband_op($4::timestamptz) b"
        "  cross join lateral (select * from entiteit.vermelding_op($4::timestamptz) v"
        "                       where v.organisatie = $1 and v.id = b.wie and v.zicht = any($5::int[]) limit 1) w"
        "  cross join lateral (select * from entiteit.vermelding_op($4::timestamptz) v"
        "                       where v.organisatie = $1 and v.id = b.wat and v.zicht = any($5::int[]) limit 1) a"
        "  cross join lateral (select naam from toegang.gebruiker_op($4::timestamptz) u where u.organisatie = $1 and u.id = b.door limit 1) g"
        " where b.organisatie = $1 and b.dossier = $2 and b.zicht = any($5::int[]) and ($3::uuid is null or b.id = $3)"
        " order by b.op, b.id",
        gang.wie().organisatie, dossier.id, id, moment, gang.wie().zichten);
    std::vector<Verbandrij> uit;
    for (const auto rij : rijen) {
        Verbandrij r;
        r.soort = rij.veld<std::string>("soort");
        for (const std::string kant : {"wie", "wat"}) {
            const VerbandEind eind{rij.veld<VermeldingId>(kant), rij.veld<std::string>(kant + "_soort"), rij.veld<std::string>(kant + "_tekst")};
            (kant == "wie" ? r.wie : r.wat) = eind;
            if (eind.soort == "persoon" || eind.soort == "bedrijf") r.personen.push_back(rij.veld<Uuid>(kant + "_persoon"));
            r.labels.push_back({.regime = rij.veld<std::string>(kant + "_regime"),
                                .doorgifte = rij.veld<std::string>(kant + "_doorgifte"),
                                .doorgifte_reden = rij.veld<std::optional<std::string>>(kant + "_reden")});
        }
        r.bron = {.id = rij.veld<VerbandId>("id"),
                  .geldig_van = rij.veld<std::optional<Datum>>("geldig_van"),
                  .geldig_tot = rij.veld<std::optional<Datum>>("geldig_tot"),
                  .toelichting = rij.veld<std::optional<std::string>>("toelichting"),
                  .bron_betrouwbaarheid = rij.veld<std::string>("bron_betrouwbaarheid"),
                  .informatie_waarde = rij.veld<int>("informatie_waarde"),
                  .regime = rij.veld<std::string>("regime"),
                  .bron = rij.veld<std::string>("bron"),
                  .uit_bron = rij.veld<std::optional<BronId>>("uit_bron"),
                  .uit_document = rij.veld<std::optional<DocumentId>>("uit_document"),
                  .peildatum = rij.veld<Datum>("peildatum"),
                  .doorgifte = rij.veld<std::string>("doorgifte"),
                  .doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden"),
                  .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
                  .op = rij.veld<Tijdstip>("op"),
                  .versie = rij.veld<int>("versie")};
        uit.push_back(std::move(r));
    }
    return uit;
}

}  // namespace damwand::entiteit::store
