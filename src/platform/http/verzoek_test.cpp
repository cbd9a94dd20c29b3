// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "platform/http/kop.hpp"

namespace damwand::http {
namespace {

Verzoek met_koekjes(std::string koekjes) {
    Verzoek verzoek;
    verzoek.koppen["cookie"] = std::move(koekjes);
    return verzoek;
}

TEST(Pad, WordtOntcijferd) {
    EXPECT_EQ(lees_pad("/"), "/");
    EXPECT_EQ(lees_pad("/v1/signalen"), "/v1/signalen");
    EXPECT_EQ(lees_pad("/v1/caf%C3%A9"), "/v1/café");
    EXPECT_EQ(lees_pad("/a%20b+c"), "/a b+c");
    EXPECT_EQ(lees_pad("/v1/casussen/"), "/v1/casussen/");
    EXPECT_EQ(lees_pad("/a%252e"), "/a%2e") << "one round of decoding, never two";
    EXPECT_EQ(lees_pad("/..a/b.."), "/..a/b..");
}

TEST(Pad, WeigertWatErgensAndersHeenKanWijzen) {
    for (const auto* pad : {"",           "v1",
                            "*",          "http://proef/v1",
                            "//",         "//v1",
                            "/v1//x",     "/.",
                            "/..",        "/v1/../x",
                            "/v1/.",      "/%2e%2e/x",
                            "/%2E./x",    "/a%2fb",
                            "/a%2Fb",     "/a\\b",
                            "/a%5cb",     "/a%00",
                            "/a%0d%0a",   "/a%7f",
                            "/%",         "/%4",
                            "/%zz",       "/%c3",
                            "/%c3%28",    "/%c0%ae%c0%ae/",
                            "/%ed%a0%80", "/%f4%90%80%80",
                            "/%e2%80%ae"}) {
        EXPECT_EQ(lees_pad(pad), std::nullopt) << pad;
    }
}

TEST(Query, WordtOntcijferd) {
    const auto query = lees_query("staat=open&zoek=kerk+straat%2B1&leeg=&vlag&&staat=dicht");
    ASSERT_TRUE(query);
    Verzoek verzoek;
    verzoek.query = *query;
    EXPECT_EQ(verzoek.vraag("staat"), "open");
    EXPECT_EQ(query->count("staat"), 2U);
    EXPECT_EQ(verzoek.vraag("zoek"), "kerk straat+1");
    EXPECT_EQ(verzoek.vraag("leeg"), "");
    EXPECT_EQ(verzoek.vraag("vlag"), "");
    EXPECT_EQ(verzoek.vraag("weg"), std::nullopt);
}

TEST(Query, WeigertKapotteWaardenEnTeVeel) {
    for (const auto* query : {"a=%", "a=%ff", "a=%00", "=b", "a=%0a", "%zz=1", "a=b%"}) {
        EXPECT_EQ(lees_query(query), std::nullopt) << query;
    }
    std::string honderd = "a=1";
    for (int i = 1; i < 100; ++i) honderd += "&a=1";
    EXPECT_TRUE(lees_query(honderd));
    EXPECT_FALSE(lees_query(honderd + "&a=1"));
}

TEST(Koekje, WordtGevonden) {
    EXPECT_EQ(met_koekjes("__Host-sessie=abc; taal=nl").koekje("__Host-sessie"), "abc");
    EXPECT_EQ(met_koekjes("a=1;taal=nl").koekje("taal"), "nl");
    EXPECT_EQ(met_koekjes("a=x=y").koekje("a"), "x=y");
    EXPECT_EQ(met_koekjes("a=").koekje("a"), "");
    EXPECT_EQ(met_koekjes("xa=1").koekje("a"), std::nullopt);
    EXPECT_EQ(met_koekjes("a").koekje("a"), std::nullopt);
    EXPECT_EQ(met_koekjes("a=1").koekje(""), std::nullopt);
    EXPECT_EQ(Verzoek{}.koekje("a"), std::nullopt);
}

TEST(Koekje, DubbelIsGeenKoekje) { EXPECT_EQ(met_koekjes("s=echt; s=geplant").koekje("s"), std::nullopt); }

TEST(Kop, LeestNamenZonderHoofdletters) {
    Verzoek verzoek;
    verzoek.koppen["if-match"] = "\"3\"";
    EXPECT_EQ(verzoek.kop("If-Match"), "\"3\"");
    EXPECT_EQ(verzoek.kop("etag"), std::nullopt);
}

TEST(Kop, LeestEenHeelVerzoek) {
    const auto uit = lees_kop(
        "POST /v1/signalen/_zoek?van=1 HTTP/1.1\r\nHost: localhost:8080\r\nContent-Length: 12\r\nX-Deel:  een \r\n"
        "x-deel: twee\r\nConnection: keep-alive, Close\r\nExpect: 100-Continue\r\n\r\n");
    ASSERT_TRUE(std::holds_alternative<Kop>(uit));
    const auto& kop = std::get<Kop>(uit);
    EXPECT_EQ(kop.methode, Methode::post);
    EXPECT_EQ(kop.pad, "/v1/signalen/_zoek");
    EXPECT_EQ(kop.query.size(), 1U);
    EXPECT_EQ(kop.koppen.at("x-deel"), "een, twee");
    EXPECT_EQ(kop.lengte, 12U);
    EXPECT_FALSE(kop.in_stukken);
    EXPECT_TRUE(kop.wacht_op_100);
    EXPECT_TRUE(kop.sluiten);
}

TEST(Kop, KentDeMethoden) {
    const std::map<std::string, Methode> bekend = {
        {"GET", Methode::get},        {"HEAD", Methode::head},    {"POST", Methode::post},
        {"PUT", Methode::put},        {"PATCH", Methode::patch},  {"DELETE", Methode::verwijder},
        {"OPTIONS", Methode::opties}, {"TRACE", Methode::anders}, {"get", Methode::anders}};
    for (const auto& [naam, methode] : bekend) {
        const auto uit = lees_kop(naam + " / HTTP/1.1\r\nHost: h\r\n\r\n");
        ASSERT_TRUE(std::holds_alternative<Kop>(uit)) << naam;
        EXPECT_EQ(std::get<Kop>(uit).methode, methode) << naam;
    }
}

TEST(Kop, WeigertTweeLengtenOokZonderBeast) {
    const std::string begin = "POST / HTTP/1.1\r\nHost: h\r\n";
    for (const auto* lengten :
         {"Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
          "Content-Length: 5\r\nContent-Length: 5\r\n", "Content-Length: 5, 5\r\n",
          "Transfer-Encoding: gzip, chunked\r\n", "X: y\nTransfer-Encoding: chunked\r\n",
          "X: y\rTransfer-Encoding: chunked\r\n", "Content-Length: \v5\r\n", "Content-Length: 5\v\r\n"}) {
        const auto uit = lees_kop(begin + lengten + "\r\n");
        ASSERT_TRUE(std::holds_alternative<RandFout>(uit)) << lengten;
        EXPECT_EQ(std::get<RandFout>(uit).status, 400);
    }
}

TEST(PadVoorLog, LaatAlleenWoordenEnIdsStaan) {
    EXPECT_EQ(pad_voor_log("/v1/signalen/0f8fad5b-d9cb-469f-a165-70867728950e/wegingen"),
              "/v1/signalen/0f8fad5b-d9cb-469f-a165-70867728950e/*");
    EXPECT_EQ(pad_voor_log("/v1/casussen/Jan%20Jansen"), "/v1/casussen/*");
    EXPECT_EQ(pad_voor_log("/06-12345678/Jansen\nnep"), "/*/*");
    EXPECT_EQ(pad_voor_log(""), "");
}

}  // namespace
}  // namespace damwand::http
