// SPDX-License-Identifier: EUPL-1.2
#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

/// What asks for this table, each dossier once, with the first reason that applies: what was put off comes before what is new.
std::vector<Voorstel> voorstellen(poort::Gang& gang, const store::Zitting& z) {
    constexpr int hoogstens = 50;
    const auto soort = store::naam_van(gang, z).soort;
    const bool signalen = soort != "kernteam";
    const bool casussen = soort != "lip";
    const auto& wie = gang.wie();
    struct Kandidaat {
        std::string soort, reden;
        Uuid id;
    };
    std::vector<Kandidaat> rij;
    for (const auto& d : store::doorgeschoven(gang, z)) rij.push_back({*d.soort, "doorgeschoven", d.id});
    if (casussen && wie.heeft("casus.lezen")) {
        const auto vandaag = dag_in_amsterdam(gang.tx().nu());
        for (const auto& t : casus::lees_te_besluiten(gang, hoogstens)) rij.push_back({"casus", "toets_nodig", t.casus.waarde});
        for (const auto& c : casus::lees_wachtend(gang, hoogstens)) rij.push_back({"casus", "besluit_nodig", c.id.waarde});
        for (const auto& t : casus::lees_termijnen(gang, hoogstens)) {
            if (t.datum < vandaag) rij.push_back({"casus", t.soort == "monitoring" ? "besluit_nodig" : t.soort == "actie" ? "actie_te_laat" : "termijn_voorbij", t.casus.waarde});
        }
    }
    if (signalen && wie.heeft("signaal.lezen")) {
        for (const auto& s : signaal::lees_wachtend(gang, hoogstens)) rij.push_back({"signaal", s.reden, s.id.waarde});
    }
    if (wie.heeft("actie.zien")) {
        for (const auto& d : store::met_late_actie(gang)) {
            if (*d.soort == "casus" ? casussen : signalen) rij.push_back({*d.soort, "actie_te_laat", d.id});
        }
    }
    auto gehad = store::op_agenda(gang, z);
    std::vector<Voorstel> uit;
    std::vector<SignaalId> signaal_ids;
    std::vector<CasusId> casus_ids;
    for (const auto& k : rij) {
        if (!gehad.insert(k.id).second) continue;
        uit.push_back({.dossier = {k.soort, k.id, {}, {}}, .reden = k.reden, .doel = "besluiten", .minuten = k.soort == "casus" ? 10 : 5});
        if (k.soort == "casus") casus_ids.emplace_back(k.id);
        else signaal_ids.emplace_back(k.id);
    }
    const auto noem = [&](const Uuid& id, std::string kenmerk, std::string naam) {
        for (auto& v : uit) {
            if (v.dossier.id == id) v.dossier = {v.dossier.soort, id, std::move(kenmerk), std::move(naam)};
        }
    };
    for (auto& s : signaal::lees_kort(gang, signaal_ids)) noem(s.id.waarde, std::move(s.kenmerk), std::move(s.titel));
    for (auto& c : casus::lees_kort(gang, casus_ids)) noem(c.id.waarde, std::move(c.kenmerk), std::move(c.werknaam));
    // What is closed, or gone since it was put off, does not come back.
    std::erase_if(uit, [&](const Voorstel& v) {
        if (v.dossier.kenmerk.empty()) return true;
        const auto stand = store::dossier(gang, v.dossier.soort, v.dossier.id);
        return !stand || stand->gesloten;
    });
    return uit;
}

}  // namespace

std::optional<std::string> reden_voor(poort::Gang& gang, const store::Zitting& z, const Uuid& dossier) {
    for (auto& v : voorstellen(gang, z)) {
        if (v.dossier.id == dossier) return std::move(v.reden);
    }
    return std::nullopt;
}

poort::Lijst<Voorstel> toon_voorstellen(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    poort::Lijst<Voorstel> uit{.resultaten = voorstellen(gang, z), .volgende = {}};
    for (const auto& v : uit.resultaten) gang.raakt(v.dossier.id);
    return uit;
}

Gevuld vul(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    eis_open(z);
    Gevuld uit{.toegevoegd = voorstellen(gang, z), .overleg = {}};
    for (const auto& v : uit.toegevoegd) {
        gang.raakt(v.dossier.id);
        const auto stand = store::dossier(gang, v.dossier.soort, v.dossier.id);
        if (!stand) continue;
        const auto id = store::voeg_punt_toe(gang, z, stand->zicht, PuntDossierNieuw{{v.dossier.soort}, v.dossier.id}, stand->titel, v.doel, v.minuten, "", v.reden);
        store::meld_punt(gang, id, 1);
    }
    uit.overleg = antwoord(gang, z.id);
    return uit;
}

}  // namespace damwand::overleg
