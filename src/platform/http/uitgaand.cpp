// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/uitgaand.hpp"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <memory>
#include <mutex>

#include "base/fout.hpp"

namespace damwand::http {
namespace {

/// Which networks a socket may go to.
struct Grens {
    bool lus, intern;
};

bool is_lus(const std::array<std::uint8_t, 4>& a) { return a[0] == 127; }

/// RFC 1918, shared, link-local, benchmark, multicast and reserved.
bool is_eigen_net(const std::array<std::uint8_t, 4>& a) {
    return a[0] == 0 || a[0] == 10 || (a[0] == 100 && (a[1] & 0xC0) == 64) || (a[0] == 169 && a[1] == 254) || (a[0] == 172 && (a[1] & 0xF0) == 16) ||
           (a[0] == 192 && a[1] == 168) || (a[0] == 192 && a[1] == 0 && a[2] == 0) || (a[0] == 198 && (a[1] & 0xFE) == 18) || a[0] >= 224;
}

bool mag(const sockaddr& adres, const Grens& grens) {
    if (adres.sa_family == AF_INET) {
        std::array<std::uint8_t, 4> a{};
        const auto& v4 = reinterpret_cast<const sockaddr_in&>(adres).sin_addr;
        std::memcpy(a.data(), &v4, a.size());
        return is_lus(a) ? grens.lus : grens.lus ? false : grens.intern || !is_eigen_net(a);
    }
    if (adres.sa_family != AF_INET6) return false;
    std::array<std::uint8_t, 16> a{};
    const auto& v6 = reinterpret_cast<const sockaddr_in6&>(adres).sin6_addr;
    std::memcpy(a.data(), &v6, a.size());
    if (IN6_IS_ADDR_V4MAPPED(&v6)) return false;  // an IPv4 address says so itself
    if (IN6_IS_ADDR_LOOPBACK(&v6)) return grens.lus;
    if (grens.lus) return false;
    const bool wereld = (a[0] & 0xE0) == 0x20;    // 2000::/3
    return wereld || (grens.intern && (a[0] & 0xFE) == 0xFC);
}

curl_socket_t open_socket(void* gegevens, curlsocktype, curl_sockaddr* adres) {
    if (!mag(adres->addr, *static_cast<const Grens*>(gegevens))) return CURL_SOCKET_BAD;
    return socket(adres->family, adres->socktype | SOCK_CLOEXEC, adres->protocol);
}

struct Opvang {
    std::string& lijf;
    std::size_t meeste_bytes;
};

std::size_t neem_op(char* bytes, std::size_t, std::size_t aantal, void* gegevens) {
    const auto& uit = *static_cast<const Opvang*>(gegevens);
    if (uit.lijf.size() + aantal > uit.meeste_bytes) return 0;  // curl stops with an error
    uit.lijf.append(bytes, aantal);
    return aantal;
}

Fout onbereikbaar(std::string waarom) {
    return {FoutSoort::niet_beschikbaar, "niet-beschikbaar", "Een dienst buiten Damwand antwoordt niet. Probeer het zo nog eens.", {}, std::move(waarom)};
}

}  // namespace

struct Uitgaand::Vraag {
    const std::string* lijf = nullptr;
    std::string soort = "application/x-www-form-urlencoded";
    std::string gebruiker{}, geheim{};  ///< HTTP Basic, when there is a name
    std::string kop{};                  ///< one header more
    std::string antwoord = "application/json";
};

std::string oorsprong_van(std::string_view url) {
    const auto schema = url.find("://");
    if (schema == std::string_view::npos) return {};
    return std::string(url.substr(0, url.find_first_of("/?#", schema + 3)));
}

std::string url_codeer(std::string_view tekst) {
    std::string uit;
    for (const char c : tekst) {
        const bool gewoon = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (gewoon) uit += c;
        else uit += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uit;
}

Uitgaand::Uitgaand(std::string oorsprong, bool intern, std::filesystem::path ca_bestand, const std::string& instelling, const Antwoordmaat& maat)
    : m_oorsprong(std::move(oorsprong)), m_ca(std::move(ca_bestand)), m_lus(false), m_intern(intern), m_maat(maat) {
    static std::once_flag een_keer;
    std::call_once(een_keer, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    const auto host = std::string_view(m_oorsprong).substr(std::min(m_oorsprong.size(), m_oorsprong.find("://") + 3));
    const auto naam = host.substr(0, host.starts_with('[') ? host.find(']') + 1 : host.find(':'));
    m_lus = naam == "127.0.0.1" || naam == "localhost" || naam == "[::1]";
    const bool https = m_oorsprong.starts_with("https://"), http = m_oorsprong.starts_with("http://");
    if (naam.empty() || host.find('@') != std::string_view::npos || !(https || (http && m_lus))) {
        throw Fout(FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.",
                   {{instelling, "ongeldig", "Geef een adres dat met https:// begint; gewone http mag alleen op deze machine."}});
    }
}

bool Uitgaand::is_hier(std::string_view url) const { return url.starts_with(m_oorsprong + "/"); }

UitAntwoord Uitgaand::haal(const std::string& url, const std::string& kop, const std::string& soort) const { return doe(url, {.kop = kop, .antwoord = soort}); }

UitAntwoord Uitgaand::plaats(const std::string& url, const std::string& formulier, const std::string& gebruiker, const std::string& geheim) const {
    return doe(url, {.lijf = &formulier, .gebruiker = gebruiker, .geheim = geheim});
}

UitAntwoord Uitgaand::stuur(const std::string& url, const std::string& lijf, const std::string& soort) const { return doe(url, {.lijf = &lijf, .soort = soort}); }

UitAntwoord Uitgaand::doe(const std::string& url, const Vraag& vraag) const {
    if (!is_hier(url)) throw onbereikbaar("an address outside the configured host");
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> houder(curl_easy_init(), curl_easy_cleanup);
    auto* c = houder.get();
    if (c == nullptr) throw onbereikbaar("curl");
    UitAntwoord uit;
    Grens grens{m_lus, m_intern};
    Opvang opvang{uit.lijf, m_maat.bytes};
    curl_easy_setopt(c, CURLOPT_URL, url.c_str());
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, m_lus ? "http,https" : "https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(c, CURLOPT_PROXY, "");  // not from the environment either
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, 3000L);
    curl_easy_setopt(c, CURLOPT_TIMEOUT_MS, static_cast<long>(m_maat.duur.count()));
    curl_easy_setopt(c, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!m_ca.empty()) curl_easy_setopt(c, CURLOPT_CAINFO, m_ca.c_str());
    curl_easy_setopt(c, CURLOPT_OPENSOCKETFUNCTION, &open_socket);
    curl_easy_setopt(c, CURLOPT_OPENSOCKETDATA, &grens);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, &neem_op);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, &opvang);
    std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> koppen(curl_slist_append(nullptr, ("Accept: " + vraag.antwoord).c_str()), curl_slist_free_all);
    if (vraag.lijf != nullptr) {
        curl_slist_append(koppen.get(), fmt::format("Content-Type: {}", vraag.soort).c_str());
        curl_easy_setopt(c, CURLOPT_POSTFIELDSIZE, static_cast<long>(vraag.lijf->size()));
        curl_easy_setopt(c, CURLOPT_POSTFIELDS, vraag.lijf->c_str());
    }
    if (!vraag.kop.empty()) curl_slist_append(koppen.get(), vraag.kop.c_str());
    curl_easy_setopt(c, CURLOPT_HTTPHEADER, koppen.get());
    if (!vraag.gebruiker.empty()) {
        // RFC 6749 2.3.1: both are form-encoded first.
        curl_easy_setopt(c, CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
        curl_easy_setopt(c, CURLOPT_USERNAME, url_codeer(vraag.gebruiker).c_str());
        curl_easy_setopt(c, CURLOPT_PASSWORD, url_codeer(vraag.geheim).c_str());
    }
    if (const auto fout = curl_easy_perform(c); fout != CURLE_OK) throw onbereikbaar(curl_easy_strerror(fout));
    long status = 0;
    curl_easy_getinfo(c, CURLINFO_RESPONSE_CODE, &status);
    uit.status = static_cast<int>(status);
    const char* soort = nullptr;
    if (curl_easy_getinfo(c, CURLINFO_CONTENT_TYPE, &soort) == CURLE_OK && soort != nullptr) uit.soort = soort;
    return uit;
}

}  // namespace damwand::http
