// SPDX-License-Identifier: EUPL-1.2
// The register of processing and the DPIA, filled from the data.
#include "werk/betrokkene/proefbetrokkene.hpp"

namespace damwand::betrokkene {
namespace {

TEST(Verwerkingen, StaanInHetRegisterEnDeDpiaMetRollenTermijnenEnCompartimenten) {
    auto& o = omgeving();
    const auto privacy = o.gebruiker({"privacy"});
    const auto csv = o.roep(privacy, Methode::get, "/v1/verwerkingen/register");
    EXPECT_EQ(csv.status, 200);
    EXPECT_EQ(std::count(csv.lijf.begin(), csv.lijf.end(), '\n') - 1, tel("select count(*) as n from logboek.activiteit"));
    EXPECT_THAT(csv.lijf, HasSubstr("Verzoeken van betrokkenen behandelen;verzoeken-behandelen;1;"));
    const auto dpia = o.roep(privacy, Methode::get, "/v1/verwerkingen/dpia");
    EXPECT_EQ(dpia.status, 200);
    for (const auto* wel : {"Casussen behandelen", "12.2", "Handhavingsjurist", "In te vullen: het advies"}) EXPECT_THAT(tekst_van_odt(dpia.lijf), HasSubstr(wel));
    o.eis(403, o.gebruiker({"coordinator"}), Methode::get, "/v1/verwerkingen/dpia");
}

TEST(Verwerkingen, ZeggenWaarHunDpiaStaatPerGemeente) {
    auto& o = omgeving();
    const auto privacy = o.gebruiker({"privacy"});
    const std::string pad = "/v1/verwerkingsactiviteiten/casus-behandelen/dpia";
    const auto verwijs = [&](const std::string& waar, const std::string& dag, int status = 200) { o.eis(status, privacy, Methode::post, pad, object{{"verwijzing", waar}, {"vastgesteldOp", dag}}); };
    const auto in_register = [&](const Gebruiker& wie) {
        const auto alle = o.eis(200, wie, Methode::get, "/v1/verwerkingsactiviteiten").at("resultaten");
        for (const auto& v : alle.as_array()) {
            if (v.at("code").as_string() == "casus-behandelen") return v;
        }
        return value{};
    };
    EXPECT_TRUE(in_register(privacy).at("dpia").is_null());
    EXPECT_EQ(in_register(privacy).at("bewaarmaanden").as_int64(), 60);
    EXPECT_THAT(boost::json::serialize(in_register(privacy).at("rollen")), HasSubstr("jurist"));
    verwijs("DPIA-2025-12", "2025-12-01");
    verwijs("DPIA-2024-03", "2024-03-01");  // recorded later, adopted earlier
    EXPECT_EQ(in_register(o.gebruiker({"techniek"})).at("dpia").at("verwijzing").as_string(), "DPIA-2025-12");
    EXPECT_TRUE(in_register(o.gebruiker({"privacy"}, 2)).at("dpia").is_null());
    EXPECT_THAT(o.roep(privacy, Methode::get, "/v1/verwerkingen/register").lijf, HasSubstr("DPIA-2025-12 (2025-12-01)"));
    EXPECT_THAT(tekst_van_odt(o.roep(privacy, Methode::get, "/v1/verwerkingen/dpia").lijf), HasSubstr("DPIA-2025-12 (2025-12-01)"));
    verwijs("Komt nog", later(), 400);
    o.eis(404, privacy, Methode::post, "/v1/verwerkingsactiviteiten/bestaat-niet/dpia", object{{"verwijzing", "DPIA-9"}, {"vastgesteldOp", "2025-12-01"}});
    o.eis(403, o.gebruiker({"coordinator"}), Methode::post, pad, object{{"verwijzing", "DPIA-9"}, {"vastgesteldOp", "2025-12-01"}});
}

}  // namespace
}  // namespace damwand::betrokkene
