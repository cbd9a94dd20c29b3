// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>

#include "base/voortgang.hpp"
#include "engine/graph/opname.hpp"

namespace damwand::graph {

/// Builds a Basis from nodes and ties. A tie to a node that was not given yet is counted and left out.
class Bouwer {
  public:
    Bouwer();
    ~Bouwer();
    Bouwer(Bouwer&&) noexcept;
    Bouwer& operator=(Bouwer&&) noexcept;
    /// The last one given for a key holds.
    void knoop(const Knoopgegeven& knoop);
    bool band(const Band& band);
    // For tens of millions at once: what is the same for many is said once, by its number here.
    [[nodiscard]] std::uint32_t klasse(std::uint16_t type, std::vector<Zicht> zichten);
    [[nodiscard]] std::uint32_t kenmerk(const Kenmerk& kenmerk);
    /// The places of these nodes, in that order, into `uit`; who was not given yet gets this class.
    void plekken(std::span<const Sleutel> sleutels, std::uint32_t klasse, std::vector<std::uint32_t>& uit);
    /// A tie between places, with a number that `kenmerk` gave.
    void band(std::uint32_t van, std::uint32_t naar, std::uint32_t kenmerk, std::uint64_t id = 0);
    [[nodiscard]] std::uint64_t losse_banden() const noexcept;  ///< left out
    [[nodiscard]] std::shared_ptr<const Basis> klaar() &&;

  private:
    struct Werk;
    std::uint32_t plek(Sleutel sleutel, std::uint32_t klasse);
    std::unique_ptr<Werk> m_werk;
};

/// What a call of `verwerk` did. verwerkt + geweigerd = given.
struct Verwerking {
    std::uint64_t verwerkt = 0;
    std::uint64_t geweigerd = 0;  ///< a tie to a node that is not there, or something to take away that is not there
};

/// A graph that changes. Thread-safe: readers take an Opname and are never waited for; changes go through one lock.
class Netwerk {
  public:
    explicit Netwerk(std::shared_ptr<const Basis> basis = nullptr);
    /// The graph as it is now, for as long as it is held.
    [[nodiscard]] std::shared_ptr<const Opname> opname() const;
    /// Applies all, in order; visible at once, together, in every Opname taken afterwards. Rows with an id that is there already
    /// are another row: take the old one away first.
    Verwerking verwerk(std::span<const Mutatie> mutaties);
    Verwerking verwerk(const Mutatie& mutatie) { return verwerk(std::span(&mutatie, 1)); }
    /// Changes since the last merge. Above some tens of thousands a merge pays.
    [[nodiscard]] std::size_t wijzigingen() const;
    /// Makes a new basis of basis and changes, with what was taken away gone from memory too; meant for a thread of its own: changes go
    /// on meanwhile. Throws Fout "afgebroken" when `voortgang` returns false; the graph is then as it was.
    void voeg_samen(const Voortgang& voortgang = {});

  private:
    struct Meng {
        std::size_t operator()(const Kenmerk& kenmerk) const noexcept;
    };
    static std::shared_ptr<const Basis> verenig(const Opname& van, const Voortgang& voortgang);
    void begin_met(std::shared_ptr<const Basis> basis);
    void geef_uit();
    bool pas_toe(const Mutatie& mutatie);
    bool zet(const Knoopgegeven& knoop);
    bool zet(const Band& band);
    bool zet(const WisKnoop& knoop);
    bool zet(const WisBand& band);
    [[nodiscard]] std::optional<Knoop> vind(Sleutel sleutel) const;
    std::uint32_t klasse_van(const Knoopgegeven& knoop);
    std::uint32_t kenmerk_van(const Kenmerk& kenmerk);
    Deltarij& rij(Knoop knoop);

    mutable std::mutex m_slot;
    std::mutex m_samenvoeging;
    std::shared_ptr<const Opname> m_uit;  ///< what readers get
    Opname m_nu;                          ///< what the writer changes
    std::unordered_map<std::uint32_t, std::shared_ptr<Deltarij>> m_eigen;  ///< rows made since m_uit: may be changed in place
    std::unordered_map<Kenmerk, std::uint32_t, Meng> m_kenmerken;          ///< those of the changes
    std::map<Klasse, std::uint32_t> m_klassen;
    std::vector<Mutatie> m_logboek;  ///< since a merge began
    bool m_voegt_samen = false;
    std::size_t m_aantal = 0;
};

}  // namespace damwand::graph
