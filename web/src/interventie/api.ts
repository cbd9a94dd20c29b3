// SPDX-License-Identifier: EUPL-1.2
import type { Id, Interventie, InterventieNieuw, InterventieWijziging } from '../api/typen';
import { api, ifMatch, unwrap } from '../basis/api';

export function maakInterventie(id: Id, body: InterventieNieuw): Promise<Interventie> {
  return unwrap(api.POST('/v1/casussen/{id}/interventies', { params: { path: { id } }, body }));
}

export function wijzigInterventie(
  id: Id,
  interventie: Id,
  versie: number,
  body: InterventieWijziging,
): Promise<Interventie> {
  const params = { path: { id, interventie } };
  return unwrap(api.PATCH('/v1/casussen/{id}/interventies/{interventie}', { params, body, ...ifMatch(versie) }));
}

export function verwijderInterventie(id: Id, { id: interventie, versie }: Interventie): Promise<void> {
  const params = { path: { id, interventie } };
  return unwrap(api.DELETE('/v1/casussen/{id}/interventies/{interventie}', { params, ...ifMatch(versie) }));
}
