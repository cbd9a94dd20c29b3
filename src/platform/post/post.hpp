// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "base/tijd.hpp"
#include "platform/db/db.hpp"
#include "platform/post/uitnodiging.hpp"

/// Mail that says how much waits and where to look, and nothing else (ux.md item 25). The outbox (post.uit) is written in the
/// transaction of what it is about; one thread sends it.
namespace damwand::post {

struct Instellingen {
    std::string server;    ///< "smtp://host:587" (STARTTLS, always) or "smtps://host:465"; empty: no mail. Without TLS only on this machine
    std::string afzender;  ///< the address it comes from
    std::string gebruiker;
    std::filesystem::path wachtwoord_bestand;  ///< mode 0400 or 0600
    std::filesystem::path ca_bestand;          ///< certificates to trust instead of the system's
    std::string schermen;                      ///< where browsers find Damwand, "https://host"
    int van_uur = 7, tot_uur = 19;             ///< mail leaves between these hours in Amsterdam
    [[nodiscard]] bool aan() const { return !server.empty(); }
};
/// Throws Fout `instellingen` with every fault; nothing when there is no server.
void controleer(const Instellingen& instellingen);

enum class Taal { nl, en };
/// Where a message goes, under which number, in which language.
struct Adres {
    std::string aan;
    Uuid id;
    Taal taal = Taal::nl;
};
struct Aantallen {
    int te_laat = 0, binnenkort = 0, geescaleerd = 0, vragen = 0, overleggen = 0;
};
/// How much waits for somebody: the whole message (RFC 5322), lines end in CR LF, ASCII only.
[[nodiscard]] std::string bericht(const Instellingen& instellingen, const Adres& adres, const Aantallen& aantallen, Tijdstip nu);
/// That somebody is asked to a meeting, or asked no more: its day and time, and the invitation itself beside it.
[[nodiscard]] std::string bericht(const Instellingen& instellingen, const Adres& adres, const Uitnodiging& uitnodiging, Tijdstip nu);
/// When to try again after so many failures; none: given up.
[[nodiscard]] std::optional<std::chrono::minutes> wacht_na(int pogingen);

/// Sends one message. Throws Fout `post` (its log text says why: codes, no address).
void verstuur(const Instellingen& instellingen, const std::string& aan, const std::string& bericht);

/// Once a day it lets the house count what waits (`dagwerk`, in a transaction of each organisation), and it sends what lies
/// ready, with patience: after a failure later, and after ten no more. One thread.
class Bezorger {
  public:
    using Dagwerk = std::function<void(db::Transactie&)>;
    /// What an invitation in the outbox says now; none: nothing any more.
    using Uitnodiger = std::function<std::optional<Uitnodiging>(db::Transactie&, const Uuid& uit)>;
    /// `pool` is of role toepassing. Reads the password when it starts, so that it is not read while serving.
    Bezorger(db::Pool& pool, Instellingen instellingen, Dagwerk dagwerk, Uitnodiger uitnodiger);
    ~Bezorger() { stop(); }
    Bezorger(const Bezorger&) = delete;
    Bezorger& operator=(const Bezorger&) = delete;
    void start();
    void stop();
    /// What must be done once a day; the day is done when it returns.
    void doe_dagwerk();
    /// Sends what is due now. Returns how many left.
    std::size_t bezorg();

  private:
    void werk();
    [[nodiscard]] std::vector<OrganisatieId> organisaties();
    bool bezorg_een(OrganisatieId organisatie, const Uuid& id);
    std::optional<std::string> schrijf(db::Transactie& tx, const db::Rij& uit, const Adres& adres);
    db::Pool& m_pool;
    Instellingen m_instellingen;
    Dagwerk m_dagwerk;
    Uitnodiger m_uitnodiger;
    std::optional<Datum> m_gedaan;
    std::mutex m_slot;
    std::condition_variable m_bel;
    bool m_stop = false;
    std::thread m_draad;
};

}  // namespace damwand::post
