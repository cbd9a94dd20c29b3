// SPDX-License-Identifier: EUPL-1.2
import { I18nProvider } from '@lingui/react';
import { act, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { berichten as en } from '#taal/en';
import { berichten as nl } from '#taal/nl';
import { BETROUWBAARHEDEN, CASUSFASEN, INFORMATIEWAARDEN, SIGNAALSTATUSSEN, VERMELDINGSOORTEN } from '../api/typen';
import { BESLUITEN } from '../signaal/besluiten';
import {
  activateLanguage,
  chooseLanguage,
  codeName,
  i18n,
  laadWoorden,
  preferredLanguage,
  useLanguage,
} from './language';

afterEach(() => localStorage.clear());

describe('woorden', () => {
  test('nl en en hebben dezelfde teksten', () => {
    expect(Object.keys(en)).toEqual(Object.keys(nl));
  });

  test('elke code die de server stuurt heeft een tekst', () => {
    const ids = [
      ...SIGNAALSTATUSSEN.map((code) => `signaal.status.${code}`),
      ...CASUSFASEN.map((code) => `casus.fase.${code}`),
      ...BETROUWBAARHEDEN.map((code) => `signaal.betrouwbaarheid.${code}`),
      ...INFORMATIEWAARDEN.map((code) => `signaal.waarde.${code}`),
      ...VERMELDINGSOORTEN.flatMap((code) => [`entiteit.soort.${code}`, `entiteit.tekst.${code}`]),
      ...BESLUITEN.flatMap((code) => [`signaal.besluit.${code}`, `signaal.besluit.reden.${code}`]),
    ];
    expect(ids.filter((id) => !(id in nl))).toEqual([]);
  });

  test('woorden van een kamer komen met haar schermen, en wisselen daarna mee', async () => {
    await activateLanguage('nl');
    expect('netwerk.pad' in i18n.messages).toBe(false);
    await laadWoorden('netwerk');
    const dutch = i18n._('netwerk.pad');
    expect('netwerk.pad' in i18n.messages).toBe(true);
    expect(i18n._('nav.signalen')).toBe('Signalen');
    await activateLanguage('en');
    expect('netwerk.pad' in i18n.messages).toBe(true);
    expect(i18n._('netwerk.pad')).not.toBe(dutch);
  });

  test('meervoud volgt de taal', async () => {
    await activateLanguage('nl');
    expect(i18n._('werk.tewegen', { aantal: 1 })).toBe('signaal te wegen');
    expect(i18n._('werk.tewegen', { aantal: 7 })).toBe('signalen te wegen');
    await activateLanguage('en');
    expect(i18n._('werk.tewegen', { aantal: 7 })).toBe('signals to be weighed');
  });
});

function Zin() {
  const { t, language } = useLanguage();
  return (
    <p>
      {language}: {t('nav.signalen')}
    </p>
  );
}

describe('taalkeuze', () => {
  test('wisselt wat er staat, het lang-attribuut, en wordt onthouden', async () => {
    await activateLanguage('nl');
    render(
      <I18nProvider i18n={i18n}>
        <Zin />
      </I18nProvider>,
    );
    expect(screen.getByText('nl: Signalen')).toBeTruthy();
    await act(() => chooseLanguage('en'));
    expect(screen.getByText('en: Signals')).toBeTruthy();
    expect(document.documentElement.lang).toBe('en');
    expect(preferredLanguage()).toBe('en');
  });

  test('een onbekende code staat er zoals hij is', () => {
    const list = [{ code: 'mma', naamNl: 'Meld Misdaad Anoniem', naamEn: 'Anonymous tips' }];
    expect(codeName(list, 'mma', 'nl')).toBe('Meld Misdaad Anoniem');
    expect(codeName(list, 'iets-nieuws', 'nl')).toBe('iets-nieuws');
    expect(codeName(undefined, null, 'en')).toBe('');
  });
});
