// SPDX-License-Identifier: EUPL-1.2
// Backups through the real commands: made while the server runs, kept no longer than thirty days, refused when a byte is
// not as it was, and put back without bringing back what was destroyed meanwhile (veiligheid.md B5, rule 23).
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { dag } from "../reizen/steun/dagen.ts";
import { type Account, Klant, maakGebruiker, nieuweGegevens, programma, ruimOp, Server, sql, tijdelijkeMap } from "../reizen/steun/server.ts";

const slaap = (ms: number) => new Promise((klaar) => setTimeout(klaar, ms));
const damwand = (...woorden: string[]) => spawnSync(programma(), woorden, { encoding: "utf8" });
const opnieuw = (klant: Klant, url: string) => Object.assign(new Klant(url), { koekje: klant.koekje, csrf: klant.csrf });

/** A signaal with a word in its text, in a mention and in its file. */
async function signaal(klant: Klant, woord: string): Promise<{ id: string; versie: number; document: string }> {
    const { lijf } = await klant.eis(201, "POST", "/v1/signalen", { titel: `Titel ${woord}`, omschrijving: `Verzonnen ${woord}.`, bron: "toezicht", vermeldingen: [{ soort: "persoon", tekst: woord }] });
    const document = await klant.eis(201, "POST", `/v1/signalen/${lijf.id}/documenten`, new Blob([`brief ${woord}`]), { bestandsnaam: "brief.txt" });
    return { id: lijf.id, versie: lijf.versie, document: document.lijf.id };
}

test("een reservekopie: gemaakt terwijl de server draait, geweigerd als er een byte anders is, en terug zonder wat vernietigd is", { timeout: 600_000 }, async (t) => {
    const map = nieuweGegevens();
    const elders = tijdelijkeMap();
    after(() => [map, elders].forEach(ruimOp));
    // signatures of our own: a file that was inspected can be opened
    mkdirSync(join(elders, "signaturen"));
    chmodSync(join(elders, "signaturen"), 0o755);
    writeFileSync(join(elders, "signaturen/proef.ndb"), `Proef.Woord:0:*:${Buffer.from("damwand-proefvirus").toString("hex")}\n`);
    process.env.DAMWAND_SIGNATUREN = join(elders, "signaturen");
    process.env.DAMWAND_SLEUTELKOPIE = join(elders, "sleutels");
    const kopieen = join(elders, "kopieen");
    const sleutel = join(elders, "reservesleutel");
    const account = (naam: string, rol: string): Account => maakGebruiker(map, "damstede", naam, naam, rol);
    const accounts = [account("maker", "coordinator"), account("archief", "archivaris"), account("toezicht", "privacy")];
    let server = await Server.start(map);
    const mensen = (await Promise.all(accounts.map((a) => Klant.meldAan(server.url, a)))) as [Klant, Klant, Klant];
    const hier = (nr: number) => opnieuw(mensen[nr]!, server.url);
    const blijft = await signaal(mensen[0], "kanblijft");
    const weg = await signaal(mensen[0], "kanverdwijnt");
    await slaap(1500);

    // a key first, in a file that others cannot read
    const zonder = damwand("db", "backup", "--map", map, "--naar", kopieen, "--sleutel", sleutel);
    assert.equal(zonder.status, 2);
    assert.match(zonder.stderr, /De sleutel voor reservekopieën .* is er niet\. Maak hem met: damwand db sleutel/);
    assert.equal(damwand("db", "sleutel", "--sleutel", sleutel).status, 0);
    assert.equal(damwand("db", "sleutel", "--sleutel", sleutel).status, 2, "an old key still opens old backups");
    chmodSync(sleutel, 0o444);
    assert.match(damwand("db", "backup", "--map", map, "--naar", kopieen, "--sleutel", sleutel).stderr, /Anderen kunnen .* lezen/);
    chmodSync(sleutel, 0o400);

    // what is older than thirty days goes, what was broken off too; not before there is a new one, and nothing that is not ours
    mkdirSync(kopieen);
    const oud = [`damwand-${dag(-31)}T020000Z.dwb`, `damwand-${dag(-30)}T020000Z.dwb`, `damwand-${dag(-29)}T020000Z.dwb`, "damwand-half.dwb.deel", "verslag.txt"];
    for (const naam of oud) writeFileSync(join(kopieen, naam), "x");
    const droog = damwand("db", "backup", "--map", map, "--naar", kopieen, "--sleutel", sleutel, "--dry-run");
    assert.equal(droog.status, 0, droog.stderr);
    assert.deepEqual(readdirSync(kopieen).sort(), [...oud].sort());
    assert.equal(droog.stdout.match(/Zou weggooien/g)?.length, 3);
    const gemaakt = JSON.parse(damwand("db", "backup", "--map", map, "--naar", kopieen, "--sleutel", sleutel, "--json").stdout);
    assert.deepEqual(readdirSync(kopieen).sort(), [oud[2]!, oud[4]!, gemaakt.bestand.split("/").at(-1)].sort());
    assert.equal(statSync(gemaakt.bestand).mode & 0o777, 0o400);
    assert.ok(gemaakt.sleutels >= 2, "the keys were copied along");
    const bytes = readFileSync(gemaakt.bestand);
    for (const woord of ["kanblijft", "kanverdwijnt", "PGDMP", "damstede"]) assert.ok(!bytes.includes(woord), `${woord} is readable in the backup`);
    const heel = damwand("db", "controleer", gemaakt.bestand, "--sleutel", sleutel);
    assert.match(heel.stdout, /is heel: gemaakt op .* onderdelen/);

    // any byte that is not as it was, any end that is missing, another key: refused in plain words, and nothing happens
    const ander = join(elders, "andere");
    damwand("db", "sleutel", "--sleutel", ander);
    const proef = join(elders, "proef.dwb");
    const gevallen: [string, () => string, RegExp][] = [
        ["another key", () => ander, /niet heel, of de sleutel past niet/],
        ["the last byte gone", () => (truncateSync(proef, bytes.length - 1), sleutel), /niet heel/],
        ["cut at a piece", () => (truncateSync(proef, 24 + 65_536 + 17), sleutel), /niet heel/],
        ["empty", () => (truncateSync(proef, 0), sleutel), /niet heel/],
        ["something behind it", () => (writeFileSync(proef, Buffer.concat([bytes, Buffer.from("x")])), sleutel), /niet heel/],
        ...[0, 30, bytes.length >> 1, bytes.length - 20].map((plek): [string, () => string, RegExp] => [`byte ${plek} altered`, () => {
            const b = Buffer.from(bytes);
            b[plek]! ^= 1;
            return writeFileSync(proef, b), sleutel;
        }, /niet heel/]),
        ["not there", () => (rmSync(proef), sleutel), /is er niet, of is niet te lezen/],
    ];
    for (const [wat, doe, woorden] of gevallen) {
        rmSync(proef, { force: true });
        copyFileSync(gemaakt.bestand, proef);
        chmodSync(proef, 0o600);
        const met = doe();
        for (const opdracht of ["controleer", "herstel"]) {
            const a = damwand("db", opdracht, proef, "--sleutel", met, "--map", map, ...(opdracht === "herstel" ? ["--vervang"] : []));
            assert.equal(a.status, 2, `${opdracht}: ${wat}: ${a.stdout}`);
            assert.match(a.stderr, woorden, `${opdracht}: ${wat}`);
        }
    }
    t.diagnostic(`${gevallen.length} broken backups refused twice; the whole one is ${bytes.length} bytes`);

    // destroyed after the backup, by two others, with its file
    await hier(0).eis(200, "POST", `/v1/signalen/${weg.id}/overgangen`, { naar: "niet_opgepakt", reden: "Niets." }, { "if-match": `"${weg.versie}"` });
    sql(map, "beheer", `update signaal.overgang set op = op - interval '2 years' where signaal = '${weg.id}'`);
    const lijst = (await hier(0).eis(201, "POST", "/v1/vernietiging/lijsten", { objecten: [weg.id] })).lijf;
    for (const nr of [1, 2]) await hier(nr).eis(200, "POST", `/v1/vernietiging/lijsten/${lijst.id}/akkoorden`, { inhoud: lijst.inhoud });
    await hier(0).eis(200, "POST", `/v1/vernietiging/lijsten/${lijst.id}/_voer-uit`);
    for (let i = 0; i < 400 && sql(map, "beheer", `select count(*) from signaal.signaal where id = '${weg.id}'`)[0] !== "0"; ++i) await slaap(50);
    for (let i = 0; i < 400 && sql(map, "beheer", "select count(*) from archief.verklaring")[0] !== "1"; ++i) await slaap(50);
    const later = await signaal(hier(0), "kanlater");

    // the server has to be off, and a database that is there is not replaced by accident
    const terug = (...meer: string[]) => damwand("db", "herstel", gemaakt.bestand, "--sleutel", sleutel, "--map", map, ...meer);
    assert.match(terug("--vervang").stderr, /Er draait al een damwand/);
    await server.stop();
    assert.match(terug().stderr, /Er is hier al een database\. Met --vervang/);
    // without the ledger what was destroyed would come back; without the master key nothing opens
    const boek = join(map, "sleutels/vernietigd.jsonl");
    const nieuwere = JSON.parse(damwand("db", "backup", "--map", map, "--naar", join(elders, "nieuwer"), "--sleutel", sleutel, "--json").stdout).bestand;
    for (const [bestand, woorden] of [[boek, /vernietigingsboek .* ontbreekt, of is korter/], [join(map, "sleutels/meester"), /niet de meestersleutel van toen/]] as const) {
        renameSync(bestand, `${bestand}.even`);
        const a = damwand("db", "herstel", nieuwere, "--sleutel", sleutel, "--map", map, "--vervang");
        assert.equal(a.status, 2);
        assert.match(a.stderr, woorden);
        assert.ok(!existsSync(bestand), "a refusal made a key of its own");
        renameSync(`${bestand}.even`, bestand);
    }
    const proefloop = terug("--vervang", "--dry-run");
    assert.match(proefloop.stdout, /is heel: [^]*Er is niets veranderd\. [^]*\([1-9]\d* regels\)/);

    // a key store that was lost comes back from its copy, without the key of what was destroyed
    rmSync(join(map, "sleutels/dossiers"), { recursive: true });
    const sleuteldag = join(elders, "sleutels", readdirSync(join(elders, "sleutels"))[0]!);
    assert.ok(existsSync(join(sleuteldag, "1", weg.id)), "the copy still has the key");
    const gedaan = terug("--vervang", "--sleutels", sleuteldag);
    assert.equal(gedaan.status, 0, gedaan.stderr);
    assert.match(gedaan.stdout, /opnieuw vernietigd/);
    assert.deepEqual(readdirSync(join(map, "sleutels/dossiers/1")).sort(), [blijft.id, later.id].sort());

    // before anybody opened a port: of what was destroyed nothing, of the rest everything, of later nothing
    const uitgeschreven = () => execFileSync("/usr/lib/postgresql/15/bin/pg_dump", ["-h", join(map, "database/sok"), "-U", "beheer", "damwand"], { encoding: "utf8", maxBuffer: 1 << 30 });
    server = await Server.start(map);
    const alles = uitgeschreven();
    assert.equal(alles.includes("kanverdwijnt"), false);
    assert.equal(alles.includes("kanlater"), false);
    assert.ok(alles.includes("kanblijft"));
    assert.equal(sql(map, "beheer", "select count(*) from archief.verklaring")[0], "1", "the declaration came back from the ledger");
    assert.equal(damwand("archief", "bewijs", weg.id, "--map", map).status, 0);
    assert.equal((await hier(0).roep("GET", `/v1/signalen/${blijft.id}`)).status, 401, "who was signed in is not any more");
    const maker = await Klant.meldAan(server.url, accounts[0]!, 1);
    assert.equal((await maker.eis(200, "GET", `/v1/signalen/${blijft.id}`)).lijf.titel, "Titel kanblijft");
    assert.equal((await maker.eis(200, "GET", `/v1/signalen/${blijft.id}/documenten/${blijft.document}/inhoud`)).tekst, "brief kanblijft");
    for (const id of [weg.id, later.id]) await maker.eis(404, "GET", `/v1/signalen/${id}`);
    // and the walls came back with the rows
    assert.equal(sql(map, "toepassing", `set damwand.organisatie = '2'; select count(*) from signaal.signaal`)[0], "0");
    assert.equal(sql(map, "beheer", "select count(*) from pg_class where relrowsecurity and not relforcerowsecurity")[0], "0");
    await server.stop();

    // on a new machine: an empty folder with the keys and the ledger, and the backup
    const nieuw = join(elders, "nieuwe-machine");
    mkdirSync(nieuw);
    chmodSync(nieuw, 0o755);
    cpSync(join(map, "sleutels"), join(nieuw, "sleutels"), { recursive: true });
    const daar = damwand("db", "herstel", gemaakt.bestand, "--sleutel", sleutel, "--map", nieuw);
    assert.equal(daar.status, 0, daar.stderr);
    server = await Server.start(nieuw);
    assert.equal((await (await Klant.meldAan(server.url, accounts[1]!, 1)).eis(200, "GET", "/v1/vernietiging/verklaringen")).lijf.resultaten.length, 1);
    assert.equal(sql(nieuw, "beheer", "select string_agg(titel, ',') from signaal.signaal")[0], "Titel kanblijft");
    await server.stop();
});
