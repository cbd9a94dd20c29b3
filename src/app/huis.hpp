// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/instellingen.hpp"
#include "platform/db/cluster.hpp"
#include "platform/db/db.hpp"
#include "platform/documenten/keuring.hpp"
#include "platform/poort/loket.hpp"
#include "platform/post/post.hpp"
#include "werk/archief/archief.hpp"
#include "werk/document/document.hpp"
#include "werk/kaart/kaart.hpp"
#include "werk/netwerk/netwerk.hpp"
#include "werk/wachter/wachter.hpp"

/// The house, wired: database, keys, counter. Every command opens it; `serve` puts a server in front.
namespace damwand::app {

/// Routes of every room, in the order of the chain.
[[nodiscard]] std::vector<poort::Route> alle_routes(const document::Diensten& bestanden = {}, const archief::Diensten& vergeten = {},
                                                   const netwerk::Diensten& verbanden = {}, const kaart::Diensten& kaarten = {});

/// The database of one installation: the private cluster in the data folder, or a server of the user's own.
class Bestand {
  public:
    using Bezet = db::Cluster::Bezet;
    /// `bezet`: a command may work beside the server (`doe_mee`); a server wants the folder for itself.
    explicit Bestand(const Instellingen& instellingen, Bezet bezet = Bezet::doe_mee);
    [[nodiscard]] std::string dsn(std::string_view rol) const;         ///< to our database
    [[nodiscard]] std::string beheer_dsn(std::string_view database) const;  ///< superuser
    [[nodiscard]] bool bestaat() const;                                ///< our database is there
    void maak_en_migreer(bool demo);                                   ///< makes it when it is not there, and brings it up to date; beside a running server only looks
    void gooi_weg();                                                   ///< drops it; only for a demo that was not finished
    [[nodiscard]] bool demo() const;
    [[nodiscard]] bool verhaal_klaar() const;
    void verhaal_is_klaar();
    bool waak();  ///< starts the private database again when it fell; true when it had to

  private:
    std::string m_dsn;
    std::optional<db::Cluster> m_cluster;
};

/// Everything that answers requests.
struct Huis {
    Huis(const Instellingen& instellingen, Bestand& bestand, std::function<bool()> dicht = {});
    ~Huis();
    db::Pool toepassing;
    logboek::Pseudoniem pseudoniem;
    toegang::Aanmelder aanmelder;
    SysteemKlok klok;                      ///< the provider's clock is the world's, not a shifted one
    std::unique_ptr<toegang::Oidc> oidc;   ///< none: local accounts only
    toegang::Zegel zegel, kluis;
    documenten::Sleutels sleutels;
    documenten::Opslag opslag;
    documenten::Keuring keuring;
    archief::Vernietigingsboek boek;
    archief::Uitvoerder vernietiger;
    gebeurtenis::Verdeler verdeler;
    netwerk::Geheugen netwerk;
    wachter::Ronde wachters;
    post::Bezorger bezorger;
    std::unique_ptr<kaart::Achtergrond> achtergrond;  ///< none: no map but our own
    poort::Loket loket;
};

/// The destruction ledger: beside the keys, outside the database and its backups.
[[nodiscard]] std::filesystem::path vernietigingsboek(const Instellingen& instellingen);

/// The folder this program was started from: the sandboxed parser stands beside it.
[[nodiscard]] std::filesystem::path programmamap();

/// Blocks SIGINT and SIGTERM in this and all later threads; `wacht_op_einde` then waits for one of them and calls
/// `intussen` a few times a second.
void houd_signalen_vast();
void wacht_op_einde(const std::function<void()>& intussen);

/// Version of the program and of its API.
inline constexpr const char* versie = "0.1.0";

}  // namespace damwand::app
