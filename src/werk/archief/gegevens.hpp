// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/poort/poort.hpp"

/// Forgetting (recht.md §1.11): how long what is kept, what is due, what stands in the way, two people who decide, and a
/// declaration of what was destroyed. The judging and the deleting are the database's (db/code/75_archief.sql).
namespace damwand::archief {

using BlokkadeId = Id<struct BlokkadeMerk>;
using LijstId = Id<struct LijstMerk>;
using VerklaringId = Id<struct VerklaringMerk>;

/// How long something is kept, by kind and result: the municipality's own, dated; the newest that is valid counts.
struct Bewaarregel {
    std::string soort, resultaat;
    Datum geldig_van;
    int maanden = 0;
    std::string grond, nummer;  ///< `nummer`: of the result in the selection list; empty for none
    std::optional<std::string> reden;             ///< why the municipality chose it; none of what was shipped, as the two below
    std::optional<toegang::Collega> door;
    std::optional<Tijdstip> op;
    bool geldt_nu = false;
};
BOOST_DESCRIBE_STRUCT(Bewaarregel, (), (soort, resultaat, geldig_van, maanden, grond, nummer, reden, door, op, geldt_nu))

struct BewaarregelNieuw {
    Code soort, resultaat;
    Datum geldig_van;  ///< today or later: what was closed keeps its term
    Getal<1, 1200> maanden;
    Tekst<5, 300> grond;
    std::optional<Tekst<1, 20>> nummer;
    Tekst<5, 1000> reden;
};
BOOST_DESCRIBE_STRUCT(BewaarregelNieuw, (), (soort, resultaat, geldig_van, maanden, grond, nummer, reden))

/// What stands in the way of destroying one dossier.
struct Blokkade {
    BlokkadeId id;
    std::string object_soort, kenmerk;  ///< of what the asker may not see, a reference that says nothing: as below
    Uuid object;
    std::string soort;  ///< bezwaar, vordering, verzoek, bewaarplicht or riec
    std::optional<std::string> reden;  ///< for who may see the file, and who placed it
    toegang::Collega door;
    Tijdstip op;
    std::optional<Datum> tot;  ///< last day; none: until it is lifted
};
BOOST_DESCRIBE_STRUCT(Blokkade, (), (id, object_soort, kenmerk, object, soort, reden, door, op, tot))

struct BlokkadeNieuw {
    Tekst<5, 120> kenmerk;  ///< of a meeting its name and day, as "Kernteam 2026-11-26"
    Code soort;
    Tekst<5, 1000> reden;
    std::optional<Datum> tot;
};
BOOST_DESCRIBE_STRUCT(BlokkadeNieuw, (), (kenmerk, soort, reden, tot))

/// What is due today: closed for longer than it is kept. Nothing of what it says; to whom may not see it not its kenmerk
/// either, but a reference that is nowhere else (D- and the head of its random id).
struct Kandidaat {
    std::string object_soort, kenmerk;
    Uuid object;
    std::string resultaat, grond;
    Datum gesloten_op, bewaren_tot;  ///< the last day it is kept
    int signalen = 0;                ///< that go with it
    std::vector<Blokkade> blokkades;
};
BOOST_DESCRIBE_STRUCT(Kandidaat, (), (object_soort, kenmerk, object, resultaat, grond, gesloten_op, bewaren_tot, signalen, blokkades))

struct Lijstregel {
    std::string object_soort, kenmerk;
    Uuid object;
    std::string resultaat, grond;
    Datum gesloten_op, bewaren_tot;
};
BOOST_DESCRIBE_STRUCT(Lijstregel, (), (object_soort, kenmerk, object, resultaat, grond, gesloten_op, bewaren_tot))

struct Akkoord {
    toegang::Collega wie;
    std::string rol;
    Tijdstip op, tot;  ///< until when it counts
};
BOOST_DESCRIBE_STRUCT(Akkoord, (), (wie, rol, op, tot))

/// A destruction list. Its lines are there until it is carried out.
struct Lijst {
    LijstId id;
    toegang::Collega door;
    Tijdstip op;
    std::string staat;   ///< open, bezig or uitgevoerd
    std::string inhoud;  ///< hash of the lines, 64 hex: what is approved
    std::vector<Lijstregel> regels;
    std::vector<Akkoord> akkoorden;
    std::optional<std::string> beletsel;  ///< code of what keeps it from being carried out
};
BOOST_DESCRIBE_STRUCT(Lijst, (), (id, door, op, staat, inhoud, regels, akkoorden, beletsel))

struct LijstNieuw {
    std::vector<Uuid> objecten;
};
BOOST_DESCRIBE_STRUCT(LijstNieuw, (), (objecten))

struct AkkoordNieuw {
    Tekst<64, 64> inhoud;  ///< of the list as it was read
};
BOOST_DESCRIBE_STRUCT(AkkoordNieuw, (), (inhoud))

/// Declaration of destruction: kinds, counts, period, grounds, roles and method. No personal data; kept for ever.
struct Vernietigingsverklaring {
    VerklaringId id;
    Tijdstip op;
    boost::json::value inhoud;
};
BOOST_DESCRIBE_STRUCT(Vernietigingsverklaring, (), (id, op, inhoud))

/// What the routes work with.
struct Diensten {
    std::function<void()> wek{};  ///< a list was begun: somebody carries it out
};

[[nodiscard]] std::vector<poort::Route> routes(const Diensten& diensten = {});
/// What is due today in the organisation of this transaction, with what stands in the way; at most 500, oldest first.
[[nodiscard]] std::vector<Kandidaat> kandidaten(db::Transactie& tx);
/// How long what is kept, now and before.
[[nodiscard]] std::vector<Bewaarregel> bewaarregels(db::Transactie& tx);
/// A declaration as a text to keep or print, in Dutch: it is a document of the archive.
[[nodiscard]] std::string als_tekst(const boost::json::value& verklaring, std::string_view organisatie);

}  // namespace damwand::archief
