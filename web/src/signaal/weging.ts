// SPDX-License-Identifier: EUPL-1.2
// One step of the weighing as a form: questions from the profile, an outcome chosen by a human, a motivation.
import type { ProfielStap, ProfielUitkomst, WegingNieuw } from '../api/typen';
import type { Translate } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';

export interface WegingVelden {
  /** Question code → answer; absent or empty = not answered. */
  antwoorden: Record<string, string>;
  toelichtingen: Record<string, string>;
  uitkomst: string;
  motivering: string;
  naarWie: string;
}

export const LEGE_WEGING: WegingVelden = {
  antwoorden: {},
  toelichtingen: {},
  uitkomst: '',
  motivering: '',
  naarWie: '',
};
export const MAX_MOTIVERING = 4000;

export function uitkomstVan(stap: ProfielStap, code: string): ProfielUitkomst | undefined {
  return stap.uitkomsten.find((one) => one.code === code);
}

/** Outcomes that hand the signaal to somebody: who that is must be said. */
export function vraagtNaarWie(uitkomst: ProfielUitkomst | undefined): boolean {
  return uitkomst?.naarWie ?? false;
}

export function beantwoord(stap: ProfielStap, velden: WegingVelden): number {
  return stap.vragen.filter((vraag) => (velden.antwoorden[vraag.code] ?? '').trim() !== '').length;
}

/** Every question needs an answer but those in free text; outcome and motivation always. */
export function controleerWeging(stap: ProfielStap, velden: WegingVelden, t: Translate): FormErrors {
  const errors: FormErrors = {};
  for (const vraag of stap.vragen) {
    if (vraag.soort !== 'tekst' && (velden.antwoorden[vraag.code] ?? '') === '') {
      errors[`antwoorden.${vraag.code}`] = t('signaal.weging.fout.vraag');
    }
  }
  const uitkomst = uitkomstVan(stap, velden.uitkomst);
  if (uitkomst === undefined) errors.uitkomst = t('signaal.weging.fout.uitkomst');
  if (vraagtNaarWie(uitkomst) && velden.naarWie.trim() === '') errors.naarWie = t('signaal.besluit.fout.naarwie');
  if (velden.motivering.trim() === '') errors.motivering = t('signaal.weging.fout.motivering');
  else if (velden.motivering.length > MAX_MOTIVERING) {
    errors.motivering = t('signaal.fout.lang', { aantal: MAX_MOTIVERING });
  }
  return errors;
}

export function wegingVoorApi(stap: ProfielStap, velden: WegingVelden): WegingNieuw {
  return {
    stap: stap.stap,
    antwoorden: stap.vragen.flatMap((vraag) => {
      const antwoord = (velden.antwoorden[vraag.code] ?? '').trim();
      if (antwoord === '') return [];
      const toelichting = (velden.toelichtingen[vraag.code] ?? '').trim();
      return [{ vraag: vraag.code, antwoord, toelichting: toelichting === '' ? null : toelichting }];
    }),
    uitkomst: velden.uitkomst,
    motivering: velden.motivering.trim(),
    naarWie: vraagtNaarWie(uitkomstVan(stap, velden.uitkomst)) ? velden.naarWie.trim() : null,
  };
}
