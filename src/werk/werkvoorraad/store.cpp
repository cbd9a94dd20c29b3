// SPDX-License-Identifier: EUPL-1.2
#include "werk/werkvoorraad/store.hpp"

namespace damwand::werkvoorraad::store {

void tel_signalen(poort::Gang& gang, MijnWerk& werk) {
    const auto rijen = gang.tx().een(
        "select count(*) filter (where status = 'nieuw' or (status = 'in_weging' and weging_stap < 4)) as te_wegen, "
        "count(*) filter (where status = 'uitgesteld' and uitgesteld_tot <= basis.vandaag()) as verlopen, "
        "count(*) filter (where status = 'in_weging' and weging_stap = 4) as te_openen from signaal.signaal "
        "where organisatie = $1 and zicht = any ($2::integer[]) and status in ('nieuw', 'in_weging', 'uitgesteld')",
        gang.wie().organisatie, gang.wie().zichten);
    werk.te_wegen = rijen[0].veld<int>("te_wegen");
    werk.uitgesteld_verlopen = rijen[0].veld<int>("verlopen");
    werk.casus_te_openen = rijen[0].veld<int>("te_openen");
}

}  // namespace damwand::werkvoorraad::store
