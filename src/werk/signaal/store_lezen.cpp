// SPDX-License-Identifier: EUPL-1.2
#include "werk/signaal/store.hpp"

/// Reading whole signalen, now or as known at a moment.
namespace damwand::signaal {

std::vector<SignaalKort> lees_kort(poort::Gang& gang, const std::vector<SignaalId>& ids) {
    std::vector<SignaalKort> uit;
    if (ids.empty()) return uit;
    for (const auto rij : gang.tx().doe("select id, kenmerk, titel, status, adres_tekst from signaal.signaal"
                                        " where organisatie = $1 and id = any($2::uuid[]) and zicht = any($3::int[])",
                                        gang.wie().organisatie, ids, gang.wie().zichten)) {
        uit.push_back({.id = rij.veld<SignaalId>("id"),
                       .kenmerk = rij.veld<std::string>("kenmerk"),
                       .titel = rij.veld<std::string>("titel"),
                       .status = rij.veld<std::string>("status"),
                       .adres = rij.veld<std::optional<std::string>>("adres_tekst")});
    }
    return uit;
}

}  // namespace damwand::signaal

namespace damwand::signaal::store {
namespace {

toegang::Collega collega(const db::Rij& rij, const std::string& kolom) {
    return {rij.veld<GebruikerId>(kolom), rij.veld<std::string>(kolom + "_naam")};
}

}  // namespace

SignaalRegel regel_van(const db::Rij& rij) {
    SignaalRegel uit{.id = rij.veld<SignaalId>("id"),
                     .kenmerk = rij.veld<std::string>("kenmerk"),
                     .status = rij.veld<std::string>("status"),
                     .weging_stap = rij.veld<int>("weging_stap"),
                     .titel = rij.veld<std::string>("titel"),
                     .thema = rij.veld<std::optional<std::string>>("thema"),
                     .bron = rij.veld<std::string>("bron"),
                     .ontvangen_op = rij.veld<Tijdstip>("ontvangen_op"),
                     .adres = std::nullopt,
                     .bron_betrouwbaarheid = rij.veld<std::string>("bron_betrouwbaarheid"),
                     .informatie_waarde = rij.veld<int>("informatie_waarde"),
                     .behandelaar = std::nullopt,
                     .uitgesteld_tot = rij.veld<std::optional<Datum>>("uitgesteld_tot"),
                     .zelfde_adres = rij.veld<int>("zelfde_adres"),
                     .versie = rij.veld<int>("versie")};
    if (auto weergave = rij.veld<std::optional<std::string>>("adres_tekst")) {
        uit.adres = SignaalAdres{rij.veld<std::optional<std::string>>("nummeraanduiding"), std::move(*weergave)};
    }
    if (!rij.leeg("behandelaar")) uit.behandelaar = collega(rij, "behandelaar");
    return uit;
}

std::vector<SignaalInDossier> lees(poort::Gang& gang, const std::vector<SignaalId>& ids, std::optional<Tijdstip> moment) {
    const auto& wie = gang.wie();
    std::vector<SignaalInDossier> uit;
    std::map<SignaalId, std::size_t> plek;
    // The casus is read by name: its room stands after this one. Who may not see it learns nothing of it. `limit 1` keeps
    // each of these a look-up by key; joined, the past and present of the whole table would be read.
    const auto rijen = gang.tx().doe(
        "select s.id, s.kenmerk, s.status, s.weging_stap, s.titel, s.thema, s.bron, s.ontvangen_op, s.nummeraanduiding,"
        "       s.adres_tekst, s.bron_betrouwbaarheid, s.informatie_waarde, s.uitgesteld_tot, s.versie, s.omschrijving, s.zicht,"
        "       s.regime, s.peildatum, s.doorgifte, s.doorgifte_reden, s.heeft_melder, s.behandelaar, b.naam as behandelaar_naam, s.gemeld_door, m.naam as gemeld_door_naam,"
        "       c.id as casus, c.kenmerk as casus_kenmerk, c.werknaam as casus_werknaam,"
        "       d.id as duplicaat_van, d.kenmerk as duplicaat_kenmerk,"
        "       (select count(*) from signaal.signaal_op($3::timestamptz) n where n.organisatie = $1"
        "           and n.nummeraanduiding = s.nummeraanduiding and n.zicht = any($4::int[]) and n.id <> s.id) as zelfde_adres"
        "  from signaal.signaal_op($3::timestamptz) s"
        "  cross join lateral (select naam from toegang.gebruiker_op($3::timestamptz) u"
        "                       where u.organisatie = $1 and u.id = s.gemeld_door limit 1) m"
        "  left join lateral (select naam from toegang.gebruiker_op($3::timestamptz) u"
        "                      where u.organisatie = $1 and u.id = s.behandelaar limit 1) b on true"
        "  left join lateral (select id, kenmerk, werknaam from casus.casus_op($3::timestamptz) u"
        "                      where u.organisatie = $1 and u.id = s.casus and u.zicht = any($4::int[]) limit 1) c on true"
        "  left join lateral (select id, kenmerk from signaal.signaal_op($3::timestamptz) u"
        "                      where u.organisatie = $1 and u.id = s.duplicaat_van and u.zicht = any($4::int[]) limit 1) d on true"
        " where s.organisatie = $1 and s.id = any($2::uuid[]) and s.zicht = any($4::int[])"
        " order by s.ontvangen_op, s.id",
        wie.organisatie, ids, moment, wie.zichten);
    for (const auto rij : rijen) {
        SignaalInDossier s;
        static_cast<SignaalRegel&>(s) = regel_van(rij);
        s.omschrijving = rij.veld<std::string>("omschrijving");
        s.regime = rij.veld<std::string>("regime");
        s.peildatum = rij.veld<Datum>("peildatum");
        s.doorgifte = rij.veld<std::string>("doorgifte");
        s.doorgifte_reden = rij.veld<std::optional<std::string>>("doorgifte_reden");
        s.zicht = rij.veld<int>("zicht");
        s.heeft_melder = rij.veld<bool>("heeft_melder");
        s.gemeld_door = collega(rij, "gemeld_door");
        if (!rij.leeg("casus")) {
            s.casus = SignaalCasus{rij.veld<CasusId>("casus"), rij.veld<std::string>("casus_kenmerk"), rij.veld<std::string>("casus_werknaam")};
            gang.raakt(s.casus->id.waarde);
        }
        if (!rij.leeg("duplicaat_van")) {
            s.duplicaat_van = SignaalVerwijzing{rij.veld<SignaalId>("duplicaat_van"), rij.veld<std::string>("duplicaat_kenmerk")};
            gang.raakt(s.duplicaat_van->id.waarde);
        }
        gang.raakt(s.id.waarde);
        plek.emplace(s.id, uit.size());
        uit.push_back(std::move(s));
    }
    const auto wegingen = gang.tx().doe(
        "select w.signaal, w.id, w.stap, w.profiel, w.profiel_versie, w.antwoorden, w.uitkomst, w.motivering, w.door,"
        "       g.naam as door_naam, w.op, w.overleg, w.overleg_naam, w.overleg_dag,"
        "       (select coalesce(jsonb_agg(s || jsonb_build_object('naam', u.naam) order by u.naam, u.id), '[]') from jsonb_array_elements(w.standpunten) s"
        "          join toegang.gebruiker_op($3::timestamptz) u on u.organisatie = $1 and u.id = (s ->> 'gebruiker')::uuid) as standpunten"
        "  from signaal.weging w cross join lateral (select naam from toegang.gebruiker_op($3::timestamptz) u"
        "                                             where u.organisatie = $1 and u.id = w.door limit 1) g"
        " where w.organisatie = $1 and w.signaal = any($2::uuid[]) and w.zicht = any($4::int[]) and ($3::timestamptz is null or w.op <= $3)"
        " order by w.op, w.stap, w.id",
        wie.organisatie, ids, moment, wie.zichten);
    for (const auto rij : wegingen) {
        const auto gevonden = plek.find(rij.veld<SignaalId>("signaal"));
        if (gevonden == plek.end()) continue;
        uit[gevonden->second].wegingen.push_back({.id = rij.veld<WegingId>("id"),
                                                  .stap = rij.veld<int>("stap"),
                                                  .profiel = rij.veld<std::string>("profiel"),
                                                  .profiel_versie = rij.veld<int>("profiel_versie"),
                                                  .antwoorden = rij.veld<json::bj::value>("antwoorden"),
                                                  .uitkomst = rij.veld<std::string>("uitkomst"),
                                                  .motivering = rij.veld<std::string>("motivering"),
                                                  .door = collega(rij, "door"),
                                                  .op = rij.veld<Tijdstip>("op"),
                                                  .overleg = {},
                                                  .standpunten = {}});
        auto& w = uit[gevonden->second].wegingen.back();
        if (!rij.leeg("overleg")) w.overleg = {rij.veld<Uuid>("overleg"), rij.veld<std::string>("overleg_naam"), rij.veld<Datum>("overleg_dag")};
        if (w.overleg) gang.raakt(w.overleg->id);
        const auto standpunten = rij.veld<json::bj::value>("standpunten");
        for (const auto& s : standpunten.as_array()) {
            w.standpunten.push_back({{GebruikerId::lees(std::string_view(s.at("gebruiker").as_string())).value(), std::string(s.at("naam").as_string())},
                                     s.at("eens").as_bool(),
                                     s.at("reden").is_null() ? std::nullopt : std::optional(std::string(s.at("reden").as_string()))});
        }
    }
    const auto verloop = gang.tx().doe(
        "select o.signaal, o.van_status, o.naar_status, o.reden, o.door, g.naam as door_naam, o.op, o.tot, o.naar_wie"
        "  from signaal.overgang o cross join lateral (select naam from toegang.gebruiker_op($3::timestamptz) u"
        "                                               where u.organisatie = $1 and u.id = o.door limit 1) g"
        " where o.organisatie = $1 and o.signaal = any($2::uuid[]) and o.zicht = any($4::int[]) and ($3::timestamptz is null or o.op <= $3)"
        " order by o.op, o.van_status nulls first, o.id",
        wie.organisatie, ids, moment, wie.zichten);
    for (const auto rij : verloop) {
        const auto gevonden = plek.find(rij.veld<SignaalId>("signaal"));
        if (gevonden == plek.end()) continue;
        uit[gevonden->second].verloop.push_back({.van = rij.veld<std::optional<std::string>>("van_status"),
                                                 .naar = rij.veld<std::string>("naar_status"),
                                                 .reden = rij.veld<std::optional<std::string>>("reden"),
                                                 .door = collega(rij, "door"),
                                                 .op = rij.veld<Tijdstip>("op"),
                                                 .tot = rij.veld<std::optional<Datum>>("tot"),
                                                 .naar_wie = rij.veld<std::optional<std::string>>("naar_wie")});
    }
    return uit;
}

std::vector<SignaalId> van_casus(poort::Gang& gang, CasusId casus, std::optional<Tijdstip> moment) {
    std::vector<SignaalId> uit;
    const auto rijen = gang.tx().doe("select id from signaal.signaal_op($3::timestamptz)"
                                     " where organisatie = $1 and casus = $2 and zicht = any($4::int[]) order by ontvangen_op, id",
                                     gang.wie().organisatie, casus, moment, gang.wie().zichten);
    for (const auto rij : rijen) uit.push_back(rij.veld<SignaalId>("id"));
    return uit;
}

std::vector<SignaalBuur> buren(poort::Gang& gang, const SignaalRegel& s) {
    std::vector<SignaalBuur> uit;
    if (!s.adres || !s.adres->nummeraanduiding) return uit;
    const auto rijen = gang.tx().doe(
        "select id, kenmerk, titel, status, ontvangen_op from signaal.signaal"
        " where organisatie = $1 and nummeraanduiding = $2 and zicht = any($3::int[]) and id <> $4"
        " order by ontvangen_op desc, id desc limit 50",
        gang.wie().organisatie, s.adres->nummeraanduiding, gang.wie().zichten, s.id);
    for (const auto rij : rijen) {
        uit.push_back({.id = rij.veld<SignaalId>("id"),
                       .kenmerk = rij.veld<std::string>("kenmerk"),
                       .titel = rij.veld<std::string>("titel"),
                       .status = rij.veld<std::string>("status"),
                       .ontvangen_op = rij.veld<Tijdstip>("ontvangen_op")});
        gang.raakt(uit.back().id.waarde);
    }
    return uit;
}

}  // namespace damwand::signaal::store
