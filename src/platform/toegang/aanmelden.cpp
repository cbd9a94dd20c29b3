// SPDX-License-Identifier: EUPL-1.2
#include "platform/toegang/aanmelden.hpp"

#include <fmt/format.h>
#include <liboath/oath.h>
#include <sodium.h>

#include <charconv>
#include <ctime>
#include <memory>

#include "base/tekst.hpp"
#include "platform/toegang/bytes.hpp"

namespace damwand::toegang {
namespace {

std::string hash_wachtwoord(const std::string& wachtwoord, bool goedkoop) {
    std::string uit(crypto_pwhash_STRBYTES, '\0');
    const auto ops = goedkoop ? crypto_pwhash_OPSLIMIT_MIN : crypto_pwhash_OPSLIMIT_MODERATE;
    const auto geheugen = goedkoop ? crypto_pwhash_MEMLIMIT_MIN : crypto_pwhash_MEMLIMIT_INTERACTIVE;
    if (crypto_pwhash_str(uit.data(), wachtwoord.data(), wachtwoord.size(), ops, geheugen) != 0) {
        throw Fout(FoutSoort::niet_beschikbaar, "te-druk", "Er is nu te weinig geheugen. Probeer het zo nog eens.");
    }
    return uit.c_str();
}

/// The time step (30 s) a code fits, within one step either way; -1 when it does not.
std::int64_t totp_stap(std::string_view geheim, const std::string& code) {
    const auto nu = std::time(nullptr);
    int afstand = 0;
    const int gevonden = oath_totp_validate2(geheim.data(), geheim.size(), nu, 30, 0, 1, &afstand, code.c_str());
    if (gevonden < 0) return -1;
    return static_cast<std::int64_t>(nu) / 30 + afstand;
}

}  // namespace

std::string Teken::tekst() const { return fmt::format("{}.{}", static_cast<int>(organisatie.waarde), token); }

std::optional<Teken> Teken::lees(std::string_view koekje) {
    const auto punt = koekje.find('.');
    if (punt == std::string_view::npos || koekje.size() - punt != 65) return std::nullopt;
    Teken uit;
    const auto [einde, fout] = std::from_chars(koekje.data(), koekje.data() + punt, uit.organisatie.waarde);
    if (fout != std::errc{} || einde != koekje.data() + punt || uit.organisatie.waarde < 1) return std::nullopt;
    uit.token = koekje.substr(punt + 1);
    if (uit.token.find_first_not_of("0123456789abcdef") != std::string::npos) return std::nullopt;
    return uit;
}

std::string Teken::hash() const { return sha256(token); }

std::string GebruikerGemaakt::otpauth(std::string_view organisatie, std::string_view gebruikersnaam) const {
    return fmt::format("otpauth://totp/Damwand:{}.{}?secret={}&issuer=Damwand", organisatie, gebruikersnaam, totp);
}

Aanmelder::Aanmelder(db::Pool& pool, const std::filesystem::path& sleutelbestand, bool goedkoop)
    : m_pool(pool), m_zegel(sleutelbestand), m_goedkoop(goedkoop) {
    oath_init();
    std::array<char, 32> niemand{};
    randombytes_buf(niemand.data(), niemand.size());
    m_schijn = hash_wachtwoord(std::string(niemand.data(), niemand.size()), goedkoop);
}

Teken Aanmelder::begin_sessie(db::Transactie& tx, GebruikerId gebruiker, const Bewijskracht& bewijs) const {
    Teken teken{tx.wie().organisatie, willekeurig_hex(32)};
    tx.doe("insert into toegang.sessie (organisatie, id, teken_hash, gebruiker, csrf, begonnen_op, laatst_op, acr, niveau, bewezen_op)"
           " values ($1, $2, $3::bytea, $4, $5, basis.nu(), basis.nu(), $6, $7, basis.nu() - make_interval(secs => $8))",
           tx.wie().organisatie, SessieId::nieuw(), teken.hash(), gebruiker, willekeurig_hex(16), bewijs.acr, bewijs.niveau,
           static_cast<double>(bewijs.leeftijd.count()));
    return teken;
}

Uitslag Aanmelder::meld_aan(const Aanmelding& aanmelding) {
    Uitslag uitslag;
    {
        db::Transactie tx(m_pool, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        const auto r = tx.doe("select nummer from toegang.organisatie where code = $1 and nummer > 0", aanmelding.organisatie);
        if (!r.leeg()) uitslag.organisatie = r[0].veld<OrganisatieId>("nummer");
    }
    const auto naam_hash = sha256(*aanmelding.organisatie + "/" + *aanmelding.gebruikersnaam);
    db::Transactie tx(m_pool, {.organisatie = uitslag.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto slot = tx.doe("select ceil(extract(epoch from geblokkeerd_tot - basis.nu()))::integer as wacht from toegang.aanmeldpoging"
                             " where organisatie = $1 and naam_hash = $2::bytea and geblokkeerd_tot > basis.nu()",
                             uitslag.organisatie, naam_hash);
    if (!slot.leeg()) {
        uitslag.wacht_seconden = slot[0].veld<int>("wacht");
        return uitslag;
    }
    // a guest has no password here: that he has an account takes as long to find out as that there is none
    const auto r = tx.doe("select id, wachtwoord, totp, totp_stap from toegang.gebruiker where organisatie = $1 and gebruikersnaam = $2 and actief and gastzicht is null",
                          uitslag.organisatie, aanmelding.gebruikersnaam);
    const auto wachtwoord = r.leeg() ? m_schijn : r[0].veld<std::string>("wachtwoord");
    m_plaats.acquire();
    const bool wachtwoord_goed = crypto_pwhash_str_verify(wachtwoord.c_str(), (*aanmelding.wachtwoord).data(), (*aanmelding.wachtwoord).size()) == 0;
    m_plaats.release();
    std::int64_t stap = -1;
    if (!r.leeg()) {
        if (const auto geheim = m_zegel.open_bytea(r[0].veld<std::string>("totp"))) stap = totp_stap(*geheim, *aanmelding.totp);
    }
    bool goed = !r.leeg() && wachtwoord_goed && stap > r[0].veld<std::int64_t>("totp_stap");
    if (goed) {
        // A code works once, also when two requests bring it at the same time.
        goed = tx.doe("update toegang.gebruiker set totp_stap = $3 where organisatie = $1 and id = $2 and totp_stap < $3",
                      uitslag.organisatie, r[0].veld<GebruikerId>("id"), stap).geraakt() == 1;
    }
    if (goed) {
        uitslag.gebruiker = r[0].veld<GebruikerId>("id");
        tx.doe("update toegang.aanmeldpoging set mislukt = 0, geblokkeerd_tot = null where organisatie = $1 and naam_hash = $2::bytea",
               uitslag.organisatie, naam_hash);
        uitslag.teken = begin_sessie(tx, *uitslag.gebruiker, {.acr = "totp", .niveau = 2});
    } else {
        if (!r.leeg()) uitslag.gebruiker = r[0].veld<GebruikerId>("id");
        tx.doe("insert into toegang.aanmeldpoging as p (organisatie, naam_hash, mislukt, laatst_op) values ($1, $2::bytea, 1, basis.nu())"
               " on conflict (organisatie, naam_hash) do update set mislukt = case when p.laatst_op < basis.nu() - interval '1 day' then 1 else p.mislukt + 1 end,"
               " laatst_op = basis.nu(), geblokkeerd_tot = case when p.mislukt + 1 < 5 then null"
               " else basis.nu() + least(interval '15 minutes', interval '1 second' * power(2, least(p.mislukt - 3, 12))) end",
               uitslag.organisatie, naam_hash);
    }
    tx.leg_vast();
    return uitslag;
}

Uitslag Aanmelder::meld_opnieuw_aan(const Teken& oud, const Herbewijs& bewijs) {
    Subject wie;
    {
        db::Transactie tx(m_pool, {.organisatie = oud.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        auto gevonden = wie_is(tx, oud, "toegang-beheren");
        if (!gevonden) throw Fout(FoutSoort::niet_aangemeld, "niet-aangemeld", "Meld u aan.");
        wie = std::move(*gevonden);
    }
    auto uitslag = meld_aan({Tekst<1, 40>(wie.organisatie_code), Tekst<1, 60>(wie.gebruikersnaam), bewijs.wachtwoord, bewijs.totp});
    if (uitslag.teken) {
        db::Transactie tx(m_pool, {.organisatie = oud.organisatie, .gebruiker = wie.gebruiker, .operatie = OperatieId::nieuw()});
        beeindig_sessie(tx, *wie.sessie);
        tx.leg_vast();
    }
    return uitslag;
}

Uitslag Aanmelder::meld_aan_zonder(const std::string& organisatie, const std::string& gebruikersnaam) {
    Uitslag uitslag;
    uitslag.organisatie = organisatie_van(organisatie);
    db::Transactie tx(m_pool, {.organisatie = uitslag.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    uitslag.gebruiker = tx.een("select id from toegang.gebruiker where organisatie = $1 and gebruikersnaam = $2 and actief",
                               uitslag.organisatie, gebruikersnaam)[0].veld<GebruikerId>("id");
    uitslag.teken = begin_sessie(tx, *uitslag.gebruiker, {.acr = "demo", .niveau = 3});
    tx.leg_vast();
    return uitslag;
}

GebruikerGemaakt Aanmelder::maak_gebruiker(db::Transactie& tx, const GebruikerNieuw& nieuw) const {
    std::vector<VeldFout> fouten;
    if (nieuw.wachtwoord.size() < 12) fouten.push_back({"/wachtwoord", "te-kort", "Gebruik ten minste twaalf tekens."});
    if (nieuw.naam.empty()) fouten.push_back({"/naam", "leeg", "Vul een naam in."});
    for (const auto& rol : nieuw.rollen) {
        if (tx.doe("select 1 from toegang.rol where code = $1", rol).leeg()) fouten.push_back({"/rollen", "onbekend", "Deze rol bestaat niet."});
    }
    if (!tx.doe("select 1 from toegang.gebruiker where organisatie = $1 and gebruikersnaam = $2", tx.wie().organisatie, nieuw.gebruikersnaam).leeg()) {
        fouten.push_back({"/gebruikersnaam", "bestaat-al", "Deze gebruikersnaam is al in gebruik."});
    }
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De gebruiker kan zo niet worden gemaakt.", std::move(fouten));
    std::array<char, 20> geheim{};
    randombytes_buf(geheim.data(), geheim.size());
    char* base32 = nullptr;
    std::size_t lengte32 = 0;
    if (oath_base32_encode(geheim.data(), geheim.size(), &base32, &lengte32) != OATH_OK) {
        throw Fout(FoutSoort::intern, "totp", "De tweede factor kan niet worden gemaakt.");
    }
    const std::unique_ptr<char, decltype(&std::free)> houder(base32, std::free);
    GebruikerGemaakt uit{GebruikerId::nieuw(), std::string(base32, lengte32)};
    tx.doe("insert into toegang.gebruiker (organisatie, id, gebruikersnaam, naam, wachtwoord, totp, van, operatie)"
           " values ($1, $2, $3, $4, $5, $6::bytea, basis.nu(), basis.operatie())",
           tx.wie().organisatie, uit.id, nieuw.gebruikersnaam, nieuw.naam, hash_wachtwoord(nieuw.wachtwoord, m_goedkoop),
           m_zegel.sluit_bytea({geheim.data(), geheim.size()}));
    for (const auto& rol : nieuw.rollen) {
        tx.doe("insert into toegang.gebruiker_rol (organisatie, gebruiker, rol) values ($1, $2, $3)", tx.wie().organisatie, uit.id, rol);
    }
    return uit;
}

}  // namespace damwand::toegang
