// SPDX-License-Identifier: EUPL-1.2
// Questions to partners: as the partner and as the team reads and changes them.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { AntwoordNieuw, CasusVraag, Id, PartnerVraag, VraagNieuw } from '../api/typen';
import { api, ifMatch, unwrap } from '../basis/api';
import { herleesCasus } from '../casus/api';

export const mijnVragenQuery = queryOptions({
  queryKey: ['vragen'],
  queryFn: async () => (await unwrap(api.GET('/v1/vragen'))).resultaten,
});

export const casusVragenQuery = (id: Id) =>
  queryOptions({
    queryKey: ['casusvragen', id],
    queryFn: async () => (await unwrap(api.GET('/v1/casussen/{id}/vragen', { params: { path: { id } } }))).resultaten,
  });

export function antwoord(van: PartnerVraag, body: AntwoordNieuw): Promise<PartnerVraag> {
  const params = { path: { vraag: van.id } };
  return unwrap(api.POST('/v1/vragen/{vraag}/antwoorden', { params, body, ...ifMatch(van.versie) }));
}

export function stelVraag(id: Id, body: VraagNieuw): Promise<CasusVraag> {
  return unwrap(api.POST('/v1/casussen/{id}/vragen', { params: { path: { id } }, body }));
}

export function wijzigVraag(
  id: Id,
  van: CasusVraag,
  body: { intrekken?: string; terugkoppeling?: string },
): Promise<CasusVraag> {
  const params = { path: { id, vraag: van.id } };
  return unwrap(api.PATCH('/v1/casussen/{id}/vragen/{vraag}', { params, body, ...ifMatch(van.versie) }));
}

export async function herleesVragen(client: QueryClient, id: Id): Promise<void> {
  void client.invalidateQueries({ queryKey: ['casusvragen', id] });
  await herleesCasus(client, id);
}
