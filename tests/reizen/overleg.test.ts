// SPDX-License-Identifier: EUPL-1.2
// A meeting from agenda to minutes, with two people in two browsers: who leads it, and a partner for whom one of its items does not
// exist: not in his agenda, not on his screen, not on the shared screen while he is there, not in his minutes. Afterwards the
// signaal and the casus, opened the ordinary way, stand as the table decided, with who did not agree and the meeting as source.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { Locator, Page } from "playwright-core";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { tekstVanOdt } from "./steun/odt.ts";
import { Scherm } from "./steun/scherm.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";

let server: Server;
let map: string;
const accounts = new Map<string, Account>();
/** Words of the item that the partner may not know of, and of the part of the other that he may not see. */
const geheim = { nl: ["Zilverduin", "Wolfert Zuiderzee"], en: ["Goudplevier", "Agatha Bruinvis"] };

/** A municipality each: the agenda of the one fills itself from its own files only. */
const organisatie = { nl: "damstede", en: "polderveen" };

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"] as const) {
        accounts.set(`${taal}-voorzitter`, maakGebruiker(map, organisatie[taal], `voorzitter.${taal}`, `Marit Oudewater ${taal}`, "coordinator"));
        accounts.set(`${taal}-analist`, maakGebruiker(map, organisatie[taal], `analist.${taal}`, `Ingrid Zwanenburg ${taal}`, "informatieanalist"));
        accounts.set(`${taal}-partner`, maakGebruiker(map, organisatie[taal], `partner.${taal}`, `Bram Duinker ${taal}`, "partner"));
    }
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** A signaal to weigh, and a casus in its plan. */
async function maakDossiers(wie: Account, woord: string, persoon: string) {
    const klant = await Klant.meldAan(server.url, wie, -1);
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    const maak = async (titel: string) => (await klant.eis(201, "POST", "/v1/signalen", { titel, omschrijving: `Er wordt 's nachts gelost bij ${titel}.`, bron: "inwoner" })).lijf;
    const teWegen = await maak(`Garage ${woord}`);
    let signaal = await maak("Loods");
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const casus = (await klant.eis(201, "POST", "/v1/casussen", { signalen: [signaal.id], werknaam: `Loods aan de kade ${woord}`, thema: "drugs", trekker: ik })).lijf;
    await klant.eis(201, "POST", `/v1/casussen/${casus.id}/vermeldingen`, { soort: "persoon", tekst: persoon });
    const gronden = { grondslag: "Gemeentewet 172", verenigbaarheid: "Hetzelfde doel.", noodzaak: "Nodig voor het plan.", proportionaliteit: "Niet meer dan nodig." };
    await klant.eis(201, "POST", `/v1/casussen/${casus.id}/privacytoetsen`, { soort: "2a", leden: [ik], ...gronden, besluit: "akkoord" });
    return { signaal: teWegen, casus };
}

const onder = (scherm: Scherm, naam: string | RegExp, plek: Page | Locator = scherm.pagina) => plek.getByRole("button", { name: naam });
const over = (dagen: number, taal: "nl" | "en") =>
    new Date(Date.now() + dagen * 86_400_000).toLocaleDateString("en-CA", { timeZone: "Europe/Amsterdam" }).split("-").reverse().join(taal === "nl" ? "-" : "/");

for (const taal of ["nl", "en"] as const) {
    test(`een overleg van agenda tot verslag (${taal})`, { timeout: 400_000 }, async () => {
        const [woord = "", persoon = ""] = geheim[taal];
        const { signaal, casus } = await maakDossiers(accounts.get(`${taal}-voorzitter`) as Account, woord, persoon);
        const namen = { voorzitter: `Marit Oudewater ${taal}`, analist: `Ingrid Zwanenburg ${taal}`, partner: `Bram Duinker ${taal}` };
        const browser = await startBrowser(taal);
        const bewaking = new Bewaking(server.url, [woord, persoon]);
        const v = await Kantoor.open(browser, server.url, taal, bewaking);
        const p = await Kantoor.open(browser, server.url, taal, bewaking);
        let beeld: Scherm | undefined;
        try {
            await v.meldAan(accounts.get(`${taal}-voorzitter`) as Account);
            await v.kop(v.w("nav.mijnwerk"));

            // --- a series, with who belongs to it
            await v.ga("overleg");
            await v.bekijk("overleggen, nog leeg");
            await v.pagina.getByRole("link", { name: v.w("overleg.reeks.nieuw") }).click();
            await v.kop(v.w("overleg.reeks.nieuw"));
            await v.veld("overleg.naam").fill(`LIP ${taal}`);
            await v.veld("overleg.plaats").fill("Raadzaal");
            await v.bekijk("nieuwe reeks");
            await v.knop("basis.opslaan").click();
            await v.kop(`LIP ${taal}`);
            for (const [naam, organisatie] of [[namen.analist, "Veiligheid"], [namen.partner, "Omgevingsdienst"]]) {
                await v.knop("overleg.lid.nieuw").click();
                await v.keuze("overleg.lid", v.venster).selectOption({ label: naam as string });
                await v.veld("overleg.organisatie", v.venster).fill(organisatie as string);
                await v.knop("basis.opslaan", v.venster).click();
                await v.venster.waitFor({ state: "detached" });
            }
            await v.bekijk("een reeks met leden", "overleg-reeks");

            // --- the agenda
            await v.knop("overleg.plan").click();
            await v.pagina.getByRole("heading", { level: 2, name: v.w("overleg.agenda") }).waitFor();
            const adres = new URL(v.pagina.url()).pathname;
            await v.knop("overleg.vul").click();
            const punt = (naam: string | RegExp) => v.pagina.getByRole("listitem").filter({ has: v.pagina.getByRole("heading", { level: 3, name: naam }) });
            await v.rust();
            // what did not come by itself is put on it by hand
            for (const kenmerk of [signaal.kenmerk, casus.kenmerk]) {
                if ((await v.pagina.getByRole("link", { name: new RegExp(kenmerk) }).count()) > 0) continue;
                await v.knop("overleg.punt.nieuw").click();
                await v.keuze("overleg.punt.dossier", v.venster).fill(kenmerk);
                await v.pagina.getByRole("option", { name: new RegExp(kenmerk) }).click();
                await v.knop("basis.toevoegen", v.venster).click();
                await v.venster.waitFor({ state: "detached" });
                await v.pagina.getByRole("link", { name: new RegExp(kenmerk) }).waitFor();
            }
            const vanSignaal = v.pagina.getByRole("listitem").filter({ hasText: signaal.kenmerk });
            const vanCasus = v.pagina.getByRole("listitem").filter({ hasText: casus.kenmerk });
            const hernoem = async (welk: Locator, titel: string) => {
                await welk.getByRole("button", { name: new RegExp(`^${v.w("overleg.punt.wijzigen")}`) }).click();
                await v.veld("overleg.punt.titel", v.venster).fill(titel);
                await v.knop("basis.opslaan", v.venster).click();
                await v.venster.waitFor({ state: "detached" });
            };
            await hernoem(vanSignaal, `Garage ${woord}`);
            await hernoem(vanCasus, "Loods aan de kade");
            await v.knop("overleg.punt.nieuw").click();
            await v.veld("overleg.punt.titel", v.venster).fill("Rondvraag");
            await v.knop("basis.toevoegen", v.venster).click();
            await punt(/Rondvraag/).waitFor();
            // the signaal comes first, by its buttons
            for (let keer = 0; keer < 3 && !(await v.pagina.getByRole("heading", { level: 3 }).first().innerText()).includes(woord); ++keer) {
                await vanSignaal.getByRole("button", { name: new RegExp(`^${v.w("overleg.punt.omhoog")}`) }).click();
                await v.rust();
            }
            assert.match(await v.pagina.getByRole("heading", { level: 3 }).first().innerText(), new RegExp(woord));

            // --- what is on the table, and who may see which part
            await vanCasus.getByRole("button", { name: new RegExp(`^${v.w("overleg.delen")}:`) }).click();
            const delen = { kern: "In een loods wordt 's nachts gelost.", personen: `${persoon} huurt de loods.`, voorgenomen: "Samen een controle houden." };
            for (const [soort, tekst] of Object.entries(delen)) await v.veld(`overleg.deel.${soort}`, v.venster).fill(tekst);
            await v.bekijk("tekst voor deze tafel", "overleg-delen");
            await v.knop("basis.opslaan", v.venster).click();
            await v.venster.waitFor({ state: "detached" });
            await v.ziet(delen.personen);
            await vanCasus.getByRole("button", { name: new RegExp(`^${v.w("overleg.toets")}:`) }).click();
            const rij = (naam: string) => v.venster.getByRole("group", { name: naam, exact: true });
            for (const naam of [namen.partner, namen.analist]) for (const soort of ["kern", "voorgenomen"]) await rij(naam).getByRole("checkbox", { name: v.w(`overleg.deel.${soort}`) }).check();
            for (const grond of ["grondslag", "verenigbaarheid", "noodzaak", "proportionaliteit"]) await v.veld(`casus.toets.${grond}`, v.venster).fill("De taak van de deelnemer vraagt dit, en niet meer.");
            await v.venster.getByRole("radio", { name: v.w("casus.toets.besluit.akkoord"), exact: true }).check();
            await v.bekijk("toets 2A van een punt", "overleg-toets");
            await v.knop("casus.toets.doe", v.venster).click();
            await v.venster.waitFor({ state: "detached" });
            await vanCasus.getByText(v.w("overleg.toets.stand.akkoord"), { exact: true }).waitFor();
            await v.bekijk("een agenda voorbereiden", "overleg-agenda");

            const bewaar = async (wie: Kantoor, knop: string) => {
                const komt = wie.pagina.waitForEvent("download");
                await wie.knop(knop).click();
                return readFileSync(await (await komt).path());
            };
            const ics = (await bewaar(v, "overleg.uitnodiging")).toString("utf8");
            assert.match(ics, /BEGIN:VEVENT/);
            for (const niet of [woord, persoon, "Loods", casus.kenmerk]) assert.equal(ics.includes(niet), false, niet);

            // --- the partner: his agenda
            await p.meldAan(accounts.get(`${taal}-partner`) as Account);
            await p.ga("overleg");
            await p.pagina.getByRole("link", { name: new RegExp(`^LIP ${taal}`) }).first().click();
            await p.ziet(delen.kern);
            const niets = async (scherm: Scherm, ...ook: string[]) => {
                const tekst = await scherm.pagina.content();
                for (const niet of [woord, persoon, signaal.kenmerk, casus.kenmerk, ...ook]) assert.equal(tekst.includes(niet), false, `${niet} stands on the partner's screen`);
            };
            await niets(p);
            assert.deepEqual((await p.pagina.locator(".dw-punt h3").allInnerTexts()).map((een) => een.replaceAll(/\s+/g, " ")), ["Loods aan de kade", "Rondvraag"].map((titel, i) => `${p.w("overleg.punt.nummer", { nummer: i + 1 })}: ${titel}`));
            await p.bekijk("de agenda van een partner", "overleg-partner");

            // --- the meeting begins
            await v.knop("overleg.begin").click();
            await v.pagina.waitForURL(/\/live$/);
            const er = async (naam: string, stand: string) => {
                const vak = v.pagina.locator(".dw-aanwezig").first();
                if ((await vak.getAttribute("open")) === null) await vak.locator("summary").click();
                await vak.getByRole("combobox", { name: naam }).selectOption(stand);
                await v.rust();
            };
            for (const naam of Object.values(namen)) await er(naam, "aanwezig");
            await v.rust();
            await p.pagina.getByRole("link", { name: p.w("overleg.naarlive") }).click();
            await p.ziet(p.w("overleg.geenpunt"));

            const [raam] = await Promise.all([v.pagina.context().waitForEvent("page"), v.pagina.getByRole("link", { name: new RegExp(`^${v.w("overleg.beeld.open")}`) }).click()]);
            beeld = new Scherm(raam, taal, bewaking);
            await beeld.kop(v.w("overleg.beeld.geenpunt"));

            // the first item is not for the partner: a warning, no picture, no decision
            await v.toets("PageDown");
            await v.pagina.getByRole("heading", { level: 2, name: new RegExp(woord) }).waitFor();
            await v.pagina.getByRole("alert").filter({ hasText: namen.partner }).waitFor();
            await beeld.kop(v.w("overleg.beeld.zonder"));
            await v.veld("overleg.veld.besluittekst").fill("Wij wegen dit signaal.");
            await v.keuze("overleg.besluit.soort").selectOption("anders");
            await v.knop("overleg.besluit.vastleggen").click();
            await v.ziet(v.w("fout.privacytoets-2a-ontbreekt"));
            await v.bekijk("een punt dat niet voor iedereen is", "overleg-waarschuwing");
            await p.ziet(p.w("overleg.geenpunt"));
            await niets(p);
            await niets(beeld);

            // he leaves the room; the table weighs, and somebody does not agree
            await er(namen.partner, "vertrokken");
            await v.pagina.getByRole("alert").filter({ hasText: namen.partner }).waitFor({ state: "detached" });
            await v.knop("overleg.weging").click();
            const profiel = await v.profiel(1);
            for (const vraag of profiel.vragen.filter((one: { soort: string }) => one.soort !== "tekst"))
                await v.pagina.getByRole("group", { name: taal === "nl" ? vraag.naamNl : vraag.naamEn }).getByRole("radio").first().check();
            await v.pagina.getByRole("group", { name: v.w("signaal.weging.uitkomst") }).getByRole("radio", { name: v.naam(profiel.uitkomsten, "ja"), exact: true }).check();
            await v.veld("signaal.weging.motivering").fill("De bevindingen van de wijkagent wijzen erop.");
            const wegers = v.pagina.locator(".dw-weegsamen");
            await wegers.getByRole("combobox", { name: namen.voorzitter }).selectOption("eens");
            await wegers.getByRole("combobox", { name: namen.analist }).selectOption("oneens");
            await wegers.getByRole("textbox", { name: new RegExp(namen.analist) }).fill("Eén bron is te weinig.");
            await v.bekijk("samen wegen", "overleg-wegen");
            await wegers.getByRole("button", { name: v.w("signaal.weging.vastleggen", { stap: 1 }), exact: true }).click();
            await v.gemeld("overleg.weging.vastgelegd", { stap: "1" });

            // --- he is back for the next: everybody writes in it
            await er(namen.partner, "aanwezig");
            await v.rust();
            await v.toets("Escape");
            await v.pagina.getByRole("heading", { level: 1 }).click();
            await v.toets("PageDown");
            await v.pagina.getByRole("heading", { level: 2, name: "Loods aan de kade" }).waitFor();
            await p.pagina.getByRole("heading", { level: 2, name: "Loods aan de kade" }).waitFor();
            await beeld.kop("Loods aan de kade");
            await beeld.ziet(delen.kern);
            await niets(beeld);
            await niets(p);
            const bij = (wie: Kantoor) => wie.veld("overleg.veld.aantekening");
            await bij(v).fill("De sleutel ligt bij de beheerder.");
            await p.pagina.waitForFunction(() => Array.from(document.querySelectorAll("textarea")).some((een) => een.value.includes("sleutel")));
            await bij(p).press("Control+End");
            await bij(p).pressSequentially("\nDe vergunning is verlopen.");
            await v.pagina.waitForFunction(() => Array.from(document.querySelectorAll("textarea")).some((een) => een.value.includes("sleutel") && een.value.includes("vergunning")));

            // without a network the words stay, and go when it is back
            await p.pagina.context().setOffline(true);
            await bij(p).press("Control+End");
            await bij(p).pressSequentially("\nOp donderdag is er markt.");
            await p.pagina.locator(".dw-verbinding--weg").waitFor();
            await v.zietNiet("Op donderdag is er markt.");
            await p.pagina.context().setOffline(false);
            await v.pagina.waitForFunction(() => Array.from(document.querySelectorAll("textarea")).some((een) => een.value.includes("markt")));

            await v.toets("Escape");
            await v.pagina.getByRole("heading", { level: 1 }).click();
            await v.toets("b");
            await v.pagina.keyboard.type("Wij houden samen een controle.");
            await beeld.ziet("Wij houden samen een controle.");
            await v.keuze("overleg.besluit.soort").selectOption("plan_vaststellen");
            await v.pagina.locator(".dw-live__rechts").getByRole("combobox", { name: namen.partner }).selectOption("eens");
            await v.bekijk("een besluit in het overleg", "overleg-live");
            await beeld.bekijk("presentatiebeeld", "overleg-beeld");
            await v.knop("overleg.besluit.vastleggen").click();
            await v.gemeld("overleg.besluit.vastgelegd");
            await v.pagina.getByRole("heading", { level: 1 }).click();
            await v.toets("a");
            await v.pagina.keyboard.type("Controle plannen");
            await v.keuze("overleg.actie.wie").selectOption({ label: namen.partner });
            await v.veld("overleg.actie.wanneer").fill(over(7, taal));
            await v.toets("Control+Enter");
            await v.gemeld("overleg.actie.vastgelegd");
            await p.ziet("Controle plannen");
            await p.bekijk("het overleg van een partner", "overleg-partner-live");
            await v.pagina.getByRole("heading", { level: 1 }).click();
            await v.toets(".");
            await beeld.pagina.locator(".dw-beeld--zwart").waitFor();
            await beeld.pagina.getByText(delen.kern).waitFor({ state: "detached" });

            // --- closing, and everybody's own minutes
            await onder(v, v.w("overleg.sluiten")).click();
            await v.venster.getByText("Rondvraag").waitFor();
            await v.bekijk("een overleg sluiten");
            await v.knop("overleg.sluiten.doe", v.venster).click();
            await v.pagina.waitForURL((url) => url.pathname === adres);
            const verslag = tekstVanOdt(await bewaar(v, "overleg.verslag.odt"));
            for (const wel of [woord, persoon, "Wij houden samen een controle.", "Controle plannen", "Eén bron is te weinig.", "De vergunning is verlopen."]) assert.ok(verslag.includes(wel), `${wel} is missing in the chair's minutes`);
            await v.bekijk("na het overleg", "overleg-na");
            await p.pagina.goto(new URL(adres, server.url).href);
            const zijne = tekstVanOdt(await bewaar(p, "overleg.verslag.odt"));
            for (const wel of [delen.kern, "Wij houden samen een controle.", "Controle plannen"]) assert.ok(zijne.includes(wel), `${wel} is missing in the partner's minutes`);
            for (const niet of [woord, persoon, "Eén bron is te weinig."]) assert.equal(zijne.includes(niet), false, `${niet} stands in the partner's minutes`);
            await niets(p);

            // --- the ordinary way
            await v.pagina.goto(`${server.url}/signalen/${signaal.id}`);
            await v.ziet("De bevindingen van de wijkagent wijzen erop.");
            await v.ziet("Eén bron is te weinig.");
            await v.ziet(`LIP ${taal}`);
            await v.pagina.goto(`${server.url}/casussen/${casus.id}/tijdlijn`);
            await v.ziet("Wij houden samen een controle.");
            await v.ziet(`LIP ${taal}`);
            assert.deepEqual([...v.gebreken, ...p.gebreken, ...beeld.gebreken], []);
            bewaking.stil();
        } catch (fout) {
            await v.noodbeeld(`overleg-voorzitter-${taal}`);
            await p.noodbeeld(`overleg-partner-${taal}`);
            await beeld?.noodbeeld(`overleg-beeld-${taal}`);
            throw fout;
        } finally {
            await browser.close();
        }
    });
}
