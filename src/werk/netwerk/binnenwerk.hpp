// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <atomic>
#include <condition_variable>
#include <cstring>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <thread>
#include <tuple>
#include <unordered_map>

#include "werk/netwerk/geheugen.hpp"

/// Inside the memory of the network: what it holds. `geheugen.cpp` answers and keeps it fresh, `geheugen_laden.cpp` brings rows in.
namespace damwand::netwerk {

using graph::Sleutel;

// Audiences of the graph: one per public register, then one per organisatie, audience and kind of dossier.
inline constexpr graph::Zicht zicht_bag = 1, zicht_handelsregister = 2, eerste_zicht = 3;
// A key of the graph says itself what the registers number; what has a UUID is numbered here.
inline constexpr unsigned soortbits = 56;
inline constexpr std::array<std::string_view, 4> genummerd{"", "adres", "pand", "vestiging"};
inline constexpr std::uint64_t met_uuid = std::uint64_t{genummerd.size()} << soortbits;
inline constexpr std::array<std::size_t, 4> cijfers{0, 16, 16, 12};

struct UuidHash {
    std::size_t operator()(const Uuid& w) const noexcept {
        std::uint64_t a = 0;
        std::memcpy(&a, w.bytes.data(), sizeof a);
        return a;
    }
};

struct Geheugen::Graaf::Binnenwerk {
    /// What one row put into the graph.
    struct Inbreng {
        struct Lijn {
            Sleutel van, naar;
            std::uint64_t id;
        };
        std::vector<std::pair<Sleutel, graph::Zicht>> knopen;
        std::vector<Lijn> banden;
    };
    struct Knoopstand {
        std::uint16_t type = 0;
        std::vector<graph::Zicht> zichten;  ///< one per row
    };

    // Held while changes are brought in; `kennis` guards what readers ask meanwhile.
    std::mutex beurt;
    mutable std::shared_mutex kennis;
    std::shared_ptr<graph::Netwerk> graaf = std::make_shared<graph::Netwerk>();
    std::shared_ptr<const graph::Opname> register_alleen;
    std::vector<std::string> soorten;
    std::map<std::string, std::uint16_t, std::less<>> typen;
    std::unordered_map<Uuid, std::uint64_t, UuidHash> nummers;
    std::vector<Uuid> uuids;
    std::map<std::tuple<std::int16_t, int, bool>, graph::Zicht> zichten;  ///< organisatie, audience, of a signaal
    std::unordered_map<std::uint64_t, Uuid> bandrijen;
    std::uint64_t laatste_band = 0;
    std::unordered_map<Uuid, Inbreng, UuidHash> inbreng;
    std::unordered_map<Sleutel, Knoopstand> staat;

    std::string stand, registers;
    std::set<std::int64_t> gehad;
    std::chrono::steady_clock::time_point laatst{};
    bool geladen = false;
    std::uint64_t registerbanden = 0;
    std::atomic<std::uint64_t> wisselingen{0};

    std::mutex slot;
    std::condition_variable wekker;
    bool gewekt = false, klaar = true;
    std::shared_ptr<void> luisteraar;
    std::thread draad;

    std::uint16_t type_van(const std::string& soort);
    graph::Zicht zicht_van(OrganisatieId organisatie, int zicht, bool signaal);
    std::optional<Sleutel> sleutel_van(const KnoopRef& knoop, bool maak);
    Sleutel sleutel_van(const Uuid& uuid);  ///< made when it is new
    /// Nothing is left of what is gone, its id neither. Who still looks at an older graph finds nobody under that number.
    void vergeet(Sleutel sleutel);

    /// Everything, anew.
    void laad(db::Transactie& tx);
    void laad_registers(db::Transactie& tx);
    /// Takes out what these rows put in, and puts in what they say now.
    void werk_bij(const std::vector<Uuid>& rijen, const std::vector<store::Knooprij>& knooprijen, const std::vector<store::Bandrij>& bandrijen);
    graph::Knoopgegeven gegeven(Sleutel sleutel, const Knoopstand& stand) const;
    /// What was committed since, or everything when that is not known.
    void ververs(db::Transactie& tx);
    void waak(db::Pool& pool);
};

}  // namespace damwand::netwerk
