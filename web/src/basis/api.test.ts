// SPDX-License-Identifier: EUPL-1.2
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ApiError, api, askProof, ifMatch, NetworkError, setCsrf, unwrap } from './api';
import { activateLanguage, translate as t } from './language';
import { problemText } from './problem';

const requests: Request[] = [];
function answers(...outcomes: (Response | 'weg')[]): void {
  requests.length = 0;
  vi.stubGlobal('fetch', (request: Request) => {
    requests.push(request);
    const outcome = outcomes.shift();
    return outcome === undefined || outcome === 'weg'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(outcome);
  });
}
const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
const note = () =>
  api.POST('/v1/casussen/{id}/notities', { params: { path: { id: 'a' } }, body: { tekst: 'x', wanneer: null } });

afterEach(() => vi.unstubAllGlobals());

describe('schrijven', () => {
  test('draagt het CSRF-token, een idempotentiesleutel en de versie', async () => {
    setCsrf('geheim');
    answers(json(200, {}));
    const params = { path: { id: 'a' } };
    await unwrap(
      api.POST('/v1/signalen/{id}/overgangen', {
        params,
        body: { naar: 'in_weging', reden: null, tot: null, naarWie: null, duplicaatVan: null },
        ...ifMatch(3),
      }),
    );
    expect(requests[0]?.headers.get('X-CSRF-Token')).toBe('geheim');
    expect(requests[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(requests[0]?.headers.get('If-Match')).toBe('"3"');
  });

  test('opnieuw sturen na geen antwoord gaat met dezelfde sleutel, na een antwoord met een nieuwe', async () => {
    answers('weg', json(500, {}), json(201, {}), json(201, {}));
    await expect(unwrap(note())).rejects.toBeInstanceOf(NetworkError);
    await expect(unwrap(note())).rejects.toBeInstanceOf(ApiError);
    await unwrap(note());
    await unwrap(note());
    const keys = requests.map((request) => request.headers.get('Idempotency-Key'));
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).toBe(keys[0]);
    expect(keys[3]).not.toBe(keys[0]);
  });

  test('zoeken en tonen krijgen geen sleutel', async () => {
    answers(json(200, { resultaten: [] }));
    await unwrap(api.POST('/v1/adressen/_zoek', { body: { tekst: 'kerk' } }));
    expect(requests[0]?.headers.has('Idempotency-Key')).toBe(false);
  });
});

describe('fouten', () => {
  test('dragen code, velden en wachttijd, en zeggen of er iets is opgeslagen', async () => {
    await activateLanguage('nl');
    answers(
      json(429, { code: 'te-vaak', fouten: [] }, { 'Retry-After': '30' }),
      'weg',
      json(418, { code: 'nooit-van-gehoord' }),
    );
    const tooMany = await unwrap(note()).catch((error: unknown) => error);
    expect(tooMany).toMatchObject({ status: 429, code: 'te-vaak', retryAfter: 30 });
    expect(problemText(tooMany, t)).toContain('over 30 seconden');
    expect(problemText(tooMany, t)).toContain('Er is niets opgeslagen');
    const gone = await unwrap(note()).catch((error: unknown) => error);
    expect(problemText(gone, t)).toContain('niet zeker of dit is opgeslagen');
    const unknown = await unwrap(note()).catch((error: unknown) => error);
    expect(problemText(unknown, t)).toContain('Er is niets opgeslagen');
  });
});

describe('vers bewijs', () => {
  const problem = { status: 403, code: 'opnieuw-aanmelden', fouten: [] };

  test('na vers bewijs gaat hetzelfde verzoek nog eens, met het token van de nieuwe sessie', async () => {
    setCsrf('oud');
    answers(json(403, problem), json(201, {}));
    askProof(async () => {
      setCsrf('nieuw');
      return true;
    });
    await unwrap(note());
    expect(requests.map((request) => request.headers.get('X-CSRF-Token'))).toEqual(['oud', 'nieuw']);
    expect(requests[1]?.headers.get('Idempotency-Key')).toBe(requests[0]?.headers.get('Idempotency-Key'));
    expect(await requests[1]?.json()).toEqual({ tekst: 'x', wanneer: null });
  });

  test('wie niet wil krijgt de weigering, en een tweede weigering vraagt niet opnieuw', async () => {
    answers(json(403, problem));
    askProof(async () => false);
    await expect(unwrap(note())).rejects.toMatchObject({ code: 'opnieuw-aanmelden' });
    const ask = vi.fn(async () => true);
    askProof(ask);
    answers(json(403, problem), json(403, problem));
    await expect(unwrap(note())).rejects.toMatchObject({ code: 'opnieuw-aanmelden' });
    expect(ask).toHaveBeenCalledTimes(1);
    askProof(null);
  });
});
