// SPDX-License-Identifier: EUPL-1.2
// Somebody who comes in, finds his way and leaves.
import type { Browser } from "playwright-core";
import { type Bewaking, nieuwRaam } from "./browser.ts";
import { Scherm } from "./scherm.ts";
import { type Account, totp } from "./server.ts";
import type { Taal } from "./woorden.ts";

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

export class Binnen extends Scherm {
    static async open<K extends Binnen>(this: new (...delen: ConstructorParameters<typeof Binnen>) => K, browser: Browser, url: string, taal: Taal, bewaking?: Bewaking): Promise<K> {
        const kantoor = new this(await nieuwRaam(browser, taal, bewaking), taal, bewaking);
        await kantoor.pagina.goto(url);
        await kantoor.kop(kantoor.w("toegang.kop"));
        return kantoor;
    }

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
}
