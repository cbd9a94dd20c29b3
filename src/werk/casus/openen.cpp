// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "werk/casus/handelingen.hpp"
#include "werk/casus/store.hpp"

namespace damwand::casus {
namespace {

/// Locks the signaal and adds a fault unless a casus may be made of it. A signaal that is not the asker's is a fault
/// too, and the same one whether it exists or not.
std::optional<signaal::SignaalStand> neem_signaal(poort::Gang& gang, const SignaalId& id, const std::string& veld,
                                                  std::vector<VeldFout>& fouten) {
    try {
        auto stand = signaal::vergrendel(gang, id);
        if (signaal::is_rijp_voor_casus(stand)) return stand;
        fouten.push_back({veld, "niet-gewogen", "Dit signaal is nog niet gewogen als gecompliceerd of complex."});
    } catch (const Fout& fout) {
        if (fout.soort() != FoutSoort::onbekend) throw;
        fouten.push_back({veld, "geen-signaal", "Dit signaal bestaat niet, of u mag het niet zien."});
    }
    return std::nullopt;
}

/// The timeline says that the signaal came in: in its compartment, when it stands in one.
void meld_signaal(poort::Gang& gang, const Greep& greep, const signaal::SignaalStand& stand) {
    std::vector<VeldFout> fouten;
    const auto plaats = in_compartiment(gang, greep, stand.label.regime, "/signaal", fouten);
    entiteit::eis_geen(std::move(fouten));
    teken_aan_zonder_aanraken(
        gang, plaats,
        {.soort = "signaal",
         .gegevens = boost::json::object{
             {"signaal", stand.id.tekst()}, {"kenmerk", stand.kenmerk}, {"verandering", "toegevoegd"}}});
}

Greep maak_casus(poort::Gang& gang, const CasusNieuw& nieuw) {
    std::vector<VeldFout> fouten;
    entiteit::Codetoets codes;
    codes.eis("thema", *nieuw.thema, "/thema");
    codes.toets(gang, fouten);

    const auto leden = nieuw.leden.value_or(std::vector<GebruikerId>{});
    // Who lets others in proves himself again, here as for a member who comes later (veiligheid.md rule 17).
    if (!leden.empty() || nieuw.trekker != gang.wie().gebruiker) toegang::eis_vers_bewijs(gang.wie());
    std::vector<Aangewezen> collegas{{"/trekker", nieuw.trekker}};
    for (std::size_t i = 0; i < leden.size(); ++i) collegas.push_back({fmt::format("/leden/{}", i), leden[i]});
    controleer_collegas(gang, collegas, fouten);

    if (nieuw.signalen.empty()) fouten.push_back({"/signalen", "leeg", "Kies ten minste één signaal."});
    // Locked in the order of their ids, so that two people who open on the same signalen do not wait for each other.
    std::vector<std::pair<SignaalId, std::size_t>> op_volgorde;
    for (std::size_t i = 0; i < nieuw.signalen.size(); ++i) op_volgorde.emplace_back(nieuw.signalen[i], i);
    std::sort(op_volgorde.begin(), op_volgorde.end());
    std::vector<signaal::SignaalStand> signalen;
    for (std::size_t i = 0; i < op_volgorde.size(); ++i) {
        const auto veld = fmt::format("/signalen/{}", op_volgorde[i].second);
        if (i > 0 && op_volgorde[i].first == op_volgorde[i - 1].first) {
            fouten.push_back({veld, "dubbel", "Dit signaal staat er twee keer."});
        } else if (auto stand = neem_signaal(gang, op_volgorde[i].first, veld, fouten)) {
            signalen.push_back(std::move(*stand));
        }
    }
    entiteit::eis_geen(std::move(fouten));

    Greep greep{.id = CasusId::nieuw(),
                .zicht = 0,
                .fase = Fase::informatie,
                .versie = 1,
                .kenmerk = nieuw_kenmerk('C', static_cast<int>(store::vandaag(gang).year())),
                .werknaam = *nieuw.werknaam};
    greep.zicht = store::maak_zicht(gang, greep.id);
    store::maak(gang, greep, nieuw);
    boost::json::array ids;
    for (const auto& stand : signalen) {
        if (!heeft_compartiment(stand.label.regime)) ids.emplace_back(stand.id.tekst());
    }
    teken_aan_zonder_aanraken(
        gang, greep,
        {.soort = "geopend",
         .gegevens = boost::json::object{
             {"signalen", std::move(ids)}, {"thema", *nieuw.thema}, {"trekker", nieuw.trekker.tekst()}}});
    std::set<GebruikerId> wie(leden.begin(), leden.end());
    wie.insert(nieuw.trekker);
    wie.insert(gang.wie().gebruiker.value());
    for (const auto& lid : wie) maak_lid(gang, greep, lid, std::nullopt);
    for (const auto& stand : signalen) {
        if (heeft_compartiment(stand.label.regime)) meld_signaal(gang, greep, stand);
        signaal::word_casus(gang, stand, greep.id, greep.zicht);
        gang.raakt(stand.id.waarde);
    }
    return greep;
}

}  // namespace

Casus open_casus(poort::Gang& gang, const CasusNieuw& nieuw) {
    const auto greep = maak_casus(gang, nieuw);
    gang.gemaakt(fmt::format("/v1/casussen/{}", greep.id.tekst()), greep.id.waarde);
    return antwoord(gang, greep);
}

CasusId open(poort::Gang& gang, const Opening& o) {
    const auto greep = maak_casus(gang, {.signalen = o.signalen, .werknaam = Tekst<1, 100>(o.werknaam), .thema = {o.thema}, .trekker = o.trekker, .leden = o.leden});
    gang.raakt(greep.id.waarde);
    gang.casus(greep.id.waarde);
    return greep.id;
}

Casus voeg_signaal_toe(poort::Gang& gang, const CasusSignaal& nieuw) {
    auto greep = grijp(gang, gang.id<CasusId>("id"));
    std::vector<VeldFout> fouten;
    const auto stand = neem_signaal(gang, nieuw.signaal, "/signaal", fouten);
    entiteit::eis_geen(std::move(fouten));
    signaal::word_casus(gang, *stand, greep.id, greep.zicht);
    if (!heeft_compartiment(stand->label.regime)) {
        store::nieuwe_versie(gang, greep);
        ++greep.versie;
    }
    meld_signaal(gang, greep, *stand);
    gang.raakt(stand->id.waarde);
    gang.gemaakt(fmt::format("/v1/signalen/{}", stand->id.tekst()), stand->id.waarde);
    return antwoord(gang, greep);
}

}  // namespace damwand::casus
