// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <boost/mp11.hpp>
#include <concepts>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <typeindex>
#include <vector>

#include "base/fout.hpp"
#include "base/id.hpp"
#include "base/tijd.hpp"

/// JSON in and out of described structs. One declaration (BOOST_DESCRIBE_STRUCT) gives the writer, the checked reader
/// and the OpenAPI schema, so the three cannot differ. Names map `begin_geldigheid` ↔ `beginGeldigheid`.
namespace damwand {

/// Text of Min..Max code points, trimmed, without control characters. Empty input for Min ≥ 1 is a fault.
template <std::size_t Min, std::size_t Max>
struct Tekst {
    std::string waarde;
    Tekst() = default;
    explicit Tekst(std::string tekst) : waarde(std::move(tekst)) {}
    [[nodiscard]] const std::string& operator*() const noexcept { return waarde; }
};

/// A code from a list: a-z, 0-9, `_` and `-`, 1..60 characters.
struct Code {
    std::string waarde;
    [[nodiscard]] const std::string& operator*() const noexcept { return waarde; }
};

/// An integer within bounds.
template <int Min, int Max>
struct Getal {
    int waarde = Min;
    [[nodiscard]] int operator*() const noexcept { return waarde; }
};

/// A field of a PATCH: absent (leave), null (clear) or a value.
template <class T>
struct Wijziging {
    bool aanwezig = false;
    std::optional<T> waarde;
};

namespace json {

namespace bj = boost::json;

/// `begin_geldigheid` → `beginGeldigheid`.
[[nodiscard]] std::string camel(std::string_view snake);

/// Parses bounded JSON (depth 16, 1 MiB). Throws Fout `json-ongeldig` naming line and column.
[[nodiscard]] bj::value ontleed(std::string_view tekst);

/// Collects every fault of one document. `pad` is the JSON pointer of the value being read.
class Lezer {
  public:
    void fout(std::string code, std::string uitleg) { m_fouten.push_back({m_pad, std::move(code), std::move(uitleg)}); }
    [[nodiscard]] bool in_orde() const noexcept { return m_fouten.empty(); }
    [[nodiscard]] std::vector<VeldFout> fouten() && { return std::move(m_fouten); }

    /// Steps into a member or element for the lifetime of the object.
    class Stap {
      public:
        Stap(Lezer& lezer, std::string_view deel) : m_lezer(lezer), m_oud(lezer.m_pad.size()) {
            lezer.m_pad += '/';
            lezer.m_pad += deel;
        }
        ~Stap() { m_lezer.m_pad.resize(m_oud); }
        Stap(const Stap&) = delete;
        Stap& operator=(const Stap&) = delete;

      private:
        Lezer& m_lezer;
        std::size_t m_oud;
    };

  private:
    std::string m_pad;
    std::vector<VeldFout> m_fouten;
};

/// Named schemas of one OpenAPI document.
class SchemaBoek {
  public:
    bool invoer = false;  ///< input: optional members may be left out; output: every member is there
    std::map<std::string, bj::object> schemas;
    /// True when `naam` is new. Throws logic_error when another type has it: one would silently describe the other.
    [[nodiscard]] bool neem(const std::string& naam, std::type_index soort);

  private:
    std::map<std::string, std::type_index> m_van;
};

template <class T>
struct Vorm;  // schrijf, lees, schema; specialised below

template <class T>
[[nodiscard]] bj::value schrijf(const T& waarde) {
    return Vorm<T>::schrijf(waarde);
}

/// Reads a whole document; throws Fout `invoer-ongeldig` with every fault at once.
template <class T>
[[nodiscard]] T lees(const bj::value& waarde) {
    Lezer lezer;
    T uit = Vorm<T>::lees(waarde, lezer);
    if (!lezer.in_orde()) {
        throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "De invoer klopt niet. Zie de genoemde velden.",
                   std::move(lezer).fouten());
    }
    return uit;
}

/// Type name without namespaces, from the compiler: `damwand::signaal::SignaalNieuw` → `SignaalNieuw`.
template <class T>
[[nodiscard]] std::string soortnaam() {
    const std::string_view alles = __PRETTY_FUNCTION__;
    auto begin = alles.find("T = ") + 4;
    auto naam = alles.substr(begin, alles.find_first_of(";]", begin) - begin);
    if (const auto plek = naam.rfind("::"); plek != std::string_view::npos) naam.remove_prefix(plek + 2);
    return std::string(naam);
}

namespace detail {
[[nodiscard]] std::string lees_tekst(const bj::value& waarde, Lezer& lezer, std::size_t min, std::size_t max);
[[nodiscard]] std::int64_t lees_getal(const bj::value& waarde, Lezer& lezer, std::int64_t min, std::int64_t max);
[[nodiscard]] bool is_code(std::string_view tekst) noexcept;

template <class T>
struct is_wijziging : std::false_type {};
template <class T>
struct is_wijziging<Wijziging<T>> : std::true_type {};
template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};
}  // namespace detail

template <>
struct Vorm<std::string> {
    static bj::value schrijf(const std::string& w) { return bj::value(w); }
    static std::string lees(const bj::value& w, Lezer& l) { return detail::lees_tekst(w, l, 0, 100000); }
    static bj::value schema(SchemaBoek&) { return {{"type", "string"}}; }
};
template <>
struct Vorm<bool> {
    static bj::value schrijf(bool w) { return bj::value(w); }
    static bool lees(const bj::value& w, Lezer& l) {
        if (w.is_bool()) return w.get_bool();
        l.fout("geen-ja-nee", "Hier hoort waar of onwaar te staan.");
        return false;
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "boolean"}}; }
};
template <std::integral T>
    requires(!std::same_as<T, bool>)
struct Vorm<T> {
    static bj::value schrijf(T w) { return bj::value(static_cast<std::int64_t>(w)); }
    static T lees(const bj::value& w, Lezer& l) {
        constexpr auto max = sizeof(T) == 8 ? std::numeric_limits<std::int64_t>::max()
                                            : static_cast<std::int64_t>(std::numeric_limits<T>::max());
        return static_cast<T>(detail::lees_getal(w, l, static_cast<std::int64_t>(std::numeric_limits<T>::min()), max));
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "integer"}}; }
};
template <>
struct Vorm<double> {
    static bj::value schrijf(double w) { return bj::value(w); }
    static double lees(const bj::value& w, Lezer& l) {
        if (w.is_number()) return w.to_number<double>();
        l.fout("geen-getal", "Hier hoort een getal te staan.");
        return 0;
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "number"}}; }
};
template <int Min, int Max>
struct Vorm<Getal<Min, Max>> {
    static bj::value schrijf(Getal<Min, Max> w) { return bj::value(w.waarde); }
    static Getal<Min, Max> lees(const bj::value& w, Lezer& l) {
        return {static_cast<int>(detail::lees_getal(w, l, Min, Max))};
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "integer"}, {"minimum", Min}, {"maximum", Max}}; }
};
template <std::size_t Min, std::size_t Max>
struct Vorm<Tekst<Min, Max>> {
    static bj::value schrijf(const Tekst<Min, Max>& w) { return bj::value(w.waarde); }
    static Tekst<Min, Max> lees(const bj::value& w, Lezer& l) {
        return Tekst<Min, Max>{detail::lees_tekst(w, l, Min, Max)};
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "string"}, {"minLength", Min}, {"maxLength", Max}}; }
};
template <>
struct Vorm<Code> {
    static bj::value schrijf(const Code& w) { return bj::value(w.waarde); }
    static Code lees(const bj::value& w, Lezer& l) {
        if (w.is_string() && detail::is_code(w.get_string())) return {std::string(w.get_string())};
        l.fout("geen-code", "Hier hoort een code uit de lijst te staan.");
        return {};
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "string"}, {"pattern", "^[a-z0-9_-]{1,60}$"}}; }
};
template <>
struct Vorm<Uuid> {
    static bj::value schrijf(const Uuid& w) { return bj::value(w.tekst()); }
    static Uuid lees(const bj::value& w, Lezer& l) {
        if (w.is_string()) {
            if (auto id = Uuid::lees(std::string_view(w.get_string()))) return *id;
        }
        l.fout("geen-id", "Hier hoort een id (UUID) te staan.");
        return {};
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "string"}, {"format", "uuid"}}; }
};
template <class Merk>
struct Vorm<Id<Merk>> {
    static bj::value schrijf(const Id<Merk>& w) { return bj::value(w.tekst()); }
    static Id<Merk> lees(const bj::value& w, Lezer& l) { return Id<Merk>{Vorm<Uuid>::lees(w, l)}; }
    static bj::value schema(SchemaBoek& b) { return Vorm<Uuid>::schema(b); }
};
template <>
struct Vorm<Datum> {
    static bj::value schrijf(const Datum& w) { return bj::value(tekst(w)); }
    static Datum lees(const bj::value& w, Lezer& l) {
        if (w.is_string()) {
            if (auto d = lees_datum(std::string_view(w.get_string()))) return *d;
        }
        l.fout("geen-datum", "Hier hoort een datum te staan, zoals 2026-11-22.");
        return {};
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "string"}, {"format", "date"}}; }
};
template <>
struct Vorm<Tijdstip> {
    static bj::value schrijf(const Tijdstip& w) { return bj::value(tekst(w)); }
    static Tijdstip lees(const bj::value& w, Lezer& l) {
        if (w.is_string()) {
            if (auto t = lees_tijdstip(std::string_view(w.get_string()))) return *t;
        }
        l.fout("geen-tijdstip", "Hier hoort een tijdstip te staan, zoals 2026-11-22T13:45:00Z.");
        return {};
    }
    static bj::value schema(SchemaBoek&) { return {{"type", "string"}, {"format", "date-time"}}; }
};
/// Free data (weighing answers, details of an event): written as it is; read as any bounded JSON.
template <>
struct Vorm<bj::value> {
    static bj::value schrijf(const bj::value& w) { return w; }
    static bj::value lees(const bj::value& w, Lezer&) { return w; }
    static bj::value schema(SchemaBoek&) { return bj::object{}; }
};
template <class T>
struct Vorm<std::optional<T>> {
    static bj::value schrijf(const std::optional<T>& w) { return w ? Vorm<T>::schrijf(*w) : bj::value(nullptr); }
    static std::optional<T> lees(const bj::value& w, Lezer& l) {
        if (w.is_null()) return std::nullopt;
        return Vorm<T>::lees(w, l);
    }
    static bj::value schema(SchemaBoek& b) {
        return {{"anyOf", bj::array{Vorm<T>::schema(b), bj::object{{"type", "null"}}}}};
    }
};
template <class T>
struct Vorm<Wijziging<T>> {
    static bj::value schrijf(const Wijziging<T>& w) { return Vorm<std::optional<T>>::schrijf(w.waarde); }
    static Wijziging<T> lees(const bj::value& w, Lezer& l) { return {true, Vorm<std::optional<T>>::lees(w, l)}; }
    static bj::value schema(SchemaBoek& b) { return Vorm<std::optional<T>>::schema(b); }
};
template <class T>
struct Vorm<std::vector<T>> {
    static constexpr std::size_t meeste = 200;
    static bj::value schrijf(const std::vector<T>& w) {
        bj::array uit;
        uit.reserve(w.size());
        for (const auto& item : w) uit.push_back(Vorm<T>::schrijf(item));
        return uit;
    }
    static std::vector<T> lees(const bj::value& w, Lezer& l) {
        std::vector<T> uit;
        if (!w.is_array()) {
            l.fout("geen-lijst", "Hier hoort een lijst te staan.");
            return uit;
        }
        if (w.get_array().size() > meeste) {
            l.fout("te-veel", "Deze lijst is te lang (hoogstens 200).");
            return uit;
        }
        std::size_t nummer = 0;
        for (const auto& item : w.get_array()) {
            const Lezer::Stap stap(l, std::to_string(nummer++));
            uit.push_back(Vorm<T>::lees(item, l));
        }
        return uit;
    }
    static bj::value schema(SchemaBoek& b) {
        return {{"type", "array"}, {"items", Vorm<T>::schema(b)}};
    }
};

/// A described struct is an object. Unknown members of the input are faults: a typing error must not be swallowed.
template <class T>
    requires boost::describe::has_describe_members<T>::value
struct Vorm<T> {
    using Leden = boost::describe::describe_members<T, boost::describe::mod_any_access | boost::describe::mod_inherited>;

    static bj::value schrijf(const T& w) {
        bj::object uit;
        boost::mp11::mp_for_each<Leden>([&](auto lid) {
            using Veld = std::remove_cvref_t<decltype(w.*lid.pointer)>;
            uit.emplace(camel(lid.name), Vorm<Veld>::schrijf(w.*lid.pointer));
        });
        return uit;
    }
    static T lees(const bj::value& w, Lezer& l) {
        T uit{};
        if (!w.is_object()) {
            l.fout("geen-object", "Hier hoort een object te staan.");
            return uit;
        }
        const auto& object = w.get_object();
        std::set<std::string, std::less<>> bekend;
        boost::mp11::mp_for_each<Leden>([&](auto lid) {
            using Veld = std::remove_cvref_t<decltype(uit.*lid.pointer)>;
            const auto naam = camel(lid.name);
            bekend.insert(naam);
            const Lezer::Stap stap(l, naam);
            const auto* lid_waarde = object.if_contains(naam);
            if (lid_waarde == nullptr) {
                if constexpr (!detail::is_optional<Veld>::value && !detail::is_wijziging<Veld>::value) {
                    l.fout("ontbreekt", "Dit veld is verplicht.");
                }
                return;
            }
            uit.*lid.pointer = Vorm<Veld>::lees(*lid_waarde, l);
        });
        for (const auto& lid : object) {
            if (!bekend.contains(std::string_view(lid.key()))) {
                const Lezer::Stap stap(l, std::string_view(lid.key()).substr(0, 60));
                l.fout("onbekend-veld", "Dit veld bestaat hier niet.");
            }
        }
        return uit;
    }
    static bj::value schema(SchemaBoek& b) {
        const auto naam = soortnaam<T>() + (b.invoer ? "Invoer" : "");
        if (b.neem(naam, typeid(T))) {  // before its members, so that a recursive type ends
            bj::object leden;
            bj::array verplicht;
            boost::mp11::mp_for_each<Leden>([&](auto lid) {
                using Veld = std::remove_cvref_t<decltype(std::declval<T>().*lid.pointer)>;
                leden.emplace(camel(lid.name), Vorm<Veld>::schema(b));
                const bool mag_weg = detail::is_optional<Veld>::value || detail::is_wijziging<Veld>::value;
                if (!b.invoer || !mag_weg) verplicht.push_back(bj::value(camel(lid.name)));
            });
            bj::object schema{{"type", "object"}, {"properties", std::move(leden)}, {"additionalProperties", false}};
            if (!verplicht.empty()) schema.emplace("required", std::move(verplicht));
            b.schemas[naam] = std::move(schema);
        }
        return {{"$ref", "#/components/schemas/" + naam}};
    }
};

}  // namespace json
}  // namespace damwand
