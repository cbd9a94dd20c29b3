// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Netwerkband, Netwerkbeeld, Netwerkknoop } from '../api/typen';
import {
  begin,
  groepeer,
  LEEG,
  plekkenVan,
  type Stand,
  tekening,
  valUiteen,
  verberg,
  voegSamen,
  voegToe,
  volgende,
} from './model';

const knoop = (soort: string, id: string, buren = 0): Netwerkknoop => ({
  soort,
  id,
  naam: `${soort} ${id}`,
  kenmerk: null,
  bedrijf: null,
  punt: null,
  buren: buren === 0 ? [] : [{ soort: 'persoon', aantal: buren }],
});
const band = (van: string, naar: string, letter: 'A' | 'F' = 'F'): Netwerkband => {
  const ref = (tekst: string) => ({ soort: tekst.split(':')[0] as string, id: tekst.split(':')[1] as string });
  return {
    van: ref(van),
    naar: ref(naar),
    soort: 'genoemd',
    bewijs: [
      {
        herkomst: 'vermelding',
        dossier: null,
        bron: '',
        begin: null,
        eind: null,
        peildatum: '2026-01-01',
        bronBetrouwbaarheid: letter,
        informatieWaarde: 6,
        regime: 'avg',
        doorgifte: 'vrij',
        rol: null,
        toelichting: null,
      },
    ],
  };
};
const beeld: Netwerkbeeld = {
  knopen: [knoop('signaal', '1', 5), knoop('persoon', '2', 1), knoop('persoon', '3', 2), knoop('casus', '4', 1)],
  banden: [band('signaal:1', 'persoon:2'), band('signaal:1', 'persoon:3', 'A'), band('casus:4', 'persoon:3')],
  meer: 0,
};
const stand: Stand = { ...LEEG, knopen: ['signaal:1', 'persoon:2', 'persoon:3', 'casus:4'] };
const paren = (van: Stand) => tekening(van, beeld).lijnen.map((one) => one.sleutel);

describe('een tekening', () => {
  it('toont wat de server noemt en telt wat er niet op staat', () => {
    const { elementen, lijnen } = tekening({ ...stand, knopen: [...stand.knopen, 'persoon:weg'] }, beeld);
    expect(elementen.map((one) => [one.sleutel, one.meer])).toEqual([
      ['signaal:1', 3],
      ['persoon:2', 0],
      ['persoon:3', 0],
      ['casus:4', 0],
    ]);
    expect(lijnen.map((one) => one.stevig)).toEqual([false, true, false]);
  });
  it('laat met wat verborgen is ook de lijnen ernaartoe weg, en telt het mee', () => {
    const zonder = { ...stand, ...verberg(stand, ['persoon:3']) };
    expect(paren(zonder)).toEqual(['persoon:2|signaal:1']);
    expect(tekening(zonder, beeld).elementen.find((one) => one.sleutel === 'casus:4')?.meer).toBe(1);
  });
  it('tekent een groep als een onderdeel met de lijnen van al zijn leden', () => {
    const een = { ...stand, ...groepeer(stand, ['persoon:2', 'persoon:3']) };
    expect(paren(een)).toEqual(['groep:1|signaal:1', 'casus:4|groep:1']);
    expect(tekening(een, beeld).lijnen[0]?.banden).toHaveLength(2);
    expect(paren({ ...een, ...valUiteen(een, 'groep:1') })).toEqual(paren(stand));
    expect(paren({ ...een, ...verberg(een, ['groep:1']) })).toEqual([]);
    const groter = { ...een, ...groepeer(een, ['groep:1', 'casus:4']) };
    expect(groter.groepen.map((one) => one.leden)).toEqual([['persoon:2', 'persoon:3', 'casus:4']]);
  });
  it('legt een weg over de lijnen die erop liggen en geen andere', () => {
    const { lijnen } = tekening({ ...stand, pad: ['persoon:2', 'signaal:1'] }, beeld);
    expect(lijnen.map((one) => one.opPad)).toEqual([true, false, false]);
  });
});

describe('teruggaan', () => {
  it('neemt elke stap terug en weer over, tot een andere stap', () => {
    let v = begin(LEEG);
    v = volgende(v, { soort: 'zet', deel: voegToe(v.nu, ['signaal:1']) });
    v = volgende(v, { soort: 'schik', plaats: { 'signaal:1': { x: 1, y: 2 } } });
    v = volgende(v, { soort: 'zet', deel: voegToe(v.nu, ['persoon:2']) });
    const eind = v.nu;
    v = volgende(v, { soort: 'terug' });
    expect(v.nu.knopen).toEqual(['signaal:1']);
    expect(v.nu.plaats).toEqual({ 'signaal:1': { x: 1, y: 2 } });
    expect(volgende(v, { soort: 'opnieuw' }).nu).toEqual(eind);
    v = volgende(volgende(v, { soort: 'terug' }), { soort: 'terug' });
    expect(v.nu).toEqual(LEEG);
    expect(volgende(v, { soort: 'zet', deel: {} }).na).toEqual([]);
  });
});

it('voegt antwoorden samen, het laatste telt', () => {
  const later = { ...knoop('persoon', '2', 7), naam: 'anders' };
  const uit = voegSamen(beeld, { knopen: [later], banden: [band('signaal:1', 'persoon:2', 'A')], meer: 3 });
  expect(uit.knopen).toHaveLength(4);
  expect(uit.knopen.find((one) => one.id === '2')?.naam).toBe('anders');
  expect(uit.banden).toHaveLength(3);
});

describe('op de kaart', () => {
  const adres = { ...knoop('adres', '9', 1), punt: { x: 600_000, y: 6_850_000 } };
  const met: Netwerkbeeld = {
    ...beeld,
    knopen: [...beeld.knopen, adres],
    banden: [...beeld.banden, band('signaal:1', 'adres:9')],
  };
  const erbij = { ...stand, knopen: [...stand.knopen, 'adres:9'] };
  it('staat wat een plek heeft, en het licht op met wat eraan vastzit', () => {
    expect(plekkenVan(tekening(erbij, met))).toEqual([
      { sleutel: 'adres:9', punt: adres.punt, hoortBij: ['adres:9', 'signaal:1'] },
    ]);
  });
  it('staat niets van wat verborgen is, en een groep op elke plek van haar leden', () => {
    expect(plekkenVan(tekening({ ...erbij, ...verberg(erbij, ['adres:9']) }, met))).toEqual([]);
    const samen = { ...erbij, ...groepeer(erbij, ['adres:9', 'persoon:2']) };
    expect(plekkenVan(tekening(samen, met)).map((one) => one.sleutel)).toEqual(['groep:1']);
  });
});
