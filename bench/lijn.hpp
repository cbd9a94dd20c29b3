// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <fmt/format.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <cmath>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

/// Load over real sockets in an open loop: requests leave on their appointed time, and latency counts from that time, so that a late server
/// cannot hide (Tene, "How NOT to measure latency"). Load generator and server share the machine's cores.
namespace damwand::lijn {

using Uurwerk = std::chrono::steady_clock;

/// One kept-alive connection of a session.
class Lijn {
  public:
    /// `koppen`: more header lines, each with its line end.
    Lijn(std::uint16_t poort, const std::string& koekje, std::string_view koppen = "") : m_koppen(fmt::format("Host: localhost\r\nCookie: {}\r\n{}\r\n", koekje, koppen)) {
        m_fd = socket(AF_INET, SOCK_STREAM, 0);
        const int aan = 1;
        setsockopt(m_fd, IPPROTO_TCP, TCP_NODELAY, &aan, sizeof aan);
        sockaddr_in plek{};
        plek.sin_family = AF_INET;
        plek.sin_port = htons(poort);
        plek.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(m_fd, reinterpret_cast<const sockaddr*>(&plek), sizeof plek) != 0) throw std::runtime_error("no connection");
    }
    ~Lijn() { close(m_fd); }
    Lijn(const Lijn&) = delete;
    Lijn& operator=(const Lijn&) = delete;

    /// Body of the answer to a GET; throws when it is not a 200.
    std::string vraag(std::string_view pad) { return vraag_en_antwoord(fmt::format("GET {} HTTP/1.1\r\n{}", pad, m_koppen)); }
    /// The same of a POST.
    std::string stuur(std::string_view pad, std::string_view lijf) {
        return vraag_en_antwoord(fmt::format("POST {} HTTP/1.1\r\nContent-Length: {}\r\n{}{}", pad, lijf.size(), m_koppen, lijf));
    }

  private:
    std::string vraag_en_antwoord(const std::string& vraag) {
        for (std::size_t i = 0; i < vraag.size();) {
            const auto n = write(m_fd, vraag.data() + i, vraag.size() - i);
            if (n <= 0) throw std::runtime_error("write");
            i += static_cast<std::size_t>(n);
        }
        std::string in;
        std::size_t kop = std::string::npos;
        std::size_t lengte = 0;
        char stuk[65536];
        while (kop == std::string::npos || in.size() < kop + 4 + lengte) {
            const auto n = read(m_fd, stuk, sizeof stuk);
            if (n <= 0) throw std::runtime_error("read");
            in.append(stuk, static_cast<std::size_t>(n));
            if (kop == std::string::npos && (kop = in.find("\r\n\r\n")) != std::string::npos) {
                if (!in.starts_with("HTTP/1.1 200")) throw std::runtime_error(in.substr(0, 200));
                const auto plek = in.find("Content-Length: ") + 16;
                std::from_chars(in.data() + plek, in.data() + in.size(), lengte);
            }
        }
        return in.substr(kop + 4, lengte);
    }

    int m_fd = -1;
    std::string m_koppen;
};

/// Latency in milliseconds, and the rate that was held.
struct Meting {
    double p50 = 0, p99 = 0, meest = 0, gehaald = 0;
    std::size_t aantal = 0;
};

/// So many requests at this rate; `pad` says which path the nth asks.
inline Meting meet(std::vector<std::unique_ptr<Lijn>>& lijnen, double per_seconde, std::size_t totaal, const std::function<std::string(std::size_t)>& pad) {
    std::vector<double> duur(totaal);
    const auto begin = Uurwerk::now() + std::chrono::milliseconds(50);
    std::atomic<std::size_t> volgende{0};
    std::vector<std::thread> draden;
    for (auto& lijn : lijnen) {
        draden.emplace_back([&, l = lijn.get()] {
            for (std::size_t i; (i = volgende++) < totaal;) {
                const auto afspraak = begin + std::chrono::duration_cast<Uurwerk::duration>(std::chrono::duration<double>(static_cast<double>(i) / per_seconde));
                std::this_thread::sleep_until(afspraak);
                (void)l->vraag(pad(i));
                duur[i] = std::chrono::duration<double, std::milli>(Uurwerk::now() - afspraak).count();
            }
        });
    }
    for (auto& d : draden) d.join();
    const double tijd = std::chrono::duration<double>(Uurwerk::now() - begin).count();
    std::sort(duur.begin(), duur.end());
    const auto op = [&](double deel) { return duur[static_cast<std::size_t>(std::floor(deel * static_cast<double>(totaal - 1)))]; };
    return {op(0.5), op(0.99), duur.back(), static_cast<double>(totaal) / tijd, totaal};
}

}  // namespace damwand::lijn
