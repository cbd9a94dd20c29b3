// SPDX-License-Identifier: EUPL-1.2
// A real Chromium, and what is watched in every window of it: nothing leaves the origin, the content policy holds, no
// script fails, and neither addresses nor titles tell who a file is about.
import assert from "node:assert/strict";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import type { Taal } from "./woorden.ts";

/** A browser of somebody who reads this language: it also decides how a date is typed. */
export function startBrowser(taal: Taal, ...extra: string[]): Promise<Browser> {
    return chromium.launch({
        executablePath: process.env.DAMWAND_CHROMIUM ?? "/usr/bin/chromium",
        env: { ...process.env, LANGUAGE: taal },
        args: [
            ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
            `--lang=${talen[taal]}`, "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--disable-lcd-text", ...extra,
        ],
    });
}

const talen: Record<Taal, string> = { nl: "nl-NL", en: "en-GB" };

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
const schermen = [
    "", "inloggen", "demo", "signalen", "signalen/nieuw", `signalen/${uuid}`, `signalen/${uuid}/weging`, "casussen", "casussen/nieuw", "casussen/prioritering", "weegtafel", "sjablonen", "criteria", "lessen",
    `casussen/${uuid}`, `casussen/${uuid}/(overzicht|tijdlijn|bronnen|documenten|plan|lijktop|interventies|acties|privacytoetsen|betrokkenen|vervolg)`, "acties", "vragen", "gast", "zoeken", "kaart", "werklijsten", `werklijsten/${uuid}`, "netwerk", "netwerk/wachters", "netwerk/patroon", `netwerk/(wachters|suggesties)/${uuid}`, "panden/\\d{16}", "bedrijven", `bedrijven/${uuid}`, "cijfers", "vernietiging", "verzoeken", `verzoeken/${uuid}`, "verwerkingen",
    "overleg", "overleg/reeksen/nieuw", `overleg/reeksen/${uuid}`, `overleg/${uuid}`, `overleg/${uuid}/(live|beeld)`,
    `(signalen|casussen)/${uuid}/inzagen`, "toezicht", "toezicht/(noodtoegang|inzagen|informeren|verstrekkingen|signaleringen|incidenten|kenmerken)",
];
/** Addresses of screens: words of ours, ids, and in the query only codes, ids and days. */
const adresPatroon = new RegExp(`^/(${schermen.join("|")})$`);
const vraagPatroon = new RegExp(`^(${uuid}|[a-z0-9_,+-]{1,60}|(GM|WK|BU)\\d{4,8}|-?[a-zA-Z]{1,30}|\\d{4}-\\d\\d-\\d\\d(T[\\d:.]+Z)?)$`);

export class Bewaking {
    readonly klachten: string[] = [];
    readonly adressen = new Set<string>();
    readonly titels = new Set<string>();
    private readonly oorsprong: string;
    /** Names that may stand on the screen, never in an address, a title or the address of a request. */
    private readonly geheim: readonly string[];

    constructor(url: string, geheim: readonly string[]) {
        this.oorsprong = new URL(url).origin;
        this.geheim = geheim.flatMap((naam) => naam.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((deel) => deel.length > 3);
    }

    private verklapt(tekst: string): string | undefined {
        const klein = decodeURIComponent(tekst).toLowerCase();
        return this.geheim.find((deel) => klein.includes(deel));
    }

    waak(context: BrowserContext): void {
        context.on("request", (verzoek) => {
            const url = verzoek.url();
            if (url.startsWith("data:") || url.startsWith("blob:")) return;
            if (new URL(url).origin !== this.oorsprong) this.klachten.push(`a request left the origin: ${url}`);
            const naam = this.verklapt(url.slice(this.oorsprong.length));
            if (naam) this.klachten.push(`"${naam}" stands in the address of a request: ${url}`);
        });
        context.on("page", (pagina) => this.waakPagina(pagina));
    }

    private waakPagina(pagina: Page): void {
        pagina.on("console", (bericht) => {
            // the browser itself writes every 4xx as an error; those are answers the journey asks for
            if (bericht.type() === "error" && !/the server responded with a status of 4\d\d|net::ERR_(INCOMPLETE_CHUNKED|CONNECTION|NETWORK_IO|INTERNET_DISCONNECTED)/.test(bericht.text()))
                this.klachten.push(`console: ${bericht.text().slice(0, 300)}`);
        });
        pagina.on("pageerror", (fout) => this.klachten.push(`script: ${String(fout.stack ?? fout).slice(0, 600)}`));
        pagina.on("framenavigated", (raam) => {
            if (raam !== pagina.mainFrame() || raam.url() === "about:blank") return;
            const url = new URL(raam.url());
            this.adressen.add(url.pathname + url.search);
            if (!adresPatroon.test(url.pathname)) this.klachten.push(`an address of an unknown shape: ${url.pathname}`);
            for (const [sleutel, waarde] of url.searchParams) {
                if (sleutel === "naar" ? !waarde.startsWith("/") : !vraagPatroon.test(waarde)) this.klachten.push(`free text in an address: ${sleutel}=${waarde}`);
            }
            const naam = this.verklapt(url.pathname + url.search);
            if (naam) this.klachten.push(`"${naam}" stands in an address: ${url.pathname}${url.search}`);
        });
    }

    titel(titel: string): void {
        this.titels.add(titel);
        const naam = this.verklapt(titel);
        if (naam) this.klachten.push(`"${naam}" stands in a title: ${titel}`);
    }

    stil(): void {
        assert.deepEqual(this.klachten, []);
        assert.ok(this.adressen.size > 0 && this.titels.size > 0, "nothing was watched");
    }
}

export async function nieuwRaam(browser: Browser, taal: Taal, bewaking?: Bewaking): Promise<Page> {
    const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        locale: talen[taal],
        timezoneId: "Europe/Amsterdam",
        reducedMotion: "reduce",
    });
    context.setDefaultTimeout(30_000);
    bewaking?.waak(context);
    return context.newPage();
}
