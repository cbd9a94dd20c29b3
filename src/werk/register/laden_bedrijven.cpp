// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <utility>

#include "base/fout.hpp"
#include "base/id.hpp"
#include "base/tekst.hpp"
#include "werk/register/kopie.hpp"
#include "werk/register/register.hpp"
#include "werk/register/store.hpp"

/// damwand handelsregister laad: profiles → rows → COPY into temporary tables → one merge per table, in one transaction.
namespace damwand::registers {
namespace {

namespace hr = handelsregister;

constexpr std::size_t stuk = std::size_t{1} << 20U;  // bytes per chunk of rows

std::int64_t getal(std::string_view cijfers) { return std::stoll(std::string(cijfers)); }

/// The address people may visit, and the postal one in a line.
struct Adressen {
    const hr::Adres* bezoek = nullptr;
    std::string post;
    explicit Adressen(const std::vector<hr::Adres>& alle) {
        for (const auto& a : alle) {
            if (a.soort == hr::Adressoort::bezoek && bezoek == nullptr) bezoek = &a;
            if (a.soort == hr::Adressoort::correspondentie) post = een_regel(a);
        }
    }
    static std::string een_regel(const hr::Adres& a) {
        if (!a.volledig.empty() || a.straat.empty()) return a.volledig;
        auto uit = a.straat;
        if (a.huisnummer != 0) uit += fmt::format(" {}{}{}{}", a.huisnummer, a.huisletter, a.toevoeging.empty() ? "" : "-", a.toevoeging);
        for (const auto* deel : {&a.postcode, &a.plaats}) {
            if (!deel->empty()) uit += (deel == &a.postcode ? ", " : " ") + *deel;
        }
        return uit;
    }
};

/// Numbers seen, as an open table: eight bytes for each at half full.
class Nummerset {
  public:
    /// False when it was there.
    bool voeg_toe(std::int64_t nummer) {
        if (m_aantal * 2 >= m_plekken.size()) groei();
        auto& plek = zoek(nummer);
        if (plek != 0) return false;
        plek = nummer + 1;  // a number of zeros is one too
        ++m_aantal;
        return true;
    }

  private:
    std::int64_t& zoek(std::int64_t nummer) {
        auto i = static_cast<std::uint64_t>(nummer) * 0x9E3779B97F4A7C15U >> m_schuif;
        while (m_plekken[i] != 0 && m_plekken[i] != nummer + 1) i = (i + 1) & (m_plekken.size() - 1);
        return m_plekken[i];
    }
    void groei() {
        auto oud = std::exchange(m_plekken, std::vector<std::int64_t>(std::max<std::size_t>(1024, m_plekken.size() * 2)));
        m_schuif = 64U - static_cast<unsigned>(std::bit_width(m_plekken.size() - 1));
        for (const auto w : oud) {
            if (w != 0) zoek(w - 1) = w;
        }
    }
    std::vector<std::int64_t> m_plekken;
    std::size_t m_aantal = 0;
    unsigned m_schuif = 0;
};

/// Of a first load: what a row needs to go straight into its table.
struct Eerste {
    std::vector<std::int64_t> adressen;  ///< in order
    Datum stand{};
};

/// Hands profiles on as rows of the two temporary tables; in a first load straight into the tables of the register what is found there by its id.
class Bedrijvenlader final : public hr::Afnemer {
  public:
    Bedrijvenlader(Kopieerder& kopieerder, Bedrijvenverslag& verslag, std::size_t meeste_afkeuringen, const std::optional<Eerste>& eerste)
        : m_kopieerder(kopieerder), m_verslag(verslag), m_meeste(meeste_afkeuringen), m_eerste(eerste) {}

    void ontvang(hr::Onderneming& o) override {
        const auto nummer = getal(o.kvk_nummer);
        schrijf(m_ondernemingen, 28, false, o, nummer, [&](Rijschrijver& uit) { uit.getal4(static_cast<std::int32_t>(nummer)); }, [&](Rijschrijver& uit) {
            uit.tekst_of_leeg(o.statutaire_naam);
            uit.tekst_of_leeg(o.rechtsvorm);
            // The number of an eenmanszaak would be its owner's citizen service number.
            if (o.rsin.empty() || vouw(o.rechtsvorm).starts_with("eenmanszaak")) uit.leeg();
            else uit.getal4(static_cast<std::int32_t>(getal(o.rsin)));
            uit.waar(hr::van_natuurlijke_personen(o.rechtsvorm));
        });
        if (m_eerste) m_nummers.push_back(static_cast<std::int32_t>(nummer));
        ++m_verslag.ondernemingen.aangeboden;
        if (!o.hoofdvestiging) return;
        // Inside its company's profile an establishment has no activities of its own.
        if (o.hoofdvestiging->activiteiten.empty()) o.hoofdvestiging->activiteiten = o.activiteiten;
        vestiging(*o.hoofdvestiging, true);
    }
    void ontvang(hr::Vestiging& v) override { vestiging(v, false); }
    void ontvang(const hr::Afkeuring& a) override {
        if (m_verslag.afkeuringen.size() < m_meeste) m_verslag.afkeuringen.push_back(a);
    }
    void rond_af() {
        for (auto* tabel : {&m_ondernemingen, &m_vestigingen}) {
            geef(tabel->kopieer, tabel->rijen, 1);
            geef(tabel->kopieer_rechtstreeks, tabel->rechtstreeks, 1);
        }
        if (m_eerste) geef_nummers();
    }
    [[nodiscard]] std::uint64_t records() const noexcept {
        return m_ondernemingen.rijen.rijen() + m_ondernemingen.rechtstreeks.rijen() + m_vestigingen.rijen.rijen() + m_vestigingen.rechtstreeks.rijen();
    }
    [[nodiscard]] std::uint64_t ondernemingen_rechtstreeks() const noexcept { return m_ondernemingen.rechtstreeks.rijen(); }
    [[nodiscard]] std::uint64_t vestigingen_rechtstreeks() const noexcept { return m_vestigingen.rechtstreeks.rijen(); }

  private:
    struct Tabel {
        explicit Tabel(std::string_view naam) : kopieer(sql_kopieer_bedrijven(naam, false)), kopieer_rechtstreeks(sql_kopieer_bedrijven(naam, true)) {}
        std::string kopieer, kopieer_rechtstreeks;
        Rijschrijver rijen, rechtstreeks;
        Nummerset gezien;  ///< of profiles of their own, in a first load
    };

    void vestiging(hr::Vestiging& v, bool kort) {
        const auto nummer = getal(v.nummer);
        const auto kvk = static_cast<std::int32_t>(getal(v.kvk_nummer));
        schrijf(m_vestigingen, 27, kort, v, nummer, [&](Rijschrijver& uit) { uit.getal8(nummer); }, [&](Rijschrijver& uit) {
            uit.getal4(kvk);
            uit.waar(v.hoofdvestiging);
            uit.waar(v.commercieel);
        });
        if (m_eerste) m_nummers.push_back(kvk);
        ++m_verslag.vestigingen.aangeboden;
    }

    /// In a first load: may this row go straight into its table? Only the first of its number; register.zoek_adressen would find the same.
    bool mag_rechtstreeks(Tabel& tabel, bool kort, std::int64_t nummer, const hr::Adres& a) {
        if (!m_eerste || kort || !tabel.gezien.voeg_toe(nummer)) return false;
        if (a.afgeschermd || a.nummeraanduiding == 0 || (!a.land.empty() && vouw(a.land) != "nederland")) return false;
        return std::binary_search(m_eerste->adressen.begin(), m_eerste->adressen.end(), a.nummeraanduiding);
    }

    /// `velden`: without those that say where the row goes. The columns both tables have are in the order of bedrijfskolommen.
    template <class T, class Begin, class Einde>
    void schrijf(Tabel& tabel, std::int16_t velden, bool kort, T& w, std::int64_t nummer, Begin begin, Einde einde) {
        const Adressen adressen(w.adressen);
        static const hr::Adres geen;
        const auto& a = adressen.bezoek != nullptr ? *adressen.bezoek : geen;
        const bool recht = mag_rechtstreeks(tabel, kort, nummer, a);
        auto& uit = recht ? tabel.rechtstreeks : tabel.rijen;
        uit.rij(static_cast<std::int16_t>(velden + (recht ? 4 : 2)));
        begin(uit);
        uit.tekst(w.naam);
        uit.reeks_tekst(w.handelsnamen.empty() ? std::vector{w.naam} : w.handelsnamen);
        for (const auto* dag : {&w.aanvang, &w.einde, &w.geregistreerd}) uit.tekst_of_leeg(*dag ? hr::tekst(**dag) : "");
        if (w.werkzame_personen) uit.getal4(*w.werkzame_personen);
        else uit.leeg();
        std::stable_sort(w.activiteiten.begin(), w.activiteiten.end(), [](const hr::Sbi& x, const hr::Sbi& y) { return x.hoofdactiviteit > y.hoofdactiviteit; });
        std::vector<std::string> codes, teksten;
        std::vector<std::int16_t> uitgaven;
        for (const auto& sbi : w.activiteiten) {
            codes.push_back(sbi.code);
            teksten.push_back(sbi.omschrijving);
            uitgaven.push_back(static_cast<std::int16_t>(sbi.versie));
        }
        uit.reeks_tekst(codes);
        uit.reeks_tekst(teksten);
        uit.reeks2(uitgaven);
        uit.waar(a.afgeschermd);
        uit.tekst_of_leeg(a.straat);
        if (a.huisnummer != 0) uit.getal4(a.huisnummer);
        else uit.leeg();
        for (const auto* deel : {&a.huisletter, &a.toevoeging, &a.postcode, &a.plaats, &a.land}) uit.tekst_of_leeg(*deel);
        uit.tekst_of_leeg(Adressen::een_regel(a));
        uit.tekst_of_leeg(vouw(a.straat));
        uit.tekst_of_leeg(vouw(a.plaats));
        for (const auto id : {a.nummeraanduiding, a.adresseerbaar_object}) {
            if (id != 0) uit.getal8(id);
            else uit.leeg();
        }
        uit.tekst_of_leeg(adressen.post);
        einde(uit);
        if (recht) {
            uit.datum(m_eerste->stand);
            uit.getal8(a.nummeraanduiding);
            uit.tekst("nummeraanduiding");
            uit.tekst("zeker");
        } else {
            uit.getal8(static_cast<std::int64_t>(uit.rijen()));
            uit.waar(kort);
        }
        geef(recht ? tabel.kopieer_rechtstreeks : tabel.kopieer, uit, stuk);
    }
    void geef(const std::string& kopieer, Rijschrijver& rijen, std::size_t vanaf) {
        if (rijen.grootte() >= vanaf) m_kopieerder.rijen(kopieer, rijen.neem(m_kopieerder.buffer()));
    }
    /// The random id of each company.
    void geef_nummers() {
        std::sort(m_nummers.begin(), m_nummers.end());
        m_nummers.erase(std::unique(m_nummers.begin(), m_nummers.end()), m_nummers.end());
        Rijschrijver uit;
        for (const auto nummer : m_nummers) {
            uit.rij(2);
            uit.getal4(nummer);
            const auto id = Uuid::willekeurig();
            uit.tekst({reinterpret_cast<const char*>(id.bytes.data()), id.bytes.size()});
            geef(m_kopieer_nummers, uit, stuk);
        }
        geef(m_kopieer_nummers, uit, 1);
    }

    Kopieerder& m_kopieerder;
    Bedrijvenverslag& m_verslag;
    std::size_t m_meeste;
    const std::optional<Eerste>& m_eerste;
    Tabel m_ondernemingen{"onderneming"}, m_vestigingen{"vestiging"};
    std::vector<std::int32_t> m_nummers;  ///< in a first load: of every company named
    std::string m_kopieer_nummers = sql_kopieer_nummers();
};

void tel_op(hr::Leesverslag& som, const hr::Leesverslag& v) {
    som.regels += v.regels;
    som.ondernemingen += v.ondernemingen;
    som.vestigingen += v.vestigingen;
    som.afgekeurd += v.afgekeurd;
    som.afgeschermd += v.afgeschermd;
    for (const auto& [naam, aantal] : v.onbekend) som.onbekend[naam] += aantal;
}

void laad_alles(db::Pool& lader, std::span<const std::filesystem::path> bestanden, const BedrijvenOpties& opties, Bedrijvenverslag& verslag) {
    std::string_view naam = "bestanden nalopen";
    Stand stand;
    std::uint64_t records = 0;
    const auto meld = [&] { return !opties.voortgang || opties.voortgang(naam, stand, records); };
    const auto fase = [&](std::string_view welke) {
        naam = welke;
        if (!meld()) throw afgebroken();
    };
    const auto bronnen = lees_bronnen(bestanden, [&] { fase(naam); });
    for (const auto& b : bronnen) stand.totaal += b.bytes;

    db::Transactie tx(lader, db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    begin_lading(tx);
    maak_bedrijftabellen(tx);
    std::optional<Eerste> eerste;
    if (begin_eerste_bedrijven(tx)) eerste = Eerste{.adressen = alle_nummeraanduidingen(tx), .stand = opties.standdatum};
    std::uint64_t ondernemingen = 0, vestigingen = 0;
    {
        Kopieerder kopieerder(tx.verbinding());
        Bedrijvenlader afnemer(kopieerder, verslag, opties.meeste_afkeuringen, eerste);
        naam = "lezen";
        for (const auto& pad : bestanden) {
            const auto eerder = stand.gedaan;
            tel_op(verslag.gelezen, hr::lees_bestand(pad, opties.standdatum, afnemer, [&](const Stand& bytes) {
                       stand.gedaan = eerder + bytes.gedaan;
                       records = afnemer.records();
                       return meld();
                   }));
        }
        if (verslag.gelezen.afgekeurd != 0 && (opties.alles_of_niets || opties.volledig)) {
            throw Fout(FoutSoort::ongeldig, "bedrijven-afgekeurd",
                       fmt::format("Van de {} profielen zijn er {} afgekeurd. Er is niets gewijzigd.", verslag.gelezen.regels, verslag.gelezen.afgekeurd));
        }
        afnemer.rond_af();
        kopieerder.klaar();
        ondernemingen = afnemer.ondernemingen_rechtstreeks();
        vestigingen = afnemer.vestigingen_rechtstreeks();
    }
    fase("ondernemingen verwerken");
    if (eerste) verwerk_eerste(tx, "onderneming", "kvk_nummer", opties, ondernemingen, verslag.ondernemingen);
    else verwerk_bedrijven(tx, "onderneming", "kvk_nummer", opties, verslag.ondernemingen);
    fase("vestigingen verwerken");
    if (eerste) verwerk_eerste(tx, "vestiging", "vestigingsnummer", opties, vestigingen, verslag.vestigingen);
    else verwerk_bedrijven(tx, "vestiging", "vestigingsnummer", opties, verslag.vestigingen);
    fase("indexen maken");
    if (eerste) sluit_eerste_bedrijven(tx);
    fase("vastleggen");
    leg_bedrijven_vast(tx, verslag, bronnen, opties);
    tx.leg_vast();
}

}  // namespace

void laad_bedrijven(db::Pool& lader, std::span<const std::filesystem::path> bestanden, const BedrijvenOpties& opties, Bedrijvenverslag& verslag) {
    const auto mislukt = [&](const std::string& code) { meld_mislukt(lader, "handelsregisterLaden", "handelsregister-raadplegen", code); };
    try {
        laad_alles(lader, bestanden, opties, verslag);
    } catch (const Fout& fout) {
        mislukt(fout.code());
        if (fout.code() == "afgebroken") throw afgebroken();
        throw;
    } catch (const db::DbFout&) {
        mislukt("database");
        throw;
    }
}

}  // namespace damwand::registers
