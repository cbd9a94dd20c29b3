// SPDX-License-Identifier: EUPL-1.2
// What a team leans on when it chooses, and what it learns: templates, casussen alike, criteria, the weighing table, lessons.
import type { Collega, Datum, Id, Tijdstip } from './basis';
import type { CasusFase } from './casus';

export interface Sjabloonbron {
  bronsoort: string;
  vraag: string;
  grondslag: string;
}
export interface Sjablooninterventie {
  type: string;
  omschrijving: string;
}
export interface Sjabloonstap {
  wat: string;
  dagen: number;
}
export interface Sjablooninhoud {
  hypothese: string;
  doelen: string[];
  strategieen: string[];
  bronnen: Sjabloonbron[];
  interventies: Sjablooninterventie[];
  stappen: Sjabloonstap[];
}
export interface Sjabloon {
  thema: string;
  /** Set by the organisation; else as shipped. */
  eigen: boolean;
  nl: Sjablooninhoud;
  en: Sjablooninhoud;
  door: Collega | null;
  op: Tijdstip | null;
  versie: number;
}
export interface SjabloonNieuw {
  thema: string;
  inhoud: Sjablooninhoud;
}

/** In the order in which they decide. */
export const OVEREENKOMSTEN = [
  'adres',
  'bedrijf',
  'persoon',
  'voertuig',
  'vaartuig',
  'telefoon',
  'email',
  'rekening',
  'buurt',
  'interventie',
  'thema',
  'branche',
] as const;
export type Overeenkomstsoort = (typeof OVEREENKOMSTEN)[number];
export type SamenhangStand = 'bevestigd' | 'weggelegd';
export interface Gelijkende {
  casus: Id;
  kenmerk: string;
  werknaam: string;
  fase: CasusFase;
  laatsteActiviteit: Tijdstip;
  redenen: {
    soort: Overeenkomstsoort;
    aantal: number;
    wat: { soort: Overeenkomstsoort; tekst: string; entiteit: Id | null }[];
  }[];
  samenhang: { stand: SamenhangStand; reden: string; door: Collega; op: Tijdstip } | null;
}

export interface Criterium {
  id: Id;
  naamNl: string;
  naamEn: string;
  vraagNl: string;
  vraagEn: string;
  /** From the one that goes first. */
  tredenNl: string[];
  tredenEn: string[];
}
export interface Criterialijst {
  criteria: Criterium[];
  eigen: boolean;
  versie: number;
}
export interface CriteriumNieuw {
  id: Id | null;
  naam: string;
  vraag: string;
  treden: string[];
}
export interface Beoordeling {
  criterium: Id;
  trede: number;
  motivering: string;
  door: Collega;
  op: Tijdstip;
}
export interface BeoordelingNieuw {
  criterium: Id;
  trede: number;
  motivering: string;
}
export interface Prioriteit {
  casus: Id;
  kenmerk: string;
  werknaam: string;
  thema: string;
  fase: CasusFase;
  trekker: Collega;
  laatsteActiviteit: Tijdstip;
  beoordelingen: Beoordeling[];
}
export interface Prioritering {
  resultaten: Prioriteit[];
  volgorde: Id[];
  meer: boolean;
}

export const WEEGTAFELKEUZES = ['oppakken', 'bewaren', 'niet_oppakken'] as const;
export type Weegtafelkeuze = (typeof WEEGTAFELKEUZES)[number];
export const WEEGTAFELPARTIJEN = ['politie', 'om'] as const;
export type Weegtafelpartij = (typeof WEEGTAFELPARTIJEN)[number];
export interface WeegtafelRegel {
  signaal: Id;
  kenmerk: string;
  titel: string;
  status: string;
  bron: string;
  thema: string | null;
  partij: Weegtafelpartij;
  gemeldOp: Datum;
  waarom: string;
  door: Collega;
  op: Tijdstip;
  keuze: { keuze: Weegtafelkeuze; bewarenTot: Datum | null; motivering: string; door: Collega; op: Tijdstip } | null;
  aanDeBeurt: boolean;
  versie: number;
}
export interface WeegtafelVanSignaal {
  kan: boolean;
  regel: WeegtafelRegel | null;
}
export interface WeegtafelNieuw {
  partij: Weegtafelpartij;
  gemeldOp: Datum;
  waarom: string;
}
export interface WeegtafelBesluit {
  keuze: Weegtafelkeuze;
  bewarenTot?: Datum;
  motivering: string;
}

export const EFFECTEN = ['bereikt', 'deels', 'niet', 'averechts', 'onbekend'] as const;
export type Effectsoort = (typeof EFFECTEN)[number];
export interface Effect {
  interventie: Id;
  effect: Effectsoort;
  toelichting: string;
}
export interface Evaluatie {
  /** The phase allows it. */
  kan: boolean;
  watWerkte: string;
  watNiet: string;
  anders: string;
  effecten: Effect[];
  door: Collega | null;
  op: Tijdstip | null;
  lessen: Lesvoorstel[];
  versie: number;
}
export interface EvaluatieNieuw {
  watWerkte: string;
  watNiet: string;
  anders: string;
  effecten: Effect[];
}
export interface LesvoorstelNieuw {
  thema: string;
  titel: string;
  tekst: string;
  instrumenten: string[];
}
export interface Lesvoorstel extends LesvoorstelNieuw {
  id: Id;
  staat: 'voorgelegd' | 'gedeeld' | 'teruggegeven';
  reden: string | null;
  door: Collega;
  op: Tijdstip;
  beslotenDoor: Collega | null;
  beslotenOp: Tijdstip | null;
  /** What the machine recognises in it, while it waits. */
  herkenbaar: { soort: string; woord: string }[];
  versie: number;
}
export interface Les {
  id: Id;
  thema: string;
  titel: string;
  tekst: string;
  instrumenten: string[];
  maand: Datum;
}
