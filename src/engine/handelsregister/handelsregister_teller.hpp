// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdlib>

#include "engine/handelsregister/regels.hpp"

/// For the fuzz targets: counts what comes by, and stops the program where something came by that may not.
namespace damwand::handelsregister {

struct Teller : Afnemer {
    std::uint64_t aantal = 0;
    std::uint64_t eerste_regel = 1;  ///< no fault can be before it
    static void toets(const std::vector<Adres>& adressen) {
        for (const auto& a : adressen) {
            if (a.afgeschermd && !(a.straat + a.postcode + a.plaats + a.volledig).empty()) std::abort();
        }
    }
    void ontvang(Onderneming& o) override {
        ++aantal;
        if (o.kvk_nummer.size() != 8 || o.naam.empty()) std::abort();
        toets(o.adressen);
        if (o.hoofdvestiging) toets(o.hoofdvestiging->adressen);
    }
    void ontvang(Vestiging& v) override {
        ++aantal;
        if (v.nummer.size() != 12 || v.kvk_nummer.size() != 8) std::abort();
        toets(v.adressen);
    }
    void ontvang(const Afkeuring& a) override {
        ++aantal;
        if (a.fouten.empty() || a.regel < eerste_regel) std::abort();
    }
};

}  // namespace damwand::handelsregister
