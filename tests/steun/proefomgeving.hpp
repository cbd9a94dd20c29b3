// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "platform/db/cluster.hpp"
#include "platform/db/db.hpp"
#include "platform/http/http.hpp"
#include "platform/poort/loket.hpp"
#include "platform/poort/poort.hpp"

/// For tests: the product's own private cluster, two municipalities, users with a session, and calls through the gate
/// without a socket. One per test binary.
namespace damwand::proef {

struct Gebruiker {
    OrganisatieId organisatie;
    GebruikerId id;
    std::string koekje, csrf;
};

class Omgeving {
  public:
    /// `instellingen`: of the database; by default without fsync, since a test's database need not survive.
    explicit Omgeving(std::vector<poort::Route> routes, const std::string& instellingen = "fsync=off full_page_writes=off",
                      std::function<std::shared_ptr<http::Ontvanger>()> opvang = {});
    ~Omgeving();

    /// A signed-in user with these roles in organisation 1 (Damstede) or 2 (Polderveen).
    [[nodiscard]] Gebruiker gebruiker(const std::vector<std::string>& rollen, std::int16_t organisatie = 1);

    /// Calls a route as this user. POST gets an Idempotency-Key and all changes the CSRF token, unless `koppen` says so.
    http::Antwoord roep(const Gebruiker& wie, http::Methode methode, const std::string& pad,
                        const boost::json::value& lijf = nullptr, const std::map<std::string, std::string>& koppen = {});
    /// The same, parsed; fails the test when the status is another.
    boost::json::value eis(int status, const Gebruiker& wie, http::Methode methode, const std::string& pad,
                           const boost::json::value& lijf = nullptr, const std::map<std::string, std::string>& koppen = {});

    /// Sends a file as the server does: the head first, then the body in pieces, then the request.
    http::Antwoord stuur(const Gebruiker& wie, const std::string& pad, const std::string& inhoud, const std::map<std::string, std::string>& koppen);

    [[nodiscard]] db::Verbinding beheer();        ///< superuser: sees everything, for checks
    [[nodiscard]] db::Pool& toepassing();         ///< the application role
    [[nodiscard]] const logboek::Pseudoniem& pseudoniem();
    [[nodiscard]] toegang::Aanmelder& aanmelder();
    [[nodiscard]] poort::Loket& loket();
    void zet_klok(Tijdstip moment);
    void laat_getuige_zwijgen(bool zwijgt);       ///< as when no checkpoint of the logs left for too long
    [[nodiscard]] db::Cluster& cluster();

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

/// If-Match for a version.
[[nodiscard]] inline std::map<std::string, std::string> gezien(std::int64_t versie) {
    return {{"if-match", "\"" + std::to_string(versie) + "\""}};
}

}  // namespace damwand::proef
