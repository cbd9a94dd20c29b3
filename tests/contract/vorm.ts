// SPDX-License-Identifier: EUPL-1.2
// The shape of a JSON value, read from the server's OpenAPI document and from the screens' TypeScript types, and how
// the two differ.
import ts from "typescript";

/** What a value looks like; `weg`: the field may be absent, `leeg`: it may be null. */
export type Vorm = { soort: "tekst" | "getal" | "waarheid" | "lijst" | "object" | "vrij"; weg: boolean; leeg: boolean; delen: Map<string, Vorm>; van?: Vorm };

/** What the client sends to and reads from one operation. */
export type Werking = { in?: Vorm | undefined; uit?: Vorm | undefined; vraag: Map<string, Vorm> };

type Schema = {
    $ref?: string;
    type?: string | string[];
    anyOf?: Schema[];
    properties?: Record<string, Schema>;
    required?: string[];
    items?: Schema;
};
type Inhoud = { content?: Record<string, { schema: Schema }> };
export type OpenApi = {
    servers: { url: string }[];
    paths: Record<string, Record<string, { parameters?: { name: string; in: string; required?: boolean; schema: Schema }[]; requestBody?: Inhoud; responses: Record<string, Inhoud> }>>;
    components: { schemas: Record<string, Schema> };
};

const soorten = { string: "tekst", integer: "getal", number: "getal", boolean: "waarheid", array: "lijst", object: "object" } as const;
const diepst = 8;

/** The shape of a schema; references are followed. */
export function vormVanSchema(api: OpenApi, schema: Schema, weg = false, diepte = 0): Vorm {
    if (schema.$ref) return vormVanSchema(api, api.components.schemas[schema.$ref.split("/").at(-1) as string] ?? {}, weg, diepte);
    const keuzes = schema.anyOf ?? (Array.isArray(schema.type) ? schema.type.map((type) => ({ ...schema, type })) : undefined);
    if (keuzes) {
        const gevuld = keuzes.filter((k) => k.type !== "null");
        return { ...vormVanSchema(api, gevuld[0] ?? {}, weg, diepte), leeg: gevuld.length < keuzes.length };
    }
    const soort = soorten[schema.type as keyof typeof soorten] ?? "vrij";
    const vorm: Vorm = { soort: diepte > diepst ? "vrij" : soort, weg, leeg: false, delen: new Map() };
    if (vorm.soort === "lijst") vorm.van = vormVanSchema(api, schema.items ?? {}, false, diepte + 1);
    if (vorm.soort === "object")
        for (const [naam, deel] of Object.entries(schema.properties ?? {}))
            vorm.delen.set(naam, vormVanSchema(api, deel, !(schema.required ?? []).includes(naam), diepte + 1));
    return vorm;
}

/** The operations that the server offers, as "post /v1/signalen". */
export function serverwerkingen(api: OpenApi): Map<string, Werking> {
    const uit = new Map<string, Werking>();
    const json = (inhoud?: Inhoud) => {
        const schema = inhoud?.content?.["application/json"]?.schema;
        return schema && vormVanSchema(api, schema);
    };
    for (const [pad, methoden] of Object.entries(api.paths))
        for (const [methode, werking] of Object.entries(methoden)) {
            const goed = Object.keys(werking.responses).find((code) => code.startsWith("2"));
            const vragen = (werking.parameters ?? []).filter((p) => p.in === "query");
            uit.set(`${methode} ${api.servers[0]?.url ?? ""}${pad}`, {
                in: json(werking.requestBody),
                uit: goed ? json(werking.responses[goed]) : undefined,
                vraag: new Map(vragen.map((p) => [p.name, vormVanSchema(api, p.schema, p.required !== true)])),
            });
        }
    return uit;
}

/** The shape of a TypeScript type. */
function vormVanType(checker: ts.TypeChecker, type: ts.Type, weg = false, diepte = 0): Vorm {
    const delen = type.isUnion() ? type.types : [type];
    const niets = ts.TypeFlags.Null | ts.TypeFlags.Undefined;
    const gevuld = delen.filter((t) => !(t.flags & niets));
    const leeg = delen.some((t) => t.flags & ts.TypeFlags.Null);
    const vorm: Vorm = { soort: "vrij", weg, leeg, delen: new Map() };
    const alle = (vlag: ts.TypeFlags) => gevuld.length > 0 && gevuld.every((t) => t.flags & vlag);
    const eerste = gevuld[0];
    if (alle(ts.TypeFlags.StringLike)) vorm.soort = "tekst";
    else if (alle(ts.TypeFlags.NumberLike)) vorm.soort = "getal";
    else if (alle(ts.TypeFlags.BooleanLike)) vorm.soort = "waarheid";
    else if (eerste && gevuld.length === 1 && diepte <= diepst && eerste.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) {
        if (checker.isArrayType(eerste)) {
            vorm.soort = "lijst";
            vorm.van = vormVanType(checker, checker.getTypeArguments(eerste as ts.TypeReference)[0] as ts.Type, false, diepte + 1);
        } else {
            vorm.soort = "object";
            for (const veld of checker.getPropertiesOfType(eerste)) {
                const optioneel = (veld.flags & ts.SymbolFlags.Optional) !== 0;
                vorm.delen.set(veld.name, vormVanType(checker, checker.getTypeOfSymbol(veld), optioneel, diepte + 1));
            }
            if (vorm.delen.size === 0) vorm.soort = "vrij"; // a record of anything
        }
    }
    return vorm;
}

/** The operations that the screens call, out of the interface `paths` of this file. */
export function schermwerkingen(bestand: string): Map<string, Werking> {
    const programma = ts.createProgram([bestand], { strict: true, noEmit: true, skipLibCheck: true, moduleResolution: ts.ModuleResolutionKind.Bundler, module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 });
    const checker = programma.getTypeChecker();
    const bron = programma.getSourceFile(bestand);
    const module = bron && checker.getSymbolAtLocation(bron);
    const paths = module && checker.getExportsOfModule(module).find((s) => s.name === "paths");
    if (!paths) throw new Error(`${bestand} exports no paths`);
    const veld = (type: ts.Type | undefined, ...namen: string[]): ts.Type | undefined => {
        let nu = type && checker.getNonNullableType(type);
        for (const naam of namen) {
            const symbool = nu && checker.getPropertyOfType(nu, naam);
            const soort = symbool && checker.getTypeOfSymbol(symbool);
            nu = soort && !(soort.flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Never)) ? checker.getNonNullableType(soort) : undefined;
        }
        return nu && !(nu.flags & ts.TypeFlags.Never) ? nu : undefined;
    };
    const uit = new Map<string, Werking>();
    for (const pad of checker.getPropertiesOfType(checker.getDeclaredTypeOfSymbol(paths)))
        for (const methode of checker.getPropertiesOfType(checker.getTypeOfSymbol(pad))) {
            const werking = checker.getTypeOfSymbol(methode);
            const lijf = veld(werking, "requestBody", "content", "application/json");
            const antwoord = veld(werking, "responses", "200", "content", "application/json");
            const vraag = veld(werking, "parameters", "query");
            uit.set(`${methode.name} ${pad.name}`, {
                in: lijf && vormVanType(checker, lijf),
                uit: antwoord && vormVanType(checker, antwoord),
                vraag: vraag ? vormVanType(checker, vraag).delen : new Map(),
            });
        }
    return uit;
}

/** What a reader that knows `lezer` cannot do with what a writer gives as `schrijver`. */
export function verschillen(plek: string, lezer: Vorm, schrijver: Vorm, streng: { onbekend: boolean }): string[] {
    if (lezer.soort === "vrij" || schrijver.soort === "vrij") return [];
    if (lezer.soort !== schrijver.soort) return [`${plek}: ${schrijver.soort} is given where ${lezer.soort} is read`];
    const fouten: string[] = [];
    if (schrijver.leeg && !lezer.leeg) fouten.push(`${plek}: may be null, and the reader does not know`);
    if (lezer.van && schrijver.van) fouten.push(...verschillen(`${plek}[]`, lezer.van, schrijver.van, streng));
    for (const [naam, deel] of lezer.delen) {
        const gegeven = schrijver.delen.get(naam);
        if (gegeven) fouten.push(...verschillen(`${plek}.${naam}`, deel, gegeven, streng));
        if (!deel.weg && (!gegeven || gegeven.weg)) fouten.push(`${plek}.${naam}: is read, but ${gegeven ? "may be absent" : "is never given"}`);
    }
    if (streng.onbekend) for (const naam of schrijver.delen.keys()) if (!lezer.delen.has(naam)) fouten.push(`${plek}.${naam}: is given, but nobody reads it`);
    return fouten;
}
