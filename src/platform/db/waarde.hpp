// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/json.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/json.hpp"
#include "base/tijd.hpp"

/// How C++ values become `$n` parameters and columns become C++ values (text format both ways).
namespace damwand::db {

using Parameter = std::optional<std::string>;

inline Parameter parameter(const Parameter& w) { return w; }
inline Parameter parameter(std::nullopt_t) { return std::nullopt; }
inline Parameter parameter(std::string w) { return w; }
inline Parameter parameter(std::string_view w) { return std::string(w); }
inline Parameter parameter(const char* w) { return std::string(w); }
inline Parameter parameter(bool w) { return w ? "t" : "f"; }
template <std::integral T>
    requires(!std::same_as<T, bool>)
Parameter parameter(T w) { return std::to_string(w); }
[[nodiscard]] Parameter parameter(double w);
inline Parameter parameter(const Uuid& w) { return w.tekst(); }
template <class Merk>
Parameter parameter(const Id<Merk>& w) { return w.tekst(); }
inline Parameter parameter(OrganisatieId w) { return std::to_string(w.waarde); }
inline Parameter parameter(Datum w) { return tekst(w); }
inline Parameter parameter(Tijdstip w) { return tekst(w); }
inline Parameter parameter(const boost::json::value& w) { return boost::json::serialize(w); }
template <std::size_t Min, std::size_t Max>
Parameter parameter(const Tekst<Min, Max>& w) { return w.waarde; }
inline Parameter parameter(const Code& w) { return w.waarde; }
template <int Min, int Max>
Parameter parameter(Getal<Min, Max> w) { return std::to_string(w.waarde); }
template <class T>
    requires(!std::same_as<T, std::string>)
Parameter parameter(const std::optional<T>& w) {
    if (!w) return std::nullopt;
    return parameter(*w);
}
/// A PostgreSQL array literal; elements are quoted, nulls kept.
[[nodiscard]] std::string reeks(const std::vector<Parameter>& delen);
template <class T>
Parameter parameter(const std::vector<T>& w) {
    std::vector<Parameter> delen;
    delen.reserve(w.size());
    for (const auto& item : w) delen.push_back(parameter(item));
    return reeks(delen);
}

/// Column text → value. Throws std::runtime_error: a column of another type is our own mistake.
template <class T>
struct Uit;
template <>
struct Uit<std::string> { static std::string lees(std::string_view w) { return std::string(w); } };
template <>
struct Uit<bool> { static bool lees(std::string_view w) { return w == "t"; } };
[[nodiscard]] std::int64_t lees_geheel(std::string_view w);
template <std::integral T>
    requires(!std::same_as<T, bool>)
struct Uit<T> { static T lees(std::string_view w) { return static_cast<T>(lees_geheel(w)); } };
template <>
struct Uit<double> { static double lees(std::string_view w); };
template <>
struct Uit<Uuid> { static Uuid lees(std::string_view w); };
template <class Merk>
struct Uit<Id<Merk>> { static Id<Merk> lees(std::string_view w) { return Id<Merk>{Uit<Uuid>::lees(w)}; } };
template <>
struct Uit<OrganisatieId> {
    static OrganisatieId lees(std::string_view w) { return {static_cast<std::int16_t>(lees_geheel(w))}; }
};
template <>
struct Uit<Datum> { static Datum lees(std::string_view w); };
template <>
struct Uit<Tijdstip> { static Tijdstip lees(std::string_view w); };
template <>
struct Uit<boost::json::value> {
    static boost::json::value lees(std::string_view w) { return boost::json::parse({w.data(), w.size()}); }
};
template <>
struct Uit<std::vector<std::string>> { static std::vector<std::string> lees(std::string_view w); };

}  // namespace damwand::db
