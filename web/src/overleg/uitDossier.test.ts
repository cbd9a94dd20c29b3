// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { Dossier, Signaal } from '../api/typen';
import { uitCasus, uitSignaal } from './uitDossier';

const woorden = {
  open: (regime: string) => regime !== 'wpg',
  soort: (soort: string) => soort,
  interventie: (type: string) => type,
};
const noem = (tekst: string, over: object = {}) => ({ soort: 'persoon', tekst, rol: '', regime: 'avg', ...over });
const signaal = (over: object = {}) =>
  ({
    titel: 'Busjes bij nacht',
    omschrijving: ' Elke nacht om drie uur. ',
    regime: 'avg',
    adres: { weergave: 'Kade 7' },
    vermeldingen: [noem('A. Wederik', { rol: 'huurder' }), noem('QA-417-E', { soort: 'voertuig', rol: null })],
    ...over,
  }) as unknown as Signaal;
const dossier = (over: object = {}) =>
  ({
    casus: {
      beeld: 'Een loods van 1.118 m² zonder klanten. De huurder is weg.',
      plan: { hypothese: 'h', doel: 'Het stopt.', strategie: '' },
    },
    signalen: [signaal(), signaal({ titel: 'Politie zag het ook', regime: 'wpg', adres: { weergave: 'Kade 9' } })],
    vermeldingen: [noem('A. Wederik', { rol: 'huurder' }), noem('Geheime bron', { regime: 'wpg' })],
    bronnen: [
      { naam: 'Handelsregister', antwoord: 'Een bedrijf.', status: 'ontvangen', regime: 'open' },
      { naam: 'Politie', antwoord: 'Bekend.', status: 'ontvangen', regime: 'wpg' },
      { naam: 'Kadaster', antwoord: null, status: 'gevraagd', regime: 'open' },
    ],
    interventies: [
      { type: 'controle', omschrijving: 'Samen kijken', status: 'gepland' },
      { type: 'gesprek', omschrijving: 'Gedaan', status: 'uitgevoerd' },
    ],
    ...over,
  }) as unknown as Dossier;

test('van een casus komt wat iedereen in het dossier mag zien, elke regel één keer', () => {
  expect(uitCasus(dossier(), woorden)).toEqual({
    kern: 'Een loods van 1.118 m² zonder klanten.',
    toelichting: 'Een loods van 1.118 m² zonder klanten. De huurder is weg.',
    personen: 'A. Wederik (huurder)\nvoertuig: QA-417-E',
    adressen: 'Kade 7',
    bronnen: 'Handelsregister: Een bedrijf.',
    voorgenomen: 'Het stopt.\ncontrole: Samen kijken',
  });
});

test('zonder beeld staat er wat de signalen heten', () => {
  const uit = uitCasus(dossier({ casus: { beeld: '', plan: { hypothese: '', doel: '', strategie: '' } } }), woorden);
  expect(uit.kern).toBe('');
  expect(uit.toelichting).toBe('Busjes bij nacht');
});

test('wat afgeschermd is komt er niet in, ook niet als er niets anders is', () => {
  const alles = uitCasus(
    dossier({ signalen: [signaal({ regime: 'wpg' })], vermeldingen: [noem('X', { regime: 'wpg' })] }),
    woorden,
  );
  expect(JSON.stringify(alles)).not.toMatch(/Wederik|Kade|"X"|Bekend/);
});

test('van een signaal: titel, omschrijving, wie, waar en van wie het kwam', () => {
  expect(uitSignaal(signaal({ adres: null }), 'Inwoner', woorden)).toEqual({
    kern: 'Busjes bij nacht',
    toelichting: 'Elke nacht om drie uur.',
    personen: 'A. Wederik (huurder)\nvoertuig: QA-417-E',
    adressen: '',
    bronnen: 'Inwoner',
  });
});
