// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <filesystem>
#include <semaphore>
#include <string>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/toegang/toegang.hpp"

/// Sessions, passwords and second factor (veiligheid.md rule 17).
namespace damwand::toegang {

/// What a sign-in sends. `organisatie` is the tenant's short code.
struct Aanmelding {
    Tekst<1, 40> organisatie;
    Tekst<1, 60> gebruikersnaam;
    Tekst<1, 200> wachtwoord;
    Tekst<6, 8> totp;
};
BOOST_DESCRIBE_STRUCT(Aanmelding, (), (organisatie, gebruikersnaam, wachtwoord, totp))

/// The cookie's content: "<organisatie>.<64 hex>". Only the hash of the token is kept.
struct Teken {
    OrganisatieId organisatie;
    std::string token;
    [[nodiscard]] std::string tekst() const;
    [[nodiscard]] static std::optional<Teken> lees(std::string_view koekje);
    [[nodiscard]] std::string hash() const;  ///< PostgreSQL bytea literal
};

/// Result of a sign-in attempt, for the audit line; `teken` only when it worked.
struct Uitslag {
    OrganisatieId organisatie;
    std::optional<GebruikerId> gebruiker;
    std::optional<Teken> teken;
    int wacht_seconden = 0;  ///< > 0: locked out for so long
};

/// A new user, as administration makes him.
struct GebruikerNieuw {
    std::string gebruikersnaam, naam, wachtwoord;
    std::vector<std::string> rollen;
};

/// A made user. `totp` is the Base32 secret for the authenticator app: shown once.
struct GebruikerGemaakt {
    GebruikerId id;
    std::string totp;
    [[nodiscard]] std::string otpauth(std::string_view organisatie, std::string_view gebruikersnaam) const;
};

/// Signs in, makes users. Holds the master key that seals TOTP secrets, and bounds the memory of argon2id.
class Aanmelder {
  public:
    Aanmelder(db::Pool& pool, const std::filesystem::path& sleutelbestand, bool goedkoop = false);

    /// Always takes as long for an unknown name as for a wrong password, and locks both out alike: after five misses
    /// for 2, 4, 8 … seconds, at most 15 minutes.
    [[nodiscard]] Uitslag meld_aan(const Aanmelding& aanmelding);
    /// A session without password: only for a demo database, which the caller has made sure of.
    [[nodiscard]] Uitslag meld_aan_zonder(const std::string& organisatie, const std::string& gebruikersnaam);
    /// `tx` carries the organisation. Throws Fout with every fault.
    [[nodiscard]] GebruikerGemaakt maak_gebruiker(db::Transactie& tx, const GebruikerNieuw& nieuw) const;

  private:
    [[nodiscard]] Teken begin_sessie(db::Transactie& tx, GebruikerId gebruiker, const std::string& acr) const;
    db::Pool& m_pool;
    std::array<unsigned char, 32> m_sleutel;
    bool m_goedkoop;  ///< tests and demo: argon2id at its lowest cost
    std::string m_schijn;  ///< a hash nobody has the password of
    std::counting_semaphore<8> m_plaats{2};
};

/// Whether a request shows that somebody is at work, or is made by the page itself: only the first keeps a session alive.
enum class Aanleiding { iemand, vanzelf };
/// Reads who holds this token and sets him on the transaction; nobody when the session is over.
[[nodiscard]] std::optional<Subject> wie_is(db::Transactie& tx, const Teken& teken, Aanleiding aanleiding = Aanleiding::iemand);
void beeindig_sessie(db::Transactie& tx, SessieId sessie);
/// id of the version of an activity that is valid today and open to the subject's roles.
[[nodiscard]] std::optional<std::int16_t> activiteit_van(const Subject& wie, std::string_view code);

}  // namespace damwand::toegang
