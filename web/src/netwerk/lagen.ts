// SPDX-License-Identifier: EUPL-1.2
// A chart in layers: one object on top, under it what is one step away, then two. Each layer is put in the order of what it is tied
// to above and below (barycentres, after Sugiyama et al. 1981), so that few lines cross. What is not tied to it stands in layers below.
import type { Punt } from './model';

const BREED = 150;
const HOOG = 150;
const RONDES = 4;

export function inLagen(
  knopen: readonly string[],
  lijnen: readonly (readonly [string, string])[],
  eerste: string | null,
): Record<string, Punt> {
  const buren = new Map<string, string[]>(knopen.map((one) => [one, []]));
  for (const [van, naar] of lijnen) {
    buren.get(van)?.push(naar);
    buren.get(naar)?.push(van);
  }
  const lagen: string[][] = [];
  const gezien = new Set<string>();
  const beginnen = [eerste, ...[...knopen].sort((a, b) => (buren.get(b)?.length ?? 0) - (buren.get(a)?.length ?? 0))];
  for (const begin of beginnen) {
    if (begin === null || gezien.has(begin) || !buren.has(begin)) continue;
    let laag = [begin];
    gezien.add(begin);
    while (laag.length > 0) {
      lagen.push(laag);
      const verder: string[] = [];
      for (const one of laag)
        for (const buur of buren.get(one) ?? [])
          if (buren.has(buur) && !gezien.has(buur)) {
            gezien.add(buur);
            verder.push(buur);
          }
      laag = verder;
    }
  }
  const plek = new Map<string, number>();
  const nummer = (laag: string[]) => {
    for (const [i, one] of laag.entries()) plek.set(one, i - (laag.length - 1) / 2);
  };
  lagen.forEach(nummer);
  for (let ronde = 0; ronde < RONDES; ronde++) {
    const volgorde = ronde % 2 === 0 ? lagen : [...lagen].reverse();
    for (const laag of volgorde) {
      const midden = new Map(
        laag.map((one) => {
          const om = (buren.get(one) ?? []).filter((buur) => !laag.includes(buur)).map((buur) => plek.get(buur) ?? 0);
          return [one, om.length === 0 ? (plek.get(one) ?? 0) : om.reduce((som, x) => som + x, 0) / om.length] as const;
        }),
      );
      laag.sort((a, b) => (midden.get(a) ?? 0) - (midden.get(b) ?? 0) || (plek.get(a) ?? 0) - (plek.get(b) ?? 0));
      nummer(laag);
    }
  }
  return Object.fromEntries(
    lagen.flatMap((laag, diepte) =>
      laag.map((one) => [one, { x: Math.round((plek.get(one) ?? 0) * BREED), y: diepte * HOOG }] as const),
    ),
  );
}
