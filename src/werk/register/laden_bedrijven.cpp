// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>

#include "base/fout.hpp"
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

/// Hands profiles on as rows of the two temporary tables.
class Bedrijvenlader final : public hr::Afnemer {
  public:
    Bedrijvenlader(Kopieerder& kopieerder, Bedrijvenverslag& verslag, std::size_t meeste_afkeuringen)
        : m_kopieerder(kopieerder), m_verslag(verslag), m_meeste(meeste_afkeuringen) {}

    void ontvang(hr::Onderneming& o) override {
        schrijf(m_ondernemingen, 30, false, o, [&](Rijschrijver& uit) {
            uit.getal4(static_cast<std::int32_t>(getal(o.kvk_nummer)));
            return o.naam;
        });
        auto& uit = m_ondernemingen.rijen;
        uit.tekst_of_leeg(o.statutaire_naam);
        uit.tekst_of_leeg(o.rechtsvorm);
        // The number of an eenmanszaak would be its owner's citizen service number.
        if (o.rsin.empty() || vouw(o.rechtsvorm).starts_with("eenmanszaak")) uit.leeg();
        else uit.getal4(static_cast<std::int32_t>(getal(o.rsin)));
        uit.waar(hr::van_natuurlijke_personen(o.rechtsvorm));
        geef(m_ondernemingen, stuk);
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
        geef(m_ondernemingen, 1);
        geef(m_vestigingen, 1);
    }
    [[nodiscard]] std::uint64_t records() const noexcept { return m_ondernemingen.rijen.rijen() + m_vestigingen.rijen.rijen(); }

  private:
    struct Tabel {
        std::string kopieer;
        Rijschrijver rijen;
    };

    void vestiging(hr::Vestiging& v, bool kort) {
        schrijf(m_vestigingen, 29, kort, v, [&](Rijschrijver& uit) {
            uit.getal8(getal(v.nummer));
            return v.naam;
        });
        auto& uit = m_vestigingen.rijen;
        uit.getal4(static_cast<std::int32_t>(getal(v.kvk_nummer)));
        uit.waar(v.hoofdvestiging);
        uit.waar(v.commercieel);
        geef(m_vestigingen, stuk);
        ++m_verslag.vestigingen.aangeboden;
    }

    /// The columns both tables have, in the order of bedrijfskolommen.
    template <class T, class Begin>
    void schrijf(Tabel& tabel, std::int16_t velden, bool kort, T& w, Begin begin) {
        auto& uit = tabel.rijen;
        uit.rij(velden);
        uit.getal8(static_cast<std::int64_t>(uit.rijen()));
        uit.waar(kort);
        const std::string& naam = begin(uit);
        uit.tekst(naam);
        uit.reeks_tekst(w.handelsnamen.empty() ? std::vector{naam} : w.handelsnamen);
        for (const auto* dag : {&w.aanvang, &w.einde, &w.geregistreerd}) uit.tekst_of_leeg(*dag ? hr::tekst(**dag) : "");
        if (w.werkzame_personen) uit.getal4(*w.werkzame_personen);
        else uit.leeg();
        std::stable_sort(w.activiteiten.begin(), w.activiteiten.end(), [](const hr::Sbi& a, const hr::Sbi& b) { return a.hoofdactiviteit > b.hoofdactiviteit; });
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
        const Adressen adressen(w.adressen);
        static const hr::Adres geen;
        const auto& a = adressen.bezoek != nullptr ? *adressen.bezoek : geen;
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
    }
    void geef(Tabel& tabel, std::size_t vanaf) {
        if (tabel.rijen.grootte() >= vanaf) m_kopieerder.rijen(tabel.kopieer, tabel.rijen.neem(m_kopieerder.buffer()));
    }

    Kopieerder& m_kopieerder;
    Bedrijvenverslag& m_verslag;
    std::size_t m_meeste;
    Tabel m_ondernemingen{sql_kopieer_bedrijven("onderneming"), {}}, m_vestigingen{sql_kopieer_bedrijven("vestiging"), {}};
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
    {
        Kopieerder kopieerder(tx.verbinding());
        Bedrijvenlader afnemer(kopieerder, verslag, opties.meeste_afkeuringen);
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
    }
    fase("ondernemingen verwerken");
    verwerk_bedrijven(tx, "onderneming", "kvk_nummer", opties, verslag.ondernemingen);
    fase("vestigingen verwerken");
    verwerk_bedrijven(tx, "vestiging", "vestigingsnummer", opties, verslag.vestigingen);
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
