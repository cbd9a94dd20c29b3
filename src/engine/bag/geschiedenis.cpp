// SPDX-License-Identifier: EUPL-1.2
#include "engine/bag/geschiedenis.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace damwand::bag {

namespace {

using namespace std::chrono;

constexpr int bag_begon = 2010;  // objects older than the BAG entered it in one go, in November 2010

/// When something was decided, registered and passed on.
struct Moment {
    sys_days dag;
    Tijdstip registratie;
    Tijdstip lv;
};

Moment moment(sys_days dag, sys_days geregistreerd, Toeval& toeval) {
    const auto registratie = Tijdstip{geregistreerd} + hours{8} + seconds{toeval.tussen(0, 30000)};
    const auto later = seconds{toeval.tussen(120, 1500)};
    return {dag, registratie, registratie + later + milliseconds{toeval.tussen(0, 999)}};
}

/// The beginnings of `aantal` versions; fewer when the reference date comes first. Dates rise strictly.
std::vector<Moment> momenten(int bouwjaar, int aantal, Datum standdatum, Toeval& toeval) {
    std::vector<Moment> uit;
    const sys_days einde{standdatum};
    sys_days dag;
    if (bouwjaar < bag_begon) {
        dag = sys_days{year{2009} / 11 / 2} + days{toeval.tussen(0, 330)};
        uit.push_back(moment(dag, sys_days{year{2010} / 11 / 15} + days{toeval.tussen(0, 11)}, toeval));
        dag = sys_days{year{2010} / 12 / 1};
    } else {
        dag = std::min(sys_days{year{bouwjaar - 1} / 3 / 1} + days{toeval.tussen(0, 240)}, einde - days{3});
        uit.push_back(moment(dag, dag + days{toeval.tussen(0, 2)}, toeval));
    }
    while (static_cast<int>(uit.size()) < aantal) {
        dag += days{bouwjaar < bag_begon ? toeval.tussen(90, 1700) : toeval.tussen(40, 240)};
        if (dag + days{2} >= einde) break;
        uit.push_back(moment(dag, dag + days{toeval.tussen(0, 2)}, toeval));
    }
    return uit;
}

std::string documentnummer(sys_days dag, Toeval& toeval) {
    const int jaar = static_cast<int>(Datum{dag}.year());
    // Drawn one by one: the order in which arguments are evaluated is the compiler's choice.
    const auto vorm = toeval.onder(4);
    const int nummer = toeval.tussen(1, 99999);
    switch (vorm) {
        case 0:
            return fmt::format("B&W-{}", nummer % 9900 + 100);
        case 1:
            return fmt::format("Z.{}/D.{}", nummer + 10000, toeval.tussen(1000, 99999));
        case 2:
            return fmt::format("{}-{:05}", jaar, nummer);
        default:
            return fmt::format("OV{}{:04}", jaar, nummer % 10000);
    }
}

constexpr int extra_promille(ObjectType type, Bestandsoort soort) {
    if (soort == Bestandsoort::inactief) return 1;
    return type == ObjectType::verblijfsobject ? 20 : type == ObjectType::openbare_ruimte ? 5 : 2;
}

/// Fills history and document of each version and hands it over; `kleed(object, i, aantal)` sets what differs between
/// versions. For inactief and niet BAG: one extra version beside the others, for few objects.
template <class Object, class Kleed>
void vertel(const Geschiedenis& g, Object& object, ObjectType type, const std::vector<Moment>& begin,
            Bestandsoort soort, const std::function<void(const Object&)>& neem, const Kleed& kleed) {
    const auto vul = [&](std::size_t i) {
        Toeval toeval{meng(g.zaad, meng(object.identificatie.waarde, 40 + i))};
        auto& v = object.voorkomen;
        v = {};
        v.identificatie = static_cast<std::int32_t>(i) + 1;
        v.begin_geldigheid = begin[i].dag;
        v.tijdstip_registratie = begin[i].registratie;
        v.tijdstip_registratie_lv = begin[i].lv;
        if (i + 1 < begin.size()) {
            v.eind_geldigheid = begin[i + 1].dag;
            v.eind_registratie = begin[i + 1].registratie;
            v.tijdstip_eind_registratie_lv = begin[i + 1].lv;
        }
        object.bestandsoort = soort;
        object.geconstateerd = toeval.kans(15);
        object.documentdatum = begin[i].dag;
        object.documentnummer = documentnummer(begin[i].dag, toeval);
        kleed(object, i, begin.size());
    };
    if (soort == Bestandsoort::stand) {
        for (std::size_t i = 0; i < begin.size(); ++i) {
            vul(i);
            neem(object);
        }
        return;
    }
    Toeval toeval{meng(g.zaad, meng(object.identificatie.waarde, 20 + static_cast<std::uint64_t>(soort)))};
    if (!toeval.kans(extra_promille(type, soort))) return;
    vul(0);
    auto& v = object.voorkomen;
    v.identificatie = static_cast<std::int32_t>(begin.size()) + (soort == Bestandsoort::inactief ? 1 : 2);
    v.eind_geldigheid = v.begin_geldigheid;
    v.eind_registratie = v.tijdstip_registratie + hours{1};
    v.tijdstip_eind_registratie_lv = v.tijdstip_registratie_lv + hours{1};
    if (soort == Bestandsoort::inactief) {
        v.tijdstip_inactief = v.tijdstip_registratie + hours{2};
        v.tijdstip_inactief_lv = v.tijdstip_registratie_lv + hours{2};
    } else {
        v.tijdstip_niet_bag_lv = v.tijdstip_registratie_lv + hours{2};
    }
    neem(object);
}

Toeval lot(const Geschiedenis& g, std::uint64_t id) { return Toeval{meng(g.zaad, meng(id, 1))}; }

/// How many versions an object older than the BAG has.
int hoeveel(Toeval& toeval, std::initializer_list<int> gewichten) {
    return 1 + static_cast<int>(toeval.gewogen({gewichten.begin(), gewichten.size()}));
}

/// A building and the objects in it share the dates of its construction.
std::vector<Moment> bouw(const Geschiedenis& g, PandId pand, int bouwjaar) {
    Toeval toeval{meng(g.zaad, meng(pand.waarde, 2))};
    return momenten(bouwjaar, 4, g.standdatum, toeval);
}

std::vector<Moment> zonder(std::vector<Moment> alle, std::size_t welk) {
    if (alle.size() > welk) alle.erase(alle.begin() + static_cast<std::ptrdiff_t>(welk));
    return alle;
}

template <class Plaats>
void vertel_plaats(const Geschiedenis& g, const PlanAdres& adres, ObjectType type, Bestandsoort soort,
                   const std::function<void(const Plaats&)>& neem) {
    auto toeval = lot(g, adres.object);
    Plaats object;
    object.identificatie.waarde = adres.object;
    object.hoofdadres = adres.hoofdadres;
    object.geometrie = adres.geometrie;
    object.status = PlaatsStatus::aangewezen;
    const auto begin = momenten(adres.bouwjaar, hoeveel(toeval, {800, 200}), g.standdatum, toeval);
    vertel(g, object, type, begin, soort, neem, [](Plaats&, std::size_t, std::size_t) {});
}

}  // namespace

void Geschiedenis::versies(const PlanStraat& straat, Bestandsoort soort,
                           const std::function<void(const OpenbareRuimte&)>& neem) const {
    auto toeval = lot(*this, straat.id.waarde);
    OpenbareRuimte object;
    object.identificatie = straat.id;
    object.type = straat.type;
    object.status = NaamgevingStatus::uitgegeven;
    object.ligt_in = straat.woonplaats;
    const auto begin = momenten(1990, hoeveel(toeval, {350, 550, 100}), standdatum, toeval);
    const bool hernoemd = toeval.kans(30);
    vertel(*this, object, ObjectType::openbare_ruimte, begin, soort, neem,
           [&](OpenbareRuimte& o, std::size_t i, std::size_t aantal) {
               o.naam = hernoemd && aantal > 1 && i == 0 ? "Oud " + straat.naam : straat.naam;
               o.verkorte_naam = verkorte_straatnaam(o.naam);
           });
}

void Geschiedenis::versies(const PlanPand& pand, Bestandsoort soort,
                           const std::function<void(const Pand&)>& neem) const {
    auto toeval = lot(*this, pand.id.waarde);
    Pand object;
    object.identificatie = pand.id;
    object.oorspronkelijk_bouwjaar = static_cast<std::int16_t>(pand.bouwjaar);
    const bool nieuw = pand.bouwjaar >= bag_begon;
    const bool verbouwd = pand.vroeger.soort != GeometrieSoort::leeg;
    const int aantal = pand.gesloopt ? 3 : std::max(hoeveel(toeval, {640, 260, 70, 30}), verbouwd ? 2 : 1);
    const auto begin =
        nieuw ? bouw(*this, pand.id, pand.bouwjaar) : momenten(pand.bouwjaar, aantal, standdatum, toeval);
    const int eind = toeval.tussen(0, 999);
    vertel(*this, object, ObjectType::pand, begin, soort, neem,
           [&](Pand& o, std::size_t i, std::size_t hoeveel_er_zijn) {
               const bool laatste = i + 1 == hoeveel_er_zijn;
               o.geometrie = verbouwd && i == 0 && hoeveel_er_zijn > 1 ? pand.vroeger : pand.geometrie;
               o.status = PandStatus::in_gebruik;
               if (nieuw) {
                   constexpr std::array gang{PandStatus::bouwvergunning_verleend, PandStatus::bouw_gestart,
                                             PandStatus::in_gebruik_niet_ingemeten, PandStatus::in_gebruik};
                   o.status = gang[i];
               } else if (pand.gesloopt) {
                   if (i + 2 == hoeveel_er_zijn) o.status = PandStatus::sloopvergunning_verleend;
                   if (laatste) o.status = PandStatus::gesloopt;
               } else if (laatste && hoeveel_er_zijn > 1) {
                   if (eind < 20)
                       o.status = PandStatus::verbouwing;
                   else if (eind < 30)
                       o.status = PandStatus::sloopvergunning_verleend;
                   else if (eind < 36)
                       o.status = PandStatus::buiten_gebruik;
               }
           });
}

void Geschiedenis::versies(const PlanAdres& adres, Bestandsoort soort,
                           const std::function<void(const Verblijfsobject&)>& neem) const {
    auto toeval = lot(*this, adres.object);
    Verblijfsobject object;
    object.identificatie.waarde = adres.object;
    object.hoofdadres = adres.hoofdadres;
    if (adres.nevenadres) object.nevenadressen.push_back(*adres.nevenadres);
    object.geometrie = adres.geometrie;
    object.maakt_deel_uit_van = adres.panden;
    const bool nieuw = adres.bouwjaar >= bag_begon;
    const int aantal = adres.ingetrokken ? 2 : hoeveel(toeval, {560, 280, 120, 40});
    // The start of the building work is no event for what is inside it.
    const auto begin = nieuw ? zonder(bouw(*this, adres.panden.front(), adres.bouwjaar), 1)
                             : momenten(adres.bouwjaar, aantal, standdatum, toeval);
    const bool ander_doel = toeval.kans(25), andere_maat = toeval.kans(500);
    const int eind = toeval.tussen(0, 999), verschil = toeval.tussen(3, 18);
    vertel(*this, object, ObjectType::verblijfsobject, begin, soort, neem,
           [&](Verblijfsobject& o, std::size_t i, std::size_t hoeveel_er_zijn) {
               const bool laatste = i + 1 == hoeveel_er_zijn;
               o.gebruiksdoelen = adres.doelen;
               o.oppervlakte = std::max(10, adres.oppervlakte);
               o.status = VerblijfsobjectStatus::in_gebruik;
               if (!laatste && !nieuw) {
                   if (andere_maat) o.oppervlakte = std::max(10, adres.oppervlakte - verschil);
                   if (ander_doel && i == 0) o.gebruiksdoelen = {Gebruiksdoel::winkelfunctie};
               }
               if (nieuw) {
                   constexpr std::array gang{VerblijfsobjectStatus::gevormd,
                                             VerblijfsobjectStatus::in_gebruik_niet_ingemeten,
                                             VerblijfsobjectStatus::in_gebruik};
                   o.status = gang[i];
               } else if (adres.ingetrokken && laatste) {
                   o.status = VerblijfsobjectStatus::ingetrokken;
               } else if (laatste && hoeveel_er_zijn > 1 && eind < 12) {
                   o.status = eind < 6 ? VerblijfsobjectStatus::verbouwing : VerblijfsobjectStatus::buiten_gebruik;
               }
           });
}

void Geschiedenis::versies(const PlanAdres& adres, Bestandsoort soort,
                           const std::function<void(const Ligplaats&)>& neem) const {
    vertel_plaats<Ligplaats>(*this, adres, ObjectType::ligplaats, soort, neem);
}

void Geschiedenis::versies(const PlanAdres& adres, Bestandsoort soort,
                           const std::function<void(const Standplaats&)>& neem) const {
    vertel_plaats<Standplaats>(*this, adres, ObjectType::standplaats, soort, neem);
}

void Geschiedenis::versies(const PlanWoonplaats& plaats, Bestandsoort soort,
                           const std::function<void(const Woonplaats&)>& neem) const {
    if (soort != Bestandsoort::stand) return;
    auto toeval = lot(*this, plaats.id.waarde);
    Woonplaats object;
    object.identificatie = plaats.id;
    object.naam = plaats.naam;
    object.geometrie = plaats.geometrie;
    object.status = WoonplaatsStatus::aangewezen;
    const auto begin = momenten(1990, plaats.id == WoonplaatsId{9901} ? 2 : 1, standdatum, toeval);
    vertel(*this, object, ObjectType::woonplaats, begin, soort, neem, [](Woonplaats&, std::size_t, std::size_t) {});
}

void Geschiedenis::nummer(const PlanAdres& adres, bool neven, Bestandsoort soort,
                          const std::function<void(const Nummeraanduiding&)>& neem) const {
    Nummeraanduiding object;
    object.identificatie = neven ? adres.nevenadres.value_or(adres.hoofdadres) : adres.hoofdadres;
    auto toeval = lot(*this, object.identificatie.waarde);
    object.huisnummer = adres.huisnummer;
    object.huisletter = adres.huisletter;
    object.huisnummertoevoeging = neven ? "bis" : adres.toevoeging;
    object.type_adresseerbaar_object = adres.type;
    object.ligt_aan = adres.straat;
    const bool nieuw = adres.bouwjaar >= bag_begon;
    const int aantal = adres.ingetrokken ? 2 : hoeveel(toeval, {800, 170, 30});
    // A number is given out when the object is formed; in half of the cases its postcode follows later.
    auto begin = nieuw ? bouw(*this, adres.panden.front(), adres.bouwjaar)
                       : momenten(adres.bouwjaar, aantal, standdatum, toeval);
    if (nieuw) begin.resize(std::min<std::size_t>(begin.size(), toeval.kans(500) ? 2 : 1));
    vertel(*this, object, ObjectType::nummeraanduiding, begin, soort, neem,
           [&](Nummeraanduiding& o, std::size_t i, std::size_t hoeveel_er_zijn) {
               const bool laatste = i + 1 == hoeveel_er_zijn;
               o.postcode = nieuw && !laatste ? std::string{} : adres.postcode;
               o.status = adres.ingetrokken && laatste ? NaamgevingStatus::ingetrokken : NaamgevingStatus::uitgegeven;
           });
}

void Geschiedenis::onderzoek(ObjectType type, std::uint64_t id,
                             const std::function<void(const InOnderzoek&)>& neem) const {
    constexpr std::array<std::string_view, 3> van_pand{"geometrie", "oorspronkelijk bouwjaar", "status"};
    constexpr std::array<std::string_view, 4> van_vbo{"gebruiksdoel", "oppervlakte", "status", "maakt deel uit van"};
    Toeval toeval{meng(zaad, meng(id, 3))};
    std::string_view kenmerk;
    switch (type) {
        case ObjectType::pand:
            if (toeval.kans(12)) kenmerk = van_pand[toeval.onder(van_pand.size())];
            break;
        case ObjectType::verblijfsobject:
            if (toeval.kans(10)) kenmerk = van_vbo[toeval.onder(van_vbo.size())];
            break;
        case ObjectType::nummeraanduiding:
            if (toeval.kans(1)) kenmerk = "postcode";
            break;
        case ObjectType::openbare_ruimte:
            if (toeval.kans(8)) kenmerk = "naam";
            break;
        default:
            break;
    }
    if (kenmerk.empty()) return;
    const auto dag = sys_days{standdatum} - days{toeval.tussen(120, 2400)};
    const auto begin = moment(dag, dag, toeval);
    const auto einde = moment(dag + days{toeval.tussen(20, 110)}, dag + days{111}, toeval);
    InOnderzoek io;
    io.type = type;
    io.identificatie = id;
    io.kenmerk = kenmerk;
    io.in_onderzoek = true;
    io.documentdatum = begin.dag;
    io.documentnummer = documentnummer(dag, toeval);
    io.begin_geldigheid = begin.dag;
    io.tijdstip_registratie = begin.registratie;
    io.tijdstip_registratie_lv = begin.lv;
    const bool klaar = toeval.kans(650);
    if (klaar) {
        io.eind_geldigheid = einde.dag;
        io.eind_registratie = einde.registratie;
        io.tijdstip_eind_registratie_lv = einde.lv;
    }
    neem(io);
    if (!klaar) return;
    io.in_onderzoek = false;
    io.documentdatum = einde.dag;
    io.documentnummer = documentnummer(dag, toeval);
    io.begin_geldigheid = einde.dag;
    io.tijdstip_registratie = einde.registratie;
    io.tijdstip_registratie_lv = einde.lv;
    io.eind_geldigheid.reset();
    io.eind_registratie.reset();
    io.tijdstip_eind_registratie_lv.reset();
    neem(io);
}

}  // namespace damwand::bag
