// SPDX-License-Identifier: EUPL-1.2
// A day of mutations, put in the register that holds the objects: of every ten objects that change five are addressable (area or use), three buildings (status, outline) and
// two addresses (postcode); a change is told as the Kadaster does, the old voorkomen closed and a new one added, so it is two mutations. A few streets get another name, and
// companies that could not be tied are waiting: of the establishments one in twenty stands in such a street by its new name. Told per phase. Correctness: every mutation
// stands in the register, those who waited are tied, and what was derived (addresses, map, hexagons) is what deriving the whole municipality anew gives; how
// long that takes is told beside it.
//   bench_bag_muteren [mutations [addresses [establishments]]]     default 100,000 in a municipality of 200,000 addresses, and 20,000
#include <fmt/format.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "engine/bag/maker.hpp"
#include "engine/bag/proefmutatie.hpp"
#include "engine/bag/zipschrijver.hpp"
#include "processor.hpp"
#include "steun/proefomgeving.hpp"
#include "werk/register/register.hpp"

namespace {

using namespace damwand;
namespace fs = std::filesystem;
using namespace std::chrono;
using Uurwerk = steady_clock;

double sinds(Uurwerk::time_point begin) { return duration<double>(Uurwerk::now() - begin).count(); }

/// The objects that can change: their last voorkomen still holds.
struct Voorraad : bag::Afnemer {
    using bag::Afnemer::ontvang;
    void ontvang(const bag::Levering& l) override { levering = l; }
    void ontvang(bag::OpenbareRuimte& o) override { neem(o, straten); }
    void ontvang(bag::Nummeraanduiding& o) override { neem(o, nummers); }
    void ontvang(bag::Verblijfsobject& o) override { neem(o, objecten); }
    void ontvang(bag::Pand& o) override { neem(o, panden); }
    template <class Object>
    void neem(const Object& o, std::vector<Object>& waar) {
        if (o.bestandsoort == bag::Bestandsoort::stand && !bag::is_eindstatus(o.status) && bag::is_actueel(o.voorkomen, levering.standdatum) && !o.voorkomen.eind_geldigheid) waar.push_back(o);
    }
    bag::Levering levering;
    std::vector<bag::OpenbareRuimte> straten;
    std::vector<bag::Verblijfsobject> objecten;
    std::vector<bag::Nummeraanduiding> nummers;
    std::vector<bag::Pand> panden;
};

/// Files of ten thousand in one zip, as the Kadaster sends them.
class Dag {
  public:
    Dag(const bag::Levering& levering, const fs::path& pad) : m_gemeente(levering.gemeenten.front().gemeente), m_vanaf(levering.standdatum), m_zip(pad), m_bericht(nieuw()) {}
    template <class Object, class Doe>
    void wijzig(const Object& was, const Doe& doe) {
        auto dicht = was, open = was;
        dicht.voorkomen.eind_geldigheid = tot();
        dicht.voorkomen.eind_registratie = dicht.voorkomen.tijdstip_eind_registratie_lv = uur();
        dicht.documentnummer = open.documentnummer = fmt::format("MUT-{}", aantal / 2);
        open.voorkomen.identificatie += 100;  // withdrawn ones may stand in between
        open.voorkomen.begin_geldigheid = tot();
        open.voorkomen.tijdstip_registratie = open.voorkomen.tijdstip_registratie_lv = uur();
        doe(open);
        m_bericht.wijziging(was, dicht);
        m_bericht.toevoeging(open);
        aantal += 2;
        if (m_bericht.aantal() >= 10'000) schrijf();
    }
    void sluit() {
        schrijf();
        m_zip.sluit();
    }
    [[nodiscard]] Datum tot() const { return Datum{sys_days{m_vanaf} + days{1}}; }
    std::size_t aantal = 0;

  private:
    [[nodiscard]] Tijdstip uur() const { return time_point_cast<Tijdstip::duration>(sys_days{tot()} - hours{10}); }
    [[nodiscard]] bag::proef::Bericht nieuw() const { return {m_gemeente, m_vanaf, tot()}; }
    void schrijf() {
        if (m_bericht.aantal() == 0) return;
        m_zip.voeg_toe(fmt::format("9999MUT-{:06}.xml", aantal), [xml = m_bericht.xml()](std::string& uit) { uit = xml; });
        m_bericht = nieuw();
    }
    bag::Gemeentecode m_gemeente;
    Datum m_vanaf;
    bag::ZipSchrijver m_zip;
    bag::proef::Bericht m_bericht;
};

/// Establishments, each at an address by its id; of every twenty one by street and number only, in a street that will have that name. Returns how many those are.
std::size_t laad_vestigingen(proef::Omgeving& o, db::Pool& lader, const fs::path& pad, std::size_t aantal, const std::vector<std::int64_t>& straten) {
    const auto plekken = [&](const std::string& waar) {
        return o.beheer().doe("select lpad(a.nummeraanduiding::text, 16, '0') as id, a.straatnaam, a.huisnummer, a.woonplaatsnaam from register.adres a join register.nummeraanduiding n"
                              " on n.identificatie = a.nummeraanduiding where a.actief and " + waar + " order by a.nummeraanduiding", straten);
    };
    const auto alle = plekken("not n.ligt_aan = any ($1::bigint[])");
    const auto hernoemd = plekken("n.ligt_aan = any ($1::bigint[]) and a.huisletter is null and a.toevoeging is null");
    std::ofstream uit(pad, std::ios::binary);
    std::size_t wachtend = 0;
    for (std::size_t nr = 1; nr <= aantal; ++nr) {
        const bool wacht = nr % 20 == 0 && !hernoemd.leeg();
        const auto welke = wacht ? nr % static_cast<std::size_t>(hernoemd.aantal()) : nr * static_cast<std::size_t>(alle.aantal()) / (aantal + 1);
        const auto p = (wacht ? hernoemd : alle)[static_cast<int>(welke)];
        wachtend += wacht ? 1 : 0;
        uit << fmt::format(R"({{"vestigingsnummer":"{0:012}","kvkNummer":"{1:08}","eersteHandelsnaam":"Zaak {0}","indHoofdvestiging":"Ja","handelsnamen":[{{"naam":"Zaak {0}","volgorde":0}}],)"
                           R"("adressen":[{{"type":"bezoekadres","indAfgeschermd":"Nee","straatnaam":"{2}","huisnummer":{3},"plaats":"{4}","land":"Nederland"{5}}}]}})" "\n",
                           nr, 10'000'000 + nr, p.veld<std::string>("straatnaam") + (wacht ? "laan" : ""), p.veld<int>("huisnummer"), p.veld<std::string>("woonplaatsnaam"),
                           wacht ? "" : fmt::format(R"(,"geoData":{{"nummerAanduidingId":"{}"}})", p.veld<std::string>("id")));
    }
    uit.close();
    registers::Bedrijvenverslag verslag;
    const std::array paden{pad};
    registers::BedrijvenOpties hoe;
    hoe.standdatum = Datum{year{2026}, January, day{1}};
    registers::laad_bedrijven(lader, paden, hoe, verslag);
    if (verslag.vestigingen.nieuw != aantal) throw std::runtime_error("wrong: the establishments");
    return wachtend;
}

/// Everything that is derived, but for the numbers that streets get.
std::string afgeleid(proef::Omgeving& o) {
    std::string uit;
    for (const auto* tabel : {"adres", "kaartobject", "kaartpand", "kaartcel"}) {
        uit += o.beheer().doe(fmt::format("select '{0} ' || count(*) || ':' || coalesce(sum(hashtextextended((to_jsonb(t) - 'straat')::text, 0)::numeric), 0) || ' ' as som from register.{0} t", tabel))[0].veld<std::string>("som");
    }
    return uit;
}

}  // namespace

int main(int argc, char** argv) {
    const std::size_t mutaties = argc > 1 ? std::stoull(argv[1]) : 100'000;
    bag::MaakOpties opties;
    opties.adressen = argc > 2 ? std::stoull(argv[2]) : 200'000;
    const std::size_t vestigingen = argc > 3 ? std::stoull(argv[3]) : 20'000;
    const auto map = fs::temp_directory_path() / "damwand-bench-bag-muteren";
    fs::remove_all(map);
    const std::array bronnen{bag::maak(opties, map).bestand};
    Voorraad voorraad;
    (void)bag::lees(bronnen, voorraad);

    Dag dag(voorraad.levering, map / "mutaties.zip");
    std::size_t stap = 0;
    // Spread over the municipality, each object once.
    const auto elk = [](const auto& lijst, std::size_t i, std::size_t van) -> const auto& { return lijst.at(i * lijst.size() / van); };
    const std::size_t nodig = mutaties / 2, straten = std::min<std::size_t>(20, nodig / 100), rest = nodig - straten;
    if (voorraad.objecten.size() < rest / 2 || voorraad.panden.size() < rest * 3 / 10 || voorraad.nummers.size() < rest / 5) throw std::runtime_error("too few objects to change: give more addresses");
    std::vector<std::int64_t> hernoemd;
    for (std::size_t i = 0; i < straten; ++i) {
        hernoemd.push_back(static_cast<std::int64_t>(elk(voorraad.straten, i, straten).identificatie.waarde));
        dag.wijzig(elk(voorraad.straten, i, straten), [](bag::OpenbareRuimte& s) { s.naam += "laan"; });
    }
    for (std::size_t i = 0, van = rest / 2; i < van; ++i, ++stap) {
        dag.wijzig(elk(voorraad.objecten, i, van), [&](bag::Verblijfsobject& v) {
            v.oppervlakte += 7;
            if (i % 4 == 0) v.gebruiksdoelen = {bag::Gebruiksdoel::winkelfunctie};
        });
    }
    for (std::size_t i = 0, van = rest * 3 / 10; i < van; ++i, ++stap) {
        dag.wijzig(elk(voorraad.panden, i, van), [&](bag::Pand& p) {
            p.oorspronkelijk_bouwjaar = static_cast<std::int16_t>(p.oorspronkelijk_bouwjaar + 1);
        });
    }
    for (std::size_t i = 0, van = rest - stap; i < van; ++i) dag.wijzig(elk(voorraad.nummers, i, van), [](bag::Nummeraanduiding& n) { n.postcode = "9999ZZ"; });
    dag.sluit();

    proef::Omgeving o({}, "");  // fsync as in production
    db::Pool lader(o.cluster().dsn("lader"), 1);
    (void)registers::laad(lader, bronnen);
    const auto wachtend = laad_vestigingen(o, lader, map / "vestigingen.jsonl", vestigingen, hernoemd);
    const auto gekoppeld = [&] { return o.beheer().doe("select count(*) filter (where adres is not null) as n from register.vestiging where tot is null")[0].veld<std::size_t>("n"); };
    if (gekoppeld() != vestigingen - wachtend) throw std::runtime_error("wrong: who waits for an address");

    std::vector<std::pair<std::string, Uurwerk::time_point>> fasen;  // when each began
    registers::MuteerOpties hoe;
    hoe.voortgang = [&](const registers::Laadstand& stand) {
        if (fasen.empty() || fasen.back().first != stand.fase) fasen.emplace_back(stand.fase, Uurwerk::now());
        return true;
    };
    const auto begin = Uurwerk::now();
    const auto toen = bench::processortijd(o.cluster().pid());
    const auto verslag = registers::muteer(lader, map / "mutaties.zip", hoe);
    const auto einde = Uurwerk::now();
    const auto processor = bench::processortijd(o.cluster().pid()) - toen;
    if (verslag.mutaties != dag.aantal || verslag.aantal_misfit != 0) throw std::runtime_error("wrong: what was taken in");
    std::string geteld = "select 0";
    for (const auto* tabel : {"openbare_ruimte", "verblijfsobject", "nummeraanduiding", "pand"}) geteld += fmt::format(" + (select count(*) from register.{}_voorkomen where documentnummer like 'MUT-%')", tabel);
    if (o.beheer().doe(geteld + " as n")[0].veld<std::size_t>("n") != dag.aantal) throw std::runtime_error("wrong: what stands in the register");

    if (gekoppeld() != vestigingen) throw std::runtime_error("wrong: who waited has no address yet");
    const auto bij = afgeleid(o);
    const auto code = voorraad.levering.gemeenten.front().gemeente.waarde;
    const auto opnieuw = Uurwerk::now();
    o.beheer().script(fmt::format("begin; set local role lader; select register.bouw_adressen('{{{0}}}', false, '{1}'); select register.bouw_kaart('{{{0}}}', false); commit", code, tekst(dag.tot())));
    const auto geheel = sinds(opnieuw);
    if (afgeleid(o) != bij) throw std::runtime_error(fmt::format("wrong: what was derived\n{}\n{}", bij, afgeleid(o)));
    fs::remove_all(map);
    std::string per_fase;
    for (std::size_t i = 0; i < fasen.size(); ++i)
        per_fase += fmt::format("{}\"{}\":{:.2f}", per_fase.empty() ? "" : ",", fasen[i].first, duration<double>((i + 1 < fasen.size() ? fasen[i + 1].second : einde) - fasen[i].second).count());
    fmt::print("{{\"bench\":\"bag_muteren\",\"mutaties\":{},\"adressen\":{},\"vestigingen\":{},\"seconden\":{:.2f},\"processor\":{:.2f},\"geheelAfleiden\":{:.2f},\"fasen\":{{{}}}}}\n", dag.aantal, opties.adressen, vestigingen,
               duration<double>(einde - begin).count(), processor, geheel, per_fase);
}
