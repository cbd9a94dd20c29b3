// SPDX-License-Identifier: EUPL-1.2
// Whoever leads a casus tells the people in it, gives an extract to a partner, and tells the partner when a fact turns out to
// be otherwise. In Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { tekstVanOdt } from "./steun/odt.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();
const naam = { nl: "Zeger Wulpenhorst", en: "Alma Tureluur" };

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"]) accounts.set(taal, maakGebruiker(map, "damstede", `coordinator.${taal}`, "Hanna Rietveld", "coordinator"));
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** A casus that names a person, and a fact that may not be passed on. */
async function maakCasus(wie: Account, persoon: string) {
    const klant = await Klant.meldAan(server.url, wie, -1);
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: "Loods", omschrijving: "Er wordt 's nachts gelost.", bron: "inwoner", vermeldingen: [{ soort: "persoon", tekst: persoon, rol: "huurder" }] })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const casus = (await klant.eis(201, "POST", "/v1/casussen", { signalen: [signaal.id], werknaam: "Loods aan de kade", thema: "drugs", trekker: ik })).lijf;
    const vermeldingen = `/v1/casussen/${casus.id}/vermeldingen`;
    await klant.eis(201, "POST", vermeldingen, { soort: "bedrijf", tekst: "Kade bv", doorgifte: "niet" });
    const zwager = (await klant.eis(201, "POST", vermeldingen, { soort: "persoon", tekst: "De zwager", minderjarig: true })).lijf;
    // the RIEC may have it: check 2B, decided
    const riecMag = () => klant.eis(201, "POST", `/v1/casussen/${casus.id}/privacytoetsen`, { soort: "2b", riec: true, grondslag: "WGS", verenigbaarheid: "Zelfde doel.", noodzaak: "Alleen samen.", proportionaliteit: "Zo weinig als kan.", besluit: "akkoord", reden: "Zo." });
    return { casus: casus.id as string, riecMag, verander: () => klant.eis(200, "PATCH", `${vermeldingen}/${zwager.id}`, { tekst: "De neef" }, gezien(zwager.versie)) };
}

for (const taal of ["nl", "en"] as const) {
    test(`informeren, een afschrift en een bericht (${taal})`, { timeout: 300_000 }, async () => {
        const account = accounts.get(taal) as Account;
        const persoon = naam[taal];
        const { casus, verander, riecMag } = await maakCasus(account, persoon);
        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, [persoon]);
        const k = await Kantoor.open(browser, server.url, taal, bewaking);
        const vak = (id: string) => k.pagina.getByRole("region", { name: k.w(id), exact: true });
        const bewaard = async (knop: () => Promise<void>) => {
            const komt = k.pagina.waitForEvent("download");
            await knop();
            return tekstVanOdt(readFileSync(await (await komt).path()));
        };
        try {
            await k.meldAan(account);
            await k.kop(k.w("nav.mijnwerk"));
            // two people wait, and the list names neither
            await k.pagina.locator(".dw-werkregel").filter({ hasText: "Loods aan de kade" }).first().waitFor();
            await k.zietNiet(persoon);
            // in the casus the mark stands beside who is a minor; a note says where it comes from, and who may have it
            await k.pagina.goto(`${server.url}/casussen/${casus}/overzicht`);
            await k.pagina.locator(".dw-vermelding").filter({ hasText: "De zwager" }).getByText(k.w("entiteit.minderjarig"), { exact: true }).waitFor();
            await k.deel("tijdlijn");
            await k.veld("dossier.notitie").fill("De wijkagent vertelde dat er 's nachts wordt gelost.");
            await k.pagina.getByText(k.w("label.vak"), { exact: true }).click();
            await k.veld("label.bron").fill("Gesprek met de wijkagent");
            await k.keuze("label.doorgifte").selectOption("na_overleg");
            await k.veld("label.doorgifteReden").fill("Hij wil eerst weten aan wie.");
            await k.bekijk("notitie met label", "notitie-label");
            await k.knop("dossier.notitie.doe").click();
            await k.gemeld("dossier.notitie.opgeslagen");
            await k.pagina.goto(`${server.url}/casussen/${casus}/betrokkenen`);

            const kaart = (wie: string) => vak("informeren.kop").getByRole("listitem").filter({ hasText: wie }).first();
            const brief = await bewaard(() => kaart(persoon).getByRole("button", { name: new RegExp(`^${k.w("informeren.brief").replace(/[()]/g, ".")}`) }).click());
            assert.ok(brief.includes(persoon) && brief.includes("AVG art. 14"));
            for (const niet of ["Loods", "De zwager", "huurder"]) assert.equal(brief.includes(niet), false, niet);
            await kaart(persoon).getByRole("button", { name: new RegExp(`^${k.w("informeren.begin")}`) }).click();
            await kaart(persoon).getByLabel(k.w("informeren.besluit.uitgesteld"), { exact: true }).check();
            await k.keuze("informeren.grond", kaart(persoon)).selectOption("uavg-41-d");
            await k.veld("informeren.motivering", kaart(persoon)).fill("Een brief nu zou het onderzoek schaden.");
            await k.veld("informeren.tot", kaart(persoon)).fill(taal === "nl" ? "01-02-2099" : "01/02/2099");
            await k.knop("informeren.opslaan", kaart(persoon)).click();
            await k.ziet(k.w("informeren.weging.fout"));
            for (const factor of ["doeleinden", "categorieen", "reikwijdte", "waarborgen", "verantwoordelijke", "opslagperiode", "risicos", "kennisgeving"])
                await k.veld(`informeren.weging.${factor}`, kaart(persoon)).fill("Gewogen, en niet ruimer dan nodig.");
            await k.bekijk("informeren, uitstellen");
            await k.knop("informeren.opslaan", kaart(persoon)).click();
            await kaart(persoon).getByText(k.w("informeren.besluit.uitgesteld"), { exact: true }).waitFor();

            await k.knop("verstrekking.nieuw").click();
            await k.keuze("verstrekking.ontvanger", k.venster).selectOption("omgevingsdienst");
            await k.knop("verstrekking.geef", k.venster).click();
            await k.venster.getByText(k.w("verstrekking.feiten.fout")).first().waitFor();
            await k.veld("verstrekking.tav", k.venster).fill("Team Handhaving");
            await k.veld("verstrekking.doel", k.venster).fill("Het toezicht op de loods voorbereiden.");
            await k.keuze("verstrekking.grondslag", k.venster).selectOption("awb-toezicht");
            await k.venster.getByText(k.w("verstrekking.niet.doorgifte")).first().waitFor();
            assert.equal(await k.venster.getByText(/minderjarige|minor/i).count(), 0);
            await k.venster.getByLabel(new RegExp("De zwager")).check();
            await k.venster.locator(".dw-hint").filter({ hasText: /1 minderjarige|1 minor/ }).waitFor();
            await k.bekijk("afschrift geven", "afschrift-geven");
            await k.knop("verstrekking.geef", k.venster).click();
            await k.venster.waitFor({ state: "detached" });
            const verstrekkingen = vak("verstrekking.kop");
            await verstrekkingen.getByText("Team Handhaving").first().waitFor();
            const afschrift = await bewaard(() => verstrekkingen.getByRole("button", { name: new RegExp(`^${k.w("verstrekking.opslaan").replace(/[()]/g, ".")}`) }).click());
            for (const wel of ["De zwager", "Team Handhaving", "Awb"]) assert.ok(afschrift.includes(wel), wel);
            for (const niet of [persoon, "Kade bv"]) assert.equal(afschrift.includes(niet), false, niet);

            await verander();
            await k.volg(k.w("nav.mijnwerk"));
            await k.pagina.goto(`${server.url}/casussen/${casus}/betrokkenen`);
            await verstrekkingen.getByText(k.w("verstrekking.bericht"), { exact: true }).waitFor();
            await k.bekijk("betrokkenen van een casus", "betrokkenen");
            const bericht = await bewaard(() => verstrekkingen.getByRole("button", { name: new RegExp(`^${k.w("verstrekking.bericht.brief").replace(/[()]/g, ".")}`) }).click());
            assert.ok(bericht.includes("De neef") && bericht.includes("AVG art. 19"));
            await verstrekkingen.getByRole("button", { name: new RegExp(`^${k.w("verstrekking.bericht.doe")}`) }).click();
            await verstrekkingen.getByLabel(k.w("verstrekking.bericht.verstuurd"), { exact: true }).check();
            await k.knop("verstrekking.bericht.opslaan", verstrekkingen).click();
            await k.gemeld("verstrekking.bericht.gedaan");

            // to the RIEC: not without saying why and for whom, nor without the check; what it says comes back here
            await k.knop("verstrekking.nieuw").click();
            await k.keuze("verstrekking.ontvanger", k.venster).selectOption("riec");
            await k.veld("verstrekking.tav", k.venster).fill("Accountmanager");
            await k.veld("verstrekking.doel", k.venster).fill("Samen bekijken wie erachter zit.");
            await k.keuze("verstrekking.grondslag", k.venster).selectOption("awb-toezicht");
            await k.venster.getByLabel(new RegExp("De neef")).check();
            await k.knop("verstrekking.geef", k.venster).click();
            await k.venster.getByText(k.w("verstrekking.riec.deelnemers.fout")).first().waitFor();
            for (const waarom of ["vermoeden", "samenwerking", "noodzaak"]) await k.veld(`verstrekking.riec.${waarom}`, k.venster).fill("Dezelfde mensen achter vier loodsen.");
            await k.venster.getByRole("group", { name: k.w("verstrekking.riec.deelnemers") }).getByRole("checkbox").first().check();
            await k.bekijk("overdracht aan het riec", "riec-overdracht");
            await k.knop("verstrekking.geef", k.venster).click();
            await k.venster.getByText(k.w("fout.privacytoets-riec-ontbreekt")).first().waitFor();
            await riecMag();
            await k.knop("verstrekking.geef", k.venster).click();
            await k.venster.waitFor({ state: "detached" });
            await verstrekkingen.getByText(k.w("verstrekking.riec.nietbevestigd")).waitFor();
            const meld = async (soort: "ontvangst" | "terugkoppeling", vul: () => Promise<void>) => {
                await verstrekkingen.getByRole("button", { name: new RegExp(`^${k.w("verstrekking.riec.doe")}`) }).click();
                if (soort === "ontvangst") await verstrekkingen.getByLabel(k.w("verstrekking.riec.ontvangst"), { exact: true }).check();
                await vul();
                await k.knop("verstrekking.riec.opslaan", verstrekkingen).click();
                await k.gemeld("verstrekking.riec.gedaan");
            };
            await meld("ontvangst", () => k.veld("verstrekking.riec.tekst", verstrekkingen).fill("R-2026-12"));
            await verstrekkingen.getByText(k.w("verstrekking.riec.nietbevestigd")).waitFor({ state: "detached" });
            await meld("terugkoppeling", async () => {
                await k.veld("verstrekking.riec.gebruik", verstrekkingen).fill("Gebruikt voor een analyse.");
                await k.veld("verstrekking.riec.correctie", verstrekkingen).fill("Hij woont er niet meer.");
            });
            await verstrekkingen.getByText("Hij woont er niet meer.").waitFor();
            await k.bekijk("wat het riec liet weten", "riec-terug");
            assert.deepEqual(k.gebreken, []);
            bewaking.stil();
        } catch (fout) {
            await k.noodbeeld(`verstrekken-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}
