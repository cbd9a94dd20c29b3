// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace damwand {

/// 128 bits, RFC 4122. Text form is lower case with hyphens; parsing accepts exactly that length and hex of either case.
struct Uuid {
    std::array<std::uint8_t, 16> bytes{};
    auto operator<=>(const Uuid&) const = default;
    [[nodiscard]] std::string tekst() const;
    [[nodiscard]] static std::optional<Uuid> lees(std::string_view tekst) noexcept;
    /// Version 4, from the operating system's generator (libsodium).
    [[nodiscard]] static Uuid willekeurig();
};

/// A strong id: one per kind of object, so that a casus id cannot be passed for a signaal id.
/// `Merk` is an incomplete tag type.
template <class Merk>
struct Id {
    Uuid waarde;
    Id() = default;
    explicit Id(const Uuid& uuid) : waarde(uuid) {}
    auto operator<=>(const Id&) const = default;
    [[nodiscard]] std::string tekst() const { return waarde.tekst(); }
    [[nodiscard]] static Id nieuw() { return Id{Uuid::willekeurig()}; }
    [[nodiscard]] static std::optional<Id> lees(std::string_view tekst) noexcept {
        if (auto uuid = Uuid::lees(tekst)) return Id{*uuid};
        return std::nullopt;
    }
};

/// A tenant's number. Never changes; CBS codes are its dated attributes. 0 is the system.
struct OrganisatieId {
    std::int16_t waarde = 0;
    auto operator<=>(const OrganisatieId&) const = default;
};

using GebruikerId = Id<struct GebruikerMerk>;
using OperatieId = Id<struct OperatieMerk>;
using SessieId = Id<struct SessieMerk>;
using SignaalId = Id<struct SignaalMerk>;
using CasusId = Id<struct CasusMerk>;
using EntiteitId = Id<struct EntiteitMerk>;
using VermeldingId = Id<struct VermeldingMerk>;
using VerbandId = Id<struct VerbandMerk>;
using InterventieId = Id<struct InterventieMerk>;
using BronId = Id<struct BronMerk>;
using PrivacytoetsId = Id<struct PrivacytoetsMerk>;
using WegingId = Id<struct WegingMerk>;
using DocumentId = Id<struct DocumentMerk>;

/// What people say: `S-2026-7K4QP9`, five random Crockford characters and a check character (ontwerp.md §3).
/// Never a sequence and never in a URL. `letter` is S (signaal), C (casus) or V (verzoek).
[[nodiscard]] std::string nieuw_kenmerk(char letter, int jaar);
/// True when the form and the check character are right; accepts lower case, and O/I/L for 0/1/1.
[[nodiscard]] bool is_kenmerk(std::string_view tekst);
/// Upper case, with O/I/L read as 0/1/1 after the year. Does not check.
[[nodiscard]] std::string gewoon_kenmerk(std::string_view tekst);

}  // namespace damwand
