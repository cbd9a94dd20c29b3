// SPDX-License-Identifier: EUPL-1.2
#include "app/instellingen.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <functional>

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

const std::array<Sleutel, 9>& sleutels() {
    using I = Instellingen;
    using S = std::string;
    static const std::array<Sleutel, 9> alle{{
        {"map", "Gegevensmap: eigen database, sleutels en bestanden.", [](I& i, const S& t) { i.map = t; return !t.empty(); },
         [](const I& i) { return i.map.string(); }},
        {"dsn", "Een eigen PostgreSQL in plaats van de ingebouwde: host en dbname, met een beheerder als user, zonder wachtwoord.",
         [](I& i, const S& t) { i.dsn = t; return t.find("password") == S::npos; }, [](const I& i) { return i.dsn; }},
        {"adres", "Adres waarop de server luistert; gewone HTTP mag alleen op de machine zelf.", [](I& i, const S& t) { i.adres = t; return !t.empty(); },
         [](const I& i) { return i.adres; }},
        {"poort", "Poort van de server.", [](I& i, const S& t) { return zet_getal(i.poort, t, 0, 65535); },
         [](const I& i) { return std::to_string(i.poort); }, true},
        {"web", "Map met de gebouwde schermen; leeg: naast het programma.", [](I& i, const S& t) { i.web = t; return true; },
         [](const I& i) { return i.web.string(); }},
        {"werkers", "Hoeveel verzoeken tegelijk worden behandeld (1 tot en met 64).", [](I& i, const S& t) { return zet_getal(i.werkers, t, 1, 64); },
         [](const I& i) { return std::to_string(i.werkers); }, true},
        {"tempo", "Factor op de grenzen per gebruiker (1 tot en met 1000).", [](I& i, const S& t) { return zet_getal(i.tempo, t, 1, 1000); },
         [](const I& i) { return std::to_string(i.tempo); }, true},
        {"getuige", "Waar de ondertekende standen van de logboeken heen gaan: 'syslog', of 'bestand:/pad' op een andere machine.",
         [](I& i, const S& t) { i.getuige = t; return t.empty() || t == "syslog" || t.starts_with("bestand:/"); }, [](const I& i) { return i.getuige; }},
        {"logniveau", "debug, info, warn of error.", [](I& i, const S& t) { i.logniveau = t; return t == "debug" || t == "info" || t == "warn" || t == "error"; },
         [](const I& i) { return i.logniveau; }},
    }};
    return alle;
}

}  // namespace

Instellingen lees_instellingen(const std::filesystem::path& bestand, bool moet_er_zijn) {
    Instellingen uit;
    std::vector<VeldFout> fouten;
    if (std::filesystem::exists(bestand)) {
        try {
            const auto tabel = toml::parse_file(bestand.string());
            for (const auto& [naam, waarde] : tabel) {
                const Sleutel* gevonden = nullptr;
                for (const auto& s : sleutels()) {
                    if (naam.str() == s.naam) gevonden = &s;
                }
                std::string tekst;
                if (const auto* t = waarde.as_string()) tekst = t->get();
                else if (const auto* g = waarde.as_integer()) tekst = std::to_string(g->get());
                if (gevonden == nullptr) {
                    fouten.push_back({std::string(naam.str()), "onbekend", "Deze sleutel bestaat niet."});
                } else if ((!waarde.is_string() && !waarde.is_integer()) || !gevonden->zet(uit, tekst)) {
                    fouten.push_back({std::string(naam.str()), "ongeldig", gevonden->uitleg});
                }
            }
        } catch (const toml::parse_error& fout) {
            fouten.push_back({fmt::format("regel {}", fout.source().begin.line), "geen-toml", std::string(fout.description())});
        }
    } else if (moet_er_zijn) {
        fouten.push_back({bestand.string(), "ontbreekt", "Dit bestand is er niet."});
    }
    for (const auto& s : sleutels()) {
        std::string naam = "DAMWAND_";
        for (const char* c = s.naam; *c != '\0'; ++c) naam += static_cast<char>(*c - 32);
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
