// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "werk/register/register.hpp"
#include "werk/register/store.hpp"

namespace damwand::registers {
namespace {

/// What is copied, in the order of Bedrijvenlader; the rest follows from it.
constexpr std::string_view kopieerkolommen =
    "naam, handelsnamen, aanvang, einde, geregistreerd, werkzame_personen, sbi, sbi_tekst, sbi_uitgave, afgeschermd, straat, huisnummer, huisletter, toevoeging, postcode,"
    " plaats, land, volledig, straat_gevouwen, plaats_gevouwen, nummeraanduiding, adresseerbaar_object, postadres";

/// The columns of a Bedrijfsregel from a version r of an establishment (or of a company, when `vestiging` says null) and register.bedrijf b.
std::string kolommen(std::string_view vestiging, std::string_view hoofd) {
    return fmt::format("b.id as bedrijf, lpad(r.kvk_nummer::text, 8, '0') as kvk_nummer, lpad({}::text, 12, '0') as vestigingsnummer, r.naam, r.handelsnamen, r.aanvang, r.einde,"
                       " r.werkzame_personen, r.sbi, r.sbi_tekst, array_to_string(r.sbi_uitgave, ',') as sbi_uitgave, r.afgeschermd, r.volledig as adres,"
                       " lpad(r.adres::text, 16, '0') as nummeraanduiding, r.koppeling, r.zekerheid, r.van, r.tot, {} as hoofdvestiging",
                       vestiging, hoofd);
}

Bedrijfsregel lees_regel(const db::Rij& rij) {
    Bedrijfsregel uit{.bedrijf = rij.veld<BedrijfId>("bedrijf"),
                      .kvk_nummer = rij.veld<std::string>("kvk_nummer"),
                      .vestigingsnummer = rij.veld<std::optional<std::string>>("vestigingsnummer"),
                      .naam = rij.veld<std::string>("naam"),
                      .handelsnamen = rij.veld<std::vector<std::string>>("handelsnamen"),
                      .aanvang = rij.veld<std::optional<std::string>>("aanvang"),
                      .einde = rij.veld<std::optional<std::string>>("einde"),
                      .werkzame_personen = rij.veld<std::optional<int>>("werkzame_personen"),
                      .activiteiten = {},
                      .afgeschermd = rij.veld<bool>("afgeschermd"),
                      .adres = rij.veld<std::optional<std::string>>("adres"),
                      .nummeraanduiding = rij.veld<std::optional<std::string>>("nummeraanduiding"),
                      .koppeling = rij.veld<std::string>("koppeling"),
                      .zekerheid = rij.veld<std::optional<std::string>>("zekerheid"),
                      .van = rij.veld<Datum>("van"),
                      .tot = rij.veld<std::optional<Datum>>("tot"),
                      .hoofdvestiging = rij.veld<bool>("hoofdvestiging")};
    const auto codes = rij.veld<std::vector<std::string>>("sbi"), teksten = rij.veld<std::vector<std::string>>("sbi_tekst");
    const auto uitgaven = splits(rij.veld<std::string>("sbi_uitgave"), ',');
    for (std::size_t nr = 0; nr < codes.size(); ++nr) uit.activiteiten.push_back({codes[nr], teksten.at(nr), std::stoi(uitgaven.at(nr))});
    return uit;
}

template <class... A>
std::vector<Bedrijfsregel> regels(db::Transactie& tx, const std::string& sql, const A&... a) {
    std::vector<Bedrijfsregel> uit;
    for (const auto rij : tx.doe(sql, a...)) uit.push_back(lees_regel(rij));
    return uit;
}

boost::json::object als_json(const Bedrijventelling& t) {
    return {{"aangeboden", t.aangeboden}, {"nieuw", t.nieuw}, {"gewijzigd", t.gewijzigd}, {"gelijk", t.gelijk}, {"ouder", t.ouder}, {"dubbel", t.dubbel}, {"vervallen", t.vervallen}};
}

void eis_telling(std::string_view tabel, const Bedrijventelling& telling) {
    if (telling.aangeboden == telling.nieuw + telling.gewijzigd + telling.gelijk + telling.ouder + telling.dubbel) return;
    throw Fout(FoutSoort::intern, "bedrijven-telling", "De aantallen kloppen niet: aangeboden is niet verwerkt plus overgeslagen. Er is niets gewijzigd.", {},
               fmt::format("{}: offered {}", tabel, telling.aangeboden));
}

}  // namespace

// ---- loading ----

std::string sql_kopieer_bedrijven(std::string_view tabel, bool rechtstreeks) {
    const bool onderneming = tabel == "onderneming";
    return fmt::format("copy {}{} ({}, {}, {}, {}) from stdin (format binary)", rechtstreeks ? "register." : "pg_temp.nieuw_", tabel, onderneming ? "kvk_nummer" : "vestigingsnummer", kopieerkolommen,
                       onderneming ? "statutaire_naam, rechtsvorm, rsin, natuurlijk" : "kvk_nummer, hoofdvestiging, commercieel",
                       rechtstreeks ? "van, adres, koppeling, zekerheid" : "volgnummer, kort");
}
std::string sql_kopieer_nummers() { return "copy register.bedrijf (kvk_nummer, id) from stdin (format binary)"; }

bool begin_eerste_bedrijven(db::Transactie& tx) { return tx.een("select register.begin_eerste_bedrijven() as gelukt")[0].veld<bool>("gelukt"); }

std::vector<std::int64_t> alle_nummeraanduidingen(db::Transactie& tx) {
    std::vector<std::int64_t> uit;
    auto& verbinding = tx.verbinding();
    // A row is a count of fields (2 bytes), a length (4) and the number (8); the first has a head of 19 bytes before it.
    verbinding.kopieer_uit("copy (select nummeraanduiding from register.adres) to stdout (format binary)");
    while (const auto bericht = verbinding.volgende_kopie()) {
        constexpr std::size_t rij = 14, getal = 8;
        if (bericht->size() < rij) continue;  // the head or the end by itself
        std::uint64_t w = 0;
        for (const char c : bericht->substr(bericht->size() - getal)) w = w << 8U | static_cast<unsigned char>(c);
        uit.push_back(static_cast<std::int64_t>(w));
    }
    if (!std::is_sorted(uit.begin(), uit.end())) std::sort(uit.begin(), uit.end());
    return uit;
}

void verwerk_eerste(db::Transactie& tx, std::string_view tabel, std::string_view sleutel, const BedrijvenOpties& opties, std::uint64_t rechtstreeks, Bedrijventelling& telling) {
    const auto r = tx.een("select * from register.verwerk_eerste($1, $2, $3::date)", tabel, sleutel, opties.standdatum);
    telling.nieuw = static_cast<std::uint64_t>(static_cast<std::int64_t>(rechtstreeks) + r[0].veld<std::int64_t>("nieuw"));
    telling.dubbel = r[0].veld<std::uint64_t>("dubbel");
    eis_telling(tabel, telling);
}

void sluit_eerste_bedrijven(db::Transactie& tx) { tx.doe("select register.sluit_eerste_bedrijven()"); }

void maak_bedrijftabellen(db::Transactie& tx) {
    for (const auto* tabel : {"onderneming", "vestiging"})
        tx.verbinding().script(fmt::format("create temporary table nieuw_{0} on commit drop as select 0::bigint as volgnummer, false as kort, t.* from register.{0} t with no data;"
                                           " grant select on pg_temp.nieuw_{0} to eigenaar", tabel));
}

void verwerk_bedrijven(db::Transactie& tx, std::string_view tabel, std::string_view sleutel, const BedrijvenOpties& opties, Bedrijventelling& telling) {
    const auto r = tx.een("select * from register.verwerk_bedrijven($1, $2, $3::date, $4)", tabel, sleutel, opties.standdatum, opties.volledig);
    telling.nieuw = r[0].veld<std::uint64_t>("nieuw");
    telling.gewijzigd = r[0].veld<std::uint64_t>("gewijzigd");
    telling.gelijk = r[0].veld<std::uint64_t>("gelijk");
    telling.ouder = r[0].veld<std::uint64_t>("ouder");
    telling.dubbel = r[0].veld<std::uint64_t>("dubbel");
    telling.vervallen = r[0].veld<std::uint64_t>("vervallen");
    eis_telling(tabel, telling);
}

void leg_bedrijven_vast(db::Transactie& tx, Bedrijvenverslag& verslag, const std::vector<Bron>& bronnen, const BedrijvenOpties& opties) {
    for (const auto rij : tx.doe("select koppeling, count(*) as aantal from register.vestiging where tot is null group by koppeling"))
        verslag.koppeling[rij.veld<std::string>("koppeling")] = rij.veld<std::uint64_t>("aantal");
    // One load at a time (begin_lading), so the next number is free.
    verslag.lading = tx.een("select coalesce(max(id), 0) + 1 as id from register.kvk_lading")[0].veld<int>("id");
    int nummer = 0;
    for (const auto& a : verslag.afkeuringen) {
        for (const auto& f : a.fouten)
            tx.doe("insert into register.kvk_afkeuring (lading, nummer, bestand, regel, pad, reden) values ($1, $2, $3, $4, $5, $6)", verslag.lading, ++nummer, a.bestand, a.regel,
                   f.veld, f.uitleg);
    }
    tx.doe("insert into register.kvk_lading (id, operatie, begonnen, klaar, bronnen, standdatum, opties, tellingen)"
           " values ($1, basis.operatie(), basis.nu(), basis.tik(), $2::jsonb, $3::date, $4::jsonb, $5::jsonb)",
           verslag.lading, boost::json::value(als_json(bronnen)), opties.standdatum,
           boost::json::value{{"allesOfNiets", opties.alles_of_niets}, {"volledig", opties.volledig}},
           boost::json::value{{"regels", verslag.gelezen.regels}, {"afgekeurd", verslag.gelezen.afgekeurd}, {"afgeschermd", verslag.gelezen.afgeschermd},
                              {"ondernemingen", als_json(verslag.ondernemingen)}, {"vestigingen", als_json(verslag.vestigingen)}});
    tx.doe("select register.ververs_statistiek(array['onderneming', 'vestiging', 'bedrijf', 'kvk_lading', 'kvk_afkeuring'])");
    schrijf_logregel(tx, "handelsregisterLaden", "handelsregister-raadplegen", "gelukt", 200, std::nullopt);
}

// ---- showing ----

std::optional<Datum> bedrijven_standdatum(db::Transactie& tx) {
    return tx.een("select max(standdatum) as dag from register.kvk_lading")[0].veld<std::optional<Datum>>("dag");
}

std::vector<Bedrijfsregel> bedrijven_bij_adressen(db::Transactie& tx, const std::vector<std::string>& nummeraanduidingen) {
    // A company stands at its establishments; at its own address only when it has none there.
    return regels(tx, fmt::format("select * from (select {} from register.vestiging r join register.bedrijf b using (kvk_nummer) where r.adres = any ($1::bigint[])"
                                  " union all select {} from register.onderneming r join register.bedrijf b using (kvk_nummer) where r.adres = any ($1::bigint[])"
                                  " and not exists (select from register.vestiging v where v.kvk_nummer = r.kvk_nummer and v.adres = r.adres)) alle"
                                  " order by (tot is null and einde is null) desc, tot desc nulls first, naam, kvk_nummer, vestigingsnummer, van desc limit 500",
                                  kolommen("r.vestigingsnummer", "r.hoofdvestiging"), kolommen("null", "false")),
                  nummeraanduidingen);
}

std::vector<Bedrijfsregel> ongekoppelde_vestigingen(db::Transactie& tx, std::string_view na, int aantal) {
    return regels(tx, fmt::format("select {} from register.vestiging r join register.bedrijf b using (kvk_nummer) where r.adres is null and r.tot is null"
                                  " and r.koppeling in ('onbekend', 'meer', 'geen-adres') and r.einde is null and r.vestigingsnummer > $1::bigint order by r.vestigingsnummer limit $2",
                                  kolommen("r.vestigingsnummer", "r.hoofdvestiging")),
                  na, aantal);
}

void meld_ongekoppeld(db::Transactie& tx) { schrijf_logregel(tx, "bedrijvenOngekoppeldTonen", "handelsregister-raadplegen", "gelukt", 200, std::nullopt); }

std::vector<BedrijfId> van_natuurlijke_personen(db::Transactie& tx, std::span<const BedrijfId> bedrijven) {
    std::vector<Uuid> ids;
    for (const auto& b : bedrijven) ids.push_back(b.waarde);
    std::vector<BedrijfId> uit;
    for (const auto rij : tx.doe("select b.id from register.bedrijf b left join register.onderneming o on o.kvk_nummer = b.kvk_nummer and o.tot is null"
                                 " where b.id = any ($1::uuid[]) and coalesce(o.natuurlijk, true)",
                                 ids))
        uit.push_back(rij.veld<BedrijfId>("id"));
    return uit;
}

Bedrijf toon_bedrijf(db::Transactie& tx, const BedrijfId& id) {
    const auto gevonden = tx.doe("select b.kvk_nummer, lpad(b.kvk_nummer::text, 8, '0') as nummer, coalesce(o.naam, v.naam) as naam, o.statutaire_naam, o.rechtsvorm,"
                                 " lpad(o.rsin::text, 9, '0') as rsin, coalesce(o.natuurlijk, true) as natuurlijk from register.bedrijf b"
                                 " left join lateral (select * from register.onderneming o where o.kvk_nummer = b.kvk_nummer order by o.van desc limit 1) o on true"
                                 " left join lateral (select naam from register.vestiging v where v.kvk_nummer = b.kvk_nummer order by tot desc nulls first, hoofdvestiging desc, vestigingsnummer"
                                 " limit 1) v on true where b.id = $1 and coalesce(o.naam, v.naam) is not null",
                                 id);
    if (gevonden.leeg()) throw onbekend();
    const auto kvk = gevonden[0].veld<int>("kvk_nummer");
    Bedrijf uit{.id = id,
                .kvk_nummer = gevonden[0].veld<std::string>("nummer"),
                .naam = gevonden[0].veld<std::string>("naam"),
                .statutaire_naam = gevonden[0].veld<std::optional<std::string>>("statutaire_naam"),
                .rechtsvorm = gevonden[0].veld<std::optional<std::string>>("rechtsvorm"),
                .rsin = gevonden[0].veld<std::optional<std::string>>("rsin"),
                .natuurlijk = gevonden[0].veld<bool>("natuurlijk"),
                .onderneming = regels(tx, fmt::format("select {} from register.onderneming r join register.bedrijf b using (kvk_nummer) where r.kvk_nummer = $1 order by r.van desc",
                                                      kolommen("null", "false")), kvk),
                .vestigingen = regels(tx, fmt::format("select {} from register.vestiging r join register.bedrijf b using (kvk_nummer) where r.kvk_nummer = $1"
                                                      " order by (r.tot is null and r.einde is null) desc, r.tot desc nulls first, r.hoofdvestiging desc, r.vestigingsnummer, r.van desc limit 1000",
                                                      kolommen("r.vestigingsnummer", "r.hoofdvestiging")), kvk),
                .omzettingen = {},
                .buren = {},
                .standdatum = bedrijven_standdatum(tx)};
    std::vector<Bedrijfsactiviteit> activiteiten;
    for (const auto& versies : {std::cref(uit.onderneming), std::cref(uit.vestigingen)}) {
        for (const auto& regel : versies.get()) activiteiten.insert(activiteiten.end(), regel.activiteiten.begin(), regel.activiteiten.end());
    }
    uit.omzettingen = sbi_omzettingen(tx, activiteiten);
    // Only where the tie is no guess: neighbours of an uncertain address would be a suspicion made of nothing.
    for (const auto rij : tx.doe("with hier as (select adres, min(van) as van, max(coalesce(tot, 'infinity')) as tot from register.vestiging where kvk_nummer = $1 and zekerheid in ('zeker', 'waarschijnlijk')"
                                 " group by adres)"
                                 " select b.id, v.naam, lpad(v.kvk_nummer::text, 8, '0') as kvk_nummer, v.adrestekst, lpad(v.adres::text, 16, '0') as nummeraanduiding, v.van, nullif(v.tot, 'infinity') as tot,"
                                 " v.van < h.tot and h.van < v.tot as tegelijk"
                                 " from hier h join (select kvk_nummer, adres, (array_agg(naam order by van desc))[1] as naam, (array_agg(volledig order by van desc))[1] as adrestekst, min(van) as van,"
                                 " max(coalesce(tot, 'infinity')) as tot from register.vestiging where kvk_nummer <> $1 and zekerheid in ('zeker', 'waarschijnlijk')"
                                 " and adres in (select adres from hier) group by kvk_nummer, adres) v using (adres)"
                                 " join register.bedrijf b on b.kvk_nummer = v.kvk_nummer order by v.tot desc, v.naam, v.kvk_nummer limit 200",
                                 kvk)) {
        uit.buren.push_back({.bedrijf = rij.veld<BedrijfId>("id"),
                             .naam = rij.veld<std::string>("naam"),
                             .kvk_nummer = rij.veld<std::string>("kvk_nummer"),
                             .adres = rij.veld<std::optional<std::string>>("adrestekst").value_or(""),
                             .nummeraanduiding = rij.veld<std::string>("nummeraanduiding"),
                             .van = rij.veld<Datum>("van"),
                             .tot = rij.veld<std::optional<Datum>>("tot"),
                             .tegelijk = rij.veld<bool>("tegelijk")});
    }
    return uit;
}

// ---- looking up ----

std::int64_t laatste_kvk_lading(db::Transactie& tx) { return tx.een("select coalesce(max(id), 0) as id from register.kvk_lading")[0].veld<std::int64_t>("id"); }

std::vector<Bedrijfsnaam> alle_bedrijfsnamen(db::Transactie& tx) {
    std::vector<Bedrijfsnaam> uit;
    for (const auto rij : tx.doe("select distinct kvk_nummer, naam from (select kvk_nummer, unnest(array[naam, statutaire_naam] || handelsnamen) as naam from register.bedrijfsnaam) n"
                                 " where naam <> '' order by kvk_nummer, naam")) {
        uit.push_back({rij.veld<std::int32_t>("kvk_nummer"), rij.veld<std::string>("naam")});
    }
    return uit;
}

std::vector<GevondenBedrijf> bedrijven_met(db::Transactie& tx, const std::vector<std::int64_t>& nummers) {
    std::vector<GevondenBedrijf> uit;
    if (nummers.empty()) return uit;
    for (const auto rij : tx.doe("select distinct on (n.kvk_nummer) b.id as bedrijf, lpad(n.kvk_nummer::text, 8, '0') as kvk_nummer, n.naam, n.huidig, n.natuurlijk, h.volledig as adres"
                                 "  from register.bedrijfsnaam n join register.bedrijf b using (kvk_nummer)"
                                 "  left join lateral (select v.volledig from register.vestiging v where v.kvk_nummer = n.kvk_nummer and v.tot is null"
                                 "                      order by v.hoofdvestiging desc, v.vestigingsnummer limit 1) h on true"
                                 " where n.kvk_nummer = any (array(select v.kvk_nummer from register.vestiging v where v.vestigingsnummer = any($1::bigint[])"
                                 "                                  union all select x::integer from unnest($1::bigint[]) x where x < 100000000))"
                                 " order by n.kvk_nummer, n.huidig desc, n.vestigingsnummer nulls first, n.van desc",
                                 nummers)) {
        uit.push_back({.bedrijf = rij.veld<BedrijfId>("bedrijf"),
                       .kvk_nummer = rij.veld<std::string>("kvk_nummer"),
                       .naam = rij.veld<std::string>("naam"),
                       .adres = rij.veld<std::optional<std::string>>("adres"),
                       .huidig = rij.veld<bool>("huidig"),
                       .natuurlijk = rij.veld<bool>("natuurlijk")});
    }
    return uit;
}

}  // namespace damwand::registers
