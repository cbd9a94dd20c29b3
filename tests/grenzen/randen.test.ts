// SPDX-License-Identifier: EUPL-1.2
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { lees } from "./bronnen.ts";
import { controleerBron, controleerWeb, leesRanden } from "./randen.ts";

const randen = leesRanden(readFileSync(join(import.meta.dirname, "randen.txt"), "utf8"));
const bron = lees("src/**/*.{cpp,hpp}");
const schermen = lees("web/src/**/*.{ts,tsx}");

/** The faults when one more file stands in the tree. */
const geplant = (bestand: string, tekst: string) =>
    controleerBron(randen, new Map([...bron, [bestand, tekst]])).filter((f) => f.startsWith(bestand) || f.includes(" files, at most "));

test("elke include in src/ gaat naar beneden of naar een kamer ervoor", () => {
    assert.ok(bron.size > 0, "no source found");
    assert.deepEqual(controleerBron(randen, bron), []);
});

test("elke import in web/src/ gaat naar de basis of een kamer ervoor", () => {
    assert.deepEqual(controleerWeb(randen, schermen), []);
});

test("ziet een geplante verkeerde include", () => {
    const fout: [string, string][] = [
        ["src/base/plant.cpp", '#include "engine/bag/overzicht.hpp"'],
        ["src/engine/bag/plant.cpp", '#include "platform/db/db.hpp"'],
        ["src/engine/bag/plant.cpp", '#include "engine/graph/graph.hpp"'],
        ["src/platform/db/plant.cpp", '#include "platform/http/http.hpp"'],
        ["src/platform/http/plant.hpp", "#include <platform/poort/poort.hpp>"],
        ["src/werk/signaal/plant.cpp", '#include "werk/casus/casus.hpp"'],
        ["src/werk/casus/plant.cpp", '#include "werk/signaal/store.hpp"'],
        ["src/werk/casus/plant.cpp", '  #  include "app/app.hpp"'],
        ["src/werk/casus/plant.cpp", '#include "../signaal/signaal.hpp"'],
        ["src/werk/casus/plant.cpp", '#include "signaal.hpp"\n#include "werk/signaal/../casus/casus.hpp"'],
        ["src/werk/signaal/plant.cpp", "#include <libpq-fe.h>"],
        ["src/platform/http/plant.hpp", "#include <boost/beast/core.hpp>"],
        ["src/werk/casus/plant.cpp", '#include "steun/proefomgeving.hpp"'],
        ["src/werk/rommel/plant.cpp", ""],
        ["src/hulp/plant.cpp", ""],
        ["src/werk/casus/plant.cpp", '#include "werk/rommel/rommel.hpp"'],
    ];
    for (const [bestand, tekst] of fout) assert.notDeepEqual(geplant(bestand, tekst), [], `${bestand}: ${tekst}`);
    const beast = "#include <boost/beast.hpp>";
    assert.match(controleerBron(randen, new Map([["src/platform/http/a.cpp", beast], ["src/platform/http/b.cpp", beast]]))[0] ?? "", /2 files, at most 1/);
});

test("laat een goede include door", () => {
    const goed: [string, string][] = [
        ["src/engine/bag/plant.cpp", '#include "engine/bag/overzicht.hpp"\n#include "base/fout.hpp"\n#include <libxml/parser.h>'],
        ["src/platform/db/plant.cpp", "#include <libpq-fe.h>"],
        ["src/werk/casus/plant.cpp", '#include "werk/signaal/signaal.hpp"\n#include "werk/casus/casus.hpp"\n#include "platform/db/db.hpp"'],
        ["src/werk/signaal/plant.cpp", '// #include "werk/casus/casus.hpp"\n/*\n#include "app/app.hpp"\n*/'],
        ["src/werk/casus/plant_db_test.cpp", '#include "steun/proefomgeving.hpp"'],
        ["src/app/plant.cpp", '#include "werk/casus/casus.hpp"\n#include "app/app.hpp"'],
    ];
    for (const [bestand, tekst] of goed) assert.deepEqual(geplant(bestand, tekst), [], `${bestand}: ${tekst}`);
});

test("ziet een geplante verkeerde import", () => {
    const r = leesRanden("web web/src basis signaal casus");
    const fouten = (bestand: string, tekst: string) => controleerWeb(r, new Map([[bestand, tekst]]));
    assert.deepEqual(fouten("web/src/casus/A.tsx", 'import { x } from "../basis/x";\nimport "../signaal/y";\nimport z from "./z";'), []);
    assert.deepEqual(fouten("web/src/main.tsx", 'import "./casus/A";'), []);
    for (const tekst of ['import { x } from "../casus/x";', 'const x = await import("../casus/x");', '} from "../casus/x";', 'import m from "../main";'])
        assert.equal(fouten("web/src/signaal/A.tsx", tekst).length, 1, tekst);
    assert.equal(fouten("web/src/rommel/A.tsx", "").length, 1);
});

test("weigert een onbekend woord in randen.txt", () => {
    assert.throws(() => leesRanden("vloeren a b\nkamer a x"), /randen\.txt:2/);
    assert.throws(() => leesRanden("vloeren a b\nlos c"), /no such floor: c/);
});
