// SPDX-License-Identifier: EUPL-1.2
// Whom a casus names, and whether they were told.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Id, InformatiebesluitNieuw } from '../api/typen';
import { api, bewaar, unwrap } from '../basis/api';
import { herleesCasus } from '../casus/api';

export const informerenQuery = (casus: Id) =>
  queryOptions({
    queryKey: ['informeren', casus],
    queryFn: () => unwrap(api.GET('/v1/casussen/{id}/informeren', { params: { path: { id: casus } } })),
    // Each reading is a line of the log.
    refetchOnWindowFocus: false,
  });

export async function besluit(client: QueryClient, casus: Id, vermelding: Id, body: InformatiebesluitNieuw) {
  const params = { path: { id: casus, vermelding } };
  await unwrap(api.POST('/v1/casussen/{id}/informeren/{vermelding}/besluiten', { params, body }));
  await Promise.all([
    client.invalidateQueries({ queryKey: informerenQuery(casus).queryKey }),
    herleesCasus(client, casus),
  ]);
}

export const brief = (casus: Id, vermelding: Id) =>
  bewaar(
    api.GET('/v1/casussen/{id}/informeren/{vermelding}/brief', {
      params: { path: { id: casus, vermelding } },
      parseAs: 'blob',
      headers: { Accept: 'application/vnd.oasis.opendocument.text, application/problem+json' },
    }),
    'informatie.odt',
  );
