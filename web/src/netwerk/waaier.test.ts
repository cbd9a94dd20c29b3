// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Punt } from './model';
import { waaier } from './waaier';

const afstand = (een: Punt, ander: Punt) => Math.hypot(een.x - ander.x, een.y - ander.y);

describe('waaier', () => {
  it('puts fifty around one, none on another', () => {
    const midden = { x: 40, y: -30 };
    const plekken = waaier(midden, 50, [midden]);
    expect(plekken).toHaveLength(50);
    for (const [i, een] of plekken.entries()) {
      expect(afstand(een, midden)).toBeGreaterThan(90);
      for (const ander of plekken.slice(i + 1)) expect(afstand(een, ander)).toBeGreaterThan(90);
    }
  });
  it('leaves what stands there where it is, and begins on the other side', () => {
    const midden = { x: 0, y: 0 };
    const anderen = [midden, { x: -160, y: 0 }, { x: -160, y: 20 }, { x: 0, y: 160 }];
    const plekken = waaier(midden, 20, anderen);
    for (const een of plekken) for (const ander of anderen) expect(afstand(een, ander)).toBeGreaterThanOrEqual(90);
    const eerste = plekken[0] as Punt;
    expect(eerste.x).toBeGreaterThan(0);
    expect(eerste.y).toBeLessThan(0);
  });
  it('gives the same places each time', () => {
    expect(waaier({ x: 1, y: 2 }, 30, [{ x: 5, y: 5 }])).toEqual(waaier({ x: 1, y: 2 }, 30, [{ x: 5, y: 5 }]));
  });
});
