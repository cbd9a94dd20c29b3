// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <set>

#include "werk/wachter/wachter.hpp"

/// Inside the room: the only SQL.
namespace damwand::wachter::store {

// ---- as the asker ----

/// A watcher, and of which casus.
struct Wachterrij {
    WachterKort kort;
    std::optional<CasusId> casus;
    std::optional<int> zicht;
};
void maak(poort::Gang& gang, const WachterId& id, const WachterNieuw& nieuw, int dagen, const std::optional<int>& zicht);
[[nodiscard]] std::vector<Wachterrij> wachters(poort::Gang& gang, const std::optional<WachterId>& een);
/// False: not there, or of somebody else.
bool zet_aan(poort::Gang& gang, const WachterId& id, bool aan);
bool gooi_weg(poort::Gang& gang, const WachterId& id);

struct Suggestierij {
    SuggestieKort kort;
    std::string waarom;
    std::optional<PatroonVorm> patroon;
    int dagen = 0;
    std::vector<SuggestieLid> leden;
    std::optional<std::string> reden;
    std::optional<toegang::Collega> gewogen_door;
    std::optional<Tijdstip> gewogen_op;
    std::optional<std::string> dossier_soort;
    std::optional<Uuid> dossier;
    std::optional<int> zicht;
};
/// Those the asker may know of: of one watcher, or this one, or (neither) all that are open; the last first, at most `hoogstens`.
[[nodiscard]] std::vector<Suggestierij> suggesties(poort::Gang& gang, const std::optional<WachterId>& wachter, const std::optional<SuggestieId>& een, int hoogstens);
/// Locks it; false: somebody weighed it meanwhile.
[[nodiscard]] bool houd_open(poort::Gang& gang, const SuggestieId& id);
void weeg(poort::Gang& gang, const SuggestieId& id, const std::string& staat, const std::string& reden, const std::optional<std::string>& dossier_soort, const std::optional<Uuid>& dossier);
/// Whether every row of it stands where the whole team for signalen looks.
[[nodiscard]] bool is_van_het_team(poort::Gang& gang, const SuggestieId& id);

// ---- running ----

struct TeLopen {
    WachterId id;
    GebruikerId door;
    int niveau = 0;
    std::int16_t activiteit = 0;
};
[[nodiscard]] std::vector<OrganisatieId> organisaties(db::Transactie& tx);
[[nodiscard]] std::vector<TeLopen> te_lopen(db::Transactie& tx);
/// What a watcher looks for, when whoever the transaction is made it.
struct Opdracht {
    WachterId id;
    std::string vorm, naam;
    std::optional<PatroonVorm> patroon;
    int dagen = 0;
    std::optional<std::string> betrouwbaarheid;
    std::optional<Uuid> casus;
};
/// The shape that it looks for; none: one that is no longer in the list.
[[nodiscard]] std::optional<Vorm> vorm_van(const Opdracht& opdracht);
[[nodiscard]] std::optional<Opdracht> opdracht(db::Transactie& tx, const WachterId& id);
/// For this transaction only: no other server runs watchers of this organisatie now. False: one does.
[[nodiscard]] bool houd_ronde(db::Transactie& tx);
/// Whoever the transaction is, as watchers see him.
[[nodiscard]] netwerk::Kijker kijker(db::Transactie& tx);

/// Where a row stands.
struct Rijplek {
    int zicht = 0;
    std::string dossier_soort;
    Uuid dossier;
    std::optional<Uuid> casus;  ///< of a signaal: the casus it went into
};
/// Those of these that whoever the transaction is may see.
[[nodiscard]] std::map<Uuid, Rijplek> rijen(db::Transactie& tx, const std::set<Uuid>& ids);
/// The new or grown suggestion; none when there is nothing new in it.
[[nodiscard]] std::optional<SuggestieId> raak(db::Transactie& tx, const WachterId& wachter, const std::string& sleutel_hex, const std::vector<SuggestieLid>& leden, const std::set<Uuid>& rijen);
void gelopen(db::Transactie& tx, const WachterId& wachter, bool vol);
void ruim(db::Transactie& tx);

}  // namespace damwand::wachter::store
