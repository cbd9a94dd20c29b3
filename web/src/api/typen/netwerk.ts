// SPDX-License-Identifier: EUPL-1.2
// The network.
import type { Collega, Datum, Id, Tijdstip } from './basis';
import type { KaartPunt } from './kaart';
import type { Betrouwbaarheid } from './signaal';

/** `soort`: signaal, casus, adres, pand, onderneming, vestiging, or what a dossier names (a code of vermeldingsoorten). */
export interface KnoopRef {
  soort: string;
  id: string;
}
export interface Netwerkfilter {
  begin: Datum | null;
  eind: Datum | null;
  betrouwbaarheid: Betrouwbaarheid | null;
}
export interface Burental {
  soort: string;
  aantal: number;
}
export interface Netwerkknoop extends KnoopRef {
  naam: string;
  kenmerk: string | null;
  /** Of an onderneming or vestiging. */
  bedrijf: Id | null;
  /** Of an address or building, for who may see the map. */
  punt: KaartPunt | null;
  buren: Burental[];
}
export interface Vindplaats {
  soort: 'signaal' | 'casus';
  id: Id;
  kenmerk: string;
  naam: string;
}
export interface Bewijs {
  herkomst: 'vermelding' | 'verband' | 'signaal' | 'bag' | 'handelsregister';
  dossier: Vindplaats | null;
  bron: string;
  begin: Datum | null;
  eind: Datum | null;
  peildatum: Datum | null;
  bronBetrouwbaarheid: Betrouwbaarheid | null;
  informatieWaarde: number | null;
  regime: string | null;
  doorgifte: string | null;
  rol: string | null;
  toelichting: string | null;
}
export interface Netwerkband {
  van: KnoopRef;
  naar: KnoopRef;
  soort: string;
  bewijs: Bewijs[];
}
export interface Netwerkbeeld {
  knopen: Netwerkknoop[];
  banden: Netwerkband[];
  meer: number;
}
/** Of the drawing, not of whom it stands for. */
export interface Knoopmaat extends KnoopRef {
  verbanden: number;
  tussenliggend: number;
  deel: number;
}
export interface Netwerkpad {
  uitkomst: 'gevonden' | 'geen_pad' | 'binnen_grens_niet';
  stappen: KnoopRef[];
  anderen: { stappen: KnoopRef[] }[];
  beeld: Netwerkbeeld;
}
export interface Geplaatst extends KnoopRef {
  x: number;
  y: number;
  vast: boolean;
  notitie: string | null;
  /** With which step it comes when the chart is presented. */
  stap: number | null;
}
export interface WeergaveWijziging {
  naam?: string;
  knopen?: Geplaatst[];
  filter?: Netwerkfilter | null;
}
export interface Netwerkbestand {
  naam: string;
  inhoud: string;
  kenmerk: string;
  bronnenWeggelaten: number;
  onderdelenWeggelaten: number;
}
export interface WeergaveNieuw {
  dossier: KnoopRef;
  naam: string;
  knopen: Geplaatst[];
  filter: Netwerkfilter | null;
}
export interface WeergaveKort {
  id: Id;
  naam: string;
  dossier: Vindplaats;
  door: Collega;
  op: Tijdstip;
}
export interface Weergave extends WeergaveKort {
  knopen: Geplaatst[];
  filter: Netwerkfilter | null;
}
export interface Netwerkblad {
  beeld: Netwerkbeeld;
  kenmerk: string;
  organisatie: string;
  reden: string;
  door: Collega;
  op: Tijdstip;
  regime: string;
  doorgifte: string;
  personen: number;
}

/** The shapes that may be watched for; src/werk/wachter/vormen.cpp. */
export const VORMEN = [
  'adres-in-signalen',
  'voertuig-in-signalen',
  'bedrijf-in-signalen',
  'bedrijven-op-signaaladres',
  'bedrijven-adres-bestuurder',
  'abc-transactie',
  'persoon-bedrijf-adres',
] as const;
export type Vorm = (typeof VORMEN)[number] | 'eigen';
/** A tie of a pattern of somebody's own: places in `onderdelen`; no kind: any, either way. */
export interface PatroonBand {
  van: number;
  naar: number;
  soort: string | null;
  begin: Datum | null;
  eind: Datum | null;
  /** Of those that begin within so many days of one another. */
  venster: boolean;
}
/** A pattern that somebody composed; src/werk/wachter/wachter.hpp. */
export interface PatroonVorm {
  onderdelen: string[];
  banden: PatroonBand[];
  opVolgorde: boolean;
}
export interface PatroonVraag {
  patroon: PatroonVorm;
  dagen: number | null;
  betrouwbaarheid: string | null;
}
export interface PatroonPlek {
  leden: (KnoopRef & { rol: string })[];
}
/** Where a pattern is now, for who asks: the first fifty places, and how many there are. */
export interface PatroonPlekken {
  aantal: number;
  vol: boolean;
  plekken: PatroonPlek[];
  beeld: Netwerkbeeld;
}
export interface WachterNieuw {
  vorm: Vorm;
  naam: string;
  waarom: string;
  dagen: number | null;
  betrouwbaarheid: string | null;
  casus: Id | null;
  grond: string | null;
  /** Of the shape `eigen`, and only then. */
  patroon: PatroonVorm | null;
  aan: boolean | null;
}
export interface WachterKort {
  id: Id;
  vorm: Vorm;
  naam: string;
  waarom: string;
  patroon: PatroonVorm | null;
  dagen: number;
  betrouwbaarheid: string | null;
  casus: { id: Id; kenmerk: string; werknaam: string } | null;
  grond: string | null;
  aan: boolean;
  /** Its maker still may: else it is silent. */
  waakt: boolean;
  /** It met more than it may raise at once. */
  vol: boolean;
  gelopenOp: Tijdstip | null;
  door: Collega;
  op: Tijdstip;
  open: number;
}
export type Suggestiestaat = 'open' | 'weg' | 'signaal' | 'casus';
export interface SuggestieKort {
  id: Id;
  wachter: Id;
  vorm: Vorm;
  naam: string;
  staat: Suggestiestaat;
  leden: number;
  op: Tijdstip;
}
export interface Wachterbeeld extends WachterKort {
  suggesties: SuggestieKort[];
}
export type Rol = 'adres' | 'signaal' | 'voertuig' | 'bedrijf' | 'bestuurder' | 'eigenaar' | 'persoon';
export interface Suggestie extends SuggestieKort {
  /** Of the shape `eigen`; its roles are letters. */
  patroon: PatroonVorm | null;
  rollen: (KnoopRef & { rol: string })[];
  beeld: Netwerkbeeld;
  waarom: string;
  dagen: number;
  regime: string;
  doorgifte: string;
  /** A signaal of it begins under embargo. */
  besloten: boolean;
  reden: string | null;
  gewogenDoor: Collega | null;
  gewogenOp: Tijdstip | null;
  dossier: Vindplaats | null;
}
export interface SuggestieWeging {
  besluit: 'weg' | 'signaal' | 'casus';
  reden: string;
  titel: string | null;
  casus: Id | null;
}
