// SPDX-License-Identifier: EUPL-1.2
#include "app/huis.hpp"
#include "werk/actie/actie.hpp"
#include "werk/aanpak/aanpak.hpp"
#include "werk/archief/archief.hpp"
#include "werk/betrokkene/betrokkene.hpp"
#include "werk/casus/casus.hpp"
#include "werk/document/document.hpp"
#include "werk/dossier/dossier.hpp"
#include "werk/entiteit/entiteit.hpp"
#include "werk/gemeenteregister/gemeenteregister.hpp"
#include "werk/informeren/informeren.hpp"
#include "werk/interventie/interventie.hpp"
#include "werk/kaart/kaart.hpp"
#include "werk/leren/leren.hpp"
#include "werk/netwerk/netwerk.hpp"
#include "werk/overleg/overleg.hpp"
#include "werk/privacy/privacy.hpp"
#include "werk/register/register.hpp"
#include "werk/signaal/signaal.hpp"
#include "werk/verstrekking/verstrekking.hpp"
#include "werk/vraag/vraag.hpp"
#include "werk/wachter/wachter.hpp"
#include "werk/werklijst/werklijst.hpp"
#include "werk/werkvoorraad/werkvoorraad.hpp"
#include "werk/zoek/zoek.hpp"

namespace damwand::app {

std::vector<poort::Route> alle_routes(const document::Diensten& bestanden, const archief::Diensten& vergeten, const netwerk::Diensten& verbanden,
                                      const kaart::Diensten& kaarten) {
    std::vector<poort::Route> alle;
    for (auto&& kamer : {
             registers::routes(),
             entiteit::routes(),
             gemeenteregister::routes(),
             signaal::routes(),
             casus::routes(),
             document::routes(bestanden),
             interventie::routes(),
             actie::routes(),
             aanpak::routes(),
             leren::routes(),
             overleg::routes(),
             informeren::routes(),
             verstrekking::routes(),
             vraag::routes(),
             dossier::routes(),
             zoek::routes(),
             netwerk::routes(verbanden),
             wachter::routes(verbanden),
             kaart::routes(kaarten),
             werklijst::routes(),
             werkvoorraad::routes(verbanden),
             privacy::routes(),
             archief::routes(vergeten),
             betrokkene::routes(),
         }) {
        alle.insert(alle.end(), kamer.begin(), kamer.end());
    }
    return alle;
}

}  // namespace damwand::app
