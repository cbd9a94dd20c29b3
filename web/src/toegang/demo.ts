// SPDX-License-Identifier: EUPL-1.2
// Logging in with one click. The server has these routes only over a demo database.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { DemoGebruiker, Sessie } from '../api/typen';
import { ApiError, api, unwrap } from '../basis/api';
import { startSession } from '../basis/session';

/** The users of the demo, or null where this is no demo. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: async (): Promise<DemoGebruiker[] | null> => {
    try {
      return (await unwrap(api.GET('/v1/demo'))).gebruikers;
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  },
  staleTime: Number.POSITIVE_INFINITY,
});

export async function demoLogin(client: QueryClient, gebruikersnaam: string): Promise<Sessie> {
  const session = await unwrap(api.POST('/v1/demo/sessie', { body: { gebruikersnaam } }));
  startSession(client, session);
  return session;
}
