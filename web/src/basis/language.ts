// SPDX-License-Identifier: EUPL-1.2
// Dutch and English. The choice is kept on this device; the words are loaded per language, those of some rooms with their
// screens.
import { type Messages, setupI18n } from '@lingui/core';
import { useLingui } from '@lingui/react';
import type { BerichtId } from '#taal/ids';
import { LOS, type LosseKamer } from '#taal/los';
import type { Code } from '../api/typen';

export type { BerichtId };
export const LANGUAGES = ['nl', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Translate = (id: BerichtId, values?: Record<string, string | number | null>) => string;

const KEPT = 'damwand.taal';
const WORDS: Record<Language, () => Promise<{ berichten: Messages }>> = {
  nl: () => import('#taal/nl'),
  en: () => import('#taal/en'),
};

export const i18n = setupI18n();

/** What was chosen on this device; none when nobody did. */
export function keptLanguage(): Language | null {
  const kept = localStorage.getItem(KEPT);
  return kept === 'nl' || kept === 'en' ? kept : null;
}

/** What the user chose before on this device; otherwise English only for a browser that asks for it first. */
export function preferredLanguage(): Language {
  return keptLanguage() ?? (navigator.language.startsWith('en') ? 'en' : 'nl');
}

/** Rooms whose words are loaded, and come along when the language changes. */
const loaded = new Set<LosseKamer>();

/** Loads the words of a room that has them apart; its screens are shown after. */
export async function laadWoorden(kamer: LosseKamer): Promise<void> {
  loaded.add(kamer);
  const language = currentLanguage();
  i18n.load(language, (await LOS[language][kamer]()).berichten);
}

export async function activateLanguage(language: Language): Promise<void> {
  const parts = await Promise.all([WORDS[language](), ...[...loaded].map((kamer) => LOS[language][kamer]())]);
  i18n.loadAndActivate({ locale: language, messages: Object.assign({}, ...parts.map((part) => part.berichten)) });
  document.documentElement.lang = language;
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT, language);
  await activateLanguage(language);
}

export function currentLanguage(): Language {
  return i18n.locale === 'en' ? 'en' : 'nl';
}

/** The text with this id in the language of the moment. */
export const translate: Translate = (id, values) => i18n._(id, values);

/** For components: re-renders when the language changes. */
export function useLanguage(): { t: Translate; language: Language } {
  useLingui();
  return { t: translate, language: currentLanguage() };
}

/** Name of a code from the organisation's own lists; the code itself when the list does not know it. */
export function codeName(list: readonly Code[] | undefined, code: string | null, language: Language): string {
  if (code === null) return '';
  const found = list?.find((one) => one.code === code);
  if (found === undefined) return code;
  return language === 'en' ? found.naamEn : found.naamNl;
}
