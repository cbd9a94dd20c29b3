// SPDX-License-Identifier: EUPL-1.2
#include "werk/signaal/handelingen.hpp"

namespace damwand::signaal {

namespace {

void log_adres(poort::Gang& gang, const SignaalInDossier& s) {
    if (!s.adres) return;
    gang.raakt_merken(s.adres->nummeraanduiding ? logboek::merken_van_nummeraanduiding(*s.adres->nummeraanduiding) : logboek::merken_van_tekst(s.adres->weergave));
}

}  // namespace

Signaal toon(poort::Gang& gang, SignaalId id) {
    const auto zicht = store::zicht_van(gang, id);
    auto gevonden = store::lees(gang, {id}, std::nullopt);
    if (gevonden.size() != 1) throw onbekend();
    Signaal uit;
    static_cast<SignaalInDossier&>(uit) = std::move(gevonden.front());
    log_adres(gang, uit);
    uit.vermeldingen = entiteit::lees(gang, {"signaal", id.waarde, zicht}, std::nullopt);
    uit.op_zelfde_adres = store::buren(gang, uit);
    uit.stappen = stappen(uit.status, uit.weging_stap);
    if (auto embargo = store::onder_embargo(gang, zicht)) {
        uit.alleen = std::move(embargo->wie);
        uit.embargo_tot = embargo->tot;
    }
    if (uit.casus) gang.casus(uit.casus->id.waarde);
    gang.etag(uit.versie);
    return uit;
}

int zicht_van(poort::Gang& gang, SignaalId id) { return store::zicht_van(gang, id); }

SignaalStand vergrendel(poort::Gang& gang, SignaalId id) { return store::vergrendel(gang, id).stand(); }

std::vector<SignaalInDossier> van_casus(poort::Gang& gang, CasusId casus, std::optional<Tijdstip> moment) {
    const auto ids = store::van_casus(gang, casus, moment);
    if (ids.empty()) return {};
    auto uit = store::lees(gang, ids, moment);
    for (auto& s : uit) {
        s.vermeldingen = entiteit::lees(gang, {"signaal", s.id.waarde, s.zicht}, moment);
        log_adres(gang, s);
    }
    return uit;
}

}  // namespace damwand::signaal
