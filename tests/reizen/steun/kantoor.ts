// SPDX-License-Identifier: EUPL-1.2
// Somebody at work in a browser: the verbs of the trade. Coming in is in binnen.ts, signalen in signaalwerk.ts, casussen here.
import type { Locator } from "playwright-core";
import { type Genoemd, Signaalwerk } from "./signaalwerk.ts";

export { verseCode } from "./binnen.ts";
export type { Genoemd, NieuwSignaal, Weging } from "./signaalwerk.ts";
export type Deel = "overzicht" | "tijdlijn" | "bronnen" | "documenten" | "plan" | "interventies" | "privacytoetsen" | "betrokkenen" | "vervolg";

export class Kantoor extends Signaalwerk {
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
