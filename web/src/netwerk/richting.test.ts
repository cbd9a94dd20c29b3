// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { volgendeBij } from './richting';

const plaats = {
  a: { x: 0, y: 0 },
  b: { x: 100, y: 10 },
  c: { x: 300, y: 0 },
  d: { x: 0, y: -80 },
  e: { x: 10, y: 200 },
};
const alle = Object.keys(plaats);
const naar = (toets: string, van: string, verbonden: string[] = []) =>
  volgendeBij(toets, van, plaats, alle, new Set(verbonden));

it('volgt de pijl naar wat daar ligt', () => {
  expect(naar('ArrowRight', 'a')).toBe('b');
  expect(naar('ArrowUp', 'a')).toBe('d');
  expect(naar('ArrowDown', 'a')).toBe('e');
  expect(naar('ArrowLeft', 'a')).toBeNull();
});
it('gaat liever over een lijn dan naar wat toevallig dichterbij ligt', () => {
  expect(naar('ArrowRight', 'a', ['c'])).toBe('c');
});
