// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/sleutels.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <iterator>
#include <vector>

#include "base/duurzaam.hpp"
#include "base/fout.hpp"

namespace damwand::documenten {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view omgeving_naam = "dw-naam_";
constexpr std::string_view omgeving_inhoud = "dw-inhd_";
static_assert(omgeving_naam.size() == crypto_kdf_CONTEXTBYTES && omgeving_inhoud.size() == crypto_kdf_CONTEXTBYTES);
static_assert(crypto_kdf_KEYBYTES == Sleutel::size());

Dossiersleutel leid_af(std::string_view geheim) {
    Dossiersleutel uit;
    const auto* bron = reinterpret_cast<const unsigned char*>(geheim.data());
    crypto_kdf_derive_from_key(uit.naam.data(), Sleutel::size(), 1, omgeving_naam.data(), bron);
    crypto_kdf_derive_from_key(uit.inhoud.data(), Sleutel::size(), 2, omgeving_inhoud.data(), bron);
    return uit;
}

/// A key says whose it is, so that one cannot be put in the place of another.
std::string van_wie(const Dossier& dossier) { return dossier.pad().string() + "\n"; }

/// Overwrites with noise before the name goes.
void wis(const fs::path& bestand) {
    chmod(bestand.c_str(), 0600);
    {
        const Handvat uit(open(bestand.c_str(), O_WRONLY | O_CLOEXEC));
        struct stat stand {};
        if (!uit || fstat(uit.fd(), &stand) != 0) {
            throw Fout(FoutSoort::niet_beschikbaar, "schijf", "De sleutel kan niet worden vernietigd.");
        }
        std::string ruis(static_cast<std::size_t>(stand.st_size), '\0');
        randombytes_buf(ruis.data(), ruis.size());
        schrijf_alles(uit.fd(), ruis);
        maak_vast(uit.fd());
    }
    verwijder_duurzaam(bestand);
}

}  // namespace

Sleutel::~Sleutel() { sodium_memzero(m_bytes.data(), m_bytes.size()); }

Sleutel Sleutel::willekeurig() {
    Sleutel uit;
    randombytes_buf(uit.data(), size());
    return uit;
}

std::optional<Dossiersleutel> Sleutels::open(const Dossier& dossier) const {
    std::ifstream in(bestand(dossier), std::ios::binary);
    if (!in) return std::nullopt;
    const std::string gesloten{std::istreambuf_iterator<char>(in), {}};
    auto geheim = m_zegel.open(gesloten);
    const auto eigenaar = van_wie(dossier);
    if (!geheim || geheim->size() != eigenaar.size() + Sleutel::size() || !geheim->starts_with(eigenaar)) {
        throw Fout(FoutSoort::intern, "sleutel-kapot", "De sleutel van dit dossier is niet heel. Zet hem terug uit de reservekopie.");
    }
    auto uit = leid_af(std::string_view(*geheim).substr(eigenaar.size()));
    sodium_memzero(geheim->data(), geheim->size());
    return uit;
}

Dossiersleutel Sleutels::maak_of_open(const Dossier& dossier) const {
    if (auto bestaand = open(dossier)) return std::move(*bestaand);
    const auto vers = Sleutel::willekeurig();
    auto geheim = van_wie(dossier) + std::string(reinterpret_cast<const char*>(vers.data()), Sleutel::size());
    const auto plek = bestand(dossier);
    maak_map(m_map, 0700);
    maak_map(plek.parent_path(), 0700);
    // Two first files at the same moment: link() lets one of them win, and both use its key.
    const auto naast = plek.string() + "." + Uuid::willekeurig().tekst();
    schrijf_duurzaam(naast, m_zegel.sluit(geheim), 0400);
    sodium_memzero(geheim.data(), geheim.size());
    const bool gewonnen = link(naast.c_str(), plek.c_str()) == 0;
    const int reden = errno;
    verwijder_duurzaam(naast);
    if (!gewonnen && reden != EEXIST) {
        throw Fout(FoutSoort::niet_beschikbaar, "schijf", "De sleutel van dit dossier kan niet worden bewaard.");
    }
    auto uit = open(dossier);
    if (!uit) throw Fout(FoutSoort::intern, "sleutel-kapot", "De sleutel van dit dossier is weg.");
    return std::move(*uit);
}

bool Sleutels::vernietig(const Dossier& dossier) const {
    const auto plek = bestand(dossier);
    if (!fs::exists(plek)) return false;
    wis(plek);
    return true;
}

std::size_t Sleutels::maak_kopie(const fs::path& naar, Datum vandaag) const {
    const auto kopie = naar / tekst(vandaag);
    maak_map(kopie, 0700);
    std::size_t aantal = 0;
    if (fs::exists(m_map)) {
        for (const auto& item : fs::recursive_directory_iterator(m_map)) {
            if (!item.is_regular_file()) continue;
            const auto doel = kopie / fs::relative(item.path(), m_map);
            maak_map(doel.parent_path(), 0700);
            std::ifstream in(item.path(), std::ios::binary);
            schrijf_duurzaam(doel, std::string{std::istreambuf_iterator<char>(in), {}}, 0400);
            ++aantal;
        }
    }
    std::vector<fs::path> oud;
    for (const auto& item : fs::directory_iterator(naar)) {
        const auto dag = lees_datum(item.path().filename().string());
        if (dag && std::chrono::sys_days(*dag) + std::chrono::days(bewaardagen) <= std::chrono::sys_days(vandaag)) {
            oud.push_back(item.path());
        }
    }
    for (const auto& map : oud) {
        for (const auto& item : fs::recursive_directory_iterator(map)) {
            if (item.is_regular_file()) wis(item.path());
        }
        fs::remove_all(map);
    }
    if (!oud.empty()) maak_map_vast(naar);
    return aantal;
}

}  // namespace damwand::documenten
