// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "werk/archief/store.hpp"

namespace damwand::archief {
namespace {

using http::Methode;
using poort::Gang;
using poort::Niets;

poort::Kop kop(Methode methode, std::string_view pad, std::string_view naam, std::string_view recht, std::string_view samenvatting, bool vers = false) {
    return {.methode = methode,
            .pad = pad,
            .naam = naam,
            .recht = recht,
            .activiteit = std::string_view("archiveren-vernietigen"),
            .audit = methode == Methode::get ? poort::Audit::lezen : poort::Audit::schrijven,
            .tarief = methode == Methode::get ? poort::Tarief::gewoon : poort::Tarief::zwaar,
            .export_klasse = poort::Export::geen,
            .samenvatting = samenvatting,
            .vers = vers};
}

template <std::size_t N>
void eis_code(const std::string& waarde, const std::array<std::string_view, N>& mag, std::string veld, std::vector<VeldFout>& fouten) {
    if (std::find(mag.begin(), mag.end(), waarde) == mag.end()) fouten.push_back({std::move(veld), "onbekende-code", "Kies iets uit de lijst."});
}
void eis_geen(std::vector<VeldFout> fouten) {
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.", std::move(fouten));
}
Datum vandaag(Gang& gang) { return dag_in_amsterdam(gang.tx().nu()); }

Fout botsing(const std::string& code) {
    if (code == "akkoord-ontbreekt") return {FoutSoort::botsing, code, "Er zijn nog geen twee geldige akkoorden, waarvan een van een archivaris."};
    if (code == "geblokkeerd") return {FoutSoort::botsing, code, "Op een dossier van deze lijst rust een blokkade. Maak een nieuwe lijst zonder dat dossier."};
    if (code == "lijst-verouderd") return {FoutSoort::botsing, code, "Een dossier van deze lijst is intussen veranderd. Maak een nieuwe lijst."};
    if (code == "lijst-veranderd") return {FoutSoort::botsing, code, "De lijst is niet meer wat er is goedgekeurd. Maak een nieuwe lijst."};
    if (code == "lijst-leeg") return {FoutSoort::botsing, code, "Er staat niets op deze lijst dat nu vernietigd mag worden."};
    return {FoutSoort::botsing, "al-begonnen", "Deze lijst wordt al uitgevoerd, of is het al."};
}

// ── Rules ───────────────────────────────────────────────────────────────────────────────────────────────────────────

poort::Lijst<Bewaarregel> toon_regels(Gang& gang) { return {.resultaten = store::regels(gang.tx()), .volgende = {}}; }

poort::Lijst<Bewaarregel> stel_regel_vast(Gang& gang, const BewaarregelNieuw& nieuw) {
    static constexpr std::array<std::string_view, 2> casus{"met_maatregel", "zonder_maatregel"};
    static constexpr std::array<std::string_view, 4> signaal{"niet_opgepakt", "doorgestuurd", "duplicaat", "afgehandeld"};
    static constexpr std::array<std::string_view, 2> verzoek{"afgerond", "ingetrokken"};
    static constexpr std::array<std::string_view, 2> overleg{"intern", "met_derden"};
    static constexpr std::array<std::string_view, 1> aanmelding{"gegevens"};
    static constexpr std::array<std::string_view, 2> logboek{"audit", "verwerking"};
    std::vector<VeldFout> fouten;
    if (*nieuw.soort == "casus") eis_code(*nieuw.resultaat, casus, "/resultaat", fouten);
    else if (*nieuw.soort == "signaal") eis_code(*nieuw.resultaat, signaal, "/resultaat", fouten);
    else if (*nieuw.soort == "verzoek") eis_code(*nieuw.resultaat, verzoek, "/resultaat", fouten);
    else if (*nieuw.soort == "overleg") eis_code(*nieuw.resultaat, overleg, "/resultaat", fouten);
    else if (*nieuw.soort == "aanmelding") eis_code(*nieuw.resultaat, aanmelding, "/resultaat", fouten);
    else if (*nieuw.soort == "logboek") eis_code(*nieuw.resultaat, logboek, "/resultaat", fouten);
    else fouten.push_back({"/soort", "onbekende-code", "Kies iets uit de lijst."});
    // Shorter would let somebody have his own trace forgotten.
    if (*nieuw.soort == "logboek" && *nieuw.maanden < 12) fouten.push_back({"/maanden", "logboek-te-kort", "Een logboek wordt ten minste twaalf maanden bewaard."});
    if (nieuw.geldig_van < vandaag(gang)) fouten.push_back({"/geldigVan", "in-verleden", "Wat al gesloten is houdt zijn termijn; kies vandaag of later."});
    eis_geen(std::move(fouten));
    for (const auto& r : store::regels(gang.tx())) {
        if (r.soort == *nieuw.soort && r.resultaat == *nieuw.resultaat && r.geldig_van == nieuw.geldig_van) {
            throw Fout(FoutSoort::botsing, "regel-bestaat-al", "Voor deze dag is al een termijn vastgesteld.");
        }
    }
    store::maak_regel(gang, nieuw);
    return toon_regels(gang);
}

// ── What is due, what stands in the way ───────────────────────────────────────────────────────────────────────────────

poort::Lijst<Kandidaat> toon_kandidaten(Gang& gang) {
    poort::Lijst<Kandidaat> uit{.resultaten = kandidaten(gang.tx()), .volgende = {}};
    for (const auto& k : uit.resultaten) gang.raakt(k.object);
    return uit;
}

poort::Lijst<Blokkade> toon_blokkades(Gang& gang) {
    poort::Lijst<Blokkade> uit{.resultaten = store::blokkades(gang.tx(), std::nullopt), .volgende = {}};
    for (const auto& b : uit.resultaten) gang.raakt(b.object);
    return uit;
}

Blokkade blokkeer(Gang& gang, const BlokkadeNieuw& nieuw) {
    static constexpr std::array<std::string_view, 5> soorten{"bezwaar", "vordering", "verzoek", "bewaarplicht", "riec"};
    std::vector<VeldFout> fouten;
    eis_code(*nieuw.soort, soorten, "/soort", fouten);
    if (nieuw.tot && *nieuw.tot < vandaag(gang)) fouten.push_back({"/tot", "in-verleden", "Deze dag is al voorbij."});
    eis_geen(std::move(fouten));
    const auto id = BlokkadeId::nieuw();
    std::optional<Uuid> object;
    try {
        object = store::blokkeer(gang, id, nieuw);
    } catch (const db::DbFout& fout) {
        if (fout.sqlstate() == "DW001") throw Fout(FoutSoort::botsing, "wordt-vernietigd", "Over dit dossier is al beslist: het wordt nu vernietigd.");
        throw;
    }
    if (!object) throw onbekend();
    auto uit = store::blokkades(gang.tx(), id);
    gang.onderwerp(uit.at(0).object_soort, *object);
    gang.gemaakt(fmt::format("/v1/vernietiging/blokkades/{}", id.tekst()), *object);
    return uit[0];
}

void hef_op(Gang& gang) {
    const auto id = gang.id<BlokkadeId>("id");
    const auto gevonden = store::blokkades(gang.tx(), id);
    if (gevonden.empty()) {
        if (store::is_lopend_verzoek(gang, id)) throw Fout(FoutSoort::botsing, "verzoek-loopt", "Een verzoek van een betrokkene loopt; deze blokkade vervalt als dat klaar is.");
        throw onbekend();
    }
    gang.onderwerp(gevonden[0].object_soort, gevonden[0].object);
    store::hef_op(gang, id);
}

// ── The list ──────────────────────────────────────────────────────────────────────────────────────────────────────────

Lijst lees_lijst(Gang& gang, const LijstId& id) {
    auto gevonden = store::lijsten(gang.tx(), id);
    if (gevonden.empty()) throw onbekend();
    for (const auto& r : gevonden[0].regels) gang.raakt(r.object);
    return std::move(gevonden[0]);
}

poort::Lijst<Lijst> toon_lijsten(Gang& gang) {
    poort::Lijst<Lijst> uit{.resultaten = store::lijsten(gang.tx(), std::nullopt), .volgende = {}};
    for (const auto& l : uit.resultaten) {
        for (const auto& r : l.regels) gang.raakt(r.object);
    }
    return uit;
}

Lijst maak_lijst(Gang& gang, const LijstNieuw& nieuw) {
    const auto id = LijstId::nieuw();
    const auto aantal = store::maak_lijst(gang, id, nieuw.objecten);
    if (nieuw.objecten.empty() || aantal != static_cast<int>(std::set<Uuid>(nieuw.objecten.begin(), nieuw.objecten.end()).size())) {
        throw Fout(FoutSoort::botsing, "geen-kandidaat", "Een van deze dossiers hoeft nu niet vernietigd te worden, of er rust een blokkade op.");
    }
    gang.gemaakt(fmt::format("/v1/vernietiging/lijsten/{}", id.tekst()), id.waarde);
    return lees_lijst(gang, id);
}

void trek_in(Gang& gang) {
    const auto lijst = lees_lijst(gang, gang.id<LijstId>("id"));
    if (lijst.staat != "open") throw botsing("al-begonnen");
    store::verwijder_lijst(gang, lijst.id);
}

/// A role of the asker that lets him approve; the archivist's first.
std::string rol_van(Gang& gang) {
    const auto& rollen = gang.wie().rollen;
    if (std::find(rollen.begin(), rollen.end(), "archivaris") != rollen.end()) return "archivaris";
    return gang.tx()
        .een("select rol from toegang.rol_recht where recht = 'archief.goedkeuren' and rol = any ($1) order by rol limit 1", gang.wie().rollen)[0]
        .veld<std::string>("rol");
}

Lijst keur_goed(Gang& gang, const AkkoordNieuw& akkoord) {
    const auto lijst = lees_lijst(gang, gang.id<LijstId>("id"));
    const auto ik = gang.wie().gebruiker;
    if (lijst.staat != "open") throw botsing("al-begonnen");
    if (*akkoord.inhoud != lijst.inhoud) throw botsing("lijst-veranderd");
    if (lijst.door.id == ik) throw Fout(FoutSoort::verboden, "eigen-lijst", "Uw eigen lijst keuren twee anderen goed.");
    const auto nu = gang.tx().nu();
    for (const auto& a : lijst.akkoorden) {
        if (a.wie.id == ik && a.tot > nu) throw Fout(FoutSoort::botsing, "al-goedgekeurd", "U keurde deze lijst al goed.");
    }
    const auto rol = rol_van(gang);
    const bool archivaris = rol == "archivaris";
    try {
        // The archivist's seat first; a second archivist may take the other.
        if (!(archivaris && store::keur_goed(gang, lijst, true, rol)) && !store::keur_goed(gang, lijst, false, rol)) {
            throw Fout(FoutSoort::botsing, "al-goedgekeurd",
                       archivaris ? "Deze lijst is al door twee mensen goedgekeurd." : "Iemand anders keurde deze lijst al goed; nu is een archivaris nodig.");
        }
    } catch (const db::DbFout& fout) {
        if (fout.sqlstate() == "23505") throw Fout(FoutSoort::botsing, "al-goedgekeurd", "U keurde deze lijst al goed.");
        throw;
    }
    return lees_lijst(gang, lijst.id);
}

Lijst begin(Gang& gang, const Diensten& diensten) {
    const auto lijst = lees_lijst(gang, gang.id<LijstId>("id"));
    gang.onderwerp("vernietigingslijst", lijst.id.waarde);
    if (const auto beletsel = store::begin(gang, lijst.id)) throw botsing(*beletsel);
    if (diensten.wek) gang.na_vastleggen(diensten.wek);
    return lees_lijst(gang, lijst.id);
}

Vernietigingsverklaring lees_verklaring(Gang& gang) {
    auto gevonden = store::verklaringen(gang.tx(), gang.id<VerklaringId>("id"));
    if (gevonden.empty()) throw onbekend();
    return std::move(gevonden[0]);
}

poort::Route tekst_van_verklaring() {
    poort::Route r = poort::route<Niets, Niets>(kop(Methode::get, "/v1/vernietiging/verklaringen/{id}/tekst", "verklaringTekstTonen", "archief.lezen",
                                                    "De verklaring van vernietiging als tekst, om af te drukken of te bewaren."),
                                                [](Gang&) {});
    r.mediatype = "text/plain";
    r.stroom = [](Gang& gang) {
        const auto v = lees_verklaring(gang);
        http::Antwoord uit{.type = "text/plain; charset=utf-8"};
        uit.lijf = als_tekst(v.inhoud, gang.wie().organisatie_naam);
        uit.koppen.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"verklaring-van-vernietiging-{}.txt\"", v.id.tekst()));
        return uit;
    };
    return r;
}

}  // namespace

std::string als_tekst(const boost::json::value& v, std::string_view organisatie) {
    const auto datum = [&](std::string_view veld) { return v.at(veld).is_null() ? std::string("-") : std::string(v.at(veld).as_string()).substr(0, 10); };
    auto uit = fmt::format("VERKLARING VAN VERNIETIGING\n\nOrganisatie:          {}\nNummer:               {}\nVernietigd op:        {}\n"
                           "Casussen:             {}\nSignalen:             {}\nVerzoeken:            {}\nGesloten in de tijd:  {} tot en met {}\n\n"
                           "Grond (Archiefwet art. 3 en 5):\n",
                           organisatie, std::string_view(v.at("id").as_string()), datum("op"), v.at("casussen").to_number<int>(), v.at("signalen").to_number<int>(),
                           v.as_object().contains("verzoeken") ? v.at("verzoeken").to_number<int>() : 0, datum("van"), datum("tot"));
    for (const auto& g : v.at("gronden").as_array()) uit += fmt::format("  {} x {}\n", g.at("aantal").to_number<int>(), std::string_view(g.at("grond").as_string()));
    uit += "\nGoedgekeurd door twee personen, in de rol van:\n";
    for (const auto& rol : v.at("rollen").as_array()) uit += fmt::format("  {}\n", std::string_view(rol.as_string()));
    uit += "\nWijze: rijen en hun geschiedenis zijn uit de database verwijderd; de sleutel van elk dossier is overschreven en verwijderd,\n"
           "zodat ook kopieën van de bestanden onleesbaar zijn; daarna zijn de bestanden verwijderd.\n\nVerwijderde rijen per tabel:\n";
    for (const auto& r : v.at("rijen").as_array()) uit += fmt::format("  {:<36}{:>8}\n", std::string_view(r.at("tabel").as_string()), r.at("aantal").to_number<std::int64_t>());
    return uit + fmt::format("\nControlegetal van de goedgekeurde lijst: {}\n", std::string_view(v.at("inhoud").as_string()));
}

std::vector<poort::Route> routes(const Diensten& diensten) {
    constexpr std::string_view lezen = "archief.lezen";
    constexpr std::string_view blokkeren = "archief.blokkeren";
    constexpr std::string_view lijst = "archief.lijst";
    using poort::route;
    return {
        route<Niets, poort::Lijst<Bewaarregel>>(kop(Methode::get, "/v1/vernietiging/bewaarregels", "bewaarregelsTonen", lezen, "Hoe lang wat bewaard blijft, nu en eerder."), toon_regels),
        route<BewaarregelNieuw, poort::Lijst<Bewaarregel>>(kop(Methode::post, "/v1/vernietiging/bewaarregels", "bewaarregelVaststellen", "archief.regels",
                                                               "Stelt een bewaartermijn vast voor wat vanaf een dag wordt gesloten."), stel_regel_vast),
        route<Niets, poort::Lijst<Kandidaat>>(kop(Methode::get, "/v1/vernietiging/kandidaten", "vernietigingskandidatenTonen", lezen,
                                                  "Wat vandaag vernietigd moet worden, met de regel en wat in de weg staat."), toon_kandidaten),
        route<Niets, poort::Lijst<Blokkade>>(kop(Methode::get, "/v1/vernietiging/blokkades", "blokkadesTonen", lezen, "Wat vernietiging nu in de weg staat."), toon_blokkades),
        route<BlokkadeNieuw, Blokkade>(poort::maakt(kop(Methode::post, "/v1/vernietiging/blokkades", "blokkadePlaatsen", blokkeren, "Houdt de vernietiging van een dossier tegen, met de reden.")), blokkeer),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/vernietiging/blokkades/{id}", "blokkadeOpheffen", lijst, "Heft een blokkade op."), [](Gang& gang) { hef_op(gang); }),
        route<Niets, poort::Lijst<Lijst>>(kop(Methode::get, "/v1/vernietiging/lijsten", "vernietigingslijstenTonen", lezen, "De vernietigingslijsten, met hun akkoorden."), toon_lijsten),
        route<LijstNieuw, Lijst>(poort::maakt(kop(Methode::post, "/v1/vernietiging/lijsten", "vernietigingslijstMaken", lijst, "Maakt een lijst van kandidaten.")), maak_lijst),
        route<Niets, Lijst>(kop(Methode::get, "/v1/vernietiging/lijsten/{id}", "vernietigingslijstTonen", lezen, "Eén vernietigingslijst."),
                            [](Gang& gang) { return lees_lijst(gang, gang.id<LijstId>("id")); }),
        route<Niets, Niets>(kop(Methode::verwijder, "/v1/vernietiging/lijsten/{id}", "vernietigingslijstIntrekken", lijst, "Trekt een lijst in die nog niet is begonnen."),
                            [](Gang& gang) { trek_in(gang); }),
        route<AkkoordNieuw, Lijst>(kop(Methode::post, "/v1/vernietiging/lijsten/{id}/akkoorden", "vernietigingslijstGoedkeuren", "archief.goedkeuren",
                                       "Keurt precies deze lijst goed; geldt 24 uur.", true), keur_goed),
        route<Niets, Lijst>(kop(Methode::post, "/v1/vernietiging/lijsten/{id}/_voer-uit", "vernietigingslijstUitvoeren", lijst,
                                "Vernietigt wat op de lijst staat. Dit is niet terug te draaien.", true),
                            [diensten](Gang& gang) { return begin(gang, diensten); }),
        route<Niets, poort::Lijst<Vernietigingsverklaring>>(kop(Methode::get, "/v1/vernietiging/verklaringen", "verklaringenTonen", lezen, "De verklaringen van vernietiging."),
                                               [](Gang& gang) { return poort::Lijst<Vernietigingsverklaring>{.resultaten = store::verklaringen(gang.tx(), std::nullopt), .volgende = {}}; }),
        tekst_van_verklaring(),
    };
}

}  // namespace damwand::archief
