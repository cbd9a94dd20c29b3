// SPDX-License-Identifier: EUPL-1.2
import { describe, expect, it } from 'vitest';
import type { Netwerkband, Netwerkbeeld, Netwerkknoop } from '../api/typen';
import { begin, groepeer, LEEG, plaatsenVan, refVan, type Stand, tekening, voegToe, volgende } from './model';
import { GETEKEND, gevouwen, haalEruit, isVouw, ledenVan, MEESTE, metPlaats, spreid, vouwIn, vouwing } from './vouw';

const knoop = (sleutel: string): Netwerkknoop => ({
  ...refVan(sleutel),
  naam: sleutel,
  kenmerk: null,
  bedrijf: null,
  punt: null,
  buren: [],
});
const band = (van: string, naar: string): Netwerkband => ({
  van: refVan(van),
  naar: refVan(naar),
  soort: 'genoemd',
  bewijs: [],
});
const beeldVan = (lijnen: readonly (readonly [string, string])[], los: readonly string[] = []): Netwerkbeeld => ({
  knopen: [...new Set([...lijnen.flat(), ...los])].map(knoop),
  banden: lijnen.map(([van, naar]) => band(van, naar)),
  meer: 0,
});
const standVan = (beeld: Netwerkbeeld, deel: Partial<Stand> = {}): Stand => ({
  ...LEEG,
  knopen: beeld.knopen.map((one) => `${one.soort}:${one.id}`),
  ...deel,
});
const rij = <T>(aantal: number, maak: (i: number) => T): T[] => Array.from({ length: aantal }, (_, i) => maak(i));
const nummer = (i: number) => String(i).padStart(4, '0');
/** Forty dossiers in a ring, with 49 vehicles each: two thousand. */
const sterren = beeldVan(
  rij(40, (i) => `signaal:${nummer(i)}`).flatMap((signaal, i) => [
    [signaal, `signaal:${nummer((i + 1) % 40)}`] as const,
    ...rij(49, (j) => `voertuig:${nummer(i * 49 + j)}`).map((bus) => [signaal, bus] as const),
  ]),
);
const teken = (beeld: Netwerkbeeld, stand: Stand) => gevouwen(tekening(stand, beeld), stand);
const vouwen = (beeld: Netwerkbeeld, stand: Stand, eruit: readonly string[] = []) => {
  const heel = tekening(stand, beeld);
  return vouwing(heel, vouwIn(heel, stand), eruit);
};

describe('een groot netwerk', () => {
  it('blijft heel zolang het past', () => {
    const past = beeldVan(rij(GETEKEND - 1, (i) => `voertuig:${nummer(i)}`).map((one) => ['signaal:1', one] as const));
    const stand = standVan(past);
    expect(teken(past, stand)).toEqual(tekening(stand, past));
  });
  it('tekent er ongeveer vierhonderd en telt de andere bij de buur waaraan ze hangen', () => {
    const stand = standVan(sterren);
    expect(stand.knopen).toHaveLength(MEESTE);
    const { elementen, lijnen } = teken(sterren, stand);
    expect(elementen).toHaveLength(GETEKEND);
    // nobody is lost, and nobody stands there twice
    const allen = elementen.flatMap((one) => one.knopen.map((lid) => lid.id + lid.soort));
    expect(new Set(allen).size).toBe(MEESTE);
    expect(allen).toHaveLength(MEESTE);
    const groepen = elementen.filter((one) => isVouw(one.sleutel));
    expect(groepen.length).toBeGreaterThan(30);
    // the dossiers stay: they hold the rest together; a group has one line, with every tie in it
    expect(elementen.filter((one) => one.soort === 'signaal')).toHaveLength(40);
    for (const groep of groepen) {
      expect(new Set(groep.knopen.map((one) => one.soort))).toEqual(new Set(['voertuig']));
      const eraan = lijnen.filter((one) => one.van === groep.sleutel || one.naar === groep.sleutel);
      expect(eraan).toHaveLength(1);
      expect(eraan[0]?.banden).toHaveLength(groep.knopen.length);
    }
  });
  it('vouwt hetzelfde, in welke volgorde het ook kwam', () => {
    const stand = standVan(sterren);
    const anders: Netwerkbeeld = {
      knopen: [...sterren.knopen].reverse(),
      banden: [...sterren.banden].reverse(),
      meer: 0,
    };
    const sleutels = (beeld: Netwerkbeeld) =>
      teken(beeld, { ...stand, knopen: [stand.knopen[0] as string, ...stand.knopen.slice(1).reverse()] })
        .elementen.map((one) => one.sleutel)
        .sort();
    expect(sleutels(anders)).toEqual(
      teken(sterren, stand)
        .elementen.map((one) => one.sleutel)
        .sort(),
    );
  });
  it('houdt getekend wat vaststaat, een notitie heeft, op de weg ligt, gekozen is of zelf gegroepeerd', () => {
    const [vast, noot, weg, gekozen, een, twee] = rij(6, (i) => `voertuig:${nummer(i * 49 + 48)}`) as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const kaal = standVan(sterren);
    const was = new Set(teken(sterren, kaal).elementen.map((one) => one.sleutel));
    for (const one of [vast, noot, weg, gekozen, een, twee]) expect(was).not.toContain(one);
    let stand = standVan(sterren, { vast: [vast], notities: { [noot]: 'Zie brief' }, pad: ['signaal:0002', weg] });
    stand = { ...stand, ...groepeer(stand, [een, twee]) };
    const nu = vouwen(sterren, stand, [gekozen]).tekening.elementen.map((one) => one.sleutel);
    for (const one of [vast, noot, weg, gekozen, 'groep:1']) expect(nu).toContain(one);
    expect(nu.length).toBeLessThanOrEqual(GETEKEND + 1);
  });
  it('vouwt het laatst wat het laatst kwam', () => {
    let stand = standVan(
      beeldVan(
        sterren.banden
          .slice(0, 600)
          .map((one) => [`${one.van.soort}:${one.van.id}`, `${one.naar.soort}:${one.naar.id}`] as const),
      ),
    );
    const erbij = rij(60, (i) => `voertuig:erbij${nummer(i)}`);
    stand = { ...stand, ...voegToe(stand, erbij) };
    const beeld = beeldVan([
      ...sterren.banden.map((one) => [`${one.van.soort}:${one.van.id}`, `${one.naar.soort}:${one.naar.id}`] as const),
      ...erbij.map((one) => ['signaal:0001', one] as const),
    ]);
    const nu = new Set(teken(beeld, stand).elementen.map((one) => one.sleutel));
    expect(nu.size).toBe(GETEKEND);
    for (const one of erbij) expect(nu).toContain(one);
  });
  it('vouwt eerder een oude keten dan wat er net bij kwam', () => {
    const kring = rij(400, (i) => [`persoon:${nummer(i)}`, `persoon:${nummer((i + 1) % 400)}`] as const);
    const erbij = rij(60, (i) => `voertuig:${nummer(i)}`);
    const beeld = beeldVan([...kring, ...erbij.map((one) => ['persoon:0000', one] as const)]);
    let stand = standVan(beeldVan(kring));
    stand = { ...stand, ...voegToe(stand, erbij) };
    const nu = new Set(teken(beeld, stand).elementen.map((one) => one.sleutel));
    expect(nu.size).toBeLessThanOrEqual(GETEKEND);
    for (const one of erbij) expect(nu).toContain(one);
  });
  it('opent een groep, en vouwt iets anders daarvoor in de plaats', () => {
    const stand = standVan(sterren);
    const voor = vouwen(sterren, stand);
    const groep = voor.tekening.elementen.find((one) => isVouw(one.sleutel));
    const leden = ledenVan(voor.tekening, [groep?.sleutel ?? '']);
    expect(leden.length).toBeGreaterThan(10);
    const straks = { ...stand, ...haalEruit(stand, leden) };
    const na = vouwen(sterren, straks);
    for (const one of leden) expect(na.groepVan.has(one)).toBe(false);
    expect(na.tekening.elementen).toHaveLength(GETEKEND);
    expect([...na.groepVan.keys()].some((one) => !voor.groepVan.has(one))).toBe(true);
    // a step like any other
    let v = volgende(begin(stand), { soort: 'zet', deel: haalEruit(stand, leden) });
    v = volgende(v, { soort: 'terug' });
    expect(vouwen(sterren, v.nu)).toEqual(voor);
  });
  it('opent van een groep die niet past zoveel als past, en de volgende keer de andere', () => {
    const een = beeldVan(rij(MEESTE - 1, (i) => `voertuig:${nummer(i)}`).map((one) => ['signaal:1', one] as const));
    const stand = standVan(een);
    const voor = vouwen(een, stand);
    expect(voor.tekening.elementen).toHaveLength(GETEKEND);
    const groep = voor.tekening.elementen.filter((one) => isVouw(one.sleutel));
    expect(groep).toHaveLength(1);
    const leden = ledenVan(voor.tekening, [groep[0]?.sleutel ?? '']);
    const straks = { ...stand, ...haalEruit(stand, leden) };
    const na = vouwen(een, straks);
    expect(na.tekening.elementen).toHaveLength(GETEKEND);
    const nu = leden.filter((one) => !na.groepVan.has(one));
    expect(nu.length).toBe(GETEKEND - 2);
    const weer = ledenVan(na.tekening, [na.groepVan.values().next().value as string]);
    const derde = vouwen(een, {
      ...straks,
      ...haalEruit(
        straks,
        weer.filter((one) => leden.includes(one)),
      ),
    });
    expect(derde.tekening.elementen.filter((one) => nu.includes(one.sleutel))).toEqual([]);
  });
  it('tekent alles als dat gevraagd wordt', () => {
    expect(teken(sterren, standVan(sterren, { alles: true })).elementen).toHaveLength(MEESTE);
  });
  it('past ook wat los staat, een keten, een kring en een web waarin ieder aan velen zit', () => {
    const los = beeldVan([], [...rij(900, (i) => `adres:${nummer(i)}`), ...rij(900, (i) => `persoon:${nummer(i)}`)]);
    const keten = beeldVan(
      rij(1500, nummer)
        .slice(1)
        .map((one, i) => [`persoon:${nummer(i)}`, `persoon:${one}`] as const),
    );
    const kring = beeldVan(
      rij(1500, nummer).map((one, i) => [`persoon:${one}`, `persoon:${nummer((i + 1) % 1500)}`] as const),
    );
    const web = beeldVan(
      rij(1000, nummer).flatMap((_, i) =>
        [1, 7, 31, 101].map((ver) => [`persoon:${nummer(i)}`, `persoon:${nummer((i + ver) % 1000)}`] as const),
      ),
    );
    const paren = beeldVan(rij(700, nummer).map((one) => [`signaal:${one}`, `voertuig:${one}`] as const));
    for (const beeld of [los, keten, kring, web, paren]) {
      const { elementen, lijnen } = teken(beeld, standVan(beeld));
      expect(elementen.length).toBeLessThanOrEqual(GETEKEND);
      expect(elementen.flatMap((one) => one.knopen)).toHaveLength(beeld.knopen.length);
      const er = new Set(elementen.map((one) => one.sleutel));
      for (const { van, naar } of lijnen) expect(er.has(van) && er.has(naar) && van !== naar).toBe(true);
    }
  });
  it('laat geen groep van een achter, ook niet als een ander eruit gehaald is', () => {
    const stand = standVan(sterren);
    const voor = vouwen(sterren, stand);
    const groep = voor.tekening.elementen.find((one) => isVouw(one.sleutel));
    const leden = ledenVan(voor.tekening, [groep?.sleutel ?? '']);
    const op_een_na = vouwen(sterren, stand, leden.slice(1));
    expect(op_een_na.tekening.elementen.map((one) => one.sleutel)).toContain(leden[0]);
    expect(op_een_na.tekening.elementen.every((one) => !isVouw(one.sleutel) || one.knopen.length > 1)).toBe(true);
  });
  it('geeft wie in een groep zit een plek om te bewaren, elk een eigen', () => {
    const stand = standVan(sterren);
    const kaal = vouwen(sterren, stand);
    const plaats = Object.fromEntries(
      kaal.tekening.elementen.map((one, i) => [one.sleutel, { x: (i % 20) * 200, y: Math.floor(i / 20) * 200 }]),
    );
    const bij = spreid(kaal, plaats, [...kaal.groepVan.keys()]);
    const bewaard = plaatsenVan(tekening(stand, sterren), { ...stand, plaats }, (one) => bij[one]);
    expect(new Set(bewaard.map((one) => `${one.x} ${one.y}`)).size).toBe(MEESTE);
    // opened again, each group stands where one of its own does
    const weer = metPlaats(
      kaal.tekening,
      Object.fromEntries(bewaard.map((one) => [`${one.soort}:${one.id}`, { x: one.x, y: one.y }])),
    );
    for (const one of kaal.tekening.elementen) expect(weer[one.sleutel]).toBeDefined();
  });
});
