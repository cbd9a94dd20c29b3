// SPDX-License-Identifier: EUPL-1.2
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { SignaalRegel } from '../api/typen';
import { dagenVan, dagVoor, hoortErbij, inboxSearch, lijstvraag, tabOf } from './filter';

const parse = (search: Record<string, unknown>) => v.parse(inboxSearch, search);
const me = '11111111-1111-4111-8111-111111111111';

describe('adresbalk', () => {
  test('laat weg wat niet klopt in plaats van te weigeren', () => {
    expect(parse({ tab: 'onzin', status: 'nieuw,bestaat-niet', thema: '<b>', open: '12' })).toEqual({
      tab: undefined,
      status: 'nieuw',
      thema: undefined,
      bron: undefined,
      behandelaar: undefined,
      wacht: undefined,
      vanaf: undefined,
      totenmet: undefined,
      sorteer: undefined,
      open: undefined,
    });
    expect(parse({ status: 'bestaat-niet' }).status).toBeUndefined();
  });

  test('zonder tab is het Nieuw, met een filter Alles', () => {
    expect(tabOf(parse({}))).toBe('nieuw');
    expect(tabOf(parse({ status: 'casus' }))).toBe('alles');
    expect(tabOf(parse({ tab: 'mijn', bron: 'mma' }))).toBe('mijn');
  });
});

describe('vraag aan de server', () => {
  test('elke tab vraagt zijn eigen statussen', () => {
    expect(lijstvraag(parse({}), me, '').filter).toEqual({ sorteer: '-ontvangenOp', status: 'nieuw' });
    expect(lijstvraag(parse({ tab: 'mijn' }), me, '').filter).toMatchObject({ behandelaar: me });
    expect(lijstvraag(parse({ tab: 'alles' }), me, '').filter.status).toBeUndefined();
  });

  test('de zoekwoorden staan nooit in het filter', () => {
    expect(JSON.stringify(lijstvraag(parse({}), me, ' Jansen ').filter)).not.toContain('Jansen');
    expect(lijstvraag(parse({}), me, ' Jansen ').tekst).toBe('Jansen');
  });
});

test('een gewijzigd signaal verdwijnt uit de lijst waar het niet meer in hoort', () => {
  const row = {
    status: 'nieuw',
    thema: 'drugs',
    bron: 'mma',
    behandelaar: null,
    ontvangenOp: '2026-11-01T12:00:00Z',
  } as SignaalRegel;
  const vraag = lijstvraag(parse({ thema: 'drugs', tab: 'nieuw' }), me, '');
  expect(hoortErbij(vraag, row)).toBe(true);
  expect(hoortErbij(vraag, { ...row, status: 'in_weging' })).toBe(false);
  expect(hoortErbij(vraag, { ...row, thema: null })).toBe(false);
  expect(hoortErbij(lijstvraag(parse({ thema: 'geen', tab: 'nieuw' }), me, ''), { ...row, thema: null })).toBe(true);
  expect(hoortErbij(lijstvraag(parse({ tab: 'mijn' }), me, ''), row)).toBe(false);
});

test('een maand heeft een eerste en een laatste dag', () => {
  expect(dagenVan('2024-02')).toEqual({ vanaf: '2024-02-01', totenmet: '2024-02-29' });
  expect(dagenVan('2026-12')).toEqual({ vanaf: '2026-12-01', totenmet: '2026-12-31' });
  expect(dagVoor('2026-01')).toBe('2025-12-31');
  expect(parse({ vanaf: '2026-13-01', totenmet: 'gisteren', wacht: 'koffie' })).toEqual(parse({}));
});

test('een gewijzigd signaal blijft in de lijst zolang het erop wacht, op dagen in Amsterdam', () => {
  const row = { status: 'in_weging', wegingStap: 3, thema: null, ontvangenOp: '2026-10-31T23:00:00Z' } as SignaalRegel;
  const in_ = (search: Record<string, unknown>, change: Partial<SignaalRegel> = {}) =>
    hoortErbij(lijstvraag(parse({ tab: 'alles', ...search }), me, ''), { ...row, ...change });
  expect(in_({ wacht: 'weging' })).toBe(true);
  expect(in_({ wacht: 'weging' }, { wegingStap: 4 })).toBe(false);
  expect(in_({ wacht: 'casus' }, { wegingStap: 4 })).toBe(true);
  expect(in_({ wacht: 'heroverweging' }, { status: 'uitgesteld', uitgesteldTot: '2000-01-01' })).toBe(true);
  expect(in_({ wacht: 'heroverweging' }, { status: 'uitgesteld', uitgesteldTot: '2999-01-01' })).toBe(false);
  expect(in_(dagenVan('2026-11'))).toBe(true);
  expect(in_(dagenVan('2026-10'))).toBe(false);
});
