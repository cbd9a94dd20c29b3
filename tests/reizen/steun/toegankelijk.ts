// SPDX-License-Identifier: EUPL-1.2
// Is this screen usable by everybody: axe, and no sideways scrolling at the width of a small phone.
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";

const regels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
export const breedten = [1280, 320] as const;

/** What is wrong with the screen as it stands now; empty when nothing is. */
export async function gebreken(pagina: Page): Promise<string[]> {
    const { violations, passes } = await new AxeBuilder({ page: pagina }).withTags(regels).setLegacyMode().analyze();
    const gevonden = violations.map(
        (v) => `${v.id}: ${v.nodes.map((n) => `${n.target.join(" ")} ${n.failureSummary?.split("\n")[1]?.trim() ?? ""}`).slice(0, 4).join(" | ")}`,
    );
    if (passes.length === 0) gevonden.push("axe checked nothing");
    const over = await pagina.evaluate(() => {
        const wortel = document.documentElement;
        if (wortel.scrollWidth <= wortel.clientWidth) return "";
        const breed = Array.from(document.querySelectorAll("body *")).filter((e) => e.getBoundingClientRect().right > wortel.clientWidth + 1).at(-1);
        return `${wortel.scrollWidth - wortel.clientWidth} px too wide${breed ? `, at <${breed.tagName.toLowerCase()} class="${breed.className}">` : ""}`;
    });
    if (over) gevonden.push(over);
    return gevonden;
}

/** Wide and narrow; the window is as it was afterwards. `bij` is called at each width. */
export async function gebrekenOpBeideBreedten(pagina: Page, bij?: (breedte: number) => Promise<void>): Promise<string[]> {
    const eerst = pagina.viewportSize();
    const alles: string[] = [];
    for (const breedte of breedten) {
        await pagina.setViewportSize({ width: breedte, height: 800 });
        // two frames: media queries and measured lists have settled
        await pagina.evaluate(() => new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(klaar))));
        await bij?.(breedte);
        alles.push(...(await gebreken(pagina)).map((gebrek) => `${breedte} px: ${gebrek}`));
    }
    if (eerst) await pagina.setViewportSize(eerst);
    return alles;
}
