// SPDX-License-Identifier: EUPL-1.2
// GraphML (graphml.graphdrawing.org, structural layer with attributes) and GEXF 1.2 and 1.3 (gexf.net).
#include <fmt/format.h>
#include <fmt/ostream.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "engine/graph/formaten.hpp"
#include "engine/graph/xml.hpp"

namespace damwand::graph {
namespace {

constexpr std::size_t langste_tekst = 64U << 10U;
constexpr std::size_t meeste_eigenschappen = 200;

std::string_view attribuut(std::span<const Attribuut> lijst, std::string_view naam) {
    const auto plek = std::find_if(lijst.begin(), lijst.end(), [&](const auto& a) { return a.naam == naam; });
    return plek == lijst.end() ? std::string_view{} : plek->waarde;
}

/// What both have in common: a root, a record with properties, the text of one property, and parts that are passed over.
class Lezer : public Xmlafnemer {
  public:
    Lezer(Lijstmaker& maker, std::string_view wortel) : m_maker(maker), m_wortel(wortel) {}

    void begin(std::string_view naam, std::span<const Attribuut> attributen, std::uint64_t regel) final {
        if (m_overslaan > 0) {
            ++m_overslaan;
            return;
        }
        if (!m_begonnen && naam != m_wortel)
            throw Fout(FoutSoort::ongeldig, "graaf-xml", fmt::format("{}, regel {}: het bestand begint niet met <{}>.", m_maker.opties().bestand, regel, m_wortel));
        m_begonnen = true;
        if (!neem(naam, attributen, regel)) {
            m_maker.onbekend(naam);
            m_overslaan = 1;
        }
    }
    void tekst(std::string_view stuk) final {
        if (m_overslaan == 0 && m_sleutel && m_tekst.size() + stuk.size() <= langste_tekst) m_tekst += stuk;
    }
    void einde(std::string_view naam) final {
        if (m_overslaan > 0) --m_overslaan;
        else sluit(naam);
    }

  protected:
    /// False: not known, so passed over with all in it.
    virtual bool neem(std::string_view naam, std::span<const Attribuut> attributen, std::uint64_t regel) = 0;
    virtual void sluit(std::string_view naam) = 0;

    bool begin_record(bool is_band, std::span<const Attribuut> attributen, std::uint64_t regel) {
        if (m_record) return false;
        m_record = Ruwrecord{.is_band = is_band, .regel = regel, .id = std::string(attribuut(attributen, "id")), .van = std::string(attribuut(attributen, "source")), .naar = std::string(attribuut(attributen, "target"))};
        return true;
    }
    void eigenschap(std::string_view naam, std::string_view waarde) {
        if (m_record && !naam.empty() && !waarde.empty() && m_record->eigenschappen.size() < meeste_eigenschappen && is_nette_tekst(waarde) && waarde.size() <= langste_tekst)
            m_record->eigenschappen.push_back({std::string(naam.substr(0, 200)), std::string(waarde)});
    }
    void sluit_record() {
        if (m_record) m_maker.neem(std::move(*m_record));
        m_record.reset();
    }

    Lijstmaker& m_maker;
    std::optional<Ruwrecord> m_record;
    std::optional<std::string> m_sleutel;  ///< the property whose text is being read
    std::string m_tekst;
    std::map<std::string, std::string, std::less<>> m_namen;  ///< of properties by their key

    void begin_tekst(std::string_view sleutel) {
        m_sleutel = std::string(sleutel);
        m_tekst.clear();
    }
    [[nodiscard]] std::string naam_van(std::string_view sleutel) const {
        const auto plek = m_namen.find(sleutel);
        return plek == m_namen.end() ? std::string(sleutel) : plek->second;
    }

  private:
    std::string_view m_wortel;
    bool m_begonnen = false;
    int m_overslaan = 0;
};

class Graphml : public Lezer {
  public:
    explicit Graphml(Lijstmaker& maker) : Lezer(maker, "graphml") {}

  private:
    bool neem(std::string_view naam, std::span<const Attribuut> attributen, std::uint64_t regel) override {
        if (naam == "graphml") return true;
        if (naam == "key" && !m_graaf) {
            const auto leesbaar = attribuut(attributen, "attr.name");
            if (m_namen.size() < meeste_eigenschappen) m_namen.emplace(attribuut(attributen, "id"), leesbaar.empty() ? attribuut(attributen, "id") : leesbaar);
            return true;
        }
        if (naam == "graph" && !m_graaf) {
            m_graaf = true;
            m_maker.lijst().gericht = attribuut(attributen, "edgedefault") != "undirected";
            return true;
        }
        if (naam == "data" && m_record) return begin_tekst(naam_van(attribuut(attributen, "key"))), true;
        return m_graaf && (naam == "node" || naam == "edge") && begin_record(naam == "edge", attributen, regel);
    }
    void sluit(std::string_view naam) override {
        if (naam == "data" && m_sleutel) eigenschap(*std::exchange(m_sleutel, std::nullopt), m_tekst);
        else if (naam == "node" || naam == "edge") sluit_record();
    }
    bool m_graaf = false;
};

class Gexf : public Lezer {
  public:
    explicit Gexf(Lijstmaker& maker) : Lezer(maker, "gexf") {}

  private:
    bool neem(std::string_view naam, std::span<const Attribuut> attributen, std::uint64_t regel) override {
        if (m_record) {
            if (naam == "attvalues") return true;
            if (naam != "attvalue") return false;
            const auto sleutel = attribuut(attributen, "for");
            eigenschap(naam_van(std::string(m_record->is_band ? "edge/" : "node/") + std::string(sleutel)), attribuut(attributen, "value"));
            return true;
        }
        if (naam == "graph" && !m_graaf) {
            m_graaf = true;
            m_maker.lijst().gericht = attribuut(attributen, "defaultedgetype") == "directed";
            return true;
        }
        if (naam == "attributes") {
            m_klasse = std::string(attribuut(attributen, "class"));
            return true;
        }
        if (naam == "attribute") {
            if (m_namen.size() < 2 * meeste_eigenschappen) m_namen.emplace(m_klasse + "/" + std::string(attribuut(attributen, "id")), attribuut(attributen, "title"));
            return true;
        }
        if (naam == "gexf" || naam == "nodes" || naam == "edges") return true;
        if (!m_graaf || (naam != "node" && naam != "edge") || !begin_record(naam == "edge", attributen, regel)) return false;
        static constexpr std::array<std::string_view, 5> van_band{"kind", "label", "start", "end", "weight"};
        if (!m_record->is_band) eigenschap("label", attribuut(attributen, "label"));
        else for (const auto a : van_band) eigenschap(a == "kind" ? "type" : a, attribuut(attributen, a));
        return true;
    }
    void sluit(std::string_view naam) override {
        if (naam == "node" || naam == "edge") sluit_record();
    }
    bool m_graaf = false;
    std::string m_klasse;
};

/// Names of properties with a key each, in order of first use.
class Sleutels {
  public:
    std::size_t van(const std::string& naam) {
        const auto [plek, nieuw] = m_op_naam.emplace(naam, m_namen.size());
        if (nieuw) m_namen.push_back(naam);
        return plek->second;
    }
    [[nodiscard]] const std::vector<std::string>& namen() const noexcept { return m_namen; }

  private:
    std::map<std::string, std::size_t> m_op_naam;
    std::vector<std::string> m_namen;
};

std::vector<Eigenschap> alle(const Lijst& lijst, const Lijstknoop& k, bool met_naam) {
    std::vector<Eigenschap> uit;
    if (k.type != 0) uit.push_back({"type", lijst.knooptypen[k.type]});
    if (met_naam && !k.naam.empty()) uit.push_back({"label", k.naam});
    uit.insert(uit.end(), k.eigenschappen.begin(), k.eigenschappen.end());
    return uit;
}

std::vector<Eigenschap> alle(const Lijst& lijst, const Lijstband& b) {
    std::vector<Eigenschap> uit;
    if (b.type != 0) uit.push_back({"type", lijst.bandtypen[b.type]});
    const auto vast = vaste_eigenschappen(b);
    uit.insert(uit.end(), vast.begin(), vast.end());
    uit.insert(uit.end(), b.eigenschappen.begin(), b.eigenschappen.end());
    return uit;
}

template <class F>
void elke_eigenschap(const Lijst& lijst, bool met_naam, F&& f) {
    for (const auto& k : lijst.knopen) {
        for (const auto& e : alle(lijst, k, met_naam)) f(false, e.naam);
    }
    for (const auto& b : lijst.banden) {
        for (const auto& e : alle(lijst, b)) f(true, e.naam);
    }
}

std::string als_id(const std::string& id, std::string_view naam = "id") { return id.empty() ? "" : fmt::format(" {}=\"{}\"", naam, xml_tekst(id)); }

}  // namespace

void lees_graphml(std::istream& in, Lijstmaker& maker) {
    Graphml lezer(maker);
    lees_xml(in, maker.opties().bestand, lezer, [&](std::uint64_t bytes) { maker.meld(bytes); });
    maker.sluit();
}

void lees_gexf(std::istream& in, Lijstmaker& maker) {
    Gexf lezer(maker);
    lees_xml(in, maker.opties().bestand, lezer, [&](std::uint64_t bytes) { maker.meld(bytes); });
    maker.sluit();
}

void schrijf_graphml(std::ostream& uit, const Lijst& lijst) {
    Sleutels sleutels[2];
    elke_eigenschap(lijst, true, [&](bool band, const std::string& naam) { sleutels[band ? 1 : 0].van(naam); });
    uit << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
    for (const int soort : {0, 1}) {
        for (std::size_t i = 0; i < sleutels[soort].namen().size(); ++i)
            fmt::print(uit, "  <key id=\"{}{}\" for=\"{}\" attr.name=\"{}\" attr.type=\"string\"/>\n", soort == 0 ? "n" : "e", i, soort == 0 ? "node" : "edge", xml_tekst(sleutels[soort].namen()[i]));
    }
    fmt::print(uit, "  <graph edgedefault=\"{}\">\n", lijst.gericht ? "directed" : "undirected");
    const auto data = [&](int soort, const std::vector<Eigenschap>& eigenschappen) {
        for (const auto& e : eigenschappen) fmt::print(uit, "<data key=\"{}{}\">{}</data>", soort == 0 ? "n" : "e", sleutels[soort].van(e.naam), xml_tekst(e.waarde));
    };
    for (const auto& k : lijst.knopen) {
        fmt::print(uit, "    <node id=\"{}\">", xml_tekst(k.id));
        data(0, alle(lijst, k, true));
        uit << "</node>\n";
    }
    for (const auto& b : lijst.banden) {
        fmt::print(uit, "    <edge{} source=\"{}\" target=\"{}\">", als_id(b.id), xml_tekst(lijst.knopen[b.van].id), xml_tekst(lijst.knopen[b.naar].id));
        data(1, alle(lijst, b));
        uit << "</edge>\n";
    }
    uit << "  </graph>\n</graphml>\n";
}

void schrijf_gexf(std::ostream& uit, const Lijst& lijst) {
    Sleutels sleutels[2];
    elke_eigenschap(lijst, false, [&](bool band, const std::string& naam) { sleutels[band ? 1 : 0].van(naam); });
    fmt::print(uit, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n  <graph defaultedgetype=\"{}\" mode=\"dynamic\" timeformat=\"date\">\n",
               lijst.gericht ? "directed" : "undirected");
    for (const int soort : {0, 1}) {
        fmt::print(uit, "    <attributes class=\"{}\">\n", soort == 0 ? "node" : "edge");
        for (std::size_t i = 0; i < sleutels[soort].namen().size(); ++i) fmt::print(uit, "      <attribute id=\"{}\" title=\"{}\" type=\"string\"/>\n", i, xml_tekst(sleutels[soort].namen()[i]));
        uit << "    </attributes>\n";
    }
    const auto waarden = [&](int soort, const std::vector<Eigenschap>& eigenschappen) {
        uit << "<attvalues>";
        for (const auto& e : eigenschappen) fmt::print(uit, "<attvalue for=\"{}\" value=\"{}\"/>", sleutels[soort].van(e.naam), xml_tekst(e.waarde));
        uit << "</attvalues>";
    };
    uit << "    <nodes>\n";
    for (const auto& k : lijst.knopen) {
        fmt::print(uit, "      <node id=\"{}\"{}>", xml_tekst(k.id), als_id(k.naam, "label"));
        waarden(0, alle(lijst, k, false));
        uit << "</node>\n";
    }
    uit << "    </nodes>\n    <edges>\n";
    for (const auto& b : lijst.banden) {
        fmt::print(uit, "      <edge{} source=\"{}\" target=\"{}\">", als_id(b.id), xml_tekst(lijst.knopen[b.van].id), xml_tekst(lijst.knopen[b.naar].id));
        waarden(1, alle(lijst, b));
        uit << "</edge>\n";
    }
    uit << "    </edges>\n  </graph>\n</gexf>\n";
}

}  // namespace damwand::graph
