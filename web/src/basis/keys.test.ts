// SPDX-License-Identifier: EUPL-1.2
import { beforeEach, describe, expect, test } from 'vitest';
import { isDead, type ListMove, listMove, setShortcuts, shortcutsOn } from './keys';

const pressed = (key: string, extra: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...extra,
});
const at = (index: number, rest: Partial<Parameters<typeof listMove>[1]> = {}) => ({
  index,
  count: 10,
  page: 4,
  acts: ['1', 'h'],
  shortcuts: true,
  ...rest,
});
const go = (index: number): ListMove => ({ kind: 'go', index });

describe('toetsen in een lijst', () => {
  test('j en pijl omlaag gaan verder, k en pijl omhoog terug', () => {
    expect(listMove(pressed('j'), at(3))).toEqual(go(4));
    expect(listMove(pressed('ArrowDown'), at(3))).toEqual(go(4));
    expect(listMove(pressed('k'), at(3))).toEqual(go(2));
    expect(listMove(pressed('ArrowUp'), at(3))).toEqual(go(2));
  });

  test('blijft staan aan het begin en het eind', () => {
    expect(listMove(pressed('k'), at(0))).toEqual(go(0));
    expect(listMove(pressed('j'), at(9))).toEqual(go(9));
    expect(listMove(pressed('PageDown'), at(8))).toEqual(go(9));
    expect(listMove(pressed('PageUp'), at(1))).toEqual(go(0));
    expect(listMove(pressed('End'), at(1))).toEqual(go(9));
  });

  test('begint bij de eerste rij als er nog geen is gekozen', () => {
    expect(listMove(pressed('j'), at(-1))).toEqual(go(0));
  });

  test('Enter opent, x en spatie kiezen, een besluittoets doet het besluit', () => {
    expect(listMove(pressed('Enter'), at(0))).toEqual({ kind: 'open' });
    expect(listMove(pressed('x'), at(0))).toEqual({ kind: 'mark' });
    expect(listMove(pressed(' '), at(0))).toEqual({ kind: 'mark' });
    expect(listMove(pressed('h'), at(0))).toEqual({ kind: 'act', key: 'h' });
    expect(listMove(pressed('q'), at(0))).toEqual({ kind: 'none' });
  });

  test('letters doen niets als sneltoetsen uit staan, pijlen wel', () => {
    for (const key of ['j', 'k', 'x', '1', 'h']) {
      expect(listMove(pressed(key), at(3, { shortcuts: false }))).toEqual({ kind: 'none' });
    }
    expect(listMove(pressed('ArrowDown'), at(3, { shortcuts: false }))).toEqual(go(4));
  });

  test('laat toetsen met Ctrl, Alt of Cmd aan de browser', () => {
    expect(listMove(pressed('j', { ctrlKey: true }), at(3))).toEqual({ kind: 'none' });
    expect(listMove(pressed('ArrowDown', { metaKey: true }), at(3))).toEqual({ kind: 'none' });
  });

  test('doet niets in een lege lijst', () => {
    for (const key of ['j', 'Enter', 'x', '1', 'Home']) {
      expect(listMove(pressed(key), at(-1, { count: 0 }))).toEqual({ kind: 'none' });
    }
  });
});

describe('dode toetsen', () => {
  beforeEach(() => {
    document.body.innerHTML =
      '<input id="tekst"><input id="bol" type="radio"><textarea id="vak"></textarea><button id="knop"></button>';
  });
  const target = (id: string) => document.getElementById(id);

  test('zijn dood in een tekstveld, niet op een knop of keuzebolletje', () => {
    expect(isDead(target('tekst'))).toBe(true);
    expect(isDead(target('vak'))).toBe(true);
    expect(isDead(target('knop'))).toBe(false);
    expect(isDead(target('bol'))).toBe(false);
  });

  test('zijn dood onder een open venster', () => {
    document.body.insertAdjacentHTML('beforeend', '<div role="dialog"><button id="binnen"></button></div>');
    expect(isDead(target('knop'))).toBe(true);
    expect(isDead(target('binnen'))).toBe(false);
  });

  test('uitzetten wordt onthouden', () => {
    setShortcuts(false);
    expect(shortcutsOn()).toBe(false);
    setShortcuts(true);
    expect(shortcutsOn()).toBe(true);
  });
});
