// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/graph/blik.hpp"
#include "engine/graph/netwerk.hpp"
#include "werk/netwerk/store.hpp"

namespace damwand::netwerk {

/// What is in the memory of a server. Thread safe.
struct Geheugen::Graaf {
    Graaf();
    ~Graaf();
    Graaf(const Graaf&) = delete;
    Graaf& operator=(const Graaf&) = delete;

    /// The graph as it is, and what somebody with these audiences and rights may know of it.
    struct Zicht {
        std::shared_ptr<const graph::Opname> opname;
        graph::Masker masker;
    };
    [[nodiscard]] Zicht zicht(const Kijker& kijker) const;

    [[nodiscard]] std::optional<graph::Sleutel> sleutel(const KnoopRef& knoop) const;  ///< none: never heard of
    [[nodiscard]] KnoopRef ref(const graph::Opname& opname, graph::Knoop knoop) const;
    [[nodiscard]] std::string soort(std::uint16_t type) const;
    [[nodiscard]] std::optional<std::uint16_t> type(const std::string& soort) const;  ///< none: there is nothing of that kind
    /// The row that a tie stands for; none for a tie of a public register, or when the row went meanwhile.
    [[nodiscard]] std::optional<Uuid> rij(std::uint64_t band) const;

    /// Every object that a row of somebody's dossier is about or ties to another.
    [[nodiscard]] std::vector<graph::Sleutel> van_dossiers() const;
    /// Whether what has this audience stands in a dossier rather than in a public register.
    [[nodiscard]] static bool van_dossier(graph::Zicht zicht) noexcept;

    struct Binnenwerk;
    std::unique_ptr<Binnenwerk> m;
};

}  // namespace damwand::netwerk
