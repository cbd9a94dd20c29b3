// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, test } from 'vitest';
import type { ProfielStap } from '../api/typen';
import { activateLanguage, translate as t } from '../basis/language';
import { casusTeOpenen, mogelijk, teWegen } from './besluiten';
import { controleerWeging, LEGE_WEGING, wegingVoorApi } from './weging';

const code = (one: string) => ({ code: one, naamNl: one, naamEn: one });
const stap: ProfielStap = {
  ...code('praktisch'),
  stap: 2,
  vragen: [
    { ...code('rol'), soort: 'ja_nee', keuzes: [], hulpNl: null, hulpEn: null },
    { ...code('bekend'), soort: 'tekst', keuzes: [], hulpNl: null, hulpEn: null },
  ],
  uitkomsten: [
    { ...code('ja'), gevolg: 'verder', naarWie: false },
    { ...code('doorsturen'), gevolg: 'doorgestuurd', naarWie: true },
  ],
};

beforeAll(() => activateLanguage('nl'));

describe('een weging', () => {
  test('weigert zonder antwoord, uitkomst of motivering, alles tegelijk', () => {
    expect(Object.keys(controleerWeging(stap, LEGE_WEGING, t))).toEqual(['antwoorden.rol', 'uitkomst', 'motivering']);
  });

  test('een vraag met eigen woorden mag leeg blijven', () => {
    const velden = { ...LEGE_WEGING, antwoorden: { rol: 'ja' }, uitkomst: 'ja', motivering: 'Eigen bevoegdheid.' };
    expect(controleerWeging(stap, velden, t)).toEqual({});
    expect(wegingVoorApi(stap, velden)).toEqual({
      stap: 2,
      antwoorden: [{ vraag: 'rol', antwoord: 'ja', toelichting: null }],
      uitkomst: 'ja',
      motivering: 'Eigen bevoegdheid.',
      naarWie: null,
    });
  });

  test('doorsturen vraagt naar wie; bij een andere uitkomst gaat dat niet mee', () => {
    const velden = { ...LEGE_WEGING, antwoorden: { rol: 'nee' }, uitkomst: 'doorsturen', motivering: 'Elders.' };
    expect(Object.keys(controleerWeging(stap, velden, t))).toEqual(['naarWie']);
    expect(wegingVoorApi(stap, { ...velden, naarWie: 'Polderveen' }).naarWie).toBe('Polderveen');
    expect(wegingVoorApi(stap, { ...velden, uitkomst: 'ja', naarWie: 'Polderveen' }).naarWie).toBeNull();
  });
});

describe('wat er met een signaal kan', () => {
  test('wegen is bij een nieuw signaal geen apart besluit', () => {
    expect(mogelijk({ status: 'nieuw', stappen: ['in_weging', 'niet_opgepakt'] })).toEqual(['niet_opgepakt']);
    expect(mogelijk({ status: 'niet_opgepakt', stappen: ['in_weging', 'vernietigd'] })).toEqual(['in_weging']);
  });

  test('na drie wegingen is er een casus te openen in plaats van te wegen', () => {
    expect(teWegen({ status: 'nieuw', wegingStap: 0 })).toBe(true);
    expect(teWegen({ status: 'in_weging', wegingStap: 3 })).toBe(true);
    expect(teWegen({ status: 'in_weging', wegingStap: 4 })).toBe(false);
    expect(casusTeOpenen({ status: 'in_weging', wegingStap: 4 })).toBe(true);
    expect(casusTeOpenen({ status: 'casus', wegingStap: 4 })).toBe(false);
  });
});
