// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "werk/vraag/store.hpp"

namespace damwand::vraag {
namespace {

using http::Methode;
using poort::Gang;
using poort::gewone_kop;
using poort::Niets;

PartnerVraag een(Gang& gang, const VraagId& id) {
    auto uit = store::van_partner(gang, id);
    if (uit.size() != 1) throw onbekend();
    gang.onderwerp("vraag", id.waarde);
    gang.etag(uit.front().versie);
    return std::move(uit.front());
}

CasusVraag een(Gang& gang, const CasusId& casus, const VraagId& id) {
    auto uit = store::van_casus(gang, casus, id);
    if (uit.size() != 1) throw onbekend();
    gang.raakt(id.waarde);
    gang.etag(uit.front().versie);
    return std::move(uit.front());
}

poort::Lijst<PartnerVraag> mijn(Gang& gang) {
    poort::Lijst<PartnerVraag> uit{.resultaten = store::van_partner(gang, std::nullopt), .volgende = {}};
    for (const auto& v : uit.resultaten) gang.raakt(v.id.waarde);
    return uit;
}

PartnerVraag antwoord(Gang& gang, const AntwoordNieuw& a) {
    const auto id = gang.id<VraagId>("vraag");
    static_cast<void>(een(gang, id));
    const bool naar_inhoud = store::houd_casus(gang, id);
    const auto v = een(gang, id);
    gang.eis_gezien(v.versie);
    if (!v.inhoud) throw Fout(FoutSoort::botsing, "vraag-dicht", "Deze vraag is gesloten. Er kan niets meer op worden geantwoord.");
    entiteit::eis_geen(fouten_in(a, v.staat, naar_inhoud));
    store::antwoord(gang, id, a);
    return een(gang, id);
}

poort::Lijst<CasusVraag> van_casus(Gang& gang) {
    const auto greep = casus::houd_stil(gang, gang.id<CasusId>("id"));
    poort::Lijst<CasusVraag> uit{.resultaten = store::van_casus(gang, greep.id, std::nullopt), .volgende = {}};
    for (const auto& v : uit.resultaten) gang.raakt(v.id.waarde);
    return uit;
}

void teken_aan(Gang& gang, const casus::Greep& greep, const CasusVraag& v, std::string_view staat) {
    boost::json::object gegevens{{"vraag", v.id.tekst()}, {"bron", v.bron.tekst()}, {"staat", staat}};
    if (v.overleg && staat == "gesteld") gegevens["overleg"] = v.overleg->id.tekst();
    casus::teken_aan(gang, greep, {.soort = "vraag", .tekst = v.bronnaam, .gegevens = std::move(gegevens)});
}

/// The casus as the source of a question stands in it.
casus::Greep bij(const casus::Greep& greep, int zicht) {
    auto uit = greep;
    uit.apart = zicht != greep.zicht;
    uit.zicht = zicht;
    return uit;
}

CasusVraag stel(Gang& gang, const VraagNieuw& nieuw) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    const auto bronnen = casus::lees_bronnen(gang, greep, std::nullopt);
    const auto bron = std::ranges::find(bronnen, nieuw.bron, &casus::Bron::id);
    std::vector<VeldFout> fouten;
    if (bron == bronnen.end()) fouten.push_back({"/bron", "geen-bron", "Deze bron staat niet in deze casus, of u mag die niet zien."});
    else if (bron->intern) fouten.push_back({"/bron", "bron-van-uzelf", "Deze bron is van de gemeente zelf: daar hoort geen partner bij."});
    if (!store::is_partner(gang, nieuw.partner)) fouten.push_back({"/partner", "geen-partner", "Kies iemand met de rol partner."});
    const auto ontvanger = store::ontvanger(gang, *nieuw.ontvanger);
    if (!ontvanger) fouten.push_back({"/ontvanger", "onbekende-code", "Kies iets uit de lijst."});
    const auto vandaag = dag_in_amsterdam(gang.tx().nu());
    if (nieuw.tot < vandaag) fouten.push_back({"/tot", "in-verleden", "Deze dag is al voorbij."});
    constexpr auto langst = std::chrono::days(92);
    if (std::chrono::sys_days(nieuw.tot) - std::chrono::sys_days(vandaag) > langst) fouten.push_back({"/tot", "te-ver", "Een vraag staat hoogstens drie maanden open."});
    const std::string regime = nieuw.regime ? **nieuw.regime : "avg";
    entiteit::Codetoets codes;
    codes.eis("regime", regime, "/regime");
    codes.toets(gang, fouten);
    if (ontvanger && nieuw.gedeeld && !(**nieuw.gedeeld).empty()) {
        const verstrekking::Feit feit{.soort = "vraag", .rij = {}, .naam = "Wat u meedeelt", .tekst = {}, .regime = regime, .doorgifte = store::doorgifte_van(gang, regime)};
        if (auto fout = verstrekking::weigering(feit, *ontvanger, false, "/gedeeld")) fouten.push_back(std::move(*fout));
    }
    std::optional<overleg::Gelegenheid> waar;
    if (nieuw.punt) {
        waar = overleg::gelegenheid(gang, *nieuw.punt, greep.id.waarde);
        if (!waar) fouten.push_back({"/punt", "geen-punt", "Dit agendapunt gaat niet over deze casus, of u mag het niet zien."});
    }
    entiteit::eis_geen(std::move(fouten));
    if (waar && !waar->zonder_2a.empty()) {
        std::string namen;
        for (const auto& wie : waar->zonder_2a) namen += (namen.empty() ? "" : ", ") + wie.naam;
        throw Fout(FoutSoort::botsing, "punttoets-2a-ontbreekt",
                   fmt::format("Er zit iemand aan tafel die dit niet mag horen: {}. Leg privacytoets 2A vast, of laat vastleggen dat diegene de kamer uit is.", namen));
    }
    if (!store::mag_vragen(gang, greep.id, nieuw.bron)) {
        throw Fout(FoutSoort::botsing, "privacytoets-ontbreekt", "Deze bron mag nog niet worden bevraagd. Leg eerst privacytoets 1 voor deze bron vast.");
    }
    const int zicht = store::zicht_van_bron(gang, greep.id, nieuw.bron);
    const bool apart = zicht != greep.zicht;
    if (apart && nieuw.te_noemen.value_or(false)) entiteit::eis_geen({{"/teNoemen", "past-niet", "Deze bron staat apart: wie er iets over gevraagd is, wordt niet genoemd."}});
    const auto id = VraagId::nieuw();
    store::maak(gang, greep.id, zicht, id, nieuw, regime, waar, nieuw.te_noemen.value_or(!apart));
    store::vraag_bron(gang, greep.id, nieuw.bron);
    const auto plaats = bij(greep, zicht);
    casus::zet_termijn(gang, plaats, "bron", nieuw.bron.waarde, casus::kort(bron->naam), bron->termijn.value_or(nieuw.tot));
    auto uit = een(gang, greep.id, id);
    teken_aan(gang, plaats, uit, "gesteld");
    gang.gemaakt(fmt::format("/v1/casussen/{}/vragen/{}", greep.id.tekst(), id.tekst()), id.waarde);
    return uit;
}

CasusVraag wijzig(Gang& gang, const VraagWijziging& w) {
    const auto greep = casus::grijp(gang, gang.id<CasusId>("id"));
    const auto v = een(gang, greep.id, gang.id<VraagId>("vraag"));
    gang.eis_gezien(v.versie);
    std::vector<VeldFout> fouten;
    if (w.intrekken.has_value() == w.terugkoppeling.has_value()) fouten.push_back({"/intrekken", "ontbreekt", "Trek de vraag in, of koppel terug wat er met het antwoord is gedaan."});
    entiteit::eis_geen(std::move(fouten));
    const int zicht = store::zicht_van_bron(gang, greep.id, v.bron);
    const auto plaats = bij(greep, zicht);
    if (w.intrekken) {
        if (v.staat == "ingetrokken" || v.staat == "geweigerd" || v.staat == "herroepen") throw Fout(FoutSoort::botsing, "vraag-dicht", "Deze vraag is gesloten. Er kan niets meer op worden geantwoord.");
        store::trek_in(gang, v, zicht, **w.intrekken);
        teken_aan(gang, plaats, v, "ingetrokken");
    } else {
        store::koppel_terug(gang, v.id, **w.terugkoppeling);
        teken_aan(gang, plaats, v, "teruggekoppeld");
    }
    return een(gang, greep.id, v.id);
}

}  // namespace

std::vector<poort::Route> routes() {
    using poort::route;
    constexpr std::string_view beantwoorden = "vraag.beantwoorden";
    constexpr std::string_view partnerwerk = "vragen-beantwoorden";
    constexpr std::string_view lezen = "casus.lezen";
    constexpr std::string_view schrijven = "casus.schrijven";
    constexpr std::string_view behandelen = "casus-behandelen";
    constexpr std::string_view bevragen = "bronnen-bevragen";
    return {
        route<Niets, poort::Lijst<PartnerVraag>>(gewone_kop(Methode::get, "/v1/vragen", "vragenTonen", beantwoorden, partnerwerk, "De vragen aan u als partner; wat erin staat tot en met hun laatste dag."), mijn),
        route<AntwoordNieuw, PartnerVraag>(gewone_kop(Methode::post, "/v1/vragen/{vraag}/antwoorden", "vraagBeantwoorden", beantwoorden, partnerwerk, "Accepteert, weigert, beantwoordt of herroept.", true), antwoord),
        route<Niets, poort::Lijst<CasusVraag>>(gewone_kop(Methode::get, "/v1/casussen/{id}/vragen", "casusVragenTonen", lezen, behandelen, "De vragen aan partners uit een casus, met hun antwoorden."), van_casus),
        route<VraagNieuw, CasusVraag>(poort::maakt(gewone_kop(Methode::post, "/v1/casussen/{id}/vragen", "casusVraagStellen", schrijven, bevragen, "Stelt een partner één begrensde vraag over een bron.")), stel),
        route<VraagWijziging, CasusVraag>(gewone_kop(Methode::patch, "/v1/casussen/{id}/vragen/{vraag}", "casusVraagWijzigen", schrijven, bevragen, "Trekt een vraag in, of koppelt terug wat er met het antwoord is gedaan.", true), wijzig),
    };
}

}  // namespace damwand::vraag
