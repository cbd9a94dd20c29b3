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

/// Takes a step with what it needs, and returns the casus.
inline value stap(Omgeving& o, const Gebruiker& wie, const value& casus, const std::string& naar, int status = 200) {
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
    o.beheer().script("update toegang.sessie set laatst_op = basis.nu(), begonnen_op = basis.nu()");
}

}  // namespace damwand::proef
