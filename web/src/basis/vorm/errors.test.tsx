// SPDX-License-Identifier: EUPL-1.2
import { I18nProvider } from '@lingui/react';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeAll, describe, expect, test } from 'vitest';
import { ApiError } from '../api';
import { activateLanguage, i18n, translate as t } from '../language';
import { ErrorSummary, fieldOfPointer, serverErrors } from './errors';
import { TextField } from './fields';
import { fieldNames } from './useForm';

beforeAll(() => activateLanguage('nl'));

describe('fouten van de server', () => {
  test('komen bij het veld dat op het scherm staat, ook dieper', () => {
    expect(fieldOfPointer('/adres/huisnummer', ['titel', 'adres'])).toBe('adres');
    expect(fieldOfPointer('/vermeldingen/0/tekst', ['vermeldingen.0.tekst', 'vermeldingen'])).toBe(
      'vermeldingen.0.tekst',
    );
    expect(fieldOfPointer('/onbekend', ['titel'])).toBeNull();
  });

  test('vinden ook een veld in een rij van een lijst', () => {
    const names = fieldNames({ titel: '', vermeldingen: [{ soort: 'persoon', tekst: '' }], leden: ['a'] });
    expect(names).toEqual(['titel', 'vermeldingen.0.soort', 'vermeldingen.0.tekst', 'vermeldingen', 'leden']);
  });

  test('houden één zin per veld over en geven de rest apart', () => {
    const faults = ['/titel', '/titel', '/elders'].map((veld) => ({ veld, code: 'ontbreekt', uitleg: '' }));
    const { errors, rest } = serverErrors(faults, ['titel'], { titel: 'Titel' }, t);
    expect(errors).toEqual({ titel: 'Titel: Vul dit in' });
    expect(rest).toEqual(['/elders: Vul dit in']);
  });
});

test('het overzicht krijgt de focus en elke regel gaat naar zijn veld, in dezelfde woorden', async () => {
  render(
    <I18nProvider i18n={i18n}>
      <ErrorSummary errors={{ titel: 'Vul een titel in' }} failure={null} attempt={1} />
      <TextField name="titel" label="Titel" value="" onChange={() => undefined} error="Vul een titel in" />
    </I18nProvider>,
  );
  expect(document.activeElement?.textContent).toBe('Er is nog 1 ding niet goed ingevuld');
  expect(screen.getAllByText('Vul een titel in')).toHaveLength(2);
  await userEvent.click(screen.getByRole('link', { name: 'Vul een titel in' }));
  expect(document.activeElement).toBe(screen.getByLabelText('Titel'));
  expect(document.activeElement?.getAttribute('aria-describedby')).toBe('veld-titel-fout');
});

test('een mislukte poging zegt dat er niets is opgeslagen', () => {
  render(
    <I18nProvider i18n={i18n}>
      <ErrorSummary errors={{}} failure={new ApiError(409, 'overgang-niet-toegestaan', [], null, null)} attempt={1} />
    </I18nProvider>,
  );
  expect(screen.getByText(/Er is niets opgeslagen/)).toBeTruthy();
});
