// SPDX-License-Identifier: EUPL-1.2
import { LANGUAGES, useLanguage } from '../language';
import { pickLanguage } from '../session';

const NAMES = { nl: 'Nederlands', en: 'English' } as const;

export function LanguageSwitch() {
  const { t, language } = useLanguage();
  return (
    <fieldset className="dw-taal">
      <legend className="dw-onzichtbaar">{t('basis.taal')}</legend>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          className="dw-taal__knop"
          aria-pressed={one === language}
          aria-label={NAMES[one]}
          onClick={() => void pickLanguage(one)}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
