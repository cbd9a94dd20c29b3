// SPDX-License-Identifier: EUPL-1.2
// The door: who comes in, who has to go, starting and stopping. What happens on a connection stands in verbinding.cpp.
#include <fmt/format.h>
#include <malloc.h>
#include <netinet/tcp.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "base/id.hpp"
#include "platform/http/afhandeling.hpp"
#include "platform/http/binnenwerk.hpp"

namespace damwand::http {
namespace {

using namespace std::chrono_literals;

/// How many bytes of an answer the kernel takes beyond what the reader has room for. Unbounded it takes megabytes, and
/// two thousand slow readers of one script hold up everybody while those are copied.
constexpr int ongezonden = 64 * 1024;

/// Room for the connections asked for; answers how many there may be.
std::size_t ruimte_voor(std::size_t verbindingen) {
    constexpr rlim_t overig = 256;  // database, files, log
    rlimit grens{};
    if (getrlimit(RLIMIT_NOFILE, &grens) != 0) return verbindingen;
    const rlim_t nodig = verbindingen + overig;
    if (grens.rlim_cur < nodig) {
        grens.rlim_cur = std::min(nodig, grens.rlim_max);
        setrlimit(RLIMIT_NOFILE, &grens);
        getrlimit(RLIMIT_NOFILE, &grens);
    }
    return grens.rlim_cur >= nodig ? verbindingen : std::max<rlim_t>(grens.rlim_cur, overig + 16) - overig;
}

}  // namespace

asio::awaitable<void> Server::Binnenwerk::neem_aan() {
    while (!stopt) {
        error_code fout;
        auto socket = co_await deur.async_accept(asio::redirect_error(asio::use_awaitable, fout));
        if (stopt || fout == asio::error::operation_aborted) co_return;
        if (!fout) {
            welkom(std::move(socket));
            continue;
        }
        spdlog::warn("verbinding niet aangenomen: {}", fout.message());  // out of descriptors: wait for one
        asio::steady_timer pauze(io, 50ms);
        co_await pauze.async_wait(asio::redirect_error(asio::use_awaitable, fout));
    }
}

void Server::Binnenwerk::welkom(tcp::socket socket) {
    error_code fout;
    socket.non_blocking(true, fout);
    const auto ander = socket.remote_endpoint(fout);
    if (fout) return;
    if (verbindingen.size() >= in.verbindingen && !maak_plaats()) {
        const auto antwoord = probleem(rand_fouten::te_druk, Uuid::willekeurig().tekst());
        const auto alles =
            antwoord_kop(antwoord, antwoord.lijf.size(), {in.api_versie, nu_als_datum(), true, false}) + antwoord.lijf;
        socket.read_some(asio::buffer(bak), fout);  // unread input would turn the goodbye into a reset
        socket.write_some(asio::buffer(alles), fout);
        return;
    }
    auto v = std::make_shared<Verbinding>(std::move(socket));
    v->afkomst = ander.address().to_string();
    verbindingen.insert(v);
    hoogste = std::max(hoogste, verbindingen.size());
    {
        const std::lock_guard dicht(slot);
        leeg = false;
    }
    asio::co_spawn(io, bedien(v), [this, v](const std::exception_ptr& gevallen) {
        try {
            if (gevallen) std::rethrow_exception(gevallen);
        } catch (const std::exception& fataal) {
            spdlog::error("verbinding afgebroken: {}", soort_van(fataal));
        }
        vertrek(v);
    });
}

void Server::Binnenwerk::vertrek(const Gedeeld& v) {
    lijven -= v->lijf;
    v->lijf = 0;
    v->sluit();
    verbindingen.erase(v);
    if (!verbindingen.empty()) return;
    const std::lock_guard dicht(slot);
    leeg = true;
    stil.notify_all();
}

/// The connection that has waited longest without a request gives way, or else the one that has been longest at sending
/// one: an honest client reconnects unseen, and whoever opens thousands of them pushes out his own.
bool Server::Binnenwerk::maak_plaats() {
    Verbinding* wijkt = nullptr;
    for (const auto& v : verbindingen) {
        if ((v->stand != Stand::wacht && v->stand != Stand::leest) || v->verdrongen) continue;
        const auto rang = [](const Verbinding& een) { return std::pair(een.stand, een.uiterste); };
        if (wijkt == nullptr || rang(*v) < rang(*wijkt)) wijkt = v.get();
    }
    if (wijkt == nullptr) return false;
    wijkt->verdrongen = true;
    wijkt->sluit();
    return true;
}

asio::awaitable<void> Server::Binnenwerk::veeg() {
    while (!stopt || !verbindingen.empty()) {
        error_code fout;
        veger.expires_after(250ms);
        co_await veger.async_wait(asio::redirect_error(asio::use_awaitable, fout));
        const auto nu = Uur::now();
        for (const auto& v : verbindingen) {
            if (v->verlopen || nu < v->uiterste) continue;
            v->verlopen = true;
            if (v->stand == Stand::leest) {
                v->socket.cancel(fout);  // it may still say why
            } else {
                v->sluit();
            }
        }
        if (hoogste > 256 && verbindingen.size() < hoogste / 4) {
            hoogste = verbindingen.size();
            malloc_trim(0);  // after a flood: give back what it took
        }
    }
}

std::string_view Server::Binnenwerk::nu_als_datum() {
    const auto nu = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
    if (const auto t = std::chrono::system_clock::to_time_t(nu); t != datum_van) {
        datum_van = t;
        datum = http_datum(nu);
    }
    return datum;
}

// --- life ---

Server::Server(Instellingen instellingen, Afhandelaar afhandelaar, Opvanger opvanger)
    : m_binnen(std::make_unique<Binnenwerk>(std::move(instellingen), std::move(afhandelaar), std::move(opvanger))) {}

Server::~Server() {
    try {
        stop(std::chrono::milliseconds(0));
    } catch (...) {
        std::abort();  // threads may still use what goes away here
    }
}

std::uint16_t Server::poort() const { return m_binnen->poort; }

void Server::start() {
    error_code fout;
    const auto adres = asio::ip::make_address(m_binnen->in.adres, fout);
    const tcp::endpoint plek(adres, m_binnen->in.poort);
    if (!fout) m_binnen->deur.open(plek.protocol(), fout);
    if (!fout) m_binnen->deur.set_option(tcp::acceptor::reuse_address(true), fout);
    if (!fout) m_binnen->deur.bind(plek, fout);
    if (!fout) m_binnen->deur.listen(1024, fout);
    if (fout) {
        throw Fout(FoutSoort::niet_beschikbaar, "poort-onbruikbaar",
                   fmt::format("Luisteren op {} poort {} lukt niet: {}.", m_binnen->in.adres, m_binnen->in.poort,
                               fout.message()));
    }
    for (const auto& [optie, waarde] : {std::pair(TCP_NODELAY, 1), std::pair(TCP_NOTSENT_LOWAT, ongezonden)}) {
        setsockopt(m_binnen->deur.native_handle(), IPPROTO_TCP, optie, &waarde, sizeof waarde);  // accepted sockets too
    }
    m_binnen->poort = m_binnen->deur.local_endpoint().port();
    if (const auto ruimte = ruimte_voor(m_binnen->in.verbindingen); ruimte < m_binnen->in.verbindingen) {
        spdlog::warn("open bestanden begrensd: hooguit {} verbindingen in plaats van {}", ruimte,
                     m_binnen->in.verbindingen);
        m_binnen->in.verbindingen = ruimte;
    }
    m_binnen->werkers.start();
    asio::co_spawn(m_binnen->io, m_binnen->neem_aan(), asio::detached);
    asio::co_spawn(m_binnen->io, m_binnen->veeg(), asio::detached);
    m_binnen->lus = stille_draad([this] { m_binnen->io.run(); });
}

void Server::stop(std::chrono::milliseconds bedenktijd) {
    if (!m_binnen->lus.joinable()) return;
    asio::post(m_binnen->io, [this] {
        m_binnen->stopt = true;
        error_code genegeerd;
        m_binnen->deur.close(genegeerd);
        for (const auto& v : m_binnen->verbindingen) {
            if (v->stand == Stand::wacht && v->socket.available(genegeerd) == 0) v->sluit();  // nothing asked
            if (v->wekpunt) v->wekpunt->schud();
        }
        const std::lock_guard dicht(m_binnen->slot);
        m_binnen->gesloten = true;
        m_binnen->stil.notify_all();
    });
    std::unique_lock slot(m_binnen->slot);
    m_binnen->stil.wait(slot, [this] { return m_binnen->gesloten; });
    m_binnen->stil.wait_for(slot, bedenktijd, [this] { return m_binnen->leeg; });
    slot.unlock();
    asio::post(m_binnen->io, [this] {
        for (const auto& v : m_binnen->verbindingen) v->sluit();
    });
    m_binnen->afgebroken = true;
    m_binnen->werkers.stop();  // a handler cannot be cut off: this waits for those that run
    asio::post(m_binnen->io, [this] { m_binnen->veger.cancel(); });
    m_binnen->open.reset();
    m_binnen->lus.join();
}

}  // namespace damwand::http
