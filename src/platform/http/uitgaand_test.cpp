// SPDX-License-Identifier: EUPL-1.2
#include "platform/http/uitgaand.hpp"

#include <gtest/gtest.h>

#include "base/fout.hpp"

namespace damwand::http {
namespace {

TEST(Uitgaand, GaatAlleenNaarDeIngesteldeHost) {
    const Uitgaand uit("http://127.0.0.1:9", false, {}, "oidc.issuer");
    EXPECT_TRUE(uit.is_hier("http://127.0.0.1:9/token"));
    for (const auto* elders : {"http://127.0.0.1:99/token", "http://127.0.0.1:9@elders.example/", "https://127.0.0.1:9/", "http://127.0.0.1:9"}) {
        EXPECT_FALSE(uit.is_hier(elders)) << elders;
        EXPECT_THROW((void)uit.haal(elders), Fout) << elders;
    }
    for (const auto* fout : {"http://elders.example", "ftp://elders.example", "https://", "https://een@elders.example", ""}) {
        EXPECT_THROW(Uitgaand(fout, false, {}, "oidc.issuer"), Fout) << fout;
    }
}

TEST(Uitgaand, OpentGeenVerbindingMetEenEigenNetwerk) {
    for (const auto* adres : {"https://10.0.0.1", "https://192.168.1.1", "https://169.254.169.254", "https://172.16.0.1", "https://[fd00::1]", "https://[::ffff:10.0.0.1]"}) {
        const Uitgaand uit(adres, false, {}, "oidc.issuer");
        try {
            (void)uit.haal(std::string(adres) + "/x");
            FAIL() << adres;
        } catch (const Fout& fout) {
            EXPECT_EQ(fout.soort(), FoutSoort::niet_beschikbaar);
            EXPECT_NE(fout.voor_log().find("connect"), std::string::npos) << adres << " " << fout.voor_log();
        }
    }
}

}  // namespace
}  // namespace damwand::http
