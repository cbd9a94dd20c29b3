// SPDX-License-Identifier: EUPL-1.2
// Who is working here, as the server sees it. `null` = nobody.
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import type { Recht, Sessie } from '../api/typen';
import { ApiError, api, setCsrf, unwrap } from './api';
import { chooseLanguage, keptLanguage, type Language } from './language';

let started = false;
/** Whether anyone was logged in since this page was loaded. */
export function hadSession(): boolean {
  return started;
}

/** The account says in which language its user reads; what he chose on this device before it did, it is told. */
function alignLanguage({ taal }: Sessie): void {
  const kept = keptLanguage();
  if (taal === null) {
    if (kept !== null) void tellLanguage(kept);
  } else if (taal !== kept) void chooseLanguage(taal);
}

function takeUp(session: Sessie): Sessie {
  setCsrf(session.csrf);
  if (!started) alignLanguage(session);
  started = true;
  return session;
}

/** Mail comes in it too. Where the account cannot be told, the device still knows. */
async function tellLanguage(taal: Language): Promise<void> {
  await unwrap(api.PUT('/v1/sessie/taal', { body: { taal } })).catch(() => undefined);
}

/** For this device, and for the account of who is signed in. */
export async function pickLanguage(language: Language): Promise<void> {
  await chooseLanguage(language);
  if (started) await tellLanguage(language);
}

export const sessionQuery = queryOptions({
  queryKey: ['sessie'],
  queryFn: async (): Promise<Sessie | null> => {
    try {
      return takeUp(await unwrap(api.GET('/v1/sessie')));
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
  retry: 1,
});

/** Puts a fresh session in place after logging in. */
export function startSession(client: QueryClient, session: Sessie): void {
  client.setQueryData(sessionQuery.queryKey, takeUp(session));
  setLapsed(false);
}

/** The session. Only below the shell, where there always is one. */
export function useSession(): Sessie {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('no session');
  return data;
}

/** Asks the server for the session again, which renews it. */
export async function renewSession(client: QueryClient): Promise<void> {
  startSession(client, await unwrap(api.GET('/v1/sessie')));
}

/** Ends the session and loads the application anew, so that nothing of this user stays in memory. */
export async function endSession(): Promise<void> {
  await unwrap(api.DELETE('/v1/sessie'));
  sessionStorage.clear();
  window.location.assign('/inloggen');
}

export function useRight(right: Recht): boolean {
  return useSession().rechten.includes(right);
}

// A 401 in the middle of work must not throw away what is on the screen: it raises this flag, and the shell asks
// to log in again on top of it.
let lapsed = false;
const listeners = new Set<() => void>();

export function setLapsed(value: boolean): void {
  if (lapsed === value) return;
  lapsed = value;
  for (const tell of listeners) tell();
}

export function useLapsed(): boolean {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => lapsed,
  );
}
