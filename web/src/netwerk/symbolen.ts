// SPDX-License-Identifier: EUPL-1.2
// The symbol of each kind: a drawing of 24 by 24 and its colour. The colour only decorates: every kind has a drawing of its own,
// and its name stands beside it in the legend and the tables.

export interface Symbool {
  kleur: string;
  /** Paths, stroked. */
  tekening: readonly string[];
}

const PLEK = '#0b6b4f';
const WIE = '#7a3b00';
const ZAAK = '#125a78';
const TEKEN = '#5b3f8c';
const DOSSIER = '#8a1c3b';

const HUIS = ['M4 11l8-7 8 7v9H4z', 'M10 20v-6h4v6'];
export const SYMBOLEN: Readonly<Record<string, Symbool>> = {
  signaal: {
    kleur: DOSSIER,
    tekening: ['M12 13v7', 'M9 20h6', 'M8 12a5 5 0 0 1 8 0', 'M5 9a9 9 0 0 1 14 0', 'M12 13h.01'],
  },
  casus: { kleur: DOSSIER, tekening: ['M3 7h6l2 2h10v10H3z', 'M3 12h18'] },
  persoon: { kleur: WIE, tekening: ['M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z', 'M5 20a7 7 0 0 1 14 0'] },
  bedrijf: { kleur: ZAAK, tekening: ['M4 20V8l6 3V8l6 3V4h4v16z', 'M8 16h1', 'M13 16h1'] },
  onderneming: { kleur: ZAAK, tekening: ['M4 20V8l6 3V8l6 3V4h4v16z', 'M8 16h1', 'M13 16h1'] },
  vestiging: { kleur: ZAAK, tekening: ['M4 10l2-6h12l2 6', 'M4 10v10h16V10z', 'M9 20v-5h6v5'] },
  adres: { kleur: PLEK, tekening: HUIS },
  pand: {
    kleur: PLEK,
    tekening: ['M6 20V4h12v16z', 'M10 8h.01', 'M14 8h.01', 'M10 12h.01', 'M14 12h.01', 'M10 20v-4h4v4'],
  },
  voertuig: {
    kleur: TEKEN,
    tekening: [
      'M3 16v-4l3-5h10l4 5h1v4z',
      'M7 16a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
      'M17 16a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z',
    ],
  },
  vaartuig: { kleur: TEKEN, tekening: ['M3 14h18l-3 5H6z', 'M12 14V4l6 7'] },
  telefoon: { kleur: TEKEN, tekening: ['M8 3h8v18H8z', 'M11 18h2'] },
  email: { kleur: TEKEN, tekening: ['M3 6h18v12H3z', 'M3 7l9 6 9-6'] },
  rekening: { kleur: TEKEN, tekening: ['M3 6h18v12H3z', 'M3 10h18', 'M6 15h4'] },
  groep: { kleur: '#44535f', tekening: ['M4 8h12v12H4z', 'M8 8V4h12v12h-4'] },
};
export const ANDERS: Symbool = { kleur: '#44535f', tekening: ['M12 4l8 8-8 8-8-8z'] };

export const symboolVan = (soort: string): Symbool => SYMBOLEN[soort] ?? ANDERS;

/** The drawing as an image for a canvas. */
export function alsBeeld(soort: string): string {
  const { kleur, tekening } = symboolVan(soort);
  const paden = tekening.map((pad) => `<path d="${pad}"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="${kleur}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${paden}</svg>`;
  return `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
}
