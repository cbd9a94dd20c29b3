// SPDX-License-Identifier: EUPL-1.2
// Looking back on a casus, and lessons that go on without it.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { EvaluatieNieuw, Id, Lesvoorstel, LesvoorstelNieuw } from '../api/typen';
import { api, ifMatch, unwrap } from '../basis/api';

const pad = (id: Id) => ({ params: { path: { id } } });

export const evaluatieQuery = (casus: Id) =>
  queryOptions({
    queryKey: ['evaluatie', casus],
    queryFn: () => unwrap(api.GET('/v1/casussen/{id}/evaluatie', pad(casus))),
    // Each reading is a line of the log.
    refetchOnWindowFocus: false,
  });
export const lessenQuery = queryOptions({
  queryKey: ['lessen'],
  queryFn: async () => (await unwrap(api.GET('/v1/lessen'))).resultaten,
  refetchOnWindowFocus: false,
});

const herlees = (client: QueryClient, casus: Id) =>
  client.invalidateQueries({ queryKey: evaluatieQuery(casus).queryKey });

export async function evalueer(client: QueryClient, casus: Id, versie: number, body: EvaluatieNieuw): Promise<void> {
  await unwrap(api.POST('/v1/casussen/{id}/evaluatie', { ...pad(casus), body, ...ifMatch(versie) }));
  await herlees(client, casus);
}
/** A new lesson, or (`van`) one that is written again. */
export async function legVoor(client: QueryClient, casus: Id, van: Lesvoorstel | null, body: LesvoorstelNieuw) {
  if (van === null) await unwrap(api.POST('/v1/casussen/{id}/lessen', { ...pad(casus), body }));
  else {
    const params = { path: { id: casus, les: van.id } };
    await unwrap(api.PUT('/v1/casussen/{id}/lessen/{les}', { params, body, ...ifMatch(van.versie) }));
  }
  await herlees(client, casus);
}
export async function besluitLes(
  client: QueryClient,
  casus: Id,
  { id: les, versie }: Lesvoorstel,
  besluit: 'gedeeld' | 'teruggegeven',
  reden: string,
): Promise<void> {
  const params = { path: { id: casus, les } };
  const body = { besluit, ...(reden === '' ? {} : { reden }) };
  await unwrap(api.POST('/v1/casussen/{id}/lessen/{les}/besluiten', { params, body, ...ifMatch(versie) }));
  await Promise.all([herlees(client, casus), client.invalidateQueries({ queryKey: lessenQuery.queryKey })]);
}
export async function trekIn(client: QueryClient, les: Id): Promise<void> {
  await unwrap(api.POST('/v1/lessen/_trek-in', { body: { les } }));
  await client.invalidateQueries({ queryKey: lessenQuery.queryKey });
}
