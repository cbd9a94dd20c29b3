// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <array>
#include <fstream>
#include <iterator>

#include "base/fout.hpp"
#include "werk/gemeenteregister/store.hpp"

/// damwand register laad: a table becomes rows of a register.
namespace damwand::gemeenteregister {
namespace {

constexpr std::size_t meeste_afkeuringen = 10'000, pak = 500;
constexpr std::uintmax_t grootste_mapping = std::uintmax_t{1} << 20U;

std::string lees_tekst(const std::filesystem::path& pad) {
    std::error_code weg;
    std::ifstream in(pad, std::ios::binary);
    if (!in || std::filesystem::file_size(pad, weg) > grootste_mapping || weg)
        throw Fout(FoutSoort::ongeldig, "onleesbaar", pad.string() + ": deze mapping kan niet worden gelezen, of is groter dan 1 MiB. Controleer de naam en de rechten.");
    return {std::istreambuf_iterator<char>(in), {}};
}

Fout afgebroken() { return {FoutSoort::ongeldig, "afgebroken", "Afgebroken. Er is niets gewijzigd."}; }

/// Rows from the table to the database, a few hundred at a time.
class Lader : public tabel::Afnemer {
  public:
    Lader(db::Transactie& tx, const Mapping& mapping, Laadverslag& verslag) : m_tx(tx), m_mapping(mapping), m_verslag(verslag) {}

    void kop(const std::vector<std::string>& namen) override {
        m_maker.emplace(m_mapping, namen);
        m_verslag.ongebruikt = m_maker->ongebruikt();
    }
    void rij(std::uint64_t regel, const std::vector<std::string>& cellen) override {
        auto uitkomst = m_maker->maak(cellen);
        if (const auto* fouten = std::get_if<std::vector<Celfout>>(&uitkomst)) {
            ++m_verslag.afgekeurd;
            for (const auto& f : *fouten) noteer({regel, f.kolom, f.uitleg});
            return;
        }
        m_rijen.push_back(std::move(std::get<Rij>(uitkomst)));
        if (m_rijen.size() >= pak) geef();
    }
    void ontvang(const tabel::Afkeuring& a) override {
        ++m_verslag.afgekeurd;
        noteer({a.regel, "", "Deze regel " + a.reden + "."});
    }
    void geef() {
        store::voeg_toe(m_tx, m_rijen, m_verslag.gelezen + 1);
        m_verslag.gelezen += m_rijen.size();
        m_rijen.clear();
    }

  private:
    void noteer(Afkeuring a) {
        if (m_verslag.afkeuringen.size() < meeste_afkeuringen) m_verslag.afkeuringen.push_back(std::move(a));
    }
    db::Transactie& m_tx;
    const Mapping& m_mapping;
    Laadverslag& m_verslag;
    std::optional<Rijmaker> m_maker;
    std::vector<Rij> m_rijen;
};

void laad_alles(db::Pool& lader, OrganisatieId organisatie, const Mapping& mapping, const std::filesystem::path& bestand, const LaadOpties& opties, Laadverslag& verslag) {
    const auto meld = [&](std::string_view fase, const Stand& stand) {
        if (opties.voortgang && !opties.voortgang(fase, stand, verslag.gelezen)) throw afgebroken();
    };
    const std::array paden{bestand};
    const auto bron = registers::lees_bronnen(paden, [&] { meld("bestand nalopen", {}); }).front();
    db::Transactie tx(lader, {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    store::begin(tx, mapping, opties.standdatum);
    Lader afnemer(tx, mapping, verslag);
    (void)tabel::lees(bestand, tabelopties(mapping), afnemer, [&](const Stand& stand) { return !opties.voortgang || opties.voortgang("lezen", stand, verslag.gelezen); });
    afnemer.geef();
    if (verslag.afgekeurd != 0 && (opties.alles_of_niets || opties.volledig)) {
        throw Fout(FoutSoort::ongeldig, "register-afgekeurd",
                   fmt::format("Van de {} regels zijn er {} afgekeurd. Er is niets gewijzigd.", verslag.gelezen + verslag.afgekeurd, verslag.afgekeurd));
    }
    meld("verwerken", {});
    store::verwerk(tx, mapping, opties, verslag);
    verslag.vergeten = store::vergeet(tx);
    store::leg_vast(tx, mapping, bron, opties, verslag);
    tx.leg_vast();
}

}  // namespace

void laad(db::Pool& lader, const std::filesystem::path& mapping, const std::filesystem::path& bestand, const LaadOpties& opties, Laadverslag& verslag) {
    const auto gelezen = lees_mapping(lees_tekst(mapping));
    verslag.register_ = *gelezen.register_;
    const auto organisatie = store::organisatie_van(lader, opties.organisatie);
    const auto mislukt = [&](const std::string& code) {
        try {
            db::Transactie tx(lader, {.organisatie = organisatie, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
            store::meld(tx, "gemeenteregisterLaden", "mislukt", 500, code);
            tx.leg_vast();
        } catch (const std::exception&) {  // the first fault is the one to tell
        }
    };
    try {
        laad_alles(lader, organisatie, gelezen, bestand, opties, verslag);
    } catch (const Fout& fout) {
        mislukt(fout.code());
        if (fout.code() == "afgebroken") throw afgebroken();
        throw;
    } catch (const db::DbFout&) {
        mislukt("database");
        throw;
    }
}

std::uint64_t vergeet(db::Pool& lader, const std::string& organisatie) {
    std::uint64_t uit = 0;
    bool gevonden = false;
    for (const auto& [code, nummer] : store::organisaties(lader)) {
        if (!organisatie.empty() && code != organisatie) continue;
        gevonden = true;
        db::Transactie tx(lader, {.organisatie = nummer, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        uit += store::vergeet(tx);
        store::meld(tx, "gemeenteregisterVergeten", "gelukt", 200, std::nullopt);
        tx.leg_vast();
    }
    if (!gevonden) throw Fout(FoutSoort::ongeldig, "organisatie", "Deze organisatie is er niet.");
    return uit;
}

}  // namespace damwand::gemeenteregister
