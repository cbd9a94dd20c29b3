// SPDX-License-Identifier: EUPL-1.2
#include "werk/overleg/overleg.hpp"

#include <algorithm>
#include <array>

#include "engine/termijn/termijn.hpp"

namespace damwand::overleg {
namespace {

using std::chrono::days;
using std::chrono::sys_days;

std::vector<std::string_view> alineas(std::string_view tekst) {
    std::vector<std::string_view> uit;
    if (tekst.empty()) return uit;  // nothing is no paragraph, so that two first paragraphs are two
    for (std::size_t begin = 0; begin <= tekst.size();) {
        const auto einde = std::min(tekst.find('\n', begin), tekst.size());
        uit.push_back(tekst.substr(begin, einde - begin));
        begin = einde + 1;
    }
    return uit;
}
using Alineas = std::vector<std::string_view>;

/// Of each paragraph of `basis` its place in `ander` by a longest common subsequence, -1 when it is not there any more.
/// None when the texts are too long to compare.
std::optional<std::vector<int>> plaatsen(const Alineas& basis, const Alineas& ander) {
    std::vector<int> uit(basis.size(), -1);
    std::size_t kop = 0;
    while (kop < basis.size() && kop < ander.size() && basis[kop] == ander[kop]) {
        uit[kop] = static_cast<int>(kop);
        ++kop;
    }
    std::size_t staart = 0;
    while (staart < basis.size() - kop && staart < ander.size() - kop && basis[basis.size() - 1 - staart] == ander[ander.size() - 1 - staart]) {
        uit[basis.size() - 1 - staart] = static_cast<int>(ander.size() - 1 - staart);
        ++staart;
    }
    const auto n = basis.size() - kop - staart;
    const auto m = ander.size() - kop - staart;
    constexpr std::size_t meeste = 4'000'000;
    if (n != 0 && m > meeste / n) return std::nullopt;
    std::vector<std::vector<int>> lengte(n + 1, std::vector<int>(m + 1, 0));
    for (std::size_t i = n; i-- > 0;) {
        for (std::size_t j = m; j-- > 0;) {
            lengte[i][j] = basis[kop + i] == ander[kop + j] ? lengte[i + 1][j + 1] + 1 : std::max(lengte[i + 1][j], lengte[i][j + 1]);
        }
    }
    for (std::size_t i = 0, j = 0; i < n && j < m;) {
        if (basis[kop + i] == ander[kop + j]) {
            uit[kop + i++] = static_cast<int>(kop + j++);
        } else if (lengte[i + 1][j] >= lengte[i][j + 1]) {
            ++i;
        } else {
            ++j;
        }
    }
    return uit;
}

using Stuk = std::span<const std::string_view>;
bool gelijk(Stuk een, Stuk ander) { return std::equal(een.begin(), een.end(), ander.begin(), ander.end()); }

/// What comes of one stretch that the two do not share with the base; false when it is a clash.
bool voeg(Stuk basis, Stuk staat, Stuk nieuw, Alineas& uit) {
    const auto neem = [&](Stuk stuk) { uit.insert(uit.end(), stuk.begin(), stuk.end()); };
    if (gelijk(staat, nieuw) || gelijk(nieuw, basis)) {
        neem(staat);
    } else if (gelijk(staat, basis)) {
        neem(nieuw);
    } else if (basis.empty()) {
        neem(staat);
        neem(nieuw);
    } else if (basis.size() == staat.size() && basis.size() == nieuw.size() && basis.size() > 1) {
        for (std::size_t i = 0; i < basis.size(); ++i) {  // neighbours that each changed one of
            if (!voeg(basis.subspan(i, 1), staat.subspan(i, 1), nieuw.subspan(i, 1), uit)) return false;
        }
    } else {
        return false;
    }
    return true;
}

std::string samen(const Alineas& delen) {
    std::string uit;
    for (std::size_t i = 0; i < delen.size(); ++i) {
        if (i > 0) uit += '\n';
        uit += delen[i];
    }
    return uit;
}

}  // namespace

bool is_een_van(std::string_view code, std::span<const std::string_view> lijst) noexcept { return std::ranges::find(lijst, code) != lijst.end(); }

bool is_tijd(std::string_view t) noexcept {
    const auto cijfer = [&](std::size_t i) { return t[i] >= '0' && t[i] <= '9'; };
    if (t.size() != 5 || t[2] != ':' || !cijfer(0) || !cijfer(1) || !cijfer(3) || !cijfer(4)) return false;
    return (t[0] - '0') * 10 + (t[1] - '0') < 24 && t[3] < '6';
}

Datum volgende_dag(Datum vanaf, int weekdag, int ritme_weken, const std::optional<Datum>& na) {
    auto dag = sys_days(vanaf);
    const std::chrono::weekday gewenst(static_cast<unsigned>(weekdag % 7));
    while (std::chrono::weekday(dag) != gewenst) dag += days(1);
    const auto werkdag = [](sys_days d) {
        while (termijn::dagsoort(Datum(d)) != termijn::Dagsoort::werkdag) d += days(1);
        return d;
    };
    const days stap(7 * ritme_weken);
    if (na && sys_days(*na) > dag) dag += (sys_days(*na) - dag) / stap * stap;  // not step by step through the years
    while (na && werkdag(dag) <= sys_days(*na)) dag += stap;
    return Datum(werkdag(dag));
}

std::optional<casus::Fase> fase_na(std::string_view besluit) noexcept {
    static constexpr std::array<std::pair<std::string_view, casus::Fase>, 6> stappen{{{"afsluiten", casus::Fase::afronding},
                                                                                     {"monitoren", casus::Fase::monitoring},
                                                                                     {"riec", casus::Fase::bij_riec},
                                                                                     {"terug_informatie", casus::Fase::informatie},
                                                                                     {"plan_vaststellen", casus::Fase::plan},
                                                                                     {"naar_uitvoering", casus::Fase::uitvoering}}};
    const auto stap = std::ranges::find(stappen, besluit, &std::pair<std::string_view, casus::Fase>::first);
    return stap == stappen.end() ? std::nullopt : std::optional(stap->second);
}

std::optional<std::string_view> status_na(std::string_view besluit) noexcept {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 4> stappen{{{"casus_openen", "casus"}, {"niet_oppakken", "niet_opgepakt"}, {"monitoren", "uitgesteld"}, {"afsluiten", "afgehandeld"}}};
    const auto stap = std::ranges::find(stappen, besluit, &std::pair<std::string_view, std::string_view>::first);
    return stap == stappen.end() ? std::nullopt : std::optional(stap->second);
}

std::vector<Besluitkeuze> keuzes(std::string_view soort, std::string_view staat, int weging_stap, bool eigen, const std::set<std::string, std::less<>>& rechten) {
    const auto mag = [&](std::string_view recht) { return rechten.contains(recht); };
    const auto waarom_niet = [&](std::string_view besluit) -> std::optional<std::string> {
        if (soort == "vrij" || (!eigen && besluit == "anders")) return std::nullopt;
        if (!eigen) return "dossier";
        if (soort == "casus") {
            const auto fase = casus::lees_fase(staat);
            const auto naar = fase_na(besluit);
            if (!fase || casus::gesloten(*fase)) return "fase";
            const auto* rand = naar ? casus::rand(*fase, *naar) : nullptr;
            if (naar && (rand == nullptr || rand->recht.empty())) return "fase";
            return mag("casus.schrijven") && (rand == nullptr || mag(rand->recht)) ? std::nullopt : std::optional<std::string>("recht");
        }
        const auto naar = status_na(besluit);
        if (naar == "casus" && !signaal::is_gesloten(staat) && !signaal::is_rijp_voor_casus(staat, weging_stap)) return "weging";
        const auto stappen = signaal::stappen(staat, weging_stap);
        if (naar ? std::ranges::find(stappen, *naar) == stappen.end() : signaal::is_gesloten(staat)) return "fase";
        return mag("signaal.wegen") && (naar != "casus" || mag("casus.openen")) ? std::nullopt : std::optional<std::string>("recht");
    };
    std::vector<Besluitkeuze> uit;
    for (const auto besluit : besluitsoorten) {
        const bool hoort = besluit == "anders" || (soort == "casus" && fase_na(besluit)) || (soort == "signaal" && status_na(besluit));
        if (hoort) uit.push_back({std::string(besluit), waarom_niet(besluit)});
    }
    return uit;
}

std::optional<std::string> samengevoegd(std::string_view basis, std::string_view staat, std::string_view nieuw) {
    if (staat == nieuw || nieuw == basis) return std::string(staat);
    if (staat == basis) return std::string(nieuw);
    const auto b = alineas(basis);
    const auto s = alineas(staat);
    const auto n = alineas(nieuw);
    const auto in_s = plaatsen(b, s);
    const auto in_n = plaatsen(b, n);
    if (!in_s || !in_n) return std::nullopt;
    Alineas uit;
    std::size_t b0 = 0;
    std::size_t s0 = 0;
    std::size_t n0 = 0;
    for (std::size_t i = 0; i <= b.size(); ++i) {
        const bool einde = i == b.size();
        if (!einde && ((*in_s)[i] < 0 || (*in_n)[i] < 0)) continue;  // one of them does not have it any more
        const auto s1 = einde ? s.size() : static_cast<std::size_t>((*in_s)[i]);
        const auto n1 = einde ? n.size() : static_cast<std::size_t>((*in_n)[i]);
        if (!voeg(Stuk(b).subspan(b0, i - b0), Stuk(s).subspan(s0, s1 - s0), Stuk(n).subspan(n0, n1 - n0), uit)) return std::nullopt;
        if (einde) break;
        uit.push_back(b[i]);
        b0 = i + 1;
        s0 = s1 + 1;
        n0 = n1 + 1;
    }
    return samen(uit);
}

}  // namespace damwand::overleg
