// SPDX-License-Identifier: EUPL-1.2
// What the privacy checks of a file say about one thing: a source, a colleague, an intervention, or the RIEC.
import type { Bron, Id, Privacytoets, ToetsSoort, ToetsStaat } from '../api/typen';

/** `nodig`: none yet; `van_voor`: begun before there were checks. */
export type Toetsstand = ToetsStaat | 'nodig' | 'van_voor';

/** What a check of this kind is about; `riec` stands for bringing the casus to the RIEC. */
export function noemt(toets: Privacytoets, over: Id | 'riec'): boolean {
  if (over === 'riec') return toets.riec;
  return toets.bron === over || toets.interventies.includes(over) || toets.leden.some((one) => one.id === over);
}

/** The check that holds: the newest decided one when it agrees; else the newest, which may wait for a decision. */
export function toetsVan(toetsen: readonly Privacytoets[], soort: ToetsSoort, over: Id | 'riec'): Privacytoets | null {
  const alle = toetsen.filter((one) => one.soort === soort && noemt(one, over));
  const besloten = alle.filter((one) => one.staat !== 'voorgelegd').at(-1);
  return besloten?.staat === 'akkoord' ? besloten : (alle.at(-1) ?? null);
}

export function standVan(toets: Privacytoets | null, vanVoor = false): Toetsstand {
  if (toets?.staat === 'akkoord' || !vanVoor) return toets?.staat ?? 'nodig';
  return 'van_voor';
}

/** Whether what the check is about may go on. */
export const magDoor = (stand: Toetsstand): boolean => stand === 'akkoord' || stand === 'van_voor';

/** What people do next with a source that needs checks; null: nothing. */
export type Bronstap = 'toets' | 'besluit' | 'vraag' | 'bekend' | 'inhoud' | 'antwoord';
export function bronstap(bron: Pick<Bron, 'status' | 'inhoud'>, stand: Toetsstand): Bronstap | null {
  if (bron.status === 'bekend' && bron.inhoud !== null) return 'antwoord';
  if (bron.status !== 'te_vragen' && bron.status !== 'gevraagd' && bron.status !== 'bekend') return null;
  if (stand === 'voorgelegd') return 'besluit';
  if (!magDoor(stand)) return 'toets';
  return ({ te_vragen: 'vraag', gevraagd: 'bekend', bekend: 'inhoud' } as const)[bron.status];
}
