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
    // Of what waits the chair takes the first over, so many as the time allows; the rest waits for another time.
    const auto neem_over = [roep](const std::string& overleg, std::size_t hoeveel, std::string_view lees_vooraf) {
        const auto wachtend = roep(Methode::get, overleg + "/voorstellen").at("resultaten");
        const auto& rij = wachtend.as_array();
        for (std::size_t i = 0; i < std::min(hoeveel, rij.size()); ++i) {
            const auto& d = rij[i].at("dossier");
            roep(Methode::post, overleg + "/punten",
                 bj::object{{"dossier", bj::object{{"soort", d.at("soort")}, {"id", d.at("id")}}}, {"doel", rij[i].at("doel")}, {"minuten", rij[i].at("minuten")}, {"voorbereiding", i == 0 ? lees_vooraf : std::string_view()}});
        }
    };
    plan(kernteam, 0, hutsel("volgende"), "coordinator", [this, ding = kernteam.ding, roep, neem_over] {
        const auto straks = "/v1/overleggen/" + id_van(roep(Methode::post, "/v1/overleggen", bj::object{{"reeks", ding->id}, {"datum", datum(-1)}}));
        roep(Methode::post, straks + "/punten", bj::object{{"titel", "Opening en mededelingen"}, {"minuten", 5}});
        const auto gevonden = roep(Methode::post, "/v1/casussen/_zoek", bj::object{{"tekst", "Garage Ampèrestraat"}, {"aantal", 5}}).at("resultaten");
        const auto garage = straks + "/punten/" +
                            id_van(roep(Methode::post, straks + "/punten",
                                        bj::object{{"dossier", bj::object{{"soort", "casus"}, {"id", gevonden.as_array().front().at("id")}}},
                                                   {"titel", "Werkplaats op het bedrijventerrein"},
                                                   {"doel", "besluiten"},
                                                   {"minuten", 20},
                                                   {"voorbereiding", "Lees het voornemen. Bedenk wat uw organisatie in de week van de sluiting kan doen, en wie daar bij is."}}));
        roep(Methode::put, garage + "/delen/kern", bj::object{{"tekst", "Een werkplaats bouwt tegen betaling verborgen ruimten in auto’s in."}});
        roep(Methode::put, garage + "/delen/toelichting", bj::object{{"tekst", "Bij de controle van politie, Belastingdienst en omgevingsdienst stonden er twee auto’s met een ruimte in aanbouw. Het slijpwerk zonder melding is gestopt."}});
        roep(Methode::put, garage + "/delen/voorgenomen", bj::object{{"tekst", "De burgemeester beoordeelt de sluiting. Daarna een bijeenkomst met de ondernemers van het terrein."}});
        roep(Methode::post, garage + "/toetsen",
             bj::object{{"leden", bj::array{bj::object{{"gebruiker", m_gebruikers.at("beleid")}, {"delen", bj::array{"kern", "voorgenomen"}}}, bj::object{{"gebruiker", m_gebruikers.at("deelnemer")}, {"delen", bj::array{"kern", "toelichting", "voorgenomen"}}}}},
                        {"grondslag", "Gemeentewet art. 172; Opiumwet art. 13b."},
                        {"verenigbaarheid", "Verzameld voor het besluit over het pand, en hier besproken om dat besluit voor te bereiden."},
                        {"noodzaak", "Economische zaken en de sociale recherche zijn nodig bij de bijeenkomst."},
                        {"proportionaliteit", "Geen personen en geen adres; alleen wat voor hun deel nodig is."},
                        {"besluit", "akkoord"}});
        neem_over(straks, 4, "Bekijk vooraf welke privacytoets op een besluit wacht.");
        roep(Methode::post, straks + "/punten", bj::object{{"titel", "Rondvraag"}, {"minuten", 5}});
    });

    // The LIP, that weighs what came in: tomorrow in the afternoon.
    Draad lip;
    plan(lip, 20, hutsel("lip"), "analist", [ding = lip.ding, maak_reeks, zet_leden] {
        ding->id = maak_reeks("Lokaal informatieplatform", "lip", 20, 3, "13:30", "coordinator");
        zet_leden(ding->id, {{"toezicht", "Toezicht"}, {"deelnemer", "Sociale recherche"}, {"burgerzaken", "Burgerzaken"}, {"partner", "Politie"}});
    });
    plan(lip, 0, hutsel("liplijst"), "analist", [this, ding = lip.ding, roep, neem_over] {
        const auto straks = "/v1/overleggen/" + id_van(roep(Methode::post, "/v1/overleggen", bj::object{{"reeks", ding->id}, {"datum", datum(-1)}}));
        roep(Methode::post, straks + "/punten", bj::object{{"titel", "Opening"}, {"minuten", 5}});
        neem_over(straks, 9, "Kijk in uw eigen registraties of u dit adres kent.");
    });
}

}  // namespace damwand::app::demo
