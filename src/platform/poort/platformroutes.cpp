// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "platform/poort/loket.hpp"
#include "platform/poort/stroom.hpp"

namespace damwand::poort {
namespace {

using http::Methode;

struct OrganisatieKop {
    std::int16_t nummer = 0;
    std::string naam, code;
};
BOOST_DESCRIBE_STRUCT(OrganisatieKop, (), (nummer, naam, code))

struct ActiviteitKop {
    std::string code, naam_nl, naam_en;
};
BOOST_DESCRIBE_STRUCT(ActiviteitKop, (), (code, naam_nl, naam_en))

struct Sessie {
    toegang::Collega gebruiker;
    OrganisatieKop organisatie;
    std::vector<std::string> rollen, rechten;
    std::string csrf;
    Tijdstip verloopt_op{};
    std::optional<Tijdstip> noodtoegang_tot;
    bool demo = false;
    std::vector<ActiviteitKop> activiteiten;
};
BOOST_DESCRIBE_STRUCT(Sessie, (), (gebruiker, organisatie, rollen, rechten, csrf, verloopt_op, noodtoegang_tot, demo, activiteiten))

struct CollegaMetRollen {
    GebruikerId id;
    std::string naam;
    std::vector<std::string> rollen;
};
BOOST_DESCRIBE_STRUCT(CollegaMetRollen, (), (id, naam, rollen))

struct DemoAanmelding {
    Tekst<1, 60> gebruikersnaam;
};
BOOST_DESCRIBE_STRUCT(DemoAanmelding, (), (gebruikersnaam))

struct DemoGebruiker {
    std::string gebruikersnaam, naam, rol, omschrijving_nl, omschrijving_en;
};
BOOST_DESCRIBE_STRUCT(DemoGebruiker, (), (gebruikersnaam, naam, rol, omschrijving_nl, omschrijving_en))
struct DemoGebruikers {
    std::vector<DemoGebruiker> gebruikers;
};
BOOST_DESCRIBE_STRUCT(DemoGebruikers, (), (gebruikers))

struct Verwerkingsactiviteit {
    std::string code;
    int versie = 0;
    std::string versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime;
    std::vector<std::string> betrokkenen, gegevens, ontvangers;
    std::string bewaartermijn;
    bool vertrouwelijk = false;
    Datum geldig_van{};
    std::optional<Datum> geldig_tot;
};
BOOST_DESCRIBE_STRUCT(Verwerkingsactiviteit, (), (code, versie, versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime,
                                                  betrokkenen, gegevens, ontvangers, bewaartermijn, vertrouwelijk, geldig_van, geldig_tot))

std::string koekje(const std::string& waarde, bool weg = false) {
    return fmt::format("__Host-damwand={}; Path=/; HttpOnly; Secure; SameSite=Strict{}", waarde, weg ? "; Max-Age=0" : "");
}

std::vector<ActiviteitKop> activiteiten_van(db::Transactie& tx, const toegang::Subject& wie) {
    std::vector<std::string> codes;
    for (const auto& [code, id] : wie.activiteiten) codes.push_back(code);
    std::vector<ActiviteitKop> uit;
    for (const auto rij : tx.doe("select code, naam_nl, naam_en from logboek.activiteit where code = any($1::text[])"
                                 " and geldig_van <= basis.vandaag() and (geldig_tot is null or geldig_tot > basis.vandaag()) order by id", codes)) {
        uit.push_back({rij.veld<std::string>("code"), rij.veld<std::string>("naam_nl"), rij.veld<std::string>("naam_en")});
    }
    return uit;
}

Sessie sessie_van(db::Transactie& tx, const toegang::Subject& wie, bool demo) {
    return {.gebruiker = wie.als_collega(),
            .organisatie = {wie.organisatie.waarde, wie.organisatie_naam, wie.organisatie_code},
            .rollen = wie.rollen,
            .rechten = {wie.rechten.begin(), wie.rechten.end()},
            .csrf = wie.csrf,
            .verloopt_op = wie.verloopt_op,
            .noodtoegang_tot = wie.noodtoegang_tot,
            .demo = demo,
            .activiteiten = activiteiten_van(tx, wie)};
}

/// Audit line of an attempt, in a transaction of its own: a failed one is kept too.
void log_aanmelding(const Onderdelen& d, const http::Verzoek& verzoek, const toegang::Uitslag& uitslag, std::string naam, int status) {
    db::Transactie tx(d.pool, {.organisatie = uitslag.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    logboek::schrijf(tx, {.naam = std::move(naam), .activiteit = std::nullopt, .actor = uitslag.gebruiker, .rol = "", .acr = "",
                          .sessie = std::nullopt, .resultaat = uitslag.teken ? "gelukt" : "geweigerd", .status = status,
                          .oorsprong = verzoek.afkomst,
                          .toelichting = uitslag.teken ? std::nullopt : std::optional<std::string>(uitslag.wacht_seconden > 0 ? "te-vaak" : "aanmelden-mislukt"),
                          .verwerkt = false},
                     {}, d.pseudoniem);
    tx.leg_vast();
}

http::Antwoord antwoord_op(const Onderdelen& d, const http::Verzoek& verzoek, const toegang::Uitslag& uitslag, const std::string& naam) {
    const int status = uitslag.teken ? 201 : uitslag.wacht_seconden > 0 ? 429 : 401;
    log_aanmelding(d, verzoek, uitslag, naam, status);
    if (uitslag.wacht_seconden > 0) {
        return http::probleem(Fout(FoutSoort::te_vaak, "te-vaak", fmt::format("Te vaak geprobeerd. Wacht {} seconden.", uitslag.wacht_seconden))
                                  .na(std::chrono::seconds(uitslag.wacht_seconden)), verzoek.id);
    }
    if (!uitslag.teken) {
        return http::probleem(Fout(FoutSoort::niet_aangemeld, "aanmelden-mislukt", "Dit klopt niet. Controleer de gegevens en de code."), verzoek.id);
    }
    db::Transactie tx(d.pool, {.organisatie = uitslag.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto wie = toegang::wie_is(tx, *uitslag.teken);
    http::Antwoord antwoord{.status = 201, .lijf = json::bj::serialize(json::schrijf(sessie_van(tx, *wie, d.demo)))};
    antwoord.koppen.emplace_back("Set-Cookie", koekje(uitslag.teken->tekst()));
    tx.leg_vast();
    return antwoord;
}

/// A sign-in comes from our own pages too: no other site may sign somebody in.
void eis_eigen_herkomst(const http::Verzoek& verzoek) {
    const auto herkomst = verzoek.kop("origin");
    if (herkomst && !herkomst->ends_with("://" + verzoek.kop("host").value_or("?"))) {
        throw Fout(FoutSoort::verboden, "csrf", "Dit verzoek kwam niet van een eigen pagina. Laad de pagina opnieuw.");
    }
}

Route aanmelden(const std::optional<Onderdelen>& d) {
    auto r = route<toegang::Aanmelding, Sessie>(
        {.methode = Methode::post, .pad = "/v1/sessie", .naam = "aanmelden", .recht = voor_iedereen, .activiteit = "toegang-beheren",
         .audit = Audit::schrijven, .tarief = Tarief::zwaar, .export_klasse = Export::geen, .samenvatting = "Aanmelden met wachtwoord en code."},
        [](Gang&, const toegang::Aanmelding&) -> Sessie { throw std::logic_error("sign-in has no gate"); });
    r.zelf = [d](const http::Verzoek& verzoek) {
        eis_eigen_herkomst(verzoek);
        return antwoord_op(*d, verzoek, d->aanmelder.meld_aan(json::lees<toegang::Aanmelding>(json::ontleed(verzoek.lijf))), "aanmelden");
    };
    return r;
}

Route demo_aanmelden(const std::optional<Onderdelen>& d) {
    auto r = route<DemoAanmelding, Sessie>(
        {.methode = Methode::post, .pad = "/v1/demo/sessie", .naam = "demoAanmelden", .recht = voor_iedereen, .activiteit = "toegang-beheren",
         .audit = Audit::schrijven, .tarief = Tarief::zwaar, .export_klasse = Export::geen, .samenvatting = "Aanmelden zonder wachtwoord; alleen in een demo."},
        [](Gang&, const DemoAanmelding&) -> Sessie { throw std::logic_error("sign-in has no gate"); });
    r.zelf = [d](const http::Verzoek& verzoek) {
        eis_eigen_herkomst(verzoek);
        if (!d->demo) throw onbekend();
        const auto wie = json::lees<DemoAanmelding>(json::ontleed(verzoek.lijf));
        return antwoord_op(*d, verzoek, d->aanmelder.meld_aan_zonder("damstede", *wie.gebruikersnaam), "demoAanmelden");
    };
    return r;
}

Route demo_tonen(const std::optional<Onderdelen>& d) {
    auto r = route<Niets, DemoGebruikers>(
        {.methode = Methode::get, .pad = "/v1/demo", .naam = "demoTonen", .recht = voor_iedereen, .activiteit = "toegang-beheren",
         .audit = Audit::geen, .tarief = Tarief::licht, .export_klasse = Export::geen, .samenvatting = "De gebruikers van de demo."},
        [](Gang&) -> DemoGebruikers { throw std::logic_error("the demo page has no gate"); });
    r.zelf = [d](const http::Verzoek&) {
        if (!d->demo) throw onbekend();
        db::Transactie tx(d->pool, {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        DemoGebruikers uit;
        for (const auto rij : tx.doe("select g.gebruikersnaam, g.naam, r.code as rol, s.naam_nl, s.naam_en from toegang.gebruiker g"
                                     " join lateral (select x.rol as code from toegang.gebruiker_rol x join toegang.rol y on y.code = x.rol"
                                     "  where x.organisatie = g.organisatie and x.gebruiker = g.id order by y.volgorde limit 1) r on true"
                                     " join toegang.rol y on y.code = r.code"
                                     " left join basis.stamcode s on s.lijst = 'demo_rol' and s.code = r.code"
                                     " where g.organisatie = 1 and g.actief order by y.volgorde, g.naam")) {
            uit.gebruikers.push_back({rij.veld<std::string>("gebruikersnaam"), rij.veld<std::string>("naam"), rij.veld<std::string>("rol"),
                                      rij.veld<std::optional<std::string>>("naam_nl").value_or(""), rij.veld<std::optional<std::string>>("naam_en").value_or("")});
        }
        return http::Antwoord{.status = 200, .lijf = json::bj::serialize(json::schrijf(uit))};
    };
    return r;
}

Route sessie_tonen(const std::optional<Onderdelen>& d) {
    return route<Niets, Sessie>(
        {.methode = Methode::get, .pad = "/v1/sessie", .naam = "sessieTonen", .recht = aangemeld, .activiteit = "toegang-beheren",
         .audit = Audit::geen, .tarief = Tarief::licht, .export_klasse = Export::geen, .samenvatting = "Wie is aangemeld en wat mag hij."},
        [demo = d && d->demo](Gang& gang) { return sessie_van(gang.tx(), gang.wie(), demo); });
}

Route afmelden() {
    return route<Niets, Niets>(
        {.methode = Methode::verwijder, .pad = "/v1/sessie", .naam = "afmelden", .recht = aangemeld, .activiteit = "toegang-beheren",
         .audit = Audit::schrijven, .tarief = Tarief::licht, .export_klasse = Export::geen, .samenvatting = "Afmelden."},
        [](Gang& gang) {
            toegang::beeindig_sessie(gang.tx(), *gang.wie().sessie);
            gang.kop("Set-Cookie", koekje("", true));
        });
}

Route collegas() {
    return route<Niets, Lijst<CollegaMetRollen>>(
        {.methode = Methode::get, .pad = "/v1/collegas", .naam = "collegasTonen", .recht = "gebruikers.zien", .activiteit = "toegang-beheren",
         .audit = Audit::lezen, .tarief = Tarief::licht, .export_klasse = Export::geen, .samenvatting = "De collega's van de organisatie."},
        [](Gang& gang) {
            Lijst<CollegaMetRollen> uit;
            for (const auto rij : gang.tx().doe("select g.id, g.naam, array(select r.rol from toegang.gebruiker_rol r where r.organisatie = g.organisatie"
                                                " and r.gebruiker = g.id and (r.tot is null or r.tot > basis.nu()) order by r.rol)::text[] as rollen"
                                                " from toegang.gebruiker g where g.organisatie = $1 and g.actief order by g.naam limit 1000",
                                                gang.wie().organisatie)) {
                uit.resultaten.push_back({rij.veld<GebruikerId>("id"), rij.veld<std::string>("naam"), rij.veld<std::vector<std::string>>("rollen")});
            }
            return uit;
        });
}

Route verwerkingsactiviteiten() {
    return route<Niets, Lijst<Verwerkingsactiviteit>>(
        {.methode = Methode::get, .pad = "/v1/verwerkingsactiviteiten", .naam = "verwerkingsactiviteitenTonen", .recht = "verwerkingen.zien",
         .activiteit = "toegang-beheren", .audit = Audit::geen, .tarief = Tarief::licht, .export_klasse = Export::geen,
         .samenvatting = "Het register van verwerkingsactiviteiten, met versies."},
        [](Gang& gang) {
            using Woorden = std::vector<std::string>;
            Lijst<Verwerkingsactiviteit> uit;
            for (const auto rij : gang.tx().doe("select code, versie, versie_uri, naam_nl, naam_en, doel, grondslag_avg, grondslag_wet, regime, betrokkenen, gegevens,"
                                                " ontvangers, bewaartermijn::text as bewaartermijn, vertrouwelijk, geldig_van, geldig_tot from logboek.activiteit order by id")) {
                uit.resultaten.push_back({.code = rij.veld<std::string>("code"), .versie = rij.veld<int>("versie"),
                                          .versie_uri = rij.veld<std::string>("versie_uri"), .naam_nl = rij.veld<std::string>("naam_nl"),
                                          .naam_en = rij.veld<std::string>("naam_en"), .doel = rij.veld<std::string>("doel"),
                                          .grondslag_avg = rij.veld<std::string>("grondslag_avg"), .grondslag_wet = rij.veld<std::string>("grondslag_wet"),
                                          .regime = rij.veld<std::string>("regime"), .betrokkenen = rij.veld<Woorden>("betrokkenen"),
                                          .gegevens = rij.veld<Woorden>("gegevens"), .ontvangers = rij.veld<Woorden>("ontvangers"),
                                          .bewaartermijn = rij.veld<std::string>("bewaartermijn"), .vertrouwelijk = rij.veld<bool>("vertrouwelijk"),
                                          .geldig_van = rij.veld<Datum>("geldig_van"), .geldig_tot = rij.veld<std::optional<Datum>>("geldig_tot")});
            }
            return uit;
        });
}

Route gebeurtenissen(const std::optional<Onderdelen>& d) {
    Route r = route<Niets, Niets>(
        {.methode = Methode::get, .pad = "/v1/gebeurtenissen", .naam = "gebeurtenissenVolgen", .recht = aangemeld, .activiteit = "toegang-beheren",
         .audit = Audit::geen, .tarief = Tarief::gewoon, .export_klasse = Export::geen,
         .samenvatting = "Stroom van wijzigingen (server-sent events): alleen id's en versies."},
        [](Gang&) {});
    r.stroom = [d](Gang& gang) { return volg(*d, gang); };
    return r;
}

}  // namespace

std::vector<Route> platformroutes(const std::optional<Onderdelen>& d) {
    return {aanmelden(d), demo_aanmelden(d), demo_tonen(d), sessie_tonen(d), afmelden(), collegas(), verwerkingsactiviteiten(), gebeurtenissen(d)};
}

}  // namespace damwand::poort
