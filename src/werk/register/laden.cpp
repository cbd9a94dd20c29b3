// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <openssl/evp.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "werk/register/kopie.hpp"
#include "werk/register/register.hpp"
#include "werk/register/rijen.hpp"
#include "werk/register/store.hpp"

/// damwand bag laad: delivery → rows → COPY → what is derived, in one transaction.
namespace damwand::registers {
namespace {

namespace fs = std::filesystem;
using bag::Bestandsoort;
using bag::ObjectType;

std::size_t nr(ObjectType type) { return static_cast<std::size_t>(type); }

class Lader final : public Objectrijen {
  public:
    using Objectrijen::ontvang;
    /// `leeg`: there is nothing that the delivery replaces.
    Lader(Kopieerder& kopieerder, Laadverslag& verslag, const LaadOpties& opties, bool leeg)
        : m_leeg(leeg),
          m_kopieerder(kopieerder),
          m_verslag(verslag),
          m_opties(opties),
          m_in_onderzoek(tabel_voor(sql_kopieer("in_onderzoek"))),
          m_relaties(tabel_voor(sql_kopieer_relatie())) {
        for (const auto type : bag::alle_objecttypen) {
            m_actueel[nr(type)] = tabel_voor(sql_kopieer(tabelnaam(type)));
            m_historie[nr(type)] = tabel_voor(sql_kopieer(std::string(tabelnaam(type)) + "_historie"));
        }
    }

    // Files are read beside each other: each has buffers of its own, and the order of rows in a table means nothing. What is listed is in the order of the delivery.
    [[nodiscard]] std::unique_ptr<bag::Afnemer> tak() override { return std::unique_ptr<bag::Afnemer>(new Lader(*this)); }
    void voeg_in(bag::Afnemer& afnemer) override {
        auto& tak = static_cast<Lader&>(afnemer);
        tak.geef_alles();
        for (std::size_t i = 0; i < m_actueel.size(); ++i) {
            m_actueel[i].van_takken += tak.m_actueel[i].geschreven();
            m_historie[i].van_takken += tak.m_historie[i].geschreven();
        }
        m_records += tak.m_records;
        for (auto& a : tak.m_takverslag.afkeuringen) {
            if (m_verslag.afkeuringen.size() < m_opties.meeste_afkeuringen) m_verslag.afkeuringen.push_back(std::move(a));
        }
    }

    void ontvang(const bag::Levering& levering) override {
        if (m_levering && m_levering->standdatum != levering.standdatum) {
            throw Fout(FoutSoort::ongeldig, "bag-standdatum",
                       "De leveringen hebben verschillende standdata. Laad ze elk apart, de oudste eerst.");
        }
        if (&m_verslag == &m_takverslag) throw Fout(FoutSoort::ongeldig, "bag-geen-bag", "Een deel met objecten is een Leveringsdocument. Geef het bestand op zoals het Kadaster het leverde.");
        m_levering = levering;
        m_verslag.standdatum = levering.standdatum;
        m_verslag.heel_nederland = m_verslag.heel_nederland || levering.heel_nederland;
        if (levering.gemeenten.empty() && !levering.heel_nederland) {
            throw Fout(FoutSoort::ongeldig, "bag-gebied",
                       "Het Leveringsdocument noemt geen gemeente en niet heel Nederland. Vraag een levering aan per "
                       "gemeente of landelijk.");
        }
        for (const auto& gebied : levering.gemeenten) {
            if (!m_genoemd.insert(gebied.gemeente.waarde).second) {
                throw Fout(
                    FoutSoort::ongeldig, "bag-dubbel",
                    fmt::format(
                        "Gemeente {} zit in meer dan een van de opgegeven leveringen. Geef elke gemeente een keer.",
                        gebied.gemeente.tekst()));
            }
            m_verslag.gemeenten.push_back(gebied);
        }
        if (m_leeg) return;
        m_kopieerder.doe([codes = this->codes(levering), alles = levering.heel_nederland](db::Verbinding& v) {
            wis(v, codes, alles);
        });
    }

    void ontvang(bag::InOnderzoek& o) override {
        eis_levering();
        ++m_records;
        m_in_onderzoek.rijen.rij(velden_in_onderzoek);
        schrijf_in_onderzoek(m_in_onderzoek.rijen, o, gemeente(o.identificatie));
        geef(m_in_onderzoek, stuk);
    }
    void ontvang(bag::GemeenteWoonplaatsRelatie& o) override {
        eis_levering();
        ++m_records;
        schrijf_relatie(m_relaties.rijen, o);
        geef(m_relaties, stuk);
    }
    void ontvang(const bag::Afkeuring& afkeuring) override {
        ++m_records;
        if (m_verslag.afkeuringen.size() < m_opties.meeste_afkeuringen) m_verslag.afkeuringen.push_back(afkeuring);
    }

    /// Hands over what still waits.
    void rond_af() {
        eis_levering();
        geef_alles();
        for (const auto& tabel : m_actueel) m_verslag.actueel += tabel.geschreven();
    }
    [[nodiscard]] std::uint64_t geschreven(ObjectType type) const {
        return m_actueel[nr(type)].geschreven() + m_historie[nr(type)].geschreven();
    }
    [[nodiscard]] std::uint64_t records() const noexcept { return m_records; }
    [[nodiscard]] std::vector<std::int16_t> codes() const { return {m_genoemd.begin(), m_genoemd.end()}; }

  private:
    /// A branch: for the same tables.
    explicit Lader(Lader& stam)
        : m_leeg(stam.m_leeg), m_kopieerder(stam.m_kopieerder), m_verslag(m_takverslag), m_opties(stam.m_opties), m_in_onderzoek{stam.m_in_onderzoek.kopieer, {}}, m_relaties{stam.m_relaties.kopieer, {}},
          m_levering(stam.m_levering), m_genoemd(stam.m_genoemd) {
        for (std::size_t i = 0; i < m_actueel.size(); ++i) {
            m_actueel[i].kopieer = stam.m_actueel[i].kopieer;
            m_historie[i].kopieer = stam.m_historie[i].kopieer;
        }
    }
    void geef_alles() {
        for (auto* tabellen : {&m_actueel, &m_historie}) {
            for (auto& tabel : *tabellen) geef(tabel, 1);
        }
        geef(m_in_onderzoek, 1);
        geef(m_relaties, 1);
    }
    static std::vector<std::int16_t> codes(const bag::Levering& levering) {
        std::vector<std::int16_t> uit;
        uit.reserve(levering.gemeenten.size());
        for (const auto& gebied : levering.gemeenten) uit.push_back(gebied.gemeente.waarde);
        return uit;
    }
    const bag::Levering& eis_levering() const {
        if (m_levering) return *m_levering;
        throw Fout(FoutSoort::ongeldig, "bag-los-deel",
                   "Dit is een los deel zonder Leveringsdocument, en laden vervangt een hele gemeente. Geef het hele "
                   "zipbestand "
                   "of de hele map zoals het Kadaster die leverde.");
    }
    /// The municipality of the delivery an object belongs to. Ids begin with the code of the one that made it.
    [[nodiscard]] std::int16_t gemeente(std::uint64_t id) const {
        const auto& levering = eis_levering();
        const auto& gebieden = levering.gemeenten;
        if (gebieden.size() == 1) return gebieden.front().gemeente.waarde;
        const auto eigen = static_cast<std::int16_t>(id / 1'000'000'000'000ULL);
        if (levering.heel_nederland || m_genoemd.contains(eigen)) return eigen;
        return gebieden.front().gemeente.waarde;
    }
    Rijschrijver& begin(ObjectType type, std::int16_t velden, std::uint64_t id, const bag::BagObject& o, std::int16_t status, bool eindstatus) override {
        const auto& levering = eis_levering();
        ++m_records;
        const bool actueel = o.bestandsoort == Bestandsoort::stand && !eindstatus && bag::is_actueel(o.voorkomen, levering.standdatum);
        // Whose a woonplaats is, a delivery of several municipalities does not say.
        const auto code = type == ObjectType::woonplaats && levering.gemeenten.size() != 1 ? onbekende_gemeente : gemeente(id);
        m_bezig = actueel ? &m_actueel[nr(type)] : &m_historie[nr(type)];
        m_bezig->rijen.rij(velden);
        schrijf_vast(m_bezig->rijen, id, code, status, o);
        return m_bezig->rijen;
    }
    void einde() override { geef(*m_bezig, stuk); }
    void geef(Tabel& tabel, std::size_t vanaf) {
        if (tabel.rijen.grootte() >= vanaf) m_kopieerder.rijen(*tabel.kopieer, tabel.rijen.neem(m_kopieerder.buffer()));
    }
    bool m_leeg;
    Kopieerder& m_kopieerder;
    Laadverslag m_takverslag;  ///< of a branch
    Laadverslag& m_verslag;
    const LaadOpties& m_opties;
    std::array<Tabel, bag::aantal_objecttypen> m_actueel, m_historie;
    Tabel m_in_onderzoek, m_relaties;
    Tabel* m_bezig = nullptr;
    std::optional<bag::Levering> m_levering;
    std::set<std::int16_t> m_genoemd;
    std::uint64_t m_records = 0;
};

void vergelijk_geschreven(const Lader& lader, const Laadverslag& verslag) {
    for (const auto type : bag::alle_objecttypen) {
        std::uint64_t opgeslagen = 0;
        for (const auto& soort : verslag.typen) opgeslagen += soort[nr(type)].opgeslagen;
        if (opgeslagen != lader.geschreven(type)) {
            throw Fout(FoutSoort::intern, "bag-telling",
                       "De aantallen kloppen niet: gelezen is niet opgeslagen plus afgekeurd. Er is niets gewijzigd.",
                       {},
                       fmt::format("{}: read {} but wrote {}", bag::code(type), opgeslagen, lader.geschreven(type)));
        }
    }
}

Laadverslag laad_alles(db::Pool& lader, std::span<const fs::path> bronnen, const LaadOpties& opties) {
    Laadverslag verslag;
    Laadstand stand{.fase = "bestanden nalopen", .bytes = {}, .records = 0};
    const auto meld = [&] {
        if (opties.voortgang && !opties.voortgang(stand)) {
            throw afgebroken();
        }
    };
    const auto bestanden = lees_bronnen(bronnen, meld);

    db::Transactie tx(lader,
                      db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    begin_lading(tx);
    maak_relatietabel(tx);
    const bool eerste = begin_eerste_bag(tx);
    std::vector<std::int16_t> codes;
    {
        Kopieerder kopieerder(tx.verbinding());
        Lader afnemer(kopieerder, verslag, opties, eerste);
        const auto gelezen = lees_in(bronnen, afnemer, kopieerder, stand, opties.voortgang, false);
        neem_tellingen_over(gelezen, verslag);
        vergelijk_geschreven(afnemer, verslag);
        codes = afnemer.codes();
    }
    const auto fase = [&](std::string_view naam) {
        stand.fase = naam;
        meld();
    };
    if (eerste) {
        fase("indexen maken");
        sluit_eerste_bag(tx);
    }
    fase("gemeenten en woonplaatsen");
    neem_relaties_over(tx, verslag.standdatum);
    plaats_woonplaatsen(tx, codes);
    if (!verslag.heel_nederland) verhuis(tx, codes, verslag.standdatum);
    for (const auto type : bag::alle_objecttypen) verslag.dubbel += maak_enkel(tx, type, codes, verslag.heel_nederland);
    fase("tellen");
    tel_opgeslagen(tx, verslag, codes);
    leid_af(tx, codes, verslag, fase);
    leg_lading_vast(tx, verslag, bestanden, codes, opties);
    fase("vastleggen");
    tx.leg_vast();
    return verslag;
}

}  // namespace

void leid_af(db::Transactie& tx, const std::vector<std::int16_t>& codes, Laadverslag& verslag, const std::function<void(std::string_view)>& fase) {
    fase("adressen opbouwen");
    bouw_adressen(tx, codes, verslag);
    fase("bedrijven koppelen");
    tx.doe("select register.koppel_bedrijven()");
    fase("kaart opbouwen");
    bouw_kaart(tx, codes, verslag);
    fase("verwijzingen nalopen");
}

void neem_tellingen_over(const bag::Leesverslag& gelezen, Laadverslag& verslag) {
    const auto telling = [](const bag::Telling& t) {
        return Laadtelling{.gelezen = t.gelezen, .opgeslagen = t.aangeboden, .afgekeurd = t.afgekeurd, .objecten = 0};
    };
    for (std::size_t soort = 0; soort < bag::aantal_bestandsoorten; ++soort) {
        for (std::size_t type = 0; type < bag::aantal_objecttypen; ++type) {
            verslag.typen[soort][type] = telling(gelezen.objecten[soort][type]);
        }
    }
    verslag.in_onderzoek = telling(gelezen.in_onderzoek);
    verslag.gemeente_woonplaats = telling(gelezen.gemeente_woonplaats);
    verslag.vreemd = telling(gelezen.vreemd);
    verslag.onbekend = gelezen.onbekend;
    verslag.overgeslagen = gelezen.overgeslagen;
}

Fout afgebroken() {
    return {FoutSoort::botsing, "afgebroken", "Het laden is op verzoek afgebroken. Er is niets gewijzigd."};
}

std::vector<Bron> lees_bronnen(std::span<const fs::path> paden, const std::function<void()>& stap) {
    std::vector<fs::path> bestanden;
    for (const auto& pad : paden) {
        std::error_code fout;
        if (!fs::is_directory(pad, fout)) {
            bestanden.push_back(pad);
            continue;
        }
        const auto eerste = static_cast<std::ptrdiff_t>(bestanden.size());
        for (const auto& item : fs::recursive_directory_iterator(pad)) {
            if (item.is_regular_file()) bestanden.push_back(item.path());
        }
        std::sort(bestanden.begin() + eerste, bestanden.end());
    }
    std::vector<Bron> uit;
    std::string buffer(stuk, '\0');
    for (const auto& pad : bestanden) {
        std::ifstream bestand(pad, std::ios::binary);
        Bron bron{.naam = pad.filename().string(), .bytes = 0, .sha256 = {}};
        const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> som{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
        bool goed = som && EVP_DigestInit_ex(som.get(), EVP_sha256(), nullptr) == 1;
        while (bestand.is_open() && !bestand.eof() && !bestand.fail()) {
            bestand.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
            const auto n = static_cast<std::size_t>(bestand.gcount());
            goed = goed && EVP_DigestUpdate(som.get(), buffer.data(), n) == 1;
            bron.bytes += n;
            stap();
        }
        if (!bestand.eof()) {
            throw Fout(FoutSoort::ongeldig, "bag-onleesbaar",
                       fmt::format("{}: dit bestand kan niet worden gelezen. Controleer de naam en de rechten.",
                                   pad.string()));
        }
        std::array<unsigned char, 32> hash{};
        if (!goed || EVP_DigestFinal_ex(som.get(), hash.data(), nullptr) != 1) throw Fout(FoutSoort::intern, "sha256", "De controlesom van een bestand kan niet worden gemaakt.");
        bron.sha256 = als_hex(hash);
        uit.push_back(std::move(bron));
    }
    return uit;
}

void meld_mislukt(db::Pool& lader, std::string_view handeling, std::string_view activiteit, const std::string& code) noexcept {
    try {
        db::Transactie tx(
            lader, db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        schrijf_logregel(tx, handeling, activiteit, "mislukt", 422, code);
        tx.leg_vast();
    } catch (const std::exception& fout) {
        // The database is out of reach, and that is what the caller is being told.
        spdlog::warn("a failed load ({}) was not written to the audit log: {}", code, fout.what());
    }
}

Laadtelling Laadverslag::totaal() const {
    Laadtelling som;
    const auto tel = [&](const Laadtelling& t) {
        som.gelezen += t.gelezen;
        som.opgeslagen += t.opgeslagen;
        som.afgekeurd += t.afgekeurd;
        som.objecten += t.objecten;
    };
    for (const auto& soort : typen) std::for_each(soort.begin(), soort.end(), tel);
    for (const auto* t : {&in_onderzoek, &gemeente_woonplaats, &vreemd}) tel(*t);
    return som;
}

Laadverslag laad(db::Pool& lader, std::span<const fs::path> bronnen, const LaadOpties& opties) {
    return meld_mislukking(lader, "bagLaden", [&] { return laad_alles(lader, bronnen, opties); });
}

}  // namespace damwand::registers
