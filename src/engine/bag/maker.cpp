// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/maker.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "base/fout.hpp"
#include "base/tijdelijk.hpp"
#include "engine/bag/geschiedenis.hpp"
#include "engine/bag/schrijver.hpp"
#include "engine/bag/zipschrijver.hpp"

namespace damwand::bag {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t records_per_bestand = 10'000;
constexpr std::string_view schema = "BagvsExtractDeelbestandExtractLvc-2.1.0.xsd";

/// One of the 7 × 4 kinds of part files: objects of a type, by kind of file, or what is under investigation about them.
struct Rubriek {
    ObjectType type{};
    std::optional<Bestandsoort> soort;  ///< nothing: under investigation

    [[nodiscard]] std::string_view letters() const {
        if (!soort) return "IO";
        return *soort == Bestandsoort::stand ? "" : *soort == Bestandsoort::inactief ? "IA" : "NB";
    }
};

/// Calls `neem(record)` for all records of one rubric in one neighbourhood. `neem` is generic.
template <class Neem>
void records(const Geschiedenis& g, const Buurt& buurt, Rubriek rubriek, const Neem& neem) {
    if (!rubriek.soort) {
        const auto onderzoek = [&](std::uint64_t id) {
            g.onderzoek(rubriek.type, id, [&](const InOnderzoek& io) { neem(io); });
        };
        switch (rubriek.type) {
            case ObjectType::openbare_ruimte:
                for (const auto& straat : buurt.straten) onderzoek(straat.id.waarde);
                return;
            case ObjectType::pand:
                for (const auto& pand : buurt.panden) onderzoek(pand.id.waarde);
                return;
            case ObjectType::nummeraanduiding:
                for (const auto& adres : buurt.adressen) onderzoek(adres.hoofdadres.waarde);
                return;
            case ObjectType::verblijfsobject:
                for (const auto& adres : buurt.adressen) {
                    if (adres.type == AdresseerbaarObject::verblijfsobject) onderzoek(adres.object);
                }
                return;
            default:
                return;
        }
    }
    const auto soort = *rubriek.soort;
    const auto plaatsen = [&]<class Object>(AdresseerbaarObject type) {
        for (const auto& adres : buurt.adressen) {
            if (adres.type == type)
                g.versies(adres, soort, std::function<void(const Object&)>{[&](const Object& o) { neem(o); }});
        }
    };
    switch (rubriek.type) {
        case ObjectType::woonplaats:
            return;  // not by neighbourhood
        case ObjectType::openbare_ruimte:
            for (const auto& straat : buurt.straten)
                g.versies(straat, soort, [&](const OpenbareRuimte& o) { neem(o); });
            return;
        case ObjectType::nummeraanduiding:
            for (const auto& adres : buurt.adressen) {
                for (const bool neven : {false, true}) {
                    if (!neven || adres.nevenadres)
                        g.nummer(adres, neven, soort, [&](const Nummeraanduiding& o) { neem(o); });
                }
            }
            return;
        case ObjectType::pand:
            for (const auto& pand : buurt.panden) g.versies(pand, soort, [&](const Pand& o) { neem(o); });
            return;
        case ObjectType::verblijfsobject:
            return plaatsen.template operator()<Verblijfsobject>(AdresseerbaarObject::verblijfsobject);
        case ObjectType::ligplaats:
            return plaatsen.template operator()<Ligplaats>(AdresseerbaarObject::ligplaats);
        case ObjectType::standplaats:
            return plaatsen.template operator()<Standplaats>(AdresseerbaarObject::standplaats);
    }
}

/// The records of one rubric as XML texts, one after the other, through the whole municipality.
class Recordstroom {
  public:
    Recordstroom(const MaakOpties& opties, const Geschiedenis& g, Rubriek rubriek)
        : m_plan(opties.adressen, opties.zaad), m_geschiedenis(g), m_rubriek(rubriek) {
        if (rubriek.type == ObjectType::woonplaats && rubriek.soort) {
            for (const auto& plaats : m_plan.woonplaatsen())
                g.versies(plaats, *rubriek.soort, [&](const Woonplaats& o) { bewaar(o); });
        }
    }
    /// Appends the next record; there must be one.
    void volgende(std::string& uit) {
        while (m_volgende == m_einden.size()) {
            m_tekst.clear();
            m_einden.clear();
            m_volgende = 0;
            if (!m_plan.volgende(m_buurt))
                throw Fout(FoutSoort::intern, "bag-maker", "Er zijn minder records dan geteld.");
            records(m_geschiedenis, m_buurt, m_rubriek, [&](const auto& record) { bewaar(record); });
        }
        const std::size_t van = m_volgende == 0 ? 0 : m_einden[m_volgende - 1];
        uit.append(m_tekst, van, m_einden[m_volgende++] - van);
    }

  private:
    template <class Record>
    void bewaar(const Record& record) {
        schrijf(record, m_tekst);
        m_einden.push_back(m_tekst.size());
    }
    Stadsplan m_plan;
    Geschiedenis m_geschiedenis;
    Rubriek m_rubriek;
    Buurt m_buurt;
    std::string m_tekst;
    std::vector<std::size_t> m_einden;
    std::size_t m_volgende = 0;
};

class Maker {
  public:
    Maker(const MaakOpties& opties, const fs::path& uit)
        : m_opties(opties),
          m_uit(uit),
          m_geschiedenis{opties.zaad, opties.standdatum},
          m_dag(fmt::format("{:02}{:02}{:04}", static_cast<unsigned>(opties.standdatum.day()),
                            static_cast<unsigned>(opties.standdatum.month()),
                            static_cast<int>(opties.standdatum.year()))) {}

    Maakverslag maak();

  private:
    void tel();
    [[nodiscard]] std::uint64_t aantal(Rubriek rubriek) const;
    void deelzip(const fs::path& pad, Rubriek rubriek);
    void meld(std::uint64_t erbij);
    [[nodiscard]] std::string naam(std::string_view wat) const {
        return fmt::format("{}{}{}", damstede.tekst(), wat, m_dag);
    }
    [[nodiscard]] std::vector<GemeenteWoonplaatsRelatie> relaties() const;

    const MaakOpties& m_opties;
    fs::path m_uit;
    Geschiedenis m_geschiedenis;
    std::string m_dag;
    Maakverslag m_verslag;
    std::array<std::uint64_t, aantal_objecttypen> m_onderzoek{};
    Stand m_stand;
};

/// First time round: how much of everything, so that the number of files is known.
void Maker::tel() {
    const auto telling = [&](ObjectType type, Bestandsoort soort) -> TypeTelling& {
        return m_verslag.typen[static_cast<std::size_t>(soort) - 1][static_cast<std::size_t>(type)];
    };
    const auto neem = [&](Rubriek rubriek, std::uint64_t& vorige) {
        return [&, rubriek](const auto& record) {
            if constexpr (std::is_same_v<std::decay_t<decltype(record)>, InOnderzoek>) {
                ++m_onderzoek[static_cast<std::size_t>(rubriek.type)];
            } else {
                auto& t = telling(rubriek.type, *rubriek.soort);
                ++t.voorkomens;
                if (record.identificatie.waarde != vorige) ++t.objecten;  // versions of one object follow each other
                vorige = record.identificatie.waarde;
            }
        };
    };
    Stadsplan plan{m_opties.adressen, m_opties.zaad};
    std::uint64_t vorige = 0;
    for (const auto& plaats : plan.woonplaatsen()) {
        const auto tel_mee = neem({ObjectType::woonplaats, Bestandsoort::stand}, vorige);
        m_geschiedenis.versies(plaats, Bestandsoort::stand, [&](const Woonplaats& o) { tel_mee(o); });
    }
    Buurt buurt;
    while (plan.volgende(buurt)) {
        for (const auto type : alle_objecttypen) {
            for (const auto soort : {Bestandsoort::stand, Bestandsoort::inactief, Bestandsoort::niet_bag}) {
                vorige = 0;
                records(m_geschiedenis, buurt, {type, soort}, neem({type, soort}, vorige));
            }
            records(m_geschiedenis, buurt, {type, {}}, neem({type, {}}, vorige));
        }
        meld(0);
    }
    for (const auto& soort : m_verslag.typen) {
        for (const auto& t : soort) m_stand.totaal += t.voorkomens;
    }
    for (const auto n : m_onderzoek) m_verslag.in_onderzoek += n;
    m_stand.totaal += m_verslag.in_onderzoek;
}

std::uint64_t Maker::aantal(Rubriek rubriek) const {
    return rubriek.soort ? m_verslag.telling(rubriek.type, *rubriek.soort).voorkomens
                         : m_onderzoek[static_cast<std::size_t>(rubriek.type)];
}

void Maker::meld(std::uint64_t erbij) {
    m_stand.gedaan += erbij;
    if (m_opties.voortgang && !m_opties.voortgang(m_stand))
        throw Fout(FoutSoort::botsing, "afgebroken", "Het maken is op verzoek afgebroken.");
}

/// One zip of one rubric; an empty rubric has one file without records, as in real deliveries.
void Maker::deelzip(const fs::path& pad, Rubriek rubriek) {
    const std::uint64_t records = aantal(rubriek);
    const auto bestanden = std::max<std::uint64_t>(1, (records + records_per_bestand - 1) / records_per_bestand);
    Recordstroom stroom{m_opties, m_geschiedenis, rubriek};
    ZipSchrijver zip{pad};
    for (std::uint64_t i = 0; i < bestanden; ++i) {
        const auto hierin = std::min(records_per_bestand, records - i * records_per_bestand);
        zip.voeg_toe(fmt::format("{}-{:06}.xml", pad.stem().string(), i + 1), [&, hierin](std::string& uit) {
            uit = bestand_begin(rubriek.type, damstede, m_opties.standdatum);
            for (std::uint64_t r = 0; r < hierin; ++r) {
                stroom.volgende(uit);
                if (r % 1000 == 999) meld(1000);
            }
            meld(hierin % 1000);
            uit += bestand_einde();
        });
    }
    zip.sluit();
}

/// GEM-WPL-RELATIE also tells of the past: one village came from a neighbour that no longer exists.
std::vector<GemeenteWoonplaatsRelatie> Maker::relaties() const {
    using namespace std::chrono;
    constexpr Gemeentecode buur{9002};
    const auto definitief = RelatieStatus::definitief;
    return {{damstede, WoonplaatsId{9901}, year{2010} / 7 / 23, {}, definitief},
            {damstede, WoonplaatsId{9902}, year{2010} / 7 / 23, {}, definitief},
            {buur, WoonplaatsId{9903}, year{2010} / 7 / 23, year{2014} / 1 / 1, definitief},
            {damstede, WoonplaatsId{9903}, year{2014} / 1 / 1, {}, definitief}};
}

Maakverslag Maker::maak() {
    std::error_code fout;
    fs::create_directories(m_uit, fout);
    const Tijdelijkemap half(m_uit, {FoutSoort::intern, "bag-schrijven", m_uit.string() + ": in deze map kan niet worden geschreven. Controleer de rechten."});
    const auto& werkmap = half.pad();  // for half-made zips
    tel();

    std::vector<std::string> delen;
    for (const auto type : alle_objecttypen) {
        delen.push_back(naam(code(type)) + ".zip");
        deelzip(werkmap / delen.back(), {type, Bestandsoort::stand});
    }
    constexpr std::array<std::pair<std::string_view, std::optional<Bestandsoort>>, 3> groepen{
        {{"Inactief", Bestandsoort::inactief}, {"NietBag", Bestandsoort::niet_bag}, {"InOnderzoek", std::nullopt}}};
    for (const auto& [groep, soort] : groepen) {
        delen.push_back(naam(groep) + ".zip");
        ZipSchrijver zip{werkmap / delen.back()};
        for (const auto type : alle_objecttypen) {
            const Rubriek rubriek{type, soort};
            const auto deel = naam(fmt::format("{}{}", rubriek.letters(), code(type))) + ".zip";
            deelzip(werkmap / deel, rubriek);
            zip.voeg_toe_zip(deel, werkmap / deel);
        }
        zip.sluit();
    }
    const auto gemeente = naam("GEM") + ".zip";
    {
        ZipSchrijver zip{werkmap / gemeente};
        for (const auto& deel : delen) zip.voeg_toe_zip(deel, werkmap / deel);
        zip.sluit();
    }
    const auto rel = relaties();
    m_verslag.gemeente_woonplaats = rel.size();
    const auto relatiezip = fmt::format("GEM-WPL-RELATIE-{}.zip", m_dag);
    {
        ZipSchrijver zip{werkmap / relatiezip};
        zip.voeg_toe(fmt::format("GEM-WPL-RELATIE-{}-000001.xml", m_dag),
                     [&](std::string& uit) { uit = gemeente_woonplaats_bestand(rel, m_opties.standdatum); });
        zip.sluit();
    }
    const auto levering = fmt::format("BAGGEM{}L-{}.zip", damstede.tekst(), m_dag);
    {
        ZipSchrijver zip{werkmap / levering};
        zip.voeg_toe("Leveringsdocument-BAG-Extract.xml", [&](std::string& uit) {
            uit = leveringsdocument({.standdatum = m_opties.standdatum,
                                     .heel_nederland = false,
                                     .gemeenten = {{damstede, "Damstede"}},
                                     .schema = std::string(schema)});
        });
        zip.voeg_toe_zip(gemeente, werkmap / gemeente);
        zip.voeg_toe_zip(relatiezip, werkmap / relatiezip);
        zip.sluit();
    }
    m_verslag.bestand = m_uit / levering;
    fs::rename(werkmap / levering, m_verslag.bestand, fout);
    if (fout)
        throw Fout(FoutSoort::intern, "bag-schrijven",
                   m_verslag.bestand.string() + ": het schrijven mislukte. Controleer de rechten van de map.");
    return std::move(m_verslag);
}

}  // namespace

Maakverslag maak(const MaakOpties& opties, const fs::path& uit) {
    if (opties.adressen < 100 || opties.adressen > 5'000'000)
        throw Fout(FoutSoort::ongeldig, "bag-adressen", "Het aantal adressen moet tussen 100 en 5.000.000 liggen.");
    if (!opties.standdatum.ok() || opties.standdatum < Datum{std::chrono::year{2020} / 1 / 1} ||
        opties.standdatum > Datum{std::chrono::year{2100} / 1 / 1})
        throw Fout(FoutSoort::ongeldig, "bag-standdatum", "De standdatum moet tussen 2020 en 2100 liggen.");
    return Maker{opties, uit}.maak();
}

}  // namespace damwand::bag
