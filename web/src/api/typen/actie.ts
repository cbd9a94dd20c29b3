// SPDX-License-Identifier: EUPL-1.2
// What somebody said he would do, and by when.
import type { Collega, Datum, Id, Tijdstip } from './basis';

export const ACTIESTATEN = ['open', 'gedaan', 'vervallen'] as const;
export type ActieStaat = (typeof ACTIESTATEN)[number];

export interface Actie {
  id: Id;
  wat: string;
  eigenaar: Collega;
  datum: Datum;
  staat: ActieStaat;
  resultaat: string | null;
  geslotenOp: Tijdstip | null;
  door: Collega;
  op: Tijdstip;
  versie: number;
}

/** As a list shows it: with what it belongs to, for whom may see that. */
export interface ActieRegel extends Actie {
  dossier: { soort: 'signaal' | 'casus'; id: Id; kenmerk: string; naam: string } | null;
  overleg: Id | null;
  /** Since when it lies with who leads, a week late. */
  geescaleerdOp: Tijdstip | null;
  /** Words, owner and day too; otherwise only whether it is done. */
  magWijzigen: boolean;
}

export interface ActieNieuw {
  wat: string;
  eigenaar: Id;
  datum: Datum;
}

export interface ActieWijziging {
  wat?: string;
  eigenaar?: Id;
  datum?: Datum;
  staat?: ActieStaat;
  resultaat?: string | null;
}
