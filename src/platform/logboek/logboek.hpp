// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "platform/db/db.hpp"
#include "platform/logboek/merken.hpp"

/// Both logs, one write path. The audit log knows the actor and no data subject; the processing log knows the data
/// subject, as a keyed hash, and no actor. They join on the operation id (recht.md §2.5).
namespace damwand::logboek {

/// What one operation did, collected while it runs.
struct Regels {
    std::set<Uuid> objecten;     ///< ids of loggable objects in the answer
    std::set<Uuid> betrokkenen;  ///< data subjects: entity or mention of a person
    std::string object_soort;    ///< the main object of the action, if there is one
    std::optional<Uuid> object, casus;
    Merken merken;  ///< names and addresses that were looked at or for: compared with the actor's own, not written
    std::string zoekterm;  ///< what was searched for, folded; written as a keyed hash, so that the same search is known again
};

/// Who and how, for the audit line.
struct Actie {
    std::string naam;  ///< the route's name
    std::optional<std::int16_t> activiteit;
    std::optional<GebruikerId> actor;
    std::string rol, acr;
    std::optional<SessieId> sessie;
    std::string resultaat = "gelukt";  ///< gelukt, geweigerd or mislukt
    int status = 200;
    std::string oorsprong;
    std::optional<std::string> toelichting;  ///< a code, never free text
    std::array<std::uint8_t, 16> trace{};
    bool verwerkt = true;  ///< personal data was (or would have been) processed: write the processing log
};

/// Turns a data subject's id into a keyed hash per organisation. The key stands in a file outside the database.
class Pseudoniem {
  public:
    /// Reads the key, or makes one (0400) when there is none.
    explicit Pseudoniem(const std::filesystem::path& sleutelbestand);
    [[nodiscard]] std::string hex(OrganisatieId organisatie, const Uuid& betrokkene) const;
    /// The same for what somebody searched for (folded): 16 bytes as hexadecimal digits.
    [[nodiscard]] std::string zoekterm(OrganisatieId organisatie, std::string_view gevouwen) const;
    /// The same for a mark, so that no list of names can be made from what is kept without the key.
    [[nodiscard]] std::string merk(OrganisatieId organisatie, const std::string& merk) const;

  private:
    std::array<unsigned char, 32> m_sleutel{};
};

/// Writes both logs in the caller's transaction. Throws DbFout: no log, no data.
void schrijf(db::Transactie& tx, const Actie& actie, const Regels& regels, const Pseudoniem& pseudoniem);

/// A key file of 32 bytes, mode 0400; made with random bytes when it is not there.
[[nodiscard]] std::array<unsigned char, 32> lees_sleutel(const std::filesystem::path& bestand);

}  // namespace damwand::logboek
