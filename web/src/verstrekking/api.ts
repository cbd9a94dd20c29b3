// SPDX-License-Identifier: EUPL-1.2
// What a casus gave to others, what it can give, and the notices that follow.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { Id, KennisgevingBesluit, RiecBerichtNieuw, Verstrekking, VerstrekkingNieuw } from '../api/typen';
import { api, bewaar, unwrap } from '../basis/api';
import { herleesCasus } from '../casus/api';

const pad = (id: Id) => ({ params: { path: { id } } });

export const verstrekkingenQuery = (casus: Id) =>
  queryOptions({
    queryKey: ['verstrekkingen', casus],
    queryFn: async () => (await unwrap(api.GET('/v1/casussen/{id}/verstrekkingen', pad(casus)))).resultaten,
    // Each reading is a line of the log.
    refetchOnWindowFocus: false,
  });

export const verstrekbaarQuery = (casus: Id) =>
  queryOptions({
    queryKey: ['verstrekbaar', casus],
    queryFn: () => unwrap(api.GET('/v1/casussen/{id}/verstrekbaar', pad(casus))),
    refetchOnWindowFocus: false,
    staleTime: 0,
  });

async function herlees(client: QueryClient, casus: Id) {
  await Promise.all([
    client.invalidateQueries({ queryKey: verstrekkingenQuery(casus).queryKey }),
    client.invalidateQueries({ queryKey: verstrekbaarQuery(casus).queryKey }),
    herleesCasus(client, casus),
  ]);
}

export async function geef(client: QueryClient, casus: Id, body: VerstrekkingNieuw): Promise<Verstrekking> {
  const gegeven = await unwrap(api.POST('/v1/casussen/{id}/verstrekkingen', { ...pad(casus), body }));
  await herlees(client, casus);
  return gegeven;
}

export async function sluit(client: QueryClient, casus: Id, verstrekking: Id, body: KennisgevingBesluit) {
  const params = { path: { id: casus, verstrekking } };
  await unwrap(api.POST('/v1/casussen/{id}/verstrekkingen/{verstrekking}/kennisgevingen', { params, body }));
  await herlees(client, casus);
}

export async function legRiecBerichtVast(client: QueryClient, casus: Id, verstrekking: Id, body: RiecBerichtNieuw) {
  const params = { path: { id: casus, verstrekking } };
  await unwrap(api.POST('/v1/casussen/{id}/verstrekkingen/{verstrekking}/riec-berichten', { params, body }));
  await herlees(client, casus);
}

const alsOdt = (casus: Id, verstrekking: Id) => ({
  params: { path: { id: casus, verstrekking } },
  parseAs: 'blob' as const,
  headers: { Accept: 'application/vnd.oasis.opendocument.text, application/problem+json' },
});

export const afschrift = (casus: Id, { id, kenmerk }: Verstrekking) =>
  bewaar(
    api.GET('/v1/casussen/{id}/verstrekkingen/{verstrekking}/afschrift', alsOdt(casus, id)),
    `afschrift-${kenmerk}.odt`,
  );

export const kennisgeving = (casus: Id, { id, kenmerk }: Verstrekking) =>
  bewaar(
    api.GET('/v1/casussen/{id}/verstrekkingen/{verstrekking}/kennisgeving', alsOdt(casus, id)),
    `kennisgeving-${kenmerk}.odt`,
  );
