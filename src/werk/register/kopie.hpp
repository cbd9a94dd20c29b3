// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <bit>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "base/tijd.hpp"
#include "platform/db/db.hpp"

/// Binary COPY on its own thread behind a bounded queue (idea: osm2pgsql). Internal to the room.
namespace damwand::registers {

/// Writes rows in PostgreSQL's binary COPY format (big-endian; protocol of PostgreSQL 15, "Binary Format" under COPY).
class Rijschrijver {
  public:
    /// Begins a row of `velden` fields; exactly that many calls must follow.
    void rij(std::int16_t velden) {
        zet(velden);
        ++m_rijen;
    }
    void leeg() { zet(std::int32_t{-1}); }
    void getal8(std::int64_t w) { veld(w); }
    void getal4(std::int32_t w) { veld(w); }
    void getal2(std::int16_t w) { veld(w); }
    void waar(bool w) {
        zet(std::int32_t{1});
        m_bytes += w ? '\1' : '\0';
    }
    void tekst(std::string_view w) {
        zet(static_cast<std::int32_t>(w.size()));
        m_bytes += w;
    }
    /// Empty text as null: what the delivery leaves out.
    void tekst_of_leeg(std::string_view w) {
        if (w.empty())
            leeg();
        else
            tekst(w);
    }
    void datum(Datum w);        ///< date: days since 2000-01-01
    void tijdstip(Tijdstip w);  ///< timestamptz: microseconds since 2000-01-01 UTC
    void datum(const std::optional<Datum>& w) { w ? datum(*w) : leeg(); }
    void tijdstip(const std::optional<Tijdstip>& w) { w ? tijdstip(*w) : leeg(); }
    void reeks8(const std::vector<std::int64_t>& w) { reeks(w, 20); }  ///< bigint[]
    void reeks2(const std::vector<std::int16_t>& w) { reeks(w, 21); }  ///< smallint[]
    void reeks_tekst(const std::vector<std::string>& w) {  ///< text[]
        begin_reeks(w.size(), 25, [&] {
            for (const auto& item : w) tekst(item);
        });
    }
    /// A field of which the writer only knows the end afterwards (EWKB): `vul` appends its bytes.
    template <class F>
    void bytes(F vul) {
        const auto plek = m_bytes.size();
        zet(std::int32_t{0});
        vul(m_bytes);
        const auto lengte = groot(static_cast<std::uint32_t>(m_bytes.size() - plek - 4));
        m_bytes.replace(plek, 4, reinterpret_cast<const char*>(&lengte), 4);
    }

    [[nodiscard]] std::size_t grootte() const noexcept { return m_bytes.size(); }
    [[nodiscard]] std::uint64_t rijen() const noexcept { return m_rijen; }
    /// Gives the bytes away and begins anew in `vers`.
    [[nodiscard]] std::string neem(std::string vers) {
        std::swap(m_bytes, vers);
        m_bytes.clear();
        return vers;
    }

  private:
    template <class T>
    [[nodiscard]] static T groot(T w) noexcept {
        static_assert(std::endian::native == std::endian::little, "written for little-endian machines");
        if constexpr (sizeof(T) == 2) return static_cast<T>(__builtin_bswap16(static_cast<std::uint16_t>(w)));
        if constexpr (sizeof(T) == 4) return static_cast<T>(__builtin_bswap32(static_cast<std::uint32_t>(w)));
        if constexpr (sizeof(T) == 8) return static_cast<T>(__builtin_bswap64(static_cast<std::uint64_t>(w)));
    }
    template <class T>
    void zet(T w) {
        const T g = groot(w);
        m_bytes.append(reinterpret_cast<const char*>(&g), sizeof g);
    }
    template <class T>
    void veld(T w) {
        zet(static_cast<std::int32_t>(sizeof(T)));
        zet(w);
    }
    /// `soort`: type of the elements (pg_type.oid).
    template <class F>
    void begin_reeks(std::size_t aantal, std::int32_t soort, F elementen) {
        bytes([&](std::string&) {
            zet(std::int32_t{aantal == 0 ? 0 : 1});  // dimensions
            zet(std::int32_t{0});                    // no nulls
            zet(soort);
            if (aantal == 0) return;
            zet(static_cast<std::int32_t>(aantal));
            zet(std::int32_t{1});  // lower bound
            elementen();
        });
    }
    template <class T>
    void reeks(const std::vector<T>& w, std::int32_t soort) {
        begin_reeks(w.size(), soort, [&] {
            for (const T item : w) veld(item);
        });
    }
    std::string m_bytes;
    std::uint64_t m_rijen = 0;
};

/// The writing half of a load. While it works, the connection is its own: hand everything over, then call klaar().
/// The destructor without klaar() drops what waits; the caller rolls back.
class Kopieerder {
  public:
    /// `hoogstens`: chunks that may wait; the reader stands still when they do.
    explicit Kopieerder(db::Verbinding& verbinding, std::size_t hoogstens = 16);
    ~Kopieerder();
    Kopieerder(const Kopieerder&) = delete;
    Kopieerder& operator=(const Kopieerder&) = delete;

    /// Whole rows for the COPY statement `kopieer` ("copy … from stdin (format binary)"), which must outlive this.
    /// Throws what the thread ran into.
    void rijen(const std::string& kopieer, std::string bytes);
    /// A statement in its place among the rows.
    void doe(std::function<void(db::Verbinding&)> opdracht);
    /// Waits until everything is in the database; throws what went wrong.
    void klaar();
    /// An empty buffer, used before if there is one.
    [[nodiscard]] std::string buffer();

  private:
    struct Werk {
        const std::string* kopieer = nullptr;
        std::string bytes;
        std::function<void(db::Verbinding&)> opdracht;
    };
    void geef(Werk werk);
    void draai();
    void sluit(bool weggooien);

    db::Verbinding& m_verbinding;
    std::size_t m_hoogstens;
    std::mutex m_slot;
    std::condition_variable m_vol, m_leeg;
    std::deque<Werk> m_rij;
    std::vector<std::string> m_vrij;
    std::exception_ptr m_fout;
    bool m_dicht = false;
    std::thread m_draad;
};

}  // namespace damwand::registers
