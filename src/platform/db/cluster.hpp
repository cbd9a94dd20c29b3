// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace damwand::db {

/// A program of the newest PostgreSQL here (15 and up), such as pg_dump. Throws Fout `postgresql-ontbreekt`.
[[nodiscard]] std::filesystem::path postgresprogramma(std::string_view naam);

/// A PostgreSQL of our own in one folder: made by initdb, a child process, a unix socket only its owner can reach, no
/// TCP. As root the database runs as an unprivileged user (`postgres`, else `nobody`). Stops when this object goes.
class Cluster {
  public:
    /// What to do when another program already runs the database of this folder.
    enum class Bezet { weiger, doe_mee };

    /// Makes the cluster when `map` has none, starts it and waits until it answers. Throws Fout in plain Dutch.
    /// `instellingen`: extra `-c name=value` pairs, for tests. `doe_mee`: uses the running one as a guest, and leaves it
    /// running; for a command beside the server.
    explicit Cluster(const std::filesystem::path& map, const std::string& instellingen = {}, Bezet bezet = Bezet::weiger);
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    /// Connection string for a role and database of this cluster.
    [[nodiscard]] std::string dsn(const std::string& rol, const std::string& database = "damwand") const;
    [[nodiscard]] int pid() const noexcept;
    [[nodiscard]] bool gast() const noexcept;  ///< another program runs this database
    /// Starts the database again when its process is gone (killed, out of memory). True when it had to. Not for a guest.
    bool waak();
    /// SIGKILL to the postmaster's whole tree, as a power cut would. For tests of durability.
    void dood();

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

}  // namespace damwand::db
