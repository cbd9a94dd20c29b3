// SPDX-License-Identifier: EUPL-1.2
// Areas as a province gives them: a GeoPackage and a zipped Shapefile, made by GDAL of the same areas, and a WFS, give the same as GeoJSON.
import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { after, before, test } from "node:test";
import { maakGebruiker, nieuweGegevens, opdracht, programma, ruimOp, Server, sql } from "../reizen/steun/server.ts";

let map: string;
let server: Server;
let bron: string;
before(async () => {
    map = nieuweGegevens();
    maakGebruiker(map, "damstede", "analist", "Ingrid Zwanenburg", "informatieanalist");
    server = await Server.start(map);
    opdracht("gebied", "maak", "--adressen", "300", "--uit", map);
    bron = join(map, "buurt.geojson");
});
after(async () => {
    await server?.stop();
    if (map) ruimOp(map);
});

const laad = (bestand: string, jaar: number, ...meer: string[]) =>
    JSON.parse(opdracht("gebied", "laad", bestand, "--soort", "buurt", "--jaar", String(jaar), "--json", "--map", map, ...meer)) as { gelezen: number; opgeslagen: number };
/** Runs a command while this process answers. */
const draai = async (...woorden: string[]) => (await promisify(execFile)(programma(), woorden)).stderr;
/** Area by area: code, name, square metres. */
const rijen = (jaar: number) => sql(map, "beheer", `select code, naam, round(public.st_area(geometrie)) from register.gebied where soort = 'buurt' and jaar = ${jaar} order by code`);

test("een GeoPackage en een Shapefile geven dezelfde gebieden als GeoJSON", { timeout: 120_000 }, () => {
    const eerst = laad(bron, 2024);
    assert.ok(eerst.opgeslagen > 5);
    execFileSync("ogr2ogr", ["-f", "GPKG", "-t_srs", "EPSG:28992", "-nln", "buurten", join(map, "uit.gpkg"), bron]);
    execFileSync("ogr2ogr", ["-f", "GPKG", "-update", "-nln", "leeg", "-where", "1 = 0", join(map, "uit.gpkg"), bron]);
    execFileSync("ogr2ogr", ["-f", "ESRI Shapefile", "-t_srs", "EPSG:28992", "-lco", "ENCODING=UTF-8", join(map, "uit.shz"), bron]);
    execFileSync("mv", [join(map, "uit.shz"), join(map, "uit.zip")]);
    assert.deepEqual(laad(join(map, "uit.gpkg"), 2025, "--laag", "buurten").opgeslagen, eerst.opgeslagen);
    assert.deepEqual(laad(join(map, "uit.zip"), 2026).opgeslagen, eerst.opgeslagen);
    assert.deepEqual(rijen(2025), rijen(2024));
    assert.deepEqual(rijen(2026), rijen(2024));
});

test("wat geen gebieden zijn wordt geweigerd, en er verandert niets", { timeout: 60_000 }, () => {
    writeFileSync(join(map, "kapot.gpkg"), "dit is geen GeoPackage");
    for (const [bestand, woorden] of [["kapot.gpkg", /GDAL kan hier geen gebieden uit halen/], ["weg.shp", /bestaat niet/]] as const)
        assert.throws(() => laad(join(map, bestand), 2024), woorden);
    assert.ok(rijen(2024).length > 0);
});

test("een laag van een WFS komt bladzij na bladzij en laadt als elk ander bestand", { timeout: 120_000 }, async () => {
    // Made by GDAL in RD, with ids, and given out three at a time whatever is asked, as a busy service does.
    execFileSync("ogr2ogr", ["-f", "GeoJSON", "-t_srs", "EPSG:28992", "-lco", "RFC7946=NO", join(map, "wfs.geojson"), bron]);
    const vormen = (JSON.parse(readFileSync(join(map, "wfs.geojson"), "utf8")) as { features: object[] }).features;
    const gevraagd: URLSearchParams[] = [];
    const dienst = createServer((vraag, antwoord) => {
        const q = new URL(vraag.url ?? "", "http://x").searchParams;
        gevraagd.push(q);
        if (q.get("typeNames") !== "cbs:buurten") {
            antwoord.writeHead(400, { "content-type": "text/xml" }).end("<ows:ExceptionReport><ows:Exception><ows:ExceptionText>Onbekende laag</ows:ExceptionText></ows:Exception></ows:ExceptionReport>");
            return;
        }
        const begin = Number(q.get("startIndex"));
        const features = vormen.slice(begin, begin + 3).map((een, i) => ({ ...een, id: `buurten.${begin + i}` }));
        antwoord.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ type: "FeatureCollection", numberMatched: vormen.length, features }));
    });
    await new Promise<void>((klaar) => dienst.listen(0, "127.0.0.1", klaar));
    const adres = `http://127.0.0.1:${(dienst.address() as AddressInfo).port}/wfs`;
    const haal = (laag: string) => draai("gebied", "haal", adres, "--laag", laag, "--uit", join(map, "gehaald.geojson"));
    try {
        assert.match(await haal("cbs:niets").catch((fout: Error) => fout.message), /weigert deze vraag \(400: Onbekende laag\)/);
        assert.ok(!existsSync(join(map, "gehaald.geojson")));
        await haal("cbs:buurten");
    } finally {
        dienst.close();
    }
    assert.equal(gevraagd.at(-1)?.get("srsName"), "urn:ogc:def:crs:EPSG::28992");
    assert.equal(laad(join(map, "gehaald.geojson"), 2023).opgeslagen, vormen.length);
    assert.deepEqual(rijen(2023), rijen(2024));
});
