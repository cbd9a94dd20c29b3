// SPDX-License-Identifier: EUPL-1.2
#include "app/archief.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <boost/json.hpp>

namespace damwand::app {
namespace bj = boost::json;

int archief_kandidaten(const Instellingen& i, const std::string& organisatie, bool als_json) {
    Bestand bestand(i);
    bestand.maak_en_migreer(false);
    db::Pool pool(bestand.dsn("toepassing"), 1);
    const logboek::Pseudoniem pseudoniem(i.map / "sleutels" / "pseudoniem");
    std::vector<std::pair<OrganisatieId, std::string>> organisaties;
    {
        db::Transactie tx(pool, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        for (const auto rij : tx.doe("select nummer, code from toegang.organisatie where nummer > 0 and ($1 = '' or code = $1) order by nummer", organisatie)) {
            organisaties.emplace_back(rij.veld<OrganisatieId>("nummer"), rij.veld<std::string>("code"));
        }
    }
    if (organisaties.empty()) throw Fout(FoutSoort::ongeldig, "organisatie", "Deze organisatie is er niet.");
    bj::array alle;
    for (const auto& [nummer, code] : organisaties) {
        db::Transactie tx(pool, {.organisatie = nummer, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        logboek::Regels regels;
        for (const auto& k : archief::kandidaten(tx)) {
            regels.objecten.insert(k.object);
            auto o = json::schrijf(k).as_object();
            o["organisatie"] = code;
            alle.push_back(o);
            if (als_json) continue;
            fmt::print("{}  {:<14} {:<9} bewaard tot en met {}  {}\n", code, k.kenmerk, k.object_soort, tekst(k.bewaren_tot), k.grond);
            for (const auto& b : k.blokkades) fmt::print("    geblokkeerd: {}{}\n", b.soort, b.tot ? " tot en met " + tekst(*b.tot) : "");
        }
        logboek::schrijf(tx, {.naam = "vernietigingskandidatenTonen", .activiteit = std::nullopt, .actor = std::nullopt, .rol = "techniek", .acr = "opdrachtregel",
                              .sessie = std::nullopt, .oorsprong = "opdrachtregel", .toelichting = std::nullopt, .verwerkt = false},
                         regels, pseudoniem);
        tx.leg_vast();
    }
    if (als_json) fmt::print("{}\n", bj::serialize(alle));
    else if (alle.empty()) fmt::print("Er hoeft vandaag niets vernietigd te worden.\n");
    return alle.empty() ? 0 : 1;
}

int archief_bewijs(const Instellingen& i, const std::string& dossier, bool als_json) {
    const auto id = Uuid::lees(dossier);
    if (!id) throw Fout(FoutSoort::ongeldig, "id", "Geef het id van de casus of het signaal, zoals het in het logboek staat.");
    const Bestand bestand(i);
    const archief::Vernietigingsboek boek(vernietigingsboek(i));
    std::optional<OrganisatieId> organisatie;
    for (const auto alles = boek.lees(); const auto& r : alles.regels) {
        if (r.dossier.id == *id) organisatie = r.dossier.organisatie;
    }
    if (!organisatie) {
        fmt::print(stderr, "Dit dossier staat niet in het vernietigingsboek: het is hier niet vernietigd.\n");
        return 1;
    }
    const toegang::Zegel zegel(i.map / "sleutels" / "meester");
    const documenten::Sleutels sleutels(i.map / "sleutels" / "dossiers", zegel);
    const documenten::Opslag opslag(i.map / "documenten", sleutels);
    db::Pool beheer(bestand.beheer_dsn("damwand"), 1);
    bool weg = true;
    bj::array plaatsen;
    for (const auto& p : archief::bewijs(beheer, opslag, boek, *organisatie, *id)) {
        weg = weg && p.goed;
        if (als_json) plaatsen.push_back(bj::object{{"plaats", p.plaats}, {"gevonden", p.gevonden}, {"goed", p.goed}, {"uitleg", p.uitleg}});
        else fmt::print("{:<10} {:<36} {:>6}  {}\n", p.goed ? "in orde" : "NIET WEG", p.plaats, p.gevonden, p.uitleg);
    }
    if (als_json) fmt::print("{}\n", bj::serialize(bj::object{{"dossier", id->tekst()}, {"weg", weg}, {"plaatsen", std::move(plaatsen)}}));
    else fmt::print("{}\n", weg ? "Van dit dossier is niets meer over; de logboeken noemen alleen zijn id." : "Van dit dossier is nog iets over.");
    if (!i.sleutelkopie.empty() && !als_json) fmt::print("De kopie van de sleutels vergeet hem ten hoogste {} dagen na de vernietiging.\n", documenten::Sleutels::bewaardagen);
    return weg ? 0 : 1;
}

void maak_vergeten_af(const Bestand& bestand, Huis& huis) {
    db::Pool beheer(bestand.beheer_dsn("damwand"), 1);
    if (const auto terug = archief::herhaal(beheer, huis.opslag, huis.boek, huis.pseudoniem); terug > 0) {
        spdlog::warn("archive: {} dossiers were back and are destroyed again", terug);
    }
    if (const auto af = huis.vernietiger.werk_af(); af > 0) spdlog::info("archive: {} dossiers destroyed, of a list that was begun", af);
}

}  // namespace damwand::app
