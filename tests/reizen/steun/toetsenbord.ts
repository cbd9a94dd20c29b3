// SPDX-License-Identifier: EUPL-1.2
// Somebody who works with keys only. No mouse, no focus but by Tab; each step says where the focus was when it ended.
import assert from "node:assert/strict";
import type { Locator, Page } from "playwright-core";
import { Kantoor } from "./kantoor.ts";

/** More presses of Tab than any screen needs; one that needs more has lost its way. */
const meesteTabs = 90;

export class Toetsenbord extends Kantoor {
    /** Presses of Tab so far. */
    tabs = 0;

    /** Tab by Tab to this element. */
    async naar(plek: Locator): Promise<void> {
        await plek.waitFor();
        const erop = () => plek.evaluate((element) => element === document.activeElement);
        for (let i = 0; i < meesteTabs; ++i) {
            if (await erop()) return;
            await this.toets("Tab");
            this.tabs += 1;
        }
        throw new Error(`no way by Tab to ${plek}`);
    }
    async druk(plek: Locator, toets = "Enter"): Promise<void> {
        await this.naar(plek);
        await this.toets(toets);
    }
    async typ(id: string, tekst: string, plek: Page | Locator = this.pagina): Promise<void> {
        await this.naar(this.label(id, plek));
        await this.toets("Control+A");
        await this.pagina.keyboard.type(tekst);
    }
    /** A list of choices: by the first letters of its words. */
    async kiesUit(id: string, waarde: string, plek: Page | Locator = this.pagina): Promise<void> {
        const keuze = this.keuze(id, plek);
        await this.naar(keuze);
        const woorden = await keuze.evaluate((lijst, code) => Array.from((lijst as HTMLSelectElement).options).find((een) => een.value === code)?.label ?? "", waarde);
        await this.pagina.keyboard.type(woorden);
        assert.equal(await keuze.inputValue(), waarde);
    }
    /** One of several: Tab to the group, arrows within it. */
    async kiesKnop(groep: Locator, naam: string): Promise<void> {
        const knoppen = groep.getByRole("radio");
        const keus = groep.getByRole("radio", { name: naam, exact: true });
        const gekozen = knoppen.and(groep.locator(":checked"));
        await this.naar((await gekozen.count()) > 0 ? gekozen : knoppen.first());
        await this.toets("Space");
        for (let i = await knoppen.count(); i > 0 && !(await keus.isChecked()); --i) await this.toets("ArrowDown");
        assert.ok(await keus.isChecked(), naam);
    }
    /** The focus is somewhere a reader can tell of, not fallen back to the page. */
    async houdtFocus(wanneer: string): Promise<void> {
        await this.rust();
        const waar = await this.pagina.evaluate(() => document.activeElement?.tagName ?? "nothing");
        assert.notEqual(waar, "BODY", `after ${wanneer} the focus is lost`);
    }
    /** Saves the window that is open. */
    async bewaarVenster(wanneer: string): Promise<void> {
        await this.toets("Control+Enter");
        await this.venster.waitFor({ state: "detached" });
        await this.houdtFocus(wanneer);
    }
    async naarDeel(naam: string): Promise<void> {
        await this.druk(this.pagina.getByRole("navigation", { name: this.w("dossier.delen") }).getByRole("link", { name: this.w(`dossier.deel.${naam}`), exact: true }));
        await this.pagina.waitForURL((url) => url.pathname.endsWith(`/${naam}`));
        await this.houdtFocus(naam);
    }
    async stap(naar: string, reden: string, meer: { id: string; dag: string } | null = null): Promise<void> {
        await this.naarDeel("vervolg");
        await this.kiesKnop(this.pagina.getByRole("group", { name: this.w("casus.stap.vraag") }), this.w(`casus.stap.${naar}`));
        if (meer) await this.typ(meer.id, meer.dag);
        await this.typ("casus.stap.reden", reden);
        await this.toets("Control+Enter");
        await this.staatIn(naar);
        await this.houdtFocus(`casus.stap.${naar}`);
    }
}
