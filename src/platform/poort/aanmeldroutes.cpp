// SPDX-License-Identifier: EUPL-1.2
#include "platform/poort/aanmeldroutes.hpp"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "platform/toegang/oidc.hpp"

namespace damwand::poort {
namespace {

using http::Methode;

struct OrganisatieKop {
    std::int16_t nummer = 0;
    std::string naam, code;
};
BOOST_DESCRIBE_STRUCT(OrganisatieKop, (), (nummer, naam, code))

/// `kiesbaar`: a purpose that one chooses to work under; the others belong to the acts themselves. `zoekdoel`: one may
/// search for people under it.
struct ActiviteitKop {
    std::string code, naam_nl, naam_en;
    bool kiesbaar = false;
    bool zoekdoel = false;
};
BOOST_DESCRIBE_STRUCT(ActiviteitKop, (), (code, naam_nl, naam_en, kiesbaar, zoekdoel))

struct Sessie {
    toegang::Collega gebruiker;
    OrganisatieKop organisatie;
    std::vector<std::string> rollen, rechten;
    std::string csrf;
    Tijdstip verloopt_op{};
    std::optional<Tijdstip> noodtoegang_tot;
    bool demo = false;
    std::string wijze;  ///< how he signed in, and proves himself again: "wachtwoord", "oidc" or "demo"
    std::vector<ActiviteitKop> activiteiten;
    std::optional<std::string> taal;  ///< in which he reads, "nl" or "en"; none: he never chose
    bool te_gast = false;             ///< he works elsewhere: a guest in one casus here
};
BOOST_DESCRIBE_STRUCT(Sessie, (), (gebruiker, organisatie, rollen, rechten, csrf, verloopt_op, noodtoegang_tot, demo, wijze, activiteiten, taal, te_gast))

struct Taalkeuze {
    Code taal;
};
BOOST_DESCRIBE_STRUCT(Taalkeuze, (), (taal))

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

/// `aanbieder`: what the button for the identity provider says; none: local accounts only.
struct Aanmeldwijzen {
    std::optional<std::string> aanbieder;
};
BOOST_DESCRIBE_STRUCT(Aanmeldwijzen, (), (aanbieder))

std::string koekje(const std::string& waarde, bool weg = false) {
    return fmt::format("__Host-damwand={}; Path=/; HttpOnly; Secure; SameSite=Strict{}", waarde, weg ? "; Max-Age=0" : "");
}

std::vector<ActiviteitKop> activiteiten_van(db::Transactie& tx, const toegang::Subject& wie) {
    std::vector<std::string> codes;
    for (const auto& [code, activiteit] : wie.activiteiten) codes.push_back(code);
    std::vector<ActiviteitKop> uit;
    for (const auto rij : tx.doe("select code, naam_nl, naam_en, cardinality(array_remove(naast, 'zoeken')) > 0 as kiesbaar, 'zoeken' = any(naast) as zoekdoel from logboek.activiteit where code = any($1::text[])"
                                 " and geldig_van <= basis.vandaag() and (geldig_tot is null or geldig_tot > basis.vandaag()) order by id", codes)) {
        uit.push_back({rij.veld<std::string>("code"), rij.veld<std::string>("naam_nl"), rij.veld<std::string>("naam_en"), rij.veld<bool>("kiesbaar"), rij.veld<bool>("zoekdoel")});
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
            .wijze = wie.acr == "totp" ? "wachtwoord" : wie.acr == "demo" ? "demo" : "oidc",
            .activiteiten = activiteiten_van(tx, wie),
            .taal = tx.doe("select taal from toegang.gebruiker where organisatie = $1 and id = $2", wie.organisatie, wie.gebruiker)[0].veld<std::optional<std::string>>("taal"),
            .te_gast = tx.doe("select toegang.is_gast($1) as gast", wie.gebruiker)[0].veld<bool>("gast")};
}

/// Audit line of an attempt, in a transaction of its own: a failed one is kept too.
void log_aanmelding(const Onderdelen& d, const http::Verzoek& verzoek, const toegang::Uitslag& uitslag, std::string naam, int status) {
    db::Transactie tx(d.pool, {.organisatie = uitslag.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    logboek::schrijf(tx, {.naam = std::move(naam), .activiteit = std::nullopt, .actor = uitslag.gebruiker, .rol = "", .acr = "",
                          .sessie = std::nullopt, .resultaat = uitslag.teken ? "gelukt" : "geweigerd", .status = status,
                          .oorsprong = verzoek.afkomst,
                          .toelichting = uitslag.teken ? std::nullopt : std::optional<std::string>(uitslag.wacht_seconden > 0 ? "te-vaak" : !uitslag.reden.empty() ? uitslag.reden : "aanmelden-mislukt"),
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
        return http::probleem(toegang::aanmelden_mislukt({}), verzoek.id);
    }
    db::Transactie tx(d.pool, {.organisatie = uitslag.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto wie = toegang::wie_is(tx, *uitslag.teken, "toegang-beheren");
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
         .audit = Audit::schrijven, .tarief = Tarief::zwaar, .export_klasse = Export::geen, .samenvatting = "Aanmelden met wachtwoord en code.", .maakt = true},
        [](Gang&, const toegang::Aanmelding&) -> Sessie { throw std::logic_error("sign-in has no gate"); });
    r.zelf = [d](const http::Verzoek& verzoek) {
        eis_eigen_herkomst(verzoek);
        return antwoord_op(*d, verzoek, d->aanmelder.meld_aan(json::lees<toegang::Aanmelding>(json::ontleed(verzoek.lijf))), "aanmelden");
    };
    return r;
}

Route opnieuw_aanmelden(const std::optional<Onderdelen>& d) {
    auto r = route<toegang::Herbewijs, Sessie>(
        {.methode = Methode::post, .pad = "/v1/sessie/_opnieuw", .naam = "opnieuwAanmelden", .recht = aangemeld, .activiteit = "toegang-beheren",
         .audit = Audit::schrijven, .tarief = Tarief::zwaar, .export_klasse = Export::geen,
         .samenvatting = "Opnieuw wachtwoord en code, voor wat vers bewijs vraagt; de sessie krijgt een nieuw id.", .maakt = true},
        [](Gang&, const toegang::Herbewijs&) -> Sessie { throw std::logic_error("sign-in has no gate"); });
    r.zelf = [d](const http::Verzoek& verzoek) {
        eis_eigen_herkomst(verzoek);
        const auto oud = toegang::Teken::lees(verzoek.koekje("__Host-damwand").value_or(""));
        if (!oud) throw Fout(FoutSoort::niet_aangemeld, "niet-aangemeld", "Meld u aan.");
        return antwoord_op(*d, verzoek, d->aanmelder.meld_opnieuw_aan(*oud, json::lees<toegang::Herbewijs>(json::ontleed(verzoek.lijf))), "opnieuwAanmelden");
    };
    return r;
}

// ---- an identity provider ----

http::Antwoord ga_naar(std::string adres, std::vector<std::string> koekjes) {
    http::Antwoord antwoord{.status = 303, .type = "text/plain", .lijf = {}};
    antwoord.koppen.emplace_back("Location", std::move(adres));
    for (auto& k : koekjes) antwoord.koppen.emplace_back("Set-Cookie", std::move(k));
    return antwoord;
}

/// Back to the login screen, which has words for the code. A refusal is logged as any failed sign-in, with its reason.
http::Antwoord naar_inloggen(const Onderdelen& d, const http::Verzoek& verzoek, const Fout& fout, std::string_view naam) {
    if (fout.soort() == FoutSoort::niet_beschikbaar) spdlog::error("{}: {}", naam, fout.voor_log());
    toegang::Uitslag uitslag;
    uitslag.organisatie = d.aanmelder.organisatie_van(d.oidc->instellingen().organisatie);
    uitslag.reden = fout.soort() == FoutSoort::niet_beschikbaar ? "oidc-onbereikbaar" : fout.voor_log().empty() ? "oidc-staat" : fout.voor_log();
    log_aanmelding(d, verzoek, uitslag, std::string(naam), http::status_van(fout.soort()));
    return ga_naar(fmt::format("/inloggen?fout={}", fout.soort() == FoutSoort::niet_beschikbaar ? "niet-beschikbaar" : "aanmelden-mislukt"),
                   {toegang::Oidc::koekje_weg()});
}

/// A browser that goes to the provider, or comes back from it: never an error page, always a screen.
template <class F>
Route oidc_route(const std::optional<Onderdelen>& d, Kop kop, F doe) {
    const std::string naam(*kop.naam);
    auto r = route<Niets, Niets>(std::move(kop), [](Gang&) { throw std::logic_error("sign-in has no gate"); });
    r.zelf = [d, naam, doe](const http::Verzoek& verzoek) {
        if (d->oidc == nullptr) throw onbekend();
        try {
            return doe(*d, verzoek);
        } catch (const Fout& fout) {
            return naar_inloggen(*d, verzoek, fout, naam);
        }
    };
    return r;
}

Route oidc_aanmelden(const std::optional<Onderdelen>& d) {
    return oidc_route(
        d,
        {.methode = Methode::get, .pad = "/v1/oidc/aanmelden", .naam = "oidcAanmelden", .recht = voor_iedereen, .activiteit = "toegang-beheren",
         .audit = Audit::geen, .tarief = Tarief::zwaar, .export_klasse = Export::geen,
         .samenvatting = "Stuurt de browser naar de aanmelddienst van de organisatie.",
         .vragen = {{"naar", "De pagina om naar terug te keren."}, {"opnieuw", "1: vers bewijs voor de lopende sessie."}}},
        [](const Onderdelen& delen, const http::Verzoek& verzoek) {
            std::optional<toegang::Subject> wie;
            if (verzoek.vraag("opnieuw") == "1") {
                const auto teken = toegang::Teken::lees(verzoek.koekje("__Host-damwand").value_or(""));
                if (teken) {
                    db::Transactie tx(delen.pool, {.organisatie = teken->organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
                    wie = toegang::wie_is(tx, *teken, "toegang-beheren");
                }
                if (!wie) throw toegang::aanmelden_mislukt("oidc-sessie");
            }
            auto begin = delen.oidc->begin(verzoek.vraag("naar").value_or("/"), wie);
            return ga_naar(std::move(begin.adres), {std::move(begin.koekje)});
        });
}

Route oidc_terug(const std::optional<Onderdelen>& d) {
    return oidc_route(
        d,
        {.methode = Methode::get, .pad = "/v1/oidc/terug", .naam = "oidcTerug", .recht = voor_iedereen, .activiteit = "toegang-beheren",
         .audit = Audit::schrijven, .tarief = Tarief::zwaar, .export_klasse = Export::geen,
         .samenvatting = "Hier komt de browser terug van de aanmelddienst.",
         .vragen = {{"code", "Eenmalige code."}, {"state", "Wat wij meegaven."}, {"iss", "Wie antwoordt."}, {"error", "Waarom niet."}}},
        [](const Onderdelen& delen, const http::Verzoek& verzoek) {
            const auto& i = delen.oidc->instellingen();
            const auto terug = delen.oidc->lees_terug(verzoek);
            if (!delen.aanmelder.verbruik_staat(i.organisatie, terug.staat)) throw toegang::aanmelden_mislukt("oidc-herhaald");
            const auto uitslag = delen.aanmelder.meld_extern_aan(
                {.organisatie = i.organisatie, .maak_gebruikers = i.maak_gebruikers, .oud = terug.sessie, .zelfde = terug.gebruiker}, delen.oidc->bewijs(terug));
            log_aanmelding(delen, verzoek, uitslag, "oidcTerug", uitslag.teken ? 303 : 401);
            if (!uitslag.teken) return ga_naar("/inloggen?fout=aanmelden-mislukt", {toegang::Oidc::koekje_weg()});
            return ga_naar(terug.naar, {koekje(uitslag.teken->tekst()), toegang::Oidc::koekje_weg()});
        });
}

Route aanmeldwijzen(const std::optional<Onderdelen>& d) {
    auto r = route<Niets, Aanmeldwijzen>(
        {.methode = Methode::get, .pad = "/v1/aanmeldwijzen", .naam = "aanmeldwijzenTonen", .recht = voor_iedereen, .activiteit = "toegang-beheren",
         .audit = Audit::geen, .tarief = Tarief::licht, .export_klasse = Export::geen, .samenvatting = "Hoe men zich hier kan aanmelden."},
        [](Gang&) -> Aanmeldwijzen { throw std::logic_error("the login screen has no gate"); });
    r.zelf = [d](const http::Verzoek&) {
        Aanmeldwijzen uit;
        if (d->oidc != nullptr) uit.aanbieder = d->oidc->instellingen().naam;
        return http::Antwoord{.status = 200, .lijf = json::bj::serialize(json::schrijf(uit))};
    };
    return r;
}

Route demo_aanmelden(const std::optional<Onderdelen>& d) {
    auto r = route<DemoAanmelding, Sessie>(
        {.methode = Methode::post, .pad = "/v1/demo/sessie", .naam = "demoAanmelden", .recht = voor_iedereen, .activiteit = "toegang-beheren",
         .audit = Audit::schrijven, .tarief = Tarief::zwaar, .export_klasse = Export::geen, .samenvatting = "Aanmelden zonder wachtwoord; alleen in een demo.", .maakt = true},
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
        for (const auto rij : tx.doe("select g.gebruikersnaam, g.naam, r.code as rol, s.naam_nl, s.naam_en from toegang.collega g"
                                     " join lateral (select x.rol as code from toegang.gebruiker_rol x join toegang.rol y on y.code = x.rol"
                                     "  where x.organisatie = g.organisatie and x.gebruiker = g.id order by y.volgorde limit 1) r on true"
                                     " join toegang.rol y on y.code = r.code"
                                     " left join basis.stamcode s on s.lijst = 'demo_rol' and s.code = r.code"
                                     " where g.organisatie = 1 order by y.volgorde, g.naam")) {
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

Route taal_kiezen(const std::optional<Onderdelen>& d) {
    return route<Taalkeuze, Sessie>(
        {.methode = Methode::put, .pad = "/v1/sessie/taal", .naam = "taalKiezen", .recht = aangemeld, .activiteit = "toegang-beheren",
         .audit = Audit::schrijven, .tarief = Tarief::licht, .export_klasse = Export::geen, .samenvatting = "In welke taal u leest; ook de post aan u is in die taal."},
        [demo = d && d->demo](Gang& gang, const Taalkeuze& keuze) {
            if (*keuze.taal != "nl" && *keuze.taal != "en") throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.", {{"/taal", "onbekende-code", "Kies nl of en."}});
            gang.tx().doe("update toegang.gebruiker set taal = $3 where organisatie = $1 and id = $2", gang.wie().organisatie, gang.wie().gebruiker, keuze.taal);
            return sessie_van(gang.tx(), gang.wie(), demo);
        });
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

// ---- guests of another organisation ----

struct Gastplek {
    Uuid id;
    std::string gastheer;
    Datum tot{};
};
BOOST_DESCRIBE_STRUCT(Gastplek, (), (id, gastheer, tot))

struct GastcodeNieuw {
    Tekst<32, 60> code;
};
BOOST_DESCRIBE_STRUCT(GastcodeNieuw, (), (code))

Lijst<Gastplek> gastplekken(Gang& gang) {
    Lijst<Gastplek> uit;
    for (const auto rij : gang.tx().doe("select * from toegang.mijn_gastplekken()")) uit.resultaten.push_back({rij.veld<Uuid>("id"), rij.veld<std::string>("gastheer"), rij.veld<Datum>("tot")});
    return uit;
}

std::vector<Route> gastroutes() {
    const auto kop = [](Methode methode, std::string_view pad, std::string_view naam, Audit audit, Tarief tarief, std::string_view samenvatting) {
        return Kop{.methode = methode, .pad = pad, .naam = naam, .recht = aangemeld, .activiteit = "toegang-beheren", .audit = audit, .tarief = tarief, .export_klasse = Export::geen, .samenvatting = samenvatting};
    };
    return {
        route<Niets, Lijst<Gastplek>>(kop(Methode::get, "/v1/gastplekken", "gastplekkenTonen", Audit::geen, Tarief::licht, "Waar u te gast bent: bij wie en tot en met welke dag."), gastplekken),
        route<GastcodeNieuw, Lijst<Gastplek>>(kop(Methode::post, "/v1/gastplekken/_opnemen", "gastplekOpnemen", Audit::schrijven, Tarief::zwaar, "Neemt een uitnodiging als gast aan, met de code die u kreeg."),
                                              [](Gang& gang, const GastcodeNieuw& nieuw) {
                                                  const auto r = gang.tx().doe("select toegang.neem_gastplek_op($1::bytea) as plek", toegang::hash_van_gastcode(*nieuw.code));
                                                  if (r[0].leeg("plek")) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.", {{"/code", "geen-uitnodiging", "Deze code is niet bekend, al gebruikt of verlopen."}});
                                                  return gastplekken(gang);
                                              }),
        route<Niets, Niets>(kop(Methode::post, "/v1/gastplekken/{plek}/_open", "gastplekOpenen", Audit::schrijven, Tarief::gewoon, "Gaat als gast naar de organisatie die u uitnodigde; de sessie is daar van u zolang die hier loopt."),
                            [](Gang& gang) {
                                const auto teken = toegang::open_gastplek(gang.tx(), gang.wie(), gang.id<Uuid>("plek"));
                                if (!teken) throw onbekend();
                                gang.kop("Set-Cookie", koekje(teken->tekst()));
                            }),
        route<Niets, Niets>(kop(Methode::post, "/v1/sessie/_naar-huis", "naarEigenWerk", Audit::schrijven, Tarief::gewoon, "Terug van een gastplek naar het eigen werk."),
                            [](Gang& gang) {
                                const auto teken = toegang::ga_naar_huis(gang.tx(), gang.wie());
                                if (!teken) throw Fout(FoutSoort::botsing, "niet-te-gast", "U bent hier niet te gast.");
                                gang.kop("Set-Cookie", koekje(teken->tekst()));
                            }),
    };
}

}  // namespace

std::vector<Route> aanmeldroutes(const std::optional<Onderdelen>& d) {
    std::vector<Route> uit{aanmelden(d), opnieuw_aanmelden(d), aanmeldwijzen(d), oidc_aanmelden(d), oidc_terug(d), demo_aanmelden(d), demo_tonen(d), sessie_tonen(d), taal_kiezen(d), afmelden()};
    for (auto& r : gastroutes()) uit.push_back(std::move(r));
    return uit;
}

}  // namespace damwand::poort
