// SPDX-License-Identifier: EUPL-1.2
// Keys as people type them. A key in normal form is its own normal form, is short, and holds no white space; what is
// not a key says why. The first byte chooses the kind.
#include <array>
#include <cstdint>
#include <cstdlib>

#include "werk/entiteit/entiteit.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using damwand::entiteit::gewone_sleutel;
    if (size == 0) return 0;
    constexpr std::array<std::string_view, 8> soorten{"voertuig", "telefoon", "bedrijf", "rekening", "email", "adres", "vaartuig", "persoon"};
    const auto soort = soorten[data[0] % soorten.size()];
    const std::string_view tekst(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto sleutel = gewone_sleutel(soort, tekst);
    if (!sleutel.waarde) {
        if (sleutel.code.empty() || sleutel.uitleg.empty()) std::abort();
        return 0;
    }
    if (sleutel.waarde->size() > tekst.size() + 3 || sleutel.waarde->find_first_of(" \t\r\n") != std::string::npos) std::abort();
    const auto weer = gewone_sleutel(soort, *sleutel.waarde);
    if (weer.waarde != sleutel.waarde) std::abort();
    return 0;
}
