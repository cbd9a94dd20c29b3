// SPDX-License-Identifier: EUPL-1.2
// What stands in a tile: rows in binary, so that a tile of three thousand buildings is read, drawn and sent within a few milliseconds.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <map>
#include <stdexcept>

#include "werk/kaart/store.hpp"
#include "werk/kaart/tegelmaker.hpp"

namespace damwand::kaart::store {
namespace {

std::string id16(std::int64_t id) { return fmt::format("{:016}", id); }

/// Rows as PostgreSQL sends them in a binary COPY: half the time of text. It takes no parameters, so numbers and a day stand in its text, printed from
/// typed values here and nowhere else (the exception that zet_identiteit makes too).
class Rijen {
  public:
    Rijen(db::Transactie& tx, const std::string& vraag) : m_verbinding(tx.verbinding()) { m_verbinding.kopieer_uit("copy (" + vraag + ") to stdout (format binary)"); }

    /// The next row; false after the last.
    bool volgende() {
        constexpr std::size_t kop = 19;
        const auto bericht = m_verbinding.volgende_kopie();
        if (!bericht) return false;
        m_rest = *bericht;
        if (m_eerste) m_rest.remove_prefix(std::min(m_rest.size(), kop));
        m_eerste = false;
        if (m_rest.empty()) return volgende();  // the head by itself
        if (neem<std::int16_t>() >= 0) return true;
        while (m_verbinding.volgende_kopie()) {
        }
        return false;
    }
    std::string_view bytes() {
        const auto lengte = neem<std::int32_t>();
        if (lengte < 0) return {};
        const auto uit = m_rest.substr(0, static_cast<std::size_t>(lengte));
        m_rest.remove_prefix(uit.size());
        return uit;
    }
    /// smallint, integer or bigint: the column is as wide as T.
    template <std::integral T>
    T getal() {
        if (neem<std::int32_t>() != static_cast<std::int32_t>(sizeof(T))) throw std::runtime_error("a column of a tile has another width");
        return neem<T>();
    }

  private:
    template <std::integral T>
    T neem() {
        if (m_rest.size() < sizeof(T)) throw std::runtime_error("a row of a tile ends too early");
        std::uint64_t uit = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i) uit = uit << 8U | static_cast<unsigned char>(m_rest[i]);
        m_rest.remove_prefix(sizeof(T));
        return static_cast<T>(uit);
    }
    db::Verbinding& m_verbinding;
    std::string_view m_rest;
    bool m_eerste = true;
};

std::string in_tegel(int z, int x, int y) { return fmt::format("(values (public.st_tileenvelope({}, {}, {}))) v (vlak)", z, x, y); }
/// That a row k held on a day.
std::string geldt(Datum dag, char rij = 'k') { return fmt::format("{0}.van <= '{1}' and ({0}.tot is null or {0}.tot > '{1}')", rij, tekst(dag)); }

std::string panden(db::Transactie& tx, int z, int x, int y, Datum dag) {
    constexpr int fijn_vanaf = 17;
    Tegelmaker maker("panden", tegelvlak(z, x, y));
    Rijen rijen(tx, fmt::format("select k.{}, k.identificatie, k.bouwjaar, k.gebruik, k.objecten from {} join register.kaartpand k on k.fijn operator(public.&&) v.vlak where {}",
                                z >= fijn_vanaf ? "fijn" : "grof", in_tegel(z, x, y), geldt(dag)));
    while (rijen.volgende()) {
        if (!maker.begin_ewkb(rijen.bytes())) continue;
        maker.tekst("id", id16(rijen.getal<std::int64_t>()));
        maker.getal("bouwjaar", rijen.getal<std::int16_t>());
        maker.getal("gebruik", rijen.getal<std::int16_t>());
        maker.getal("objecten", rijen.getal<std::int32_t>());
        maker.einde();
    }
    return maker.klaar();
}

std::string objecten(db::Transactie& tx, int z, int x, int y, Datum dag) {
    Tegelmaker maker("objecten", tegelvlak(z, x, y));
    Rijen rijen(tx, fmt::format("select k.punt, k.identificatie, k.soort, k.gebruik from {} join register.kaartobject k on k.punt operator(public.&&) v.vlak where {}", in_tegel(z, x, y), geldt(dag)));
    while (rijen.volgende()) {
        if (!maker.begin_ewkb(rijen.bytes())) continue;
        maker.tekst("id", id16(rijen.getal<std::int64_t>()));
        maker.getal("soort", rijen.getal<std::int16_t>());
        maker.getal("gebruik", rijen.getal<std::int16_t>());
        maker.einde();
    }
    return maker.klaar();
}

/// By branch, without name or number: where the tie to the address is no guess, and nothing of who is shielded.
std::string vestigingen(db::Transactie& tx, int z, int x, int y, Datum dag) {
    Tegelmaker maker("vestigingen", tegelvlak(z, x, y));
    Rijen rijen(tx, fmt::format("select k.punt, register.branche_van(b.sbi[1], b.sbi_uitgave[1]) from {} join register.kaartobject k on k.punt operator(public.&&) v.vlak"
                                " join register.vestiging b on b.adres = k.nummeraanduiding and b.zekerheid in ('zeker', 'waarschijnlijk') and {} where {} and register.loopt(b.einde, '{}')",
                                in_tegel(z, x, y), geldt(dag, 'b'), geldt(dag), tekst(dag)));
    while (rijen.volgende()) {
        if (!maker.begin_ewkb(rijen.bytes())) continue;
        maker.getal("branche", rijen.getal<std::int16_t>());
        maker.einde();
    }
    return maker.klaar();
}

struct Celgroep {
    int nummer;
    double maat;  ///< edge of a hexagon in metres of EPSG:3857
};
/// As register.celgroep and register.celmaat, by which a load fills the cells.
Celgroep celgroep(int z) {
    if (z <= 9) return {1, 6400};
    if (z <= 11) return {2, 1600};
    if (z <= 13) return {3, 400};
    return {4, 200};
}

/// Buildings per hexagon, under the use that most of them have. The grid is that of PostGIS' ST_Hexagon around (0, 0): flat on top, odd columns half a cell up.
std::string cellen(db::Transactie& tx, int z, int x, int y, Datum dag) {
    const auto vlak = tegelvlak(z, x, y);
    const auto [groep, maat] = celgroep(z);
    const double hoog = maat * std::sqrt(3.0);
    const auto kolom = [maat = maat](double m) { return static_cast<int>(std::floor(m / (1.5 * maat))); };
    const auto rij = [&](double m) { return static_cast<int>(std::floor(m / hoog)); };
    // What is gone is looked through only for a day on which something that is gone now was still there.
    const auto waar = fmt::format("groep = {} and i between {} and {} and j between {} and {} and dag <= '{}'", groep, kolom(vlak.west - maat), kolom(vlak.oost + maat) + 1, rij(vlak.zuid) - 2, rij(vlak.noord) + 2, tekst(dag));
    Rijen rijen(tx, fmt::format("select i, j, gebruik, sum(aantal)::integer from (select i, j, gebruik, aantal from register.kaartcel where {0} and tot is null"
                                " union all select i, j, gebruik, aantal from register.kaartcel where {0} and tot > '{1}'"
                                "   and '{1}' < (select max(k.tot) from register.kaartcel k where k.groep = {2} and k.tot is not null)) c group by i, j, gebruik",
                                waar, tekst(dag), groep));
    struct Cel {
        int panden = 0, meeste = 0, gebruik = 0;
    };
    std::map<std::pair<int, int>, Cel> per_cel;
    while (rijen.volgende()) {
        const auto i = rijen.getal<std::int32_t>(), j = rijen.getal<std::int32_t>();
        auto& cel = per_cel[{i, j}];
        const int gebruik = rijen.getal<std::int16_t>(), aantal = rijen.getal<std::int32_t>();
        cel.panden += aantal;
        if (aantal > cel.meeste || (aantal == cel.meeste && gebruik < cel.gebruik)) cel = {cel.panden, aantal, gebruik};
    }
    Tegelmaker maker("cellen", vlak);
    for (const auto& [plek, cel] : per_cel) {
        const double mx = 1.5 * maat * plek.first, my = hoog * (plek.second + 0.5 * std::abs(plek.first % 2));
        if (mx + maat < vlak.west || mx - maat > vlak.oost || my + hoog / 2 < vlak.zuid || my - hoog / 2 > vlak.noord) continue;
        maker.begin_veelhoek({{mx - maat, my}, {mx - maat / 2, my - hoog / 2}, {mx + maat / 2, my - hoog / 2}, {mx + maat, my}, {mx + maat / 2, my + hoog / 2}, {mx - maat / 2, my + hoog / 2}});
        maker.tekst("id", fmt::format("{},{}", plek.first, plek.second));
        maker.getal("panden", cel.panden);
        maker.getal("gebruik", cel.gebruik);
        // the number is written once, in the tile that holds the middle
        maker.ja_nee("midden", mx >= vlak.west && mx < vlak.oost && my > vlak.zuid && my <= vlak.noord);
        maker.einde();
    }
    return maker.klaar();
}

}  // namespace

std::string uitsnede(int z, int x, int y) {
    constexpr double kilometer = 1000;
    const auto rd = in_rd(tegelvlak(z, x, y));
    return fmt::format("{:.0f},{:.0f},{:.0f},{:.0f}", std::floor(rd.west / kilometer), std::floor(rd.zuid / kilometer), std::ceil(rd.oost / kilometer), std::ceil(rd.noord / kilometer));
}

std::string tegel(db::Transactie& tx, std::string_view laag, int z, int x, int y, Datum dag) {
    constexpr int zelf_vanaf = 15;
    if (laag == "panden") return z < zelf_vanaf ? cellen(tx, z, x, y, dag) : panden(tx, z, x, y, dag);
    if (laag == "objecten") return objecten(tx, z, x, y, dag);
    if (laag == "vestigingen") return z < zelf_vanaf ? std::string{} : vestigingen(tx, z, x, y, dag);
    const auto rijen = tx.een("select encode(register.tegel_gebieden($1, $2, $3, $4, $5::date), 'hex') as tegel", laag, z, x, y, dag);
    const auto hex = rijen[0].veld<std::string>("tegel");
    const auto cijfer = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
    std::string uit(hex.size() / 2, '\0');
    for (std::size_t i = 0; i < uit.size(); ++i) uit[i] = static_cast<char>(cijfer(hex[2 * i]) << 4 | cijfer(hex[2 * i + 1]));
    return uit;
}

}  // namespace damwand::kaart::store
