// SPDX-License-Identifier: EUPL-1.2
// Two municipalities in one database. What is of the first does not exist for the second: not through the API, not in
// plain SQL as the role of the application. And whoever looks is written down, twice: who did it, and about whom. Each
// proof runs once more against a planted defect and must then fail.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { dag } from "../reizen/steun/dagen.ts";
import { type Account, gezien, Klant, maakGebruiker, nieuweGegevens, ruimOp, Server, sql as sqlAls } from "../reizen/steun/server.ts";

let map: string;
let server: Server;
let eigen: Klant;
let ander: Klant;
let anderePrivacy: Klant;
let eigenaar: Account;

/** What the first municipality has, as ids, and the words by which it would be recognised. */
const ids: Record<string, string> = {};
const woorden: string[] = [];

const sql = (rol: "beheer" | "toepassing", tekst: string) => sqlAls(map, rol, tekst);

before(async () => {
    map = nieuweGegevens();
    eigenaar = maakGebruiker(map, "damstede", "coordinator", "Hanna Rietveld", "coordinator");
    const vreemd = maakGebruiker(map, "polderveen", "coordinator", "Femke Buurman", "coordinator");
    server = await Server.start(map);
    eigen = await Klant.meldAan(server.url, eigenaar);
    ander = await Klant.meldAan(server.url, vreemd);
    anderePrivacy = await Klant.meldAan(server.url, maakGebruiker(map, "polderveen", "privacy", "Karel Buitenstaander", "privacy"));

    const post = async (pad: string, lijf: unknown, koppen = {}) => (await eigen.eis(201, "POST", pad, lijf, koppen)).lijf;
    let signaal = await post("/v1/signalen", {
        titel: "Verzonnen signaal van de muurproef", omschrijving: "Een loods met dichte ramen.", bron: "meldpunt", thema: "drugs",
        adres: { tekst: "Achter de muur 12" }, melder: { naam: "Melder Muurbloem", contact: "06 00000000" },
        vermeldingen: [{ soort: "persoon", tekst: "Persoon Muurvast" }, { soort: "bedrijf", tekst: "Muurwerk B.V.", sleutel: "90001354" }],
    });
    ids.signaal = signaal.id;
    ids.signaalvermelding = signaal.vermeldingen[0].id;
    const bedrijf = signaal.vermeldingen[1].id;
    signaal = (await eigen.eis(200, "POST", `/v1/signalen/${ids.signaal}/overgangen`, { naar: "in_weging", reden: null }, gezien(signaal.versie))).lijf;
    const profiel = (await eigen.eis(200, "GET", "/v1/wegingsprofiel")).lijf;
    for (const [stap, uitkomst] of [[1, "ja"], [2, "ja"], [3, "gecompliceerd"]] as const) {
        const vragen = profiel.stappen[stap - 1].vragen as { code: string; soort: string; keuzes: { code: string }[] }[];
        const antwoorden = vragen.map((v) => ({ vraag: v.code, antwoord: v.soort === "ja_nee" ? "ja" : (v.keuzes[0]?.code ?? "tekst"), toelichting: null }));
        signaal = await post(`/v1/signalen/${ids.signaal}/wegingen`, { stap, antwoorden, uitkomst, motivering: "Voor de proef.", naarWie: null }, gezien(signaal.versie));
    }
    ids.weging = signaal.wegingen[0].id;
    const ik = (await eigen.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.id;
    ids.gebruiker = ik;
    const casus = await post("/v1/casussen", { signalen: [ids.signaal], werknaam: "Muurwerk", thema: "drugs", trekker: ik, leden: [] });
    ids.casus = casus.id;
    const pad = `/v1/casussen/${ids.casus}`;
    ids.bron = (await post(`${pad}/bronnen`, { bronsoort: "politie", naam: "Politie", vraag: "Muurvraag", grondslag: "Wpg art. 16" })).id;
    const gronden = { grondslag: "Wpg art. 16", verenigbaarheid: "Muurdoel", noodzaak: "Muurnoodzaak", proportionaliteit: "Muurverhouding" };
    ids.toets = (await post(`${pad}/privacytoetsen`, { soort: "1", bron: ids.bron, ...gronden, besluit: "akkoord" })).id;
    await eigen.eis(200, "PATCH", `${pad}/bronnen/${ids.bron}`, { status: "gevraagd" }, gezien(1));
    ids.interventie = (await post(`${pad}/interventies`, { type: "sluiting-13b", omschrijving: "Muursluiting", uitvoerder: "Burgemeester" })).id;
    ids.casusvermelding = (await post(`${pad}/vermeldingen`, { soort: "persoon", tekst: "Tweede Muurvast" })).id;
    ids.verband = (await post(`${pad}/verbanden`, { soort: "bestuurder", wie: ids.signaalvermelding, wat: bedrijf, toelichting: "Muurverband" })).id;
    ids.weergave = (await post("/v1/netwerk/weergaven", { dossier: { soort: "casus", id: ids.casus }, naam: "Muurbeeld", knopen: [{ soort: "casus", id: ids.casus, x: 0, y: 0, vast: false }] })).id;
    ids.verstrekking = (await post(`${pad}/verstrekkingen`, {
        ontvanger: "politie", terAttentieVan: "Team Muur", doel: "Muurdoel van het afschrift", grondslag: "gemeentewet-172", teNoemen: false, feiten: [{ soort: "vermelding", rij: ids.casusvermelding }],
    })).id;
    await post(`${pad}/notities`, { tekst: "Notitie over de muur", wanneer: null });
    ids.document = (await eigen.eis(201, "POST", `${pad}/documenten`, new Blob(["Muurtekst in een bestand."]), { bestandsnaam: "Muurbestand.txt" })).lijf.id;
    const nood = await Klant.meldAan(server.url, maakGebruiker(map, "damstede", "analist", "Ilse Muurnood", "informatieanalist"));
    ids.noodtoegang = (await nood.eis(201, "POST", "/v1/noodtoegangen", { kenmerk: casus.kenmerk, reden: "Muurnood: er is nu een inval." })).lijf.id;
    const privacy = await Klant.meldAan(server.url, maakGebruiker(map, "damstede", "privacy", "Pia Muurwacht", "privacy"));
    const verzoek = { soort: "inzage", ontvangenOp: new Date().toISOString().slice(0, 10), naam: "Betrokkene Muurbloem", adres: null, vraag: "Wat weet de gemeente van de Muur?" };
    ids.verzoek = (await privacy.eis(201, "POST", "/v1/verzoeken", verzoek)).lijf.id;
    ids.gegeven = crypto.randomUUID();
    ids.les = crypto.randomUUID();
    ids.ander = ids.casus!;
    ids.actie = (await post(`${pad}/acties`, { wat: "Muuractie", eigenaar: ik, datum: dag(30) })).id;
    ids.reeks = (await post("/v1/overlegreeksen", { naam: "Muuroverleg", soort: "kernteam", ritmeWeken: 3, weekdag: 4, begin: "09:30", duurMinuten: 90, vanaf: "2026-01-01" })).id;
    ids.andere = (await post("/v1/overlegreeksen", { naam: "Muurtafel", soort: "tafel", ritmeWeken: 3, weekdag: 2, begin: "13:30", duurMinuten: 90, vanaf: "2026-01-01" })).id;
    await eigen.eis(200, "PUT", `/v1/overlegreeksen/${ids.reeks}/koppelingen/${ids.andere}`);
    ids.overleg = (await post("/v1/overleggen", { reeks: ids.reeks })).id;
    ids.punt = (await post(`/v1/overleggen/${ids.overleg}/punten`, { titel: "Muurpunt", dossier: { soort: "casus", id: ids.casus }, doel: "besluiten", minuten: 10 })).id;
    ids.gebied = (await post("/v1/kaart/eigen-gebieden", { naam: "Muurgebied", gedeeld: true, ringen: [[{ x: 575000, y: 6855000 }, { x: 575100, y: 6855000 }, { x: 575100, y: 6855100 }]] })).id;
    for (const nergens of ["inbreng", "vraag", "werklijst", "regel", "suggestie", "gast", "plek"]) ids[nergens] = crypto.randomUUID(); // what they need is not here; their own tests have them
    ids.wachter = (await post("/v1/netwerk/wachters", { vorm: "persoon-bedrijf-adres", naam: "Muurwachter", waarom: "Muurreden", casus: ids.casus, grond: "Muurgrond" })).id;
    woorden.push(...Object.values(ids), signaal.kenmerk, casus.kenmerk, "Muur", "muurproef", "Rietveld");
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

/** A place on the public map: it names nothing of anybody, so it is answered as a list is. */
const tegel: Record<string, string> = { laag: "panden", z: "12", x: "2105", y: "1346", soort: "buikpijn" };

type Weg = { methode: string; pad: string; lijst: boolean };

/** Every operation of the contract, with the ids of the first municipality in its path. */
async function wegen(): Promise<Weg[]> {
    const contract = (await eigen.eis(200, "GET", "/v1/openapi.json")).lijf;
    const basis = contract.servers?.[0]?.url ?? "/v1";
    return Object.entries(contract.paths as Record<string, Record<string, unknown>>).flatMap(([pad, methoden]) => {
        const zaak = pad.startsWith("/casussen");
        const vol = pad
            .replace("{id}", zaak ? ids.casus! : pad.startsWith("/noodtoegangen") ? ids.noodtoegang! : pad.startsWith("/verzoeken") ? ids.verzoek! : ids.signaal!)
            .replace("{code}", "casus-behandelen").replace("{soort}", "kern")
            .replace("{vermelding}", zaak ? ids.casusvermelding! : ids.signaalvermelding!)
            .replace(/\{(\w+)\}/g, (_, naam) => {
                const id = ids[naam] ?? tegel[naam];
                assert.ok(id, `a path with {${naam}}: give the proof one`);
                return id;
            });
        const zonder = /^\/(sessie|demo|gebeurtenissen|oidc)/.test(pad);
        return Object.keys(methoden)
            .filter((methode) => /^(get|post|patch|put|delete)$/.test(methode) && !zonder)
            .map((methode) => ({ methode: methode.toUpperCase(), pad: basis + vol, lijst: !pad.includes("{") || pad.includes("{laag}") }));
    });
}

/** What the second municipality can see or touch of the first through the API. */
async function lekkenDoorDeApi(): Promise<string[]> {
    const lekken: string[] = [];
    const toets = (wat: string, antwoord: { status: number; tekst: string }, goed: (status: number) => boolean) => {
        if (!goed(antwoord.status)) lekken.push(`${wat}: ${antwoord.status}`);
        for (const woord of woorden) if (antwoord.tekst.includes(woord)) lekken.push(`${wat} shows "${woord}"`);
    };
    const routes = await wegen();
    assert.ok(routes.filter((weg) => !weg.lijst).length > 20 && routes.some((weg) => weg.lijst), "the contract was read");
    for (const { methode, pad, lijst } of routes) {
        const wie = pad.includes("/verzoeken") ? anderePrivacy : ander; // whose role may do it at all
        if (methode === "GET") toets(`GET ${pad}`, await wie.roep("GET", pad), (status) => (lijst ? status === 200 || status === 403 : status === 404));
        // a body or a role that is refused before anything is looked at tells nothing about the object either
        else if (!lijst) toets(`${methode} ${pad}`, await wie.roep(methode, pad, {}, gezien(1)), (status) => [400, 403, 404, 415].includes(status));
    }
    for (const [soort, id] of [["signalen?behandelaar", ids.gebruiker], ["casussen?trekker", ids.gebruiker]])
        toets(`filter ${soort}`, await ander.roep("GET", `/v1/${soort}=${id}`), (status) => status === 200 || status === 400);
    for (const plek of ["signalen", "casussen"]) toets(`search ${plek}`, await ander.roep("POST", `/v1/${plek}/_zoek`, { tekst: "muur" }), (status) => status === 200);
    for (const [pad, lijf] of [
        [`/v1/signalen/${ids.signaal}/overgangen`, { naar: "niet_opgepakt", reden: "x" }],
        [`/v1/signalen/${ids.signaal}/melder/_toon`, { reden: "x" }],
        [`/v1/casussen/${ids.casus}/notities`, { tekst: "x", wanneer: null }],
        [`/v1/casussen/${ids.casus}/overgangen`, { naar: "plan", reden: "x" }],
        [`/v1/casussen/${ids.casus}/bronnen`, { bronsoort: "politie", naam: "x", vraag: "x", grondslag: "x", status: "te_vragen" }],
        [`/v1/casussen/${ids.casus}/vermeldingen`, { soort: "persoon", tekst: "x" }],
    ] as const)
        toets(`POST ${pad}`, await ander.roep("POST", pad, lijf, gezien(1)), (status) => status === 404);
    return lekken;
}

test("de tweede gemeente ziet niets van de eerste, door elke weg van de API", { timeout: 120_000 }, async () => {
    assert.deepEqual(await lekkenDoorDeApi(), []);
    // the first one does: the proof looks where there is something
    for (const pad of [`/v1/signalen/${ids.signaal}`, `/v1/casussen/${ids.casus}/dossier`]) assert.ok((await eigen.eis(200, "GET", pad)).tekst.includes("Muur"));
});

test("de stroom van gebeurtenissen van de tweede gemeente zwijgt over de eerste", { timeout: 60_000 }, async () => {
    const luister = async (klant: Klant) => {
        const stop = new AbortController();
        const antwoord = await fetch(`${server.url}/v1/gebeurtenissen`, { headers: { cookie: Reflect.get(klant, "koekje") as string }, signal: stop.signal });
        assert.equal(antwoord.status, 200);
        let tekst = "";
        const lezer = antwoord.body?.getReader();
        const gelezen = (async () => {
            for (let brok = await lezer?.read(); brok && !brok.done; brok = await lezer?.read()) tekst += new TextDecoder().decode(brok.value);
        })().catch(() => undefined);
        return { tekst: () => tekst, einde: () => (stop.abort(), gelezen) };
    };
    const [bij, elders] = [await luister(eigen), await luister(ander)];
    await eigen.eis(201, "POST", `/v1/casussen/${ids.casus}/notities`, { tekst: "Muurnotitie", wanneer: null });
    for (let i = 0; i < 100 && !bij.tekst().includes(ids.casus!); ++i) await new Promise((klaar) => setTimeout(klaar, 50));
    assert.ok(bij.tekst().includes(ids.casus!), "the first municipality heard of its own note");
    assert.equal(elders.tekst().includes(ids.casus!), false);
    await Promise.all([bij.einde(), elders.einde()]);
});

/** Per table with an organisation: how many rows the first municipality has. */
function gevuldeTabellen(): Map<string, number> {
    const tabellen = sql("beheer", `select c.oid::regclass from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisatie'
        where c.relkind = 'r' and has_table_privilege('toepassing', c.oid, 'select') order by 1`);
    assert.ok(tabellen.length > 20, "the tables were found");
    return new Map(sql("beheer", tabellen.map((t) => `select '${t}', count(*) from ${t} where organisatie = 1`).join(" union all "))
        .map((regel) => regel.split("|"))
        .map(([tabel, aantal]) => [tabel ?? "", Number(aantal)] as const)
        .filter(([, aantal]) => aantal > 0));
}

/** The tables in which the role of the application sees rows of the first municipality, asked as the second one. */
function lekkenInSql(): string[] {
    const wie = sql("beheer", "select id from toegang.gebruiker where organisatie = 2 limit 1")[0];
    const vragen = [...gevuldeTabellen().keys()].map((t) => `select '${t}' where exists (select from ${t} where organisatie = 1)`);
    return sql("toepassing", `set damwand.organisatie = '2'; set damwand.gebruiker = '${wie}'; set damwand.operatie = '${crypto.randomUUID()}'; ${vragen.join(" union all ")}`);
}

test("de tweede gemeente ziet niets van de eerste, in gewone SQL als de rol van de toepassing", () => {
    const gevuld = gevuldeTabellen();
    for (const tabel of ["signaal.signaal", "signaal.melder", "signaal.weging", "entiteit.vermelding", "casus.casus", "casus.bron", "casus.gebeurtenis", "interventie.interventie", "toegang.gebruiker"])
        assert.ok((gevuld.get(tabel) ?? 0) > 0, `${tabel} holds something to hide`);
    assert.deepEqual(lekkenInSql(), []);
});

test("wie niemand is ziet niets", () => {
    const vragen = [...gevuldeTabellen().keys()].map((t) => `select '${t}' where exists (select from ${t})`);
    assert.deepEqual(sql("toepassing", vragen.join(" union all ")), []);
});

/** What both logs should hold of one reading of a signaal and of one refused to the other, and do not. */
async function gatenInDeLogboeken(): Promise<string[]> {
    const gaten: string[] = [];
    const stand = () => {
        const [regel] = sql("beheer", `select (select count(*) from logboek.audit), (select count(*) from logboek.verwerking), (select count(*) from logboek.geraakt)`);
        return (regel ?? "").split("|").map(Number) as [number, number, number];
    };
    const eerst = stand();
    await eigen.eis(200, "GET", `/v1/signalen/${ids.signaal}`);
    const daarna = stand();
    for (const [nummer, log] of ["audit", "verwerking", "geraakt"].entries()) if (daarna[nummer]! <= eerst[nummer]!) gaten.push(`reading a signaal left no line in logboek.${log}`);
    const [laatste] = sql("beheer", `select a.operatie, a.actor, a.actie, a.object_id, a.resultaat,
            (select count(*) from logboek.verwerking v where v.operatie = a.operatie and v.betrokkene is not null),
            (select count(*) from logboek.verwerking v where v.operatie = a.operatie and v.activiteit is null),
            (select count(*) from logboek.geraakt g where g.operatie = a.operatie and g.object = '${ids.signaal}')
        from logboek.audit a where a.organisatie = 1 order by a.tijd desc limit 1`);
    const [, actor, actie, object, resultaat, betrokkenen, zonder, geraakt] = (laatste ?? "").split("|");
    if (actor !== ids.gebruiker || actie !== "signaalTonen" || object !== ids.signaal || resultaat !== "gelukt") gaten.push(`the audit log does not say who did what: ${laatste}`);
    if (Number(betrokkenen) < 2) gaten.push("the processing log has no line per person and company in the answer");
    if (zonder !== "0") gaten.push("a processing line without an activity");
    if (geraakt !== "1") gaten.push("the signaal does not know that it was read");
    const vooraf = stand();
    await ander.eis(404, "GET", `/v1/signalen/${ids.signaal}`);
    if (stand()[0] !== vooraf[0] + 1) gaten.push("a refused reading left no line in the audit log");
    return gaten;
}

test("beide logboeken weten het: wie keek, en over wie het ging", async () => {
    assert.deepEqual(await gatenInDeLogboeken(), []);
    // the processing log knows no colleague, the audit log no data subject
    const kolommen = (tabel: string) => sql("beheer", `select attname from pg_attribute where attrelid = 'logboek.${tabel}'::regclass and attnum > 0`);
    assert.equal(kolommen("verwerking").includes("actor"), false);
    assert.equal(kolommen("audit").includes("betrokkene"), false);
    // and neither holds a word of the file
    const alles = sql("beheer", "select a::text from logboek.audit a union all select v::text from logboek.verwerking v").join("\n");
    for (const woord of ["Muur", "muur", "Rietveld"]) assert.equal(alles.includes(woord), false, woord);
});

test("een logboek is niet te wijzigen en niet te wissen door de toepassing", () => {
    for (const poging of ["update logboek.audit set resultaat = 'gelukt'", "delete from logboek.verwerking", "truncate logboek.audit"])
        assert.throws(() => sql("toepassing", `set damwand.organisatie = '1'; ${poging}`), /permission denied/, poging);
});

test("geplant gebrek: zonder rijbeveiliging slaat de proef in SQL aan, en houdt de muur in het programma", { timeout: 120_000 }, async () => {
    sql("beheer", "alter table signaal.signaal disable row level security; drop policy muur on casus.bron; create policy muur on casus.bron using (true)");
    try {
        assert.deepEqual(lekkenInSql().sort(), ["casus.bron", "signaal.signaal"]);
        assert.deepEqual(await lekkenDoorDeApi(), []);
    } finally {
        sql("beheer", "alter table signaal.signaal enable row level security; select basis.beveilig('casus', 'bron', 'zicht')");
    }
    assert.deepEqual(lekkenInSql(), []);
});

test("geplant gebrek: zonder de regel die schrijft slaat de proef op de logboeken aan", async () => {
    const bron = sql("beheer", "select pg_get_functiondef('logboek.schrijf'::regproc)").join("\n");
    sql("beheer", bron.replace(/\$function\$[\s\S]*\$function\$/, "$function$ begin null; end $function$"));
    try {
        const gaten = await gatenInDeLogboeken();
        for (const log of ["audit", "verwerking", "geraakt"]) assert.ok(gaten.some((gat) => gat.includes(`logboek.${log}`)), log);
    } finally {
        sql("beheer", bron);
    }
    assert.deepEqual(await gatenInDeLogboeken(), []);
});
