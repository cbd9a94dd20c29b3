// SPDX-License-Identifier: EUPL-1.2
#include "app/reserve.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <memory>
#include <set>

#include "app/archief.hpp"
#include "base/duurzaam.hpp"
#include "platform/db/migratie.hpp"
#include "platform/reservekopie/reservekopie.hpp"

namespace damwand::app {
namespace fs = std::filesystem;
namespace bj = boost::json;
namespace {

constexpr const char* werknaam = "damwand_herstel";
constexpr const char* vorige = "damwand_vorige";

struct Vraag {
    std::string naar, sleutel, bestand, sleutels;
    bool droog = false, vervang = false, json = false;
};

std::string megabyte(std::int64_t bytes) { return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6); }
fs::path meester(const Instellingen& i) { return i.map / "sleutels" / "meester"; }

std::int64_t regels_van(const fs::path& boek) {
    std::ifstream in(boek);
    return std::count(std::istreambuf_iterator<char>(in), {}, '\n');
}

fs::path sleutelbestand(const Instellingen& i, const Vraag& v) { return v.sleutel.empty() ? i.reservesleutel : fs::path(v.sleutel); }

int backup(const Instellingen& i, const Vraag& v) {
    const fs::path naar = v.naar.empty() ? i.reservekopie : fs::path(v.naar);
    if (naar.empty()) throw Fout(FoutSoort::ongeldig, "reservekopie", "Zeg waar de reservekopie heen moet: --naar MAP, of reservekopie in damwand.toml.");
    const auto sleutel = reservekopie::lees_sleutel(sleutelbestand(i, v));
    const Bestand bestand(i);
    if (!bestand.bestaat()) throw Fout(FoutSoort::ongeldig, "geen-database", "Er is nog geen database om een kopie van te maken.");
    const auto nu = SysteemKlok().nu();
    const auto vandaag = dag_in_amsterdam(nu);
    const auto doel = naar / reservekopie::naam_van(nu);
    const auto oud = reservekopie::verlopen(naar, vandaag);
    std::int64_t bytes = 0;
    if (!v.droog) {
        bytes = reservekopie::maak(bestand.beheer_dsn("damwand"), doel, sleutel,
                                   {.gemaakt = tekst(nu), .programma = versie, .meester = reservekopie::merk_van(meester(i)), .boek = regels_van(vernietigingsboek(i))});
        // only when there is a new one may an old one go
        for (const auto& een : oud) verwijder_duurzaam(een);
    }
    std::size_t sleutels = 0;
    if (!v.droog && !i.sleutelkopie.empty()) {
        const toegang::Zegel zegel(meester(i));
        sleutels = documenten::Sleutels(i.map / "sleutels" / "dossiers", zegel).maak_kopie(i.sleutelkopie, vandaag);
    }
    if (v.json) {
        bj::array weg;
        for (const auto& een : oud) weg.emplace_back(een.filename().string());
        fmt::print("{}\n", bj::serialize(bj::object{{"bestand", doel.string()}, {"bytes", bytes}, {"verlopen", std::move(weg)}, {"sleutels", sleutels}, {"dryRun", v.droog}}));
        return 0;
    }
    fmt::print("{} {}{}\n", v.droog ? "Zou maken:" : "Gemaakt:", doel.string(), v.droog ? "" : fmt::format(" ({})", megabyte(bytes)));
    for (const auto& een : oud) fmt::print("{} {} (ouder dan {} dagen, of niet afgemaakt)\n", v.droog ? "Zou weggooien:" : "Weggegooid:", een.filename().string(), reservekopie::bewaardagen);
    if (i.sleutelkopie.empty()) fmt::print("De sleutels van dossiers worden nergens heen gekopieerd: zet sleutelkopie in damwand.toml.\n");
    else if (!v.droog) fmt::print("Ook gekopieerd: {} sleutels van dossiers, {} dagen bewaard.\n", sleutels, documenten::Sleutels::bewaardagen);
    return 0;
}

void druk(const reservekopie::Inhoud& inhoud) {
    fmt::print("Deze reservekopie is heel: gemaakt op {} met damwand {}, {} en {} onderdelen.\n", inhoud.kop.gemaakt, inhoud.kop.programma, megabyte(inhoud.bytes), inhoud.onderdelen);
}

int controleer(const Instellingen& i, const Vraag& v) {
    const auto inhoud = reservekopie::controleer(v.bestand, reservekopie::lees_sleutel(sleutelbestand(i, v)));
    if (v.json) fmt::print("{}\n", bj::serialize(bj::object{{"heel", true}, {"gemaakt", inhoud.kop.gemaakt}, {"programma", inhoud.kop.programma}, {"bytes", inhoud.bytes}, {"onderdelen", inhoud.onderdelen}}));
    else druk(inhoud);
    return 0;
}

/// What has to be beside the database before an old one may come back: without the ledger what was destroyed would return,
/// without the master key nothing that is closed opens.
void eis_omgeving(const Instellingen& i, const reservekopie::Kop& kop) {
    if (regels_van(vernietigingsboek(i)) < kop.boek) {
        throw Fout(FoutSoort::botsing, "boek-korter",
                   fmt::format("Het vernietigingsboek {} ontbreekt, of is korter dan toen deze kopie werd gemaakt. Zet eerst het boek terug: zonder komt terug wat vernietigd is.", vernietigingsboek(i).string()));
    }
    if (!kop.meester.empty() && reservekopie::merk_van(meester(i)) != kop.meester) {
        throw Fout(FoutSoort::botsing, "andere-meester", fmt::format("{} is niet de meestersleutel van toen. Zet eerst die terug: zonder is niets te openen wat gesloten is.", meester(i).string()));
    }
}

/// Dossier keys from a copy of the key store: those that are missing here and were not destroyed.
std::size_t zet_sleutels_terug(const Instellingen& i, const fs::path& van) {
    if (!fs::is_directory(van)) throw Fout(FoutSoort::ongeldig, "sleutels", fmt::format("De map {} met sleutels is er niet.", van.string()));
    std::set<fs::path> vernietigd;
    const archief::Vernietigingsboek boek(vernietigingsboek(i));
    for (const auto alles = boek.lees(); const auto& r : alles.regels) vernietigd.insert(r.dossier.pad());
    const auto winkel = i.map / "sleutels" / "dossiers";
    std::size_t aantal = 0;
    for (const auto& item : fs::recursive_directory_iterator(van)) {
        if (!item.is_regular_file()) continue;
        const auto plek = fs::relative(item.path(), van);
        if (vernietigd.contains(plek) || fs::exists(winkel / plek)) continue;
        maak_map(winkel, 0700);
        maak_map((winkel / plek).parent_path(), 0700);
        std::ifstream in(item.path(), std::ios::binary);
        schrijf_duurzaam(winkel / plek, std::string{std::istreambuf_iterator<char>(in), {}}, 0400);
        ++aantal;
    }
    return aantal;
}

/// The restored database takes the place of the one there was; both names change in one transaction.
void wissel(db::Verbinding& server, bool er_was_een) {
    server.script("begin");
    if (er_was_een) server.script(fmt::format("alter database damwand rename to {}", vorige));
    server.script(fmt::format("alter database {} rename to damwand", werknaam));
    server.leg_vast();
    server.script(fmt::format("drop database if exists {} with (force)", vorige));
}

int herstel(const Instellingen& i, const Vraag& v) {
    const auto sleutel = reservekopie::lees_sleutel(sleutelbestand(i, v));
    const auto inhoud = reservekopie::controleer(v.bestand, sleutel);
    eis_omgeving(i, inhoud.kop);
    if (!v.json) druk(inhoud);
    const bool eigen_map = i.dsn.empty();
    if (v.droog) {
        fmt::print("Er is niets veranderd. Terugzetten vervangt de hele database{}; daarna wordt opnieuw vernietigd wat in het boek staat ({} regels).\n",
                   eigen_map ? fmt::format(" in {}", i.map.string()) : "", regels_van(vernietigingsboek(i)));
        return 0;
    }
    auto bestand = std::make_unique<Bestand>(i, Bestand::Bezet::weiger);
    const bool was_er = bestand->bestaat();
    if (was_er && !v.vervang) throw Fout(FoutSoort::botsing, "database-bestaat", "Er is hier al een database. Met --vervang komt de reservekopie daarvoor in de plaats; wat sindsdien is vastgelegd is dan weg.");
    if (!was_er) bestand->maak_en_migreer(false);  // the roles, which no backup of one database holds
    {
        db::Verbinding server(bestand->beheer_dsn("postgres"));
        if (!server.doe("select 1 from pg_stat_activity where datname = 'damwand' and usename = 'toepassing' and pid <> pg_backend_pid()").leeg()) {
            throw Fout(FoutSoort::botsing, "draait-al", "De server draait nog op deze database. Stop hem eerst.");
        }
        server.script(fmt::format("drop database if exists {} with (force)", werknaam));
        db::maak_database(server, werknaam);
    }
    try {
        reservekopie::zet_terug(v.bestand, sleutel, bestand->beheer_dsn(werknaam));
        db::Verbinding terug(bestand->beheer_dsn(werknaam));
        db::migreer(terug);  // an older backup catches up; a newer one is refused here, before anything changed
        terug.script("delete from toegang.sessie");  // who was signed in then, is not now: what was revoked stays so
    } catch (...) {
        db::Verbinding server(bestand->beheer_dsn("postgres"));
        server.script(fmt::format("drop database if exists {} with (force)", werknaam));
        throw;
    }
    {
        db::Verbinding server(bestand->beheer_dsn("postgres"));
        wissel(server, true);
    }
    const auto sleutels = v.sleutels.empty() ? 0 : zet_sleutels_terug(i, v.sleutels);
    {
        Huis huis(i, *bestand);
        maak_vergeten_af(*bestand, huis);
    }
    if (v.json) fmt::print("{}\n", bj::serialize(bj::object{{"teruggezet", inhoud.kop.gemaakt}, {"sleutels", sleutels}}));
    else {
        fmt::print("Teruggezet. Wat in het vernietigingsboek staat is opnieuw vernietigd; iedereen moet zich opnieuw aanmelden.\n");
        if (!v.sleutels.empty()) fmt::print("Uit de kopie van de sleutels kwamen er {} terug.\n", sleutels);
        fmt::print("damwand logboek controleer zal teruggezet melden: dat hoort zo.\n");
    }
    return 0;
}

}  // namespace

void reserve_opdrachten(CLI::App& db, const std::function<Instellingen()>& instellingen, int& uitkomst) {
    auto v = std::make_shared<Vraag>();
    const auto sleutel = [v](CLI::App* c) { c->add_option("--sleutel", v->sleutel, "Bestand (0400) met de sleutel; anders reservesleutel uit damwand.toml"); };
    auto* b = db.add_subcommand("backup", "Maakt een versleutelde reservekopie, ook terwijl de server draait, en gooit weg wat ouder is dan 30 dagen\n\n"
                                          "Voorbeelden:\n  damwand db sleutel --sleutel /veilig/reservesleutel\n  damwand db backup --naar /mnt/elders/damwand --sleutel /veilig/reservesleutel");
    b->add_option("--naar", v->naar, "Map voor de kopieën; anders reservekopie uit damwand.toml");
    sleutel(b);
    b->add_flag("--dry-run", v->droog, "Zegt wat er zou gebeuren en doet niets");
    b->add_flag("--json", v->json, "JSON voor machines");
    b->callback([v, instellingen, &uitkomst] { uitkomst = backup(instellingen(), *v); });

    auto* c = db.add_subcommand("controleer", "Leest een reservekopie tot het laatste zegel, en verandert niets");
    c->add_option("bestand", v->bestand, "De reservekopie")->required();
    sleutel(c);
    c->add_flag("--json", v->json, "JSON voor machines");
    c->callback([v, instellingen, &uitkomst] { uitkomst = controleer(instellingen(), *v); });

    auto* h = db.add_subcommand("herstel", "Zet een reservekopie terug (de server moet uit zijn) en vernietigt opnieuw wat vernietigd was\n\n"
                                           "Voorbeeld:\n  damwand db herstel /mnt/elders/damwand/damwand-2026-11-23T021500Z.dwb --sleutel /veilig/reservesleutel --vervang");
    h->add_option("bestand", v->bestand, "De reservekopie")->required();
    sleutel(h);
    h->add_option("--sleutels", v->sleutels, "Eén dag uit de kopie van de sleutels: wat hier ontbreekt komt terug, wat vernietigd is niet");
    h->add_flag("--vervang", v->vervang, "De database die er is maakt plaats");
    h->add_flag("--dry-run", v->droog, "Controleert alles en verandert niets");
    h->add_flag("--json", v->json, "JSON voor machines");
    h->callback([v, instellingen, &uitkomst] { uitkomst = herstel(instellingen(), *v); });

    auto* s = db.add_subcommand("sleutel", "Maakt een sleutel voor reservekopieën; bewaar hem elders, en nooit bij de kopieën");
    s->add_option("--sleutel", v->sleutel, "Nieuw bestand (0400)")->required();
    s->callback([v, &uitkomst] {
        reservekopie::maak_sleutel(v->sleutel);
        fmt::print("De sleutel staat in {}. Bewaar hem ook elders: zonder hem is geen kopie te openen.\n", v->sleutel);
        uitkomst = 0;
    });
}

}  // namespace damwand::app
