// SPDX-License-Identifier: EUPL-1.2
#include <fmt/format.h>

#include "platform/documenten/odt.hpp"
#include "werk/informeren/informeren.hpp"

namespace damwand::informeren {

std::string brief(std::string_view naam, std::string_view kenmerk, std::string_view organisatie, const std::vector<Doel>& doelen, Datum vandaag) {
    documenten::Odt odt("Wij gebruiken gegevens over u");
    odt.alinea(organisatie).alinea(naam).in_te_vullen("In te vullen: het adres. Controleer of de brief alleen bij deze persoon terechtkomt.");
    odt.alinea(fmt::format("Datum: {}\nOns kenmerk: {}\nOnderwerp: wij gebruiken gegevens over u", voluit(vandaag), kenmerk));
    odt.kop(1, "Wij gebruiken gegevens over u");
    odt.alinea("Geachte heer, mevrouw,\n\nOnze gemeente heeft gegevens over u vastgelegd die u niet zelf aan ons gaf. De wet vraagt dat wij u dat laten weten (AVG art. 14). In deze brief "
               "leest u waarvoor wij de gegevens gebruiken en wat uw rechten zijn.");
    odt.kop(2, "Waarvoor, en welke gegevens");
    std::vector<std::vector<std::string>> rijen;
    for (const auto& d : doelen) rijen.push_back({d.naam, d.doel, d.grondslag, d.gegevens, d.ontvangers, d.bewaartermijn});
    odt.tabel({"Verwerking", "Doel", "Grondslag", "Soort gegevens", "Ontvangers", "Bewaartermijn"}, rijen);
    odt.alinea("Wij geven uw gegevens niet door aan landen buiten de Europese Economische Ruimte.");
    odt.kop(2, "Waar de gegevens vandaan komen");
    odt.alinea("Uit registraties van de gemeente en andere overheden, uit toezicht, uit openbare bronnen en van anderen die de gemeente iets lieten weten.");
    odt.kop(2, "Geen besluit door een computer");
    odt.alinea("Er worden geen besluiten over u genomen door een computer (AVG art. 22).");
    odt.kop(2, "Uw rechten");
    odt.alinea("U kunt vragen welke gegevens wij van u hebben. U kunt vragen om ze te corrigeren, te wissen of voorlopig niet te gebruiken, en u kunt bezwaar maken tegen het gebruik ervan "
               "(AVG art. 15 tot en met 18 en 21). Wij antwoorden binnen een maand. Soms staat de wet toe dat wij een deel niet geven; wij zeggen dan waarom.");
    odt.alinea("Bent u het niet eens met hoe wij met uw gegevens omgaan, dan kunt u een klacht indienen bij de Autoriteit Persoonsgegevens (AVG art. 77).");
    odt.alinea("Met vriendelijke groet,");
    odt.in_te_vullen(fmt::format("In te vullen: het bestuursorgaan van {} dat voor de gegevens verantwoordelijk is, hoe het te bereiken is, hoe de functionaris gegevensbescherming te "
                                 "bereiken is, en naam en handtekening.", organisatie));
    return odt.klaar();
}

}  // namespace damwand::informeren
