// SPDX-License-Identifier: EUPL-1.2
import { expect, test } from 'vitest';
import type { Noodtoegang, Signalering } from '../api/typen';
import { openDelen } from './delen';
import { isKenmerk, netKenmerk } from './kenmerk';
import { opVolgorde } from './Noodtoegangen';
import { dagenIn } from './PeriodeVorm';
import { isVerklaard } from './Signaleringen';

test('a reference as people type it', () => {
  expect(netKenmerk(' s-2026-7k4qp9 ')).toBe('S-2026-7K4QP9');
  expect(isKenmerk('S-2026-7K4QP9')).toBe(true);
  for (const ander of ['S-2026-7K4QP', 'S-26-7K4QP9', '2026-7K4QP9', '']) expect(isKenmerk(ander)).toBe(false);
});

test('what is to be judged stands first, the first due on top', () => {
  const een = (id: string, oordeel: string | null, beoordelenVoor: string, begonnenOp: string) =>
    ({ id, oordeel, beoordelenVoor, begonnenOp }) as Noodtoegang;
  const rijen = [
    een('oud-klaar', 'terecht', '2026-11-05', '2026-10-31T09:00:00Z'),
    een('later', null, '2026-11-27', '2026-11-22T09:00:00Z'),
    een('nieuw-klaar', 'onterecht', '2026-11-26', '2026-11-21T09:00:00Z'),
    een('eerst', null, '2026-11-23', '2026-11-18T09:00:00Z'),
  ];
  expect(opVolgorde(rijen).map((one) => one.id)).toEqual(['eerst', 'later', 'nieuw-klaar', 'oud-klaar']);
});

test('each part of supervision asks its right', () => {
  expect(openDelen(['casus.lezen'])).toEqual([]);
  expect(openDelen(['incidenten.zien'])).toEqual(['signaleringen', 'incidenten']);
  expect(openDelen(['noodtoegang.beoordelen', 'inzagen.alle'])).toEqual(['noodtoegang', 'inzagen']);
});

test('a period counts both its ends, and an explanation holds until more is added', () => {
  expect(dagenIn({ van: '2026-11-16', totEnMet: '2026-11-22' })).toBe(7);
  expect(dagenIn({ van: '2026-11-22', totEnMet: '2026-11-21' })).toBe(0);
  const sein = (aantal: number, verklaard: number | null) =>
    ({ aantal, verklaring: verklaard === null ? null : { aantal: verklaard } }) as Signalering;
  expect([isVerklaard(sein(10, null)), isVerklaard(sein(10, 10)), isVerklaard(sein(11, 10))]).toEqual([
    false,
    true,
    false,
  ]);
});
