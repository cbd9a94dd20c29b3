// SPDX-License-Identifier: EUPL-1.2
// The network engine on a made graph: hubs by Zipf's law (the largest has a tenth of all nodes), neighbours nearby, chains of ten thousand, islands of
// twenty, and a second continent that the filter cuts off. Time, reliability and permission each refuse a fifth of the ties or more. Pairs are drawn by
// seed. Correctness: path lengths against a plain search written apart, measures against igraph's C core where that is installed. Times are
// processor time of the thread (of several threads: the longest share): others may use the machine.
//   bench_graph [nodes] [ties] [pairs] [nodes of exact betweenness]     default 1000000 5000000 2000 20000
#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cmath>
#include <ctime>
#include <fstream>
#include <functional>
#include <thread>

#include "engine/graph/buurt.hpp"
#include "engine/graph/groepen.hpp"
#include "engine/graph/maten.hpp"
#include "engine/graph/netwerk.hpp"
#include "engine/graph/pad.hpp"
#include "engine/graph/paden.hpp"
#include "engine/graph/toeval.hpp"
#ifdef DAMWAND_IGRAPH
#include "engine/graph/igraph.hpp"
#endif

namespace {

using namespace damwand::graph;

constexpr std::uint32_t zichten = 2000, hubs = 1000, keten = 10'000, eiland = 20;
constexpr std::int32_t dag0 = 12'000, dagen = 7'300;
constexpr unsigned hoogste_stappen = 8;

double rekentijd() {
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}
double kloktijd() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }
template <class F>
double duur(F&& f) {
    const auto begin = rekentijd();
    f();
    return rekentijd() - begin;
}
/// Of work on several threads: what it would last on quiet cores, as processor time of whoever called and as an equal share of all of it, whichever is
/// longer; so that what another thread did is not left out.
template <class F>
double duur_samen(F&& f) {
    const auto alles = [] {
        timespec t{};
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
    };
    const auto begin = alles();
    const auto zelf = duur(f);
    const auto handen = std::clamp(std::thread::hardware_concurrency(), 1U, 4U);
    return std::max(zelf, (alles() - begin) / handen);
}
std::uint64_t geheugen() {
    std::ifstream in("/proc/self/statm");
    std::uint64_t alles = 0, in_gebruik = 0;
    in >> alles >> in_gebruik;
    return in_gebruik * 4096;
}
double piek() {
    rusage r{};
    getrusage(RUSAGE_SELF, &r);
    return static_cast<double>(r.ru_maxrss) / 1024;
}

/// The made graph, tie by tie, the same every time.
class Wereld {
  public:
    Wereld(std::uint32_t knopen, std::uint64_t banden) : m_knopen(knopen), m_banden(banden), m_ketens(knopen / 100 / keten), m_vast(knopen - knopen / 10 - m_ketens * keten - knopen / 50) {}

    [[nodiscard]] Knoopgegeven knoop(std::uint32_t i) const {
        Toeval t(i + 1);
        Knoopgegeven k{.sleutel = sleutel(i), .type = static_cast<std::uint16_t>(t.onder(5)), .zichten = {openbaar}};
        if (i >= hubs && i < m_vast && t.onder(10) == 0) k.zichten = {static_cast<Zicht>(1 + t.onder(zichten))};
        return k;
    }
    template <class F>
    void elke_band(F&& f) const {
        const auto tweede = m_vast, ketens = tweede + m_knopen / 10, eilanden = ketens + m_ketens * keten;
        Toeval t(7);
        std::uint64_t nummer = 0;
        const Kenmerk zeker{.betrouwbaarheid = {0, 1}}, afgesneden{.zicht = zichten, .betrouwbaarheid = {0, 1}};  // the asker is never in the last audience
        const auto leg = [&](std::uint64_t a, std::uint64_t b, std::optional<Kenmerk> vast = {}) {
            const Band band{.van = sleutel(static_cast<std::uint32_t>(a)), .naar = sleutel(static_cast<std::uint32_t>(b)), .kenmerk = vast ? *vast : kenmerk(t)};
            f(band);
            ++nummer;
        };
        for (std::uint64_t k = 0; k < m_ketens; ++k) {
            for (std::uint32_t i = 0; i + 1 < keten; ++i) {
                leg(ketens + k * keten + i, ketens + k * keten + i + 1, zeker);
            }
            leg(ketens + k * keten, hub(t), zeker);
        }
        for (auto i = eilanden; i + eiland <= m_knopen; i += eiland) {
            for (std::uint32_t j = 0; j < eiland * 2; ++j) leg(i + t.onder(eiland), i + t.onder(eiland));
        }
        for (int i = 0; i < 1000; ++i) leg(t.onder(m_vast), tweede + t.onder(m_knopen / 10), afgesneden);
        while (nummer < m_banden) {
            const bool in_tweede = t.onder(10) == 0;
            const auto begin = in_tweede ? tweede : 0, aantal = in_tweede ? m_knopen / 10 : m_vast;
            const auto a = begin + t.onder(aantal);
            switch (t.onder(10)) {
                case 0: case 1: leg(a, in_tweede ? begin + t.onder(aantal) : hub(t)); break;                      // to a hub
                case 2: leg(a, begin + t.onder(aantal)); break;                                                    // far away
                default: leg(a, begin + (a - begin + 1 + t.onder(50)) % aantal);                                   // nearby
            }
        }
    }
    [[nodiscard]] std::uint32_t ergens(Toeval& t) const { return static_cast<std::uint32_t>(t.onder(m_vast)); }
    [[nodiscard]] std::uint32_t in_tweede(Toeval& t) const { return m_vast + static_cast<std::uint32_t>(t.onder(m_knopen / 10)); }
    [[nodiscard]] std::uint32_t in_keten(Toeval& t) const { return m_vast + m_knopen / 10 + static_cast<std::uint32_t>(t.onder(std::max<std::uint64_t>(1, m_ketens * keten))); }
    [[nodiscard]] std::uint32_t op_eiland(Toeval& t) const { return m_knopen - 1 - static_cast<std::uint32_t>(t.onder(m_knopen / 60)); }
    /// Numbers as a register gives them: in no order.
    [[nodiscard]] static Sleutel sleutel(std::uint32_t i) { return std::uint64_t{i} * 0x9E3779B1U % 0xFFFFFFFBU; }

  private:
    [[nodiscard]] static std::uint64_t hub(Toeval& t) {  // the r-th of a thousand with chance ~ 1 / r
        return static_cast<std::uint64_t>(std::pow(static_cast<double>(hubs), t.deel())) - 1;
    }
    /// Half is from registers: any day, and as reliable as its kind; half from files: each within two months, of all kinds. How many distinct
    /// ones there are makes the size of the dictionary; were every tie's different, it would take sixteen bytes a tie more.
    [[nodiscard]] static Kenmerk kenmerk(Toeval& t) {
        Kenmerk k;
        k.type = static_cast<std::uint16_t>(t.onder(6));
        const bool register_rij = t.onder(2) == 0;
        if (register_rij) {
            k.periode.van = dag0 + static_cast<std::int32_t>(t.onder(static_cast<std::uint64_t>(dagen)));
            k.betrouwbaarheid = {static_cast<std::uint8_t>(k.type % 4), static_cast<std::uint8_t>(1 + k.type % 3)};
        } else {
            k.zicht = static_cast<Zicht>(1 + t.onder(zichten - 1));
            k.periode.van = dag0 + static_cast<std::int32_t>(meng(std::uint64_t{k.zicht}) % static_cast<std::uint64_t>(dagen - 60) + 2 * t.onder(30));
            k.betrouwbaarheid = {static_cast<std::uint8_t>(t.onder(4)), static_cast<std::uint8_t>(1 + t.onder(3))};
        }
        if (t.onder(10) < (register_rij ? 3U : 1U)) k.periode.tot = k.periode.van + 30 * static_cast<std::int32_t>(1 + t.onder(100));
        return k;
    }
    std::uint32_t m_knopen;
    std::uint64_t m_banden;
    std::uint32_t m_ketens, m_vast;
};

Masker masker_van_vrager() {
    Masker m;
    for (Zicht z = 1; z < zichten; z += 2) m.geef(z);
    return m;
}
/// Refuses about a quarter by time (what ended or had not begun) and a quarter by reliability (of the worst source).
Filter filter_van_vrager() {
    Filter f;
    f.periode = Periode{dag0 + dagen * 17 / 20, dag0 + dagen * 17 / 20 + 30};
    f.slechtste = {2, 6};
    return f;
}

struct Tijden {
    std::vector<double> ms;
    [[nodiscard]] double deel(double p) {
        if (ms.empty()) return 0;
        std::sort(ms.begin(), ms.end());
        return ms[std::min(ms.size() - 1, static_cast<std::size_t>(p * static_cast<double>(ms.size())))];
    }
};

unsigned ongelijk = 0;
void klopt(bool goed, const char* wat) {
    if (goed) return;
    ++ongelijk;
    fmt::print(stderr, "differs: {}\n", wat);
}

/// A plain search, one way, no tricks: the second solver for lengths.
unsigned kaal(const Blik& blik, Knoop van, Knoop naar) {
    std::vector<std::uint8_t> afstand(blik.opname().knopen(), 255);
    std::vector<Knoop> rij{van};
    afstand[van] = 0;
    for (std::size_t i = 0; i < rij.size() && rij[i] != naar; ++i) {
        blik.elke_buur(rij[i], [&](Knoop v, std::uint32_t) {
            if (afstand[v] == 255) afstand[v] = static_cast<std::uint8_t>(afstand[rij[i]] + 1), rij.push_back(v);
        });
    }
    return afstand[naar];
}

struct Getrokken {
    Tijden tijden;
    std::array<std::uint64_t, hoogste_stappen + 2> lengten{};
    std::uint64_t meeste = 0, geen = 0, buiten = 0;
    std::vector<std::pair<Knoop, Knoop>> paren;
};

Getrokken trek(const Blik& blik, Werkblad& werkblad, std::size_t aantal, const Padvraag& vraag, const std::function<std::pair<std::uint32_t, std::uint32_t>()>& paar) {
    Getrokken uit;
    for (std::size_t geprobeerd = 0; uit.tijden.ms.size() < aantal && geprobeerd < aantal * 4; ++geprobeerd) {
        const auto [a, b] = paar();
        const auto van = blik.vind(Wereld::sleutel(a)), naar = blik.vind(Wereld::sleutel(b));
        if (!van || !naar || *van == *naar) continue;
        Pad pad;
        const auto t = duur([&] { pad = kortste_pad(blik, *van, *naar, vraag, werkblad); });
        uit.tijden.ms.push_back(t * 1e3);
        uit.meeste = std::max(uit.meeste, pad.bekeken);
        uit.geen += pad.uitkomst == Uitkomst::geen ? 1 : 0;
        uit.buiten += pad.uitkomst == Uitkomst::buiten_grens ? 1 : 0;
        if (pad.uitkomst == Uitkomst::gevonden) {
            ++uit.lengten.at(std::min<std::size_t>(pad.knopen.size() - 1, hoogste_stappen + 1));
            uit.paren.emplace_back(*van, *naar);
        }
    }
    return uit;
}

void print(const char* rij, Getrokken& g) {
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"{}\",\"paren\":{},\"p50Ms\":{:.3f},\"p99Ms\":{:.3f},\"hoogsteMs\":{:.3f},\"lengten\":[{}],\"geen\":{},\"buitenGrens\":{},\"meesteVerbandenBekeken\":{}}}\n", rij,
               g.tijden.ms.size(), g.tijden.deel(0.5), g.tijden.deel(0.99), g.tijden.deel(1), fmt::join(g.lengten, ","), g.geen, g.buiten, g.meeste);
    std::fflush(stdout);
}

void meet_paden(const Blik& blik, const Wereld& wereld, std::size_t paren) {
    Werkblad werkblad;
    Toeval t(11);
    static_cast<void>(trek(blik, werkblad, 50, {}, [&] { return std::pair{wereld.ergens(t), wereld.ergens(t)}; }));  // warm
    const Padvraag kort{.meeste_stappen = hoogste_stappen};
    auto gewoon = trek(blik, werkblad, paren, kort, [&] { return std::pair{wereld.ergens(t), wereld.ergens(t)}; });
    print("pad, ten hoogste acht stappen", gewoon);
    auto met_hub = trek(blik, werkblad, paren / 4, kort, [&] { return std::pair{static_cast<std::uint32_t>(t.onder(hubs)), wereld.ergens(t)}; });
    print("pad, een uiteinde is een hub", met_hub);
    for (std::size_t i = 0; i < std::min<std::size_t>(10, gewoon.paren.size()); ++i) {
        const auto [van, naar] = gewoon.paren[i];
        klopt(kortste_pad(blik, van, naar, {}, werkblad).knopen.size() == kaal(blik, van, naar) + 1U, "length of a path");
    }
    const Padvraag lang{.meeste_stappen = 1'000'000};
    auto ver = trek(blik, werkblad, paren / 20, lang, [&] { return std::pair{wereld.in_keten(t), wereld.ergens(t)}; });
    print("pad, uit een lange keten", ver);
    auto eilanden = trek(blik, werkblad, paren / 4, lang, [&] { return std::pair{wereld.op_eiland(t), wereld.ergens(t)}; });
    print("pad, van een eiland: onbereikbaar", eilanden);
    auto continenten = trek(blik, werkblad, std::max<std::size_t>(5, paren / 100), lang, [&] { return std::pair{wereld.in_tweede(t), wereld.ergens(t)}; });
    print("pad, tussen werelddelen: onbereikbaar", continenten);

    Tijden buurten;
    std::uint64_t grootste = 0;
    while (buurten.ms.size() < paren) {
        const auto k = blik.vind(Wereld::sleutel(wereld.ergens(t)));
        if (!k) continue;
        bool bij_hub = false;
        blik.elke_buur(*k, [&](Knoop v, std::uint32_t) { bij_hub = bij_hub || v < hubs; });  // nodes are numbered by falling degree
        if (bij_hub) continue;
        Buurt b;
        buurten.ms.push_back(1e3 * duur([&] { b = buurt(blik, *k, {.stappen = 2}, werkblad); }));
        grootste = std::max<std::uint64_t>(grootste, b.lagen.size() > 1 ? b.lagen[1].size() : 0);
    }
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"buurt, twee stappen, buiten hubs\",\"p50Ms\":{:.3f},\"p99Ms\":{:.3f},\"grootsteTweedeLaag\":{}}}\n", buurten.deel(0.5), buurten.deel(0.99), grootste);
    Tijden alle;
    for (std::size_t i = 0; i < std::min<std::size_t>(200, gewoon.paren.size()); ++i)
        alle.ms.push_back(1e3 * duur([&] { static_cast<void>(alle_kortste(blik, gewoon.paren[i].first, gewoon.paren[i].second, kort, werkblad)); }));
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"alle kortste paden\",\"p50Ms\":{:.3f},\"p99Ms\":{:.3f}}}\n", alle.deel(0.5), alle.deel(0.99));
    std::fflush(stdout);
}

/// A thousand new ties a second for five seconds beside the searches; each must be visible in the Opname taken right after it was added.
void meet_onderweg(Netwerk& netwerk, const Wereld& wereld) {
    constexpr int per_seconde = 1000, secondes = 5;
    Toeval t(13);
    Werkblad werkblad;
    auto blik = Blik(netwerk.opname(), masker_van_vrager(), filter_van_vrager());
    const auto zoek = [&](Tijden& tijden) {
        const auto van = blik.vind(Wereld::sleutel(wereld.ergens(t))), naar = blik.vind(Wereld::sleutel(wereld.ergens(t)));
        if (van && naar) tijden.ms.push_back(1e3 * duur([&] { static_cast<void>(kortste_pad(blik, *van, *naar, {.meeste_stappen = hoogste_stappen}, werkblad)); }));
    };
    Tijden rustig, druk, toevoegen, verversen;
    const auto begin_rustig = kloktijd();
    while (kloktijd() - begin_rustig < secondes) zoek(rustig);
    std::atomic<bool> klaar = false;
    std::thread schrijver([&] {
        Toeval s(17);
        const auto begin = kloktijd();
        for (int i = 0; i < per_seconde * secondes; ++i) {
            while (kloktijd() - begin < static_cast<double>(i) / per_seconde) std::this_thread::sleep_for(std::chrono::microseconds(200));
            const auto a = Wereld::sleutel(wereld.ergens(s)), b = Wereld::sleutel(wereld.ergens(s));
            const auto voor = kloktijd();
            netwerk.verwerk(Band{.van = a, .naar = b, .kenmerk = {.zicht = 1}, .id = 0});
            const auto nu = netwerk.opname();
            toevoegen.ms.push_back(1e3 * (kloktijd() - voor));
            bool erin = false;
            nu->elke_naar(*nu->vind(a), *nu->vind(b), [&](const Pijl&, std::uint32_t, const Wijziging*) { return erin = true, false; });
            klopt(erin, "a tie just added");
        }
        klaar = true;
    });
    while (!klaar) {
        verversen.ms.push_back(1e3 * duur([&] { blik = blik.op(netwerk.opname()); }));
        for (int i = 0; i < 20; ++i) zoek(druk);
    }
    schrijver.join();
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"duizend nieuwe verbanden per seconde\",\"zichtbaarP99Ms\":{:.3f},\"zichtbaarHoogsteMs\":{:.3f},\"blikVerversenP50Ms\":{:.3f},\"padP99RustigMs\":{:.3f},\"padP99DrukMs\":{:.3f}}}\n",
               toevoegen.deel(0.99), toevoegen.deel(1), verversen.deel(0.5), rustig.deel(0.99), druk.deel(0.99));
    std::fflush(stdout);
}

void regel(const char* wat, double ons, double ander) {
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"{}\",\"s\":{:.3f}{}}}\n", wat, ons, ander > 0 ? fmt::format(",\"igraphS\":{:.3f},\"maal\":{:.1f}", ander, ander / ons) : "");
    std::fflush(stdout);
}

/// Measures of the whole on what the asker sees, and the same by igraph on the same part (cut out for it beforehand). `alles`: also those that take
/// minutes on ten million nodes.
void meet_maten(const Blik& blik, bool alles) {
    Deelgraaf deel;
    regel("deelgraaf nemen", duur([&] { deel = neem_deel(blik); }), 0);
    const auto n = deel.knopen();
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"zichtbaar deel\",\"knopen\":{},\"verbanden\":{}}}\n", n, deel.banden());
    std::vector<std::uint32_t> comp, kern;
    std::vector<double> rang;
    Groepen groep;
    Breuken breuk;
    const auto t_comp = duur_samen([&] { comp = componenten(deel); }), t_kern = duur_samen([&] { kern = kernen(deel); });
    double t_rang = 0, t_breuk = 0, t_groep = 0, s_comp = 0, s_kern = 0, s_rang = 0, s_breuk = 0, s_groep = 0;
    if (alles) {
        t_rang = duur_samen([&] { rang = pagerank(deel); });
        t_breuk = duur_samen([&] { breuk = breuken(deel); });
        t_groep = duur_samen([&] { groep = groepen(deel, {.meeste_rondes = 2}); });
    }
#ifdef DAMWAND_IGRAPH
    std::vector<std::pair<std::uint32_t, std::uint32_t>> banden;
    for (Plek p = 0; p < n; ++p) {
        bool helft = false;
        for (const auto v : deel.alle[p]) {
            if (v > p) banden.emplace_back(p, v);
            if (v == p && (helft = !helft)) banden.emplace_back(p, p);  // a loop stands twice in its row
        }
    }
    const igraph::Graaf g(n, banden, false);
    igraph::Gehelen i_comp, i_kern;
    s_comp = duur([&] { igraph_connected_components(&g.g, &i_comp.v, nullptr, nullptr, IGRAPH_WEAK); });
    s_kern = duur([&] { igraph_coreness(&g.g, &i_kern.v, IGRAPH_ALL); });
    for (Plek p = 0; p < n && ongelijk == 0; ++p) klopt(kern[p] == static_cast<std::uint32_t>(i_kern[p]), "a core");
    if (alles) {
        igraph::Gehelen i_groep, i_brug, i_graad;
        igraph::Getallen i_rang, gewicht;
        igraph_real_t waarde = 0, i_mod = 0;
        igraph_integer_t aantal = 0;
        s_rang = duur([&] { igraph_pagerank(&g.g, IGRAPH_PAGERANK_ALGO_PRPACK, &i_rang.v, &waarde, igraph_vss_all(), false, 0.85, nullptr, nullptr); });
        s_breuk = duur([&] { igraph_bridges(&g.g, &i_brug.v); });
        igraph_degree(&g.g, &i_graad.v, igraph_vss_all(), IGRAPH_ALL, true);
        igraph_vector_resize(&gewicht.v, static_cast<igraph_integer_t>(n));
        for (std::size_t i = 0; i < n; ++i) VECTOR(gewicht.v)[i] = static_cast<double>(i_graad[i]);
        s_groep = duur([&] { igraph_community_leiden(&g.g, nullptr, &gewicht.v, 1.0 / static_cast<double>(deel.alle.naar.size()), 0.01, false, 2, &i_groep.v, &aantal, nullptr); });
        igraph_modularity(&g.g, &i_groep.v, nullptr, 1, false, &i_mod);
        for (Plek p = 0; p < n && ongelijk == 0; ++p) klopt(std::abs(rang[p] - i_rang[p]) < 1e-9, "a PageRank");
        klopt(breuk.bruggen.size() == i_brug.size(), "number of bridges");
        klopt(groep.modulariteit > i_mod * 0.99, "modularity");
        fmt::print("{{\"bench\":\"graph\",\"rij\":\"modulariteit\",\"ons\":{:.5f},\"igraph\":{:.5f}}}\n", groep.modulariteit, i_mod);
    }
    Tijden paden;
    Toeval t(19);
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    for (int i = 0; i < (alles ? 30 : 8); ++i) {
        igraph::Gehelen pad;
        const auto a = static_cast<igraph_integer_t>(t.onder(n)), b = static_cast<igraph_integer_t>(t.onder(n));
        paden.ms.push_back(1e3 * duur([&] { igraph_get_shortest_path(&g.g, &pad.v, nullptr, a, b, IGRAPH_ALL); }));
    }
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"pad, igraph, op het zichtbare deel\",\"p50Ms\":{:.1f},\"hoogsteMs\":{:.1f}}}\n", paden.deel(0.5), paden.deel(1));
#endif
    regel("componenten", t_comp, s_comp);
    regel("kernen", t_kern, s_kern);
    if (!alles) return;
    regel("pagerank", t_rang, s_rang);
    regel("bruggen en scharnieren", t_breuk, s_breuk);
    regel("groepen (Leiden, twee rondes)", t_groep, s_groep);
}

/// Exact betweenness is for parts: twenty thousand nodes, or as many as is said.
void meet_tussenliggend(std::uint32_t knopen) {
    const Wereld klein(knopen, std::uint64_t{knopen} * 5);
    Bouwer bouwer;
    for (std::uint32_t i = 0; i < knopen; ++i) bouwer.knoop(klein.knoop(i));
    klein.elke_band([&](const Band& b) { bouwer.band(b); });
    const auto deel = neem_deel({Netwerk(std::move(bouwer).klaar()).opname(), masker_van_vrager()});
    Centraliteit c;
    const auto ons = duur_samen([&] { c = centraliteit(deel); });
    double ander = 0;
#ifdef DAMWAND_IGRAPH
    std::vector<std::pair<std::uint32_t, std::uint32_t>> banden;
    for (Plek p = 0; p < deel.knopen(); ++p) {
        for (const auto v : deel.alle[p]) {
            if (v > p) banden.emplace_back(p, v);
        }
    }
    const igraph::Graaf g(deel.knopen(), banden, false);
    igraph::Getallen tussen, nabij;
    ander = duur([&] {
        igraph_betweenness(&g.g, &tussen.v, igraph_vss_all(), false, nullptr);
        igraph_closeness(&g.g, &nabij.v, nullptr, nullptr, igraph_vss_all(), IGRAPH_ALL, nullptr, true);
    });
    for (Plek p = 0; p < deel.knopen() && ongelijk == 0; ++p) klopt(std::abs(c.tussenliggend[p] - tussen[p]) <= 1e-6 * (1 + tussen[p]), "a betweenness");
#endif
    regel(fmt::format("tussenliggend en nabijheid, precies, {} knopen", knopen).c_str(), ons, ander);
}

std::uint64_t getal(const char* tekst) {
    std::uint64_t uit = 0;
    std::from_chars(tekst, tekst + std::char_traits<char>::length(tekst), uit);
    return uit;
}

}  // namespace

int main(int argc, char** argv) {
    const auto knopen = static_cast<std::uint32_t>(argc > 1 ? getal(argv[1]) : 1'000'000);
    const auto banden = argc > 2 ? getal(argv[2]) : 5'000'000;
    const auto paren = static_cast<std::size_t>(argc > 3 ? getal(argv[3]) : 2000);
    const Wereld wereld(knopen, banden);
    const auto leeg = geheugen();
    std::array<std::uint64_t, 4> geweigerd{};
    std::shared_ptr<const Basis> basis;
    const auto masker = masker_van_vrager();
    const auto filter = filter_van_vrager();
    const auto bouw = duur([&] {
        Bouwer bouwer;
        for (std::uint32_t i = 0; i < knopen; ++i) bouwer.knoop(wereld.knoop(i));
        wereld.elke_band([&](const Band& b) {
            bouwer.band(b);
            const auto& k = b.kenmerk;
            geweigerd[0] += k.periode.raakt(*filter.periode) ? 0 : 1;
            geweigerd[1] += k.betrouwbaarheid.bron <= filter.slechtste.bron ? 0 : 1;
            geweigerd[2] += masker.ziet(k.zicht) ? 0 : 1;
            geweigerd[3] += filter.laat_door(k) && masker.ziet(k.zicht) ? 0 : 1;
        });
        basis = std::move(bouwer).klaar();
    });
    const auto deel = [&](int i) { return static_cast<double>(geweigerd.at(static_cast<std::size_t>(i))) / static_cast<double>(banden); };
    Netwerk netwerk(basis);
    basis.reset();
    malloc_trim(0);
    const auto opname = netwerk.opname();
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"bouwen\",\"knopen\":{},\"verbanden\":{},\"kenmerken\":{},\"s\":{:.1f},\"geheugenMB\":{},\"piekMB\":{:.0f},\"geweigerd\":{{\"tijd\":{:.3f},\"betrouwbaarheid\":{:.3f},\"masker\":{:.3f},\"samen\":{:.3f}}}}}\n",
               knopen, opname->basis().banden(), opname->kenmerken(), bouw, (geheugen() - leeg) >> 20U, piek(), deel(0), deel(1), deel(2), deel(3));
    std::optional<Blik> blik;
    const auto t_blik = duur([&] { blik.emplace(opname, masker, filter); });
    fmt::print("{{\"bench\":\"graph\",\"rij\":\"een blik maken\",\"ms\":{:.1f}}}\n", t_blik * 1e3);
    std::fflush(stdout);
    meet_paden(*blik, wereld, paren);
    blik.reset();
    meet_onderweg(netwerk, wereld);
    const bool klein = knopen <= 2'000'000;
    meet_maten({netwerk.opname(), masker, filter}, klein);
    if (klein) meet_tussenliggend(static_cast<std::uint32_t>(argc > 4 ? getal(argv[4]) : 20'000));
    return ongelijk == 0 ? 0 : 1;
}
