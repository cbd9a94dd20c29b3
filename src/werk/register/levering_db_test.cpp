// SPDX-License-Identifier: EUPL-1.2
// One delivery by two readers, and the same delivery by two other hands: always the same rows.
#include <gtest/gtest.h>

#include "werk/register/proeflevering.hpp"
#include "werk/register/proefregister.hpp"
#include "werk/register/proeftoestand.hpp"

namespace damwand::registers::proef {
namespace {

/// The rows of a table as TrageLezer writes them.
std::string traag_sql(const std::string& tabel) {
    const auto vast = [](const char* voor) { return std::string(voor); };
    if (tabel == "gemeente_woonplaats")
        return vast("select concat_ws('|', gemeente, woonplaats, begindatum, coalesce(einddatum::text, '-'), status) as rij from register.gemeente_woonplaats");
    const auto moment = [](const char* kolom) {
        return fmt::format("coalesce(to_char({} at time zone 'Europe/Amsterdam', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS'), '-')", kolom);
    };
    const auto of = [](const char* kolom) { return fmt::format("coalesce({}::text, '-')", kolom); };
    const auto reeks = [](const char* kolom) { return fmt::format("coalesce(nullif(array_to_string({}, ','), ''), '-')", kolom); };
    if (tabel == "in_onderzoek")
        return fmt::format("select concat_ws('|', type, identificatie, gemeente, kenmerk, case when in_onderzoek then 't' else 'f' end, documentdatum, documentnummer,"
                           " begin_geldigheid, {}, {}, {}, {}, {}) as rij from register.in_onderzoek",
                           of("eind_geldigheid"), moment("tijdstip_registratie"), moment("eind_registratie"), moment("tijdstip_registratie_lv"), moment("tijdstip_eind_registratie_lv"));
    static const std::map<std::string, std::vector<std::string>> eigen{
        {"woonplaats", {"naam"}},
        {"openbare_ruimte", {"naam", of("verkorte_naam"), "type", "ligt_in"}},
        {"nummeraanduiding", {"huisnummer", of("huisletter"), of("toevoeging"), of("postcode"), "objectsoort", of("ligt_in"), "ligt_aan"}},
        {"verblijfsobject", {"hoofdadres", reeks("nevenadressen"), reeks("panden"), reeks("gebruiksdoelen"), "oppervlakte"}},
        {"ligplaats", {"hoofdadres", reeks("nevenadressen")}},
        {"standplaats", {"hoofdadres", reeks("nevenadressen")}},
        {"pand", {"bouwjaar"}}};
    std::string kolommen = fmt::format("identificatie, voorkomen, gemeente, bestandsoort, status, case when geconstateerd then 't' else 'f' end, documentdatum, documentnummer, begin_geldigheid, {}",
                                       of("eind_geldigheid"));
    for (const auto* k : {"tijdstip_registratie", "eind_registratie", "tijdstip_inactief", "tijdstip_registratie_lv", "tijdstip_eind_registratie_lv", "tijdstip_inactief_lv", "tijdstip_niet_bag_lv"})
        kolommen += ", " + moment(k);
    for (const auto& k : eigen.at(tabel)) kolommen += ", " + k;
    if (tabel != "openbare_ruimte" && tabel != "nummeraanduiding") kolommen += ", public.st_astext(geometrie, 3)";
    return fmt::format("select concat_ws('|', 't', {0}) as rij from register.{1} union all select concat_ws('|', 'f', {0}) from register.{1}_historie", kolommen, tabel);
}

class Levering : public testing::Test {
  protected:
    void SetUp() override { leeg_register(); }
};

/// Every row of every table as loaded against the slow reader's.
void twee_lezers_zien_hetzelfde(const Bytes& levering) {
    auto traag = TrageLezer(levering).rijen;
    std::vector<std::string> namen(tabellen.begin(), tabellen.end());
    namen.insert(namen.end(), {"in_onderzoek", "gemeente_woonplaats"});
    for (const auto& tabel : namen) {
        auto& verwacht = traag[tabel];
        std::vector<std::string> gelezen;
        for (const auto rij : omgeving().beheer().doe(traag_sql(tabel))) gelezen.push_back(rij.veld<std::string>("rij"));
        EXPECT_FALSE(verwacht.empty()) << tabel << ": a delivery without any proves nothing";
        std::sort(verwacht.begin(), verwacht.end());
        std::sort(gelezen.begin(), gelezen.end());
        EXPECT_EQ(gelezen.size(), verwacht.size()) << tabel;
        const auto [een, ander] = std::mismatch(gelezen.begin(), gelezen.end(), verwacht.begin(), verwacht.end());
        if (een != gelezen.end() || ander != verwacht.end())
            ADD_FAILURE() << tabel << ", the first difference:\n  database " << (een == gelezen.end() ? "-" : *een) << "\n  slow     " << (ander == verwacht.end() ? "-" : *ander);
    }
}

/// Two readers see the same in every column; and written anew by other hands the delivery fills every table alike, derived ones too.
void klopt(const fs::path& bron) {
    static_cast<void>(laad_bron(bron));
    const auto bytes = lees_bytes(bron);
    twee_lezers_zien_hetzelfde(bytes);
    const auto eerst = toestand();
    leeg_register();
    EXPECT_NE(toestand(), eerst);
    const auto anders = werkmap() / ("anders-" + bron.filename().string());
    std::ofstream(anders, std::ios::binary) << herschrijf(bytes, werkmap() / "hulp.zip");
    static_cast<void>(laad_bron(anders));
    EXPECT_EQ(toestand(), eerst);
}

TEST_F(Levering, WeespIsVoorTweeLezersEnInElkeHandHetzelfde) {
    ZONDER_ECHTE_DATA_OVERSLAAN(weesp());
    klopt(weesp());
}
TEST_F(Levering, DamstedeIsVoorTweeLezersEnInElkeHandHetzelfde) { klopt(damstede(300)); }

}  // namespace
}  // namespace damwand::registers::proef
