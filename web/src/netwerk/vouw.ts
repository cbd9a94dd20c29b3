// SPDX-License-Identifier: EUPL-1.2
// A chart holds two thousand objects and draws some four hundred of them; the rest stands on it in counted groups (ADR 0061). An
// object folds into a group with others of its kind that hang on the same neighbour, and takes along what hangs on itself. Who is
// pinned, written on, on the path or in a group of somebody's own stays drawn; what came last folds last. The same chart folds the same.
import {
  type Element,
  type Lijn,
  type Punt,
  type Sleutel,
  type Stand,
  sleutelVan,
  stapVan,
  type Tekening,
  volgendeBeurt,
} from './model';
import { waaier } from './waaier';

/** So many are drawn unless somebody asks for all of them. */
export const GETEKEND = 400;
/** So many a chart holds. */
export const MEESTE = 2000;

export const isVouw = (sleutel: Sleutel): boolean => sleutel.startsWith('vouw:');

/** When an object was last put in the chart or taken out of a group: the later, the longer it stays drawn. */
const versheid = (stand: Stand, sleutel: Sleutel) => stand.vers[sleutel] ?? stapVan(stand, sleutel);

interface Boom {
  /** What each hangs on; none: on nothing larger. */
  aan: ReadonlyMap<Sleutel, Sleutel>;
  kinderen: ReadonlyMap<Sleutel, readonly Sleutel[]>;
  hoogte: ReadonlyMap<Sleutel, number>;
}

/** Each object under the best connected of its neighbours that is better connected than itself; between equals a dossier is, then by key. */
function maakBoom({ elementen, lijnen }: Tekening): Boom {
  const buren = new Map<Sleutel, Sleutel[]>(elementen.map((one) => [one.sleutel, []]));
  for (const { van, naar } of lijnen) {
    buren.get(van)?.push(naar);
    buren.get(naar)?.push(van);
  }
  const soort = new Map(elementen.map((one) => [one.sleutel, one.soort]));
  const rang = (one: Sleutel) => {
    const s = soort.get(one);
    return s === 'casus' ? 2 : s === 'signaal' ? 1 : 0;
  };
  const groter = (een: Sleutel, ander: Sleutel) => {
    const verschil = (buren.get(een)?.length ?? 0) - (buren.get(ander)?.length ?? 0) || rang(een) - rang(ander);
    return verschil > 0 || (verschil === 0 && een < ander);
  };
  const aan = new Map<Sleutel, Sleutel>();
  const kinderen = new Map<Sleutel, Sleutel[]>();
  for (const [one, om] of buren) {
    let beste = one;
    for (const buur of om) if (groter(buur, beste)) beste = buur;
    if (beste === one) continue;
    aan.set(one, beste);
    const rij = kinderen.get(beste);
    if (rij === undefined) kinderen.set(beste, [one]);
    else rij.push(one);
  }
  const hoogte = new Map<Sleutel, number>();
  const volgorde = [...buren.keys()].sort((a, b) => (groter(a, b) ? 1 : groter(b, a) ? -1 : 0));
  for (const one of volgorde) {
    hoogte.set(one, Math.max(0, ...(kinderen.get(one) ?? []).map((kind) => 1 + (hoogte.get(kind) ?? 0))));
  }
  return { aan, kinderen, hoogte };
}

/** Of one group, those who came at one time: they fold together. */
interface Worp {
  bak: Sleutel;
  leden: Sleutel[];
  hoogte: number;
  vers: number;
}

/** Into which group each object folds that does not fit; nothing when all do. */
function verdeel(tekening: Tekening, stand: Stand, hoogstens: number): ReadonlyMap<Sleutel, Sleutel> {
  const { elementen } = tekening;
  const uit = new Map<Sleutel, Sleutel>();
  if (elementen.length <= hoogstens) return uit;
  const blijft = (one: Element) =>
    one.soort === 'groep' || one.vast || one.opPad || one.sleutel === stand.knopen[0] || stand.notities[one.sleutel];
  const mag = new Map(elementen.filter((one) => !blijft(one)).map((one) => [one.sleutel, one]));
  const boom = maakBoom(tekening);
  const laatst = Math.max(0, ...[...mag.keys()].map((one) => versheid(stand, one)));
  const eerst = Math.min(laatst, ...[...mag.keys()].map((one) => versheid(stand, one)));
  const worpen = new Map<string, Worp>();
  const grootte = new Map<Sleutel, number>();
  for (const [sleutel, { soort }] of mag) {
    const hoogte = boom.hoogte.get(sleutel) ?? 0;
    const vers = versheid(stand, sleutel);
    const bak = `vouw:${boom.aan.get(sleutel) ?? ''}|${soort}|${hoogte}`;
    grootte.set(bak, (grootte.get(bak) ?? 0) + 1);
    const worp = worpen.get(`${bak}@${vers}`) ?? { bak, leden: [], hoogte, vers };
    worp.leden.push(sleutel);
    worpen.set(`${bak}@${vers}`, worp);
  }
  const nieuw = (worp: Worp) => (laatst > eerst && worp.vers === laatst ? 1 : 0);
  const volgorde = [...worpen.values()].sort(
    (a, b) =>
      nieuw(a) - nieuw(b) ||
      a.hoogte - b.hoogte ||
      a.vers - b.vers ||
      b.leden.length - a.leden.length ||
      (a.bak < b.bak ? -1 : 1),
  );
  const inBak = new Map<Sleutel, number>();
  let getekend = elementen.length;
  const tel = (bak: Sleutel, erbij: number) => {
    const was = inBak.get(bak) ?? 0;
    inBak.set(bak, was + erbij);
    if (was === 0) getekend += 1;
    else if (was + erbij === 0) getekend -= 1;
  };
  const vouw = (sleutel: Sleutel, bak: Sleutel) => {
    const al = uit.get(sleutel);
    if (al === bak) return;
    if (mag.has(sleutel)) {
      if (al === undefined) getekend -= 1;
      else tel(al, -1);
      uit.set(sleutel, bak);
      tel(bak, 1);
    }
    for (const kind of boom.kinderen.get(sleutel) ?? []) vouw(kind, bak);
  };
  for (const { bak, leden, hoogte } of volgorde) {
    if (hoogte === 0 && (grootte.get(bak) ?? 0) < 2) continue;
    for (const lid of leden.sort().reverse()) {
      if (getekend <= hoogstens) return uit;
      if (!uit.has(lid)) vouw(lid, bak);
    }
  }
  // Many small pieces that are tied to nothing larger: by kind.
  const over = [...mag.values()].sort((a, b) => (a.sleutel < b.sleutel ? 1 : -1));
  for (const one of over) {
    if (getekend <= hoogstens) break;
    const bak = uit.get(one.sleutel) ?? '';
    if (!bak.startsWith('vouw:|')) vouw(one.sleutel, `vouw:|${one.soort}|`);
  }
  return uit;
}

/** Who is in which group; a group of one is not a group. */
function groepen(verdeling: ReadonlyMap<Sleutel, Sleutel>, eruit: ReadonlySet<Sleutel>): Map<Sleutel, Sleutel[]> {
  const uit = new Map<Sleutel, Sleutel[]>();
  for (const [sleutel, bak] of verdeling) {
    if (eruit.has(sleutel)) continue;
    const rij = uit.get(bak);
    if (rij === undefined) uit.set(bak, [sleutel]);
    else rij.push(sleutel);
  }
  for (const [bak, leden] of uit) if (leden.length < 2) uit.delete(bak);
  return uit;
}

export interface Vouwing {
  tekening: Tekening;
  /** The group that an object is drawn in. */
  groepVan: ReadonlyMap<Sleutel, Sleutel>;
}

/** A drawing with its groups in place of who is in them: one line for all ties between two. */
function metGroepen(heel: Tekening, bakken: ReadonlyMap<Sleutel, readonly Sleutel[]>): Vouwing {
  if (bakken.size === 0) return { tekening: heel, groepVan: new Map() };
  const groepVan = new Map<Sleutel, Sleutel>();
  for (const [bak, leden] of bakken) for (const lid of leden) groepVan.set(lid, bak);
  const elementen: Element[] = [];
  const inBak = new Map<Sleutel, Element[]>([...bakken.keys()].map((one) => [one, []]));
  for (const one of heel.elementen) {
    const bak = groepVan.get(one.sleutel);
    if (bak === undefined) elementen.push(one);
    else inBak.get(bak)?.push(one);
  }
  for (const [sleutel, er] of inBak) {
    elementen.push({
      sleutel,
      soort: 'groep',
      knopen: er.flatMap((one) => one.knopen),
      meer: er.reduce((som, one) => som + one.meer, 0),
      vast: false,
      opPad: false,
    });
  }
  const lijnen = new Map<string, Lijn>();
  for (const lijn of heel.lijnen) {
    const van = groepVan.get(lijn.van) ?? lijn.van;
    const naar = groepVan.get(lijn.naar) ?? lijn.naar;
    if (van === naar) continue;
    if (van === lijn.van && naar === lijn.naar) {
      lijnen.set(lijn.sleutel, lijn);
      continue;
    }
    const sleutel = van < naar ? `${van}|${naar}` : `${naar}|${van}`;
    const al = lijnen.get(sleutel);
    if (al === undefined) lijnen.set(sleutel, { ...lijn, sleutel, van, naar, banden: [...lijn.banden] });
    else {
      (al.banden as Lijn['banden'][number][]).push(...lijn.banden);
      al.stevig ||= lijn.stevig;
      al.opPad ||= lijn.opPad;
    }
  }
  return { tekening: { elementen, lijnen: [...lijnen.values()] }, groepVan };
}

/** What is to be drawn of a chart, before anything is chosen. */
export const vouwIn = (heel: Tekening, stand: Stand): ReadonlyMap<Sleutel, Sleutel> =>
  verdeel(heel, stand, stand.alles ? MEESTE : GETEKEND);
/** The same with these outside their groups: what is chosen is drawn. */
export function vouwing(
  heel: Tekening,
  verdeling: ReadonlyMap<Sleutel, Sleutel>,
  eruit: readonly Sleutel[] = [],
): Vouwing {
  return metGroepen(heel, groepen(verdeling, new Set(eruit)));
}
/** Drawn at once, for who has nothing to choose: on paper, before an audience. */
export const gevouwen = (heel: Tekening, stand: Stand): Tekening => vouwing(heel, vouwIn(heel, stand)).tekening;

/** The objects that stand behind these: a group is who is in it. */
export function ledenVan(tekening: Tekening, welke: readonly Sleutel[]): Sleutel[] {
  const groep = new Map(tekening.elementen.map((one) => [one.sleutel, one]));
  return welke.flatMap((one) => (isVouw(one) ? (groep.get(one)?.knopen ?? []).map(sleutelVan) : [one]));
}

/** These come out of their groups, as far as there is room: others fold. */
export function haalEruit(stand: Stand, welke: readonly Sleutel[]): Partial<Stand> {
  const beurt = volgendeBeurt(stand);
  return { vers: { ...stand.vers, ...Object.fromEntries(welke.map((one) => [one, beurt])) } };
}

/** Places around its group for each of these that has none of its own. */
export function spreid(
  { tekening, groepVan }: Vouwing,
  plaats: Readonly<Record<Sleutel, Punt>>,
  welke: readonly Sleutel[],
): Record<Sleutel, Punt> {
  const bij = new Map<Sleutel, Sleutel[]>();
  for (const one of welke) {
    const groep = groepVan.get(one);
    if (groep === undefined || plaats[one] !== undefined) continue;
    bij.set(groep, [...(bij.get(groep) ?? []), one]);
  }
  const er = metPlaats(tekening, plaats);
  const bezet = tekening.elementen.flatMap((one) => er[one.sleutel] ?? []);
  const uit: Record<Sleutel, Punt> = {};
  for (const [groep, leden] of bij) {
    const midden = er[groep];
    if (midden === undefined) continue;
    for (const [i, punt] of waaier(midden, leden.length, bezet).entries()) {
      uit[leden[i] as Sleutel] = punt;
      bezet.push(punt);
    }
  }
  return uit;
}

/** A group without a place of its own stands where its first member with one does. */
export function metPlaats(
  tekening: Tekening,
  plaats: Readonly<Record<Sleutel, Punt>>,
): Readonly<Record<Sleutel, Punt>> {
  const erbij: Record<Sleutel, Punt> = {};
  for (const one of tekening.elementen) {
    if (!isVouw(one.sleutel) || plaats[one.sleutel] !== undefined) continue;
    const lid = one.knopen.map((knoop) => plaats[sleutelVan(knoop)]).find((punt) => punt !== undefined);
    if (lid !== undefined) erbij[one.sleutel] = lid;
  }
  return Object.keys(erbij).length === 0 ? plaats : { ...plaats, ...erbij };
}
