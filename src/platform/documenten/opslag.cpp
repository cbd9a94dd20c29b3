// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/opslag.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <optional>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "platform/documenten/vercijferd.hpp"

namespace damwand::documenten {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view map_van(Plek plek) { return plek == Plek::quarantaine ? "quarantaine" : "opslag"; }

Fout schijf(std::string_view wat) {
    return {FoutSoort::niet_beschikbaar, "schijf", "De schijf neemt niets aan. Er is niets opgeslagen.", {}, std::string(wat)};
}

/// The HMAC that names a file.
class Naamgever {
  public:
    explicit Naamgever(const Sleutel& sleutel) { crypto_auth_hmacsha256_init(&m_staat, sleutel.data(), Sleutel::size()); }
    void neem(std::string_view bytes) {
        crypto_auth_hmacsha256_update(&m_staat, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    }
    [[nodiscard]] std::string naam() {
        std::array<unsigned char, crypto_auth_hmacsha256_BYTES> som{};
        crypto_auth_hmacsha256_final(&m_staat, som.data());
        return als_hex(som);
    }

  private:
    crypto_auth_hmacsha256_state m_staat{};
};

}  // namespace

// --- coming in ---

struct Opvang::Binnenwerk {
    Sleutel sleutel = Sleutel::willekeurig();
    Handvat bestand;
    std::optional<Vercijferaar> schrijver;
    crypto_generichash_state som{};
};

Opvang::Opvang(std::atomic<int>& plaatsen, const fs::path& map) : m_plaatsen(plaatsen), m(std::make_unique<Binnenwerk>()) {
    const auto naam = map / Uuid::willekeurig().tekst();
    m->bestand = Handvat(::open(naam.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (!m->bestand || unlink(naam.c_str()) != 0) throw schijf("opvang");
    m->schrijver.emplace(m->bestand.fd(), m->sleutel);
    crypto_generichash_init(&m->som, nullptr, 0, crypto_generichash_BYTES);
    ++m_plaatsen;
}

Opvang::~Opvang() { --m_plaatsen; }

void Opvang::neem(std::string_view stuk) {
    if (m_begin.size() < 64) m_begin += stuk.substr(0, 64 - m_begin.size());
    m_omvang += stuk.size();
    crypto_generichash_update(&m->som, reinterpret_cast<const unsigned char*>(stuk.data()), stuk.size());
    m->schrijver->neem(stuk);
}

std::string Opvang::kenmerk() const {
    auto som = m->som;
    std::string uit(crypto_generichash_BYTES, '\0');
    crypto_generichash_final(&som, reinterpret_cast<unsigned char*>(uit.data()), uit.size());
    return uit;
}

void Opvang::lees(const std::function<void(std::string_view)>& per_stuk) {
    if (m->schrijver) {
        m->schrijver->sluit();
        m->schrijver.reset();
    }
    Ontcijferaar lezer(m->bestand.fd(), m->sleutel);
    for (auto stuk = lezer.haal(); !stuk.empty(); stuk = lezer.haal()) per_stuk(stuk);
}

// --- content on its way out ---

struct Inhoud::Lezer {
    Ontcijferaar lezer;
};

Inhoud::Inhoud(Handvat bestand, const Sleutel& sleutel, std::uint64_t lengte)
    : m_bestand(std::move(bestand)), m_lezer(new Lezer{{m_bestand.fd(), sleutel}}), m_lengte(lengte) {}
Inhoud::~Inhoud() = default;
std::string Inhoud::haal() { return m_lezer->lezer.haal(); }

// --- the store ---

Opslag::Opslag(fs::path map, const Sleutels& sleutels) : m_map(std::move(map)), m_sleutels(sleutels) {
    for (const auto plek : {Plek::quarantaine, Plek::opslag}) maak_map(m_map / map_van(plek), 0700);
}

fs::path Opslag::map(Plek plek, const Dossier& dossier) const { return m_map / map_van(plek) / dossier.pad(); }

std::shared_ptr<Opvang> Opslag::vang_op() {
    if (m_plaatsen >= meeste_tegelijk) {
        throw Fout(FoutSoort::niet_beschikbaar, "te-druk", "Er komen nu te veel bestanden tegelijk binnen. Probeer het zo nog eens.");
    }
    return std::shared_ptr<Opvang>(new Opvang(m_plaatsen, m_map / map_van(Plek::quarantaine)));
}

std::string Opslag::schrijf(const Dossier& dossier, Plek plek,
                            const std::function<void(const std::function<void(std::string_view)>&)>& bron) {
    const auto sleutel = m_sleutels.maak_of_open(dossier);
    const auto hier = map(plek, dossier);
    maak_map(hier, 0700);
    const auto naast = hier / (Uuid::willekeurig().tekst() + ".nieuw");
    try {
        Naamgever naamgever(sleutel.naam);
        const Handvat uit(::open(naast.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (!uit) throw schijf("open");
        Vercijferaar dicht(uit.fd(), sleutel.inhoud);
        bron([&](std::string_view stuk) {
            naamgever.neem(stuk);
            dicht.neem(stuk);
        });
        dicht.sluit();
        maak_vast(uit.fd());
        auto naam = naamgever.naam();
        if (rename(naast.c_str(), (hier / naam).c_str()) != 0) throw schijf("rename");
        maak_map_vast(hier);
        return naam;
    } catch (...) {
        unlink(naast.c_str());
        throw;
    }
}

std::string Opslag::bewaar(const Dossier& dossier, Opvang& opvang) {
    return schrijf(dossier, Plek::quarantaine, [&](const auto& per_stuk) { opvang.lees(per_stuk); });
}

std::string Opslag::kopieer(const Dossier& van, const std::string& naam, const Dossier& naar, std::uint64_t lengte) {
    const auto inhoud = open(van, naam, Plek::opslag, lengte);
    return schrijf(naar, Plek::opslag, [&](const auto& per_stuk) {
        for (auto stuk = inhoud->haal(); !stuk.empty(); stuk = inhoud->haal()) per_stuk(stuk);
    });
}

void Opslag::keur_goed(const Dossier& dossier, const std::string& naam) {
    const auto van = map(Plek::quarantaine, dossier);
    const auto naar = map(Plek::opslag, dossier);
    maak_map(naar, 0700);
    if (rename((van / naam).c_str(), (naar / naam).c_str()) != 0) {
        if (errno == ENOENT && fs::exists(naar / naam)) return;
        throw schijf("rename");
    }
    maak_map_vast(naar);
    maak_map_vast(van);
}

std::unique_ptr<Inhoud> Opslag::open(const Dossier& dossier, const std::string& naam, Plek plek, std::uint64_t lengte) const {
    const auto sleutel = m_sleutels.open(dossier);
    Handvat bestand(::open((map(plek, dossier) / naam).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!sleutel || !bestand) throw Fout(FoutSoort::botsing, "document-vernietigd", "De inhoud van dit document is er niet meer.");
    return std::make_unique<Inhoud>(std::move(bestand), sleutel->inhoud, lengte);
}

Plek Opslag::plek_van(const Dossier& dossier, const std::string& naam) const {
    return fs::exists(map(Plek::opslag, dossier) / naam) ? Plek::opslag : Plek::quarantaine;
}

void Opslag::verwijder(const Dossier& dossier, const std::string& naam) {
    for (const auto plek : {Plek::quarantaine, Plek::opslag}) {
        if (const auto hier = map(plek, dossier); fs::exists(hier)) verwijder_duurzaam(hier / naam);
    }
}

std::size_t Opslag::vernietig(const Dossier& dossier) {
    m_sleutels.vernietig(dossier);
    std::size_t aantal = 0;
    for (const auto plek : {Plek::quarantaine, Plek::opslag}) {
        const auto hier = map(plek, dossier);
        if (!fs::exists(hier)) continue;
        for (const auto& item : fs::directory_iterator(hier)) aantal += item.is_regular_file() ? 1 : 0;
        fs::remove_all(hier);
        maak_map_vast(hier.parent_path());
    }
    return aantal;
}

bool Opslag::heeft(const Dossier& dossier) const { return fs::exists(map(Plek::quarantaine, dossier)) || fs::exists(map(Plek::opslag, dossier)); }

std::vector<Opslag::Gevonden> Opslag::ouder_dan(fs::file_time_type voor) const {
    std::vector<Gevonden> uit;
    for (const auto plek : {Plek::quarantaine, Plek::opslag}) {
        for (const auto& organisatie : fs::directory_iterator(m_map / map_van(plek))) {
            const auto nummer = organisatie.path().filename().string();
            OrganisatieId van;
            const auto [einde, fout] = std::from_chars(nummer.data(), nummer.data() + nummer.size(), van.waarde);
            if (fout != std::errc{} || einde != nummer.data() + nummer.size() || !organisatie.is_directory()) continue;
            for (const auto& dossier : fs::directory_iterator(organisatie)) {
                const auto id = Uuid::lees(dossier.path().filename().string());
                if (!id || !dossier.is_directory()) continue;
                Gevonden hier{.dossier = {van, "", *id}, .namen = {}};
                for (const auto& item : fs::directory_iterator(dossier)) {
                    std::error_code weg;  // a file may go while we look
                    const auto tijd = fs::last_write_time(item, weg);
                    if (!weg && tijd < voor) hier.namen.insert(item.path().filename().string());
                }
                if (!hier.namen.empty()) uit.push_back(std::move(hier));
            }
        }
    }
    return uit;
}

}  // namespace damwand::documenten
