// SPDX-License-Identifier: EUPL-1.2
// The crawler: the loggable objects in each answer are the objects in the logs of that request, no more and no fewer
// (veiligheid.md B3). Files in logboek.geraakt; persons and companies, as pseudonyms, in logboek.verwerking.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { onthoud } from "./betekenis.ts";
import type { Proef } from "./proef.ts";
import { pseudoniem } from "./pseudoniem.ts";
import { merk } from "./wereld.ts";

type Gelogd = { organisatie: number; objecten: Set<string>; betrokkenen: Set<string> };

/** The data subjects in an answer: whatever is shown as a mention of a person or a company. */
function betrokkenenIn(waarde: unknown, mensen: Map<string, string>, uit = new Set<string>()): Set<string> {
    if (Array.isArray(waarde)) for (const een of waarde) betrokkenenIn(een, mensen, uit);
    else if (waarde && typeof waarde === "object") {
        const w = waarde as Record<string, unknown>;
        // somebody whom a row of the municipality's own register names
        const genoemde = typeof w.genoemd === "string" ? mensen.get(w.genoemd) : undefined;
        if (genoemde) uit.add(genoemde);
        // a line of the trade register, when its owner is a natural person; a request, by who asks
        const bedrijf = mensen.get((w.bedrijf ?? ("kvkNummer" in w || "identiteit" in w ? w.id : undefined)) as string);
        if (bedrijf) uit.add(bedrijf);
        if ("entiteit" in w && (w.soort === "persoon" || w.soort === "bedrijf")) uit.add((w.entiteit ?? w.id) as string);
        // shown by what names him: a task to inform him, an end of a tie, a fact that was given
        // or found
        const genoemd = "dossier" in w && "sleutel" in w ? w.id : "vermelding" in w && ("naam" in w || "tekst" in w) ? w.vermelding : w.soort === "vermelding" && "rij" in w ? w.rij : w.beslissing !== undefined && w.inhoud ? w.id : undefined;
        const mens = mensen.get(genoemd as string);
        if (mens) uit.add(mens);
        for (const een of Object.values(w)) betrokkenenIn(een, mensen, uit);
    }
    return uit;
}

/** Compares every answer that anybody was given so far; adds to the faults of the proof. */
export function vergelijk(p: Proef, gehoord = p.w.gehoord): { antwoorden: number; objecten: number; betrokkenen: number } {
    const { w } = p;
    const sleutel = readFileSync(join(w.map, "sleutels/pseudoniem"));
    const { object, melder, vermelding, mensen, genoemd, gegeven, verband, over } = onthoud(w);
    const log = new Map<string, Gelogd>();
    for (const regel of w.sql(`select encode(v.trace_id, 'hex'), v.organisatie, string_agg(encode(v.betrokkene, 'hex'), ','),
            (select string_agg(g.object::text, ',') from logboek.geraakt g where g.organisatie = v.organisatie and g.operatie = v.operatie)
        from logboek.verwerking v group by v.organisatie, v.operatie, v.trace_id`)) {
        const [trace, organisatie, betrokkenen, objecten] = regel.split("|") as [string, string, string, string];
        const lijst = (s: string) => new Set(s === "" ? [] : s.split(","));
        log.set(trace, { organisatie: Number(organisatie), objecten: lijst(objecten), betrokkenen: lijst(betrokkenen) });
    }
    const som = { antwoorden: 0, objecten: 0, betrokkenen: 0 };
    const idsIn = (tekst: string) => new Set([...tekst.matchAll(merk)].flatMap(([woord]) => object.get(woord) ?? []));
    for (const g of gehoord) {
        const route = w.contract.bij(g.methode, g.pad);
        if (!route || /anmelden$/.test(route.naam)) continue; // the contract itself, the screens; signing in, before there is anybody to log
        ++som.antwoorden;
        const waar = `${route.methode} ${route.pad}`;
        const getoond = idsIn(g.tekst);
        const vorm = /^[[{]/.test(g.tekst);
        const wie = betrokkenenIn(vorm ? JSON.parse(g.tekst) : {}, mensen);
        for (const [woord] of g.tekst.matchAll(merk)) {
            const id = melder.get(woord) ?? (vorm ? undefined : genoemd.get(woord));
            if (id) wie.add(id);
        }
        som.objecten += getoond.size;
        som.betrokkenen += wie.size;
        if (route.audit === "geen" || route.audit === "openbaar") {
            if (getoond.size + wie.size > 0) p.fout(`${waar} is of audit class ${route.audit} and shows a file or a person`);
            continue;
        }
        const gelogd = log.get(g.trace);
        if (!gelogd) {
            p.fout(`${waar}: no line in the processing log`);
            continue;
        }
        // what was asked about or sent may be logged too, also where the answer is empty
        const gevraagd = `${g.pad} ${JSON.stringify(g.lijf ?? "")}`;
        const mocht = new Set([...getoond, ...idsIn(gevraagd), ...[...gevraagd.matchAll(merk)].flatMap(([woord]) => over.get(woord) ?? [])]);
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
