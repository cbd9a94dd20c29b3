// SPDX-License-Identifier: EUPL-1.2
#include "werk/entiteit/store.hpp"

namespace damwand::entiteit {
namespace {

using store::Inhoud;

Inhoud inhoud_van(const VermeldingNieuw& n) {
    return {.soort = *n.soort,
            .tekst = *n.tekst,
            .sleutel = tekst_van(n.sleutel),
            .rol = tekst_van(n.rol),
            .toelichting = tekst_van(n.toelichting),
            .bron_betrouwbaarheid = n.bron_betrouwbaarheid ? **n.bron_betrouwbaarheid : "F",
            .informatie_waarde = n.informatie_waarde ? **n.informatie_waarde : 6,
            .bron = tekst_van(n.bron).value_or(""),
            .peildatum = n.peildatum,
            .geboren_op = *n.soort == "persoon" ? n.geboren_op : std::nullopt,
            .minderjarig = *n.soort == "persoon" && n.minderjarig.value_or(false)};
}

/// A day of birth is asked of nobody but a minor: of anybody else it is more than is needed.
void toets_geboren(poort::Gang& gang, const std::optional<Datum>& dag, std::string_view veld, std::vector<VeldFout>& fouten) {
    if (!dag) return;
    const auto vandaag = dag_in_amsterdam(gang.tx().nu());
    if (*dag > vandaag) fouten.push_back({std::string(veld), "in-toekomst", "Deze dag ligt in de toekomst."});
    else if (!gang.tx().een("select entiteit.is_minderjarig($1, false) as zo", *dag)[0].veld<bool>("zo"))
        fouten.push_back({std::string(veld), "meerderjarig", "Wie hier geboren is, is achttien of ouder. Leg dan geen geboortedatum vast."});
}

std::string onder(std::string_view pad, std::string_view veld) { return std::string(pad) + "/" + std::string(veld); }

void toets_sleutel(const Inhoud& i, std::string_view pad, std::vector<VeldFout>& fouten) {
    if (!i.sleutel) return;
    auto sleutel = gewone_sleutel(i.soort, *i.sleutel);
    // An unknown kind is already a fault of `soort`.
    if (!sleutel.waarde && sleutel.code != "onbekende-code") {
        fouten.push_back({onder(pad, "sleutel"), std::move(sleutel.code), std::move(sleutel.uitleg)});
    }
}

/// A person is always an entity of his own, until people say two are the same; a thing is one when its key is known.
std::optional<EntiteitId> entiteit_van(poort::Gang& gang, const Inhoud& i) {
    if (i.soort == "persoon") return store::vind_of_maak(gang, i.soort, std::nullopt);  // also with a number: people tell them apart
    if (!i.sleutel) return std::nullopt;
    return store::vind_of_maak(gang, i.soort, gewone_sleutel(i.soort, *i.sleutel).waarde);
}

/// A company counts as a data subject: its owner may be a natural person.
template <class V>
void log_persoon(poort::Gang& gang, const V& v) {
    if (v.soort == "persoon" || v.soort == "bedrijf") gang.raakt_persoon(v.entiteit ? v.entiteit->waarde : v.id.waarde);
    if (v.soort == "persoon") gang.raakt_merken(logboek::merken_van_persoon(v.tekst));
    if (v.soort == "adres") gang.raakt_merken(v.sleutel ? logboek::merken_van_nummeraanduiding(*v.sleutel) : logboek::merken_van_tekst(v.tekst));
}
void log_betrokkene(poort::Gang& gang, const Vermelding& v) {
    log_persoon(gang, v);
    if (v.uit_document) gang.raakt(v.uit_document->waarde);
}

Vermelding toon(poort::Gang& gang, const Dossier& dossier, VermeldingId id) {
    auto gevonden = een(gang, dossier, id);
    log_betrokkene(gang, gevonden);
    return gevonden;
}

void eis_gevuld(bool leeg, std::string_view veld, std::vector<VeldFout>& fouten) {
    if (leeg) fouten.push_back({onder("", veld), "mag-niet-leeg", "Dit veld mag niet leeg zijn."});
}

template <class T>
void neem_over(std::optional<std::string>& doel, const Wijziging<T>& w) {
    if (w.aanwezig) doel = tekst_van(w.waarde);
}

}  // namespace

void eis_geen(std::vector<VeldFout> fouten) {
    if (fouten.empty()) return;
    throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.", std::move(fouten));
}

bool heeft_compartiment(std::string_view regime) noexcept { return regime == "wpg" || regime == "bibob" || regime == "wgs"; }

int onder_regime(poort::Gang& gang, int zicht, const std::string& regime, std::string_view veld, std::vector<VeldFout>& fouten) {
    if (!heeft_compartiment(regime)) return zicht;
    if (const auto apart = store::compartiment(gang, zicht, regime)) {
        gang.kom_in(*apart);
        return *apart;
    }
    fouten.push_back({std::string(veld), "geen-compartiment", "Uw rol mag geen gegevens onder dit regime vastleggen of inzien, of u werkt onder een ander doel."});
    return zicht;
}

void Codetoets::eis(std::string_view lijst, const std::string& code, std::string veld) {
    m_lijsten.emplace_back(lijst);
    m_codes.push_back(code);
    m_velden.push_back(std::move(veld));
}

void Codetoets::eis(std::string_view lijst, const std::optional<Code>& code, std::string veld) {
    if (code) eis(lijst, **code, std::move(veld));
}

void Codetoets::toets(poort::Gang& gang, std::vector<VeldFout>& fouten) const {
    if (m_codes.empty()) return;
    for (const auto nr : store::onbekende_codes(gang, m_lijsten, m_codes)) {
        fouten.push_back({m_velden[nr], "onbekende-code", "Deze code staat niet in de lijst."});
    }
}

void controleer(poort::Gang& gang, const VermeldingNieuw& nieuw, std::string_view pad, Codetoets& codes, std::vector<VeldFout>& fouten) {
    codes.eis("vermeldingsoort", *nieuw.soort, onder(pad, "soort"));
    codes.eis("regime", nieuw.regime, onder(pad, "regime"));
    toets_sleutel(inhoud_van(nieuw), pad, fouten);
    toets_peildatum(gang, nieuw.peildatum, onder(pad, "peildatum"), fouten);
    toets_geboren(gang, nieuw.geboren_op, onder(pad, "geborenOp"), fouten);
}

Label vermeldinglabel(poort::Gang& gang, const Dossier& dossier, const VermeldingNieuw& nieuw, const Herkomst* uit, std::string_view pad,
                std::vector<VeldFout>& fouten) {
    return feitlabel(gang, uit != nullptr ? uit->label : dossier.label, tekst_van(nieuw.regime), wens_van(nieuw.doorgifte, nieuw.doorgifte_reden), pad, fouten);
}

Vermelding leg_vast(poort::Gang& gang, const Dossier& dossier, const VermeldingNieuw& nieuw, const Herkomst* uit) {
    auto inhoud = inhoud_van(nieuw);
    if (uit != nullptr) {
        if (inhoud.bron.empty()) inhoud.bron = uit->naam;
        if (!inhoud.peildatum) inhoud.peildatum = uit->peildatum;
    }
    return toon(gang, dossier, store::voeg_toe(gang, dossier, inhoud, entiteit_van(gang, inhoud), nieuw.uit_bron, nieuw.uit_document));
}

Vermelding een(poort::Gang& gang, const Dossier& dossier, VermeldingId id) {
    auto gevonden = store::lees(gang, dossier, id, std::nullopt);
    if (gevonden.size() != 1) throw onbekend();
    return std::move(gevonden.front());
}

Vermelding wijzig(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const VermeldingWijziging& w, const Label* uit) {
    auto stand = store::vergrendel(gang, dossier, id);
    gang.eis_gezien(stand.versie);
    const auto oud = stand.inhoud;
    auto& i = stand.inhoud;

    std::vector<VeldFout> fouten;
    eis_gevuld(w.soort.aanwezig && !w.soort.waarde, "soort", fouten);
    eis_gevuld(w.tekst.aanwezig && !w.tekst.waarde, "tekst", fouten);
    if (w.soort.waarde) i.soort = **w.soort.waarde;
    if (w.tekst.waarde) i.tekst = **w.tekst.waarde;
    neem_over(i.sleutel, w.sleutel);
    neem_over(i.rol, w.rol);
    neem_over(i.toelichting, w.toelichting);
    if (w.bron_betrouwbaarheid.aanwezig) i.bron_betrouwbaarheid = w.bron_betrouwbaarheid.waarde ? **w.bron_betrouwbaarheid.waarde : "F";
    if (w.informatie_waarde.aanwezig) i.informatie_waarde = w.informatie_waarde.waarde ? **w.informatie_waarde.waarde : 6;
    if (w.bron.aanwezig) i.bron = tekst_van(w.bron.waarde).value_or("");
    if (w.peildatum.aanwezig) i.peildatum = w.peildatum.waarde;
    eis_gevuld(w.peildatum.aanwezig && !w.peildatum.waarde, "peildatum", fouten);
    toets_peildatum(gang, w.peildatum.waarde, "/peildatum", fouten);
    if (w.geboren_op.aanwezig) i.geboren_op = w.geboren_op.waarde;
    if (w.minderjarig.aanwezig) i.minderjarig = w.minderjarig.waarde.value_or(false);
    toets_geboren(gang, w.geboren_op.waarde, "/geborenOp", fouten);
    if (i.soort != "persoon") {
        i.geboren_op.reset();
        i.minderjarig = false;
    }
    auto minstens = strengste(standaardlabel(gang, stand.label.regime), uit != nullptr ? *uit : dossier.label);
    minstens.regime = stand.label.regime;  // that does not change: who saw it, saw it
    const auto label = stel_bij(gang, minstens, stand.label, w.doorgifte, w.doorgifte_reden, fouten);
    Codetoets codes;
    codes.eis("vermeldingsoort", i.soort, "/soort");
    toets_sleutel(i, "", fouten);
    codes.toets(gang, fouten);
    eis_geen(std::move(fouten));

    const bool ander = i.soort != oud.soort || (i.soort != "persoon" && i.sleutel != oud.sleutel);
    store::werk_bij(gang, dossier, id, i, label, ander ? entiteit_van(gang, i) : stand.entiteit);
    if (strenger(label, stand.label)) store::verscherp_verbanden(gang, {id});
    return toon(gang, dossier, id);
}

Vermelding verwijder(poort::Gang& gang, const Dossier& dossier, VermeldingId id) {
    const auto stand = store::vergrendel(gang, dossier, id);
    gang.eis_gezien(stand.versie);
    auto was = toon(gang, dossier, id);
    store::haal_verbanden_weg(gang, id);
    store::haal_weg(gang, dossier, id);
    return was;
}

void verscherp(poort::Gang& gang, const Dossier& dossier, std::optional<BronId> uit, const Label& minstens) {
    store::verscherp(gang, dossier, uit, minstens);
}

std::vector<VermeldingKort> lees_kort(poort::Gang& gang, const std::vector<VermeldingId>& ids) { return store::lees_kort(gang, ids); }
void log_getoond(poort::Gang& gang, const VermeldingKort& vermelding) { log_persoon(gang, vermelding); }

Bsn toon_bsn(poort::Gang& gang, const Dossier& dossier, VermeldingId id, const std::string& reden) {
    const auto stand = store::vergrendel(gang, dossier, id);
    if (stand.inhoud.soort != "persoon" || !stand.inhoud.sleutel) throw onbekend();
    store::bewaar_reden(gang, dossier, id, reden);
    gang.raakt_persoon(stand.entiteit ? stand.entiteit->waarde : id.waarde);
    return {*stand.inhoud.sleutel};
}

std::vector<Vermelding> lees(poort::Gang& gang, const Dossier& dossier, std::optional<Tijdstip> moment) {
    auto uit = store::lees(gang, dossier, std::nullopt, moment);
    for (const auto& v : uit) log_betrokkene(gang, v);
    return uit;
}

}  // namespace damwand::entiteit
