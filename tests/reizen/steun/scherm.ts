// SPDX-License-Identifier: EUPL-1.2
// One window of a browser, read as a person reads it: by roles, labels and words, never by how the page is built.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page, Request } from "playwright-core";
import { klein } from "./beeld.ts";
import type { Bewaking } from "./browser.ts";
import { wortel } from "./server.ts";
import { gebrekenOpBeideBreedten } from "./toegankelijk.ts";
import { type Taal, veldnaam, woord } from "./woorden.ts";

const beelden = process.env.DAMWAND_BEELDEN === "1" ? join(wortel, "docs/handboek/beelden") : undefined;
/** Every screen at both widths, for somebody who wants to read them all: DAMWAND_KIJK=folder. */
const kijkmap = process.env.DAMWAND_KIJK;
const uitvoer = process.env.DAMWAND_UITVOER ?? join(wortel, "tests/uitvoer");

export class Scherm {
    readonly pagina: Page;
    readonly taal: Taal;
    private readonly bewaking: Bewaking | undefined;
    private onderweg = 0;
    /** Everything axe and the ruler found, per screen. */
    readonly gebreken: string[] = [];
    readonly bekeken: string[] = [];

    constructor(pagina: Page, taal: Taal, bewaking?: Bewaking) {
        this.pagina = pagina;
        this.taal = taal;
        this.bewaking = bewaking;
        const telt = (verzoek: Request) => verzoek.resourceType() !== "eventsource";
        pagina.on("request", (verzoek) => telt(verzoek) && ++this.onderweg);
        for (const einde of ["requestfinished", "requestfailed"] as const) pagina.on(einde as "requestfinished", (verzoek) => telt(verzoek) && --this.onderweg);
    }

    w(id: string, waarden?: Record<string, string | number>): string {
        return woord(this.taal, id, waarden);
    }

    veld(id: string, plek: Page | Locator = this.pagina): Locator {
        return plek.getByRole("textbox", { name: veldnaam(this.w(id)) });
    }
    keuze(id: string, plek: Page | Locator = this.pagina): Locator {
        return plek.getByRole("combobox", { name: veldnaam(this.w(id)) });
    }
    /** Passwords have a label but no role. */
    label(id: string, plek: Page | Locator = this.pagina): Locator {
        return plek.getByLabel(veldnaam(this.w(id)));
    }
    knop(id: string, plek: Page | Locator = this.pagina): Locator {
        return plek.getByRole("button", { name: this.w(id), exact: true });
    }
    get venster(): Locator {
        return this.pagina.getByRole("dialog");
    }

    async kop(tekst: string | RegExp): Promise<void> {
        await this.pagina.getByRole("heading", { level: 1, name: tekst }).waitFor();
    }

    /** The text stands on the screen. */
    async ziet(tekst: string): Promise<void> {
        await this.pagina.getByText(tekst).first().waitFor();
    }

    async zietNiet(tekst: string): Promise<void> {
        await this.pagina.getByText(tekst).first().waitFor({ state: "detached" });
    }

    /** The program said so, on the line that a screen reader reads aloud. */
    async gemeld(id: string, waarden: Record<string, string> = {}): Promise<void> {
        const vast = this.w(id, waarden).split(/\{\w+\}/).sort((a, b) => b.length - a.length)[0] ?? "";
        await this.pagina.getByRole("status").filter({ hasText: vast.trim() }).first().waitFor();
    }

    /** Looks at this screen as everybody must be able to: axe and reflow, wide and narrow; and keeps a picture of it. */
    async bekijk(naam: string, beeld?: string): Promise<void> {
        await this.rust();
        this.bewaking?.titel(await this.pagina.title());
        if (beeld && this.taal === "nl") await this.maakBeeld(beeld);
        const kijk = async (breedte: number) => {
            const plek = join(kijkmap ?? "", `${naam.replaceAll(/\W+/g, "-")}-${breedte}-${this.taal}.png`);
            if (!kijkmap) return;
            writeFileSync(plek, await this.kiek(breedte, 3000));
        };
        this.gebreken.push(...(await gebrekenOpBeideBreedten(this.pagina, kijk)).map((gebrek) => `${naam} (${this.taal}) ${gebrek}`));
        this.bekeken.push(naam);
    }

    private async maakBeeld(naam: string): Promise<void> {
        if (!beelden) return;
        mkdirSync(beelden, { recursive: true });
        const regel = this.pagina.getByRole("status").getByRole("button", { name: this.w("basis.sluiten") });
        if ((await regel.isVisible()) && !(await this.venster.isVisible())) await regel.click();
        writeFileSync(join(beelden, `${naam}.png`), klein(await this.kiek(1280, 1000)));
    }

    /** A picture of the screen from its top, as high as it needs to be. */
    private async kiek(breedte: number, hoogste: number): Promise<Buffer> {
        const nodig = await this.pagina.evaluate(() => {
            for (const e of Array.from(document.querySelectorAll("*"))) if (e.scrollTop > 0 && e.tagName !== "TEXTAREA") e.scrollTop = 0;
            return Math.max(...Array.from(document.querySelectorAll("html, main"), (e) => e.scrollHeight)) + 60;
        });
        await this.pagina.setViewportSize({ width: breedte, height: Math.min(Math.max(nodig, 640), hoogste) });
        const beeld = await this.pagina.screenshot({ animations: "disabled", caret: "hide" });
        await this.pagina.setViewportSize({ width: breedte, height: 800 });
        return beeld;
    }

    /** For who wants to know why a journey stopped. */
    async noodbeeld(naam: string): Promise<void> {
        mkdirSync(uitvoer, { recursive: true });
        await this.pagina.screenshot({ path: join(uitvoer, `${naam}.png`), fullPage: true }).catch(() => undefined);
    }

    /** What the screen asked for has come: a while without a request under way. */
    async rust(): Promise<void> {
        for (let stil = 0, rondes = 0; stil < 3 && rondes < 200; ++rondes) {
            stil = this.onderweg <= 0 ? stil + 1 : 0;
            await new Promise((klaar) => setTimeout(klaar, 50));
        }
    }
    async toets(toets: string): Promise<void> {
        await this.pagina.keyboard.press(toets);
    }
}
