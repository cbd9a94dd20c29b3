// SPDX-License-Identifier: EUPL-1.2
// Addresses from the municipality's own copy of the BAG. Always a POST: what is searched never stands in an address.
import { queryOptions } from '@tanstack/react-query';
import type { Adres } from '../api/typen';
import { api, unwrap } from '../basis/api';

export async function zoekAdres(tekst: string): Promise<Adres[]> {
  return (await unwrap(api.POST('/v1/adressen/_zoek', { body: { tekst, aantal: 8 } }))).resultaten;
}

export function adresQuery(nummeraanduiding: string) {
  return queryOptions({
    queryKey: ['adres', nummeraanduiding],
    queryFn: () => unwrap(api.POST('/v1/adressen/_toon', { body: { nummeraanduiding } })),
    staleTime: 10 * 60_000,
  });
}
