// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/voortgang.hpp"
#include "platform/logboek/getuige.hpp"

/// Verification of both logs: every seal is made again from what the database holds now, every chain is followed to its
/// head, and every head is held against what the witness saw outside.
namespace damwand::logboek {

enum class Breuk {
    gewijzigd,     ///< what stands under the seal is not what was sealed
    ontbreekt,     ///< the seal is there, its record is not; or a number of the chain is missing
    overtollig,    ///< a record without a seal
    verbroken,     ///< the seal does not follow from the one before
    afgeknipt,     ///< the witness saw further than the chain goes
    herschreven,   ///< the chain holds together, but is not the one the witness saw
    teruggezet,    ///< the witness itself saw the chain go back: an older copy was put in its place
    onverklaard,   ///< the chain begins later than it did, and no sealed operation says by which rule
    te_vroeg,      ///< what went was younger than that operation says, or than a rule may ask
};
[[nodiscard]] const char* naam(Breuk breuk);

/// One break. `volgnummer`: the first number it concerns; `tot`: the last, where it is a stretch.
struct Bevinding {
    Breuk breuk{};
    Baan baan{};
    std::int64_t volgnummer = 0, tot = 0;
    std::optional<Uuid> operatie;
    std::string wat;  ///< "auditregel", "verwerkingsregel", "geraakt object", "zegel"
};

/// What an organisation forgot of one log, by its rules: all that was logged until `dag` and no longer. Of the newest cut.
struct Vergeten {
    std::int16_t organisatie = 0;
    std::string soort;  ///< audit or verwerking
    std::string dag, op, regel_van, grond;  ///< days as yyyy-mm-dd; the last line that went, when, and the rule
    int maanden = 0;
    std::int64_t zegels = 0;  ///< of all its lanes
};

struct Verslag {
    std::vector<Vergeten> vergeten;
    std::int64_t zegels = 0, audit = 0, verwerking = 0, geraakt = 0, banen = 0;
    std::int64_t getuigenissen = 0;
    std::vector<Bevinding> bevindingen;  ///< by lane and number; at most `hoogstens`
    std::int64_t bevonden = 0;           ///< how many there are in all
    static constexpr std::size_t hoogstens = 1000;
    [[nodiscard]] bool heel() const noexcept { return bevonden == 0; }
};

/// Verifies everything in one snapshot. Three connections of role controleur; memory grows only with how far the order of
/// the tables on disk differs. `getuigen` must be read before the call. Throws DbFout, or Fout when they are of another
/// database. `voortgang` hears how far it is, against the database's own estimate.
[[nodiscard]] Verslag controleer(const std::string& dsn, const Getuigenissen& getuigen, const std::function<void(Stand, std::int64_t regels)>& voortgang = {});
/// Forgets what the rules of each organisation say (logboek.vergeet), in steps of its own. Returns how many seals it passed. Only
/// after a verification that found the logs whole: what is broken is kept as it is.
std::int64_t vergeet(const std::string& dsn);
/// As `controleer`; every organisation that has a break gets an incident of kind `logboek-verbroken`.
Verslag bewaak(const std::string& dsn, const Getuigenissen& getuigen);

}  // namespace damwand::logboek
