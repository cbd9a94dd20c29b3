// SPDX-License-Identifier: EUPL-1.2
#include "werk/aanpak/aanpak.hpp"

#include <algorithm>
#include <array>
#include <tuple>

namespace damwand::aanpak {

std::span<const std::string_view> overeenkomsten() noexcept {
    static constexpr std::array<std::string_view, 12> soorten{"adres", "bedrijf", "persoon", "voertuig", "vaartuig", "telefoon",
                                                              "email", "rekening", "buurt", "interventie", "thema", "branche"};
    return soorten;
}

void zet_op_volgorde(std::vector<Gelijkende>& alle) {
    const auto aantal = [](const Gelijkende& g, std::string_view soort) {
        const auto plek = std::ranges::find(g.redenen, soort, &Overeenkomst::soort);
        return plek == g.redenen.end() ? 0 : plek->aantal;
    };
    std::ranges::sort(alle, [&](const Gelijkende& a, const Gelijkende& b) {
        for (const auto soort : overeenkomsten()) {
            const int na = aantal(a, soort);
            const int nb = aantal(b, soort);
            if (na != nb) return na > nb;
        }
        return std::tuple(b.laatste_activiteit, a.casus) < std::tuple(a.laatste_activiteit, b.casus);
    });
}

void zet_op_volgorde(std::vector<Prioriteit>& alle, const std::vector<Uuid>& volgorde) {
    constexpr int niet_beoordeeld = 99;
    const auto trede = [](const Prioriteit& p, const Uuid& criterium) {
        const auto plek = std::ranges::find(p.beoordelingen, criterium, &Beoordeling::criterium);
        return plek == p.beoordelingen.end() ? niet_beoordeeld : plek->trede;
    };
    std::ranges::sort(alle, [&](const Prioriteit& a, const Prioriteit& b) {
        for (const auto& criterium : volgorde) {
            const int na = trede(a, criterium);
            const int nb = trede(b, criterium);
            if (na != nb) return na < nb;
        }
        return std::tuple(a.laatste_activiteit, a.casus) < std::tuple(b.laatste_activiteit, b.casus);
    });
}

bool komt_van_strafrecht(std::string_view bron) noexcept { return bron == "rapportage" || bron == "politie" || bron == "om"; }

}  // namespace damwand::aanpak
