// SPDX-License-Identifier: EUPL-1.2
#include "werk/signaal/store.hpp"

#include "base/tekst.hpp"

namespace damwand::signaal::store {
namespace {

/// Title, address and kenmerk as people type them in a search.
std::string zoektekst(const Gegevens& g) { return vouw(g.titel + " " + g.adres_tekst.value_or("") + " " + g.kenmerk); }

Gegevens gegevens_van(const db::Rij& rij) {
    return {.id = rij.veld<SignaalId>("id"),
            .zicht = rij.veld<int>("zicht"),
            .kenmerk = rij.veld<std::string>("kenmerk"),
            .status = rij.veld<std::string>("status"),
            .weging_stap = rij.veld<int>("weging_stap"),
            .titel = rij.veld<std::string>("titel"),
            .omschrijving = rij.veld<std::string>("omschrijving"),
            .bron = rij.veld<std::string>("bron"),
            .thema = rij.veld<std::optional<std::string>>("thema"),
            .ontvangen_op = rij.veld<Tijdstip>("ontvangen_op"),
            .nummeraanduiding = rij.veld<std::optional<std::string>>("nummeraanduiding"),
            .adres_tekst = rij.veld<std::optional<std::string>>("adres_tekst"),
            .bron_betrouwbaarheid = rij.veld<std::string>("bron_betrouwbaarheid"),
            .informatie_waarde = rij.veld<int>("informatie_waarde"),
            .regime = rij.veld<std::string>("regime"),
            .peildatum = rij.veld<Datum>("peildatum"),
            .doorgifte = rij.veld<std::string>("doorgifte"),
            .doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden"),
            .behandelaar = rij.veld<std::optional<GebruikerId>>("behandelaar"),
            .uitgesteld_tot = rij.veld<std::optional<Datum>>("uitgesteld_tot"),
            .naar_wie = rij.veld<std::optional<std::string>>("naar_wie"),
            .duplicaat_van = rij.veld<std::optional<SignaalId>>("duplicaat_van"),
            .casus = rij.veld<std::optional<CasusId>>("casus"),
            .heeft_melder = rij.veld<bool>("heeft_melder"),
            .versie = rij.veld<int>("versie")};
}

/// Its casus stands still first, so that the order is always casus, then signaal (see the dossier read).
void vergrendel_casus(poort::Gang& gang, CasusId casus) {
    const auto gevonden = gang.tx().een("select fase in ('archief', 'vernietigd') as dicht from casus.casus"
                                        " where organisatie = $1 and id = $2 and zicht = any($3::int[]) for update",
                                        gang.wie().organisatie, casus, gang.wie().zichten);
    if (gevonden[0].veld<bool>("dicht")) {
        throw Fout(FoutSoort::botsing, "casus-gesloten", "De casus van dit signaal ligt in het archief. Heropen die eerst.");
    }
}

}  // namespace

SignaalStand Gegevens::stand() const {
    return {.id = id, .zicht = zicht, .kenmerk = kenmerk, .titel = titel, .status = status, .label = label_van(*this),
            .weging_stap = weging_stap, .thema = thema, .casus = casus, .versie = versie};
}

int zicht_met_naam(poort::Gang& gang, std::string_view naam) {
    return gang.tx().een("select zicht from toegang.zicht where organisatie = $1 and naam = $2", gang.wie().organisatie, naam)[0]
        .veld<int>("zicht");
}

std::string regime_van_bron(poort::Gang& gang, const std::string& bron) {
    const auto gevonden = gang.tx().doe("select coalesce(extra->>'regime', 'avg') as regime from basis.stamcode"
                                        " where lijst = 'signaalbron' and code = $1", bron);
    return gevonden.leeg() ? "avg" : gevonden[0].veld<std::string>("regime");
}

bool hoort_bij(poort::Gang& gang, GebruikerId wie, int zicht) {
    return !gang.tx().doe("select from toegang.gebruiker where organisatie = $1 and id = $2 and actief"
                          " and $3::int = any (toegang.zichten_van(id))", gang.wie().organisatie, wie, zicht).leeg();
}

int maak_embargo(poort::Gang& gang, const std::vector<GebruikerId>& wie, int basis, const std::optional<Datum>& tot) {
    const auto zicht = gang.tx().een("select toegang.nieuw_zicht('embargo', null, $1, $2) as zicht", basis, tot)[0].veld<int>("zicht");
    gang.tx().doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker)"
                  " select $1::smallint, $2::integer, unnest($3::uuid[] || $4::uuid)"
                  " on conflict do nothing",
                  gang.wie().organisatie, zicht, wie, gang.wie().gebruiker);
    gang.kom_in(zicht);
    return zicht;
}

std::optional<Embargo> onder_embargo(poort::Gang& gang, int zicht) {
    const auto rijen = gang.tx().doe("select g.id, g.naam, z.tot from toegang.zicht z join toegang.zicht_lid l on l.organisatie = z.organisatie and l.zicht = z.zicht"
                                     "  join toegang.gebruiker g on g.organisatie = l.organisatie and g.id = l.gebruiker"
                                     " where z.organisatie = $1 and z.zicht = $2 and z.soort = 'embargo' and (z.tot is null or z.tot > basis.vandaag())"
                                     " order by g.naam collate pg_catalog.\"C\", g.id",
                                     gang.wie().organisatie, zicht);
    if (rijen.leeg()) return std::nullopt;
    Embargo uit{.wie = {}, .tot = rijen[0].veld<std::optional<Datum>>("tot")};
    for (const auto rij : rijen) uit.wie.push_back({rij.veld<GebruikerId>("id"), rij.veld<std::string>("naam")});
    return uit;
}

void voeg_toe(poort::Gang& gang, Gegevens& g) {
    g.id = SignaalId::nieuw();
    const auto jaar = static_cast<int>(dag_in_amsterdam(gang.tx().nu()).year());
    for (int poging = 0; poging < 10; ++poging) {
        g.kenmerk = nieuw_kenmerk('S', jaar);
        const auto nieuw = gang.tx().doe(
            "insert into signaal.signaal (organisatie, id, zicht, kenmerk, status, weging_stap, titel, omschrijving, bron, thema,"
            " ontvangen_op, nummeraanduiding, adres_tekst, bron_betrouwbaarheid, informatie_waarde, regime, activiteit,"
            " gemeld_door, behandelaar, heeft_melder, zoektekst, peildatum, doorgifte, doorgifte_reden, van, operatie)"
            " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,"
            " basis.nu(), basis.operatie()) on conflict (organisatie, kenmerk) do nothing",
            gang.wie().organisatie, g.id, g.zicht, g.kenmerk, g.status, g.weging_stap, g.titel, g.omschrijving, g.bron, g.thema,
            g.ontvangen_op, g.nummeraanduiding, g.adres_tekst, g.bron_betrouwbaarheid, g.informatie_waarde, g.regime,
            gang.activiteit(), gang.wie().gebruiker, g.behandelaar, g.heeft_melder, zoektekst(g), g.peildatum,
            g.doorgifte, g.doorgifte_reden);
        if (nieuw.geraakt() == 1) return;
    }
    throw Fout(FoutSoort::niet_beschikbaar, "te-druk", "Het is te druk. Probeer het zo nog eens.", {}, "no free kenmerk in ten tries");
}

int zicht_van(poort::Gang& gang, SignaalId id) {
    const auto gevonden = gang.tx().een("select organisatie, zicht from signaal.signaal where organisatie = $1 and id = $2",
                                        gang.wie().organisatie, id);
    const auto zicht = gevonden[0].veld<int>("zicht");
    gang.sta_toe({"signaal", id.waarde, gevonden[0].veld<OrganisatieId>("organisatie"), zicht});
    gang.onderwerp("signaal", id.waarde);
    return zicht;
}

Gegevens vergrendel(poort::Gang& gang, SignaalId id) {
    const auto& organisatie = gang.wie().organisatie;
    const auto eerst = gang.tx().een("select casus from signaal.signaal where organisatie = $1 and id = $2", organisatie, id);
    const auto casus = eerst[0].veld<std::optional<CasusId>>("casus");
    if (casus) vergrendel_casus(gang, *casus);
    const auto gevonden = gang.tx().een(
        "select organisatie, id, zicht, kenmerk, status, weging_stap, titel, omschrijving, bron, thema, ontvangen_op, nummeraanduiding,"
        "       adres_tekst, bron_betrouwbaarheid, informatie_waarde, regime, peildatum, doorgifte, doorgifte_reden, behandelaar, uitgesteld_tot, naar_wie,"
        "       duplicaat_van, casus, heeft_melder, versie"
        "  from signaal.signaal where organisatie = $1 and id = $2 for update",
        organisatie, id);
    auto g = gegevens_van(gevonden[0]);
    gang.sta_toe({"signaal", id.waarde, gevonden[0].veld<OrganisatieId>("organisatie"), g.zicht});
    gang.onderwerp("signaal", id.waarde);
    if (g.casus != casus) {  // it became a casus while we waited: whoever holds the casus goes first
        throw Fout(FoutSoort::verouderd, "verouderd", "Iemand anders heeft dit intussen gewijzigd. Uw wijziging is niet opgeslagen.");
    }
    if (casus) gang.casus(casus->waarde);
    return g;
}

void werk_bij(poort::Gang& gang, Gegevens& g) {
    gang.tx().doe(
        "update signaal.signaal set zicht = $3, status = $4, weging_stap = $5, titel = $6, omschrijving = $7, thema = $8,"
        "       nummeraanduiding = $9, adres_tekst = $10, bron_betrouwbaarheid = $11, informatie_waarde = $12,"
        "       behandelaar = $13, uitgesteld_tot = $14, naar_wie = $15, duplicaat_van = $16, casus = $17, zoektekst = $18,"
        "       peildatum = $19, doorgifte = $20, doorgifte_reden = $21, versie = versie + 1"
        " where organisatie = $1 and id = $2",
        gang.wie().organisatie, g.id, g.zicht, g.status, g.weging_stap, g.titel, g.omschrijving, g.thema, g.nummeraanduiding,
        g.adres_tekst, g.bron_betrouwbaarheid, g.informatie_waarde, g.behandelaar, g.uitgesteld_tot, g.naar_wie, g.duplicaat_van,
        g.casus, zoektekst(g), g.peildatum, g.doorgifte, g.doorgifte_reden);
    ++g.versie;
}

void voeg_overgang_toe(poort::Gang& gang, const Gegevens& g, const Overgang& o) {
    gang.tx().doe(
        "insert into signaal.overgang (organisatie, id, zicht, signaal, van_status, naar_status, reden, tot, naar_wie, door, op, operatie)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, basis.tik(), basis.operatie())",
        gang.wie().organisatie, Uuid::willekeurig(), g.zicht, g.id, o.van, o.naar, o.reden, o.tot, o.naar_wie, gang.wie().gebruiker);
}

void voeg_weging_toe(poort::Gang& gang, const Gegevens& g, const Wegingsprofiel& profiel, const WegingNieuw& w, const WegingHerkomst* herkomst) {
    json::bj::array standpunten;
    if (herkomst != nullptr) {
        for (const auto& s : herkomst->standpunten) standpunten.push_back({{"gebruiker", s.gebruiker.id.tekst()}, {"eens", s.eens}, {"reden", s.reden ? json::bj::value(*s.reden) : json::bj::value(nullptr)}});
    }
    const auto overleg = herkomst != nullptr ? std::optional(herkomst->overleg) : std::nullopt;
    gang.tx().doe(
        "insert into signaal.weging (organisatie, id, zicht, signaal, stap, profiel, profiel_versie, antwoorden, uitkomst,"
        " motivering, door, op, operatie, overleg, overleg_naam, overleg_dag, standpunten)"
        " values ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9, $10, $11, basis.tik(), basis.operatie(), $12, $13, $14, $15::jsonb)",
        gang.wie().organisatie, WegingId::nieuw(), g.zicht, g.id, w.stap, profiel.code, profiel.versie,
        json::schrijf(w.antwoorden), w.uitkomst, w.motivering, gang.wie().gebruiker, overleg ? std::optional(overleg->id) : std::nullopt,
        overleg ? std::optional(overleg->naam) : std::nullopt, overleg ? std::optional(overleg->dag) : std::nullopt, json::bj::value(std::move(standpunten)));
}

void voeg_melder_toe(poort::Gang& gang, const Gegevens& g, const MelderNieuw& melder) {
    const auto id = Uuid::willekeurig();
    gang.tx().doe(
        "insert into signaal.melder (organisatie, signaal, id, zicht, naam, contact, van, operatie)"
        " values ($1, $2, $3, $4, $5, $6, basis.nu(), basis.operatie())",
        gang.wie().organisatie, g.id, id, zicht_met_naam(gang, "melder"), melder.naam, melder.contact ? **melder.contact : "");
    gang.raakt_persoon(id);
}

Melder toon_melder(poort::Gang& gang, SignaalId id, const std::string& reden) {
    const auto gevonden = gang.tx().een("select id, zicht, naam, contact from signaal.melder where organisatie = $1 and signaal = $2",
                                        gang.wie().organisatie, id);
    const auto rij = gevonden[0];
    const auto zicht = rij.veld<int>("zicht");
    gang.sta_toe({"signaal", id.waarde, gang.wie().organisatie, zicht});
    gang.raakt_persoon(rij.veld<Uuid>("id"));
    gang.raakt_merken(logboek::merken_van_persoon(rij.veld<std::string>("naam")));
    gang.tx().doe("insert into signaal.melder_getoond (organisatie, operatie, signaal, zicht, reden, door, op)"
                  " values ($1, basis.operatie(), $2, $3, $4, $5, basis.tik())",
                  gang.wie().organisatie, id, zicht, reden, gang.wie().gebruiker);
    return {.naam = rij.veld<std::string>("naam"), .contact = rij.veld<std::string>("contact")};
}

std::optional<Origineel> origineel(poort::Gang& gang, SignaalId id) {
    const auto gevonden = gang.tx().doe("select status, duplicaat_van from signaal.signaal"
                                        " where organisatie = $1 and id = $2 and zicht = any($3::int[]) for share",
                                        gang.wie().organisatie, id, gang.wie().zichten);
    if (gevonden.leeg()) return std::nullopt;
    gang.raakt(id.waarde);
    return Origineel{.status = gevonden[0].veld<std::string>("status"),
                     .duplicaat_van = gevonden[0].veld<std::optional<SignaalId>>("duplicaat_van")};
}

void geef_zicht(poort::Gang& gang, const Gegevens& g, int van, int naar) { gang.tx().doe("select toegang.geef_zicht($1, $2, $3)", g.id, van, naar); }

Wegingsprofiel profiel(poort::Gang& gang) {
    // What the organisation chose, else the newest of the shipped profile.
    const auto gevonden = gang.tx().een(
        "select p.code, p.versie, p.inhoud from signaal.wegingsprofiel p"
        "  left join signaal.profielkeuze k on k.organisatie = $1 and k.code = p.code and k.versie = p.versie"
        " where k.organisatie is not null"
        "    or (p.code = 'zoetermeer' and not exists (select from signaal.profielkeuze e where e.organisatie = $1))"
        " order by p.versie desc limit 1",
        gang.wie().organisatie);
    return profiel_van(gevonden[0].veld<std::string>("code"), gevonden[0].veld<int>("versie"),
                       gevonden[0].veld<json::bj::value>("inhoud"));
}

}  // namespace damwand::signaal::store
