// SPDX-License-Identifier: EUPL-1.2
// The only door to the server. Adds the CSRF token and idempotency keys, and turns every failure into one of two
// errors: the server answered with a problem, or no answer came.
import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../api/paden';
import type { Probleem, Veldfout } from '../api/typen';
import { adjustClock } from './clock';
import { doelkop } from './doel';
import { askedFor } from './hand';

/** The server answered, with a problem. Nothing of this request was stored. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly fields: Veldfout[],
    /** Seconds from Retry-After, when the server gave it. */
    readonly retryAfter: number | null,
    readonly request: string | null,
  ) {
    super(`${status} ${code}`);
    this.name = 'ApiError';
  }
}

/** No answer came. For a write it is not known whether it was stored; sending it again is safe (same key). */
export class NetworkError extends Error {
  constructor(readonly wrote: boolean) {
    super('no answer');
    this.name = 'NetworkError';
  }
}

let csrf = '';
export function setCsrf(token: string): void {
  csrf = token;
}

type Prove = () => Promise<boolean>;
let prove: Prove | null = null;
let proving: Promise<boolean> | null = null;
/** Who asks the user to prove himself again when the server wants that; true when he did. */
export function askProof(ask: Prove | null): void {
  prove = ask;
}
/** Requests as they were sent, to send them once more after fresh proof. */
const sent = new WeakMap<Request, Request>();

/** The answer after fresh proof, or nothing when that was not what stood in the way, or he would not. */
async function afterProof(request: Request, response: Response): Promise<Response | undefined> {
  const copy = sent.get(request);
  if (response.status !== 403 || prove === null || copy === undefined) return undefined;
  const problem = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Partial<Probleem>;
  if (problem.code !== 'opnieuw-aanmelden') return undefined;
  proving ??= prove().finally(() => {
    proving = null;
  });
  if (!(await proving)) return undefined;
  if (copy.headers.has('X-CSRF-Token')) copy.headers.set('X-CSRF-Token', csrf);
  return globalThis.fetch(copy);
}

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);
const WITHOUT_KEY = /\/_(zoek|toon|tel|exporteer|opnieuw)$|\/sessie$/;

let answeredAt = Date.now();
/** When the server last answered somebody: each such answer renews the session there. */
export function lastAnswer(): number {
  return answeredAt;
}

/** Keys of writes whose fate is unknown: the same request sent again carries the same key. */
const undecided = new Map<string, string>();

const middleware: Middleware = {
  async onRequest({ request }) {
    if (!askedFor()) request.headers.set('Automatisch', 'ja');
    const path = new URL(request.url).pathname;
    for (const [name, value] of Object.entries(doelkop(path))) request.headers.set(name, value);
    if (READING.has(request.method)) {
      sent.set(request, request.clone());
      return request;
    }
    if (csrf !== '') request.headers.set('X-CSRF-Token', csrf);
    if (request.method === 'POST' && !WITHOUT_KEY.test(path)) {
      const what = `${path} ${await request.clone().text()}`;
      const key = undecided.get(what) ?? crypto.randomUUID();
      undecided.set(what, key);
      request.headers.set('Idempotency-Key', key);
    }
    sent.set(request, request.clone());
    return request;
  },
  async onResponse({ request, response }) {
    adjustClock(response.headers.get('Date'));
    if (!request.headers.has('Automatisch')) answeredAt = Date.now();
    const key = request.headers.get('Idempotency-Key');
    if (key !== null && response.status < 500) {
      for (const [what, used] of undecided) if (used === key) undecided.delete(what);
    }
    return afterProof(request, response);
  },
  onError({ request }) {
    return new NetworkError(!READING.has(request.method));
  },
};

/** Routes of the API, typed. Give its promise to `unwrap`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? '',
  credentials: 'same-origin',
  // Looked up at each call, so that a test can put its own in place.
  fetch: (request) => globalThis.fetch(request),
  headers: { Accept: 'application/json, application/problem+json' },
});
api.use(middleware);

type Outcome<T> = { data?: T; error?: unknown; response: Response };

function problemOf(error: unknown, response: Response): ApiError {
  const found = (typeof error === 'object' && error !== null ? error : {}) as Partial<Probleem>;
  const wait = Number(response.headers.get('Retry-After'));
  return new ApiError(
    response.status,
    found.code ?? `http-${response.status}`,
    found.fouten ?? [],
    Number.isFinite(wait) && wait > 0 ? wait : null,
    found.verzoek ?? null,
  );
}

let observer: (error: unknown) => void = () => undefined;
/** One listener for the outcome of every call; null = good. */
export function observeOutcomes(listener: (error: unknown) => void): void {
  observer = listener;
}

/** The body of a good answer; throws ApiError or NetworkError otherwise. */
export async function unwrap<T>(call: Promise<Outcome<T>>): Promise<T> {
  try {
    const { data, error, response } = await call;
    if (!response.ok) throw problemOf(error, response);
    observer(null);
    return data as T;
  } catch (error) {
    observer(error);
    throw error;
  }
}

/**
 * Sends a file as the body of a POST. `progress` is told the part that has gone, 0 to 1; fetch cannot say it. Sent again
 * after no answer, the same file carries the same key.
 */
export function sendFile<T>(
  path: string,
  file: File,
  headers: Record<string, string>,
  progress: (part: number) => void,
): Promise<T> {
  const what = `${path} ${file.name} ${file.size} ${file.lastModified}`;
  const key = undecided.get(what) ?? crypto.randomUUID();
  undecided.set(what, key);
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const fail = (error: unknown) => {
      observer(error);
      reject(error);
    };
    request.open('POST', path);
    request.responseType = 'json';
    const all = {
      ...headers,
      ...doelkop(path),
      'Content-Type': 'application/octet-stream',
      'X-CSRF-Token': csrf,
      'Idempotency-Key': key,
    };
    for (const [name, value] of Object.entries(all)) request.setRequestHeader(name, value);
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => fail(new NetworkError(true));
    request.onload = () => {
      answeredAt = Date.now();
      if (request.status < 500) undecided.delete(what);
      if (request.status >= 200 && request.status < 300) {
        observer(null);
        resolve(request.response as T);
        return;
      }
      const wait = request.getResponseHeader('Retry-After');
      const answer = { status: request.status, headers: new Headers(wait === null ? {} : { 'Retry-After': wait }) };
      fail(problemOf(request.response, answer as Response));
    };
    request.send(file);
  });
}

/** Header that says which version of an object a write was based on. */
export function ifMatch(version: number): { headers: { 'If-Match': string } } {
  return { headers: { 'If-Match': `"${version}"` } };
}

/** The content of a file, fetched under the purpose of the moment: a plain link cannot say it. */
export async function fetchFile(path: string): Promise<Blob> {
  const response = await globalThis.fetch(path, { headers: doelkop(path) }).catch(() => {
    throw new NetworkError(false);
  });
  if (!response.ok) throw problemOf(await response.json().catch(() => null), response);
  answeredAt = Date.now();
  return response.blob();
}

/** Saves a file that the server makes; asks fresh proof on the way when it must. */
export async function bewaar(adres: Promise<{ data?: unknown; error?: unknown; response: Response }>, naam: string) {
  const inhoud = (await unwrap(adres)) as Blob;
  const plek = URL.createObjectURL(inhoud);
  const link = document.createElement('a');
  link.href = plek;
  link.download = naam;
  link.click();
  URL.revokeObjectURL(plek);
}
