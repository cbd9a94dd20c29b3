// SPDX-License-Identifier: EUPL-1.2
import type { Criterium } from '../api/typen';
import { useLanguage } from '../basis/language';

/** A criterion in the language of the moment. */
export function useCriterium(): (one: Criterium) => { naam: string; vraag: string; treden: string[] } {
  const { language } = useLanguage();
  return (one) =>
    language === 'en'
      ? { naam: one.naamEn, vraag: one.vraagEn, treden: one.tredenEn }
      : { naam: one.naamNl, vraag: one.vraagNl, treden: one.tredenNl };
}
