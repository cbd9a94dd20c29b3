// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/json.hpp"
#include "base/tijd.hpp"

/// Who may do what. Rights are data; the decision is one function.
namespace damwand::toegang {

/// A colleague as other people see him.
struct Collega {
    GebruikerId id;
    std::string naam;
};
BOOST_DESCRIBE_STRUCT(Collega, (), (id, naam))

/// A processing activity that somebody's roles may use.
struct Activiteit {
    std::int16_t id = 0;             ///< of the version valid today
    std::vector<std::string> naast;  ///< codes of the activities whose acts may also be done under this one
};

/// Who asks, read fresh for every request (veiligheid.md rule 16).
struct Subject {
    OrganisatieId organisatie;
    std::string organisatie_code, organisatie_naam;
    std::optional<GebruikerId> gebruiker;  ///< none: nobody is signed in
    std::string gebruikersnaam, naam;
    std::vector<std::string> rollen;
    std::set<std::string, std::less<>> rechten;
    std::map<std::string, Activiteit, std::less<>> activiteiten;  ///< what his roles may use, by code
    std::vector<int> zichten;                         ///< his audiences, for what he is doing
    std::optional<SessieId> sessie;
    std::string csrf, acr;  ///< acr: how he proved himself; "totp" and "demo" are our own, others a provider's words
    int niveau = 0;         ///< what that is worth: 1 low, 2 substantial, 3 high (eIDAS)
    bool vers = false;      ///< proved within the last ten minutes
    Tijdstip verloopt_op{};
    std::optional<Tijdstip> noodtoegang_tot;  ///< until then he sees something that is not his: every act of his is marked
    [[nodiscard]] bool heeft(std::string_view recht) const { return rechten.contains(recht); }
    [[nodiscard]] Collega als_collega() const { return {gebruiker.value_or(GebruikerId{}), naam}; }
};

/// An object as the decision needs it.
struct Object {
    std::string_view soort;  ///< "signaal", "casus"
    Uuid id;
    OrganisatieId organisatie;
    int zicht = 0;
};

/// The one decision: may `wie` do what needs `recht` on `object`? Throws onbekend() when the object is not his to know
/// of (another organisation, an audience he is not in), verboden (403) when he may see it but lacks the right.
/// Row-level security behind it says the same thing a second time.
void authorize(const Subject& wie, std::string_view recht, const Object& object);
/// The same for an action without an object: throws verboden (403) before anything is looked at.
void authorize(const Subject& wie, std::string_view recht);

/// For what is exported, unmasked or destroyed: throws verboden `opnieuw-aanmelden` unless he proved himself within the
/// last ten minutes, and at least substantially.
void eis_vers_bewijs(const Subject& wie);

}  // namespace damwand::toegang
