// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { Privacytoets, ToetsStaat } from '../api/typen';
import { bronstap, standVan, toetsVan } from './toets';

const wie = { id: 'w', naam: 'W' };
const toets = (id: string, staat: ToetsStaat, over: Partial<Privacytoets> = {}): Privacytoets => ({
  id,
  soort: '1',
  bron: 'b',
  leden: [],
  interventies: [],
  riec: false,
  grondslag: 'x',
  verenigbaarheid: 'x',
  noodzaak: 'x',
  proportionaliteit: 'x',
  staat,
  reden: null,
  door: wie,
  op: '2026-01-01T00:00:00Z',
  beslotenDoor: null,
  beslotenOp: null,
  versie: 1,
  ...over,
});

test('the newest decided check holds; what was put before a colleague does not undo it', () => {
  expect(toetsVan([], '1', 'b')).toBeNull();
  expect(toetsVan([toets('1', 'akkoord'), toets('2', 'voorgelegd')], '1', 'b')?.id).toBe('1');
  expect(toetsVan([toets('1', 'akkoord'), toets('2', 'niet_akkoord')], '1', 'b')?.id).toBe('2');
  expect(toetsVan([toets('1', 'ingetrokken'), toets('2', 'voorgelegd')], '1', 'b')?.id).toBe('2');
  expect(toetsVan([toets('1', 'akkoord')], '2a', 'b')).toBeNull();
  expect(toetsVan([toets('1', 'akkoord')], '1', 'c')).toBeNull();
});

test('a check names colleagues, interventions or the RIEC', () => {
  const alle = [
    toets('1', 'akkoord', { soort: '2a', bron: null, leden: [wie] }),
    toets('2', 'akkoord', { soort: '2b', bron: null, interventies: ['i'], riec: true }),
  ];
  expect(toetsVan(alle, '2a', 'w')?.id).toBe('1');
  expect(toetsVan(alle, '2b', 'i')?.id).toBe('2');
  expect(toetsVan(alle, '2b', 'riec')?.id).toBe('2');
  expect(toetsVan(alle, '2a', 'riec')).toBeNull();
});

test('a source goes from check to question, to known or not, to what it knows', () => {
  const stap = (status: Parameters<typeof bronstap>[0]['status'], stand: ReturnType<typeof standVan>, inhoud = false) =>
    bronstap({ status, inhoud: inhoud ? { motivering: 'x', door: wie, op: '' } : null }, stand);
  expect(stap('te_vragen', 'nodig')).toBe('toets');
  expect(stap('te_vragen', 'niet_akkoord')).toBe('toets');
  expect(stap('te_vragen', 'voorgelegd')).toBe('besluit');
  expect(stap('te_vragen', 'akkoord')).toBe('vraag');
  expect(stap('gevraagd', 'van_voor')).toBe('bekend');
  expect(stap('bekend', 'akkoord')).toBe('inhoud');
  expect(stap('bekend', 'akkoord', true)).toBe('antwoord');
  expect(stap('bekend', 'ingetrokken')).toBe('toets');
  expect(stap('ontvangen', 'akkoord', true)).toBeNull();
  expect(standVan(null, true)).toBe('van_voor');
});
