// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "platform/http/http.hpp"
#include "platform/http/randfout.hpp"

/// Inside the room: the strict reading of a request head, before Beast sees a byte of it.
/// Whatever two HTTP parsers could read in two ways (RFC 9112 §11.2, request smuggling) is refused here.
namespace damwand::http {

/// A head that passed: names in lower case, values trimmed and valid UTF-8 without control characters.
struct Kop {
    Methode methode = Methode::anders;
    std::string pad;
    std::multimap<std::string, std::string> query;
    std::map<std::string, std::string> koppen;
    std::uint64_t lengte = 0;   ///< Content-Length, 0 without one
    bool in_stukken = false;    ///< Transfer-Encoding: chunked
    bool wacht_op_100 = false;  ///< Expect: 100-continue
    bool sluiten = false;       ///< HTTP/1.0 or Connection: close
};

/// `ruw` runs from the first byte of the request line up to and including the empty line.
[[nodiscard]] std::variant<Kop, RandFout> lees_kop(std::string_view ruw);

/// Percent-decodes; nullopt for a broken escape, a control character or malformed UTF-8. `plus`: '+' is a space.
[[nodiscard]] std::optional<std::string> ontcijfer(std::string_view tekst, bool plus = false);
/// The decoded path; nullopt for anything but "/"-separated, non-empty segments (one empty segment at the end may
/// stand), and for ".", "..", backslashes and encoded slashes.
[[nodiscard]] std::optional<std::string> lees_pad(std::string_view ruw);
/// The decoded query; nullopt for a malformed value, an empty name or more than 100 pairs.
[[nodiscard]] std::optional<std::multimap<std::string, std::string>> lees_query(std::string_view ruw);

/// What may stand in a log of a path: "/v1", words of lower case letters in the first three segments, and UUIDs.
/// Anything else becomes "*": it could be typed by a person about a person.
[[nodiscard]] std::string pad_voor_log(std::string_view pad);

/// True for a token of RFC 9110 §5.6.2.
[[nodiscard]] bool is_token(std::string_view tekst) noexcept;
/// ASCII lower case.
[[nodiscard]] std::string klein(std::string_view tekst);

}  // namespace damwand::http
