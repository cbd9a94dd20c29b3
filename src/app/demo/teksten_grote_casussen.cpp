// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/verhaal.hpp"

// Five casussen told at length: each shows another side of the work.
namespace damwand::app::demo {

namespace {

Casusverhaal garage() {
    return {
        168,
        1,
        "Garage {straat}",
        "drugs",
        "coordinator",
        "analist,jurist,vergunningen,toezicht,burgemeester,partner",
        "uitvoering",
        {{"garage-nacht", 190, "meldpunt", "drugs", "Ampèrestraat 8", "C3",
          "Slijptollen en laadklep in de nacht bij autobedrijf",
          "Een ondernemer van het terrein hoort sinds drie maanden twee tot drie nachten per week slijptollen in de "
          "garage. Rond vier uur komt een "
          "bestelbus met een laadklep. Overdag is de zaak vaak dicht, terwijl er wel acht auto’s binnen staan. De "
          "melder wil anoniem blijven: de "
          "eigenaar weet dat hij de enige is die ’s nachts werkt.",
          "b Autobedrijf Kokmeeuw|huurder; p Dhr. R. Kokmeeuw|eigenaar volgens de melder; v QE-204-A|bestelbus met "
          "laadklep"},
         {"", 178, "rapportage", "drugs", "Ampèrestraat 8", "A2", "Verborgen ruimten in auto’s, herkomst Damstede",
          "De politie controleerde in twee weken drie auto’s met een verborgen ruimte. Alle drie waren kort ervoor bij "
          "dit bedrijf voor een beurt. "
          "De ruimten openen met een magneet op een vaste volgorde van knoppen. In één auto lag 4,2 kilo cocaïne. De "
          "rapportage is bedoeld om het "
          "gebruik van het pand te beoordelen.",
          "b Autobedrijf Kokmeeuw|werkplaats; v IO-77-QE|gecontroleerde auto; v UA-319-O|gecontroleerde auto"},
         {"", 175, "toezicht", "drugs", "Ampèrestraat 8", "B2", "Werkplaats zonder klanten, wel dure auto’s",
          "Bij een milieucontrole waren er geen klanten en geen werkorders. Er stonden acht auto’s, waarvan vijf met "
          "kentekenplaten van verhuurbedrijven. Op de "
          "werkbank lagen stalen bakken en magneetsloten. De eigenaar zei dat hij ‘kluisjes voor gereedschap’ maakt.",
          "p Dhr. R. Kokmeeuw|was aanwezig; b Vlotrit Autoverhuur|eigenaar van vijf auto’s; t 60112|nummer op de deur"},
         {"", 40, "inwoner", "drugs", "Ampèrestraat 8", "C3", "Bewoner ziet auto’s wisselen van platen",
          "Vanaf de dijk is de achterdeur te zien. De melder zag twee keer dat een auto met andere platen weer naar "
          "buiten reed.",
          "v EU-08-QQ|auto die van platen wisselde"}},
        "Autobedrijf in een huurpand van 1.235 m². De politie vond in drie auto’s een verborgen ruimte die hier is "
        "ingebouwd. Het bedrijf meldt een omzet van "
        "31.000 euro per jaar, maar betaalt 3.400 euro huur per maand. Vijf auto’s zijn van een verhuurbedrijf in de "
        "Hoogstraat dat zelf geen auto’s toont. De "
        "verhuurder van het pand zegt niets te weten en kreeg de huur vorig jaar in één keer vooruit.\n\n"
        "Wat wij niet weten: wie de opdrachten geeft en waar het geld blijft. Dat is aan de politie. Wat wij wel "
        "kunnen: het pand, de vergunning en de verhuur.",
        "De garage bouwt tegen betaling verborgen ruimten in. Het autobedrijf en het verhuurbedrijf zijn samen de "
        "voorkant. De verhuurder kijkt weg omdat hij goed verdient.",
        "Binnen een half jaar: geen inbouw meer op dit adres, het pand in handen van een gewone huurder, en de "
        "ondernemers op het terrein durven weer te melden.",
        "Eerst samen controleren met politie en Belastingdienst. Daarna sluiting beoordelen en tegelijk het gesprek "
        "met de verhuurder voeren. Aan het eind een bijeenkomst met de "
        "ondernemers van het terrein. Niets naar buiten vóór de controle.",
        {{"handelsregister", 'o',
          "Eenmanszaak sinds 2019, handel in en reparatie van auto’s. Op hetzelfde adres stond tot vorig jaar een "
          "sloopbedrijf. Geen personeel."},
         {"bag", 'o', "Industriefunctie, 1.235 m², één verblijfsobject. Geen meldingen van verbouwing."},
         {"kadaster", 'o',
          "Eigenaar is Torenveld Vastgoed B.V., gekocht in 2021 voor 612.000 euro, hypotheek van een particulier."},
         {"woz", 'o', "WOZ-waarde 588.000 euro. Aanslag op naam van de verhuurder, altijd op tijd betaald."},
         {"vergunningen", 'o',
          "Geen exploitatievergunning nodig voor deze branche. Wel een milieumelding uit 2019, zonder spuitcabine of "
          "slijpwerk."},
         {"politie", 'o',
          "Drie auto’s met een ingebouwde ruimte; 4,2 kilo cocaïne in één auto. Lopend onderzoek; wij mogen het pand "
          "aanpakken na de actiedag.",
          "Welke feiten over dit adres mogen wij gebruiken voor een besluit over het pand?"},
         {"belastingdienst", 'o',
          "Opgegeven omzet en huur zijn niet met elkaar te rijmen. Er komt een boekenonderzoek. Deze informatie mag "
          "alleen het kernteam zien.",
          "Passen omzet, huur en personeel bij dit bedrijf?"},
         {"rdw", 'o', "Vijf voertuigen op naam van Vlotrit Autoverhuur; in acht maanden 61 keer van houder gewisseld."},
         {"open", 'n', "", "Adverteert het bedrijf ergens?"},
         {"riec", 'g', "", "Komt de werkwijze met ingebouwde ruimten elders in de regio voor?", 5}},
        {{"integrale-controle", "Controle met politie, Belastingdienst, omgevingsdienst en netbeheerder",
          "Toezicht en handhaving", "toezicht", 'u',
          "Uitgevoerd met 14 mensen. Gevonden: twee auto’s met een ruimte in aanbouw, 38.000 euro contant, geen "
          "administratie. De werkplaats is verzegeld voor het strafrechtelijk onderzoek."},
         {"sluiting-13b", "Beoordelen of het pand gesloten moet worden op grond van voorbereidingshandelingen",
          "Burgemeester, juridisch team", "jurist", 'b', "", 3},
         {"bestuursdwang", "Slijp- en laswerk zonder melding laten stoppen", "Omgevingsdienst", "vergunningen", 'u',
          "Werkzaamheden zijn gestopt; de spuitcabine is verwijderd."},
         {"naheffing", "Boekenonderzoek omzet en loon", "Belastingdienst", "", 'b', "", 24},
         {"keukentafelgesprek", "Gesprek met de verhuurder over goed verhuurderschap", "Coördinator met de jurist",
          "coordinator", 'u',
          "Verhuurder schrok van de feiten. Hij zegt de huur op en laat nieuwe huurders voortaan door ons toetsen."},
         {"voorlichting", "Ondernemersbijeenkomst op het terrein over signalen en melden",
          "Communicatie en ondernemersvereniging", "coordinator", 'p', "", 16}},
        {{"analist",
          "Tijdlijn gemaakt van de politiecontroles naast de klachten van de ondernemer. Twee nachten vallen precies "
          "samen.",
          0.15},
         {"coordinator",
          "Kernteam 1: iedereen heeft gemeld wat hij mag delen. Afspraak: de Belastingdienst komt mee op de controle, "
          "de pers niet.",
          0.4},
         {"toezicht",
          "Vooraf de route en de deuren bekeken vanaf de openbare weg. Er is één achterdeur en een luik naar het dak.",
          0.46},
         {"coordinator",
          "Kernteam 2: conceptbesluit sluiting besproken. De jurist vraagt om de foto’s van de magneetsloten bij het "
          "dossier.",
          0.85}},
        "",
        "",
        0,
        "b Torenveld Vastgoed B.V.|verhuurder; b Vlotrit Autoverhuur|verhuurde auto’s",
        "Dhr. R. Kokmeeuw|eigenaar|Autobedrijf Kokmeeuw|handelsregister,politie;"
        "Dhr. R. Kokmeeuw|werkt|Vlotrit Autoverhuur|belastingdienst"};
}

Casusverhaal hennep() {
    return {
        392,
        118,
        "Loods {straat}",
        "hennep",
        "coordinator",
        "analist,jurist,toezicht2,vergunningen",
        "archief",
        {{"cementbaan-stroom", 405, "partner", "hennep", "Cementbaan 8", "B2",
          "Netbeheerder ziet teelt in het verbruik van een loods",
          "Het verbruik volgt een patroon van twaalf uur aan, twaalf uur uit. De aansluiting past niet bij opslag. De "
          "netbeheerder vraagt om samen te gaan kijken.",
          "b Kruiwagen Logistiek|huurder"},
         {"", 399, "toezicht", "hennep", "Cementbaan 8", "B2", "Afgeplakte ramen en een nieuwe schoorsteen",
          "Op de loods staat een nieuwe afvoer met een waterslot. De ramen zijn van binnen dichtgemaakt met isolatie. "
          "Twee buren ruiken in de ochtend hennep.",
          "v AQ-551-E|aanhanger met lege potgrond"},
         {"", 396, "mma", "hennep", "Cementbaan 8", "F4", "Twee verdiepingen planten achter een valse wand",
          "De anonieme melder noemt een valse wand achter de stellingen en een ingang via de kleedkamer.", ""}},
        "Loods van 1.118 m², sinds elf maanden gehuurd door een bedrijf zonder personeel en zonder voertuigen. "
        "Stroompatroon, afvoer en melding wijzen samen op teelt. De huurder "
        "betaalt een kwart boven de marktprijs. De verhuurder woont naast de loods en zegt dat hij er nooit "
        "binnenkomt.",
        "De loods is ingericht voor teelt in twee lagen. De huurder op papier is een stroman; wie de oogst ophaalt, is "
        "niet bekend.",
        "Ontmantelen, sluiten en het pand binnen een jaar weer bij een echt bedrijf. Schade en illegale stroom "
        "verhalen.",
        "Eén inval met politie en netbeheerder, daarna direct het traject van artikel 13b. De verhuurder krijgt geen "
        "kans om te zeggen dat hij van niets wist: wij leggen elk bezoek vast.",
        {{"handelsregister", 'o', "Bestuurder is 22 jaar en stond vorig jaar ook bij drie lege bedrijven in de regio."},
         {"kadaster", 'o', "Eigenaar is een particulier die naast de loods woont; geen hypotheek."},
         {"netbeheerder", 'o', "Vanaf maart 61.000 kWh buiten de meter om; schade berekend op 14.900 euro.",
          "Zijn er aanwijzingen voor diefstal van stroom?"},
         {"politie", 'o', "Geen lopend onderzoek tegen de huurder. Politie doet de doorzoeking."},
         {"omgevingsdienst", 'o', "Opslag van meststoffen zonder melding; brandgevaar door wandisolatie."},
         {"brp", 'n', ""},
         {"woz", 'o', "Aanslag op tijd betaald door de eigenaar."}},
        {{"integrale-controle", "Inval met politie en netbeheerder", "Politie, netbeheerder, toezicht", "toezicht2",
          'u',
          "1.740 planten op twee lagen, drie stekkenruimten, 22 lampen met een gestolen aansluiting. Twee "
          "aanhoudingen."},
         {"sluiting-13b", "Sluiting van het pand", "Burgemeester", "jurist", 'u',
          "Gesloten voor twaalf maanden. Bezwaar ongegrond; de voorzieningenrechter liet de sluiting in stand."},
         {"bestuursdwang", "Ontruimen en opruimen op kosten van de eigenaar", "Gemeente", "vergunningen", 'u',
          "Kosten 19.240 euro in rekening gebracht en betaald in vier termijnen."},
         {"last-dwangsom", "Nieuwe verhuur alleen na toets door de gemeente", "Juridisch team", "jurist", 'u',
          "Last is één keer gecontroleerd; geen dwangsom verbeurd."},
         {"voorlichting", "Buren en ondernemersvereniging laten weten wat er is gedaan", "Communicatie", "coordinator",
          'u',
          "Brief verstuurd op de dag van de sluiting. Zes ondernemers belden met nieuwe informatie over hun eigen "
          "pand."}},
        {{"analist", "Berekening van de netbeheerder vergeleken met de teelt: het past bij ongeveer 1.700 planten.",
          0.25},
         {"jurist",
          "Zienswijze van de eigenaar ontvangen. Hij zegt dat hij elke maand langsging. Dat helpt zijn zaak niet.",
          0.6},
         {"coordinator", "De loods is gekocht door een timmerbedrijf van het terrein. Dat is precies wat wij wilden."},
         {"analist",
          "Evaluatie met de netbeheerder: het patroon van twaalf uur gaat voortaan automatisch als melding naar ons "
          "meldpunt."}},
        "De interventies zijn afgerond, het pand is weer in gewoon gebruik en er zijn geen nieuwe signalen. Het "
        "kernteam besluit te sluiten.",
        "",
        0,
        "p Dhr. J. Kalmoes|huurder op papier"};
}

Casusverhaal belwinkel() {
    return {
        63,
        0,
        "Adressen boven de belwinkel",
        "adresfraude",
        "analist",
        "coordinator,burgerzaken,deelnemer",
        "plan",
        {{"belwinkel-brp", 156, "burgerzaken", "adresfraude", "Hoogstraat 13", "B3",
          "Zeventien inschrijvingen in vier jaar boven een belwinkel",
          "Op de woning boven de winkel staan nu negen mensen ingeschreven. In vier jaar waren het er zeventien. De "
          "woning is volgens de BAG 144 m² met twee "
          "slaapkamers. De verhuurder levert steeds hetzelfde soort huurcontract.",
          "b Belhuis Zeeduif|winkel op de begane grond; b Stadsmus Verhuur|verhuurder op de contracten; p Mw. A. "
          "Kattendoorn|contactpersoon bij inschrijvingen"},
         {"", 74, "sociaal", "adresfraude", "Hoogstraat 13", "B2", "Twee uitkeringen op één adres zonder bewoners",
          "Bij twee huisbezoeken was de woning ingericht als opslag. De twee mensen met een uitkering bleken elders te "
          "wonen en betalen 250 euro per maand voor ‘het adres’.",
          "p Dhr. W. Bekermos|betaalt voor het adres; p Mw. L. Bekermos|betaalt voor het adres; r 12|rekening waarop "
          "het adresgeld kwam"},
         {"", 70, "mma", "adresfraude", "Hoogstraat 13", "F3", "Adressen te koop via de winkel",
          "Volgens de anonieme melder kun je in de winkel een adres kopen voor 250 euro per maand. Wie niet betaalt, "
          "raakt de inschrijving kwijt.",
          "b Belhuis Zeeduif|verkooppunt volgens de melder"}},
        "Negen mensen staan ingeschreven; bij vier controles trof Burgerzaken één bewoner aan. Twee mensen betaalden "
        "250 euro per maand via een rekening op naam van de "
        "contactpersoon. De huurcontracten zijn op één na letterlijk gelijk. De winkel op de begane grond is van "
        "dezelfde eigenaar als de woning.",
        "Het adres wordt verkocht aan mensen die een inschrijving nodig hebben. Dat levert de eigenaar ongeveer 2.000 "
        "euro per maand op en het houdt mensen buiten beeld.",
        "De inschrijvingen kloppen weer, de opbrengst stopt, en wie echt geen plek heeft krijgt hulp via een "
        "briefadres.",
        "Alle inschrijvingen tegelijk onderzoeken, zodat niemand wordt gewaarschuwd. Mensen horen vooraf welke hulp er "
        "is. Pas daarna het gesprek met de eigenaar.",
        {{"brp", 'o',
          "Negen actuele inschrijvingen en zeventien in vier jaar. Bij elf mensen kwam er binnen een maand een andere "
          "woning bij.",
          "Wie staat hier ingeschreven en sinds wanneer?"},
         {"sociaal", 'o',
          "Twee uitkeringen, twee mensen in de schuldhulp. Bij één verhuizing binnen een week na inschrijving op een "
          "ander adres."},
         {"woonfraude", 'o',
          "Woning staat op de lijst van te grote bezetting. In 2024 is een vergunning voor kamerverhuur geweigerd."},
         {"kadaster", 'o', "Winkel en woning zijn van dezelfde eigenaar, Stadsmus Verhuur, gekocht in 2020."},
         {"woz", 't', "", "Wordt de woning aangeslagen als woning of als opslag?", 6},
         {"uwv", 'g', "", "Zijn er loongegevens die passen bij deze adressen?", 4},
         {"politie", 'g', "", "Zijn er meldingen van geweld of dwang op dit adres?", -4},
         {"open", 'o', "Drie oude reviews van de winkel noemen ‘adres regelen’. Eén bericht is verwijderd."}},
        {{"adresonderzoek", "Alle inschrijvingen tegelijk onderzoeken in één dag", "Burgerzaken met toezicht",
          "burgerzaken", 'p', "", 9},
         {"keukentafelgesprek", "Gesprek met de negen mensen over hulp en briefadres", "Sociaal domein", "deelnemer",
          'p', "", 9},
         {"last-dwangsom", "Verhuur en opslag in strijd met de bestemming beëindigen", "Juridisch team", "coordinator",
          'p', "", 40}},
        {{"analist",
          "Gesprek met Burgerzaken: de negen mensen zijn waarschijnlijk eerder slachtoffer dan dader. De toon van de "
          "brief is aangepast."},
         {"burgerzaken",
          "De zeventien inschrijvingen van vier jaar op een rij gezet. Vijf namen komen terug bij een adres aan de "
          "Orionstraat."},
         {"coordinator",
          "Kernteam vindt het plan goed maar wil eerst het antwoord van de politie. Er is een herinnering gestuurd."}},
        "",
        "",
        0,
        "b Stadsmus Verhuur|eigenaar van woning en winkel; p Mw. A. Kattendoorn|contactpersoon"};
}

Casusverhaal zorgbureau() {
    return {
        236,
        3,
        "Zorgbureau {straat}",
        "zorgfraude",
        "coordinator",
        "analist2,deelnemer,jurist,bibob",
        "terug",
        {{"zorg-uren", 253, "collega", "zorgfraude", "Kerkplein 92", "B2",
          "Begeleiding betaald die niemand heeft gezien",
          "Contractmanagement vergeleek de urenbriefjes met de agenda’s. Voor 31 cliënten is 4.160 uur per jaar "
          "gedeclareerd. Bij een steekproef van acht cliënten konden er zes "
          "zich geen bezoek herinneren. De handtekeningen zijn gescand.",
          "b Zorgbureau De Brug|zorgaanbieder; p Dhr. M. Vogelwikke|directeur; r 14|rekening waarop de gemeente "
          "betaalt"},
         {"", 249, "sociaal", "zorgfraude", "Kerkplein 92", "B3", "Cliënten mogen niet met de gemeente praten",
          "Twee cliënten vertelden hun wijkteam dat het bureau zegt dat zij hun woning kwijtraken als zij klagen. Eén "
          "woning staat op naam van de directeur.",
          "b Zorgbureau De Brug|zorgaanbieder; p Dhr. M. Vogelwikke|verhuurt aan cliënten"},
         {"", 104, "partner", "zorgfraude", "Kerkplein 92", "A3", "Belastingdienst ziet loon aan onbekenden",
          "Op de loonlijst staan vijf mensen die nergens anders voorkomen. Hun loon gaat naar twee rekeningen.",
          "b Zorgbureau De Brug|werkgever; r 15|rekening waarop loon van onbekenden komt"}},
        "Het bureau ontving in twee jaar 1,1 miljoen euro van de gemeente voor begeleiding. Uit de urenbriefjes en de "
        "gesprekken met cliënten blijkt dat ongeveer driekwart van "
        "de zorg niet is gegeven. De directeur verhuurt zelf woningen aan cliënten. Wie klaagt, krijgt een brief over "
        "de huur. Een deel van de cliënten is aan het bureau gehecht en "
        "bang voor verandering. Dat weegt mee in elke stap.\n\n"
        "Nieuw, van de Belastingdienst: op de loonlijst staan vijf mensen die nergens anders voorkomen. Hun loon gaat "
        "naar twee rekeningen. Daarmee gaat het niet alleen om slechte "
        "zorg, maar ook om de vraag waar het geld bleef.",
        "Het bureau is opgezet om geld uit de Wmo te halen. De cliënten zijn nodig om te blijven declareren; het wonen "
        "houdt hen afhankelijk.",
        "Cliënten krijgen echte zorg van een ander. De gemeente stopt met betalen en vordert terug. De directeur "
        "krijgt geen nieuw contract in de regio.",
        "Eerst nieuwe zorg regelen voor alle 31 cliënten, dan pas de contracten beëindigen. Terugvordering en aangifte "
        "volgen. Naar buiten alleen als de cliënten het weten.",
        {{"sociaal", 'o',
          "31 cliënten, 4.160 uur per jaar. Bij 26 gesprekken bleek dat er minder dan een kwart is gegeven.",
          "Welke zorg is betaald en wat vertellen de cliënten?"},
         {"handelsregister", 'o',
          "Besloten vennootschap sinds 2022, één bestuurder, geen toezichthouder. Voorloper ging failliet."},
         {"woz", 'o', "Twee woningen op naam van de directeur, aangekocht na de start van het contract."},
         {"belastingdienst", 'o', "Vijf lonen naar twee rekeningen. Loonaangifte en urenbriefjes spreken elkaar tegen.",
          "Past de loonlijst bij het aantal cliënten?", 0, 0.66},
         {"kadaster", 'o', "Vier panden gefinancierd met een lening van het bureau zelf."},
         {"politie", 'g', "", "Zijn er meldingen van bedreiging van cliënten?", 2},
         {"om", 't', "", "Kan het OM meekijken of dit een strafzaak wordt?", 12},
         {"brp", 'o', "Bij 7 cliënten staat een medewerker van het bureau ingeschreven op hetzelfde adres."}},
        {{"keukentafelgesprek", "Gesprek met elke cliënt over nieuwe zorg en wonen", "Sociaal domein en huisarts",
          "deelnemer", 'u',
          "29 van de 31 cliënten hebben een nieuwe aanbieder. Voor twee is een woning gevonden los van het bureau."},
         {"bibob", "Bibob-onderzoek bij de aanvraag van een nieuw contract", "Bibob-coördinator", "bibob", 'u',
          "Gevaar in ernstige mate vastgesteld; het contract is niet verlengd."},
         {"naheffing", "Terugvordering van onterecht betaalde zorg", "Contractmanagement en jurist", "jurist", 'b', "",
          7},
         {"opsporing", "Aangifte en overdracht aan de sociale recherche en het OM", "Sociale recherche", "deelnemer",
          'b', "", -3},
         {"waarschuwing", "Brief aan buurgemeenten over het aflopen van het contract", "Coördinator", "coordinator",
          'u', "Zeven gemeenten gewaarschuwd; twee hadden zelf vragen over het bureau."}},
        {{"analist2",
          "De urenbriefjes naast de agenda’s gelegd. Op drie dagen was de begeleider volgens zijn eigen agenda op "
          "vakantie.",
          0.15},
         {"coordinator",
          "Kernteam: eerst de cliënten, dan pas het contract. Wethouder zorg is geïnformeerd zonder namen.", 0.33},
         {"deelnemer",
          "Cliëntgesprekken met een vertrouwde hulpverlener erbij. Dat werkt: mensen vertellen nu zelf over de "
          "dreiging met de huur.",
          0.54},
         {"coordinator",
          "Nieuw feit: de Belastingdienst ziet loon aan mensen die niet bestaan. De casus gaat terug naar de "
          "informatiefase voordat wij terugvorderen.",
          0.59},
         {"jurist", "Zienswijze van het bureau is binnen. Termijn voor de terugvordering loopt."}},
        "Na het nieuwe beeld is het plan aangepast. Het kernteam is akkoord met terugvorderen en aangifte.",
        "De Belastingdienst bracht nieuwe feiten over de loonlijst. Het kernteam wil eerst opnieuw een beeld voordat "
        "wij terugvorderen.",
        0,
        "b Zorgbureau De Brug|zorgaanbieder"};
}

Casusverhaal jachthaven() {
    return {
        37,
        1,
        "Ligplaats {straat}",
        "witwassen",
        "analist",
        "coordinator,toezicht,vergunningen,jurist",
        "informatie",
        {{"haven-boot", 44, "toezicht", "witwassen", "Havenkade 11", "B2", "Dure boot op een ligplaats zonder eigenaar",
          "Op de ligplaats ligt een motorjacht van ongeveer 900.000 euro. De naam op het ligplaatscontract is van een "
          "vrouw die volgens de havenmeester nooit aan boord is. De bezoekers "
          "komen alleen in het donker en brengen zware tassen mee.",
          "s 41176|motorjacht ‘Waterlelie’; p Mw. Y. Zwanebloem|naam op het contract; v OU-91-AA|auto aan de kade"},
         {"", 42, "partner", "witwassen", "Havenkade 11", "B3", "Contante betaling van 40.000 euro voor onderhoud",
          "Een werf in een buurgemeente kreeg 40.000 euro contant aangeboden voor een nieuwe motor. De werf weigerde "
          "en belde de douane.",
          "s 41176|motorjacht ‘Waterlelie’; p Dhr. D. Vetblad|bood het geld aan; e vetblad@waterkant.example|contact "
          "met de werf"},
         {"", 39, "open", "witwassen", "Havenkade 11", "C3", "Foto’s van het jacht in een andere haven",
          "Op een openbaar fotoaccount ligt hetzelfde jacht elke winter in een haven aan zee, onder een andere naam.",
          "s 41176|zelfde jacht onder een andere naam"}},
        "Motorjacht van een waarde die niet past bij het inkomen van de vrouw op wier naam de ligplaats staat. Drie "
        "losse bronnen noemen contant geld en bezoek in de nacht. In de "
        "haven liggen nog vier boten op naam van mensen die er niet komen; die zijn nu niet onderzocht.",
        "",
        "",
        "",
        {{"vergunningen", 'o',
          "Ligplaats is sinds drie jaar verhuurd aan één persoon, betaald per jaar vooruit. De beheerder van de haven "
          "is een vereniging."},
         {"handelsregister", 'n', ""},
         {"brp", 'o', "Vrouw op het contract woont in een andere gemeente en is 71 jaar."},
         {"rdw", 'o', "Auto aan de kade staat op naam van een verhuurbedrijf."},
         {"belastingdienst", 'g', "", "Past de waarde van het jacht bij het inkomen?", 3},
         {"politie", 'g', "", "Zijn er meldingen over vervoer vanuit deze ligplaats?", -2},
         {"riec", 'g', "", "Is dit jacht bekend in andere regio’s?", 9},
         {"om", 't', "", "Loopt er iets dat wij niet mogen verstoren?", 10},
         {"open", 'o', "Zelfde jacht op een openbaar account onder een andere naam, in een haven aan zee."}},
        {},
        {{"analist",
          "De havenmeester is voorzichtig: hij is zelf lid van de vereniging. Wij vragen niets meer aan hem."},
         {"toezicht",
          "Vanaf de kade gezien: twee tassen aan boord gebracht om 23.20 uur. Niet gevraagd, niet gefotografeerd; "
          "alleen opgeschreven."},
         {"coordinator", "Afspraak met de douane: zij kijken mee als het jacht vaart. Wij doen niets dat waarschuwt."}},
        "",
        "",
        0,
        "s 41176|motorjacht ‘Waterlelie’; p Dhr. D. Vetblad|bood contant geld aan"};
}

}  // namespace

std::vector<Casusverhaal> grote_casussen() { return {garage(), hennep(), belwinkel(), zorgbureau(), jachthaven()}; }

}  // namespace damwand::app::demo
