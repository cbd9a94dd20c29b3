// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import { bandkeuzen, EERSTE, hangtSamen, nieuweBand, type Opzet, overPersonen, patroonVan, zonderRol } from './patroon';

const SOORTEN = [
  { code: 'bestuurder', wie: ['persoon', 'bedrijf'], wat: ['bedrijf'] },
  { code: 'gevestigd', wie: ['bedrijf'], wat: ['adres', 'vaartuig'] },
];

describe('een eigen patroon', () => {
  it('biedt alleen verbanden aan die er tussen die twee kunnen zijn, in de richting die past', () => {
    expect(bandkeuzen('bedrijf', 'adres', SOORTEN)).toEqual([{ soort: 'gevestigd', om: false }]);
    expect(bandkeuzen('adres', 'bedrijf', SOORTEN)).toEqual([{ soort: 'gevestigd', om: true }]);
    expect(bandkeuzen('bedrijf', 'bedrijf', SOORTEN)).toEqual([
      { soort: 'bestuurder', om: false },
      { soort: 'bestuurder', om: true },
    ]);
    expect(bandkeuzen('adres', 'signaal', SOORTEN).map((one) => one.soort)).toEqual(['genoemd', 'op_adres']);
    expect(bandkeuzen('pand', 'voertuig', SOORTEN)).toEqual([]);
  });

  it('stuurt een verband van wie naar wat, welke kant het ook op gekozen is', () => {
    const opzet: Opzet = {
      ...EERSTE,
      rollen: [{ soort: 'adres' }, { soort: 'bedrijf' }],
      banden: [{ ...nieuweBand(0, 1), keuze: '<gevestigd', begin: '2024-01-01', venster: true }, nieuweBand(1, 0)],
      opVolgorde: true,
    };
    expect(patroonVan(opzet)).toEqual({
      onderdelen: ['adres', 'bedrijf'],
      banden: [
        { van: 1, naar: 0, soort: 'gevestigd', begin: '2024-01-01', eind: null, venster: true },
        { van: 1, naar: 0, soort: null, begin: null, eind: null, venster: false },
      ],
      opVolgorde: false, // of one tie there is no order
    });
  });

  it('verliest met een rol haar verbanden, en schuift de rest op', () => {
    const drie: Opzet = {
      ...EERSTE,
      rollen: [{ soort: 'adres' }, { soort: 'signaal' }, { soort: 'bedrijf' }],
      banden: [nieuweBand(1, 0), nieuweBand(2, 0)],
    };
    expect(hangtSamen(drie)).toBe(true);
    const na = { ...drie, ...zonderRol(drie, 1) };
    expect(na.rollen.map((one) => one.soort)).toEqual(['adres', 'bedrijf']);
    expect(na.banden).toEqual([nieuweBand(1, 0)]);
    expect(hangtSamen({ ...drie, ...zonderRol(drie, 0) })).toBe(false);
  });

  it('weet wat van een persoon is', () => {
    expect(overPersonen(['adres', 'bedrijf'])).toBe(false);
    expect(overPersonen(['adres', 'telefoon'])).toBe(true);
  });
});
