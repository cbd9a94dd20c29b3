// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "werk/overleg/handelingen.hpp"

namespace damwand::overleg {
namespace {

void eis_bezig(const store::Zitting& z) {
    if (z.staat != "bezig") throw Fout(FoutSoort::botsing, "overleg-niet-bezig", "Dit overleg is niet aan de gang.");
}

Beeld beeld_van(poort::Gang& gang, const store::Zitting& z) {
    Beeld uit{.titel = {}, .zonder_beeld = false, .delen = {}, .besluittekst = {}, .zwart = store::is_zwart(gang, z)};
    if (z.staat != "bezig") return uit;
    auto punten = store::punten(gang, z, std::nullopt);
    const auto nu = std::ranges::find(punten, "bezig", &Agendapunt::staat);
    if (nu == punten.end()) return uit;
    const auto toon = [&] {
        uit.titel = nu->titel;
        const auto veld = std::ranges::find(nu->velden, "besluittekst", &Puntveld::veld);
        if (veld != nu->velden.end() && !veld->waarde.empty()) uit.besluittekst = veld->waarde;
    };
    if (nu->soort == "vrij") {
        toon();
        return uit;
    }
    const auto samen = store::gedeeld(gang, z);
    std::erase_if(nu->delen, [&](const Agendadeel& d) { return !samen.contains(d.soort); });
    uit.zonder_beeld = nu->delen.empty();
    if (uit.zonder_beeld) return uit;
    toon();
    uit.delen = std::move(nu->delen);
    return uit;
}

}  // namespace

Overleg begin(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    eis_open(z);
    if (z.staat == "gepland") {  // said twice, it began once
        store::zet_staat(gang, z, "bezig");
        meld(gang, z);
    }
    return antwoord(gang, z.id);
}

Overleg sluit(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    if (z.staat == "gesloten") return antwoord(gang, z.id);  // said twice, it was closed once
    eis_bezig(z);
    store::sluit(gang, z);
    store::zet_staat(gang, z, "gesloten");
    meld(gang, z);
    return antwoord(gang, z.id);
}

Overleg gelast_af(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    if (z.staat == "afgelast") return antwoord(gang, z.id);  // said twice, it was called off once
    eis_open(z);
    if (z.staat != "gepland") throw Fout(FoutSoort::botsing, "overleg-begonnen", "Dit overleg is al begonnen.");
    meld(gang, z);
    store::gelast_af(gang, z);
    store::zet_staat(gang, z, "afgelast");
    return antwoord(gang, z.id);
}

Overleg zet_aanwezig(poort::Gang& gang, const Aanwezigheid& a) {
    const auto z = neem_als_leider(gang);
    eis_open(z);
    if (!is_een_van(*a.stand, standen)) entiteit::eis_geen({{"/stand", "onbekende-code", "Kies iets uit de lijst."}});
    if (!store::zet_aanwezig(gang, z, gang.id<GebruikerId>("gebruiker"), *a.stand)) throw onbekend();
    if (z.staat == "bezig") store::werk_gehoord_bij(gang, z);
    meld(gang, z);
    return antwoord(gang, z.id);
}

// The answer holds the item alone: with the whole agenda in it, the read log of every file on it would say that something began, also to
// who may not know of what.
Agendapunt begin_punt(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    eis_bezig(z);
    const auto p = neem_punt(gang, z);
    if (p.staat != "bezig") store::begin_punt(gang, z, p.id);
    return antwoord(gang, z, p.id);
}

Agendapunt besproken(poort::Gang& gang, const Besproken& b) {
    const auto z = neem_als_leider(gang);
    eis_bezig(z);
    const auto p = neem_punt(gang, z);
    const bool door = b.doorschuiven.value_or(false);
    store::zet_puntstaat(gang, p, door ? "doorgeschoven" : "besproken");
    store::werk_gehoord_bij(gang, z);
    store::meld_punt(gang, p.id, p.versie + 1);
    return antwoord(gang, z, p.id);
}

Beeld toon_beeld(poort::Gang& gang) {
    const auto z = neem_als_leider(gang);
    return beeld_van(gang, z);
}

Beeld zet_beeld(poort::Gang& gang, const BeeldStand& b) {
    const auto z = neem_als_leider(gang);
    store::zet_zwart(gang, z, b.zwart);
    meld(gang, z);
    return beeld_van(gang, z);
}

}  // namespace damwand::overleg
