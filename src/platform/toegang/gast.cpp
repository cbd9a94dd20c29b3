// SPDX-License-Identifier: EUPL-1.2
// Guests: a session at another organisation that hangs on the one at home (docs/adr/0054).
#include "platform/toegang/aanmelden.hpp"
#include "platform/toegang/bytes.hpp"

namespace damwand::toegang {

Gastcode maak_gastcode() {
    Gastcode uit;
    const auto cijfers = willekeurig_hex(16);
    for (std::size_t i = 0; i < cijfers.size(); ++i) {
        if (i > 0 && i % 4 == 0) uit.code += '-';
        uit.code += cijfers[i];
    }
    uit.hash = hash_van_gastcode(uit.code);
    return uit;
}

std::string hash_van_gastcode(std::string_view zoals_getypt) {
    std::string cijfers;
    for (const char c : zoals_getypt) {
        if (c >= 'A' && c <= 'F') cijfers += static_cast<char>(c - 'A' + 'a');
        else if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f')) cijfers += c;
    }
    return sha256(cijfers);
}

std::optional<Teken> open_gastplek(db::Transactie& tx, const Subject& wie, const Uuid& plek) {
    Teken teken{{}, willekeurig_hex(32)};
    const auto r = tx.doe("select toegang.open_gastplek($1, $2, $3, $4::bytea, $5) as nummer", plek, wie.sessie, SessieId::nieuw(), teken.hash(), willekeurig_hex(16));
    if (r[0].leeg("nummer")) return std::nullopt;
    teken.organisatie = r[0].veld<OrganisatieId>("nummer");
    return teken;
}

std::optional<Teken> ga_naar_huis(db::Transactie& tx, const Subject& wie) {
    Teken teken{{}, willekeurig_hex(32)};
    const auto r = tx.doe("select toegang.ga_naar_huis($1, $2::bytea) as nummer", wie.sessie, teken.hash());
    if (r[0].leeg("nummer")) return std::nullopt;
    teken.organisatie = r[0].veld<OrganisatieId>("nummer");
    return teken;
}

}  // namespace damwand::toegang
