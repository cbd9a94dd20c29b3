// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "werk/casus/casus.hpp"

/// Telling people that a casus holds data about them which they did not give themselves (AVG 14): a task for every person who
/// is named in it, within a month of getting the data, unless people decide to put it off (UAVG 41) or not to do it (AVG
/// 14(5), UAVG 41). The tasks are worked out of the mentions, so that none is forgotten; only decisions are kept, and a newer
/// one takes the place of an older.
namespace damwand::informeren {

// ── What the rights of data subjects share (room betrokkene too) ────────────────────────────────────────────────────

/// The eight factors that a restriction weighs (UAVG 41(2)).
struct Weging41 {
    Tekst<0, 2000> doeleinden, categorieen, reikwijdte, waarborgen, verantwoordelijke, opslagperiode, risicos, kennisgeving;
};
BOOST_DESCRIBE_STRUCT(Weging41, (), (doeleinden, categorieen, reikwijdte, waarborgen, verantwoordelijke, opslagperiode, risicos, kennisgeving))
/// Every factor has a text.
[[nodiscard]] bool is_vol(const Weging41& weging);

/// A reason to withhold or not to tell, of the code list weigeringsgrond.
struct Grond {
    std::string code, naam_nl, naam_en, artikel;
    bool weging = false;  ///< asks the weighing of UAVG 41(2)
};
BOOST_DESCRIBE_STRUCT(Grond, (), (code, naam_nl, naam_en, artikel, weging))
/// Those that go with a kind of request, or with "informeren".
[[nodiscard]] std::vector<Grond> gronden(poort::Gang& gang, const std::string& soort);
[[nodiscard]] const Grond* vind(std::span<const Grond> gronden, const std::string& code) noexcept;

/// A purpose of processing as letters tell it.
struct Doel {
    std::string naam, doel, grondslag, gegevens, ontvangers, bewaartermijn;
};
/// Those of these activities that are valid today.
[[nodiscard]] std::vector<Doel> doelen(poort::Gang& gang, const std::vector<std::string>& activiteiten);

// ── The task ────────────────────────────────────────────────────────────────────────────────────────────────────────

struct InformatiebesluitNieuw {
    Code besluit;                             ///< geinformeerd, uitgesteld or afgezien
    std::optional<Datum> verzonden_op;        ///< with geinformeerd: the day he was told
    std::optional<Code> wijze;                ///< with geinformeerd: brief, gesprek or anders
    std::optional<Code> grond;                ///< with uitgesteld and afgezien: weigeringsgrond
    std::optional<Tekst<10, 4000>> motivering;  ///< with a ground; with geinformeerd as one likes
    std::optional<Weging41> weging;           ///< with a ground of UAVG 41
    std::optional<Datum> tot;                 ///< with uitgesteld: the day it comes back
};
BOOST_DESCRIBE_STRUCT(InformatiebesluitNieuw, (), (besluit, verzonden_op, wijze, grond, motivering, weging, tot))

struct Informatiebesluit {
    std::string besluit;
    std::optional<Datum> verzonden_op;
    std::optional<std::string> wijze, grond, motivering;
    std::optional<Weging41> weging;
    std::optional<Datum> tot;
    toegang::Collega door;
    Tijdstip op;
};
BOOST_DESCRIBE_STRUCT(Informatiebesluit, (), (besluit, verzonden_op, wijze, grond, motivering, weging, tot, door, op))

/// One person in a casus. `vermelding`: the first that names him, of those the asker may see.
struct Informatietaak {
    VermeldingId vermelding;
    std::string naam;
    std::optional<std::string> rol;
    std::string staat;             ///< open, or the decision that holds
    std::optional<Datum> termijn;  ///< by when something must be done; none: nothing more
    std::vector<Informatiebesluit> besluiten;  ///< newest first
};
BOOST_DESCRIBE_STRUCT(Informatietaak, (), (vermelding, naam, rol, staat, termijn, besluiten))

struct Informatietaken {
    std::vector<Informatietaak> resultaten;  ///< what must be done first is first
    std::vector<Grond> gronden;
};
BOOST_DESCRIBE_STRUCT(Informatietaken, (), (resultaten, gronden))

/// The last day to inform about data that was got on this day (AVG 14(3)(a)).
[[nodiscard]] Datum informeren_voor(Datum verkregen_op);
/// Every fault of a decision.
[[nodiscard]] std::vector<VeldFout> fouten_in(const InformatiebesluitNieuw& besluit, std::span<const Grond> gronden, Datum vandaag);
/// Where a task stands: `termijn` is that of an open one on the day of a decision, or its own.
void zet_stand(Informatietaak& taak, Datum verkregen_op);
/// The letter as an ODT (bytes). Says nothing that is not said to everybody: neither the casus, nor a source, nor a reporter.
[[nodiscard]] std::string brief(std::string_view naam, std::string_view kenmerk, std::string_view organisatie, const std::vector<Doel>& doelen, Datum vandaag);

/// A casus that the asker leads in which people wait to be told.
struct Werkregel {
    CasusId casus;
    std::string kenmerk, werknaam;
    int aantal = 0;  ///< people
    Datum datum{};   ///< the earliest term of theirs
};
/// What was put off shows from the day on which it comes back.
[[nodiscard]] std::vector<Werkregel> mijn_werk(poort::Gang& gang);

[[nodiscard]] std::vector<poort::Route> routes();

}  // namespace damwand::informeren
