// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "werk/actie/actie.hpp"
#include "werk/casus/casus.hpp"
#include "werk/informeren/informeren.hpp"
#include "werk/verstrekking/verstrekking.hpp"
#include "werk/wachter/wachter.hpp"

/// What waits for the user: deadlines in his files, and signalen that wait for a decision.
namespace damwand::werkvoorraad {

struct WerkCasus {
    CasusId id;
    std::string kenmerk, werknaam;
};
BOOST_DESCRIBE_STRUCT(WerkCasus, (), (id, kenmerk, werknaam))

struct WerkTermijn {
    WerkCasus casus;
    std::string soort;  ///< bron, interventie, actie (of a colleague), monitoring, informeren or kennisgeving
    Uuid object;        ///< of the last two: the casus
    std::string wat;    ///< as typed; empty for monitoring and the last two
    Datum datum;
    int aantal = 1;  ///< people who wait to be told, notices that are open
};
BOOST_DESCRIBE_STRUCT(WerkTermijn, (), (casus, soort, object, wat, datum, aantal))

/// A privacy check that waits for somebody who may decide it.
struct WerkToets {
    WerkCasus casus;
    PrivacytoetsId id;
    std::string soort;  ///< 1, 2a or 2b
    toegang::Collega door;
    Tijdstip op;  ///< since when it waits
};
BOOST_DESCRIBE_STRUCT(WerkToets, (), (casus, id, soort, door, op))

/// Counts over what the user may see; 0 where he may see nothing of it.
struct MijnWerk {
    std::vector<WerkTermijn> termijnen;  ///< earliest first, at most 100
    std::vector<actie::ActieRegel> acties;  ///< his own that are open, earliest first, at most 100
    std::vector<actie::ActieRegel> geescaleerd;  ///< of others, a week late, that came to him
    std::vector<WerkToets> toetsen;      ///< that he may decide, the longest waiting first, at most 100
    std::vector<signaal::AflopendEmbargo> embargos;  ///< that end within fourteen days, earliest first
    std::vector<wachter::SuggestieKort> suggesties;  ///< of watchers, that nobody weighed yet; the last first, at most 20
    int te_wegen = 0;                    ///< signalen that wait for a weighing
    int uitgesteld_verlopen = 0;         ///< put off until a day that has come
    int mijn_casussen = 0;               ///< open casussen he belongs to
    int casus_te_openen = 0;             ///< weighed gecompliceerd, without a casus
};
BOOST_DESCRIBE_STRUCT(MijnWerk, (), (termijnen, acties, geescaleerd, toetsen, embargos, suggesties, te_wegen, uitgesteld_verlopen, mijn_casussen, casus_te_openen))

/// `diensten`: without a network there are no suggestions.
std::vector<poort::Route> routes(const netwerk::Diensten& diensten = {});

}  // namespace damwand::werkvoorraad
