// SPDX-License-Identifier: EUPL-1.2
// Accounts of people an identity provider vouches for.
#include <algorithm>

#include "base/tekst.hpp"
#include "platform/toegang/aanmelden.hpp"
#include "platform/toegang/bytes.hpp"

namespace damwand::toegang {
namespace {

/// The provider's name for him in the shape of ours, or one made of his number there.
std::string gebruikersnaam_van(const Identiteitsbewijs& bewijs) {
    std::string uit;
    for (const char c : bewijs.gebruikersnaam.substr(0, bewijs.gebruikersnaam.find('@'))) {
        const char klein = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
        const bool mag = (klein >= 'a' && klein <= 'z') || (klein >= '0' && klein <= '9') || klein == '.' || klein == '_' || klein == '-';
        if (mag && uit.size() < 50) uit += klein;
    }
    return uit.size() < 2 ? "extern" : uit;
}

}  // namespace

OrganisatieId Aanmelder::organisatie_van(const std::string& code) const {
    db::Transactie tx(m_pool, {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    return tx.een("select nummer from toegang.organisatie where code = $1 and nummer > 0", code)[0].veld<OrganisatieId>("nummer");
}

bool Aanmelder::verbruik_staat(const std::string& organisatie, std::string_view staat) {
    db::Transactie tx(m_pool, {.organisatie = organisatie_van(organisatie), .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    tx.doe("delete from toegang.aanmeldstaat where organisatie = $1 and op < basis.nu() - interval '1 day'", tx.wie().organisatie);
    const bool eerste = tx.doe("insert into toegang.aanmeldstaat (organisatie, staat_hash, op) values ($1, $2::bytea, basis.nu()) on conflict do nothing",
                               tx.wie().organisatie, sha256(staat)).geraakt() == 1;
    tx.leg_vast();
    return eerste;
}

Uitslag Aanmelder::meld_extern_aan(const ExternDoel& doel, const Identiteitsbewijs& bewijs) {
    Uitslag uit;
    uit.organisatie = organisatie_van(doel.organisatie);
    db::Transactie tx(m_pool, {.organisatie = uit.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto weiger = [&](const char* reden) {
        uit.reden = reden;
        return uit;
    };
    const auto niveau = tx.doe("select toegang.niveau_van($1) as niveau", bewijs.acr)[0].veld<std::optional<int>>("niveau");
    if (!niveau) return weiger("oidc-acr");
    std::vector<std::string> rollen;
    for (const auto rij : tx.doe("select distinct rol from toegang.groep_rol where organisatie = $1 and groep = any($2::text[]) order by rol",
                                 uit.organisatie, bewijs.groepen)) {
        rollen.push_back(rij.veld<std::string>("rol"));
    }
    const auto bekend = tx.doe("select g.id, g.actief from toegang.extern e join toegang.gebruiker g on g.organisatie = e.organisatie and g.id = e.gebruiker"
                               " where e.organisatie = $1 and e.issuer = $2 and e.sub = $3", uit.organisatie, bewijs.issuer, bewijs.sub);
    if (!bekend.leeg()) {
        uit.gebruiker = bekend[0].veld<GebruikerId>("id");
        if (!bekend[0].veld<bool>("actief")) return weiger("oidc-uitgeschakeld");
        if (doel.zelfde && doel.zelfde != uit.gebruiker) return weiger("oidc-ander");
        // The provider decides: what his groups no longer give ends now, also when that is everything.
        tx.doe("update toegang.gebruiker_rol set tot = basis.nu() where organisatie = $1 and gebruiker = $2 and (tot is null or tot > basis.nu())"
               " and not rol = any($3::text[])", uit.organisatie, uit.gebruiker, rollen);
        tx.doe("insert into toegang.gebruiker_rol as r (organisatie, gebruiker, rol) select $1::smallint, $2::uuid, unnest($3::text[])"
               " on conflict (organisatie, gebruiker, rol) do update set tot = null where r.tot is not null", uit.organisatie, uit.gebruiker, rollen);
    } else if (!doel.maak_gebruikers || doel.zelfde) {
        return weiger("oidc-onbekend");
    }
    if (rollen.empty()) {
        if (!bekend.leeg()) tx.leg_vast();
        return weiger("oidc-geen-rol");
    }
    if (bekend.leeg()) {
        auto naam = gebruikersnaam_van(bewijs);
        if (naam == "extern" || !tx.doe("select 1 from toegang.gebruiker where organisatie = $1 and gebruikersnaam = $2", uit.organisatie, naam).leeg()) {
            naam += "-" + sha256(bewijs.issuer + "\n" + bewijs.sub).substr(2, 8);
        }
        // A password and a second factor that nobody knows: this account opens through the provider only.
        uit.gebruiker = maak_gebruiker(tx, {naam, bewijs.naam.empty() ? naam : bewijs.naam, willekeurig(32), rollen}).id;
        tx.doe("insert into toegang.extern (organisatie, issuer, sub, gebruiker, op) values ($1, $2, $3, $4, basis.nu())",
               uit.organisatie, bewijs.issuer, bewijs.sub, uit.gebruiker);
    }
    if (doel.oud) beeindig_sessie(tx, *doel.oud);
    uit.teken = begin_sessie(tx, *uit.gebruiker, {.acr = bewijs.acr, .niveau = *niveau, .leeftijd = bewijs.leeftijd});
    tx.leg_vast();
    return uit;
}

}  // namespace damwand::toegang
