// SPDX-License-Identifier: EUPL-1.2
// The buildings and berths of a neighbourhood; which of them stand where is decided in buurtbouwer.cpp.
#include <algorithm>
#include <array>

#include "engine/bag/buurtbouwer.hpp"

namespace damwand::bag {

namespace {

using G = Gebruiksdoel;

constexpr double einde = buurt_maat - rand_van_buurt;

std::array<BlokPunt, 4> rechthoek(double x1, double y1, double x2, double y2) {
    return {{{x1, y1}, {x2, y1}, {x2, y2}, {x1, y2}}};
}

}  // namespace

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
        const int laag = i / per_laag;
        const double x = -half + 4 + 8.0 * (i % per_laag);
        adres(z, true, {{G::woonfunctie}, m_toeval.tussen(52, 96), {}, {}}, {id},
              b.punt({x, kant * (voor + 2.0 + laag)}), jaar);
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
