// SPDX-License-Identifier: EUPL-1.2
/** The parts of the file, in the order of the work; each has an address. */
export const DELEN = [
  'overzicht',
  'tijdlijn',
  'bronnen',
  'documenten',
  'plan',
  'lijktop',
  'interventies',
  'acties',
  'privacytoetsen',
  'betrokkenen',
  'vervolg',
] as const;
export type Deel = (typeof DELEN)[number];
