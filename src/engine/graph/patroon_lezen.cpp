// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "base/json.hpp"
#include "engine/graph/patroon.hpp"

namespace damwand::graph {
namespace {

namespace bj = boost::json;
using json::Lezer;

constexpr std::size_t meeste_knopen = 8, meeste_banden = 20, meeste_vensters = 10, meeste_soorten = 20;
constexpr std::int64_t meeste_dagen = 36500;

class Patroonlezer {
  public:
    Patroonlezer(std::span<const std::string> knooptypen, std::span<const std::string> bandtypen) : m_knooptypen(knooptypen), m_bandtypen(bandtypen) {}

    Patroon lees(const bj::value& invoer) {
        if (const auto* o = object(invoer, {"naam", "knopen", "verbanden", "vensters", "volgorde"})) {
            if (const auto* w = o->if_contains("naam")) {
                const Lezer::Stap stap(m_lezer, "naam");
                m_uit.naam = json::detail::lees_tekst(*w, m_lezer, 0, 200);
            }
            lid(*o, "knopen", [&](const bj::value& w) { knopen(w); });
            lijst(*o, "verbanden", meeste_banden, true, [&](const bj::value& w) { band(w); });
            lijst(*o, "vensters", meeste_vensters, false, [&](const bj::value& w) { venster(w); });
            lijst(*o, "volgorde", meeste_banden, false, [&](const bj::value& w) { verwijzing(w, m_uit.volgorde); });
        }
        if (m_lezer.in_orde() && !verbonden()) m_lezer.fout("los", "De verbanden maken niet alle knopen aan elkaar vast.");
        if (!m_lezer.in_orde()) throw Fout(FoutSoort::ongeldig, "invoer-ongeldig", "Het patroon klopt niet. Zie de genoemde velden.", std::move(m_lezer).fouten());
        return std::move(m_uit);
    }

  private:
    const bj::object* object(const bj::value& w, std::initializer_list<std::string_view> leden) {
        if (!w.is_object()) {
            m_lezer.fout("geen-object", "Hier hoort een object te staan.");
            return nullptr;
        }
        for (const auto& [naam, _] : w.get_object()) {
            if (std::find(leden.begin(), leden.end(), std::string_view(naam)) != leden.end()) continue;
            const Lezer::Stap stap(m_lezer, std::string_view(naam).substr(0, 60));
            m_lezer.fout("onbekend-veld", "Dit veld bestaat hier niet.");
        }
        return &w.get_object();
    }
    template <class F>
    void lid(const bj::object& o, std::string_view naam, F&& f, bool moet = true) {
        const Lezer::Stap stap(m_lezer, naam);
        if (const auto* w = o.if_contains(naam)) f(*w);
        else if (moet) m_lezer.fout("ontbreekt", "Dit veld is verplicht.");
    }
    template <class F>
    void lijst(const bj::object& o, std::string_view naam, std::size_t meeste, bool moet, F&& f) {
        lid(o, naam, [&](const bj::value& w) {
            if (!w.is_array() || w.get_array().size() > meeste) return m_lezer.fout("geen-lijst", "Hier hoort een lijst te staan, van hoogstens " + std::to_string(meeste) + ".");
            std::size_t nummer = 0;
            for (const auto& een : w.get_array()) {
                const Lezer::Stap stap(m_lezer, std::to_string(nummer++));
                f(een);
            }
        }, moet);
    }
    std::optional<std::uint16_t> type(const bj::object& o, std::span<const std::string> typen) {
        std::optional<std::uint16_t> uit;
        lid(o, "type", [&](const bj::value& w) { uit = een_type(w, typen); }, false);
        return uit;
    }
    std::optional<std::uint16_t> een_type(const bj::value& w, std::span<const std::string> typen) {
        const auto naam = json::detail::lees_tekst(w, m_lezer, 1, 200);
        const auto plek = std::find(typen.begin(), typen.end(), naam);
        if (plek != typen.end()) return static_cast<std::uint16_t>(plek - typen.begin());
        m_lezer.fout("onbekende-soort", "Deze soort bestaat hier niet.");
        return std::nullopt;
    }
    /// One kind or a list of them.
    std::vector<std::uint16_t> knoopsoorten(const bj::object& o) {
        std::vector<std::uint16_t> uit;
        const auto neem = [&](const bj::value& w) {
            if (const auto type = een_type(w, m_knooptypen)) uit.push_back(*type);
        };
        if (const auto* w = o.if_contains("type"); w != nullptr && w->is_array()) lijst(o, "type", meeste_soorten, true, neem);
        else lid(o, "type", neem, false);
        return uit;
    }
    std::optional<std::int32_t> dag(const bj::object& o, std::string_view naam) {
        std::optional<std::int32_t> uit;
        lid(o, naam, [&](const bj::value& w) {
            const auto datum = json::Vorm<Datum>::lees(w, m_lezer);
            if (datum.ok()) uit = static_cast<std::int32_t>(std::chrono::sys_days(datum).time_since_epoch().count());
        }, false);
        return uit;
    }
    void knopen(const bj::value& w) {
        if (!w.is_object() || w.get_object().size() < 2 || w.get_object().size() > meeste_knopen) return m_lezer.fout("geen-knopen", "Hier horen twee tot acht knopen te staan, elk met een naam.");
        for (const auto& [naam, knoop] : w.get_object()) {
            const Lezer::Stap stap(m_lezer, std::string_view(naam).substr(0, 60));
            if (const auto* o = object(knoop, {"type"})) m_uit.knopen.push_back({std::string(naam), knoopsoorten(*o)});
        }
    }
    std::size_t eind(const bj::object& o, std::string_view naam) {
        std::size_t uit = 0;
        lid(o, naam, [&](const bj::value& w) {
            const auto plek = std::find_if(m_uit.knopen.begin(), m_uit.knopen.end(), [&](const auto& k) { return w.is_string() && w.get_string() == k.naam; });
            if (plek == m_uit.knopen.end()) m_lezer.fout("onbekende-knoop", "Deze knoop staat niet bij de knopen.");
            else uit = static_cast<std::size_t>(plek - m_uit.knopen.begin());
        });
        return uit;
    }
    void band(const bj::value& w) {
        const auto* o = object(w, {"naam", "van", "naar", "type", "beide", "begin", "eind"});
        if (o == nullptr) return;
        Patroonband b{.naam = {}, .van = eind(*o, "van"), .naar = eind(*o, "naar"), .type = type(*o, m_bandtypen)};
        if (b.van == b.naar && m_lezer.in_orde()) m_lezer.fout("lus", "Een verband loopt tussen twee verschillende knopen.");
        lid(*o, "naam", [&](const bj::value& n) { b.naam = json::detail::lees_tekst(n, m_lezer, 1, 60); }, false);
        lid(*o, "beide", [&](const bj::value& n) { b.beide = json::Vorm<bool>::lees(n, m_lezer); }, false);
        if (const auto begin = dag(*o, "begin")) b.periode.van = *begin;
        if (const auto eind = dag(*o, "eind")) b.periode.tot = *eind;
        if (b.periode.tot < b.periode.van) m_lezer.fout("te-vroeg", "Het einde kan niet vóór het begin liggen.");
        m_uit.banden.push_back(std::move(b));
    }
    void verwijzing(const bj::value& w, std::vector<std::size_t>& uit) {
        const auto plek = std::find_if(m_uit.banden.begin(), m_uit.banden.end(), [&](const auto& b) { return !b.naam.empty() && w.is_string() && w.get_string() == b.naam; });
        if (plek == m_uit.banden.end()) m_lezer.fout("onbekend-verband", "Geen verband heeft deze naam.");
        else uit.push_back(static_cast<std::size_t>(plek - m_uit.banden.begin()));
    }
    void venster(const bj::value& w) {
        const auto* o = object(w, {"verbanden", "dagen"});
        if (o == nullptr) return;
        Venster v;
        lijst(*o, "verbanden", meeste_banden, true, [&](const bj::value& een) { verwijzing(een, v.banden); });
        lid(*o, "dagen", [&](const bj::value& n) { v.dagen = static_cast<std::int32_t>(json::detail::lees_getal(n, m_lezer, 0, meeste_dagen)); });
        m_uit.vensters.push_back(std::move(v));
    }
    [[nodiscard]] bool verbonden() const {
        std::vector<bool> bereikt(m_uit.knopen.size());
        bereikt[0] = true;
        for (std::size_t i = 0; i < bereikt.size(); ++i) {
            for (const auto& b : m_uit.banden) {
                if (bereikt[b.van] || bereikt[b.naar]) bereikt[b.van] = bereikt[b.naar] = true;
            }
        }
        return std::find(bereikt.begin(), bereikt.end(), false) == bereikt.end();
    }

    std::span<const std::string> m_knooptypen, m_bandtypen;
    Lezer m_lezer;
    Patroon m_uit;
};

}  // namespace

Patroon lees_patroon(const bj::value& invoer, std::span<const std::string> knooptypen, std::span<const std::string> bandtypen) { return Patroonlezer(knooptypen, bandtypen).lees(invoer); }

}  // namespace damwand::graph
