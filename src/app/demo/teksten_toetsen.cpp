// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "app/demo/verhaal.hpp"

namespace damwand::app::demo {
namespace {

/// Check 1 by kind of source; the first column is the kind, for the ground is the one the source is asked on.
constexpr std::array bronnen{
    Toetswoorden{"brp", "Bijgehouden voor gebruik door de eigen gemeente; toezicht op bewoning is zo'n gebruik.",
                 "Zonder de inschrijving is niet te zien of er op {adres} wordt gewoond.",
                 "Alleen het adres, niet de personen; eerst de vraag of er iemand staat ingeschreven."},
    Toetswoorden{"woz", "De ontheffing noemt het doel waarvoor wij het vragen; verder gaat het gebruik niet.",
                 "De eigenaar en het gebruik van {adres} staan nergens anders zo bij elkaar.",
                 "Alleen dit pand en dit jaar; geen bedragen als die niet nodig zijn."},
    Toetswoorden{"belastingdienst", "De ontheffing noemt het doel waarvoor wij het vragen; verder gaat het gebruik niet.",
                 "Of de omzet past bij wat wij zien, weet alleen de Belastingdienst.",
                 "Eerst alleen of er iets bekend is; inhoud alleen als dat het beeld verandert."},
    Toetswoorden{"politie", "Verstrekt aan de burgemeester voor de openbare orde; daarvoor gebruiken wij het.",
                 "Of de politie {adres} kent, bepaalt of wij veilig naar binnen kunnen en wat dan nodig is.",
                 "Eerst alleen bekend of niet bekend; geen namen van personen buiten het pand."},
    Toetswoorden{"om", "Verstrekt aan de burgemeester voor de openbare orde; daarvoor gebruiken wij het.",
                 "Wij mogen een onderzoek niet in de weg lopen en moeten weten of dat er is.",
                 "Alleen of er iets loopt; de inhoud hebben wij meestal niet nodig."},
    Toetswoorden{"sociaal", "Rechtmatigheid van een uitkering is hetzelfde doel; zorg blijft erbuiten.",
                 "Zonder dit blijft onduidelijk of er iemand van {adres} afhankelijk is.",
                 "Alleen ja of nee per adres; geen dossiers en geen gezondheid."},
    Toetswoorden{"riec", "Gevraagd binnen het samenwerkingsverband, voor het doel dat de wet daarvoor noemt.",
                 "Het patroon gaat over de gemeentegrens; dat beeld hebben wij zelf niet.",
                 "Alleen het verschijnsel; personen pas als het overleg dat nodig vindt."}};
constexpr Toetswoorden eigen{"", "Verzameld voor toezicht door de gemeente; dit is dezelfde taak.",
                             "Zonder dit weten wij niet wat er op {adres} mag en wat er al is gedaan.",
                             "Alleen dit adres en de laatste vijf jaar; een lichter middel is er niet."};

constexpr std::array delen_2a{
    Toetswoorden{"Gemeentewet art. 172; per deelnemer de eigen wettelijke taak.",
                 "Ieder krijgt wat past bij zijn taak in deze casus.",
                 "Zonder het hele beeld kan het kernteam geen plan maken.",
                 "Alleen wie een taak heeft in het plan; afgeschermde bronnen blijven bij wie ze mag zien."},
    Toetswoorden{"Gemeentewet art. 172 en de mandaten van de deelnemers.",
                 "De gegevens zijn verzameld om deze situatie te beoordelen; dat doet het kernteam.",
                 "Elke deelnemer levert een deel van de oplossing en moet weten waarop die rust.",
                 "Met minder mensen kan het niet; namen van melders gaan niet mee."}};

constexpr std::array delen_2b{
    Toetswoorden{"De bevoegdheid van elke interventie, zoals genoemd bij de interventie.",
                 "Wie uitvoert, gebruikt het voor het doel waarvoor de bevoegdheid is gegeven.",
                 "Zonder deze gegevens kan de uitvoerder het besluit niet nemen of motiveren.",
                 "Per interventie alleen adres, feiten en data; het beeld zelf blijft in de casus."},
    Toetswoorden{"Awb, APV en bijzondere wetten; per interventie vastgelegd.",
                 "Handhaving volgt op het toezicht waarvoor is verzameld.",
                 "De maatregel moet kunnen worden uitgelegd aan de rechter.",
                 "De lichtste maatregel die werkt; de uitvoerder ziet niet meer dan hij nodig heeft."}};

constexpr std::array waarom_inhoud{
    std::string_view{"Dat er iets bekend is, zegt nog niet wat; zonder de inhoud kan het kernteam niet kiezen."},
    std::string_view{"De inhoud bepaalt of dit een casus van de gemeente blijft."},
    std::string_view{"Alleen met de inhoud is te zien of het signaal klopt; wij vragen niet meer dan {adres}."},
    std::string_view{"Nodig voor de motivering van een maatregel; een lichtere bron is er niet."}};

}  // namespace

const Toetswoorden& toetswoorden_van(std::string_view bronsoort) {
    const auto* gevonden = std::find_if(bronnen.begin(), bronnen.end(),
                                        [&](const Toetswoorden& w) { return w.grondslag == bronsoort; });
    return gevonden == bronnen.end() ? eigen : *gevonden;
}
const Toetswoorden& toetswoorden_2a(std::size_t keus) { return delen_2a.at(keus % delen_2a.size()); }
const Toetswoorden& toetswoorden_2b(std::size_t keus) { return delen_2b.at(keus % delen_2b.size()); }
std::string_view inhoudkeuze(std::size_t keus) { return waarom_inhoud.at(keus % waarom_inhoud.size()); }

}  // namespace damwand::app::demo
