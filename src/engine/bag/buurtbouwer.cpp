// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/buurtbouwer.hpp"

#include <algorithm>
#include <array>

namespace damwand::bag {

namespace {

using G = Gebruiksdoel;

constexpr double einde = buurt_maat - rand_van_buurt;
constexpr int adressen_per_postcode = 24;

std::uint64_t nummer_van(ObjectType type, std::uint64_t volg) {
    constexpr std::array<std::uint64_t, aantal_objecttypen> typecode{0, 30, 20, 1, 2, 3, 10};
    return static_cast<std::uint64_t>(damstede.waarde) * 1'000'000'000'000ULL +
           typecode[static_cast<std::size_t>(type)] * 10'000'000'000ULL + volg;
}

/// The second letter is one that PostNL's postcodes hardly ever have, so that an invented postcode is seldom a real
/// one.
std::string postcode_van(std::size_t woonplaats, std::uint32_t volg) {
    constexpr std::array<std::uint32_t, aantal_woonplaatsen> eerste{2300, 1300, 1700};
    constexpr std::string_view voor = "ABCDEGHJKLMNPRTVWXZ", achter = "UYOQI";
    const auto paren = static_cast<std::uint32_t>(voor.size() * achter.size());
    const std::uint32_t paar = volg % paren;
    std::string uit = std::to_string(eerste[woonplaats] + volg / paren);
    uit += voor[paar % voor.size()];
    uit += achter[paar / voor.size()];
    return uit;
}

std::array<BlokPunt, 4> rechthoek(double x1, double y1, double x2, double y2) {
    return {{{x1, y1}, {x2, y1}, {x2, y2}, {x1, y2}}};
}

}  // namespace

BuurtBouwer::BuurtBouwer(Buurt& uit, Uitgifte& uitgifte, std::size_t woonplaats, WoonplaatsId woonplaats_id, int kolom,
                         int rij, std::uint64_t budget, Toeval toeval, bool eerste)
    : m_uit(uit),
      m_uitgifte(uitgifte),
      m_woonplaats(woonplaats),
      m_woonplaats_id(woonplaats_id),
      m_kolom(kolom),
      m_rij(rij),
      m_budget(budget),
      m_toeval(toeval),
      m_eerste(eerste),
      m_langs_v(((kolom + rij) & 1) != 0) {}

void BuurtBouwer::bouw(BuurtSoort soort) {
    constexpr std::array woonthemas{Thema::bomen,    Thema::vogels, Thema::ambachten, Thema::bloemen, Thema::overzee,
                                    Thema::personen, Thema::water,  Thema::sterren,   Thema::muziek,  Thema::stenen};
    m_thema = woonthemas[m_toeval.onder(woonthemas.size())];
    m_jaar = m_toeval.kans(150) ? m_toeval.tussen(2011, 2026) : m_toeval.tussen(1905, 2005);
    switch (soort) {
        case BuurtSoort::centrum:
            return centrum();
        case BuurtSoort::haven:
            return haven();
        case BuurtSoort::bedrijven:
            return bedrijven();
        case BuurtSoort::flats:
            return flats();
        case BuurtSoort::rijtjes:
            return rijtjes();
        case BuurtSoort::vrijstaand:
            return vrijstaand(false);
        case BuurtSoort::dorp:
            return vrijstaand(true);
    }
}

// ---- small things ----

int BuurtBouwer::bouwjaar() { return std::min(m_jaar + m_toeval.tussen(0, 4), 2026); }

double BuurtBouwer::maat(double laagste, double hoogste) {
    return laagste + 0.1 * m_toeval.onder(static_cast<std::uint32_t>((hoogste - laagste) * 10) + 1);
}

Blok BuurtBouwer::blok(double a, double b) const noexcept {
    const double u = m_kolom * buurt_maat + (m_langs_v ? b : a);
    const double v = m_rij * buurt_maat + (m_langs_v ? a : b);
    return {{u, v}, m_langs_v};
}

std::string BuurtBouwer::naam(Thema thema) {
    return straatnaam(thema, m_uitgifte.namen[m_woonplaats][static_cast<std::size_t>(thema)]++);
}

OpenbareRuimteId BuurtBouwer::openbare_ruimte(std::string naam, OpenbareRuimteType type) {
    const OpenbareRuimteId id{nummer_van(ObjectType::openbare_ruimte, ++m_uitgifte.straten)};
    m_uit.straten.push_back({id, m_woonplaats_id, std::move(naam), type});
    return id;
}

BuurtBouwer::Straat BuurtBouwer::straat(double b, Thema thema) {
    const auto id = openbare_ruimte(naam(thema), OpenbareRuimteType::weg);
    return {b, {id, 1, {}, 0}, {id, 2, {}, 0}};
}

PandId BuurtBouwer::pand(Geometrie geometrie, int bouwjaar, Geometrie vroeger) {
    const PandId id{nummer_van(ObjectType::pand, ++m_uitgifte.panden)};
    m_uit.panden.push_back({id, std::move(geometrie), std::move(vroeger), bouwjaar, false});
    return id;
}

PlanAdres& BuurtBouwer::nieuw_adres(Zijde& zijde, bool nieuw_nummer) {
    if (zijde.postcode.empty() || (zijde.op_postcode >= adressen_per_postcode && nieuw_nummer)) {
        zijde.postcode = postcode_van(m_woonplaats, m_uitgifte.postcodes[m_woonplaats]++);
        zijde.op_postcode = 0;
    }
    ++zijde.op_postcode;
    if (nieuw_nummer) zijde.nummer += 2;
    auto& adres = m_uit.adressen.emplace_back();
    adres.hoofdadres.waarde = nummer_van(ObjectType::nummeraanduiding, ++m_uitgifte.nummers);
    adres.straat = zijde.straat;
    adres.huisnummer = zijde.nummer - 2;
    adres.postcode = zijde.postcode;
    --m_budget;
    return adres;
}

void BuurtBouwer::adres(Zijde& zijde, bool nieuw_nummer, const Woonvorm& vorm, std::initializer_list<PandId> panden,
                        Geometrie punt, int bouwjaar) {
    if (vol()) return;
    auto& adres = nieuw_adres(zijde, nieuw_nummer);
    adres.object = nummer_van(ObjectType::verblijfsobject, ++m_uitgifte.verblijfsobjecten);
    adres.huisletter = vorm.letter;
    adres.toevoeging = vorm.toevoeging;
    adres.geometrie = std::move(punt);
    adres.doelen = vorm.doelen;
    adres.oppervlakte = vorm.oppervlakte;
    adres.panden = panden;
    adres.bouwjaar = bouwjaar;
    if (m_budget > 0 && m_toeval.kans(4)) {  // an entrance round the corner
        adres.nevenadres = NummeraanduidingId{nummer_van(ObjectType::nummeraanduiding, ++m_uitgifte.nummers)};
        --m_budget;
    }
}

void BuurtBouwer::plaats(Zijde& zijde, AdresseerbaarObject type, Geometrie vlak) {
    if (vol()) return;
    auto& adres = nieuw_adres(zijde, true);
    adres.type = type;
    adres.object = type == AdresseerbaarObject::ligplaats
                       ? nummer_van(ObjectType::ligplaats, ++m_uitgifte.ligplaatsen)
                       : nummer_van(ObjectType::standplaats, ++m_uitgifte.standplaatsen);
    adres.geometrie = std::move(vlak);
    adres.bouwjaar = 1995;
}

/// What stood here before and was pulled down: a building, a home and its number, all ended.
void BuurtBouwer::voorganger(Geometrie vlak, Geometrie punt, const Zijde& zijde) {
    const int jaar = m_toeval.tussen(1880, 1950);
    const auto id = pand(std::move(vlak), jaar);
    m_uit.panden.back().gesloopt = true;
    auto& adres = m_uit.adressen.emplace_back();
    adres.hoofdadres.waarde = nummer_van(ObjectType::nummeraanduiding, ++m_uitgifte.nummers);
    adres.object = nummer_van(ObjectType::verblijfsobject, ++m_uitgifte.verblijfsobjecten);
    adres.straat = zijde.straat;
    adres.huisnummer = std::max(1, zijde.nummer - 2);
    adres.postcode = zijde.postcode;
    adres.geometrie = std::move(punt);
    adres.doelen = {G::woonfunctie};
    adres.oppervlakte = m_toeval.tussen(45, 95);
    adres.panden = {id};
    adres.bouwjaar = jaar;
    adres.ingetrokken = true;
}

void BuurtBouwer::schuur(const Blok& blok, double x, double y, double breedte, double diepte, int bouwjaar) {
    pand(blok.vlak(rechthoek(x, y, x + breedte, y + diepte)), bouwjaar);
}

// ---- kinds of neighbourhood ----

void BuurtBouwer::centrum() {
    m_jaar = m_toeval.tussen(1650, 1920);
    for (int i = 0; i < 4 && !vol(); ++i) {
        auto s = straat(45 + 70 * i, Thema::centrum);
        double van = rand_van_buurt;
        if (i == 1) {
            hofje(s, 1, van);
            voorziening(s, -1, van + 22, m_eerste ? G::bijeenkomstfunctie : G::gezondheidszorgfunctie, false);
            van += 54;
        }
        if (i == 2 && m_eerste) {
            voorziening(s, 1, van + 22, G::kantoorfunctie, true);  // the town hall
            voorziening(s, -1, van + 22, G::celfunctie, true);     // the police station
            van += 54;
        }
        for (const int kant : {-1, 1}) winkelrij(s, kant, van);
    }
    if (m_eerste) openbare_ruimte("Markt", OpenbareRuimteType::terrein);
}

void BuurtBouwer::haven() {
    m_jaar = m_toeval.tussen(1930, 2000);
    if (m_eerste) openbare_ruimte("Damsterhaven", OpenbareRuimteType::water);
    for (int i = 0; i < 3 && !vol(); ++i) {
        auto s = straat(60 + 85 * i, Thema::haven);
        ligplaatsen(s, -1);
        for (double a = rand_van_buurt; a + 32 < einde && !vol(); a += 36) hal(s, 1, a + 15, 28);
    }
}

void BuurtBouwer::bedrijven() {
    m_jaar = m_toeval.tussen(1965, 2020);
    for (int i = 0; i < 2 && !vol(); ++i) {
        auto s = straat(78 + 144 * i, Thema::bedrijven);
        if (m_eerste && i == 0) {
            m_uit.straten.back().naam = "Bedrijventerrein De Kolk";
            m_uit.straten.back().type = OpenbareRuimteType::terrein;
        }
        for (const int kant : {-1, 1}) {
            for (double a = rand_van_buurt; !vol();) {
                const double breedte = maat(26, 52);
                if (a + breedte > einde) break;
                hal(s, kant, a + breedte / 2, breedte);
                a += breedte + maat(6, 14);
            }
        }
    }
}

void BuurtBouwer::flats() {
    m_jaar = m_toeval.tussen(1955, 2022);
    for (int i = 0; i < 2 && !vol(); ++i) {
        auto s = straat(75 + 150 * i, m_thema);
        if (m_eerste && i == 0) {
            standplaatsen(s, 1);
            for (int nr = 0; nr < 3; ++nr) flat(s, -1, 50 + 95 * nr);
            continue;
        }
        for (const int kant : {-1, 1}) {
            for (int nr = 0; nr < 3; ++nr) flat(s, kant, 50 + 95 * nr);
        }
    }
}

void BuurtBouwer::rijtjes() {
    constexpr std::array voorzieningen{G::onderwijsfunctie, G::gezondheidszorgfunctie, G::sportfunctie,
                                       G::bijeenkomstfunctie, G::winkelfunctie};
    for (int i = 0; i < 4 && !vol(); ++i) {
        auto s = straat(45 + 70 * i, m_thema);
        double van = rand_van_buurt;
        if (i == 2 && m_toeval.kans(600)) {
            const auto doel = voorzieningen[m_toeval.onder(voorzieningen.size())];
            voorziening(s, 1, van + 22, doel, m_toeval.kans(400));
            van += 54;
            huizenrij(s, -1, rand_van_buurt, einde);
            huizenrij(s, 1, van, einde);
            continue;
        }
        for (const int kant : {-1, 1}) huizenrij(s, kant, van, einde);
    }
}

void BuurtBouwer::vrijstaand(bool dorp) {
    for (int i = 0; i < 3 && !vol(); ++i) {
        auto s = straat(52 + 98 * i, dorp ? Thema::dorp : m_thema);
        for (const int kant : {-1, 1}) {
            double van = rand_van_buurt;
            if (dorp && i == 1) {
                voorziening(s, kant, van + 22, kant > 0 ? G::bijeenkomstfunctie : G::onderwijsfunctie, false);
                van += 54;
            }
            while (!vol()) {
                const bool boerderij = dorp && m_toeval.kans(160);
                const double breedte = boerderij ? maat(34, 42) : maat(17, 25);
                if (van + breedte > einde) break;
                villa(s, kant, van + breedte / 2, breedte, boerderij);
                van += breedte;
            }
        }
    }
}

}  // namespace damwand::bag
