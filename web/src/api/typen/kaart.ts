// SPDX-License-Identifier: EUPL-1.2
// The map.
import type { Collega, Datum, Id, Tijdstip } from './basis';
import type { CasusFase } from './casus';
import type { SignaalStatus } from './signaal';

/** Metres of the projection of the screen (EPSG:3857). */
export interface KaartPunt {
  x: number;
  y: number;
}
export interface Uitsnede {
  west: number;
  zuid: number;
  oost: number;
  noord: number;
}
export const GEBIEDSOORTEN = ['gemeente', 'wijk', 'buurt', 'bedrijventerrein', 'overig'] as const;
export type Gebiedsoort = (typeof GEBIEDSOORTEN)[number];
/** In the order of their numbers in a tile. */
export const GEBRUIKEN = [
  'geen',
  'wonen',
  'bijeenkomst',
  'cel',
  'gezondheidszorg',
  'industrie',
  'kantoor',
  'logies',
  'onderwijs',
  'sport',
  'winkel',
  'overig',
  'gemengd',
] as const;
export type Gebruik = (typeof GEBRUIKEN)[number];
/** In the order of their numbers in a tile. */
export const BRANCHES = [
  'onbekend',
  'bouw',
  'industrie',
  'auto',
  'groothandel',
  'winkel',
  'vervoer',
  'horeca',
  'zakelijk',
  'zorg',
  'vrije-tijd',
  'persoonlijk',
  'overig',
] as const;
export type Branche = (typeof BRANCHES)[number];
export interface Kaartstand {
  stand: string;
  uitsnede: Uitsnede | null;
  vanaf: Datum | null;
  standdatum: Datum | null;
  indelingen: { soort: Gebiedsoort; jaren: number[] }[];
  /** A map of somebody else that may lie under ours: whose it is, and the closest zoom it has. */
  achtergrond: { bron: string; dichtste: number } | null;
}
export interface Telvraag {
  soort: Gebiedsoort;
  peildatum: Datum | null;
  binnen: { soort: Gebiedsoort; code: string } | null;
}
export interface Gebiedstelling {
  soort: Gebiedsoort;
  code: string;
  naam: string;
  jaar: number;
  uitsnede: Uitsnede;
  panden: number;
  objecten: number;
  woningen: number;
  bedrijfsruimten: number;
}
/** Exactly one of the three. */
export interface Gebiedskeuze {
  gebied: { soort: Gebiedsoort; code: string } | null;
  ringen: KaartPunt[][] | null;
  pand: string | null;
}
export type SelectieWat = 'objecten' | 'panden';
export type SelectieVolgorde = 'adres' | 'gebruik' | 'oppervlakte' | 'bouwjaar';
export interface Selectievraag {
  waar: Gebiedskeuze;
  wat: SelectieWat;
  peildatum: Datum | null;
  gebruik: Gebruik[] | null;
  bouwjaarVanaf: number | null;
  bouwjaarTotEnMet: number | null;
  sorteer: SelectieVolgorde | null;
  aflopend: boolean | null;
  vanaf: number | null;
  aantal: number | null;
}
export interface Selectieregel {
  soort: 'pand' | 'verblijfsobject' | 'standplaats' | 'ligplaats';
  identificatie: string;
  nummeraanduiding: string | null;
  adres: string;
  gebruik: Gebruik;
  oppervlakte: number | null;
  bouwjaar: number | null;
  objecten: number;
  punt: KaartPunt;
  rd: KaartPunt;
}
export interface Selectie {
  peildatum: Datum;
  aantal: number;
  perGebruik: { gebruik: Gebruik; aantal: number }[];
  perBranche: { branche: Branche; aantal: number }[];
  resultaten: Selectieregel[];
}
export interface Vergelijking {
  peildatum: Datum;
  eerder: Datum;
  gekomen: number;
  gegaan: number;
  anders: number;
  resultaten: {
    wat: 'gekomen' | 'gegaan' | 'anders';
    regel: Selectieregel;
    gebruikWas: Gebruik | null;
    oppervlakteWas: number | null;
  }[];
}
export interface CasusOpKaart {
  id: Id;
  kenmerk: string;
  werknaam: string;
  fase: CasusFase;
  nummeraanduiding: string;
  adres: string;
  punt: KaartPunt;
}
export interface SignaalOpKaart {
  id: Id;
  kenmerk: string;
  titel: string;
  status: SignaalStatus;
  thema: string | null;
  casus: Id | null;
  nummeraanduiding: string;
  adres: string;
  punt: KaartPunt;
}
/** An area that somebody drew and kept. */
export interface EigenGebied {
  id: Id;
  naam: string;
  ringen: KaartPunt[][];
  /** With everybody who may see the map. */
  gedeeld: boolean;
  door: Collega;
  op: Tijdstip;
}
export interface EigenGebiedNieuw {
  naam: string;
  ringen: KaartPunt[][];
  gedeeld: boolean;
}
export const WERKSTANDEN = ['te_doen', 'niemand', 'niets_bijzonders', 'nakijken', 'signaal'] as const;
export type Werkstand = (typeof WERKSTANDEN)[number];
export interface WerklijstNieuw {
  naam: string;
  aanleiding: string;
  tot: Datum | null;
  vraag: Selectievraag;
}
export interface WerklijstKort {
  id: Id;
  naam: string;
  aanleiding: string;
  door: Collega;
  op: Tijdstip;
  tot: Datum;
  aantal: number;
  gedaan: number;
}
export interface Werkregel {
  id: Id;
  nummer: number;
  soort: Selectieregel['soort'];
  identificatie: string;
  nummeraanduiding: string | null;
  adres: string;
  gebruik: Gebruik;
  stand: Werkstand;
  bevinding: string | null;
  door: Collega | null;
  gedaanOp: Tijdstip | null;
  versie: number;
}
export interface Werklijst extends WerklijstKort {
  leden: Collega[];
  regels: Werkregel[];
}
export interface WerkregelWijziging {
  stand?: Werkstand;
  bevinding?: string | null;
}
