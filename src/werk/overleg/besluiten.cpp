// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

using store::Puntstand;
using store::Zitting;

/// An item on which something is decided: the meeting is on, the dossier is the asker's, and everybody who is there may hear it.
struct Zaak {
    Zitting z;
    Puntstand p;
    ReeksKort naam;
};

void eis_2a(poort::Gang& gang, const Zitting& z, const Puntstand& p) {
    const auto zonder = store::zonder_2a(gang, z, p.id);
    if (zonder.empty()) return;
    std::string namen;
    for (const auto& wie : zonder) namen += (namen.empty() ? "" : ", ") + wie.naam;
    throw Fout(FoutSoort::botsing, "punttoets-2a-ontbreekt",
               fmt::format("Er zit iemand aan tafel die dit niet mag horen: {}. Leg privacytoets 2A vast, of laat vastleggen dat diegene de kamer uit is.", namen));
}

/// `ook_van_elders`: also an item that a linked series put before this meeting, of which the dossier is not the asker's.
Zaak neem_zaak(poort::Gang& gang, bool ook_van_elders = false) {
    const auto z = neem_als_leider(gang);
    if (z.staat != "bezig") throw Fout(FoutSoort::botsing, "overleg-niet-bezig", "Dit overleg is niet aan de gang.");
    const auto p = neem_punt(gang, z, store::Slot::lezen);
    if (p.dossier && !p.van_dossier && !(ook_van_elders && p.herkomst)) throw Fout(FoutSoort::verboden, "niet-van-dossier", "Dit kan alleen wie het dossier mag zien.");
    eis_2a(gang, z, p);
    return {z, p, store::naam_van(gang, z)};
}

void eis_mag(poort::Gang& gang, const Zaak& zaak, std::string_view recht) {
    toegang::authorize(gang.wie(), recht, {*zaak.p.dossier_soort, *zaak.p.dossier, gang.wie().organisatie, zaak.p.zicht});
}
void eis_soort(const Zaak& zaak, std::string_view soort) {
    if (zaak.p.dossier_soort == soort) return;
    throw Fout(FoutSoort::botsing, "past-niet", soort == "casus" ? "Dit kan alleen bij een casus." : "Dit kan alleen bij een signaal.");
}

/// Everybody once, of those who are there.
void toets_standpunten(poort::Gang& gang, const Zitting& z, const std::vector<StandpuntNieuw>& standpunten, std::vector<VeldFout>& fouten) {
    const auto aan_tafel = store::deelnemers(gang, z.id);
    std::set<GebruikerId> gezien;
    for (std::size_t i = 0; i < standpunten.size(); ++i) {
        const auto& s = standpunten[i];
        if (!aan_tafel.contains(s.gebruiker)) fouten.push_back({fmt::format("/standpunten/{}/gebruiker", i), "geen-deelnemer", "Kies iemand die aan dit overleg deelneemt."});
        if (!gezien.insert(s.gebruiker).second) fouten.push_back({fmt::format("/standpunten/{}/gebruiker", i), "dubbel", "Deze deelnemer staat er twee keer."});
        if (!s.eens && !gevuld(s.reden)) fouten.push_back({fmt::format("/standpunten/{}/reden", i), "ontbreekt", "Schrijf op waarom diegene er anders over denkt."});
    }
}

/// "Kernteam, 26 november 2026".
std::string overlegnaam(const Zaak& zaak) { return fmt::format("{}, {}", zaak.naam.naam, voluit(zaak.z.datum)); }

/// What stands with the decision in the dossier: in which meeting, and who saw it otherwise.
std::string met_bron(poort::Gang& gang, const Zaak& zaak, const std::string& tekst, const std::vector<StandpuntNieuw>& standpunten) {
    auto uit = fmt::format("{}\nBesloten in {}.", tekst, overlegnaam(zaak));
    for (const auto& s : standpunten) {
        if (!s.eens) uit += fmt::format("\nAnders: {}: {}", store::naam(gang, s.gebruiker), gevuld(s.reden).value_or(""));
    }
    return uit;
}
boost::json::object gegevens_van(const Zaak& zaak, const Uuid& besluit, const std::vector<StandpuntNieuw>& standpunten) {
    boost::json::array eens;
    boost::json::array anders;
    for (const auto& s : standpunten) (s.eens ? eens : anders).emplace_back(s.gebruiker.tekst());
    return {{"overleg", zaak.z.id.tekst()}, {"besluit", besluit.tekst()}, {"eens", std::move(eens)}, {"anders", std::move(anders)}};
}

/// Reasons of a step have at most 2,000 characters: the decision goes first.
std::string afgekapt(std::string tekst) {
    constexpr std::size_t meeste = 1990;
    if (tekst.size() <= meeste) return tekst;
    auto einde = meeste;
    while (einde > 0 && (static_cast<unsigned char>(tekst[einde]) & 0xC0U) == 0x80U) --einde;
    tekst.resize(einde);
    return tekst + "…";
}

void besluit_over_casus(poort::Gang& gang, const Zaak& zaak, const OverlegbesluitNieuw& n, const Uuid& id) {
    const auto casus = CasusId(*zaak.p.dossier);
    auto tekst = met_bron(gang, zaak, *n.tekst, n.standpunten);
    if (const auto fase = fase_na(*n.soort)) {
        eis_mag(gang, zaak, "casus.schrijven");
        casus::laat_overgaan(gang, casus, {.naar = *fase, .reden = afgekapt(std::move(tekst)), .tot = n.tot, .erbij = gegevens_van(zaak, id, n.standpunten)});
        return;
    }
    if (*n.soort != "anders") entiteit::eis_geen({{"/soort", "past-niet", "Dit besluit hoort bij een signaal."}});
    eis_mag(gang, zaak, "casus.schrijven");
    const auto greep = casus::grijp(gang, casus);
    (void)casus::teken_aan(gang, greep, {.soort = "besluit", .tekst = std::move(tekst), .gegevens = gegevens_van(zaak, id, n.standpunten)});
}

void besluit_over_signaal(poort::Gang& gang, const Zaak& zaak, const OverlegbesluitNieuw& n, const Uuid& id) {
    const auto signaal = SignaalId(*zaak.p.dossier);
    auto tekst = met_bron(gang, zaak, *n.tekst, n.standpunten);
    eis_mag(gang, zaak, "signaal.wegen");
    if (*n.soort == "casus_openen") {
        eis_mag(gang, zaak, "casus.openen");
        std::vector<VeldFout> fouten;
        if (!n.werknaam) fouten.push_back({"/werknaam", "ontbreekt", "Geef de casus een werknaam, zonder namen van mensen."});
        if (!n.thema) fouten.push_back({"/thema", "ontbreekt", "Kies een thema."});
        entiteit::eis_geen(std::move(fouten));
        const auto casus = casus::open(gang, {.signalen = {signaal}, .werknaam = **n.werknaam, .thema = **n.thema, .trekker = n.trekker.value_or(*gang.wie().gebruiker)});
        (void)casus::teken_aan(gang, casus::grijp(gang, casus), {.soort = "besluit", .tekst = std::move(tekst), .gegevens = gegevens_van(zaak, id, n.standpunten)});
        return;
    }
    if (const auto naar = status_na(*n.soort)) {
        signaal::laat_overgaan_in_overleg(gang, signaal, {.naar = {std::string(*naar)}, .reden = Tekst<1, 2000>(afgekapt(tekst)), .tot = n.tot, .naar_wie = {}, .duplicaat_van = {}});
        return;
    }
    if (*n.soort != "anders") entiteit::eis_geen({{"/soort", "past-niet", "Dit besluit hoort bij een casus. Weeg een signaal in drie stappen."}});
    signaal::vul_aan(gang, signaal, tekst);
}

}  // namespace

Agendapunt weeg(poort::Gang& gang, const OverlegwegingNieuw& n) {
    const auto zaak = neem_zaak(gang);
    eis_soort(zaak, "signaal");
    eis_mag(gang, zaak, "signaal.wegen");
    std::vector<VeldFout> fouten;
    toets_standpunten(gang, zaak.z, n.standpunten, fouten);
    entiteit::eis_geen(std::move(fouten));
    signaal::WegingHerkomst herkomst{.overleg = {zaak.z.id.waarde, zaak.naam.naam, zaak.z.datum}, .standpunten = {}};
    for (const auto& s : n.standpunten) herkomst.standpunten.push_back({{s.gebruiker, ""}, s.eens, gevuld(s.reden)});
    const auto uitkomst = signaal::weeg_in_overleg(gang, SignaalId(*zaak.p.dossier),
                                                   {.stap = n.stap, .antwoorden = n.antwoorden, .uitkomst = n.uitkomst, .motivering = n.motivering, .naar_wie = n.naar_wie}, herkomst);
    const auto id = Uuid::willekeurig();
    store::leg_besluit_vast(gang, zaak.z, zaak.p, id, "weging", fmt::format("Weging {}: {}", *n.stap, uitkomst), std::nullopt, n.standpunten);
    store::meld_punt(gang, zaak.p.id, zaak.p.versie);
    gang.gemaakt(fmt::format("/v1/overleggen/{}/punten/{}", zaak.z.id.tekst(), zaak.p.id.tekst()), id);
    return antwoord(gang, zaak.z, zaak.p.id);
}

Agendapunt besluit(poort::Gang& gang, const OverlegbesluitNieuw& n) {
    const auto zaak = neem_zaak(gang, true);
    std::vector<VeldFout> fouten;
    toets_standpunten(gang, zaak.z, n.standpunten, fouten);
    if (*n.soort == "monitoren" && !n.tot) fouten.push_back({"/tot", "ontbreekt", "Vul in tot en met welke dag."});
    if (*n.soort != "monitoren" && n.tot) fouten.push_back({"/tot", "hier-niet", "Een einddag hoort alleen bij monitoren."});
    if (!is_een_van(*n.soort, besluitsoorten)) fouten.push_back({"/soort", "onbekende-code", "Dit besluit bestaat niet."});
    entiteit::eis_geen(std::move(fouten));
    const auto id = Uuid::willekeurig();
    if (!zaak.p.dossier) {
        if (*n.soort != "anders") entiteit::eis_geen({{"/soort", "past-niet", "Een vrij punt gaat niet over een signaal of casus."}});
    } else if (!zaak.p.van_dossier) {
        // What this table came to goes back to where the item came from; a step of the dossier is for those whose it is.
        if (*n.soort != "anders") entiteit::eis_geen({{"/soort", "past-niet", "Dit punt komt van een gekoppeld overleg. Schrijf op wat u hier vindt; daar wordt over het dossier besloten."}});
    } else if (*zaak.p.dossier_soort == "casus") {
        besluit_over_casus(gang, zaak, n, id);
    } else {
        besluit_over_signaal(gang, zaak, n, id);
    }
    store::leg_besluit_vast(gang, zaak.z, zaak.p, id, *n.soort, *n.tekst, n.tot, n.standpunten);
    if (zaak.p.herkomst && !zaak.p.van_dossier) store::teken_uitkomst_aan(gang, id, met_bron(gang, zaak, *n.tekst, n.standpunten));
    store::meld_punt(gang, zaak.p.id, zaak.p.versie);
    gang.gemaakt(fmt::format("/v1/overleggen/{}/punten/{}", zaak.z.id.tekst(), zaak.p.id.tekst()), id);
    return antwoord(gang, zaak.z, zaak.p.id);
}

Agendapunt leg_informatie_vast(poort::Gang& gang, const OverleginformatieNieuw& n) {
    const auto zaak = neem_zaak(gang);
    if (!zaak.p.dossier) throw Fout(FoutSoort::botsing, "past-niet", "Een vrij punt gaat niet over een signaal of casus.");
    std::vector<VeldFout> fouten;
    const auto soort = store::codenaam(gang, "bronsoort", *n.bronsoort);
    if (!soort) fouten.push_back({"/bronsoort", "onbekende-code", "Kies iets uit de lijst."});
    if (n.peildatum && *n.peildatum > dag_in_amsterdam(gang.tx().nu())) fouten.push_back({"/peildatum", "in-toekomst", "Deze dag komt nog."});
    entiteit::Codetoets codes;
    if (n.regime) codes.eis("regime", **n.regime, "/regime");
    codes.toets(gang, fouten);
    entiteit::eis_geen(std::move(fouten));
    const auto regime = n.regime ? **n.regime : std::string("avg");
    const auto tekst = fmt::format("{}\nBron: {} ({}){}. Gezegd in {}.", *n.tekst, *n.naam, *soort, n.peildatum ? fmt::format(", zoals het was op {}", voluit(*n.peildatum)) : std::string{}, overlegnaam(zaak));
    const auto id = Uuid::willekeurig();
    if (*zaak.p.dossier_soort == "casus") {
        eis_mag(gang, zaak, "casus.schrijven");
        const auto greep = casus::grijp(gang, CasusId(*zaak.p.dossier));
        const auto plaats = casus::in_compartiment(gang, greep, regime, "/regime", fouten);
        entiteit::eis_geen(std::move(fouten));
        (void)casus::teken_aan(gang, plaats, {.soort = "informatie", .tekst = tekst, .gegevens = boost::json::object{{"overleg", zaak.z.id.tekst()}, {"bronsoort", *n.bronsoort}, {"regime", regime}},
                                       .label = entiteit::standaardlabel(gang, regime), .bron = *n.naam});
    } else {
        eis_mag(gang, zaak, "signaal.schrijven");
        const auto stand = store::dossier(gang, "signaal", *zaak.p.dossier);
        if (!stand) throw onbekend();
        if (strenger({regime, "vrij", {}}, {stand->regime, "vrij", {}})) {
            entiteit::eis_geen({{"/regime", "past-niet", "Dit signaal staat niet onder dat regime. Leg het als eigen signaal vast."}});
        }
        signaal::vul_aan(gang, SignaalId(*zaak.p.dossier), tekst);
    }
    store::meld_punt(gang, zaak.p.id, zaak.p.versie);
    gang.gemaakt(fmt::format("/v1/overleggen/{}/punten/{}", zaak.z.id.tekst(), zaak.p.id.tekst()), id);
    return antwoord(gang, zaak.z, zaak.p.id);
}

Agendapunt voeg_interventie_toe(poort::Gang& gang, const interventie::InterventieNieuw& n) {
    const auto zaak = neem_zaak(gang);
    eis_soort(zaak, "casus");
    eis_mag(gang, zaak, "interventie.schrijven");
    const auto i = interventie::voeg_toe(gang, CasusId(*zaak.p.dossier), n);
    store::meld_punt(gang, zaak.p.id, zaak.p.versie);
    gang.gemaakt(fmt::format("/v1/casussen/{}/interventies/{}", zaak.p.dossier->tekst(), i.id.tekst()), i.id.waarde);
    return antwoord(gang, zaak.z, zaak.p.id);
}

Agendapunt voeg_actie_toe(poort::Gang& gang, const actie::ActieNieuw& n) {
    const auto zaak = neem_zaak(gang);
    toegang::authorize(gang.wie(), "actie.schrijven");
    actie::NieuweActie nieuw{.wat = *n.wat, .eigenaar = n.eigenaar, .datum = n.datum, .overleg = zaak.z.id.waarde, .punt = zaak.p.id.waarde};
    if (!zaak.p.dossier) {
        nieuw.zicht = zaak.z.zicht;
    } else if (*zaak.p.dossier_soort == "casus") {
        nieuw.casus = CasusId(*zaak.p.dossier);
    } else {
        nieuw.signaal = SignaalId(*zaak.p.dossier);
    }
    const auto a = actie::leg_vast(gang, nieuw);
    store::meld_punt(gang, zaak.p.id, zaak.p.versie);
    gang.gemaakt(fmt::format("/v1/acties/{}", a.id.tekst()), a.id.waarde);
    return antwoord(gang, zaak.z, zaak.p.id);
}

}  // namespace damwand::overleg
