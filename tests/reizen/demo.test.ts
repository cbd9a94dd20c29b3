// SPDX-License-Identifier: EUPL-1.2
// The demo as a visitor meets it: one click to be somebody, full screens, every window that can be opened, and what each
// role finds. All of it looked at wide and narrow, in both languages.
import assert from "node:assert/strict";
import { after, before, test, type TestContext } from "node:test";
import type { Locator } from "playwright-core";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { dag } from "./steun/dagen.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { ruimOp, Server, tijdelijkeMap } from "./steun/server.ts";
import { type Taal, woord } from "./steun/woorden.ts";

type Demogebruiker = { gebruikersnaam: string; naam: string; rol: string };

let map: string;
let server: Server;
let gebruikers: Demogebruiker[];

before(async () => {
    map = tijdelijkeMap();
    server = await Server.start(map, ["demo"]);
    gebruikers = (await (await fetch(`${server.url}/v1/demo`)).json()).gebruikers;
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

async function bezoek(t: TestContext, taal: Taal, doe: (bezoeker: Kantoor) => Promise<void>): Promise<void> {
    const browser = await startBrowser(taal);
    t.after(() => browser.close());
    const bewaking = new Bewaking(server.url, []);
    const bezoeker = await Kantoor.open(browser, server.url, taal, bewaking);
    try {
        await doe(bezoeker);
    } catch (fout) {
        await bezoeker.noodbeeld(`demo-${taal}`);
        throw fout;
    }
    t.diagnostic(`${bezoeker.bekeken.length} screens looked at, wide and narrow`);
    assert.deepEqual(bezoeker.gebreken, []);
    bewaking.stil();
}

async function rondgang(t: TestContext, taal: Taal): Promise<void> {
    await bezoek(t, taal, async (bezoeker) => {
        const coordinator = gebruikers.find((een) => een.rol === "coordinator")?.naam ?? "";
        await bezoeker.kiesDemo();
        await bezoeker.bekijk("demo", "demo");
        await bezoeker.word(coordinator);
        await bezoeker.bekijk("mijn werk, vol", "demo-mijn-werk");
        await bezoeker.toets("?");
        await bezoeker.venster.waitFor();
        await bezoeker.bekijk("help", "help");
        await bezoeker.pagina.getByRole("button", { name: bezoeker.w("basis.waarom") }).click();
        await bezoeker.pagina.getByRole("heading", { level: 2, name: bezoeker.w("toegang.waarom.kop") }).waitFor();
        await bezoeker.bekijk("waarom zie ik dit", "waarom");
        await bezoeker.toets("Escape");
        await bezoeker.venster.waitFor({ state: "detached" });

        await bezoeker.ga("signalen");
        await bezoeker.leestIets();
        await bezoeker.bekijk("werkvoorraad, vol", "demo-werkvoorraad");
        for (const [toets, besluit] of [["2", "duplicaat"], ["3", "niet_opgepakt"], ["4", "doorgestuurd"], ["h", "uitgesteld"]] as const) {
            await bezoeker.besluit(toets);
            await bezoeker.bekijk(`besluit ${besluit}`, besluit === "niet_opgepakt" ? "besluit" : undefined);
            await bezoeker.toets("Escape");
            await bezoeker.venster.waitFor({ state: "detached" });
        }
        for (const tab of ["wegen", "uitgesteld", "mijn", "alles"] as const) {
            await bezoeker.tab(tab);
            await bezoeker.bekijk(`signalen: ${tab}`);
        }
        await bezoeker.openEersteSignaal();
        await bezoeker.bekijk("signaal, vol");
        await bezoeker.pagina.getByRole("button", { name: bezoeker.w("signaal.vermelding.toevoegen") }).click();
        await bezoeker.bekijk("vermelding toevoegen");
        await bezoeker.toets("Escape");
        await bezoeker.pagina.getByRole("button", { name: bezoeker.w("signaal.wijzigen"), exact: true }).click();
        await bezoeker.pagina.getByRole("button", { name: bezoeker.w("basis.opslaan") }).waitFor();
        await bezoeker.bekijk("signaal wijzigen");
        await bezoeker.pagina.getByRole("button", { name: bezoeker.w("basis.annuleren") }).click();

        await bezoeker.beginSignaal();
        await bezoeker.pagina.getByRole("button", { name: bezoeker.w("signaal.opslaan") }).click();
        await bezoeker.bekijk("nieuw signaal, niet ingevuld");

        await bezoeker.ga("casussen");
        await bezoeker.pagina.getByRole("table").waitFor();
        await bezoeker.bekijk("casussen, vol", "demo-casussen");
        await bezoeker.openEersteCasus();
        for (const deel of ["overzicht", "tijdlijn", "bronnen", "plan", "interventies", "privacytoetsen", "vervolg"] as const) {
            await bezoeker.deel(deel);
            await bezoeker.bekijk(`${deel}, vol`);
        }
        await bezoeker.deel("bronnen");
        await bezoeker.pagina.getByRole("button", { name: new RegExp(`^${bezoeker.w("casus.bron.wijzigen")}`) }).first().click();
        await bezoeker.bekijk("bron wijzigen");
        await bezoeker.toets("Escape");
        await bezoeker.pagina.getByRole("button", { name: new RegExp(`^${bezoeker.w("casus.bron.weg")}`) }).first().click();
        await bezoeker.bekijk("bron weghalen");
        await bezoeker.toets("Escape");
        await bezoeker.deel("interventies");
        await bezoeker.pagina.getByRole("button", { name: bezoeker.w("interventie.nieuw") }).first().click();
        await bezoeker.bekijk("interventie afspreken", "interventie");
        await bezoeker.toets("Escape");
        await bezoeker.deel("overzicht");
        await bezoeker.pagina.getByRole("button", { name: bezoeker.w("casus.lid.toevoegen") }).click();
        await bezoeker.bekijk("collega toevoegen");
        await bezoeker.toets("Escape");
        await bezoeker.ga("bedrijven");
        const zonderAdres = bezoeker.pagina.getByRole("main").locator('a[href^="/bedrijven/"]').first();
        await zonderAdres.waitFor();
        await bezoeker.bekijk("bedrijven zonder adres");
        await zonderAdres.click();
        await bezoeker.pagina.getByRole("heading", { level: 2, name: bezoeker.w("register.bedrijf.vestigingen") }).waitFor();
        await bezoeker.bekijk("bedrijf zonder adres");
        await bezoeker.ga("cijfers");
        await bezoeker.pagina.getByRole("table").first().waitFor();
        await bezoeker.bekijk("cijfers, vol", "demo-cijfers");
    });
}

test("een rondgang door de demo: volle schermen en elk venster", { timeout: 600_000 }, (t) => rondgang(t, "nl"));
test("the same round in English", { timeout: 600_000 }, (t) => rondgang(t, "en"));

test("the ten minutes by hand of the README", { timeout: 600_000 }, async (t) => {
    await bezoek(t, "en", async (marit) => {
        await marit.kiesDemo();
        await marit.word("Marit Oudewater");
        await marit.legSignaalVast({
            titel: "Trucks at night behind the warehouse", omschrijving: "Every night around three, lights off.",
            adres: { typ: "staalstr 7", kies: "Staalstraat 7, 2302 MY Damstede" }, bron: "toezicht", thema: "drugs",
            vermeldingen: [{ soort: "bedrijf", tekst: "Helderwit Groothandel B.V.", sleutel: "00452854" }],
        });
        // who is at that address, where it was before, and who else is or was there
        const helderwit = marit.pagina.getByRole("main").getByRole("link", { name: "Helderwit Groothandel B.V.", exact: true });
        await helderwit.waitFor();
        await marit.bekijk("signaal with companies at its address");
        const signaal = marit.pagina.url();
        await helderwit.click();
        await marit.ziet("00452854");
        await marit.bekijk("a company");
        await marit.pagina.goto(signaal);
        await marit.begintWegen();
        await marit.weeg(1, { antwoorden: { verwevenheid: "ja", voorziening: "pand", waargenomen: "ja" }, uitkomst: "ja", motivering: "A warehouse seems to serve a trade in drugs." });
        await marit.weeg(2, { antwoorden: { grondgebied: "ja", bevoegdheid: "ja", loopt_al: "nee" }, uitkomst: "ja", motivering: "The mayor can close premises; inspectors can enter." });
        await marit.weeg(3, { antwoorden: { wie_nodig: "partners", schaal: "plek", gevaar: "nee", spoed: "weken" }, uitkomst: "gecompliceerd", motivering: "Police and tax office are needed." });
        await marit.openCasus({ werknaam: "Warehouse by night", leden: ["Yasin el Khattabi"] });
        const adres = marit.pagina.url();
        await marit.bevraag({ soort: "handelsregister", vraag: "Who is registered here?", grondslag: "Public source", termijn: dag(7) });
        await marit.bronAntwoordt("Trade register", "ontvangen", "One company, since March.");
        await marit.beschrijfBeeld("One tenant, no customers by day.");
        await marit.privacytoets("2a");
        await marit.gaNaar("plan", "The picture is complete enough.");
        await marit.maakPlan({ hypothese: "Storage for a laboratory elsewhere.", doel: "The storage stops.", strategie: "Inspect together, then close." });
        await marit.spreekInterventieAf({ type: "integrale-controle", omschrijving: "Inspection with police and tax office", uitvoerder: "Inspection and enforcement", eigenaar: "Yasin el Khattabi", termijn: dag(14) });
        await marit.privacytoets("2b");
        await marit.gaNaar("uitvoering", "The core team agreed on the plan.");
        await marit.interventieLevertOp("Inspection with police and tax office", "Barrels found and taken.");
        await marit.toonZoalsNa("The picture is complete enough.");
        await marit.deel("plan");
        await marit.ziet(marit.w("dossier.plan.leeg"));
        await marit.terugNaarNu();
        await marit.gaNaar("monitoring", "See whether it stays quiet.", { tot: dag(90) });
        await marit.gaNaar("afronding", "Nothing new.");
        await marit.gaNaar("archief", "All recorded.", { einddatum: dag(0) });
        await marit.ziet(marit.w("casus.bewarentot"));
        await marit.gaNaar("heropenen", "It started again.");
        await marit.logUit();
        await marit.kiesDemo();
        await marit.word("Dylan Roozenbeek");
        await marit.pagina.goto(adres);
        await marit.kop(marit.w("basis.nietgevonden.kop"));
        await marit.bekijk("not found");
    });
});

/** Where a number on the screen leads, and the number itself. */
type Telling = { aantal: number; naar: string };

/** The rows behind a number: what the screen at its link asks for, over all pages. */
async function rijenAchter(bezoeker: Kantoor, naar: string): Promise<number> {
    const lijst = bezoeker.pagina.waitForRequest((verzoek) => verzoek.method() === "GET" && /^\/v1\/(signalen|casussen)$/.test(new URL(verzoek.url()).pathname));
    await bezoeker.pagina.goto(new URL(naar, server.url).href);
    return bezoeker.pagina.evaluate(async (vraag) => {
        const url = new URL(vraag);
        url.searchParams.set("aantal", "200");
        const ids = new Set<string>();
        for (;;) {
            const antwoord = await fetch(url);
            if (!antwoord.ok) throw new Error(`${url.search}: ${antwoord.status}`);
            const blad = (await antwoord.json()) as { resultaten: { id: string }[]; volgende: string | null };
            for (const rij of blad.resultaten) ids.add(rij.id);
            if (blad.volgende === null) return ids.size;
            url.searchParams.set("na", blad.volgende);
        }
    }, (await lijst).url());
}

test("elk getal in Mijn werk en Cijfers opent precies zoveel rijen", { timeout: 600_000 }, async (t) => {
    let vergeleken = 0;
    let gevuld = 0;
    await bezoek(t, "nl", async (bezoeker) => {
        for (const rol of ["coordinator", "informatieanalist"]) {
            await bezoeker.kiesDemo();
            await bezoeker.word(gebruikers.find((een) => een.rol === rol)?.naam ?? "");
            const tellingen: Telling[] = [];
            const lees = async (plek: Locator) => {
                await plek.first().waitFor();
                for (const link of await plek.all()) {
                    const aantal = Number(/[\d.]+/.exec(await link.innerText())?.[0].replaceAll(".", "") ?? 0);
                    tellingen.push({ aantal, naar: (await link.getAttribute("href")) ?? "" });
                }
            };
            await lees(bezoeker.pagina.getByRole("main").locator('a[href^="/signalen?"], a[href^="/casussen?"]'));
            assert.equal(tellingen.length, 4, "three counts of signalen, one of casussen");
            // privacy checks: only for who may decide, as many lines as the heading says, each leading to a file where one waits
            const toetsen = bezoeker.pagina.locator("section[aria-labelledby='kop-toetsen']");
            assert.equal(await toetsen.count(), rol === "coordinator" ? 1 : 0, rol);
            const paden: string[] = [];
            if (rol === "coordinator") {
                for (const link of await toetsen.getByRole("link").all()) paden.push((await link.getAttribute("href")) ?? "");
                assert.equal(Number(/\d+/.exec(await toetsen.getByRole("heading").innerText())?.[0]), paden.length);
                assert.equal(paden.length, await toetsen.getByRole("listitem").count());
                await bezoeker.bekijk("mijn werk met privacytoetsen", "mijn-werk-toetsen");
                await bezoeker.pagina.goto(new URL(paden[0]!, server.url).href);
                await bezoeker.pagina.getByText(bezoeker.w("casus.toets.stand.voorgelegd")).first().waitFor();
                vergeleken += 1;
            }
            await bezoeker.ga("cijfers");
            await bezoeker.pagina.getByRole("table").nth(5).waitFor();
            const getallen = await bezoeker.pagina.locator("td.dw-cijfers__tal").count();
            await lees(bezoeker.pagina.getByRole("table").getByRole("link"));
            assert.equal(tellingen.length - 4, getallen, "every number is a link");
            for (const { aantal, naar } of tellingen) {
                assert.equal(await rijenAchter(bezoeker, naar), aantal, `${rol}: ${naar}`);
                vergeleken += 1;
                gevuld += aantal > 0 ? 1 : 0;
            }
            const maand = tellingen.find(({ naar }) => naar.includes("vanaf="))?.naar ?? "";
            await bezoeker.pagina.goto(new URL(maand, server.url).href);
            await bezoeker.leestIets();
            await bezoeker.bekijk("signalen van een maand");
            await bezoeker.logUit();
        }
    });
    t.diagnostic(`${vergeleken} numbers compared, ${gevuld} of them above zero`);
    assert.ok(vergeleken >= 60 && gevuld >= 50, `${vergeleken} compared, ${gevuld} above zero`);
});

/** On the narrowest phone, in both languages: the bar is one row, no name is cut, and what is not on it stands behind one button. */
async function bekijkBalk(bezoeker: Kantoor, rol: string): Promise<void> {
    const { pagina } = bezoeker;
    const links = await pagina.getByRole("navigation", { name: bezoeker.w("basis.hoofdmenu") }).getByRole("link").count();
    await pagina.setViewportSize({ width: 320, height: 640 });
    for (const taal of ["en", "nl"] as const) {
        await pagina.getByRole("button", { name: taal === "nl" ? "Nederlands" : "English" }).click();
        const balk = pagina.getByRole("navigation", { name: woord(taal, "basis.hoofdmenu") });
        await balk.waitFor();
        const meer = balk.getByRole("button", { name: new RegExp(`^${woord(taal, "nav.meer")}`) });
        const opDeBalk = await balk.getByRole("link").count();
        if (links > 5) await meer.click();
        assert.equal(await balk.getByRole("link").count(), links, `${rol} (${taal}): behind the button stands the rest`);
        assert.equal(opDeBalk, links > 5 ? 4 : links, `${rol} (${taal})`);
        const { hoogte, gesneden } = await balk.evaluate((een) => ({
            hoogte: een.getBoundingClientRect().height,
            gesneden: Array.from(een.querySelectorAll<HTMLElement>(".dw-nav__naam")).filter((naam) => naam.scrollWidth > naam.clientWidth + 1 || naam.getClientRects().length > 0 && naam.getBoundingClientRect().right > innerWidth).map((naam) => naam.innerText),
        }));
        assert.ok(hoogte < 64, `${rol} (${taal}): the bar is ${hoogte} px high`);
        assert.deepEqual(gesneden, [], `${rol} (${taal})`);
        if (links > 5) {
            await bezoeker.toets("Escape");
            assert.equal(await balk.getByRole("link").count(), opDeBalk, `${rol} (${taal}): Escape closes it`);
            assert.ok(await meer.evaluate((een) => een === document.activeElement));
        }
    }
    await pagina.setViewportSize({ width: 1280, height: 800 });
}

test("elke rol komt binnen met één klik en vindt alleen wat van hem is", { timeout: 600_000 }, async (t) => {
    assert.ok(new Set(gebruikers.map((een) => een.rol)).size >= 12, "there are demo users for the roles");
    await bezoek(t, "nl", async (bezoeker) => {
        for (const een of gebruikers) {
            await bezoeker.kiesDemo();
            await bezoeker.word(een.naam);
            if (!een.gebruikersnaam.endsWith("2")) await bezoeker.bekijk(`mijn werk van ${een.rol}`);
            for (const plek of await bezoeker.menu()) {
                await bezoeker.volg(plek);
                assert.equal(await bezoeker.pagina.getByRole("alert").count(), 0, `${een.rol} at ${plek}`);
            }
            await bekijkBalk(bezoeker, een.rol);
            await bezoeker.logUit();
        }
    });
});
