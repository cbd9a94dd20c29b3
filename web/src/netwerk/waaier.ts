// SPDX-License-Identifier: EUPL-1.2
// Places for what comes around one object, at once: the rest stays where it is, and no layout of the whole is waited for.
import type { Punt } from './model';

/** From ring to ring, and from place to place on one: as wide as an object with its name. */
const RUIMTE = 125;
/** Nearer than this to what stands there already nothing is put. */
const VRIJ = 90;

/** `aantal` places in rings around `midden`, first on the side that is turned away from the others, and none on another of them. */
export function waaier(midden: Punt, aantal: number, anderen: readonly Punt[]): Punt[] {
  const bezet = anderen.filter((one) => one.x !== midden.x || one.y !== midden.y);
  const som = bezet.reduce((tot, one) => ({ x: tot.x + one.x - midden.x, y: tot.y + one.y - midden.y }), {
    x: 0,
    y: 0,
  });
  const weg = bezet.length === 0 ? 0 : Math.atan2(-som.y, -som.x);
  // Only what stands in the same square or beside it can be too near: of a full chart that is next to nobody.
  const vakken = new Map<string, Punt[]>();
  const vak = (maat: number) => Math.floor(maat / VRIJ);
  for (const one of bezet) {
    const hier = `${vak(one.x)} ${vak(one.y)}`;
    const rij = vakken.get(hier);
    if (rij === undefined) vakken.set(hier, [one]);
    else rij.push(one);
  }
  const vrij = (plek: Punt) => {
    for (let x = vak(plek.x) - 1; x <= vak(plek.x) + 1; x += 1)
      for (let y = vak(plek.y) - 1; y <= vak(plek.y) + 1; y += 1)
        if (vakken.get(`${x} ${y}`)?.some((one) => Math.hypot(one.x - plek.x, one.y - plek.y) < VRIJ)) return false;
    return true;
  };
  const uit: Punt[] = [];
  for (let ring = 1; uit.length < aantal; ring += 1) {
    const straal = RUIMTE * (ring + 0.3);
    const plekken = Math.floor((2 * Math.PI * straal) / RUIMTE);
    for (let i = 0; i < plekken && uit.length < aantal; i += 1) {
      const stap = Math.ceil(i / 2) * (i % 2 === 0 ? 1 : -1); // 0, then one to either side, then two
      const hoek = weg + (2 * Math.PI * stap) / plekken;
      const plek = {
        x: Math.round(midden.x + straal * Math.cos(hoek)),
        y: Math.round(midden.y + straal * Math.sin(hoek)),
      };
      if (vrij(plek)) uit.push(plek);
    }
  }
  return uit;
}
