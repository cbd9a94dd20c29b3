// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "werk/casus/casus.hpp"

/// What somebody said he would do, and by when: of a casus, of a signaal, or of a free item of a meeting (ux.md O4). Who sees
/// the dossier sees its actions; who must do one sees that one and nothing else of the dossier, so whoever makes it chooses
/// the words (ADR 0043).
namespace damwand::actie {

using ActieId = Id<struct ActieMerk>;

struct Actie {
    ActieId id;
    std::string wat;
    toegang::Collega eigenaar;
    Datum datum;        ///< the last day
    std::string staat;  ///< open, gedaan or vervallen
    std::optional<std::string> resultaat;
    std::optional<Tijdstip> gesloten_op;  ///< since when it is not open
    toegang::Collega door;
    Tijdstip op;
    int versie = 0;
};
BOOST_DESCRIBE_STRUCT(Actie, (), (id, wat, eigenaar, datum, staat, resultaat, gesloten_op, door, op, versie))

struct ActieDossier {
    std::string soort;  ///< signaal or casus
    Uuid id;
    std::string kenmerk, naam;
};
BOOST_DESCRIBE_STRUCT(ActieDossier, (), (soort, id, kenmerk, naam))

/// As the list shows it: with what it belongs to, for whom may see that.
struct ActieRegel : Actie {
    std::optional<ActieDossier> dossier;
    std::optional<Uuid> overleg;  ///< for whom the meeting or the dossier is
    std::optional<Tijdstip> geescaleerd_op;  ///< since when it lies with who leads, a week late
    bool mag_wijzigen = false;    ///< words, owner and date too; otherwise only whether it is done
};
BOOST_DESCRIBE_STRUCT(ActieRegel, (Actie), (dossier, overleg, geescaleerd_op, mag_wijzigen))

struct ActieNieuw {
    Tekst<1, 500> wat;
    GebruikerId eigenaar;
    Datum datum;
};
BOOST_DESCRIBE_STRUCT(ActieNieuw, (), (wat, eigenaar, datum))

struct ActieWijziging {
    Wijziging<Tekst<1, 500>> wat;
    Wijziging<GebruikerId> eigenaar;
    Wijziging<Datum> datum;
    Wijziging<Code> staat;
    Wijziging<Tekst<0, 2000>> resultaat;
};
BOOST_DESCRIBE_STRUCT(ActieWijziging, (), (wat, eigenaar, datum, staat, resultaat))

/// Every fault in how the state, the result and the day go together. `vandaag` in Europe/Amsterdam; `nieuwe_datum`: the day
/// was chosen now, and may not have passed.
[[nodiscard]] std::vector<VeldFout> fouten_in(const Actie& actie, bool nieuwe_datum, Datum vandaag);

// ---- for the rooms after this one ------------------------------------------------------------------------------

std::vector<poort::Route> routes();

/// What room overleg gives: one of `casus` and `signaal`, or neither and then `overleg` and the audience of the meeting.
struct NieuweActie {
    std::string wat;  ///< 1 to 500 characters
    GebruikerId eigenaar;
    Datum datum;
    std::optional<CasusId> casus{};
    std::optional<SignaalId> signaal{};
    std::optional<Uuid> overleg{}, punt{};
    int zicht = 0;  ///< of a free item only; of a dossier it is the dossier's own
};
/// Records it: in the timeline and the deadlines of a casus too. Locks the dossier and asks permission for it with the route's
/// own right (404, 403, `casus-gesloten`); throws `invoer-ongeldig` with faults at /wat, /eigenaar and /datum. Of a free item
/// the caller has asked permission.
Actie leg_vast(poort::Gang& gang, const NieuweActie& nieuw);

/// The actions of a casus (not of its signalen) in the order they were made, as known at `moment` (none: now).
[[nodiscard]] std::vector<Actie> van_casus(poort::Gang& gang, const casus::Greep& greep, const std::optional<Tijdstip>& moment);
/// Those agreed in a meeting, or of one item of it, that the asker may see; in the order they were made.
[[nodiscard]] std::vector<ActieRegel> van_overleg(poort::Gang& gang, const Uuid& overleg, const std::optional<Uuid>& punt = {});
/// Still to be done, that the asker may see and that were agreed in one of these meetings; earliest day first.
[[nodiscard]] std::vector<ActieRegel> open_van_overleggen(poort::Gang& gang, const std::vector<Uuid>& overleggen);
/// Open actions of others that are a week late and came to the asker; earliest day first.
[[nodiscard]] std::vector<ActieRegel> geescaleerd_naar_mij(poort::Gang& gang, int hoogstens);
/// Once a day, for the organisation of the transaction: what is a week late goes to who leads, and mail about what waits is
/// laid ready. A line in the audit log where there was something.
void doe_dagwerk(db::Transactie& tx, const logboek::Pseudoniem& pseudoniem);
/// The asker's own that are open, earliest day first.
[[nodiscard]] std::vector<ActieRegel> mijn_open(poort::Gang& gang, int hoogstens);

}  // namespace damwand::actie
