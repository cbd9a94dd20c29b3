// SPDX-License-Identifier: EUPL-1.2
// A colleague of another organisation in one casus: invited with a code, let in after check 2A, there through his own sign-in, and
// out the moment he is withdrawn. In Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { maakCasus } from "./steun/casus.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();
const gast = "Jelle de Wit";

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        accounts.set(`trekker-${taal}`, maakGebruiker(map, "damstede", `coordinator.${taal}`, "Marit Oudewater", "coordinator"));
        accounts.set(`gast-${taal}`, maakGebruiker(map, "polderveen", `jurist.${taal}`, gast, "jurist"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

for (const taal of ["nl", "en"] as const) {
    test(`iemand van een andere organisatie kijkt mee in één casus (${taal})`, { timeout: 300_000 }, async () => {
        const wie = accounts.get(`trekker-${taal}`) as Account;
        const klant = await Klant.meldAan(server.url, wie, -1);
        const casus = await maakCasus(klant, `Loods aan de dijk ${taal}`);
        await maakCasus(klant, `Een andere casus ${taal}`);
        const [browser, elders] = [await startBrowser(taal), await startBrowser(taal)];
        const bewaking = new Bewaking(server.url, [gast]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const g = await Kantoor.open(elders, server.url, taal, bewaking);
        try {
            // who leads the casus invites, and gets the code once
            await k.meldAan(wie);
            await k.kop(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/casussen/${casus}/overzicht`);
            const vak = k.pagina.getByRole("region", { name: k.w("gast.casus") });
            await k.knop("gast.casus.uitnodigen", vak).click();
            await k.knop("gast.casus.uitnodigen", vak).click();
            await vak.getByText(k.w("gast.casus.naam.fout")).first().waitFor();
            await k.veld("gast.casus.naam", vak).fill(gast);
            await k.keuze("gast.casus.organisatie", vak).selectOption({ label: "Gemeente Polderveen" });
            await k.veld("gast.casus.tot", vak).fill(taal === "nl" ? "01-03-2027" : "01/03/2027");
            await k.bekijk("een gast uitnodigen");
            await k.knop("gast.casus.uitnodigen", vak).click();
            const code = await vak.getByRole("status").locator("code").innerText();
            assert.match(code, /^([0-9a-f]{4}-){7}[0-9a-f]{4}$/);
            await k.bekijk("een gast met zijn code");

            // the guest brings it to his own organisation
            await g.meldAan(accounts.get(`gast-${taal}`) as Account);
            await g.kop(g.w("nav.mijnwerk"));
            await g.pagina.getByRole("link", { name: g.w("basis.tegast") }).click();
            await g.kop(g.w("gast.plekken"));
            await g.ziet(g.w("gast.plek.geen"));
            await g.bekijk("nergens te gast");
            await g.veld("gast.plek.code").fill("geen code");
            await g.knop("gast.plek.opnemen").click();
            await g.pagina.getByText(g.w("gast.plek.code.fout")).first().waitFor();
            await g.veld("gast.plek.code").fill(code);
            await g.knop("gast.plek.opnemen").click();
            await g.gemeld("gast.plek.opgenomen");
            await g.bekijk("te gast", "gast-plek");

            // nothing to see before check 2A names him and a member lets him in
            await k.pagina.reload();
            const staat = (welke: string) => vak.getByRole("listitem").filter({ hasText: k.w(`gast.casus.staat.${welke}`) });
            await staat("opgenomen").waitFor();
            await k.knop("gast.casus.toelaten", vak).click();
            await vak.getByRole("alert").waitFor();
            await vak.getByRole("link", { name: k.w("casus.toets.naam.2a") }).click();
            await k.privacytoets("2a", [`${gast} (Gemeente Polderveen)`]);
            await k.deel("overzicht");
            await k.knop("gast.casus.toelaten", vak).click();
            await staat("lid").waitFor();

            // there, by his own sign-in: that one casus, and the bar that says where he is
            await g.pagina.getByRole("button", { name: g.w("gast.plek.open", { gastheer: "Gemeente Damstede" }) }).click();
            await g.kop(g.w("nav.casussen"));
            const balk = g.pagina.getByRole("complementary", { name: g.w("gast.plekken") });
            await balk.waitFor();
            await g.ziet(`Loods aan de dijk ${taal}`);
            await g.zietNiet(`Een andere casus ${taal}`);
            await g.bekijk("te gast bij een ander", "gast-casussen");
            await g.pagina.getByRole("link", { name: `Loods aan de dijk ${taal}` }).click();
            await g.kop(`Loods aan de dijk ${taal}`);
            assert.equal(await g.knop("gast.casus.uitnodigen").count(), 0);
            await g.bekijk("een casus als gast");
            await g.knop("gast.plek.terug", balk).click();
            await g.kop(g.w("nav.mijnwerk"));
            assert.equal(await balk.count(), 0);

            // withdrawn: his place is gone
            await vak.getByRole("button", { name: `${k.w("gast.casus.weg")}: ${gast} (Gemeente Polderveen)` }).click();
            await k.venster.getByRole("button", { name: k.w("gast.casus.weg") }).click();
            await staat("ingetrokken").waitFor();
            await g.pagina.getByRole("link", { name: g.w("basis.tegast") }).click();
            await g.ziet(g.w("gast.plek.geen"));
            assert.deepEqual([...k.gebreken, ...g.gebreken], []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`gast-${taal}-trekker`);
            await g.noodbeeld(`gast-${taal}`);
            throw fout;
        } finally {
            await browser.close();
            await elders.close();
        }
    });
}
