// SPDX-License-Identifier: EUPL-1.2
#include "werk/netwerk/weergave.hpp"

#include <algorithm>

#include "base/label.hpp"
#include "werk/casus/casus.hpp"
#include "werk/netwerk/bevragen.hpp"
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

constexpr std::string_view kolommen =
    "select w.id, w.naam, w.dossier_soort, w.dossier, w.zicht, w.inhoud, w.door, g.naam as door_naam, w.op from netwerk.weergave w"
    "  join toegang.gebruiker g on g.organisatie = w.organisatie and g.id = w.door"
    " where w.organisatie = $1 and w.zicht = any ($2::int[])";

WeergaveKort kort(const db::Rij& rij) {
    return {.id = rij.veld<WeergaveId>("id"),
            .naam = rij.veld<std::string>("naam"),
            .dossier = {.soort = rij.veld<std::string>("dossier_soort"), .id = rij.veld<Uuid>("dossier"), .kenmerk = {}, .naam = {}},
            .door = {rij.veld<GebruikerId>("door"), rij.veld<std::string>("door_naam")},
            .op = rij.veld<Tijdstip>("op")};
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

}  // namespace

WeergaveKort bewaar(poort::Gang& gang, const Diensten& diensten, const WeergaveNieuw& nieuw) {
    const int zicht = zicht_van(gang, nieuw.dossier);
    // Of what is not his to see nothing is kept, no id either.
    std::vector<Knoopkeuze> keuzes;
    for (const auto& k : nieuw.knopen) keuzes.push_back({k.soort, k.id});
    const auto beeld = toon(gang, diensten, refs(keuzes), std::nullopt);
    Inhoud inhoud{.knopen = nieuw.knopen, .filter = nieuw.filter};
    std::erase_if(inhoud.knopen, [&](const Geplaatst& g) {
        return std::ranges::none_of(beeld.knopen, [&](const Knoop& k) { return k.soort == *g.soort && k.id == *g.id; });
    });
    if (inhoud.knopen.empty()) entiteit::eis_geen({{"/knopen", "ontbreekt", "Een weergave heeft ten minste één onderdeel."}});
    const auto id = WeergaveId::nieuw();
    gang.tx().doe("insert into netwerk.weergave (organisatie, id, zicht, dossier_soort, dossier, naam, inhoud, door, op, operatie)"
                  " values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, basis.nu(), basis.operatie())",
                  gang.wie().organisatie, id, zicht, nieuw.dossier.soort, *nieuw.dossier.id, nieuw.naam, json::schrijf(inhoud), gang.wie().gebruiker);
    gang.gemaakt("/v1/netwerk/weergaven/" + id.tekst(), id.waarde);
    return open(gang, diensten, id);
}

std::vector<WeergaveKort> weergaven(poort::Gang& gang) {
    std::vector<WeergaveKort> uit;
    for (const auto rij : gang.tx().doe(std::string(kolommen) + " order by w.op desc, w.id limit 200", gang.wie().organisatie, gang.wie().zichten)) uit.push_back(kort(rij));
    noem_dossiers(gang, uit);
    return uit;
}

Weergave open(poort::Gang& gang, const Diensten& diensten, const WeergaveId& id) {
    const auto gevonden = gang.tx().een(std::string(kolommen) + " and w.id = $3", gang.wie().organisatie, gang.wie().zichten, id);
    std::vector<WeergaveKort> een{kort(gevonden[0])};
    noem_dossiers(gang, een);
    if (een.empty()) throw onbekend();
    gang.sta_toe({een[0].dossier.soort, een[0].dossier.id, gang.wie().organisatie, gevonden[0].veld<int>("zicht")});
    gang.onderwerp(een[0].dossier.soort, een[0].dossier.id);
    auto inhoud = json::lees<Inhoud>(gevonden[0].veld<boost::json::value>("inhoud"));
    std::vector<KnoopRef> knopen;
    for (const auto& g : inhoud.knopen) knopen.push_back({*g.soort, *g.id});
    const auto beeld = toon(gang, diensten, knopen, std::nullopt);
    Weergave uit;
    static_cast<WeergaveKort&>(uit) = std::move(een[0]);
    uit.filter = inhoud.filter;
    for (auto& g : inhoud.knopen) {
        if (std::ranges::any_of(beeld.knopen, [&](const Knoop& k) { return k.soort == *g.soort && k.id == *g.id; })) uit.knopen.push_back(std::move(g));
    }
    return uit;
}

void gooi_weg(poort::Gang& gang, const WeergaveId& id) {
    const auto gevonden = gang.tx().een(std::string(kolommen) + " and w.id = $3", gang.wie().organisatie, gang.wie().zichten, id);
    std::vector<WeergaveKort> een{kort(gevonden[0])};
    noem_dossiers(gang, een);
    if (een.empty()) throw onbekend();
    if (een[0].door.id != gang.wie().gebruiker) throw Fout(FoutSoort::verboden, "niet-van-u", "Alleen wie deze weergave maakte, kan haar weggooien.");
    gang.onderwerp(een[0].dossier.soort, een[0].dossier.id);
    gang.tx().doe("delete from netwerk.weergave where organisatie = $1 and id = $2", gang.wie().organisatie, id);
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
