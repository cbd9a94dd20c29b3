// SPDX-License-Identifier: EUPL-1.2
// A pattern of somebody's own: what may be chosen, and what is sent. No drawing: rows of roles and of ties.
import type { Code, Id, PatroonVorm, PatroonVraag } from '../api/typen';
import { api, unwrap } from '../basis/api';

/** What a role may be; src/werk/wachter/vormen.cpp. */
export const ROLSOORTEN = [
  'adres',
  'pand',
  'bedrijf',
  'vestiging',
  'voertuig',
  'vaartuig',
  'signaal',
  'casus',
  'persoon',
  'telefoon',
  'email',
  'rekening',
] as const;
const VAN_IEMAND = ['persoon', 'telefoon', 'email', 'rekening'];
export const MEESTE_ROLLEN = 5;
export const MEESTE_BANDEN = 10;
export const GEWONE_DAGEN = 365;
const MEESTE_DAGEN = 3650;

/** Roles are called by a letter. */
export const letter = (plek: number): string => String.fromCharCode('A'.charCodeAt(0) + plek);
export const overPersonen = (rollen: readonly string[]): boolean => rollen.some((one) => VAN_IEMAND.includes(one));

/** A kind of tie with the kinds that it ties. */
export interface Bandsoort {
  code: string;
  wie: readonly string[];
  wat: readonly string[];
}
const DINGEN = ROLSOORTEN.filter((one) => one !== 'signaal' && one !== 'casus');
/** The ties that the program makes itself. */
const EIGEN_BANDEN: readonly Bandsoort[] = [
  { code: 'genoemd', wie: ['signaal', 'casus'], wat: DINGEN },
  { code: 'op_adres', wie: ['signaal'], wat: ['adres'] },
  { code: 'hoort_bij', wie: ['signaal'], wat: ['casus'] },
  { code: 'duplicaat_van', wie: ['signaal'], wat: ['signaal'] },
  { code: 'in_pand', wie: ['adres'], wat: ['pand'] },
  { code: 'vestiging_van', wie: ['vestiging'], wat: ['bedrijf'] },
  { code: 'gevestigd', wie: ['vestiging', 'bedrijf'], wat: ['adres'] },
];
export interface Verbandsoort extends Code {
  wie: string[];
  wat: string[];
}

/** A kind and which way it goes: whether the first of the two is who, or what. */
export interface Bandkeuze {
  soort: string;
  om: boolean;
}
/** The kinds of ties there can be between these two, as they stand. */
export function bandkeuzen(een: string, ander: string, soorten: readonly Bandsoort[]): Bandkeuze[] {
  const uit: Bandkeuze[] = [];
  for (const { code, wie, wat } of [...EIGEN_BANDEN, ...soorten]) {
    for (const om of [false, true]) {
      const [van, naar] = om ? [ander, een] : [een, ander];
      if (!wie.includes(van) || !wat.includes(naar)) continue;
      if (!uit.some((one) => one.soort === code && one.om === om)) uit.push({ soort: code, om });
    }
  }
  return uit;
}
export const schrijfKeuze = ({ soort, om }: Bandkeuze): string => `${om ? '<' : '>'}${soort}`;

/** A row of the form: everything as it was chosen. `keuze`: empty for any tie, else as `schrijfKeuze`. */
export interface Bandrij {
  een: string;
  ander: string;
  keuze: string;
  begin: string;
  eind: string;
  venster: boolean;
}
export interface Opzet {
  rollen: { soort: string }[];
  banden: Bandrij[];
  dagen: string;
  opVolgorde: boolean;
  betrouwbaarheid: string;
}
export const nieuweBand = (een: number, ander: number): Bandrij => ({
  een: String(een),
  ander: String(ander),
  keuze: '',
  begin: '',
  eind: '',
  venster: false,
});
export const EERSTE: Opzet = {
  rollen: [{ soort: 'adres' }, { soort: 'signaal' }],
  banden: [nieuweBand(1, 0)],
  dagen: '',
  opVolgorde: false,
  betrouwbaarheid: '',
};

/** Without this role and its ties; those after it move up. */
export function zonderRol(opzet: Opzet, weg: number): Pick<Opzet, 'rollen' | 'banden'> {
  const nieuw = (plek: string) => String(Number(plek) - (Number(plek) > weg ? 1 : 0));
  return {
    rollen: opzet.rollen.filter((_, plek) => plek !== weg),
    banden: opzet.banden
      .filter((one) => Number(one.een) !== weg && Number(one.ander) !== weg)
      .map((one) => ({ ...one, een: nieuw(one.een), ander: nieuw(one.ander) })),
  };
}

/** Whether every role is tied to the others. */
export function hangtSamen(opzet: Opzet): boolean {
  const vast = new Set([0]);
  for (let ronde = 0; ronde < opzet.rollen.length; ronde += 1) {
    for (const { een, ander } of opzet.banden) {
      if (vast.has(Number(een)) || vast.has(Number(ander))) vast.add(Number(een)).add(Number(ander));
    }
  }
  return vast.size === opzet.rollen.length;
}
export const inVenster = (opzet: Opzet): number => opzet.banden.filter((one) => one.venster).length;
export const isDagen = (tekst: string): boolean => {
  const dagen = Number(tekst);
  return tekst.trim() === '' || (Number.isInteger(dagen) && dagen >= 1 && dagen <= MEESTE_DAGEN);
};

/** As it is sent. A tie goes from who to what. */
export const patroonVan = (opzet: Opzet): PatroonVorm => ({
  onderdelen: opzet.rollen.map((one) => one.soort),
  banden: opzet.banden.map(({ een, ander, keuze, begin, eind, venster }) => {
    const [van, naar] = keuze.startsWith('<') ? [ander, een] : [een, ander];
    return {
      van: Number(van),
      naar: Number(naar),
      soort: keuze === '' ? null : keuze.slice(1),
      begin: begin === '' ? null : begin,
      eind: eind === '' ? null : eind,
      venster,
    };
  }),
  opVolgorde: opzet.opVolgorde && inVenster(opzet) > 1,
});
export const vraagVan = (opzet: Opzet): PatroonVraag => ({
  patroon: patroonVan(opzet),
  dagen: opzet.dagen.trim() === '' ? null : Number(opzet.dagen),
  betrouwbaarheid: opzet.betrouwbaarheid === '' ? null : opzet.betrouwbaarheid,
});

export const zoekPatroon = (body: PatroonVraag) => unwrap(api.POST('/v1/netwerk/patronen/_zoek', { body }));
export const zoekBewaard = (wachter: Id) =>
  unwrap(api.POST('/v1/netwerk/wachters/{wachter}/_zoek', { params: { path: { wachter } } }));
