// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/gebeurtenis/gebeurtenis.hpp"
#include "platform/poort/poort.hpp"
#include "platform/toegang/aanmelden.hpp"

namespace damwand::toegang {
class Oidc;
}

namespace damwand::poort {

/// What the counter needs of the house. All outlive it.
struct Onderdelen {
    db::Pool& pool;
    toegang::Aanmelder& aanmelder;
    const logboek::Pseudoniem& pseudoniem;
    gebeurtenis::Verdeler* verdeler = nullptr;  ///< none: no live lists
    bool demo = false;                          ///< only in a database made by `damwand demo`
    std::string versie = "0.1.0";
    std::function<std::shared_ptr<http::Ontvanger>()> opvang{};  ///< room for a file that comes in; none: no uploads
    unsigned tempo = 1;                         ///< factor on the rate limits; tests and benchmarks raise it
    toegang::Oidc* oidc = nullptr;              ///< none: local accounts only
    const toegang::Zegel* kluis = nullptr;      ///< closes numbers that may not stand in the database open; none: not taken
    std::function<bool()> dicht{};              ///< true: what would be logged answers 503, since nobody outside sees the logs
};

/// The counter: takes every API request through the one way in. Thread safe.
class Loket {
  public:
    Loket(std::vector<Route> routes, Onderdelen onderdelen);
    ~Loket();
    Loket(const Loket&) = delete;
    Loket& operator=(const Loket&) = delete;

    [[nodiscard]] http::Antwoord doe(const http::Verzoek& verzoek);
    /// Who takes a large body, asked when only its head is in: everything the gate can see of a head is checked before a
    /// byte is taken. nullptr when the route takes none; throws Fout (also `lijf-te-groot`, 413).
    [[nodiscard]] std::shared_ptr<http::Ontvanger> vang_op(const http::Verzoek& verzoek);
    /// OpenAPI 3.1, generated from the routes.
    [[nodiscard]] json::bj::value openapi() const;
    /// The route table, for tests and the rights matrix.
    [[nodiscard]] const std::vector<Route>& routes() const;

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

/// OpenAPI 3.1 of a route table (used by Loket and by `damwand openapi`).
[[nodiscard]] json::bj::value openapi_van(const std::vector<Route>& routes, const std::string& versie);

/// The platform's own routes: session, demo sign-in, colleagues, activities, live list. Without parts they can be
/// described (`damwand openapi`) but not called.
[[nodiscard]] std::vector<Route> platformroutes(const std::optional<Onderdelen>& onderdelen);

}  // namespace damwand::poort
