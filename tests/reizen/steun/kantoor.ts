// SPDX-License-Identifier: EUPL-1.2
// Somebody at work in a browser: the verbs of the trade.
import type { Browser, Locator } from "playwright-core";
import { type Bewaking, nieuwRaam } from "./browser.ts";
import { Scherm } from "./scherm.ts";
import { type Account, totp } from "./server.ts";
import { type Taal, veldnaam } from "./woorden.ts";

export type Genoemd = { soort: string; tekst: string; sleutel?: string; rol?: string };
export type NieuwSignaal = {
    titel: string;
    omschrijving: string;
    adres: { typ: string; kies: string };
    bron: string;
    thema: string;
    vermeldingen: Genoemd[];
    melder?: { naam: string; contact: string };
};
export type Weging = { antwoorden: Record<string, string>; uitkomst: string; motivering: string };
export type Deel = "overzicht" | "tijdlijn" | "bronnen" | "documenten" | "plan" | "interventies" | "privacytoetsen" | "betrokkenen" | "vervolg";
type Code = { code: string; naamNl: string; naamEn: string };

/** The codes that were used: each is good once. */
const gebruikt = new Map<string, number>();

/** A code of the authenticator app that was not used yet; waits for the next one when it must. */
export async function verseCode(account: Account): Promise<string> {
    const nu = () => Math.floor(Date.now() / 30_000);
    const tijdvak = Math.max(nu(), (gebruikt.get(account.totp) ?? 0) + 1);
    while (tijdvak > nu() + 1) await new Promise((klaar) => setTimeout(klaar, 500));
    gebruikt.set(account.totp, tijdvak);
    return totp(account.totp, tijdvak - nu());
}

export class Kantoor extends Scherm {
    static async open<K extends Kantoor>(this: new (...delen: ConstructorParameters<typeof Kantoor>) => K, browser: Browser, url: string, taal: Taal, bewaking?: Bewaking): Promise<K> {
        const kantoor = new this(await nieuwRaam(browser, taal, bewaking), taal, bewaking);
        await kantoor.pagina.goto(url);
        await kantoor.kop(kantoor.w("toegang.kop"));
        return kantoor;
    }

    // --- coming and going

    async meldAan(account: Account): Promise<void> {
        await this.veld("toegang.organisatie").fill(account.organisatie);
        await this.veld("toegang.gebruikersnaam").fill(account.gebruikersnaam);
        await this.label("toegang.wachtwoord").fill(account.wachtwoord);
        await this.veld("toegang.totp").fill(await verseCode(account));
        await this.knop("toegang.inloggen").click();
    }

    async ga(plek: "mijnwerk" | "signalen" | "casussen" | "overleg" | "vragen" | "bedrijven" | "cijfers" | "toezicht"): Promise<void> {
        const naam = this.w(`nav.${plek}`);
        await this.pagina
            .getByRole("navigation", { name: this.w("basis.hoofdmenu") })
            .getByRole("link", { name: new RegExp(`^${naam}`) })
            .click();
        await this.kop(naam);
    }

    async logUit(): Promise<void> {
        await this.knop("basis.uitloggen").click();
        await this.kop(this.w("toegang.kop"));
    }

    /** The page of the demo with everybody one can be. */
    async kiesDemo(): Promise<void> {
        await this.pagina.goto(new URL("/demo", this.pagina.url()).href);
        await this.kop(this.w("toegang.demo.kop"));
        await this.pagina.getByRole("listitem").first().waitFor();
    }
    async word(naam: string): Promise<void> {
        await this.pagina.getByRole("button", { name: naam }).click();
        // A partner begins with what was asked of him, everybody else with what waits for him.
        const begin = [this.w("nav.mijnwerk"), this.w("nav.vragen")].join("|");
        await this.pagina.getByRole("heading", { name: new RegExp(`^(${begin})$`), level: 1 }).waitFor();
        await this.rust();
    }
    /** Names in the main menu. */
    async menu(): Promise<string[]> {
        const namen = (["mijnwerk", "signalen", "casussen", "cijfers"] as const).map((plek) => this.w(`nav.${plek}`));
        const links = await this.pagina.getByRole("navigation", { name: this.w("basis.hoofdmenu") }).getByRole("link").allInnerTexts();
        return namen.filter((naam) => links.some((link) => link.startsWith(naam)));
    }
    async volg(naam: string): Promise<void> {
        await this.pagina.getByRole("navigation", { name: this.w("basis.hoofdmenu") }).getByRole("link", { name: new RegExp(`^${naam}`) }).click();
        await this.kop(naam);
        await this.rust();
    }

    // --- signalen

    async beginSignaal(): Promise<void> {
        await this.ga("signalen");
        await this.knop("signaal.nieuw").click();
        await this.kop(this.w("signaal.nieuw"));
    }

    async vulSignaal(s: NieuwSignaal): Promise<void> {
        await this.veld("signaal.titel").fill(s.titel);
        await this.veld("signaal.omschrijving").fill(s.omschrijving);
        await this.keuze("register.adres").pressSequentially(s.adres.typ, { delay: 20 });
        await this.pagina.getByRole("option", { name: s.adres.kies }).first().click();
        await this.keuze("signaal.bron").selectOption(s.bron);
        await this.keuze("signaal.thema").selectOption(s.thema);
        await this.keuze("signaal.betrouwbaarheid").selectOption("B");
        await this.keuze("signaal.waarde").selectOption("2");
        for (const [nummer, genoemd] of s.vermeldingen.entries()) {
            await this.knop("signaal.vermelding.toevoegen").click();
            const vak = this.pagina.getByRole("group", { name: this.w("signaal.vermelding.nummer", { nummer: nummer + 1 }) });
            await this.vulVermelding(vak, genoemd);
        }
        if (s.melder) {
            await this.veld("signaal.melder.naam").fill(s.melder.naam);
            await this.veld("signaal.melder.contact").fill(s.melder.contact);
        }
    }

    private async vulVermelding(vak: Locator, genoemd: Genoemd): Promise<void> {
        await this.keuze("entiteit.soort", vak).selectOption(genoemd.soort);
        await this.veld(`entiteit.tekst.${genoemd.soort}`, vak).fill(genoemd.tekst);
        const sleutel = { bedrijf: "kvk", voertuig: "kenteken", vaartuig: "schip" }[genoemd.soort];
        if (genoemd.sleutel && sleutel) await this.veld(`entiteit.sleutel.${sleutel}`, vak).fill(genoemd.sleutel);
        if (genoemd.rol) await this.veld("entiteit.rol", vak).fill(genoemd.rol);
    }

    /** Saves the form; returns the reference that the signaal got. */
    async slaSignaalOp(titel: string): Promise<string> {
        await this.knop("signaal.opslaan").click();
        await this.kop(titel);
        await this.gemeld("signaal.opgeslagen");
        return this.kenmerk();
    }

    async legSignaalVast(s: NieuwSignaal): Promise<string> {
        await this.beginSignaal();
        await this.vulSignaal(s);
        return this.slaSignaalOp(s.titel);
    }

    /** The reference of what is on the screen, as the tab of the browser shows it. */
    async kenmerk(): Promise<string> {
        return (await this.pagina.title()).split(" · ")[0] ?? "";
    }

    /** The row is in the work queue, and what it is about stands beside it. */
    async leest(titel: string): Promise<void> {
        await this.pagina.getByRole("option", { name: titel }).waitFor();
        await this.pagina.getByRole("region", { name: this.w("signaal.leesvak") }).getByRole("heading", { name: titel }).waitFor();
    }

    async leestIets(): Promise<void> {
        await this.pagina.getByRole("region", { name: this.w("signaal.leesvak") }).getByRole("heading", { level: 2 }).waitFor();
    }
    /** A decision on the row where one is, by its key. */
    async besluit(toets: string): Promise<void> {
        await this.pagina.getByRole("listbox", { name: this.w("nav.signalen") }).press(toets);
        await this.venster.getByRole("textbox").first().waitFor();
    }
    async tab(naam: string): Promise<void> {
        await this.pagina.getByRole("navigation", { name: this.w("signaal.tabs") }).getByRole("link", { name: new RegExp(`^${this.w(`signaal.tab.${naam}`)}`) }).click();
        await this.pagina.getByRole("region", { name: this.w(`signaal.tab.${naam}`) }).waitFor();
        await this.rust();
    }
    async openEersteSignaal(): Promise<void> {
        const lijst = this.pagina.getByRole("listbox", { name: this.w("nav.signalen") });
        await lijst.press("Home");
        await lijst.press("Enter");
        await this.pagina.getByRole("heading", { name: this.w("signaal.verloop") }).waitFor();
    }
    async openEersteCasus(): Promise<void> {
        await this.pagina.getByRole("rowheader").first().getByRole("link").click();
        await this.pagina.getByRole("navigation", { name: this.w("dossier.delen") }).waitFor();
    }

    /** Opens a signaal from the work queue as the keys do it: to the row with j, in with Enter. */
    async openSignaal(titel: string): Promise<void> {
        await this.ga("signalen");
        const rij = await this.pagina.getByRole("option", { name: titel }).first().getAttribute("id");
        const lijst = this.pagina.getByRole("listbox", { name: this.w("nav.signalen") });
        await lijst.press("Home");
        for (let i = 0; i < 50 && (await lijst.getAttribute("aria-activedescendant")) !== rij; ++i) await lijst.press("j");
        await lijst.press("Enter");
        await this.kop(titel);
    }

    async herschrijfSignaal(omschrijving: string): Promise<void> {
        await this.knop("signaal.wijzigen").click();
        await this.veld("signaal.omschrijving").fill(omschrijving);
        await this.slaOp();
        await this.ziet(omschrijving);
    }

    async begintWegen(): Promise<void> {
        await this.knop("signaal.wegen").click();
        await this.pagina.getByRole("heading", { level: 2, name: this.w("signaal.weging.stapvan", { stap: 1, totaal: 3 }) }).waitFor();
    }

    async profiel(stap: number) {
        const profiel = await this.pagina.evaluate(async () => (await fetch("/v1/wegingsprofiel")).json());
        return profiel.stappen.find((een: { stap: number }) => een.stap === stap);
    }
    naam(lijst: Code[], code: string): string {
        const een = lijst.find((c) => c.code === code);
        if (!een) throw new Error(`no "${code}" in the list`);
        return this.taal === "nl" ? een.naamNl : een.naamEn;
    }

    /** Fills in the weighing on the screen: answers by code, an outcome and why. */
    async vulWeging(stap: number, { antwoorden, uitkomst, motivering }: Weging): Promise<void> {
        await this.pagina.getByRole("heading", { level: 2, name: this.w("signaal.weging.stapvan", { stap, totaal: 3 }) }).waitFor();
        const profiel = await this.profiel(stap);
        for (const [code, antwoord] of Object.entries(antwoorden)) {
            const vraag = profiel.vragen.find((v: Code) => v.code === code);
            const naam = this.naam(profiel.vragen, code);
            if (vraag.soort === "tekst") {
                await this.pagina.getByRole("textbox", { name: veldnaam(naam) }).fill(antwoord);
                continue;
            }
            const keus = vraag.soort === "ja_nee" ? this.w(`basis.${antwoord}`) : this.naam(vraag.keuzes, antwoord);
            await this.pagina.getByRole("group", { name: naam }).getByRole("radio", { name: keus, exact: true }).check();
        }
        await this.pagina
            .getByRole("group", { name: this.w("signaal.weging.uitkomst") })
            .getByRole("radio", { name: this.naam(profiel.uitkomsten, uitkomst), exact: true })
            .check();
        await this.veld("signaal.weging.motivering").fill(motivering);
    }

    async legWegingVast(stap: number): Promise<void> {
        await this.pagina.getByRole("button", { name: this.w("signaal.weging.vastleggen", { stap }), exact: true }).click();
    }

    async weeg(stap: number, weging: Weging): Promise<void> {
        await this.vulWeging(stap, weging);
        await this.legWegingVast(stap);
    }

    // --- casussen

    async openCasus(casus: { werknaam: string; leden: string[] }): Promise<string> {
        await this.kop(this.w("casus.openen"));
        await this.veld("casus.werknaam").fill(casus.werknaam);
        for (const lid of casus.leden) await this.pagina.getByRole("checkbox", { name: lid }).check();
        await this.knop("casus.openen").click();
        await this.kop(casus.werknaam);
        return this.kenmerk();
    }

    async zoekCasus(werknaam: string): Promise<void> {
        await this.ga("casussen");
        await this.pagina.getByRole("link", { name: werknaam }).click();
        await this.kop(werknaam);
    }

    async deel(naam: Deel): Promise<void> {
        const link = this.pagina.getByRole("navigation", { name: this.w("dossier.delen") }).getByRole("link", { name: this.w(`dossier.deel.${naam}`), exact: true });
        await link.click();
        await this.pagina.waitForURL((url) => url.pathname.endsWith(`/${naam}`));
    }

    async begintBeeld(): Promise<void> {
        await this.deel("overzicht");
        await this.pagina.getByRole("button", { name: `${this.w("casus.wijzigen")}: ${this.w("dossier.beeld")}` }).click();
    }
    async vulBeeld(tekst: string): Promise<void> {
        await this.veld("dossier.beeld").fill(tekst);
    }
    async slaOp(): Promise<void> {
        await this.knop("basis.opslaan").click();
    }
    async beschrijfBeeld(tekst: string): Promise<void> {
        await this.begintBeeld();
        await this.vulBeeld(tekst);
        await this.slaOp();
        await this.veld("dossier.beeld").waitFor({ state: "detached" });
        await this.ziet(tekst);
    }

    async noemInCasus(genoemd: Genoemd): Promise<void> {
        await this.deel("overzicht");
        await this.knop("casus.vermelding.toevoegen").click();
        await this.vulVermelding(this.venster, genoemd);
        await this.knop("basis.toevoegen", this.venster).click();
        await this.venster.waitFor({ state: "detached" });
        await this.ziet(genoemd.tekst);
    }

    /** A tie that a source names: of the casus (by name), or in words. */
    async legVerband(v: { wie: string; soort: string; wat: string; uit?: string; bron?: string }): Promise<void> {
        await this.deel("overzicht");
        await this.knop("casus.verband.nieuw").click();
        for (const [veld, naam] of [["casus.verband.wie", v.wie], ["casus.verband.wat", v.wat]] as const) {
            const keuze = this.keuze(veld, this.venster);
            const optie = keuze.locator("option", { hasText: naam }).first();
            if (veld === "casus.verband.wat") await this.keuze("casus.verband.soort", this.venster).selectOption(v.soort);
            await keuze.selectOption((await optie.getAttribute("value")) ?? "");
        }
        await this.noemBron(v);
    }
    /** The same tie, from another source. */
    async legBronBij(wie: string, v: { uit?: string; bron?: string }): Promise<void> {
        await this.pagina.getByRole("button", { name: new RegExp(`^${this.w("casus.verband.bronerbij")}: ${wie}`) }).click();
        await this.noemBron(v);
    }
    private async noemBron(v: { uit?: string; bron?: string }): Promise<void> {
        if (v.uit) {
            const keuze = this.keuze("label.komtuit", this.venster);
            await keuze.selectOption((await keuze.locator("option", { hasText: v.uit }).first().getAttribute("value")) ?? "");
        }
        if (v.bron) await this.veld("label.bron", this.venster).fill(v.bron);
        await this.bekijk(`verband uit ${v.uit ?? v.bron}`);
        await this.knop("basis.opslaan", this.venster).click();
        await this.venster.waitFor({ state: "detached" });
    }

    async beginBron(): Promise<void> {
        await this.deel("bronnen");
        await this.knop("casus.bron.nieuw").first().click();
    }
    async vulBron(bron: { soort: string; vraag: string; grondslag: string; termijn: string }): Promise<void> {
        await this.keuze("casus.bron.soort", this.venster).selectOption(bron.soort);
        // an open source is asked at once; another waits for its privacy check
        const status = this.keuze("casus.bron.status", this.venster);
        if ((await status.count()) > 0) await status.selectOption("gevraagd");
        await this.veld("casus.bron.vraag", this.venster).fill(bron.vraag);
        await this.keuze("casus.bron.grondslag", this.venster).fill(bron.grondslag);
        await this.label("casus.bron.termijn", this.venster).fill(bron.termijn);
    }
    async slaVensterOp(): Promise<void> {
        await this.knop("basis.opslaan", this.venster).click();
        await this.venster.waitFor({ state: "detached" });
    }
    async bevraag(bron: { soort: string; vraag: string; grondslag: string; termijn: string }): Promise<void> {
        await this.beginBron();
        await this.vulBron(bron);
        await this.slaVensterOp();
        await this.ziet(bron.vraag);
        if ((await this.bronknop("toets", bron.vraag).count()) > 0) await this.toetsBron(bron.vraag);
    }
    /** The next step of a source, found by its name or its question. */
    bronknop(stap: "toets" | "vraag" | "bekend" | "niets" | "inhoud" | "antwoord", bron: string): Locator {
        return this.pagina.getByRole("row").filter({ hasText: bron }).getByRole("button", { name: new RegExp(`^${this.w(`casus.bronstap.${stap}`)}: `) });
    }
    /** The four grounds of a privacy check, and the decision. */
    async vulToets(besluit: "akkoord" | "niet_akkoord" = "akkoord"): Promise<void> {
        for (const [grond, tekst] of [
            ["grondslag", "Gemeentewet art. 172; de eigen taak van de bron."], ["verenigbaarheid", "Verzameld voor toezicht, gebruikt voor toezicht."],
            ["noodzaak", "Zonder dit blijft onbekend wie het pand gebruikt."], ["proportionaliteit", "Alleen dit adres; een lichter middel is er niet."],
        ] as const)
            await this.veld(`casus.toets.${grond}`, this.venster).fill(tekst);
        await this.venster.getByRole("radio", { name: this.w(`casus.toets.besluit.${besluit}`), exact: true }).check();
    }
    async legToetsVast(): Promise<void> {
        await this.knop("casus.toets.doe", this.venster).click();
        await this.venster.waitFor({ state: "detached" });
    }
    /** Check 1, and then the question. */
    async toetsBron(bron: string): Promise<void> {
        await this.bronknop("toets", bron).click();
        await this.vulToets();
        await this.legToetsVast();
        await this.bronknop("vraag", bron).click();
        await this.bronknop("bekend", bron).waitFor();
    }
    /** It knows something, that is needed, and this is it. */
    async bronWeet(bron: string, waarom: string, antwoord: string): Promise<void> {
        await this.deel("bronnen");
        await this.bronknop("bekend", bron).click();
        await this.bronknop("inhoud", bron).click();
        await this.veld("casus.inhoud.motivering", this.venster).fill(waarom);
        await this.legToetsVast();
        await this.bronknop("antwoord", bron).click();
        await this.veld("casus.bron.antwoord", this.venster).fill(antwoord);
        await this.slaVensterOp();
        await this.ziet(antwoord);
    }
    /** Check 2A or 2B about whatever still needs it, and about these besides. */
    async privacytoets(soort: "2a" | "2b", ook: string[] = []): Promise<void> {
        await this.deel("privacytoetsen");
        await this.knop(`casus.toets.doe.${soort}`).click();
        for (const naam of ook) await this.venster.getByRole("checkbox", { name: naam }).check();
        await this.vulToets();
        await this.legToetsVast();
    }
    async bronAntwoordt(naam: string, status: "ontvangen" | "niets_bekend" | "geweigerd", antwoord: string): Promise<void> {
        await this.deel("bronnen");
        await this.pagina.getByRole("button", { name: `${this.w("casus.bron.wijzigen")}: ${naam}` }).click();
        await this.keuze("casus.bron.status", this.venster).selectOption(status);
        await this.veld("casus.bron.antwoord", this.venster).fill(antwoord);
        await this.slaVensterOp();
        await this.ziet(antwoord);
    }

    /** Takes something out of the file: the button with its name, and yes. */
    private async haalWeg(id: string, wat: string): Promise<void> {
        await this.pagina.getByRole("button", { name: `${this.w(id)}: ${wat}` }).click();
        await this.knop(id, this.venster).click();
        await this.venster.waitFor({ state: "detached" });
        await this.pagina.getByRole("button", { name: `${this.w(id)}: ${wat}` }).waitFor({ state: "detached" });
    }
    async haalBronWeg(naam: string): Promise<void> {
        await this.deel("bronnen");
        await this.haalWeg("casus.bron.weg", naam);
    }
    async voegDocumentenToe(bestanden: string[], regime: string, bron: string): Promise<void> {
        await this.label("document.bestanden").setInputFiles(bestanden);
        await this.keuze("document.regime").selectOption(regime);
        await this.veld("document.bron").fill(bron);
        await this.knop("document.toevoegen").click();
    }
    async haalDocumentWeg(naam: string): Promise<void> {
        await this.haalWeg("document.weg", naam);
        await this.gemeld("document.verwijderd", { naam });
    }
    async haalVermeldingWeg(tekst: string): Promise<void> {
        await this.deel("overzicht");
        await this.haalWeg("casus.vermelding.weg", tekst);
    }
    async haalInterventieWeg(naam: string): Promise<void> {
        await this.deel("interventies");
        await this.haalWeg("interventie.weg", naam);
    }
    async neemToegangAf(naam: string): Promise<void> {
        await this.deel("overzicht");
        await this.haalWeg("casus.lid.weg", naam);
    }
    async geefToegang(naam: string): Promise<void> {
        await this.deel("overzicht");
        await this.knop("casus.lid.toevoegen").click();
        await this.keuze("casus.lid.wie").selectOption({ label: naam });
        await this.knop("basis.toevoegen").click();
        await this.pagina.getByRole("button", { name: `${this.w("casus.lid.weg")}: ${naam}` }).waitFor();
    }

    /** The file as known at a moment (now when none), as the server sends it: byte for byte. */
    async dossiertekst(moment: string): Promise<string> {
        const casus = /casussen\/([0-9a-f-]{36})/.exec(this.pagina.url())?.[1];
        return this.pagina.evaluate(async (pad) => (await fetch(pad)).text(), `/v1/casussen/${casus}/dossier${moment ? `?bekendOp=${moment}` : ""}`);
    }
    /** When the last thing on the timeline was recorded. */
    async laatsteMoment(): Promise<string> {
        const nu = JSON.parse(await this.dossiertekst(""));
        return nu.tijdlijn.map((een: { vastgelegdOp: string }) => een.vastgelegdOp).sort().at(-1);
    }

    async maakPlan(plan: { hypothese: string; doel: string; strategie: string }): Promise<void> {
        await this.deel("plan");
        await this.pagina.getByRole("button", { name: `${this.w("casus.wijzigen")}: ${this.w("dossier.plan")}` }).click();
        await this.veld("dossier.hypothese").fill(plan.hypothese);
        await this.veld("dossier.doel").fill(plan.doel);
        await this.veld("dossier.strategie").fill(plan.strategie);
        await this.slaOp();
        await this.ziet(plan.strategie);
    }

    async spreekInterventieAf(een: { type: string; omschrijving: string; uitvoerder: string; eigenaar: string; termijn: string }): Promise<void> {
        await this.deel("interventies");
        await this.knop("interventie.nieuw").first().click();
        await this.keuze("interventie.type", this.venster).selectOption(een.type);
        await this.veld("interventie.omschrijving", this.venster).fill(een.omschrijving);
        await this.veld("interventie.uitvoerder", this.venster).fill(een.uitvoerder);
        await this.keuze("interventie.eigenaar", this.venster).selectOption({ label: een.eigenaar });
        await this.label("interventie.termijn", this.venster).fill(een.termijn);
        await this.slaVensterOp();
        await this.ziet(een.omschrijving);
    }
    async interventieLevertOp(omschrijving: string, resultaat: string): Promise<void> {
        await this.deel("interventies");
        await this.pagina.getByRole("row").filter({ hasText: omschrijving }).getByRole("button", { name: this.w("interventie.wijzigen") }).click();
        await this.keuze("interventie.status", this.venster).selectOption("uitgevoerd");
        await this.veld("interventie.resultaat", this.venster).fill(resultaat);
        await this.slaVensterOp();
        await this.ziet(resultaat);
    }

    async noteer(tekst: string): Promise<void> {
        await this.deel("tijdlijn");
        await this.veld("dossier.notitie").fill(tekst);
        await this.knop("dossier.notitie.doe").click();
        await this.gemeld("dossier.notitie.opgeslagen");
        await this.pagina.getByRole("listitem").filter({ hasText: tekst }).waitFor();
    }

    async besluitVervolg(naar: string, reden: string, meer: { tot?: string; einddatum?: string } = {}): Promise<void> {
        await this.deel("vervolg");
        const stap = this.pagina.getByRole("radio", { name: this.w(`casus.stap.${naar}`), exact: true });
        await stap.check();
        if (meer.tot) await this.label("casus.stap.tot").fill(meer.tot);
        if (meer.einddatum) await this.label("casus.einddatum").fill(meer.einddatum);
        await this.veld("casus.stap.reden").fill(reden);
    }
    async legVervolgVast(naar: string, fase: string): Promise<void> {
        await this.knop(`casus.stap.${naar}`).click();
        await this.staatIn(fase);
    }
    async gaNaar(naar: string, reden: string, meer: { tot?: string; einddatum?: string } = {}): Promise<void> {
        await this.besluitVervolg(naar, reden, meer);
        await this.legVervolgVast(naar, naar === "heropenen" ? "informatie" : naar);
    }
    /** The casus stands in this phase. */
    async staatIn(fase: string): Promise<void> {
        const nu = `${this.w(`casus.fase.${fase}`)} (${this.w("casus.stand.nu")})`;
        await this.pagina.getByRole("list", { name: this.w("casus.fasen") }).getByText(nu).waitFor();
    }

    /** The file as it was known when this stood last on the timeline. */
    async toonZoalsNa(gebeurtenis: string): Promise<void> {
        await this.deel("tijdlijn");
        await this.pagina.getByRole("listitem").filter({ hasText: gebeurtenis }).first().getByRole("link", { name: this.w("dossier.tijdlijn.toen") }).click();
        await this.knop("dossier.bekend.terug").waitFor();
    }
    async toonZoalsBekendOp(moment: string): Promise<void> {
        await this.knop("dossier.bekend").click();
        await this.label("dossier.bekend.vraag").fill(moment);
        await this.knop("dossier.bekend.doe").click();
        await this.knop("dossier.bekend.terug").waitFor();
    }
    async terugNaarNu(): Promise<void> {
        await this.knop("dossier.bekend.terug").click();
        await this.knop("dossier.bekend").waitFor();
    }
}
