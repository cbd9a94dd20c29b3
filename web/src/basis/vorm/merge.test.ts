// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import { changedFields, mergeEdits } from './merge';

const base = { titel: 'Loods', tekst: 'Licht aan', thema: 'drugs' };

test('ieder een eigen veld: beide wijzigingen blijven', () => {
  const merged = mergeEdits(base, { ...base, titel: 'Schuur' }, { ...base, tekst: 'Licht uit' });
  expect(merged).toEqual({
    values: { titel: 'Schuur', tekst: 'Licht uit', thema: 'drugs' },
    conflicts: [],
    theirs: ['tekst'],
  });
});

test('hetzelfde veld verschillend: mijn tekst blijft staan en het veld is een botsing', () => {
  const merged = mergeEdits(base, { ...base, tekst: 'Mijn' }, { ...base, tekst: 'Hun' });
  expect(merged).toEqual({ values: { ...base, tekst: 'Mijn' }, conflicts: ['tekst'], theirs: [] });
});

test('hetzelfde veld gelijk gewijzigd is geen botsing', () => {
  const both = { ...base, tekst: 'Licht uit' };
  expect(mergeEdits(base, both, { ...both })).toEqual({ values: both, conflicts: [], theirs: [] });
});

test('vergelijkt samengestelde waarden op inhoud', () => {
  const adres = { soort: 'bag', nummeraanduiding: '1' };
  const start = { adres };
  expect(mergeEdits(start, { adres: { ...adres } }, { adres: { ...adres } }).conflicts).toEqual([]);
  expect(
    mergeEdits(start, { adres: { ...adres, nummeraanduiding: '2' } }, { adres: { ...adres, nummeraanduiding: '3' } })
      .conflicts,
  ).toEqual(['adres']);
});

test('stuurt alleen wat verschilt', () => {
  expect(changedFields(base, { ...base, titel: 'Schuur' })).toEqual({ titel: 'Schuur' });
  expect(changedFields(base, { ...base })).toEqual({});
});
