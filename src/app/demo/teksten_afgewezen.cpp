// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/verhaal.hpp"

// What was not taken up, went to somebody else, or was known already. The reasons are as telling as the signalen.
namespace damwand::app::demo {

std::vector<Sein> afgewezen_seinen() {
    return {
        // ── niet opgepakt, aan de balie ──
        {"", 16, "mma", "drugs", "", "F6", "Er wordt gedeald in Damstede",
         "Anonieme melder zegt dat er in de hele gemeente gedeald wordt en dat niemand iets doet. Geen plaats, tijd of "
         "naam.",
         "", "niet", "Zonder plaats, persoon of tijd is er niets te onderzoeken. De melding telt mee in het beeld."},
        {"", 74, "inwoner", "", "Kievitdreef 20", "D5", "Buurman heeft een nieuwe auto",
         "Melder vindt het vreemd dat de buurman een nieuwe auto heeft terwijl hij thuis werkt.", "", "niet",
         "Een dure aankoop is op zichzelf geen signaal. Er zijn geen andere feiten; wij leggen niets over de bewoner "
         "vast."},
        {"", 138, "meldpunt", "ondernemer", "Vismarkt 12", "D5", "Winkel vaak dicht",
         "Melder ziet dat de winkel vaak gesloten is en vermoedt daarom witwassen.",
         "b Breiwinkel De Pinksterbloem|winkel", "niet",
         "De eigenaar is langdurig ziek; dat staat op de deur en op de eigen site. Geen aanwijzing voor misbruik."},
        {"", 251, "waaksamen", "", "Luithof 21", "E5", "Drone boven de wijk",
         "Twee avonden achter elkaar vloog er een drone boven de achtertuinen.", "", "niet",
         "Het gaat om overlast en mogelijk privacy van buren, niet om ondermijning. De melder is gewezen op de "
         "wijkagent."},
        {"", 318, "open", "cybercrime", "", "F6", "Bericht op een forum over ‘snel geld’",
         "Op een openbaar forum wordt in algemene zin opgeroepen om snel geld te verdienen. Er staat geen plaats bij.",
         "", "niet", "Er is geen verband met Damstede. Het bericht is niet bewaard."},
        {"", 402, "meldpunt", "families", "", "E6", "Ruzie in een familie",
         "Melder vertelt over een erfenisruzie tussen broers en noemt de ene broer ‘een crimineel’.", "", "niet",
         "Een ruzie in de privésfeer. De beschuldiging wordt door niets ondersteund en is niet vastgelegd bij een "
         "persoon."},
        {"", 566, "inwoner", "omg", "Celloweg 40", "D5", "Motoren bij een verjaardag",
         "Op zaterdag stonden er twaalf motoren in de straat. De melder denkt aan een motorbende.", "", "niet",
         "Het was een verjaardag van een toerclub. Toezicht was die middag toevallig in de straat en zag geen hesjes "
         "of kleuren."},

        // ── niet opgepakt, na de beoordeling ──
        {"loods-oud", 212, "mma", "drugs", "Staalstraat 7", "F5", "Vreemde lucht op de Staalstraat",
         "Anonieme melder rook in de nacht een vreemde lucht bij de bedrijven op de Staalstraat. Meer weet de melder "
         "niet.",
         "", "niet1",
         "Eén melding zonder pand of datum. Toezicht reed twee keer langs en rook niets. Wij leggen het adres wel "
         "vast; bij een nieuwe melding wegen wij opnieuw."},
        {"", 62, "meldpunt", "hennep", "Merellaan 34", "D4", "Wietlucht in het trappenhuis",
         "In het trappenhuis hangt ’s avonds een wietlucht. De melder heeft er hoofdpijn van.", "", "niet1",
         "De huismeester sprak de bewoner. Het gaat om eigen gebruik op het balkon. Er is geen aanwijzing voor teelt "
         "of handel."},
        {"", 95, "inwoner", "prostitutie", "Harpplein 51", "D4", "Veel bezoek bij een alleenstaande vrouw",
         "Melder ziet veel mannen bij de buurvrouw naar binnen gaan.", "", "niet1",
         "De bewoner geeft thuis fysiotherapie en staat zo ingeschreven. Het beeld van de melder klopt niet. De "
         "gegevens van de bewoner zijn niet vastgelegd."},
        {"", 121, "collega", "adresfraude", "Topaashof 12", "C4", "Vier achternamen op één brievenbus",
         "Een bezorger zag vier verschillende namen op de brievenbus van een eengezinswoning.", "", "niet1",
         "Het is een samengesteld gezin. De inschrijvingen in de BRP kloppen met de woning."},
        {"", 160, "waaksamen", "heling", "Andromedastraat 18", "D4", "Verkoop van spullen vanuit een garagebox",
         "Elke zaterdag verkoopt iemand spullen vanuit een garagebox.", "", "niet1",
         "De bewoner ruimt het huis van zijn ouders leeg en verkoopt met een melding bij de gemeente. Niets wijst op "
         "gestolen goed."},
        {"", 188, "mma", "witwassen", "Hoogstraat 70", "F4", "Restaurant dat altijd leeg is",
         "Volgens de anonieme melder zitten er nooit gasten en wordt er toch omzet gedraaid.",
         "b Eethuis De Waterhoen|onderneming", "niet1",
         "Uit open bronnen blijkt dat het restaurant vooral bezorgt. Drie bezoeken op verschillende avonden laten een "
         "gewone zaak zien."},
        {"", 236, "toezicht", "gokken", "Waagsteeg 25", "B4", "Speelautomaat in een buurthuis",
         "In het buurthuis staat een speelautomaat.", "b Buurthuis De Waag|gebruiker", "niet1",
         "Het is een flipperkast zonder uitbetaling. Er is geen vergunning nodig."},
        {"", 289, "sociaal", "zorgfraude", "Snoekbaarskade 40", "C4", "Zorgverlener reist veel",
         "Een mantelzorger vindt dat de zorgverlener te vaak met vakantie is.", "", "niet1",
         "De vervanging is goed geregeld en de uren kloppen. De klacht is bij de aanbieder bekend."},
        {"", 335, "inwoner", "vastgoed", "Smaragdplein 60", "D4", "Huis staat al een jaar leeg",
         "De woning staat al een jaar leeg en de gordijnen zijn dicht. Melder denkt aan een criminele eigenaar.", "",
         "niet1", "De eigenaar is overleden en de erfenis is nog niet verdeeld. De notaris bevestigde dat."},
        {"", 377, "meldpunt", "ondernemer", "Kerkplein 72", "D5", "Nagelstudio opent op zondag",
         "Melder vindt dat de nagelstudio te vaak open is.", "b Nagelstudio Ereprijs|onderneming", "niet1",
         "Geen ondermijning. De openingstijden zijn toegestaan."},
        {"", 455, "mma", "drugs", "Symfonielaan 45", "F5", "Jongeren op een bankje",
         "Anonieme melder ziet elke avond jongeren op een bankje en denkt dat zij dealen.", "", "niet1",
         "Jongerenwerk kent de groep. Er is overlast van afval, geen aanwijzing voor handel."},
        {"", 530, "collega", "mensenhandel", "Lage Wielgracht 28", "C4", "Au pair die nooit buiten komt",
         "Een collega van de sportvereniging hoorde dat een gezin een au pair heeft die nooit buiten komt.", "",
         "niet1",
         "De wijkverpleegkundige kent het gezin en de au pair. De au pair volgt een cursus en heeft een eigen kring. "
         "Het verhaal kwam van horen zeggen."},

        // ── niet opgepakt, na de praktische weging ──
        {"", 84, "mma", "witwassen", "", "F4", "Buitenlandse bankrekening van een oud-inwoner",
         "Volgens de melder heeft iemand die tot vorig jaar in Damstede woonde een bankrekening in het buitenland met "
         "crimineel geld.",
         "", "niet2",
         "De persoon woont niet meer in de gemeente en heeft hier geen bedrijf of pand. Wij hebben geen bevoegdheid. "
         "Melder is gewezen op de FIOD."},
        {"", 147, "open", "cybercrime", "", "C4", "Nepwinkel met een adres in Damstede",
         "Een webwinkel die niet levert, noemt een adres in Damstede dat niet bestaat.",
         "b Koopjeshoek Online|naam van de webwinkel", "niet2",
         "Het adres bestaat niet in de BAG; er is dus niets op ons grondgebied. Gemeld bij het landelijke meldpunt "
         "internetoplichting."},
        {"", 226, "partner", "heling", "", "B4", "Partij gestolen koper aangeboden in de regio",
         "Een opkoper uit een buurgemeente kreeg gestolen koper aangeboden door een man met een busje.",
         "v 4-OQE-19|busje", "niet2",
         "Het aanbod vond plaats in een andere gemeente en de politie daar heeft een aangifte. Er is geen verband met "
         "een adres bij ons."},
        {"", 301, "rapportage", "drugs", "", "A3", "Drugsafval langs de provinciale weg",
         "Langs de provinciale weg zijn vaten gevonden. De plek ligt volgens de meting 400 meter over de "
         "gemeentegrens.",
         "", "niet2",
         "Het grondgebied is van de buurgemeente. Wij hebben de foto’s overgedragen en blijven in het overleg op de "
         "hoogte."},
        {"", 433, "toezicht", "omg", "Ankerkade 4", "B4", "Zaalverhuur aan motorclub",
         "In de zaal vergaderde een motorclub. De verhuurder vroeg zelf of dat mag.",
         "b Zalencentrum De Kade|verhuurder", "niet2",
         "De club is niet verboden en er gebeurde niets strafbaars. De verhuurder heeft informatie gekregen over wat "
         "hij kan afspreken in een contract."},
        {"", 498, "inwoner", "adresfraude", "Barnsteenstraat 16", "C4", "Zoon staat nog ingeschreven bij zijn moeder",
         "Melder weet dat de zoon van haar buurvrouw al samenwoont in een andere stad.", "", "niet2",
         "Dit is een enkel geval voor Burgerzaken en het gaat niet om georganiseerd misbruik. Burgerzaken doet een "
         "gewoon adresonderzoek."},
        {"", 610, "meldpunt", "gokken", "Waagsteeg 47", "D4", "Online gokken door een puber",
         "Een vader meldt dat zijn zoon van zestien online gokt bij een buitenlandse aanbieder.", "", "niet2",
         "De aanbieder valt onder de Kansspelautoriteit. De vader heeft informatie gekregen over hulp en over het "
         "blokkeren van de site."},
        {"", 665, "mma", "hennep", "Vioolstraat 11, Kraaiënhoek", "F4", "Kwekerij in een woning",
         "Anonieme melder noemt een kwekerij in de woning.", "", "niet2",
         "De politie was al bij de woning en vond niets. Er is geen nieuw feit. Opnieuw langsgaan zou niet in "
         "verhouding staan."},
        {"", 702, "collega", "vastgoed", "Parelmoerlaan 67", "C4", "Woning gekocht zonder hypotheek",
         "Bij de WOZ viel op dat een woning zonder hypotheek is gekocht.", "", "niet2",
         "Een aankoop zonder hypotheek komt vaker voor en is hier te verklaren uit de verkoop van een eerdere woning."},

        // ── doorgestuurd, aan de balie ──
        {"", 41, "waaksamen", "", "Spreeuwenstraat 30", "C3", "Sleutelkastje opengebroken bij ouderen",
         "Bij drie ouderen is het sleutelkastje van de thuiszorg opengebroken.", "", "door",
         "Dit is een strafbaar feit zonder taak voor ons. De politie heeft de melding overgenomen.",
         "Politie, basisteam Damstede"},
        {"", 102, "inwoner", "", "Futenlaan 9", "B3", "Bedreiging door een huisbaas",
         "Een huurder wordt door de huisbaas bedreigd om snel te vertrekken.", "", "door",
         "De huurder heeft hulp nodig van het meldpunt goed verhuurderschap. Hij is daar dezelfde dag gebeld.",
         "Meldpunt goed verhuurderschap"},
        {"", 176, "toezicht", "", "Logistiekkade 10", "B2", "Afval van een sloper in de sloot",
         "Puin en dakleer liggen in de sloot achter het bedrijf.", "b Sloopbedrijf Zevenblad|gebruiker van het terrein",
         "door", "Milieuovertreding met een duidelijke veroorzaker. De omgevingsdienst heeft de bevoegdheid.",
         "Omgevingsdienst"},
        {"", 264, "meldpunt", "", "Wegaplein 14", "C3", "Vrouw wordt door haar partner gecontroleerd",
         "Buurvrouw maakt zich zorgen over een vrouw die niet alleen naar buiten mag.", "", "door",
         "Zorg om veiligheid thuis. Direct overgedragen; wij bewaren geen namen.", "Veilig Thuis"},
        {"", 410, "open", "cybercrime", "", "C3", "Nepmail met het logo van de gemeente",
         "Inwoners krijgen een mail met het logo van Damstede over een ‘teruggave’.",
         "e teruggave@damstede-balie.example|afzender", "door",
         "De beveiliging van de eigen organisatie pakt dit op en waarschuwt de inwoners.", "CISO en communicatie"},
        {"", 547, "collega", "", "Citerlaan 28", "B3", "Hondenfokker zonder registratie",
         "Op het adres staan ongeveer dertig pups in een schuur.", "", "door",
         "Dierenwelzijn; daarvoor is een andere toezichthouder bevoegd.", "Landelijke inspectie dierenbescherming"},

        // ── doorgestuurd, na de praktische weging ──
        {"", 57, "partner", "witwassen", "Turbinering 4", "B3", "Btw-carrousel met telefoons",
         "Een groothandel in telefoons factureert in een kring van zes bedrijven. Alleen de boekhouding staat in "
         "Damstede.",
         "b Kringloop Telecom B.V.|groothandel; p Dhr. A. Look|bestuurder", "door2",
         "De kern is belastingfraude over landsgrenzen heen. De gemeente heeft hier geen instrument; de FIOD kan het "
         "wel onderzoeken.",
         "FIOD"},
        {"", 113, "toezicht", "mensenhandel", "Röntgenbaan 4", "B2", "Onderbetaling in een wasserij",
         "Medewerkers van een wasserij vertellen dat zij 4 euro per uur krijgen. Zij wonen in een andere gemeente.",
         "b Wasserij Zonnedauw|werkgever", "door2",
         "Het gaat om loon en werktijden. Er wordt hier niet gewoond. De Arbeidsinspectie heeft de bevoegdheid en "
         "plant een bezoek.",
         "Nederlandse Arbeidsinspectie"},
        {"", 199, "mma", "drugs", "Ankerkade 3", "D3", "Container met verdachte lading",
         "In de haven zou een container staan met een dubbele bodem. De melder noemt een containernummer.", "", "door2",
         "De controle op containers is aan de douane. De informatie is dezelfde middag overgedragen.", "Douane"},
        {"", 273, "partner", "zorgfraude", "Hoge Zijlsingel 2", "B3", "Praktijk declareert bij de zorgverzekeraar",
         "Een verzekeraar ziet declaraties voor behandelingen op zondag.", "b Praktijk Duizendblad|zorgpraktijk",
         "door2",
         "Het gaat om de Zorgverzekeringswet, niet om zorg die de gemeente betaalt. Het informatieknooppunt zorgfraude "
         "neemt het over.",
         "IKZ"},
        {"", 348, "sociaal", "", "Fagotlaan 11", "B3", "Loverboyproblematiek bij een minderjarige",
         "School maakt zich zorgen over een meisje van vijftien met cadeaus en een oudere ‘vriend’.", "", "door2",
         "De veiligheid van het kind gaat voor. Zorg en politie nemen het over; wij bewaren geen naam.",
         "Zorgcoördinator mensenhandel"},
        {"", 419, "politie", "cybercrime", "Malmöhof 39", "A2", "Geldezels via een scholier",
         "De politie meldt dat drie scholieren hun pinpas uitleenden. Het geld van slachtoffers ging via hun rekening.",
         "r 9|rekening van een geldezel", "door2",
         "De politie heeft al een zaak. Voor de scholen organiseert preventie een les.", "Politie en team preventie"},
        {"", 488, "burgerzaken", "adresfraude", "Poolsterhof 6", "B3", "Valse huurcontracten bij een verhuizing",
         "Twee huurcontracten met dezelfde fouten zijn gebruikt om in te schrijven in een buurgemeente.", "", "door2",
         "De inschrijving speelt in de buurgemeente. Burgerzaken daar heeft de contracten gekregen.",
         "Gemeente Polderveen, burgerzaken"},
        {"", 585, "partner", "vastgoed", "", "B4", "Hypotheekfraude door een tussenpersoon",
         "Een bank meldt dat een adviseur valse werkgeversverklaringen gebruikt. De adviseur zit in een andere "
         "provincie.",
         "b Hypotheekgids Tormentil|adviseur", "door2",
         "Geen woning of bedrijf op ons grondgebied. De bank doet aangifte.",
         "Politie, team financieel-economische criminaliteit"},
        {"", 640, "inwoner", "ondernemer", "Handelsstraat 3", "C3", "Garantie niet nagekomen door een keukenzaak",
         "Een inwoner is 8.000 euro kwijt aan een keukenzaak die niet levert.", "b Keukenhal Smeerwortel|verkoper",
         "door2", "Een geschil met een winkel. Bij meer meldingen kijken wij opnieuw.", "ACM ConsuWijzer"},

        // ── duplicaten ──
        {"", 25, "waaksamen", "heling", "Kraanweg 7-5", "C3", "Veel fietsen bij een unit op de Kraanweg",
         "Op de Kraanweg worden ’s avonds laat fietsen uit een busje gehaald.", "v EA-55-UQ|busje", "dubbel",
         "Dezelfde unit en hetzelfde busje als in een eerder signaal.", "kraanweg-fietsen"},
        {"", 66, "mma", "hennep", "Cementbaan 8", "F3", "Wiet in een loods aan de Cementbaan",
         "In een loods aan de Cementbaan zou wiet worden geteeld.", "", "dubbel",
         "Gaat over het pand waarvoor al een casus loopt.", "cementbaan-stroom"},
        {"", 109, "inwoner", "drugs", "Ampèrestraat 8", "C3", "Nachtelijk sleutelen bij de garage",
         "Een omwonende hoort bij de garage ’s nachts slijptollen.", "", "dubbel",
         "Bekend pand; de waarneming is toegevoegd aan de casus.", "garage-nacht"},
        {"", 154, "burgerzaken", "adresfraude", "Hoogstraat 13", "B3", "Weer een inschrijving boven de belwinkel",
         "Opnieuw een aanvraag tot inschrijving op hetzelfde adres.", "", "dubbel",
         "Hoort bij de reeks die al is gemeld.", "belwinkel-brp"},
        {"", 203, "toezicht", "prostitutie", "Siriusweg 43", "B3", "Bezoek met klokje op de Siriusweg",
         "Bezoekers blijven steeds een half uur.", "", "dubbel",
         "Zelfde adres, zelfde week als het signaal van het meldpunt.", "sirius-bezoek"},
        {"", 247, "collega", "zorgfraude", "Kerkplein 92", "B3", "Cliënt zonder begeleiding",
         "Een klantmanager hoort dat een cliënt van dit bureau geen begeleiding krijgt.",
         "b Zorgbureau De Brug|zorgaanbieder", "dubbel",
         "Derde klacht over hetzelfde bureau; toegevoegd aan het eerste signaal.", "zorg-uren"},
        {"", 342, "mma", "gokken", "Vismarkt 56", "F3", "Gokken in een café op de Vismarkt",
         "Na sluitingstijd wordt er gegokt.", "", "dubbel", "Het café is al in beeld.", "vismarkt-gokken"},
        {"", 391, "waaksamen", "drugs", "Opaallaan 101", "D3", "Aanloop op de Opaallaan",
         "’s Nachts veel scooters bij het portiek.", "", "dubbel",
         "Zelfde portiek en periode als de rapportage van de politie.", "opaal-dealer"},
        {"", 520, "inwoner", "mensenhandel", "Meentakker 18, 's-Damsterland", "C3",
         "Busjes met werkers in de vroege ochtend", "Elke ochtend om vijf uur halen busjes mensen op.", "", "dubbel",
         "Over dit adres ligt al een rapport van de brandweer.", "meent-slapers"},
        {"", 603, "open", "heling", "Bedrijventerrein De Kolk 5-3", "C3", "Advertenties voor auto-onderdelen",
         "Veel advertenties voor airbags en navigatie zonder nummer.", "", "dubbel",
         "De verkoper kwam al naar voren bij de controle.", "kolk-onderdelen"},
    };
}

}  // namespace damwand::app::demo
