// SPDX-License-Identifier: EUPL-1.2
#include "platform/logboek/getuige.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>
#include <syslog.h>
#include <unistd.h>

#include <algorithm>
#include <boost/json.hpp>
#include <cstring>
#include <fstream>

#include "base/tekst.hpp"
#include "platform/logboek/logboek.hpp"

namespace damwand::logboek {
namespace {

namespace bj = boost::json;
using namespace std::chrono_literals;

constexpr std::string_view voor_handtekening = R"(,"handtekening":")";

[[noreturn]] void kapot(const std::filesystem::path& bestand, std::int64_t regel, std::string_view wat) {
    throw Fout(FoutSoort::ongeldig, "getuige-kapot", fmt::format("{}, regel {}: {}", bestand.string(), regel, wat));
}

/// The signed part of a line, when its signature holds.
std::optional<std::string_view> ondertekend(std::string_view regel, const Som& openbaar) {
    const auto plek = regel.rfind(voor_handtekening);
    if (plek == std::string_view::npos) return std::nullopt;
    const auto hex = regel.substr(plek + voor_handtekening.size(), crypto_sign_BYTES * 2);
    std::array<unsigned char, crypto_sign_BYTES> handtekening{};
    std::size_t gelezen = 0;
    if (sodium_hex2bin(handtekening.data(), handtekening.size(), hex.data(), hex.size(), nullptr, &gelezen, nullptr) != 0 || gelezen != handtekening.size()) return std::nullopt;
    const auto deel = regel.substr(0, plek);
    if (crypto_sign_verify_detached(handtekening.data(), reinterpret_cast<const unsigned char*>(deel.data()), deel.size(), openbaar.data()) != 0) return std::nullopt;
    return deel;
}

Getuigenis lees_regel(std::string_view deel) {
    const auto o = bj::parse(std::string(deel) + "}").as_object();
    Getuigenis uit;
    uit.nummer = o.at("nummer").as_int64();
    uit.database = std::string(o.at("database").as_string());
    uit.tijd = lees_tijdstip(std::string_view(o.at("tijd").as_string())).value();
    uit.vorige = som_van_hex(std::string_view(o.at("vorige").as_string())).value();
    for (const auto& k : o.at("koppen").as_array()) {
        const auto& rij = k.as_array();
        const Baan baan{static_cast<std::int16_t>(rij.at(0).as_int64()), static_cast<std::int16_t>(rij.at(1).as_int64())};
        uit.koppen[baan] = {rij.at(2).as_int64(), som_van_hex(std::string_view(rij.at(3).as_string())).value()};
    }
    return uit;
}

/// How long ago the last checkpoint arrived; none yet: now.
std::chrono::milliseconds stil_sinds(const std::string& dsn) {
    return std::chrono::milliseconds(db::Verbinding(dsn).doe("select (extract(epoch from clock_timestamp() - op) * 1000)::bigint as ms from logboek.getuigd")[0].veld<std::int64_t>("ms"));
}

/// One more line at the end of a witness file, on the disk when this returns.
void schrijf_bij(const std::filesystem::path& pad, const std::string& regel) {
    const int uit = open(pad.c_str(), O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (uit < 0) throw Fout(FoutSoort::niet_beschikbaar, "getuige-weg", fmt::format("De getuige {} is niet te openen.", pad.string()));
    // After a line that was cut off: begin on a line of one's own.
    const auto lengte = lseek(uit, 0, SEEK_END);
    char einde = '\n';
    const bool afgebroken = lengte > 0 && pread(uit, &einde, 1, lengte - 1) == 1 && einde != '\n';
    const auto bytes = fmt::format("{}{}\n", afgebroken ? "\n" : "", regel);
    const bool goed = write(uit, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size()) && fdatasync(uit) == 0;
    close(uit);
    if (!goed) throw Fout(FoutSoort::niet_beschikbaar, "getuige-weg", fmt::format("De getuige {} is niet te schrijven.", pad.string()));
}

}  // namespace

Zegelsleutel::Zegelsleutel(const std::filesystem::path& bestand) {
    auto zaad = lees_sleutel(bestand);
    crypto_sign_seed_keypair(m_openbaar.data(), m_geheim.data(), zaad.data());
    sodium_memzero(zaad.data(), zaad.size());
}

std::string Zegelsleutel::openbaar() const { return als_hex(m_openbaar); }

std::string Zegelsleutel::onderteken(std::string_view bytes) const {
    std::array<unsigned char, crypto_sign_BYTES> uit{};
    crypto_sign_detached(uit.data(), nullptr, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), m_geheim.data());
    return als_hex(uit);
}

std::string Getuigenis::regel(const Zegelsleutel& sleutel) const {
    bj::array rijen;
    for (const auto& [baan, kop] : koppen) rijen.push_back(bj::array{baan.organisatie, baan.nummer, kop.volgnummer, als_hex(kop.hash)});
    auto uit = bj::serialize(bj::object{{"nummer", nummer}, {"database", database}, {"tijd", tekst(tijd)}, {"vorige", als_hex(vorige)}, {"koppen", std::move(rijen)}});
    uit.pop_back();
    const auto handtekening = sleutel.onderteken(uit);
    return fmt::format("{}{}{}\"}}", uit, voor_handtekening, handtekening);
}

void Getuigenissen::voeg_toe(const Getuigenis& een, std::string_view regel) {
    database = een.database;
    nummer = een.nummer;
    laatste_regel = sha256(regel);
    laatst = een.tijd;
    for (const auto& [baan, kop] : een.koppen) {
        koppen[baan].push_back(kop);
        tijden[baan].push_back(een.nummer == 1 ? std::nullopt : std::optional(een.tijd));
    }
}

Getuigenissen lees_getuigenissen(const std::filesystem::path& bestand, const std::string& openbaar) {
    Getuigenissen uit;
    const auto sleutel = som_van_hex(openbaar);
    if (!sleutel) throw Fout(FoutSoort::ongeldig, "sleutel", "De openbare sleutel is 64 hexadecimale cijfers.");
    std::ifstream in(bestand);
    std::int64_t nummer = 0;
    for (std::string regel; std::getline(in, regel);) {
        ++nummer;
        if (!regel.ends_with("\"}")) continue;
        const auto deel = ondertekend(regel, *sleutel);
        if (!deel) kapot(bestand, nummer, "de handtekening klopt niet. Hoort deze getuige bij deze sleutel?");
        Getuigenis een;
        try {
            een = lees_regel(*deel);
        } catch (const std::exception&) {
            kapot(bestand, nummer, "dit is geen regel van een getuige.");
        }
        if (sha256(regel) == uit.laatste_regel) continue;  // sent twice: the answer to the first was lost
        // A server that lost its place begins again at one; in between nothing may be missing.
        if (een.nummer != 1 && (een.nummer != uit.nummer + 1 || een.vorige != uit.laatste_regel)) kapot(bestand, nummer, "hiervoor ontbreekt een regel.");
        if (!uit.database.empty() && een.database != uit.database) kapot(bestand, nummer, "deze regel is van een andere database.");
        uit.voeg_toe(een, regel);
    }
    return uit;
}

Bestemming::Bestemming(std::string waar, const std::filesystem::path& ca_bestand, std::filesystem::path kopie) : m_waar(std::move(waar)), m_kopie(std::move(kopie)) {
    if (m_waar.starts_with("https://")) {
        m_uit = std::make_shared<const http::Uitgaand>(http::oorsprong_van(m_waar), true, ca_bestand, "getuige");
        if (!m_uit->is_hier(m_waar)) m_waar += '/';
    } else if (m_waar.starts_with("bestand:/")) {
        m_kopie = m_waar.substr(std::strlen("bestand:"));
    } else if (m_waar != "syslog") {
        throw Fout(FoutSoort::ongeldig, "getuige", "De getuige is 'syslog', 'bestand:/pad' of 'https://host/pad'.");
    }
}

std::optional<std::filesystem::path> Bestemming::bestand() const { return m_kopie.empty() ? std::nullopt : std::optional(m_kopie); }

void Bestemming::breng(const std::string& regel) const {
    if (m_uit) {
        const auto antwoord = m_uit->stuur(m_waar, regel, "application/json");
        if (antwoord.status < 200 || antwoord.status > 299) throw Fout(FoutSoort::niet_beschikbaar, "getuige-weg", fmt::format("De getuige {} antwoordt {}.", m_waar, antwoord.status));
    } else if (m_waar == "syslog") {
        syslog(LOG_AUTHPRIV | LOG_NOTICE, "damwand-getuige %s", regel.c_str());
    }
    if (!m_kopie.empty()) schrijf_bij(m_kopie, regel);
}

Getuige::Getuige(std::string dsn, Zegelsleutel sleutel, Bestemming bestemming, std::chrono::milliseconds elke, std::function<void(std::chrono::seconds)> storing,
                 std::chrono::seconds uiterste)
    : m_dsn(std::move(dsn)), m_sleutel(sleutel), m_bestemming(std::move(bestemming)), m_elke(elke), m_storing(std::move(storing)), m_uiterste(uiterste) {}

Getuige::~Getuige() { stop(); }

void Getuige::start() {
    m_draad = std::thread([this] { loop(); });
}

void Getuige::stop() {
    {
        const std::lock_guard slot(m_slot);
        m_stop = true;
    }
    m_klok.notify_all();
    if (m_draad.joinable()) m_draad.join();
}

bool Getuige::breng() {
    if (!m_stand) {
        const auto bestand = m_bestemming.bestand();
        m_stand = bestand ? lees_getuigenissen(*bestand, m_sleutel.openbaar()) : Getuigenissen{};
    }
    const bool herhaald = bezorg();
    db::Verbinding verbinding(m_dsn);
    const auto database = verbinding.doe("select id from basis.omgeving")[0].veld<Uuid>("id").tekst();
    Koppen bewogen;
    for (const auto rij : verbinding.doe("select organisatie, baan, volgnummer, encode(hash, 'hex') as hash from logboek.kop")) {
        const Baan baan{rij.veld<std::int16_t>("organisatie"), rij.veld<std::int16_t>("baan")};
        const Kop kop{rij.veld<std::int64_t>("volgnummer"), som_van_hex(rij.veld<std::string>("hash")).value()};
        const auto eerder = m_stand->koppen.find(baan);
        if (eerder == m_stand->koppen.end() || eerder->second.back() != kop) bewogen.emplace(baan, kop);
    }
    const bool iets = herhaald || !bewogen.empty();
    while (!bewogen.empty()) {
        Getuigenis een{.nummer = m_stand->nummer + 1, .database = database, .tijd = SysteemKlok{}.nu(), .vorige = m_stand->laatste_regel, .koppen = {}};
        while (!bewogen.empty() && een.koppen.size() < Getuigenis::hoogstens) een.koppen.insert(bewogen.extract(bewogen.begin()));
        auto regel = een.regel(m_sleutel);
        m_onderweg = Onderweg{std::move(een), std::move(regel)};
        bezorg();
    }
    verbinding.doe("select logboek.getuigd()");
    return iets;
}

bool Getuige::bezorg() {
    if (!m_onderweg) return false;
    m_bestemming.breng(m_onderweg->regel);
    m_stand->voeg_toe(m_onderweg->een, m_onderweg->regel);
    m_onderweg.reset();
    // Only the last head is needed to go on.
    for (auto& [baan, koppen] : m_stand->koppen) koppen.erase(koppen.begin(), koppen.end() - 1);
    return true;
}

void Getuige::loop() {
    const auto nooit = std::chrono::steady_clock::now();
    std::optional<std::chrono::steady_clock::time_point> gelukt;  // when the last one arrived
    auto gemeld = 0s;
    for (bool einde = false; !einde;) {
        {
            std::unique_lock slot(m_slot);
            m_klok.wait_for(slot, m_elke, [&] { return m_stop; });
            einde = m_stop;
        }
        const auto nu = std::chrono::steady_clock::now();
        try {
            if (!gelukt) gelukt = nu - stil_sinds(m_dsn);
            breng();
            gelukt = nu;
            gemeld = 0s;
            m_zwijgt = false;
        } catch (const std::exception& fout) {
            spdlog::warn("logs: no checkpoint ({})", fout.what());
            const auto duur = std::chrono::duration_cast<std::chrono::seconds>(nu - gelukt.value_or(nooit));
            if (duur >= m_uiterste && !m_zwijgt.exchange(true)) spdlog::error("logs: the witness is silent for too long; nothing is served until it answers");
            if (duur >= 1min && (gemeld == 0s || duur - gemeld >= 1h)) {
                gemeld = duur;
                m_storing(duur);
            }
        }
    }
}

}  // namespace damwand::logboek
