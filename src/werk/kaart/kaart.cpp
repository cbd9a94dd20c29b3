// SPDX-License-Identifier: EUPL-1.2
#include "werk/kaart/kaart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/csv.hpp"
#include "engine/tabel/schrijver.hpp"
#include "werk/kaart/bevragen.hpp"
#include "werk/kaart/store.hpp"
#include "werk/kaart/tegelmaker.hpp"

namespace damwand::kaart {
namespace {

constexpr int meeste_uitvoer = 100'000;

store::Zoek lees_zoek(poort::Gang& gang, const Selectievraag& v) {
    static constexpr std::array<std::string_view, 4> volgorden{"adres", "gebruik", "oppervlakte", "bouwjaar"};
    std::vector<VeldFout> fouten;
    keur(v.waar, "/waar", fouten);
    if (*v.wat != "objecten" && *v.wat != "panden") fouten.push_back({"/wat", "onbekend", "Vraag om objecten of om panden."});
    if (v.sorteer && std::ranges::find(volgorden, **v.sorteer) == volgorden.end()) fouten.push_back({"/sorteer", "onbekend", "Zo kan deze lijst niet worden gesorteerd."});
    store::Zoek uit;
    if (v.gebruik) {
        uit.gebruik.emplace();
        for (const auto& g : *v.gebruik) {
            const auto plek = std::ranges::find(gebruiken, *g);
            if (plek == gebruiken.end()) fouten.push_back({"/gebruik", "onbekend", "Dit gebruik bestaat niet."});
            uit.gebruik->push_back(static_cast<int>(plek - gebruiken.begin()));
        }
    }
    eis(std::move(fouten));
    uit.dag = store::dag(gang.tx(), v.peildatum);
    uit.vlak = store::vlak(gang.tx(), v.waar, uit.dag);
    uit.panden = *v.wat == "panden";
    if (v.bouwjaar_vanaf) uit.bouwjaar_vanaf = **v.bouwjaar_vanaf;
    if (v.bouwjaar_tot_en_met) uit.bouwjaar_tot_en_met = **v.bouwjaar_tot_en_met;
    if (v.sorteer) uit.sorteer = **v.sorteer;
    uit.aflopend = v.aflopend.value_or(false);
    if (v.vanaf) uit.vanaf = **v.vanaf;
    if (v.aantal) uit.aantal = **v.aantal;
    gang.bekijkt([&tx = gang.tx(), wat = *v.wat, vlak = uit.vlak] { return fmt::format("{}@{}", wat, store::uitsnede(tx, vlak)); });
    return uit;
}

constexpr std::array<std::string_view, 10> koppen{"Soort", "Identificatie", "Nummeraanduiding", "Adres", "Gebruik", "Oppervlakte (m2)", "Bouwjaar", "Objecten in het pand", "X (RD)", "Y (RD)"};

std::string als_csv(const std::vector<store::Regel>& regels) {
    const auto getal = [](const std::optional<int>& w) { return w ? std::to_string(*w) : std::string{}; };
    const std::vector<std::string> namen(koppen.begin(), koppen.end());
    std::string uit = std::string(csv::merk) + csv::regel(namen);
    for (const auto& r : regels) {
        uit += csv::regel(std::array<std::string, 10>{r.soort, r.identificatie, r.nummeraanduiding.value_or(""), r.adres, r.gebruik, getal(r.oppervlakte), getal(r.bouwjaar),
                                                      std::to_string(r.objecten), fmt::format("{:.1f}", r.rd.x), fmt::format("{:.1f}", r.rd.y)});
    }
    return uit;
}

std::string als_xlsx(const std::vector<store::Regel>& regels) {
    const std::vector<std::string> namen(koppen.begin(), koppen.end());
    tabel::Xlsxschrijver uit("Lijst", namen);
    const auto getal = [](const std::optional<int>& w) { return w ? tabel::Cel(static_cast<double>(*w)) : tabel::Cel{}; };
    for (const auto& r : regels)
        uit.rij(std::array<tabel::Cel, koppen.size()>{r.soort, r.identificatie, r.nummeraanduiding.value_or(""), r.adres, r.gebruik, getal(r.oppervlakte), getal(r.bouwjaar), static_cast<double>(r.objecten),
                                                      std::round(r.rd.x * 10) / 10, std::round(r.rd.y * 10) / 10});
    return uit.sluit();
}

/// RFC 7946: degrees of WGS 84, longitude first.
std::string als_geojson(const std::vector<store::Regel>& regels, Datum dag) {
    constexpr double een_decimeter = 1e6;
    const auto graden = [](double w) { return std::round(w * een_decimeter) / een_decimeter; };
    json::bj::array vormen;
    for (const auto& r : regels) {
        auto eigen = json::schrijf(static_cast<const Selectieregel&>(r)).as_object();
        eigen.erase("punt");
        vormen.push_back(json::bj::object{{"type", "Feature"}, {"id", r.identificatie}, {"properties", std::move(eigen)},
                                          {"geometry", json::bj::object{{"type", "Point"}, {"coordinates", json::bj::array{graden(r.lengte), graden(r.breedte)}}}}});
    }
    return json::bj::serialize(json::bj::object{{"type", "FeatureCollection"}, {"peildatum", tekst(dag)}, {"features", std::move(vormen)}});
}

}  // namespace

Tellijst tel(poort::Gang& gang, const Telvraag& v) {
    eis_soort(v.soort);
    const auto dag = store::dag(gang.tx(), v.peildatum);
    std::optional<std::string> binnen;
    if (v.binnen) {
        const Gebiedskeuze keuze{.gebied = v.binnen, .ringen = {}, .pand = {}};
        std::vector<VeldFout> fouten;
        keur(keuze, "/binnen", fouten);
        eis(std::move(fouten));
        binnen = store::vlak(gang.tx(), keuze, dag);
        gang.bekijkt([&tx = gang.tx(), soort = *v.soort, vlak = *binnen] { return fmt::format("{}@{}", soort, store::uitsnede(tx, vlak)); });
    } else {
        gang.bekijkt([soort = *v.soort] { return soort + "@alles"; });
    }
    return {dag, store::tel(gang.tx(), *v.soort, binnen, dag)};
}

Selectie selecteer(poort::Gang& gang, const Selectievraag& v) {
    const auto zoek = lees_zoek(gang, v);
    Selectie uit{.peildatum = zoek.dag, .aantal = 0, .per_gebruik = store::tel_gebruik(gang.tx(), zoek), .per_branche = store::tel_branches(gang.tx(), zoek.vlak, zoek.dag), .resultaten = {}};
    for (const auto& g : uit.per_gebruik) uit.aantal += g.aantal;
    for (auto& r : store::zoek(gang.tx(), zoek)) uit.resultaten.push_back(std::move(r));
    return uit;
}

Vergelijking vergelijk(poort::Gang& gang, const Vergelijkvraag& v) {
    auto nu = lees_zoek(gang, v);
    nu.vanaf = 0;
    nu.aantal = meeste_uitvoer + 1;
    auto toen = nu;
    toen.dag = v.eerder;
    if (toen.dag >= nu.dag) eis({{"/eerder", "volgorde", "Vergelijk met een eerdere dag."}});
    auto regels = store::zoek(gang.tx(), nu);
    auto oude = store::zoek(gang.tx(), toen);
    if (std::max(regels.size(), oude.size()) > meeste_uitvoer) throw Fout(FoutSoort::te_groot, "selectie-te-groot", "Dit zijn meer dan 100.000 regels. Kies een kleiner gebied of een filter.");
    std::map<std::pair<std::string, std::string>, const store::Regel*> eerder;
    for (const auto& r : oude) eerder.emplace(std::pair{r.soort, r.identificatie}, &r);
    constexpr std::size_t meeste_getoond = 500;
    Vergelijking uit{.peildatum = nu.dag, .eerder = v.eerder, .gekomen = 0, .gegaan = 0, .anders = 0, .resultaten = {}};
    const auto toon = [&](std::string_view wat, const Selectieregel& regel, const store::Regel* was) {
        if (uit.resultaten.size() >= meeste_getoond) return;
        uit.resultaten.push_back({.wat = std::string(wat), .regel = regel, .gebruik_was = was == nullptr ? std::nullopt : std::optional(was->gebruik), .oppervlakte_was = was == nullptr ? std::nullopt : was->oppervlakte});
    };
    for (const auto& r : regels) {
        const auto was = eerder.find({r.soort, r.identificatie});
        if (was == eerder.end()) {
            ++uit.gekomen;
            toon("gekomen", r, nullptr);
            continue;
        }
        if (was->second->gebruik != r.gebruik || was->second->oppervlakte != r.oppervlakte) {
            ++uit.anders;
            toon("anders", r, was->second);
        }
        eerder.erase(was);
    }
    for (const auto& r : oude) {
        if (!eerder.contains({r.soort, r.identificatie})) continue;
        ++uit.gegaan;
        toon("gegaan", r, nullptr);
    }
    return uit;
}

http::Antwoord exporteer(poort::Gang& gang, const Exportvraag& v) {
    const auto& formaat = *v.formaat;
    if (formaat != "csv" && formaat != "xlsx" && formaat != "geojson") eis({{"/formaat", "onbekend", "Kies csv, xlsx of geojson."}});
    auto zoek = lees_zoek(gang, v);
    zoek.vanaf = 0;
    zoek.aantal = meeste_uitvoer + 1;
    const auto regels = store::zoek(gang.tx(), zoek);
    if (regels.size() > meeste_uitvoer) throw Fout(FoutSoort::te_groot, "selectie-te-groot", "Dit zijn meer dan 100.000 regels. Kies een kleiner gebied of een filter.");
    http::Antwoord uit{.type = formaat == "csv" ? "text/csv; charset=utf-8" : formaat == "xlsx" ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/geo+json"};
    uit.lijf = formaat == "csv" ? als_csv(regels) : formaat == "xlsx" ? als_xlsx(regels) : als_geojson(regels, zoek.dag);
    uit.koppen.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}-{}.{}\"", *v.wat, tekst(zoek.dag), formaat));
    return uit;
}

namespace {
/// A number in the path, from 0 to `hoogste`; anything else is not there.
int getal(const poort::Gang& gang, std::string_view naam, int hoogste) {
    const auto woord = gang.segment(naam);
    int uit = -1;
    const auto [einde, fout] = std::from_chars(woord.data(), woord.data() + woord.size(), uit);
    if (fout != std::errc{} || einde != woord.data() + woord.size() || uit < 0 || uit > hoogste) throw onbekend();
    return uit;
}
}  // namespace

http::Antwoord achtergrondtegel(poort::Gang& gang, Achtergrond* achtergrond) {
    if (achtergrond == nullptr) throw onbekend();
    const int z = getal(gang, "z", dichtste_zoom), x = getal(gang, "x", (1 << z) - 1), y = getal(gang, "y", (1 << z) - 1);
    gang.bekijkt([z, x, y] { return fmt::format("achtergrond@{}", store::uitsnede(z, x, y)); });
    auto beeld = achtergrond->haal(z, x, y);
    if (beeld.bytes.empty()) return {.status = 202, .koppen = {{"Retry-After", "1"}}};
    return {.status = 200, .type = std::string(beeld.type), .lijf = std::move(beeld.bytes), .koppen = {{"Cache-Control", "private, max-age=86400"}}};
}

namespace {

/// What a tile follows from; the same for everybody who may see its layer.
std::string kastsleutel(std::string_view stand, std::string_view laag, std::string_view z, std::string_view x, std::string_view y, std::string_view dag) {
    return fmt::format("{}/{}/{}/{}/{}/{}", stand, laag, z, x, y, dag);
}

http::Antwoord als_tegel(const http::Verzoek& verzoek, const http::Gepakt& gepakt, std::string_view stand) {
    http::Antwoord uit{.type = std::string(tegeltype)};
    // A tile that names its stand and its day never changes; the same for everybody, but for the browser of somebody signed in.
    const bool vast = verzoek.vraag("peildatum") && verzoek.vraag("stand") == stand;
    uit.koppen.emplace_back("Cache-Control", vast ? "private, max-age=86400" : "private, no-cache");
    http::geef(uit, gepakt, verzoek);
    return uit;
}

}  // namespace

http::Antwoord tegel(poort::Gang& gang, Tegelkast& kast) {
    const auto laag = gang.segment("laag");
    const int z = getal(gang, "z", dichtste_zoom);
    if (z < verste_zoom || (laag != "panden" && laag != "objecten" && laag != "vestigingen" && !is_gebiedsoort(laag))) throw onbekend();
    if (laag == "vestigingen" && !gang.wie().heeft("bedrijf.zien")) throw onbekend();
    const int x = getal(gang, "x", (1 << z) - 1), y = getal(gang, "y", (1 << z) - 1);
    std::optional<Datum> peildatum;
    if (const auto woord = gang.vraag("peildatum")) {
        peildatum = lees_datum(*woord);
        if (!peildatum) eis({{"/query/peildatum", "datum", "Geef een bestaande dag, zoals 2026-11-13."}});
    }
    const auto dag = store::dag(gang.tx(), peildatum);
    const auto stand = store::stand(gang.tx());
    gang.bekijkt([laag, z, x, y] { return fmt::format("{}@{}", laag, store::uitsnede(z, x, y)); });

    const auto sleutel = kastsleutel(stand, laag, std::to_string(z), std::to_string(x), std::to_string(y), tekst(dag));
    auto gepakt = kast.vind(sleutel);
    if (!gepakt) {
        gepakt = http::pak(store::tegel(gang.tx(), laag, z, x, y, dag));
        kast.bewaar(sleutel, *gepakt);
    }
    return als_tegel(gang.verzoek(), *gepakt, stand);
}

std::optional<http::Antwoord> tegel_uit_kast(const http::Verzoek& verzoek, const poort::Segmenten& segmenten, const toegang::Mag& mag, Tegelkast& kast) {
    const auto& laag = segmenten.at("laag");
    if (laag == "vestigingen" && !mag.rechten.contains("bedrijf.zien")) return std::nullopt;
    const auto spatie = mag.stand.find(' ');
    const auto stand = mag.stand.substr(0, spatie);
    const auto gepakt = kast.vind(kastsleutel(stand, laag, segmenten.at("z"), segmenten.at("x"), segmenten.at("y"), verzoek.vraag("peildatum").value_or(mag.stand.substr(spatie + 1))));
    if (!gepakt) return std::nullopt;
    return als_tegel(verzoek, *gepakt, stand);
}

}  // namespace damwand::kaart
