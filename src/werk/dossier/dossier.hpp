// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <set>
#include <string>
#include <vector>

#include "werk/actie/actie.hpp"
#include "werk/casus/casus.hpp"
#include "werk/interventie/interventie.hpp"
#include "werk/signaal/signaal.hpp"

/// The whole file of a casus at one moment: what an objection procedure asks for. What it said on X is, byte for byte,
/// what the program answers today when it is asked for X (domein.md §1; ontwerp.md §3, *History*).
namespace damwand::dossier {

/// Nothing in it depends on the day it is read: counts of what lies elsewhere are 0, and the first deadline is worked
/// out from the parts.
struct Dossier {
    casus::Casus casus;
    std::vector<signaal::SignaalInDossier> signalen;
    std::vector<entiteit::Vermelding> vermeldingen;  ///< of the casus itself
    std::vector<entiteit::Verband> verbanden;
    std::vector<casus::Bron> bronnen;
    std::vector<casus::Privacytoets> privacytoetsen;
    std::vector<interventie::Interventie> interventies;
    std::vector<actie::Actie> acties;
    std::vector<casus::Gebeurtenis> tijdlijn;
};
BOOST_DESCRIBE_STRUCT(Dossier, (), (casus, signalen, vermeldingen, verbanden, bronnen, privacytoetsen, interventies, acties, tijdlijn))

/// The first deadline these parts give; none once the casus is closed.
[[nodiscard]] std::optional<casus::CasusTermijn> eerste_termijn(const Dossier& dossier);
/// Takes out what is known of other files, and so would change when they do.
void maak_los(Dossier& dossier);
/// Every colleague in the file under the name it shows.
[[nodiscard]] std::map<GebruikerId, std::string> namen_in(const Dossier& dossier);

std::vector<poort::Route> routes();

}  // namespace damwand::dossier
