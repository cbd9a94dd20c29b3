// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/fout.hpp"
#include "base/id.hpp"
#include "platform/db/waarde.hpp"

struct pg_conn;
struct pg_result;

/// The only room that knows libpq. Everything else asks a Transactie.
namespace damwand::db {

/// A statement the database refused. `sqlstate` is five characters ("23505").
class DbFout : public std::runtime_error {
  public:
    DbFout(std::string sqlstate, std::string beperking, const std::string& tekst)
        : std::runtime_error(tekst), m_sqlstate(std::move(sqlstate)), m_beperking(std::move(beperking)) {}
    [[nodiscard]] const std::string& sqlstate() const noexcept { return m_sqlstate; }
    [[nodiscard]] const std::string& beperking() const noexcept { return m_beperking; }  ///< constraint name, or ""
    /// The connection, the disk or the server failed: nothing was decided, the caller may try later (503).
    [[nodiscard]] bool buiten_bereik() const noexcept;
    /// Two transactions stood in each other's way: the same work may be done again.
    [[nodiscard]] bool nog_eens() const noexcept { return m_sqlstate == "40001" || m_sqlstate == "40P01"; }

  private:
    std::string m_sqlstate, m_beperking;
};

/// One row of a result, for as long as the result lives. Columns by name.
class Rij {
  public:
    Rij(const pg_result* resultaat, int rij) : m_resultaat(resultaat), m_rij(rij) {}
    [[nodiscard]] bool leeg(std::string_view kolom) const;
    template <class T>
    [[nodiscard]] T veld(std::string_view kolom) const {
        if constexpr (json::detail::is_optional<T>::value) {
            const auto w = ruw(kolom);
            if (!w) return std::nullopt;
            return Uit<typename T::value_type>::lees(*w);
        } else {
            const auto w = ruw(kolom);
            if (!w) leeg_fout(kolom);
            return Uit<T>::lees(*w);
        }
    }

  private:
    [[nodiscard]] std::optional<std::string_view> ruw(std::string_view kolom) const;
    [[noreturn]] static void leeg_fout(std::string_view kolom);
    const pg_result* m_resultaat;
    int m_rij;
};

/// Rows of one statement.
class Resultaat {
  public:
    explicit Resultaat(pg_result* resultaat);
    [[nodiscard]] int aantal() const noexcept { return m_aantal; }
    [[nodiscard]] bool leeg() const noexcept { return m_aantal == 0; }
    [[nodiscard]] Rij operator[](int rij) const { return {m_resultaat.get(), rij}; }
    [[nodiscard]] std::int64_t geraakt() const;  ///< rows inserted, updated or deleted
    class Stap {
      public:
        Stap(const Resultaat& r, int i) : m_r(r), m_i(i) {}
        Rij operator*() const { return m_r[m_i]; }
        Stap& operator++() { ++m_i; return *this; }
        bool operator!=(const Stap& ander) const { return m_i != ander.m_i; }
      private:
        const Resultaat& m_r;
        int m_i;
    };
    [[nodiscard]] Stap begin() const { return {*this, 0}; }
    [[nodiscard]] Stap end() const { return {*this, m_aantal}; }

  private:
    std::shared_ptr<pg_result> m_resultaat;
    int m_aantal;
};

/// One connection. Not thread safe. Statements with parameters are prepared once per connection.
class Verbinding {
  public:
    /// `dsn` is a libpq connection string. Throws DbFout when the server is not there.
    explicit Verbinding(const std::string& dsn);
    ~Verbinding();
    Verbinding(Verbinding&&) noexcept;
    Verbinding& operator=(Verbinding&&) noexcept;

    /// Several statements without parameters: migrations, BEGIN, COMMIT. Never with a value in the text.
    void script(const std::string& sql);
    /// COMMIT; throws when the server answered anything else (a failed transaction answers ROLLBACK).
    void leg_vast();
    [[nodiscard]] Resultaat vraag(std::string_view sql, const std::vector<Parameter>& parameters);
    template <class... A>
    Resultaat doe(std::string_view sql, const A&... a) {
        return vraag(sql, {parameter(a)...});
    }
    /// COPY … FROM STDIN (FORMAT binary or text): `sql` names table, columns and format.
    void kopieer_begin(const std::string& sql);
    void kopieer(std::string_view bytes);
    void kopieer_einde();
    /// COPY … TO STDOUT: begins with `kopieer_uit`; then a tuple at a time, which holds until the next call, until nothing.
    void kopieer_uit(const std::string& sql);
    [[nodiscard]] std::optional<std::string_view> volgende_kopie();

    /// Waits for a NOTIFY (after LISTEN); false when `hoogstens` passed.
    [[nodiscard]] bool wacht_op_bericht(std::chrono::milliseconds hoogstens);
    [[nodiscard]] bool in_orde() const noexcept;
    /// Asks the server to give up the statement under way; callable from another thread.
    void breek_af() noexcept;

  private:
    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

/// Who asks. Empty fields are not set, and row-level security then shows nothing.
struct Identiteit {
    OrganisatieId organisatie;
    std::optional<GebruikerId> gebruiker;
    OperatieId operatie;
    int niveau = 0;  ///< how strongly he proved himself (eIDAS: 1 low, 2 substantial, 3 high)
    std::optional<std::int16_t> activiteit{};  ///< version of the processing activity it is done under; 0: any of his
};

/// The text that carries the identity into the transaction. The one exception to "values only as $n" (ontwerp.md §1):
/// it takes strong ids only, and prints nothing but lower-case hex digits, hyphens and a minus sign between quotes.
[[nodiscard]] std::string zet_identiteit(const Identiteit& wie);

class Pool;

/// One transaction on one pooled connection, with the identity set LOCAL. Rolls back unless vastgelegd.
class Transactie {
  public:
    Transactie(Pool& pool, const Identiteit& wie);
    ~Transactie();
    Transactie(const Transactie&) = delete;
    Transactie& operator=(const Transactie&) = delete;

    template <class... A>
    Resultaat doe(std::string_view sql, const A&... a) { return verbinding().vraag(sql, {parameter(a)...}); }
    /// Exactly one row, or Fout onbekend (404).
    template <class... A>
    Resultaat een(std::string_view sql, const A&... a) {
        auto r = doe(sql, a...);
        if (r.aantal() != 1) throw onbekend();
        return r;
    }
    /// From here on the transaction is this user's: the session has told who asks.
    void word(GebruikerId gebruiker, int niveau, std::optional<std::int16_t> activiteit = std::nullopt);
    /// Other connections that see, as long as this transaction lasts, what is committed now: all of them the same, whatever comes meanwhile. They only
    /// read, and are not of the pool. For reading a great deal at once; who asks is not told to them, so that row-level security shows nothing.
    [[nodiscard]] std::vector<Verbinding> meelezers(std::size_t aantal);
    void leg_vast();  ///< COMMIT. A failure here throws: never answer 2xx on an uncertain commit.
    [[nodiscard]] const Identiteit& wie() const noexcept { return m_wie; }
    [[nodiscard]] Tijdstip nu();  ///< basis.nu(): the same for the whole transaction
    [[nodiscard]] Verbinding& verbinding();

  private:
    Pool& m_pool;
    std::unique_ptr<Verbinding> m_verbinding;
    Identiteit m_wie;
    std::optional<Tijdstip> m_nu;
    bool m_vast = false;
};

/// A bounded set of connections of one role. Thread safe. Broken ones are replaced.
class Pool {
  public:
    Pool(std::string dsn, std::size_t hoogstens);
    [[nodiscard]] std::unique_ptr<Verbinding> neem();  ///< waits at most five seconds, then Fout niet_beschikbaar
    void geef(std::unique_ptr<Verbinding> verbinding) noexcept;
    [[nodiscard]] const std::string& dsn() const noexcept { return m_dsn; }

  private:
    std::string m_dsn;
    std::size_t m_hoogstens, m_uit = 0;
    std::vector<std::unique_ptr<Verbinding>> m_vrij;
    std::mutex m_slot;
    std::condition_variable m_wacht;
};

}  // namespace damwand::db
