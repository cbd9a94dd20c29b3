// SPDX-License-Identifier: EUPL-1.2
#include "platform/poort/stroom.hpp"

#include <fmt/format.h>

#include <charconv>

namespace damwand::poort {
namespace {

class LevendeLijst final : public http::Stroom {
  public:
    LevendeLijst(const Onderdelen& delen, toegang::Teken teken, std::int64_t vanaf)
        : m_delen(delen), m_teken(std::move(teken)), m_laatst(vanaf) {}

    void begin(std::function<void()> wek) override {
        if (m_delen.verdeler != nullptr) m_luistert = m_delen.verdeler->luister(std::move(wek));
    }

    std::optional<std::string> haal() override {
        db::Transactie tx(m_delen.pool, {.organisatie = m_teken.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        const auto wie = toegang::wie_is(tx, m_teken, toegang::Aanleiding::vanzelf);
        if (!wie) return std::nullopt;
        std::string uit = m_begonnen ? "" : "retry: 3000\n\n";
        m_begonnen = true;
        for (const auto rij : tx.doe("select volgorde, soort, object, versie from gebeurtenis.uit where organisatie = $1"
                                     " and zicht = any($2::integer[]) and volgorde > $3 order by volgorde limit 200",
                                     wie->organisatie, wie->zichten, m_laatst)) {
            m_laatst = rij.veld<std::int64_t>("volgorde");
            uit += fmt::format("id: {}\nevent: {}\ndata: {{\"id\":\"{}\",\"versie\":{}}}\n\n", m_laatst, rij.veld<std::string>("soort"),
                               rij.veld<Uuid>("object").tekst(), rij.veld<int>("versie"));
        }
        return uit;
    }

  private:
    Onderdelen m_delen;
    toegang::Teken m_teken;
    std::int64_t m_laatst;
    bool m_begonnen = false;
    std::shared_ptr<void> m_luistert;
};

}  // namespace

http::Antwoord volg(const Onderdelen& delen, Gang& gang) {
    std::int64_t vanaf = -1;
    if (const auto laatst = gang.verzoek().kop("last-event-id")) {
        const auto* einde = laatst->data() + laatst->size();
        if (std::from_chars(laatst->data(), einde, vanaf).ptr != einde) vanaf = -1;
    }
    if (vanaf < 0) {
        vanaf = gang.tx().doe("select coalesce(max(volgorde), 0) as laatst from gebeurtenis.uit where organisatie = $1 and zicht = any($2::integer[])",
                              gang.wie().organisatie, gang.wie().zichten)[0].veld<std::int64_t>("laatst");
    }
    const auto teken = toegang::Teken::lees(gang.verzoek().koekje("__Host-damwand").value_or(""));
    if (!teken) throw onbekend();
    return {.status = 200, .stroom = std::make_shared<LevendeLijst>(delen, *teken, vanaf)};
}

}  // namespace damwand::poort
