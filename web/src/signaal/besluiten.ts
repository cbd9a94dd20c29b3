// SPDX-License-Identifier: EUPL-1.2
// The decisions one can take on a signaal outside a weighing: what each asks for and what it is called.
import type { Signaal, SignaalOvergang, SignaalStatus } from '../api/typen';

export const BESLUITEN = [
  'duplicaat',
  'niet_opgepakt',
  'doorgestuurd',
  'uitgesteld',
  'in_weging',
  'afgehandeld',
] as const;
export type Besluit = (typeof BESLUITEN)[number];

/** What a decision needs beside a reason. */
export const VRAAGT: Record<Besluit, { tot?: true; naarWie?: true; duplicaatVan?: true }> = {
  duplicaat: { duplicaatVan: true },
  niet_opgepakt: {},
  doorgestuurd: { naarWie: true },
  uitgesteld: { tot: true },
  in_weging: {},
  afgehandeld: {},
};

/** Keys in the inbox. 1 (wegen) is no decision but a screen. */
export const TOETS: Record<string, Besluit> = {
  '2': 'duplicaat',
  '3': 'niet_opgepakt',
  '4': 'doorgestuurd',
  h: 'uitgesteld',
};

export type BesluitGegevens = Omit<SignaalOvergang, 'naar'>;

function isBesluit(status: SignaalStatus): status is Besluit {
  return (BESLUITEN as readonly string[]).includes(status);
}

/** Decisions that may be taken now. Taking a new signaal into weighing is the weighing itself, no separate decision. */
export function mogelijk(signaal: Pick<Signaal, 'status' | 'stappen'>): Besluit[] {
  const may = signaal.stappen.filter(isBesluit);
  return BESLUITEN.filter((one) => may.includes(one) && !(one === 'in_weging' && signaal.status === 'nieuw'));
}

/** Closed: nothing in it is changed any more, unless it is weighed again. */
export function isGesloten(status: SignaalStatus): boolean {
  return ['niet_opgepakt', 'doorgestuurd', 'duplicaat', 'afgehandeld', 'vernietigd'].includes(status);
}

/** Whether a weighing can be recorded now. */
export function teWegen({ status, wegingStap }: Pick<Signaal, 'status' | 'wegingStap'>): boolean {
  return status === 'nieuw' || (status === 'in_weging' && wegingStap <= 3);
}

/** Weighed as something for the kernteam; a casus waits to be opened. */
export function casusTeOpenen({ status, wegingStap }: Pick<Signaal, 'status' | 'wegingStap'>): boolean {
  return status === 'bij_riec' || (status === 'in_weging' && wegingStap === 4);
}
