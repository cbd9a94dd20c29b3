// SPDX-License-Identifier: EUPL-1.2
// A watcher is made, says at once what is there, and waits in the work of whoever may see all of it; a person weighs.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server, sql } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        accounts.set(taal, maakGebruiker(map, "damstede", `analist.${taal}`, "Ingrid Zwanenburg", "informatieanalist"));
        accounts.set(`${taal}-2`, maakGebruiker(map, "damstede", `coordinator.${taal}`, "Marit Oudewater", "coordinator"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

const woorden = {
    nl: { kenteken: "ZX-821-P", naam: "Busjes die terugkomen", waarom: "Reeks nachtelijke leveringen", titel: "Witte bus keert terug", reden: "Twee keer in één week bij een loods." },
    en: { kenteken: "ZX-822-P", naam: "Vans that return", waarom: "A series of deliveries at night", titel: "White van returns", reden: "Twice in one week near a warehouse." },
};

for (const taal of ["nl", "en"] as const) {
    test(`een wachter, zijn suggestie en wie weegt (${taal})`, { timeout: 300_000 }, async () => {
        const w = woorden[taal];
        const collega = await Klant.meldAan(server.url, accounts.get(`${taal}-2`) as Account);
        const maak = async (titel: string, meer: object = {}) =>
            (await collega.eis(201, "POST", "/v1/signalen", { titel, omschrijving: "x", bron: "meldpunt", vermeldingen: [{ soort: "voertuig", tekst: "witte bestelbus", sleutel: w.kenteken, bronBetrouwbaarheid: "B" }], ...meer })).lijf;
        const een = await maak(`Loods ${taal}`);
        const twee = await maak(`Haven ${taal}`);
        const geheim = await maak(`Embargo ${taal}`, { alleen: [] });

        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, [w.kenteken]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        try {
            await k.meldAan(accounts.get(taal) as Account);
            await k.kop(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/netwerk/wachters`);
            await k.kop(k.w("netwerk.wachters"));
            await k.bekijk("nog geen wachters");

            await k.knop("netwerk.wachter.nieuw").click();
            await k.venster.getByRole("radio", { name: k.w("netwerk.vorm.persoon-bedrijf-adres"), exact: true }).check();
            await k.venster.getByText(k.w("netwerk.wachter.casus.moet")).waitFor();
            await k.venster.getByRole("radio", { name: k.w("netwerk.vorm.voertuig-in-signalen"), exact: true }).check();
            await k.knop("netwerk.wachter.maak", k.venster).click();
            await k.venster.getByText(k.w("netwerk.wachter.fout.naam")).first().waitFor();
            await k.venster.getByRole("textbox", { name: k.w("netwerk.wachter.naam"), exact: true }).fill(w.naam);
            await k.venster.getByRole("textbox", { name: k.w("netwerk.wachter.waarom"), exact: true }).fill(w.waarom);
            await k.bekijk("een nieuwe wachter", "wachter-nieuw");
            await k.knop("netwerk.wachter.maak", k.venster).click();
            await k.kop(w.naam);
            await k.pagina.getByText(w.waarom).first().waitFor();
            await k.bekijk("een wachter met wat hij vond", "wachter");

            // it waits in the work, of the colleague too, who may also see a third signaal: that one is not in it
            await k.ga("mijnwerk");
            const wacht = k.pagina.getByRole("link", { name: w.naam, exact: true });
            await wacht.waitFor();
            assert.equal((await collega.eis(200, "GET", "/v1/mijn-werk")).lijf.suggesties.filter((one: { naam: string }) => one.naam === w.naam).length, 1);
            await k.bekijk("mijn werk met een suggestie");
            await wacht.click();
            await k.kop(w.naam);
            await k.pagina.getByRole("link", { name: een.titel, exact: true }).first().waitFor();
            const alles = await k.pagina.locator("main").innerText();
            assert.ok(alles.includes(w.waarom) && alles.includes("B6") && !alles.includes(geheim.titel), alles);
            await k.bekijk("een suggestie met haar bronnen", "wachter-suggestie");

            // into the chart, with all of it, and back
            await k.pagina.getByRole("link", { name: k.w("basis.netwerk"), exact: true }).click();
            await k.kop(k.w("nav.netwerk"));
            await k.pagina.getByRole("row").filter({ hasText: een.titel }).first().waitFor();
            assert.equal(new URL(k.pagina.url()).search, "");
            await k.pagina.goBack();
            await k.kop(w.naam);

            // a person weighs it, with a reason
            await k.knop("netwerk.weging.doe").click();
            await k.pagina.getByText(k.w("netwerk.weging.fout.besluit")).first().waitFor();
            await k.pagina.getByRole("radio", { name: k.w("netwerk.weging.signaal"), exact: true }).check();
            await k.pagina.getByRole("textbox", { name: k.w("netwerk.weging.titel"), exact: true }).fill(w.titel);
            await k.pagina.getByRole("textbox", { name: k.w("netwerk.weging.reden"), exact: true }).fill(w.reden);
            await k.bekijk("wegen met een reden");
            await k.knop("netwerk.weging.doe").click();
            await k.pagina.getByRole("heading", { name: k.w("netwerk.suggestie.staat.signaal") }).waitFor();
            await k.pagina.getByRole("link", { name: new RegExp(w.titel) }).click();
            await k.kop(w.titel);
            await k.pagina.getByText(w.kenteken).first().waitFor();

            // it waits no longer, and is off when its maker says so
            await k.ga("mijnwerk");
            await k.rust();
            assert.equal(await wacht.count(), 0);
            await k.pagina.goto(`${server.url}/netwerk/wachters`);
            await k.pagina.getByRole("link", { name: w.naam, exact: true }).click();
            await k.kop(w.naam);
            await k.knop("netwerk.wachter.zetuit").click();
            await k.pagina.getByText(k.w("netwerk.wachter.uit.uitleg")).waitFor();

            // a signaal of it is destroyed: what was found goes too
            for (const weg of [twee, geheim, een]) sql(map, "beheer", `set damwand.organisatie = '1'; set damwand.operatie = '${crypto.randomUUID()}'; set role vernietiger; select archief.wis('${weg.id}')`);
            await k.pagina.reload();
            await k.kop(w.naam);
            await k.pagina.getByText(k.w("netwerk.suggesties.geen")).waitFor();
            assert.equal(await k.pagina.getByText(k.w("netwerk.suggestie.staat.signaal")).count(), 0);
            assert.deepEqual(k.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`wachters-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}

const patroonwoorden = {
    nl: { kenteken: "ZX-831-P", naam: "Zelfde voertuig binnen een week", waarom: "Leveringen in dezelfde week", gevonden: "1 plaats gevonden" },
    en: { kenteken: "ZX-832-P", naam: "Same vehicle within a week", waarom: "Deliveries in the same week", gevonden: "Found in 1 place" },
};

for (const taal of ["nl", "en"] as const) {
    test(`een eigen patroon: samengesteld, meteen gevonden, in het netwerk getoond en bewaard (${taal})`, { timeout: 300_000 }, async () => {
        const w = patroonwoorden[taal];
        const collega = await Klant.meldAan(server.url, accounts.get(`${taal}-2`) as Account);
        const maak = async (titel: string, meer: object = {}) =>
            (await collega.eis(201, "POST", "/v1/signalen", { titel, omschrijving: "x", bron: "meldpunt", vermeldingen: [{ soort: "voertuig", tekst: "grijze bestelbus", sleutel: w.kenteken, bronBetrouwbaarheid: "B" }], ...meer })).lijf;
        const een = await maak(`Kade ${taal}`);
        const twee = await maak(`Silo ${taal}`);
        const geheim = await maak(`Verborgen ${taal}`, { alleen: [] });

        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, [w.kenteken]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        try {
            await k.meldAan(accounts.get(taal) as Account);
            await k.kop(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/netwerk/wachters`);
            await k.kop(k.w("netwerk.wachters"));
            await k.pagina.getByRole("main").getByRole("link", { name: k.w("netwerk.patroon.samenstellen") }).click();
            await k.kop(k.w("netwerk.patroon"));
            const rol = (letter: string) => k.pagina.getByRole("combobox", { name: k.w("netwerk.patroon.rol", { letter }), exact: true });
            const band = (nummer: number) => k.pagina.getByRole("group", { name: k.w("netwerk.patroon.band", { nummer }), exact: true });
            const soort = (nummer: number) => band(nummer).getByRole("combobox", { name: k.w("netwerk.patroon.soort") });
            const kort = (nummer: number) => band(nummer).getByRole("checkbox", { name: k.w("netwerk.patroon.venster") });
            const zoek = k.knop("netwerk.patroon.zoek");

            // rows of parts and ties, with keys alone: a vehicle, and two signalen that name it
            await rol("A").focus();
            await rol("A").selectOption("voertuig");
            await k.knop("netwerk.patroon.rol.erbij").focus();
            await k.pagina.keyboard.press("Enter");
            await rol("C").selectOption("signaal");
            for (const nummer of [1, 2]) {
                // between these there is one kind of tie, and it goes one way
                assert.deepEqual(await soort(nummer).locator("option").evaluateAll((alle) => alle.map((one) => (one as HTMLOptionElement).value)), ["", ">genoemd"]);
                await soort(nummer).selectOption(">genoemd");
            }
            await kort(1).focus();
            await k.pagina.keyboard.press("Space");
            await zoek.focus();
            await k.pagina.keyboard.press("Enter");
            await k.pagina.getByText(k.w("netwerk.patroon.fout.venster")).first().waitFor();
            await kort(2).check();
            await k.pagina.getByRole("textbox", { name: new RegExp(`^${k.w("netwerk.wachter.dagen")}`) }).fill("7");
            await zoek.click();
            await k.pagina.getByRole("heading", { name: w.gevonden }).waitFor();
            await k.pagina.getByText(k.w("netwerk.patroon.bronnen", { nummer: 1 })).click();
            const alles = await k.pagina.locator("main").innerText();
            assert.ok(alles.includes(een.titel) && alles.includes(twee.titel) && alles.includes("B6") && !alles.includes(geheim.titel), alles);
            await k.bekijk("een eigen patroon en waar het zit", "patroon");

            // into the chart, and back to what he was composing
            await k.pagina.getByRole("link", { name: k.w("netwerk.patroon.doek"), exact: true }).click();
            await k.kop(k.w("nav.netwerk"));
            for (const signaal of [een, twee]) await k.pagina.getByRole("row").filter({ hasText: signaal.titel }).first().waitFor();
            assert.equal(new URL(k.pagina.url()).search, "");
            await k.pagina.goBack();
            await k.kop(k.w("netwerk.patroon"));
            await k.pagina.getByRole("heading", { name: w.gevonden }).waitFor();

            // kept, with why; it watches from now on, and the page says where it is
            await k.knop("netwerk.patroon.bewaar").click();
            await k.pagina.getByText(k.w("netwerk.patroon.fout.naam")).first().waitFor();
            await k.pagina.getByRole("textbox", { name: k.w("netwerk.wachter.naam"), exact: true }).fill(w.naam);
            await k.pagina.getByRole("textbox", { name: k.w("netwerk.wachter.waarom"), exact: true }).fill(w.waarom);
            await k.knop("netwerk.patroon.bewaar").click();
            await k.kop(w.naam);
            await k.pagina.getByText(w.waarom).first().waitFor();
            await k.knop("netwerk.patroon.zoek").click();
            await k.pagina.getByRole("heading", { name: w.gevonden }).waitFor();
            await k.bekijk("een bewaard patroon");
            await k.ga("mijnwerk");
            await k.pagina.getByRole("link", { name: w.naam, exact: true }).click();
            await k.kop(w.naam);
            await k.pagina.getByRole("link", { name: twee.titel, exact: true }).first().waitFor();

            // its signalen are destroyed: it is nowhere any more
            for (const weg of [twee, geheim, een]) sql(map, "beheer", `set damwand.organisatie = '1'; set damwand.operatie = '${crypto.randomUUID()}'; set role vernietiger; select archief.wis('${weg.id}')`);
            await k.pagina.goto(`${server.url}/netwerk/wachters`);
            await k.pagina.getByRole("link", { name: w.naam, exact: true }).click();
            await k.kop(w.naam);
            await k.knop("netwerk.patroon.zoek").click();
            await k.pagina.getByText(k.w("netwerk.patroon.nergens")).waitFor();

            // with a person in it: nothing is looked for before the casus and the ground are written down
            await k.pagina.goto(`${server.url}/netwerk/patroon`);
            await k.kop(k.w("netwerk.patroon"));
            await rol("B").selectOption("persoon");
            await k.pagina.getByText(k.w("netwerk.patroon.personen")).waitFor();
            assert.equal(await zoek.count(), 0);
            await k.knop("netwerk.patroon.bewaar").click();
            await k.pagina.getByText(k.w("netwerk.wachter.fout.casus")).first().waitFor();
            await k.pagina.getByText(k.w("netwerk.wachter.fout.grond")).first().waitFor();
            await k.bekijk("een patroon over personen");
            assert.deepEqual(k.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`patroon-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}
