// SPDX-License-Identifier: EUPL-1.2
// One connection from its first byte to its last: requests read, handed to a worker and answered; a stream of events at the end of it.
#include <spdlog/spdlog.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/write.hpp>

#include "base/id.hpp"
#include "platform/http/afhandeling.hpp"
#include "platform/http/binnenwerk.hpp"
#include "platform/http/kop.hpp"
#include "platform/http/lijf.hpp"

namespace damwand::http {
namespace {

using namespace std::chrono_literals;

/// Bytes read and thrown away after a refusal, so that it is heard.
constexpr std::size_t uitgelekt = std::size_t{1024} * 1024;
/// Bytes a second a reader must take on top of the term.
constexpr std::size_t traagste = std::size_t{32} * 1024;
/// Bytes of a large body handed to a worker at once.
constexpr std::size_t schep = std::size_t{256} * 1024;

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

}  // namespace damwand::http
