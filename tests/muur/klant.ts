// SPDX-License-Identifier: EUPL-1.2
// A client of the proof: every call has a trace of its own, every answer can be read, and every answer that was given is
// kept, whoever asked it and wherever in the proof.
import { type Account, Klant } from "../reizen/steun/server.ts";
import { leesbaar } from "./leesbaar.ts";

/** An answer that was given, for the crawler of the read log. */
export type Gehoord = { trace: string; methode: string; pad: string; lijf: unknown; tekst: string };

export class Gevolgd extends Klant {
    private hoort: (g: Gehoord) => void = () => undefined;

    /** Signs in; `hoort` gets every answer from then on. */
    static async volg(url: string, account: Account, hoort: (g: Gehoord) => void): Promise<Gevolgd> {
        const klant = (await Gevolgd.meldAan(url, account)) as Gevolgd;
        klant.hoort = hoort;
        return klant;
    }

    override async roep(methode: string, pad: string, lijf?: unknown, koppen: Record<string, string> = {}) {
        const trace = crypto.randomUUID().replaceAll("-", "");
        const a = await super.roep(methode, pad, lijf, { ...koppen, traceparent: `00-${trace}-${trace.slice(0, 16)}-01` });
        const antwoord = { ...a, tekst: leesbaar(a) };
        if (a.status < 300) this.hoort({ trace, methode, pad, lijf, tekst: antwoord.tekst });
        return antwoord;
    }
}
