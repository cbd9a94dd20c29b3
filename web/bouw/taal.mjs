// SPDX-License-Identifier: EUPL-1.2
// Words. Every room keeps its words in src/<room>/taal/{nl,en}.po with explicit ids; this script compiles them to
// .vite/taal/{nl,en}.ts (imported as #taal/nl) and to a union type of all ids. It refuses words that exist in one language only,
// are empty, or have other placeholders in the other language. The words of a room in LOS are loaded with its screens instead
// of with the shell (laadWoorden in src/basis/language.ts): they go to <room>.<language>.ts. With --controleer it also reports ids that the source
// uses but no catalogue has, ids nobody uses, and problem codes of the API without a text.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import PO from 'pofile';

const WEB = join(dirname(fileURLToPath(import.meta.url)), '..');
const BRON = join(WEB, 'src');
const UITVOER = join(WEB, '.vite', 'taal');
const TALEN = ['nl', 'en'];
/** Rooms whose own words (ids that begin with its name) no other room uses, and words that only a few screens show. */
const LOS = ['aanpak', 'archief', 'betrokkene', 'gast', 'kaart', 'leren', 'netwerk', 'overleg', 'privacy.handeling'];
/** Words of a part of such a room under a name of their own. */
const DEEL_VAN = { werklijst: 'kaart' };
const losVan = (id) => DEEL_VAN[id.slice(0, id.indexOf('.'))] ?? LOS.find((kamer) => id.startsWith(`${kamer}.`));
const fouten = [];

const bestanden = (map) =>
  readdirSync(map, { withFileTypes: true }).flatMap((deel) => {
    const pad = join(map, deel.name);
    return deel.isDirectory() ? bestanden(pad) : [pad];
  });
const alle = bestanden(BRON);

/** @type {Record<string, Map<string, {tekst: string, plek: string}>>} */
const woorden = Object.fromEntries(TALEN.map((taal) => [taal, new Map()]));
for (const pad of alle.filter((p) => p.endsWith('.po')).sort()) {
  const taal = TALEN.find((t) => pad.endsWith(`/${t}.po`));
  const plek = relative(WEB, pad);
  if (!taal) {
    fouten.push(`${plek}: de naam van een woordenlijst is nl.po of en.po`);
    continue;
  }
  for (const item of PO.parse(readFileSync(pad, 'utf8')).items) {
    const tekst = item.msgstr.join('');
    if (woorden[taal].has(item.msgid)) fouten.push(`${plek}: ${item.msgid} staat er twee keer`);
    if (tekst.trim() === '') fouten.push(`${plek}: ${item.msgid} heeft geen tekst`);
    woorden[taal].set(item.msgid, { tekst, plek });
  }
}

/** Names of the values a message takes, at every depth. */
function plaatsen(deel, uit = new Set()) {
  if (!Array.isArray(deel)) return uit;
  for (const stuk of deel) {
    if (!Array.isArray(stuk)) continue;
    uit.add(stuk[0]);
    if (stuk[2] && typeof stuk[2] === 'object') for (const tak of Object.values(stuk[2])) plaatsen(tak, uit);
  }
  uit.delete('#');
  return uit;
}

const gecompileerd = Object.fromEntries(TALEN.map((taal) => [taal, {}]));
for (const taal of TALEN) {
  for (const [id, { tekst, plek }] of woorden[taal]) {
    try {
      gecompileerd[taal][id] = compileMessage(tekst);
    } catch (oorzaak) {
      fouten.push(`${plek}: ${id} is geen geldige ICU-tekst: ${oorzaak.message.split('\n')[0]}`);
    }
    for (const ander of TALEN) {
      if (!woorden[ander].has(id)) fouten.push(`${plek}: ${id} ontbreekt in ${ander}`);
    }
  }
}
for (const id of woorden.nl.keys()) {
  const [a, b] = TALEN.map((taal) => [...plaatsen(gecompileerd[taal][id])].sort().join(','));
  if (woorden.en.has(id) && a !== b) fouten.push(`${id}: nl vult {${a}} in, en {${b}}`);
}

if (fouten.length === 0) {
  mkdirSync(UITVOER, { recursive: true });
  const schrijf = (naam, tekst) => {
    const pad = join(UITVOER, naam);
    if (!existsSync(pad) || readFileSync(pad, 'utf8') !== tekst) writeFileSync(pad, tekst);
  };
  const kop = '// SPDX-License-Identifier: EUPL-1.2\n// Made by bouw/taal.mjs from the .po files; do not edit.\n';
  for (const taal of TALEN) {
    const gesorteerd = Object.entries(gecompileerd[taal]).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const kamer of [undefined, ...LOS]) {
      const json = JSON.stringify(
        JSON.stringify(Object.fromEntries(gesorteerd.filter(([id]) => losVan(id) === kamer))),
      );
      schrijf(
        `${kamer === undefined ? '' : `${kamer}.`}${taal}.ts`,
        `${kop}import type { Messages } from '@lingui/core';\n\nexport const berichten: Messages = JSON.parse(${json});\n`,
      );
    }
  }
  const lader = (taal, kamer) => `    '${kamer}': () => import('./${kamer}.${taal}'),`;
  schrijf(
    'los.ts',
    `${kop}export const LOS = {\n${TALEN.map((taal) => `  ${taal}: {\n${LOS.map((kamer) => lader(taal, kamer)).join('\n')}\n  },`).join('\n')}\n};\nexport type LosseKamer = keyof typeof LOS.nl;\n`,
  );
  const ids = [...woorden.nl.keys()].sort();
  schrijf('ids.ts', `${kop}export type BerichtId =\n${ids.map((id) => `  | '${id}'`).join('\n')};\n`);
}

if (process.argv.includes('--controleer')) {
  const bron = alle
    .filter((p) => /\.tsx?$/.test(p) && !/\.test\.tsx?$/.test(p))
    .map((p) => readFileSync(p, 'utf8'))
    .join('\n');
  const gebruikt = new Set([...bron.matchAll(/['"`]([a-z][\w-]*(?:\.[\w-]+)+)['"`]/g)].map(([, id]) => id));
  const stammen = [...bron.matchAll(/`([a-z][\w-]*(?:\.[\w-]+)*\.)\$\{/g)].map(([, stam]) => stam);
  for (const id of woorden.nl.keys()) {
    if (!gebruikt.has(id) && !stammen.some((stam) => id.startsWith(stam)))
      fouten.push(`${id}: staat in de woordenlijst, maar niemand gebruikt het`);
  }
  for (const [, id] of bron.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)) {
    if (!woorden.nl.has(id)) fouten.push(`${id}: wordt gebruikt, maar staat niet in de woordenlijst`);
  }
  for (const kamer of LOS) {
    const ids = [...woorden.nl.keys()].filter((id) => losVan(id) === kamer);
    for (const pad of alle.filter((p) => /(?<!\.test)\.tsx?$/.test(p) && !p.startsWith(join(BRON, kamer, '/')))) {
      const tekst = readFileSync(pad, 'utf8');
      for (const id of ids)
        if (tekst.includes(`'${id}'`))
          fouten.push(`${relative(WEB, pad)}: gebruikt ${id}, dat pas met de schermen van ${kamer} wordt geladen`);
    }
  }
  for (const [soort, code, pad] of servercodes()) {
    if (!woorden.nl.has(`${soort}.${code}`))
      fouten.push(`${soort}.${code}: ${pad} stuurt deze code, de woordenlijst kent haar niet`);
  }
}

/** Codes of problem+json that reach the browser, read from the server's sources where they stand beside web/. */
function servercodes() {
  const server = join(WEB, '..', 'src');
  const mappen = ['base', 'platform/http', 'platform/poort', 'platform/toegang', 'platform/documenten', 'werk'].map(
    (map) => join(server, map),
  );
  if (!mappen.every((map) => existsSync(map))) return [];
  const uit = [];
  for (const pad of mappen.flatMap(bestanden)) {
    // Not what only the command line or a test meets, nor our own mistakes (500), which have one text.
    if (
      !/\.[ch]pp$/.test(pad) ||
      /_(test|fuzz)\.cpp$|[\\/](laden\w*|mapping|muteren|koppelingen)\.cpp$|openapi\.cpp$/.test(pad)
    )
      continue;
    const tekst = readFileSync(pad, 'utf8');
    const plek = relative(join(WEB, '..'), pad);
    for (const [, soort, code] of tekst.matchAll(/FoutSoort::(\w+),\s*"([a-z0-9-]+)"/g)) {
      if (soort !== 'intern' && code !== 'instellingen') uit.push(['fout', code, plek]);
    }
    // A fault in a field: a code followed by its Dutch sentence, as in {"/titel", "te-lang", "Gebruik hoogstens …"}.
    for (const [, soort, code] of tekst.matchAll(
      /(FoutSoort::\w+,\s*|\{)?"([a-z]+(?:-[a-z]+)*)",\s*(?:fmt::format\()?"[A-Z][^"]*[.?]"/g,
    )) {
      if (soort === undefined) uit.push(['veldfout', code, plek]);
    }
  }
  return uit;
}

for (const fout of fouten) console.error(fout);
if (fouten.length > 0) process.exit(1);
console.log(`${woorden.nl.size} teksten in ${TALEN.join(' en ')}`);
