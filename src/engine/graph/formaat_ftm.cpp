// SPDX-License-Identifier: EUPL-1.2
// Entities of FollowTheMoney (followthemoney.tech): {"id", "schema", "properties": {name: [values]}}.
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <iterator>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "engine/graph/formaten.hpp"

namespace damwand::graph {
namespace {

namespace bj = boost::json;

constexpr std::size_t langste_regel = 1U << 20U;
constexpr std::size_t grootste_lijst = 64U << 20U;

/// The schemas that FtM declares as edges, with their ends.
struct Randschema {
    std::string_view schema, van, naar;
};
constexpr std::array randschemas{Randschema{"Ownership", "owner", "asset"}, Randschema{"Directorship", "director", "organization"}, Randschema{"Membership", "member", "organization"},
                                 Randschema{"Employment", "employee", "employer"}, Randschema{"Family", "person", "relative"}, Randschema{"Associate", "person", "associate"},
                                 Randschema{"Representation", "agent", "client"}, Randschema{"UnknownLink", "subject", "object"}, Randschema{"Payment", "payer", "beneficiary"},
                                 Randschema{"Debt", "debtor", "creditor"}, Randschema{"Succession", "predecessor", "successor"}, Randschema{"Occupancy", "holder", "post"},
                                 Randschema{"ProjectParticipant", "participant", "project"}, Randschema{"CourtCaseParty", "party", "case"}, Randschema{"Documentation", "document", "entity"},
                                 Randschema{"Similar", "candidate", "match"}};
constexpr std::string_view ander_verband = "UnknownLink", adres = "addressEntity";

/// What this house calls things, as FtM does. Types that begin with a capital are taken for schemas already.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> schema_van{{{"persoon", "Person"}, {"bedrijf", "Company"}, {"onderneming", "Company"}, {"vestiging", "Organization"},
                                                                                  {"rechtspersoon", "LegalEntity"}, {"adres", "Address"}, {"pand", "RealEstate"}, {"voertuig", "Vehicle"}}};

const Randschema* rand(std::string_view schema) {
    const auto* plek = std::find_if(randschemas.begin(), randschemas.end(), [&](const auto& r) { return r.schema == schema; });
    return plek == randschemas.end() ? nullptr : plek;
}

std::string_view tekst(const bj::object& o, std::string_view naam) {
    const auto* w = o.if_contains(naam);
    return w != nullptr && w->is_string() ? std::string_view(w->get_string()) : std::string_view{};
}

/// First text of a property: a list of texts, or one.
std::string_view eerste(const bj::value& waarde) {
    if (waarde.is_string()) return waarde.get_string();
    if (!waarde.is_array() || waarde.get_array().empty() || !waarde.get_array()[0].is_string()) return {};
    return waarde.get_array()[0].get_string();
}

template <class F>
void elke_tekst(const bj::value& waarde, F&& f) {
    if (waarde.is_string()) f(std::string_view(waarde.get_string()));
    if (!waarde.is_array()) return;
    for (const auto& w : waarde.get_array()) {
        if (w.is_string()) f(std::string_view(w.get_string()));
    }
}

class Ftm {
  public:
    explicit Ftm(Lijstmaker& maker) : m_maker(maker) {}

    void lees(std::istream& in) {
        while (std::isspace(in.peek()) != 0) in.get();
        if (in.peek() == '[') return lees_lijst(in);
        std::string regel;
        std::uint64_t nummer = 0, bytes = 0;
        while (lees_regel(in, regel)) {
            bytes += regel.size() + 1;
            m_maker.meld(bytes);
            if (++nummer; trim(regel).empty()) continue;
            boost::system::error_code fout;
            const auto waarde = regel.size() > langste_regel ? bj::value{} : bj::parse(regel, fout, {}, {.max_depth = 16});
            if (fout) {
                if (nummer == 1) throw Fout(FoutSoort::ongeldig, "graaf-json", fmt::format("{}, regel 1: dit is geen JSON.", m_maker.opties().bestand));
                ++m_maker.verslag().gelezen;
                m_maker.keur_af(nummer, "", "Deze regel is geen JSON.");
                continue;
            }
            neem(waarde, nummer, "");
        }
    }

  private:
    /// At most one byte more than a line may have; the rest of it is passed over.
    static bool lees_regel(std::istream& in, std::string& uit) {
        uit.clear();
        if (in.peek() == std::istream::traits_type::eof()) return false;
        for (int c = in.get(); c != std::istream::traits_type::eof() && c != '\n'; c = in.get()) {
            if (uit.size() <= langste_regel) uit += static_cast<char>(c);
        }
        return true;
    }

    void lees_lijst(std::istream& in) {
        std::string alles;
        std::array<char, 65536> stuk{};
        while (in.read(stuk.data(), stuk.size()), in.gcount() > 0) {
            alles.append(stuk.data(), static_cast<std::size_t>(in.gcount()));
            m_maker.meld(alles.size());
            if (alles.size() > grootste_lijst) throw Fout(FoutSoort::te_groot, "graaf-te-groot", m_maker.opties().bestand + ": een JSON-lijst is hoogstens 64 MiB. Zet elke entiteit op een eigen regel.");
        }
        boost::system::error_code fout;
        const auto waarde = bj::parse(alles, fout, {}, {.max_depth = 16});
        if (fout) throw Fout(FoutSoort::ongeldig, "graaf-json", m_maker.opties().bestand + ": dit is geen geldige JSON.");
        std::uint64_t nummer = 0;
        for (const auto& w : waarde.get_array()) {
            ++nummer;
            neem(w, 1, fmt::format("/{}", nummer - 1));
        }
    }

    void neem(const bj::value& waarde, std::uint64_t regel, const std::string& pad) {
        const auto weiger = [&](std::string_view lid, std::string reden) {
            ++m_maker.verslag().gelezen;
            m_maker.keur_af(regel, fmt::format("{}/{}", pad, lid), std::move(reden));
        };
        if (!waarde.is_object()) return weiger("", "Hier hoort een entiteit te staan, een JSON-object.");
        const auto& o = waarde.get_object();
        const auto schema = tekst(o, "schema");
        if (schema.empty()) return weiger("schema", "De entiteit heeft geen schema.");
        static const bj::object leeg;
        const auto* e = o.if_contains("properties");
        const auto& eigenschappen = e != nullptr && e->is_object() ? e->get_object() : leeg;
        Ruwrecord record{.regel = regel, .id = std::string(tekst(o, "id"))};
        const auto* als_rand = rand(schema);
        record.is_band = als_rand != nullptr;
        std::vector<std::string> adressen;
        std::string_view rol;
        for (const auto& [naam, w] : eigenschappen) {
            const std::string_view sleutel = naam;
            if (als_rand != nullptr && sleutel == als_rand->van) record.van = eerste(w);
            else if (als_rand != nullptr && sleutel == als_rand->naar) record.naar = eerste(w);
            else if (als_rand != nullptr && sleutel == "role" && schema == ander_verband) rol = eerste(w);
            else if (als_rand == nullptr && sleutel == adres) elke_tekst(w, [&](std::string_view t) { adressen.emplace_back(t); });
            else elke_tekst(w, [&](std::string_view t) {
                if (is_nette_tekst(t)) record.eigenschappen.push_back({std::string(sleutel.substr(0, 200)), std::string(t)});
            });
        }
        record.eigenschappen.insert(record.eigenschappen.begin(), {"type", std::string(rol.empty() ? schema : rol)});
        const auto id = record.id;
        m_maker.neem(std::move(record));
        for (auto& a : adressen) m_maker.neem({.is_band = true, .regel = regel, .van = id, .naar = std::move(a), .eigenschappen = {{"type", std::string(adres)}}});
    }

    Lijstmaker& m_maker;
};

bj::object entiteit(std::string_view id, std::string_view schema, const std::vector<Eigenschap>& eigenschappen) {
    bj::object lijst;
    for (const auto& e : eigenschappen) {
        auto& waarden = lijst[e.naam];
        if (!waarden.is_array()) waarden = bj::array{};
        waarden.get_array().emplace_back(e.waarde);
    }
    return {{"id", id}, {"schema", schema}, {"properties", std::move(lijst)}};
}

std::string_view knoopschema(std::string_view type) {
    if (!type.empty() && type[0] >= 'A' && type[0] <= 'Z') return type;
    const auto* plek = std::find_if(schema_van.begin(), schema_van.end(), [&](const auto& p) { return p.first == type; });
    return plek == schema_van.end() ? "Thing" : plek->second;
}

}  // namespace

void lees_ftm(std::istream& in, Lijstmaker& maker) {
    maker.lijst().gericht = true;
    Ftm(maker).lees(in);
    maker.sluit();
}

void schrijf_ftm(std::ostream& uit, const Lijst& lijst) {
    for (const auto& k : lijst.knopen) {
        auto eigenschappen = k.eigenschappen;
        if (!k.naam.empty()) eigenschappen.insert(eigenschappen.begin(), {"name", k.naam});
        uit << bj::serialize(entiteit(k.id, knoopschema(lijst.knooptypen[k.type]), eigenschappen)) << "\n";
    }
    std::size_t nummer = 0;
    for (const auto& b : lijst.banden) {
        const auto& type = lijst.bandtypen[b.type];
        const auto* schema = rand(type);
        const auto* ends = schema != nullptr ? schema : rand(ander_verband);
        std::vector<Eigenschap> eigenschappen{{std::string(ends->van), lijst.knopen[b.van].id}, {std::string(ends->naar), lijst.knopen[b.naar].id}};
        if (schema == nullptr && !type.empty()) eigenschappen.push_back({"role", type});
        if (b.periode.van != Periode{}.van) eigenschappen.push_back({"startDate", dag_tekst(b.periode.van)});
        if (b.periode.tot != Periode{}.tot) eigenschappen.push_back({"endDate", dag_tekst(b.periode.tot)});
        eigenschappen.insert(eigenschappen.end(), b.eigenschappen.begin(), b.eigenschappen.end());
        ++nummer;
        uit << bj::serialize(entiteit(b.id.empty() ? fmt::format("verband-{}", nummer) : b.id, ends->schema, eigenschappen)) << "\n";
    }
}

}  // namespace damwand::graph
