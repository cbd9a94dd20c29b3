// SPDX-License-Identifier: EUPL-1.2
// Codes of the logs in plain words; a code that the screens do not know stands as it is.
import { type BerichtId, i18n, type Translate } from '../basis/language';

function woord(id: string, code: string, t: Translate): string {
  return id in i18n.messages ? t(id as BerichtId) : code;
}

/** What somebody did, from the name of the operation. tests/contract keeps the list whole. */
export function handeling(actie: string, t: Translate): string {
  return woord(`privacy.handeling.${actie}`, actie, t);
}

export function incidentWoord(soort: string, t: Translate): string {
  return woord(`privacy.incident.${soort}`, soort, t);
}

/** What it means and what to do. */
export function incidentUitleg(soort: string, t: Translate): string {
  return woord(`privacy.incident.uitleg.${soort}`, t('privacy.incident.anders'), t);
}

/** Which rule made a sign, and what it counts. */
export function regelWoord(regel: string, t: Translate): string {
  return woord(`privacy.regel.${regel}`, regel, t);
}

export function regelUitleg(regel: string, t: Translate): string {
  return woord(`privacy.regel.uitleg.${regel}`, regel, t);
}

export function rolWoord(rol: string, t: Translate): string {
  return woord(`rol.${rol}`, rol, t);
}
