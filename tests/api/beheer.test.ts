// SPDX-License-Identifier: EUPL-1.2
// The commands of an administrator: beside a running server, and on a PostgreSQL of the municipality's own.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { test } from "node:test";
import { Klant, maakGebruiker, nieuweGegevens, opdracht, programma, ruimOp, Server, tijdelijkeMap } from "../reizen/steun/server.ts";

test("a user made while the server runs can sign in; the server runs on; a second server is refused", async (t) => {
    const map = nieuweGegevens();
    const server = await Server.start(map);
    t.after(async () => {
        await server.stop();
        ruimOp(map);
    });
    const account = maakGebruiker(map, "damstede", "nieuw", "Nieuwe Collega", "coordinator");
    const klant = await Klant.meldAan(server.url, account);
    assert.equal((await klant.eis(200, "GET", "/v1/sessie")).lijf.gebruiker.naam, "Nieuwe Collega");
    assert.match(opdracht("db", "status", "--map", map), /actueel/);

    const tweede = spawnSync(programma(), ["serve", "--map", map, "--poort", "0", "--stil"], { encoding: "utf8", timeout: 60_000 });
    assert.equal(tweede.status, 2);
    assert.match(tweede.stderr, /draait al een damwand/);
    assert.equal((await klant.roep("GET", "/v1/sessie")).status, 200);
});

test("a PostgreSQL of one's own: make, migrate, serve, sign in", async (t) => {
    const gastheer = nieuweGegevens(); // its cluster plays the municipality's database server
    const eigen = tijdelijkeMap();
    const database = await Server.start(gastheer);
    t.after(async () => {
        await database.stop();
        ruimOp(gastheer);
        ruimOp(eigen);
    });
    const sok = join(gastheer, "database/sok");
    execFileSync("psql", ["-h", sok, "-U", "beheer", "-d", "postgres", "-Xqc", "create database elders"]);
    const dsn = `host=${sok} dbname=elders`;
    const naarDsn = ["--dsn", `${dsn} user=beheer`, "--map", eigen];
    assert.match(opdracht("db", "migreer", ...naarDsn), /actueel/);
    opdracht("organisatie", "maak", ...naarDsn, "--nummer", "7", "--code", "elders", "--naam", "Gemeente Elders");
    const account = JSON.parse(opdracht("gebruiker", "maak", ...naarDsn, "--organisatie", "elders", "--gebruikersnaam", "an", "--naam", "An Elders", "--rol", "coordinator", "--json"));
    const server = await Server.start(eigen, ["serve"], ["--dsn", `${dsn} user=beheer`]);
    t.after(() => server.stop());
    const klant = await Klant.meldAan(server.url, { organisatie: "elders", gebruikersnaam: "an", wachtwoord: account.wachtwoord, totp: account.totp });
    const gemaakt = await klant.eis(201, "POST", "/v1/signalen", { titel: "Verzonnen", omschrijving: "Proef", bron: "meldpunt", thema: "drugs", vermeldingen: [] });
    assert.equal((await klant.eis(200, "GET", `/v1/signalen/${gemaakt.lijf.id}`)).lijf.titel, "Verzonnen");
});
