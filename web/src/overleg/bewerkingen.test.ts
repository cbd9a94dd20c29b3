// SPDX-License-Identifier: EUPL-1.2
// Against a server that cuts connections before and after it stored, answers late, and gets every request twice: what is
// acknowledged is there once, what is typed is never lost, and everybody ends with the same text.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Bewerking, Bewerkveld, Ontvangst } from '../api/typen';
import { ApiError, NetworkError } from '../basis/api';
import { Bewerkingen } from './bewerkingen';
import { kluis } from './kluis';
import { verschuif, voegSamen, zetBeide } from './samen';

const PUNT = '11111111-1111-4111-8111-111111111111';
const VELD: Bewerkveld = 'aantekening';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Orders operations, merges by paragraph, and gives the same receipt for the same key. */
class Server {
  versies = [''];
  ontvangsten = new Map<string, Ontvangst>();
  erkend: Bewerking[] = [];
  wie: string[] = [];

  get stand() {
    return { waarde: this.versies.at(-1) as string, versie: this.versies.length - 1 };
  }

  neem(bewerking: Bewerking, wie: string): Ontvangst {
    const eerder = this.ontvangsten.get(bewerking.sleutel);
    if (eerder !== undefined) return eerder;
    const { waarde: nu, versie } = this.stand;
    const gezien = this.versies[bewerking.gezien] as string;
    const samen = bewerking.gezien === versie ? bewerking.waarde : voegSamen(gezien, bewerking.waarde, nu);
    let uit: Ontvangst;
    if (samen === null) {
      const door = { id: 'x', naam: this.wie[versie] ?? '' };
      uit = { uitkomst: 'botsing', versie, waarde: nu, anders: { waarde: nu, door, versie } };
    } else {
      this.versies.push(samen);
      this.wie[this.versies.length - 1] = wie;
      this.erkend.push(bewerking);
      uit = { uitkomst: samen === bewerking.waarde ? 'toegepast' : 'samengevoegd', ...this.stand, anders: null };
    }
    this.ontvangsten.set(bewerking.sleutel, uit);
    return uit;
  }
}

const na = (ms: number) => new Promise<void>((klaar) => setTimeout(klaar, ms));
const wissel = (server: Server, wie = 'Marit') => {
  const client = new Bewerkingen({ stuur: async (een) => server.neem(een, wie) });
  client.nieuws(PUNT, VELD, server.stand.waarde, server.stand.versie);
  return client;
};
const lees = (client: Bewerkingen, server: Server) =>
  client.nieuws(PUNT, VELD, server.stand.waarde, server.stand.versie);
const rust = () => vi.advanceTimersByTimeAsync(60_000);

describe('één bewerking', () => {
  test('wat getypt is staat na een korte pauze bij de server, en niet na elke letter', async () => {
    const server = new Server();
    const client = wissel(server);
    for (const tekst of ['d', 'di', 'dit']) client.typ(PUNT, VELD, tekst);
    expect(client.onverzonden).toBe(1);
    expect(client.stand(PUNT, VELD).staat).toBe('wacht');
    await rust();
    expect(server.versies).toEqual(['', 'dit']);
    expect(client.stand(PUNT, VELD)).toMatchObject({ tekst: 'dit', staat: 'gelijk' });
    expect(client.onverzonden).toBe(0);
  });

  test('afgekapt na het opslaan: dezelfde sleutel nog eens, en het staat er één keer', async () => {
    const server = new Server();
    const sleutels: string[] = [];
    let kap = 2;
    const client = new Bewerkingen({
      stuur: async (een) => {
        sleutels.push(een.sleutel);
        const uit = server.neem(een, 'Marit');
        if (kap-- > 0) throw new NetworkError(true);
        return uit;
      },
    });
    lees(client, server);
    client.typ(PUNT, VELD, 'één keer');
    await vi.advanceTimersByTimeAsync(300);
    expect(client.bereikbaar).toBe(false);
    expect(client.onverzonden).toBe(1);
    await rust();
    expect(sleutels).toHaveLength(3);
    expect(new Set(sleutels).size).toBe(1);
    expect(server.versies).toEqual(['', 'één keer']);
    expect(client).toMatchObject({ onverzonden: 0, bereikbaar: true });
  });

  test('verder typen terwijl de eerste onderweg is: de tweede wacht op de ontvangst van de eerste', async () => {
    const server = new Server();
    const client = new Bewerkingen({
      stuur: async (een) => {
        await na(2_000);
        return server.neem(een, 'Marit');
      },
    });
    lees(client, server);
    client.typ(PUNT, VELD, 'Loods');
    await vi.advanceTimersByTimeAsync(500);
    client.typ(PUNT, VELD, 'Loods leeg');
    await rust();
    expect(server.erkend.map((een) => [een.gezien, een.waarde])).toEqual([
      [0, 'Loods'],
      [1, 'Loods leeg'],
    ]);
    expect(client.stand(PUNT, VELD).tekst).toBe('Loods leeg');
  });

  test('een weigering laat de woorden staan en wordt niet vanzelf herhaald', async () => {
    let keer = 0;
    const client = new Bewerkingen({
      stuur: async () => {
        keer += 1;
        throw new ApiError(409, 'overleg-gesloten', [], null, null);
      },
    });
    client.nieuws(PUNT, VELD, '', 0);
    client.typ(PUNT, VELD, 'te laat');
    await rust();
    expect(keer).toBe(1);
    expect(client.stand(PUNT, VELD)).toMatchObject({ tekst: 'te laat', staat: 'geweigerd' });
    expect(client.onverzonden).toBe(1);
  });

  test('een verlopen sessie en een storing zijn geen weigering', async () => {
    const server = new Server();
    const fouten = [401, 503, 429];
    const client = new Bewerkingen({
      stuur: async (een) => {
        const status = fouten.shift();
        if (status !== undefined) throw new ApiError(status, 'x', [], null, null);
        return server.neem(een, 'Marit');
      },
    });
    lees(client, server);
    client.typ(PUNT, VELD, 'later');
    await rust();
    expect(server.stand.waarde).toBe('later');
  });
});

describe('samen in één veld', () => {
  test('ieder een eigen alinea: beide staan er, ook terwijl er nog getypt wordt', async () => {
    const server = new Server();
    const [een, twee] = [wissel(server, 'Marit'), wissel(server, 'Dylan')];
    een.typ(PUNT, VELD, 'Loods');
    twee.typ(PUNT, VELD, 'Bus');
    await rust();
    twee.typ(PUNT, VELD, `${twee.stand(PUNT, VELD).tekst}\nNog iets`);
    lees(een, server);
    lees(twee, server);
    await rust();
    lees(een, server);
    expect(server.stand.waarde.split('\n').sort()).toEqual(['Bus', 'Loods', 'Nog iets']);
    expect(een.stand(PUNT, VELD).tekst).toBe(server.stand.waarde);
    expect(twee.stand(PUNT, VELD).tekst).toBe(server.stand.waarde);
  });

  test.each([
    ['beide', 'Deur dicht\nDeur open'],
    ['mijne', 'Deur open'],
    ['hunne', 'Deur dicht'],
  ] as const)('dezelfde alinea: een botsing met beide teksten, en de keuze is %s', async (keuze, einde) => {
    const server = new Server();
    server.versies = ['Deur'];
    const [een, twee] = [wissel(server, 'Marit'), wissel(server, 'Dylan')];
    een.typ(PUNT, VELD, 'Deur dicht');
    await rust();
    twee.typ(PUNT, VELD, 'Deur open');
    await rust();
    expect(twee.stand(PUNT, VELD)).toMatchObject({
      tekst: 'Deur open',
      staat: 'botsing',
      botsing: { hunne: 'Deur dicht', door: { naam: 'Marit' } },
    });
    expect(server.stand.waarde).toBe('Deur dicht');
    twee.kies(PUNT, VELD, keuze);
    await rust();
    expect(server.stand.waarde).toBe(einde);
    expect(twee.stand(PUNT, VELD)).toMatchObject({ tekst: einde, staat: 'gelijk', botsing: null });
  });

  test('een ontvangst die ouder is dan wat al gelezen was zet niets terug', async () => {
    const server = new Server();
    let laat: (uit: Ontvangst) => void = () => undefined;
    const een = new Bewerkingen({
      stuur: (bewerking) => {
        const uit = server.neem(bewerking, 'Marit');
        return new Promise((klaar) => {
          laat = () => klaar(uit);
        });
      },
    });
    lees(een, server);
    een.typ(PUNT, VELD, 'Eerst');
    await vi.advanceTimersByTimeAsync(300);
    server.neem({ sleutel: 'b', punt: PUNT, veld: VELD, gezien: 1, waarde: 'Eerst\nDaarna' }, 'Dylan');
    lees(een, server);
    laat({} as Ontvangst);
    await rust();
    expect(een.stand(PUNT, VELD)).toMatchObject({ tekst: 'Eerst\nDaarna', staat: 'gelijk' });
    expect(server.versies).toHaveLength(3);
  });
});

/** Numbers that are the same every run (mulberry32). */
function getallen(zaad: number) {
  let a = zaad;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'vijf mensen op slechte verbindingen: geen erkende bewerking weg of dubbel (%i)',
  async (zaad) => {
    const kans = getallen(zaad);
    const server = new Server();
    let gestuurd = 0;
    const clients = Array.from({ length: 5 }, (_, nummer) => {
      const client = new Bewerkingen({
        stuur: async (een) => {
          gestuurd += 1;
          await na(kans() * 900);
          if (kans() < 0.2) throw new NetworkError(true);
          const uit = server.neem(een, `${nummer}`);
          if (kans() < 0.3) expect(server.neem(een, `${nummer}`)).toBe(uit);
          await na(kans() * 900);
          if (kans() < 0.25) throw new NetworkError(true);
          return uit;
        },
      });
      lees(client, server);
      return client;
    });
    const getypt: string[] = [];
    for (let ronde = 0; ronde < 12; ronde += 1) {
      for (const [nummer, client] of clients.entries()) {
        const { tekst, staat } = client.stand(PUNT, VELD);
        if (staat === 'botsing') client.kies(PUNT, VELD, 'beide');
        else if (kans() < 0.6) {
          const woord = `w${nummer}r${ronde}`;
          getypt.push(woord);
          client.typ(PUNT, VELD, kans() < 0.5 || tekst === '' ? `${tekst}\n${woord}` : `${tekst} ${woord}`);
        }
        if (kans() < 0.5) lees(client, server);
      }
      await vi.advanceTimersByTimeAsync(kans() * 1500);
    }
    for (let ronde = 0; ronde < 20; ronde += 1) {
      await rust();
      for (const client of clients) {
        lees(client, server);
        if (client.stand(PUNT, VELD).staat === 'botsing') client.kies(PUNT, VELD, 'beide');
      }
    }
    expect(gestuurd).toBeGreaterThan(server.erkend.length);
    // What everybody sees is what the server has, and that is the acknowledged operations replayed one by one.
    for (const client of clients) {
      expect(client.stand(PUNT, VELD)).toMatchObject({ tekst: server.stand.waarde, staat: 'gelijk' });
      expect(client.onverzonden).toBe(0);
    }
    const opnieuw = new Server();
    for (const een of server.erkend) opnieuw.neem(een, '');
    expect(opnieuw.stand).toEqual(server.stand);
    expect(new Set(server.erkend.map((een) => een.sleutel)).size).toBe(server.erkend.length);
    // Nothing that was typed is gone.
    expect(getypt.filter((woord) => !server.stand.waarde.includes(woord))).toEqual([]);
  },
);

describe('opnieuw laden', () => {
  const herlaad = async (zelfde: boolean) => {
    vi.useRealTimers();
    const server = new Server();
    const eerst = new Bewerkingen({
      stuur: async (een) => {
        server.neem(een, 'Marit');
        throw new NetworkError(true);
      },
      plek: kluis(PUNT, () => 'geheim'),
      pauzeMs: 0,
    });
    lees(eerst, server);
    eerst.typ(PUNT, VELD, 'De woorden van het overleg');
    // Stored there, no receipt here, and the copy that is kept knows the key that was used.
    await vi.waitFor(() => expect(server.erkend).toHaveLength(1), 20_000);
    await eerst.bewaard();
    eerst.stop();
    const opDeSchijf = JSON.stringify(Object.entries(sessionStorage));
    const daarna = new Bewerkingen({
      stuur: async (een) => server.neem(een, 'Marit'),
      plek: kluis(PUNT, () => (zelfde ? 'geheim' : 'ander')),
      pauzeMs: 0,
    });
    await daarna.herstel();
    lees(daarna, server);
    await vi.waitFor(() => expect(daarna.onverzonden).toBe(0), 20_000);
    await daarna.bewaard();
    return { server, daarna, opDeSchijf };
  };

  test('wat geen ontvangst had gaat nog eens, onder dezelfde sleutel, en staat nergens leesbaar', async () => {
    const { server, daarna, opDeSchijf } = await herlaad(true);
    expect(server.versies).toEqual(['', 'De woorden van het overleg']);
    expect(server.erkend).toHaveLength(1);
    expect(daarna.stand(PUNT, VELD)).toMatchObject({ tekst: 'De woorden van het overleg', staat: 'gelijk' });
    expect(opDeSchijf).toContain('damwand.overleg.');
    expect(opDeSchijf).not.toMatch(/woorden|aantekening|sleutel/);
    expect(sessionStorage.length).toBe(0);
  });

  test('een andere sessie kan het niet openen, en het is weg', async () => {
    const { daarna } = await herlaad(false);
    expect(daarna.onverzonden).toBe(0);
    expect(sessionStorage.length).toBe(0);
  });
});

describe('alinea’s', () => {
  test.each([
    ['a\nb\nc', 'a\nB\nc', 'a\nb\nC', 'a\nB\nC'],
    ['a\nb', 'a\nb\nmijn', 'a\nb\nhun', 'a\nb\nhun\nmijn'],
    ['a\nb\nc', 'a\nc', 'a\nb\nc\nd', 'a\nc\nd'],
    ['', 'zelfde', 'zelfde', 'zelfde'],
    ['a', 'A', 'Z', null],
    ['a\nb', 'b', 'A\nb', null],
  ])('%j, %j en %j wordt %j', (basis, mijn, hun, samen) => {
    expect(voegSamen(basis, mijn, hun)).toBe(samen);
  });

  test.each([
    ['abc', 'abc', 2, 2],
    ['abc', 'xabc', 2, 3],
    ['abc', 'abcx', 2, 2],
    ['a b c', 'a B c', 5, 5],
    ['abc', '', 2, 0],
  ])('de cursor in %j blijft bij zijn woord in %j', (voor, nu, cursor, daar) => {
    expect(verschuif(voor, nu, cursor)).toBe(daar);
  });
});

describe('beide laten staan', () => {
  test.each([
    ['a', 'b', 'a\nb'],
    ['kop\nhunne\nvoet', 'kop\nmijne\nvoet', 'kop\nhunne\nmijne\nvoet'],
    ['kop\nvoet', 'kop\nerbij\nvoet\nslot', 'kop\nerbij\nvoet\nslot'],
    ['', 'mijne', 'mijne'],
    ['zelfde', 'zelfde', 'zelfde'],
  ])('%j en %j: wat gelijk is staat er één keer', (hunne, mijne, samen) => {
    expect(zetBeide(hunne, mijne)).toBe(samen);
  });
});
