// SPDX-License-Identifier: EUPL-1.2
// Emergency access, who saw what, and what the watch over the house found.
import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Datum,
  EigenKenmerkNieuw,
  Id,
  Inzage,
  Lijst,
  Noodtoegang,
  NoodtoegangNieuw,
  NoodtoegangOordeel,
  Signalering,
  TeInformeren,
  Tijdstip,
  VerklaringNieuw,
  Verstrekt,
} from '../api/typen';
import { api, unwrap } from '../basis/api';
import { renewSession } from '../basis/session';

/** Rows of one answer of the read log: fewer means that there are no older ones. */
const PAGE = 100;

export const noodtoegangenQuery = queryOptions({
  queryKey: ['noodtoegangen'],
  queryFn: async () => (await unwrap(api.GET('/v1/noodtoegangen'))).resultaten,
});

export const incidentenQuery = queryOptions({
  queryKey: ['incidenten'],
  queryFn: async () => (await unwrap(api.GET('/v1/incidenten'))).resultaten,
});

/** Whose looks: of a file that one works in, or by the reference of something that stays closed. */
export type Bekekene = { soort: 'casus' | 'signaal'; id: Id } | { soort: 'kenmerk'; kenmerk: string };

function inzagen(wat: Bekekene, voor: Tijdstip | null): Promise<Lijst<Inzage>> {
  const ouder = voor === null ? {} : { voor };
  if (wat.soort === 'kenmerk') {
    return unwrap(api.POST('/v1/inzagen/_zoek', { body: { kenmerk: wat.kenmerk, ...ouder } }));
  }
  const params = { path: { id: wat.id }, query: ouder };
  return wat.soort === 'casus'
    ? unwrap(api.GET('/v1/casussen/{id}/inzagen', { params }))
    : unwrap(api.GET('/v1/signalen/{id}/inzagen', { params }));
}

/** Newest first, page by page. Read once: each reading is itself a line of the log. */
export function inzagenQuery(wat: Bekekene) {
  return infiniteQueryOptions({
    queryKey: ['inzagen', wat],
    queryFn: ({ pageParam }) => inzagen(wat, pageParam),
    initialPageParam: null as Tijdstip | null,
    getNextPageParam: ({ resultaten }) => (resultaten.length < PAGE ? undefined : resultaten.at(-1)?.tijd),
    refetchOnWindowFocus: false,
  });
}

/** Opens a file in an emergency; the session says so from then on. */
export async function openInNood(client: QueryClient, body: NoodtoegangNieuw): Promise<Noodtoegang> {
  const made = await unwrap(api.POST('/v1/noodtoegangen', { body }));
  await herlees(client);
  return made;
}

export async function sluitNoodtoegang(client: QueryClient, id: Id): Promise<void> {
  await unwrap(api.DELETE('/v1/noodtoegangen/{id}', { params: { path: { id } } }));
  await herlees(client);
}

/** What may be seen has changed. */
export async function herlees(client: QueryClient): Promise<void> {
  await renewSession(client);
  await client.invalidateQueries({ queryKey: noodtoegangenQuery.queryKey });
}

/** Forgets what of this file is in memory. */
export function vergeet(client: QueryClient, object: Id): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey.includes(object) });
}

export async function beoordeel(client: QueryClient, id: Id, body: NoodtoegangOordeel): Promise<void> {
  await unwrap(api.POST('/v1/noodtoegangen/{id}/beoordelingen', { params: { path: { id } }, body }));
  await client.invalidateQueries({ queryKey: noodtoegangenQuery.queryKey });
}

export interface Periode {
  van: Datum;
  totEnMet: Datum;
}

/** Signs over a period; read when asked, not by itself. */
export function signaleringenQuery(periode: Periode) {
  return queryOptions({
    queryKey: ['signaleringen', periode],
    queryFn: async (): Promise<Signalering[]> =>
      (await unwrap(api.GET('/v1/signaleringen', { params: { query: periode } }))).resultaten,
    refetchOnWindowFocus: false,
  });
}

/** Casussen in which people should have been told by now. */
export const teInformerenQuery = queryOptions({
  queryKey: ['toezicht', 'informatietaken'],
  queryFn: async (): Promise<TeInformeren[]> => (await unwrap(api.GET('/v1/toezicht/informatietaken'))).resultaten,
  refetchOnWindowFocus: false,
});

/** What was given to others over a period. */
export function verstrektQuery(periode: Periode) {
  return queryOptions({
    queryKey: ['toezicht', 'verstrekkingen', periode],
    queryFn: async (): Promise<Verstrekt[]> =>
      (await unwrap(api.GET('/v1/toezicht/verstrekkingen', { params: { query: periode } }))).resultaten,
    refetchOnWindowFocus: false,
  });
}

export async function verklaar(client: QueryClient, body: VerklaringNieuw): Promise<void> {
  await unwrap(api.POST('/v1/signaleringen/verklaringen', { body }));
  await client.invalidateQueries({ queryKey: ['signaleringen'] });
}

export const eigenKenmerkenQuery = queryOptions({
  queryKey: ['eigen-kenmerken'],
  queryFn: async () => (await unwrap(api.GET('/v1/eigen-kenmerken'))).resultaten,
});

export async function voegKenmerkToe(client: QueryClient, body: EigenKenmerkNieuw): Promise<void> {
  await unwrap(api.POST('/v1/eigen-kenmerken', { body }));
  await client.invalidateQueries({ queryKey: eigenKenmerkenQuery.queryKey });
}

export async function wisKenmerken(client: QueryClient, id: Id): Promise<void> {
  await unwrap(api.DELETE('/v1/eigen-kenmerken/{id}', { params: { path: { id } } }));
  await client.invalidateQueries({ queryKey: eigenKenmerkenQuery.queryKey });
}
