// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <unordered_set>
#include <variant>

#include "platform/http/antwoord.hpp"
#include "platform/http/http.hpp"
#include "platform/http/randfout.hpp"
#include "platform/http/werkers.hpp"

/// Inside the room, and the only place with Asio besides server.cpp (the door) and verbinding.cpp (who came in). One thread owns every socket and all that stands in
/// Verbinding and Binnenwerk; the workers only run jobs and post back. Hence no locks but those of stop() and Wekpunt.
namespace damwand::http {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Uur = std::chrono::steady_clock;

enum class Stand { wacht, leest, werkt, schrijft, stroomt, sluit };  ///< in the order in which they give way

/// How a stream is woken from other threads. Outlives both stream and server; `io` is empty once the stream is closed.
struct Wekpunt : std::enable_shared_from_this<Wekpunt> {
    std::mutex slot;
    asio::io_context* io = nullptr;  ///< guarded by `slot`
    std::atomic<bool> onderweg = false;
    asio::steady_timer* klok = nullptr;  ///< I/O thread only, like the two below
    bool gewekt = false, dicht = false;

    void wek() {
        if (onderweg.exchange(true)) return;
        const std::lock_guard dicht_slot(slot);
        if (io == nullptr) return;
        asio::post(*io, [zelf = shared_from_this()] {
            zelf->onderweg = false;
            zelf->gewekt = true;
            zelf->schud();
        });
    }
    void schud() const {
        if (klok != nullptr) klok->cancel();
    }
};

/// A stream can be woken for as long as this lives.
class Wekbaar {
  public:
    Wekbaar(Wekpunt& punt, asio::io_context& io, asio::steady_timer& klok) : m_punt(punt) {
        punt.klok = &klok;
        punt.io = &io;
    }
    ~Wekbaar() {
        m_punt.klok = nullptr;
        const std::lock_guard dicht(m_punt.slot);
        m_punt.io = nullptr;
    }
    Wekbaar(const Wekbaar&) = delete;
    Wekbaar& operator=(const Wekbaar&) = delete;

  private:
    Wekpunt& m_punt;
};

struct Verbinding {
    explicit Verbinding(tcp::socket s) : socket(std::move(s)) {}
    tcp::socket socket;
    std::string in;  ///< read and not yet used: at most one head or one piece of a body, and one read more
    Stand stand = Stand::wacht;
    Uur::time_point uiterste;  ///< the sweeper cuts off what stands longer than this
    bool verlopen = false, verdrongen = false;
    std::size_t lijf = 0;  ///< bytes of the body held so far
    std::string afkomst;
    std::shared_ptr<Wekpunt> wekpunt;

    void sluit() {
        error_code genegeerd;
        socket.close(genegeerd);
        if (wekpunt) {
            wekpunt->dicht = true;
            wekpunt->schud();
        }
    }
};
using Gedeeld = std::shared_ptr<Verbinding>;

struct Weg {};  ///< the other side is gone; nothing to answer
struct Gelezen {
    Verzoek verzoek;
    bool sluiten = false;
};
/// How reading a request ended; an Antwoord was given before the body was in.
using Uitkomst = std::variant<Weg, RandFout, Antwoord, Gelezen>;

struct Server::Binnenwerk {
    Instellingen in;
    Afhandelaar afhandelaar;
    Opvanger opvanger;
    asio::io_context io{1};
    asio::executor_work_guard<asio::io_context::executor_type> open{io.get_executor()};
    tcp::acceptor deur{io};
    asio::steady_timer veger{io};
    Werkers werkers;
    std::thread lus;
    std::uint16_t poort = 0;

    // I/O thread only
    std::unordered_set<Gedeeld> verbindingen;
    std::array<char, std::size_t{16} * 1024> bak{};  ///< every read lands here: an idle connection holds no buffer
    std::size_t lijven = 0, hoogste = 0;
    bool stopt = false;
    std::time_t datum_van = -1;
    std::string datum;

    std::mutex slot;
    std::condition_variable stil;
    bool leeg = true, gesloten = false;    ///< guarded by `slot`: no connection is left; the door is shut
    std::atomic<bool> afgebroken = false;  ///< what still waits for a worker is not run any more

    Binnenwerk(Instellingen instellingen, Afhandelaar f, Opvanger o)
        : in(std::move(instellingen)), afhandelaar(std::move(f)), opvanger(std::move(o)), werkers(in.werkers, in.wachtrij) {}

    asio::awaitable<void> neem_aan();
    asio::awaitable<void> veeg();
    asio::awaitable<void> bedien(Gedeeld v);
    asio::awaitable<bool> lees_meer(Verbinding& v);
    asio::awaitable<Uitkomst> lees_verzoek(Verbinding& v);
    asio::awaitable<std::optional<Antwoord>> vang_op(Verzoek& verzoek);
    asio::awaitable<std::optional<Antwoord>> geef(Verzoek& verzoek, std::string stuk);
    asio::awaitable<bool> schrijf_inhoud(Verbinding& v, Inhoud& inhoud);
    asio::awaitable<bool> op_werker(Werkers::Klus klus);
    asio::awaitable<bool> schrijf(Verbinding& v, const Antwoord& antwoord, bool alleen_kop, bool sluiten, bool stroom);
    asio::awaitable<void> lek_uit(Verbinding& v);
    asio::awaitable<void> stroom(Gedeeld v, std::shared_ptr<Stroom> bron);
    asio::awaitable<void> luister(Gedeeld v);
    asio::awaitable<void> waak(Gedeeld v, std::stop_source weg);

    void welkom(tcp::socket socket);
    bool maak_plaats();
    bool past_lijf(Verbinding& v, std::size_t nu);
    void vertrek(const Gedeeld& v);
    std::string_view nu_als_datum();
};

}  // namespace damwand::http
