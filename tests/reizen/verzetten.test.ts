// SPDX-License-Identifier: EUPL-1.2
// A planned meeting gets another day and place, and is then called off: who was asked sees it at once, and what was ready for him to read
// is gone. In Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { dag, getypt } from "./steun/dagen.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) {
        accounts.set(`voorzitter-${taal}`, maakGebruiker(map, "damstede", `voorzitter.${taal}`, `Marit Oudewater ${taal}`, "coordinator"));
        accounts.set(`lid-${taal}`, maakGebruiker(map, "damstede", `lid.${taal}`, `Douwe Zandstra ${taal}`, "toezichthouder"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** "Kernteam nl · do 26 nov 2026" */
const kop = (iso: string, taal: "nl" | "en") => new RegExp(`^Kernteam ${taal} · \\S+ ${Number(iso.slice(8))} \\S+ ${iso.slice(0, 4)}$`);

for (const taal of ["nl", "en"] as const) {
    test(`een overleg verzet en afgelast (${taal})`, { timeout: 200_000 }, async () => {
        const wie = accounts.get(`voorzitter-${taal}`) as Account;
        const klant = await Klant.meldAan(server.url, wie, -1);
        const lid = (await klant.eis(200, "GET", "/v1/collegas")).lijf.resultaten.find((een: { naam: string }) => een.naam === `Douwe Zandstra ${taal}`).id;
        const reeks = (await klant.eis(201, "POST", "/v1/overlegreeksen", { naam: `Kernteam ${taal}`, soort: "kernteam", ritmeWeken: 3, weekdag: 2, begin: "09:30", duurMinuten: 90, plaats: "Kamer 2.12", vanaf: dag(1) })).lijf.id;
        await klant.eis(200, "PUT", `/v1/overlegreeksen/${reeks}/leden/${lid}`, { geheimhouding: "ambtseed", vast: true });
        const overleg = (await klant.eis(201, "POST", "/v1/overleggen", { reeks, datum: dag(3) })).lijf.id;
        await klant.eis(201, "POST", `/v1/overleggen/${overleg}/punten`, { titel: "Nieuwe werkwijze", voorbereiding: "Lees het voorstel van het vorige kwartaal." });
        const browser = await startBrowser(taal);
        const ander = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, []);
        const v = await Kantoor.open(browser, server.url, taal, bewaking);
        const l = await Kantoor.open(ander, server.url, taal, bewaking);
        try {
            await v.meldAan(wie);
            await v.kop(v.w("nav.mijnwerk"));
            await v.pagina.goto(`${server.url}/overleg/${overleg}`);
            await v.kop(kop(dag(3), taal));
            await l.meldAan(accounts.get(`lid-${taal}`) as Account);
            await l.kop(l.w("nav.mijnwerk"));
            await l.pagina.goto(`${server.url}/overleg/${overleg}`);
            await l.kop(kop(dag(3), taal));
            assert.equal(await l.knop("overleg.afgelasten").count(), 0, "only who leads");
            assert.equal(await l.knop("overleg.verzetten").count(), 0, "only who leads");

            // another day and place; what is wrong is said where it is wrong
            await v.knop("overleg.verzetten").click();
            const datum = v.veld("overleg.dag", v.venster);
            await v.veld("overleg.begintijd", v.venster).fill("9 uur");
            await v.knop("basis.opslaan", v.venster).click();
            await v.venster.getByText(v.w("overleg.fout.tijd")).first().waitFor();
            await v.bekijk("een overleg verzetten", "overleg-verzetten");
            await v.veld("overleg.begintijd", v.venster).fill("13:15");
            await datum.fill(getypt(dag(5), taal));
            await v.veld("overleg.plaats", v.venster).fill("Raadzaal");
            await v.knop("basis.opslaan", v.venster).click();
            await v.gemeld("overleg.verzet");
            await v.kop(kop(dag(5), taal));
            await v.ziet("Raadzaal");
            await l.kop(kop(dag(5), taal));
            await l.ziet("13:15–14:45");

            // and off it is, after a question
            await v.knop("overleg.afgelasten").click();
            await v.bekijk("een overleg afgelasten");
            await v.knop("overleg.afgelasten", v.venster).click();
            await v.gemeld("overleg.afgelast");
            await v.ziet(v.w("overleg.isafgelast"));
            assert.equal(await v.knop("overleg.begin").count(), 0);
            assert.equal(await v.knop("overleg.afgelasten").count(), 0);
            await v.bekijk("een afgelast overleg");
            await l.ziet(l.w("overleg.isafgelast"));
            await l.ga("overleg");
            await l.ziet(l.w("overleg.staat.afgelast"));
            // the same day can be planned again
            const weer = (await klant.eis(201, "POST", "/v1/overleggen", { reeks, datum: dag(5) })).lijf;
            assert.equal(weer.staat, "gepland");
            assert.deepEqual([...v.gebreken, ...l.gebreken], []);
            bewaking.stil();
        } catch (fout) {
            await v.noodbeeld(`verzetten-${taal}`);
            throw fout;
        } finally {
            await browser.close();
            await ander.close();
        }
    });
}
