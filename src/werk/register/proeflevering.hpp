// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <zip.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

/// A delivery of the BAG taken apart once more, by other means than the product: whole trees in memory, one zip inside
/// another read as bytes. It shares no line with engine/bag. For tests: slow, and unbounded.
namespace damwand::registers::proef {

using Bytes = std::string;
/// Name → content, in the order of the zip. A zip inside keeps its bytes.
using Delen = std::vector<std::pair<std::string, Bytes>>;

inline Bytes lees_bytes(const std::filesystem::path& pad) {
    std::ifstream in(pad, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline Delen pak_uit(const Bytes& zip) {
    zip_error_t fout;
    zip_error_init(&fout);
    auto* bron = zip_source_buffer_create(zip.data(), zip.size(), 0, &fout);
    auto* open = bron == nullptr ? nullptr : zip_open_from_source(bron, ZIP_RDONLY, &fout);
    if (open == nullptr) throw std::runtime_error("not a zip");
    Delen uit;
    for (zip_int64_t i = 0; i < zip_get_num_entries(open, 0); ++i) {
        zip_stat_t staat;
        zip_stat_index(open, static_cast<zip_uint64_t>(i), 0, &staat);
        Bytes inhoud(staat.size, '\0');
        auto* deel = zip_fopen_index(open, static_cast<zip_uint64_t>(i), 0);
        if (zip_fread(deel, inhoud.data(), staat.size) != static_cast<zip_int64_t>(staat.size)) throw std::runtime_error("a zip that ends");
        zip_fclose(deel);
        uit.emplace_back(staat.name, std::move(inhoud));
    }
    zip_close(open);
    return uit;
}

inline Bytes pak_in(const Delen& delen, const std::filesystem::path& hulp) {
    std::filesystem::remove(hulp);
    int fout = 0;
    auto* zip = zip_open(hulp.c_str(), ZIP_CREATE | ZIP_EXCL, &fout);
    if (zip == nullptr) throw std::runtime_error("cannot write a zip");
    for (const auto& [naam, inhoud] : delen)
        if (zip_file_add(zip, naam.c_str(), zip_source_buffer(zip, inhoud.data(), inhoud.size(), 0), ZIP_FL_ENC_UTF_8) < 0) throw std::runtime_error("cannot add to a zip");
    if (zip_close(zip) != 0) throw std::runtime_error("cannot close a zip");
    return lees_bytes(hulp);
}

// ---- XML as a tree ---------------------------------------------------------------------------------------------

struct Boom {
    explicit Boom(const Bytes& xml) : doc(xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_COMPACT), xmlFreeDoc) {
        if (!doc) throw std::runtime_error("not XML");
    }
    std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> doc;
    [[nodiscard]] const xmlNode* wortel() const { return xmlDocGetRootElement(doc.get()); }
};

inline std::string_view naam_van(const xmlNode* k) { return reinterpret_cast<const char*>(k->name); }
inline std::vector<const xmlNode*> kinderen(const xmlNode* k) {
    std::vector<const xmlNode*> uit;
    for (const auto* n = k->children; n != nullptr; n = n->next)
        if (n->type == XML_ELEMENT_NODE) uit.push_back(n);
    return uit;
}
inline std::string tekst_van(const xmlNode* k) {
    const std::unique_ptr<xmlChar, void (*)(void*)> t(xmlNodeGetContent(k), xmlFree);
    return reinterpret_cast<const char*>(t.get());
}
/// Every element of that local name below, in order.
inline void zoek(const xmlNode* k, std::string_view naam, std::vector<const xmlNode*>& uit) {
    for (const auto* n : kinderen(k)) {
        if (naam_van(n) == naam) uit.push_back(n);
        zoek(n, naam, uit);
    }
}
inline std::vector<std::string> alle(const xmlNode* k, std::string_view naam) {
    std::vector<const xmlNode*> gevonden;
    zoek(k, naam, gevonden);
    std::vector<std::string> uit;
    for (const auto* n : gevonden) uit.push_back(tekst_van(n));
    return uit;
}
/// The text of the child of that name; nothing when there is none.
inline std::string kind(const xmlNode* k, std::string_view naam) {
    for (const auto* n : kinderen(k))
        if (naam_van(n) == naam) return tekst_van(n);
    return {};
}

// ---- the same delivery in another hand ---------------------------------------------------------------------------

/// How another tool writes the same: `regels`: everything on a line of its own, else all on one line.
struct Hand {
    bool regels = false;
};

namespace hand {

inline void ontsnapt(std::string& uit, std::string_view tekst, bool attribuut) {
    for (const char c : tekst) {
        if (c == '&') uit += "&#38;";
        else if (c == '<') uit += "&#x3C;";
        else if (attribuut && c == '\'') uit += "&apos;";
        else uit += c;
    }
}

class Schrijver {
  public:
    Schrijver(Hand hand, std::string& uit) : m_hand(hand), m_uit(uit) {}

    void document(const xmlNode* wortel) {
        m_uit += m_hand.regels ? "<?xml version='1.0' encoding='utf-8' standalone='yes'?>\n<!-- by another hand -->\n" : "<?xml version=\"1.0\"?>";
        verzamel(wortel);
        element(wortel, true, 0);
        m_uit += m_hand.regels ? "\n<!-- the end -->\n" : "";
    }

  private:
    void verzamel(const xmlNode* k) {
        if (k->ns != nullptr) m_voorvoegsels.try_emplace(reinterpret_cast<const char*>(k->ns->href), fmt::format("q{}", m_voorvoegsels.size()));
        for (const auto* a = k->properties; a != nullptr; a = a->next)
            if (a->ns != nullptr) m_voorvoegsels.try_emplace(reinterpret_cast<const char*>(a->ns->href), fmt::format("q{}", m_voorvoegsels.size()));
        for (const auto* n : kinderen(k)) verzamel(n);
    }
    // The names of the objects themselves stand without a prefix, everything else with another than the Kadaster's.
    std::string noem(const xmlNs* ns, const xmlChar* naam) const {
        const std::string kaal = reinterpret_cast<const char*>(naam);
        return ns == nullptr || is_standaard(reinterpret_cast<const char*>(ns->href)) ? kaal : m_voorvoegsels.at(reinterpret_cast<const char*>(ns->href)) + ":" + kaal;
    }
    static bool is_standaard(std::string_view ruimte) { return ruimte.ends_with("/imbag/objecten/v20200601"); }
    void nieuwe_regel(int diepte) {
        if (m_hand.regels) m_uit += "\r\n" + std::string(static_cast<std::size_t>(diepte), '\t');
    }
    void element(const xmlNode* k, bool wortel, int diepte) {
        const auto naam = noem(k->ns, k->name);
        m_uit += "<" + naam;
        std::vector<std::string> attributen;
        for (const auto* a = k->properties; a != nullptr; a = a->next) {
            const std::unique_ptr<xmlChar, void (*)(void*)> waarde(xmlNodeListGetString(k->doc, a->children, 1), xmlFree);
            std::string een = noem(a->ns, a->name) + "='";
            ontsnapt(een, waarde ? reinterpret_cast<const char*>(waarde.get()) : "", true);
            attributen.push_back(een + "'");
        }
        if (wortel)
            for (const auto& [ruimte, voor] : m_voorvoegsels) attributen.push_back(fmt::format("xmlns{}=\"{}\"", is_standaard(ruimte) ? "" : ":" + voor, ruimte));
        for (auto a = attributen.rbegin(); a != attributen.rend(); ++a) m_uit += (m_hand.regels ? "\n   " : " ") + *a;
        const auto onder = kinderen(k);
        if (onder.empty()) {
            blad(k);
        } else {
            m_uit += ">";
            for (const auto* n : onder) {
                if (++m_nummer % 97 == 0) m_uit += "<!-- a remark, <not> an element & no more -->";
                if (m_nummer % 131 == 0) m_uit += "<?tool passed by?>";
                nieuwe_regel(diepte + 1);
                element(n, false, diepte + 1);
            }
            nieuwe_regel(diepte);
        }
        m_uit += "</" + naam + (m_hand.regels ? " >" : ">");
    }
    void blad(const xmlNode* k) {
        m_uit += ">";
        const auto tekst = tekst_van(k);
        if (naam_van(k) == "posList" || naam_van(k) == "pos") {  // a list: white space between is free
            std::istringstream in(tekst);
            std::string getal;
            for (bool eerste = true; in >> getal; eerste = false) m_uit += (eerste ? "" : m_hand.regels ? "\n\t" : " ") + getal;
        } else if (++m_bladen % 3 == 0 && tekst.find("]]>") == std::string::npos && !tekst.empty()) {
            m_uit += "<![CDATA[" + tekst + "]]>";
        } else if (m_bladen % 3 == 1 && tekst.size() > 2 && (tekst[1] & 0x80) == 0 && (tekst[0] & 0x80) == 0) {  // in two pieces
            ontsnapt(m_uit, tekst.substr(0, 1), false);
            m_uit += fmt::format("&#x{:02X};<![CDATA[{}]]>", static_cast<unsigned char>(tekst[1]), tekst.substr(2));
        } else {
            ontsnapt(m_uit, tekst, false);
        }
    }

    Hand m_hand;
    std::string& m_uit;
    std::map<std::string, std::string> m_voorvoegsels;
    int m_nummer = 0, m_bladen = 0;
};

}  // namespace hand

/// The delivery written anew, its files by turns in both hands: other prefixes, attributes the other way round, other white space,
/// CDATA, remarks.
inline Bytes herschrijf(const Bytes& zip, const std::filesystem::path& hulp) {
    Delen uit;
    int nummer = 0;
    for (auto& [naam, inhoud] : pak_uit(zip)) {
        if (naam.ends_with(".zip")) {
            uit.emplace_back(naam, herschrijf(inhoud, hulp));
        } else if (naam.ends_with(".xml")) {
            std::string anders;
            hand::Schrijver({.regels = ++nummer % 2 == 0}, anders).document(Boom(inhoud).wortel());
            uit.emplace_back(naam, std::move(anders));
        } else {
            uit.emplace_back(naam, inhoud);
        }
    }
    return pak_in(uit, hulp);
}

// ---- the slow reader -----------------------------------------------------------------------------------------------

/// Table of schema register → its rows as text, columns joined by `|`, nothing as `-`; as `traag_sql` writes them. Moments stand in
/// Dutch local time as delivered, geometry as well-known text without heights. Left out: what is derived (folded names, adres, straat).
class TrageLezer {
  public:
    explicit TrageLezer(const Bytes& zip) {
        zoek_leveringsdocument(zip);
        loop(zip);
    }
    std::map<std::string, std::vector<std::string>> rijen;

  private:
    using Nummers = std::map<std::string, int>;

    void zoek_leveringsdocument(const Bytes& zip) {
        for (const auto& [naam, inhoud] : pak_uit(zip)) {
            if (naam.find("Leveringsdocument") == std::string::npos) continue;
            const Boom boom(inhoud);
            m_dag = alle(boom.wortel(), "StandTechnischeDatum").at(0);
            m_gemeente = std::to_string(std::stoi(alle(boom.wortel(), "GemeenteIdentificatie").at(0)));
        }
    }
    void loop(const Bytes& zip) {
        for (const auto& [naam, inhoud] : pak_uit(zip)) {
            if (naam.ends_with(".zip")) loop(inhoud);
            if (!naam.ends_with(".xml") || naam.find("Leveringsdocument") != std::string::npos) continue;
            // 0457VBO…, 0457IAVBO…, 0457NBVBO…, 0457IOVBO…, GEM-WPL-RELATIE…
            const auto soort = naam.substr(4, 2);
            const Boom boom(inhoud);
            std::vector<const xmlNode*> dingen;
            zoek(boom.wortel(), naam.starts_with("GEM") ? "GemeenteWoonplaatsRelatie" : soort == "IO" ? "kenmerkInOnderzoek" : "bagObject", dingen);
            for (const auto* ding : dingen) {
                if (naam.starts_with("GEM")) relatie(ding);
                else if (soort == "IO") onderzoek(kinderen(ding).at(0));
                else object(kinderen(ding).at(0), soort == "IA" ? 2 : soort == "NB" ? 3 : 1);
            }
        }
    }

    static std::string of(const std::string& waarde) { return waarde.empty() ? "-" : waarde; }
    static std::string getal(const std::string& cijfers) { return cijfers.empty() ? "-" : std::to_string(std::stoll(cijfers)); }
    static std::string dag(const std::string& waarde) { return of(waarde.substr(0, 10)); }
    static std::string moment(std::string waarde) {
        if (waarde.empty()) return "-";
        if (waarde.find('.') == std::string::npos) waarde += ".";
        waarde.resize(23, '0');
        return waarde;
    }
    static std::string reeks(const std::vector<std::string>& waarden) {
        std::string uit;
        for (const auto& w : waarden) uit += (uit.empty() ? "" : ",") + w;
        return of(uit);
    }
    static std::vector<std::string> getallen(std::vector<std::string> waarden) {
        for (auto& w : waarden) w = getal(w);
        return waarden;
    }

    static std::string coordinaat(std::string tekst) {
        if (tekst.find('.') != std::string::npos) {
            while (tekst.back() == '0') tekst.pop_back();
            if (tekst.back() == '.') tekst.pop_back();
        }
        return tekst;
    }
    static std::string punten(const xmlNode* lijst, std::size_t maat) {
        std::istringstream in(tekst_van(lijst));
        std::vector<std::string> alle;
        for (std::string een; in >> een;) alle.push_back(een);
        std::string uit;
        for (std::size_t i = 0; i + 1 < alle.size(); i += maat) uit += (uit.empty() ? "" : ",") + coordinaat(alle[i]) + " " + coordinaat(alle[i + 1]);
        return uit;
    }
    static std::string veelhoek(const xmlNode* vlak, std::size_t maat) {
        std::string uit;
        for (const auto* ring : kinderen(vlak)) {
            std::vector<const xmlNode*> lijst;
            zoek(ring, "posList", lijst);
            uit += std::string(uit.empty() ? "(" : ",(") + punten(lijst.at(0), maat) + ")";
        }
        return "(" + uit + ")";
    }
    static std::string geometrie(const xmlNode* k) {
        for (const auto* n : kinderen(k)) {
            if (naam_van(n) != "geometrie") continue;
            const auto* vorm = kinderen(n).at(0);
            if (naam_van(vorm) == "punt" || naam_van(vorm) == "vlak" || naam_van(vorm) == "multivlak") vorm = kinderen(vorm).at(0);
            const std::unique_ptr<xmlChar, void (*)(void*)> gegeven(xmlGetProp(vorm, reinterpret_cast<const xmlChar*>("srsDimension")), xmlFree);
            const std::size_t maat = gegeven && gegeven.get()[0] == '3' ? 3 : 2;
            if (naam_van(vorm) == "Point") return "POINT(" + punten(kinderen(vorm).at(0), maat) + ")";
            if (naam_van(vorm) == "Polygon") return "POLYGON" + veelhoek(vorm, maat);
            std::string uit;
            std::vector<const xmlNode*> vlakken;
            zoek(vorm, "Polygon", vlakken);
            for (const auto* v : vlakken) uit += (uit.empty() ? "" : ",") + veelhoek(v, maat);
            return "MULTIPOLYGON(" + uit + ")";
        }
        return "-";
    }

    void object(const xmlNode* k, int bestandsoort) {
        static const std::map<std::string, std::string, std::less<>> tabellen{{"Woonplaats", "woonplaats"}, {"OpenbareRuimte", "openbare_ruimte"}, {"Nummeraanduiding", "nummeraanduiding"},
                                                                  {"Verblijfsobject", "verblijfsobject"}, {"Ligplaats", "ligplaats"}, {"Standplaats", "standplaats"}, {"Pand", "pand"}};
        // As the catalogue of the BAG lists them; the numbers are those of the table.
        static const Nummers statussen{{"Woonplaats aangewezen", 1}, {"Woonplaats ingetrokken", 2}, {"Naamgeving uitgegeven", 1}, {"Naamgeving ingetrokken", 2}, {"Plaats aangewezen", 1},
                                       {"Plaats ingetrokken", 2}, {"Verblijfsobject gevormd", 1}, {"Niet gerealiseerd verblijfsobject", 2}, {"Verblijfsobject in gebruik (niet ingemeten)", 3},
                                       {"Verblijfsobject in gebruik", 4}, {"Verbouwing verblijfsobject", 5}, {"Verblijfsobject ingetrokken", 6}, {"Verblijfsobject buiten gebruik", 7},
                                       {"Verblijfsobject ten onrechte opgevoerd", 8}, {"Bouwvergunning verleend", 1}, {"Niet gerealiseerd pand", 2}, {"Bouw gestart", 3},
                                       {"Pand in gebruik (niet ingemeten)", 4}, {"Pand in gebruik", 5}, {"Verbouwing pand", 6}, {"Sloopvergunning verleend", 7}, {"Pand gesloopt", 8},
                                       {"Pand buiten gebruik", 9}, {"Pand ten onrechte opgevoerd", 10}};
        static const Nummers doelen{{"woonfunctie", 1}, {"bijeenkomstfunctie", 2}, {"celfunctie", 3}, {"gezondheidszorgfunctie", 4}, {"industriefunctie", 5}, {"kantoorfunctie", 6},
                                    {"logiesfunctie", 7}, {"onderwijsfunctie", 8}, {"sportfunctie", 9}, {"winkelfunctie", 10}, {"overige gebruiksfunctie", 11}};
        static const Nummers wegen{{"Weg", 1}, {"Water", 2}, {"Spoorbaan", 3}, {"Terrein", 4}, {"Kunstwerk", 5}, {"Landschappelijk gebied", 6}, {"Administratief gebied", 7}};
        static const Nummers soorten{{"Verblijfsobject", 1}, {"Standplaats", 2}, {"Ligplaats", 3}};
        const std::string type(naam_van(k));
        std::vector<const xmlNode*> voorkomens, lv;
        zoek(k, "Voorkomen", voorkomens);
        const auto* v = voorkomens.at(0);
        zoek(v, "BeschikbaarLV", lv);
        const auto eind = kind(v, "eindGeldigheid");
        const auto& status = kind(k, "status");
        const bool weg = status.find("ingetrokken") != std::string::npos || status.starts_with("Niet gerealiseerd") || status.find("gesloopt") != std::string::npos ||
                         status.find("ten onrechte") != std::string::npos;
        const bool staat = bestandsoort == 1 && !weg && kind(v, "beginGeldigheid").substr(0, 10) <= m_dag && (eind.empty() || eind.substr(0, 10) > m_dag) && kind(v, "eindRegistratie").empty() &&
                           kind(v, "tijdstipInactief").empty() && kind(lv.at(0), "tijdstipEindRegistratieLV").empty() && kind(lv[0], "tijdstipInactiefLV").empty() &&
                           kind(lv[0], "tijdstipNietBagLV").empty();
        std::vector<std::string> rij{staat ? "t" : "f", getal(kind(k, "identificatie")), kind(v, "voorkomenidentificatie"), m_gemeente, std::to_string(bestandsoort),
                                     std::to_string(statussen.at(status)), kind(k, "geconstateerd") == "J" ? "t" : "f", kind(k, "documentdatum"), kind(k, "documentnummer"),
                                     dag(kind(v, "beginGeldigheid")), dag(eind), moment(kind(v, "tijdstipRegistratie")), moment(kind(v, "eindRegistratie")), moment(kind(v, "tijdstipInactief")),
                                     moment(kind(lv[0], "tijdstipRegistratieLV")), moment(kind(lv[0], "tijdstipEindRegistratieLV")), moment(kind(lv[0], "tijdstipInactiefLV")),
                                     moment(kind(lv[0], "tijdstipNietBagLV"))};
        const auto erbij = [&](const std::string& waarde) { rij.push_back(waarde); };
        const auto adressen = [&] {
            for (const auto* waar : {"heeftAlsHoofdadres", "heeftAlsNevenadres"}) {
                std::vector<const xmlNode*> gevonden;
                zoek(k, waar, gevonden);
                erbij(gevonden.empty() ? "-" : reeks(getallen(alle(gevonden[0], "NummeraanduidingRef"))));
            }
        };
        if (type == "Woonplaats") {
            erbij(kind(k, "naam"));
        } else if (type == "OpenbareRuimte") {
            const auto kort = alle(k, "VerkorteNaamOpenbareRuimte");
            for (const auto& w : {kind(k, "naam"), kort.empty() ? std::string("-") : kort[0], std::to_string(wegen.at(kind(k, "type"))), getal(alle(k, "WoonplaatsRef").at(0))}) erbij(w);
        } else if (type == "Nummeraanduiding") {
            const auto elders = alle(k, "WoonplaatsRef");
            for (const auto& w : {kind(k, "huisnummer"), of(kind(k, "huisletter")), of(kind(k, "huisnummertoevoeging")), of(kind(k, "postcode")),
                                  std::to_string(soorten.at(kind(k, "typeAdresseerbaarObject"))), elders.empty() ? std::string("-") : getal(elders[0]), getal(alle(k, "OpenbareRuimteRef").at(0))})
                erbij(w);
        } else if (type == "Pand") {
            erbij(getal(kind(k, "oorspronkelijkBouwjaar")));
        } else {
            adressen();
            if (type == "Verblijfsobject") {
                std::vector<std::string> functies;
                for (const auto& d : alle(k, "gebruiksdoel")) functies.push_back(std::to_string(doelen.at(d)));
                for (const auto& w : {reeks(getallen(alle(k, "PandRef"))), reeks(functies), kind(k, "oppervlakte")}) erbij(w);
            }
        }
        if (type != "OpenbareRuimte" && type != "Nummeraanduiding") erbij(geometrie(k));
        neem(tabellen.find(type)->second, rij);
    }

    void onderzoek(const xmlNode* k) {
        static const Nummers typen{{"Woonplaats", 0}, {"Openbareruimte", 1}, {"OpenbareRuimte", 1}, {"Nummeraanduiding", 2}, {"Verblijfsobject", 3}, {"Ligplaats", 4}, {"Standplaats", 5}, {"Pand", 6}};
        std::string van, id;
        for (const auto* n : kinderen(k)) {
            if (!naam_van(n).starts_with("identificatieVan")) continue;
            van = naam_van(n).substr(16);
            id = tekst_van(n);
        }
        std::vector<const xmlNode*> historie, lv;
        zoek(k, "HistorieInOnderzoek", historie);
        zoek(k, "BeschikbaarLVInOnderzoek", lv);
        const auto* h = historie.at(0);
        neem("in_onderzoek", {std::to_string(typen.at(van)), getal(id), m_gemeente, kind(k, "kenmerk"), kind(k, "inOnderzoek") == "J" ? "t" : "f", kind(k, "documentdatum"), kind(k, "documentnummer"),
                              dag(kind(h, "beginGeldigheid")), dag(kind(h, "eindGeldigheid")), moment(kind(h, "tijdstipRegistratie")), moment(kind(h, "eindRegistratie")),
                              moment(kind(lv.at(0), "tijdstipRegistratieLV")), moment(kind(lv[0], "tijdstipEindRegistratieLV"))});
    }
    void relatie(const xmlNode* k) {
        const auto ids = alle(k, "identificatie");
        neem("gemeente_woonplaats", {getal(ids.at(1)), getal(ids[0]), alle(k, "begindatumTijdvakGeldigheid").at(0), reeks(alle(k, "einddatumTijdvakGeldigheid")),
                                     kind(k, "status") == "definitief" ? "2" : "1"});
    }
    void neem(const std::string& tabel, const std::vector<std::string>& waarden) {
        std::string rij;
        for (const auto& w : waarden) rij += (rij.empty() ? "" : "|") + w;
        rijen[tabel].push_back(rij);
    }

    std::string m_dag, m_gemeente;
};

}  // namespace damwand::registers::proef
