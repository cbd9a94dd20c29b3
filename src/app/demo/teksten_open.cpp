// SPDX-License-Identifier: EUPL-1.2
#include "app/demo/verhaal.hpp"

// What lies on the desk today: new signalen and those in the middle of the weighings.
namespace damwand::app::demo {

std::vector<Sein> open_seinen() {
    return {
        // ── nieuw ──
        {"loods-lucht", 0, "toezicht", "drugs", "Staalstraat 7", "B2",
         "Scherpe chemische lucht en nachtelijk laden bij loods",
         "Vanochtend om 05.40 uur roken wij bij de loods een scherpe lucht, alsof er met aceton of zoutzuur werd "
         "gewerkt. De "
         "rolluiken waren dicht en de ventilatie aan de achterkant draaide op volle kracht. Om 05.55 uur reed een "
         "witte bestelbus "
         "achteruit naar binnen. Twee mensen laadden blauwe vaten van ongeveer 60 liter uit. Zij droegen maskers. "
         "Volgens het bord "
         "op de gevel zit hier een groothandel in schoonmaakmiddelen, maar wij zien hier overdag nooit klanten. Wij "
         "zijn op afstand "
         "gebleven en hebben de politie gebeld. De politie heeft de melding aangenomen.",
         "b Helderwit Groothandel B.V.|huurder volgens het bord op de gevel; v QA-417-E|witte bestelbus; "
         "p Onbekende man, ongeveer 40 jaar, grijze overall|laadde vaten uit",
         "nieuw"},
        {"", 0, "mma", "drugs", "Hoogstraat 29", "F4", "Handel vanuit een winkel voor telefoonhoesjes",
         "Anonieme melder geeft aan dat vanuit de winkel in drugs wordt gehandeld. Klanten zouden binnenlopen zonder "
         "iets te "
         "bekijken en na een halve minuut weer naar buiten gaan, vooral tussen 17.00 en 20.00 uur. De handel zou "
         "achter de toonbank "
         "liggen, in doosjes van hoesjes. De man die er werkt wordt ‘Linus’ genoemd.",
         "b Hoesjeshuis Damstede|winkel; p Man die ‘Linus’ wordt genoemd|medewerker", "nieuw"},
        {"", 1, "burgerzaken", "adresfraude", "Orionstraat 41", "B3", "Zes inschrijvingen op een flat van 44 m²",
         "Bij de balie viel op dat zich in vijf weken zes personen op dit adres lieten inschrijven. Zij zijn geen "
         "familie van elkaar. "
         "Alle zes hadden een huurcontract met dezelfde handtekening en hetzelfde telefoonnummer van de verhuurder. De "
         "vorige bewoner "
         "staat nog steeds ingeschreven.",
         "b Stadsmus Verhuur|verhuurder op de huurcontracten; t 21733|nummer op alle contracten", "nieuw"},
        {"", 1, "waaksamen", "hennep", "Beukenstraat 88", "D3", "Zoemend geluid en vochtplekken in portiek",
         "Melder woont onder de woning. Sinds september hoort hij dag en nacht gezoem en de muur in het portiek is "
         "warm en vochtig. Het "
         "slaapkamerraam is van binnen dichtgeplakt. De bewoner ziet hij nooit; eens in de week komt er iemand met "
         "vuilniszakken naar beneden.",
         "", "nieuw"},
        {"", 2, "inwoner", "ondernemer", "Waagsteeg 29", "C3", "Kapperszaak zonder klanten in de Waagsteeg",
         "Een winkelier uit de straat vraagt zich af hoe deze kapper kan bestaan. Er zit zelden iemand in de stoel, "
         "maar de zaak is net "
         "duur verbouwd en er staan vaak dure auto’s voor de deur. De huur zou een jaar vooruit in contant geld zijn "
         "betaald. De melder "
         "wil niet dat de buren weten dat hij heeft gebeld.",
         "b Kapsalon Zilverschoon|onderneming; p Mw. F. Zilverschoon|eigenaar volgens de melder", "nieuw"},
        {"", 2, "collega", "zorgfraude", "Kerkplein 64", "B3", "Facturen voor begeleiding die niet is gegeven",
         "Bij de controle van facturen viel op dat dit bureau bij elf cliënten elke week exact het maximale aantal "
         "uren rekent, ook in de "
         "weken dat drie van hen in het ziekenhuis lagen. De urenbriefjes zijn in hetzelfde handschrift ingevuld. Twee "
         "cliënten vertelden "
         "hun klantmanager dat zij al een maand niemand hebben gezien.",
         "b Samen Verder Thuis B.V.|zorgaanbieder; p Dhr. O. Wederik|bestuurder", "nieuw"},
        {"", 3, "rapportage", "omg", "Kaapstanderweg 6", "A2", "Clubhuis van motorclub in bedrijfspand",
         "De politie meldt dat motorclub Iron Reigers MC sinds kort een bedrijfspand gebruikt als clubhuis. Er is een "
         "bar gebouwd en op "
         "vrijdag komen ongeveer veertig leden en gasten. Voor het pand is geen exploitatievergunning. De club staat "
         "in deze regio bekend "
         "om afpersing van ondernemers. De politie verzoekt de gemeente te kijken naar het gebruik van het pand en de "
         "schenkvergunning.",
         "b Stichting IJzeren Reigers|huurder; p Dhr. K. Duizendknoop|voorzitter van de stichting; v UE-88-OI|motor, "
         "vaak bij het pand",
         "nieuw"},
        {"", 4, "toezicht", "mensenhandel", "Dorpsstraat 10, Kraaiënhoek", "B2",
         "Elf slaapplaatsen in een schuur bij een teeltbedrijf",
         "Bij een controle op een bouwmelding zagen wij dat in de schuur elf matrassen liggen, gescheiden door "
         "pallets. Er is één toilet en "
         "een kookplaat op een gasfles. De mensen die er waren, vertelden dat zij 95 euro per week betalen en dat de "
         "ploegbaas hun papieren "
         "bewaart. Zij durfden hun naam niet te noemen. Er hangt geen rookmelder.",
         "b Kwekerij Ooievaarsbek|eigenaar van het perceel; p ‘Ploegbaas’ Ruben|bewaart papieren volgens bewoners; v "
         "1-QCE-23|personenbusje",
         "nieuw"},
        {"", 5, "partner", "heling", "Handelsstraat 1-5", "B3", "Gereedschap van bouwplaatsen in opslagbox",
         "Een verzekeraar wees ons op een verkoper die op internet veel accugereedschap aanbiedt met weggevijlde "
         "nummers. Afhalen gebeurt bij "
         "deze unit. In het opkopersregister staat hier niemand aangemeld. De verzekeraar heeft aangifte gedaan bij de "
         "politie.",
         "b Wolfspoot Tools|verkoper op internet; e verkoop@wolfspoot-tools.example|adres in de advertenties; v "
         "OI-301-Q|bestelauto",
         "nieuw"},
        {"", 5, "meldpunt", "gokken", "Vismarkt 65", "C4", "Illegale pokertafels achter een lunchroom",
         "Melder hoorde van haar zoon dat in de achterkamer elke donderdagavond om geld wordt gepokerd. Er zou per "
         "avond 50 euro tafelgeld "
         "worden gevraagd en er is iemand die geld uitleent. De ramen aan de achterkant zijn afgeplakt.",
         "b Lunchroom ’t Fluitenkruid|onderneming", "nieuw"},
        {"", 6, "open", "prostitutie", "Barnsteenstraat 119", "C3", "Advertenties op wisselende namen vanuit één flat",
         "Op een advertentiesite staan vijf profielen met hetzelfde telefoonnummer en foto’s van hetzelfde interieur. "
         "Eén advertentie noemt de "
         "straat. Voor dit adres is geen vergunning. De foto’s wijzen erop dat de vrouwen er kort verblijven. Mogelijk "
         "is er sprake van dwang.",
         "t 30915|nummer in vijf advertenties; v QO-119-U|auto bij de overdracht", "nieuw"},
        {"", 7, "collega", "vastgoed", "Kerkplein 35", "B4", "Pand drie keer doorverkocht op één dag",
         "Bij de aanvraag voor splitsing bleek dat het pand op één dag drie keer is verkocht. De prijs ging van "
         "310.000 naar 545.000 euro. De "
         "laatste koper is een vennootschap die een maand eerder is opgericht. De hypotheek komt van een particulier.",
         "b Torenveld Vastgoed B.V.|tussenkoper; b Lisdodde Beheer B.V.|laatste koper; p Dhr. H. Lisdodde|bestuurder "
         "en geldverstrekker",
         "nieuw"},
        {"", 8, "sociaal", "aanwas", "~Rond het winkelplein aan de Opaallaan", "C3",
         "Jongens van veertien met dure jassen en twee telefoons",
         "Jongerenwerkers zien dat een groepje jongens van 14 tot 16 jaar ineens veel geld heeft. Zij brengen pakjes "
         "rond op fatbikes en "
         "krijgen daarvoor 50 euro per rit. Een van hen zei dat hij niet meer durft te stoppen. Een oudere jongen "
         "geeft de opdrachten.",
         "p Jongen met de bijnaam ‘Krekel’|geeft opdrachten volgens het jongerenwerk", "nieuw"},
        {"", 9, "waaksamen", "cybercrime", "Saffierweg 23", "D4", "Veel postpakketten op wisselende namen",
         "De postbezorger levert op dit adres bijna dagelijks pakketten af op steeds andere namen: telefoons, "
         "spelcomputers en cadeaubonnen. "
         "De pakketten worden door een jonge man aangenomen, die ze direct in een auto legt. Mogelijk gekocht met "
         "gestolen gegevens.",
         "v 7-UAO-64|grijze personenauto", "nieuw"},
        {"", 9, "mma", "witwassen", "Vismarkt 31", "F4", "Contant geld via een goudwisselaar",
         "Volgens de anonieme melder laat een groep uit de regio wekelijks contant geld omzetten bij deze zaak. Er zou "
         "in tassen geld binnenkomen "
         "nadat de winkel dicht is. De eigenaar zou daar 8 procent voor krijgen.",
         "b Goudhuis De Karekiet|onderneming", "nieuw"},

        // ── in weging ──
        {"", 11, "inwoner", "ondernemer", "Hoogstraat 53", "C3", "Autoverhuur zonder auto’s in de Hoogstraat",
         "De melder heeft een winkel naast dit kantoor. Volgens de pui is het autoverhuur, maar er staat nooit een "
         "huurauto. Er komen mensen met "
         "een envelop naar binnen. De borden met prijzen hangen er al een jaar en kloppen niet meer.",
         "b Vlotrit Autoverhuur|onderneming; p Dhr. J. Kalmoes|huurder volgens de melder", "weging1"},
        {"", 12, "toezicht", "prostitutie", "Eikenlaan 97", "B3",
         "Veel kort bezoek aan appartement, ramen altijd dicht",
         "Bij drie rondes zagen wij elk kwartier een ander bezoek. Bezoekers bellen eerst en worden door iemand in een "
         "geparkeerde auto "
         "bekeken. De bewoner die staat ingeschreven, is volgens de buren al maanden weg.",
         "v QO-119-U|auto met uitkijk; t 40211|nummer op een briefje in de auto", "weging1"},
        {"", 13, "burgerzaken", "adresfraude", "Vismarkt 45", "B3", "Adres boven winkel gebruikt als postadres",
         "Vier mensen met een uitkering geven dit adres op als woonadres. Volgens de BAG is de woonruimte hier klein. "
         "Post van de gemeente komt "
         "steeds terug. Een van hen liet zich ontvallen dat hij ‘voor het adres betaalt’.",
         "p Mw. E. Guichelheil|hoofdbewoner", "weging1"},
        {"", 15, "mma", "hennep", "Achterhof 5, 's-Damsterland", "F3", "Kwekerij onder een kas met sierplanten",
         "Anonieme melder: onder de kas zou een kelder liggen met ongeveer 600 planten. De oogst gaat in verhuisdozen "
         "weg. De eigenaar zou worden "
         "betaald om niets te zien.",
         "", "weging1"},
        {"", 18, "rapportage", "drugs", "Jan van 't Woutweg 54", "A2", "Harddrugs en weegschaal gevonden in woning",
         "De politie vond bij een doorzoeking 84 gram cocaïne, een weegschaal, een sealapparaat en 6.450 euro in "
         "kleine biljetten. De huurder was "
         "thuis. Buren klaagden eerder over aanloop in de nacht. Het verzoek is om artikel 13b van de Opiumwet te "
         "beoordelen.",
         "p Dhr. T. Bitterzoet|huurder; t 40211|gevonden telefoon", "weging2"},
        {"", 20, "collega", "zorgfraude", "Waagsteeg 38", "B3", "Persoonsgebonden budget loopt via één bemiddelaar",
         "Bij negen aanvragen voor een persoonsgebonden budget is dezelfde bemiddelaar vertegenwoordiger, zorgverlener "
         "en rekeninghouder. De plannen "
         "zijn op een paar woorden na gelijk. Twee aanvragers wisten niet dat zij een budget hebben.",
         "b Budgetwijs Bemiddeling|bemiddelaar; p Mw. S. Walstro|contactpersoon; r 3|rekening in negen aanvragen",
         "weging2"},
        {"", 24, "partner", "mensenhandel", "Techniekring 10-5", "B2",
         "Nagelproducten worden verpakt door mensen die binnen slapen",
         "De brandweer zag bij een controle drie bedden tussen de dozen. De mensen werkten ’s avonds om 22.00 uur nog. "
         "Een van hen vroeg de "
         "brandweer om niets te zeggen tegen de baas. De bedrijfsunit heeft geen woonbestemming.",
         "b Glansrijk Import|gebruiker van de unit; p Dhr. V. Steenbreek|tekende voor de controle; "
         "v QA-417-E|bestelbus voor de deur; t 40211|nummer op de pakbon", "weging3"},
        {"kraanweg-fietsen", 27, "toezicht", "heling", "Kraanweg 7-5", "B3",
         "Fietsen zonder framenummer in bedrijfsunit",
         "In de unit stonden ongeveer negentig elektrische fietsen. Van de twaalf die wij bekeken, was bij acht het "
         "framenummer weggeslepen. De "
         "gebruiker kon geen inkoopadministratie laten zien en staat niet in het opkopersregister.",
         "b Tweewiel Damstede|gebruiker; p Dhr. M. Hondsdraf|was aanwezig; v EA-55-UQ|busje met fietsen; "
         "t 30915|nummer op de factuur", "weging3"},
        {"sportschool", 30, "rapportage", "witwassen", "Transportweg 3", "A2",
         "Sportschool met veel contante omzet en gekoppelde bedrijven",
         "De politie wijst op een sportschool die maandelijks voor meer dan 60.000 euro aan contante omzet stort, "
         "terwijl er hooguit tachtig leden "
         "zijn. De eigenaar is ook bestuurder van een autobedrijf en een klusbedrijf op hetzelfde adres. Er loopt geen "
         "onderzoek dat de aanpak van "
         "de gemeente in de weg staat.",
         "b Sportcentrum Krachtveld|onderneming; p Dhr. B. Heggenrank|eigenaar; b Heggenrank Klus & Bouw|gekoppeld "
         "bedrijf; r 5|rekening met stortingen",
         "weging4"},
        {"vakantiepark", 33, "toezicht", "mensenhandel", "Schoolweg 13, Kraaiënhoek", "B2",
         "Uitzendbureau verhuurt pension per bed",
         "In het pension slapen 26 mensen in zes kamers. De vergunning is voor twaalf. De huur wordt ingehouden op het "
         "loon en wie ziek is, moet het "
         "bed leegmaken. Drie gasten verklaarden dat zij weken van meer dan 70 uur werken. De vluchtroute was "
         "geblokkeerd met fietsen.",
         "b Oogstkracht Uitzendbureau|uitzendbureau; b Pension De Meent|exploitant; p Mw. I. Reigersbek|beheerder",
         "weging4"},
    };
}

}  // namespace damwand::app::demo
