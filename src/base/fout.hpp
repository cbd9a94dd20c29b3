// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <exception>
#include <string>
#include <utility>
#include <vector>

namespace damwand {

/// What went wrong, in the terms of the edge that answers it (HTTP status or exit code).
enum class FoutSoort {
    ongeldig,         ///< the input is wrong; `velden` names every fault (400)
    niet_aangemeld,   ///< no valid session (401)
    verboden,         ///< not for you, on an object you may see, or an invalid activity (403)
    onbekend,         ///< not there, or not yours: the same answer (404)
    botsing,          ///< the state of the object does not allow this (409)
    verouderd,        ///< somebody else changed it meanwhile (412)
    te_groot,         ///< over a limit (413)
    te_vaak,          ///< rate limit or lock-out (429)
    niet_beschikbaar, ///< log or database out of reach: no data, try later (503)
    intern            ///< our own mistake (500)
};

/// One fault in one field. `veld` is a JSON pointer in camelCase ("/adres/huisnummer"), `code` a stable word.
struct VeldFout {
    std::string veld;
    std::string code;
    std::string uitleg;  ///< Dutch, one sentence, never repeats the value
};

/// The one exception rooms throw on purpose. Caught once, at the edge.
/// `code` is stable and known to the browser; `uitleg` is Dutch and fit for the user; `voor_log` never leaves the host.
class Fout : public std::exception {
  public:
    Fout(FoutSoort soort, std::string code, std::string uitleg, std::vector<VeldFout> velden = {},
         std::string voor_log = {})
        : m_soort(soort), m_code(std::move(code)), m_uitleg(std::move(uitleg)), m_voor_log(std::move(voor_log)),
          m_velden(std::move(velden)) {}

    /// The same fault, with how long to wait before trying again: `Retry-After` of a 429 or 503.
    [[nodiscard]] Fout na(std::chrono::seconds wachttijd) && {
        m_wachttijd = wachttijd;
        return std::move(*this);
    }

    [[nodiscard]] FoutSoort soort() const noexcept { return m_soort; }
    [[nodiscard]] const std::string& code() const noexcept { return m_code; }
    [[nodiscard]] const std::string& uitleg() const noexcept { return m_uitleg; }
    [[nodiscard]] const std::string& voor_log() const noexcept { return m_voor_log; }
    [[nodiscard]] const std::vector<VeldFout>& velden() const noexcept { return m_velden; }
    /// Zero when whoever threw it did not know.
    [[nodiscard]] std::chrono::seconds wachttijd() const noexcept { return m_wachttijd; }
    [[nodiscard]] const char* what() const noexcept override { return m_uitleg.c_str(); }

  private:
    FoutSoort m_soort;
    std::string m_code, m_uitleg, m_voor_log;
    std::vector<VeldFout> m_velden;
    std::chrono::seconds m_wachttijd{0};
};

/// "Not there" and "not yours": one answer, one place.
[[nodiscard]] inline Fout onbekend() {
    return {FoutSoort::onbekend, "niet-gevonden", "Dit bestaat niet, of u mag het niet zien."};
}

}  // namespace damwand
