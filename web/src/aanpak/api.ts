// SPDX-License-Identifier: EUPL-1.2
// Templates, casussen alike, criteria and the weighing table. Each reading of a casus is a line of the log.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { BeoordelingNieuw, CriteriumNieuw, Id, SamenhangStand, Sjabloon, SjabloonNieuw } from '../api/typen';
import { api, ifMatch, unwrap } from '../basis/api';
import { herleesCasus } from '../casus/api';

const pad = (id: Id) => ({ params: { path: { id } } });
const RUSTIG = { refetchOnWindowFocus: false } as const;

export const sjablonenQuery = queryOptions({
  queryKey: ['sjablonen'],
  queryFn: async () => (await unwrap(api.GET('/v1/sjablonen'))).resultaten,
  ...RUSTIG,
});
export const criteriaQuery = queryOptions({
  queryKey: ['criteria'],
  queryFn: () => unwrap(api.GET('/v1/criteria')),
  ...RUSTIG,
});
export const gelijkendeQuery = (casus: Id) =>
  queryOptions({
    queryKey: ['gelijkende', casus],
    queryFn: async () => (await unwrap(api.GET('/v1/casussen/{id}/gelijkende', pad(casus)))).resultaten,
    ...RUSTIG,
  });
export const beoordelingenQuery = (casus: Id) =>
  queryOptions({
    queryKey: ['beoordelingen', casus],
    queryFn: async () => (await unwrap(api.GET('/v1/casussen/{id}/beoordelingen', pad(casus)))).resultaten,
    ...RUSTIG,
  });
export const prioriteringQuery = (criterium: Id | undefined) =>
  queryOptions({
    queryKey: ['prioritering', criterium ?? null],
    queryFn: () =>
      unwrap(api.GET('/v1/casussen/prioritering', { params: { query: criterium === undefined ? {} : { criterium } } })),
    ...RUSTIG,
  });
export const weegtafelQuery = queryOptions({
  queryKey: ['weegtafel'],
  queryFn: async () => (await unwrap(api.GET('/v1/weegtafel'))).resultaten,
  ...RUSTIG,
});

export async function stelSjabloonVast(client: QueryClient, versie: number, body: SjabloonNieuw): Promise<Sjabloon> {
  const uit = await unwrap(api.POST('/v1/sjablonen', { body, ...ifMatch(versie) }));
  await client.invalidateQueries({ queryKey: sjablonenQuery.queryKey });
  return uit;
}
export async function zetSjabloonTerug(client: QueryClient, { thema, versie }: Sjabloon): Promise<void> {
  await unwrap(api.POST('/v1/sjablonen/_zet-terug', { body: { thema }, ...ifMatch(versie) }));
  await client.invalidateQueries({ queryKey: sjablonenQuery.queryKey });
}
export async function stelCriteriaVast(client: QueryClient, versie: number, criteria: CriteriumNieuw[]): Promise<void> {
  await unwrap(api.POST('/v1/criteria', { body: { criteria }, ...ifMatch(versie) }));
  await client.invalidateQueries({ queryKey: criteriaQuery.queryKey });
}
export async function zegSamenhang(client: QueryClient, casus: Id, ander: Id, stand: SamenhangStand, reden: string) {
  const params = { path: { id: casus, ander } };
  await unwrap(api.POST('/v1/casussen/{id}/gelijkende/{ander}', { params, body: { stand, reden } }));
  await client.invalidateQueries({ queryKey: ['gelijkende'] });
}
export async function haalSamenhangWeg(client: QueryClient, casus: Id, ander: Id): Promise<void> {
  await unwrap(api.DELETE('/v1/casussen/{id}/gelijkende/{ander}', { params: { path: { id: casus, ander } } }));
  await client.invalidateQueries({ queryKey: ['gelijkende'] });
}
export async function beoordeel(client: QueryClient, casus: Id, body: BeoordelingNieuw): Promise<void> {
  await unwrap(api.POST('/v1/casussen/{id}/beoordelingen', { ...pad(casus), body }));
  void client.invalidateQueries({ queryKey: ['prioritering'] });
  await client.invalidateQueries({ queryKey: beoordelingenQuery(casus).queryKey });
  await herleesCasus(client, casus);
}
