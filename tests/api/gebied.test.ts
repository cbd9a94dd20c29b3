// SPDX-License-Identifier: EUPL-1.2
// Areas as a province gives them: a GeoPackage and a zipped Shapefile, made by GDAL of the same areas, give the same as GeoJSON.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { maakGebruiker, nieuweGegevens, opdracht, ruimOp, Server, sql } from "../reizen/steun/server.ts";

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
