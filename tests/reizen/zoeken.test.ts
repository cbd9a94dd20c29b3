// SPDX-License-Identifier: EUPL-1.2
// Somebody finds a casus, an address and a person from the box in the bar, with a typing error and with keys only; for people he
// says first what for. What he typed stands in no address and in no title.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server, tijdelijkeMap } from "./steun/server.ts";
import type { Taal } from "./steun/woorden.ts";

let server: Server;
let map: string;
const accounts = new Map<Taal, Account>();

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"] as const) accounts.set(taal, maakGebruiker(map, "damstede", `zoeker.${taal}`, "Marit Veenstra", "coordinator"));
    const collega = maakGebruiker(map, "damstede", "collega", "Joris Winkelaar", "informatieanalist");
    const levering = tijdelijkeMap();
    const zip = opdracht("bag", "maak", "--adressen", "300", "--zaad", "1", "--uit", levering).split("\n")[0] ?? "";
    server = await Server.start(map, ["serve"], ["--bag", zip]);
    ruimOp(levering);
    const klant = await Klant.meldAan(server.url, collega);
    const maak = async (titel: string, vermeldingen: object[], alleen?: string[]) =>
        (await klant.eis(201, "POST", "/v1/signalen", { titel, omschrijving: "Verzonnen.", bron: "toezicht", vermeldingen, ...(alleen ? { alleen } : {}) })).lijf;
    let signaal = await maak("Nachtelijk laden", [{ soort: "persoon", tekst: "Wolfert van den IJsselmuiden" }, { soort: "voertuig", tekst: "witte bus", sleutel: "ZX-811-P" }]);
    await maak("Onder embargo: IJsselmuiden", [{ soort: "persoon", tekst: "Wolfert van den IJsselmuiden" }], []);
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

for (const taal of ["nl", "en"] as const) {
    test(`zoeken in alles, met een typefout en alleen toetsen (${taal})`, { timeout: 180_000 }, async () => {
        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, ["Wolfert van den IJsselmuiden", "ysselmudien"]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const vak = () => k.keuze("zoek.vak").first();
        try {
            await k.meldAan(accounts.get(taal)!);
            await k.kop(k.w("nav.mijnwerk"));
            await vak().waitFor();

            // a title, half and with an error, straight to the signaal
            await k.toets("Control+k");
            await k.pagina.keyboard.type("nachtelyk laaden", { delay: 15 });
            await k.pagina.getByRole("option", { name: "Nachtelijk laden" }).waitFor();
            await k.toets("ArrowDown");
            await k.toets("Enter");
            await k.kop("Nachtelijk laden");

            // an address: the whole list, with what the BAG says of it
            await k.toets("Control+k");
            await k.pagina.keyboard.type("hoogstraat 3", { delay: 15 });
            await k.toets("Enter");
            await k.kop(k.w("zoek.kop"));
            await k.pagina.getByText(/^Hoogstraat 3/).first().click();
            await k.ziet(k.w("register.gebruik"));

            // a person: not before it is said what for
            const veld = k.pagina.getByRole("searchbox", { name: k.w("zoek.vak") });
            await veld.fill("v.d. Ysselmudien");
            await veld.press("Enter");
            await k.ziet(k.w("zoek.niets"));
            await k.bekijk("zoeken zonder doel");
            await k.knop("zoek.alles.doe").focus();
            await k.toets("Enter");
            await k.knop("zoek.alles.doe", k.venster).click();
            await k.ziet(k.w("zoek.alles.kieseen"));
            await k.bekijk("waarvoor u zoekt", "zoeken-waarvoor");
            await k.venster.getByRole("radio").first().check();
            await k.knop("zoek.alles.doe", k.venster).click();
            const gevonden = k.pagina.getByRole("main").getByRole("link", { name: "Wolfert van den IJsselmuiden" });
            await gevonden.waitFor();
            assert.equal(await gevonden.count(), 1, "what is under embargo is not found, and not counted");
            assert.equal(await k.pagina.getByText("embargo").count(), 0);
            await k.bekijk("gevonden", "zoeken");

            // the purpose holds in the box too, until he stops
            await k.toets("Control+k");
            await k.pagina.keyboard.type("zx811p", { delay: 15 });
            await k.pagina.getByRole("option", { name: "witte bus" }).waitFor();
            await k.toets("Escape");
            await k.knop("zoek.alles.stop").click();
            await k.zietNiet(k.w("zoek.alles.stop"));
            await veld.fill("ysselmuiden");
            await veld.press("Enter");
            await k.rust();
            await k.ziet(k.w("zoek.niets"));

            // back: what was searched is in the history of this tab, not in the address
            await k.pagina.goBack();
            assert.equal(await veld.inputValue(), "v.d. Ysselmudien");
            assert.equal(new URL(k.pagina.url()).search, "");
            assert.deepEqual(k.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`zoeken-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}
