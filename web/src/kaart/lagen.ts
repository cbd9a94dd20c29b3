// SPDX-License-Identifier: EUPL-1.2
// Colours of the map with their classes; the legend is made of the same list. Light enough for black letters, and told
// apart without colour by the table beside the map.
import { BRANCHES, type Branche, GEBRUIKEN, type Gebruik } from '../api/typen';

export type Kleurwijze = 'gebruik' | 'bouwjaar';

export const GEBRUIK_KLEUR: Record<Gebruik, string> = {
  geen: '#dfe4e8',
  wonen: '#f2d16b',
  bijeenkomst: '#e58fb1',
  cel: '#7d6b8f',
  gezondheidszorg: '#8fd0c4',
  industrie: '#b09ad6',
  kantoor: '#7fb2dd',
  logies: '#e8a96a',
  onderwijs: '#a9d18e',
  sport: '#6fbf73',
  winkel: '#e87f72',
  overig: '#b8bfc6',
  gemengd: '#c9a27e',
};

/** Up to and including this year. */
export const BOUWJAREN: readonly { tot: number; kleur: string }[] = [
  { tot: 1899, kleur: '#5b3a8c' },
  { tot: 1944, kleur: '#3f6cae' },
  { tot: 1969, kleur: '#4aa5b5' },
  { tot: 1989, kleur: '#84c98b' },
  { tot: 2004, kleur: '#d3dd6f' },
  { tot: 2014, kleur: '#f3b155' },
  { tot: 9999, kleur: '#e4683f' },
];

/** Of points on any of the colours above: dark, told apart by the table as well. */
export const BRANCHE_KLEUR: Record<Branche, string> = {
  onbekend: '#6b7680',
  bouw: '#7a4a00',
  industrie: '#4b2e83',
  auto: '#a3123c',
  groothandel: '#0b4f8a',
  winkel: '#c2410c',
  vervoer: '#1f6f3f',
  horeca: '#b3008c',
  zakelijk: '#17232e',
  zorg: '#00706b',
  'vrije-tijd': '#5c6b00',
  persoonlijk: '#8a2be2',
  overig: '#44535f',
};
export const brancheVan = (nummer: number): Branche => BRANCHES[nummer] ?? 'onbekend';

export const gebruikVan = (nummer: number): Gebruik => GEBRUIKEN[nummer] ?? 'geen';

export function kleurVan(wijze: Kleurwijze, gebruik: number, bouwjaar: number): string {
  if (wijze === 'gebruik') return GEBRUIK_KLEUR[gebruikVan(gebruik)];
  return BOUWJAREN.find((one) => bouwjaar <= one.tot)?.kleur ?? '#e4683f';
}
