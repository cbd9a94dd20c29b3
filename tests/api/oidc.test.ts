// SPDX-License-Identifier: EUPL-1.2
// Signing in through an identity provider: a good login at the real one (npm oidc-provider), everything a hostile one can
// try, fresh proof, and what of it stands in the audit log.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server } from "../reizen/steun/server.ts";
import { alsPem, client, EchteAanbieder, maakSleutel, type Smeed, substantieel, ValseAanbieder } from "./aanbieder.ts";

const adres = "https://damwand.example";
let map: string;
let echt: EchteAanbieder;
let vals: ValseAanbieder;
let server: Server;

function sql(tekst: string): string {
    return execFileSync("psql", ["-h", join(map, "database/sok"), "-U", "beheer", "-d", "damwand", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", tekst], { encoding: "utf8" }).trim();
}

/** damwand serve that signs in at `issuer`. */
async function metAanbieder(issuer: string, maak: boolean): Promise<Server> {
    const geheim = join(map, "geheim");
    writeFileSync(geheim, `${client.geheim}\n`, { mode: 0o400, flag: "w" });
    const config = join(map, `damwand-${maak}.toml`);
    writeFileSync(config, `[oidc]\nissuer = '${issuer}'\nclient_id = '${client.id}'\ngeheim_bestand = '${geheim}'\nnaam = 'de gemeente'\norganisatie = 'damstede'\nadres = '${adres}'\nacr = '${substantieel}'\nmaak_gebruikers = ${maak}\n`);
    return Server.start(map, ["serve"], ["--config", config]);
}

/** A browser with cookies, that goes where it is sent. */
class Browser {
    private readonly koekjes = new Map<string, string>();
    readonly bezocht: string[] = [];
    private readonly doel: Server;
    constructor(doel: Server) {
        this.doel = doel;
    }

    async haal(url: string, opties: RequestInit = {}): Promise<Response> {
        const echteUrl = url.replace(adres, this.doel.url);
        const plek = new URL(echteUrl).origin;
        this.bezocht.push(url);
        const mee = [...this.koekjes].filter(([k]) => k.startsWith(plek)).map(([k, v]) => `${k.slice(plek.length)}=${v}`).join("; ");
        const antwoord = await fetch(echteUrl, { redirect: "manual", ...opties, headers: { ...(mee ? { cookie: mee } : {}), ...opties.headers } });
        for (const zet of antwoord.headers.getSetCookie()) {
            const [naam = "", waarde = ""] = (zet.split(";")[0] ?? "").split(/=(.*)/s);
            if (waarde === "" || /Max-Age=0|expires=Thu, 01 Jan 1970/i.test(zet)) this.koekjes.delete(plek + naam);
            else this.koekjes.set(plek + naam, waarde);
        }
        return antwoord;
    }
    koekje = (naam: string) => this.koekjes.get(this.doel.url + naam);
    zetKoekje = (naam: string, waarde: string) => this.koekjes.set(this.doel.url + naam, waarde);

    /** Follows redirects up to the page of ours that shows a screen; `stop` ends it earlier. */
    async volg(begin: string, stop: (url: string) => boolean = () => false): Promise<string> {
        let url = begin;
        for (let stap = 0; stap < 15; stap += 1) {
            if (stop(url)) return url;
            let antwoord = await this.haal(url);
            if (antwoord.status === 200 && !url.startsWith(adres)) antwoord = await this.verzend(url, await antwoord.text());
            const naar = antwoord.headers.get("location");
            if (!naar) throw new Error(`${url}: ${antwoord.status} ${(await antwoord.text()).slice(0, 300)}`);
            url = new URL(naar, url).href;
            if (url.startsWith(adres) && !url.includes("/v1/")) return url.slice(adres.length);
        }
        throw new Error(`no end: ${this.bezocht.join(" → ")}`);
    }
    /** A page of the provider that only sends its form. */
    private verzend(url: string, pagina: string): Promise<Response> {
        const actie = /action="([^"]+)"/.exec(pagina)?.[1] ?? "";
        const velden = [...pagina.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, naam = "", waarde = ""]) => [naam, waarde]);
        return this.haal(new URL(actie, url).href, { method: "POST", body: new URLSearchParams(velden) });
    }
    meldAan = (vraag = "") => this.volg(`${adres}/v1/oidc/aanmelden${vraag}`);
    sessie = async () => (await this.haal(`${adres}/v1/sessie`)).json() as Promise<{ rollen: string[]; wijze: string; gebruiker: { naam: string } }>;
}

const mislukt = "/inloggen?fout=aanmelden-mislukt";
const laatste = () => sql("select toelichting from logboek.audit where organisatie = 1 and actie like 'oidc%' and resultaat = 'geweigerd' order by tijd desc limit 1");
const weigeringen = () => Number(sql("select count(*) from logboek.audit where organisatie = 1 and actie like 'oidc%' and resultaat = 'geweigerd'"));

before(async () => {
    map = nieuweGegevens();
    opdracht("oidc", "groep", "--map", map, "--organisatie", "damstede", "--groep", "regie", "--rol", "coordinator");
    opdracht("oidc", "groep", "--map", map, "--organisatie", "damstede", "--groep", "analyse", "--rol", "informatieanalist");
    echt = await EchteAanbieder.start(`${adres}/v1/oidc/terug`);
    vals = await ValseAanbieder.start();
});
after(async () => {
    await server?.stop();
    echt?.stop();
    vals?.stop();
    if (map) ruimOp(map);
});

test("wie de aanmelddienst kent komt binnen, met de rollen van zijn groepen", async () => {
    server = await metAanbieder(echt.issuer, true);
    assert.deepEqual(await (await fetch(`${server.url}/v1/aanmeldwijzen`)).json(), { aanbieder: "de gemeente" });
    const browser = new Browser(server);
    assert.equal(await browser.meldAan("?naar=/signalen"), "/signalen");
    const vraag = new URL(browser.bezocht[1] ?? "").searchParams;
    assert.equal(vraag.get("code_challenge_method"), "S256");
    for (const naam of ["state", "nonce", "code_challenge"]) assert.ok((vraag.get(naam) ?? "").length >= 43, naam);
    const sessie = await browser.sessie();
    assert.deepEqual(sessie.rollen, ["coordinator"]);
    assert.equal(sessie.wijze, "oidc");
    assert.equal(sessie.gebruiker.naam, "Anna Verzonnen");
    assert.equal(browser.koekje("__Host-damwand-aanmelden"), undefined);

    echt.groepen = ["analyse", "onbekende groep"];
    const tweede = new Browser(server);
    assert.equal(await tweede.meldAan(), "/");
    assert.deepEqual((await tweede.sessie()).rollen, ["informatieanalist"]);
    assert.equal(sql("select count(*) from toegang.extern"), "1");
});

test("een onbekende groep geeft geen rol, en zonder rol geen toegang", async () => {
    echt.groepen = ["onbekende groep"];
    assert.equal(await new Browser(server).meldAan(), mislukt);
    assert.equal(laatste(), "oidc-geen-rol");
    assert.equal(sql("select count(*) from toegang.gebruiker_rol where tot is null"), "0");
    echt.groepen = ["regie"];
    assert.equal(await new Browser(server).meldAan(), "/");
});

test("een rol die meer zekerheid vraagt telt in deze sessie niet", async () => {
    await server.stop();
    opdracht("oidc", "groep", "--map", map, "--organisatie", "damstede", "--groep", "regie", "--rol", "privacy");
    opdracht("oidc", "rol", "--map", map, "--organisatie", "damstede", "--rol", "coordinator", "--niveau", "hoog");
    server = await metAanbieder(echt.issuer, true);
    const browser = new Browser(server);
    await browser.meldAan();
    assert.deepEqual((await browser.sessie()).rollen, ["privacy"]);
    sql("delete from toegang.rol_niveau");
    assert.deepEqual((await browser.sessie()).rollen, ["coordinator", "privacy"], "rights are read afresh for each request");
    await server.stop();
    opdracht("oidc", "groep", "--map", map, "--organisatie", "damstede", "--groep", "regie", "--rol", "privacy", "--weg");
    const over = JSON.parse(opdracht("oidc", "toon", "--map", map, "--organisatie", "damstede", "--json"));
    assert.deepEqual(over, { groepen: [{ groep: "analyse", rol: "informatieanalist" }, { groep: "regie", rol: "coordinator" }], acr: [], rollen: [] });
    server = await metAanbieder(echt.issuer, true);
});

test("de aanmelddienst weigert wie zonder PKCE komt, en een vreemde staat wordt niet aangenomen", async () => {
    const zonder = new Browser(server);
    const naar = new URL(await zonder.volg(`${adres}/v1/oidc/aanmelden`, (u) => u.startsWith(echt.issuer)));
    naar.searchParams.delete("code_challenge");
    naar.searchParams.delete("code_challenge_method");
    assert.equal(await zonder.volg(naar.href), mislukt);
    assert.equal(laatste(), "oidc-aanbieder");
    assert.equal(await new Browser(server).volg(`${adres}/v1/oidc/terug?code=x&state=y`), mislukt);
    assert.equal(laatste(), "oidc-staat");
});

test("wat onthult vraagt vers bewijs: opnieuw naar de aanmelddienst en terug, met een nieuw sessie-id", async () => {
    const browser = new Browser(server);
    await browser.meldAan();
    const csrf = ((await browser.sessie()) as never as { csrf: string }).csrf;
    const toon = (c: string) => browser.haal(`${adres}/v1/signalen/${crypto.randomUUID()}/melder/_toon`, { method: "POST", body: JSON.stringify({ reden: "Voor de proef." }), headers: { "content-type": "application/json", "x-csrf-token": c } });
    assert.equal((await toon(csrf)).status, 404);
    sql("update toegang.sessie set bewezen_op = bewezen_op - interval '11 minutes'");
    const geweigerd = await toon(csrf);
    assert.equal(geweigerd.status, 403);
    assert.equal(((await geweigerd.json()) as { code: string }).code, "opnieuw-aanmelden");
    const oud = browser.koekje("__Host-damwand") ?? "";
    assert.equal(await browser.meldAan("?opnieuw=1&naar=/signalen?vak=alle"), "/signalen?vak=alle");
    assert.match(browser.bezocht.findLast((u) => u.startsWith(`${echt.issuer}/auth?`)) ?? "", /prompt=login&max_age=0/);
    assert.notEqual(browser.koekje("__Host-damwand"), oud);
    assert.equal((await toon(((await browser.sessie()) as never as { csrf: string }).csrf)).status, 404);
    const oudeSessie = await fetch(`${server.url}/v1/sessie`, { headers: { cookie: `__Host-damwand=${oud}` } });
    assert.equal(oudeSessie.status, 401);
    // Somebody else at the same keyboard does not take the session over.
    echt.wie = "bram";
    const ander = await browser.meldAan("?opnieuw=1");
    echt.wie = "anna";
    assert.equal(ander, mislukt);
});

test("een terugkeer buiten onze pagina's gaat naar het begin", async () => {
    for (const naar of ["https://elders.example/", "//elders.example", "/v1/sessie", "/\\elders.example"]) {
        assert.equal(await new Browser(server).meldAan(`?naar=${encodeURIComponent(naar)}`), "/", naar);
    }
});

test("wie nog geen account heeft komt er zonder toestemming niet in, met dezelfde woorden", async () => {
    await server.stop();
    server = await metAanbieder(echt.issuer, false);
    echt.wie = "carla";
    assert.equal(await new Browser(server).meldAan(), mislukt);
    assert.equal(laatste(), "oidc-onbekend");
    await server.stop();
    const lokaal = maakGebruiker(map, "damstede", "c.lokaal", "Carla Lokaal", "coordinator");
    assert.ok(lokaal.totp);
    opdracht("oidc", "gebruiker", "--map", map, "--config", join(map, "damwand-false.toml"), "--organisatie", "damstede", "--gebruikersnaam", "c.lokaal", "--sub", "carla");
    server = await metAanbieder(echt.issuer, false);
    const browser = new Browser(server);
    assert.equal(await browser.meldAan(), "/");
    assert.equal((await browser.sessie()).gebruiker.naam, "Carla Lokaal");
});

test("een valse aanmelddienst komt er met geen enkel token in; elke poging staat in het logboek", async () => {
    await server.stop();
    server = await metAanbieder(vals.issuer, true);
    vals.smeed = {};
    assert.equal(await new Browser(server).meldAan(), "/", "the honest token of the same provider is taken");
    assert.ok((vals.laatsteToken.get("code_verifier") ?? "").length >= 43);
    const nu = Math.floor(Date.now() / 1000);
    const eerste = vals.sleutels[0]!;
    const gevallen: [string, string, Smeed][] = [
        ["wrong signature", "oidc-handtekening", { sleutel: { ...maakSleutel("x"), kid: eerste.kid } }],
        ["alg none", "oidc-alg", { kop: { alg: "none" }, zonder: true }],
        ["none under the pinned name", "oidc-handtekening", { zonder: true }],
        ["HS256 with the public key", "oidc-alg", { kop: { alg: "HS256" }, hmac: alsPem(eerste) }],
        ["HS256 under the pinned name", "oidc-handtekening", { hmac: alsPem(eerste) }],
        ["an extension that must be understood", "oidc-alg", { kop: { crit: ["b64"], b64: false } }],
        ["wrong iss", "oidc-iss", { claims: { iss: echt.issuer } }],
        ["wrong aud", "oidc-aud", { claims: { aud: "een-ander" } }],
        ["also for another, without azp", "oidc-azp", { claims: { aud: [client.id, "een-ander"] } }],
        ["wrong azp", "oidc-azp", { claims: { azp: "een-ander" } }],
        ["expired", "oidc-exp", { claims: { exp: nu - 120 } }],
        ["kept for an hour", "oidc-iat", { claims: { iat: nu - 3600, exp: nu + 3600 } }],
        ["not yet", "oidc-nbf", { claims: { nbf: nu + 600 } }],
        ["wrong nonce", "oidc-nonce", { claims: { nonce: "een-ander" } }],
        ["no nonce", "oidc-nonce", { claims: { nonce: undefined } }],
        ["missing acr", "oidc-acr", { claims: { acr: undefined } }],
        ["an acr that is worth nothing here", "oidc-acr", { claims: { acr: "urn:wachtwoord" } }],
        ["the acr of our own accounts", "oidc-acr", { claims: { acr: "demo" } }],
        ["no sub", "oidc-sub", { claims: { sub: "" } }],
        ["proved in the future", "oidc-auth-time", { claims: { auth_time: nu + 3600 } }],
    ];
    const vooraf = weigeringen();
    for (const [wat, reden, smeed] of gevallen) {
        vals.smeed = smeed;
        const browser = new Browser(server);
        assert.equal(await browser.meldAan(), mislukt, wat);
        assert.equal(laatste(), reden, wat);
        assert.equal(browser.koekje("__Host-damwand"), undefined, wat);
    }
    assert.equal(weigeringen(), vooraf + gevallen.length);
    vals.smeed = {};
    assert.equal(await new Browser(server).meldAan(), "/");
    // Fresh proof that is not fresh, or does not say when.
    for (const auth_time of [nu - 1200, undefined]) {
        const browser = new Browser(server);
        vals.smeed = {};
        await browser.meldAan();
        vals.smeed = { claims: { auth_time } };
        assert.equal(await browser.meldAan("?opnieuw=1"), mislukt);
        assert.equal(laatste(), "oidc-auth-time");
    }
    vals.smeed = {};
});

test("een staat werkt een keer, en een koekje van een ander werkt niet", async () => {
    const browser = new Browser(server);
    const terug = await browser.volg(`${adres}/v1/oidc/aanmelden`, (u) => u.includes("/v1/oidc/terug"));
    const staat = browser.koekje("__Host-damwand-aanmelden") ?? "";
    assert.equal(await browser.volg(terug), "/");
    browser.zetKoekje("__Host-damwand-aanmelden", staat);
    assert.equal(await browser.volg(terug), mislukt);
    assert.equal(laatste(), "oidc-herhaald");
    const ander = new Browser(server);
    const zijn = await ander.volg(`${adres}/v1/oidc/aanmelden`, (u) => u.includes("/v1/oidc/terug"));
    ander.zetKoekje("__Host-damwand-aanmelden", staat);
    assert.equal(await ander.volg(zijn), mislukt);
    assert.equal(laatste(), "oidc-staat");
    ander.zetKoekje("__Host-damwand-aanmelden", `${staat.slice(0, -1)}${staat.endsWith("0") ? "1" : "0"}`);
    assert.equal(await ander.volg(terug), mislukt);
});

test("een nieuwe sleutel wordt een keer opgehaald; onbekende sleutels vragen niet steeds opnieuw", async () => {
    await server.stop();
    server = await metAanbieder(vals.issuer, true);
    vals.smeed = {};
    await new Browser(server).meldAan();
    const voor = vals.keerSleutels;
    vals.smeed = { sleutel: maakSleutel("nergens") };
    for (let i = 0; i < 3; i += 1) assert.equal(await new Browser(server).meldAan(), mislukt);
    assert.equal(laatste(), "oidc-kid");
    assert.equal(vals.keerSleutels, voor, "asked just now: not again");
    // A server that has not asked for a while takes the new key up at once.
    const nieuw = maakSleutel("twee");
    vals.sleutels.push(nieuw);
    await server.stop();
    server = await metAanbieder(vals.issuer, true);
    vals.smeed = { sleutel: nieuw };
    assert.equal(await new Browser(server).meldAan(), "/");
    assert.equal(vals.keerSleutels, voor + 1);
    vals.smeed = {};
});

for (const alg of ["PS256", "ES256"]) {
    test(`met een eigen sleutel bewijst Damwand zich zonder gedeeld geheim (${alg}); met een andere sleutel niet`, async () => {
        await server.stop();
        const sleutel = join(map, `eigen-${alg}`);
        const config = join(map, `damwand-${alg}.toml`);
        const zet = (issuer: string) => writeFileSync(config, `[oidc]\nissuer = '${issuer}'\nclient_id = '${client.id}'\nsleutel_bestand = '${sleutel}'\nnaam = 'de gemeente'\norganisatie = 'damstede'\nadres = '${adres}'\nacr = '${substantieel}'\nmaak_gebruikers = true\n`);
        const oidcSleutel = (...opties: string[]) => JSON.parse(opdracht("oidc", "sleutel", ...opties, "--map", map, "--config", config)) as { keys: { alg: string; kid: string; d?: string }[] };
        zet("http://127.0.0.1:1");
        const jwks = oidcSleutel("--maak", "--alg", alg);
        assert.equal(jwks.keys[0]!.alg, alg);
        assert.equal(jwks.keys[0]!.d, undefined, "the private half stays");
        assert.equal(statSync(sleutel).mode & 0o777, 0o400);
        assert.throws(() => oidcSleutel("--maak"), "a second time would lose the first");
        const dienst = await EchteAanbieder.start(`${adres}/v1/oidc/terug`, jwks);
        try {
            zet(dienst.issuer);
            server = await Server.start(map, ["serve"], ["--config", config]);
            assert.equal(await new Browser(server).meldAan(), "/");
            await server.stop();
            // Another key, that the provider was not given.
            renameSync(sleutel, `${sleutel}-oud`);
            assert.notEqual(oidcSleutel("--maak", "--alg", alg).keys[0]!.kid, jwks.keys[0]!.kid);
            server = await Server.start(map, ["serve"], ["--config", config]);
            assert.equal(await new Browser(server).meldAan(), mislukt);
            assert.equal(laatste(), "oidc-code");
            await server.stop();
            // The secret of old does not do where a key is asked.
            server = await metAanbieder(dienst.issuer, true);
            assert.equal(await new Browser(server).meldAan(), mislukt);
            assert.equal(laatste(), "oidc-code");
        } finally {
            dienst.stop();
        }
    });
}

test("zonder PKCE met S256 gaat niemand naar de aanmelddienst", async () => {
    await server.stop();
    vals.pkce = ["plain"];
    server = await metAanbieder(vals.issuer, true);
    const browser = new Browser(server);
    assert.equal(await browser.meldAan(), "/inloggen?fout=niet-beschikbaar");
    assert.equal(browser.bezocht.length, 1);
    assert.equal(laatste(), "oidc-onbereikbaar");
});
