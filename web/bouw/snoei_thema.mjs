// SPDX-License-Identifier: EUPL-1.2
// Drops the design tokens that nothing refers to: the neutral theme defines some 2,800 custom properties,
// one screen uses a few hundred. Runs on the finished CSS assets of a production build.

const DECLARATIE = /(--[\w-]+)\s*:\s*((?:[^;{}"']|"[^"]*"|'[^']*')*)(;|(?=\}))/g;
const VERWIJZING = /var\(\s*(--[\w-]+)/g;

/** Names used by `tekst`, directly or through other tokens. @param {string[]} bladen @returns {Set<string>} */
export function gebruikt(bladen) {
  /** @type {Map<string, string[]>} */
  const waarden = new Map();
  const gebruikte = new Set();
  for (const css of bladen) {
    const rest = css.replace(DECLARATIE, (_, naam, waarde) => {
      waarden.set(naam, [...(waarden.get(naam) ?? []), waarde]);
      return '';
    });
    for (const [, naam] of rest.matchAll(VERWIJZING)) gebruikte.add(naam);
  }
  const wachtrij = [...gebruikte];
  for (let naam = wachtrij.pop(); naam !== undefined; naam = wachtrij.pop()) {
    for (const waarde of waarden.get(naam) ?? []) {
      for (const [, dieper] of waarde.matchAll(VERWIJZING)) {
        if (!gebruikte.has(dieper)) {
          gebruikte.add(dieper);
          wachtrij.push(dieper);
        }
      }
    }
  }
  return gebruikte;
}

/** @param {string} css @param {Set<string>} houden */
export function snoei(css, houden) {
  return css.replace(DECLARATIE, (heel, naam) => (houden.has(naam) ? heel : ''));
}

/** Vite plugin. */
export function snoeiThema() {
  return {
    name: 'damwand-snoei-thema',
    apply: 'build',
    enforce: 'post',
    generateBundle(_opties, bundel) {
      const bladen = Object.values(bundel).filter((deel) => deel.type === 'asset' && deel.fileName.endsWith('.css'));
      const houden = gebruikt(bladen.map((blad) => String(blad.source)));
      for (const blad of bladen) blad.source = snoei(String(blad.source), houden);
    },
  };
}
