// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "base/fout.hpp"
#include "werk/register/store.hpp"

namespace damwand::registers {
namespace {

std::string id16(std::int64_t id) { return fmt::format("{:016}", id); }

boost::json::object als_json(const Laadtelling& t) {
    return {{"gelezen", t.gelezen}, {"opgeslagen", t.opgeslagen}, {"afgekeurd", t.afgekeurd}, {"objecten", t.objecten}};
}

boost::json::object als_json(const Laadverslag& verslag) {
    boost::json::object uit;
    for (const auto type : bag::alle_objecttypen) {
        boost::json::object per_soort;
        for (std::size_t soort = 0; soort < bag::aantal_bestandsoorten; ++soort) {
            per_soort[bag::naam(static_cast<bag::Bestandsoort>(soort + 1))] =
                als_json(verslag.typen[soort][static_cast<std::size_t>(type)]);
        }
        uit[bag::code(type)] = std::move(per_soort);
    }
    uit["inOnderzoek"] = als_json(verslag.in_onderzoek);
    uit["gemeenteWoonplaats"] = als_json(verslag.gemeente_woonplaats);
    uit["vreemd"] = als_json(verslag.vreemd);
    uit["actueel"] = verslag.actueel;
    uit["dubbel"] = verslag.dubbel;
    uit["ontbrekend"] = verslag.aantal_ontbrekend;
    return uit;
}

boost::json::value opties_van(const Laadverslag& verslag, const LaadOpties& opties) {
    boost::json::object uit{{"meesteAfkeuringen", opties.meeste_afkeuringen}};
    if (verslag.mutaties_vanaf) uit["mutatiesVanaf"] = tekst(*verslag.mutaties_vanaf);
    return uit;
}

}  // namespace

std::string_view tabelnaam(bag::ObjectType type) noexcept {
    static constexpr std::array<std::string_view, bag::aantal_objecttypen> namen{
        "woonplaats", "openbare_ruimte", "nummeraanduiding", "verblijfsobject", "ligplaats", "standplaats", "pand"};
    return namen[static_cast<std::size_t>(type)];
}

std::string sql_kopieer(std::string_view tabel) {
    return fmt::format("copy register.{} from stdin (format binary)", tabel);
}
std::string sql_kopieer_relatie() { return "copy pg_temp.nieuwe_relatie from stdin (format binary)"; }

void begin_lading(db::Transactie& tx) {
    if (!tx.doe("select pg_try_advisory_xact_lock(4426005) as gelukt")[0].veld<bool>("gelukt")) {
        throw Fout(FoutSoort::botsing, "laden-bezig", "Er wordt al een levering geladen. Wacht tot die klaar is.");
    }
}

void maak_relatietabel(db::Transactie& tx) {
    tx.verbinding().script(
        "create temporary table nieuwe_relatie (gemeente smallint not null, woonplaats smallint not null, begindatum "
        "date not null,"
        " einddatum date, status smallint not null) on commit drop");
}

bool begin_eerste_bag(db::Transactie& tx) { return tx.doe("select register.begin_eerste_bag() as eerste")[0].veld<bool>("eerste"); }
void sluit_eerste_bag(db::Transactie& tx) { tx.doe("select register.sluit_eerste_bag()"); }

void wis(db::Verbinding& verbinding, const std::vector<std::int16_t>& codes, bool alles) {
    verbinding.doe("select register.wis($1::smallint[], $2)", codes, alles);
}

void neem_relaties_over(db::Transactie& tx, Datum standdatum) {
    tx.doe(
        "delete from register.gemeente_woonplaats g where g.gemeente in (select gemeente from pg_temp.nieuwe_relatie)"
        " and g.standdatum <= $1::date",
        standdatum);
    tx.doe(
        "insert into register.gemeente_woonplaats (gemeente, woonplaats, begindatum, einddatum, status, standdatum)"
        " select n.gemeente, n.woonplaats, n.begindatum, n.einddatum, n.status, $1::date from pg_temp.nieuwe_relatie n"
        " where not exists (select from register.gemeente_woonplaats g where g.gemeente = n.gemeente and g.standdatum "
        "> $1::date)",
        standdatum);
}

void plaats_woonplaatsen(db::Transactie& tx, const std::vector<std::int16_t>& codes) {
    tx.doe("select register.plaats_woonplaatsen($1::smallint)", codes.empty() ? std::int16_t{0} : codes.front());
}

void verhuis(db::Transactie& tx, const std::vector<std::int16_t>& codes, Datum standdatum) {
    tx.doe("select register.verhuis($1::smallint[], $2::date)", codes, standdatum);
}

std::uint64_t maak_enkel(db::Transactie& tx, bag::ObjectType type, const std::vector<std::int16_t>& codes, bool alles, bool deel) {
    return static_cast<std::uint64_t>(
        tx.doe("select register.enkel($1, $2::smallint[], $3, $4) as aantal", tabelnaam(type), codes, alles, deel)[0]
            .veld<std::int64_t>("aantal"));
}

void tel_opgeslagen(db::Transactie& tx, Laadverslag& verslag, const std::vector<std::int16_t>& codes) {
    for (const auto type : bag::alle_objecttypen) {
        const auto rijen =
            tx.doe(fmt::format("select bestandsoort, count(*) as rijen, count(distinct identificatie) as objecten"
                               " from register.{}_voorkomen where $2 or gemeente = any ($1::smallint[]) group by 1",
                               tabelnaam(type)),
                   codes, verslag.heel_nederland);
        std::array<std::uint64_t, bag::aantal_bestandsoorten> geteld{};
        for (const auto rij : rijen) {
            const auto soort = static_cast<std::size_t>(rij.veld<int>("bestandsoort") - 1);
            geteld[soort] = rij.veld<std::uint64_t>("rijen");
            verslag.typen[soort][static_cast<std::size_t>(type)].objecten = rij.veld<std::uint64_t>("objecten");
        }
        for (std::size_t soort = 0; soort < geteld.size(); ++soort) {
            const auto bedoeld = verslag.typen[soort][static_cast<std::size_t>(type)].opgeslagen;
            if (geteld[soort] != bedoeld) {
                throw Fout(FoutSoort::intern, "bag-telling",
                           "De aantallen in de database kloppen niet met wat is gelezen. Er is niets gewijzigd.", {},
                           fmt::format("{} kind {}: handed over {}, stored {}", bag::code(type), soort + 1, bedoeld,
                                       geteld[soort]));
            }
        }
    }
}

void bouw_adressen(db::Transactie& tx, const std::vector<std::int16_t>& codes, Laadverslag& verslag) {
    tx.doe("select register.bouw_adressen($1::smallint[], $2, $3::date, $4)", codes, verslag.heel_nederland,
           verslag.standdatum, verslag.mutaties_vanaf.has_value());
    const auto telling = tx.doe(
        "select count(*) as alle, count(*) filter (where not actief) as inactief from register.adres"
        " where $2 or gemeente = any ($1::smallint[])",
        codes, verslag.heel_nederland);
    verslag.adressen = telling[0].veld<std::uint64_t>("alle");
    verslag.adressen_inactief = telling[0].veld<std::uint64_t>("inactief");
}

void bouw_kaart(db::Transactie& tx, const std::vector<std::int16_t>& codes, const Laadverslag& verslag) {
    if (verslag.mutaties_vanaf)
        tx.doe("select register.werk_kaart_bij()");
    else
        tx.doe("select register.bouw_kaart($1::smallint[], $2)", codes, verslag.heel_nederland);
}

void leg_lading_vast(db::Transactie& tx, Laadverslag& verslag, const std::vector<Bron>& bronnen,
                     const std::vector<std::int16_t>& codes, const LaadOpties& opties) {
    // One load at a time (begin_lading), so the next number is free.
    verslag.lading = tx.doe("select coalesce(max(id), 0) + 1 as id from register.lading")[0].veld<int>("id");
    if (verslag.heel_nederland) {
        tx.doe("delete from register.gemeente");
        tx.doe(
            "insert into register.gemeente (code, naam, lading, standdatum)"
            " select distinct gemeente, '', $1::integer, $2::date from register.adres",
            verslag.lading, verslag.standdatum);
    }
    for (const auto& gebied : verslag.gemeenten) {
        tx.doe(
            "insert into register.gemeente (code, naam, lading, standdatum) values ($1, $2, $3, $4::date)"
            " on conflict (code) do update set naam = excluded.naam, lading = excluded.lading, standdatum = "
            "excluded.standdatum",
            gebied.gemeente.waarde, gebied.naam, verslag.lading, verslag.standdatum);
    }
    int nummer = 0;
    for (const auto& a : verslag.afkeuringen) {
        tx.doe(
            "insert into register.afkeuring (lading, nummer, bestand, regel, pad, reden) values ($1, $2, $3, $4, $5, "
            "$6)",
            verslag.lading, ++nummer, a.bestand, a.regel, a.pad, a.reden);
    }
    verslag.aantal_ontbrekend =
        static_cast<std::uint64_t>(tx.doe(verslag.mutaties_vanaf ? "select register.meld_ontbrekend($1, $2::smallint[], $3, not register.iets_verdwenen()) as aantal"
                                                                 : "select register.meld_ontbrekend($1, $2::smallint[], $3) as aantal",
                                          verslag.lading, codes, verslag.heel_nederland)[0]
                                       .veld<std::int64_t>("aantal"));
    for (const auto rij : tx.doe("select van_type, van, naar_type, naar from register.ontbrekend where lading = $1"
                                 " order by van_type, naar_type, van, naar limit 100",
                                 verslag.lading)) {
        const auto naar_type = rij.veld<std::string>("naar_type");
        const auto naar = rij.veld<std::int64_t>("naar");
        verslag.ontbrekend.push_back({.van_type = rij.veld<std::string>("van_type"),
                                      .van = id16(rij.veld<std::int64_t>("van")),
                                      .naar_type = naar_type,
                                      .naar = naar_type == "WPL" ? fmt::format("{:04}", naar) : id16(naar)});
    }
    tx.doe(
        "insert into register.lading (id, operatie, begonnen, klaar, bronnen, standdatum, heel_nederland, gemeenten, "
        "opties, tellingen)"
        " values ($1, basis.operatie(), basis.nu(), basis.tik(), $2::jsonb, $3::date, $4, $5::smallint[], $6::jsonb, "
        "$7::jsonb)",
        verslag.lading, boost::json::value(als_json(bronnen)), verslag.standdatum, verslag.heel_nederland, codes,
        opties_van(verslag, opties), boost::json::value(als_json(verslag)));
    // A day of mutations changes little; PostgreSQL itself sees to it when it adds up.
    if (!verslag.mutaties_vanaf) tx.doe("select register.ververs_statistiek(null)");
    schrijf_logregel(tx, verslag.mutaties_vanaf ? "bagMuteren" : "bagLaden", "registers-raadplegen", "gelukt", 200, std::nullopt);
}

void schrijf_logregel(db::Transactie& tx, std::string_view handeling, std::string_view activiteit, std::string_view resultaat, int status,
                      const std::optional<std::string>& code) {
    tx.doe(
        "select logboek.schrijf(null, null, null, null, $1, (select id from logboek.activiteit where code = $2"
        " order by versie desc limit 1), 'lading', null, null, $3, $4::smallint, 'opdrachtregel', $5,"
        " decode(replace(gen_random_uuid()::text, '-', ''), 'hex'), '{}'::uuid[], '{}'::bytea[], '{}'::text[], true)",
        handeling, activiteit, resultaat, status, code);
}

boost::json::array als_json(const std::vector<Bron>& bronnen) {
    boost::json::array uit;
    for (const auto& b : bronnen) uit.push_back(boost::json::object{{"naam", b.naam}, {"bytes", b.bytes}, {"sha256", b.sha256}});
    return uit;
}

int begin_gebieden(db::Transactie& tx, const Gebiedbestand& bestand) {
    begin_lading(tx);
    tx.doe("delete from register.gebied where soort = $1 and jaar = $2", bestand.soort, bestand.jaar);
    return tx.een("select coalesce(max(id), 0) + 1 as id from register.gebiedlading")[0].veld<int>("id");
}

std::optional<std::string> neem_gebied(db::Transactie& tx, int lading, const Gebiedbestand& bestand, std::string_view code, std::string_view naam, std::string_view vorm, int stelsel) {
    return tx.een("select register.neem_gebied($1, $2, $3, $4::smallint, $5, $6, $7) as reden", lading, bestand.soort, code, bestand.jaar, naam, vorm, stelsel)[0]
        .veld<std::optional<std::string>>("reden");
}

void leg_gebieden_vast(db::Transactie& tx, const Gebiedverslag& verslag, const Gebiedbestand& bestand, const Bron& bron, int stelsel) {
    boost::json::array afgekeurd;
    for (const auto& a : verslag.afkeuringen) afgekeurd.push_back(boost::json::object{{"nummer", a.nummer}, {"code", a.code}, {"reden", a.reden}});
    tx.doe("insert into register.gebiedlading (id, operatie, klaar, soort, jaar, bron, gelezen, opgeslagen, afgekeurd)"
           " values ($1, basis.operatie(), basis.tik(), $2, $3, $4::jsonb, $5, $6, $7::jsonb)",
           verslag.lading, bestand.soort, bestand.jaar, boost::json::value{{"naam", bron.naam}, {"bytes", bron.bytes}, {"sha256", bron.sha256}, {"stelsel", stelsel}},
           verslag.gelezen, verslag.opgeslagen, boost::json::value(std::move(afgekeurd)));
    tx.doe("select register.ververs_statistiek(array['gebied', 'gebiedlading'])");
    schrijf_logregel(tx, "gebiedenLaden", "registers-raadplegen", "gelukt", 200, std::nullopt);
}

}  // namespace damwand::registers
