// SPDX-License-Identifier: EUPL-1.2
// Watchers on the network, and what they met.
import { queryOptions } from '@tanstack/react-query';
import type { Id, SuggestieWeging, Vorm, WachterNieuw } from '../api/typen';
import { api, unwrap } from '../basis/api';

/** Shapes that cannot do without persons: for a casus only. */
export const ALLEEN_MET_CASUS: readonly Vorm[] = ['persoon-bedrijf-adres'];
/** Shapes in which, for a casus, a person may stand too. */
export const OOK_PERSONEN: readonly Vorm[] = ['bedrijven-adres-bestuurder', 'abc-transactie', 'persoon-bedrijf-adres'];
/** So many days apart, when nobody says otherwise; none: the shape asks nothing of days. */
export const DAGEN: Record<Vorm, number | null> = {
  'adres-in-signalen': 90,
  'voertuig-in-signalen': 90,
  'bedrijf-in-signalen': 180,
  'bedrijven-op-signaaladres': 365,
  'bedrijven-adres-bestuurder': 365,
  'abc-transactie': 365,
  'persoon-bedrijf-adres': null,
  eigen: null, // its own rule says so
};

const opWachter = (wachter: Id) => ({ params: { path: { wachter } } });

export const wachtersQuery = queryOptions({
  queryKey: ['wachters'],
  queryFn: async () => (await unwrap(api.GET('/v1/netwerk/wachters'))).resultaten,
});
export const wachterQuery = (wachter: Id) =>
  queryOptions({
    queryKey: ['wachters', wachter],
    queryFn: () => unwrap(api.GET('/v1/netwerk/wachters/{wachter}', opWachter(wachter))),
  });
export const maakWachter = (body: WachterNieuw) => unwrap(api.POST('/v1/netwerk/wachters', { body }));
export const zetWachter = (wachter: Id, aan: boolean) =>
  aan
    ? unwrap(api.PUT('/v1/netwerk/wachters/{wachter}/aan', opWachter(wachter)))
    : unwrap(api.DELETE('/v1/netwerk/wachters/{wachter}/aan', opWachter(wachter)));
export const gooiWachterWeg = (wachter: Id) => unwrap(api.DELETE('/v1/netwerk/wachters/{wachter}', opWachter(wachter)));

export const suggestieQuery = (suggestie: Id) =>
  queryOptions({
    queryKey: ['suggesties', suggestie],
    queryFn: () => unwrap(api.GET('/v1/netwerk/suggesties/{suggestie}', { params: { path: { suggestie } } })),
  });
export const weegSuggestie = (suggestie: Id, body: SuggestieWeging) =>
  unwrap(api.PUT('/v1/netwerk/suggesties/{suggestie}/weging', { params: { path: { suggestie } }, body }));

/** Open casussen that something may be about. */
export const casuskeuzeQuery = queryOptions({
  queryKey: ['casussen', 'keuze'],
  queryFn: async () =>
    (
      await unwrap(
        api.GET('/v1/casussen', {
          params: { query: { fase: 'informatie,plan,uitvoering,bij_riec,monitoring,afronding', aantal: 200 } },
        }),
      )
    ).resultaten,
});
