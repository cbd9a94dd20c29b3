// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/json.hpp>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/tijd.hpp"
#include "platform/db/db.hpp"
#include "platform/poort/loket.hpp"

namespace damwand::app::demo {

/// The days of the story, counted back from its last one.
class Kalender {
  public:
    /// The story ends on the last morning that is over at `nu`: nothing in it happens after that.
    explicit Kalender(Tijdstip nu);
    [[nodiscard]] Datum dag(int terug) const;  ///< negative: after the end
    /// A moment in working hours on that day (the Friday before, when it falls in a weekend), some minutes after `na`
    /// when that is later, and never after the end. `keus` chooses the minute.
    [[nodiscard]] Tijdstip om(int terug, std::uint64_t keus, std::optional<Tijdstip> na = {}) const;
    [[nodiscard]] Tijdstip einde() const { return m_einde; }

  private:
    std::chrono::sys_days m_laatste;
    Tijdstip m_einde;
};

/// Tells the story through the counter, as its users would through a browser: sign in, then ask and change. Acts are
/// planned in any order and told by the clock of the story, which is moved before each.
class Verteller {
  public:
    /// `eigenaar` is a connection with the role eigenaar: it moves the clock and does nothing else.
    Verteller(poort::Loket& loket, db::Verbinding& eigenaar) : m_loket(loket), m_eigenaar(eigenaar) {}

    void plan(Tijdstip moment, std::string wie, std::function<void()> daad);
    /// Does everything that was planned; `na_elke` hears how many of how many.
    void vertel(const std::function<void(std::size_t, std::size_t)>& na_elke);

    /// One call as whoever is on. With `versie` it carries If-Match. Throws std::runtime_error unless it answers 2xx.
    boost::json::value roep(http::Methode methode, const std::string& pad, const boost::json::value& lijf = nullptr,
                            std::optional<std::int64_t> versie = {});
    /// The same, at once: before the story.
    boost::json::value roep_als(Tijdstip moment, const std::string& wie, http::Methode methode, const std::string& pad,
                                const boost::json::value& lijf = nullptr);
    /// What `doe` calls runs under this purpose instead of that of each route.
    void onder(std::string doel, const std::function<void()>& doe);
    /// Whoever is on proves himself anew at his next call: what is given to others asks it.
    void vers() { m_sessies.erase(m_wie); }
    [[nodiscard]] Tijdstip nu() const { return m_nu; }

  private:
    struct Daad {
        Tijdstip moment;
        std::string wie;
        std::function<void()> doe;
    };
    struct Sessie {
        std::string koekje, csrf;
        Tijdstip begonnen, laatst;
    };
    void ga_naar(Tijdstip moment);
    Sessie& sessie();
    http::Antwoord stuur(http::Methode methode, const std::string& pad, const boost::json::value& lijf,
                         const std::map<std::string, std::string>& koppen);

    poort::Loket& m_loket;
    db::Verbinding& m_eigenaar;
    std::vector<Daad> m_daden;
    std::map<std::string, Sessie> m_sessies;
    std::string m_wie, m_doel;
    Tijdstip m_nu{};
};

}  // namespace damwand::app::demo
