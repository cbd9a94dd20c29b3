// SPDX-License-Identifier: EUPL-1.2
#include "platform/reservekopie/reservekopie.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cerrno>
#include <fstream>

#include "base/duurzaam.hpp"
#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "platform/documenten/vercijferd.hpp"
#include "platform/reservekopie/hulpje.hpp"

namespace damwand::reservekopie {
namespace fs = std::filesystem;
namespace bj = boost::json;
namespace {

constexpr std::string_view soort = "damwand-reservekopie";
constexpr std::string_view voor = "damwand-", achter = ".dwb", half = ".dwb.deel";

Fout kapot(std::string uitleg) { return {FoutSoort::ongeldig, "reservekopie-kapot", std::move(uitleg)}; }
Fout niet_heel() {
    return kapot("Deze reservekopie is niet heel, of de sleutel past niet. Er is niets veranderd. Neem een andere kopie, of de sleutel van toen.");
}

std::string kop_als_regel(const Kop& k) {
    return bj::serialize(bj::object{{"soort", soort}, {"versie", 1}, {"gemaakt", k.gemaakt}, {"programma", k.programma}, {"meester", k.meester}, {"boek", k.boek}}) + "\n";
}

Kop lees_kop(std::string_view regel) {
    boost::system::error_code fout;
    const auto waarde = bj::parse(regel, fout);
    const auto* o = fout ? nullptr : waarde.if_object();
    if (o == nullptr || !o->contains("soort") || o->at("soort") != bj::value(soort)) throw kapot("Dit is geen reservekopie van Damwand.");
    if (o->at("versie") != bj::value(1)) throw kapot("Deze reservekopie is gemaakt door een nieuwere versie van Damwand. Gebruik die.");
    return {.gemaakt = bj::value_to<std::string>(o->at("gemaakt")), .programma = bj::value_to<std::string>(o->at("programma")),
            .meester = bj::value_to<std::string>(o->at("meester")), .boek = o->at("boek").to_number<std::int64_t>()};
}

/// Hands every byte behind the head to `neem`, and returns the head. The last seal has been seen when it returns.
template <class F>
Inhoud door(const fs::path& bestand, const Sleutel& sleutel, F neem) {
    const Handvat in(open(bestand.c_str(), O_RDONLY | O_CLOEXEC));
    if (!in) throw kapot(fmt::format("De reservekopie {} is er niet, of is niet te lezen.", bestand.string()));
    Inhoud uit;
    std::string begin;
    bool gelezen = false;
    try {
        documenten::Ontcijferaar bron(in.fd(), sleutel);
        for (auto stuk = bron.haal(); !stuk.empty(); stuk = bron.haal()) {
            if (!gelezen) {
                begin += stuk;
                const auto einde = begin.find('\n');
                if (einde == std::string::npos) {
                    if (begin.size() > 65'536) throw kapot("Dit is geen reservekopie van Damwand.");
                    continue;
                }
                uit.kop = lees_kop(std::string_view(begin).substr(0, einde));
                gelezen = true;
                stuk = begin.substr(einde + 1);
                begin.clear();
            }
            uit.bytes += static_cast<std::int64_t>(stuk.size());
            neem(stuk);
            sodium_memzero(stuk.data(), stuk.size());
        }
    } catch (const Fout& fout) {
        if (fout.code() == "bestand-beschadigd") throw niet_heel();
        throw;
    }
    if (!gelezen) throw kapot("Dit is geen reservekopie van Damwand.");
    return uit;
}

}  // namespace

Sleutel lees_sleutel(const fs::path& bestand) {
    const auto fout = [&](std::string_view wat) { return Fout(FoutSoort::ongeldig, "sleutelbestand", fmt::format(fmt::runtime(wat), bestand.string())); };
    struct stat st{};
    if (bestand.empty() || stat(bestand.c_str(), &st) != 0) throw fout("De sleutel voor reservekopieën {} is er niet. Maak hem met: damwand db sleutel --sleutel PAD");
    if ((st.st_mode & 077) != 0) throw fout("Anderen kunnen {} lezen. Zet het bestand op 0400.");
    std::ifstream in(bestand);
    std::string regel;
    std::getline(in, regel);
    Sleutel uit;
    std::size_t lengte = 0;
    const int niet = sodium_hex2bin(uit.data(), Sleutel::size(), regel.data(), regel.size(), nullptr, &lengte, nullptr);
    sodium_memzero(regel.data(), regel.size());
    if (niet != 0 || lengte != Sleutel::size()) throw fout("In {} staat geen sleutel van 64 cijfers en letters a tot en met f.");
    return uit;
}

void maak_sleutel(const fs::path& bestand) {
    if (fs::exists(bestand)) throw Fout(FoutSoort::botsing, "sleutel-bestaat-al", fmt::format("{} bestaat al, en opent misschien kopieën die u nog hebt. Kies een andere naam.", bestand.string()));
    const auto sleutel = Sleutel::willekeurig();
    auto hex = als_hex({sleutel.data(), Sleutel::size()}) + '\n';
    schrijf_duurzaam(bestand, hex, 0400);
    sodium_memzero(hex.data(), hex.size());
}

std::string merk_van(const fs::path& bestand) {
    std::ifstream in(bestand, std::ios::binary);
    if (!in) return {};
    std::string inhoud{std::istreambuf_iterator<char>(in), {}};
    std::array<unsigned char, crypto_generichash_BYTES_MIN> som{};
    constexpr std::string_view doel = "damwand reservekopie: merk";
    crypto_generichash(som.data(), som.size(), reinterpret_cast<const unsigned char*>(inhoud.data()), inhoud.size(),
                       reinterpret_cast<const unsigned char*>(doel.data()), doel.size());
    sodium_memzero(inhoud.data(), inhoud.size());
    return als_hex(std::span(som).first(8));
}

std::string naam_van(Tijdstip moment) {
    // 2026-11-23T02:15:00.123456Z, without what a file name may not hold
    auto kaal = tekst(moment);
    std::erase_if(kaal, [](char c) { return c == ':' || c == '.'; });
    return fmt::format("{}{}{}", voor, kaal, achter);
}

std::vector<fs::path> verlopen(const fs::path& map, Datum vandaag) {
    std::vector<fs::path> uit;
    if (!fs::is_directory(map)) return uit;
    for (const auto& item : fs::directory_iterator(map)) {
        const auto naam = item.path().filename().string();
        if (!item.is_regular_file() || !naam.starts_with(voor)) continue;
        if (naam.ends_with(half)) {
            uit.push_back(item.path());
            continue;
        }
        const auto dag = lees_datum(std::string_view(naam).substr(voor.size(), 10));
        if (naam.ends_with(achter) && dag && std::chrono::sys_days(*dag) + std::chrono::days(bewaardagen) <= std::chrono::sys_days(vandaag)) uit.push_back(item.path());
    }
    std::sort(uit.begin(), uit.end());
    return uit;
}

std::int64_t maak(const std::string& dsn, const fs::path& bestand, const Sleutel& sleutel, const Kop& kop) {
    maak_map(bestand.parent_path(), 0700);
    const auto naast = bestand.string() + ".deel";
    try {
        {
            const Handvat uit(open(naast.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0400));
            if (!uit) throw Fout(FoutSoort::niet_beschikbaar, "reservekopie", fmt::format("In {} kan niet worden geschreven.", bestand.parent_path().string()));
            documenten::Vercijferaar dicht(uit.fd(), sleutel);
            dicht.neem(kop_als_regel(kop));
            Hulpje dump("pg_dump", {"--format=custom", "--no-password", "--dbname", dsn}, Hulpje::Kant::lees);
            for (auto stuk = dump.haal(); !stuk.empty(); stuk = dump.haal()) {
                dicht.neem(stuk);
                sodium_memzero(stuk.data(), stuk.size());
            }
            // the last seal only when pg_dump says that it said everything
            if (const auto reden = dump.einde()) throw Fout(FoutSoort::niet_beschikbaar, "reservekopie", "De database kon niet worden uitgeschreven; er is geen reservekopie gemaakt.", {}, *reden);
            dicht.sluit();
            maak_vast(uit.fd());
        }
        fs::rename(naast, bestand);
        maak_map_vast(bestand.parent_path());
    } catch (...) {
        std::error_code weg;
        fs::remove(naast, weg);
        throw;
    }
    return static_cast<std::int64_t>(fs::file_size(bestand));
}

Inhoud controleer(const fs::path& bestand, const Sleutel& sleutel) {
    // all of it first: what was touched is not shown to another program
    (void)door(bestand, sleutel, [](const std::string&) {});
    Hulpje lijst("pg_restore", {"--list"}, Hulpje::Kant::beide);
    auto uit = door(bestand, sleutel, [&](const std::string& stuk) { lijst.geef(stuk); });
    const auto gezegd = lijst.uitkomst();
    if (const auto reden = lijst.einde()) throw Fout(FoutSoort::ongeldig, "reservekopie-kapot", "In deze reservekopie staat geen hele database.", {}, *reden);
    std::size_t plek = 0;
    while (plek < gezegd.size()) {
        const auto einde = std::min(gezegd.find('\n', plek), gezegd.size());
        if (einde > plek && gezegd[plek] != ';') ++uit.onderdelen;
        plek = einde + 1;
    }
    if (uit.onderdelen == 0) throw kapot("In deze reservekopie staat geen hele database.");
    return uit;
}

void zet_terug(const fs::path& bestand, const Sleutel& sleutel, const std::string& dsn) {
    Hulpje terug("pg_restore", {"--single-transaction", "--exit-on-error", "--no-password", "--dbname", dsn}, Hulpje::Kant::schrijf);
    (void)door(bestand, sleutel, [&](const std::string& stuk) { terug.geef(stuk); });
    if (const auto reden = terug.einde()) throw Fout(FoutSoort::niet_beschikbaar, "herstel", "De database kon niet worden teruggezet; wat er was staat er nog.", {}, *reden);
}

}  // namespace damwand::reservekopie
