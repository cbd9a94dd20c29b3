// SPDX-License-Identifier: EUPL-1.2
// Meetings: series, the agenda in the eyes of who asks, and what is said in them.
import type { Collega, Datum, Id, Tijdstip } from './basis';
import type { Toetsgronden, ToetsStaat } from './casus';
import type { WegingNieuw } from './signaal';

export const REEKSSOORTEN = ['lip', 'kernteam', 'tafel', 'ambtelijk', 'anders'] as const;
export type Reekssoort = (typeof REEKSSOORTEN)[number];
export const GEHEIMHOUDINGEN = ['ambtseed', 'verklaring', 'wettelijk'] as const;
export type Geheimhouding = (typeof GEHEIMHOUDINGEN)[number];

export interface ReeksKort {
  id: Id;
  naam: string;
  soort: Reekssoort;
}

/** A series this one is linked with. `naar`: items of this one may be put before it; `van`: it may put items before this one. */
export interface Koppeling extends ReeksKort {
  richting: 'naar' | 'van';
}

export interface Overlegreeks extends ReeksKort {
  ritmeWeken: number;
  /** 1: Monday. */
  weekdag: number;
  /** "09:30", in Amsterdam. */
  begin: string;
  duurMinuten: number;
  plaats: string;
  voorzitter: Collega;
  secretaris: Collega;
  vanaf: Datum;
  leden: Reekslid[];
  koppelingen: Koppeling[];
  magLeiden: boolean;
  versie: number;
}

export interface ReekslidNieuw {
  /** For which department or organisation somebody speaks. */
  organisatie: string;
  mandaat: string;
  geheimhouding: Geheimhouding;
  /** Takes part in every meeting; otherwise when asked. */
  vast: boolean;
  tot: Datum | null;
}
export interface Reekslid extends ReekslidNieuw {
  gebruiker: Collega;
}

export interface OverlegreeksNieuw {
  naam: string;
  soort: Reekssoort;
  ritmeWeken: number;
  weekdag: number;
  begin: string;
  duurMinuten: number;
  plaats: string;
  voorzitter: Id;
  secretaris: Id;
  vanaf: Datum;
}
export type OverlegreeksWijziging = Partial<Omit<OverlegreeksNieuw, 'soort' | 'vanaf'>>;

export type OverlegStaat = 'gepland' | 'bezig' | 'gesloten' | 'afgelast';

export interface OverlegRegel {
  id: Id;
  reeks: ReeksKort;
  datum: Datum;
  begin: Tijdstip;
  eind: Tijdstip;
  plaats: string;
  staat: OverlegStaat;
  voorzitter: Collega;
  secretaris: Collega;
  /** That the asker sees. */
  aantalPunten: number;
  versie: number;
}

export const STANDEN = ['aanwezig', 'laat', 'afwezig', 'vertrokken'] as const;
/** `laat`: came late, and is there. */
export type Aanwezigheid = (typeof STANDEN)[number];

export interface Deelnemer {
  gebruiker: Collega;
  organisatie: string;
  mandaat: string;
  geheimhouding: Geheimhouding;
  aanwezig: Aanwezigheid | null;
  sinds: Tijdstip | null;
}
export type DeelnemerNieuw = Pick<ReekslidNieuw, 'organisatie' | 'mandaat' | 'geheimhouding'>;

export const DEELSOORTEN = ['kern', 'toelichting', 'personen', 'adressen', 'bronnen', 'voorgenomen'] as const;
export type Deelsoort = (typeof DEELSOORTEN)[number];

export interface Agendadeel {
  soort: Deelsoort;
  tekst: string;
  regime: string;
  versie: number;
}

export const DOELEN = ['informeren', 'verrijken', 'besluiten'] as const;
export type Puntdoel = (typeof DOELEN)[number];
export type PuntStaat = 'gepland' | 'bezig' | 'besproken' | 'doorgeschoven';
export type PuntSoort = 'signaal' | 'casus' | 'vrij';

export interface PuntDossier {
  soort: 'signaal' | 'casus';
  id: Id;
  kenmerk: string;
  naam: string;
}

export interface Verdeling {
  gebruiker: Id;
  delen: Deelsoort[];
}
/** Privacy check 2A of one item. */
export interface Agendatoets extends Toetsgronden {
  id: Id;
  leden: Verdeling[];
  staat: ToetsStaat;
  reden: string | null;
  door: Collega;
  op: Tijdstip;
  beslotenDoor: Collega | null;
  beslotenOp: Tijdstip | null;
  versie: number;
}
export interface AgendatoetsNieuw extends Toetsgronden {
  leden: Verdeling[];
  besluit: 'akkoord' | 'niet_akkoord' | null;
  reden: string | null;
}

export interface Standpunt {
  gebruiker: Collega;
  eens: boolean;
  reden: string | null;
}
export interface StandpuntNieuw {
  gebruiker: Id;
  eens: boolean;
  reden: string | null;
}

export const BESLUITSOORTEN = [
  'afsluiten',
  'monitoren',
  'riec',
  'terug_informatie',
  'plan_vaststellen',
  'naar_uitvoering',
  'casus_openen',
  'niet_oppakken',
  'anders',
] as const;
export type Besluitsoort = (typeof BESLUITSOORTEN)[number];
/** `niet`: why it cannot be taken now; null: it can. */
export interface Besluitkeuze {
  soort: Besluitsoort;
  niet: 'fase' | 'weging' | 'recht' | 'dossier' | null;
}
export interface Overlegbesluit {
  id: Id;
  soort: Besluitsoort | 'weging';
  tekst: string;
  tot: Datum | null;
  standpunten: Standpunt[];
  door: Collega;
  op: Tijdstip;
}
export interface OverlegbesluitNieuw {
  soort: Besluitsoort;
  tekst: string;
  tot: Datum | null;
  standpunten: StandpuntNieuw[];
  /** With `casus_openen`. */
  werknaam: string | null;
  thema: string | null;
  trekker: Id | null;
}

export interface OverlegActie {
  id: Id;
  wat: string;
  eigenaar: Collega;
  datum: Datum;
  staat: 'open' | 'gedaan' | 'vervallen';
  resultaat: string | null;
  versie: number;
}
export interface OverlegActieNieuw {
  wat: string;
  eigenaar: Id;
  datum: Datum;
}

export type Bewerkveld = 'aantekening' | 'besluittekst' | 'hypothese' | 'doel' | 'strategie';
export interface Puntveld {
  veld: Bewerkveld;
  waarde: string;
  versie: number;
  door: Collega | null;
  op: Tijdstip | null;
}

export interface Agendapunt {
  id: Id;
  /** In the asker's view. */
  nummer: number;
  soort: PuntSoort;
  /** For whom the dossier is. */
  dossier: PuntDossier | null;
  titel: string;
  doel: Puntdoel;
  minuten: number;
  /** To read before. */
  voorbereiding: string;
  /** Code: why the program proposed it. */
  reden: string | null;
  staat: PuntStaat;
  begonnenOp: Tijdstip | null;
  delen: Agendadeel[];
  velden: Puntveld[];
  besluiten: Overlegbesluit[];
  acties: OverlegActie[];
  /** The next three: for who leads, of a dossier that is his. */
  toetsen: Agendatoets[] | null;
  verdeling: { gebruiker: Collega; vanDossier: boolean; delen: Deelsoort[] }[] | null;
  /** Who is there and may hear nothing of it. */
  waarschuwing: Collega[] | null;
  /** What can be decided on it now; for who leads, while the meeting is on. */
  keuzes: Besluitkeuze[] | null;
  /** Name of the linked series that put it before this meeting. */
  herkomst: string | null;
  /** Before which linked meetings it was put, and what they came to; for whom the dossier is. */
  ingebracht: Ingebracht[];
  versie: number;
}

export interface Ingebracht {
  /** Of the item there. */
  id: Id;
  reeks: string;
  datum: Datum;
  staat: PuntStaat;
  toets: Id;
  toetsStaat: ToetsStaat;
  toetsVersie: number;
  uitkomsten: Overlegbesluit[];
}

/** A meeting of a linked series before which an item may be put, and who will be there. */
export interface Inbrengkeuze {
  overleg: Id;
  reeks: string;
  datum: Datum;
  deelnemers: { gebruiker: Collega; leidt: boolean; vanDossier: boolean }[];
}

/** Puts an item before a linked meeting, with the parts its check 2A gives to somebody there. */
export interface InbrengNieuw extends AgendatoetsNieuw {
  naar: Id;
  titel: string | null;
  doel: Puntdoel | null;
  minuten: number | null;
}

export interface Overleg extends Omit<OverlegRegel, 'aantalPunten'> {
  ik: { rol: 'voorzitter' | 'secretaris' | 'deelnemer'; magLeiden: boolean };
  begonnenOp: Tijdstip | null;
  geslotenOp: Tijdstip | null;
  deelnemers: Deelnemer[];
  punten: Agendapunt[];
  huidig: Id | null;
  voorgaandeActies: OverlegActie[];
}

export interface OverlegWijziging {
  datum?: Datum;
  begin?: string;
  duurMinuten?: number;
  plaats?: string;
  voorzitter?: Id;
  secretaris?: Id;
}

export interface AgendapuntNieuw {
  dossier: { soort: 'signaal' | 'casus'; id: Id } | null;
  titel: string | null;
  doel: Puntdoel;
  minuten: number;
  voorbereiding: string;
}
export type AgendapuntWijziging = Partial<Omit<AgendapuntNieuw, 'dossier'>>;

/** What could come on the agenda, and why. */
export interface Agendavoorstel {
  dossier: PuntDossier;
  doel: Puntdoel;
  minuten: number;
  reden: string;
}

/** One operation on one field; the same key is stored once. */
export interface Bewerking {
  sleutel: Id;
  punt: Id;
  veld: Bewerkveld;
  /** The version it was made on. */
  gezien: number;
  waarde: string;
}
export interface Ontvangst {
  uitkomst: 'toegepast' | 'samengevoegd' | 'botsing';
  versie: number;
  waarde: string;
  /** With a clash: what a colleague wrote. */
  anders: { waarde: string; door: Collega; versie: number } | null;
}

export type OverlegWeging = WegingNieuw & { standpunten: StandpuntNieuw[] };
export interface OverlegInformatie {
  tekst: string;
  bronsoort: string;
  naam: string;
  regime: string | null;
  peildatum: Datum | null;
}

/** The shared screen: what everybody who is there may see. No number: that differs per participant. */
export interface Overlegbeeld {
  /** Null: nothing is on, or it is discussed without a picture. */
  titel: string | null;
  zonderBeeld: boolean;
  delen: Agendadeel[];
  besluittekst: string | null;
  zwart: boolean;
}
