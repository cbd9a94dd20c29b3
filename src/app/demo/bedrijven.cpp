// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/bedrijven.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <fstream>
#include <set>

#include "app/demo/verhaal.hpp"
#include "app/demo/wereld.hpp"

namespace damwand::app::demo {
namespace {

namespace bj = boost::json;

/// A branch: the word its names begin with, the use of the BAG it fits (bag::Gebruiksdoel), its code in the SBI 2008 and KVK's words for it.
struct Branche {
    std::string_view woord;
    int gebruik;
    std::string_view sbi, tekst;
};
constexpr std::array branches{
    Branche{"Autobedrijf", 5, "4520", "Gespecialiseerde reparatie van auto's"},
    Branche{"Glimmer", 5, "4520", "Gespecialiseerde reparatie van auto's"},
    Branche{"Opslag", 5, "5210", "Opslag"},
    Branche{"Transport", 5, "4941", "Goederenvervoer over de weg (geen verhuizingen)"},
    Branche{"Groothandel", 5, "4690", "Niet-gespecialiseerde groothandel"},
    Branche{"Metaal", 5, "4677", "Groothandel in afval en schroot"},
    Branche{"Kantoor", 6, "8211", "Brede administratieve dienstverlening"},
    Branche{"Vastgoed", 6, "6820", "Verhuur van onroerend goed"},
    Branche{"Personeel", 6, "7820", "Uitzendbureaus, uitleenbureaus en banenpools"},
    Branche{"Schoonmaak", 6, "8121", "Interieurreiniging van gebouwen"},
    Branche{"Café", 2, "5630", "Cafés"},
    Branche{"Restaurant", 2, "5610", "Restaurants, cafetaria's e.d. en ijssalons"},
    Branche{"Eethuis", 2, "5610", "Restaurants, cafetaria's e.d. en ijssalons"},
    Branche{"Zorg", 4, "8810", "Maatschappelijke dienstverlening zonder overnachting gericht op ouderen en gehandicapten"},
    Branche{"Hotel", 7, "5510", "Hotels e.d."},
    Branche{"Sport", 9, "9313", "Fitnesscentra"},
    Branche{"Salon", 10, "9602", "Haar- en schoonheidsverzorging"},
    Branche{"Juwelier", 10, "4777", "Winkels in juweliersartikelen en uurwerken"},
    Branche{"Belhuis", 10, "4742", "Winkels in telecommunicatieapparatuur"},
    Branche{"Avondwinkel", 10, "4711", "Supermarkten en dergelijke winkels met een algemeen assortiment voedings- en genotmiddelen"},
    Branche{"Bakkerij", 10, "1071", "Vervaardiging van brood en vers banketbakkerswerk"}};

constexpr std::array woorden{"Zilverspar", "Noordenwind", "Kraanspoor", "Hazelaar", "Buitenhaven", "Zandplaat", "Oeverzwaluw", "Tweede Sluis", "Veerstoep", "Rietgors", "Blauwe Steen", "Lijnbaan",
                             "Steenuil", "Getijde", "Koggeschip", "Wilgenrij", "Vuurbaken", "Kwelder", "Havenlicht", "Sleedoorn", "Trekvaart", "Grutto", "Molenbeek", "Windroos"};

/// A place to be.
struct Plek {
    bj::object adres;
    std::string sleutel;
    int gebruik = 0;
};

bj::object adres(std::string_view straat, int nummer, std::string_view letter, std::string_view toevoeging, std::string_view plaats) {
    bj::object uit{{"type", "bezoekadres"}, {"indAfgeschermd", "Nee"}, {"straatnaam", straat}, {"huisnummer", nummer}, {"plaats", plaats}, {"land", "Nederland"}};
    if (!letter.empty()) uit["huisletter"] = letter;
    if (!toevoeging.empty()) uit["huisnummerToevoeging"] = toevoeging;
    return uit;
}

/// "Staalstraat 7", "Vismarkt 79a, Kraaiënhoek": the story writes its addresses without a postcode, and so does KVK now and then.
bj::object adres_van_verhaal(std::string_view tekst) {
    const auto komma = tekst.find(", ");
    const auto plaats = komma == std::string_view::npos ? std::string_view{"Damstede"} : tekst.substr(komma + 2);
    tekst = tekst.substr(0, komma);
    const auto spatie = tekst.rfind(' ');
    const auto nummer = tekst.substr(spatie + 1);
    const auto einde = nummer.find_first_not_of("0123456789");
    return adres(tekst.substr(0, spatie), std::stoi(std::string(nummer.substr(0, einde))), "", einde == std::string_view::npos ? "" : nummer.substr(einde), plaats);
}

std::vector<Plek> plekken(db::Verbinding& verbinding) {
    std::vector<Plek> uit;
    for (const auto rij : verbinding.doe("select a.nummeraanduiding::text as id, a.straatnaam, a.huisnummer, coalesce(a.huisletter, '') as letter, coalesce(a.toevoeging, '') as toevoeging,"
                                         " coalesce(a.postcode, '') as postcode, a.woonplaatsnaam, v.gebruiksdoelen[1] as gebruik from register.adres a"
                                         " join register.verblijfsobject v on v.hoofdadres = a.nummeraanduiding where a.actief and v.gebruiksdoelen[1] <> 1 order by a.nummeraanduiding")) {
        auto hier = adres(rij.veld<std::string>("straatnaam"), rij.veld<int>("huisnummer"), rij.veld<std::string>("letter"), rij.veld<std::string>("toevoeging"), rij.veld<std::string>("woonplaatsnaam"));
        hier["postcode"] = rij.veld<std::string>("postcode");
        const auto id = rij.veld<std::string>("id");
        hier["geoData"] = bj::object{{"nummerAanduidingId", id}};
        uit.push_back({std::move(hier), id, rij.veld<int>("gebruik")});
    }
    return uit;
}

class Boek {
  public:
    /// A company, at `waar` from delivery `van` up to `tot`. The number follows from the name.
    struct Bedrijf {
        std::string naam, kvk;
        std::string_view vorm, sbi, tekst;
        int sinds = 2000;
    };

    Bedrijf maak(const std::string& naam, const Branche& branche) {
        const auto h = hutsel(naam);
        std::string_view vorm = h % 5 == 0 ? "Vennootschap onder firma" : h % 5 < 3 ? "Eenmanszaak" : "Besloten vennootschap";
        if (naam.ends_with("B.V.")) vorm = "Besloten vennootschap";
        if (naam.starts_with("Vereniging") || naam.starts_with("Buurthuis")) vorm = "Vereniging";
        if (naam.starts_with("Stichting")) vorm = "Stichting";
        return {naam, kvk_van(naam), vorm, branche.sbi, branche.tekst, 1995 + static_cast<int>(h % 28)};
    }
    [[nodiscard]] bool is_vrij(const std::string& kvk) { return m_nummers.insert(kvk).second; }

    void zet(std::size_t levering, const Bedrijf& b, bj::object waar) {
        const auto begin = fmt::format("{}{:02}00", b.sinds, 1 + hutsel(b.naam) % 12);
        const bj::object registratie{{"datumAanvang", begin}};
        const bj::array sbi{bj::object{{"sbiCode", b.sbi}, {"sbiOmschrijving", b.tekst}, {"indHoofdactiviteit", "Ja"}}};
        m_regels.at(levering) += bj::serialize(bj::object{{"kvkNummer", b.kvk}, {"naam", b.naam}, {"materieleRegistratie", registratie}, {"sbiActiviteiten", sbi},
                                                          {"_embedded", bj::object{{"eigenaar", bj::object{{"rechtsvorm", b.vorm}}}}}}) + "\n";
        m_regels.at(levering) += bj::serialize(bj::object{{"vestigingsnummer", "0000" + b.kvk}, {"kvkNummer", b.kvk}, {"eersteHandelsnaam", b.naam}, {"indHoofdvestiging", "Ja"},
                                                          {"indCommercieleVestiging", "Ja"}, {"totaalWerkzamePersonen", 1 + hutsel(b.kvk) % 14}, {"materieleRegistratie", registratie},
                                                          {"sbiActiviteiten", sbi}, {"adressen", bj::array{std::move(waar)}}}) + "\n";
    }
    [[nodiscard]] const std::string& regels(std::size_t levering) const { return m_regels.at(levering); }

  private:
    std::array<std::string, 3> m_regels;
    std::set<std::string> m_nummers;
};

const Branche& branche_van(std::string_view naam, std::uint64_t keus, int gebruik) {
    for (const auto& b : branches) {
        if (naam.find(b.woord) != std::string_view::npos) return b;
    }
    for (std::size_t nr = 0; nr < branches.size(); ++nr) {
        const auto& b = branches[(keus + nr) % branches.size()];
        if (gebruik == 0 || b.gebruik == gebruik) return b;
    }
    return branches[keus % branches.size()];
}

/// A company of a branch that fits this use (0: any), with a name that is not taken; the street helps where names run out.
Boek::Bedrijf verzin(Boek& boek, std::uint64_t keus, int gebruik, std::string_view straat) {
    for (;; ++keus) {
        const auto& branche = branche_van("", keus, gebruik);
        const auto naam = fmt::format("{} {}", branche.woord, woorden[(keus / 7) % woorden.size()]);
        for (const auto& een : {naam, fmt::format("{} {}", naam, straat)}) {
            auto b = boek.maak(een, branche);
            if (boek.is_vrij(b.kvk)) return b;
        }
    }
}

/// The companies of the story, each at the first address it is seen at: there in the last two deliveries, elsewhere or not at all before.
void verhaal(Boek& boek, std::vector<Plek>& alle) {
    std::vector<Sein> seinen;
    for (const auto& deel : {open_seinen(), afgewezen_seinen(), gedane_seinen()}) seinen.insert(seinen.end(), deel.begin(), deel.end());
    for (const auto& deel : {grote_casussen(), lopende_casussen(), afgelopen_casussen()}) {
        for (const auto& c : deel) seinen.insert(seinen.end(), c.seinen.begin(), c.seinen.end());
    }
    std::erase_if(seinen, [](const Sein& s) { return s.adres.empty() || s.adres[0] == '~'; });
    // Where the story is, nobody else.
    std::erase_if(alle, [&](const Plek& plek) {
        return std::any_of(seinen.begin(), seinen.end(), [&](const Sein& s) {
            const auto hier = adres_van_verhaal(s.adres);
            return hier.at("straatnaam") == plek.adres.at("straatnaam") && hier.at("huisnummer") == plek.adres.at("huisnummer") && hier.at("plaats") == plek.adres.at("plaats");
        });
    });
    for (const auto& s : seinen) {
        for (const auto& v : lees_vermeldingen(s.vermeldingen, "")) {
            if (v.at("soort").as_string() != "bedrijf") continue;
            const std::string naam(v.at("tekst").as_string());
            const auto h = hutsel(naam);
            const auto b = boek.maak(naam, branche_van(naam, h, 0));
            if (!boek.is_vrij(b.kvk)) continue;
            // One in three came from somewhere else: the waterbedeffect.
            if (h % 3 == 0) boek.zet(0, b, alle[h % alle.size()].adres);
            const auto hier = adres_van_verhaal(s.adres);
            // Somebody else was here before, or it was always here.
            boek.zet(0, h % 3 == 2 ? b : verzin(boek, h / 3, 0, hier.at("straatnaam").as_string()), hier);
            boek.zet(1, b, hier);
            boek.zet(2, b, hier);
        }
    }
}

/// Whoever else works in Damstede: most stay, some follow one another, some move.
void omgeving(Boek& boek, const std::vector<Plek>& alle) {
    for (std::size_t nr = 0; nr < alle.size(); ++nr) {
        const auto& plek = alle[nr];
        const auto h = hutsel(plek.sleutel);
        if (h % 10 >= 7) continue;  // empty, or not in the register
        const auto nieuw = [&](std::uint64_t keus) { return verzin(boek, keus, plek.gebruik, plek.adres.at("straatnaam").as_string()); };
        const auto eerste = nieuw(h / 10);
        const auto wissel = (h / 100) % 12;
        auto waar = plek.adres;
        if (wissel == 11 && eerste.vorm == "Eenmanszaak") waar["indAfgeschermd"] = "Ja";
        if (wissel == 10) {  // as people type it: nothing of it is in the BAG
            waar.erase("geoData");
            waar.erase("postcode");
            waar["straatnaam"] = "Industrieterrein " + std::string(waar.at("straatnaam").as_string());
        }
        for (std::size_t levering = 0; levering < 3; ++levering) {
            if (wissel < 2 && levering >= 1 + wissel) break;  // gone, with another in its place
            const bool elders = wissel == 2 && levering == 0;
            boek.zet(levering, eerste, elders ? alle[(nr + 37) % alle.size()].adres : waar);
        }
        if (wissel < 2) {
            const auto tweede = nieuw(h / 1000);
            for (std::size_t levering = 1 + wissel; levering < 3; ++levering) boek.zet(levering, tweede, plek.adres);
        }
    }
}

}  // namespace

std::vector<Bedrijvenlevering> schrijf_bedrijven(db::Verbinding& verbinding, const Kalender& kalender, const std::filesystem::path& map) {
    auto alle = plekken(verbinding);
    if (alle.empty()) throw std::runtime_error("Damstede has no place for a company");
    Boek boek;
    verhaal(boek, alle);
    omgeving(boek, alle);
    std::vector<Bedrijvenlevering> uit;
    for (const int terug : {780, 400, 5}) {
        const auto nr = uit.size();
        uit.push_back({map / fmt::format("handelsregister-{}.jsonl", nr + 1), kalender.dag(terug)});
        std::ofstream(uit.back().bestand) << boek.regels(nr);
    }
    return uit;
}

}  // namespace damwand::app::demo
