// SPDX-License-Identifier: EUPL-1.2
// Reading and changing signalen. After each change the answer of the server is put in every list that shows the row.
import { type InfiniteData, infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Id,
  Lijst,
  Signaal,
  SignaalNieuw,
  SignaalOvergang,
  SignaalRegel,
  SignaalStatus,
  SignaalWijziging,
  Vermelding,
  VermeldingNieuw,
  WeegtafelBesluit,
  WeegtafelNieuw,
  WeegtafelRegel,
  WegingNieuw,
} from '../api/typen';
import { api, ifMatch, unwrap } from '../basis/api';
import { hoortErbij, type Lijstvraag } from './filter';

const PAGE = 50;

export function signalenQuery(vraag: Lijstvraag) {
  return infiniteQueryOptions({
    queryKey: ['signalen', vraag],
    queryFn: ({ pageParam }): Promise<Lijst<SignaalRegel>> => {
      const na = pageParam === null ? {} : { na: pageParam };
      if (vraag.tekst === '') {
        return unwrap(api.GET('/v1/signalen', { params: { query: { ...vraag.filter, aantal: PAGE, ...na } } }));
      }
      const status = vraag.filter.status === undefined ? {} : { status: vraag.filter.status.split(',') };
      return unwrap(api.POST('/v1/signalen/_zoek', { body: { tekst: vraag.tekst, ...status, aantal: PAGE, ...na } }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.volgende,
  });
}

export function signaalQuery(id: Id) {
  return queryOptions({
    queryKey: ['signaal', id],
    queryFn: () => unwrap(api.GET('/v1/signalen/{id}', { params: { path: { id } } })),
  });
}

export const weegtafelVanQuery = (id: Id) =>
  queryOptions({
    queryKey: ['weegtafel', id],
    queryFn: () => unwrap(api.GET('/v1/signalen/{id}/weegtafel', { params: { path: { id } } })),
    // Each reading is a line of the log.
    refetchOnWindowFocus: false,
  });
export async function legOpWeegtafel(client: QueryClient, id: Id, body: WeegtafelNieuw): Promise<void> {
  await unwrap(api.POST('/v1/signalen/{id}/weegtafel', { params: { path: { id } }, body }));
  await client.invalidateQueries({ queryKey: ['weegtafel'] });
}
export async function besluitWeegtafel(
  client: QueryClient,
  { signaal, versie }: WeegtafelRegel,
  body: WeegtafelBesluit,
): Promise<void> {
  const params = { path: { id: signaal } };
  await unwrap(api.POST('/v1/signalen/{id}/weegtafel/besluiten', { params, body, ...ifMatch(versie) }));
  await client.invalidateQueries({ queryKey: ['weegtafel'] });
}

export const signaalTellingenQuery = queryOptions({
  queryKey: ['tellingen', 'signalen'],
  queryFn: () => unwrap(api.GET('/v1/signalen/tellingen')),
});

export const wegingsprofielQuery = queryOptions({
  queryKey: ['wegingsprofiel'],
  queryFn: () => unwrap(api.GET('/v1/wegingsprofiel')),
  staleTime: 10 * 60_000,
});

export async function zoekSignalen(tekst: string): Promise<SignaalRegel[]> {
  return (await unwrap(api.POST('/v1/signalen/_zoek', { body: { tekst, aantal: 10 } }))).resultaten;
}

/** Shows a changed signaal everywhere at once, and has the counts read again. */
export function toonOveral(client: QueryClient, signaal: Signaal): void {
  client.setQueryData(['signaal', signaal.id], signaal);
  for (const [key, data] of client.getQueriesData<InfiniteData<Lijst<SignaalRegel>>>({ queryKey: ['signalen'] })) {
    const vraag = key[1] as Lijstvraag;
    if (data === undefined) continue;
    client.setQueryData(key, {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        resultaten: page.resultaten.flatMap((row) => {
          if (row.id !== signaal.id) return [row];
          return hoortErbij(vraag, signaal) ? [signaal] : [];
        }),
      })),
    });
  }
  void client.invalidateQueries({ queryKey: ['tellingen'] });
  void client.invalidateQueries({ queryKey: ['mijn-werk'] });
}

export function maakSignaal(body: SignaalNieuw): Promise<Signaal> {
  return unwrap(api.POST('/v1/signalen', { body }));
}

export function wijzigSignaal(id: Id, versie: number, body: SignaalWijziging): Promise<Signaal> {
  return unwrap(api.PATCH('/v1/signalen/{id}', { params: { path: { id } }, body, ...ifMatch(versie) }));
}

const GEEN = { reden: null, tot: null, naarWie: null, duplicaatVan: null };

export function zetOver(
  { id, versie }: { id: Id; versie: number },
  naar: SignaalStatus,
  rest: Partial<Omit<SignaalOvergang, 'naar'>> = {},
): Promise<Signaal> {
  const body = { naar, ...GEEN, ...rest };
  return unwrap(api.POST('/v1/signalen/{id}/overgangen', { params: { path: { id } }, body, ...ifMatch(versie) }));
}

export function geefVrij({ id, versie }: { id: Id; versie: number }): Promise<Signaal> {
  return unwrap(api.POST('/v1/signalen/{id}/vrijgaven', { params: { path: { id } }, ...ifMatch(versie) }));
}

export function weeg({ id, versie }: { id: Id; versie: number }, body: WegingNieuw): Promise<Signaal> {
  return unwrap(api.POST('/v1/signalen/{id}/wegingen', { params: { path: { id } }, body, ...ifMatch(versie) }));
}

export function voegVermeldingToe(id: Id, body: VermeldingNieuw): Promise<Vermelding> {
  return unwrap(api.POST('/v1/signalen/{id}/vermeldingen', { params: { path: { id } }, body }));
}

export function verwijderVermelding(id: Id, { id: vermelding, versie }: Vermelding): Promise<void> {
  const params = { path: { id, vermelding } };
  return unwrap(api.DELETE('/v1/signalen/{id}/vermeldingen/{vermelding}', { params, ...ifMatch(versie) }));
}

export function toonMelder(id: Id, reden: string): Promise<{ naam: string; contact: string }> {
  return unwrap(api.POST('/v1/signalen/{id}/melder/_toon', { params: { path: { id } }, body: { reden } }));
}
