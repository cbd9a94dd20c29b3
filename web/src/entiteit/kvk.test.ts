// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { Translate } from '../basis/language';
import { controleerVermelding, kvkFout, LEGE_VERMELDING } from './VermeldingVelden';

const t = ((id: string) => id) as Translate;

test.each([
  ['90001354', null],
  ['9000 13.54', null],
  ['000090001354', 'entiteit.fout.vestiging'],
  ['0000 9000 1354', 'entiteit.fout.vestiging'],
  ['9000135', 'entiteit.fout.kvk'],
  ['9000135a', 'entiteit.fout.kvk'],
])('"%s" as a KVK number: %s', (getypt, fout) => {
  expect(kvkFout(getypt)).toBe(fout);
});

test('the fault stands at the field of the number, before anything is sent', () => {
  const bedrijf = { ...LEGE_VERMELDING, soort: 'bedrijf' as const, tekst: 'Een bedrijf', sleutel: '000090001354' };
  expect(Object.keys(controleerVermelding(bedrijf, 'vermeldingen.0', t))).toEqual(['vermeldingen.0.sleutel']);
  expect(controleerVermelding({ ...bedrijf, sleutel: '90001354' }, 'vermeldingen.0', t)).toEqual({});
  expect(controleerVermelding({ ...bedrijf, sleutel: null }, 'vermeldingen.0', t)).toEqual({});
});
