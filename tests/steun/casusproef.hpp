// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "steun/proefomgeving.hpp"

/// For the tests of the casus and the rooms after it: how a user gets a file to work in, through the API alone.
namespace damwand::proef {

using boost::json::array;
using boost::json::object;
using boost::json::value;
using http::Methode;

/// "veld code" of every fault in a refusal, in its order.
inline std::vector<std::string> codes_van(const http::Antwoord& antwoord) {
    std::vector<std::string> uit;
    const auto lijf = boost::json::parse(antwoord.lijf);
    for (const auto& fout : lijf.at("fouten").as_array()) {
        uit.push_back(std::string(fout.at("veld").as_string()) + " " + std::string(fout.at("code").as_string()));
    }
    return uit;
}

inline std::string id_van(const value& antwoord) { return std::string(antwoord.at("id").as_string()); }
inline std::int64_t versie_van(const value& antwoord) { return antwoord.at("versie").as_int64(); }

/// A signaal, weighed three times: gecompliceerd, ready for a casus. Returns its id.
inline std::string gewogen_signaal(Omgeving& o, const Gebruiker& wie,
                                   const std::string& titel = "Verhuizingen in de nacht",
                                   const array& vermeldingen = {}, const std::string& bron = "meldpunt") {
    auto signaal = o.eis(201, wie, Methode::post, "/v1/signalen",
                         object{{"titel", titel},
                                {"omschrijving", "Er komen 's nachts bestelbussen."},
                                {"bron", bron},
                                {"thema", "hennep"},
                                {"vermeldingen", vermeldingen}});
    const auto pad = "/v1/signalen/" + id_van(signaal);
    signaal =
        o.eis(200, wie, Methode::post, pad + "/overgangen", object{{"naar", "in_weging"}}, gezien(versie_van(signaal)));
    int stap = 0;
    for (const auto* uitkomst : {"ja", "ja", "gecompliceerd"}) {
        signaal = o.eis(201, wie, Methode::post, pad + "/wegingen",
                        object{{"stap", ++stap},
                               {"antwoorden", array{}},
                               {"uitkomst", uitkomst},
                               {"motivering", "Zo is het gewogen."}},
                        gezien(versie_van(signaal)));
    }
    return id_van(signaal);
}

/// A casus on a fresh signaal. Returns the answer.
inline value nieuwe_casus(Omgeving& o, const Gebruiker& wie, const std::vector<Gebruiker>& leden = {},
                          const std::string& werknaam = "Loods aan de kade") {
    array ids;
    for (const auto& lid : leden) ids.emplace_back(lid.id.tekst());
    return o.eis(201, wie, Methode::post, "/v1/casussen",
                 object{{"signalen", array{gewogen_signaal(o, wie)}},
                        {"werknaam", werknaam},
                        {"thema", "hennep"},
                        {"trekker", wie.id.tekst()},
                        {"leden", ids}});
}

inline std::string pad_van(const value& casus) { return "/v1/casussen/" + id_van(casus); }

/// A privacy check with its four grounds, decided at once by `wie` unless `besluit` is empty. `over`: what it is about.
inline object toetslijf(const std::string& soort, const object& over, const std::string& besluit = "akkoord") {
    object lijf{{"soort", soort},
                {"grondslag", "Gemeentewet art. 172"},
                {"verenigbaarheid", "Verzameld voor toezicht, gebruikt voor toezicht."},
                {"noodzaak", "Zonder dit blijft onbekend wie de loods gebruikt."},
                {"proportionaliteit", "Alleen dit adres; minder ingrijpend kan niet."}};
    for (const auto& veld : over) lijf[veld.key()] = veld.value();
    if (!besluit.empty()) lijf["besluit"] = besluit;
    if (besluit == "niet_akkoord") lijf["reden"] = "De noodzaak is niet onderbouwd.";
    return lijf;
}
inline value toets(Omgeving& o, const Gebruiker& wie, const value& casus, const std::string& soort, const object& over,
                   const std::string& besluit = "akkoord") {
    return o.eis(201, wie, Methode::post, pad_van(casus) + "/privacytoetsen", toetslijf(soort, over, besluit));
}

/// The privacy check that a phase asks for, decided by `wie`: 2A for every member, 2B for every intervention that was not
/// dropped (one is agreed upon when there is none: the room of interventions may not be open in this test), 2B for the RIEC.
inline void toets_voor(Omgeving& o, const Gebruiker& wie, const value& casus, const std::string& naar) {
    if (naar == "plan") {
        array leden;
        const auto nu = o.eis(200, wie, Methode::get, pad_van(casus));
        for (const auto& lid : nu.at("leden").as_array()) leden.push_back(lid.at("gebruiker").at("id"));
        toets(o, wie, casus, "2a", object{{"leden", leden}});
    } else if (naar == "uitvoering") {
        auto beheer = o.beheer();
        beheer.script("set damwand.operatie = '00000000-0000-4000-8000-000000000000'");
        beheer.doe(
            "insert into interventie.interventie (organisatie, id, casus, zicht, type, categorie, omschrijving, "
            "uitvoerder, status, door, op, van, operatie) select c.organisatie, gen_random_uuid(), c.id, c.zicht, "
            "'waarschuwing', 'bestuurlijk', 'Brief', 'Handhaving', 'gepland', c.trekker, basis.nu(), basis.nu(), "
            "basis.operatie() from casus.casus c where c.id = $1 and not exists (select from interventie.interventie i "
            "where i.casus = c.id and i.status <> 'vervallen')",
            id_van(casus));
        array ids;
        for (const auto rij : beheer.doe(
                 "select id from interventie.interventie where casus = $1 and status <> 'vervallen'", id_van(casus))) {
            ids.emplace_back(rij.veld<std::string>("id"));
        }
        toets(o, wie, casus, "2b", object{{"interventies", ids}});
    } else if (naar == "bij_riec") {
        toets(o, wie, casus, "2b", object{{"riec", true}});
    }
}

/// A source that was asked: recorded, judged by `beslisser`, asked by `wie`. Returns it at version 2.
inline value gevraagde_bron(Omgeving& o, const Gebruiker& wie, const Gebruiker& beslisser, const value& casus,
                            object lijf) {
    lijf["status"] = "te_vragen";
    const auto bron = o.eis(201, wie, Methode::post, pad_van(casus) + "/bronnen", lijf);
    toets(o, beslisser, casus, "1", object{{"bron", bron.at("id")}});
    return o.eis(200, wie, Methode::patch, pad_van(casus) + "/bronnen/" + id_van(bron), object{{"status", "gevraagd"}},
                 gezien(1));
}
/// The same, with what it knew: it knows something, that is needed, and this is it. Returns it at version 4.
inline value beantwoorde_bron(Omgeving& o, const Gebruiker& wie, const Gebruiker& beslisser, const value& casus,
                              const object& lijf, const std::string& antwoord) {
    const auto bron = gevraagde_bron(o, wie, beslisser, casus, lijf);
    const auto pad = pad_van(casus) + "/bronnen/" + id_van(bron);
    o.eis(200, wie, Methode::patch, pad, object{{"status", "bekend"}}, gezien(2));
    o.eis(200, beslisser, Methode::post, pad + "/inhoud", object{{"motivering", "Alleen zo is te zien wie er werkt."}});
    return o.eis(200, wie, Methode::patch, pad, object{{"status", "ontvangen"}, {"antwoord", antwoord}}, gezien(3));
}

/// Takes a step with what it needs, and returns the casus. `beslisser`: who decides the privacy checks, when not `wie`.
inline value stap(Omgeving& o, const Gebruiker& wie, const value& casus, const std::string& naar, int status = 200,
                  const Gebruiker* beslisser = nullptr) {
    if (status == 200) toets_voor(o, beslisser == nullptr ? wie : *beslisser, casus, naar);
    object lijf{{"naar", naar}, {"reden", "Besloten in het kernteam."}};
    if (naar == "monitoring") lijf["tot"] = "2099-01-31";
    const auto nu = o.eis(200, wie, Methode::get, pad_van(casus));
    return o.eis(status, wie, Methode::post, pad_van(casus) + "/overgangen", lijf, gezien(versie_van(nu)));
}

/// The shortest way from informatie to a phase; empty for informatie itself.
inline std::vector<std::string> weg_naar(const std::string& fase) {
    if (fase == "plan") return {"plan"};
    if (fase == "uitvoering") return {"plan", "uitvoering"};
    if (fase == "bij_riec") return {"plan", "uitvoering", "bij_riec"};
    if (fase == "monitoring") return {"plan", "uitvoering", "monitoring"};
    if (fase == "afronding") return {"plan", "uitvoering", "afronding"};
    if (fase == "archief") return {"plan", "uitvoering", "afronding", "archief"};
    return {};
}

inline value casus_in(Omgeving& o, const Gebruiker& wie, const std::string& fase) {
    auto casus = nieuwe_casus(o, wie);
    for (const auto& naar : weg_naar(fase)) casus = stap(o, wie, casus, naar);
    return casus;
}

/// The superuser with an operation of its own: what history asks of every change. For planted defects.
inline db::Verbinding ingreep(Omgeving& o) {
    auto uit = o.beheer();
    uit.script("set damwand.operatie = '00000000-0000-4000-8000-000000000000'");
    return uit;
}

/// Keeps the sessions alive after the clock was moved.
inline void verleng_sessies(Omgeving& o) {
    o.beheer().script("update toegang.sessie set laatst_op = basis.nu(), begonnen_op = basis.nu(), bewezen_op = basis.nu()");
}

}  // namespace damwand::proef
