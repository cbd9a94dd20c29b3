// SPDX-License-Identifier: EUPL-1.2
// A team at work between two meetings: a label, a line of a template, what resembles this casus, an order of casussen, the weighing
// table, looking back, and a lesson that somebody else reads first. In Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, { trekker: Account; lezer: Account; lezerId: string }>();
const persoon = { nl: "Zeger Wulpenhorst", en: "Alma Tureluur" };
const gewoon = (tekst: string) => tekst.replace(/[()?.]/g, ".");

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        const trekker = maakGebruiker(map, "damstede", `coordinator.${taal}`, "Hanna Rietveld", "coordinator");
        const lezer = maakGebruiker(map, "damstede", `jurist.${taal}`, "Joost Kadijk", "jurist");
        accounts.set(taal, { trekker, lezer, lezerId: "" });
    }
    server = await Server.start(map);
    for (const paar of accounts.values()) paar.lezerId = (await (await Klant.meldAan(server.url, paar.lezer, -1)).eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

async function maakCasus(klant: Klant, werknaam: string, leden: string[], genoemd: string) {
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: "Loods", omschrijving: "Er wordt 's nachts gelost.", bron: "inwoner", vermeldingen: [{ soort: "persoon", tekst: genoemd }] })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const casus = (await klant.eis(201, "POST", "/v1/casussen", { signalen: [signaal.id], werknaam, thema: "hennep", trekker: ik, leden })).lijf;
    await klant.eis(201, "POST", `/v1/casussen/${casus.id}/vermeldingen`, { soort: "bedrijf", tekst: "Kadewerk bv", sleutel: "90001354" });
    return casus.id as string;
}

/** To the closing phase, with the privacy checks that the way there asks. */
async function rondAf(klant: Klant, id: string) {
    const pad = `/v1/casussen/${id}`;
    const gronden = { grondslag: "Gemeentewet art. 172", verenigbaarheid: "Toezicht.", noodzaak: "Nodig.", proportionaliteit: "Niet ruimer.", besluit: "akkoord" };
    const leden = (await klant.eis(200, "GET", pad)).lijf.leden.map((een: { gebruiker: { id: string } }) => een.gebruiker.id);
    await klant.eis(201, "POST", `${pad}/privacytoetsen`, { soort: "2a", leden, ...gronden });
    const interventies = (await klant.eis(200, "GET", `${pad}/dossier`)).lijf.interventies.map((een: { id: string }) => een.id);
    await klant.eis(201, "POST", `${pad}/privacytoetsen`, { soort: "2b", interventies, ...gronden });
    for (const naar of ["plan", "uitvoering", "afronding"]) await klant.eis(200, "POST", `${pad}/overgangen`, { naar, reden: "Besloten." }, gezien((await klant.eis(200, "GET", pad)).lijf.versie));
}

for (const taal of ["nl", "en"] as const) {
    test(`label, sjabloon, lijkt op, criteria, weegtafel, terugkijken en een les (${taal})`, { timeout: 600_000 }, async () => {
        const { trekker, lezer, lezerId } = accounts.get(taal)!;
        const naam = persoon[taal];
        const klant = await Klant.meldAan(server.url, trekker, -1);
        const casus = await maakCasus(klant, `Loods aan de kade ${taal}`, [lezerId], naam);
        await maakCasus(klant, `Winkel op de hoek ${taal}`, [], naam);
        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, [naam]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const vak = (id: Parameters<typeof k.w>[0]) => k.pagina.getByRole("region", { name: k.w(id), exact: true });
        const begint = (id: Parameters<typeof k.w>[0]) => new RegExp(`^${gewoon(k.w(id))}`);
        const deel = (welk: string) => k.pagina.goto(`${server.url}/casussen/${casus}/${welk}`);
        try {
            await k.meldAan(trekker);
            await k.kop(k.w("nav.mijnwerk"));

            // a label: about the situation, a name is refused
            await deel("overzicht");
            const labels = vak("casus.etiketten");
            await k.knop("casus.etiket.geef", labels).click();
            await labels.getByLabel(k.w("casus.etiket.buikpijn"), { exact: true }).check();
            await k.veld("casus.etiket.reden", labels).fill(`Bij ${naam} klopt iets niet.`);
            await k.knop("casus.etiket.zet", labels).click();
            await labels.getByText(k.w("veldfout.noemt-persoon")).first().waitFor();
            await k.veld("casus.etiket.reden", labels).fill("Er klopt iets niet aan de loods.");
            await k.knop("casus.etiket.zet", labels).click();
            await labels.getByText(k.w("casus.etiket.buikpijn.let")).waitFor();
            await k.bekijk("een label");

            // a line of the template: taken over by hand, in words of one's own
            await deel("plan");
            const sjabloon = vak("dossier.sjabloon");
            const regel = sjabloon.getByRole("listitem").first();
            await regel.getByRole("button", { name: begint("aanpak.sjabloon.neemover") }).click();
            await k.bekijk("een regel overnemen");
            await k.knop("aanpak.sjabloon.zet", sjabloon).click();
            await regel.getByText(k.w("aanpak.sjabloon.al"), { exact: true }).waitFor();
            // an intervention asks who carries it out
            const ingreep = sjabloon.getByRole("listitem").filter({ has: k.pagina.getByRole("strong") }).nth(4);
            await ingreep.getByRole("button", { name: begint("aanpak.sjabloon.neemover") }).click();
            await k.knop("aanpak.sjabloon.zet", sjabloon).click();
            await sjabloon.getByText(k.w("aanpak.sjabloon.uitvoerder.fout")).first().waitFor();
            await k.veld("aanpak.sjabloon.uitvoerder", sjabloon).fill("Toezicht");
            await k.knop("aanpak.sjabloon.zet", sjabloon).click();
            await ingreep.getByText(k.w("aanpak.sjabloon.al"), { exact: true }).waitFor();

            // a criterion
            const criteria = vak("dossier.prioriteit");
            await criteria.getByRole("button", { name: begint("aanpak.criterium.doe") }).first().click();
            await criteria.getByRole("radio").first().check();
            await k.veld("aanpak.criterium.motivering", criteria).fill("Er is brandgevaar voor de buren.");
            await k.knop("aanpak.criterium.leg", criteria).click();
            await criteria.getByText("Er is brandgevaar voor de buren.").waitFor();
            await k.bekijk("plan, sjabloon en criteria");
            await k.pagina.goto(`${server.url}/casussen/prioritering`);
            await k.kop(k.w("aanpak.prioriteit.kop"));
            assert.match((await k.pagina.getByRole("row").nth(1).innerText()), /Loods aan de kade/);
            await k.bekijk("op volgorde van criteria", "prioritering");

            // what resembles it, and what people say of it
            await deel("lijktop");
            const ander = k.pagina.getByRole("listitem").filter({ hasText: `Winkel op de hoek ${taal}` }).first();
            await ander.getByText("Kadewerk bv").waitFor();
            await ander.getByRole("button", { name: begint("aanpak.lijkt.doe.bevestigd") }).click();
            await k.veld("aanpak.lijkt.reden.bevestigd", ander).fill("Hetzelfde bedrijf huurt beide.");
            await ander.getByRole("button", { name: k.w("aanpak.lijkt.doe.bevestigd"), exact: true }).click();
            await ander.getByText("Hetzelfde bedrijf huurt beide.").waitFor();
            await k.bekijk("casussen die erop lijken");

            // the label in the list
            await k.ga("casussen");
            await k.keuze("casus.etiket").selectOption("buikpijn");
            await k.pagina.getByRole("row").filter({ hasText: `Loods aan de kade ${taal}` }).getByText(k.w("casus.etiket.buikpijn"), { exact: true }).waitFor();
            await k.bekijk("de lijst met labels");

            // the weighing table
            const rapport = (await klant.eis(201, "POST", "/v1/signalen", { titel: `Vondst ${taal}`, omschrijving: "Zakken met gruis.", bron: "om", regime: "avg" })).lijf.id;
            await k.pagina.goto(`${server.url}/signalen/${rapport}`);
            const tafel = vak("signaal.weegtafel.kop");
            await k.knop("signaal.weegtafel.leg", tafel).click();
            await tafel.getByLabel(k.w("signaal.weegtafel.partij.om"), { exact: true }).check();
            await k.veld("signaal.weegtafel.waarom", tafel).fill("Te weinig bewijs voor een zaak.");
            await k.knop("signaal.weegtafel.leg", tafel).click();
            await tafel.getByText("Te weinig bewijs voor een zaak.").waitFor();
            await k.pagina.goto(`${server.url}/weegtafel`);
            await k.kop(k.w("aanpak.weegtafel.kop"));
            const ligt = k.pagina.getByRole("listitem").filter({ hasText: `Vondst ${taal}` });
            await ligt.getByRole("button", { name: begint("signaal.weegtafel.weeg") }).click();
            await ligt.getByLabel(k.w("signaal.weegtafel.keuze.bewaren"), { exact: true }).check();
            await k.veld("signaal.weegtafel.tot", ligt).fill(taal === "nl" ? "01-02-2099" : "01/02/2099");
            await k.veld("signaal.weegtafel.motivering", ligt).fill("Eerst de controle in maart afwachten.");
            await ligt.getByRole("button", { name: k.w("signaal.weegtafel.weeg"), exact: true }).click();
            await ligt.getByText("Eerst de controle in maart afwachten.").waitFor();
            await k.bekijk("de weegtafel", "weegtafel");

            // templates and criteria of the organisation
            await k.pagina.goto(`${server.url}/sjablonen`);
            await k.kop(k.w("aanpak.deel.sjablonen"));
            await k.knop("casus.wijzigen").click();
            await k.bekijk("een sjabloon wijzigen");
            await k.pagina.goto(`${server.url}/criteria`);
            await k.kop(k.w("aanpak.deel.criteria"));
            await k.bekijk("de criteria", "criteria");

            // looking back, and a lesson that names somebody
            await rondAf(klant, casus);
            await deel("vervolg");
            const terug = vak("dossier.evaluatie");
            await k.knop("leren.evaluatie.begin", terug).click();
            await k.veld("leren.evaluatie.watWerkte", terug).fill("Samen met de netbeheerder langsgaan.");
            await k.keuze("leren.effect", terug).first().selectOption("deels");
            await k.knop("basis.opslaan", terug).click();
            await terug.getByText("Samen met de netbeheerder langsgaan.").waitFor();
            await k.knop("leren.les.nieuw", terug).click();
            await k.veld("leren.les.titel", terug).fill(`Ga samen langs ${taal}`);
            await k.veld("leren.les.tekst", terug).fill(`Bij ${naam} hielp het om met de netbeheerder mee te gaan: de aansluiting zei meer dan het gesprek.`);
            await k.knop("leren.les.leg", terug).click();
            await terug.getByText(k.w("leren.les.herkenbaar")).waitFor();
            await k.bekijk("terugkijken, met een les");
            await terug.getByRole("button", { name: begint("leren.les.wijzig") }).click();
            await k.veld("leren.les.tekst", terug).fill("Het helpt om met de netbeheerder mee te gaan: de aansluiting zegt vaak meer dan het gesprek.");
            await k.knop("leren.les.leg", terug).click();
            await terug.getByText(k.w("leren.les.herkenbaar")).waitFor({ state: "detached" });
            assert.equal(await terug.getByRole("button", { name: begint("leren.les.lees") }).count(), 0, "nobody reads his own");

            // somebody else reads it, and then everybody can
            await k.logUit();
            await k.meldAan(lezer);
            await k.kop(k.w("nav.mijnwerk"));
            await deel("vervolg");
            await terug.getByRole("button", { name: begint("leren.les.lees") }).click();
            await terug.getByLabel(k.w("leren.les.besluit.gedeeld"), { exact: true }).check();
            await k.knop("leren.les.besluit.doe", terug).click();
            await terug.getByText(new RegExp(k.w("leren.les.staat.gedeeld"))).waitFor();
            await k.volg(k.w("nav.lessen"));
            await k.pagina.getByRole("heading", { name: `Ga samen langs ${taal}` }).waitFor();
            await k.zietNiet(naam);
            await k.bekijk("de lessen", "lessen");
            assert.deepEqual(k.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`casusteam-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}
