// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <span>
#include <stdexcept>

#include "app/demo/script.hpp"
#include "app/demo/wereld.hpp"

namespace damwand::app::demo {

namespace bj = boost::json;
using http::Methode;

namespace {

std::vector<std::string> delen(std::string_view tekst, char tussen = ',') {
    std::vector<std::string> uit;
    for (std::size_t begin = 0; begin < tekst.size();) {
        const auto einde = std::min(tekst.find(tussen, begin), tekst.size());
        uit.emplace_back(tekst.substr(begin, einde - begin));
        begin = einde + 1;
    }
    return uit;
}

/// Registers that a colleague looks up himself: question and answer on the same day.
bool meteen(std::string_view bronsoort) {
    constexpr std::array zelf{std::string_view{"bag"}, std::string_view{"handelsregister"},
                              std::string_view{"kadaster"}, std::string_view{"open"}, std::string_view{"rdw"}};
    return std::find(zelf.begin(), zelf.end(), bronsoort) != zelf.end();
}

/// What anybody may look up: no privacy check comes before it.
bool open_bron(std::string_view bronsoort) { return meteen(bronsoort) && bronsoort != "rdw"; }

bool mag_schrijven(std::string_view wie) {
    constexpr std::array schrijvers{std::string_view{"coordinator"}, std::string_view{"analist"},
                                    std::string_view{"analist2"},    std::string_view{"jurist"},
                                    std::string_view{"deelnemer"},   std::string_view{"vergunningen"},
                                    std::string_view{"burgerzaken"}};
    return std::find(schrijvers.begin(), schrijvers.end(), wie) != schrijvers.end();
}
bool voert_uit(std::string_view wie) {
    return mag_schrijven(wie) || wie == "toezicht" || wie == "toezicht2" || wie == "bibob";
}

std::string_view naam_van(std::string_view gebruikersnaam) {
    const auto alle = medewerkers();
    return std::find_if(alle.begin(), alle.end(),
                        [&](const Medewerker& m) { return m.gebruikersnaam == gebruikersnaam; })
        ->naam;
}

}  // namespace

/// Plans one casus: gathers its acts with the day they fall on, and hands them over in order.
class Casusschrijver {
  public:
    Casusschrijver(Script& script, const Casusverhaal& verhaal)
        : m_script(script),
          m_verhaal(verhaal),
          m_wie(verhaal.trekker),
          m_adres(verhaal.seinen.front().adres),
          m_casus(std::make_shared<Ding>()),
          m_eerste(script.m_alle_casussen == 0) {
        // A closed file takes nothing any more: the work falls before its last steps.
        m_deel = verhaal.fase == "archief" ? 0.88 : verhaal.fase == "heropend" ? 0.5 : 1.0;
    }
    void schrijf();

  private:
    struct Daad {
        double dag;
        std::string wie;
        std::function<void()> doe;
        std::optional<Tijdstip> na{};  ///< not before this: two days of a weekend are told on the same Friday
    };
    [[nodiscard]] double op(double deel) const {
        return m_verhaal.open - deel * m_deel * (m_verhaal.open - m_verhaal.stil);
    }
    [[nodiscard]] double heel(double deel) const { return m_verhaal.open - deel * (m_verhaal.open - m_verhaal.stil); }
    void op_dag(double dag, std::string wie, std::function<void()> doe, std::optional<Tijdstip> na = {}) {
        if (!m_doel.empty()) {
            doe = [this, doel = m_doel, doe = std::move(doe)] { m_script.m_verteller.onder(doel, doe); };
        }
        m_daden.push_back({dag, std::move(wie), std::move(doe), na});
    }
    bj::value roep(Methode methode, const std::string& onder, const bj::value& lijf = nullptr,
                   std::optional<std::int64_t> versie = {}) {
        return m_script.m_verteller.roep(methode, "/v1/casussen" + onder, lijf, versie);
    }
    [[nodiscard]] std::string pad() const { return "/" + m_casus->id; }
    [[nodiscard]] std::string vul(std::string_view tekst) const { return vul_in(tekst, m_adres); }
    /// Opens the page, then changes what it saw.
    void wijzig(double dag, bj::object lijf);
    void ga_over(double dag, bj::object lijf, const std::string& wie);
    void open();
    void bron(std::size_t nummer);
    void beeld();
    void plan();
    void ingreep(std::size_t nummer);
    /// A privacy check about `over`: put before the coordinator, or decided by him.
    void toets(std::string_view soort, bj::object over, const Toetswoorden& w, bool besloten = true);
    void bevraag(const Bevraging& b, bj::object lijf, bj::object antwoord, const std::string& vrager, double gevraagd,
                 double geantwoord);
    void toets_2a(double dag);
    void toets_2b(double dag, bool riec = false);
    void notities();
    void informeer();
    void verstrek();
    void verbanden();
    void fasen();
    void lezers();

    Script& m_script;
    const Casusverhaal& m_verhaal;
    std::string m_wie, m_vrager;  ///< who leads it, and who consults the sources
    std::string_view m_adres;
    std::shared_ptr<Ding> m_casus;
    bool m_eerste;  ///< the one in which something is left to do and something was given
    double m_deel;
    double m_plan = 0.36, m_uitvoering = 0.44;  ///< when these phases begin
    std::vector<Daad> m_daden;
    std::string m_doel;  ///< of what is planned now; empty: ordinary work
    std::optional<Tijdstip> m_gewogen;
};

void Casusschrijver::wijzig(double dag, bj::object lijf) {
    op_dag(dag, m_wie, [this, lijf = std::move(lijf)] {
        const auto gezien = roep(Methode::get, pad());
        roep(Methode::patch, pad(), lijf, gezien.at("versie").to_number<std::int64_t>());
    });
}

void Casusschrijver::ga_over(double dag, bj::object lijf, const std::string& wie) {
    op_dag(dag, wie, [this, lijf = std::move(lijf)] {
        const auto gezien = roep(Methode::get, pad());
        roep(Methode::post, pad() + "/overgangen", lijf, gezien.at("versie").to_number<std::int64_t>());
    });
}

void Casusschrijver::open() {
    std::vector<std::shared_ptr<Ding>> eerste;
    for (const auto& s : m_verhaal.seinen) {
        // The members of the casus must be the ones who weighed: the coordinator is one of them always.
        auto draad = m_script.weeg_voor_casus(s, m_verhaal.open, "coordinator");
        if (s.dag > m_verhaal.open) {
            eerste.push_back(draad.ding);
            m_gewogen = std::max(m_gewogen, draad.laatst);
        } else {
            op_dag(std::max(1, s.dag - 4), "coordinator", [this, ding = draad.ding] {
                roep(Methode::post, pad() + "/signalen", bj::object{{"signaal", ding->id}});
            }, draad.laatst);
        }
    }
    auto leden = delen(m_verhaal.leden);
    const auto later = leden.size() > 2 ? leden.back() : std::string();
    if (!later.empty()) leden.pop_back();
    const auto analist =
        std::find_if(leden.begin(), leden.end(), [](const std::string& lid) { return lid.starts_with("analist"); });
    m_vrager = analist == leden.end() ? m_wie : *analist;
    bj::array ids;
    for (const auto& lid : leden) ids.emplace_back(m_script.m_gebruikers.at(lid));
    bj::object lijf{{"werknaam", vul(m_verhaal.werknaam)},
                    {"thema", m_verhaal.thema},
                    {"trekker", m_script.m_gebruikers.at(m_wie)},
                    {"leden", std::move(ids)}};
    op_dag(m_verhaal.open, "coordinator", [this, lijf, eerste]() mutable {
        bj::array signalen;
        for (const auto& ding : eerste) signalen.emplace_back(ding->id);
        lijf["signalen"] = std::move(signalen);
        m_script.m_verteller.vers();  // others are let in
        m_casus->id = roep(Methode::post, "", lijf).at("id").as_string();
        ++m_script.m_casussen;
    });
    if (!later.empty()) {
        bj::object lid{{"gebruiker", m_script.m_gebruikers.at(later)}};
        // A partner has access for as long as the file needs him.
        if (later == "partner" || later == "regio-regisseur") lid["tot"] = m_script.datum(m_verhaal.open - 270);
        op_dag(heel(0.04), "coordinator", [this, lid] {
            m_script.m_verteller.vers();
            roep(Methode::post, pad() + "/leden", lid);
        });
    }
    for (const auto& v : lees_vermeldingen(m_verhaal.vermeldingen, "B2")) {
        op_dag(op(0.12), m_wie, [this, v] { roep(Methode::post, pad() + "/vermeldingen", v); });
    }
}

void Casusschrijver::toets(std::string_view soort, bj::object over, const Toetswoorden& w, bool besloten) {
    bj::object lijf = std::move(over);
    lijf["soort"] = soort;
    lijf["grondslag"] = w.grondslag;
    lijf["verenigbaarheid"] = w.verenigbaarheid;
    lijf["noodzaak"] = vul(w.noodzaak);
    lijf["proportionaliteit"] = w.proportionaliteit;
    if (besloten) lijf["besluit"] = "akkoord";
    roep(Methode::post, pad() + "/privacytoetsen", lijf);
}

void Casusschrijver::toets_2a(double dag) {
    op_dag(dag, "coordinator", [this] {
        bj::array leden;
        const auto gezien = roep(Methode::get, pad());
        for (const auto& lid : gezien.at("leden").as_array()) leden.push_back(lid.at("gebruiker").at("id"));
        toets("2a", {{"leden", std::move(leden)}}, toetswoorden_2a(hutsel(m_verhaal.werknaam)));
    });
}

void Casusschrijver::toets_2b(double dag, bool riec) {
    op_dag(dag, "coordinator", [this, riec] {
        bj::array ids;
        const auto gezien = roep(Methode::get, pad() + "/dossier");
        for (const auto& i : gezien.at("interventies").as_array()) {
            if (i.at("status").as_string() != "vervallen" && !riec) ids.push_back(i.at("id"));
        }
        toets("2b", {{"interventies", std::move(ids)}, {"riec", riec}}, toetswoorden_2b(hutsel(m_verhaal.werknaam)));
    });
}

/// A source of personal data, in its steps: recorded, judged, asked, known or not, and what it knows after the second
/// choice. One that is still to be asked waits for the coordinator, unless he leads the casus himself.
void Casusschrijver::bevraag(const Bevraging& b, bj::object lijf, bj::object antwoord, const std::string& vrager,
                             double gevraagd, double geantwoord) {
    const auto ding = std::make_shared<Ding>();
    const auto zet = [this, ding](const bj::object& stap) {
        ding->versie = roep(Methode::patch, pad() + "/bronnen/" + ding->id, stap, ding->versie)
                           .at("versie")
                           .to_number<std::int64_t>();
    };
    auto woorden = toetswoorden_van(b.soort);
    woorden.grondslag = bronwoorden_van(b.soort).grondslag;
    lijf["status"] = "te_vragen";
    const bool te_vragen = b.stand == 't';
    op_dag(gevraagd, vrager, [this, lijf, ding, te_vragen, woorden] {
        const auto na = roep(Methode::post, pad() + "/bronnen", lijf);
        ding->id = na.at("id").as_string();
        ding->versie = na.at("versie").to_number<std::int64_t>();
        if (te_vragen) toets("1", {{"bron", ding->id}}, woorden, false);
    });
    if (te_vragen) return;
    op_dag(gevraagd, "coordinator", [this, ding, woorden] { toets("1", {{"bron", ding->id}}, woorden); });
    op_dag(gevraagd, vrager, [zet] { zet({{"status", "gevraagd"}}); });
    if (b.stand == 'g') return;
    if (b.stand == 'o') {
        const auto bekend = (gevraagd + geantwoord) / 2;
        op_dag(bekend, vrager, [zet] { zet({{"status", "bekend"}}); });
        op_dag(bekend, "coordinator", [this, ding, keus = hutsel(b.soort) + hutsel(m_verhaal.werknaam)] {
            roep(Methode::post, pad() + "/bronnen/" + ding->id + "/inhoud",
                 bj::object{{"motivering", vul(inhoudkeuze(keus))}});
        });
    }
    op_dag(geantwoord, vrager, [zet, antwoord = std::move(antwoord)] { zet(antwoord); });
}

void Casusschrijver::bron(std::size_t nummer) {
    const auto& b = m_verhaal.bronnen[nummer];
    const auto& w = bronwoorden_van(b.soort);
    const std::string vrager = b.soort == "riec" ? "coordinator" : m_vrager;  // the compartment of the RIEC is not the analyst's
    const auto h = hutsel(m_verhaal.werknaam) + nummer;
    const auto aantal = static_cast<double>(m_verhaal.bronnen.size());
    // The usual words in turn, so that files do not read alike.
    const auto om_de_beurt = [&](std::string_view kolom, std::span<const std::string_view> uit) {
        const auto vol = std::find(uit.begin(), uit.end(), std::string_view()) - uit.begin();
        return uit[m_script.m_beurt[fmt::format("{} {}", kolom, b.soort)]++ %
                   static_cast<std::size_t>(std::max<std::ptrdiff_t>(1, vol))];
    };
    bj::object lijf{{"bronsoort", b.soort},
                    {"vraag", vul(b.vraag.empty() ? om_de_beurt("vraag", w.vragen) : b.vraag)},
                    {"grondslag", w.grondslag}};
    const bool alleen_informatie = m_verhaal.fase == "informatie";
    const auto eind = alleen_informatie ? 0.9 : m_plan;
    const auto gevraagd =
        b.deel < 0 ? op(eind * (0.05 + 0.5 * static_cast<double>(nummer) / aantal)) : op(b.deel - 0.05);
    if (b.stand == 'g' || b.stand == 't') {
        // Asked a fortnight before it is due, but not before the file was there nor on its last day.
        const double stil = std::max(1, m_verhaal.stil);
        const bool heropend = m_verhaal.fase == "heropend";  // then after that, for before it the file was closed
        const auto dag =
            std::clamp<double>(14 - b.termijn, stil, heropend ? stil : std::max(stil, m_verhaal.open - 1.0));
        lijf["termijn"] = m_script.datum(-b.termijn);
        const auto wanneer = b.stand == 'g' ? dag : std::max(dag, gevraagd);
        if (!open_bron(b.soort)) return bevraag(b, std::move(lijf), {}, vrager, wanneer, wanneer);
        lijf["status"] = b.stand == 'g' ? "gevraagd" : "te_vragen";
        op_dag(wanneer, vrager, [this, lijf] { roep(Methode::post, pad() + "/bronnen", lijf); });
        return;
    }
    bj::object antwoord;
    if (b.stand == 'o')
        antwoord = {{"status", "ontvangen"},
                    {"antwoord", vul(b.antwoord.empty() ? om_de_beurt("antwoord", w.antwoorden) : b.antwoord)}};
    else if (b.stand == 'n' && !open_bron(b.soort))
        antwoord = {{"status", "niets_bekend"}};
    else if (b.stand == 'n')
        antwoord = {{"status", "niets_bekend"},
                    {"antwoord", vul(b.antwoord.empty() ? om_de_beurt("niets", w.niets) : b.antwoord)}};
    else
        antwoord = {{"status", "geweigerd"}, {"antwoord", vul(b.antwoord.empty() ? w.geweigerd : b.antwoord)}};
    if (open_bron(b.soort)) {
        for (auto& veld : antwoord) lijf[veld.key()] = veld.value();
        op_dag(gevraagd, vrager, [this, lijf] { roep(Methode::post, pad() + "/bronnen", lijf); });
        return;
    }
    lijf["termijn"] = m_script.datum(static_cast<int>(gevraagd) - 14);
    const auto geantwoord = meteen(b.soort) ? gevraagd
                            : b.deel < 0 ? std::max(op(eind * 0.95), gevraagd - 3 - static_cast<double>(h % 15))
                                         : op(b.deel);
    bevraag(b, std::move(lijf), std::move(antwoord), vrager, gevraagd, std::min(gevraagd, geantwoord));
}

void Casusschrijver::beeld() {
    const auto alinea = m_verhaal.beeld.find("\n\n");
    const auto eind = m_verhaal.fase == "informatie" ? 0.85 : m_plan * 0.97;
    const auto nieuw = m_verhaal.fase == "heropend" ? m_verhaal.stil : m_verhaal.fase == "terug" ? op(0.7) : op(eind);
    if (alinea != std::string_view::npos) {
        wijzig(op(eind * 0.4), {{"beeld", m_verhaal.beeld.substr(0, alinea)}});
        wijzig(nieuw, {{"beeld", m_verhaal.beeld}});
    } else {
        wijzig(op(eind * 0.7), {{"beeld", m_verhaal.beeld}});
    }
}

void Casusschrijver::plan() {
    if (m_verhaal.hypothese.empty()) return;
    const auto schrijf = [&](double deel, bj::object lijf) {
        op_dag(op(deel), m_wie, [this, lijf = std::move(lijf)] {
            const auto gezien = roep(Methode::get, pad());
            roep(Methode::patch, pad() + "/plan", lijf, gezien.at("plan").at("versie").to_number<std::int64_t>());
        });
    };
    const auto eind = m_verhaal.fase == "plan" ? 0.95 : m_uitvoering;
    schrijf(m_plan + (eind - m_plan) * 0.25, {{"hypothese", m_verhaal.hypothese}});
    schrijf(m_plan + (eind - m_plan) * 0.6, {{"doel", m_verhaal.doel}, {"strategie", m_verhaal.strategie}});
}

void Casusschrijver::ingreep(std::size_t nummer) {
    const auto& i = m_verhaal.ingrepen[nummer];
    const auto aantal = static_cast<double>(m_verhaal.ingrepen.size());
    const auto plek = static_cast<double>(nummer) / aantal;
    const bool in_plan = m_verhaal.fase == "plan";
    const auto gemaakt = op(in_plan ? 0.75 + 0.2 * plek : m_plan + (m_uitvoering - m_plan) * (0.7 + 0.3 * plek));
    const auto gedaan = op(m_uitvoering + (0.87 - m_uitvoering) * (0.25 + 0.7 * plek));
    const bool open = i.stand == 'p' || i.stand == 'b';
    bj::object lijf{{"type", i.type},
                    {"omschrijving", i.omschrijving},
                    {"uitvoerder", i.uitvoerder},
                    {"termijn", open ? m_script.datum(-i.termijn) : m_script.datum(static_cast<int>(gedaan) - 4)}};
    if (!i.eigenaar.empty()) lijf["eigenaar"] = m_script.m_gebruikers.at(std::string(i.eigenaar));
    const auto ding = std::make_shared<Ding>();
    op_dag(gemaakt, m_wie, [this, lijf, ding] {
        const auto na = roep(Methode::post, pad() + "/interventies", lijf);
        ding->id = na.at("id").as_string();
        ding->versie = na.at("versie").to_number<std::int64_t>();
    });
    if (i.stand == 'p') return;
    bj::object stap{{"status", i.stand == 'u' ? "uitgevoerd" : i.stand == 'b' ? "bezig" : "vervallen"}};
    if (!open) stap["resultaat"] = i.resultaat;
    const std::string wie = voert_uit(i.eigenaar) ? std::string(i.eigenaar) : m_wie;
    op_dag(gedaan, wie, [this, stap, ding, open]() mutable {
        if (!open) stap["resultaatOp"] = tekst(dag_in_amsterdam(m_script.m_verteller.nu()));
        roep(Methode::patch, pad() + "/interventies/" + ding->id, stap, ding->versie);
    });
}

void Casusschrijver::notities() {
    const auto laatste = m_verhaal.notities.size() - 1;
    // While it is being worked on, people write all along; afterwards mostly about how it went.
    const bool jong = m_verhaal.fase == "informatie" || m_verhaal.fase == "plan";
    const double begin = jong ? 0.2 : 0.6;
    for (std::size_t i = 0; i <= laatste; ++i) {
        const auto& n = m_verhaal.notities[i];
        const bool zelf = mag_schrijven(n.door);
        const auto tekst = zelf ? std::string(n.tekst) : fmt::format("Van {}: {}", naam_van(n.door), n.tekst);
        const double vanzelf =
            i == laatste ? 0.98 : begin + (0.98 - begin) * static_cast<double>(i) / static_cast<double>(laatste);
        const bool slotwoord = m_verhaal.fase == "heropend" && i == laatste;
        op_dag(slotwoord ? m_verhaal.stil - 0.1 : op(n.deel < 0 ? vanzelf : n.deel), zelf ? std::string(n.door) : m_wie,
               [this, tekst] { roep(Methode::post, pad() + "/notities", bj::object{{"tekst", tekst}}); });
    }
}

/// Members who only read along; the log shows it.
void Casusschrijver::lezers() {
    for (const auto& lid : delen(m_verhaal.leden)) {
        if (lid != "burgemeester" && lid != "partner" && lid != "regio-regisseur" && lid != "bibob") continue;
        for (const double deel : {0.35, 0.9}) op_dag(op(deel), lid, [this] { roep(Methode::get, pad() + "/dossier"); });
    }
}

void Casusschrijver::fasen() {
    const auto& f = m_verhaal.fase;
    const auto h = hutsel(m_verhaal.werknaam);
    const auto reden = [](const std::vector<std::string_view>& uit, std::uint64_t keus) {
        return std::string(uit[keus % uit.size()]);
    };
    if (f == "informatie") return;
    toets_2a(op(m_plan));
    ga_over(op(m_plan), {{"naar", "plan"}, {"reden", reden(redenen_plan(), h)}}, m_wie);
    if (f == "plan") return;
    toets_2b(op(m_uitvoering));
    ga_over(op(m_uitvoering), {{"naar", "uitvoering"}, {"reden", reden(redenen_uitvoering(), h / 5)}}, m_wie);
    if (f == "uitvoering") return;
    if (f == "terug") {
        ga_over(op(0.6), {{"naar", "informatie"}, {"reden", m_verhaal.nieuws}}, m_wie);
        toets_2a(op(0.72));
        ga_over(op(0.72), {{"naar", "plan"}, {"reden", "Het nieuwe beeld is besproken; het plan wordt aangepast."}},
                m_wie);
        ga_over(op(0.8), {{"naar", "uitvoering"}, {"reden", m_verhaal.slot}}, m_wie);
    } else if (f == "bij_riec") {
        toets_2b(op(0.97), true);
        ga_over(op(0.97), {{"naar", "bij_riec"}, {"reden", m_verhaal.slot}}, m_wie);
    } else if (f == "monitoring") {
        ga_over(op(1.0),
                {{"naar", "monitoring"}, {"reden", m_verhaal.slot}, {"tot", m_script.datum(-m_verhaal.monitor_tot)}},
                m_wie);
    } else {
        const auto klaar = f == "heropend" ? heel(0.52) : f == "archief" ? heel(0.92) : heel(1.0);
        ga_over(klaar, {{"naar", "afronding"}, {"reden", m_verhaal.slot}}, "coordinator");
        if (f == "afronding") return;
        ga_over(f == "heropend" ? heel(0.55) : heel(1.0),
                {{"naar", "archief"}, {"reden", reden(redenen_archief(), h / 7)}}, "coordinator");
        if (f == "heropend")
            ga_over(m_verhaal.stil + 0.2, {{"naar", "informatie"}, {"reden", m_verhaal.nieuws}}, "coordinator");
    }
}

/// Whoever is named hears of it, or not yet, or not: in each case with what belongs to it.
void Casusschrijver::informeer() {
    op_dag(op(0.9), m_wie, [this] {
        const auto antwoord = roep(Methode::get, pad() + "/informeren");
        const auto& taken = antwoord.at("resultaten").as_array();
        for (std::size_t i = m_eerste ? 1 : 0; i < taken.size(); ++i) {
            bj::object weging;
            for (const auto* factor : {"doeleinden", "categorieen", "reikwijdte", "waarborgen", "verantwoordelijke", "opslagperiode", "risicos", "kennisgeving"})
                weging[factor] = "Gewogen bij het plan van aanpak; niet ruimer dan nodig.";
            const auto keus = hutsel(taken[i].at("naam").as_string()) % 3;
            bj::object lijf;
            if (keus == 0) lijf = {{"besluit", "geinformeerd"}, {"verzondenOp", tekst(dag_in_amsterdam(m_script.m_verteller.nu()))}, {"wijze", "brief"}};
            else if (keus == 1) lijf = {{"besluit", "uitgesteld"}, {"grond", "uavg-41-d"}, {"motivering", "Een brief nu zou het onderzoek kunnen schaden."}, {"weging", weging}, {"tot", m_script.datum(-60)}};
            else lijf = {{"besluit", "afgezien"}, {"grond", "avg-14-b"}, {"motivering", "Er is geen adres van deze persoon bekend."}};
            roep(Methode::post, pad() + "/informeren/" + std::string(taken[i].at("vermelding").as_string()) + "/besluiten", lijf);
        }
    });
}

/// An extract to a partner; afterwards one of its facts turns out to be otherwise.
void Casusschrijver::verstrek() {
    op_dag(op(0.93), m_wie, [this] {
        m_script.m_verteller.vers();
        const auto kan = roep(Methode::get, pad() + "/verstrekbaar");
        bj::array feiten;
        for (const auto& f : kan.at("feiten").as_array()) {
            if (f.at("doorgifte").as_string() == "vrij" && f.at("regime").as_string() == "avg" && feiten.size() < 4) feiten.push_back({{"soort", f.at("soort")}, {"rij", f.at("rij")}});
        }
        roep(Methode::post, pad() + "/verstrekkingen",
             bj::object{{"ontvanger", "omgevingsdienst"}, {"terAttentieVan", "Team Handhaving"}, {"doel", "Het gezamenlijke toezicht op de werkplaats voorbereiden."},
                        {"grondslag", "awb-toezicht"}, {"teNoemen", true}, {"tot", m_script.datum(-180)}, {"feiten", feiten}});
    });
    op_dag(op(0.96), m_wie, [this] {
        const auto gegeven = roep(Methode::get, pad() + "/verstrekkingen");
        const auto dossier = roep(Methode::get, pad() + "/dossier");
        for (const auto& f : gegeven.at("resultaten").at(0).at("feiten").as_array()) {
            for (const auto& s : dossier.at("signalen").as_array()) {
                for (const auto& v : s.at("vermeldingen").as_array()) {
                    if (v.at("id") != f.at("rij")) continue;
                    m_script.m_verteller.roep(Methode::patch, fmt::format("/v1/signalen/{}/vermeldingen/{}", s.at("id").as_string().c_str(), v.at("id").as_string().c_str()),
                                              bj::object{{"toelichting", "Volgens het handelsregister hier niet meer gevestigd."}}, v.at("versie").to_number<std::int64_t>());
                    return;
                }
            }
        }
    });
}

/// Who belongs to what, once the sources have answered: a row for each source that says so.
void Casusschrijver::verbanden() {
    for (const auto& verband : delen(m_verhaal.verbanden, ';')) {
        op_dag(op(m_plan + 0.02), m_wie, [this, deel = delen(verband, '|')] {
            const auto gezien = roep(Methode::get, pad() + "/dossier");
            const auto genoemd = [&](const std::string& tekst) {
                std::vector<bj::array> lijsten{gezien.at("vermeldingen").as_array()};
                for (const auto& s : gezien.at("signalen").as_array()) lijsten.push_back(s.at("vermeldingen").as_array());
                for (const auto& lijst : lijsten) {
                    for (const auto& v : lijst) {
                        if (v.at("tekst").as_string() == tekst) return v.at("id");
                    }
                }
                throw std::logic_error("nothing is called " + tekst);
            };
            const auto bron = [&](const std::string& soort) {
                for (const auto& b : gezien.at("bronnen").as_array()) {
                    if (b.at("bronsoort").as_string() == soort) return b.at("id");
                }
                throw std::logic_error("no source " + soort);
            };
            for (const auto& soort : delen(deel.at(3))) {
                roep(Methode::post, pad() + "/verbanden",
                     bj::object{{"soort", deel.at(1)}, {"wie", genoemd(deel.at(0))}, {"wat", genoemd(deel.at(2))}, {"uitBron", bron(soort)}});
            }
        });
    }
}

void Casusschrijver::schrijf() {
    if (m_verhaal.fase == "plan") m_plan = 0.55;
    open();
    for (std::size_t i = 0; i < m_verhaal.bronnen.size(); ++i) {
        m_doel = m_verhaal.bronnen[i].soort == "riec" ? "riec-samenwerking" : "";
        bron(i);
    }
    m_doel.clear();
    beeld();
    plan();
    for (std::size_t i = 0; i < m_verhaal.ingrepen.size(); ++i) ingreep(i);
    notities();
    informeer();
    if (m_eerste) verstrek();
    verbanden();
    fasen();
    lezers();
    // In the order of their days; what was written first goes first on the same day.
    std::stable_sort(m_daden.begin(), m_daden.end(), [](const Daad& a, const Daad& b) { return a.dag > b.dag; });
    Draad draad{.ding = m_casus, .laatst = m_gewogen};
    std::uint64_t keus = hutsel(m_verhaal.werknaam);
    for (auto& daad : m_daden) {
        keus = keus * 6364136223846793005ULL + 1442695040888963407ULL;
        draad.laatst = std::max(draad.laatst, daad.na);
        m_script.plan(draad, static_cast<int>(std::lround(daad.dag)), keus >> 33U, daad.wie, std::move(daad.doe));
    }
}

void Script::casus(const Casusverhaal& c) {
    // The acts refer to it until the story is told.
    const auto schrijver = std::make_shared<Casusschrijver>(*this, c);
    schrijver->schrijf();
    m_schrijvers.push_back(schrijver);
    ++m_alle_casussen;
}

}  // namespace damwand::app::demo
