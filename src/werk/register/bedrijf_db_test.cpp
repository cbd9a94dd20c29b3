// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <fstream>

#include "base/fout.hpp"
#include "base/tekst.hpp"
#include "werk/register/proefregister.hpp"

namespace damwand::registers::proef {
namespace {

using namespace std::chrono;
using http::Methode;
using testing::ElementsAre;

constexpr Datum januari{year{2026}, January, day{1}};
constexpr Datum februari{year{2026}, February, day{1}};
constexpr Datum maart{year{2026}, March, day{1}};

/// An address that stands, of Damstede.
struct Plek {
    std::int64_t id = 0, object = 0;
    std::string straat, letter, toevoeging, postcode, plaats;
    int nummer = 0;
};

/// Some addresses whose postcode and number are of nobody else.
const std::vector<Plek>& plekken() {
    static const auto alle = [] {
        (void)laad_bron(damstede());
        std::vector<Plek> uit;
        for (const auto rij : omgeving().beheer().doe("select nummeraanduiding, object, straatnaam, huisnummer, coalesce(huisletter, '') as letter, coalesce(toevoeging, '') as toevoeging, postcode,"
                                                      " woonplaatsnaam from register.adres a where actief and postcode is not null and objectsoort = 1 and not exists (select from register.adres b"
                                                      " where b.postcode = a.postcode and b.huisnummer = a.huisnummer and b.nummeraanduiding <> a.nummeraanduiding)"
                                                      " and exists (select from register.verblijfsobject v where v.hoofdadres = a.nummeraanduiding) order by 1 limit 6")) {
            uit.push_back({rij.veld<std::int64_t>("nummeraanduiding"), rij.veld<std::int64_t>("object"), rij.veld<std::string>("straatnaam"), rij.veld<std::string>("letter"),
                           rij.veld<std::string>("toevoeging"), rij.veld<std::string>("postcode"), rij.veld<std::string>("woonplaatsnaam"), rij.veld<int>("huisnummer")});
        }
        return uit;
    }();
    return alle;
}

json::bj::object adres(const Plek& p) {
    json::bj::object uit{{"type", "bezoekadres"}, {"indAfgeschermd", "Nee"}, {"straatnaam", p.straat}, {"huisnummer", p.nummer}, {"postcode", p.postcode}, {"plaats", p.plaats}, {"land", "Nederland"}};
    if (!p.letter.empty()) uit["huisletter"] = p.letter;
    if (!p.toevoeging.empty()) uit["huisnummerToevoeging"] = p.toevoeging;
    return uit;
}

json::bj::object vestiging(std::string_view nummer, std::string_view kvk, std::string_view naam, json::bj::object bezoek) {
    return {{"vestigingsnummer", nummer}, {"kvkNummer", kvk}, {"eersteHandelsnaam", naam}, {"indHoofdvestiging", "Ja"},
            {"sbiActiviteiten", json::bj::array{json::bj::object{{"sbiCode", "96210"}, {"sbiOmschrijving", "Kappers"}, {"indHoofdactiviteit", "Ja"}}}},
            {"adressen", json::bj::array{std::move(bezoek)}}};
}

json::bj::object onderneming(std::string_view kvk, std::string_view naam, std::string_view vorm) {
    return {{"kvkNummer", kvk}, {"naam", naam}, {"_embedded", json::bj::object{{"eigenaar", json::bj::object{{"uitgebreideRechtsvorm", vorm}, {"rsin", "123456782"}}}}}};
}

fs::path bestand(const std::vector<json::bj::object>& regels, const std::string& extra = "") {
    static int volg = 0;
    const auto pad = werkmap() / fmt::format("kvk-{}.jsonl", ++volg);
    std::ofstream uit(pad);
    for (const auto& r : regels) uit << json::bj::serialize(r) << "\n";
    uit << extra;
    return pad;
}

Bedrijvenverslag laad(const fs::path& pad, Datum stand, BedrijvenOpties opties = {}) {
    opties.standdatum = stand;
    db::Pool lader(omgeving().cluster().dsn("lader"), 1);
    Bedrijvenverslag verslag;
    const std::array paden{pad};
    laad_bedrijven(lader, paden, opties, verslag);
    return verslag;
}

std::vector<std::string> kolom(const std::string& sql) {
    std::vector<std::string> uit;
    for (const auto rij : omgeving().beheer().doe("select t.w::text as w from (" + sql + ") t (w)")) uit.push_back(rij.veld<std::optional<std::string>>("w").value_or("-"));
    return uit;
}
std::string waarde(const std::string& sql) { return kolom("select " + sql).at(0); }

/// Both tables as one checksum, order free.
std::string toestand() {
    return waarde("count(*) || ':' || sum(hashtextextended(t::text, 0)::numeric) from (select v::text as t from register.vestiging v union all select o::text from register.onderneming o) x");
}

class Bedrijven : public testing::Test {
  protected:
    void SetUp() override {
        ASSERT_EQ(plekken().size(), 6U);
        omgeving().beheer().script("truncate register.onderneming, register.vestiging, register.bedrijf, register.kvk_lading, register.kvk_afkeuring");
    }
};

TEST_F(Bedrijven, EenTweedeKeerVerandertNiets) {
    const auto pad = bestand({onderneming("00000001", "Kapsalon Een", "Eenmanszaak"), vestiging("000000000001", "00000001", "Kapsalon Een", adres(plekken()[0]))});
    const auto eerste = laad(pad, januari);
    EXPECT_EQ(eerste.ondernemingen.nieuw, 1U);
    EXPECT_EQ(eerste.vestigingen.nieuw, 1U);
    const auto was = toestand();
    for (const auto dag : {januari, februari}) {
        const auto weer = laad(pad, dag);
        EXPECT_EQ(weer.vestigingen.gelijk, 1U);
        EXPECT_EQ(weer.ondernemingen.gelijk, 1U);
        EXPECT_EQ(toestand(), was);
    }
    EXPECT_EQ(waarde("rsin from register.onderneming"), "-") << "the number of an eenmanszaak is its owner's";
}

// An empty table is filled without its indexes: they must all be back, and who is reading must not be what a load fails on.
TEST_F(Bedrijven, EenEersteLadingLaatDeIndexenZoalsZeWaren) {
    const auto indexen = [] {
        return kolom("select i.indrelid::regclass || ': ' || coalesce(c.conname || ' ' || pg_get_constraintdef(c.oid), pg_get_indexdef(i.indexrelid)) from pg_index i"
                     " left join pg_constraint c on c.conindid = i.indexrelid"
                     " where i.indisvalid and i.indrelid in ('register.onderneming'::regclass, 'register.vestiging'::regclass, 'register.bedrijf'::regclass) order by 1");
    };
    const auto filenodes = [] { return kolom("select relfilenode from pg_class where oid in (select indexrelid from pg_index where indrelid = 'register.vestiging'::regclass) order by 1"); };
    const auto waren = indexen();
    const auto lagen = filenodes();
    const auto pad = bestand({onderneming("00000001", "Kapsalon Een", "Eenmanszaak"), vestiging("000000000001", "00000001", "Kapsalon Een", adres(plekken()[0]))});
    EXPECT_EQ(laad(pad, januari).vestigingen.nieuw, 1U);
    EXPECT_EQ(indexen(), waren);
    EXPECT_NE(filenodes(), lagen);  // they were made anew

    SetUp();
    const auto opnieuw = filenodes();
    db::Pool lezers(omgeving().cluster().dsn("lader"), 1);
    db::Transactie lezer(lezers, db::Identiteit{.organisatie = {}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    lezer.doe("select count(*) from register.vestiging");
    EXPECT_EQ(laad(pad, januari).vestigingen.nieuw, 1U);
    EXPECT_EQ(indexen(), waren);
    EXPECT_EQ(filenodes(), opnieuw);  // somebody was reading: row by row
}

// Into an empty register most rows go straight into the tables (ADR 0058): what comes of it is what any other load makes of the same files.
TEST_F(Bedrijven, EenEersteLadingIsGelijkAanElkeAndere) {
    const auto& p = plekken();
    const auto met_id = [&](const Plek& plek, std::int64_t id) {
        auto uit = adres(plek);
        uit["geoData"] = json::bj::object{{"nummerAanduidingId", fmt::format("{:016}", id)}};
        return uit;
    };
    auto afgeschermd = met_id(p[1], p[1].id), buitenland = met_id(p[2], p[2].id);
    afgeschermd["indAfgeschermd"] = "Ja";
    buitenland["land"] = "België";
    const auto met_hoofd = [&](std::string_view kvk, std::string_view nummer) {
        auto uit = onderneming(kvk, "Met hoofdvestiging", "Maatschap");
        uit["_embedded"].as_object()["hoofdvestiging"] = vestiging(nummer, kvk, "In de onderneming", adres(p[4]));
        return uit;
    };
    auto met_adres = onderneming("00000021", "Met eigen adres", "Stichting");
    met_adres["_embedded"].as_object()["eigenaar"].as_object()["adressen"] = json::bj::array{met_id(p[5], p[5].id)};
    const auto pad = bestand({
        vestiging("000000000001", "00000001", "Op id", met_id(p[0], p[0].id)),
        vestiging("000000000002", "00000001", "Afgeschermd", afgeschermd),
        vestiging("000000000003", "00000001", "Buitenland", buitenland),
        vestiging("000000000004", "00000001", "Id dat niet bestaat", met_id(p[3], 9'999'200'000'000'001)),
        vestiging("000000000005", "00000002", "Eerst met id", met_id(p[0], p[0].id)), vestiging("000000000005", "00000002", "De laatste telt", adres(p[1])),
        vestiging("000000000006", "00000002", "Eerst zonder id", adres(p[1])), vestiging("000000000006", "00000002", "De laatste telt weer", met_id(p[0], p[0].id)),
        vestiging("000000000007", "00000003", "Twee keer met id", met_id(p[0], p[0].id)), vestiging("000000000007", "00000003", "De tweede", met_id(p[2], p[2].id)),
        met_hoofd("00000004", "000000000008"), vestiging("000000000008", "00000004", "Eigen profiel telt", met_id(p[0], p[0].id)),
        vestiging("000000000009", "00000005", "Eigen profiel telt ook eerst", met_id(p[0], p[0].id)), met_hoofd("00000005", "000000000009"),
        met_hoofd("00000006", "000000000010"),
        met_adres, onderneming("00000022", "Een keer", "Eenmanszaak"), onderneming("00000022", "De laatste naam", "Eenmanszaak"), vestiging("000000000000", "00000000", "Nullen", met_id(p[0], p[0].id)),
    });
    const auto rijen = [] {
        return kolom("select t::text from (select v.* from register.vestiging v where kvk_nummer <> 99) t union all select t::text from (select o.* from register.onderneming o where kvk_nummer <> 99) t"
                     " union all select 'bedrijf ' || kvk_nummer from register.bedrijf where kvk_nummer <> 99 order by 1");
    };
    const auto eerste = laad(pad, februari);
    const auto recht = rijen();
    EXPECT_EQ(waarde("string_agg(naam, ', ' order by naam) from register.vestiging where vestigingsnummer between 5 and 9"),
              "De laatste telt, De laatste telt weer, De tweede, Eigen profiel telt, Eigen profiel telt ook eerst");
    EXPECT_EQ(waarde("count(*) from register.index_terug"), "0");

    SetUp();
    laad(bestand({vestiging("000000000099", "00000099", "Stond er al", adres(p[0]))}), januari);
    const auto andere = laad(pad, februari);
    EXPECT_EQ(rijen(), recht);
    EXPECT_EQ(eerste.vestigingen.nieuw, andere.vestigingen.nieuw);
    EXPECT_EQ(eerste.vestigingen.dubbel, andere.vestigingen.dubbel);
    EXPECT_EQ(eerste.ondernemingen.nieuw, andere.ondernemingen.nieuw);
    EXPECT_EQ(eerste.ondernemingen.dubbel, andere.ondernemingen.dubbel);
    EXPECT_EQ(eerste.vestigingen.dubbel, 5U);

    SetUp();  // refused: all as it was, indexes too
    const auto indexen = [] { return waarde("count(*) from pg_index where indrelid in ('register.onderneming'::regclass, 'register.vestiging'::regclass, 'register.bedrijf'::regclass)"); };
    const auto waren = indexen();
    BedrijvenOpties streng;
    streng.alles_of_niets = true;
    EXPECT_THROW(laad(bestand({vestiging("000000000001", "00000001", "Op id", met_id(p[0], p[0].id))}, "{\"vestigingsnummer\":\"1\"}\n"), januari, streng), Fout);
    EXPECT_EQ(indexen(), waren);
    EXPECT_EQ(waarde("count(*) from register.vestiging"), "0");
    EXPECT_EQ(waarde("count(*) from register.bedrijf"), "0");
}

TEST_F(Bedrijven, EenVerhuizingLaatZienWieErEerderZat) {
    laad(bestand({onderneming("00000001", "Een B.V.", "Besloten vennootschap"), vestiging("000000000001", "00000001", "Een", adres(plekken()[0]))}), januari);
    const auto verslag = laad(bestand({vestiging("000000000001", "00000001", "Een", adres(plekken()[1])), onderneming("00000002", "Twee B.V.", "Besloten vennootschap"),
                                       vestiging("000000000002", "00000002", "Twee", adres(plekken()[0]))}),
                              februari);
    EXPECT_EQ(verslag.vestigingen.gewijzigd, 1U);
    EXPECT_EQ(verslag.vestigingen.nieuw, 1U);
    EXPECT_EQ(laad(bestand({vestiging("000000000001", "00000001", "Oude naam", adres(plekken()[0]))}), januari).vestigingen.ouder, 1U) << "an older delivery does not undo a newer";
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto hier = bedrijven_bij_adressen(tx, {fmt::format("{:016}", plekken()[0].id)});
    ASSERT_EQ(hier.size(), 2U);
    EXPECT_EQ(hier[0].naam, "Twee");
    EXPECT_FALSE(hier[0].tot);
    EXPECT_EQ(hier[1].naam, "Een");
    EXPECT_EQ(hier[1].tot, februari);
    const auto pagina = toon_bedrijf(tx, hier[1].bedrijf);
    EXPECT_EQ(pagina.vestigingen.size(), 2U);
    ASSERT_EQ(pagina.buren.size(), 1U);
    EXPECT_EQ(pagina.buren[0].naam, "Twee");
    EXPECT_FALSE(pagina.buren[0].tegelijk);
    EXPECT_EQ(pagina.rechtsvorm, "Besloten vennootschap");
    EXPECT_EQ(pagina.rsin, "123456782");
}

TEST_F(Bedrijven, KoppeltMetReden) {
    const auto& p = plekken();
    auto op_id = adres({});
    op_id["geoData"] = json::bj::object{{"nummerAanduidingId", fmt::format("{:016}", p[0].id)}};
    auto op_object = adres({});
    op_object["geoData"] = json::bj::object{{"addresseerbaarObjectId", fmt::format("{:016}", p[1].object)}};
    for (auto* leeg : {&op_id, &op_object}) {
        for (const auto* lid : {"straatnaam", "huisnummer", "postcode", "plaats"}) leeg->erase(lid);
    }
    auto op_straat = adres(p[3]);
    op_straat.erase("postcode");
    auto ruim = adres(p[4]);
    ruim["huisnummerToevoeging"] = "zz";
    auto nergens = adres(p[5]);
    nergens["postcode"] = "9999ZZ";
    nergens["straatnaam"] = "Straat die niet bestaat";
    auto buiten = adres(p[5]);
    buiten["land"] = "België";
    json::bj::object zonder{{"type", "bezoekadres"}, {"indAfgeschermd", "Nee"}, {"volledigAdres", "Postbus 1"}};
    json::bj::object dicht = adres(p[5]);
    dicht["indAfgeschermd"] = "Ja";
    std::vector<json::bj::object> alle;
    int volg = 0;
    for (const auto& a : {op_id, op_object, adres(p[2]), op_straat, ruim, nergens, buiten, zonder, dicht}) {
        ++volg;
        alle.push_back(vestiging(fmt::format("{:012}", volg), "00000001", fmt::format("Zaak {}", volg), a));
    }
    laad(bestand(alle), januari);
    EXPECT_THAT(kolom("select concat_ws(' ', koppeling, zekerheid, adres) from register.vestiging order by vestigingsnummer"),
                ElementsAre(fmt::format("nummeraanduiding zeker {}", p[0].id), fmt::format("object zeker {}", p[1].id), fmt::format("postcode zeker {}", p[2].id),
                            fmt::format("straat waarschijnlijk {}", p[3].id), fmt::format("postcode-ruim onzeker {}", p[4].id), "onbekend", "buitenland", "geen-adres", "afgeschermd"));
    db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
    const auto open = ongekoppelde_vestigingen(tx, "0", 50);
    ASSERT_EQ(open.size(), 2U);
    EXPECT_EQ(open[0].naam, "Zaak 6");
    EXPECT_EQ(open[1].koppeling, "geen-adres");
}

TEST_F(Bedrijven, WatErDeVorigeKeerNietWasKoppeltEenLadingVanDeBag) {
    auto later = adres(plekken()[0]);
    later["postcode"] = "1000AA";
    later["straatnaam"] = "Nog geen straat";
    laad(bestand({vestiging("000000000001", "00000001", "Een", later)}), januari);
    EXPECT_EQ(waarde("koppeling from register.vestiging"), "onbekend");
    omgeving().beheer().script(fmt::format("update register.adres set postcode = '1000AA' where nummeraanduiding = {}", plekken()[0].id));
    omgeving().beheer().script("set role lader; select register.koppel_bedrijven()");
    EXPECT_EQ(waarde("concat_ws(' ', koppeling, zekerheid) from register.vestiging"), "postcode zeker");
    omgeving().beheer().script(fmt::format("update register.adres set postcode = '{}' where nummeraanduiding = {}", plekken()[0].postcode, plekken()[0].id));
}

TEST_F(Bedrijven, WieZichLaatAfschermenVerdwijntOokUitWatErStond) {
    laad(bestand({vestiging("000000000001", "00000001", "Een", adres(plekken()[0]))}), januari);
    laad(bestand({vestiging("000000000001", "00000001", "Een anders", adres(plekken()[0]))}), februari);
    auto dicht = adres(plekken()[0]);
    dicht["indAfgeschermd"] = "Ja";
    laad(bestand({vestiging("000000000001", "00000001", "Een anders", dicht)}), maart);
    EXPECT_THAT(kolom("select concat_ws(' ', van, afgeschermd, straat, postcode, volledig, straat_gevouwen, adres, koppeling) from register.vestiging order by van"),
                ElementsAre("2026-01-01 t afgeschermd", "2026-02-01 t afgeschermd", "2026-03-01 t afgeschermd"));
}

TEST_F(Bedrijven, EenPostadresDatErNietMeerBijStaatBlijftNergensStaan) {
    auto met_post = vestiging("000000000001", "00000001", "Een", adres(plekken()[0]));
    met_post["adressen"].as_array().push_back(json::bj::object{{"type", "correspondentieadres"}, {"indAfgeschermd", "Nee"}, {"volledigAdres", "Postbus 9 Damstede"}});
    laad(bestand({met_post}), januari);
    EXPECT_EQ(waarde("postadres from register.vestiging"), "Postbus 9 Damstede");
    met_post["adressen"].as_array()[1].as_object()["indAfgeschermd"] = "Ja";
    laad(bestand({met_post}), februari);
    EXPECT_EQ(waarde("count(*) || ' ' || count(postadres) from register.vestiging"), "2 0");
}

TEST_F(Bedrijven, VindtEenBedrijfZoalsMensenTypenOokOnderEenVroegereNaam) {
    laad(bestand({onderneming("00000001", "Zeemeeuw Transport B.V.", "Besloten vennootschap"), onderneming("00000002", "Bakkerij de Zeemeermin", "Eenmanszaak"),
                  vestiging("000000000003", "00000001", "Zeemeeuw Opslag", adres(plekken()[0]))}),
         januari);
    laad(bestand({onderneming("00000001", "Stormvogel Logistiek B.V.", "Besloten vennootschap")}), februari);
    Bedrijfszoeker zoeker;
    const auto namen = [&](std::string_view getypt) {
        db::Transactie tx(omgeving().toepassing(), {.organisatie = {1}, .gebruiker = std::nullopt, .operatie = OperatieId::nieuw()});
        std::vector<std::string> uit;
        for (const auto& b : zoeker.zoek(tx, getypt, 5)) uit.push_back(b.naam);
        return uit;
    };
    for (const auto* getypt : {"stormvogel", "stormvolge logistiek", "Zeemeeuw Transport", "zeemeew transport", "zeemeeuw opslag", "00000001", "0000 0001", "000000000003"}) {
        EXPECT_THAT(namen(getypt), ElementsAre("Stormvogel Logistiek B.V.")) << getypt;
    }
    EXPECT_THAT(namen("zeemermin"), ElementsAre("Bakkerij de Zeemeermin"));
    EXPECT_THAT(namen("albatros"), testing::IsEmpty());
    EXPECT_THAT(namen("99999999"), testing::IsEmpty());
    laad(bestand({onderneming("00000004", "Albatros Verhuur B.V.", "Besloten vennootschap")}), februari);
    EXPECT_THAT(namen("albatros"), ElementsAre("Albatros Verhuur B.V."));  // a load that was committed since
}

TEST_F(Bedrijven, EenFoutProfielWordtGenoemdEnTegenhoudenKan) {
    const auto goed = vestiging("000000000001", "00000001", "Een", adres(plekken()[0]));
    const auto pad = bestand({goed}, "{\"kvkNummer\":\"1\",\"naam\":\"Fout\"}\n");
    try {
        BedrijvenOpties opties;
        opties.alles_of_niets = true;
        laad(pad, januari, opties);
        FAIL();
    } catch (const Fout& fout) {
        EXPECT_EQ(fout.code(), "bedrijven-afgekeurd");
    }
    EXPECT_EQ(waarde("count(*) from register.vestiging"), "0");
    const auto verslag = laad(pad, januari);
    EXPECT_EQ(verslag.gelezen.afgekeurd, 1U);
    EXPECT_EQ(waarde("count(*) from register.vestiging"), "1");
    EXPECT_EQ(waarde("concat_ws(' ', regel, pad) from register.kvk_afkeuring"), "2 /kvkNummer");
    EXPECT_EQ(waarde("reden from register.kvk_afkeuring").find("Fout"), std::string::npos);
    EXPECT_EQ(waarde("string_agg(resultaat || ' ' || coalesce(toelichting, ''), ',' order by tijd) from logboek.audit where actie = 'handelsregisterLaden' and tijd >= (select max(begonnen) from register.kvk_lading)"), "gelukt ");
}

TEST_F(Bedrijven, DezelfdeDagVerbetertEnHetEigenProfielGaatVoor) {
    auto o = onderneming("00000001", "Een B.V.", "Besloten vennootschap");
    o["sbiActiviteiten"] = json::bj::array{json::bj::object{{"sbiCode", "01500"}, {"indHoofdactiviteit", "Ja"}}};
    auto ingebed = vestiging("000000000001", "00000001", "Een", adres(plekken()[0]));
    ingebed.erase("sbiActiviteiten");
    o["_embedded"].as_object()["hoofdvestiging"] = ingebed;
    laad(bestand({o}), januari);
    EXPECT_EQ(waarde("sbi[1] from register.vestiging"), "01500") << "without activities of its own it has its company's";
    const auto verslag = laad(bestand({vestiging("000000000001", "00000001", "Een", adres(plekken()[0])), o}), januari);
    EXPECT_EQ(verslag.vestigingen.dubbel, 1U);
    EXPECT_EQ(verslag.vestigingen.gewijzigd, 1U);
    EXPECT_EQ(waarde("sbi[1] || ' ' || sbi_uitgave[1] from register.vestiging"), "96210 2025");
    EXPECT_EQ(laad(bestand({o}), februari).vestigingen.gelijk, 1U) << "a company's profile does not take an establishment's activities away";
}

// ---- the SBI from one edition to the other ----

class Sbi : public Bedrijven {
  protected:
    void SetUp() override {
        Bedrijven::SetUp();
        omgeving().beheer().script("truncate register.sbi_omzetting, register.sbi_lading");
    }
    static Sbiverslag neem(std::string_view csv, const std::string& oud = "", const std::string& nieuw = "") {
        const auto pad = werkmap() / "sbi.csv";
        std::ofstream(pad) << csv;
        db::Pool lader(omgeving().cluster().dsn("lader"), 1);
        return laad_sbi(lader, {.bestand = pad, .oud = oud, .nieuw = nieuw, .blad = {}});
    }
    static std::string code(std::string_view csv, const std::string& oud = "") {
        try {
            (void)neem(csv, oud);
        } catch (const Fout& fout) {
            return fout.code();
        }
        return "";
    }
};

TEST_F(Sbi, EenTabelVervangtDeVorigeEnZegtWatErNietKlopt) {
    (void)neem("SBI 2008,SBI 2025\n1111,22222\n");
    const auto v = neem("SBI 2008;Omschrijving 2008;SBI 2025;Omschrijving 2025\n45.20.1;Garages;95.31.0;Reparatie\n4520.2;Banden;95320;x\n45.20.1;Garages;95310;nog eens\n;Nieuw;56400;Bemiddeling\n9999;Weg;;\nG;Handel;47110;x\n4711;Winkel;4711;x\n");
    EXPECT_EQ(v.gelezen, 7U);
    EXPECT_EQ(v.opgeslagen, 2U);
    EXPECT_EQ(v.dubbel, 1U);
    EXPECT_EQ(v.zonder_tegenhanger, 2U);
    ASSERT_EQ(v.afgekeurd, 2U);
    EXPECT_EQ(v.afkeuringen[0].regel, 7U);
    EXPECT_EQ(v.afkeuringen[1].reden, "in kolom SBI 2025 staat geen code van de SBI 2025: die heeft vijf cijfers");
    EXPECT_EQ(waarde("string_agg(oud || '>' || nieuw, ' ' order by oud) from register.sbi_omzetting"), "45201>95310 45202>95320") << "the one before is gone";
    EXPECT_EQ(waarde("bron->>'oud' from register.sbi_lading order by id desc limit 1"), "SBI 2008");
    EXPECT_EQ(waarde("resultaat from logboek.audit where actie = 'sbiLaden' order by tijd desc limit 1"), "gelukt");
}

TEST_F(Sbi, WatNietTeLezenIsVerandertNiets) {
    (void)neem("SBI 2008,SBI 2025\n4520,95310\n");
    EXPECT_EQ(code("van,naar\n4520,95310\n"), "sbi-kolom");
    EXPECT_EQ(code("SBI 2008,oude SBI 2008,SBI 2025\n1,2,3\n"), "sbi-kolom");
    EXPECT_EQ(code("SBI 2008,SBI 2025\n4520,95310\n", "SBI 1993"), "sbi-kolom");
    EXPECT_EQ(code("SBI 2008,SBI 2025\nA,B\n"), "sbi-leeg");
    EXPECT_EQ(code(""), "tabel-kop");
    EXPECT_EQ(waarde("count(*) from register.sbi_omzetting"), "1");
    EXPECT_EQ(waarde("resultaat from logboek.audit where actie = 'sbiLaden' order by tijd desc limit 1"), "mislukt");
}

TEST_F(Sbi, DePaginaVanEenBedrijfZegtWatEenCodeInDeAndereUitgaveIs) {
    auto v = vestiging("000000000001", "00000001", "Een", adres(plekken()[0]));
    v["sbiActiviteiten"] = json::bj::array{json::bj::object{{"sbiCode", "4520"}, {"sbiOmschrijving", "Garages"}, {"indHoofdactiviteit", "Ja"}},
                                           json::bj::object{{"sbiCode", "9999"}, {"sbiOmschrijving", "Iets"}, {"indHoofdactiviteit", "Nee"}}};
    laad(bestand({v}), januari);
    laad(bestand({vestiging("000000000001", "00000001", "Een", adres(plekken()[0]))}), februari);
    const auto id = waarde("id from register.bedrijf where kvk_nummer = 1");
    const auto analist = omgeving().gebruiker({"informatieanalist"});
    const auto toon = [&] { return omgeving().eis(200, analist, Methode::get, "/v1/bedrijven/" + id).at("omzettingen").as_array(); };
    EXPECT_TRUE(toon().empty()) << "no table was loaded";
    (void)neem("SBI 2008,SBI 2025\n45201,95310\n45202,95320\n9602,96210\n9602,96220\n");
    EXPECT_EQ(json::bj::serialize(toon()), R"([{"code":"4520","uitgave":2008,"codes":["95310","95320"]},{"code":"96210","uitgave":2025,"codes":["9602"]}])");
    (void)neem("SBI 2008,SBI 2025\n4520,95310\n45202,95320\n");
    EXPECT_EQ(json::bj::serialize(toon()), R"([{"code":"4520","uitgave":2008,"codes":["95310"]}])") << "what stands there itself goes before its parts";
}

TEST_F(Bedrijven, EenVolledigeLeveringSluitWatErNietMeerIs) {
    laad(bestand({vestiging("000000000001", "00000001", "Een", adres(plekken()[0])), vestiging("000000000002", "00000002", "Twee", adres(plekken()[1]))}), januari);
    BedrijvenOpties opties;
    opties.volledig = true;
    EXPECT_EQ(laad(bestand({vestiging("000000000002", "00000002", "Twee", adres(plekken()[1]))}), februari, opties).vestigingen.vervallen, 1U);
    EXPECT_EQ(waarde("tot from register.vestiging where vestigingsnummer = 1"), "2026-02-01");
    EXPECT_EQ(laad(bestand({vestiging("000000000001", "00000001", "Een", adres(plekken()[0]))}), maart).vestigingen.nieuw, 1U) << "gone, and back";
}

TEST_F(Bedrijven, DeRoutesTonenEnSchrijvenBeideLogboeken) {
    laad(bestand({onderneming("00000001", "Een", "Eenmanszaak"), vestiging("000000000001", "00000001", "Een", adres(plekken()[0])),
                  onderneming("00000002", "Twee B.V.", "Besloten vennootschap"), vestiging("000000000002", "00000002", "Twee", adres(plekken()[0]))}),
         januari);
    const auto analist = omgeving().gebruiker({"informatieanalist"});
    const auto num = fmt::format("{:016}", plekken()[0].id);
    const auto hier = omgeving().eis(200, analist, Methode::post, "/v1/bedrijven/_bij-adres", {{"nummeraanduiding", num}});
    ASSERT_EQ(hier.at("resultaten").as_array().size(), 2U);
    EXPECT_EQ(hier.at("standdatum").as_string(), "2026-01-01");
    const std::string een(hier.at("resultaten").at(0).at("bedrijf").as_string());
    const std::string twee(hier.at("resultaten").at(1).at("bedrijf").as_string());
    const auto laatste = [](const std::string& wat) { return waarde(wat + " from logboek.audit where actie like 'bedrij%' order by tijd desc limit 1"); };
    EXPECT_EQ(laatste("geraakt"), "{" + een + "}") << "only the company of a natural person";
    EXPECT_EQ(waarde("count(betrokkene) from logboek.verwerking where naam = 'bedrijvenBijAdresTonen'"), "1");
    EXPECT_EQ(omgeving().eis(200, analist, Methode::get, "/v1/bedrijven/" + een).at("naam").as_string(), "Een");
    EXPECT_EQ(laatste("object_soort"), "bedrijf");
    EXPECT_EQ(omgeving().eis(200, analist, Methode::get, "/v1/bedrijven/" + twee).at("kvkNummer").as_string(), "00000002");
    EXPECT_EQ(laatste("object_soort"), "-") << "a legal person is no data subject";
    EXPECT_EQ(laatste("geraakt"), "{" + een + "}") << "but its neighbour is";
    EXPECT_EQ(omgeving().roep(analist, Methode::get, "/v1/bedrijven/" + Uuid::willekeurig().tekst()).status, 404);
    EXPECT_EQ(omgeving().roep(analist, Methode::post, "/v1/bedrijven/_bij-adres", {{"nummeraanduiding", "9999999999999999"}}).status, 404);
    const auto beleid = omgeving().gebruiker({"beleid"});
    EXPECT_EQ(omgeving().roep(beleid, Methode::get, "/v1/bedrijven/" + een).status, 403);
    EXPECT_EQ(omgeving().roep(beleid, Methode::post, "/v1/bedrijven/_bij-adres", {{"nummeraanduiding", num}}).status, 403);
    EXPECT_EQ(omgeving().eis(200, analist, Methode::post, "/v1/bedrijven/_ongekoppeld", json::bj::object{}).at("resultaten").as_array().size(), 0U);
}

}  // namespace
}  // namespace damwand::registers::proef
