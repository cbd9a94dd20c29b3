// SPDX-License-Identifier: EUPL-1.2
// Somebody at work on signalen: recording, reading, weighing, deciding.
import type { Locator } from "playwright-core";
import { Binnen } from "./binnen.ts";
import { veldnaam } from "./woorden.ts";

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
type Code = { code: string; naamNl: string; naamEn: string };

export class Signaalwerk extends Binnen {
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

    protected async vulVermelding(vak: Locator, genoemd: Genoemd): Promise<void> {
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

    async slaOp(): Promise<void> {
        await this.knop("basis.opslaan").click();
    }
}
