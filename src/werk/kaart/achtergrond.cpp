// SPDX-License-Identifier: EUPL-1.2
#include "werk/kaart/achtergrond.hpp"

#include <fmt/format.h>
#include <sodium.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <condition_variable>
#include <deque>
#include <fstream>
#include <iterator>
#include <list>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <vector>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "platform/http/uitgaand.hpp"
#include "werk/kaart/tegelmaker.hpp"

namespace damwand::kaart {
namespace {

namespace fs = std::filesystem;
using Uur = std::chrono::system_clock;
using Sleutel = std::array<int, 3>;  ///< z, x, y

constexpr std::size_t halers = 3, meeste_wachters = 3, langste_rij = 256;
constexpr int mislukt_op_rij = 3;
constexpr std::chrono::hours leeg_houdbaar{24};
constexpr unsigned grootste_zijde = 1024;
/// The Netherlands with room to spare, in metres of EPSG:3857: nobody uses this server to look at the rest of the world.
constexpr Tegelvlak land{.west = 340'000, .zuid = 6'550'000, .oost = 830'000, .noord = 7'130'000};

/// A transparent pixel (PNG).
constexpr std::array<unsigned char, 68> leeg_beeld{
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00,
    0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00, 0x00, 0x00, 0x0b, 0x49, 0x44, 0x41, 0x54, 0x78, 0xda, 0x63, 0x60, 0x00,
    0x02, 0x00, 0x00, 0x05, 0x00, 0x01, 0xe9, 0xfa, 0xdc, 0xd8, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82};
std::string leeg() { return {reinterpret_cast<const char*>(leeg_beeld.data()), leeg_beeld.size()}; }

unsigned be(std::string_view bytes, std::size_t plek, unsigned aantal) {
    unsigned uit = 0;
    for (unsigned i = 0; i < aantal; ++i) uit = uit << 8U | static_cast<unsigned char>(bytes[plek + i]);
    return uit;
}
bool past(unsigned breed, unsigned hoog) { return breed > 0 && hoog > 0 && breed <= grootste_zijde && hoog <= grootste_zijde; }

/// Walks over the segments of a JPEG to the one that says how large it is (ITU-T T.81, B.2.2).
bool jpeg_past(std::string_view b) {
    for (std::size_t i = 2; i + 9 <= b.size();) {
        if (be(b, i, 1) != 0xff) return false;
        const auto merk = be(b, i + 1, 1);
        if (merk == 0xff) {  // padding
            ++i;
            continue;
        }
        const bool maat = merk >= 0xc0 && merk <= 0xcf && merk != 0xc4 && merk != 0xc8 && merk != 0xcc;
        if (maat) return past(be(b, i + 7, 2), be(b, i + 5, 2));
        const auto lengte = be(b, i + 2, 2);
        if (merk < 0xc0 || merk == 0xda || merk == 0xd9 || lengte < 2) return false;
        i += 2 + lengte;
    }
    return false;
}

/// The hash of an address, as a folder's name.
std::string kenmerk(const std::string& tekst) {
    std::array<unsigned char, 16> som{};
    crypto_generichash(som.data(), som.size(), reinterpret_cast<const unsigned char*>(tekst.data()), tekst.size(), nullptr, 0);
    return als_hex(som);
}

/// The address with its places filled in; empty unless each of {z}, {x} and {y} stands in it once, after the host, and no other brace.
std::string vul_in(const std::string& adres, const Sleutel& tegel) {
    const auto oorsprong = http::oorsprong_van(adres);
    auto uit = adres;
    for (const auto& [woord, waarde] : {std::pair{"{z}", tegel[0]}, std::pair{"{x}", tegel[1]}, std::pair{"{y}", tegel[2]}}) {
        const auto plek = uit.find(woord);
        if (plek == std::string::npos || plek < oorsprong.size()) return {};
        uit.replace(plek, 3, std::to_string(waarde));
    }
    return uit.find_first_of("{}") == std::string::npos ? uit : std::string{};
}

std::optional<std::string> lees(const fs::path& pad) {
    std::ifstream in(pad, std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

Fout komt_niet() {
    return {FoutSoort::niet_beschikbaar, "achtergrondkaart-weg", "De achtergrondkaart is nu niet te halen. De eigen kaart werkt gewoon."};
}

}  // namespace

std::string_view soort_beeld(std::string_view b) {
    constexpr std::string_view png = "\x89PNG\r\n\x1a\n", jpeg = "\xff\xd8\xff";
    constexpr std::size_t png_kop = 24;
    if (b.starts_with(png)) return b.size() > png_kop && b.substr(12, 4) == "IHDR" && past(be(b, 16, 4), be(b, 20, 4)) ? "image/png" : "";
    if (b.starts_with(jpeg)) return jpeg_past(b) ? "image/jpeg" : "";
    return "";
}

struct Achtergrond::Binnenwerk {
    struct Plek {
        std::list<Sleutel>::iterator beurt;
        std::size_t bytes = 0;
        Uur::time_point gehaald;
    };

    Achtergrondinstellingen in;
    Achtergrondtijden tijden;
    http::Uitgaand uit;
    fs::path map;
    mutable std::mutex slot;
    std::condition_variable werk, klaar;
    std::list<Sleutel> beurten;  ///< last used first
    std::map<Sleutel, Plek> plekken;
    std::size_t bytes = 0;
    std::deque<Sleutel> rij;       ///< to be fetched; what was asked last goes first
    std::set<Sleutel> onderweg;    ///< in the queue or being fetched
    std::map<Sleutel, Uur::time_point> mislukt;  ///< until when it is not asked again
    std::size_t wachters = 0;
    int op_rij = 0;                ///< failures since something went well
    Uur::time_point dicht{};       ///< until then the host is left alone
    bool stop = false;
    std::vector<std::jthread> draden;

    Binnenwerk(Achtergrondinstellingen i, const fs::path& waar, Achtergrondtijden t)
        : in(std::move(i)), tijden(t), uit(http::oorsprong_van(in.adres), in.intern, in.ca_bestand, "achtergrondkaart.adres"), map(waar / kenmerk(in.adres)) {
        ruim_op(waar);
        for (std::size_t n = 0; n < halers; ++n) draden.emplace_back([this] { haal_steeds(); });
    }
    ~Binnenwerk() {
        {
            const std::lock_guard grendel(slot);
            stop = true;
        }
        werk.notify_all();
        klaar.notify_all();
    }

    [[nodiscard]] fs::path pad(const Sleutel& t) const { return map / fmt::format("{}-{}-{}", t[0], t[1], t[2]); }

    /// Throws away what is of another address, and takes up what is left of an earlier run.
    void ruim_op(const fs::path& waar) {
        fs::create_directories(map);
        fs::permissions(waar, fs::perms::owner_all);
        for (const auto& item : fs::directory_iterator(waar)) {
            if (item.path() != map) fs::remove_all(item.path());
        }
        std::vector<std::pair<fs::file_time_type, Sleutel>> gevonden;
        for (const auto& item : fs::directory_iterator(map)) {
            Sleutel t{};
            if (std::sscanf(item.path().filename().c_str(), "%d-%d-%d", &t[0], &t[1], &t[2]) == 3 && pad(t) == item.path()) gevonden.emplace_back(item.last_write_time(), t);
            else fs::remove_all(item.path());
        }
        std::ranges::sort(gevonden);
        for (const auto& [tijd, t] : gevonden) neem_op(t, fs::file_size(pad(t)), std::chrono::file_clock::to_sys(tijd));
    }

    void neem_op(const Sleutel& t, std::size_t hoeveel, Uur::time_point gehaald) {
        if (const auto was = plekken.find(t); was != plekken.end()) {
            bytes -= was->second.bytes;
            beurten.erase(was->second.beurt);
            plekken.erase(was);
        }
        beurten.push_front(t);
        plekken.emplace(t, Plek{beurten.begin(), hoeveel, gehaald});
        bytes += hoeveel;
        constexpr std::size_t mega = std::size_t{1024} * 1024;
        while (bytes > in.ruimte * mega && plekken.size() > 1) {
            const auto oudste = beurten.back();
            std::error_code weg;
            fs::remove(pad(oudste), weg);
            bytes -= plekken.at(oudste).bytes;
            plekken.erase(oudste);
            beurten.pop_back();
        }
    }

    /// Puts it in the queue; the longest waiting gives way to who asks now.
    void vraag(const Sleutel& t) {
        if (!onderweg.insert(t).second) return;
        rij.push_back(t);
        if (rij.size() > langste_rij) {
            onderweg.erase(rij.front());
            rij.pop_front();
        }
        werk.notify_one();
    }

    void haal_steeds() {
        std::unique_lock grendel(slot);
        for (;;) {
            werk.wait(grendel, [&] { return stop || !rij.empty(); });
            if (stop) return;
            const auto t = rij.back();
            rij.pop_back();
            if (Uur::now() < dicht) {
                onderweg.erase(t);
                klaar.notify_all();
                continue;
            }
            grendel.unlock();
            std::string waarom;
            const auto beeld = haal_een(t, waarom);
            std::size_t bewaard = 0;
            if (beeld) bewaard = schrijf(t, *beeld);
            grendel.lock();
            onderweg.erase(t);
            if (bewaard > 0) {
                op_rij = 0;
                mislukt.erase(t);
                neem_op(t, bewaard, Uur::now());
            } else {
                constexpr std::size_t meeste = 4096;
                if (mislukt.size() > meeste) mislukt.clear();
                mislukt[t] = Uur::now() + tijden.rust;
                if (++op_rij >= mislukt_op_rij) {
                    op_rij = 0;
                    dicht = Uur::now() + tijden.rust;
                    // Not which tile: that would say where somebody looks.
                    spdlog::warn("the background map is left alone for {} s: {}", tijden.rust.count(), waarom);
                }
            }
            klaar.notify_all();
        }
    }

    /// The picture; nothing when there is no usable answer.
    std::optional<std::string> haal_een(const Sleutel& t, std::string& waarom) const {
        try {
            auto antwoord = uit.haal(vul_in(in.adres, t), {}, "image/png, image/jpeg");
            if (antwoord.status == 404 || antwoord.status == 204) return leeg();
            if (antwoord.status != 200) waarom = fmt::format("status {}", antwoord.status);
            else if (!antwoord.soort.starts_with("image/png") && !antwoord.soort.starts_with("image/jpeg")) waarom = "no picture";
            else if (soort_beeld(antwoord.lijf).empty()) waarom = "no PNG or JPEG of a usable size";
            else return std::move(antwoord.lijf);
        } catch (const Fout& fout) {
            waarom = fout.voor_log();
        }
        return std::nullopt;
    }

    /// Bytes written; 0 when the disk refuses.
    [[nodiscard]] std::size_t schrijf(const Sleutel& t, const std::string& beeld) const {
        const auto doel = pad(t);
        auto tijdelijk = doel;
        tijdelijk += ".nieuw";
        std::error_code fout;
        {
            std::ofstream bestand(tijdelijk, std::ios::binary | std::ios::trunc);
            bestand << beeld;
            if (!bestand.flush()) return 0;
        }
        fs::rename(tijdelijk, doel, fout);
        return fout ? 0 : beeld.size();
    }
};

Achtergrond::Achtergrond(Achtergrondinstellingen instellingen, const fs::path& map, Achtergrondtijden tijden) {
    std::vector<VeldFout> fouten;
    if (vul_in(instellingen.adres, {}).empty())
        fouten.push_back({"achtergrondkaart.adres", "ongeldig", "Geef een adres met na de naam van de machine {z}, {x} en {y}, elk één keer, zoals https://kaart.example/{z}/{x}/{y}.png."});
    if (instellingen.bron.empty()) fouten.push_back({"achtergrondkaart.bron", "ontbreekt", "Zeg van wie de kaart is: dat moet erbij staan."});
    if (!fouten.empty()) throw Fout(FoutSoort::ongeldig, "instellingen", "De instellingen kloppen niet.", std::move(fouten));
    m = std::make_unique<Binnenwerk>(std::move(instellingen), map, tijden);
}

Achtergrond::~Achtergrond() = default;
const Achtergrondinstellingen& Achtergrond::instellingen() const noexcept { return m->in; }
std::size_t Achtergrond::bytes() const {
    const std::lock_guard grendel(m->slot);
    return m->bytes;
}

Achtergrond::Beeld Achtergrond::haal(int z, int x, int y) {
    if (z < verste_zoom || z > static_cast<int>(m->in.dichtste) || x < 0 || y < 0 || x >= 1 << z || y >= 1 << z) throw onbekend();
    const auto vlak = tegelvlak(z, x, y);
    if (vlak.oost < land.west || vlak.west > land.oost || vlak.noord < land.zuid || vlak.zuid > land.noord) return {leeg(), "image/png"};
    const Sleutel t{z, x, y};
    std::unique_lock grendel(m->slot);
    const auto ontbreekt = [&] {
        const auto fout = m->mislukt.find(t);
        return Uur::now() < m->dicht || (fout != m->mislukt.end() && Uur::now() < fout->second);
    };
    const auto bewaard = [&]() -> std::optional<Beeld> {
        const auto gevonden = m->plekken.find(t);
        if (gevonden == m->plekken.end()) return std::nullopt;
        auto inhoud = lees(m->pad(t));
        const auto type = inhoud ? soort_beeld(*inhoud) : std::string_view{};
        if (type.empty()) {  // somebody was at the files
            m->bytes -= gevonden->second.bytes;
            m->beurten.erase(gevonden->second.beurt);
            m->plekken.erase(gevonden);
            return std::nullopt;
        }
        m->beurten.splice(m->beurten.begin(), m->beurten, gevonden->second.beurt);
        const auto houdbaar = gevonden->second.bytes == leeg_beeld.size() ? std::min<std::chrono::hours>(leeg_houdbaar, m->tijden.houdbaar) : m->tijden.houdbaar;
        if (Uur::now() - gevonden->second.gehaald >= houdbaar && !ontbreekt()) m->vraag(t);
        return Beeld{std::move(*inhoud), type};
    };
    if (auto beeld = bewaard()) return std::move(*beeld);
    if (ontbreekt()) throw komt_niet().na(m->tijden.rust);
    m->vraag(t);
    if (m->wachters < meeste_wachters) {
        ++m->wachters;
        (void)m->klaar.wait_for(grendel, m->tijden.geduld, [&] { return m->stop || !m->onderweg.contains(t); });
        --m->wachters;
        if (auto beeld = bewaard()) return std::move(*beeld);
        if (ontbreekt()) throw komt_niet().na(m->tijden.rust);
    }
    return {};
}

}  // namespace damwand::kaart
