// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "base/label.hpp"
#include "werk/casus/casus.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/signaal.hpp"
#include "werk/wachter/handelingen.hpp"

/// A suggestion, read again for whoever asks, and what a person makes of it.
namespace damwand::wachter {
namespace {

using netwerk::Knoop;

std::vector<netwerk::KnoopRef> refs(const std::vector<SuggestieLid>& leden) {
    std::vector<netwerk::KnoopRef> uit;
    for (const auto& lid : leden) uit.push_back({lid.soort, lid.id});
    return uit;
}

store::Suggestierij vind(poort::Gang& gang, const SuggestieId& id) {
    auto gevonden = store::suggesties(gang, std::nullopt, id, 1);
    if (gevonden.empty()) throw onbekend();
    if (gevonden[0].zicht) gang.sta_toe({"suggestie", id.waarde, gang.wie().organisatie, *gevonden[0].zicht});
    gang.onderwerp("suggestie", id.waarde);
    return std::move(gevonden[0]);
}

/// The strictest label of all sources in it; open where only public registers are.
Label label_van_alles(const netwerk::Netwerkbeeld& beeld) {
    Label uit{.regime = "open", .doorgifte = "vrij", .doorgifte_reden = {}};
    for (const auto& band : beeld.banden) {
        for (const auto& b : band.bewijs) {
            if (b.regime) uit = strengste(uit, {.regime = *b.regime, .doorgifte = *b.doorgifte, .doorgifte_reden = {}});
        }
    }
    return uit;
}

std::optional<Suggestiedossier> dossier_van(poort::Gang& gang, const store::Suggestierij& rij) {
    if (!rij.dossier || !gang.wie().heeft(*rij.dossier_soort + ".lezen")) return std::nullopt;
    if (*rij.dossier_soort == "signaal") {
        for (const auto& s : signaal::lees_kort(gang, {SignaalId{*rij.dossier}})) {
            gang.raakt(s.id.waarde);
            return Suggestiedossier{"signaal", s.id.waarde, s.kenmerk, s.titel};
        }
    } else {
        for (const auto& c : casus::lees_kort(gang, {CasusId{*rij.dossier}})) {
            gang.raakt(c.id.waarde);
            return Suggestiedossier{"casus", c.id.waarde, c.kenmerk, c.werknaam};
        }
    }
    return std::nullopt;
}

void eis_recht(const poort::Gang& gang, std::string_view recht) { toegang::authorize(gang.wie(), recht); }

/// A member as a dossier names it; none for a dossier or a building.
std::optional<entiteit::VermeldingNieuw> vermelding_van(const Knoop& knoop, const Suggestie& s, const Label& label) {
    static const std::set<std::string> zelf{"persoon", "bedrijf", "voertuig", "telefoon", "email", "rekening", "adres", "vaartuig"};
    entiteit::VermeldingNieuw uit;
    const bool register_bedrijf = knoop.soort == "onderneming";
    if (!register_bedrijf && !zelf.contains(knoop.soort)) return std::nullopt;
    uit.soort = Code{register_bedrijf ? "bedrijf" : knoop.soort};
    uit.tekst = Tekst<1, 300>{knoop.naam.empty() ? knoop.id : knoop.naam};
    if (knoop.soort == "adres" && knoop.id.size() == 16) uit.sleutel = Tekst<1, 100>{knoop.id};
    else if (knoop.soort != "adres" && knoop.soort != "persoon" && knoop.kenmerk) uit.sleutel = Tekst<1, 100>{*knoop.kenmerk};
    uit.bron = Tekst<0, 200>{"Wachter: " + s.naam};
    if (label.regime != "open") uit.regime = Code{label.regime};
    uit.doorgifte = Code{label.doorgifte};
    return uit;
}

std::vector<entiteit::VermeldingNieuw> vermeldingen_van(const Suggestie& s, const Label& label, const std::set<std::pair<std::string, std::string>>& al = {}) {
    std::vector<entiteit::VermeldingNieuw> uit;
    for (const auto& knoop : s.beeld.knopen) {
        if (al.contains({knoop.soort, knoop.id})) continue;
        if (auto een = vermelding_van(knoop, s, label)) uit.push_back(std::move(*een));
    }
    return uit;
}

Uuid maak_signaal(poort::Gang& gang, const Suggestie& s, const SuggestieWeging& weging) {
    eis_recht(gang, "signaal.schrijven");
    const Label label{.regime = s.regime == "open" ? "avg" : s.regime, .doorgifte = s.doorgifte, .doorgifte_reden = {}};
    signaal::SignaalNieuw nieuw;
    nieuw.titel = *weging.titel;
    nieuw.omschrijving = Tekst<0, 10000>{*weging.reden};
    nieuw.bron = Code{"collega"};
    nieuw.regime = Code{label.regime};
    nieuw.doorgifte = Code{label.doorgifte};
    for (const auto& knoop : s.beeld.knopen) {
        if (knoop.soort != "adres" || nieuw.adres || registers::zoek_adressen(gang.tx(), {knoop.id}).empty()) continue;
        nieuw.adres = signaal::SignaalAdresNieuw{.nummeraanduiding = Tekst<16, 16>{knoop.id}, .tekst = std::nullopt};
    }
    nieuw.vermeldingen = vermeldingen_van(s, label);
    // What not the whole team may know does not become the team's by this.
    if (s.besloten) nieuw.alleen = std::vector<GebruikerId>{};
    return signaal::leg_vast(gang, nieuw).waarde;
}

Uuid zet_in_casus(poort::Gang& gang, const netwerk::Diensten& diensten, const Suggestie& s, const SuggestieWeging& weging) {
    eis_recht(gang, "casus.schrijven");
    const auto greep = casus::grijp(gang, *weging.casus);
    gang.casus(greep.id.waarde);
    const Label label{.regime = s.regime, .doorgifte = s.doorgifte, .doorgifte_reden = {}};
    // What the casus names already it does not name again.
    auto samen = refs(s.rollen);
    samen.push_back({"casus", greep.id.tekst()});
    std::set<std::pair<std::string, std::string>> al;
    for (const auto& band : netwerk::toon(gang, diensten, samen, std::nullopt).banden) {
        if (band.soort == "genoemd" && band.van.id == greep.id.tekst()) al.emplace(band.naar.soort, band.naar.id);
    }
    std::vector<VeldFout> fouten;
    auto strengst = label.regime == "open" ? Label{} : label;  // of the note too: its words are about the same sources
    for (const auto& nieuw : vermeldingen_van(s, label, al)) {
        const auto eigen = entiteit::vermeldinglabel(gang, {.soort = "casus", .id = greep.id.waarde, .zicht = greep.zicht}, nieuw, nullptr, "", fouten);
        const auto plaats = casus::in_compartiment(gang, greep, eigen.regime, "/casus", fouten);
        entiteit::eis_geen(fouten);
        strengst = strengste(strengst, eigen);
        (void)entiteit::leg_vast(gang, {.soort = "casus", .id = greep.id.waarde, .zicht = plaats.zicht, .label = eigen}, nieuw);
    }
    const auto plaats = casus::in_compartiment(gang, greep, strengst.regime, "/casus", fouten);
    entiteit::eis_geen(std::move(fouten));
    (void)casus::teken_aan(gang, plaats, {.soort = "notitie", .tekst = fmt::format("{}\n\nWachter: {}", *weging.reden, s.naam), .label = strengst, .bron = "wachter"});
    return greep.id.waarde;
}

}  // namespace

Suggestie toon_suggestie(poort::Gang& gang, const netwerk::Diensten& diensten, const SuggestieId& id) {
    const auto rij = vind(gang, id);
    Suggestie uit;
    static_cast<SuggestieKort&>(uit) = rij.kort;
    uit.patroon = rij.patroon;
    uit.rollen = rij.leden;
    uit.waarom = rij.waarom;
    uit.dagen = rij.dagen;
    uit.beeld = netwerk::toon(gang, diensten, refs(rij.leden), std::nullopt);
    const auto is_er = [&](const SuggestieLid& lid) {
        return std::ranges::any_of(uit.beeld.knopen, [&](const Knoop& k) { return k.soort == lid.soort && k.id == lid.id; });
    };
    if (!std::ranges::all_of(rij.leden, is_er)) throw onbekend();
    const auto label = label_van_alles(uit.beeld);
    uit.regime = label.regime;
    uit.doorgifte = label.doorgifte;
    uit.besloten = rij.zicht.has_value() || !store::is_van_het_team(gang, id);
    uit.reden = rij.reden;
    uit.gewogen_door = rij.gewogen_door;
    uit.gewogen_op = rij.gewogen_op;
    uit.dossier = dossier_van(gang, rij);
    return uit;
}

Suggestie weeg(poort::Gang& gang, const netwerk::Diensten& diensten, const SuggestieId& id, const SuggestieWeging& weging) {
    const auto s = toon_suggestie(gang, diensten, id);
    std::vector<VeldFout> fouten;
    const auto& besluit = *weging.besluit;
    if (besluit != "weg" && besluit != "signaal" && besluit != "casus") fouten.push_back({"/besluit", "onbekend", "Kies een van de besluiten."});
    if (besluit == "signaal" && !weging.titel) fouten.push_back({"/titel", "ontbreekt", "Geef het signaal een titel."});
    if (besluit == "casus" && !weging.casus) fouten.push_back({"/casus", "ontbreekt", "Kies de casus."});
    entiteit::eis_geen(std::move(fouten));
    if (!store::houd_open(gang, id)) throw Fout(FoutSoort::botsing, "al-gewogen", "Deze suggestie is al gewogen.");
    std::optional<std::string> soort;
    std::optional<Uuid> dossier;
    if (besluit == "signaal") dossier = maak_signaal(gang, s, weging);
    if (besluit == "casus") dossier = zet_in_casus(gang, diensten, s, weging);
    if (dossier) soort = besluit;
    store::weeg(gang, id, besluit, *weging.reden, soort, dossier);
    gang.onderwerp("suggestie", id.waarde);
    return toon_suggestie(gang, diensten, id);
}

}  // namespace damwand::wachter
