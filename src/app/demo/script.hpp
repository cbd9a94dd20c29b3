// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/demo/verhaal.hpp"
#include "app/demo/verteller.hpp"

/// From the story's data to acts of its users, each with its moment.
namespace damwand::app::demo {

/// What the storyteller remembers of a signaal or a casus he made.
struct Ding {
    std::string id;
    std::int64_t versie = 0;
};

/// How far a thread of the story is: the last planned moment, and the thing it is about.
struct Draad {
    std::shared_ptr<Ding> ding = std::make_shared<Ding>();
    std::optional<Tijdstip> laatst;
};

class Casusschrijver;

class Script {
  public:
    Script(Verteller& verteller, const Kalender& kalender);
    ~Script();
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;

    /// A week before the first signaal: then Damstede begins to work with it.
    [[nodiscard]] Tijdstip vooraf() const { return m_vooraf; }
    /// Plans the whole story. Before it, looks up the colleagues and the addresses through the API.
    void schrijf();
    [[nodiscard]] std::size_t seinen() const { return m_seinen; }      ///< told so far
    [[nodiscard]] std::size_t casussen() const { return m_casussen; }  ///< opened so far
    [[nodiscard]] std::size_t alle_seinen() const { return m_alle_seinen; }
    [[nodiscard]] std::size_t alle_casussen() const { return m_alle_casussen; }

  private:
    void zoek_op();
    void zoek_adres(std::string_view adres);
    [[nodiscard]] boost::json::value adres_van(std::string_view adres) const;

    // signalen (script_signaal.cpp)
    void sein(const Sein& s);
    Draad leg_vast(const Sein& s);
    void weeg(Draad& draad, const Sein& s, int stap, int dag, const std::string& wie, std::string_view uitkomst,
              std::string_view motivering, std::string_view naar);
    void weeg_ja(Draad& draad, const Sein& s, int stap, int dag, const std::string& wie);
    void zet_over(Draad& draad, const Sein& s, int dag, const std::string& wie, boost::json::object lijf);
    void besluit(Draad& draad, const Sein& s, int dag, const std::string& wie);
    [[nodiscard]] Draad weeg_voor_casus(const Sein& s, int geopend, const std::string& wie);

    // casussen (script_casus.cpp)
    friend class Casusschrijver;
    void casus(const Casusverhaal& c);

    /// A request of a data subject, half done (script_verzoek.cpp).
    void verzoek();
    /// Two series of meetings: one met and meets again, one is about to meet (script_overleg.cpp).
    void overleg();
    /// Labels, actions, a question to a partner, and what was learned (script_tussendoor.cpp).
    void tussendoor();

    /// Plans an act of this thread on this day: after whatever it did before.
    void plan(Draad& draad, int dag, std::uint64_t keus, const std::string& wie, std::function<void()> daad);
    [[nodiscard]] std::string datum(int dag) const { return tekst(m_kalender.dag(dag)); }

    Verteller& m_verteller;
    const Kalender& m_kalender;
    std::vector<Sein> m_losse;
    std::vector<Casusverhaal> m_verhalen;
    Tijdstip m_vooraf{};
    std::vector<std::shared_ptr<Casusschrijver>> m_schrijvers;     ///< the acts refer to them until they are told
    std::map<std::string, std::string, std::less<>> m_gebruikers;  ///< user name → id
    std::map<std::string, std::string, std::less<>> m_adressen;    ///< as in the story → nummeraanduiding
    std::map<std::string, std::shared_ptr<Ding>, std::less<>> m_sleutels;
    std::map<std::string, std::size_t> m_beurt;  ///< how often the usual words were used
    std::size_t m_seinen = 0, m_casussen = 0, m_alle_seinen = 0, m_alle_casussen = 0;
};

/// Who takes what kind of signaal in.
[[nodiscard]] std::string ontvanger(const Sein& s);
/// Replaces "{adres}" and "{straat}".
[[nodiscard]] std::string vul_in(std::string_view tekst, std::string_view adres);

}  // namespace damwand::app::demo
