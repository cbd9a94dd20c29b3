// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <filesystem>
#include <semaphore>
#include <string>
#include <vector>

#include "platform/db/db.hpp"
#include "platform/toegang/toegang.hpp"
#include "platform/toegang/zegel.hpp"

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

/// What fresh proof sends.
struct Herbewijs {
    Tekst<1, 200> wachtwoord;
    Tekst<6, 8> totp;
};
BOOST_DESCRIBE_STRUCT(Herbewijs, (), (wachtwoord, totp))

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
    std::string reden{};     ///< code for the audit line of a refusal; the user never gets it
};

/// Who somebody is, as an identity provider said and we checked. A value of `platform/toegang/oidc.hpp`.
struct Identiteitsbewijs {
    std::string issuer, sub, acr;
    std::string naam, gebruikersnaam;  ///< for an account made now; may be empty
    std::vector<std::string> groepen;
    std::chrono::seconds leeftijd{0};  ///< since he proved himself there
};

/// Where a login through a provider belongs.
struct ExternDoel {
    std::string organisatie;           ///< code
    bool maak_gebruikers = false;      ///< make an account for who has none yet
    std::optional<SessieId> oud{};     ///< fresh proof: the session that the new one replaces
    std::optional<GebruikerId> zelfde{};  ///< and its user: nobody else may take it over
};

/// How a session was proved. `leeftijd`: how long ago.
struct Bewijskracht {
    std::string acr;
    int niveau = 1;
    std::chrono::seconds leeftijd{0};
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
    /// Password and code of somebody who has a session, for what asks fresh proof: a new session in the place of his old one.
    /// Throws niet_aangemeld when that is over.
    [[nodiscard]] Uitslag meld_opnieuw_aan(const Teken& oud, const Herbewijs& bewijs);
    /// Who a provider vouched for. His roles become what his groups give (toegang.groep_rol); an acr that is worth nothing
    /// here, an unknown user where none are made, somebody without a role: no session, and `reden` says why.
    [[nodiscard]] Uitslag meld_extern_aan(const ExternDoel& doel, const Identiteitsbewijs& bewijs);
    /// Number of an organisation's code. Throws onbekend().
    [[nodiscard]] OrganisatieId organisatie_van(const std::string& code) const;
    /// True for the first that brings this login state; states older than a day are forgotten.
    [[nodiscard]] bool verbruik_staat(const std::string& organisatie, std::string_view staat);
    /// A session without password: only for a demo database, which the caller has made sure of.
    [[nodiscard]] Uitslag meld_aan_zonder(const std::string& organisatie, const std::string& gebruikersnaam);
    /// `tx` carries the organisation. Throws Fout with every fault.
    [[nodiscard]] GebruikerGemaakt maak_gebruiker(db::Transactie& tx, const GebruikerNieuw& nieuw) const;

  private:
    [[nodiscard]] Teken begin_sessie(db::Transactie& tx, GebruikerId gebruiker, const Bewijskracht& bewijs) const;
    db::Pool& m_pool;
    Zegel m_zegel;
    bool m_goedkoop;  ///< tests and demo: argon2id at its lowest cost
    std::string m_schijn;  ///< a hash nobody has the password of
    std::counting_semaphore<8> m_plaats{2};
};

/// Whether a request shows that somebody is at work, or is made by the page itself: only the first keeps a session alive.
enum class Aanleiding { iemand, vanzelf };

/// The one refusal of every login that fails: the user gets the same words whatever `reden` says; that goes to the audit log.
[[nodiscard]] Fout aanmelden_mislukt(std::string reden);

/// Under all activities of his: for what only tells that something is.
inline constexpr std::string_view elk_doel = "*";
/// Reads who holds this token and sets him on the transaction, with what he may see under the activity with the code `doel`;
/// nobody when the session is over.
[[nodiscard]] std::optional<Subject> wie_is(db::Transactie& tx, const Teken& teken, std::string_view doel, Aanleiding aanleiding = Aanleiding::iemand);
void beeindig_sessie(db::Transactie& tx, SessieId sessie);

/// What is given to a guest: shown once, kept as its hash.
struct Gastcode {
    std::string code;  ///< 32 hex digits in groups of four
    std::string hash;  ///< PostgreSQL bytea literal
};
[[nodiscard]] Gastcode maak_gastcode();
[[nodiscard]] std::string hash_van_gastcode(std::string_view zoals_getypt);
/// A session as a guest at who invited, for a place that `wie` took up; none when he is no guest there (any more).
[[nodiscard]] std::optional<Teken> open_gastplek(db::Transactie& tx, const Subject& wie, const Uuid& plek);
/// The session that a guest came from, under a new token; none when this is no guest's.
[[nodiscard]] std::optional<Teken> ga_naar_huis(db::Transactie& tx, const Subject& wie);
/// The version valid today of the activity `doel`, under which the subject does an act of the activity `handeling`: the same,
/// or one of his that may stand beside it. Nothing when he may not.
[[nodiscard]] std::optional<std::int16_t> activiteit_van(const Subject& wie, std::string_view doel, std::string_view handeling);

}  // namespace damwand::toegang
