// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/buurtbouwer.hpp"

#include <algorithm>
#include <array>

namespace damwand::bag {

namespace {

using G = Gebruiksdoel;

constexpr double rand_van_buurt = 12;  // free at both ends of a street
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
            voorziening(s, 1, van + 22, voorzieningen[m_toeval.onder(voorzieningen.size())], m_toeval.kans(400));
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

// ---- buildings ----

/// Shops with homes above, wall to wall; an alley after every eight to twelve.
void BuurtBouwer::winkelrij(Straat& straat, int kant, double van) {
    auto& z = zijde(straat, kant);
    const bool letters = m_toeval.kans(500);
    while (van + 40 < einde && !vol()) {
        const int aantal = m_toeval.tussen(5, 9);
        std::array<double, 9> breedte{};
        double lengte = 0;
        for (int i = 0; i < aantal; ++i) lengte += breedte[static_cast<std::size_t>(i)] = maat(5, 7);
        if (van + lengte > einde) break;
        const auto b = blok(van + lengte / 2, straat.b);
        const double diepte = maat(12, 16);
        double x = -lengte / 2;
        for (int i = 0; i < aantal && !vol(); ++i) {
            const double w = breedte[static_cast<std::size_t>(i)];
            const int jaar = bouwjaar();
            const auto id = pand(b.vlak(rechthoek(x, kant * 6.0, x + w, kant * (6.0 + diepte))), jaar);
            const int m2 = static_cast<int>(w * diepte);
            const double mx = x + w / 2;
            const int lagen = m_toeval.tussen(0, 3);
            switch (m_toeval.onder(12)) {
                case 0:
                    adres(z, true, {{G::bijeenkomstfunctie}, m2, {}, {}}, {id}, b.punt({mx, kant * 9.0}), jaar);
                    break;
                case 1:
                    adres(z, true, {{G::kantoorfunctie}, m2, {}, {}}, {id}, b.punt({mx, kant * 9.0}), jaar);
                    break;
                case 2:
                    adres(z, true, {{G::winkelfunctie, G::woonfunctie}, 2 * m2, {}, {}}, {id}, b.punt({mx, kant * 9.0}),
                          jaar);
                    break;
                case 3:
                    adres(z, true, {{G::overige_gebruiksfunctie}, m2, {}, {}}, {id}, b.punt({mx, kant * 9.0}), jaar);
                    break;
                case 4:
                    if (m_toeval.kans(300)) {
                        adres(z, true, {{G::logiesfunctie}, 3 * m2, {}, {}}, {id}, b.punt({mx, kant * 9.0}), jaar);
                        break;
                    }
                    [[fallthrough]];
                default:
                    adres(z, true, {{G::winkelfunctie}, m2, {}, {}}, {id}, b.punt({mx, kant * 9.0}), jaar);
            }
            for (int laag = 1; laag <= lagen; ++laag) {
                const Woonvorm woning{{G::woonfunctie},
                                      m2 - 8,
                                      letters ? std::string(1, static_cast<char>('A' + laag - 1)) : std::string{},
                                      letters ? std::string{} : std::to_string(laag)};
                adres(z, false, woning, {id}, b.punt({mx, kant * (9.0 + 0.8 * laag)}), jaar);
            }
            x += w;
        }
        van += lengte + maat(3, 5);
    }
}

/// Homes around a court: a building with a hole in it.
void BuurtBouwer::hofje(Straat& straat, int kant, double van) {
    if (vol()) return;
    auto& z = zijde(straat, kant);
    const auto b = blok(van + 22, straat.b);
    const auto buiten = rechthoek(-21, kant * 4.0, 21, kant * 32.0);
    const auto binnen = rechthoek(-13, kant * 12.0, 13, kant * 24.0);
    const std::array<std::span<const BlokPunt>, 2> ringen{buiten, binnen};
    const int jaar = m_toeval.tussen(1610, 1780);
    const auto id = pand(b.vlak(ringen), jaar);
    for (int i = 0; i < 16; ++i) {
        const double y = i < 8 ? 8.0 : 28.0;
        adres(z, true, {{G::woonfunctie}, m_toeval.tussen(32, 54), {}, {}}, {id},
              b.punt({-17.5 + 5.0 * (i % 8), kant * y}), jaar);
    }
}

/// Terraced houses: rigid rows with shared walls, a shed in many gardens, an extension behind some.
void BuurtBouwer::huizenrij(Straat& straat, int kant, double van, double tot) {
    auto& z = zijde(straat, kant);
    while (!vol()) {
        const int aantal = m_toeval.tussen(4, 9);
        const double w = maat(5.1, 6.3);
        const double lengte = w * aantal;
        if (van + lengte > tot) break;
        const auto b = blok(van + lengte / 2, straat.b);
        const double voor = maat(8, 11), achter = voor + maat(8, 10);
        const int jaar = bouwjaar();
        for (int i = 0; i < aantal && !vol(); ++i) {
            const double x = -lengte / 2 + w * i, x2 = x + w;
            const auto rij = b.vlak(rechthoek(x, kant * voor, x2, kant * achter));
            PandId id;
            if (m_toeval.kans(180)) {
                const double diep = achter + maat(2, 3.5);
                const std::array<BlokPunt, 8> omtrek{{{x, kant * voor},
                                                      {x2, kant * voor},
                                                      {x2, kant * achter},
                                                      {x2 - 0.6, kant * achter},
                                                      {x2 - 0.6, kant * diep},
                                                      {x + 0.6, kant * diep},
                                                      {x + 0.6, kant * achter},
                                                      {x, kant * achter}}};
                id = pand(b.vlak(omtrek), jaar, rij);
            } else {
                id = pand(rij, jaar);
            }
            const int m2 = static_cast<int>(w * (achter - voor) * 2.3) + m_toeval.tussen(-6, 14);
            const auto midden = b.punt({x + w / 2, kant * (voor + achter) / 2});
            if (m_toeval.kans(25)) {  // split into two homes
                adres(z, true, {{G::woonfunctie}, m2 / 2, "A", {}}, {id}, midden, jaar);
                adres(z, false, {{G::woonfunctie}, m2 / 2, "B", {}}, {id}, b.punt({x + w / 2, kant * (voor + 2)}),
                      jaar);
            } else if (m_toeval.kans(12)) {
                adres(z, true, {{G::woonfunctie, G::kantoorfunctie}, m2, {}, {}}, {id}, midden, jaar);
            } else {
                adres(z, true, {{G::woonfunctie}, m2, {}, {}}, {id}, midden, jaar);
            }
            if (jaar >= 1990 && m_toeval.kans(60)) voorganger(rij, midden, z);
            if (m_toeval.kans(450)) schuur(b, x + 0.4, kant > 0 ? 27.5 : -30.5, 2.5, 3, std::max(jaar, 1950));
        }
        van += lengte + maat(4, 9);
    }
}

void BuurtBouwer::villa(Straat& straat, int kant, double midden, double breedte, bool boerderij) {
    auto& z = zijde(straat, kant);
    const auto b = blok(midden, straat.b);
    const double half = boerderij ? 7 : maat(4.4, 5.6), voor = maat(10, 15),
                 achter = voor + (boerderij ? 20 : maat(9, 12));
    const int jaar = bouwjaar();
    const bool hoek = m_toeval.kans(550);  // an L rather than a rectangle
    const std::array<BlokPunt, 6> omtrek{{{-half, kant * voor},
                                          {half, kant * voor},
                                          {half, kant * (achter - 3.5)},
                                          {0.5, kant * (achter - 3.5)},
                                          {0.5, kant * achter},
                                          {-half, kant * achter}}};
    const auto vlak = hoek ? b.vlak(omtrek) : b.vlak(rechthoek(-half, kant * voor, half, kant * achter));
    const auto id = pand(vlak, jaar);
    const auto punt = b.punt({-half / 2, kant * (voor + achter) / 2});
    const int m2 = static_cast<int>(half * 2 * (achter - voor)) + m_toeval.tussen(20, 80);
    if (boerderij) {
        const auto stal = pand(b.vlak(rechthoek(half + 0.5, kant * (voor + 6), half + 8, kant * (achter + 8))),
                               std::min(jaar + 12, 2026));
        adres(z, true, {{G::woonfunctie, G::industriefunctie}, 2 * m2, {}, {}}, {id, stal}, punt, jaar);
    } else if (m_toeval.kans(20)) {
        adres(z, true, {{G::logiesfunctie}, m2, {}, {}}, {id}, punt, jaar);
    } else {
        adres(z, true, {{G::woonfunctie}, m2, {}, {}}, {id}, punt, jaar);
    }
    if (jaar >= 1990 && m_toeval.kans(60))
        voorganger(b.vlak(rechthoek(-half, kant * voor, half, kant * achter)), punt, z);
    if (!boerderij && m_toeval.kans(500))
        schuur(b, breedte / 2 - 3.6, kant > 0 ? achter + 1 : -achter - 7, 3.2, 6, std::max(jaar, 1930));
}

/// A business hall: one user, an office in front of a work floor, or a building full of small units.
void BuurtBouwer::hal(Straat& straat, int kant, double midden, double breedte) {
    if (vol()) return;
    auto& z = zijde(straat, kant);
    const auto b = blok(midden, straat.b);
    const double half = breedte / 2, voor = 12, achter = voor + maat(22, 40);
    const int jaar = bouwjaar(), m2 = static_cast<int>(breedte * (achter - voor));
    const auto punt = b.punt({0, kant * (voor + 5)});
    const auto soort = m_toeval.onder(10);
    if (soort < 3) {  // small units, one per letter or number; nobody knows who sits there
        const auto id = pand(b.vlak(rechthoek(-half, kant * voor, half, kant * achter)), jaar);
        const int aantal = m_toeval.tussen(4, 12);
        for (int i = 0; i < aantal; ++i) {
            const double x = -half + breedte * (i + 0.5) / aantal;
            const G doel = m_toeval.kans(650)   ? G::industriefunctie
                           : m_toeval.kans(500) ? G::kantoorfunctie
                                                : G::overige_gebruiksfunctie;
            adres(z, i == 0, {{doel}, std::max(25, m2 / aantal - 10), {}, std::to_string(i + 1)}, {id},
                  b.punt({x, kant * (voor + 8)}), jaar);
        }
        return;
    }
    if (soort < 5) {  // an office built against the hall: one object in two buildings
        const auto kantoor = pand(b.vlak(rechthoek(-half, kant * voor, half, kant * (voor + 9))), jaar);
        const auto werk = pand(b.vlak(rechthoek(-half, kant * (voor + 9), half, kant * achter)), jaar);
        return adres(z, true, {{G::industriefunctie, G::kantoorfunctie}, m2, {}, {}}, {kantoor, werk}, punt, jaar);
    }
    const double knik = voor + (achter - voor) / 2;
    const std::array<BlokPunt, 6> omtrek{{{-half, kant * voor},
                                          {half, kant * voor},
                                          {half, kant * knik},
                                          {half / 3, kant * knik},
                                          {half / 3, kant * achter},
                                          {-half, kant * achter}}};
    const auto vlak = soort < 7 ? b.vlak(omtrek) : b.vlak(rechthoek(-half, kant * voor, half, kant * achter));
    const auto id = pand(vlak, jaar);
    switch (m_toeval.onder(8)) {
        case 0:
            return adres(z, true, {{G::winkelfunctie}, m2, {}, {}}, {id}, punt, jaar);
        case 1:
            return adres(z, true, {{G::kantoorfunctie}, m2, {}, {}}, {id}, punt, jaar);
        case 2:
            return adres(z, true, {{G::bijeenkomstfunctie, G::sportfunctie}, m2, {}, {}}, {id}, punt, jaar);
        default:
            break;
    }
    // Every now and then the object is registered with its outline rather than with a point.
    adres(z, true, {{G::industriefunctie}, m2, {}, {}}, {id}, m_toeval.kans(30) ? vlak : punt, jaar);
}

void BuurtBouwer::flat(Straat& straat, int kant, double midden) {
    if (vol()) return;
    auto& z = zijde(straat, kant);
    const auto b = blok(midden, straat.b);
    const int lagen = m_toeval.tussen(3, 6), per_laag = 8, jaar = bouwjaar();
    const double half = 32, voor = 14, achter = 26;
    const std::array<BlokPunt, 8> omtrek{{{-half, kant * voor},
                                          {-4, kant * voor},
                                          {-4, kant * (voor - 2)},
                                          {4, kant * (voor - 2)},
                                          {4, kant * voor},
                                          {half, kant * voor},
                                          {half, kant * achter},
                                          {-half, kant * achter}}};
    const auto id = pand(b.vlak(omtrek), jaar);
    for (int i = 0; i < lagen * per_laag; ++i) {
        const double x = -half + 4 + 8.0 * (i % per_laag);
        adres(z, true, {{G::woonfunctie}, m_toeval.tussen(52, 96), {}, {}}, {id},
              b.punt({x, kant * (voor + 2.0 + i / per_laag)}), jaar);
    }
    for (int i = 0; i < 8; ++i) schuur(b, -half + 4.0 * i, kant > 0 ? achter + 8 : -achter - 11, 3, 3, jaar);
}

/// A school, church, surgery or town hall on 44 m of street; with an inner court when it has a patio.
void BuurtBouwer::voorziening(Straat& straat, int kant, double midden, Gebruiksdoel doel, bool patio) {
    if (vol()) return;
    auto& z = zijde(straat, kant);
    const auto b = blok(midden, straat.b);
    const int jaar = bouwjaar();
    if (doel == G::bijeenkomstfunctie) {  // a cross-shaped church
        const std::array<BlokPunt, 12> kruis{{{-5, kant * 5.0},
                                              {5, kant * 5.0},
                                              {5, kant * 14.0},
                                              {13, kant * 14.0},
                                              {13, kant * 22.0},
                                              {5, kant * 22.0},
                                              {5, kant * 31.0},
                                              {-5, kant * 31.0},
                                              {-5, kant * 22.0},
                                              {-13, kant * 22.0},
                                              {-13, kant * 14.0},
                                              {-5, kant * 14.0}}};
        const auto id = pand(b.vlak(kruis), jaar);
        return adres(z, true, {{doel}, 480, {}, {}}, {id}, b.punt({0, kant * 12.0}), jaar);
    }
    const auto buiten = rechthoek(-20, kant * 6.0, 20, kant * 31.0);
    const auto binnen = rechthoek(-8, kant * 14.0, 10, kant * 23.0);
    const std::array<std::span<const BlokPunt>, 2> ringen{buiten, binnen};
    const auto id = pand(patio ? b.vlak(ringen) : b.vlak(buiten), jaar);
    adres(z, true, {{doel}, 1180, {}, {}}, {id}, b.punt({-14, kant * 10.0}), jaar);
}

void BuurtBouwer::ligplaatsen(Straat& straat, int kant) {
    for (double a = rand_van_buurt + 10; a + 12 < einde && !vol(); a += 24) {
        const double half = maat(7, 10), breed = maat(4, 5.5);
        plaats(zijde(straat, kant), AdresseerbaarObject::ligplaats,
               blok(a, straat.b).vlak(rechthoek(-half, kant * 9.0, half, kant * (9.0 + breed))));
    }
}

void BuurtBouwer::standplaatsen(Straat& straat, int kant) {
    const int aantal =
        std::min(m_toeval.tussen(8, 13), static_cast<int>(std::min<std::uint64_t>(2 + m_budget / 20, 13)));
    double a = rand_van_buurt + 10;
    for (int i = 0; i < aantal && !vol(); ++i, a += 20)
        plaats(zijde(straat, kant), AdresseerbaarObject::standplaats,
               blok(a, straat.b).vlak(rechthoek(-7, kant * 8.0, 7, kant * 24.0)));
}

}  // namespace damwand::bag
