// SPDX-License-Identifier: EUPL-1.2
// Somebody opens a file in an emergency with keys only, the leader of the casus sees who looked, and the privacy officer
// judges. In a real browser, in Dutch and in English, wide and narrow.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Bewaking, startBrowser } from "./steun/browser.ts";
import { Kantoor } from "./steun/kantoor.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server } from "./steun/server.ts";
import { Toetsenbord } from "./steun/toetsenbord.ts";
import type { Taal } from "./steun/woorden.ts";

let server: Server;
let map: string;
type Rol = "coordinator" | "informatieanalist" | "privacy";
const accounts = new Map<string, Account>();
const account = (rol: Rol, taal: Taal) => accounts.get(`${rol}.${taal}`) as Account;
const namen: Record<Rol, string> = { coordinator: "Hanna Rietveld", informatieanalist: "Joris Waterman", privacy: "Noor Dijkgraaf" };
const reden = "De politie staat nu voor de deur en de trekker is niet te bereiken.";

/** A casus of this account, by way of the API. */
async function nieuweCasus(wie: Account): Promise<{ id: string; kenmerk: string; signaal: string; klant: Klant }> {
    const klant = await Klant.meldAan(server.url, wie, -1);
    const ik = (await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    let signaal = (await klant.eis(201, "POST", "/v1/signalen", { titel: "Loods", omschrijving: "Verzonnen.", bron: "toezicht", vermeldingen: [] })).lijf;
    const pad = `/v1/signalen/${signaal.id}`;
    signaal = (await klant.eis(200, "POST", `${pad}/overgangen`, { naar: "in_weging" }, gezien(signaal.versie))).lijf;
    for (const [nummer, uitkomst] of ["ja", "ja", "gecompliceerd"].entries())
        signaal = (await klant.eis(201, "POST", `${pad}/wegingen`, { stap: nummer + 1, antwoorden: [], uitkomst, motivering: "Zo." }, gezien(signaal.versie))).lijf;
    const casus = { signalen: [signaal.id], werknaam: "Loods aan de kade", thema: "drugs", trekker: ik };
    const { id, kenmerk } = (await klant.eis(201, "POST", "/v1/casussen", casus)).lijf;
    return { id, kenmerk, signaal: signaal.id, klant };
}

before(async () => {
    map = nieuweGegevens();
    for (const taal of ["nl", "en"] as const)
        for (const rol of Object.keys(namen) as Rol[]) accounts.set(`${rol}.${taal}`, maakGebruiker(map, "damstede", `${rol}.${taal}`, namen[rol], rol));
    server = await Server.start(map);
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** As superuser, for what no screen can make. */
function plant(sql: string): void {
    execFileSync("psql", ["-h", join(map, "database/sok"), "-U", "beheer", "-d", "damwand", "-Xq", "-v", "ON_ERROR_STOP=1", "-c", sql]);
}

async function inEenBrowser<K extends Kantoor>(taal: Taal, soort: new (...delen: ConstructorParameters<typeof Kantoor>) => K, wie: Account, naam: string, doe: (kantoor: K) => Promise<void>): Promise<void> {
    const browser = await startBrowser(taal);
    const bewaking = new Bewaking(server.url, ["Loods aan de kade"]);
    const kantoor = await (Kantoor.open as (this: typeof soort, ...d: unknown[]) => Promise<K>).call(soort, browser, server.url, taal, bewaking);
    try {
        await kantoor.meldAan(wie);
        await kantoor.kop(kantoor.w("nav.mijnwerk"));
        await doe(kantoor);
        assert.deepEqual(kantoor.gebreken, []);
        bewaking.stil();
    } catch (fout) {
        await kantoor.noodbeeld(`${naam}-${taal}`);
        throw fout;
    } finally {
        await browser.close();
    }
}

for (const taal of ["nl", "en"] as const) {
    test(`noodtoegang en toezicht (${taal})`, { timeout: 600_000 }, async (t) => {
        const casus = await nieuweCasus(account("coordinator", taal));
        const zoeker = await Klant.meldAan(server.url, account("informatieanalist", taal), -1);
        for (let i = 0; i < 10; ++i) await zoeker.eis(404, "GET", `/v1/casussen/${crypto.randomUUID()}`);

        // somebody who should have been told last month, and who was given to the police
        const trekker = casus.klant;
        const genoemd = (await trekker.eis(201, "POST", `/v1/casussen/${casus.id}/vermeldingen`, { soort: "persoon", tekst: "Man met de hoed", rol: "huurder" })).lijf;
        plant(`set session_replication_role = replica; update entiteit.vermelding set op = op - interval '60 days' where id = '${genoemd.id}'`);
        const gegeven = (await trekker.eis(201, "POST", `/v1/casussen/${casus.id}/verstrekkingen`, { ontvanger: "politie", terAttentieVan: "Team Oost", doel: "Toezicht op de loods.", grondslag: "gemeentewet-172", teNoemen: false, feiten: [{ soort: "vermelding", rij: genoemd.id }] })).lijf;

        await t.test("met alleen toetsen een dossier in nood openen, en weer sluiten", () =>
            inEenBrowser(taal, Toetsenbord, account("informatieanalist", taal), "noodtoegang", async (k) => {
                await k.druk(k.knop("privacy.nood"));
                await k.venster.waitFor();
                // Nothing filled in: said at the fields, nothing sent.
                await k.druk(k.knop("privacy.nood.doe", k.venster));
                await k.venster.getByText(k.w("privacy.kenmerk.fout")).first().waitFor();
                // The server's word: a reference that does not exist.
                await k.typ("privacy.kenmerk", "C-2026-0000000".slice(0, 13), k.venster);
                await k.typ("privacy.nood.reden", reden, k.venster);
                await k.toets("Control+Enter");
                await k.venster.getByText(k.w("fout.niet-gevonden")).first().waitFor();
                await k.typ("privacy.kenmerk", casus.kenmerk.toLowerCase(), k.venster);
                await k.kiesUit("privacy.nood.duur", "15", k.venster);
                await k.bekijk("noodtoegang vragen", "noodtoegang-vragen");
                await k.toets("Control+Enter");
                await k.kop("Loods aan de kade");
                const balk = k.pagina.getByRole("complementary", { name: `${k.w("privacy.nood")} ${casus.kenmerk}` });
                await balk.getByText(k.w("privacy.nood.gemarkeerd")).waitFor();
                await k.bekijk("casus in nood", "noodtoegang");
                await k.ga("signalen");
                await balk.waitFor();
                // A second time is refused in words.
                await k.druk(k.knop("privacy.nood"));
                await k.typ("privacy.kenmerk", casus.kenmerk, k.venster);
                await k.typ("privacy.nood.reden", reden, k.venster);
                await k.toets("Control+Enter");
                await k.venster.getByText(k.w("fout.al-toegang")).first().waitFor();
                await k.knop("basis.annuleren", k.venster).press("Enter");
                const verlaten = k.knop("basis.verlaten.weg");
                if (await verlaten.isVisible()) await verlaten.press("Enter");
                await k.druk(k.knop("privacy.nood.sluit"));
                await balk.waitFor({ state: "detached" });
                await k.houdtFocus("privacy.nood.sluit");
                await k.pagina.goto(`${server.url}/casussen/${casus.id}/overzicht`);
                await k.kop(k.w("basis.nietgevonden.kop"));
            }));

        await t.test("de trekker ziet wie keek, en zet een politiebron apart", () =>
            inEenBrowser(taal, Kantoor, account("coordinator", taal), "wiezag", async (k) => {
                await k.zoekCasus("Loods aan de kade");
                await k.pagina.getByRole("link", { name: k.w("basis.wiezag") }).click();
                await k.kop(k.w("privacy.inzagen.casus"));
                const inNood = k.pagina.getByRole("row").filter({ hasText: namen.informatieanalist }).filter({ hasText: k.w("privacy.nood.merk") });
                await inNood.filter({ hasText: k.w("privacy.handeling.dossierTonen") }).first().waitFor();
                await k.bekijk("wie zag deze casus", "wie-zag-dit");
                await k.pagina.getByRole("link", { name: k.w("privacy.inzagen.naarcasus") }).click();
                await k.deel("tijdlijn");
                await k.ziet(k.w("dossier.gebeurtenis.noodtoegang"));
                await k.ziet(reden);
                await k.beginBron();
                await k.vulBron({ soort: "vergunningen", vraag: "Is er een vergunning?", grondslag: "APV", termijn: "" });
                assert.equal(await k.venster.getByText(/(Afgeschermd|Set apart): /).count(), 0, "an ordinary source is said to stand apart");
                await k.keuze("casus.bron.soort", k.venster).selectOption("politie");
                await k.venster.getByRole("status").getByText(/(Afgeschermd|Set apart): /).waitFor();
                await k.bekijk("een politiebron vastleggen", "bron-afgeschermd");
                await k.keuze("casus.bron.regime", k.venster).selectOption("bibob");
                await k.venster.getByText(k.w("regime.unietbij")).waitFor();
                await k.knop("basis.opslaan", k.venster).click();
                await k.venster.getByText(k.w("veldfout.geen-compartiment")).first().waitFor();
                await k.keuze("casus.bron.regime", k.venster).selectOption("");
                await k.slaVensterOp();
                await k.pagina.getByRole("row").filter({ hasText: "Is er een vergunning?" }).getByText(/(Afgeschermd|Set apart): /).waitFor();
                await k.bekijk("een bron apart");
                await k.pagina.goto(`${server.url}/signalen/${casus.signaal}`);
                await k.pagina.getByRole("link", { name: k.w("basis.wiezag") }).click();
                await k.kop(k.w("privacy.inzagen.signaal"));
                await k.pagina.getByRole("row").filter({ hasText: k.w("privacy.handeling.signaalTonen") }).first().waitFor();
                await k.bekijk("wie zag dit signaal");
            }));

        await t.test("de privacy officer beoordeelt, zoekt en leest wat het huis vond", () =>
            inEenBrowser(taal, Toetsenbord, account("privacy", taal), "toezicht", async (k) => {
                plant("insert into logboek.incident (organisatie, tijd, soort, aantal) values (1, now(), 'logboek-verbroken', 2), (1, now(), 'iets-nieuws', 1)");
                await k.ga("toezicht");
                const kaart = k.pagina.getByRole("listitem").filter({ hasText: casus.kenmerk });
                await kaart.getByText(reden).waitFor();
                await k.druk(k.pagina.getByRole("button", { name: `${k.w("privacy.oordeel.begin")}: ${casus.kenmerk}` }));
                await k.bekijk("noodtoegang beoordelen", "toezicht");
                await k.druk(k.knop("privacy.oordeel.doe", kaart));
                await kaart.getByText(k.w("privacy.toelichting.fout")).first().waitFor();
                await k.bekijk("een oordeel zonder toelichting");
                await k.kiesKnop(kaart.getByRole("group", { name: k.w("privacy.oordeel.vraag") }), k.w("privacy.oordeel.terecht"));
                await k.typ("privacy.oordeel.toelichting", "De inval is nagevraagd en klopt.", kaart);
                await k.toets("Control+Enter");
                await kaart.getByText(k.w("privacy.oordeel.terecht"), { exact: true }).waitFor();
                await kaart.getByRole("button").first().waitFor({ state: "detached" });
                await k.houdtFocus("privacy.oordeel.doe");
                const deel = (naam: string) => k.pagina.getByRole("navigation", { name: k.w("privacy.delen") }).getByRole("link", { name: k.w(`privacy.deel.${naam}`), exact: true });
                await k.druk(deel("inzagen"));
                await k.typ("privacy.zoek.wat", "geen kenmerk");
                await k.toets("Enter");
                await k.ziet(k.w("privacy.zoek.fout"));
                await k.typ("privacy.zoek.wat", casus.kenmerk);
                await k.toets("Enter");
                await k.pagina.getByRole("row").filter({ hasText: namen.coordinator }).filter({ hasText: k.w("privacy.handeling.casusOpenen") }).waitFor();
                await k.zietNiet("Loods aan de kade");
                await k.bekijk("wie zag wat", "wie-zag-wat");
                await k.druk(deel("informeren"));
                const laat = k.pagina.getByRole("row").filter({ hasText: casus.kenmerk });
                await laat.filter({ hasText: namen.coordinator }).waitFor();
                await k.zietNiet("Man met de hoed");
                await k.bekijk("wie te laat is met informeren", "te-informeren");
                await k.druk(deel("verstrekkingen"));
                const verstrekt = k.pagina.getByRole("row").filter({ hasText: gegeven.kenmerk });
                await verstrekt.filter({ hasText: casus.kenmerk }).waitFor();
                await k.zietNiet("Toezicht op de loods");
                await k.bekijk("wat verstrekt is", "verstrekt");
                await k.typ("privacy.sein.van", "2020-01-01");
                await k.toets("Enter");
                await k.ziet(k.w("privacy.verstrekt.fout.periode"));
                await k.bekijk("een te lange periode");
                await k.druk(deel("signaleringen"));
                const sein = k.pagina.getByRole("listitem").filter({ has: k.pagina.getByRole("heading", { name: `${k.w("privacy.regel.vaak-geweigerd")} · ${namen.informatieanalist}` }) });
                const begin = k.pagina.getByRole("button", { name: `${k.w("privacy.sein.verklaar")}: ${k.w("privacy.regel.vaak-geweigerd")}, ${namen.informatieanalist}` });
                const kaartje = sein.filter({ has: begin });
                await k.druk(kaartje.getByText(k.w("privacy.sein.handelingen")));
                await kaartje.getByText(k.w("privacy.sein.geweigerd", { wat: k.w("privacy.handeling.casusTonen") })).first().waitFor();
                await k.bekijk("signaleringen", "signaleringen");
                await k.druk(begin);
                await k.typ("privacy.sein.verklaring", "kort");
                await k.toets("Control+Enter");
                await k.pagina.getByText(k.w("privacy.toelichting.fout")).first().waitFor();
                await k.typ("privacy.sein.verklaring", "Nagevraagd: oude links in een mail.");
                await k.toets("Control+Enter");
                await begin.waitFor({ state: "detached" });
                await sein.getByText("Nagevraagd: oude links in een mail.").first().waitFor();
                await k.houdtFocus("privacy.sein.opslaan");
                await k.typ("privacy.sein.van", k.taal === "nl" ? "01-01-2026" : "01/01/2026");
                await k.toets("Enter");
                await k.ziet(k.w("privacy.sein.fout.periode"));
                await k.bekijk("een verklaarde signalering");
                await k.druk(deel("incidenten"));
                await k.ziet(k.w("privacy.incident.logboek-verbroken"));
                await k.ziet("iets-nieuws");
                await k.ziet(k.w("privacy.incident.anders"));
                await k.bekijk("incidenten");
                // Own marks: given once, never shown again, cleared by another.
                await k.druk(deel("kenmerken"));
                const joris = k.pagina.getByRole("listitem").filter({ has: k.pagina.getByRole("heading", { name: namen.informatieanalist }) }).first();
                await k.druk(joris.getByRole("button", { name: new RegExp(`^${k.w("privacy.eigen.toevoegen")}`) }));
                await k.venster.waitFor();
                await k.druk(k.knop("basis.opslaan", k.venster));
                await k.venster.getByText(k.w("privacy.eigen.fout")).first().waitFor();
                await k.typ("privacy.eigen.familienaam", "van der Waterman", k.venster);
                await k.bekijk("eigen kenmerken aanvullen");
                await k.toets("Control+Enter");
                await k.venster.waitFor({ state: "detached" });
                await joris.getByText(k.w("privacy.eigen.stand", { namen: k.w("privacy.eigen.bekend"), adressen: k.w("privacy.eigen.onbekend") })).waitFor();
                await k.bekijk("eigen kenmerken", "eigen-kenmerken");
                await k.druk(joris.getByRole("button", { name: new RegExp(`^${k.w("privacy.eigen.wis")}`) }));
                await k.venster.waitFor();
                await k.druk(k.knop("privacy.eigen.wis", k.venster));
                await k.venster.waitFor({ state: "detached" });
                await joris.getByText(k.w("privacy.eigen.stand", { namen: k.w("privacy.eigen.onbekend"), adressen: k.w("privacy.eigen.onbekend") })).waitFor();
            }));
    });
}
