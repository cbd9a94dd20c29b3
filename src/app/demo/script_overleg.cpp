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

std::string id_van(const bj::value& ding) { return std::string(ding.at("id").as_string()); }

}  // namespace

void Script::overleg() {
    const auto roep = [this](Methode methode, const std::string& pad, const bj::value& lijf = nullptr) { return m_verteller.roep(methode, pad, lijf); };
    const auto zet_leden = [this, roep](const std::string& reeks, const std::vector<std::pair<std::string, std::string>>& wie) {
        for (const auto& [naam, namens] : wie) {
            roep(Methode::put, fmt::format("/v1/overlegreeksen/{}/leden/{}", reeks, m_gebruikers.at(naam)),
                 bj::object{{"organisatie", namens}, {"mandaat", "Spreekt voor de afdeling"}, {"geheimhouding", naam == "partner" ? "wettelijk" : "ambtseed"}, {"vast", true}});
        }
    };
    const auto maak_reeks = [this, roep](const std::string& naam, const std::string& soort, int dag, int weken, const std::string& begin, const std::string& secretaris) {
        return id_van(roep(Methode::post, "/v1/overlegreeksen",
                           bj::object{{"naam", naam}, {"soort", soort}, {"ritmeWeken", weken}, {"weekdag", 4}, {"begin", begin}, {"duurMinuten", 90}, {"plaats", "Stadhuis, kamer 2.12"},
                                      {"secretaris", m_gebruikers.at(secretaris)}, {"vanaf", datum(dag)}}));
    };

    // The kernteam: it met last week, and meets again tomorrow.
    Draad kernteam;
    const auto vorige = std::make_shared<std::string>();
    const auto punt = std::make_shared<std::string>();
    const auto dag = tekst(dag_in_amsterdam(m_kalender.om(7, 0)));
    plan(kernteam, 21, hutsel("kernteam"), "coordinator", [ding = kernteam.ding, maak_reeks, zet_leden] {
        ding->id = maak_reeks("Kernteam ondermijning", "kernteam", 21, 3, "09:30", "analist");
        zet_leden(ding->id, {{"jurist", "Juridische zaken"}, {"deelnemer", "Sociale recherche"}, {"vergunningen", "Vergunningen"}, {"beleid", "Economische zaken"}, {"partner", "Politie"}});
    });
    plan(kernteam, 9, hutsel("agenda"), "coordinator", [this, ding = kernteam.ding, vorige, punt, dag, roep] {
        *vorige = "/v1/overleggen/" + id_van(roep(Methode::post, "/v1/overleggen", bj::object{{"reeks", ding->id}, {"datum", dag}}));
        roep(Methode::post, *vorige + "/punten", bj::object{{"titel", "Opening en mededelingen"}});
        const auto lijst = roep(Methode::get, "/v1/casussen").at("resultaten");
        const auto& casussen = lijst.as_array();
        const auto casus = std::ranges::find_if(casussen, [](const bj::value& c) { return c.at("fase").as_string() == "uitvoering"; });
        if (casus == casussen.end()) throw std::logic_error("no casus is carried out");
        *punt = *vorige + "/punten/" + id_van(roep(Methode::post, *vorige + "/punten", bj::object{{"dossier", bj::object{{"soort", "casus"}, {"id", casus->at("id")}}}, {"minuten", 20}}));
        roep(Methode::put, *punt + "/delen/kern", bj::object{{"tekst", "Een bedrijfspand dat ’s nachts gebruikt wordt voor iets anders dan de vergunning zegt."}});
        roep(Methode::put, *punt + "/delen/toelichting", bj::object{{"tekst", "Toezicht zag drie keer auto’s laden tussen twee en vier uur. De omwonenden klagen over lawaai en geur."}});
        roep(Methode::put, *punt + "/delen/voorgenomen", bj::object{{"tekst", "Een gezamenlijke controle met de omgevingsdienst, en een gesprek met de verhuurder."}});
        roep(Methode::post, *punt + "/toetsen",
             bj::object{{"leden", bj::array{bj::object{{"gebruiker", m_gebruikers.at("beleid")}, {"delen", bj::array{"kern", "voorgenomen"}}}, bj::object{{"gebruiker", m_gebruikers.at("partner")}, {"delen", bj::array{"kern", "toelichting", "voorgenomen"}}}}},
                        {"grondslag", "Gemeentewet art. 172; toezicht op de vergunning."},
                        {"verenigbaarheid", "Verzameld voor toezicht, en hier besproken om dat toezicht samen te doen."},
                        {"noodzaak", "Zonder economische zaken en de politie is de controle niet te plannen."},
                        {"proportionaliteit", "Geen personen en geen adres; alleen wat voor de planning nodig is."},
                        {"besluit", "akkoord"}});
        roep(Methode::post, *vorige + "/punten", bj::object{{"titel", "Rondvraag"}});
    });
    plan(kernteam, 7, hutsel("vergadering"), "coordinator", [this, vorige, punt, roep] {
        roep(Methode::post, *vorige + "/_begin");
        for (const auto& [naam, stand] : {std::pair{"coordinator", "aanwezig"}, {"analist", "aanwezig"}, {"beleid", "aanwezig"}, {"partner", "laat"}, {"jurist", "afwezig"}, {"deelnemer", "afwezig"}, {"vergunningen", "afwezig"}})
            roep(Methode::put, fmt::format("{}/aanwezigheid/{}", *vorige, m_gebruikers.at(naam)), bj::object{{"stand", stand}});
        roep(Methode::post, *punt + "/_begin");
        // Whoever may not hear it has no check and is not of the casus: the chair lets the analyst step out when he is not.
        const auto nu = roep(Methode::get, *vorige);
        for (const auto& p : nu.at("punten").as_array()) {
            if (p.at("staat").as_string() != "bezig") continue;
            for (const auto& wie : p.at("waarschuwing").as_array())
                roep(Methode::put, *vorige + "/aanwezigheid/" + std::string(wie.at("id").as_string()), bj::object{{"stand", "vertrokken"}});
        }
        const auto id = punt->substr(punt->rfind('/') + 1);
        roep(Methode::post, *vorige + "/_bewerk",
             bj::object{{"sleutel", Uuid::willekeurig().tekst()}, {"punt", id}, {"veld", "aantekening"}, {"gezien", 0},
                        {"waarde", "De politie herkent het beeld van de nachten.\nEconomische zaken belt de verhuurder; die heeft meer panden in het gebied."}});
        bj::array eens;
        for (const auto* naam : {"coordinator", "beleid"}) eens.push_back(bj::object{{"gebruiker", m_gebruikers.at(naam)}, {"eens", true}});
        eens.push_back(bj::object{{"gebruiker", m_gebruikers.at("partner")}, {"eens", false}, {"reden", "Wacht tot het lopende onderzoek klaar is."}});
        roep(Methode::post, *punt + "/besluiten", bj::object{{"soort", "anders"}, {"tekst", "Wij plannen een gezamenlijke controle in de tweede helft van de maand."}, {"standpunten", eens}});
        roep(Methode::post, *punt + "/acties", bj::object{{"wat", "De controle plannen met de omgevingsdienst"}, {"eigenaar", m_gebruikers.at("coordinator")}, {"datum", datum(-6)}});
        roep(Methode::post, *vorige + "/_sluit");
    });
    plan(kernteam, 0, hutsel("volgende"), "coordinator", [this, ding = kernteam.ding, roep] {
        const auto straks = "/v1/overleggen/" + id_van(roep(Methode::post, "/v1/overleggen", bj::object{{"reeks", ding->id}, {"datum", datum(-1)}}));
        roep(Methode::post, straks + "/punten", bj::object{{"titel", "Opening en mededelingen"}});
        roep(Methode::post, straks + "/_vul");
        roep(Methode::post, straks + "/punten", bj::object{{"titel", "Rondvraag"}});
    });

    // The LIP, that weighs what came in: tomorrow in the afternoon.
    Draad lip;
    plan(lip, 20, hutsel("lip"), "analist", [ding = lip.ding, maak_reeks, zet_leden] {
        ding->id = maak_reeks("Lokaal informatieplatform", "lip", 20, 3, "13:30", "coordinator");
        zet_leden(ding->id, {{"toezicht", "Toezicht"}, {"deelnemer", "Sociale recherche"}, {"burgerzaken", "Burgerzaken"}, {"partner", "Politie"}});
    });
    plan(lip, 0, hutsel("liplijst"), "analist", [this, ding = lip.ding, roep] {
        const auto straks = "/v1/overleggen/" + id_van(roep(Methode::post, "/v1/overleggen", bj::object{{"reeks", ding->id}, {"datum", datum(-1)}}));
        roep(Methode::post, straks + "/punten", bj::object{{"titel", "Opening"}});
        roep(Methode::post, straks + "/_vul");
    });
}

}  // namespace damwand::app::demo
