// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/json/fwd.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/tijd.hpp"

/// Profiles of the Handelsregister as KVK's API gives them: basisprofiel and vestigingsprofiel v1 (OAS 1.4.0).
namespace damwand::handelsregister {

/// A day of which the month or the day may not be known: KVK writes `20090100` and `20090000`.
struct Deeldatum {
    int jaar = 0;
    unsigned maand = 0;  ///< 0: not known, and then the day is not either
    unsigned dag = 0;    ///< 0: not known
    bool operator==(const Deeldatum&) const = default;
};
/// `2009`, `2009-01` or `2009-01-31`.
[[nodiscard]] std::string tekst(const Deeldatum& dag);
/// Eight digits; nothing for what is no day.
[[nodiscard]] std::optional<Deeldatum> lees_deeldatum(std::string_view cijfers) noexcept;

/// An activity with the edition its code belongs to: the codes changed in September 2025, and many digits mean another thing since.
struct Sbi {
    std::string code;         ///< 2 to 5 digits
    std::string omschrijving;
    bool hoofdactiviteit = false;
    int versie = 2008;        ///< 2008 or 2025
    bool operator==(const Sbi&) const = default;
};
/// The edition in use on this day; KVK converted on 5 to 7 September 2025. A code of fewer than five digits is of 2008 on any day.
[[nodiscard]] int sbi_versie(std::string_view code, Datum peildatum) noexcept;

enum class Adressoort { bezoek, correspondentie };
/// Of a shielded address (Handelsregisterbesluit art. 51) nothing but that it is there: the reader lets go of the rest.
struct Adres {
    Adressoort soort = Adressoort::bezoek;
    bool afgeschermd = false;
    std::string straat, huisletter, toevoeging, postcode, plaats, land;
    int huisnummer = 0;                ///< 0: none, or a post box or an address abroad
    std::string volledig;              ///< as KVK writes it in one line, for what the parts do not hold
    std::int64_t nummeraanduiding = 0; ///< BAG id; 0: not given
    std::int64_t adresseerbaar_object = 0;
    bool operator==(const Adres&) const = default;
};

struct Vestiging {
    std::string nummer;      ///< twelve digits
    std::string kvk_nummer;  ///< eight digits
    std::string naam;        ///< the first trade name
    std::vector<std::string> handelsnamen;
    bool hoofdvestiging = false, commercieel = false;
    std::optional<Deeldatum> aanvang, einde, geregistreerd;
    std::optional<int> werkzame_personen;
    std::vector<Sbi> activiteiten;
    std::vector<Adres> adressen;
};

struct Onderneming {
    std::string kvk_nummer;
    std::string naam;
    std::string statutaire_naam, rsin, rechtsvorm;  ///< empty: not given
    std::vector<std::string> handelsnamen;
    std::optional<Deeldatum> aanvang, einde, geregistreerd;
    std::optional<int> werkzame_personen;
    std::vector<Sbi> activiteiten;
    std::vector<Adres> adressen;  ///< the owner's, for who has no establishment
    std::optional<Vestiging> hoofdvestiging;
};

/// The owner of such a company is one or more people, not a legal person (BW 2:3): what is known of it is personal data. True as
/// well when the legal form was not given.
[[nodiscard]] bool van_natuurlijke_personen(std::string_view rechtsvorm);

using Profiel = std::variant<Onderneming, Vestiging>;

/// One answer of the API. `peildatum`: the day it was given, for the edition of its codes. Members that are not known here are
/// added to `onbekend`, with how often. Throws Fout `profiel-ongeldig` with every fault, its path and what it should have been; the
/// texts never repeat a value. At most 1 MiB and 16 levels.
[[nodiscard]] Profiel lees_profiel(const boost::json::value& waarde, Datum peildatum, std::map<std::string, std::uint64_t>& onbekend);
/// The same from text; throws Fout `json-ongeldig` as well.
[[nodiscard]] Profiel lees_profiel(std::string_view json, Datum peildatum, std::map<std::string, std::uint64_t>& onbekend);

}  // namespace damwand::handelsregister
