// SPDX-License-Identifier: EUPL-1.2
// The only file that includes Beast.
#include "platform/http/lijf.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <cstdint>
#include <functional>
#include <iterator>
#include <utility>

namespace damwand::http {

namespace bh = boost::beast::http;
using boost::system::error_code;

struct LijfLezer::Binnenwerk {
    bh::request_parser<bh::string_body> ontleder;
    std::function<void(std::uint64_t, boost::beast::string_view, error_code&)> per_stuk =
        [](std::uint64_t, boost::beast::string_view toevoeging, error_code& fout) {
            if (!toevoeging.empty()) fout = bh::error::bad_chunk_extension;
        };
    std::size_t kop_limiet = 0;
    std::ptrdiff_t velden = 0;

    [[nodiscard]] std::ptrdiff_t aantal_velden() const {
        return std::distance(ontleder.get().begin(), ontleder.get().end());
    }
};

LijfLezer::LijfLezer(std::size_t kop_limiet, std::size_t lijf_limiet) : m_binnen(std::make_unique<Binnenwerk>()) {
    m_binnen->kop_limiet = kop_limiet;
    m_binnen->ontleder.header_limit(static_cast<std::uint32_t>(kop_limiet + 1));
    m_binnen->ontleder.body_limit(lijf_limiet);
    m_binnen->ontleder.on_chunk_header(m_binnen->per_stuk);
}

LijfLezer::~LijfLezer() = default;

LijfLezer::Stand LijfLezer::kop(std::string_view ruw) {
    auto& ontleder = m_binnen->ontleder;
    error_code fout;
    const auto gebruikt = ontleder.put(boost::asio::buffer(ruw), fout);
    if (fout == bh::error::body_limit) return Stand::te_groot;
    if (fout || gebruikt != ruw.size() || !ontleder.is_header_done()) return Stand::ongeldig;
    m_binnen->velden = m_binnen->aantal_velden();
    return ontleder.is_done() ? Stand::klaar : Stand::meer;
}

LijfLezer::Stand LijfLezer::voer(std::string& in) {
    auto& ontleder = m_binnen->ontleder;
    while (!ontleder.is_done()) {
        // Beast 1.81 aborts on fewer bytes of an empty body ("0\r\n" and then "\r": a failed assertion); what is still
        // to come of a body in pieces is never shorter.
        const std::size_t minstens = ontleder.chunked() ? 5 : 1;
        if (in.size() < minstens) return Stand::meer;
        error_code fout;
        in.erase(0, ontleder.put(boost::asio::buffer(in), fout));
        if (fout == bh::error::body_limit) return Stand::te_groot;
        if (fout && fout != bh::error::need_more) return Stand::ongeldig;
        if (!fout) continue;
        return in.size() < m_binnen->kop_limiet ? Stand::meer : Stand::ongeldig;  // a line without end between pieces
    }
    return m_binnen->aantal_velden() == m_binnen->velden ? Stand::klaar : Stand::ongeldig;
}

std::size_t LijfLezer::omvang() const { return m_binnen->ontleder.get().body().size(); }

std::string LijfLezer::neem_stuk() { return std::exchange(m_binnen->ontleder.get().body(), {}); }

std::string LijfLezer::neem() { return std::move(m_binnen->ontleder.get().body()); }

}  // namespace damwand::http
