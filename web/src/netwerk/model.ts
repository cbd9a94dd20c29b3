// SPDX-License-Identifier: EUPL-1.2
// What somebody did to a chart: which objects are on it, where, hidden, grouped, pinned, written on. What they are the server
// says, each time. Every step can be taken back, as far as the session goes.
import type {
  Geplaatst,
  KaartPunt,
  KnoopRef,
  Netwerkband,
  Netwerkbeeld,
  Netwerkfilter,
  Netwerkknoop,
} from '../api/typen';

export type Sleutel = string;
export const sleutelVan = (ref: KnoopRef): Sleutel => `${ref.soort}:${ref.id}`;
export function refVan(sleutel: Sleutel): KnoopRef {
  const plek = sleutel.indexOf(':');
  return { soort: sleutel.slice(0, plek), id: sleutel.slice(plek + 1) };
}

export interface Punt {
  x: number;
  y: number;
}
export interface Groep {
  sleutel: Sleutel;
  leden: readonly Sleutel[];
}
export interface Stand {
  knopen: readonly Sleutel[];
  verborgen: readonly Sleutel[];
  vast: readonly Sleutel[];
  groepen: readonly Groep[];
  notities: Readonly<Record<Sleutel, string>>;
  plaats: Readonly<Record<Sleutel, Punt>>;
  pad: readonly Sleutel[];
  filter: Netwerkfilter;
  /** With which step an object came, from 0: in that order the chart is presented. */
  stappen: Readonly<Record<Sleutel, number>>;
  /** When an object last came, or came out of a group: what came last is the last to be folded into one (vouw.ts). */
  vers: Readonly<Record<Sleutel, number>>;
  /** Nothing is folded: somebody asked for all of it. */
  alles: boolean;
}
export const GEEN_FILTER: Netwerkfilter = { begin: null, eind: null, betrouwbaarheid: null };
export const LEEG: Stand = {
  knopen: [],
  verborgen: [],
  vast: [],
  groepen: [],
  notities: {},
  plaats: {},
  pad: [],
  filter: GEEN_FILTER,
  stappen: {},
  vers: {},
  alles: false,
};

export interface Verloop {
  voor: readonly Stand[];
  nu: Stand;
  na: readonly Stand[];
}
export const begin = (nu: Stand): Verloop => ({ voor: [], nu, na: [] });

/** `schik` gives places and is no step of its own: it belongs to the step that asked for them. */
export type Daad =
  | { soort: 'zet'; deel: Partial<Stand> }
  | { soort: 'schik'; plaats: Readonly<Record<Sleutel, Punt>> }
  | { soort: 'terug' }
  | { soort: 'opnieuw' }
  | { soort: 'begin'; stand: Stand };

export function volgende(verloop: Verloop, daad: Daad): Verloop {
  const { voor, nu, na } = verloop;
  switch (daad.soort) {
    case 'zet':
      return { voor: [...voor, nu], nu: { ...nu, ...daad.deel }, na: [] };
    case 'schik':
      return { voor, nu: { ...nu, plaats: { ...nu.plaats, ...daad.plaats } }, na };
    case 'terug': {
      const vorige = voor.at(-1);
      return vorige === undefined ? verloop : { voor: voor.slice(0, -1), nu: vorige, na: [nu, ...na] };
    }
    case 'opnieuw': {
      const [later, ...rest] = na;
      return later === undefined ? verloop : { voor: [...voor, nu], nu: later, na: rest };
    }
    case 'begin':
      return begin(daad.stand);
  }
}

const samen = (een: readonly Sleutel[], ander: readonly Sleutel[]) => [...new Set([...een, ...ander])];
function zonder(een: readonly Sleutel[], weg: readonly Sleutel[]): Sleutel[] {
  const uit = new Set(weg);
  return een.filter((one) => !uit.has(one));
}

/** The step of an object; what the chart began with is the first. */
export const stapVan = (stand: Stand, sleutel: Sleutel): number => stand.stappen[sleutel] ?? 0;
const laatsteStap = (stand: Stand) => Math.max(0, ...Object.values(stand.stappen));
/** A turn later than any before: of what comes into the chart, or out of a group. */
export const volgendeBeurt = (stand: Stand) => 1 + Math.max(laatsteStap(stand), ...Object.values(stand.vers));
/** The steps of a chart, each once, in order: of what is not hidden. */
export const stappenVan = (stand: Stand): number[] =>
  [...new Set(zonder(stand.knopen, stand.verborgen).map((one) => stapVan(stand, one)))].sort((a, b) => a - b);
/** The chart as it was up to a step: what came later is as if hidden. */
export const totStap = (stand: Stand, stap: number): Stand => ({
  ...stand,
  verborgen: samen(
    stand.verborgen,
    stand.knopen.filter((one) => stapVan(stand, one) > stap),
  ),
});

export function voegToe(stand: Stand, erbij: readonly Sleutel[]): Partial<Stand> {
  const nieuw = zonder(erbij, stand.knopen);
  const stap = stand.knopen.length === 0 ? 0 : laatsteStap(stand) + 1;
  const beurt = stand.knopen.length === 0 ? 0 : volgendeBeurt(stand);
  return {
    knopen: samen(stand.knopen, erbij),
    verborgen: zonder(stand.verborgen, erbij),
    stappen: { ...stand.stappen, ...Object.fromEntries(nieuw.map((one) => [one, stap])) },
    vers: { ...stand.vers, ...Object.fromEntries(nieuw.map((one) => [one, beurt])) },
  };
}
/** What is hidden may be shown again; a group that is hidden goes with its members. */
export function verberg(stand: Stand, welke: readonly Sleutel[]): Partial<Stand> {
  const leden = stand.groepen.filter((one) => welke.includes(one.sleutel)).flatMap((one) => one.leden);
  return { verborgen: samen(stand.verborgen, [...welke.filter((one) => !one.startsWith('groep:')), ...leden]) };
}
export const toonAlles = (): Partial<Stand> => ({ verborgen: [] });
export const zetVast = (stand: Stand, welke: readonly Sleutel[], vast: boolean): Partial<Stand> => ({
  vast: vast ? samen(stand.vast, welke) : zonder(stand.vast, welke),
});
export function groepeer(stand: Stand, welke: readonly Sleutel[]): Partial<Stand> {
  const leden = welke.flatMap((one) => stand.groepen.find((groep) => groep.sleutel === one)?.leden ?? [one]);
  if (leden.length < 2) return {};
  const over = stand.groepen
    .map((one) => ({ ...one, leden: zonder(one.leden, leden) }))
    .filter((one) => one.leden.length > 1);
  const nummer = 1 + Math.max(0, ...over.map((one) => Number(one.sleutel.slice('groep:'.length))));
  const sleutel = `groep:${nummer}`;
  const plekken = leden.flatMap((one) => stand.plaats[one] ?? []);
  const midden = (maat: (punt: Punt) => number) => plekken.reduce((som, one) => som + maat(one), 0) / plekken.length;
  const plaats = plekken.length === 0 ? {} : { [sleutel]: { x: midden((one) => one.x), y: midden((one) => one.y) } };
  return { groepen: [...over, { sleutel, leden }], plaats: { ...stand.plaats, ...plaats } };
}
export const valUiteen = (stand: Stand, sleutel: Sleutel): Partial<Stand> => ({
  groepen: stand.groepen.filter((one) => one.sleutel !== sleutel),
});

/** An object as it is drawn: itself, or a group in its place. */
export interface Element {
  sleutel: Sleutel;
  soort: string;
  knopen: readonly Netwerkknoop[];
  /** Neighbours that are not on the chart. */
  meer: number;
  vast: boolean;
  opPad: boolean;
}
/** All ties between two of them, in one line. */
export interface Lijn {
  sleutel: string;
  van: Sleutel;
  naar: Sleutel;
  banden: readonly Netwerkband[];
  /** A source of it is at least fairly reliable (A to C), or it is a public register. */
  stevig: boolean;
  opPad: boolean;
}
export interface Tekening {
  elementen: readonly Element[];
  lijnen: readonly Lijn[];
}

const STEVIG = ['A', 'B', 'C'];
export const isStevig = (band: Netwerkband): boolean =>
  band.bewijs.some((one) => one.bronBetrouwbaarheid === null || STEVIG.includes(one.bronBetrouwbaarheid));

/** What is drawn of an answer of the server. What it does not know (any more) is not drawn. */
export function tekening(stand: Stand, beeld: Netwerkbeeld): Tekening {
  const bekend = new Map(beeld.knopen.map((one) => [sleutelVan(one), one]));
  const open = zonder(stand.knopen, stand.verborgen).filter((one) => bekend.has(one));
  const groepVan = new Map(stand.groepen.flatMap((groep) => groep.leden.map((lid) => [lid, groep.sleutel] as const)));
  const plek = (sleutel: Sleutel) => groepVan.get(sleutel) ?? sleutel;
  const padparen = new Set(stand.pad.slice(1).map((one, i) => [stand.pad[i] as Sleutel, one].sort().join('|')));
  const getoondeBuren = new Map<Sleutel, Set<Sleutel>>();
  const lijnen = new Map<string, { van: Sleutel; naar: Sleutel; banden: Netwerkband[]; opPad: boolean }>();
  const zichtbaar = new Set(open);
  for (const band of beeld.banden) {
    const van = sleutelVan(band.van);
    const naar = sleutelVan(band.naar);
    if (!zichtbaar.has(van) || !zichtbaar.has(naar)) continue;
    for (const [een, ander] of [
      [van, naar],
      [naar, van],
    ] as const) {
      getoondeBuren.set(een, (getoondeBuren.get(een) ?? new Set()).add(ander));
    }
    const a = plek(van);
    const b = plek(naar);
    if (a === b) continue;
    const sleutel = a < b ? `${a}|${b}` : `${b}|${a}`;
    const lijn = lijnen.get(sleutel) ?? { van: a, naar: b, banden: [], opPad: false };
    lijn.banden.push(band);
    lijn.opPad ||= padparen.has([van, naar].sort().join('|'));
    lijnen.set(sleutel, lijn);
  }
  const leden = new Map<Sleutel, Sleutel[]>();
  for (const sleutel of open) {
    const rij = leden.get(plek(sleutel));
    if (rij === undefined) leden.set(plek(sleutel), [sleutel]);
    else rij.push(sleutel);
  }
  const vast = new Set(stand.vast);
  const pad = new Set(stand.pad);
  const elementen = [...leden].map(([sleutel, van]): Element => {
    const knopen = van.map((one) => bekend.get(one) as Netwerkknoop);
    const meer = knopen.reduce((som, knoop) => {
      const alle = knoop.buren.reduce((tel, one) => tel + one.aantal, 0);
      return som + Math.max(0, alle - (getoondeBuren.get(sleutelVan(knoop))?.size ?? 0));
    }, 0);
    return {
      sleutel,
      soort: sleutel.startsWith('groep:') ? 'groep' : (knopen[0] as Netwerkknoop).soort,
      knopen,
      meer,
      vast: vast.has(sleutel),
      opPad: van.some((one) => pad.has(one)),
    };
  });
  return {
    elementen,
    lijnen: [...lijnen].map(([sleutel, lijn]) => ({ sleutel, ...lijn, stevig: lijn.banden.some(isStevig) })),
  };
}

/** What stands on the map: an address or building of the drawing, and what is tied to it there. */
export interface Plek {
  sleutel: Sleutel;
  punt: KaartPunt;
  /** Itself, and what a line of the drawing ties to it. */
  hoortBij: readonly Sleutel[];
}
export function plekkenVan({ elementen, lijnen }: Tekening): Plek[] {
  const buren = new Map<Sleutel, Sleutel[]>();
  for (const { van, naar } of lijnen) {
    buren.set(van, [...(buren.get(van) ?? []), naar]);
    buren.set(naar, [...(buren.get(naar) ?? []), van]);
  }
  return elementen.flatMap((element) =>
    element.knopen.flatMap(({ punt }) =>
      punt === null
        ? []
        : [{ sleutel: element.sleutel, punt, hoortBij: [element.sleutel, ...(buren.get(element.sleutel) ?? [])] }],
    ),
  );
}

/** One answer after another: what is in both is as the later says. */
export function voegSamen(oud: Netwerkbeeld, nieuw: Netwerkbeeld): Netwerkbeeld {
  const knopen = new Map([...oud.knopen, ...nieuw.knopen].map((one) => [sleutelVan(one), one]));
  const banden = new Map(
    [...oud.banden, ...nieuw.banden].map((one) => [`${sleutelVan(one.van)}|${sleutelVan(one.naar)}|${one.soort}`, one]),
  );
  return { knopen: [...knopen.values()], banden: [...banden.values()], meer: 0 };
}

/** Where everything on the chart stands, with its note and its step: what a view keeps. `bij`: where what has no place of its own is drawn. */
export function plaatsenVan(
  tekening: Tekening,
  stand: Stand,
  bij: (sleutel: Sleutel) => Punt | undefined = () => undefined,
): Geplaatst[] {
  return tekening.elementen
    .flatMap((one) => one.knopen)
    .map((one) => {
      const sleutel = sleutelVan(one);
      const plaats = stand.plaats[sleutel] ?? bij(sleutel) ?? { x: 0, y: 0 };
      return {
        soort: one.soort,
        id: one.id,
        x: Math.round(plaats.x),
        y: Math.round(plaats.y),
        vast: stand.vast.includes(sleutel),
        notitie: stand.notities[sleutel] || null,
        stap: stapVan(stand, sleutel),
      };
    });
}
