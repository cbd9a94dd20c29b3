// SPDX-License-Identifier: EUPL-1.2
// Reading and ticking off actions.
import { infiniteQueryOptions, type QueryClient } from '@tanstack/react-query';
import type { ActieNieuw, ActieRegel, ActieWijziging, Id, Lijst } from '../api/typen';
import { api, ifMatch, unwrap } from '../basis/api';

export type Stand = 'open' | 'gedaan' | 'alle';

export function actiesQuery(vraag: { wie: 'ik' | 'alle'; staat: Stand; casus?: Id }) {
  return infiniteQueryOptions({
    queryKey: ['acties', vraag],
    queryFn: ({ pageParam }): Promise<Lijst<ActieRegel>> => {
      const na = pageParam === null ? {} : { na: pageParam };
      return unwrap(api.GET('/v1/acties', { params: { query: { ...vraag, ...na } } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.volgende,
  });
}

export function maakActie(id: Id, body: ActieNieuw): Promise<ActieRegel> {
  return unwrap(api.POST('/v1/casussen/{id}/acties', { params: { path: { id } }, body }));
}

export function wijzigActie(
  { id: actie, versie }: { id: Id; versie: number },
  body: ActieWijziging,
): Promise<ActieRegel> {
  return unwrap(api.PATCH('/v1/acties/{actie}', { params: { path: { actie } }, body, ...ifMatch(versie) }));
}

/** Reads again what a change of an action touched. */
export async function herleesActies(client: QueryClient): Promise<void> {
  for (const key of ['casussen', 'dossier', 'mijn-werk']) void client.invalidateQueries({ queryKey: [key] });
  await client.invalidateQueries({ queryKey: ['acties'] });
}
