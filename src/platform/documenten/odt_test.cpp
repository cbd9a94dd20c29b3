// SPDX-License-Identifier: EUPL-1.2
#include "platform/documenten/odt.hpp"

#include <gmock/gmock.h>

#include "platform/documenten/odtproef.hpp"
#include "platform/documenten/ontleder/ontleder.hpp"

namespace damwand::documenten {
namespace {

Odt voorbeeld() {
    Odt odt("Besluit <1>");
    odt.kop(1, "Besluit").alinea("Jansen & zn.\n\"Kade\" 3\x01").opsomming({"een", "twee"}).tabel({"Wat", "Wanneer"}, {{"Signaal", "2026-11-22"}, {"Casus"}}).in_te_vullen("Nog doen.");
    return odt;
}

TEST(Odt, WordtDoorDeEigenKeuringGoedgevondenEnIsTelkensHetzelfde) {
    const auto bytes = voorbeeld().klaar();
    EXPECT_EQ(ontleder::ontleed(ontleder::Soort::odt, bytes).reden, "");
    EXPECT_EQ(bytes, voorbeeld().klaar());
    EXPECT_EQ(bytes.substr(30, 8), "mimetype");
    EXPECT_EQ(bytes.substr(38, 39), "application/vnd.oasis.opendocument.text");
}

TEST(Odt, SchrijftTekstEnGeenOpmaakVanEenAnder) {
    const auto inhoud = proef::inhoud_van_odt(voorbeeld().klaar());
    EXPECT_NE(inhoud.find("Jansen &amp; zn.<text:line-break/>&quot;Kade&quot; 3</text:p>"), std::string::npos) << inhoud;
    EXPECT_NE(inhoud.find("<table:table-header-rows>"), std::string::npos);
    EXPECT_EQ(inhoud.find("<1>"), std::string::npos);
    EXPECT_EQ(proef::tekst_van_odt(Odt("x").alinea("a <b> c").klaar()), "a <b> c\n");
}

}  // namespace
}  // namespace damwand::documenten
