// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <utility>

#include "platform/http/http.hpp"
#include "platform/http/kop.hpp"

/// For the tests of this room: a client that sends exactly the bytes it is told to, over a real socket.
namespace damwand::http::proef {

struct Gezien {
    int status = 0;
    std::map<std::string, std::string> koppen;  ///< names in lower case
    std::string ruwe_kop, lijf;
    [[nodiscard]] std::string kop(const std::string& naam) const {
        const auto gevonden = koppen.find(naam);
        return gevonden == koppen.end() ? std::string{} : gevonden->second;
    }
};

class Klant {
  public:
    explicit Klant(std::uint16_t poort) : m_fd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in plek{};
        plek.sin_family = AF_INET;
        plek.sin_port = htons(poort);
        plek.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        const timeval geduld{30, 0};  // against hanging tests; never part of what is tested
        setsockopt(m_fd, SOL_SOCKET, SO_RCVTIMEO, &geduld, sizeof geduld);
        setsockopt(m_fd, SOL_SOCKET, SO_SNDTIMEO, &geduld, sizeof geduld);
        if (connect(m_fd, reinterpret_cast<const sockaddr*>(&plek), sizeof plek) != 0) sluit();
    }
    ~Klant() { sluit(); }
    Klant(Klant&& ander) noexcept : m_fd(std::exchange(ander.m_fd, -1)), m_in(std::move(ander.m_in)) {}
    Klant(const Klant&) = delete;
    Klant& operator=(const Klant&) = delete;
    Klant& operator=(Klant&&) = delete;

    [[nodiscard]] bool verbonden() const { return m_fd >= 0; }
    void sluit() {
        if (m_fd >= 0) close(std::exchange(m_fd, -1));
    }
    /// Number of bytes the kernel took before the other side refused.
    std::size_t stuur(std::string_view bytes) {
        std::size_t klaar = 0;
        while (klaar < bytes.size()) {
            const auto n = send(m_fd, bytes.data() + klaar, bytes.size() - klaar, MSG_NOSIGNAL);
            if (n <= 0) break;
            klaar += static_cast<std::size_t>(n);
        }
        return klaar;
    }
    /// False at the end of the connection.
    bool lees_meer() {
        char bak[65536];
        const auto n = recv(m_fd, bak, sizeof bak, 0);
        if (n <= 0) return false;
        m_in.append(bak, static_cast<std::size_t>(n));
        return true;
    }
    /// What comes up to and including `merk`; nullopt when the connection ends first.
    std::optional<std::string> lees_tot(std::string_view merk) {
        std::size_t plek = 0;
        while ((plek = m_in.find(merk)) == std::string::npos) {
            if (!lees_meer()) return std::nullopt;
        }
        auto uit = m_in.substr(0, plek + merk.size());
        m_in.erase(0, plek + merk.size());
        return uit;
    }
    /// The next answer; nullopt when the connection ends first. `met_lijf`: false after HEAD.
    std::optional<Gezien> antwoord(bool met_lijf = true) {
        auto kop = lees_tot("\r\n\r\n");
        if (!kop) return std::nullopt;
        Gezien gezien;
        gezien.ruwe_kop = *kop;
        gezien.status = std::stoi(kop->substr(9, 3));
        for (std::size_t begin = kop->find("\r\n") + 2; begin + 2 < kop->size();) {
            const auto eind = kop->find("\r\n", begin);
            const auto punt = kop->find(": ", begin);
            gezien.koppen[klein(kop->substr(begin, punt - begin))] = kop->substr(punt + 2, eind - punt - 2);
            begin = eind + 2;
        }
        if (!met_lijf || gezien.kop("content-length").empty()) return gezien;
        const auto lengte = static_cast<std::size_t>(std::stoul(gezien.kop("content-length")));
        while (m_in.size() < lengte) {
            if (!lees_meer()) return std::nullopt;
        }
        gezien.lijf = m_in.substr(0, lengte);
        m_in.erase(0, lengte);
        return gezien;
    }
    std::optional<Gezien> vraag(std::string_view bytes, bool met_lijf = true) {
        stuur(bytes);
        return antwoord(met_lijf);
    }
    /// True when nothing more comes and the other side has closed.
    bool is_dicht() { return !lees_meer() && m_in.empty() && errno != EAGAIN; }

  private:
    int m_fd;
    std::string m_in;
};

inline std::string get(std::string_view pad, std::string_view koppen = "") {
    return "GET " + std::string(pad) + " HTTP/1.1\r\nHost: proef\r\n" + std::string(koppen) + "\r\n";
}

inline std::string post(std::string_view lijf, std::string_view pad = "/v1/echo") {
    return "POST " + std::string(pad) + " HTTP/1.1\r\nHost: proef\r\nContent-Length: " + std::to_string(lijf.size()) +
           "\r\n\r\n" + std::string(lijf);
}

/// Waits for something another thread will do; fails the test when it never does.
inline void wacht_tot(const std::function<bool()>& waar) {
    const auto uiterste = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (!waar()) {
        ASSERT_LT(std::chrono::steady_clock::now(), uiterste) << "dit gebeurt nooit";
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

inline Instellingen proefinstellingen() {
    Instellingen in;
    in.poort = 0;
    in.werkers = 2;
    return in;
}

}  // namespace damwand::http::proef
