// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/verteller.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace damwand::app::demo {

using namespace std::chrono_literals;

namespace {

constexpr auto eerste_werk = 7h + 20min;  // UTC: the working day in Amsterdam, summer and winter
constexpr int werkminuten = 440;
constexpr auto vroege_dienst = 4h + 50min;  // the last morning is still young
constexpr int vroege_minuten = 100;
constexpr auto laatste_werk = 7h + 50min;

}  // namespace

Kalender::Kalender(Tijdstip nu) {
    m_laatste = std::chrono::floor<std::chrono::days>(nu - laatste_werk - 10min);
    m_einde = Tijdstip(m_laatste) + laatste_werk;
}

Datum Kalender::dag(int terug) const { return Datum(m_laatste - std::chrono::days(terug)); }

Tijdstip Kalender::om(int terug, std::uint64_t keus, std::optional<Tijdstip> na) const {
    auto dag = m_laatste - std::chrono::days(terug);
    if (terug > 0) {
        const auto welke = std::chrono::weekday(dag).iso_encoding();
        if (welke > 5) dag -= std::chrono::days(welke - 5);
    }
    auto moment = Tijdstip(dag) + (terug > 0 ? eerste_werk + std::chrono::minutes(keus % werkminuten)
                                             : vroege_dienst + std::chrono::minutes(keus % vroege_minuten));
    moment += std::chrono::seconds(keus / 7 % 60);
    if (na && moment < *na + 3min) moment = *na + 3min + std::chrono::seconds(keus % 360);
    if (moment > m_einde) moment = std::max(m_einde, na ? *na + 1s : m_einde);
    return moment;
}

void Verteller::plan(Tijdstip moment, std::string wie, std::function<void()> daad) {
    m_daden.push_back({moment, std::move(wie), std::move(daad)});
}

void Verteller::vertel(const std::function<void(std::size_t, std::size_t)>& na_elke) {
    std::stable_sort(m_daden.begin(), m_daden.end(), [](const Daad& a, const Daad& b) { return a.moment < b.moment; });
    for (std::size_t i = 0; i < m_daden.size(); ++i) {
        m_wie = m_daden[i].wie;
        ga_naar(m_daden[i].moment);
        m_daden[i].doe();
        na_elke(i + 1, m_daden.size());
    }
    m_daden.clear();
}

void Verteller::ga_naar(Tijdstip moment) {
    m_eigenaar.doe("select basis.zet_klok($1::timestamptz)", moment);
    m_nu = moment;
}

boost::json::value Verteller::roep_als(Tijdstip moment, const std::string& wie, http::Methode methode,
                                       const std::string& pad, const boost::json::value& lijf) {
    m_wie = wie;
    ga_naar(moment);
    return roep(methode, pad, lijf);
}

Verteller::Sessie& Verteller::sessie() {
    auto& s = m_sessies[m_wie];
    // A session ends after a quarter of an hour without a request, or eight hours (toegang.wie_is).
    if (s.koekje.empty() || m_nu - s.laatst > 13min || m_nu - s.begonnen > 7h) {
        const auto antwoord =
            stuur(http::Methode::post, "/v1/demo/sessie", boost::json::object{{"gebruikersnaam", m_wie}}, {});
        if (antwoord.status != 201)
            throw std::runtime_error(fmt::format("sign-in of {}: {} {}", m_wie, antwoord.status, antwoord.lijf));
        const auto kop = std::find_if(antwoord.koppen.begin(), antwoord.koppen.end(),
                                      [](const auto& k) { return k.first == "Set-Cookie"; });
        s = {.koekje = kop->second.substr(0, kop->second.find(';')),
             .csrf = std::string(boost::json::parse(antwoord.lijf).at("csrf").as_string()),
             .begonnen = m_nu,
             .laatst = m_nu};
    }
    s.laatst = m_nu;
    return s;
}

boost::json::value Verteller::roep(http::Methode methode, const std::string& pad, const boost::json::value& lijf,
                                   std::optional<std::int64_t> versie) {
    const auto& s = sessie();
    std::map<std::string, std::string> koppen{{"cookie", s.koekje}, {"x-csrf-token", s.csrf}};
    if (methode == http::Methode::post) koppen["idempotency-key"] = Uuid::willekeurig().tekst();
    if (versie) koppen["if-match"] = fmt::format("\"{}\"", *versie);
    const auto antwoord = stuur(methode, pad, lijf, koppen);
    if (antwoord.status < 200 || antwoord.status > 299) {
        throw std::runtime_error(fmt::format("{} on {} by {} at {}: {} {}\n{}", static_cast<int>(methode), pad, m_wie,
                                             tekst(m_nu), antwoord.status, antwoord.lijf,
                                             boost::json::serialize(lijf)));
    }
    return antwoord.lijf.empty() ? boost::json::value(nullptr) : boost::json::parse(antwoord.lijf);
}

http::Antwoord Verteller::stuur(http::Methode methode, const std::string& pad, const boost::json::value& lijf,
                                const std::map<std::string, std::string>& koppen) {
    http::Verzoek v;
    v.methode = methode;
    v.id = Uuid::willekeurig().tekst();
    v.afkomst = "127.0.0.1";
    v.pad = pad;
    if (!lijf.is_null()) v.lijf = boost::json::serialize(lijf);
    v.koppen = {{"host", "localhost"}, {"content-type", "application/json"}};
    if (!m_doel.empty()) v.koppen["verwerkingsactiviteit"] = m_doel;
    for (const auto& [naam, waarde] : koppen) v.koppen[naam] = waarde;
    return m_loket.doe(v);
}

void Verteller::onder(std::string doel, const std::function<void()>& doe) {
    m_doel = std::move(doel);
    doe();
    m_doel.clear();
}

}  // namespace damwand::app::demo
