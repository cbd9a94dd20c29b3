// SPDX-License-Identifier: EUPL-1.2
// What a call that changes something is tried on: a thing of its own, so that each cell of the matrix finds what it needs.
import { gezien } from "../reizen/steun/server.ts";
import type { Route } from "./contract.ts";
import { type Verzoek, einden, verzoek } from "./invullen.ts";
import { type Kring, type Werking, mag } from "./model.ts";
import { bsn } from "./vast.ts";
import type { Wereld, Wie } from "./wereld.ts";

/** A thing made for this one call, by the keeper of the house. `weg`: what must be gone after it, and where. */
export async function vers(w: Wereld, wie: Wie, route: Route, over: Werking["over"]): Promise<{ v: Verzoek; weg?: { waar: string; wat: string } | undefined }> {
    const n = wie.organisatie;
    const huis = w.huis(n);
    const eigen: Kring = { organisatie: n, soort: "eigen", van: wie.id };
    const maak = (ding: { delen: Record<string, string>; versie: number; kring: Kring }, meer = {}) => verzoek(w, route, n, ding.delen, ding.versie, meer, () => w.woord(ding.kring));
    if (over === "signaal") {
        if (route.naam.startsWith("weegtafel")) return { v: maak({ ...(await w.opWeegtafel(n, route.naam === "weegtafelBesluiten")), versie: 1 }) };
        const ding = await w.maakSignaal(n, "signaal", undefined, route.naam === "signaalVrijgeven" ? { "SignaalNieuwInvoer.alleen": [wie.id] } : {});
        const document = route.delen.includes("document");
        const versie = document ? await w.versie(n, `/v1/signalen/${ding.id}/documenten/${ding.delen.document}`) : route.delen.includes("vermelding") ? 1 : ding.versie;
        const v = maak({ ...ding, versie });
        if (route.naam === "signaalWegen") v.lijf = await w.weging(n, 1, ding.kring);
        return { v, weg: route.methode === "DELETE" ? { waar: `/v1/signalen/${ding.id}`, wat: document ? "geen document in een signaal" : ding.delen.vermelding! } : undefined };
    }
    if (route.naam === "casusOpenen") {
        const signaal = await w.maakSignaal(n, "eigen", wie.id);
        await w.weeg(n, signaal);
        return { v: verzoek(w, route, n, {}, 1, { signalen: [signaal.id], trekker: wie.id }, () => w.woord(eigen)) };
    }
    if (over !== "casus") return { v: verzoek(w, route, n, {}, 1, {}, () => w.woord({ organisatie: n, soort: "signaal" })) };
    const { casus } = huis;
    if (route.naam === "casusOvergaan") {
        const ding = await w.maakCasus(n, "eigen", await w.maakSignaal(n, "eigen", wie.id), wie.id);
        await w.deel(n, ding, [{ gebruiker: wie.id }]);
        return { v: maak({ ...ding, versie: await w.versie(n, `/v1/casussen/${ding.id}`) }, { naar: "uitvoering" }) };
    }
    if (route.naam === "casusEtiketWeghalen") {
        await huis.hoeder.eis(200, "POST", `/v1/casussen/${casus.id}/etiketten`, { soort: "buikpijn", reden: "Voor de proef." });
        return { v: maak({ ...casus, delen: { ...casus.delen, soort: "buikpijn" } }), weg: { waar: `/v1/casussen/${casus.id}`, wat: '"buikpijn"' } };
    }
    if (/^samenhang|^evaluatieVast|^les/.test(route.naam)) {
        const ding = await w.maakCasus(n, "eigen", await w.maakSignaal(n, "eigen", wie.id), wie.id);
        await w.deel(n, ding, [{ gebruiker: wie.id }]);
        if (route.naam.startsWith("samenhang")) {
            const v = maak({ ...casus, delen: { ...casus.delen, ander: ding.id } });
            if (route.methode !== "DELETE") return { v };
            const reden = `Voor de proef ${ding.kenmerk}`;
            await huis.hoeder.eis(200, "POST", `/v1/casussen/${casus.id}/gelijkende/${ding.id}`, { stand: "weggelegd", reden });
            return { v, weg: { waar: `/v1/casussen/${casus.id}/gelijkende`, wat: reden } };
        }
        const les = await w.kijkTerug(n, ding.id, ding.kring, ding.delen.interventie!, true);
        const versie = route.naam === "evaluatieVastleggen" ? (await huis.hoeder.eis(200, "GET", `/v1/casussen/${ding.id}/evaluatie`)).lijf.versie : 1;
        return { v: maak({ ...ding, versie, delen: { ...ding.delen, les } }) };
    }
    if (route.naam === "casusSignaalToevoegen") {
        // who may not know of signalen tries one that is there
        if (!mag(wie.rol, wie.relatie, "signalen lezen")) return { v: maak(casus, { signaal: huis.signaal.id }) };
        const signaal = await w.maakSignaal(n, "casussignaal");
        await w.weeg(n, signaal);
        return { v: maak(casus, { signaal: signaal.id }) };
    }
    if (route.naam === "casusLidVerwijderen") {
        await huis.hoeder.roep("POST", `/v1/casussen/${casus.id}/leden`, { gebruiker: huis.gast, tot: null });
        return { v: maak({ ...casus, delen: { ...casus.delen, gebruiker: huis.gast } }), weg: { waar: `/v1/casussen/${casus.id}`, wat: huis.gast } };
    }
    if (route.naam === "netwerkweergaveVerwijderen" || route.naam === "netwerkweergaveWijzigen") {
        // one of his own: another's nobody changes
        const knoop = { soort: "adres", id: w.adres };
        const a = await wie.klant.eis(201, "POST", "/v1/netwerk/weergaven", { dossier: { soort: "casus", id: casus.id }, naam: "Weg ermee", knopen: [{ ...knoop, x: 0, y: 0, vast: false }] });
        return { v: maak({ ...casus, versie: a.lijf.versie ?? 1, delen: { weergave: a.lijf.id } }), ...(route.naam === "netwerkweergaveVerwijderen" ? { weg: { waar: "/v1/netwerk/weergaven", wat: a.lijf.id } } : {}) };
    }
    if (route.naam === "casusDocumentOvernemen") {
        return { v: maak(casus, { document: await w.bestand(n, "signaal", huis.casussignaal.id, huis.casussignaal.kring) }) };
    }
    if (route.delen.includes("document")) {
        const id = await w.bestand(n, "casus", casus.id, casus.kring);
        const pad = `/v1/casussen/${casus.id}/documenten`;
        return { v: maak({ ...casus, versie: await w.versie(n, `${pad}/${id}`), delen: { ...casus.delen, document: id } }), weg: { waar: pad, wat: id } };
    }
    if (route.naam === "casusWijzigen") return { v: maak({ ...casus, versie: await w.versie(n, `/v1/casussen/${casus.id}`) }) };
    if (route.naam === "planWijzigen") return { v: maak({ ...casus, versie: (await huis.hoeder.eis(200, "GET", `/v1/casussen/${casus.id}`)).lijf.plan.versie }) };
    if (route.naam === "bronInhoudKiezen") return { v: maak({ ...casus, delen: { ...casus.delen, bron: await w.bekendeBron(n, casus.id, casus.kring) } }) };
    if (route.naam === "privacytoetsBesluiten") return { v: maak({ ...casus, versie: 1, delen: { ...casus.delen, toets: await w.toets(n, casus.id, casus.kring, { soort: "2a", leden: [huis.hoederId] }, false) } }) };
    if (route.naam === "casusVraagStellen" || route.naam === "casusVraagWijzigen") {
        // a source that may be asked; what it says is told to one partner besides
        const partner = w.mensen.find((x) => x.rol === "partner" && x.organisatie === n && x.relatie !== "rol verlopen")!;
        const zijn = { organisatie: n, soort: "gedeeld", van: partner.id } as const;
        const bron = await w.kind(n, "bronToevoegen", casus.id, casus.kring, { "BronNieuwInvoer.bronsoort": "omgevingsdienst", "BronNieuwInvoer.regime": "avg", "BronNieuwInvoer.status": "te_vragen" });
        await w.toets(n, casus.id, casus.kring, { soort: "1", bron });
        const gevuld = { "VraagNieuwInvoer.bron": bron, "VraagNieuwInvoer.partner": partner.id, "VraagNieuwInvoer.tekst": `Is dit bekend? ${w.woord(zijn)}`, "VraagNieuwInvoer.gedeeld": w.woord(zijn) };
        if (route.naam === "casusVraagStellen") return { v: maak(casus, gevuld) };
        const vraag = await w.kind(n, "casusVraagStellen", casus.id, zijn, gevuld);
        return { v: maak({ ...casus, versie: 1, delen: { ...casus.delen, vraag } }, { "VraagWijzigingInvoer.terugkoppeling": w.woord(zijn) }) };
    }
    if (route.naam === "kennisgevingSluiten") {
        // a mention that was given, and then said something else
        const vermelding = await w.kind(n, "casusVermeldingToevoegen", casus.id, casus.kring);
        const verstrekking = await w.verstrek(n, casus.id, casus.kring, vermelding);
        await huis.hoeder.eis(200, "PATCH", `/v1/casussen/${casus.id}/vermeldingen/${vermelding}`, { tekst: w.woord(casus.kring) }, gezien(1));
        const alle = (await huis.hoeder.eis(200, "GET", `/v1/casussen/${casus.id}/verstrekkingen`)).lijf.resultaten as { id: string; kennisgevingen: { id: string }[] }[];
        const open = alle.find((een) => een.id === verstrekking)!.kennisgevingen.map((een) => een.id);
        return { v: maak({ ...casus, delen: { ...casus.delen, verstrekking } }, { "KennisgevingBesluitInvoer.kennisgevingen": open, "KennisgevingBesluitInvoer.reden": `Niet nodig: ${w.woord(casus.kring)}` }) };
    }
    const kind = (["bron", "interventie", "vermelding", "verband"] as const).find((k) => route.delen.includes(k));
    if (!kind) return { v: maak(casus) };
    const maker = { bron: "bronToevoegen", interventie: "interventieToevoegen", vermelding: "casusVermeldingToevoegen", verband: "verbandToevoegen" }[kind];
    const id = await w.kind(n, maker, casus.id, casus.kring, /Bsn|^informatie/.test(route.naam) ? { soort: "persoon", sleutel: bsn } : kind === "verband" ? einden(casus.delen) : {});
    // the timeline goes on naming the id of what was taken out, so the thing itself is looked for
    return { v: maak({ ...casus, versie: 1, delen: { ...casus.delen, [kind]: id, persoon: id } }), weg: route.methode === "DELETE" ? { waar: `/v1/casussen/${casus.id}/dossier`, wat: `"id":"${id}"` } : undefined };
}
