// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "base/csv.hpp"
#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "engine/graph/formaten.hpp"

namespace damwand::graph {
namespace {

using Cellen = std::vector<std::string>;
using Uitslag = csv::Lezer::Uitslag;

bool is_getal(std::string_view t) { return !t.empty() && t.find_first_not_of("0123456789.-+") == std::string_view::npos; }

/// Whether a first line names columns: it has a word of the trade, or it is words and the next line is numbers.
bool is_kop(const Cellen& eerste, const Cellen& tweede) {
    static constexpr std::array namen{"van", "naar", "from", "to", "source", "target", "bron", "doel", "src", "dst", "id1", "id2", "node1", "node2", "knoop1", "knoop2"};
    const auto bekend = [&](const std::string& cel) { return std::any_of(namen.begin(), namen.end(), [&](const char* n) { return vouw(cel) == n; }); };
    if (eerste.size() < 2) return false;
    if (bekend(eerste[0]) && bekend(eerste[1])) return true;
    return tweede.size() >= 2 && !is_getal(eerste[0]) && !is_getal(eerste[1]) && is_getal(tweede[0]) && is_getal(tweede[1]);
}

/// Takes back the apostrophe that the writer of this house puts before what a spreadsheet would work out.
std::string_view zonder_apostrof(std::string_view cel) {
    const bool formule = cel.size() > 1 && cel[0] == '\'' && std::string_view("=+-@\t").find(cel[1]) != std::string_view::npos;
    return formule ? cel.substr(1) : cel;
}

class Csv {
  public:
    Csv(std::istream& in, Lijstmaker& maker) : m_lezer(in), m_maker(maker) {}

    void lees() {
        Cellen eerste, tweede;
        const auto uitslag = neem(eerste);
        if (uitslag == Uitslag::einde) return;
        if (uitslag == Uitslag::geen_utf8 || (uitslag == Uitslag::rij && eerste.size() < 2))
            throw Fout(FoutSoort::ongeldig, "graaf-csv", m_maker.opties().bestand + ", regel " + std::to_string(m_lezer.regel()) + ": " +
                           (uitslag == Uitslag::rij ? "een regel heeft ten minste twee kolommen, de uiteinden van een verband." : "dit is geen UTF-8. Sla het op als \"CSV UTF-8\"."));
        const auto regel = m_lezer.regel();
        const auto volgende = neem(tweede);
        if (uitslag == Uitslag::rij && m_maker.opties().kop.value_or(is_kop(eerste, tweede))) m_kolommen = eerste;
        else rij(uitslag, eerste, regel);
        for (auto u = volgende; u != Uitslag::einde; u = neem(tweede)) rij(u, tweede, m_lezer.regel());
    }

  private:
    Uitslag neem(Cellen& cellen) {
        m_maker.meld(m_lezer.bytes());
        return m_lezer.volgende(cellen);
    }

    void rij(Uitslag uitslag, const Cellen& cellen, std::uint64_t regel) {
        ++m_maker.verslag().gelezen;
        switch (uitslag) {
            case Uitslag::te_lang: return m_maker.keur_af(regel, "", "Deze regel is langer dan 1 MiB of heeft meer dan 200 kolommen.");
            case Uitslag::aanhaling: return m_maker.keur_af(regel, "", "De aanhalingstekens in deze regel kloppen niet.");
            case Uitslag::geen_utf8: return m_maker.keur_af(regel, "", "Deze regel is geen UTF-8.");
            default: break;
        }
        if (cellen.size() < 2) return m_maker.keur_af(regel, "", "Deze regel heeft geen twee kolommen.");
        const std::array einden{zonder_apostrof(trim(cellen[0])), zonder_apostrof(trim(cellen[1]))};
        for (std::size_t i = 0; i < 2; ++i) {
            if (!is_id(einden.at(i))) return m_maker.keur_af(regel, "kolom " + std::to_string(i + 1), "Hier hoort een uiteinde te staan, van ten hoogste 1.000 bytes.");
        }
        Lijstband band;
        try {
            for (std::size_t i = 2; i < cellen.size(); ++i) neem_kolom(band, i, zonder_apostrof(trim(cellen[i])));
        } catch (const Afkeuring& a) {
            return m_maker.keur_af(regel, "kolom " + a.pad, a.reden);
        }
        band.van = m_maker.knoop(einden[0]);
        band.naar = m_maker.knoop(einden[1]);
        m_maker.band(std::move(band));
    }

    void neem_kolom(Lijstband& band, std::size_t i, std::string_view waarde) {
        if (i >= m_kolommen.size()) return m_maker.onbekend("kolom " + std::to_string(i + 1));
        const auto& naam = m_kolommen[i];
        if (naam == "type" || naam == "soort") band.type = m_maker.bandtype(waarde);
        else if (naam == "id") band.id = waarde;
        else if (!zet_vaste_eigenschap(band, naam, waarde) && !waarde.empty()) band.eigenschappen.push_back({naam, std::string(waarde)});
    }

    csv::Lezer m_lezer;
    Lijstmaker& m_maker;
    Cellen m_kolommen;
};

std::string naam_van(const Lijstknoop& k) { return k.naam.empty() ? k.id : k.naam; }

}  // namespace

void lees_csv(std::istream& in, Lijstmaker& maker) { Csv(in, maker).lees(); }

void schrijf_csv(std::ostream& uit, const Lijst& lijst) {
    std::vector<std::string> namen;
    for (const auto& b : lijst.banden) {
        for (const auto& e : b.eigenschappen) {
            if (std::find(namen.begin(), namen.end(), e.naam) == namen.end()) namen.push_back(e.naam);
        }
    }
    Cellen kop{"van", "naar", "type", "id", "geldigVan", "geldigTot", "betrouwbaarheid"};
    kop.insert(kop.end(), namen.begin(), namen.end());
    uit << csv::merk << csv::regel(kop);
    for (const auto& b : lijst.banden) {
        Cellen cellen{lijst.knopen[b.van].id, lijst.knopen[b.naar].id, lijst.bandtypen[b.type], b.id};
        cellen.resize(kop.size());
        const auto zet = [&](const Eigenschap& e, std::ptrdiff_t vanaf) { cellen[static_cast<std::size_t>(std::find(kop.begin() + vanaf, kop.end(), e.naam) - kop.begin())] = e.waarde; };
        for (const auto& e : vaste_eigenschappen(b)) zet(e, 4);
        for (const auto& e : b.eigenschappen) zet(e, 7);
        uit << csv::regel(cellen);
    }
}

void schrijf_i2(std::ostream& uit, const Lijst& lijst) {
    uit << csv::merk << csv::regel(Cellen{"Van id", "Van soort", "Van label", "Naar id", "Naar soort", "Naar label", "Verband", "Richting", "Begindatum", "Einddatum", "Bron", "Informatie"});
    for (const auto& b : lijst.banden) {
        const auto &van = lijst.knopen[b.van], &naar = lijst.knopen[b.naar];
        const auto dag = [](std::int32_t d, std::int32_t open) { return d == open ? std::string() : dag_tekst(d); };
        const auto graad = betrouwbaarheid_tekst(b.betrouwbaarheid);
        uit << csv::regel(Cellen{van.id, lijst.knooptypen[van.type], naam_van(van), naar.id, lijst.knooptypen[naar.type], naam_van(naar), lijst.bandtypen[b.type],
                                 lijst.gericht ? "heen" : "geen", dag(b.periode.van, Periode{}.van), dag(b.periode.tot, Periode{}.tot), graad.substr(0, 1), graad.substr(1)});
    }
}

}  // namespace damwand::graph
