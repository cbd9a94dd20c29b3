// SPDX-License-Identifier: EUPL-1.2
// Whether the server answers. Fed by the outcome of every request; shown by the shell.
import { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ApiError, NetworkError, observeOutcomes } from './api';
import { hadSession, setLapsed } from './session';

export type Connection = 'ok' | 'weg' | 'storing';
let state: Connection = 'ok';
const listeners = new Set<() => void>();

function put(next: Connection): void {
  if (next === state) return;
  state = next;
  for (const tell of listeners) tell();
}

/** Takes the outcome of a request; a 401 means that the session has lapsed. */
export function noteOutcome(error: unknown): void {
  if (error instanceof NetworkError) put('weg');
  else if (error instanceof ApiError && error.status === 503) put('storing');
  else put('ok');
  if (error instanceof ApiError && error.status === 401 && error.code !== 'aanmelden-mislukt') setLapsed(hadSession());
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => state,
  );
}

/** Reads are tried twice when the server or the network fails; a refusal is not tried again. */
export function createQueryClient(): QueryClient {
  observeOutcomes(noteOutcome);
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status < 500),
        retryDelay: (count) => 400 * 2 ** count,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
