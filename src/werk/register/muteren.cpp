// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "base/fout.hpp"
#include "werk/register/kopie.hpp"
#include "werk/register/register.hpp"
#include "werk/register/rijen.hpp"
#include "werk/register/store.hpp"

/// damwand bag muteer: a day of mutations → rows → held against the register → in it, in one transaction.
namespace damwand::registers {
namespace {

namespace fs = std::filesystem;
using bag::ObjectType;

std::size_t nr(ObjectType type) { return static_cast<std::size_t>(type); }

/// Where the register stands, and which of its municipalities a delivery is about.
class Aansluiting {
  public:
    explicit Aansluiting(std::vector<Gemeentestand> standen) : m_standen(std::move(standen)) {
        if (m_standen.empty()) throw Fout(FoutSoort::ongeldig, "bag-leeg", "Het register is leeg. Laad eerst een volledig extract met damwand bag laad.");
    }
    /// Throws when the delivery does not start where the register stands.
    void toets(const bag::Levering& levering) {
        for (const auto& gebied : levering.gemeenten) {
            if (std::none_of(m_standen.begin(), m_standen.end(), [&](const Gemeentestand& g) { return g.gebied.gemeente == gebied.gemeente; })) {
                throw Fout(FoutSoort::ongeldig, "bag-gebied",
                           fmt::format("Gemeente {} staat niet in het register. Laad eerst een volledig extract met damwand bag laad.", gebied.gemeente.tekst()));
            }
        }
        std::erase_if(m_standen, [&](const Gemeentestand& g) {
            return !levering.heel_nederland && std::none_of(levering.gemeenten.begin(), levering.gemeenten.end(),
                                                            [&](const auto& gebied) { return gebied.gemeente == g.gebied.gemeente; });
        });
        if (m_standen.empty()) throw Fout(FoutSoort::ongeldig, "bag-gebied", "De levering noemt geen gemeente en niet heel Nederland. Vraag een levering aan per gemeente of landelijk.");
        const auto vanaf = levering.mutaties_vanaf.value_or(levering.standdatum);
        if (std::all_of(m_standen.begin(), m_standen.end(), [&](const Gemeentestand& g) { return g.standdatum >= levering.standdatum; })) {
            throw Fout(FoutSoort::botsing, "bag-al-verwerkt",
                       fmt::format("Deze mutaties zijn al verwerkt: ze lopen tot {} en het register staat op {}.", tekst(levering.standdatum), tekst(m_standen.front().standdatum)));
        }
        for (const auto& g : m_standen) {
            if (g.standdatum == vanaf) continue;
            throw Fout(FoutSoort::botsing, "bag-volgorde",
                       fmt::format("Deze mutaties beginnen op {} en gemeente {} staat in het register op {}. {}", tekst(vanaf), g.gebied.gemeente.tekst(), tekst(g.standdatum),
                                   g.standdatum < vanaf ? "Verwerk eerst de leveringen van daartussen." : "Laad de gemeenten opnieuw met een extract van dezelfde dag."));
        }
    }
    [[nodiscard]] std::vector<bag::Leveringsgebied> gebieden() const {
        std::vector<bag::Leveringsgebied> uit;
        for (const auto& g : m_standen) uit.push_back(g.gebied);
        return uit;
    }
    [[nodiscard]] std::vector<std::int16_t> codes() const {
        std::vector<std::int16_t> uit;
        for (const auto& g : m_standen) uit.push_back(g.gebied.gemeente.waarde);
        return uit;
    }

  private:
    std::vector<Gemeentestand> m_standen;
};

class Muteerder final : public Objectrijen {
  public:
    using Objectrijen::ontvang;
    Muteerder(Kopieerder& kopieerder, Aansluiting& aansluiting, Muteerverslag& verslag, std::vector<std::string>& bestanden)
        : m_kopieerder(kopieerder), m_aansluiting(aansluiting), m_verslag(verslag), m_bestanden(bestanden), m_in_onderzoek(tabel_voor(sql_kopieer_mutaties("in_onderzoek"))),
          m_relaties(tabel_voor(sql_kopieer_relatie())) {
        for (const auto type : bag::alle_objecttypen) m_tabellen[nr(type)] = tabel_voor(sql_kopieer_mutaties(tabelnaam(type)));
    }

    void ontvang(const bag::Levering& levering) override {
        if (m_levering == levering) return;
        if (!levering.mutaties_vanaf) throw Fout(FoutSoort::ongeldig, "bag-geen-mutatie", "Dit is een volledig extract. Laad het met damwand bag laad.");
        if (!m_levering) m_aansluiting.toets(levering);
        m_levering = levering;
    }
    void ontvang(const bag::Mutatie& mutatie) override {
        m_mutatie = mutatie;
        if (m_bestanden.empty() || m_bestanden.back() != mutatie.bestand) m_bestanden.emplace_back(mutatie.bestand);
    }
    void ontvang(bag::InOnderzoek& o) override {
        ++m_records;
        m_bezig = &m_in_onderzoek;
        m_actueel = o.in_onderzoek;
        m_bezig->rijen.rij(velden_in_onderzoek + extra);
        schrijf_in_onderzoek(m_bezig->rijen, o, eigen_gemeente(o.identificatie));
        einde();
    }
    void ontvang(bag::GemeenteWoonplaatsRelatie& o) override {
        ++m_records;
        schrijf_relatie(m_relaties.rijen, o);
        geef(m_relaties, stuk);
    }
    void ontvang(const bag::Afkeuring& afkeuring) override {
        ++m_records;
        if (m_verslag.afkeuringen.size() < LaadOpties{}.meeste_afkeuringen) m_verslag.afkeuringen.push_back(afkeuring);
    }

    /// Hands over what still waits.
    void rond_af() {
        if (!m_levering) throw Fout(FoutSoort::ongeldig, "bag-geen-mutatie", "In deze levering zit geen mutatiebericht.");
        for (auto& tabel : m_tabellen) geef(tabel, 1);
        geef(m_in_onderzoek, 1);
        geef(m_relaties, 1);
        m_verslag.vanaf = *m_levering->mutaties_vanaf;
        m_verslag.standdatum = m_levering->standdatum;
    }
    [[nodiscard]] std::uint64_t records() const noexcept { return m_records; }

  private:
    static constexpr std::int16_t extra = 6;

    /// Whose a new object is: of the delivery's one municipality, else of the one that made the id. The register knows better for
    /// what it holds.
    [[nodiscard]] std::int16_t eigen_gemeente(std::uint64_t id) const {
        const auto& genoemd = m_levering->gemeenten;
        return genoemd.size() == 1 ? genoemd.front().gemeente.waarde : static_cast<std::int16_t>(id / 1'000'000'000'000ULL);
    }

    Rijschrijver& begin(ObjectType type, std::int16_t velden, std::uint64_t id, const bag::BagObject& o, std::int16_t status, bool eindstatus) override {
        ++m_records;
        m_bezig = &m_tabellen[nr(type)];
        m_actueel = o.bestandsoort == bag::Bestandsoort::stand && !eindstatus && bag::is_actueel(o.voorkomen, m_levering->standdatum);
        m_bezig->rijen.rij(static_cast<std::int16_t>(velden + extra));
        schrijf_vast(m_bezig->rijen, id, eigen_gemeente(id), status, o);
        return m_bezig->rijen;
    }
    void einde() override {
        auto& uit = m_bezig->rijen;
        uit.getal8(static_cast<std::int64_t>(m_mutatie.nummer));
        uit.getal2(static_cast<std::int16_t>(m_mutatie.soort));
        uit.waar(m_mutatie.was);
        uit.waar(m_actueel);
        uit.getal4(static_cast<std::int32_t>(m_bestanden.size()) - 1);
        uit.getal4(m_mutatie.regel);
        geef(*m_bezig, stuk);
    }
    void geef(Tabel& tabel, std::size_t vanaf) {
        if (tabel.rijen.grootte() >= vanaf) m_kopieerder.rijen(*tabel.kopieer, tabel.rijen.neem(m_kopieerder.buffer()));
    }

    Kopieerder& m_kopieerder;
    Aansluiting& m_aansluiting;
    Muteerverslag& m_verslag;
    std::vector<std::string>& m_bestanden;
    std::array<Tabel, bag::aantal_objecttypen> m_tabellen;
    Tabel m_in_onderzoek, m_relaties;
    Tabel* m_bezig = nullptr;
    bool m_actueel = false;
    bag::Mutatie m_mutatie;
    std::optional<bag::Levering> m_levering;
    std::uint64_t m_records = 0;
};

void weiger_misfits(const Muteerverslag& v) {
    const auto niets = "Er is niets gewijzigd. Met --sla-over wordt verwerkt wat wel past.";
    if (!v.afkeuringen.empty()) {
        const auto& a = v.afkeuringen.front();
        throw Fout(FoutSoort::ongeldig, "bag-misfit", fmt::format("{}, regel {}, {}: {}. {}", a.bestand, a.regel, a.pad, a.reden, niets));
    }
    if (v.aantal_misfit == 0) return;
    const auto& m = v.misfits.front();
    throw Fout(FoutSoort::botsing, "bag-misfit",
               fmt::format("{}, regel {}, {} {} voorkomen {}: {}{}. {}", m.bestand, m.regel, m.type, m.identificatie, m.voorkomen, m.reden,
                           v.aantal_misfit > 1 ? fmt::format(" (en nog {} die niet passen)", v.aantal_misfit - 1) : "", niets));
}

Muteerverslag muteer_alles(db::Pool& lader, const fs::path& bron, const MuteerOpties& opties) {
    Muteerverslag verslag;
    Laadstand stand{.fase = "bestanden nalopen", .bytes = {}, .records = 0};
    const auto fase = [&](std::string_view naam) {
        stand.fase = naam;
        if (opties.voortgang && !opties.voortgang(stand)) throw afgebroken();
    };
    const std::array bronnen{bron};
    const auto bestanden = lees_bronnen(bronnen, [&] { fase(stand.fase); });

    db::Transactie tx(lader, db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    begin_lading(tx);
    ruimere_buffers(tx);
    maak_relatietabel(tx);
    maak_mutatietabellen(tx);
    Aansluiting aansluiting(gemeentestanden(tx));
    std::vector<std::string> namen;
    {
        Kopieerder kopieerder(tx.verbinding());
        Muteerder afnemer(kopieerder, aansluiting, verslag, namen);
        const auto gelezen = lees_in(bronnen, afnemer, kopieerder, stand, opties.voortgang, true);
        neem_tellingen_over(gelezen, verslag);
        verslag.mutaties = gelezen.mutaties;
    }
    verslag.gemeenten = aansluiting.gebieden();
    verslag.mutaties_vanaf = verslag.vanaf;
    const auto codes = aansluiting.codes();
    fase("aansluiting nalopen");
    neem_relaties_over(tx, verslag.standdatum);
    toets_mutaties(tx, codes, namen, verslag);
    if (!opties.sla_over) weiger_misfits(verslag);
    fase("verwerken");
    const auto geraakt = verwerk_mutaties(tx, codes, verslag);
    leid_af(tx, geraakt, verslag, fase);
    leg_lading_vast(tx, verslag, bestanden, geraakt, {});
    fase("vastleggen");
    tx.leg_vast();
    return verslag;
}

}  // namespace

Muteerverslag muteer(db::Pool& lader, const fs::path& bron, const MuteerOpties& opties) {
    return meld_mislukking(lader, "bagMuteren", [&] { return muteer_alles(lader, bron, opties); });
}

}  // namespace damwand::registers
