// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <set>
#include <string>

#include "steun/casusproef.hpp"

/// For the proofs that nothing is missed: a casus with everything in it, and a word of its own in every text of it.
namespace damwand::proef {

inline constexpr std::string_view kanarie = "kanariepiet";

/// Everything a casus can hold, put in as people do. Needs the routes of every room; `keur`: inspects what waits.
inline value volle_casus(Omgeving& o, const Gebruiker& wie, const std::function<void()>& keur) {
    const auto zet_over = [&](const value& signaal, const object& lijf) {
        return o.eis(200, wie, Methode::post, "/v1/signalen/" + id_van(signaal) + "/overgangen", lijf, gezien(versie_van(signaal)));
    };
    auto signaal = o.eis(201, wie, Methode::post, "/v1/signalen",
                         object{{"titel", "Bussen"}, {"omschrijving", "Bussen in de nacht."}, {"bron", "om"}, {"regime", "avg"}, {"thema", "hennep"},
                                {"melder", object{{"naam", "Melder van Proef"}, {"contact", "06-00000000"}}},
                                {"vermeldingen", array{object{{"soort", "persoon"}, {"tekst", "De man met de hoed"}}, object{{"soort", "voertuig"}, {"tekst", "bus"}, {"sleutel", "X-003-XX"}}}}});
    o.eis(200, wie, Methode::post, "/v1/signalen/" + id_van(signaal) + "/melder/_toon", object{{"reden", "Terugbellen over de bus."}});
    const auto weegtafel = "/v1/signalen/" + id_van(signaal) + "/weegtafel";
    o.eis(201, wie, Methode::post, weegtafel, object{{"partij", "om"}, {"gemeldOp", "2024-01-10"}, {"waarom", "Te weinig bewijs voor een zaak."}});
    o.eis(200, wie, Methode::post, weegtafel + "/besluiten", object{{"keuze", "oppakken"}, {"motivering", "Bestuurlijk kan het wel."}}, gezien(1));
    signaal = zet_over(signaal, {{"naar", "in_weging"}});
    int stapnummer = 0;
    for (const auto* uitkomst : {"ja", "ja", "gecompliceerd"}) {
        signaal = o.eis(201, wie, Methode::post, "/v1/signalen/" + id_van(signaal) + "/wegingen",
                        object{{"stap", ++stapnummer}, {"antwoorden", array{}}, {"uitkomst", uitkomst}, {"motivering", "Gewogen."}}, gezien(versie_van(signaal)));
    }
    const auto lid = o.gebruiker({"informatieanalist"}).id.tekst();
    const auto zaak = o.eis(201, wie, Methode::post, "/v1/casussen",
                            object{{"signalen", array{id_van(signaal)}}, {"werknaam", "Kade"}, {"thema", "hennep"}, {"trekker", wie.id.tekst()}, {"leden", array{lid}}});
    const auto pad = pad_van(zaak);
    o.eis(204, wie, Methode::verwijder, pad + "/leden/" + lid);
    const auto bron = o.eis(201, wie, Methode::post, pad + "/bronnen",
                            object{{"bronsoort", "brp"}, {"vraag", "Wie woont er?"}, {"grondslag", "Wet BRP"}, {"regime", "avg"}, {"termijn", "2099-01-01"}});
    const auto bronpad = pad + "/bronnen/" + id_van(bron);
    o.eis(200, wie, Methode::patch, bronpad, object{{"vraag", "Wie woonde er?"}}, gezien(1));
    const auto t = toets(o, wie, zaak, "1", object{{"bron", bron.at("id")}}, "");
    o.eis(200, wie, Methode::post, pad + "/privacytoetsen/" + id_van(t) + "/besluiten", object{{"besluit", "akkoord"}}, gezien(1));
    o.eis(200, wie, Methode::patch, bronpad, object{{"status", "gevraagd"}}, gezien(2));
    o.eis(200, wie, Methode::patch, bronpad, object{{"status", "bekend"}}, gezien(3));
    o.eis(200, wie, Methode::post, bronpad + "/inhoud", object{{"motivering", "Alleen zo is te zien wie er woonde."}});
    // what the police knows stands in a compartment, which the asker need not be able to enter: put in as it would stand
    o.eis(201, wie, Methode::post, pad + "/bronnen", object{{"bronsoort", "politie"}, {"vraag", "Bekend?"}, {"grondslag", "Wpg art. 16"}, {"regime", "wpg"}});
    // and what the Bibob act keeps closed in another
    const auto jurist = o.gebruiker({"jurist"});
    ingreep(o).doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) select 1, zicht, $2 from casus.casus where id = $1", id_van(zaak), jurist.id);
    o.eis(201, jurist, Methode::post, pad + "/bronnen", object{{"bronsoort", "vergunningen"}, {"vraag", "Welk advies?"}, {"grondslag", "bibob-7a"}, {"regime", "bibob"}}, {{"verwerkingsactiviteit", "bibob-onderzoek"}});
    // somebody of another organisation who may be in it, and is asked only
    o.eis(201, wie, Methode::post, pad + "/gasten", object{{"naam", "Gast van buiten"}, {"organisatie", "polderveen"}, {"tot", o.beheer().doe("select (basis.vandaag() + 14)::text as d")[0].veld<std::string>("d")}});
    // a note with a label of its own, which the source it was taken from then makes stricter
    o.eis(201, wie, Methode::post, pad + "/notities", object{{"tekst", "Gezien."}, {"uitBron", bron.at("id")}, {"bron", "de buurt"}, {"doorgifte", "na_overleg"}, {"doorgifteReden", "De bron gaf het vrij."}});
    const auto bron_nu = o.beheer().doe("select versie from casus.bron where id = $1", id_van(bron))[0].veld<int>("versie");
    o.eis(200, wie, Methode::patch, bronpad, object{{"doorgifte", "niet"}}, gezien(bron_nu));
    const auto v = o.eis(201, wie, Methode::post, pad + "/vermeldingen", object{{"soort", "bedrijf"}, {"tekst", "Loods bv"}});
    o.eis(200, wie, Methode::patch, pad + "/vermeldingen/" + id_van(v), object{{"tekst", "Loods BV"}}, gezien(versie_van(v)));
    const auto man = o.eis(201, wie, Methode::post, pad + "/vermeldingen", object{{"soort", "persoon"}, {"tekst", "De huurder"}, {"sleutel", "123456782"}});
    o.eis(200, wie, Methode::post, pad + "/vermeldingen/" + id_van(man) + "/bsn/_toon", object{{"reden", "Nodig voor de brief."}});
    const auto band = o.eis(201, wie, Methode::post, pad + "/verbanden", object{{"wie", man.at("id")}, {"wat", v.at("id")}, {"soort", "bestuurder"}, {"toelichting", "Zo zegt hij zelf."}});
    o.eis(200, wie, Methode::patch, pad + "/verbanden/" + id_van(band), object{{"toelichting", "Zo zei hij zelf."}}, gezien(1));
    const auto i = o.eis(201, wie, Methode::post, pad + "/interventies", object{{"type", "stopgesprek"}, {"omschrijving", "Gesprek"}, {"uitvoerder", "Wijkteam"}, {"termijn", "2099-03-01"}, {"bron", "de wijk"}});
    o.eis(200, wie, Methode::patch, pad + "/interventies/" + id_van(i), object{{"omschrijving", "Goed gesprek"}}, gezien(versie_van(i)));
    const auto partner = o.gebruiker({"partner"});
    const auto buiten_bron = o.eis(201, wie, Methode::post, pad + "/bronnen", object{{"bronsoort", "omgevingsdienst"}, {"vraag", "Is er iets bekend?"}, {"grondslag", "Awb"}, {"status", "te_vragen"}});
    toets(o, wie, zaak, "1", object{{"bron", buiten_bron.at("id")}});
    const auto tot = o.beheer().doe("select (basis.vandaag() + 14)::text as d")[0].veld<std::string>("d");
    const auto vraag = o.eis(201, wie, Methode::post, pad + "/vragen",
                             object{{"bron", buiten_bron.at("id")}, {"partner", partner.id.tekst()}, {"ontvanger", "omgevingsdienst"}, {"tekst", "Is er een melding?"}, {"gedeeld", "Kade 3"}, {"tot", tot}});
    o.eis(200, partner, Methode::post, "/v1/vragen/" + id_van(vraag) + "/antwoorden", object{{"staat", "geweigerd"}, {"reden", "Geen grond."}}, gezien(1));
    const auto a = o.eis(201, wie, Methode::post, pad + "/acties", object{{"wat", "De huurder bellen"}, {"eigenaar", wie.id.tekst()}, {"datum", "2099-04-01"}});
    o.eis(200, wie, Methode::patch, "/v1/acties/" + id_van(a), object{{"staat", "gedaan"}, {"resultaat", "Hij nam niet op."}}, gezien(1));
    for (const auto* reden : {"Zegt iets over de hele kade.", "Zegt iets over de hele haven."}) {
        o.eis(200, wie, Methode::post, pad + "/etiketten", object{{"soort", "betekenisvol"}, {"reden", reden}});
        o.eis(200, wie, Methode::post, pad + "/beoordelingen", object{{"criterium", "c0000000-0000-4000-8000-000000000001"}, {"trede", 1}, {"motivering", reden}});
    }
    o.eis(200, wie, Methode::post, pad + "/gelijkende/" + id_van(nieuwe_casus(o, wie)), object{{"stand", "bevestigd"}, {"reden", "Dezelfde werkwijze op twee plekken."}});
    auto nu_zaak = o.eis(200, wie, Methode::get, pad);
    o.eis(200, wie, Methode::patch, pad, object{{"beeld", "Het beeld."}}, gezien(versie_van(nu_zaak)));
    o.eis(200, wie, Methode::patch, pad + "/plan", object{{"hypothese", "Kweek."}}, gezien(nu_zaak.at("plan").at("versie").as_int64()));
    const auto gegeven = o.eis(201, wie, Methode::post, pad + "/verstrekkingen",
                               object{{"ontvanger", "politie"}, {"terAttentieVan", "Team Oost"}, {"doel", "Toezicht op de loods."}, {"grondslag", "gemeentewet-172"}, {"overleg", "Met de bron besproken."},
                                      {"teNoemen", false}, {"feiten", array{object{{"soort", "vermelding"}, {"rij", id_van(v)}}}}});
    toets(o, wie, zaak, "2b", object{{"riec", true}});
    const auto riec = o.eis(201, wie, Methode::post, pad + "/verstrekkingen",
                            object{{"ontvanger", "riec"}, {"terAttentieVan", "Accountmanager"}, {"doel", "Samen verder kijken."}, {"grondslag", "gemeentewet-172"}, {"teNoemen", false},
                                   {"feiten", array{object{{"soort", "interventie"}, {"rij", id_van(i)}}}},
                                   {"riec", object{{"vermoeden", "Vier loodsen, dezelfde mensen."}, {"samenwerking", "De geldstroom ziet de fiscus."}, {"noodzaak", "Zonder naam geen vergelijk."}, {"deelnemers", array{"om"}}}}});
    o.eis(200, wie, Methode::post, pad + "/verstrekkingen/" + id_van(riec) + "/riec-berichten",
          object{{"soort", "terugkoppeling"}, {"dag", tekst(dag_in_amsterdam(SysteemKlok().nu()))}, {"tekst", "Gebruikt."}, {"correctie", "Hij woont er niet meer."}});
    o.eis(200, wie, Methode::patch, pad + "/vermeldingen/" + id_van(v), object{{"tekst", "Loods aan de kade bv"}}, gezien(2));
    const auto melding = o.eis(200, wie, Methode::get, pad + "/verstrekkingen").at("resultaten").at(1).at("kennisgevingen").at(0).at("id");
    o.eis(200, wie, Methode::post, pad + "/verstrekkingen/" + id_van(gegeven) + "/kennisgevingen",
          object{{"kennisgevingen", array{melding}}, {"staat", "niet_verstuurd"}, {"reden", "Dat was een spelling."}});
    const auto taken = o.eis(200, wie, Methode::get, pad + "/informeren").at("resultaten").as_array();
    object weging;
    for (const auto* factor : {"doeleinden", "categorieen", "reikwijdte", "waarborgen", "verantwoordelijke", "opslagperiode", "risicos", "kennisgeving"}) weging[factor] = "Gewogen.";
    o.eis(200, wie, Methode::post, pad + "/informeren/" + std::string(taken.at(0).at("vermelding").as_string()) + "/besluiten",
          object{{"besluit", "uitgesteld"}, {"grond", "uavg-41-d"}, {"motivering", "Er loopt een onderzoek."}, {"weging", weging}, {"tot", "2099-01-01"}});
    // On the table of a meeting: with a part rewritten, a check that was decided, and somebody who heard it.
    const auto gast = o.gebruiker({"beleid"}).id.tekst();
    const auto reeks = o.eis(201, wie, Methode::post, "/v1/overlegreeksen",
                             object{{"naam", "Kernteam"}, {"soort", "kernteam"}, {"ritmeWeken", 3}, {"weekdag", 4}, {"begin", "09:30"}, {"duurMinuten", 60}, {"vanaf", "2026-01-01"}});
    o.eis(200, wie, Methode::put, "/v1/overlegreeksen/" + id_van(reeks) + "/leden/" + gast, object{{"geheimhouding", "ambtseed"}, {"vast", true}});
    const auto overleg = "/v1/overleggen/" + id_van(o.eis(201, wie, Methode::post, "/v1/overleggen", object{{"reeks", reeks.at("id")}}));
    const auto punt = o.eis(201, wie, Methode::post, overleg + "/punten", object{{"dossier", object{{"soort", "casus"}, {"id", zaak.at("id")}}}, {"voorbereiding", "Lees het beeld."}});
    const auto puntpad = overleg + "/punten/" + id_van(punt);
    o.eis(200, wie, Methode::patch, puntpad, object{{"titel", "De loods"}}, gezien(1));
    for (const auto* tekst : {"Er is een loods.", "Er is een loods aan de kade."}) o.eis(200, wie, Methode::put, puntpad + "/delen/kern", object{{"tekst", tekst}});
    auto lijf_2a = toetslijf("2a", {{"leden", array{object{{"gebruiker", gast}, {"delen", array{"kern"}}}}}}, "");
    lijf_2a.erase("soort");
    const auto toets_2a = o.eis(201, wie, Methode::post, puntpad + "/toetsen", lijf_2a).at("toetsen").at(0);
    o.eis(200, wie, Methode::post, puntpad + "/toetsen/" + id_van(toets_2a) + "/besluit", object{{"staat", "akkoord"}}, gezien(1));
    // and before a linked meeting
    const auto tafel = o.eis(201, wie, Methode::post, "/v1/overlegreeksen",
                             object{{"naam", "Tafel"}, {"soort", "tafel"}, {"ritmeWeken", 3}, {"weekdag", 4}, {"begin", "09:30"}, {"duurMinuten", 60}, {"vanaf", "2026-01-01"}});
    o.eis(200, wie, Methode::put, "/v1/overlegreeksen/" + id_van(reeks) + "/koppelingen/" + id_van(tafel));
    auto lijf_daar = toetslijf("2a", {{"naar", o.eis(201, wie, Methode::post, "/v1/overleggen", object{{"reeks", tafel.at("id")}}).at("id")},
                                      {"leden", array{object{{"gebruiker", wie.id.tekst()}, {"delen", array{"kern"}}}}}}, "");
    lijf_daar.erase("soort");
    o.eis(201, wie, Methode::post, puntpad + "/inbreng", lijf_daar);
    o.eis(200, wie, Methode::post, overleg + "/_begin");
    o.eis(200, wie, Methode::put, overleg + "/aanwezigheid/" + gast, object{{"stand", "aanwezig"}});
    o.eis(200, wie, Methode::post, puntpad + "/_begin");
    o.eis(200, wie, Methode::post, overleg + "/_bewerk", object{{"sleutel", Uuid::willekeurig().tekst()}, {"punt", punt.at("id")}, {"veld", "aantekening"}, {"gezien", 0}, {"waarde", "Er is over gesproken."}});
    o.eis(200, wie, Methode::post, overleg + "/_bewerk", object{{"sleutel", Uuid::willekeurig().tekst()}, {"punt", punt.at("id")}, {"veld", "aantekening"}, {"gezien", 1}, {"waarde", "Er is lang over gesproken."}});
    o.eis(200, wie, Methode::post, overleg + "/_bewerk", object{{"sleutel", Uuid::willekeurig().tekst()}, {"punt", punt.at("id")}, {"veld", "aantekening"}, {"gezien", 1}, {"waarde", "Er is kort over gesproken."}});
    o.eis(201, wie, Methode::post, puntpad + "/besluiten",
          object{{"soort", "anders"}, {"tekst", "Wij gaan kijken."}, {"standpunten", array{object{{"gebruiker", gast}, {"eens", false}, {"reden", "Te vroeg."}}}}});
    EXPECT_EQ(o.stuur(wie, pad + "/documenten", std::string(kanarie) + " in een bestand", {{"bestandsnaam", "brief.txt"}, {"document-regime", "avg"}}).status, 201);
    keur();
    const auto buiten = o.gebruiker({"informatieanalist"});
    o.eis(201, buiten, Methode::post, "/v1/noodtoegangen", object{{"kenmerk", zaak.at("kenmerk")}, {"reden", "Er is nu een inval en niemand is bereikbaar."}});
    value uit;
    for (const auto& naar : weg_naar("archief")) uit = stap(o, wie, zaak, naar);
    // Looking back, and a lesson that somebody gives back and its writer writes again.
    const auto lezer = o.gebruiker({"jurist"});
    const auto in_casus = [&] { ingreep(o).doe("insert into toegang.zicht_lid (organisatie, zicht, gebruiker) select 1, zicht, $2 from casus.casus where id = $1", id_van(zaak), lezer.id); };
    in_casus();
    for (int versie = 0; versie < 2; ++versie) {
        o.eis(200, wie, Methode::post, pad + "/evaluatie",
              object{{"watWerkte", "Het gesprek."}, {"watNiet", "De brief."}, {"anders", "Eerder bellen."}, {"effecten", array{object{{"interventie", i.at("id")}, {"effect", versie == 0 ? "onbekend" : "bereikt"}, {"toelichting", "Hij is gestopt."}}}}},
              gezien(versie));
    }
    const object les{{"thema", "hennep"}, {"titel", "Eerst praten"}, {"tekst", "Een gesprek vooraf maakt dat mensen uit zichzelf stoppen, en kost minder dan een controle."}, {"instrumenten", array{"stopgesprek"}}};
    const auto voorstel = o.eis(201, wie, Methode::post, pad + "/lessen", les);
    const auto lespad = pad + "/lessen/" + id_van(voorstel);
    o.eis(200, lezer, Methode::post, lespad + "/besluiten", object{{"besluit", "teruggegeven"}, {"reden", "Schrijf het algemener op."}}, gezien(1));
    o.eis(200, wie, Methode::put, lespad, les, gezien(2));
    o.eis(200, lezer, Methode::post, lespad + "/besluiten", object{{"besluit", "gedeeld"}, {"reden", "Niets wijst naar deze zaak."}}, gezien(3));
    return uit;
}

/// A word of its own in every text of every row of these dossiers, past the rooms; returns the columns that took one, with
/// their words. `over`: takes the columns that took none and of which no CHECK says that they hold a code or a number; with it, binary columns, lists and the keys of JSON are planted as well,
/// and the tables that forget by audience or by the ids in a dossier.
inline std::map<std::string, std::string> plant(Omgeving& o, const std::string& casus, std::set<std::string>* over = nullptr) {
    auto v = o.beheer();
    v.doe("select set_config('damwand.organisatie', '1', false)");
    v.script("set session_replication_role = replica");
    const auto dossiers = v.doe("select archief.dossiers_van($1)::text as d", casus)[0].veld<std::string>("d");
    std::map<std::string, std::string> uit;
    // What the machinery itself reads stays as it is.
    const std::set<std::string> niet{"casus.casus.fase", "casus.casus.bewaar_grond", "signaal.signaal.status", "toegang.zicht.soort"};
    // "both or neither" is set aside for a moment; what one column says of itself stays
    std::vector<std::string> terug;
    if (over != nullptr) {
        for (const auto rij : v.doe("select c.conrelid::regclass::text as tabel, quote_ident(c.conname) as naam, pg_get_constraintdef(c.oid) as wat from pg_constraint c join archief.vergeetregel r "
                                    "on c.conrelid = format('%I.%I', r.schema, r.tabel)::regclass where c.contype = 'c' and cardinality(c.conkey) > 1 and r.hoe = 'dossier'")) {
            const auto plek = "alter table " + rij.veld<std::string>("tabel");
            const auto naam = rij.veld<std::string>("naam");
            v.script(plek + " drop constraint " + naam);
            terug.push_back(plek + " add constraint " + naam + " " + rij.veld<std::string>("wat") + " not valid");
        }
    }
    int nummer = 0;
    // Whatever is of a fixed size holds no text; all else may.
    for (const auto rij : v.doe("select v.schema || '.' || v.tabel as tabel, v.waar, k.attname as kolom, t.typname as soort, "
                                // its own CHECK, of this column alone: one of a list, or a pattern from end to end
                                "exists (select from pg_constraint c where c.conrelid = k.attrelid and c.contype = 'c' and c.conkey = array[k.attnum] "
                                "and (pg_get_constraintdef(c.oid) like '%= ANY (%' or pg_get_constraintdef(c.oid) like '%~ ''^%$''%')) as code from archief.vergeetregel v "
                                "join pg_attribute k on k.attrelid = format('%I.%I', v.schema, v.tabel)::regclass and k.attnum > 0 and not k.attisdropped and k.attgenerated = '' "
                                "join pg_type t on t.oid = k.atttypid "
                                "where v.hoe = 'dossier' and t.typname not in ('uuid', 'int2', 'int4', 'int8', 'float8', 'bool', 'date', 'timestamptz', 'interval', '_uuid', '_int2', '_int4', 'numeric', 'geometry') "
                                "and ($1 or v.waar !~ '[$][345]' and t.typname in ('text', 'jsonb')) order by 1, 3", over != nullptr)) {
        const auto kolom = rij.veld<std::string>("kolom");
        const auto naam = rij.veld<std::string>("tabel") + "." + kolom;
        const auto soort = rij.veld<std::string>("soort");
        const auto woord = std::string(kanarie) + std::to_string(++nummer);
        std::string waarde = "'" + woord + "'";
        if (over != nullptr) waarde += " || translate(ctid::text, '(,)', '---')";  // some may stand there once
        if (soort == "jsonb") waarde = over == nullptr ? "jsonb_build_object('w', '" + woord + "')" : "jsonb_build_object('" + woord + "', '" + woord + "')";
        if (soort == "bytea") waarde = "convert_to('" + woord + "', 'UTF8')";
        if (soort == "_text") waarde = "array['" + woord + "']";
        auto waar = rij.veld<std::string>("waar");
        for (const auto& [wat, door] : std::map<std::string, std::string>{{"$1", "1::smallint"}, {"$2", "'" + dossiers + "'::uuid[]"}, {"$5", "'" + dossiers + "'::uuid[]"},
                                                                          {"$3", "(array(select z.zicht from toegang.zicht z where z.object = any ('" + dossiers + "'::uuid[])))"},
                                                                          {"$4", "(array(select w.entiteit from entiteit.vermelding w where w.dossier = any ('" + dossiers + "'::uuid[])))"}}) {
            for (auto plek = waar.find(wat); plek != std::string::npos; plek = waar.find(wat, plek + door.size())) waar.replace(plek, 2, door);
        }
        if (naam == "entiteit.entiteit." + kolom) waar = waar.substr(0, waar.find('\n'));  // what still is mentioned here
        bool gelukt = false;
        if (!niet.contains(naam)) {
            const auto zet = [&](const std::string& ook) {
                try {
                    return v.doe("update " + rij.veld<std::string>("tabel") + " set " + kolom + " = " + waarde + " where organisatie = 1 and (" + waar + ")" + ook).geraakt() > 0;
                } catch (const db::DbFout&) {  // a code of a list: nothing that was told
                    return false;
                }
            };
            gelukt = zet("") || (over != nullptr && zet(" and " + kolom + " is not null"));
        }
        if (gelukt) uit[naam] = woord;
        if (!gelukt && over != nullptr && !rij.veld<bool>("code")) over->insert(naam);
    }
    for (const auto& opdracht : terug) v.script(opdracht);
    return uit;
}

}  // namespace damwand::proef
