// SPDX-License-Identifier: EUPL-1.2
// Destruction through the real server: kill -9 in the middle is finished at the next start, before the port opens; and an
// older copy of the database put back is destroyed again, with the proof of the command line.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { type Account, Klant, maakGebruiker, nieuweGegevens, programma, ruimOp, Server } from "../reizen/steun/server.ts";

const slaap = (ms: number) => new Promise((klaar) => setTimeout(klaar, ms));
const cycli = Number(process.env.DAMWAND_KILL_CYCLI ?? 4);
const perLijst = 20;
const kanarie = "kanariewoord";

/** SQL as the administrator, on the database's own socket. */
function sql(map: string, tekst: string): string {
    return execFileSync("psql", ["-h", join(map, "database/sok"), "-U", "beheer", "-d", "damwand", "-XAtq", "-v", "ON_ERROR_STOP=1", "-c", tekst], { encoding: "utf8" }).trim();
}
const bewijs = (map: string, id: string) => spawnSync(programma(), ["archief", "bewijs", id, "--map", map, "--json"], { encoding: "utf8" });
const boek = (map: string) => (existsSync(join(map, "sleutels/vernietigd.jsonl")) ? readFileSync(join(map, "sleutels/vernietigd.jsonl"), "utf8").split("\n") : []);
const opnieuw = (klant: Klant, url: string) => Object.assign(new Klant(url), { koekje: Reflect.get(klant, "koekje"), csrf: klant.csrf });

/** Signalen that were not taken up, two years ago, each with a file. */
async function oudeSignalen(map: string, klant: Klant, aantal: number): Promise<string[]> {
    const ids: string[] = [];
    for (let i = 0; i < aantal; ++i) {
        const { lijf } = await klant.eis(201, "POST", "/v1/signalen", { titel: `${kanarie} ${i}`, omschrijving: `Verzonnen ${kanarie}.`, bron: "toezicht", vermeldingen: [{ soort: "voertuig", tekst: kanarie }] });
        const antwoord = await fetch(`${klant.url}/v1/signalen/${lijf.id}/documenten`, {
            method: "POST",
            headers: { cookie: Reflect.get(klant, "koekje"), "x-csrf-token": klant.csrf, "content-type": "application/octet-stream", "idempotency-key": crypto.randomUUID(), bestandsnaam: "brief.txt" },
            body: `${kanarie} ${i}`,
        });
        assert.equal(antwoord.status, 201);
        await klant.eis(200, "POST", `/v1/signalen/${lijf.id}/overgangen`, { naar: "niet_opgepakt", reden: "Niets." }, { "if-match": `"${lijf.versie}"` });
        ids.push(lijf.id);
    }
    sql(map, `update signaal.overgang set op = op - interval '2 years' where signaal in (${ids.map((id) => `'${id}'`)})`);
    return ids;
}

test("kill -9 midden in een vernietiging, en een oude database teruggezet", { timeout: 600_000 }, async (t) => {
    const map = nieuweGegevens();
    after(() => ruimOp(map));
    const account = (naam: string, rol: string): Account => maakGebruiker(map, "damstede", naam, naam, rol);
    const accounts = [account("maker", "coordinator"), account("archief", "archivaris"), account("toezicht", "privacy")];
    let server = await Server.start(map);
    const [maker, archivaris, ander] = (await Promise.all(accounts.map((a) => Klant.meldAan(server.url, a)))) as [Klant, Klant, Klant];
    const hier = (wie: Klant) => opnieuw(wie, server.url);
    let kopie = "";
    let midden = 0;
    const alle: string[] = [];
    for (let cyclus = 0; cyclus < cycli; ++cyclus) {
        const ids = await oudeSignalen(map, hier(maker), perLijst);
        alle.push(...ids);
        if (cyclus === 0) {
            await server.stop();
            kopie = join(map, "kopie");
            execFileSync("cp", ["-a", join(map, "database"), kopie]); // with its owner
            server = await Server.start(map);
        }
        const lijst = (await hier(maker).eis(201, "POST", "/v1/vernietiging/lijsten", { objecten: ids })).lijf;
        for (const wie of [archivaris, ander]) await hier(wie).eis(200, "POST", `/v1/vernietiging/lijsten/${lijst.id}/akkoorden`, { inhoud: lijst.inhoud });
        await hier(maker).eis(200, "POST", `/v1/vernietiging/lijsten/${lijst.id}/_voer-uit`);
        const einde = new Promise((klaar) => server.proces.once("exit", klaar));
        const geboekt = () => boek(map).filter((regel) => regel.includes(`"lijst":"${lijst.id}"`) && regel.includes('"object"')).length;
        while (geboekt() <= cyclus * 3) await slaap(2);
        server.proces.kill("SIGKILL");
        await einde;
        const eerst = geboekt();
        if (eerst < perLijst) ++midden;
        server = await Server.start(map);
        const over = Number(sql(map, `select count(*) from signaal.signaal where id in (${ids.map((id) => `'${id}'`)})`));
        assert.equal(over, 0, "something was left when the port opened");
        assert.ok(geboekt() >= perLijst, `${geboekt()} in the ledger`);
        const na = (await hier(maker).eis(200, "GET", `/v1/vernietiging/lijsten/${lijst.id}`)).lijf;
        assert.equal(na.staat, "uitgevoerd");
        t.diagnostic(`cycle ${cyclus}: killed after ${eerst} of ${perLijst}, ${geboekt()} in the ledger after the start, 0 left`);
    }
    t.diagnostic(`${midden} of ${cycli} kills fell in the middle of a list`);
    assert.ok(midden > 0, "no kill fell in the middle: this proves nothing");
    const verklaringen = (await hier(archivaris).eis(200, "GET", "/v1/vernietiging/verklaringen")).lijf.resultaten;
    assert.equal(verklaringen.length, cycli);
    for (const v of verklaringen) assert.equal(v.inhoud.signalen, perLijst);
    assert.equal(readdirSync(join(map, "documenten/quarantaine/1")).length, 0);
    assert.equal(readdirSync(join(map, "sleutels/dossiers/1")).length, 0);
    for (const id of [alle[0], alle.at(-1)] as string[]) assert.equal(bewijs(map, id).status, 0, bewijs(map, id).stdout);
    assert.equal(bewijs(map, crypto.randomUUID()).status, 1);

    await server.stop();
    rmSync(join(map, "database"), { recursive: true });
    execFileSync("cp", ["-a", kopie, join(map, "database")]);
    assert.ok(existsSync(join(map, "database/data/PG_VERSION")));
    server = await Server.start(map);
    assert.equal(sql(map, `select count(*) from signaal.signaal where titel like '${kanarie}%'`), "0");
    const uitgeschreven = execFileSync("/usr/lib/postgresql/15/bin/pg_dump", ["-h", join(map, "database/sok"), "-U", "beheer", "damwand"], { encoding: "utf8", maxBuffer: 1 << 30 });
    assert.equal(uitgeschreven.includes(kanarie), false);
    assert.equal(sql(map, "select count(*) from archief.verklaring"), String(cycli));
    assert.equal(bewijs(map, alle[0] as string).status, 0);
    await server.stop();
});
