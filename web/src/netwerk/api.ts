// SPDX-License-Identifier: EUPL-1.2
// What the network asks. Always a POST: which objects somebody looks at stands in no address. What was answered is asked again
// when colleagues change something.
import { queryOptions } from '@tanstack/react-query';
import type { Id, KnoopRef, Netwerkbeeld, Netwerkfilter, WeergaveNieuw, WeergaveWijziging } from '../api/typen';
import { api, unwrap } from '../basis/api';
import { refVan, type Sleutel } from './model';

const kaal = (filter: Netwerkfilter): Netwerkfilter | null =>
  filter.begin === null && filter.eind === null && filter.betrouwbaarheid === null ? null : filter;

export const beeldQuery = (knopen: readonly Sleutel[], filter: Netwerkfilter) =>
  queryOptions({
    queryKey: ['netwerk', 'beeld', [...knopen].sort(), filter],
    queryFn: (): Promise<Netwerkbeeld> =>
      unwrap(api.POST('/v1/netwerk/_toon', { body: { knopen: knopen.map(refVan), filter: kaal(filter) } })),
    enabled: knopen.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });

export const matenQuery = (knopen: readonly Sleutel[], filter: Netwerkfilter) =>
  queryOptions({
    queryKey: ['netwerk', 'maten', [...knopen].sort(), filter],
    queryFn: async () =>
      (await unwrap(api.POST('/v1/netwerk/maten/_tel', { body: { knopen: knopen.map(refVan), filter: kaal(filter) } })))
        .knopen,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

export const zoekBuren = (
  knoop: KnoopRef,
  al: readonly Sleutel[],
  soorten: string[] | null,
  hoogstens: number | null,
  filter: Netwerkfilter,
) =>
  unwrap(
    api.POST('/v1/netwerk/buren/_zoek', {
      body: { knoop, al: al.map(refVan), soorten, hoogstens, filter: kaal(filter) },
    }),
  );

/** How a path is to go; nothing: the shortest. */
export interface Padwens {
  langs: readonly Sleutel[];
  vermijd: readonly Sleutel[];
  aantal: number;
}
export const KORTSTE: Padwens = { langs: [], vermijd: [], aantal: 1 };

export const zoekPad = (van: KnoopRef, naar: KnoopRef, filter: Netwerkfilter, wens: Padwens = KORTSTE) =>
  unwrap(
    api.POST('/v1/netwerk/paden/_zoek', {
      body: {
        van,
        naar,
        vermijd: wens.vermijd.length === 0 ? null : wens.vermijd.map(refVan),
        langs: wens.langs.length === 0 ? null : wens.langs.map(refVan),
        stappen: null,
        aantal: wens.aantal,
        filter: kaal(filter),
      },
    }),
  );

export const weergavenQuery = queryOptions({
  queryKey: ['netwerk', 'weergaven'],
  queryFn: async () => (await unwrap(api.GET('/v1/netwerk/weergaven'))).resultaten,
});

export const toonWeergave = (weergave: Id) =>
  unwrap(api.GET('/v1/netwerk/weergaven/{weergave}', { params: { path: { weergave } } }));
export const bewaarWeergave = (body: WeergaveNieuw) => unwrap(api.POST('/v1/netwerk/weergaven', { body }));
export const wijzigWeergave = (weergave: Id, body: WeergaveWijziging) =>
  unwrap(api.PATCH('/v1/netwerk/weergaven/{weergave}', { params: { path: { weergave } }, body }));
export const gooiWeergaveWeg = (weergave: Id) =>
  unwrap(api.DELETE('/v1/netwerk/weergaven/{weergave}', { params: { path: { weergave } } }));

export const maakBlad = (knopen: readonly Sleutel[], filter: Netwerkfilter, reden: string) =>
  unwrap(api.POST('/v1/netwerk/_exporteer', { body: { knopen: knopen.map(refVan), filter: kaal(filter), reden } }));

export const maakBestand = (
  knopen: readonly Sleutel[],
  filter: Netwerkfilter,
  vorm: 'graphml' | 'csv',
  reden: string,
  overleg: string,
) =>
  unwrap(
    api.POST('/v1/netwerk/_bestand', {
      body: {
        knopen: knopen.map(refVan),
        filter: kaal(filter),
        vorm,
        reden,
        overleg: overleg === '' ? null : overleg,
      },
    }),
  );
