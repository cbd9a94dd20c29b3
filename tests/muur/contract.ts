// SPDX-License-Identifier: EUPL-1.2
// The route table as `openapi.json` tells it, and requests made from its schemas. A field that nobody taught the proof
// to fill is an error: a new route cannot be skipped in silence.
import assert from "node:assert/strict";

type Schema = {
    $ref?: string; type?: string; anyOf?: Schema[]; format?: string; pattern?: string; enum?: string[]; minimum?: number;
    minLength?: number; maxLength?: number; properties?: Record<string, Schema>; required?: string[]; items?: Schema;
};
type Operatie = {
    operationId: string; summary: string; parameters: { name: string; in: string; required: boolean }[]; requestBody?: { content: Record<string, { schema: Schema } | undefined> };
    responses: Record<string, { content?: Record<string, unknown> }>; "x-recht": string; "x-verwerkingsactiviteit": string; "x-auditklasse": string; "x-exportklasse": string;
};
export type OpenApi = { servers: { url: string }[]; paths: Record<string, Record<string, Operatie>>; components: { schemas: Record<string, Schema> } };

export type Route = {
    naam: string; uitleg: string; methode: string; pad: string; delen: string[]; vragen: string[]; ifMatch: boolean; stroom: boolean; bestand: boolean;
    recht: string; activiteit: string; audit: string; export: string; lijf?: Schema;
};

/** A value by field name, or by "Schema.field"; `undefined` leaves an optional field out. */
export type Gegeven = Record<string, unknown>;

export class Contract {
    readonly routes: Route[];
    private readonly api: OpenApi;

    constructor(api: OpenApi) {
        this.api = api;
        this.routes = Object.entries(api.paths).flatMap(([pad, werkingen]) =>
            Object.entries(werkingen).map(([methode, o]) => ({
                naam: o.operationId, uitleg: o.summary, methode: methode.toUpperCase(), pad: api.servers[0]!.url + pad,
                delen: o.parameters.filter((p) => p.in === "path").map((p) => p.name),
                vragen: o.parameters.filter((p) => p.in === "query").map((p) => p.name),
                ifMatch: o.parameters.some((p) => p.name === "If-Match"),
                stroom: Object.values(o.responses).some((r) => r.content && "text/event-stream" in r.content),
                recht: o["x-recht"], activiteit: o["x-verwerkingsactiviteit"], audit: o["x-auditklasse"], export: o["x-exportklasse"],
                bestand: o.requestBody?.content["application/octet-stream"] !== undefined,
                ...(o.requestBody?.content["application/json"] ? { lijf: o.requestBody.content["application/json"].schema } : {}),
            })),
        );
        for (const r of this.routes) for (const [wat, w] of Object.entries({ recht: r.recht, activiteit: r.activiteit, audit: r.audit, export: r.export })) assert.ok(w, `${r.naam} declares no ${wat}`);
    }

    route(naam: string): Route {
        const gevonden = this.routes.find((r) => r.naam === naam);
        assert.ok(gevonden, `there is no route ${naam}`);
        return gevonden;
    }

    /** A body for this route. `woord` gives the text of a free field; `alles`: the optional fields too. */
    lijf(route: Route, gegeven: Gegeven, woord: (veld: string) => string, alles = false): unknown {
        if (route.bestand) return new Blob([woord("inhoud")]);
        if (!route.lijf) return undefined;
        const maak = (schema: Schema, plek: string, verplicht: boolean): unknown => {
            const veld = plek.split(".").at(-1)!;
            for (const sleutel of [plek, veld]) if (Object.hasOwn(gegeven, sleutel)) return gegeven[sleutel];
            if (schema.$ref) {
                const naam = schema.$ref.split("/").at(-1)!;
                return object(this.api.components.schemas[naam]!, naam);
            }
            if (schema.anyOf) return maak(schema.anyOf.find((s) => s.type !== "null")!, plek, verplicht);
            if (schema.type === "object") return object(schema, plek);
            if (schema.type === "array") {
                const een = maak(schema.items!, plek, verplicht);
                return een === undefined ? undefined : [een];
            }
            if (schema.type === "integer") return schema.minimum ?? 1;
            if (schema.type === "boolean") return false;
            if (schema.enum) return schema.enum[0];
            if (schema.type === "string" && !schema.format && !schema.pattern && schema.minLength !== schema.maxLength) {
                const tekst = woord(veld);
                assert.ok(tekst.length <= (schema.maxLength ?? tekst.length), `${plek} is too short for a word`);
                return tekst.padEnd(schema.minLength ?? 0, "x");
            }
            if (verplicht) throw new Error(`${route.naam}: teach the proof (invullen.ts) what to fill in at ${plek}`);
            return undefined;
        };
        const object = (schema: Schema, naam: string): Record<string, unknown> =>
            Object.fromEntries(
                Object.entries(schema.properties ?? {}).flatMap(([veld, deel]) => {
                    const verplicht = schema.required?.includes(veld) ?? false;
                    const genoemd = Object.hasOwn(gegeven, veld) || Object.hasOwn(gegeven, `${naam}.${veld}`);
                    const waarde = verplicht || alles || genoemd ? maak(deel, `${naam}.${veld}`, verplicht) : undefined;
                    return waarde === undefined ? [] : [[veld, waarde]];
                }),
            );
        return maak(route.lijf, "", true);
    }
}

/** The path with its ids filled in. */
export function vulPad(route: Route, delen: Record<string, string>): string {
    return route.pad.replace(/\{(\w+)\}/g, (_, naam: string) => {
        const id = delen[naam];
        if (!id) throw new Error(`${route.naam}: teach the proof (invullen.ts) what {${naam}} is`);
        return id;
    });
}
