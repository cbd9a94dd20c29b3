// SPDX-License-Identifier: EUPL-1.2
// A day at the office, in a real browser on a real server: from signing in with password and code to a closed and
// reopened casus. Once in Dutch, once in English, every screen looked at wide and narrow. Everything in it is invented.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { after, before, test, type TestContext } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { dag as overDagen } from "./steun/dagen.ts";
import { Kantoor, type NieuwSignaal, type Weging } from "./steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server, tijdelijkeMap, wortel } from "./steun/server.ts";
import { gebreken } from "./steun/toegankelijk.ts";
import { vulDeBak } from "./steun/verzonnen.ts";
import type { Taal } from "./steun/woorden.ts";


const man = "Dirk Zomerdijk";
const bedrijf = "Zomerdijk Opslag B.V.";
const geheim = [man, bedrijf, "Mevrouw Appelboom"];

const signaal: NieuwSignaal = {
    titel: "Nachtelijk af en aan rijden bij een leegstaande winkel",
    omschrijving: "Al drie weken staan er na middernacht busjes voor de deur. De ramen zijn afgeplakt en het ruikt er zoet.",
    adres: { typ: "hoogstr 3", kies: "Hoogstraat 3, 2300 AU Damstede" },
    bron: "meldpunt",
    thema: "drugs",
    vermeldingen: [
        { soort: "persoon", tekst: man, rol: "huurder volgens de melder" },
        { soort: "bedrijf", tekst: bedrijf, sleutel: "90001354" },
        { soort: "voertuig", tekst: "witte bestelbus met een deuk links" },
    ],
    melder: { naam: "Mevrouw Appelboom", contact: "06 00000000" },
};
const wegingen: Weging[] = [
    {
        antwoorden: { verwevenheid: "ja", voorziening: "pand", waargenomen: "ja", open_bronnen: "De winkel staat sinds april te huur." },
        uitkomst: "ja",
        motivering: "Een pand in de winkelstraat lijkt gebruikt te worden voor handel; de buurvrouw zag het zelf.",
    },
    {
        antwoorden: { grondgebied: "ja", bevoegdheid: "ja", welke: "Opiumwet en toezicht op gebruik", loopt_al: "nee" },
        uitkomst: "ja",
        motivering: "De burgemeester kan sluiten, toezicht kan binnentreden. De politie heeft geen lopende zaak.",
    },
    {
        antwoorden: { wie_nodig: "partners", schaal: "gemeente", gevaar: "onbekend", spoed: "weken" },
        uitkomst: "gecompliceerd",
        motivering: "Belastingen, vergunningen en politie zijn alle drie nodig; onder regie van de gemeente.",
    },
];
const beeldEerst = "Winkelpand, volgens de melder elke nacht in gebruik. De eigenaar woont elders.";
const beeldDaarna = "Winkelpand, elke nacht in gebruik. Volgens de belastingaanslag staat er niemand ingeschreven; de huur wordt contant betaald.";

let server: Server;
let map: string;
let coordinator: Account;
let analist: Account;
let toezicht: Account;
let elders: Account;

before(async () => {
    map = nieuweGegevens();
    coordinator = maakGebruiker(map, "damstede", "coordinator", "Hanna Rietveld", "coordinator");
    analist = maakGebruiker(map, "damstede", "analist", "Joris Winkelaar", "informatieanalist");
    toezicht = maakGebruiker(map, "damstede", "toezicht", "Samir Oudkerk", "toezichthouder");
    const wies = maakGebruiker(map, "damstede", "wies", "Wies Kramer", "informatieanalist");
    elders = maakGebruiker(map, "polderveen", "coordinator", "Femke Buurman", "coordinator");
    const levering = tijdelijkeMap();
    const zip = opdracht("bag", "maak", "--adressen", "300", "--zaad", "1", "--uit", levering).split("\n")[0] ?? "";
    server = await Server.start(map, ["serve"], ["--bag", zip]);
    ruimOp(levering);
    await vulDeBak(await Klant.meldAan(server.url, wies));
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** Runs a journey; when it stops half-way, leaves a picture of where. */
async function reis(t: TestContext, kantoren: () => Kantoor[], stappen: () => Promise<void>): Promise<void> {
    try {
        await stappen();
    } catch (fout) {
        for (const [nummer, kantoor] of kantoren().entries()) await kantoor.noodbeeld(`${t.name.replaceAll(/\W+/g, "-").slice(0, 40)}-${nummer}`);
        throw fout;
    }
}

async function dag(t: TestContext, taal: Taal): Promise<void> {
    const browser = await startBrowser(taal);
    t.after(() => browser.close());
    const bewaking = new Bewaking(server.url, geheim);
    const ramen: Kantoor[] = [];
    const ga = async () => {
        const kantoor = await Kantoor.open(browser, server.url, taal, bewaking);
        ramen.push(kantoor);
        return kantoor;
    };
    const titel = taal === "nl" ? signaal.titel : `${signaal.titel} (${taal})`;
    const werknaam = taal === "nl" ? "Winkelpand Hoogstraat" : `Winkelpand Hoogstraat (${taal})`;
    const [handelsregister, netbeheerder] = taal === "nl" ? ["Handelsregister", "Netbeheerder"] : ["Trade register", "Grid operator"];
    await reis(t, () => ramen, async () => {
        const hanna = await ga();
        await hanna.bekijk("inloggen", "inloggen");
        await hanna.meldAan({ ...coordinator, wachtwoord: "verkeerd" });
        await hanna.ziet(hanna.w("fout.aanmelden-mislukt"));
        await hanna.bekijk("inloggen mislukt");
        await hanna.meldAan(coordinator);
        await hanna.kop(hanna.w("nav.mijnwerk"));
        await hanna.bekijk("mijn werk, leeg");

        // a signaal about a real address
        await hanna.beginSignaal();
        await hanna.vulSignaal({ ...signaal, titel });
        await hanna.bekijk("nieuw signaal", "nieuw-signaal");
        const kenmerk = await hanna.slaSignaalOp(titel);
        assert.match(kenmerk, /\d/);
        await hanna.ziet("Hoogstraat 3, 2300 AU Damstede");
        await hanna.ziet(man);
        await hanna.bekijk("signaal", "signaal");
        const adresVanSignaal = hanna.pagina.url();
        await hanna.ga("signalen");
        await hanna.leest(titel);
        await hanna.bekijk("werkvoorraad");
        await hanna.openSignaal(titel);

        // three weighings, in order
        await hanna.begintWegen();
        for (const [nummer, weging] of wegingen.entries()) {
            await hanna.vulWeging(nummer + 1, weging);
            await hanna.bekijk(`weging ${nummer + 1}`, nummer === 1 ? "weging" : undefined);
            await hanna.legWegingVast(nummer + 1);
        }

        // the casus
        await hanna.kop(hanna.w("casus.openen"));
        await hanna.bekijk("casus openen", "casus-openen");
        const casuskenmerk = await hanna.openCasus({ werknaam, leden: ["Joris Winkelaar"] });
        const adresVanCasus = new URL(hanna.pagina.url()).pathname;
        await hanna.bekijk("casus, leeg");
        for (const deel of ["tijdlijn", "bronnen", "plan", "interventies", "privacytoetsen", "vervolg"] as const) {
            await hanna.deel(deel);
            await hanna.bekijk(`${deel}, leeg`);
        }

        // information: three sources; an open one answers at once, one refuses, one first says only that it knows something
        await hanna.beginBron();
        await hanna.vulBron({ soort: "handelsregister", vraag: "Wie staan op dit adres ingeschreven?", grondslag: "Awb titel 5.2 (toezicht)", termijn: overDagen(7) });
        await hanna.bekijk("bron bevragen", "bron-bevragen");
        await hanna.slaVensterOp();
        await hanna.bevraag({ soort: "belastingdienst", vraag: "Zijn er openstaande schulden van het bedrijf?", grondslag: "AWR art. 67 (ontheffing geheimhouding)", termijn: overDagen(14) });
        // nothing is asked without its privacy check, also not when somebody tries
        await hanna.beginBron();
        await hanna.vulBron({ soort: "sociaal", vraag: "Kent het sociaal domein de huurder?", grondslag: "Gemeentewet art. 172 (openbare orde)", termijn: overDagen(14) });
        await hanna.ziet(hanna.w("casus.bron.eersttoets"));
        await hanna.slaVensterOp();
        await hanna.bekijk("de volgende stap van een bron", "bron-stap");
        await hanna.bronknop("toets", "Kent het sociaal domein").click();
        await hanna.knop("casus.toets.doe", hanna.venster).click();
        await hanna.bekijk("privacytoets, niet ingevuld");
        await hanna.vulToets();
        await hanna.bekijk("privacytoets", "privacytoets");
        await hanna.legToetsVast();
        await hanna.bronknop("vraag", "Kent het sociaal domein").click();
        await hanna.bronWeet("Kent het sociaal domein", "De huurder ontvangt hulp of wordt gebruikt; dat maakt uit voor de aanpak.", "De huurder is bekend bij de schuldhulp.");
        await hanna.ga("mijnwerk");
        await hanna.ziet(werknaam);
        await hanna.bekijk("mijn werk");
        await hanna.zoekCasus(werknaam);
        await hanna.bronAntwoordt(handelsregister, "ontvangen", "Ingeschreven sinds maart; geen andere vestigingen.");
        await hanna.bronAntwoordt(taal === "nl" ? "Belastingdienst" : "Tax administration", "geweigerd", "Geen ontheffing; opnieuw vragen via het RIEC.");
        await hanna.bekijk("bronnen", "bronnen");
        await hanna.beschrijfBeeld(beeldEerst);
        await hanna.noemInCasus({ soort: "telefoon", tekst: "06 12345678", rol: "op de ruit" });
        await hanna.noteer("Gebeld met de verhuurder: de sleutels zijn in april overgedragen.");
        // what the file says at this moment, to hold it against what it will say of this moment
        const moment = await hanna.laatsteMoment();
        const toen = await hanna.dossiertekst(moment);
        await hanna.beschrijfBeeld(beeldDaarna);
        await hanna.bekijk("overzicht", "overzicht");

        // the plan, and what comes of it
        await hanna.privacytoets("2a");
        await hanna.gaNaar("plan", "Het beeld is compleet genoeg om af te spreken wie wat doet.");
        await hanna.maakPlan({
            hypothese: "Het pand is een uitgiftepunt; de huurder is een stroman.",
            doel: "De handel stopt en de winkel krijgt een eerlijke huurder.",
            strategie: "Samen binnentreden, daarna sluiten; de verhuurder helpen met een nieuwe huurder.",
        });
        await hanna.bekijk("plan", "plan");
        await hanna.spreekInterventieAf({ type: "integrale-controle", omschrijving: "Gezamenlijke controle met politie en belastingen", uitvoerder: "Toezicht en handhaving", eigenaar: "Joris Winkelaar", termijn: overDagen(10) });
        await hanna.spreekInterventieAf({ type: "sluiting-13b", omschrijving: "Sluiting voor drie maanden", uitvoerder: "Burgemeester", eigenaar: "Hanna Rietveld", termijn: overDagen(30) });
        await hanna.privacytoets("2b");
        await hanna.bekijk("privacytoetsen", "privacytoetsen");
        await hanna.gaNaar("uitvoering", "De interventies zijn afgesproken.");
        await hanna.interventieLevertOp("Gezamenlijke controle", "Handelsvoorraad gevonden; rapport van de politie is binnen.");
        await hanna.bekijk("interventies", "interventies");
        await hanna.gaNaar("informatie", "Uit de controle kwam een tweede adres naar voren.");
        await hanna.privacytoets("2a");
        await hanna.gaNaar("plan", "Het tweede adres hoort bij een andere zaak.");
        await hanna.gaNaar("uitvoering", "Het plan blijft zoals het was.");
        await hanna.interventieLevertOp("Sluiting voor drie maanden", "Gesloten; geen bezwaar ingediend.");
        // and things come and go
        await hanna.bevraag({ soort: "netbeheerder", vraag: "Wijkt het verbruik af?", grondslag: "Gemeentewet art. 172 (openbare orde)", termijn: overDagen(7) });
        await hanna.haalBronWeg(netbeheerder);
        await hanna.haalBronWeg(handelsregister);
        await hanna.noemInCasus({ soort: "voertuig", tekst: "zwarte scooter" });
        await hanna.haalVermeldingWeg("zwarte scooter");
        await hanna.haalVermeldingWeg("06 12345678");
        await hanna.spreekInterventieAf({ type: "voorlichting", omschrijving: "Brief aan de buren", uitvoerder: "Communicatie", eigenaar: "Hanna Rietveld", termijn: overDagen(20) });
        await hanna.haalInterventieWeg(taal === "nl" ? "Voorlichting" : "Information to the public");
        await hanna.privacytoets("2a", ["Wies Kramer"]);
        await hanna.geefToegang("Wies Kramer");
        await hanna.neemToegangAf("Wies Kramer");

        // two people at once: nothing is lost, both texts stand on the screen
        const joris = await ga();
        await joris.meldAan(analist);
        await joris.kop(joris.w("nav.mijnwerk"));
        await joris.zoekCasus(werknaam);
        await hanna.begintBeeld();
        await hanna.vulBeeld("Wat Hanna schreef over de winkel.");
        await joris.beschrijfBeeld("Wat Joris schreef over de winkel.");
        await hanna.slaOp();
        await hanna.ziet(hanna.w("basis.botsing.kop"));
        await hanna.ziet("Wat Joris schreef over de winkel.");
        assert.equal(await hanna.pagina.getByRole("textbox", { name: hanna.w("dossier.beeld") }).inputValue(), "Wat Hanna schreef over de winkel.");
        await hanna.bekijk("botsing", "botsing");
        await hanna.vulBeeld(`${beeldDaarna} De controle leverde een handelsvoorraad op.`);
        await hanna.slaOp();
        await hanna.ziet("De controle leverde een handelsvoorraad op.");

        // what somebody may not know of does not exist for him
        const samir = await ga();
        await samir.meldAan(toezicht);
        await samir.kop(samir.w("nav.mijnwerk"));
        await samir.ga("casussen");
        await samir.ziet(samir.w("casus.leeg"));
        await samir.bekijk("casussen, leeg");
        await samir.pagina.goto(server.url + adresVanCasus);
        await samir.kop(samir.w("basis.nietgevonden.kop"));
        await samir.bekijk("niet gevonden");
        const femke = await ga();
        await femke.meldAan(elders);
        await femke.kop(femke.w("nav.mijnwerk"));
        await femke.ga("signalen");
        await femke.ziet(femke.w("signaal.leeg"));
        for (const adres of [server.url + adresVanCasus, adresVanSignaal]) {
            await femke.pagina.goto(adres);
            await femke.kop(femke.w("basis.nietgevonden.kop"));
        }

        // a session that ends half-way keeps what was typed
        await joris.deel("tijdlijn");
        const notitie = joris.pagina.getByRole("textbox", { name: joris.w("dossier.notitie") });
        await notitie.fill("Deze zin mag niet verloren gaan.");
        await joris.pagina.context().clearCookies();
        await joris.pagina.getByRole("button", { name: joris.w("dossier.notitie.doe") }).click();
        const verlopen = joris.pagina.getByRole("alertdialog");
        await verlopen.getByRole("heading", { name: joris.w("toegang.verlopen.kop") }).waitFor();
        await joris.bekijk("sessie verlopen");
        await joris.meldAan(analist);
        await verlopen.waitFor({ state: "detached" });
        assert.equal(await notitie.inputValue(), "Deze zin mag niet verloren gaan.");
        await joris.pagina.getByRole("button", { name: joris.w("dossier.notitie.doe") }).click();
        await joris.gemeld("dossier.notitie.opgeslagen");

        // watching, closing, the archive, and open again
        await hanna.gaNaar("monitoring", "Volgen of de nieuwe huurder rust brengt.", { tot: overDagen(90) });
        await hanna.gaNaar("afronding", "Het kernteam ziet geen nieuwe aanknopingspunten.");
        await hanna.besluitVervolg("archief", "Alles is vastgelegd en afgerond.", { einddatum: overDagen(0) });
        await hanna.bekijk("afronden", "afronden");
        await hanna.legVervolgVast("archief", "archief");
        await hanna.ziet(hanna.w("casus.bewarentot"));
        await hanna.bekijk("archief", "archief");
        await hanna.ga("casussen");
        await hanna.bekijk("casussen");
        await hanna.zoekCasus(werknaam);
        await hanna.gaNaar("heropenen", "De winkel wordt opnieuw gebruikt, meldt de wijkagent.");

        // the file as it was known
        await hanna.toonZoalsNa("Gebeld met de verhuurder");
        await hanna.ziet(beeldEerst);
        await hanna.zietNiet(beeldDaarna);
        await hanna.bekijk("zoals bekend op", "zoals-bekend-op");
        await hanna.terugNaarNu();
        await hanna.ziet("De controle leverde een handelsvoorraad op.");
        assert.equal(await hanna.dossiertekst(moment), toen);
        await hanna.toonZoalsBekendOp("2024-01-01T12:00");
        await hanna.ziet(hanna.w("dossier.bekend.nietbekend"));
        await hanna.bekijk("nog niet bekend");
        await hanna.terugNaarNu();
        await hanna.deel("tijdlijn");
        await hanna.bekijk("tijdlijn", "tijdlijn");
        await hanna.ga("cijfers");
        await hanna.bekijk("cijfers");
        await hanna.logUit();

        assert.equal(await hanna.pagina.title().then((titel) => titel.includes(casuskenmerk)), false);
        const alles = ramen.flatMap((raam) => raam.gebreken);
        t.diagnostic(`${ramen.flatMap((raam) => raam.bekeken).length} screens looked at, wide and narrow`);
        assert.deepEqual(alles, []);
        bewaking.stil();
    });
}

test("een dag op kantoor, van signaal tot afronding", { timeout: 900_000 }, (t) => dag(t, "nl"));
test("the same day in English", { timeout: 900_000 }, (t) => dag(t, "en"));

test("geplant gebrek: zonder zijn label keurt dezelfde proef een veld af", { timeout: 120_000 }, async (t) => {
    const browser = await startBrowser("nl");
    t.after(() => browser.close());
    const iemand = await Kantoor.open(browser, server.url, "nl");
    assert.deepEqual(await gebreken(iemand.pagina), []);
    await iemand.pagina.evaluate(() => document.querySelector("label")?.remove());
    assert.match((await gebreken(iemand.pagina)).join("\n"), /^label:/m);
    await iemand.pagina.reload();
    await iemand.kop(iemand.w("toegang.kop"));
    await iemand.pagina.evaluate(() => document.querySelector("h1")?.style.setProperty("width", "3000px"));
    assert.match((await gebreken(iemand.pagina)).join("\n"), /px too wide/);
});

test("geplant gebrek: de bewaking van een raam ziet een verzoek naar buiten, een script van elders en een naam in een adres", { timeout: 120_000 }, async (t) => {
    const browser = await startBrowser("nl");
    t.after(() => browser.close());
    const bewaking = new Bewaking(server.url, geheim);
    const iemand = await Kantoor.open(browser, server.url, "nl", bewaking);
    bewaking.titel(await iemand.pagina.title());
    bewaking.stil();
    const eerst = new URL(server.url);
    await iemand.pagina.evaluate(async (poort) => {
        const script = document.createElement("script");
        script.textContent = "window.binnen = true";
        document.body.append(script);
        await fetch(`http://127.0.0.1:${poort}/livez`).catch(() => undefined); // the policy stops it before it leaves
        history.pushState({}, "", "/signalen?zoek=Zomerdijk");
        document.title = "Dirk Zomerdijk";
    }, eerst.port);
    bewaking.titel(await iemand.pagina.title());
    await iemand.pagina.goto(`http://127.0.0.1:${eerst.port}/livez`);
    const klachten = bewaking.klachten.join("\n");
    for (const verwacht of [/Content Security Policy/, /left the origin/, /"zomerdijk" stands in an address/, /stands in a title/]) assert.match(klachten, verwacht);
    assert.throws(() => bewaking.stil());
});

const weesp = join(wortel, "../shared/data/bag/weesp-0457/BAGGEM0457L-15102021.zip");

test("dezelfde weg op een echte levering: een adres in Weesp", { timeout: 600_000 }, async (t) => {
    if (!existsSync(weesp)) return t.skip("the real extract of Weesp is not on this machine (../shared/data)");
    const gegevens = nieuweGegevens();
    let daar: Server | undefined;
    t.after(async () => { // one hook: node runs them in the order given, and the folder must outlive its server
        await daar?.stop();
        ruimOp(gegevens);
    });
    const account = maakGebruiker(gegevens, "damstede", "analist", "Joris Winkelaar", "informatieanalist");
    daar = await Server.start(gegevens, ["serve"], ["--bag", weesp]);
    const browser = await startBrowser("nl");
    t.after(() => browser.close());
    const bewaking = new Bewaking(daar.url, geheim);
    const joris = await Kantoor.open(browser, daar.url, "nl", bewaking);
    await reis(t, () => [joris], async () => {
        await joris.meldAan(account);
        await joris.kop(joris.w("nav.mijnwerk"));
        // the address is real, so nothing is said about it
        await joris.legSignaalVast({
            titel: "Proef met een echt adres", omschrijving: "", bron: "collega", thema: "vastgoed", vermeldingen: [],
            adres: { typ: "nieuwstr 70 weesp", kies: "Nieuwstraat 70" },
        });
        await joris.ziet(joris.w("register.bouwjaar"));
        await joris.bekijk("signaal in Weesp");
        await joris.begintWegen();
        await joris.weeg(1, { antwoorden: { verwevenheid: "nee", voorziening: "geen", waargenomen: "nee" }, uitkomst: "nee", motivering: "Een proef." });
        await joris.gemeld("signaal.weging.klaar");
        assert.deepEqual(joris.gebreken, []);
        bewaking.stil();
    });
});
