// SPDX-License-Identifier: EUPL-1.2
import { expect, it } from 'vitest';
import { inLagen } from './lagen';

it('zet wat een stap ver is een laag lager', () => {
  const plaats = inLagen(
    ['a', 'b', 'c', 'd'],
    [
      ['a', 'b'],
      ['b', 'c'],
      ['d', 'b'],
    ],
    'a',
  );
  const hoog = (one: string) => plaats[one]?.y ?? -1;
  expect(hoog('a')).toBe(0);
  expect(hoog('b')).toBeGreaterThan(hoog('a'));
  expect(hoog('c')).toBeGreaterThan(hoog('b'));
  expect(hoog('d')).toBe(hoog('c'));
  expect(plaats.c?.x).not.toBe(plaats.d?.x);
});
it('laat lijnen niet kruisen waar dat niet hoeft', () => {
  // two chains that hang crosswise when the second layer keeps the order in which it was found
  const plaats = inLagen(
    ['top', 'l', 'r', 'x', 'y'],
    [
      ['top', 'l'],
      ['top', 'r'],
      ['r', 'x'],
      ['l', 'y'],
    ],
    'top',
  );
  const links = (een: string, ander: string) => (plaats[een]?.x ?? 0) < (plaats[ander]?.x ?? 0);
  expect(links('l', 'r')).toBe(links('y', 'x'));
});
it('geeft ook wat los staat en wat rondloopt een eigen plek', () => {
  const plaats = inLagen(
    ['a', 'b', 'los', 'c'],
    [
      ['a', 'b'],
      ['b', 'a'],
      ['a', 'a'],
      ['b', 'weg'],
    ],
    null,
  );
  expect(new Set(Object.values(plaats).map((one) => `${one.x} ${one.y}`)).size).toBe(4);
});
