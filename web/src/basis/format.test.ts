// SPDX-License-Identifier: EUPL-1.2
import { beforeAll, describe, expect, test } from 'vitest';
import { adjustClock, now } from './clock';
import * as format from './format';
import { activateLanguage, translate as t } from './language';

const today = new Date('2026-11-22T10:00:00Z');

describe('datums', () => {
  beforeAll(() => activateLanguage('nl'));

  test('staan voluit met de weekdag, zonder punten', () => {
    expect(format.formatDate('2026-11-26', 'nl')).toBe('do 26 nov 2026');
    expect(format.formatDate('2026-11-26', 'en')).toBe('Thu 26 Nov 2026');
    expect(format.formatShortDate('2026-03-01', 'nl')).toBe('1 mrt 2026');
    expect(format.formatMonth('2026-11', 'nl')).toBe('november 2026');
  });

  test('zijn dagen in Amsterdam, niet in UTC', () => {
    expect(format.formatDateTime('2026-11-22T23:30:00Z', 'nl')).toBe('ma 23 nov 2026 00:30');
    expect(format.dayOf('2026-11-22T23:30:00Z')).toBe('2026-11-23');
    expect(format.dayOf('2026-07-01T21:59:00Z')).toBe('2026-07-01');
    expect(format.dayOf('2026-07-01T22:00:00Z')).toBe('2026-07-02');
  });

  test('tellen hele dagen, ook over de zomertijd heen', () => {
    expect(format.daysUntil('2026-11-26', today)).toBe(4);
    expect(format.daysUntil('2026-11-22', today)).toBe(0);
    expect(format.daysUntil('2026-11-20', today)).toBe(-2);
    expect(format.daysUntil('2026-10-26', new Date('2026-10-24T22:30:00Z'))).toBe(1);
  });

  test('zeggen in woorden hoelang het nog is', () => {
    expect(format.formatDaysLeft('2026-11-26', t, today)).toBe('nog 4 dagen');
    expect(format.formatDaysLeft('2026-11-23', t, today)).toBe('morgen');
    expect(format.formatDaysLeft('2026-11-22', t, today)).toBe('vandaag');
    expect(format.formatDaysLeft('2026-11-21', t, today)).toBe('1 dag te laat');
    expect(format.formatDaysLeft('2026-11-20', t, today)).toBe('2 dagen te laat');
  });

  test('zeggen hoe oud iets is, na een maand de datum', () => {
    expect(format.formatAge('2026-11-22T08:00:00Z', 'nl', t, today)).toBe('vandaag');
    expect(format.formatAge('2026-11-21T08:00:00Z', 'nl', t, today)).toBe('gisteren');
    expect(format.formatAge('2026-11-17T08:00:00Z', 'nl', t, today)).toBe('5 dagen geleden');
    expect(format.formatAge('2026-08-17T08:00:00Z', 'nl', t, today)).toBe('17 aug 2026');
  });

  test('gaan heen en terug door een invoerveld, zomer en winter', () => {
    for (const iso of ['2026-11-22T10:15:00.000Z', '2026-07-01T22:30:00.000Z', '2026-12-31T23:59:00.000Z']) {
      expect(format.fromLocalInput(format.toLocalInput(new Date(iso)))?.toISOString()).toBe(iso);
    }
    expect(format.toLocalInput(new Date('2026-12-31T23:30:00Z'))).toBe('2027-01-01T00:30');
    expect(format.fromLocalInput('onzin')).toBeNull();
  });
});

test('getallen krijgen de punt of de komma van de taal', () => {
  expect(format.formatNumber(10_000, 'nl')).toBe('10.000');
  expect(format.formatNumber(10_000, 'en')).toBe('10,000');
});

describe('de klok', () => {
  test('volgt de server als die meer dan vijf seconden verschilt', () => {
    adjustClock(new Date(Date.now() + 3_600_000).toUTCString());
    expect(now().getTime() - Date.now()).toBeGreaterThan(3_590_000);
    adjustClock(new Date().toUTCString());
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(50);
    adjustClock('onzin');
    adjustClock(null);
    expect(Math.abs(now().getTime() - Date.now())).toBeLessThan(50);
  });
});

describe('een getypte dag', () => {
  test.each([
    ['26-11-2026', '2026-11-26'],
    ['26/11/2026', '2026-11-26'],
    ['1.3.2026', '2026-03-01'],
    [' 1 3 2026 ', '2026-03-01'],
    ['2026-11-26', '2026-11-26'],
    ['29-02-2024', '2024-02-29'],
    ['29-02-2026', null],
    ['31-11-2026', null],
    ['11-26-2026', null],
    ['26-11-26', null],
    ['morgen', null],
    ['', null],
  ])('"%s" is %s', (text, day) => {
    expect(format.readDay(text)).toBe(day);
  });

  test('staat er in de taal van het programma, en komt zo ook terug', () => {
    expect(format.writeDay('2026-11-26', 'nl')).toBe('26-11-2026');
    expect(format.writeDay('2026-11-26', 'en')).toBe('26/11/2026');
    expect(format.writeDay('26-13', 'nl')).toBe('26-13');
    expect(format.writeMoment('2026-11-26T09:05', 'nl')).toBe('26-11-2026 09:05');
    for (const language of ['nl', 'en'] as const) {
      expect(format.readMoment(format.writeMoment('2026-11-26T09:05', language))).toBe('2026-11-26T09:05');
    }
    expect(format.readMoment('26-11-2026 9.05')).toBe('2026-11-26T09:05');
    expect(format.readMoment('2026-11-26T09:05')).toBe('2026-11-26T09:05');
    for (const text of ['26-11-2026', '26-11-2026 24:00', '31-11-2026 10:00'])
      expect(format.readMoment(text)).toBeNull();
  });
});
