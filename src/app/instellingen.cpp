// SPDX-License-Identifier: EUPL-1.2
#include "app/instellingen.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <charconv>
#include <cstdlib>
#include <functional>
#include <vector>

#include "base/fout.hpp"

namespace damwand::app {
namespace {

/// One key: how it is set from text, and what it says to people.
struct Sleutel {
    const char* naam;
    const char* uitleg;
    std::function<bool(Instellingen&, const std::string&)> zet;
    std::function<std::string(const Instellingen&)> lees;
    bool getal = false;
};

template <class T>
bool zet_getal(T& doel, const std::string& tekst, long min, long max) {
    long waarde = 0;
    const auto [einde, fout] = std::from_chars(tekst.data(), tekst.data() + tekst.size(), waarde);
    if (fout != std::errc{} || einde != tekst.data() + tekst.size() || waarde < min || waarde > max) return false;
    doel = static_cast<T>(waarde);
    return true;
}

/// A key that is text, kept as it is.
Sleutel tekstsleutel(const char* naam, const char* uitleg, std::string toegang::OidcInstellingen::* veld) {
    return {naam, uitleg, [veld](Instellingen& i, const std::string& t) { i.oidc.*veld = t; return true; }, [veld](const Instellingen& i) { return i.oidc.*veld; }};
}

/// A key that is true or false; `veld` gives its place.
Sleutel janee(const char* naam, const char* uitleg, bool& (*veld)(Instellingen&)) {
    return {naam, uitleg, [veld](Instellingen& i, const std::string& t) { veld(i) = t == "true"; return t == "true" || t == "false"; },
            [veld](const Instellingen& i) { auto kopie = i; return std::string(veld(kopie) ? "true" : "false"); }, true};
}

const std::vector<Sleutel>& sleutels() {
    using I = Instellingen;
    using S = std::string;
    using O = toegang::OidcInstellingen;
    static const std::vector<Sleutel> alle{
        {"map", "Gegevensmap: eigen database, sleutels en bestanden.", [](I& i, const S& t) { i.map = t; return !t.empty(); },
         [](const I& i) { return i.map.string(); }},
        {"dsn", "Een eigen PostgreSQL in plaats van de ingebouwde: host en dbname, met een beheerder als user, zonder wachtwoord.",
         [](I& i, const S& t) { i.dsn = t; return t.find("password") == S::npos; }, [](const I& i) { return i.dsn; }},
        {"adres", "Adres waarop de server luistert; gewone HTTP mag alleen op de machine zelf.", [](I& i, const S& t) { i.adres = t; return !t.empty(); },
         [](const I& i) { return i.adres; }},
        {"poort", "Poort van de server.", [](I& i, const S& t) { return zet_getal(i.poort, t, 0, 65535); },
         [](const I& i) { return std::to_string(i.poort); }, true},
        janee("achter_proxy", "Of er op deze machine een proxy voor staat die X-Forwarded-For zet: dan komt het adres in de logboeken daaruit.", [](I& i) -> bool& { return i.achter_proxy; }),
        {"web", "Map met de gebouwde schermen; leeg: naast het programma.", [](I& i, const S& t) { i.web = t; return true; },
         [](const I& i) { return i.web.string(); }},
        {"scanner", "Virusscanner clamscan van ClamAV; zonder blijven bestanden in quarantaine.", [](I& i, const S& t) { i.scanner = t; return !t.empty(); },
         [](const I& i) { return i.scanner.string(); }},
        {"signaturen", "Map met de signaturen van ClamAV.", [](I& i, const S& t) { i.signaturen = t; return !t.empty(); },
         [](const I& i) { return i.signaturen.string(); }},
        {"sleutelkopie", "Map (liefst op een ander systeem) voor de dagelijkse kopie van de dossiersleutels, zeven dagen bewaard; leeg: geen kopie.",
         [](I& i, const S& t) { i.sleutelkopie = t; return true; }, [](const I& i) { return i.sleutelkopie.string(); }},
        {"reservekopie", "Map (op een ander systeem) waarin damwand db backup versleutelde kopieën van de database zet, dertig dagen bewaard.",
         [](I& i, const S& t) { i.reservekopie = t; return true; }, [](const I& i) { return i.reservekopie.string(); }},
        {"reservesleutel", "Bestand (0400) met de sleutel van die kopieën, niet in dezelfde map; damwand db sleutel maakt het.",
         [](I& i, const S& t) { i.reservesleutel = t; return true; }, [](const I& i) { return i.reservesleutel.string(); }},
        {"werkers", "Hoeveel verzoeken tegelijk worden behandeld (1 tot en met 64).", [](I& i, const S& t) { return zet_getal(i.werkers, t, 1, 64); },
         [](const I& i) { return std::to_string(i.werkers); }, true},
        {"tempo", "Factor op de grenzen per gebruiker (1 tot en met 1000).", [](I& i, const S& t) { return zet_getal(i.tempo, t, 1, 1000); },
         [](const I& i) { return std::to_string(i.tempo); }, true},
        {"getuige", "Waar de ondertekende standen van de logboeken heen gaan: 'syslog', 'bestand:/pad' op een andere machine, of 'https://host/pad'.",
         [](I& i, const S& t) { i.getuige = t; return t.empty() || t == "syslog" || t.starts_with("bestand:/") || t.starts_with("https://"); }, [](const I& i) { return i.getuige; }},
        {"getuige_ca", "Certificaten (PEM) voor een getuige met https, in plaats van die van het systeem.", [](I& i, const S& t) { i.getuige_ca = t; return true; },
         [](const I& i) { return i.getuige_ca.string(); }},
        {"getuige_uiterste", "Na hoeveel uur zonder getuige Damwand niets meer laat zien of vastlegt (1 tot en met 720).", [](I& i, const S& t) { return zet_getal(i.getuige_uiterste, t, 1, 720); },
         [](const I& i) { return std::to_string(i.getuige_uiterste); }, true},
        {"logniveau", "debug, info, warn of error.", [](I& i, const S& t) { i.logniveau = t; return t == "debug" || t == "info" || t == "warn" || t == "error"; },
         [](const I& i) { return i.logniveau; }},
        tekstsleutel("oidc.issuer", "Aanmelddienst (OpenID Connect): haar issuer, letter voor letter; leeg: alleen eigen accounts.", &O::issuer),
        tekstsleutel("oidc.client_id", "Naam waaronder Damwand bij de aanmelddienst bekend is.", &O::client_id),
        {"oidc.sleutel_bestand", "Bestand (0400) met de eigen sleutel voor private_key_jwt; damwand oidc sleutel --maak maakt het.", [](I& i, const S& t) { i.oidc.sleutel_bestand = t; return true; },
         [](const I& i) { return i.oidc.sleutel_bestand.string(); }},
        {"oidc.geheim_bestand", "Bestand (0400) met het client secret, voor een dienst die private_key_jwt niet kent.", [](I& i, const S& t) { i.oidc.geheim_bestand = t; return true; },
         [](const I& i) { return i.oidc.geheim_bestand.string(); }},
        tekstsleutel("oidc.naam", "Naam op de knop van het inlogscherm.", &O::naam),
        tekstsleutel("oidc.organisatie", "Code van de organisatie waarvan de mensen zich hier aanmelden.", &O::organisatie),
        tekstsleutel("oidc.adres", "Adres van Damwand in de browser, zoals https://damwand.gemeente.example.", &O::adres),
        {"oidc.alg", "Algoritme van de handtekening: RS256, PS256 of ES256.", [](I& i, const S& t) { i.oidc.alg = t; return t == "RS256" || t == "PS256" || t == "ES256"; },
         [](const I& i) { return i.oidc.alg; }},
        tekstsleutel("oidc.groepen", "Claim met de groepen van de gebruiker.", &O::groepen),
        tekstsleutel("oidc.acr", "Zekerheid (acr_values) die bij het aanmelden wordt gevraagd; leeg: geen.", &O::acr),
        janee("oidc.maak_gebruikers", "Of wie nog geen account heeft er bij het eerste aanmelden een krijgt.", [](I& i) -> bool& { return i.oidc.maak_gebruikers; }),
        janee("oidc.intern", "Of de aanmelddienst in het eigen netwerk staat.", [](I& i) -> bool& { return i.oidc.intern; }),
        {"post.server", "Mailserver: smtp://host:587 (altijd met STARTTLS) of smtps://host:465; leeg: geen mail. Mail noemt alleen aantallen en een adres van Damwand.",
         [](I& i, const S& t) { i.post.server = t; return true; }, [](const I& i) { return i.post.server; }},
        {"post.afzender", "Adres waar de mail vandaan komt.", [](I& i, const S& t) { i.post.afzender = t; return true; }, [](const I& i) { return i.post.afzender; }},
        {"post.gebruiker", "Naam waarmee Damwand zich bij de mailserver aanmeldt; leeg: niet.", [](I& i, const S& t) { i.post.gebruiker = t; return true; }, [](const I& i) { return i.post.gebruiker; }},
        {"post.wachtwoord_bestand", "Bestand (0400) met het wachtwoord daarvoor.", [](I& i, const S& t) { i.post.wachtwoord_bestand = t; return true; },
         [](const I& i) { return i.post.wachtwoord_bestand.string(); }},
        {"post.ca_bestand", "Certificaten (PEM) voor de mailserver, in plaats van die van het systeem.", [](I& i, const S& t) { i.post.ca_bestand = t; return true; },
         [](const I& i) { return i.post.ca_bestand.string(); }},
        {"post.schermen", "Adres van Damwand in de browser, zoals https://damwand.gemeente.example: daar verwijst de mail naar.", [](I& i, const S& t) { i.post.schermen = t; return true; },
         [](const I& i) { return i.post.schermen; }},
        {"post.van_uur", "Vanaf welk uur er mail uitgaat (0 tot en met 23).", [](I& i, const S& t) { return zet_getal(i.post.van_uur, t, 0, 23); }, [](const I& i) { return std::to_string(i.post.van_uur); }, true},
        {"post.tot_uur", "Tot welk uur er mail uitgaat (1 tot en met 24).", [](I& i, const S& t) { return zet_getal(i.post.tot_uur, t, 1, 24); }, [](const I& i) { return std::to_string(i.post.tot_uur); }, true},
        {"achtergrondkaart.adres", "Kaart van een ander onder de eigen kaart, door de server opgehaald: https-adres van tegels in het raster van EPSG:3857, met {z}, {x} en {y}; leeg: geen.",
         [](I& i, const S& t) { i.achtergrondkaart.adres = t; return true; }, [](const I& i) { return i.achtergrondkaart.adres; }},
        {"achtergrondkaart.bron", "Van wie die kaart is: dat staat bij de kaart, zoals 'Kaart: Kadaster/PDOK, CC BY 4.0'.", [](I& i, const S& t) { i.achtergrondkaart.bron = t; return true; },
         [](const I& i) { return i.achtergrondkaart.bron; }},
        {"achtergrondkaart.dichtste", "Tot welk zoomniveau die kaart wordt opgevraagd (10 tot en met 20): hoe hoger, hoe preciezer die dienst ziet waar de gemeente kijkt; bij 17 op zo'n 190 meter.",
         [](I& i, const S& t) { return zet_getal(i.achtergrondkaart.dichtste, t, 10, 20); }, [](const I& i) { return std::to_string(i.achtergrondkaart.dichtste); }, true},
        {"achtergrondkaart.ruimte", "Hoeveel megabyte van die kaart in de gegevensmap wordt bewaard (16 tot en met 100000).",
         [](I& i, const S& t) { return zet_getal(i.achtergrondkaart.ruimte, t, 16, 100'000); }, [](const I& i) { return std::to_string(i.achtergrondkaart.ruimte); }, true},
        janee("achtergrondkaart.intern", "Of die kaartdienst in het eigen netwerk staat.", [](I& i) -> bool& { return i.achtergrondkaart.intern; }),
        {"achtergrondkaart.ca_bestand", "Certificaten (PEM) voor die dienst, in plaats van die van het systeem.", [](I& i, const S& t) { i.achtergrondkaart.ca_bestand = t; return true; },
         [](const I& i) { return i.achtergrondkaart.ca_bestand.string(); }},
        {"oidc.ca_bestand", "Certificaten (PEM) in plaats van die van het systeem.", [](I& i, const S& t) { i.oidc.ca_bestand = t; return true; },
         [](const I& i) { return i.oidc.ca_bestand.string(); }},
    };
    return alle;
}

}  // namespace

Instellingen lees_instellingen(const std::filesystem::path& bestand, bool moet_er_zijn) {
    Instellingen uit;
    std::vector<VeldFout> fouten;
    if (std::filesystem::exists(bestand)) {
        try {
            const auto tabel = toml::parse_file(bestand.string());
            const auto neem = [&](const std::string& naam, const toml::node& waarde) {
                const Sleutel* gevonden = nullptr;
                for (const auto& s : sleutels()) {
                    if (naam == s.naam) gevonden = &s;
                }
                std::string tekst;
                if (const auto* t = waarde.as_string()) tekst = t->get();
                else if (const auto* g = waarde.as_integer()) tekst = std::to_string(g->get());
                else if (const auto* b = waarde.as_boolean()) tekst = b->get() ? "true" : "false";
                if (gevonden == nullptr) {
                    fouten.push_back({naam, "onbekend", "Deze sleutel bestaat niet."});
                } else if (!waarde.is_value() || !gevonden->zet(uit, tekst)) {
                    fouten.push_back({naam, "ongeldig", gevonden->uitleg});
                }
            };
            for (const auto& [naam, waarde] : tabel) {
                const auto* deel = waarde.as_table();
                if (deel == nullptr) neem(std::string(naam.str()), waarde);
                else for (const auto& [onder, w] : *deel) neem(fmt::format("{}.{}", naam.str(), onder.str()), w);
            }
        } catch (const toml::parse_error& fout) {
            fouten.push_back({fmt::format("regel {}", fout.source().begin.line), "geen-toml", std::string(fout.description())});
        }
    } else if (moet_er_zijn) {
        fouten.push_back({bestand.string(), "ontbreekt", "Dit bestand is er niet."});
    }
    for (const auto& s : sleutels()) {
        std::string naam = "DAMWAND_";
        for (const char* c = s.naam; *c != '\0'; ++c) naam += *c >= 'a' && *c <= 'z' ? static_cast<char>(*c - 32) : '_';
        if (const char* waarde = std::getenv(naam.c_str()); waarde != nullptr && !s.zet(uit, waarde)) {
            fouten.push_back({naam, "ongeldig", s.uitleg});
        }
    }
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.", std::move(fouten));
    return uit;
}

void controleer(const Instellingen& i) {
    std::vector<VeldFout> fouten;
    if (!i.adres.starts_with("127.") && i.adres != "::1" && i.adres != "localhost") {
        fouten.push_back({"adres", "geen-tls", "Gewone HTTP mag alleen op de machine zelf (127.0.0.1). Zet er een proxy met TLS voor."});
    }
    if (i.oidc.aan()) {
        for (const auto& [naam, waarde] : {std::pair{"oidc.client_id", i.oidc.client_id}, {"oidc.sleutel_bestand", i.oidc.sleutel_bestand.string() + i.oidc.geheim_bestand.string()},
                                           {"oidc.naam", i.oidc.naam}, {"oidc.organisatie", i.oidc.organisatie}, {"oidc.adres", i.oidc.adres}}) {
            if (waarde.empty()) fouten.push_back({naam, "ontbreekt", "Met oidc.issuer hoort ook deze sleutel te zijn ingevuld."});
        }
        const bool veilig = i.oidc.adres.starts_with("https://") || i.oidc.adres.starts_with("http://localhost:") || i.oidc.adres.starts_with("http://127.0.0.1:");
        if (!i.oidc.adres.empty() && (!veilig || i.oidc.adres.ends_with('/'))) {
            fouten.push_back({"oidc.adres", "ongeldig", "Geef een adres dat met https:// begint, zonder / aan het eind."});
        }
    }
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.", std::move(fouten));
}

std::string toon(const Instellingen& instellingen) {
    std::string uit;
    for (const auto& s : sleutels()) {
        const auto waarde = s.lees(instellingen);
        uit += fmt::format("# {}\n{} = {}\n", s.uitleg, s.naam, s.getal ? waarde : fmt::format("'{}'", waarde));
    }
    return uit;
}

}  // namespace damwand::app
