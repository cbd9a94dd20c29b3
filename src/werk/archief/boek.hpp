// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/json.hpp>
#include <filesystem>
#include <mutex>
#include <string>
#include <vector>

#include "base/tijd.hpp"
#include "platform/documenten/dossier.hpp"

namespace damwand::archief {

/// The destruction ledger: what was destroyed, in a file outside the database beside the keys, so that a backup from
/// before cannot bring it back (veiligheid.md rule 23). Ids and the day; of a declaration its whole content, which holds
/// no personal data. Only appended, each time on disk before `schrijf` returns. Thread safe within one program.
class Vernietigingsboek {
  public:
    explicit Vernietigingsboek(std::filesystem::path bestand) : m_bestand(std::move(bestand)) {}

    struct Regel {
        documenten::Dossier dossier;
        Uuid bij;    ///< the casus a signaal went with; else the dossier itself
        Uuid lijst;  ///< on whose decision
        Datum dag{};
    };
    struct Verklaard {
        OrganisatieId organisatie;
        boost::json::value verklaring;
    };
    struct Alles {
        std::vector<Regel> regels;
        std::vector<Verklaard> verklaringen;
    };
    void schrijf(const std::vector<Regel>& regels);
    void schrijf(const Verklaard& verklaard);
    /// Nothing when there is no file. A last line that was cut off never happened and is passed over; throws Fout
    /// `vernietigingsboek-kapot` for anything else that is not ours.
    [[nodiscard]] Alles lees() const;

  private:
    void voeg_toe(const std::string& regels);
    std::filesystem::path m_bestand;
    std::mutex m_slot;
};

}  // namespace damwand::archief
