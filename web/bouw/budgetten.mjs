// SPDX-License-Identifier: EUPL-1.2
// Fails when a production build is heavier than agreed (gzip, 1 kB = 1,024 bytes). Run after `npm run build`.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const UIT = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const KB = 1024;
const GRENS = {
  schilJs: 190 * KB,
  schilCss: 25 * KB,
  route: 40 * KB,
  kaart: 120 * KB,
  netwerk: 200 * KB,
  lettertype: 60 * KB,
};

const manifest = JSON.parse(readFileSync(join(UIT, 'manifest.json'), 'utf8'));
const gewicht = (bestand) => gzipSync(readFileSync(join(UIT, bestand)), { level: 9 }).length;

/** A chunk with everything it statically pulls in. */
function metAlles(sleutel, gezien = new Set()) {
  if (!gezien.has(sleutel)) {
    gezien.add(sleutel);
    for (const volgende of manifest[sleutel].imports ?? []) metAlles(volgende, gezien);
  }
  return gezien;
}

const regels = [];
const ingang = Object.keys(manifest).find((sleutel) => manifest[sleutel].isEntry);
const schil = metAlles(ingang);
// The words of one language are loaded with the shell, so the heavier of the two counts with it; those of some rooms come
// with their screens.
const talen = Object.keys(manifest).filter((sleutel) => sleutel.includes('.vite/taal/'));
const zwaarsteTaal = (kamer) =>
  Math.max(
    0,
    ...talen
      .filter((sleutel) => new RegExp(`/taal/${kamer}(nl|en)\\.ts$`).test(sleutel))
      .map((sleutel) => gewicht(manifest[sleutel].file)),
  );
const schilJs = [...schil].reduce((som, sleutel) => som + gewicht(manifest[sleutel].file), zwaarsteTaal(''));
const schilCss = [...new Set([...schil].flatMap((sleutel) => manifest[sleutel].css ?? []))];
regels.push(['schil js (met taal)', schilJs, GRENS.schilJs]);
regels.push(['schil css', schilCss.reduce((som, bestand) => som + gewicht(bestand), 0), GRENS.schilCss]);

for (const [sleutel, stuk] of Object.entries(manifest)) {
  if (!stuk.isDynamicEntry || talen.includes(sleutel)) continue;
  const eigen = [...metAlles(sleutel)].filter((deel) => !schil.has(deel));
  const kamer = /^src\/(\w+)\//.exec(sleutel)?.[1] ?? '';
  const woorden = zwaarsteTaal(`${kamer}\\.`);
  regels.push([
    sleutel,
    eigen.reduce((som, deel) => som + gewicht(manifest[deel].file), woorden),
    GRENS[kamer] ?? GRENS.route,
  ]);
}
const lettertypen = new Set(
  Object.values(manifest).flatMap((stuk) => (stuk.assets ?? []).filter((a) => a.endsWith('.woff2'))),
);
for (const bestand of lettertypen) regels.push([bestand, readFileSync(join(UIT, bestand)).length, GRENS.lettertype]);

let teZwaar = 0;
for (const [naam, bytes, grens] of regels) {
  const fout = bytes > grens;
  teZwaar += fout ? 1 : 0;
  console.log(
    `${fout ? 'TE ZWAAR' : 'ok      '} ${(bytes / KB).toFixed(1).padStart(7)} / ${(grens / KB).toFixed(0)} kB  ${naam}`,
  );
}
if (lettertypen.size === 0) {
  console.error('Geen lettertype in de bouw gevonden: is de bouw compleet?');
  teZwaar += 1;
}
process.exit(teZwaar > 0 ? 1 : 0);
