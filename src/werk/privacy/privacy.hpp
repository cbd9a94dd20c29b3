// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/poort/poort.hpp"

/// The work of the privacy officer, and what colleagues do that he watches: access in an emergency, who looked at what,
/// incidents. He judges; the machine points.
namespace damwand::privacy {

struct Noodwens;
using NoodtoegangId = Id<Noodwens>;

/// Access in an emergency to one signaal or casus (veiligheid.md rule 15): a reason, at most sixty minutes, told to the
/// team and the privacy officer at once, every act marked, nothing exported, judged by somebody else within five days.
struct Noodtoegang {
    NoodtoegangId id;
    toegang::Collega gebruiker;
    std::string object_soort, kenmerk;
    Uuid object;
    std::string reden;
    Tijdstip begonnen_op, tot;
    bool loopt = false, van_mij = false;
    Datum beoordelen_voor{};
    std::optional<std::string> oordeel, toelichting;
    std::optional<toegang::Collega> beoordeeld_door;
    std::optional<Tijdstip> beoordeeld_op;
};
BOOST_DESCRIBE_STRUCT(Noodtoegang, (), (id, gebruiker, object_soort, kenmerk, object, reden, begonnen_op, tot, loopt, van_mij, beoordelen_voor,
                                        oordeel, toelichting, beoordeeld_door, beoordeeld_op))

struct NoodtoegangNieuw {
    Tekst<5, 20> kenmerk;
    Tekst<20, 1000> reden;
    std::optional<Getal<5, 60>> minuten;  ///< sixty when it is not said
};
BOOST_DESCRIBE_STRUCT(NoodtoegangNieuw, (), (kenmerk, reden, minuten))

struct NoodtoegangOordeel {
    Code oordeel;  ///< terecht, onterecht
    Tekst<10, 1000> toelichting;
};
BOOST_DESCRIBE_STRUCT(NoodtoegangOordeel, (), (oordeel, toelichting))

/// One look at an object: who, when, doing what, for which casus, on which ground.
struct Inzage {
    Tijdstip tijd;
    toegang::Collega wie;
    std::string rol, actie;
    std::optional<std::string> activiteit;  ///< code
    std::optional<Uuid> casus;              ///< the file it was for, when there was one
    bool noodtoegang = false;
    bool zelf = false;                      ///< this was what he opened; otherwise it stood in a list, or beside something else
    std::optional<int> objecten;            ///< how many objects the same answer held; for the privacy officer only
    std::optional<std::string> kenmerk;     ///< of what was looked at, where more than one thing was asked about
};
BOOST_DESCRIBE_STRUCT(Inzage, (), (tijd, wie, rol, actie, activiteit, casus, noodtoegang, zelf, objecten, kenmerk))

struct Inzagevraag {
    Tekst<5, 20> kenmerk;                ///< of a signaal, casus or request; or a KVK number or BAG id, for the files that name it
    std::optional<Tijdstip> voor;  ///< only older ones
};
BOOST_DESCRIBE_STRUCT(Inzagevraag, (), (kenmerk, voor))

/// What a watch over the house found: codes and counts.
struct Incident {
    Uuid id;
    Tijdstip tijd;
    std::string soort;
    int aantal = 0;
};
BOOST_DESCRIBE_STRUCT(Incident, (), (id, tijd, soort, aantal))

/// An operation behind a sign.
struct Handeling {
    Tijdstip tijd;
    std::string actie;                   ///< name of the route
    std::optional<std::string> kenmerk;  ///< of the file, when it was about one that is there
    bool noodtoegang = false;
    std::optional<Uuid> object{};        ///< that file, for the read log; not in the answer
};
BOOST_DESCRIBE_STRUCT(Handeling, (), (tijd, actie, kenmerk, noodtoegang))

/// That somebody looked at a sign and explained it, when `aantal` operations stood behind it.
struct Verklaard {
    int aantal = 0;
    std::string toelichting;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(Verklaard, (), (aantal, toelichting, door, op))

/// A sign of misuse: one rule, one user, one day (Amsterdam; a night belongs to the day it begins). It says what was
/// counted and why that is a sign, and nothing follows from it by itself. Rules: db/code/36_toezicht.sql.
struct Signalering {
    std::string regel;
    toegang::Collega gebruiker;
    Datum dag;
    int aantal = 0, grens = 0;
    std::optional<int> gewoon;           ///< his own usual number on a day, for the rule that compares with it
    std::vector<Handeling> handelingen;  ///< oldest first, at most fifty
    std::optional<Verklaard> verklaring;
};
BOOST_DESCRIBE_STRUCT(Signalering, (), (regel, gebruiker, dag, aantal, grens, gewoon, handelingen, verklaring))

struct VerklaringNieuw {
    Code regel;
    GebruikerId gebruiker;
    Datum dag;
    Tekst<10, 1000> toelichting;
};
BOOST_DESCRIBE_STRUCT(VerklaringNieuw, (), (regel, gebruiker, dag, toelichting))

/// What would show that a colleague looks at his own: that it is there, never what it is. It is kept as keyed hashes.
struct EigenKenmerk {
    toegang::Collega gebruiker;
    bool namen = false, adressen = false;
    std::optional<Tijdstip> op;  ///< when something was added last
};
BOOST_DESCRIBE_STRUCT(EigenKenmerk, (), (gebruiker, namen, adressen, op))

struct EigenKenmerkNieuw {
    std::optional<GebruikerId> gebruiker;  ///< oneself when it is not said
    std::vector<Tekst<2, 100>> familienamen;
    std::vector<Tekst<16, 16>> adressen;  ///< nummeraanduidingen
};
BOOST_DESCRIBE_STRUCT(EigenKenmerkNieuw, (), (gebruiker, familienamen, adressen))

/// A casus in which people should have been told by now (AVG 14), or whose deferral is over. Nobody in it is named.
struct TeInformeren {
    std::string kenmerk;
    toegang::Collega trekker;
    int aantal = 0;  ///< people
    Datum termijn{};  ///< the earliest day that has passed
    std::optional<Uuid> casus{};  ///< for the read log; not in the answer
};
BOOST_DESCRIBE_STRUCT(TeInformeren, (), (kenmerk, trekker, aantal, termijn))

/// What a casus gave to somebody else: that it did, and how much; nothing of what it said.
struct Verstrekt {
    std::string kenmerk, casus;  ///< of the extract, and of its casus
    std::string ontvanger, grondslag, label;  ///< codes
    int feiten = 0, personen = 0;
    int open_berichten = 0;  ///< changes that the recipient has not been told of
    toegang::Collega door;
    Tijdstip op;
    std::optional<Datum> tot;
    std::optional<Uuid> casus_id{};  ///< for the read log; not in the answer
};
BOOST_DESCRIBE_STRUCT(Verstrekt, (), (kenmerk, casus, ontvanger, grondslag, label, feiten, personen, open_berichten, door, op, tot))

/// The marks of what somebody gave. Throws with every fault: a name that is none, an address that the BAG does not know.
struct EigenMerken {
    logboek::Merken namen, adressen;
};
[[nodiscard]] EigenMerken lees_merken(db::Transactie& tx, const EigenKenmerkNieuw& nieuw);
/// Adds them, closed with the key of the processing log, as given by whom the transaction names.
void bewaar_kenmerken(db::Transactie& tx, const logboek::Pseudoniem& pseudoniem, GebruikerId wie, const EigenMerken& merken);

/// Who looked at this object, newest first; `voor`: only older ones. The caller may know of the object, and tells the logs
/// of the casussen named in it.
[[nodiscard]] std::vector<Inzage> wie_zag(poort::Gang& gang, const Uuid& object, const std::optional<Tijdstip>& voor, int hoogstens);

std::vector<poort::Route> routes();

}  // namespace damwand::privacy
