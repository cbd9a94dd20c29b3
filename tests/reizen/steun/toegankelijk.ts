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
        // The page, and every part of it that scrolls by itself: none may scroll sideways. Fields may.
        const breed = [document.documentElement, ...Array.from(document.querySelectorAll("body *"))].find((e) => {
            const schuift = e === document.documentElement || /auto|scroll/.test(getComputedStyle(e).overflowX);
            return schuift && !/^(TEXTAREA|INPUT|SELECT)$/.test(e.tagName) && e.scrollWidth > e.clientWidth + 1;
        });
        if (!breed) return "";
        const rand = breed.getBoundingClientRect().left + breed.clientWidth;
        const oorzaak = Array.from(breed.querySelectorAll("*")).filter((e) => e.getBoundingClientRect().right > rand + 1).at(-1);
        const noem = (e?: Element) => (e ? `<${e.tagName.toLowerCase()} class="${e.className}">` : "");
        return `${breed.scrollWidth - breed.clientWidth} px too wide: ${noem(breed)} ${noem(oorzaak)}`;
    });
    if (over) gevonden.push(over);
    return gevonden;
}

/** Wide and narrow; the window is as it was afterwards. `bij` is called at each width. */
export async function gebrekenOpBeideBreedten(pagina: Page, bij?: (breedte: number) => Promise<void>): Promise<string[]> {
    const eerst = pagina.viewportSize();
    const alles: string[] = [];
    const wordt = async (maat: { width: number; height: number }) => {
        await pagina.setViewportSize(maat);
        // two frames: media queries and measured lists have settled
        await pagina.evaluate(() => new Promise((klaar) => requestAnimationFrame(() => requestAnimationFrame(klaar))));
    };
    for (const breedte of breedten) {
        await wordt({ width: breedte, height: 800 });
        await bij?.(breedte);
        alles.push(...(await gebreken(pagina)).map((gebrek) => `${breedte} px: ${gebrek}`));
    }
    if (eerst) await wordt(eerst);
    return alles;
}
