// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { timeLeft } from './SessionWatch';

test('elk antwoord van de server verlengt de sessie met haar hele duur', () => {
  const readAt = 1_000_000;
  const expiresAt = readAt + 1_800_000;
  expect(timeLeft(expiresAt, readAt, readAt, readAt)).toBe(1_800_000);
  expect(timeLeft(expiresAt, readAt, readAt, readAt + 1_700_000)).toBe(100_000);
  expect(timeLeft(expiresAt, readAt, readAt + 600_000, readAt + 600_000)).toBe(1_800_000);
});
