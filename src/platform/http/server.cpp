// SPDX-License-Identifier: EUPL-1.2
// The only file that runs Asio; Beast stands behind lijf.hpp. One thread owns every socket and all that stands in
// Verbinding and Binnenwerk; the workers only run jobs and post back. Hence no locks but those of stop() and Wekpunt.
#include <fmt/format.h>
#include <malloc.h>
#include <netinet/tcp.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>
#include <unordered_set>
#include <variant>

#include "base/id.hpp"
#include "platform/http/afhandeling.hpp"
#include "platform/http/antwoord.hpp"
#include "platform/http/kop.hpp"
#include "platform/http/lijf.hpp"
#include "platform/http/werkers.hpp"

namespace damwand::http {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using Uur = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// How many bytes of an answer the kernel takes beyond what the reader has room for. Unbounded it takes megabytes, and
/// two thousand slow readers of one script hold up everybody while those are copied.
constexpr int ongezonden = 64 * 1024;
/// Bytes read and thrown away after a refusal, so that it is heard.
constexpr std::size_t uitgelekt = std::size_t{1024} * 1024;
/// Bytes a second a reader must take on top of the term.
constexpr std::size_t traagste = std::size_t{32} * 1024;
/// Bytes of a large body handed to a worker at once.
constexpr std::size_t schep = std::size_t{256} * 1024;

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

/// What the proxy saw: the last address in the header, since those before it come from outside. None when it is no address.
std::optional<std::string> genoemde_afkomst(const Verzoek& verzoek) {
    auto keten = verzoek.kop("x-forwarded-for").value_or("");
    keten.erase(0, keten.find_last_of(", ") + 1);  // npos + 1: the whole
    error_code fout;
    const auto adres = asio::ip::make_address(keten, fout);
    if (fout) return std::nullopt;
    return adres.to_string();
}

}  // namespace

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

// --- coming in and going out ---

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

// --- one connection ---

asio::awaitable<void> Server::Binnenwerk::bedien(Gedeeld v) {
    for (bool eerste = true;; eerste = false) {
        v->stand = Stand::wacht;
        v->uiterste = Uur::now() + (eerste ? in.termijn : in.stil);
        if (v->in.empty()) {
            v->in.shrink_to_fit();
            if (stopt && !eerste) co_return;
            const bool gekomen = co_await lees_meer(*v);
            if (!gekomen) co_return;
        }
        v->stand = Stand::leest;
        v->uiterste = Uur::now() + in.termijn;
        auto gelezen = co_await lees_verzoek(*v);
        lijven -= v->lijf;
        v->lijf = 0;
        if (std::holds_alternative<Weg>(gelezen)) co_return;
        if (!std::holds_alternative<Gelezen>(gelezen)) {
            auto* vroeg = std::get_if<Antwoord>(&gelezen);
            const auto antwoord =
                vroeg != nullptr ? std::move(*vroeg) : probleem(std::get<RandFout>(gelezen), Uuid::willekeurig().tekst());
            const bool gezegd = co_await schrijf(*v, antwoord, false, true, false);
            if (gezegd) co_await lek_uit(*v);
            co_return;
        }
        auto& [verzoek, sluiten] = std::get<Gelezen>(gelezen);

        v->stand = Stand::werkt;
        v->uiterste = Uur::time_point::max();
        Antwoord antwoord;
        const auto tijdig = Uur::now() + in.termijn;
        const std::stop_source weg;
        verzoek.weg = weg.get_token();
        asio::co_spawn(io, waak(v, weg), asio::detached);
        const bool genomen = co_await op_werker([this, &antwoord, &vraag = verzoek, tijdig] {
            const bool zinvol = Uur::now() < tijdig && !afgebroken;  // else whoever asked has gone
            antwoord = zinvol ? handel_af(afhandelaar, vraag) : probleem(rand_fouten::te_druk, vraag.id);
        });
        error_code genegeerd;
        v->socket.cancel(genegeerd);  // nothing waits on it but who keeps watch
        if (!genomen) antwoord = probleem(rand_fouten::te_druk, verzoek.id);
        const bool dicht = sluiten || stopt;
        const bool alleen_kop = verzoek.methode == Methode::head;
        auto bron = std::move(antwoord.stroom);
        const bool gezegd = co_await schrijf(*v, antwoord, alleen_kop, dicht || bron != nullptr, bron != nullptr);
        if (!gezegd) co_return;
        if (antwoord.inhoud && !alleen_kop) {
            const bool heel = co_await schrijf_inhoud(*v, *antwoord.inhoud);
            if (!heel) co_return;  // fewer bytes than was said: the reader sees that it is not whole
        }
        if (bron && !alleen_kop) {
            co_await stroom(v, std::move(bron));
            co_return;
        }
        if (dicht || bron) {
            bron.reset();
            co_await lek_uit(*v);
            co_return;
        }
    }
}

/// While a handler works: tells it when nobody waits for its answer any more. Reads nothing; what comes meanwhile is the next request.
asio::awaitable<void> Server::Binnenwerk::waak(Gedeeld v, std::stop_source weg) {
    error_code fout;
    co_await v->socket.async_wait(tcp::socket::wait_read, asio::redirect_error(asio::use_awaitable, fout));
    if (fout) co_return;
    char een = 0;
    v->socket.receive(asio::buffer(&een, 1), tcp::socket::message_peek, fout);
    if (fout && fout != asio::error::would_block) weg.request_stop();
}

/// Appends what has come in; waits without holding a buffer. False: gone, or out of time.
asio::awaitable<bool> Server::Binnenwerk::lees_meer(Verbinding& v) {
    while (!v.verlopen && !v.verdrongen) {
        error_code fout;
        const auto n = v.socket.read_some(asio::buffer(bak), fout);
        if (!fout) {
            v.in.append(bak.data(), n);
            co_return true;
        }
        if (fout != asio::error::would_block) co_return false;
        co_await v.socket.async_wait(tcp::socket::wait_read, asio::redirect_error(asio::use_awaitable, fout));
        if (fout) co_return false;
    }
    co_return false;
}

asio::awaitable<Uitkomst> Server::Binnenwerk::lees_verzoek(Verbinding& v) {
    using namespace rand_fouten;
    const auto te_laat = [&v]() -> Uitkomst {
        if (v.verlopen) return verzoek_te_traag;
        if (v.verdrongen) return te_druk;
        return Weg{};
    };
    std::size_t gezocht = 0;
    std::size_t eind = 0;
    while ((eind = v.in.find("\r\n\r\n", gezocht)) == std::string::npos) {
        if (v.in.front() < 'A' || v.in.front() > 'Z') co_return verzoek_ongeldig;  // TLS, an empty line, noise
        if (v.in.size() >= in.kop_limiet) co_return koppen_te_groot;
        gezocht = v.in.size() < 3 ? 0 : v.in.size() - 3;
        const bool gekomen = co_await lees_meer(v);
        if (!gekomen) co_return te_laat();
    }
    eind += 4;
    if (eind > in.kop_limiet) co_return koppen_te_groot;
    auto ruw = v.in.substr(0, eind);
    v.in.erase(0, eind);
    auto uitkomst = lees_kop(ruw);
    if (const auto* fout = std::get_if<RandFout>(&uitkomst)) co_return *fout;
    auto& kop = std::get<Kop>(uitkomst);
    Gelezen gelezen;
    gelezen.sluiten = kop.sluiten;
    auto& verzoek = gelezen.verzoek;
    verzoek.methode = kop.methode;
    verzoek.pad = std::move(kop.pad);
    verzoek.query = std::move(kop.query);
    verzoek.koppen = std::move(kop.koppen);
    verzoek.afkomst = in.achter_proxy ? genoemde_afkomst(verzoek).value_or(v.afkomst) : v.afkomst;
    verzoek.id = Uuid::willekeurig().tekst();
    if (opvanger && verzoek.kop("content-type") == "application/octet-stream") {
        if (kop.in_stukken) co_return lengte_nodig;
        auto vroeg = co_await vang_op(verzoek);
        if (vroeg) co_return std::move(*vroeg);
        v.uiterste = Uur::now() + in.termijn + std::chrono::seconds(kop.lengte / traagste);
    }
    const auto limiet = verzoek.ontvangen ? kop.lengte : in.lijf_limiet;  // whoever takes it has looked at its length
    if (kop.lengte > limiet) co_return lijf_te_groot;
    if (kop.wacht_op_100 && v.in.empty() && (kop.in_stukken || kop.lengte > 0)) {
        constexpr std::string_view ga_door = "HTTP/1.1 100 Continue\r\n\r\n";
        error_code fout;
        co_await asio::async_write(v.socket, asio::buffer(ga_door), asio::redirect_error(asio::use_awaitable, fout));
        if (fout) co_return te_laat();
    }
    LijfLezer lezer(in.kop_limiet, limiet);
    std::string stuk;
    auto staat = lezer.kop(ruw);
    while (staat == LijfLezer::Stand::meer) {
        staat = lezer.voer(v.in);
        if (verzoek.ontvangen) {
            stuk += lezer.neem_stuk();
            if (stuk.size() >= schep || staat == LijfLezer::Stand::klaar) {
                auto vroeg = co_await geef(verzoek, std::exchange(stuk, {}));
                if (vroeg) co_return std::move(*vroeg);
            }
        } else if (!past_lijf(v, lezer.omvang())) {
            co_return te_druk;
        }
        if (staat != LijfLezer::Stand::meer) break;
        const bool gekomen = co_await lees_meer(v);
        if (!gekomen) co_return te_laat();
    }
    if (staat != LijfLezer::Stand::klaar) {
        co_return staat == LijfLezer::Stand::te_groot ? lijf_te_groot : verzoek_ongeldig;
    }
    if (!verzoek.ontvangen) verzoek.lijf = lezer.neem();
    co_return gelezen;
}

/// Asks who takes this large body; an answer when nobody may send it.
asio::awaitable<std::optional<Antwoord>> Server::Binnenwerk::vang_op(Verzoek& verzoek) {
    std::optional<Antwoord> vroeg;
    const bool genomen = co_await op_werker([this, &verzoek, &vroeg] {
        auto antwoord = handel_af(
            [this, &verzoek](const Verzoek& vraag) {
                verzoek.ontvangen = opvanger(vraag);
                return Antwoord{};
            },
            verzoek);
        if (antwoord.status >= 400) vroeg = std::move(antwoord);
    });
    if (!genomen) vroeg = probleem(rand_fouten::te_druk, verzoek.id);
    co_return vroeg;
}

/// Hands over a piece; an answer when it is not taken.
asio::awaitable<std::optional<Antwoord>> Server::Binnenwerk::geef(Verzoek& verzoek, std::string stuk) {
    std::optional<Antwoord> vroeg;
    const bool genomen = co_await op_werker([this, &verzoek, &vroeg, &stuk] {
        auto antwoord = handel_af(
            [&verzoek, &stuk](const Verzoek&) {
                verzoek.ontvangen->neem(stuk);
                return Antwoord{};
            },
            verzoek);
        if (antwoord.status >= 400) vroeg = std::move(antwoord);
    });
    if (!genomen) vroeg = probleem(rand_fouten::te_druk, verzoek.id);
    co_return vroeg;
}

/// Counts what all bodies together hold. Over the limit the largest unfinished one gives way, so that a thousand slow
/// senders do not keep the small requests of others out.
bool Server::Binnenwerk::past_lijf(Verbinding& v, std::size_t nu) {
    lijven += nu - v.lijf;
    v.lijf = nu;
    while (lijven > in.lijven_limiet) {
        Verbinding* grootste = &v;
        for (const auto& ander : verbindingen) {
            if (ander->stand == Stand::leest && ander->lijf > grootste->lijf) grootste = ander.get();
        }
        if (grootste == &v) return false;
        grootste->verdrongen = true;  // it wakes, answers 503 and lets its bytes go
        lijven -= std::exchange(grootste->lijf, 0);
        error_code genegeerd;
        grootste->socket.cancel(genegeerd);
    }
    return true;
}

/// Runs a job on the pool and comes back to the I/O thread. False: no room, not run.
asio::awaitable<bool> Server::Binnenwerk::op_werker(Werkers::Klus klus) {
    const auto begin = [this, &klus](auto verder) {
        auto terug = std::make_shared<decltype(verder)>(std::move(verder));
        const auto post = [this, terug](bool gedaan) {
            asio::post(io, [terug, gedaan] { std::move (*terug)(gedaan); });
        };
        const bool genomen = werkers.neem([werk = std::move(klus), post] {
            werk();
            post(true);
        });
        if (!genomen) post(false);
    };
    co_return co_await asio::async_initiate<const asio::use_awaitable_t<>, void(bool)>(begin, asio::use_awaitable);
}

asio::awaitable<bool> Server::Binnenwerk::schrijf(Verbinding& v, const Antwoord& antwoord, bool alleen_kop,
                                                  bool sluiten, bool stroom) {
    const std::string& lijf = antwoord.gedeeld ? *antwoord.gedeeld : antwoord.lijf;
    const auto lengte = antwoord.inhoud ? antwoord.inhoud->lengte() : lijf.size();
    const auto kop = antwoord_kop(antwoord, lengte, {in.api_versie, nu_als_datum(), sluiten, stroom});
    const bool met_lijf = !alleen_kop && !stroom && !antwoord.inhoud && !zonder_lijf(antwoord.status);
    v.stand = Stand::schrijft;
    v.verlopen = false;
    v.uiterste = Uur::now() + in.termijn + std::chrono::seconds(lijf.size() / traagste);
    const std::array<asio::const_buffer, 2> delen{asio::buffer(kop),
                                                  met_lijf ? asio::buffer(lijf) : asio::const_buffer{}};
    error_code fout;
    co_await asio::async_write(v.socket, delen, asio::redirect_error(asio::use_awaitable, fout));
    co_return !fout;
}

/// The body piece by piece: each is made on a worker when the one before it is gone, so that a slow reader holds one.
asio::awaitable<bool> Server::Binnenwerk::schrijf_inhoud(Verbinding& v, Inhoud& inhoud) {
    for (auto over = inhoud.lengte(); over > 0;) {
        std::string stuk;
        const bool genomen = co_await op_werker([&inhoud, &stuk] {
            try {
                stuk = inhoud.haal();
            } catch (const std::exception& gevallen) {
                spdlog::error("inhoud afgebroken: {}", soort_van(gevallen));
            }
        });
        if (!genomen || stuk.empty() || stuk.size() > over) co_return false;
        over -= stuk.size();
        v.uiterste = Uur::now() + in.termijn;
        error_code fout;
        co_await asio::async_write(v.socket, asio::buffer(stuk), asio::redirect_error(asio::use_awaitable, fout));
        if (fout) co_return false;
    }
    co_return true;
}

/// Says goodbye and reads on for a moment: closing on unread input makes the kernel throw our answer away.
asio::awaitable<void> Server::Binnenwerk::lek_uit(Verbinding& v) {
    error_code fout;
    v.stand = Stand::sluit;
    v.uiterste = Uur::now() + 2s;
    v.socket.shutdown(tcp::socket::shutdown_send, fout);
    v.in = {};
    v.verdrongen = false;
    for (std::size_t gelezen = 0; gelezen < uitgelekt;) {
        const bool gekomen = co_await lees_meer(v);
        if (!gekomen) co_return;
        gelezen += v.in.size();
        v.in.clear();
    }
}

// --- server-sent events ---

/// Notices that the reader has gone; what it sends meanwhile is nobody's business.
asio::awaitable<void> Server::Binnenwerk::luister(Gedeeld v) {
    while (!v->wekpunt->dicht) {
        const bool gekomen = co_await lees_meer(*v);
        if (!gekomen) break;
        v->in.clear();
    }
    v->wekpunt->dicht = true;
    v->wekpunt->schud();
}

asio::awaitable<void> Server::Binnenwerk::stroom(Gedeeld v, std::shared_ptr<Stroom> bron) {
    const auto punt = std::make_shared<Wekpunt>();
    asio::steady_timer klok(io);
    const Wekbaar wekbaar(*punt, io, klok);
    v->wekpunt = punt;
    v->verlopen = false;
    asio::co_spawn(io, luister(v), asio::detached);

    const auto schrijf_deel = [this, v](std::string_view deel) -> asio::awaitable<bool> {
        v->stand = Stand::schrijft;
        v->uiterste = Uur::now() + in.termijn;
        error_code fout;
        co_await asio::async_write(v->socket, asio::buffer(deel), asio::redirect_error(asio::use_awaitable, fout));
        v->stand = Stand::stroomt;
        v->uiterste = Uur::time_point::max();
        co_return !fout;
    };
    bool begonnen = false;
    punt->gewekt = true;
    while (!punt->dicht && !stopt) {
        error_code fout;
        if (punt->gewekt) {
            punt->gewekt = false;
            std::optional<std::string> deel;
            const bool genomen = co_await op_werker([&bron, &deel, &begonnen, &punt] {
                try {
                    if (!std::exchange(begonnen, true)) bron->begin([punt] { punt->wek(); });
                    deel = bron->haal();
                } catch (const std::exception& gevallen) {
                    deel.reset();
                    spdlog::error("stroom afgebroken: {}", soort_van(gevallen));
                } catch (...) {
                    deel.reset();
                    spdlog::error("stroom afgebroken: onbekend");
                }
            });
            if (!genomen) {  // busy: later
                deel.emplace();
                punt->gewekt = true;
                klok.expires_after(250ms);
                co_await klok.async_wait(asio::redirect_error(asio::use_awaitable, fout));
            }
            if (!deel) break;
            bool gezegd = true;
            if (!deel->empty()) gezegd = co_await schrijf_deel(*deel);
            if (!gezegd) break;
            continue;
        }
        v->stand = Stand::stroomt;
        v->uiterste = Uur::time_point::max();
        klok.expires_after(in.hartslag);
        co_await klok.async_wait(asio::redirect_error(asio::use_awaitable, fout));
        if (fout || punt->gewekt || punt->dicht || stopt) continue;
        const bool gezegd = co_await schrijf_deel(": \n\n");
        if (!gezegd) break;
    }
    punt->dicht = true;
    error_code genegeerd;
    v->socket.shutdown(tcp::socket::shutdown_both, genegeerd);
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
