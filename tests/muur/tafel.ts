// SPDX-License-Identifier: EUPL-1.2
// Meetings in the leak proof: every user × every meeting × every item, shared screen, minutes, invitation, list, event and mail.
import type { Gegeven } from "./contract.ts";
import { type Proef, kaal } from "./proef.ts";
import { kent, mag } from "./model.ts";
import { verzoek } from "./invullen.ts";
import { merk } from "./vast.ts";
import type { Brief, Postbus } from "./postbus.ts";
import type { Wie } from "./wereld.ts";

const perOverleg = ["overlegTonen", "uitnodigingOpenen", "verslagOpenen", "beeldTonen", "voorstellenTonen"];
const perPunt = ["agendapuntTonen", "inbrengTonen"];
const lijsten = ["overleggenTonen", "overlegreeksenTonen", "actiesTonen"];

/** Calls everything that shows something of a meeting, as everybody; the words somebody was shown, per user. */
export async function aanTafel(p: Proef): Promise<{ getoond: Map<string, Set<string>>; geweigerd: number }> {
    const { w } = p;
    const getoond = new Map<string, Set<string>>();
    let geweigerd = 0;
    w.bewijsOpnieuw();
    for (const wie of w.mensen) {
        const hij = new Set<string>();
        getoond.set(wie.id, hij);
        const roep = async (naam: string, delen: Record<string, string>, meer: Gegeven = {}) => {
            const route = w.contract.route(naam);
            const v = verzoek(w, route, wie.organisatie, delen, 1, meer);
            // the minutes in both forms
            const a = await p.doe(wie, route, naam === "verslagOpenen" && delen.vorm ? { ...v, pad: `${v.pad}?vorm=${delen.vorm}` } : v);
            for (const [woord] of a.tekst.matchAll(merk)) hij.add(woord);
            return a;
        };
        if (!mag(wie.rol, wie.relatie, "aan overleggen deelnemen")) {
            if ((await roep("overlegTonen", { overleg: w.vergaderingen[0]!.id })).status !== 403) p.fout(`a meeting, to ${wie.rol}, ${wie.relatie}`);
            continue; // refused before anything is looked at
        }
        for (const naam of lijsten) await roep(naam, {});
        for (const v of w.vergaderingen) {
            const neemtDeel = v.deelnemers.includes(wie);
            for (const [naam, delen] of [...perOverleg.map((n) => [n, { overleg: v.id }] as const), ["verslagOpenen", { overleg: v.id, vorm: "odt" }] as const,
                ...v.punten.flatMap((punt) => perPunt.map((n) => [n, { overleg: v.id, punt }] as const))]) {
                const a = await roep(naam, delen);
                if (neemtDeel || a.status === 403) continue;
                // to whoever does not take part there is no such meeting, and no item in it
                if (a.status !== 404 || kaal(a) !== (await p.nergensAntwoord(wie, w.contract.route(naam)))) p.fout(`${naam} of a meeting that is not his: ${a.status}, to ${wie.rol}, ${wie.relatie}`);
                ++geweigerd;
            }
        }
    }
    return { getoond, geweigerd };
}

/** What a participant may read and was shown nowhere: without this a proof that shows nothing would be green. */
export function verzwegen(p: Proef, getoond: Map<string, Set<string>>): string[] {
    return p.w.vergaderingen.flatMap((v) => v.deelnemers.filter((m) => mag(m.rol, m.relatie, "aan overleggen deelnemen")).flatMap((m) =>
        v.leesbaar.filter((woord) => kent(m, p.w.van.get(woord)!) && !getoond.get(m.id)!.has(woord)).map((woord) => `${woord} (${p.w.van.get(woord)!.soort}) was not shown to ${m.rol}, ${m.relatie}`)));
}

/** Goes through the agenda of the meeting under way, with everybody in the room and with those only who may read something of the item: a
 *  word on the shared screen is one that all who are there may read. */
export async function gedeeldScherm(p: Proef): Promise<number> {
    const { w } = p;
    const { hoeder } = w.huis(1);
    let woorden = 0;
    for (const v of w.vergaderingen.filter((x) => x.bezig)) {
        const pad = `/v1/overleggen/${v.id}`;
        for (const punt of [...v.punten, v.punten[0]!]) {
            await hoeder.eis(200, "POST", `${pad}/punten/${punt}/_begin`);
            for (const er of [v.deelnemers, v.deelnemers.filter((m) => kent(m, w.van.get(punt)!))]) {
                for (const m of v.deelnemers) await hoeder.eis(200, "PUT", `${pad}/aanwezigheid/${m.id}`, { stand: er.includes(m) ? "aanwezig" : "vertrokken" });
                for (const [woord] of (await hoeder.eis(200, "GET", `${pad}/beeld`)).tekst.matchAll(merk)) {
                    ++woorden;
                    const kring = w.van.get(woord);
                    for (const m of er) if (kring && !kent(m, kring)) p.fout(`the shared screen shows ${woord} (${kring.soort}) with ${m.rol}, ${m.relatie} in the room`);
                }
            }
        }
        for (const m of v.deelnemers) await hoeder.eis(200, "PUT", `${pad}/aanwezigheid/${m.id}`, { stand: "aanwezig" });
    }
    return woorden;
}

/** Lets the house count what waits for everybody, as it does once a day, and waits until all that lies ready is with the mail server: the letters that came. */
export async function bezorgd(p: Proef, bus: Postbus): Promise<readonly Brief[]> {
    for (const n of [1, 2, 3])
        p.w.sql(`set damwand.organisatie = '${n}'; set damwand.operatie = '${crypto.randomUUID()}'; select actie.escaleer(), post.leg_dagoverzichten_klaar()`);
    const wacht = () => Number(p.w.sql("select count(*) from post.uit where verstuurd_op is null and gestopt_op is null")[0]);
    for (let i = 0; i < 600 && wacht() > 0; ++i) await new Promise((klaar) => setTimeout(klaar, 100));
    if (wacht() > 0) p.fout(`${wacht()} letters were not sent`);
    return bus.brieven;
}

/** Reads every letter as who gets it, and the outbox: nothing in it that he may not know. */
export function gelezenDoor(p: Proef, brieven: readonly Brief[]): void {
    for (const { aan, tekst } of brieven) {
        const wie = p.w.mensen.find((m) => aan.startsWith(m.id));
        // of the keepers, who may know everything of their house, and of those who left it
        if (wie) p.keur(wie, "mail", tekst);
    }
    for (const regel of p.w.sql("select u.gebruiker || '|' || u::text from post.uit u")) {
        const wie = p.w.mensen.find((m) => regel.startsWith(m.id));
        if (wie) p.keur(wie, "the outbox", regel);
    }
}

/** Who of the participants must hear of an item that changed: who may see something of it. */
export const hoortVan = (wie: Wie, p: Proef, punt: string): boolean => kent(wie, p.w.van.get(punt)!);
