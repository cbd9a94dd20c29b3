// SPDX-License-Identifier: EUPL-1.2
// Requests of data subjects: the list, one request, the search over all files, decisions and the letter.
import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type {
  Dpiaverwijzing,
  GegevenBesluit,
  Id,
  Verzoek,
  VerzoekGegeven,
  VerzoekNieuw,
  VerzoekWijziging,
  Vondst,
  Zoekterm,
} from '../api/typen';
import { api, bewaar, ifMatch, unwrap } from '../basis/api';
import { activiteitenQuery } from '../basis/lists';

export const verzoekenQuery = queryOptions({
  queryKey: ['verzoeken'],
  queryFn: async () => (await unwrap(api.GET('/v1/verzoeken'))).resultaten,
});

export const verzoekQuery = (id: Id) =>
  queryOptions({
    queryKey: ['verzoek', id],
    queryFn: () => unwrap(api.GET('/v1/verzoeken/{id}', { params: { path: { id } } })),
    // Each reading is a line of the log.
    refetchOnWindowFocus: false,
  });

export const inzagenQuery = (id: Id) =>
  queryOptions({
    queryKey: ['verzoek', id, 'inzagen'],
    queryFn: async () => (await unwrap(api.GET('/v1/verzoeken/{id}/inzagen', { params: { path: { id } } }))).resultaten,
    refetchOnWindowFocus: false,
  });

async function nieuw(client: QueryClient, antwoord: Promise<Verzoek>): Promise<Verzoek> {
  const verzoek = await antwoord;
  // A reading that began before this change must not come over it.
  await client.cancelQueries({ queryKey: verzoekQuery(verzoek.id).queryKey });
  client.setQueryData(verzoekQuery(verzoek.id).queryKey, verzoek);
  // The list is read again by itself: who saved need not wait for it.
  void client.invalidateQueries({ queryKey: verzoekenQuery.queryKey });
  return verzoek;
}

export const legVast = (client: QueryClient, body: VerzoekNieuw) =>
  nieuw(client, unwrap(api.POST('/v1/verzoeken', { body })));

const pad = ({ id }: { id: Id }) => ({ path: { id } });

export const wijzig = (client: QueryClient, verzoek: Verzoek, body: VerzoekWijziging) =>
  nieuw(client, unwrap(api.PATCH('/v1/verzoeken/{id}', { params: pad(verzoek), body, ...ifMatch(verzoek.versie) })));

export const zetOver = (
  client: QueryClient,
  verzoek: Verzoek,
  body: { naar: string; reden?: string; verzondenOp?: string; metOpenBerichten?: boolean },
) =>
  nieuw(
    client,
    unwrap(api.POST('/v1/verzoeken/{id}/overgangen', { params: pad(verzoek), body, ...ifMatch(verzoek.versie) })),
  );

export const verleng = (client: QueryClient, verzoek: Verzoek, reden: string) =>
  nieuw(client, unwrap(api.POST('/v1/verzoeken/{id}/verlengingen', { params: pad(verzoek), body: { reden } })));

export const zoek = (verzoek: Verzoek, termen: Zoekterm[]) =>
  unwrap(api.POST('/v1/verzoeken/{id}/_zoek', { params: pad(verzoek), body: { termen } }));

export const wijsAan = (client: QueryClient, verzoek: Verzoek, { soort, rij, moment }: Vondst, hoort: boolean) =>
  nieuw(
    client,
    unwrap(
      api.POST('/v1/verzoeken/{id}/gegevens', {
        params: pad(verzoek),
        body: { gegevens: [{ soort, rij, moment, hoort }] },
      }),
    ),
  );

export const besluit = (client: QueryClient, verzoek: Verzoek, gegeven: VerzoekGegeven, body: GegevenBesluit) =>
  nieuw(
    client,
    unwrap(
      api.PATCH('/v1/verzoeken/{id}/gegevens/{gegeven}', {
        params: { path: { id: verzoek.id, gegeven: gegeven.id } },
        body,
        ...ifMatch(gegeven.versie),
      }),
    ),
  );

export const brief = (verzoek: Verzoek) =>
  bewaar(
    api.GET('/v1/verzoeken/{id}/brief', {
      params: pad(verzoek),
      parseAs: 'blob',
      headers: { Accept: 'application/vnd.oasis.opendocument.text, application/problem+json' },
    }),
    `besluit-${verzoek.kenmerk}.odt`,
  );

export async function verwijs(client: QueryClient, code: string, body: Dpiaverwijzing) {
  await unwrap(api.POST('/v1/verwerkingsactiviteiten/{code}/dpia', { params: { path: { code } }, body }));
  await client.invalidateQueries({ queryKey: activiteitenQuery.queryKey });
}

export const registerCsv = () =>
  bewaar(
    api.GET('/v1/verwerkingen/register', {
      parseAs: 'blob',
      headers: { Accept: 'text/csv, application/problem+json' },
    }),
    'verwerkingsregister.csv',
  );

export const dpia = () =>
  bewaar(
    api.GET('/v1/verwerkingen/dpia', {
      parseAs: 'blob',
      headers: { Accept: 'application/vnd.oasis.opendocument.text, application/problem+json' },
    }),
    'dpia.odt',
  );
