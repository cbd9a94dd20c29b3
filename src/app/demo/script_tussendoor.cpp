// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "app/demo/script.hpp"
#include "app/demo/wereld.hpp"

namespace damwand::app::demo {

namespace bj = boost::json;
using http::Methode;

namespace {

std::int64_t versie_van(const bj::value& ding) { return ding.at("versie").to_number<std::int64_t>(); }

const bj::object gronden{{"grondslag", "Awb artikel 5:16; het toezicht van de omgevingsdienst."},
                         {"verenigbaarheid", "Verzameld voor toezicht op het gebruik van gebouwen, en hier gebruikt voor hetzelfde."},
                         {"noodzaak", "Zonder dit blijft onbekend of er op de bovenverdieping gewoond mag worden."},
                         {"proportionaliteit", "Alleen dit adres, en niets over de mensen die er slapen."},
                         {"besluit", "akkoord"}};

}  // namespace

void Script::tussendoor() {
    const auto roep = [this](Methode methode, const std::string& pad, const bj::value& lijf = nullptr, std::optional<std::int64_t> versie = {}) {
        return m_verteller.roep(methode, pad, lijf, versie);
    };
    /// "/v1/casussen/…" of the casus with this working name.
    const auto casus = [roep](std::string_view werknaam) {
        const auto gevonden = roep(Methode::post, "/v1/casussen/_zoek", bj::object{{"tekst", werknaam}, {"aantal", 20}}).at("resultaten");
        for (const auto& c : gevonden.as_array()) {
            if (c.at("werknaam").as_string() == werknaam) return "/v1/casussen/" + std::string(c.at("id").as_string());
        }
        throw std::logic_error(fmt::format("no casus is called {}", werknaam));
    };
    constexpr auto garage = "Garage Ampèrestraat";
    constexpr auto kamers = "Kamers boven de drukkerij";
    constexpr auto wedkantoor = "Wedkantoor Vismarkt";

    // What police and prosecution did not take up: one that waits for the table, one that is taken up, and one that is kept a while.
    const auto signaal = [roep](std::string_view titel) {
        const auto gevonden = roep(Methode::post, "/v1/signalen/_zoek", bj::object{{"tekst", titel}, {"aantal", 20}}).at("resultaten");
        for (const auto& s : gevonden.as_array()) {
            if (s.at("titel").as_string() == titel) return "/v1/signalen/" + std::string(s.at("id").as_string());
        }
        throw std::logic_error(fmt::format("no signaal is called {}", titel));
    };
    const auto leg_op_tafel = [this, signaal, roep](std::string_view titel, std::string_view partij, std::string_view waarom) {
        roep(Methode::post, signaal(titel) + "/weegtafel", bj::object{{"partij", partij}, {"gemeldOp", tekst(dag_in_amsterdam(m_verteller.nu()))}, {"waarom", waarom}});
    };
    constexpr auto vondst = "Harddrugs en weegschaal gevonden in woning";
    constexpr auto aangekondigd = "Rapportage volgt nog: kleine hoeveelheid in woning";
    Draad weegtafel;
    plan(weegtafel, 20, hutsel("weegtafel"), "analist", [leg_op_tafel] { leg_op_tafel(aangekondigd, "politie", "De zaak is bij het wijkteam blijven liggen; er is nu geen ruimte voor een rapportage."); });
    plan(weegtafel, 17, hutsel("bewaren"), "coordinator", [this, signaal, roep] {
        roep(Methode::post, signaal(aangekondigd) + "/weegtafel/besluiten", bj::object{{"keuze", "bewaren"}, {"bewarenTot", datum(-14)}, {"motivering", "Zonder rapportage kunnen wij artikel 13b niet beoordelen. Over een maand vragen wij er weer naar."}}, 1);
    });
    plan(weegtafel, 12, hutsel("sepot"), "analist", [leg_op_tafel] { leg_op_tafel(vondst, "om", "Geseponeerd: de bewoner is niet de eigenaar van wat er lag, en meer bewijs is er niet."); });
    plan(weegtafel, 9, hutsel("oppakken"), "coordinator", [signaal, roep] {
        roep(Methode::post, signaal(vondst) + "/weegtafel/besluiten", bj::object{{"keuze", "oppakken"}, {"motivering", "Voor een straf is het te weinig, voor artikel 13b niet: het gaat om wat er in de woning lag, niet om van wie het was."}}, 1);
    });
    plan(weegtafel, 2, hutsel("clubhuis"), "analist", [leg_op_tafel] {
        leg_op_tafel("Clubhuis van motorclub in bedrijfspand", "politie", "Een clubhuis zonder vergunning is geen strafbaar feit, en er is geen aangifte. De recherche begint er niet aan.");
    });

    // What the team says of its casussen: the one that means most, and the one that does not feel right.
    Draad woorden;
    plan(woorden, 60, hutsel("betekenisvol"), "coordinator", [casus, roep] {
        roep(Methode::post, casus(garage) + "/etiketten", bj::object{{"soort", "betekenisvol"}, {"reden", "De ondernemers van het terrein melden weer. Dat wij dit afmaken, bepaalt of zij dat blijven doen."}});
    });
    plan(woorden, 19, hutsel("buikpijn"), "coordinator", [casus, roep] {
        roep(Methode::post, casus(kamers) + "/etiketten", bj::object{{"soort", "buikpijn"}, {"reden", "Wij weten dat het niet klopt en hebben nog geen plek waar de mensen heen kunnen."}});
    });

    // What was promised: done, to do, and late.
    Draad acties;
    const auto gedaan = std::make_shared<std::string>();
    plan(acties, 24, hutsel("afspraken"), "coordinator", [this, casus, roep, gedaan] {
        const auto pad = casus(garage) + "/acties";
        const auto maak = [&](std::string_view wat, const char* wie, int dag) {
            return std::string(roep(Methode::post, pad, bj::object{{"wat", wat}, {"eigenaar", m_gebruikers.at(wie)}, {"datum", datum(dag)}}).at("id").as_string());
        };
        *gedaan = maak("De foto’s van de magneetsloten bij het dossier voegen", "analist", 12);
        maak("De huurovereenkomst opvragen bij de verhuurder", "jurist", 5);
        maak("Een zaal regelen voor de bijeenkomst met ondernemers", "communicatie", -9);
    });
    plan(acties, 13, hutsel("gedaan"), "analist", [roep, gedaan] {
        const auto rijen = roep(Methode::get, "/v1/acties").at("resultaten");
        for (const auto& een : rijen.as_array()) {
            if (een.at("id").as_string() != *gedaan) continue;
            roep(Methode::patch, "/v1/acties/" + *gedaan, bj::object{{"staat", "gedaan"}, {"resultaat", "Elf foto’s, met datum en plaats; de jurist heeft ze gezien."}}, versie_van(een));
            return;
        }
        throw std::logic_error("the action is not on the list of who does it");
    });

    // A question to a partner: he looks, knows something, is asked what, and answers; and one that waits for its answer.
    Draad vraag;
    const auto bron = std::make_shared<std::string>();
    const auto gesteld = std::make_shared<std::string>();
    const auto stel = [this, casus, roep](std::string_view bronvraag, std::string_view vraagtekst, std::string_view gedeeld, const char* partner, int tot) {
        const auto pad = casus(kamers);
        const auto id = roep(Methode::post, pad + "/bronnen", bj::object{{"bronsoort", "omgevingsdienst"}, {"vraag", bronvraag}, {"grondslag", "awb-toezicht"}, {"status", "te_vragen"}}).at("id");
        bj::object toets = gronden;
        toets["soort"] = "1";
        toets["bron"] = id;
        roep(Methode::post, pad + "/privacytoetsen", toets);
        m_verteller.vers();  // what is given to others asks it
        const auto nieuw = roep(Methode::post, pad + "/vragen", bj::object{{"bron", id}, {"partner", m_gebruikers.at(partner)}, {"ontvanger", "omgevingsdienst"}, {"tekst", vraagtekst}, {"gedeeld", gedeeld}, {"tot", datum(tot)}});
        return std::pair(std::string(id.as_string()), std::string(nieuw.at("id").as_string()));
    };
    const auto antwoord = [roep, gesteld](bj::object lijf) {
        const auto vragen = roep(Methode::get, "/v1/vragen").at("resultaten");
        for (const auto& een : vragen.as_array()) {
            if (een.at("id").as_string() == *gesteld) roep(Methode::post, "/v1/vragen/" + *gesteld + "/antwoorden", lijf, versie_van(een));
        }
    };
    plan(vraag, 16, hutsel("vraag"), "coordinator", [stel, bron, gesteld] {
        std::tie(*bron, *gesteld) = stel("Mag er boven de drukkerij worden gewoond?", "Is voor de bovenverdieping van dit pand ooit een melding of vergunning voor logies gedaan?", "Röntgenbaan 9, de verdieping boven de drukkerij", "partner2", -45);
    });
    plan(vraag, 14, hutsel("bekend"), "partner2", [antwoord] {
        antwoord({{"staat", "geaccepteerd"}});
        antwoord({{"staat", "bekend"}});
    });
    plan(vraag, 13, hutsel("inhoud"), "coordinator", [casus, roep, bron] {
        roep(Methode::post, casus(kamers) + "/bronnen/" + *bron + "/inhoud", bj::object{{"motivering", "Alleen met wat er is aangevraagd is te beoordelen of de verdieping dicht kan."}});
    });
    plan(vraag, 11, hutsel("antwoord"), "partner2", [antwoord] {
        antwoord({{"staat", "beantwoord"}, {"antwoord", "In 2019 is logies voor acht mensen aangevraagd en niet verleend: de trap is te smal om te vluchten. Daarna is er niets meer binnengekomen."}, {"doorgifte", "na_overleg"}});
    });
    plan(vraag, 8, hutsel("terug"), "coordinator", [casus, roep, gesteld] {
        const auto pad = casus(kamers) + "/vragen";
        const auto vragen = roep(Methode::get, pad).at("resultaten");
        for (const auto& een : vragen.as_array()) {
            if (een.at("id").as_string() == *gesteld) roep(Methode::patch, pad + "/" + *gesteld, bj::object{{"terugkoppeling", "Wij nemen de brandveiligheid mee in de controle, en laten u weten wanneer."}}, versie_van(een));
        }
    });
    plan(vraag, 4, hutsel("wacht"), "coordinator", [stel] {
        (void)stel("Zijn er metingen van stof of geur?", "Zijn er in de afgelopen drie jaar klachten of metingen geweest over stof, oplosmiddel of geur?", "Röntgenbaan 9, een drukkerij met slaapplaatsen erboven", "partner", -30);
    });

    // Looking back on what is being closed, and what others can learn from it without knowing which casus it was.
    Draad terug;
    const auto les = std::make_shared<std::string>();
    plan(terug, 5, hutsel("evaluatie"), "coordinator", [casus, roep] {
        const auto pad = casus(wedkantoor);
        const auto nu = roep(Methode::get, pad + "/evaluatie");
        bj::array effecten;
        const auto interventies = roep(Methode::get, pad + "/dossier").at("interventies");
        for (const auto& een : interventies.as_array())
            effecten.push_back(bj::object{{"interventie", een.at("id")}, {"effect", een.at("type").as_string() == "last-dwangsom" ? "onbekend" : "bereikt"}, {"toelichting", ""}});
        roep(Methode::post, pad + "/evaluatie",
             bj::object{{"watWerkte", "De waarschuwing kwam samen met een gesprek: de exploitant wist wat er zou gebeuren en koos zelf."},
                        {"watNiet", "Het duurde drie maanden voor wij de toezichthouder van het Rijk hadden gesproken."},
                        {"anders", "De landelijke toezichthouder bellen op de dag dat de eerste bon wordt gevonden."},
                        {"effecten", effecten}},
             versie_van(nu));
    });
    const auto leg_voor = [casus, roep, les](std::string_view titel, std::string_view tekst) {
        *les = roep(Methode::post, casus(wedkantoor) + "/lessen", bj::object{{"thema", "gokken"}, {"titel", titel}, {"tekst", tekst}, {"instrumenten", bj::array{"waarschuwing", "voorlichting"}}}).at("id").as_string();
    };
    const auto deel = [casus, roep, les] {
        const auto pad = casus(wedkantoor);
        const auto lessen = roep(Methode::get, pad + "/evaluatie").at("lessen");
        for (const auto& een : lessen.as_array()) {
            if (een.at("id").as_string() == *les)
                roep(Methode::post, pad + "/lessen/" + *les + "/besluiten", bj::object{{"besluit", "gedeeld"}, {"reden", "Nagelezen: er staat geen naam, geen plek en geen dag in."}}, versie_van(een));
        }
    };
    plan(terug, 4, hutsel("les"), "jurist", [leg_voor] {
        leg_voor("Waarschuw en praat op dezelfde dag", "Een waarschuwing alleen maakt mensen boos, een gesprek alleen blijft vrijblijvend. Op dezelfde dag werkt het: wie de brief krijgt, hoort meteen wat er van hem wordt gevraagd en wat hij kan doen.");
    });
    plan(terug, 3, hutsel("gedeeld"), "coordinator", [deel] { deel(); });
    plan(terug, 2, hutsel("nogeen"), "jurist", [leg_voor] {
        leg_voor("Bel de landelijke toezichthouder in de eerste week", "Een landelijke toezichthouder ziet wat u niet ziet: dezelfde aanbieder op andere plekken. Wie in de eerste week belt, krijgt het beeld terug voordat het eigen plan klaar is.");
    });
}

}  // namespace damwand::app::demo
