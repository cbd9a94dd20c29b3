// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

/// The only requests this program sends out by itself (veiligheid.md rule 21).
namespace damwand::http {

struct UitAntwoord {
    int status = 0;
    std::string lijf;
    std::string soort{};  ///< Content-Type as it came; empty when there was none
};

/// How much an answer may be, and how long a request may take.
struct Antwoordmaat {
    std::size_t bytes = std::size_t{256} * 1024;
    std::chrono::milliseconds duur{5000};
};

/// To one host and no other: scheme, host and port are fixed when it is made. TLS with the host's certificate checked (plain
/// HTTP only to loopback), no redirects, no proxy, no compression; bounded by an Antwoordmaat per request. An address
/// of a private network is refused when the socket is opened, unless `intern`. Thread safe.
class Uitgaand {
  public:
    /// `oorsprong`: "https://host[:port]". Throws Fout `instellingen`, naming `instelling`, for another scheme or HTTP off loopback.
    Uitgaand(std::string oorsprong, bool intern, std::filesystem::path ca_bestand, const std::string& instelling, const Antwoordmaat& maat = {});

    /// True for an URL of this host: `oorsprong` followed by a path.
    [[nodiscard]] bool is_hier(std::string_view url) const;
    /// Throws Fout `niet-beschikbaar` (its log text says why) when no answer comes within the limits.
    /// `kop`: one header more, "naam: waarde", such as a key. `soort`: what it may answer (Accept).
    [[nodiscard]] UitAntwoord haal(const std::string& url, const std::string& kop = {}, const std::string& soort = "application/json") const;
    /// POST of a form; `gebruiker` and `geheim` as HTTP Basic.
    [[nodiscard]] UitAntwoord plaats(const std::string& url, const std::string& formulier, const std::string& gebruiker,
                                     const std::string& geheim) const;
    /// POST of a body of this media type.
    [[nodiscard]] UitAntwoord stuur(const std::string& url, const std::string& lijf, const std::string& soort) const;

  private:
    struct Vraag;
    [[nodiscard]] UitAntwoord doe(const std::string& url, const Vraag& vraag) const;
    std::string m_oorsprong;
    std::filesystem::path m_ca;
    bool m_lus, m_intern;
    Antwoordmaat m_maat;
};

/// "https://host[:port]" of an URL; empty when it has none.
[[nodiscard]] std::string oorsprong_van(std::string_view url);
/// Everything but letters, digits and "-._~" as %XX.
[[nodiscard]] std::string url_codeer(std::string_view tekst);

}  // namespace damwand::http
