// SPDX-License-Identifier: EUPL-1.2
#include "platform/poort/stroom.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstring>
#include <set>

namespace damwand::poort {
namespace {

/// The keyed hash of sixteen bytes, as a number.
std::uint64_t geheim_getal(const logboek::Pseudoniem& geheim, OrganisatieId organisatie, const Uuid& bytes) {
    const auto hex = geheim.hex(organisatie, bytes);
    std::uint64_t uit = 0;
    std::from_chars(hex.data() + 2, hex.data() + 18, uit, 16);
    return uit;
}

/// Says that this place was given out with this nonce, so that nobody makes up one long past.
std::uint64_t echtheid(const logboek::Pseudoniem& geheim, OrganisatieId organisatie, const Uuid& eenmalig, std::uint64_t plaats) {
    Uuid samen = eenmalig;
    std::memcpy(samen.bytes.data(), &plaats, sizeof plaats);
    return geheim_getal(geheim, organisatie, samen);
}

/// The place in the stream as the listener keeps it. No number: the gaps in a sequence of all organisations would say how
/// much happens out of his sight. A fresh nonce, the place masked with the keyed hash of it, and a second hash.
std::string merkteken(const logboek::Pseudoniem& geheim, OrganisatieId organisatie, std::int64_t volgorde) {
    const auto eenmalig = Uuid::willekeurig();
    const auto plaats = static_cast<std::uint64_t>(volgorde);
    return fmt::format("{}-{:016x}-{:016x}", eenmalig.tekst(), plaats ^ geheim_getal(geheim, organisatie, eenmalig),
                       echtheid(geheim, organisatie, eenmalig, plaats));
}

/// What merkteken() gave; nothing for anything else.
std::optional<std::int64_t> lees_merkteken(const logboek::Pseudoniem& geheim, OrganisatieId organisatie, std::string_view tekst) {
    constexpr std::size_t uuid = 36;
    constexpr std::size_t getal = 16;
    if (tekst.size() != uuid + 2 * (1 + getal)) return std::nullopt;
    const auto lees = [&](std::size_t begin) {
        std::optional<std::uint64_t> uit = 0;
        const auto* einde = tekst.data() + begin + getal;
        if (tekst[begin - 1] != '-' || std::from_chars(tekst.data() + begin, einde, *uit, 16).ptr != einde) uit.reset();
        return uit;
    };
    const auto eenmalig = Uuid::lees(tekst.substr(0, uuid));
    const auto gemaskeerd = lees(uuid + 1);
    const auto echt = lees(uuid + 1 + getal + 1);
    if (!eenmalig || !gemaskeerd || !echt) return std::nullopt;
    const auto plaats = *gemaskeerd ^ geheim_getal(geheim, organisatie, *eenmalig);
    if (echtheid(geheim, organisatie, *eenmalig, plaats) != *echt) return std::nullopt;
    return static_cast<std::int64_t>(plaats);
}

class LevendeLijst final : public http::Stroom {
  public:
    LevendeLijst(const Onderdelen& delen, toegang::Teken teken, std::int64_t vanaf)
        : m_delen(delen), m_teken(std::move(teken)), m_laatst(vanaf) {}

    void begin(std::function<void()> wek) override {
        if (m_delen.verdeler != nullptr) m_luistert = m_delen.verdeler->luister(std::move(wek));
    }

    std::optional<std::string> haal() override {
        db::Transactie tx(m_delen.pool, {.organisatie = m_teken.organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        const auto wie = toegang::wie_is(tx, m_teken, toegang::elk_doel, toegang::Aanleiding::vanzelf);
        if (!wie) return std::nullopt;
        std::string uit = m_begonnen ? "" : "retry: 3000\n\n";
        // What goes with a membership says nothing any more to who was in it: of what he lost he is told, without what it was.
        std::set<int> zichten(wie->zichten.begin(), wie->zichten.end());
        if (!std::ranges::includes(zichten, m_zichten)) uit += "event: rechten\ndata: {}\n\n";
        m_zichten = std::move(zichten);
        m_begonnen = true;
        for (const auto rij : tx.doe("select volgorde, soort, object, versie from gebeurtenis.uit where organisatie = $1"
                                     " and zicht = any($2::integer[]) and volgorde > $3 order by volgorde limit 200",
                                     wie->organisatie, wie->zichten, m_laatst)) {
            m_laatst = rij.veld<std::int64_t>("volgorde");
            uit += fmt::format("id: {}\nevent: {}\ndata: {{\"id\":\"{}\",\"versie\":{}}}\n\n",
                               merkteken(m_delen.pseudoniem, wie->organisatie, m_laatst), rij.veld<std::string>("soort"),
                               rij.veld<Uuid>("object").tekst(), rij.veld<int>("versie"));
        }
        return uit;
    }

  private:
    Onderdelen m_delen;
    toegang::Teken m_teken;
    std::int64_t m_laatst;
    bool m_begonnen = false;
    std::set<int> m_zichten;
    std::shared_ptr<void> m_luistert;
};

}  // namespace

http::Antwoord volg(const Onderdelen& delen, Gang& gang) {
    std::optional<std::int64_t> vanaf;
    if (const auto laatst = gang.verzoek().kop("last-event-id")) vanaf = lees_merkteken(delen.pseudoniem, gang.wie().organisatie, *laatst);
    if (!vanaf) {
        vanaf = gang.tx().doe("select coalesce(max(volgorde), 0) as laatst from gebeurtenis.uit where organisatie = $1 and zicht = any($2::integer[])",
                              gang.wie().organisatie, gang.wie().zichten)[0].veld<std::int64_t>("laatst");
    }
    const auto teken = toegang::Teken::lees(gang.verzoek().koekje("__Host-damwand").value_or(""));
    if (!teken) throw onbekend();
    return {.status = 200, .stroom = std::make_shared<LevendeLijst>(delen, *teken, *vanaf)};
}

}  // namespace damwand::poort
