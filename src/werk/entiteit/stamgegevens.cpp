// SPDX-License-Identifier: EUPL-1.2
#include "werk/entiteit/entiteit.hpp"

/// The code lists people choose from: basis.stamcode and the roles, in one answer.
namespace damwand::entiteit {

struct Signaalbron : Stamcode {
    std::string regime;
};
BOOST_DESCRIBE_STRUCT(Signaalbron, (Stamcode), (regime))

struct Bronsoort : Stamcode {
    bool intern = false;
    std::string regime;
};
BOOST_DESCRIBE_STRUCT(Bronsoort, (Stamcode), (intern, regime))

/// `rollen`: who of those in a file may see what stands under this regime, where it has a compartment; else none. `doelen`: the
/// activities, of those that one chooses, without which it does not open; empty: it opens to ordinary work. `doorgifte`: whether
/// it may be passed on unless somebody says otherwise, by `doorgifte_grond`.
struct Regime : Stamcode {
    std::optional<std::vector<std::string>> rollen;
    std::vector<std::string> doelen;
    std::string doorgifte, doorgifte_grond;
};
BOOST_DESCRIBE_STRUCT(Regime, (Stamcode), (rollen, doelen, doorgifte, doorgifte_grond))

/// Between which kinds of mentions it can be: `wie` is … `wat`.
struct Verbandsoort : Stamcode {
    std::vector<std::string> wie, wat;
};
BOOST_DESCRIBE_STRUCT(Verbandsoort, (Stamcode), (wie, wat))

struct Interventietype : Stamcode {
    std::string categorie, grondslag;
};
BOOST_DESCRIBE_STRUCT(Interventietype, (Stamcode), (categorie, grondslag))

struct Stamgegevens {
    std::vector<Signaalbron> signaalbronnen;
    std::vector<Stamcode> themas;
    std::vector<Bronsoort> bronsoorten;
    std::vector<Stamcode> partners;
    std::vector<Interventietype> interventietypen;
    std::vector<Stamcode> vermeldingsoorten;
    std::vector<Verbandsoort> verbandsoorten;
    std::vector<Regime> regimes;
    std::vector<Stamcode> doorgiften;  ///< from the least strict on
    std::vector<Stamcode> rollen, grondslagen, teamrollen;
};
BOOST_DESCRIBE_STRUCT(Stamgegevens, (),
                      (signaalbronnen, themas, bronsoorten, partners, interventietypen, vermeldingsoorten, verbandsoorten, regimes, doorgiften, rollen,
                       grondslagen, teamrollen))

namespace {

Stamcode stamcode_van(const db::Rij& rij) {
    return {rij.veld<std::string>("code"), rij.veld<std::string>("naam_nl"), rij.veld<std::string>("naam_en")};
}

Stamgegevens stamgegevens(poort::Gang& gang) {
    Stamgegevens uit;
    const auto rijen = gang.tx().doe(
        "select lijst, code, naam_nl, naam_en, volgorde, coalesce((extra->>'intern')::boolean, false) as intern,"
        "       coalesce(extra->>'regime', case lijst when 'signaalbron' then 'avg' else '' end) as regime, coalesce(extra->>'categorie', '') as categorie,"
        "       coalesce(extra->>'grondslag', '') as grondslag, coalesce(extra->>'doorgifte', '') as doorgifte, coalesce(extra->>'grond', '') as grond,"
        "       array(select jsonb_array_elements_text(extra->'wie')) as wie, array(select jsonb_array_elements_text(extra->'wat')) as wat,"
        "       case when lijst = 'regime' and toegang.heeft_compartiment(code) then array("
        "           select k.rol from toegang.compartiment_rol k join toegang.rol r on r.code = k.rol"
        "            where k.organisatie = basis.organisatie() and k.compartiment = s.code order by r.volgorde) end as rollen,"
        "       array(select d.activiteit from toegang.compartiment_activiteit d where d.organisatie = basis.organisatie()"
        "              and d.compartiment = s.code and not exists (select from toegang.compartiment_activiteit e join logboek.activiteit v on v.code = e.activiteit"
        "                   where e.organisatie = d.organisatie and e.compartiment = d.compartiment and v.naast = '{}') order by 1) as doelen"
        "  from basis.stamcode s"
        " union all select 'rol', code, naam_nl, naam_en, volgorde, false, '', '', '', '', '', '{}', '{}', null, '{}' from toegang.rol"
        " order by lijst, volgorde, code");
    for (const auto rij : rijen) {
        const auto lijst = rij.veld<std::string>("lijst");
        auto code = stamcode_van(rij);
        if (lijst == "bronsoort") uit.bronsoorten.push_back({std::move(code), rij.veld<bool>("intern"), rij.veld<std::string>("regime")});
        else if (lijst == "interventietype") uit.interventietypen.push_back({std::move(code), rij.veld<std::string>("categorie"), rij.veld<std::string>("grondslag")});
        else if (lijst == "signaalbron") uit.signaalbronnen.push_back({std::move(code), rij.veld<std::string>("regime")});
        else if (lijst == "thema") uit.themas.push_back(std::move(code));
        else if (lijst == "partner") uit.partners.push_back(std::move(code));
        else if (lijst == "vermeldingsoort") uit.vermeldingsoorten.push_back(std::move(code));
        else if (lijst == "regime") uit.regimes.push_back({std::move(code), rij.veld<std::optional<std::vector<std::string>>>("rollen"), rij.veld<std::vector<std::string>>("doelen"),
                                                                  rij.veld<std::string>("doorgifte"), rij.veld<std::string>("grond")});
        else if (lijst == "verbandsoort") uit.verbandsoorten.push_back({std::move(code), rij.veld<std::vector<std::string>>("wie"), rij.veld<std::vector<std::string>>("wat")});
        else if (lijst == "doorgifte") uit.doorgiften.push_back(std::move(code));
        else if (lijst == "rol") uit.rollen.push_back(std::move(code));
        else if (lijst == "teamrol") uit.teamrollen.push_back(std::move(code));
        else if (lijst == "grondslag") uit.grondslagen.push_back(std::move(code));
    }
    return uit;
}

}  // namespace

std::vector<poort::Route> routes() {
    using enum http::Methode;
    std::vector<poort::Route> uit;
    uit.push_back(poort::route<poort::Niets, Stamgegevens>(
        {.methode = get, .pad = "/v1/stamgegevens", .naam = "stamgegevensTonen", .recht = poort::aangemeld,
         .activiteit = "toegang-beheren", .audit = poort::Audit::geen, .tarief = poort::Tarief::licht,
         .export_klasse = poort::Export::open, .samenvatting = "De lijsten met codes waaruit u kiest."},
        stamgegevens));
    return uit;
}

}  // namespace damwand::entiteit
