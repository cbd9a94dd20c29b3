// SPDX-License-Identifier: EUPL-1.2
// One bounded question to a partner.
import type { Collega, Datum, Id, Tijdstip } from './basis';
import type { Doorgifte } from './signaal';

export type VraagStaat =
  | 'gesteld'
  | 'geaccepteerd'
  | 'geweigerd'
  | 'niets_bekend'
  | 'bekend'
  | 'beantwoord'
  | 'herroepen'
  | 'ingetrokken';

export interface Vraaginhoud {
  tekst: string;
  /** What the partner is told beside it; empty: nothing. */
  gedeeld: string;
  regime: string;
  antwoord: string | null;
  reden: string | null;
  terugkoppeling: string | null;
}

/** As the partner sees it. */
export interface PartnerVraag {
  id: Id;
  organisatie: string;
  ontvanger: string;
  partner: Collega;
  staat: VraagStaat;
  op: Tijdstip;
  tot: Datum;
  /** Null: over, or withdrawn. */
  inhoud: Vraaginhoud | null;
  /** What he knows is asked; else only whether he knows something. */
  naarInhoud: boolean;
  stappen: VraagStaat[];
  versie: number;
}

/** As the team sees it. */
export interface CasusVraag {
  id: Id;
  bron: Id;
  bronnaam: string;
  partner: Collega;
  ontvanger: string;
  staat: VraagStaat;
  tot: Datum;
  door: Collega;
  op: Tijdstip;
  beantwoordOp: Tijdstip | null;
  inhoud: Vraaginhoud;
  /** The meeting in which it was asked, and the item. */
  overleg: { id: Id; punt: Id; naam: string; datum: Datum } | null;
  /** As a recipient, to the data subject. */
  teNoemen: boolean;
  versie: number;
}

export interface VraagNieuw {
  bron: Id;
  partner: Id;
  ontvanger: string;
  tekst: string;
  gedeeld: string | null;
  regime: string | null;
  tot: Datum;
  /** The item of a meeting at which it is asked. */
  punt?: Id | null;
  /** As a recipient, to the data subject; yes, unless the source stands apart. */
  teNoemen?: boolean | null;
}

export interface AntwoordNieuw {
  staat: VraagStaat;
  antwoord: string | null;
  doorgifte: Doorgifte | null;
  reden: string | null;
}
