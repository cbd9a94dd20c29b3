// SPDX-License-Identifier: EUPL-1.2
// Reading and changing casussen. The file is read whole; after each change it is read again.
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Bron,
  BronNieuw,
  Casus,
  CasusNieuw,
  CasusOvergang,
  CasusPlan,
  CasusRegel,
  CasusWijziging,
  Datum,
  Etiketsoort,
  Gebeurtenis,
  Id,
  Lijst,
  NotitieNieuw,
  Privacytoets,
  PrivacytoetsNieuw,
  VerbandBron,
  VerbandNieuw,
  VerbandWijziging,
  Vermelding,
  VermeldingNieuw,
} from '../api/typen';
import { api, ifMatch, unwrap } from '../basis/api';
import type { Casusvraag } from './filter';

const PAGE = 50;

export const casusTellingenQuery = queryOptions({
  queryKey: ['tellingen', 'casussen'],
  queryFn: () => unwrap(api.GET('/v1/casussen/tellingen')),
});

/** Who of another organisation is or may come into this casus, and which organisations may be asked. */
export const gastenQuery = (id: Id) =>
  queryOptions({
    queryKey: ['casusgasten', id],
    queryFn: () => unwrap(api.GET('/v1/casussen/{id}/gasten', { params: { path: { id } } })),
  });

export function casussenQuery({ filter, tekst }: Casusvraag) {
  return infiniteQueryOptions({
    queryKey: ['casussen', filter, tekst],
    queryFn: ({ pageParam }): Promise<Lijst<CasusRegel>> => {
      const na = pageParam === null ? {} : { na: pageParam };
      if (tekst === '') {
        return unwrap(api.GET('/v1/casussen', { params: { query: { ...filter, aantal: PAGE, ...na } } }));
      }
      const fase = filter.fase === undefined ? {} : { fase: filter.fase.split(',') };
      return unwrap(api.POST('/v1/casussen/_zoek', { body: { tekst, ...fase, aantal: PAGE, ...na } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.volgende,
  });
}

/** Reads again what a change of this casus touched. */
export async function herleesCasus(client: QueryClient, id: Id): Promise<void> {
  for (const key of ['casussen', 'tellingen', 'mijn-werk']) void client.invalidateQueries({ queryKey: [key] });
  await client.invalidateQueries({ queryKey: ['dossier', id] });
}

const pad = (id: Id) => ({ params: { path: { id } } });

export function openCasus(body: CasusNieuw): Promise<Casus> {
  return unwrap(api.POST('/v1/casussen', { body }));
}

export function leesCasus(id: Id): Promise<Casus> {
  return unwrap(api.GET('/v1/casussen/{id}', pad(id)));
}

export function wijzigCasus(id: Id, versie: number, body: CasusWijziging): Promise<Casus> {
  return unwrap(api.PATCH('/v1/casussen/{id}', { ...pad(id), body, ...ifMatch(versie) }));
}

export function wijzigPlan(id: Id, versie: number, body: Partial<Omit<CasusPlan, 'versie'>>): Promise<Casus> {
  return unwrap(api.PATCH('/v1/casussen/{id}/plan', { ...pad(id), body, ...ifMatch(versie) }));
}

export function gaOver(id: Id, versie: number, body: CasusOvergang): Promise<Casus> {
  return unwrap(api.POST('/v1/casussen/{id}/overgangen', { ...pad(id), body, ...ifMatch(versie) }));
}

export function noteer(id: Id, body: NotitieNieuw): Promise<Gebeurtenis> {
  return unwrap(api.POST('/v1/casussen/{id}/notities', { ...pad(id), body }));
}

export function maakBron(id: Id, body: BronNieuw): Promise<Bron> {
  return unwrap(api.POST('/v1/casussen/{id}/bronnen', { ...pad(id), body }));
}

export function wijzigBron(id: Id, bron: Id, versie: number, body: Partial<BronNieuw>): Promise<Bron> {
  const params = { path: { id, bron } };
  return unwrap(api.PATCH('/v1/casussen/{id}/bronnen/{bron}', { params, body, ...ifMatch(versie) }));
}

export function verwijderBron(id: Id, { id: bron, versie }: Bron): Promise<void> {
  const params = { path: { id, bron } };
  return unwrap(api.DELETE('/v1/casussen/{id}/bronnen/{bron}', { params, ...ifMatch(versie) }));
}

export function kiesInhoud(id: Id, bron: Id, motivering: string): Promise<Bron> {
  const params = { path: { id, bron } };
  return unwrap(api.POST('/v1/casussen/{id}/bronnen/{bron}/inhoud', { params, body: { motivering } }));
}

export function legToetsVoor(id: Id, body: PrivacytoetsNieuw): Promise<Privacytoets> {
  return unwrap(api.POST('/v1/casussen/{id}/privacytoetsen', { ...pad(id), body }));
}

export function besluitToets(
  id: Id,
  { id: toets, versie }: Privacytoets,
  besluit: 'akkoord' | 'niet_akkoord' | 'ingetrokken',
  reden: string | null,
): Promise<Privacytoets> {
  const params = { path: { id, toets } };
  return unwrap(
    api.POST('/v1/casussen/{id}/privacytoetsen/{toets}/besluiten', {
      params,
      body: { besluit, reden },
      ...ifMatch(versie),
    }),
  );
}

export function voegVermeldingToe(id: Id, body: VermeldingNieuw): Promise<Vermelding> {
  return unwrap(api.POST('/v1/casussen/{id}/vermeldingen', { ...pad(id), body }));
}

export function verwijderVermelding(id: Id, { id: vermelding, versie }: Vermelding): Promise<void> {
  const params = { path: { id, vermelding } };
  return unwrap(api.DELETE('/v1/casussen/{id}/vermeldingen/{vermelding}', { params, ...ifMatch(versie) }));
}

export function voegVerbandToe(id: Id, body: VerbandNieuw): Promise<VerbandBron> {
  return unwrap(api.POST('/v1/casussen/{id}/verbanden', { ...pad(id), body }));
}

export function wijzigVerband(
  id: Id,
  { id: verband, versie }: VerbandBron,
  body: VerbandWijziging,
): Promise<VerbandBron> {
  const params = { path: { id, verband } };
  return unwrap(api.PATCH('/v1/casussen/{id}/verbanden/{verband}', { params, body, ...ifMatch(versie) }));
}

export function verwijderVerband(id: Id, { id: verband, versie }: VerbandBron): Promise<void> {
  const params = { path: { id, verband } };
  return unwrap(api.DELETE('/v1/casussen/{id}/verbanden/{verband}', { params, ...ifMatch(versie) }));
}

export function zetEtiket(id: Id, soort: Etiketsoort, reden: string): Promise<Casus> {
  return unwrap(api.POST('/v1/casussen/{id}/etiketten', { ...pad(id), body: { soort, reden } }));
}

export function haalEtiketWeg(id: Id, soort: Etiketsoort): Promise<void> {
  return unwrap(api.DELETE('/v1/casussen/{id}/etiketten/{soort}', { params: { path: { id, soort } } }));
}

export function voegLidToe(id: Id, gebruiker: Id, tot: Datum | null): Promise<Casus> {
  return unwrap(api.POST('/v1/casussen/{id}/leden', { ...pad(id), body: { gebruiker, tot } }));
}

export function verwijderLid(id: Id, gebruiker: Id): Promise<void> {
  const params = { path: { id, gebruiker } };
  return unwrap(api.DELETE('/v1/casussen/{id}/leden/{gebruiker}', { params }));
}
