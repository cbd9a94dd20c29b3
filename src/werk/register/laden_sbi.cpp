// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "engine/tabel/tabel.hpp"
#include "werk/register/store.hpp"

/// damwand handelsregister sbi: the table of codes.
namespace damwand::registers {
namespace {

constexpr std::size_t meeste_paren = 100'000, meeste_afkeuringen = 1000, langste_code = 5, kortste_code = 2;

/// Words of a column that explains a code, as `vouw` writes them.
constexpr std::array<std::string_view, 6> woorden{"omschryving", "titel", "tekst", "naam", "toelichting", "description"};

Fout geen_kolom(const std::string& uitleg) { return {FoutSoort::ongeldig, "sbi-kolom", uitleg + " Er is niets gewijzigd."}; }

/// The column with the codes of an edition.
std::size_t kolom(const std::vector<std::string>& namen, const std::string& gekozen, std::string_view jaar, std::string_view optie) {
    if (!gekozen.empty()) {
        const auto hier = std::find(namen.begin(), namen.end(), gekozen);
        if (hier == namen.end()) throw geen_kolom(fmt::format("{}: de kolom '{}' staat niet in dit bestand.", optie, gekozen));
        return static_cast<std::size_t>(hier - namen.begin());
    }
    std::vector<std::size_t> gevonden;
    for (std::size_t nr = 0; nr < namen.size(); ++nr) {
        const auto naam = vouw(namen[nr]);
        if (naam.find(jaar) != std::string::npos && std::none_of(woorden.begin(), woorden.end(), [&](auto w) { return naam.find(w) != std::string::npos; })) gevonden.push_back(nr);
    }
    if (gevonden.size() == 1) return gevonden.front();
    throw geen_kolom(fmt::format("Er {} met codes van de SBI {}. Zeg met {} welke het is.", gevonden.empty() ? "is geen kolom" : "zijn meer kolommen", jaar, optie));
}

/// "45.20.1" → "45201"; nothing when it is no code: digits with dots between them.
std::optional<std::string> code(std::string_view cel) {
    std::string uit;
    for (const char c : trim(cel)) {
        if (c >= '0' && c <= '9') uit += c;
        else if (c != '.' && c != ' ') return std::nullopt;
    }
    if (uit.size() < kortste_code || uit.size() > langste_code) return std::nullopt;
    return uit;
}

class Lezer : public tabel::Afnemer {
  public:
    Lezer(const Sbibestand& bestand, Sbiverslag& verslag) : m_bestand(bestand), m_verslag(verslag) {}
    void kop(const std::vector<std::string>& namen) override {
        m_oud = kolom(namen, m_bestand.oud, "2008", "--oud");
        m_nieuw = kolom(namen, m_bestand.nieuw, "2025", "--nieuw");
        m_verslag.oud = namen[m_oud];
        m_verslag.nieuw = namen[m_nieuw];
    }
    void rij(std::uint64_t regel, const std::vector<std::string>& cellen) override {
        // New in 2025, or gone since 2008.
        if (cellen[m_oud].empty() || cellen[m_nieuw].empty()) {
            ++m_verslag.zonder_tegenhanger;
            return;
        }
        auto oud = code(cellen[m_oud]), nieuw = code(cellen[m_nieuw]);
        if (!oud) return keur_af(regel, fmt::format("in kolom {} staat geen SBI-code: twee tot vijf cijfers", m_verslag.oud));
        if (!nieuw || nieuw->size() != langste_code) return keur_af(regel, fmt::format("in kolom {} staat geen code van de SBI 2025: die heeft vijf cijfers", m_verslag.nieuw));
        if (!paren.emplace(std::move(*oud), std::move(*nieuw)).second) ++m_verslag.dubbel;
        else if (paren.size() > meeste_paren) throw Fout(FoutSoort::ongeldig, "sbi-te-groot", fmt::format("In dit bestand staan meer dan {} paren van codes. Er is niets gewijzigd.", meeste_paren));
    }
    void ontvang(const tabel::Afkeuring& a) override { keur_af(a.regel, a.reden); }

    std::set<std::pair<std::string, std::string>> paren;

  private:
    void keur_af(std::uint64_t regel, std::string reden) {
        ++m_verslag.afgekeurd;
        if (m_verslag.afkeuringen.size() < meeste_afkeuringen) m_verslag.afkeuringen.push_back({regel, std::move(reden)});
    }
    const Sbibestand& m_bestand;
    Sbiverslag& m_verslag;
    std::size_t m_oud = 0, m_nieuw = 0;
};

}  // namespace

Sbiverslag laad_sbi(db::Pool& lader, const Sbibestand& bestand) {
    return meld_mislukking(lader, "sbiLaden", [&] {
        Sbiverslag verslag;
        Lezer lezer(bestand, verslag);
        const std::array paden{bestand.bestand};
        const auto bron = lees_bronnen(paden, [] {}).front();
        const auto gelezen = tabel::lees(bestand.bestand, {.blad = bestand.blad}, lezer, bestand.voortgang);
        verslag.gelezen = gelezen.gelezen;
        if (lezer.paren.empty()) {
            const auto waarom = verslag.afkeuringen.empty() ? std::string("het is leeg") : fmt::format("regel {}: {}", verslag.afkeuringen.front().regel, verslag.afkeuringen.front().reden);
            throw Fout(FoutSoort::ongeldig, "sbi-leeg", fmt::format("In dit bestand staat geen bruikbaar paar van codes ({}). Er is niets gewijzigd.", waarom));
        }
        db::Transactie tx(lader, db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        begin_lading(tx);
        vervang_sbi(tx, {lezer.paren.begin(), lezer.paren.end()});
        verslag.opgeslagen = lezer.paren.size();
        leg_sbi_vast(tx, verslag, bron);
        tx.leg_vast();
        return verslag;
    });
}

}  // namespace damwand::registers
