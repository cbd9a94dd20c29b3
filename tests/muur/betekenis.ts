// SPDX-License-Identifier: EUPL-1.2
// What the ids, kenmerken and words in an answer mean to the logs: which are files, which are people. Read from the database
// as its superuser, and kept: what is destroyed later was shown before.
import { merk, type Wereld } from "./wereld.ts";

export class Betekenis {
    /** id or kenmerk of a loggable object → its id */
    readonly object = new Map<string, string>();
    /** word of a reporter's name → his id */
    readonly melder = new Map<string, string>();
    /** mention → what it is about */
    readonly vermelding = new Map<string, string>();
    /** mention of a person or a company, or a line of the trade register → the data subject */
    readonly mensen = new Map<string, string>();
    /** word in the name of a mention → the data subject: in a letter there are only words */
    readonly genoemd = new Map<string, string>();
    /** a verstrekking → the data subjects in it */
    readonly gegeven = new Map<string, string[]>();
    /** a row of a tie → the data subjects at its ends */
    readonly verband = new Map<string, string[]>();
    /** a list, a block, a request → the files it is about: named without them, they are touched all the same */
    readonly over = new Map<string, string[]>();

    lees(w: Wereld) {
        const rijen = (vraag: string) => w.sql(vraag).map((r) => [r.slice(0, 36), r.slice(37)] as const);
        const ooit = (kolommen: string, tabel: string) => `select ${kolommen} from ${tabel} union select ${kolommen} from ${tabel}_verleden`;
        for (const [id, kenmerk] of rijen(`select id, kenmerk from signaal.signaal union all select id, kenmerk from casus.casus union all select id, kenmerk from betrokkene.verzoek union all ${ooit("id, id::text", "documenten.document")}`)) this.object.set(id, id).set(kenmerk, id);
        for (const [id, naam] of rijen("select id, naam from signaal.melder")) for (const [woord] of naam.matchAll(merk)) this.melder.set(woord, id);
        for (const [id, soort] of rijen(ooit("id, coalesce(entiteit, id) || '|' || soort || '|' || tekst", "entiteit.vermelding"))) {
            const [wie, wat, tekst] = soort.split("|") as [string, string, string];
            this.vermelding.set(id, wie);
            if (wat !== "persoon" && wat !== "bedrijf") continue;
            this.mensen.set(id, wie);
            for (const [woord] of tekst.matchAll(merk)) this.genoemd.set(woord, wie);
        }
        for (const [id, naam] of rijen("select id, naam from betrokkene.verzoek")) {
            this.vermelding.set(id, id); // who asks is a data subject himself
            this.mensen.set(id, id);
            for (const [woord] of naam.matchAll(merk)) this.genoemd.set(woord, id);
        }
        for (const [id, wie] of rijen(`select g.id, coalesce(v.entiteit, v.id) from betrokkene.gegeven g join (select id, entiteit, soort, null::timestamptz as tot from entiteit.vermelding
            union all select id, entiteit, soort, tot from entiteit.vermelding_verleden) v on v.id = g.rij and v.tot is not distinct from g.moment where v.soort in ('persoon', 'bedrijf')`)) this.mensen.set(id, wie);
        for (const [id, dossiers] of rijen("select verzoek, string_agg(distinct dossier::text, ',') from betrokkene.gegeven group by 1 union all select lijst, lijst || ',' || string_agg(object::text, ',') from archief.lijst_regel group by 1 union all select id, object::text from archief.blokkade")) this.over.set(id, dossiers.split(","));
        for (const [id] of rijen("select b.id from register.bedrijf b left join register.onderneming o on o.kvk_nummer = b.kvk_nummer and o.tot is null where coalesce(o.natuurlijk, true)")) {
            this.object.set(id, id);
            this.mensen.set(id, id);
        }
        for (const [id] of rijen("select id from gemeenteregister.regel")) this.object.set(id, id);
        for (const [id] of rijen("select g.id from gemeenteregister.genoemd g left join register.bedrijf b on g.soort = 'bedrijf' and b.kvk_nummer = g.sleutel::integer where g.soort = 'persoon' or (g.soort = 'bedrijf' and b.id is null)")) this.mensen.set(id, id);
        for (const [id, feiten] of rijen("select verstrekking, string_agg(rij::text, ',') from verstrekking.feit where soort = 'vermelding' group by 1")) this.gegeven.set(id, feiten.split(",").flatMap((rij) => this.mensen.get(rij) ?? []));
        for (const [id, wie] of rijen(`select b.id, string_agg(distinct coalesce(v.entiteit, v.id)::text, ',') from (${ooit("id, wie, wat", "entiteit.verband")}) b
            join (${ooit("id, entiteit, soort", "entiteit.vermelding")}) v on v.id in (b.wie, b.wat) and v.soort in ('persoon', 'bedrijf') group by b.id`)) this.verband.set(id, wie.split(","));
    }
}

const van = new WeakMap<Wereld, Betekenis>();

/** The same without looking again: to add to. */
export const betekenis = (w: Wereld): Betekenis => van.get(w) ?? onthoud(w);

/** What everything means that is there now or was there at an earlier call. */
export function onthoud(w: Wereld): Betekenis {
    const b = van.get(w) ?? new Betekenis();
    van.set(w, b);
    b.lees(w);
    return b;
}
