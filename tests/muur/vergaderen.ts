// SPDX-License-Identifier: EUPL-1.2
// The meetings of the world.
import assert from "node:assert/strict";
import type { Kring, Relatie, Rol } from "./model.ts";
import { dag } from "./vast.ts";
import type { Ding, Vergadering, Wereld, Wie } from "./wereld.ts";

/** Meetings of the first house with something in every text: of the casus and the signaal, of a file that nobody at the table may know
 *  of, and of no file; named for some of it by a check 2A are people who may see neither file. */
export async function vergader(w: Wereld): Promise<void> {
    const { hoeder, hoederId, casus, signaal } = w.huis(1);
    const zoek = (rol: Rol, relatie: Relatie) => w.mensen.find((m) => m.rol === rol && m.relatie === relatie);
    const aan = ([["coordinator", "lid"], ["jurist", "lid"], ["deelnemer", "lid"], ["toezichthouder", "niet lid"], ["beleid", "niet lid"], ["partner", "niet lid"], ["burgemeester", "niet lid"], ["jurist", "niet lid"], ["deelnemer", "lidmaatschap verlopen"]] as const)
        .flatMap(([rol, relatie]) => zoek(rol, relatie) ?? []);
    const elders = ([["informatieanalist", "niet lid"], ["beleid", "niet lid"], ["bibob", "niet lid"]] as const).flatMap(([rol, relatie]) => zoek(rol, relatie) ?? []);
    const namen = (mensen: readonly Wie[]) => mensen.map((m) => m.id).join(" ");
    w.bewijsOpnieuw();
    const reeks = async (soort: string, mensen: readonly Wie[], ook: readonly Wie[]): Promise<{ id: string; naam: string }> => {
        const kring: Kring = { organisatie: 1, soort: "overleg", van: namen(mensen) };
        // its name stands in the files that were on its table, and at the other side of a link
        const naam = w.woord({ organisatie: 1, soort: "overlegnaam", van: namen([...mensen, ...ook]) });
        const r = (await hoeder.eis(201, "POST", "/v1/overlegreeksen", { naam, soort, ritmeWeken: 3, weekdag: 4, begin: "09:30", duurMinuten: 90, plaats: w.woord(kring), voorzitter: null, secretaris: null, vanaf: dag(0) })).lijf;
        w.merkAan({ organisatie: 1, soort: "overlegnaam", van: namen([...mensen, ...ook]) }, r.id);
        for (const m of mensen) await hoeder.eis(200, "PUT", `/v1/overlegreeksen/${r.id}/leden/${m.id}`, { organisatie: w.woord(kring), mandaat: w.woord(kring), geheimhouding: "verklaring", vast: true, tot: null });
        return { id: r.id, naam };
    };
    const eerste = await reeks("kernteam", aan, elders);
    const tweede = await reeks("tafel", elders, aan);
    await hoeder.eis(200, "PUT", `/v1/overlegreeksen/${eerste.id}/koppelingen/${tweede.id}`);
    const open = async (r: { id: string; naam: string }, mensen: readonly Wie[], bezig: boolean, over: number): Promise<Vergadering> => {
        const o = (await hoeder.eis(201, "POST", "/v1/overleggen", { reeks: r.id, datum: dag(over) })).lijf;
        w.merkAan({ organisatie: 1, soort: "overlegnaam", van: namen(mensen) }, o.id);
        const v = { id: o.id as string, naam: r.naam, bezig, punten: [], deelnemers: [...mensen], leesbaar: [] };
        w.vergaderingen.push(v);
        return v;
    };
    const gronden = (kring: Kring) => ({ grondslag: w.woord(kring), verenigbaarheid: w.woord(kring), noodzaak: w.woord(kring), proportionaliteit: w.woord(kring), besluit: "akkoord", reden: w.woord(kring) });
    const soorten = ["kern", "toelichting", "personen", "adressen", "bronnen", "voorgenomen"];
    // an item with all its parts; `voor`: who is named for which. The word of a part is for the file and those named for it.
    const leg_op_tafel = async (v: Vergadering, ding: Ding, soort: "casus" | "signaal", voor: [Wie, string[]][]) => {
        const pad = `/v1/overleggen/${v.id}/punten`;
        const tafel = (mensen: readonly Wie[]): Kring => (ding.kring.soort === "verborgen" ? ding.kring : { organisatie: 1, soort: soort === "casus" ? "tafel" : "signaaltafel", van: namen(mensen) });
        const genoemd = voor.map(([m]) => m);
        const schrijf = (kring: Kring): string => {
            const woord = w.woord(kring);
            v.leesbaar.push(woord);
            return woord;
        };
        const p = (await hoeder.eis(201, "POST", pad, { dossier: { soort, id: ding.id }, titel: schrijf(tafel(genoemd)), doel: "besluiten", minuten: 10, voorbereiding: schrijf(ding.kring) })).lijf;
        w.merkAan(tafel(genoemd), p.id);
        v.punten.push(p.id);
        for (const deel of soorten) await hoeder.eis(200, "PUT", `${pad}/${p.id}/delen/${deel}`, { tekst: schrijf(tafel(voor.filter(([, delen]) => delen.includes(deel)).map(([m]) => m))), regime: null });
        if (voor.length > 0) await hoeder.eis(201, "POST", `${pad}/${p.id}/toetsen`, { leden: voor.map(([m, delen]) => ({ gebruiker: m.id, delen })), ...gronden(ding.kring) });
        for (const regel of w.sql(`select id from overleg.toets where punt = '${p.id}'`)) w.merkAan(ding.kring, regel);
        return { id: p.id as string, schrijf: () => schrijf(tafel(genoemd)) };
    };
    const erbij = (v: Vergadering, rol: Rol, relatie: Relatie) => v.deelnemers.filter((m) => m.rol === rol && m.relatie === relatie);
    for (const bezig of [false, true]) {
        const v = await open(eerste, aan, bezig, bezig ? 1 : 0);
        const pad = `/v1/overleggen/${v.id}`;
        const delen = (rol: Rol, relatie: Relatie, welke: string[]) => erbij(v, rol, relatie).map((m): [Wie, string[]] => [m, welke]);
        // first on the table, as another item that begins ends what was on it
        const uit_zicht = w.verborgen ? [await leg_op_tafel(v, w.verborgen, "casus", [])] : [];
        const punten = [
            await leg_op_tafel(v, casus, "casus", [...delen("toezichthouder", "niet lid", ["kern"]), ...delen("partner", "niet lid", ["kern", "personen"])]),
            await leg_op_tafel(v, signaal, "signaal", [...delen("partner", "niet lid", ["voorgenomen"]), ...delen("burgemeester", "niet lid", ["kern", "voorgenomen"])]),
        ];
        const vrij: Kring = { organisatie: 1, soort: "overleg", van: namen(aan) };
        const los = (): string => {
            const woord = w.woord(vrij);
            v.leesbaar.push(woord);
            return woord;
        };
        const p = (await hoeder.eis(201, "POST", `${pad}/punten`, { dossier: null, titel: los(), doel: "informeren", minuten: 5, voorbereiding: los() })).lijf;
        w.merkAan(vrij, p.id);
        v.punten.push(p.id);
        punten.push({ id: p.id, schrijf: los });
        await hoeder.eis(200, "POST", `${pad}/_begin`);
        for (const punt of [...uit_zicht, ...punten]) {
            await hoeder.eis(200, "POST", `${pad}/punten/${punt.id}/_begin`);
            await hoeder.eis(200, "POST", `${pad}/_bewerk`, { sleutel: crypto.randomUUID(), punt: punt.id, veld: "aantekening", gezien: 0, waarde: punt.schrijf() });
            await hoeder.eis(200, "POST", `${pad}/_bewerk`, { sleutel: crypto.randomUUID(), punt: punt.id, veld: "besluittekst", gezien: 0, waarde: punt.schrijf() });
            // nobody is there yet: what is decided is heard by those who lead
            const b = (await hoeder.eis(201, "POST", `${pad}/punten/${punt.id}/besluiten`, { soort: "anders", tekst: punt.schrijf(), tot: null, standpunten: [{ gebruiker: hoederId, eens: false, reden: punt.schrijf() }] })).lijf;
            assert.equal(b.besluiten.length, 1);
        }
        const doener = erbij(v, "toezichthouder", "niet lid")[0];
        if (doener) {
            const zijn: Kring = { organisatie: 1, soort: "gedeeld", van: doener.id };
            const a = (await hoeder.eis(201, "POST", `${pad}/punten/${punten[0]!.id}/acties`, { wat: w.woord(zijn), eigenaar: doener.id, datum: dag(30) })).lijf.acties[0];
            w.merkAan(zijn, a.id);
        }
        // the casus goes to the linked meeting with its core, for one who sits there
        const daar = bezig ? undefined : await open(tweede, elders, false, 2);
        const ander = daar && erbij(daar, "bibob", "niet lid")[0];
        if (daar && ander) {
            const ingebracht: Kring = { organisatie: 1, soort: "tafel", van: ander.id };
            const titel = w.woord(ingebracht);
            const uit = (await hoeder.eis(201, "POST", `${pad}/punten/${punten[0]!.id}/inbreng`, { naar: daar.id, titel, doel: null, minuten: null, leden: [{ gebruiker: ander.id, delen: ["kern"] }], ...gronden(casus.kring) })).lijf;
            // the core is now his to read as well
            const [kern = ""] = w.sql(`select tekst from overleg.deel where punt = '${punten[0]!.id}' and soort = 'kern'`);
            w.van.set(kern, { organisatie: 1, soort: "tafel", van: `${w.van.get(kern)!.van} ${ander.id}` });
            w.merkAan(ingebracht, uit.ingebracht[0].id);
            daar.punten.push(uit.ingebracht[0].id);
            daar.leesbaar.push(titel, kern);
        }
        for (const m of aan) await hoeder.eis(200, "PUT", `${pad}/aanwezigheid/${m.id}`, { stand: "aanwezig" });
        if (bezig) await hoeder.eis(200, "POST", `${pad}/punten/${punten[0]!.id}/_begin`);
        else await hoeder.eis(200, "POST", `${pad}/_sluit`);
    }
}
