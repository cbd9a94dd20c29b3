// SPDX-License-Identifier: EUPL-1.2
// The crawler: the loggable objects in each answer are the objects in the logs of that request, no more and no fewer
// (veiligheid.md B3). Files in logboek.geraakt; persons and companies, as pseudonyms, in logboek.verwerking.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Proef } from "./proef.ts";
import { pseudoniem } from "./pseudoniem.ts";
import { merk } from "./vast.ts";

type Gelogd = { organisatie: number; objecten: Set<string>; betrokkenen: Set<string> };

/** The data subjects in an answer: whatever is shown as a mention of a person or a company. */
function betrokkenenIn(waarde: unknown, mensen: Map<string, string>, uit = new Set<string>()): Set<string> {
    if (Array.isArray(waarde)) for (const een of waarde) betrokkenenIn(een, mensen, uit);
    else if (waarde && typeof waarde === "object") {
        const w = waarde as Record<string, unknown>;
        // a line of the trade register, when its owner is a natural person
        // somebody whom a row of the municipality's own register names
        const genoemde = typeof w.genoemd === "string" ? mensen.get(w.genoemd) : undefined;
        if (genoemde) uit.add(genoemde);
        const bedrijf = mensen.get((w.bedrijf ?? ("kvkNummer" in w ? w.id : undefined)) as string);
        if (bedrijf) uit.add(bedrijf);
        if ("entiteit" in w && (w.soort === "persoon" || w.soort === "bedrijf")) uit.add((w.entiteit ?? w.id) as string);
        // shown by what names him: a task to inform him, an end of a tie, a fact that was given
        // or found
        const genoemd = "dossier" in w && "sleutel" in w ? w.id : "vermelding" in w && ("naam" in w || "tekst" in w) ? w.vermelding : w.soort === "vermelding" && "rij" in w ? w.rij : undefined;
        const mens = mensen.get(genoemd as string);
        if (mens) uit.add(mens);
        for (const een of Object.values(w)) betrokkenenIn(een, mensen, uit);
    }
    return uit;
}

/** Compares every answer so far; adds to the faults of the proof. */
export function vergelijk(p: Proef): { antwoorden: number; objecten: number; betrokkenen: number; brieven: number } {
    const { w } = p;
    const sleutel = readFileSync(join(w.map, "sleutels/pseudoniem"));
    const object = new Map<string, string>(); // id or kenmerk → id
    for (const regel of w.sql("select id, kenmerk from signaal.signaal union all select id, kenmerk from casus.casus union all select id, id::text from documenten.document union all select id, id::text from actie.actie union all select id, id::text from vraag.vraag union all select id, id::text from documenten.document_verleden union all select id, id::text from overleg.overleg union all select id, id::text from overleg.reeks union all select id, id::text from overleg.punt")) {
        const [id, kenmerk] = regel.split("|") as [string, string];
        object.set(id, id).set(kenmerk, id);
    }
    const melder = new Map<string, string>(); // word of the reporter's name → his id
    for (const regel of w.sql("select id, naam from signaal.melder")) for (const [woord] of regel.slice(37).matchAll(merk)) melder.set(woord, regel.slice(0, 36));
    const vermelding = new Map(w.sql("select id, coalesce(entiteit, id) from entiteit.vermelding union select id, coalesce(entiteit, id) from entiteit.vermelding_verleden").map((r) => r.split("|") as [string, string]));
    const mensen = new Map(w.sql("select id, coalesce(entiteit, id) from entiteit.vermelding where soort in ('persoon', 'bedrijf') union select id, coalesce(entiteit, id) from entiteit.vermelding_verleden where soort in ('persoon', 'bedrijf')").map((r) => r.split("|") as [string, string]));
    const kvk = new Map<string, string>(); // the number of a company that is somebody → its id
    for (const regel of w.sql("select b.id, lpad(b.kvk_nummer::text, 8, '0') from register.bedrijf b left join register.onderneming o on o.kvk_nummer = b.kvk_nummer and o.tot is null where coalesce(o.natuurlijk, true)")) {
        const [id, nummer] = regel.split("|") as [string, string];
        object.set(id, id);
        mensen.set(id, id);
        kvk.set(nummer, id);
    }
    for (const id of w.sql("select id from gemeenteregister.regel")) object.set(id, id);
    for (const id of w.sql("select g.id from gemeenteregister.genoemd g left join register.bedrijf b on b.kvk_nummer = case when g.soort = 'bedrijf' then g.sleutel::integer end where g.soort = 'persoon' or (g.soort = 'bedrijf' and b.id is null)")) mensen.set(id, id);
    const gegeven = new Map<string, string[]>(); // a verstrekking → the data subjects in it
    for (const regel of w.sql("select verstrekking, rij from verstrekking.feit where soort = 'vermelding'")) {
        const [id, rij] = regel.split("|") as [string, string];
        gegeven.set(id, [...(gegeven.get(id) ?? []), ...(mensen.has(rij) ? [mensen.get(rij)!] : [])]);
    }
    // a row of a tie → the data subjects at its ends
    const verband = new Map(w.sql(`select b.id, string_agg(distinct coalesce(v.entiteit, v.id)::text, ',') from (select id, wie, wat from entiteit.verband union select id, wie, wat from entiteit.verband_verleden) b
        join (select id, entiteit, soort from entiteit.vermelding union select id, entiteit, soort from entiteit.vermelding_verleden) v on v.id in (b.wie, b.wat) and v.soort in ('persoon', 'bedrijf') group by b.id`)
        .map((r) => [r.slice(0, 36), r.slice(37).split(",")] as const));
    // in a letter there are no ids: a person is who is named in it
    const genoemd = new Map<string, string>();
    for (const regel of w.sql("select coalesce(entiteit, id), tekst from entiteit.vermelding where soort in ('persoon', 'bedrijf') union select coalesce(entiteit, id), tekst from entiteit.vermelding_verleden where soort in ('persoon', 'bedrijf')"))
        for (const [woord] of regel.slice(37).matchAll(merk)) genoemd.set(woord, regel.slice(0, 36));
    const log = new Map<string, Gelogd>();
    for (const regel of w.sql(`select encode(v.trace_id, 'hex'), v.organisatie, string_agg(encode(v.betrokkene, 'hex'), ','),
            (select string_agg(g.object::text, ',') from logboek.geraakt g where g.organisatie = v.organisatie and g.operatie = v.operatie)
        from logboek.verwerking v group by v.organisatie, v.operatie, v.trace_id`)) {
        const [trace, organisatie, betrokkenen, objecten] = regel.split("|") as [string, string, string, string];
        const lijst = (s: string) => new Set(s === "" ? [] : s.split(","));
        log.set(trace, { organisatie: Number(organisatie), objecten: lijst(objecten), betrokkenen: lijst(betrokkenen) });
    }
    // nor in minutes: an item is there by its title, an action by its words; with an item its file, and with all of them their series
    const opPapier = new Map<string, string>();
    const erbij = new Map<string, string[]>();
    for (const regel of w.sql("select p.id, o.reeks, coalesce(p.dossier::text, ''), p.titel from overleg.punt p join overleg.overleg o on o.organisatie = p.organisatie and o.id = p.overleg union all select a.id, coalesce(o.reeks, a.id), coalesce(a.overleg::text, ''), a.wat from actie.actie a left join overleg.overleg o on o.organisatie = a.organisatie and o.id = a.overleg where a.punt is not null")) {
        const [id, reeks, dossier, tekst] = regel.split("|") as [string, string, string, string];
        for (const [woord] of tekst.matchAll(merk)) opPapier.set(woord, id);
        erbij.set(id, [reeks, ...(dossier === "" ? [] : [dossier])]);
    }
    for (const regel of w.sql("select herkomst, punt from overleg.inbreng")) erbij.get(regel.slice(0, 36))?.push(regel.slice(37)); // its copy at a linked meeting, by name and day
    const som = { antwoorden: 0, objecten: 0, betrokkenen: 0, brieven: 0 };
    const idsIn = (tekst: string) => new Set([...tekst.matchAll(merk)].flatMap(([woord]) => object.get(woord) ?? []));
    for (const g of p.gegeven) {
        ++som.antwoorden;
        const waar = `${g.route.methode} ${g.route.pad}`;
        const getoond = idsIn(g.tekst);
        const bij = new Set<string>();
        if (g.route.naam === "verslagOpenen")
            for (const [woord] of g.tekst.matchAll(merk)) {
                const id = opPapier.get(woord);
                if (!id) continue;
                getoond.add(id);
                for (const ook of erbij.get(id)!) bij.add(ook);
            }
        // a sign names what was looked at by its kenmerk, and a company has its number for one
        if (/^signalering/.test(g.route.naam)) for (const [, nummer] of g.tekst.matchAll(/"kenmerk":"(\d{8})"/g)) if (kvk.has(nummer!)) getoond.add(kvk.get(nummer!)!);
        const wie = betrokkenenIn(/^[[{]/.test(g.tekst) ? JSON.parse(g.tekst) : {}, mensen);
        for (const [woord] of g.tekst.matchAll(merk)) if (melder.has(woord)) wie.add(melder.get(woord)!);
        if (g.brief) for (const [woord] of g.tekst.matchAll(merk)) if (genoemd.has(woord)) wie.add(genoemd.get(woord)!);
        if (g.brief) ++som.brieven;
        som.objecten += getoond.size;
        som.betrokkenen += wie.size;
        if (g.route.audit === "geen" || g.route.audit === "openbaar") {
            if (getoond.size + wie.size > 0) p.fout(`${waar} is of audit class ${g.route.audit} and shows a file or a person`);
            continue;
        }
        const gelogd = log.get(g.trace);
        if (!gelogd) {
            p.fout(`${waar}: no line in the processing log`);
            continue;
        }
        // what was asked about or sent may be logged too, also where the answer is empty
        const gevraagd = `${g.verzoek.pad} ${JSON.stringify(g.verzoek.lijf ?? "")}`;
        const mocht = new Set([...getoond, ...bij, ...idsIn(gevraagd)]);
        for (const id of getoond) if (!gelogd.objecten.has(id)) p.fout(`${waar} shows ${id}, and the read log does not know`);
        for (const id of gelogd.objecten) if (!mocht.has(id)) p.fout(`${waar}: the read log says ${id} was seen, and it is not in the answer`);
        const naam = (id: string) => pseudoniem(sleutel, gelogd.organisatie, id);
        const getoondeMensen = new Set([...wie].map(naam));
        const mochten = new Set(getoondeMensen);
        for (const [woord] of gevraagd.matchAll(merk)) {
            const id = melder.get(woord) ?? vermelding.get(woord);
            for (const een of [...(id ? [id] : []), ...(gegeven.get(woord) ?? []), ...(verband.get(woord) ?? [])]) mochten.add(naam(een));
        }
        for (const id of getoondeMensen) if (!gelogd.betrokkenen.has(id)) p.fout(`${waar} shows a data subject, and the processing log does not know`);
        for (const id of gelogd.betrokkenen) if (!mochten.has(id)) p.fout(`${waar}: the processing log names a data subject who is not in the answer`);
    }
    const [stil] = w.sql("select count(*) from logboek.audit a where a.resultaat <> 'gelukt' and exists (select from logboek.geraakt g where g.organisatie = a.organisatie and g.operatie = a.operatie)");
    if (stil !== "0") p.fout(`${stil} refused calls left a trace of what was refused`);
    return som;
}
