// SPDX-License-Identifier: EUPL-1.2
// Signing in at the organisation's identity provider: the browser goes there and comes back.
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../basis/api';

export const aanmeldwijzenQuery = queryOptions({
  queryKey: ['aanmeldwijzen'],
  queryFn: () => unwrap(api.GET('/v1/aanmeldwijzen')),
  staleTime: Number.POSITIVE_INFINITY,
});

/** Leaves for the provider. `again`: fresh proof for the session there is. */
export function goToProvider(back: string, again = false): void {
  const query = new URLSearchParams({ naar: back, ...(again ? { opnieuw: '1' } : {}) });
  window.location.assign(`/v1/oidc/aanmelden?${query}`);
}

/** The page one is on, to come back to. */
export function here(): string {
  return window.location.pathname + window.location.search;
}
