// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/id.hpp"

/// The chain over the logs, as bytes: what a seal says and how it follows from the one before (veiligheid.md rule 11).
/// The encoding is PostgreSQL's binary form of the values as stored; db/code/35_zegel.sql makes the same bytes.
namespace damwand::logboek {

using Som = std::array<unsigned char, 32>;  ///< SHA-256

[[nodiscard]] Som sha256(std::string_view bytes);
[[nodiscard]] std::string_view als_tekst(const Som& som);  ///< its 32 bytes
[[nodiscard]] std::optional<Som> som_van_hex(std::string_view hex);

/// One of the 32 chains of an organisation.
struct Baan {
    std::int16_t organisatie = 0, nummer = 0;
    auto operator<=>(const Baan&) const = default;
};
/// How far a chain came: the hash of its last seal.
struct Kop {
    std::int64_t volgnummer = 0;
    Som hash{};
    bool operator==(const Kop&) const = default;
};
using Koppen = std::map<Baan, Kop>;

/// One seal, over one operation.
struct Zegel {
    Baan baan;
    std::int64_t volgnummer = 0;
    Uuid operatie;
    std::int16_t regels = 0;  ///< processing lines under it
    Som vorige{}, inhoud{};
    [[nodiscard]] Som hash() const;
};

/// Hash before the first seal of a lane.
[[nodiscard]] Som begin_van(Baan baan);

/// One tuple of COPY … TO STDOUT (FORMAT binary), field by field; the first one's file header is passed over. Throws
/// std::runtime_error on anything else: the server is ours.
class Tupel {
  public:
    explicit Tupel(std::string_view bytes);
    [[nodiscard]] bool einde() const noexcept { return m_aantal < 0; }  ///< the trailer
    [[nodiscard]] bool leeg(std::size_t veld) const { return !m_velden.at(veld); }
    [[nodiscard]] std::string_view bytes(std::size_t veld) const { return m_velden.at(veld).value(); }
    [[nodiscard]] std::int64_t getal(std::size_t veld) const;  ///< int2, int4, int8
    [[nodiscard]] Uuid uuid(std::size_t veld) const;
    [[nodiscard]] Som som(std::size_t veld) const;
    [[nodiscard]] std::string uuids(std::size_t veld) const;  ///< an array of uuids: their bytes in order, without its head
    /// SHA-256 of record_send over the first fields, whose types are `oids`.
    [[nodiscard]] Som record_som(std::span<const std::uint32_t> oids) const;

  private:
    std::array<std::optional<std::string_view>, 21> m_velden;
    std::int16_t m_aantal = 0;
};

/// The sealed columns, in order, as SQL and as type numbers.
struct Kolommen {
    const char* sql;
    std::span<const std::uint32_t> oids;
};
[[nodiscard]] Kolommen audit_kolommen();       ///< organisatie 0, operatie 1, geraakt_aantal 16, geraakt_som 17
[[nodiscard]] Kolommen verwerking_kolommen();  ///< organisatie 0, operatie 1, regel 2

/// The sums of an operation's processing lines, one behind the other.
[[nodiscard]] std::string achter_elkaar(std::span<const Som> verwerkingen);
/// What a seal is over: the audit line, then the SHA-256 of its processing lines' sums (docs/adr/0029; before that, the sums themselves).
[[nodiscard]] Som inhoud_van(const Som& audit, std::string_view verwerkingen);

}  // namespace damwand::logboek
