// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "platform/toegang/toegang.hpp"
#include "platform/db/db.hpp"

/// What an organisation agreed with its identity provider: which group gives which role, what its acr is worth, how much
/// assurance a role asks, and whom of the provider an existing account belongs to.
namespace damwand::toegang {

struct GroepRol {
    std::string groep, rol;
};
BOOST_DESCRIBE_STRUCT(GroepRol, (), (groep, rol))
struct AcrNiveau {
    std::string acr;
    int niveau = 0;
};
BOOST_DESCRIBE_STRUCT(AcrNiveau, (), (acr, niveau))
struct RolNiveau {
    std::string rol;
    int niveau = 0;
};
BOOST_DESCRIBE_STRUCT(RolNiveau, (), (rol, niveau))
struct Koppelingen {
    std::vector<GroepRol> groepen;
    std::vector<AcrNiveau> acr;
    std::vector<RolNiveau> rollen;
};
BOOST_DESCRIBE_STRUCT(Koppelingen, (), (groepen, acr, rollen))

[[nodiscard]] Koppelingen lees_koppelingen(db::Transactie& tx);
/// Throws Fout ongeldig for a role that does not exist.
void koppel_groep(db::Transactie& tx, const std::string& groep, const std::string& rol);
/// Takes effect when he signs in again. False: there was no such link.
[[nodiscard]] bool ontkoppel_groep(db::Transactie& tx, const std::string& groep, const std::string& rol);
/// `niveau` 1 low, 2 substantial, 3 high; 0 takes the line away. For a role: the least assurance with which it counts.
void zet_acr(db::Transactie& tx, const std::string& acr, int niveau);
void zet_rolniveau(db::Transactie& tx, const std::string& rol, int niveau);
/// Gives an existing account to somebody of the provider. Throws Fout ongeldig for an unknown user name or a link already there.
void koppel_gebruiker(db::Transactie& tx, const std::string& issuer, const std::string& sub, const std::string& gebruikersnaam);

}  // namespace damwand::toegang
