// SPDX-License-Identifier: EUPL-1.2
// Signalen, and what stands in a signaal as in a casus.
import type { Code, Collega, Datum, Id, Maandtal, Tal, Tijdstip } from './basis';
import type { AdresNieuw, AdresVermeld } from './register';

export const SIGNAALSTATUSSEN = [
  'nieuw',
  'in_weging',
  'uitgesteld',
  'niet_opgepakt',
  'doorgestuurd',
  'duplicaat',
  'monodisciplinair',
  'casus',
  'bij_riec',
  'afgehandeld',
  'vernietigd',
] as const;
export type SignaalStatus = (typeof SIGNAALSTATUSSEN)[number];

export const BETROUWBAARHEDEN = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type Betrouwbaarheid = (typeof BETROUWBAARHEDEN)[number];
export const INFORMATIEWAARDEN = [1, 2, 3, 4, 5, 6] as const;
export type Informatiewaarde = (typeof INFORMATIEWAARDEN)[number];

export interface SignaalRegel {
  id: Id;
  kenmerk: string;
  status: SignaalStatus;
  /** The next weighing while in_weging: 1..3; 4 = weighed gecompliceerd, a casus is to be opened; 0 when nieuw. */
  wegingStap: number;
  titel: string;
  thema: string | null;
  bron: string;
  ontvangenOp: Tijdstip;
  adres: AdresVermeld | null;
  bronBetrouwbaarheid: Betrouwbaarheid;
  informatieWaarde: Informatiewaarde;
  behandelaar: Collega | null;
  uitgesteldTot: Datum | null;
  zelfdeAdres: number;
  versie: number;
}

export const VERMELDINGSOORTEN = [
  'persoon',
  'bedrijf',
  'voertuig',
  'telefoon',
  'email',
  'rekening',
  'adres',
  'vaartuig',
] as const;
export type VermeldingSoort = (typeof VERMELDINGSOORTEN)[number];

/** Whether a fact may be passed on. */
export type Doorgifte = 'vrij' | 'na_overleg' | 'niet';
/** What a fact takes along. */
export interface Feitlabel {
  regime: string;
  doorgifte: Doorgifte;
  /** Why more freely than its regime says. */
  doorgifteReden: string | null;
}
/** Where a new fact was taken from: a source or document of the casus, or in words. */
export interface HerkomstNieuw {
  uitBron: Id | null;
  uitDocument: Id | null;
  bron: string | null;
  doorgifte: Doorgifte | null;
  doorgifteReden: string | null;
}

export interface VermeldingNieuw extends Partial<HerkomstNieuw> {
  soort: VermeldingSoort;
  tekst: string;
  sleutel: string | null;
  rol: string | null;
  toelichting: string | null;
  bronBetrouwbaarheid: Betrouwbaarheid | null;
  informatieWaarde: Informatiewaarde | null;
  /** Of somebody under eighteen only. */
  geborenOp?: Datum | null;
  minderjarig?: boolean | null;
}

export interface Vermelding extends Omit<VermeldingNieuw, keyof HerkomstNieuw>, Feitlabel {
  geborenOp: Datum | null;
  /** Under eighteen today. */
  minderjarig: boolean;
  id: Id;
  bron: string;
  uitBron: Id | null;
  uitDocument: Id | null;
  /** As of when it is true. */
  peildatum: Datum;
  /** A person's number is known; it is shown on request only. */
  heeftBsn: boolean;
  entiteit: Id | null;
  herkomst: 'signaal' | 'casus';
  door: Collega;
  op: Tijdstip;
  versie: number;
  elders: number;
}

export interface WegingAntwoord {
  vraag: string;
  antwoord: string;
  toelichting: string | null;
}

export interface Weging {
  id: Id;
  stap: number;
  profiel: string;
  profielVersie: number;
  antwoorden: WegingAntwoord[];
  uitkomst: string;
  motivering: string;
  door: Collega;
  op: Tijdstip;
  /** The meeting in which it was made; null: at a desk. */
  overleg: { id: Id; naam: string; dag: Datum } | null;
  /** Of who was at the table. */
  standpunten: { gebruiker: Collega; eens: boolean; reden: string | null }[];
}

export interface Verloop {
  /** Null for the recording itself. */
  van: SignaalStatus | null;
  naar: SignaalStatus;
  reden: string | null;
  door: Collega;
  op: Tijdstip;
  tot: Datum | null;
  naarWie: string | null;
}

export interface Signaal extends SignaalRegel, Feitlabel {
  omschrijving: string;
  /** When it was seen. */
  peildatum: Datum;
  heeftMelder: boolean;
  gemeldDoor: Collega;
  vermeldingen: Vermelding[];
  wegingen: Weging[];
  verloop: Verloop[];
  casus: { id: Id; kenmerk: string; werknaam: string } | null;
  duplicaatVan: { id: Id; kenmerk: string } | null;
  /** Under embargo: the only ones who know of it. */
  alleen: Collega[] | null;
  /** The day on which that ends by itself; null: when it is released. */
  embargoTot: Datum | null;
  opZelfdeAdres: { id: Id; kenmerk: string; titel: string; status: SignaalStatus; ontvangenOp: Tijdstip }[];
  stappen: SignaalStatus[];
}

export interface SignaalNieuw {
  titel: string;
  omschrijving: string;
  bron: string;
  thema: string | null;
  ontvangenOp: Tijdstip | null;
  adres: AdresNieuw | null;
  bronBetrouwbaarheid: Betrouwbaarheid | null;
  informatieWaarde: Informatiewaarde | null;
  regime: string;
  melder: { naam: string; contact: string } | null;
  vermeldingen: VermeldingNieuw[];
  /** Under embargo: only these colleagues and who records it; null: the team. */
  alleen: Id[] | null;
  embargoTot: Datum | null;
  /** When it was seen; null: the day it was received. */
  peildatum: Datum | null;
  /** Null: what its regime says. */
  doorgifte: Doorgifte | null;
  doorgifteReden: string | null;
}

export interface SignaalWijziging {
  titel?: string;
  omschrijving?: string;
  thema?: string | null;
  behandelaar?: Id | null;
  adres?: AdresNieuw | null;
  bronBetrouwbaarheid?: Betrouwbaarheid;
  informatieWaarde?: Informatiewaarde;
}

export interface SignaalOvergang {
  naar: SignaalStatus;
  reden: string | null;
  tot: Datum | null;
  naarWie: string | null;
  duplicaatVan: Id | null;
}

export interface WegingNieuw {
  stap: number;
  antwoorden: WegingAntwoord[];
  uitkomst: string;
  motivering: string;
  naarWie: string | null;
}

export interface SignaalTellingen {
  totaal: number;
  perStatus: Tal[];
  perThema: Tal[];
  perBron: Tal[];
  perMaand: Maandtal[];
}

export interface ProfielVraag extends Code {
  soort: 'ja_nee' | 'tekst' | 'keuze';
  keuzes: Code[];
  hulpNl: string | null;
  hulpEn: string | null;
}

export interface ProfielUitkomst extends Code {
  /** A status the signaal gets, or `verder` (next step), or `casus_openen`. */
  gevolg: string;
  /** It must be said to whom the signaal goes. */
  naarWie: boolean;
}

export interface ProfielStap extends Code {
  stap: number;
  vragen: ProfielVraag[];
  uitkomsten: ProfielUitkomst[];
}

export interface Wegingsprofiel extends Code {
  versie: number;
  stappen: ProfielStap[];
}
