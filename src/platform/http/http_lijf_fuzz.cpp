// SPDX-License-Identifier: EUPL-1.2
// Bodies in pieces. What our reader (Beast) takes for whole, a second and very strict reader must take for the same
// body of the same length; and it must not matter in how many reads the bytes came.
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

#include "platform/http/lijf.hpp"

namespace {

using damwand::http::LijfLezer;

constexpr std::size_t kop_limiet = 512;
constexpr std::size_t lijf_limiet = 2048;

struct Uitkomst {
    LijfLezer::Stand stand = LijfLezer::Stand::meer;
    std::string lijf;
    std::size_t over = 0;  ///< bytes behind the body
    bool operator==(const Uitkomst&) const = default;
};

void moet(bool waar) {
    if (!waar) std::abort();
}

Uitkomst lees(std::string_view ruw, std::size_t per_keer) {
    LijfLezer lezer(kop_limiet, lijf_limiet);
    moet(lezer.kop("POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n") == LijfLezer::Stand::meer);
    Uitkomst uit;
    std::string in;
    std::size_t gegeven = 0;
    while (gegeven < ruw.size() && uit.stand == LijfLezer::Stand::meer) {
        const auto deel = ruw.substr(gegeven, per_keer);
        gegeven += deel.size();
        in += deel;
        uit.stand = lezer.voer(in);
        moet(lezer.omvang() <= lijf_limiet);
    }
    if (uit.stand == LijfLezer::Stand::klaar) {
        uit.lijf = lezer.neem();
        uit.over = in.size() + ruw.size() - gegeven;
    }
    return uit;
}

/// RFC 9112 §7.1 without extensions and trailers.
std::optional<Uitkomst> streng(std::string_view ruw) {
    Uitkomst uit{LijfLezer::Stand::klaar, {}, 0};
    while (true) {
        std::size_t lengte = 0;
        std::size_t cijfers = 0;
        for (; !ruw.empty() && ruw.front() != '\r'; ruw.remove_prefix(1), ++cijfers) {
            const char c = ruw.front();
            const bool cijfer = c >= '0' && c <= '9';
            const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
            if (!cijfer && !letter) return std::nullopt;
            lengte = lengte * 16 + static_cast<std::size_t>(cijfer ? c - '0' : (c | 0x20) - 'a' + 10);
            if (lengte > lijf_limiet) return std::nullopt;
        }
        if (cijfers == 0 || !ruw.starts_with("\r\n")) return std::nullopt;
        ruw.remove_prefix(2);
        if (ruw.size() < lengte + 2 || ruw.substr(lengte, 2) != "\r\n") return std::nullopt;
        uit.lijf += ruw.substr(0, lengte);
        ruw.remove_prefix(lengte + 2);
        if (lengte > 0) continue;
        uit.over = ruw.size();
        return uit;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view ruw(reinterpret_cast<const char*>(data), size);
    const auto ineens = lees(ruw, size + 1);
    const auto tweede = streng(ruw);
    if (ineens.stand == LijfLezer::Stand::klaar) moet(tweede && *tweede == ineens);
    for (const std::size_t per_keer : {std::size_t{1}, std::size_t{7}}) {
        const auto stukjes = lees(ruw, per_keer);
        const bool een_goed = ineens.stand == LijfLezer::Stand::klaar;
        moet(een_goed == (stukjes.stand == LijfLezer::Stand::klaar));
        if (een_goed) moet(stukjes == ineens);
    }
    return 0;
}
