// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/weergave.hpp"

#include <algorithm>

#include "base/label.hpp"
#include "werk/casus/casus.hpp"
#include "werk/netwerk/bevragen.hpp"
#include "werk/netwerk/store.hpp"
#include "werk/signaal/signaal.hpp"

namespace damwand::netwerk {
namespace {

/// What a view keeps beside its name.
struct Inhoud {
    std::vector<Geplaatst> knopen;
    std::optional<Netwerkfilter> filter;
};
BOOST_DESCRIBE_STRUCT(Inhoud, (), (knopen, filter))

int zicht_van(poort::Gang& gang, const Knoopkeuze& dossier) {
    const auto id = Uuid::lees(*dossier.id);
    if (!id) throw onbekend();
    if (*dossier.soort == "signaal" && gang.wie().heeft("signaal.lezen")) return signaal::zicht_van(gang, SignaalId{*id});
    if (*dossier.soort == "casus" && gang.wie().heeft("casus.lezen")) return casus::houd_stil(gang, CasusId{*id}).zicht;
    throw onbekend();
}

/// Those whose dossier the asker may read, with what that is called.
void noem_dossiers(poort::Gang& gang, std::vector<WeergaveKort>& alle) {
    std::set<KnoopRef> dossiers;
    for (const auto& w : alle) {
        if (gang.wie().heeft(w.dossier.soort + ".lezen")) dossiers.insert({w.dossier.soort, w.dossier.id.tekst()});
    }
    const auto namen = store::namen(gang, dossiers);
    std::erase_if(alle, [&](const auto& w) { return !namen.contains({w.dossier.soort, w.dossier.id.tekst()}); });
    for (auto& w : alle) {
        const auto& naam = namen.at({w.dossier.soort, w.dossier.id.tekst()});
        w.dossier.naam = naam.naam;
        w.dossier.kenmerk = naam.kenmerk.value_or("");
    }
}

/// A view of a dossier that the asker may read, and what it keeps. Throws onbekend().
std::pair<WeergaveKort, boost::json::value> haal(poort::Gang& gang, const WeergaveId& id) {
    auto rijen = store::lees_weergaven(gang, id);
    std::vector<WeergaveKort> een;
    for (const auto& rij : rijen) een.push_back(rij.kort);
    noem_dossiers(gang, een);
    if (een.empty()) throw onbekend();
    gang.sta_toe({een[0].dossier.soort, een[0].dossier.id, gang.wie().organisatie, rijen[0].zicht});
    gang.onderwerp(een[0].dossier.soort, een[0].dossier.id);
    return {std::move(een[0]), std::move(rijen[0].inhoud)};
}

std::vector<Geplaatst> houd_bekende(std::vector<Geplaatst> knopen, const Netwerkbeeld& beeld) {
    std::erase_if(knopen, [&](const Geplaatst& g) {
        return std::ranges::none_of(beeld.knopen, [&](const Knoop& k) { return k.soort == *g.soort && k.id == *g.id; });
    });
    return knopen;
}

/// Of what is not his to see nothing is kept, no id either.
Inhoud neem_op(poort::Gang& gang, const Diensten& diensten, const std::vector<Geplaatst>& knopen, const std::optional<Netwerkfilter>& filter) {
    std::vector<Knoopkeuze> keuzes;
    for (const auto& k : knopen) keuzes.push_back({k.soort, k.id});
    Inhoud inhoud{.knopen = houd_bekende(knopen, toon(gang, diensten, refs(keuzes), std::nullopt)), .filter = filter};
    if (inhoud.knopen.empty()) entiteit::eis_geen({{"/knopen", "ontbreekt", "Een weergave heeft ten minste één onderdeel."}});
    return inhoud;
}

}  // namespace

WeergaveKort bewaar(poort::Gang& gang, const Diensten& diensten, const WeergaveNieuw& nieuw) {
    const int zicht = zicht_van(gang, nieuw.dossier);
    const auto inhoud = neem_op(gang, diensten, nieuw.knopen, nieuw.filter);
    const auto id = WeergaveId::nieuw();
    store::bewaar_weergave(gang, id, zicht, {*nieuw.dossier.soort, *nieuw.dossier.id}, *nieuw.naam, json::schrijf(inhoud));
    gang.gemaakt("/v1/netwerk/weergaven/" + id.tekst(), id.waarde);
    return open(gang, diensten, id);
}

std::vector<WeergaveKort> weergaven(poort::Gang& gang) {
    std::vector<WeergaveKort> uit;
    for (auto& rij : store::lees_weergaven(gang, std::nullopt)) uit.push_back(std::move(rij.kort));
    noem_dossiers(gang, uit);
    return uit;
}

Weergave open(poort::Gang& gang, const Diensten& diensten, const WeergaveId& id) {
    const auto [kort, json] = haal(gang, id);
    const auto inhoud = json::lees<Inhoud>(json);
    std::vector<Knoopkeuze> keuzes;
    for (const auto& g : inhoud.knopen) keuzes.push_back({g.soort, g.id});
    const auto beeld = toon(gang, diensten, refs(keuzes), std::nullopt);
    Weergave uit;
    static_cast<WeergaveKort&>(uit) = kort;
    uit.filter = inhoud.filter;
    uit.knopen = houd_bekende(inhoud.knopen, beeld);
    return uit;
}

WeergaveKort gooi_weg(poort::Gang& gang, const WeergaveId& id) {
    auto kort = haal(gang, id).first;
    if (kort.door.id != gang.wie().gebruiker) throw Fout(FoutSoort::verboden, "niet-van-u", "Alleen wie deze weergave maakte, kan haar weggooien.");
    store::gooi_weergave_weg(gang, id);
    return kort;
}

Weergave wijzig(poort::Gang& gang, const Diensten& diensten, const WeergaveId& id, const WeergaveWijziging& wijziging) {
    const auto [kort, json] = haal(gang, id);
    if (kort.door.id != gang.wie().gebruiker) throw Fout(FoutSoort::verboden, "niet-van-u", "Alleen wie deze weergave maakte, kan haar wijzigen.");
    const auto inhoud = wijziging.knopen ? json::schrijf(neem_op(gang, diensten, *wijziging.knopen, wijziging.filter)) : json;
    store::wijzig_weergave(gang, id, wijziging.naam ? **wijziging.naam : kort.naam, inhoud);
    return open(gang, diensten, id);
}

Blad maak_blad(poort::Gang& gang, const Diensten& diensten, const Bladvraag& vraag) {
    Blad uit{.beeld = toon(gang, diensten, refs(vraag.knopen), vraag.filter),
             .kenmerk = gang.tx().wie().operatie.tekst(),
             .organisatie = gang.wie().organisatie_naam,
             .reden = *vraag.reden,
             .door = gang.wie().als_collega(),
             .op = gang.tx().nu(),
             .regime = {},
             .doorgifte = {},
             .personen = static_cast<int>(gang.log().betrokkenen.size())};
    if (uit.personen > meeste_personen) {
        entiteit::eis_geen({{"/knopen", "te-veel-personen", "Op één blad staan hoogstens vijftig personen en bedrijven. Verberg er een deel van."}});
    }
    for (const auto& band : uit.beeld.banden) {
        for (const auto& b : band.bewijs) {
            if (!b.regime) continue;
            const Label label{.regime = *b.regime, .doorgifte = *b.doorgifte, .doorgifte_reden = {}};
            const auto strengst = uit.regime.empty() ? label : strengste({.regime = uit.regime, .doorgifte = uit.doorgifte, .doorgifte_reden = {}}, label);
            uit.regime = strengst.regime;
            uit.doorgifte = strengst.doorgifte;
        }
    }
    return uit;
}

}  // namespace damwand::netwerk
