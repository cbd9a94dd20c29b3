// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { mayHoldBsn, passesEleven } from './bsn';

test('the eleven test: 123456782 passes, 123456789 does not', () => {
  expect(passesEleven('123456782')).toBe(true);
  expect(passesEleven('123456789')).toBe(false);
  expect(passesEleven('000000000')).toBe(false);
  expect(passesEleven('12345678')).toBe(false);
});

test.each([
  ['Hij noemde 123456782 als nummer.', true],
  ['BSN: 1234.56.782', true],
  ['bsn 123-456-782', true],
  ['Rekening NL00TEST0123456782', false],
  ['Telefoon 0612345678', false],
  ['KVK 90001354, dossier 123456789', false],
  ['', false],
])('%s', (text, holds) => {
  expect(mayHoldBsn(text)).toBe(holds);
});
