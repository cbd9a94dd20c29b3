// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, test } from 'vitest';
import type { Agendapunt, Agendatoets, Deelsoort } from '../api/typen';
import { isTijd } from './controle';
import { duur } from './Klok';
import { hoorNiets, toetsstand } from './merken';
import { voorApi } from './Standpunten';

const wie = (naam: string, vanDossier: boolean, ...delen: Deelsoort[]) => ({
  gebruiker: { id: naam, naam },
  vanDossier,
  delen,
});
const punt = (over: Partial<Agendapunt>): Agendapunt => ({
  id: 'p',
  nummer: 1,
  soort: 'casus',
  dossier: null,
  titel: 'Loods',
  doel: 'besluiten',
  minuten: 10,
  voorbereiding: '',
  reden: null,
  staat: 'gepland',
  begonnenOp: null,
  delen: [],
  velden: [],
  besluiten: [],
  acties: [],
  toetsen: [],
  verdeling: [wie('Marit', true), wie('Bram', false), wie('Ingrid', false, 'kern')],
  waarschuwing: null,
  keuzes: null,
  herkomst: null,
  ingebracht: [],
  versie: 1,
  ...over,
});
const toets = (staat: Agendatoets['staat']) => ({ staat }) as Agendatoets;

describe('waar toets 2A van een punt staat', () => {
  test.each([
    ['nodig', {}],
    ['akkoord', { toetsen: [toets('akkoord')] }],
    ['voorgelegd', { toetsen: [toets('akkoord'), toets('voorgelegd')] }],
    ['niet_akkoord', { toetsen: [toets('niet_akkoord'), toets('ingetrokken')] }],
    ['nodig', { toetsen: [toets('ingetrokken')] }],
    ['nietnodig', { soort: 'vrij' }],
    ['nietnodig', { verdeling: [wie('Marit', true)] }],
    ['nietnodig', { verdeling: null }],
  ] as [string, Partial<Agendapunt>][])('%s', (stand, over) => {
    expect(toetsstand(punt(over))).toBe(stand);
  });

  test('wie niets hoort is wie niet van het dossier is en geen deel heeft', () => {
    expect(hoorNiets(punt({}))).toEqual(['Bram']);
    expect(hoorNiets(punt({ verdeling: null }))).toEqual([]);
  });
});

test('een standpunt gaat mee als het is vastgelegd, en een reden alleen van wie het niet eens is', () => {
  expect(
    voorApi({
      a: { stem: 'eens', reden: 'blijft weg' },
      b: { stem: 'oneens', reden: ' Eén bron. ' },
      c: { stem: '', reden: '' },
      d: { stem: 'oneens', reden: ' ' },
    }),
  ).toEqual([
    { gebruiker: 'a', eens: true, reden: null },
    { gebruiker: 'b', eens: false, reden: 'Eén bron.' },
    { gebruiker: 'd', eens: false, reden: null },
  ]);
});

test('de klok telt minuten en seconden, en begint niet onder nul', () => {
  expect([0, 9.9, 61, 3605, -3].map(duur)).toEqual(['0:00', '0:09', '1:01', '60:05', '0:00']);
});

test.each([
  ['09:30', true],
  ['9:30', false],
  ['24:00', false],
  ['23:59', true],
  ['halftien', false],
])('%s is een tijd: %s', (tekst, is) => {
  expect(isTijd(tekst)).toBe(is);
});
