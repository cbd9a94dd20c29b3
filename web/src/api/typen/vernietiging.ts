// SPDX-License-Identifier: EUPL-1.2
// How long what is kept, what is due and what stands in its way.
import type { Collega, Datum, Id, Tijdstip } from './basis';

export type BlokkadeSoort = 'bezwaar' | 'vordering' | 'verzoek' | 'bewaarplicht' | 'riec';

export interface Blokkade {
  id: Id;
  objectSoort: 'casus' | 'signaal' | 'verzoek' | 'overleg';
  kenmerk: string;
  soort: BlokkadeSoort;
  /** For who may see the file, and who placed it. */
  reden: string | null;
  door: Collega;
  tot: Datum | null;
}

/** What is due for destruction, or stands on a list: nothing of what it says. */
export type Bewaarsoort = 'casus' | 'signaal' | 'verzoek' | 'overleg' | 'aanmelding' | 'logboek';
/** How long what is kept, from a day on. Without `door`: came with the product. */
export interface Bewaarregel {
  soort: Bewaarsoort;
  resultaat: string;
  geldigVan: Datum;
  maanden: number;
  grond: string;
  nummer: string;
  reden: string | null;
  door: Collega | null;
  op: Tijdstip | null;
  geldtNu: boolean;
}
export interface BewaarregelNieuw {
  soort: string;
  resultaat: string;
  geldigVan: Datum;
  maanden: number;
  grond: string;
  nummer: string | null;
  reden: string;
}
export interface Vernietigbaar {
  object: Id;
  objectSoort: 'casus' | 'signaal' | 'verzoek';
  kenmerk: string;
  grond: string;
  geslotenOp: Datum;
  bewarenTot: Datum;
}
export interface Kandidaat extends Vernietigbaar {
  blokkades: Blokkade[];
}

export interface Vernietigingslijst {
  id: Id;
  door: Collega;
  op: Tijdstip;
  staat: 'open' | 'bezig' | 'uitgevoerd';
  /** Hash of the lines: what one approves. */
  inhoud: string;
  regels: Vernietigbaar[];
  akkoorden: { wie: Collega; rol: 'archivaris' | 'coordinator' | 'privacy'; op: Tijdstip; tot: Tijdstip }[];
  beletsel: 'akkoord-ontbreekt' | 'geblokkeerd' | 'lijst-leeg' | 'lijst-veranderd' | 'lijst-verouderd' | null;
}

export interface Verklaring {
  id: Id;
  op: Tijdstip;
  inhoud: unknown;
}
