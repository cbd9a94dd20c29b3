// SPDX-License-Identifier: EUPL-1.2
#include "app/netwerk.hpp"

#include <fmt/format.h>
#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <boost/json.hpp>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <memory>

#include "app/voortgang.hpp"
#include "base/fout.hpp"
#include "base/json.hpp"
#include "engine/graph/buurt.hpp"
#include "engine/graph/groepen.hpp"
#include "engine/graph/lijst.hpp"
#include "engine/graph/maten.hpp"
#include "engine/graph/netwerk.hpp"
#include "engine/graph/pad.hpp"
#include "engine/graph/paden.hpp"
#include "engine/graph/patroon.hpp"

namespace damwand::app {
namespace {

namespace bj = boost::json;
using namespace damwand::graph;

struct Vraag {
    std::string bestand, formaat, van, naar, doel, periode, betrouwbaarheid, patroon;
    std::vector<std::string> via, mijd, typen;
    unsigned stappen = 0;
    std::size_t aantal = 0, meeste = 1000;
    double steekproef = 0;
    std::uint64_t zaad = 1;
    bool gericht = false, json = false, alle = false, databank = false;
};

Fout ongeldig(std::string veld, std::string uitleg) { return {FoutSoort::ongeldig, "invoer-ongeldig", std::move(uitleg), {}, std::move(veld)}; }

Formaat formaat(const std::string& bestand, const std::string& genoemd) {
    if (const auto f = formaat_van(genoemd.empty() ? bestand : "." + genoemd)) return *f;
    if (genoemd == "i2") return Formaat::i2;
    throw ongeldig("bestand", bestand + ": aan de naam is niet te zien wat voor bestand dit is. Noem het: csv, graphml, gexf, ftm.");
}

std::string tekst(std::string_view t) { return bj::serialize(bj::string(t)); }
/// The shortest number that reads back the same; null for what has no value.
std::string getal(double g) { return std::isfinite(g) ? fmt::format("{}", g) : "null"; }

/// A file read and looked at through the filter of the command line.
class Werk {
  public:
    Werk(const Vraag& vraag, const NetwerkWerkplek& werkplek) : m_vraag(vraag), m_werkplek(werkplek), m_balk(werkplek.woorden, werkplek.terminal) {
        std::error_code geen;
        LeesOpties opties{.bestand = vraag.bestand, .bytes = std::filesystem::file_size(vraag.bestand, geen), .voortgang = voortgang("lezen")};
        std::ifstream in(vraag.bestand, std::ios::binary);
        if (!in || std::filesystem::is_directory(vraag.bestand, geen)) throw ongeldig("bestand", vraag.bestand + " is er niet of is niet te lezen.");
        lijst = lees(in, formaat(vraag.bestand, vraag.formaat), verslag, opties);
        lijst.gericht = lijst.gericht || vraag.gericht;
        m_balk.klaar();
        for (const auto& a : verslag.afkeuringen) fmt::print(werkplek.woorden, "{}, regel {}{}{}: {}\n", vraag.bestand, a.regel, a.pad.empty() ? "" : ", ", a.pad, a.reden);
        if (verslag.afgekeurd > 0) fmt::print(werkplek.woorden, "{} van {} regels overgeslagen.\n", met_punten(verslag.afgekeurd), met_punten(verslag.gelezen));
    }
    [[nodiscard]] Blik blik() const { return {Netwerk(basis_van(lijst)).opname(), {}, filter()}; }
    [[nodiscard]] Knoop knoop(const Blik& b, const std::string& id) const {
        for (std::size_t i = 0; i < lijst.knopen.size(); ++i) {
            if (lijst.knopen[i].id == id) return b.eis(i);
        }
        throw ongeldig("knoop", "Deze knoop staat niet in het bestand.");
    }
    [[nodiscard]] std::vector<Knoop> knopen(const Blik& b, const std::vector<std::string>& ids) const {
        std::vector<Knoop> uit;
        for (const auto& id : ids) uit.push_back(knoop(b, id));
        return uit;
    }
    [[nodiscard]] const std::string& id(const Blik& b, Knoop k) const { return lijst.knopen[b.sleutel(k)].id; }
    [[nodiscard]] Voortgang voortgang(std::string fase) {
        return [this, fase = std::move(fase)](const Stand& stand) {
            m_balk.toon(fase, stand, 0);
            return !m_stop.gevraagd();
        };
    }
    void klaar() { m_balk.klaar(); }
    [[nodiscard]] int uitkomst() const { return verslag.afgekeurd == 0 ? 0 : 1; }
    [[nodiscard]] const Vraag& vraag() const noexcept { return m_vraag; }
    [[nodiscard]] std::ostream& uit() const noexcept { return m_werkplek.uit; }

    Lijst lijst;
    Leesverslag verslag;

  private:
    [[nodiscard]] Filter filter() const {
        Filter f;
        f.richting = m_vraag.gericht ? Richting::uit : Richting::beide;
        for (const auto& t : m_vraag.typen) {
            const auto plek = std::find(lijst.bandtypen.begin(), lijst.bandtypen.end(), t);
            if (plek == lijst.bandtypen.end()) throw ongeldig("--type", "Deze soort verband staat niet in het bestand.");
            f.bandtypen.push_back(static_cast<std::uint16_t>(plek - lijst.bandtypen.begin()));
        }
        if (!m_vraag.periode.empty()) {
            const auto midden = m_vraag.periode.find("..");
            const auto van = lees_dag(m_vraag.periode.substr(0, midden)), tot = midden == std::string::npos ? std::nullopt : lees_dag(m_vraag.periode.substr(midden + 2));
            if (!van || !tot || *van > *tot) throw ongeldig("--periode", "Geef --periode als twee dagen: 2024-01-01..2024-12-31.");
            f.periode = Periode{*van, *tot};
        }
        if (!m_vraag.betrouwbaarheid.empty()) {
            const auto b = lees_betrouwbaarheid(m_vraag.betrouwbaarheid);
            if (!b) throw ongeldig("--betrouwbaarheid", "Geef --betrouwbaarheid van A1 tot en met F6.");
            f.slechtste = *b;
        }
        return f;
    }

    const Vraag& m_vraag;
    const NetwerkWerkplek& m_werkplek;
    Voortgangsbalk m_balk;
    Stopknop m_stop;
};

int laad(Werk& werk) {
    const auto& l = werk.lijst;
    std::size_t lussen = 0;
    for (const auto& b : l.banden) lussen += b.van == b.naar ? 1 : 0;
    const auto deel = neem_deel(werk.blik(), werk.voortgang("tellen"));
    const auto comp = componenten(deel);
    const auto aantal = comp.empty() ? 0 : *std::max_element(comp.begin(), comp.end()) + 1;
    const auto grootste = static_cast<std::size_t>(std::count(comp.begin(), comp.end(), 0U));
    werk.klaar();
    if (werk.vraag().json) {
        bj::array onbekend;
        for (const auto& o : werk.verslag.onbekend) onbekend.push_back(bj::value(o));
        werk.uit() << bj::serialize(bj::object{{"knopen", l.knopen.size()}, {"verbanden", l.banden.size()}, {"knoopsoorten", l.knooptypen.size() - 1}, {"verbandsoorten", l.bandtypen.size() - 1},
                                               {"lussen", lussen}, {"componenten", aantal}, {"grootsteComponent", grootste}, {"gelezen", werk.verslag.gelezen},
                                               {"afgekeurd", werk.verslag.afgekeurd}, {"onbekend", std::move(onbekend)}}) << "\n";
    } else {
        fmt::print(werk.uit(), "{} knopen, {} verbanden ({} soorten), {} lussen; {} componenten, de grootste met {} knopen\n", met_punten(l.knopen.size()), met_punten(l.banden.size()),
                   l.bandtypen.size() - 1, met_punten(lussen), met_punten(aantal), met_punten(grootste));
        for (const auto& o : werk.verslag.onbekend) fmt::print(werk.uit(), "overgeslagen: {}\n", o);
    }
    return werk.uitkomst();
}

std::string als_json(const Werk& werk, const Blik& blik, const std::vector<Knoop>& knopen) {
    std::string uit;
    for (const auto k : knopen) uit += (uit.empty() ? "" : ",") + tekst(werk.id(blik, k));
    return "[" + uit + "]";
}

/// Several paths, a line each; as JSON with how many there are.
int meer_paden(Werk& werk, const Blik& blik, const Padvraag& vraag) {
    const auto& v = werk.vraag();
    Werkblad werkblad;
    const auto van = werk.knoop(blik, v.van), naar = werk.knoop(blik, v.naar);
    std::vector<std::vector<Knoop>> paden;
    std::optional<KortstePaden> alle;
    if (v.alle) {
        alle = alle_kortste(blik, van, naar, vraag, werkblad);
        for (auto pad = alle->volgende(); pad && paden.size() < v.meeste; pad = alle->volgende()) paden.push_back(std::move(*pad));
    } else {
        paden = kortste_paden(blik, van, naar, v.aantal, vraag, werkblad);
    }
    werk.klaar();
    std::string lijst;
    for (const auto& pad : paden) {
        if (v.json) {
            lijst += (lijst.empty() ? "" : ",") + als_json(werk, blik, pad);
            continue;
        }
        for (const auto k : pad) fmt::print(werk.uit(), "{}{}", k == pad.front() ? "" : " - ", werk.id(blik, k));
        fmt::print(werk.uit(), "\n");
    }
    if (v.json) fmt::print(werk.uit(), "{{\"paden\":[{}]{}}}\n", lijst, alle && !alle->ontelbaar() ? fmt::format(",\"aantal\":{}", alle->aantal()) : "");
    else if (paden.empty()) fmt::print(werk.uit(), "Niet gevonden binnen de grens.\n");
    return paden.empty() ? 1 : werk.uitkomst();
}

int pad(Werk& werk) {
    const auto& v = werk.vraag();
    const auto blik = werk.blik();
    Padvraag vraag{.via = werk.knopen(blik, v.via), .mijd = werk.knopen(blik, v.mijd), .voortgang = werk.voortgang("zoeken")};
    if (v.stappen > 0) vraag.meeste_stappen = v.stappen;
    if (v.alle || v.aantal > 0) return meer_paden(werk, blik, vraag);
    Werkblad werkblad;
    const auto gevonden = kortste_pad(blik, werk.knoop(blik, v.van), werk.knoop(blik, v.naar), vraag, werkblad);
    werk.klaar();
    static constexpr std::array namen{"gevonden", "geen", "buiten-grens"};
    const auto* uitkomst = namen.at(static_cast<std::size_t>(gevonden.uitkomst));
    if (v.json) {
        fmt::print(werk.uit(), "{{\"uitkomst\":\"{}\",\"knopen\":{},\"bekeken\":{}}}\n", uitkomst, als_json(werk, blik, gevonden.knopen), gevonden.bekeken);
    } else if (gevonden.uitkomst == Uitkomst::gevonden) {
        for (std::size_t i = 0; i < gevonden.knopen.size(); ++i) {
            fmt::print(werk.uit(), "{}\n", werk.id(blik, gevonden.knopen[i]));
            if (i + 1 == gevonden.knopen.size()) break;
            for (const auto& b : blik.banden(gevonden.knopen[i], gevonden.knopen[i + 1])) {
                const auto& rij = werk.lijst.banden[b.id - 1];
                fmt::print(werk.uit(), "  {} {}{}\n", b.van == blik.sleutel(gevonden.knopen[i]) ? "→" : "←", werk.lijst.bandtypen[rij.type], rij.id.empty() ? "" : " " + rij.id);
            }
        }
    } else {
        fmt::print(werk.uit(), "{}\n", gevonden.uitkomst == Uitkomst::geen ? "Er is geen pad." : "Niet gevonden binnen de grens.");
    }
    return gevonden.uitkomst == Uitkomst::gevonden ? werk.uitkomst() : 1;
}

int omgeving(Werk& werk) {
    const auto& v = werk.vraag();
    const auto blik = werk.blik();
    Werkblad werkblad;
    const auto midden = werk.knoop(blik, v.van);
    const auto gevonden = buurt(blik, midden, {.stappen = v.stappen == 0 ? 2 : v.stappen, .meeste_knopen = 1'000'000, .voortgang = werk.voortgang("zoeken")}, werkblad);
    werk.klaar();
    std::string regels;
    for (std::size_t laag = 0; laag < gevonden.lagen.size(); ++laag) {
        for (const auto k : gevonden.lagen[laag]) {
            if (v.json) regels += fmt::format("{}{{\"id\":{},\"stap\":{}}}", regels.empty() ? "" : ",", tekst(werk.id(blik, k)), laag + 1);
            else fmt::print(werk.uit(), "{}\t{}\n", laag + 1, werk.id(blik, k));
        }
    }
    if (v.json) fmt::print(werk.uit(), "{{\"knopen\":[{}],\"afgekapt\":{}}}\n", regels, gevonden.afgekapt);
    else if (gevonden.afgekapt) fmt::print(werk.uit(), "Er is meer; dit is een deel.\n");
    return werk.uitkomst();
}

/// Places of the part in the order of the file.
std::vector<Plek> in_volgorde(const Deelgraaf& deel) {
    std::vector<Plek> uit(deel.knopen());
    for (Plek p = 0; p < uit.size(); ++p) uit[p] = p;
    std::sort(uit.begin(), uit.end(), [&](Plek a, Plek b) { return deel.sleutels[a] < deel.sleutels[b]; });
    return uit;
}

int maten(Werk& werk) {
    const auto& v = werk.vraag();
    const auto deel = neem_deel(werk.blik(), werk.voortgang("tellen"));
    const auto graad = graden(deel), kern = kernen(deel), component = componenten(deel);
    const auto rang = pagerank(deel, {.voortgang = werk.voortgang("pagerank")});
    Centraliteit midden;
    double fout = 0;
    if (v.steekproef > 0) {
        auto geschat = schat_tussenliggend(deel, {.fout = v.steekproef, .zaad = v.zaad, .voortgang = werk.voortgang("steekproef")});
        fout = geschat.hoogste_fout;
        midden = {std::move(geschat.tussenliggend), std::vector<double>(deel.knopen(), NAN)};
    } else {
        midden = centraliteit(deel, werk.voortgang("paden"));
    }
    werk.klaar();
    auto& uit = werk.uit();
    if (v.json) uit << "{\"knopen\":[";
    else fmt::print(uit, "id\tgraad\ttussenliggend\tnabijheid\tpagerank\tkern\tcomponent\n");
    bool eerste = true;
    for (const auto p : in_volgorde(deel)) {
        const auto& id = werk.lijst.knopen[deel.sleutels[p]].id;
        if (v.json) {
            fmt::print(uit, "{}{{\"id\":{},\"graad\":{},\"tussenliggend\":{},\"nabijheid\":{},\"pagerank\":{},\"kern\":{},\"component\":{}}}", eerste ? "" : ",", tekst(id), graad[p],
                       getal(midden.tussenliggend[p]), getal(midden.nabijheid[p]), getal(rang[p]), kern[p], component[p]);
        } else {
            fmt::print(uit, "{}\t{}\t{}\t{}\t{}\t{}\t{}\n", id, graad[p], getal(midden.tussenliggend[p]), getal(midden.nabijheid[p]), getal(rang[p]), kern[p], component[p]);
        }
        eerste = false;
    }
    if (v.json) fmt::print(uit, "],\"gericht\":{}{}}}\n", v.gericht, v.steekproef > 0 ? fmt::format(",\"tussenliggendHoogsteFout\":{}", getal(fout)) : "");
    else if (v.steekproef > 0) fmt::print(uit, "tussenliggend is geschat; de fout is met kans 0,9 overal hoogstens {}\n", getal(fout));
    return werk.uitkomst();
}

int in_groepen(Werk& werk) {
    const auto deel = neem_deel(werk.blik(), werk.voortgang("tellen"));
    const auto gevonden = groepen(deel, {.zaad = werk.vraag().zaad, .voortgang = werk.voortgang("groepen")});
    const auto los = breuken(deel, werk.voortgang("breuken"));
    werk.klaar();
    const auto id = [&](Plek p) -> const std::string& { return werk.lijst.knopen[deel.sleutels[p]].id; };
    auto& uit = werk.uit();
    if (!werk.vraag().json) {
        fmt::print(uit, "{} groepen, modulariteit {:.4f}; {} bruggen, {} scharnieren\n", gevonden.aantal, gevonden.modulariteit, los.bruggen.size(), los.scharnieren.size());
        for (const auto p : in_volgorde(deel)) fmt::print(uit, "{}\t{}\n", gevonden.groep[p], id(p));
        return werk.uitkomst();
    }
    bj::array knopen, bruggen, scharnieren;
    for (const auto p : in_volgorde(deel)) knopen.push_back(bj::object{{"id", id(p)}, {"groep", gevonden.groep[p]}});
    for (const auto& [a, b] : los.bruggen) bruggen.push_back(bj::array{id(a), id(b)});
    for (const auto p : los.scharnieren) scharnieren.push_back(bj::value(id(p)));
    fmt::print(uit, "{{\"groepen\":{},\"modulariteit\":{},\"knopen\":{},\"bruggen\":{},\"scharnieren\":{}}}\n", gevonden.aantal, getal(gevonden.modulariteit), bj::serialize(knopen),
               bj::serialize(bruggen), bj::serialize(scharnieren));
    return werk.uitkomst();
}

int met_patroon(Werk& werk) {
    const auto& v = werk.vraag();
    std::ifstream in(v.patroon, std::ios::binary);
    if (!in) throw ongeldig("--patroon", v.patroon + " is er niet of is niet te lezen.");
    const auto patroon = lees_patroon(json::ontleed(std::string(std::istreambuf_iterator<char>(in), {})), werk.lijst.knooptypen, werk.lijst.bandtypen);
    const auto blik = werk.blik();
    const auto gevonden = zoek_patroon(blik, patroon, {.meeste = v.meeste, .voortgang = werk.voortgang("zoeken")});
    werk.klaar();
    bj::array treffers;
    for (const auto& t : gevonden.treffers) {
        bj::object knopen;
        bj::array banden;
        for (std::size_t i = 0; i < t.knopen.size(); ++i) knopen[patroon.knopen[i].naam] = werk.id(blik, t.knopen[i]);
        for (const auto& b : t.banden) {
            const auto& rij = werk.lijst.banden[b.id - 1];
            banden.push_back(bj::object{{"id", rij.id}, {"van", werk.lijst.knopen[rij.van].id}, {"naar", werk.lijst.knopen[rij.naar].id}, {"type", werk.lijst.bandtypen[rij.type]}});
        }
        if (v.json) {
            treffers.push_back(bj::object{{"knopen", std::move(knopen)}, {"verbanden", std::move(banden)}});
            continue;
        }
        for (const auto& [naam, id] : knopen) fmt::print(werk.uit(), "{}{}={}", naam == knopen.begin()->key() ? "" : "  ", std::string_view(naam), std::string_view(id.as_string()));
        fmt::print(werk.uit(), "\n");
    }
    if (v.json) werk.uit() << bj::serialize(bj::object{{"treffers", std::move(treffers)}, {"afgekapt", gevonden.afgekapt}}) << "\n";
    else if (gevonden.afgekapt) fmt::print(werk.uit(), "Er is meer; dit is een deel.\n");
    return gevonden.treffers.empty() ? 1 : werk.uitkomst();
}

int zet_om(Werk& werk) {
    const auto& doel = werk.vraag().doel;
    const auto punt = doel.rfind('.');
    const auto i2 = doel.ends_with(".i2.csv");
    const auto soort = i2 ? Formaat::i2 : formaat(doel, punt == std::string::npos ? doel : "");
    if (punt == std::string::npos) {  // a format: to stdout
        schrijf(werk.uit(), soort, werk.lijst);
        return werk.uitkomst();
    }
    std::ofstream uit(doel, std::ios::binary | std::ios::trunc);
    schrijf(uit, soort, werk.lijst);
    uit.close();
    if (!uit) throw ongeldig("--naar", doel + " is niet te schrijven.");
    return werk.uitkomst();
}

}  // namespace

void netwerk_opdrachten(CLI::App& netwerk, const NetwerkWerkplek& werkplek, int& uitkomst) {
    const auto vraag = std::make_shared<Vraag>();
    const auto maak = [&](const char* naam, const char* uitleg, int (*doe)(Werk&)) {
        auto* sub = netwerk.add_subcommand(naam, uitleg);
        sub->add_option("bestand", vraag->bestand, "CSV (de eerste twee kolommen zijn de uiteinden), GraphML, GEXF of FollowTheMoney-JSON")->required();
        sub->add_option("--formaat", vraag->formaat, "csv, graphml, gexf of ftm, als de naam van het bestand het niet zegt");
        sub->add_option("--type", vraag->typen, "Alleen deze soort verband; mag vaker");
        sub->add_option("--periode", vraag->periode, "Alleen verbanden die er toen waren: 2024-01-01..2024-12-31");
        sub->add_option("--betrouwbaarheid", vraag->betrouwbaarheid, "Alleen verbanden die ten minste zo betrouwbaar zijn, zoals C3");
        sub->add_flag("--gericht", vraag->gericht, "Verbanden gaan een kant op");
        sub->add_flag("--json", vraag->json, "JSON voor machines");
        sub->callback([vraag, &werkplek, &uitkomst, doe] {
            Werk werk(*vraag, werkplek);
            uitkomst = doe(werk);
        });
        return sub;
    };
    auto* l = maak("laad", "Leest een netwerk en zegt wat erin staat; van de databank alleen hoe groot het is en hoe lang het laden duurt\n\nVoorbeelden:\n  damwand netwerk laad verbanden.csv\n"
                           "  damwand netwerk laad kaart.graphml --json\n  damwand netwerk laad --databank", laad);
    l->get_option("bestand")->required(false);
    l->add_flag("--databank", vraag->databank, "Het netwerk van de server, zonder te zeggen wat erin staat");
    l->callback([vraag, &werkplek, &uitkomst] {
        if (vraag->databank) {
            if (!vraag->bestand.empty() || !werkplek.databank) throw ongeldig("--databank", "Geef een bestand of --databank, niet allebei.");
            uitkomst = werkplek.databank(vraag->json);
            return;
        }
        if (vraag->bestand.empty()) throw ongeldig("bestand", "Geef een bestand, of --databank.");
        Werk werk(*vraag, werkplek);
        uitkomst = laad(werk);
    });
    auto* p = maak("pad", "Het kortste pad tussen twee knopen, met de verbanden\n\nVoorbeelden:\n  damwand netwerk pad verbanden.csv --van A --naar B\n"
                          "  damwand netwerk pad verbanden.csv --van A --naar B --via C --mijd D --json\n"
                          "  damwand netwerk pad verbanden.csv --van A --naar B --alle\n  damwand netwerk pad verbanden.csv --van A --naar B --aantal 5", pad);
    p->add_option("--van", vraag->van, "Begin")->required();
    p->add_option("--naar", vraag->naar, "Einde")->required();
    p->add_option("--via", vraag->via, "Moet gepasseerd worden, in deze volgorde; mag vaker");
    p->add_option("--mijd", vraag->mijd, "Mag niet gepasseerd worden; mag vaker");
    p->add_flag("--alle", vraag->alle, "Alle kortste paden, en hoeveel het er zijn");
    p->add_option("--aantal", vraag->aantal, "De zoveel kortste paden zonder herhaling")->check(CLI::Range(1, 1000));
    p->add_option("--meeste", vraag->meeste, "Hoogstens zoveel paden tonen (standaard 1000)");
    p->add_option("--stappen", vraag->stappen, "Hoogste aantal stappen (standaard 30)")->check(CLI::Range(1, 1000));
    auto* b = maak("buurt", "Wat er om een knoop heen ligt\n\nVoorbeelden:\n  damwand netwerk buurt verbanden.csv --van A --stappen 2", omgeving);
    b->add_option("--van", vraag->van, "Middelpunt")->required();
    b->add_option("--stappen", vraag->stappen, "Aantal stappen (standaard 2)")->check(CLI::Range(1, 100));
    auto* m = maak("maten", "Maten van elke knoop: graad, tussenliggend (Brandes), nabijheid, pagerank, kern, component\n\n"
                            "Dubbele verbanden tellen elk mee, een lus telt twee keer in graad en kern. Tussenliggend is niet genormeerd; ongericht telt elk paar een keer.\n"
                            "Nabijheid is 1 / gemiddelde afstand tot wie bereikbaar is; leeg (null) als dat niemand is. Component 0 is de grootste.\n\n"
                            "Voorbeelden:\n  damwand netwerk maten verbanden.csv --json\n  damwand netwerk maten verbanden.csv --steekproef 0.01", maten);
    m->add_option("--steekproef", vraag->steekproef, "Schat tussenliggend door trekken; fout als deel van alle paren")->check(CLI::Range(0.0001, 0.5));
    m->add_option("--zaad", vraag->zaad, "Zaad van de trekking (standaard 1)");
    auto* g = maak("groepen", "Groepen die onderling dicht verbonden zijn (Leiden), bruggen en scharnieren\n\nVoorbeelden:\n  damwand netwerk groepen verbanden.csv --json", in_groepen);
    g->add_option("--zaad", vraag->zaad, "Zaad van de trekking (standaard 1)");
    auto* t = maak("patroon", "Zoekt een patroon: enkele knopen, hun verbanden en wat in de tijd geldt. 1 als er geen is\n\n"
                              "Een patroon is JSON, bijvoorbeeld twee bedrijven op een adres binnen een jaar:\n"
                              "  {\"knopen\": {\"a\": {\"type\": \"bedrijf\"}, \"b\": {\"type\": \"bedrijf\"}, \"adres\": {\"type\": \"adres\"}},\n"
                              "   \"verbanden\": [{\"van\": \"a\", \"naar\": \"adres\", \"type\": \"gevestigd\", \"naam\": \"v1\"}, {\"van\": \"b\", \"naar\": \"adres\", \"type\": \"gevestigd\", \"naam\": \"v2\"}],\n"
                              "   \"vensters\": [{\"verbanden\": [\"v1\", \"v2\"], \"dagen\": 365}]}\n\n"
                              "Voorbeelden:\n  damwand netwerk patroon kaart.graphml --patroon twee-bedrijven.json --json", met_patroon);
    t->add_option("--patroon", vraag->patroon, "Bestand met het patroon")->required();
    t->add_option("--meeste", vraag->meeste, "Hoogstens zoveel treffers (standaard 1000)");
    auto* e = maak("export", "Zet een netwerk om naar een ander formaat\n\nVoorbeelden:\n  damwand netwerk export verbanden.csv --naar kaart.graphml\n"
                             "  damwand netwerk export verbanden.csv --naar voor-notebook.i2.csv\n  damwand netwerk export kaart.gexf --naar ftm", zet_om);
    e->add_option("--naar", vraag->doel, "Bestand (.csv, .graphml, .gexf, .ftm, .i2.csv), of een formaat voor stdout (csv, graphml, gexf, ftm, i2)")->required();
}

}  // namespace damwand::app
