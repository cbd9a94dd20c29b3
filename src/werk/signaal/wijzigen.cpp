// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/documenten.hpp"
#include "werk/signaal/handelingen.hpp"

namespace damwand::signaal {
namespace {

void eis_gevuld(bool leeg, std::string veld, std::vector<VeldFout>& fouten) {
    if (leeg) fouten.push_back({std::move(veld), "mag-niet-leeg", "Dit veld mag niet leeg zijn."});
}

}  // namespace

void eis_open(const store::Gegevens& g) {
    if (is_gesloten(g.status)) {
        throw Fout(FoutSoort::botsing, "signaal-gesloten", "Dit signaal is afgesloten. Neem het eerst weer in weging.");
    }
}

void vul_aan(poort::Gang& gang, SignaalId id, const std::string& alinea) {
    auto g = store::vergrendel(gang, id);
    eis_open(g);
    constexpr std::size_t meeste = 40000;  // bytes; a text that was typed has at most 10,000 characters
    if (g.omschrijving.size() + alinea.size() > meeste) throw Fout(FoutSoort::botsing, "signaal-vol", "De omschrijving van dit signaal is vol.");
    g.omschrijving += (g.omschrijving.empty() ? "" : "\n\n") + alinea;
    store::werk_bij(gang, g);
    meld(gang, g);
}

void wijzig(poort::Gang& gang, SignaalId id, const SignaalWijziging& w) {
    auto g = store::vergrendel(gang, id);
    gang.eis_gezien(g.versie);
    eis_open(g);

    std::vector<VeldFout> fouten;
    entiteit::Codetoets codes;
    eis_gevuld(w.titel.aanwezig && !w.titel.waarde, "/titel", fouten);
    if (w.titel.waarde) g.titel = **w.titel.waarde;
    if (w.omschrijving.aanwezig) g.omschrijving = w.omschrijving.waarde ? **w.omschrijving.waarde : "";
    if (w.thema.aanwezig) {
        codes.eis("thema", w.thema.waarde, "/thema");
        g.thema = w.thema.waarde ? std::optional(**w.thema.waarde) : std::nullopt;
    }
    if (w.behandelaar.aanwezig) {
        if (w.behandelaar.waarde && !store::hoort_bij(gang, *w.behandelaar.waarde, g.zicht)) {
            fouten.push_back({"/behandelaar", "onbekende-collega", "Deze collega bestaat niet, of mag dit signaal niet zien."});
        }
        g.behandelaar = w.behandelaar.waarde;
    }
    if (w.adres.aanwezig) zet_adres(gang, g, w.adres.waarde, fouten);
    if (w.bron_betrouwbaarheid.aanwezig) g.bron_betrouwbaarheid = w.bron_betrouwbaarheid.waarde ? **w.bron_betrouwbaarheid.waarde : "F";
    if (w.informatie_waarde.aanwezig) g.informatie_waarde = w.informatie_waarde.waarde ? **w.informatie_waarde.waarde : 6;
    eis_gevuld(w.peildatum.aanwezig && !w.peildatum.waarde, "/peildatum", fouten);
    if (w.peildatum.waarde) g.peildatum = *w.peildatum.waarde;
    toets_peildatum(g, fouten);
    const auto label = entiteit::stel_bij(gang, entiteit::standaardlabel(gang, g.regime), label_van(g), w.doorgifte, w.doorgifte_reden, fouten);
    const bool verscherpt = strenger(label, label_van(g));
    g.doorgifte = label.doorgifte;
    g.doorgifte_reden = label.doorgifte_reden;
    codes.toets(gang, fouten);
    entiteit::eis_geen(std::move(fouten));

    store::werk_bij(gang, g);
    if (verscherpt) {
        entiteit::verscherp(gang, g.dossier(), std::nullopt, label);
        documenten::verscherp(gang.tx(), {gang.wie().organisatie, "signaal", g.id.waarde}, label);
    }
    meld(gang, g);
}

}  // namespace damwand::signaal
