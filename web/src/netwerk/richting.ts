// SPDX-License-Identifier: EUPL-1.2
// Where an arrow leads on a chart.
import type { Punt, Sleutel } from './model';

const RICHTING: Readonly<Record<string, Punt>> = {
  ArrowRight: { x: 1, y: 0 },
  ArrowLeft: { x: -1, y: 0 },
  ArrowDown: { x: 0, y: 1 },
  ArrowUp: { x: 0, y: -1 },
};
export const isPijl = (toets: string): boolean => toets in RICHTING;

/**
 * The object that lies that way of `van`: what is tied to it before what is not, then what lies nearest and straightest.
 * Null when nothing does.
 */
export function volgendeBij(
  toets: string,
  van: Sleutel,
  plaats: Readonly<Record<Sleutel, Punt>>,
  alle: readonly Sleutel[],
  verbonden: ReadonlySet<Sleutel>,
): Sleutel | null {
  const richting = RICHTING[toets];
  const hier = plaats[van];
  if (richting === undefined || hier === undefined) return null;
  let beste: { sleutel: Sleutel; afstand: number } | null = null;
  for (const sleutel of alle) {
    const daar = plaats[sleutel];
    if (sleutel === van || daar === undefined) continue;
    const x = daar.x - hier.x;
    const y = daar.y - hier.y;
    const vooruit = x * richting.x + y * richting.y;
    const opzij = Math.abs(x * richting.y) + Math.abs(y * richting.x);
    if (vooruit <= 0 || opzij > 2 * vooruit) continue;
    const afstand = vooruit + 2 * opzij + (verbonden.has(sleutel) ? 0 : 100_000);
    if (beste === null || afstand < beste.afstand) beste = { sleutel, afstand };
  }
  return beste?.sleutel ?? null;
}
