// SPDX-License-Identifier: EUPL-1.2
// Addresses from the municipality's own copy of the BAG. Always a POST: what is searched never stands in an address.
import { queryOptions } from '@tanstack/react-query';
import type { Adres } from '../api/typen';
import { api, unwrap } from '../basis/api';

export async function zoekAdres(tekst: string): Promise<Adres[]> {
  return (await unwrap(api.POST('/v1/adressen/_zoek', { body: { tekst, aantal: 8 } }))).resultaten;
}

/** One address, or a building with all its addresses. */
export type Bedrijfsplek = { nummeraanduiding: string } | { pand: string };

export function bedrijvenQuery(plek: Bedrijfsplek) {
  return queryOptions({
    queryKey: ['bedrijven', plek],
    queryFn: () =>
      unwrap(
        'pand' in plek
          ? api.POST('/v1/bedrijven/_in-pand', { body: plek })
          : api.POST('/v1/bedrijven/_bij-adres', { body: plek }),
      ),
    staleTime: 10 * 60_000,
  });
}

/** What registers of the own organisation say of a building or a company. */
export function gemeenteregelsQuery(over: { pand: string } | { bedrijf: string }) {
  return queryOptions({
    queryKey: ['gemeenteregels', over],
    queryFn: () => unwrap(api.POST('/v1/gemeenteregisters/_zoek', { body: over })),
    staleTime: 10 * 60_000,
  });
}

export function pandQuery(id: string) {
  return queryOptions({
    queryKey: ['pand', id],
    queryFn: () => unwrap(api.GET('/v1/panden/{id}', { params: { path: { id } } })),
    staleTime: 10 * 60_000,
  });
}

export function bedrijfQuery(id: string) {
  return queryOptions({
    queryKey: ['bedrijf', id],
    queryFn: () => unwrap(api.GET('/v1/bedrijven/{id}', { params: { path: { id } } })),
    staleTime: 10 * 60_000,
  });
}

/** Establishments without an address in the BAG, a page at a time in order of their number. */
export function ongekoppeldQuery(na: string | undefined) {
  return queryOptions({
    queryKey: ['ongekoppeld', na ?? ''],
    queryFn: () =>
      unwrap(api.POST('/v1/bedrijven/_ongekoppeld', { body: na === undefined ? { aantal: 50 } : { na, aantal: 50 } })),
  });
}

export function adresQuery(nummeraanduiding: string) {
  return queryOptions({
    queryKey: ['adres', nummeraanduiding],
    queryFn: () => unwrap(api.POST('/v1/adressen/_toon', { body: { nummeraanduiding } })),
    staleTime: 10 * 60_000,
  });
}
