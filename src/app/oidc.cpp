// SPDX-License-Identifier: EUPL-1.2
#include "app/oidc.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <array>
#include <memory>

#include "app/huis.hpp"
#include "platform/toegang/clientsleutel.hpp"
#include "platform/toegang/koppelingen.hpp"

namespace damwand::app {
namespace {

constexpr std::array<const char*, 4> niveaus{"geen", "laag", "substantieel", "hoog"};

struct Vraag {
    std::string organisatie, groep, rol, acr, niveau, gebruikersnaam, sub;
    std::string alg = "PS256";
    bool weg = false, json = false, maak = false;
};

int niveau_van(const std::string& woord) {
    const auto plek = std::ranges::find(niveaus, woord);
    return static_cast<int>(plek - niveaus.begin());  // CLI11 let only these through
}

/// One change or look in one transaction of the organisation; `naam` is the action in the audit log, none for a look.
void in_organisatie(const Instellingen& i, const std::string& code, const char* naam, const std::function<void(db::Transactie&)>& doe) {
    Bestand bestand(i);
    bestand.maak_en_migreer(false);
    Huis huis(i, bestand);
    db::Transactie tx(huis.toepassing, {.organisatie = huis.aanmelder.organisatie_van(code), .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    doe(tx);
    if (naam == nullptr) return;
    logboek::schrijf(tx, {.naam = naam, .activiteit = std::nullopt, .actor = std::nullopt, .rol = "techniek", .acr = "opdrachtregel",
                          .sessie = std::nullopt, .status = 200, .oorsprong = "opdrachtregel", .toelichting = std::nullopt, .verwerkt = false},
                     {}, huis.pseudoniem);
    tx.leg_vast();
    fmt::print("Vastgelegd.\n");
}

void toon_koppelingen(const Instellingen& i, const Vraag& v) {
    in_organisatie(i, v.organisatie, nullptr, [&](db::Transactie& tx) {
        const auto k = toegang::lees_koppelingen(tx);
        if (v.json) {
            fmt::print("{}\n", boost::json::serialize(json::schrijf(k)));
            return;
        }
        for (const auto& g : k.groepen) fmt::print("groep {} geeft rol {}\n", g.groep, g.rol);
        for (const auto& a : k.acr) fmt::print("acr {} geldt als {}\n", a.acr, niveaus.at(static_cast<std::size_t>(a.niveau)));
        for (const auto& r : k.rollen) fmt::print("rol {} vraagt ten minste {}\n", r.rol, niveaus.at(static_cast<std::size_t>(r.niveau)));
        if (k.groepen.empty()) fmt::print("Nog geen enkele groep geeft een rol: niemand kan zich via de aanmelddienst aanmelden.\n");
    });
}

}  // namespace

void oidc_opdrachten(CLI::App& oidc, std::function<Instellingen()> instellingen) {
    const auto v = std::make_shared<Vraag>();
    const auto opdracht = [&](const char* naam, const char* uitleg, std::function<void(const Instellingen&, const Vraag&)> doe) {
        auto* sub = oidc.add_subcommand(naam, uitleg);
        sub->add_option("--organisatie", v->organisatie, "Code van de organisatie")->required();
        sub->callback([v, instellingen, doe = std::move(doe)] { doe(instellingen(), *v); });
        return sub;
    };
    auto* sub = opdracht("toon", "Welke groepen welke rollen geven, en welke zekerheid rollen vragen\n\nVoorbeeld:\n  damwand oidc toon --organisatie damstede", toon_koppelingen);
    sub->add_flag("--json", v->json, "JSON voor machines");

    sub = opdracht("groep", "Laat een groep van de aanmelddienst een rol geven\n\nVoorbeeld:\n  damwand oidc groep --organisatie damstede --groep ondermijning-regie --rol coordinator",
                   [](const Instellingen& i, const Vraag& q) {
                       in_organisatie(i, q.organisatie, "groepKoppelen", [&](db::Transactie& tx) {
                           if (!q.weg) return toegang::koppel_groep(tx, q.groep, q.rol);
                           if (!toegang::ontkoppel_groep(tx, q.groep, q.rol)) throw Fout(FoutSoort::ongeldig, "onbekend", "Deze groep gaf deze rol niet.");
                       });
                   });
    sub->add_option("--groep", v->groep, "Groep, zoals de aanmelddienst die noemt")->required();
    sub->add_option("--rol", v->rol, "Rol in Damwand")->required();
    sub->add_flag("--weg", v->weg, "Haalt de koppeling weg; geldt vanaf de volgende keer aanmelden");

    sub = opdracht("acr", "Zegt wat een acr van de aanmelddienst waard is; de namen van eIDAS zijn bekend\n\nVoorbeeld:\n  damwand oidc acr --organisatie damstede --acr c2 --niveau substantieel",
                   [](const Instellingen& i, const Vraag& q) {
                       in_organisatie(i, q.organisatie, "acrZetten", [&](db::Transactie& tx) { toegang::zet_acr(tx, q.acr, niveau_van(q.niveau)); });
                   });
    sub->add_option("--acr", v->acr, "De acr, letter voor letter")->required();
    sub->add_option("--niveau", v->niveau, "geen, laag, substantieel of hoog")->required()->check(CLI::IsMember(niveaus));

    sub = opdracht("rol", "Zegt welke zekerheid een rol ten minste vraagt\n\nVoorbeeld:\n  damwand oidc rol --organisatie damstede --rol privacy --niveau hoog",
                   [](const Instellingen& i, const Vraag& q) {
                       in_organisatie(i, q.organisatie, "rolniveauZetten", [&](db::Transactie& tx) { toegang::zet_rolniveau(tx, q.rol, niveau_van(q.niveau)); });
                   });
    sub->add_option("--rol", v->rol, "Rol in Damwand")->required();
    sub->add_option("--niveau", v->niveau, "geen, laag, substantieel of hoog")->required()->check(CLI::IsMember(niveaus));

    sub = oidc.add_subcommand("sleutel", "Toont het openbare deel van de eigen sleutel (JWK Set), voor de aanmelddienst\n\nVoorbeeld:\n  damwand oidc sleutel --maak --alg PS256 > damwand.jwks.json");
    sub->add_flag("--maak", v->maak, "Maakt de sleutel in oidc.sleutel_bestand");
    sub->add_option("--alg", v->alg, "PS256 of ES256")->check(CLI::IsMember({"PS256", "ES256"}));
    sub->callback([v, instellingen] {
        const auto bestand = instellingen().oidc.sleutel_bestand;
        if (bestand.empty()) throw Fout(FoutSoort::ongeldig, "instellingen", "Er is geen oidc.sleutel_bestand ingesteld.");
        if (v->maak) toegang::Clientsleutel::maak(bestand, v->alg);
        fmt::print("{}\n", toegang::Clientsleutel(bestand).jwks());
    });

    sub = opdracht("gebruiker", "Geeft een bestaand account aan iemand van de aanmelddienst\n\nVoorbeeld:\n  damwand oidc gebruiker --organisatie damstede --gebruikersnaam a.jansen --sub 8f14e45f",
                   [](const Instellingen& i, const Vraag& q) {
                       if (!i.oidc.aan()) throw Fout(FoutSoort::ongeldig, "instellingen", "Er is geen aanmelddienst ingesteld (oidc.issuer).");
                       in_organisatie(i, q.organisatie, "gebruikerKoppelen", [&](db::Transactie& tx) { toegang::koppel_gebruiker(tx, i.oidc.issuer, q.sub, q.gebruikersnaam); });
                   });
    sub->add_option("--gebruikersnaam", v->gebruikersnaam, "Account in Damwand")->required();
    sub->add_option("--sub", v->sub, "Zijn sub bij de aanmelddienst")->required();
}

}  // namespace damwand::app
