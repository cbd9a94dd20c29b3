// SPDX-License-Identifier: EUPL-1.2
// The chart as a drawing of its own: what goes on paper and into a file, apart from what the canvas happens to show.
import type { Punt, Sleutel, Tekening } from './model';
import { symboolVan } from './symbolen';
import type { Namen } from './tekenaar';

const RAND = 95;
const STRAAL = 22;
const PER_REGEL = 22;
const MEESTE_REGELS = 3;

const veilig = (tekst: string) =>
  tekst.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Words in lines of a few words; what does not fit ends in an ellipsis. */
export function regels(tekst: string): string[] {
  const uit: string[] = [];
  for (const woord of tekst.split(/\s+/)) {
    const laatste = uit.at(-1);
    if (laatste !== undefined && laatste.length + woord.length < PER_REGEL) uit[uit.length - 1] = `${laatste} ${woord}`;
    else uit.push(woord);
  }
  if (uit.length <= MEESTE_REGELS) return uit;
  return [...uit.slice(0, MEESTE_REGELS - 1), `${uit[MEESTE_REGELS - 1]} …`];
}

/** A whole SVG document; `voet`: lines under the drawing. */
export function alsSvg(
  { elementen, lijnen }: Tekening,
  plaats: Readonly<Record<Sleutel, Punt>>,
  namen: Namen,
  voet: readonly string[],
): string {
  const er = elementen.filter((one) => plaats[one.sleutel] !== undefined);
  const punt = (sleutel: Sleutel) => plaats[sleutel] as Punt;
  const xen = er.map((one) => punt(one.sleutel).x);
  const yen = er.map((one) => punt(one.sleutel).y);
  const links = Math.min(0, ...xen) - RAND;
  const boven = Math.min(0, ...yen) - RAND;
  const breed = Math.max(480, Math.max(0, ...xen) - links + RAND);
  const hoog = Math.max(0, ...yen) - boven + RAND + 20 + voet.length * 16;
  const delen = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${links} ${boven} ${breed} ${hoog}" width="${breed}" height="${hoog}" font-family="Source Sans 3, Arial, sans-serif" role="img">`,
    `<rect x="${links}" y="${boven}" width="${breed}" height="${hoog}" fill="#fff"/>`,
  ];
  const staat = new Set(er.map((one) => one.sleutel));
  for (const one of lijnen) {
    if (!staat.has(one.van) || !staat.has(one.naar)) continue;
    const a = punt(one.van);
    const b = punt(one.naar);
    delen.push(
      `<line x1="${a.x}" y1="${a.y}" x2="${b.x}" y2="${b.y}" stroke="${one.opPad ? '#b45309' : '#5c6b78'}" stroke-width="${one.opPad ? 4 : 2}"${one.stevig ? '' : ' stroke-dasharray="7 5"'}/>`,
      `<text x="${(a.x + b.x) / 2}" y="${(a.y + b.y) / 2 - 3}" font-size="11" text-anchor="middle" fill="#17232e" stroke="#fff" stroke-width="3" paint-order="stroke">${veilig(namen.lijn(one.sleutel))}</text>`,
    );
  }
  for (const one of er) {
    const { x, y } = punt(one.sleutel);
    const { kleur, tekening } = symboolVan(one.soort);
    delen.push(
      `<circle cx="${x}" cy="${y}" r="${STRAAL}" fill="#fff" stroke="${one.opPad ? '#b45309' : kleur}" stroke-width="${one.opPad || one.vast ? 4 : 2}"/>`,
      `<g transform="translate(${x - 13} ${y - 13}) scale(1.083)" fill="none" stroke="${kleur}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">${tekening.map((pad) => `<path d="${pad}"/>`).join('')}</g>`,
      ...regels(namen.element(one.sleutel)).map(
        (regel, i) =>
          `<text x="${x}" y="${y + STRAAL + 16 + i * 15}" font-size="13" text-anchor="middle" fill="#17232e" stroke="#fff" stroke-width="3" paint-order="stroke">${veilig(regel)}</text>`,
      ),
    );
  }
  delen.push(
    ...voet.map(
      (regel, i) =>
        `<text x="${links + 16}" y="${boven + hoog - voet.length * 16 + i * 16 + 4}" font-size="12" fill="#44535f">${veilig(regel)}</text>`,
    ),
    '</svg>',
  );
  return delen.join('\n');
}

function bewaar(inhoud: Blob, naam: string): void {
  const adres = URL.createObjectURL(inhoud);
  const link = document.createElement('a');
  link.href = adres;
  link.download = naam;
  link.click();
  URL.revokeObjectURL(adres);
}

export const bewaarTekst = (tekst: string, naam: string): void =>
  bewaar(new Blob([tekst], { type: 'application/octet-stream' }), naam);
export const bewaarSvg = (svg: string, naam: string): void => bewaar(new Blob([svg], { type: 'image/svg+xml' }), naam);

export async function bewaarPng(svg: string, naam: string): Promise<void> {
  const beeld = new Image();
  const adres = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    beeld.src = adres;
    await beeld.decode();
    const doek = document.createElement('canvas');
    doek.width = beeld.naturalWidth * 2;
    doek.height = beeld.naturalHeight * 2;
    doek.getContext('2d')?.drawImage(beeld, 0, 0, doek.width, doek.height);
    const png = await new Promise<Blob | null>((klaar) => doek.toBlob(klaar, 'image/png'));
    if (png !== null) bewaar(png, naam);
  } finally {
    URL.revokeObjectURL(adres);
  }
}
