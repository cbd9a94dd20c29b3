// SPDX-License-Identifier: EUPL-1.2
#include "werk/betrokkene/store.hpp"

#include <algorithm>
#include <map>

#include "engine/termijn/termijn.hpp"

namespace damwand::betrokkene::store {
namespace {

constexpr std::string_view regelkolommen =
    "v.id, v.kenmerk, v.soort, v.staat, v.ontvangen_op, v.termijn, v.behandelaar, g.naam as behandelaar_naam, v.versie";
constexpr std::string_view regelbron =
    " from betrokkene.verzoek v join toegang.gebruiker g on g.organisatie = v.organisatie and g.id = v.behandelaar";

template <class R>
R regel_van(const db::Rij& rij) {
    R uit;
    uit.id = rij.veld<VerzoekId>("id");
    uit.kenmerk = rij.veld<std::string>("kenmerk");
    uit.soort = rij.veld<std::string>("soort");
    uit.staat = rij.veld<std::string>("staat");
    uit.ontvangen_op = rij.veld<Datum>("ontvangen_op");
    uit.termijn = rij.veld<Datum>("termijn");
    uit.behandelaar = {rij.veld<GebruikerId>("behandelaar"), rij.veld<std::string>("behandelaar_naam")};
    uit.versie = rij.veld<int>("versie");
    return uit;
}

/// Reads what the rows of the items say now.
void lees_inhoud(poort::Gang& gang, Gelezen& uit, const std::map<GegevenId, std::string>& besloten) {
    std::map<GegevenId, Gegeven*> op_id;
    for (auto& g : uit.verzoek.gegevens) {
        g.veranderd = g.beslissing.has_value();  // unless the row is there and says the same
        op_id[g.id] = &g;
    }
    for (const auto rij : gang.tx().doe("select gegeven, bron, dag, persoon, tekst, encode(inhoud, 'hex') as som from betrokkene.lees($1)", uit.verzoek.id)) {
        auto& g = *op_id.at(rij.veld<GegevenId>("gegeven"));
        g.bron = rij.veld<std::string>("bron");
        g.dag = rij.veld<Datum>("dag");
        g.inhoud = rij.veld<std::string>("tekst");
        if (const auto som = besloten.find(g.id); som != besloten.end()) g.veranderd = som->second != rij.veld<std::string>("som");
        if (const auto persoon = rij.veld<std::optional<Uuid>>("persoon")) uit.personen.push_back(*persoon);
    }
    for (const auto rij : gang.tx().doe("select * from betrokkene.ontvangers($1)", uit.verzoek.id)) {
        uit.verzoek.gegeven_aan.push_back({rij.veld<GegevenId>("gegeven"), rij.veld<std::string>("verstrekking"), rij.veld<std::string>("kenmerk"), rij.veld<std::string>("ontvanger"),
                                           rij.veld<std::string>("naam"), rij.veld<bool>("te_noemen"), rij.veld<Tijdstip>("op"), rij.veld<std::optional<std::string>>("staat")});
        uit.casussen.push_back(rij.veld<Uuid>("casus"));
    }
}

}  // namespace

std::vector<VerzoekRegel> lijst(poort::Gang& gang) {
    std::vector<VerzoekRegel> uit;
    for (const auto rij : gang.tx().doe("select " + std::string(regelkolommen) + std::string(regelbron) +
                                            " where v.organisatie = $1 and v.zicht = any ($2) order by v.gesloten_op is not null, v.termijn, v.kenmerk limit 500",
                                        gang.wie().organisatie, gang.wie().zichten)) {
        uit.push_back(regel_van<VerzoekRegel>(rij));
    }
    return uit;
}

std::optional<Gelezen> lees(poort::Gang& gang, const VerzoekId& id, bool vergrendel) {
    auto& tx = gang.tx();
    const auto organisatie = gang.wie().organisatie;
    const auto r = tx.doe("select " + std::string(regelkolommen) +
                              ", v.zicht, v.naam, v.adres, v.vraag, v.identiteit, v.termijn_regel, v.termijn_versie, v.verlengd_op, v.verlenging_reden, v.weging,"
                              " v.motivering, v.beperking_melden, v.ontvangers_noemen, v.ontvangers, v.besloten_op, v.besloten_door, b.naam as besloten_naam, v.verzonden_op, v.gesloten_op" +
                              std::string(regelbron) + " left join toegang.gebruiker b on b.organisatie = v.organisatie and b.id = v.besloten_door" +
                              " where v.organisatie = $1 and v.id = $2 and v.zicht = any ($3)" + (vergrendel ? " for update of v" : ""),
                          organisatie, id, gang.wie().zichten);
    if (r.leeg()) return std::nullopt;
    const auto rij = r[0];
    Gelezen uit{.verzoek = regel_van<Verzoek>(rij), .zicht = rij.veld<int>("zicht"), .personen = {}, .casussen = {}};
    auto& v = uit.verzoek;
    v.naam = rij.veld<std::string>("naam");
    v.adres = rij.veld<std::string>("adres");
    v.vraag = rij.veld<std::string>("vraag");
    v.identiteit = rij.veld<std::optional<std::string>>("identiteit");
    v.termijn_regel = rij.veld<std::string>("termijn_regel");
    v.termijn_versie = rij.veld<int>("termijn_versie");
    v.verlengd_op = rij.veld<std::optional<Datum>>("verlengd_op");
    v.verlenging_reden = rij.veld<std::optional<std::string>>("verlenging_reden");
    if (const auto weging = rij.veld<std::optional<boost::json::value>>("weging")) v.weging = json::lees<Weging41>(*weging);
    v.motivering = rij.veld<std::optional<std::string>>("motivering");
    v.beperking_melden = rij.veld<bool>("beperking_melden");
    v.ontvangers_noemen = rij.veld<bool>("ontvangers_noemen");
    v.ontvangers = rij.veld<std::vector<std::string>>("ontvangers");
    v.besloten_op = rij.veld<std::optional<Datum>>("besloten_op");
    v.verzonden_op = rij.veld<std::optional<Datum>>("verzonden_op");
    v.gesloten_op = rij.veld<std::optional<Datum>>("gesloten_op");
    if (!rij.leeg("besloten_door")) v.besloten_door = {rij.veld<GebruikerId>("besloten_door"), rij.veld<std::string>("besloten_naam")};

    // Where an item comes from is what somebody wrote: for who handles the request, as the item itself.
    const bool behandelt = v.behandelaar.id == gang.wie().gebruiker;
    std::map<GegevenId, std::string> besloten;
    for (const auto g : tx.doe("select g.id, g.soort, p.naam, g.moment, g.dossier_soort, g.dossier, coalesce(archief.kenmerk_van(g.dossier), '') as kenmerk, g.regime, g.hoort,"
                               " g.bron, g.datum, g.beslissing, g.tekst, g.grond, g.herzien_op, encode(g.inhoud, 'hex') as som, g.versie"
                               " from betrokkene.gegeven g join betrokkene.vindplaatsen() p on p.soort = g.soort"
                               " where g.organisatie = $1 and g.verzoek = $2 and g.zicht = $3 order by g.dossier_soort, g.dossier, g.soort, g.op, g.id",
                               organisatie, id, uit.zicht)) {
        v.gegevens.push_back({.id = g.veld<GegevenId>("id"),
                              .soort = g.veld<std::string>("soort"),
                              .naam = g.veld<std::string>("naam"),
                              .moment = g.veld<std::optional<Tijdstip>>("moment"),
                              .dossier_soort = g.veld<std::string>("dossier_soort"),
                              .dossier = g.veld<Uuid>("dossier"),
                              .kenmerk = g.veld<std::string>("kenmerk"),
                              .regime = g.veld<std::string>("regime"),
                              .hoort = g.veld<bool>("hoort"),
                              .bron = behandelt ? g.veld<std::optional<std::string>>("bron") : std::nullopt,
                              .dag = g.veld<std::optional<Datum>>("datum"),
                              .inhoud = std::nullopt,
                              .beslissing = g.veld<std::optional<std::string>>("beslissing"),
                              .tekst = g.veld<std::optional<std::string>>("tekst"),
                              .grond = g.veld<std::optional<std::string>>("grond"),
                              .herzien_op = g.veld<std::optional<Datum>>("herzien_op"),
                              .veranderd = false,
                              .versie = g.veld<int>("versie")});
        if (const auto som = g.veld<std::optional<std::string>>("som")) besloten[v.gegevens.back().id] = *som;
    }
    for (const auto z : tx.doe("select op, termen, gevonden, meer from betrokkene.zoekslag where organisatie = $1 and verzoek = $2 and zicht = $3 order by op, id", organisatie, id, uit.zicht)) {
        v.zoekslagen.push_back({z.veld<Tijdstip>("op"), json::lees<std::vector<Zoekterm>>(z.veld<boost::json::value>("termen")), z.veld<int>("gevonden"), z.veld<bool>("meer")});
    }
    for (const auto o : tx.doe("select o.van_staat, o.naar_staat, o.reden, o.door, g.naam, o.op from betrokkene.overgang o"
                               " join toegang.gebruiker g on g.organisatie = o.organisatie and g.id = o.door"
                               " where o.organisatie = $1 and o.verzoek = $2 and o.zicht = $3 order by o.op, o.id",
                               organisatie, id, uit.zicht)) {
        v.verloop.push_back({o.veld<std::optional<std::string>>("van_staat"), o.veld<std::string>("naar_staat"), o.veld<std::optional<std::string>>("reden"),
                             {o.veld<GebruikerId>("door"), o.veld<std::string>("naam")}, o.veld<Tijdstip>("op")});
    }
    v.gronden = informeren::gronden(gang, v.soort);
    if (behandelt && (v.staat == "onderzoek" || v.staat == "besloten")) lees_inhoud(gang, uit, besloten);
    v.stappen = stappen(v.staat);
    if (v.staat == "onderzoek") {
        v.beletselen = beletselen(v);
        if (tx.een("select betrokkene.bestanden_open($1) as n", id)[0].veld<int>("n") > 0) v.beletselen.emplace_back("bestanden-niet-nagekeken");
    }
    if (v.verzonden_op) v.bezwaar_tot = bezwaar_tot(*v.verzonden_op);
    return uit;
}

void maak(poort::Gang& gang, const VerzoekId& id, const std::string& kenmerk, const VerzoekNieuw& nieuw, Datum termijn) {
    gang.tx().doe("insert into betrokkene.verzoek (organisatie, id, zicht, kenmerk, soort, staat, ontvangen_op, naam, adres, vraag, behandelaar, termijn, termijn_regel, termijn_versie)"
                  " select $1, $2, z.zicht, $3, $4, 'ontvangen', $5, $6, $7, $8, $9, $10, 'AVG-12(3)', $11 from toegang.zicht z where z.organisatie = $1 and z.naam = 'toezicht'",
                  gang.wie().organisatie, id, kenmerk, nieuw.soort, nieuw.ontvangen_op, nieuw.naam, nieuw.adres ? **nieuw.adres : std::string{}, nieuw.vraag,
                  gang.wie().gebruiker, termijn, damwand::termijn::regelversie);
}

int bewaar(poort::Gang& gang, const Verzoek& v) {
    std::optional<boost::json::value> weging;
    if (v.weging) weging = json::schrijf(*v.weging);
    return gang.tx()
        .een("update betrokkene.verzoek set staat = $3, naam = $4, adres = $5, vraag = $6, identiteit = $7, behandelaar = $8, termijn = $9, termijn_versie = $10,"
             " verlengd_op = $11, verlenging_reden = $12, weging = $13, motivering = $14, beperking_melden = $15, besloten_op = $16, besloten_door = $17,"
             " verzonden_op = $18, gesloten_op = $19, ontvangers_noemen = $20, ontvangers = $21, versie = versie + 1 where organisatie = $1 and id = $2 returning versie",
             gang.wie().organisatie, v.id, v.staat, v.naam, v.adres, v.vraag, v.identiteit, v.behandelaar.id, v.termijn, v.termijn_versie, v.verlengd_op,
             v.verlenging_reden, weging, v.motivering, v.beperking_melden, v.besloten_op, v.besloten_door ? std::optional(v.besloten_door->id) : std::nullopt, v.verzonden_op, v.gesloten_op,
             v.ontvangers_noemen, v.ontvangers)[0]
        .veld<int>("versie");
}

void overgang(poort::Gang& gang, const VerzoekId& id, const std::optional<std::string>& van, const std::string& naar, const std::optional<std::string>& reden) {
    gang.tx().doe("insert into betrokkene.overgang (organisatie, id, zicht, verzoek, van_staat, naar_staat, reden, door, op, operatie)"
                  " select v.organisatie, $3, v.zicht, v.id, $4, $5, $6, $7, basis.tik(), basis.operatie() from betrokkene.verzoek v where v.organisatie = $1 and v.id = $2",
                  gang.wie().organisatie, id, Uuid::willekeurig(), van, naar, reden, gang.wie().gebruiker);
}

Gevonden zoek(poort::Gang& gang, const Verzoek& verzoek, const std::vector<Zoekterm>& termen, int hoogstens) {
    Gevonden uit;
    std::vector<std::string> woorden;
    std::vector<std::string> nummers;
    for (const auto& t : termen) (*t.soort == "nummer" ? nummers : woorden).push_back(*t.waarde);
    int aantal = 0;
    for (const auto rij : gang.tx().doe("select z.*, g.hoort from betrokkene.zoek($1, $2, $3, $4) z left join betrokkene.gegeven g"
                                        " on g.organisatie = $5 and g.verzoek = $1 and g.soort = z.soort and g.rij = z.rij and g.moment is not distinct from z.moment",
                                        verzoek.id, woorden, nummers, hoogstens + 1, gang.wie().organisatie)) {
        if (++aantal > hoogstens) break;
        uit.uitkomst.resultaten.push_back({.soort = rij.veld<std::string>("soort"),
                                           .rij = rij.veld<Uuid>("rij"),
                                           .moment = rij.veld<std::optional<Tijdstip>>("moment"),
                                           .dossier_soort = rij.veld<std::string>("dossier_soort"),
                                           .kenmerk = rij.veld<std::optional<std::string>>("kenmerk").value_or(""),
                                           .regime = rij.veld<std::string>("regime"),
                                           .bron = rij.veld<std::string>("bron"),
                                           .dag = rij.veld<Datum>("dag"),
                                           .tekst = rij.veld<std::string>("tekst"),
                                           .hoort = rij.veld<std::optional<bool>>("hoort")});
        uit.objecten.push_back(rij.veld<Uuid>("dossier"));
        if (const auto& soort = uit.uitkomst.resultaten.back().soort; soort == "document" || soort == "bestand") uit.objecten.push_back(rij.veld<Uuid>("rij"));
        if (const auto persoon = rij.veld<std::optional<Uuid>>("persoon")) uit.personen.push_back(*persoon);
    }
    uit.uitkomst.meer = aantal > hoogstens;
    gang.tx().doe("insert into betrokkene.zoekslag (organisatie, id, zicht, verzoek, termen, gevonden, meer, door, op, operatie)"
                  " select v.organisatie, $3, v.zicht, v.id, $4, $5, $6, $7, basis.tik(), basis.operatie() from betrokkene.verzoek v where v.organisatie = $1 and v.id = $2",
                  gang.wie().organisatie, verzoek.id, Uuid::willekeurig(), json::schrijf(termen), static_cast<int>(uit.uitkomst.resultaten.size()), uit.uitkomst.meer,
                  gang.wie().gebruiker);
    return uit;
}

std::optional<Plaats> vind(poort::Gang& gang, const VerzoekId& verzoek, const Aanwijzing& wat) {
    const auto r = [&] {
        try {
            return gang.tx().doe("select * from betrokkene.vind($1, $2, $3, $4)", verzoek, wat.soort, wat.rij, wat.moment);
        } catch (const db::DbFout& fout) {
            if (fout.sqlstate() == "DW001") throw Fout(FoutSoort::botsing, "wordt-vernietigd", "Over dit dossier is al beslist: het wordt nu vernietigd.");
            throw;
        }
    }();
    if (r.leeg()) return std::nullopt;
    return Plaats{r[0].veld<std::string>("dossier_soort"), r[0].veld<Uuid>("dossier"), r[0].veld<std::string>("kenmerk"), r[0].veld<std::string>("regime")};
}

void wijs_aan(poort::Gang& gang, const VerzoekId& verzoek, const Aanwijzing& wat, const Plaats& plaats) {
    gang.tx().doe("insert into betrokkene.gegeven as g (organisatie, id, zicht, verzoek, soort, rij, moment, dossier_soort, dossier, regime, hoort, door, op)"
                  " select v.organisatie, $3, v.zicht, v.id, $4, $5, $6, $7, $8, $9, $10, $11, basis.nu() from betrokkene.verzoek v where v.organisatie = $1 and v.id = $2"
                  " on conflict (organisatie, verzoek, soort, rij, moment) do update set hoort = excluded.hoort, beslissing = null, tekst = null, bron = null, datum = null,"
                  " grond = null, herzien_op = null, inhoud = null, door = excluded.door, op = excluded.op, versie = g.versie + 1 where g.hoort <> excluded.hoort",
                  gang.wie().organisatie, verzoek, Uuid::willekeurig(), wat.soort, wat.rij, wat.moment, plaats.dossier_soort, plaats.dossier, plaats.regime, wat.hoort,
                  gang.wie().gebruiker);
}

void besluit(poort::Gang& gang, const Verzoek& verzoek, const Gegeven& g, const GegevenBesluit& b) {
    // What is given stands here as it was decided; what is withheld only as a hash.
    std::optional<std::string> tekst;
    const bool geeft = *b.beslissing != "weigeren";
    const bool geheel = *b.beslissing == "toewijzen" && verzoek.soort == "inzage";
    if (geeft) tekst = b.tekst ? **b.tekst : std::string{};
    gang.tx().doe("update betrokkene.gegeven g set beslissing = $4, grond = $6, herzien_op = $7, inhoud = l.inhoud, door = $8, op = basis.nu(), versie = g.versie + 1,"
                  " tekst = case when $9 then l.tekst else $5 end, bron = case when $10 then l.bron end, datum = case when $10 then l.dag end"
                  " from betrokkene.lees($2) l where g.organisatie = $1 and g.verzoek = $2 and g.id = $3 and l.gegeven = g.id",
                  gang.wie().organisatie, verzoek.id, g.id, b.beslissing, tekst, b.grond, b.herzien_op, gang.wie().gebruiker, geheel, geeft);
}

void meld_ontvangers(poort::Gang& gang, const VerzoekId& id) { gang.tx().doe("select betrokkene.meld_ontvangers($1)", id); }

bool mag_behandelen(poort::Gang& gang, const GebruikerId& wie) {
    return !gang.tx()
                .doe("select from toegang.gebruiker g join toegang.gebruiker_rol r on r.organisatie = g.organisatie and r.gebruiker = g.id and (r.tot is null or r.tot > basis.nu())"
                     " join toegang.rol_recht t on t.rol = r.rol and t.recht = 'verzoek.behandelen' where g.organisatie = $1 and g.id = $2 and g.actief limit 1",
                     gang.wie().organisatie, wie)
                .leeg();
}

std::vector<Verwerking> verwerkingen(poort::Gang& gang) {
    using Woorden = std::vector<std::string>;
    std::vector<Verwerking> uit;
    for (const auto rij : gang.tx().doe("select a.*, array(select r.naam_nl from toegang.rol r where r.code = any (logboek.rollen_van(a.code)) order by r.volgorde)::text[] as rollen,"
                                        " basis.maanden(a.bewaartermijn) as maanden, d.verwijzing, d.vastgesteld_op"
                                        " from logboek.activiteit a left join lateral logboek.dpia_van(a.code, a.geldig_tot) d on true order by a.code, a.versie")) {
        uit.push_back({.code = rij.veld<std::string>("code"),
                       .versie = rij.veld<int>("versie"),
                       .naam = rij.veld<std::string>("naam_nl"),
                       .doel = rij.veld<std::string>("doel"),
                       .grondslag_avg = rij.veld<std::string>("grondslag_avg"),
                       .grondslag_wet = rij.veld<std::string>("grondslag_wet"),
                       .regime = rij.veld<std::string>("regime"),
                       .betrokkenen = rij.veld<Woorden>("betrokkenen"),
                       .gegevens = rij.veld<Woorden>("gegevens"),
                       .ontvangers = rij.veld<Woorden>("ontvangers"),
                       .rollen = rij.veld<Woorden>("rollen"),
                       .bewaartermijn = in_woorden(rij.veld<int>("maanden")),
                       .vertrouwelijk = rij.veld<bool>("vertrouwelijk"),
                       .geldig_van = rij.veld<Datum>("geldig_van"),
                       .geldig_tot = rij.veld<std::optional<Datum>>("geldig_tot"),
                       .dpia = rij.veld<std::optional<std::string>>("verwijzing").value_or(""),
                       .dpia_op = rij.veld<std::optional<Datum>>("vastgesteld_op")});
    }
    return uit;
}

bool verwijs(poort::Gang& gang, const std::string& activiteit, const Dpiaverwijzing& d) {
    return gang.tx().doe("insert into logboek.dpia (organisatie, id, activiteit, verwijzing, vastgesteld_op, door, op, operatie)"
                         " select $1, $2, $3, $4, $5, $6, basis.tik(), basis.operatie() where exists (select from logboek.activiteit where code = $3) returning id",
                         gang.wie().organisatie, Uuid::willekeurig(), activiteit, d.verwijzing, d.vastgesteld_op, gang.wie().gebruiker).aantal() > 0;
}

std::vector<Compartiment> compartimenten(poort::Gang& gang) {
    std::vector<Compartiment> uit;
    for (const auto rij : gang.tx().doe("select s.naam_nl, array_agg(r.naam_nl order by r.volgorde)::text[] as rollen from toegang.compartiment_rol k"
                                        " join toegang.rol r on r.code = k.rol join basis.stamcode s on s.lijst = 'regime' and s.code = k.compartiment"
                                        " where k.organisatie = $1 group by s.naam_nl, s.volgorde order by s.volgorde",
                                        gang.wie().organisatie)) {
        uit.push_back({rij.veld<std::string>("naam_nl"), rij.veld<std::vector<std::string>>("rollen")});
    }
    return uit;
}

}  // namespace damwand::betrokkene::store
