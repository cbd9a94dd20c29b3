// SPDX-License-Identifier: EUPL-1.2
// Starting the memory of the network at the size of the country: the register's tables are filled by SQL (addresses in one or three buildings, a twentieth of them in one
// building; establishments and companies in many versions, one in a hundred at one of a hundred addresses; some establishments change company), then everything is read
// anew as the server does when it starts. The tables of the Handelsregister get no indexes here: a load reads them from end to end. Their rows are some 150 bytes,
// about half of real ones.
// Correctness: nodes and ties as many as SQL counts, and of a thousand establishments every tie with its days as the rows say.
//   bench_netwerk_laden [nodes in millions [ties in millions]]     default 10 50
#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>

#include "processor.hpp"
#include "steun/proefomgeving.hpp"
#include "werk/netwerk/geheugen.hpp"
#include "werk/netwerk/netwerk.hpp"

namespace {

using namespace damwand;
using Uurwerk = std::chrono::steady_clock;

double sinds(Uurwerk::time_point begin) { return std::chrono::duration<double>(Uurwerk::now() - begin).count(); }

void eis(bool waar, const std::string& wat) {
    if (!waar) throw std::runtime_error("wrong: " + wat);
}

void vul(db::Verbinding& v, std::int64_t knopen, std::int64_t banden) {
    const auto panden = knopen / 5, adressen = knopen * 2 / 5, vestigingen = knopen / 4, bedrijven = knopen - panden - adressen - vestigingen;
    const auto versies = std::max(banden - adressen * 6 / 5 - vestigingen * 51 / 50, vestigingen * 8 / 5);
    const auto van_vestigingen = versies * 5 / 8, van_bedrijven = std::max(versies - van_vestigingen, bedrijven);
    v.script("set role eigenaar");
    for (const auto rij : v.doe("select conrelid::regclass::text as tabel, conname::text as naam from pg_constraint where conrelid in ('register.vestiging'::regclass, 'register.onderneming'::regclass) and contype in ('p', 'u')")) {
        v.script("alter table " + rij.veld<std::string>("tabel") + " drop constraint " + rij.veld<std::string>("naam"));
    }
    for (const auto rij : v.doe("select i.indexrelid::regclass::text as naam from pg_index i where i.indrelid in ('register.adres'::regclass, 'register.verblijfsobject'::regclass, 'register.vestiging'::regclass, 'register.onderneming'::regclass)"
                                "  and not exists (select from pg_constraint c where c.conindid = i.indexrelid)")) {
        v.script("drop index " + rij.veld<std::string>("naam"));
    }
    constexpr std::string_view adres_basis = "1000200000000000", object_basis = "1000010000000000", pand_basis = "1000100000000000";
    v.doe(fmt::format("insert into register.adres (nummeraanduiding, gemeente, actief, straatnaam, gevouwen, huisnummer, woonplaats, woonplaatsnaam, object, objectsoort)"
                      " select {} + n, 1, true, 'Straat', 'straat', n % 100 + 1, 1, 'Dorp', {} + n * 48271 % $1::bigint, 1 from generate_series(0, $1::bigint - 1) n", adres_basis, object_basis), adressen);
    v.doe(fmt::format("insert into register.verblijfsobject (identificatie, voorkomen, gemeente, bestandsoort, status, geconstateerd, documentdatum, documentnummer, begin_geldigheid, tijdstip_registratie, tijdstip_registratie_lv,"
                      "   hoofdadres, panden, gebruiksdoelen, oppervlakte, geometrie)"
                      " select {0} + n, 1, 1, 1, 3, false, '2020-01-01', 'x', '2020-01-01', '2020-01-01', '2020-01-01', {2} + n,"
                      "   case when n % 10 = 0 then array[{1} + n % $2::bigint, {1} + (n + 1) % $2::bigint, {1} + (n + 2) % $2::bigint] when n % 20 = 1 then array[{1} + 1] else array[{1} + n % $2::bigint] end,"
                      "   '{{1}}', 80, 'SRID=28992;POINT(100000 400000)'::public.geometry from generate_series(0, $1::bigint - 1) n", object_basis, pand_basis, adres_basis), adressen, panden);
    v.doe("insert into register.bedrijf (kvk_nummer) select n from generate_series(1, $1::integer) n", static_cast<int>(bedrijven));
    const auto adres = fmt::format("{} + case when n % 100 = 0 then n / 100 * 31 % 100 else n * 2654435761 % $3::bigint end", adres_basis);
    constexpr std::string_view dagen = "date '2000-01-01' + (n / $2::bigint * 200)::integer + (n % 150)::integer, case when n + $2::bigint < $1::bigint then date '2000-01-01' + (n / $2::bigint * 200)::integer + 175 end";
    v.doe(fmt::format("insert into register.vestiging (vestigingsnummer, van, tot, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, adres, koppeling, zekerheid, kvk_nummer, hoofdvestiging, commercieel)"
                      " select n % $2::bigint + 1, {}, 'Zaak', '{{}}', '{{}}', '{{}}', '{{}}', false, {}, 'nummeraanduiding', 'zeker', (n % $2::bigint + (n / $2::bigint > 0 and n % $2::bigint % 50 = 0)::integer) % $4::bigint + 1, true, true"
                      "   from generate_series(0, $1::bigint - 1) n", dagen, adres), van_vestigingen, vestigingen, adressen, bedrijven);
    v.doe(fmt::format("insert into register.onderneming (kvk_nummer, van, tot, naam, handelsnamen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, adres, koppeling, zekerheid, natuurlijk)"
                      " select n % $2::bigint + 1, {}, 'Zaak', '{{}}', '{{}}', '{{}}', '{{}}', false, {}, 'nummeraanduiding', 'zeker', false from generate_series(0, $1::bigint - 1) n", dagen, adres),
          van_bedrijven, bedrijven, adressen);
    for (const auto* tabel : {"adres", "verblijfsobject", "bedrijf", "vestiging", "onderneming"}) v.script(fmt::format("vacuum analyze register.{}", tabel));
}

/// What SQL counts: nodes, ties.
std::pair<std::uint64_t, std::uint64_t> tel(db::Verbinding& v) {
    v.script("set work_mem = '512MB'");
    const auto getal = [&](std::string_view sql) { return static_cast<std::uint64_t>(v.doe(sql)[0].veld<std::int64_t>("n")); };
    const auto knopen = getal("select count(*) as n from (select nummeraanduiding from register.adres where actief and object in (select identificatie from register.verblijfsobject) union select adres from register.vestiging union select adres from register.onderneming) x where nummeraanduiding is not null") +
                        getal("select count(distinct p) as n from register.verblijfsobject cross join unnest(panden) p") + getal("select count(*) as n from (select vestigingsnummer from register.vestiging group by 1) x") +
                        getal("select count(*) as n from (select kvk_nummer from register.vestiging union select kvk_nummer from register.onderneming) x");
    const auto banden = getal("select count(*) as n from register.adres a join register.verblijfsobject o on o.identificatie = a.object cross join unnest(o.panden) where a.actief") +
                        getal("select count(*) as n from (select vestigingsnummer, kvk_nummer from register.vestiging group by 1, 2) x") + getal("select count(*) as n from register.vestiging where adres is not null") +
                        getal("select count(*) as n from register.onderneming where adres is not null");
    return {knopen, banden};
}

/// Every tie outward of some establishments, as the graph has it and as the rows say: kind, other end, days since 1970.
void zie_na(db::Verbinding& v, const netwerk::Geheugen::Graaf& graaf, const graph::Opname& nu, std::int64_t vestigingen) {
    std::vector<std::int64_t> welke;
    for (std::int64_t i = 0; i < 1000; ++i) welke.push_back(1 + i * 7919 % vestigingen);
    std::ranges::sort(welke);
    welke.erase(std::unique(welke.begin(), welke.end()), welke.end());
    using Lijn = std::tuple<std::string, std::string, std::int32_t, std::int32_t>;
    std::map<std::string, std::multiset<Lijn>> anders, hier;
    constexpr std::string_view sql =
        "select distinct lpad(e.vestigingsnummer::text, 12, '0') as van, 'vestiging_van' as soort, b.id::text as naar, -2147483648 as begin, 2147483647 as eind, 0 as rij from register.vestiging e join register.bedrijf b using (kvk_nummer) where vestigingsnummer = any ($1::bigint[])"
        " union all select lpad(vestigingsnummer::text, 12, '0'), 'gevestigd', lpad(adres::text, 16, '0'), van - date '1970-01-01', coalesce(tot - date '1970-01-01' - 1, 2147483647), 1 from register.vestiging where adres is not null and vestigingsnummer = any ($1::bigint[])";
    for (const auto r : v.doe(sql, fmt::format("{{{}}}", fmt::join(welke, ",")))) {
        anders[r.veld<std::string>("van")].emplace(r.veld<std::string>("soort"), r.veld<std::string>("naar"), r.veld<int>("begin"), r.veld<int>("eind"));
    }
    for (const auto& [id, lijnen] : anders) {
        const auto sleutel = graaf.sleutel({"vestiging", id});
        const auto knoop = sleutel ? nu.vind(*sleutel) : std::nullopt;
        eis(knoop.has_value(), "an establishment is missing");
        nu.elke(*knoop, true, [&](const graph::Pijl& p, std::uint32_t, const graph::Wijziging*) {
            const auto& k = nu.kenmerk(p.kenmerk);
            hier[id].emplace(graaf.soort(k.type), graaf.ref(nu, p.naar).id, k.periode.van, k.periode.tot);
            return true;
        });
    }
    eis(anders.size() == welke.size() && anders == hier, "the ties of an establishment");
}

}  // namespace

int main(int argc, char** argv) {
    const auto miljoen = [&](int plek, double anders) { return static_cast<std::int64_t>((argc > plek ? std::stod(argv[plek]) : anders) * 1e6); };
    const auto knopen = miljoen(1, 10), banden = miljoen(2, 50);
    proef::Omgeving o({});
    auto v = o.beheer();
    auto begin = Uurwerk::now();
    vul(v, knopen, banden);
    fmt::print("{{\"bench\":\"netwerk_laden\",\"rij\":\"vullen\",\"s\":{:.1f}}}\n", sinds(begin));
    std::fflush(stdout);
    const auto [knopen_sql, banden_sql] = tel(v);

    malloc_trim(0);
    std::ofstream("/proc/self/clear_refs") << 5;  // the peak from here on
    const auto leeg = bench::geheugen_mb("VmRSS");
    const auto zelf = bench::rekentijd(), samen = bench::processortijd(o.cluster().pid());
    begin = Uurwerk::now();
    netwerk::Geheugen geheugen;
    {
        db::Transactie tx(o.toepassing(), {.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        geheugen.ververs(tx);
        tx.leg_vast();
    }
    const auto s = sinds(begin), zelf_s = bench::rekentijd() - zelf, samen_s = bench::processortijd(o.cluster().pid()) - samen;
    const auto piek = bench::geheugen_mb("VmHWM"), na = bench::geheugen_mb("VmRSS");
    malloc_trim(0);
    const auto omvang = geheugen.omvang();
    eis(omvang.knopen == knopen_sql && omvang.banden == banden_sql, fmt::format("{} nodes and {} ties; SQL counts {} and {}", omvang.knopen, omvang.banden, knopen_sql, banden_sql));
    const auto opname = geheugen.graaf().zicht({}).opname;
    eis(opname->basis().banden() == banden_sql, "ties of the graph");
    zie_na(v, geheugen.graaf(), *opname, knopen / 4);
    fmt::print("{{\"bench\":\"netwerk_laden\",\"rij\":\"laden\",\"knopen\":{},\"verbanden\":{},\"kenmerken\":{},\"s\":{:.1f},\"processorProgrammaS\":{:.1f},\"processorDatabankS\":{:.1f},\"geheugenMB\":{},\"naOpruimenMB\":{},\"piekMB\":{},\"graafMB\":{}}}\n",
               omvang.knopen, omvang.banden, opname->kenmerken(), s, zelf_s, samen_s - zelf_s, na - leeg, bench::geheugen_mb("VmRSS") - leeg, piek - leeg, opname->basis().bytes() >> 20U);
    return 0;
}
