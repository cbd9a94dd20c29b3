// SPDX-License-Identifier: EUPL-1.2
// One question for everything. Always a POST, and what is searched stands in the state of the history, never in an address.
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import type { AllesGevonden, GevondenPlaats, Id } from '../api/typen';
import { api, unwrap } from '../basis/api';
import { kiesZoekdoel } from '../basis/doel';
import { useLanguage } from '../basis/language';
import { useSession } from '../basis/session';

export function zoek(tekst: string, aantal: number): Promise<AllesGevonden> {
  return unwrap(api.POST('/v1/_zoek', { body: { tekst, aantal } }));
}

export function zoekQuery(tekst: string, doel: string | null) {
  return queryOptions({
    queryKey: ['zoek', 'alles', doel, tekst],
    queryFn: () => zoek(tekst, 20),
    enabled: tekst !== '',
    gcTime: 0,
  });
}

/** What this user may search for people for, with names in the language of the moment. */
export function useZoekdoelen(): { code: string; naam: string }[] {
  const { language } = useLanguage();
  return useSession()
    .activiteiten.filter((one) => one.zoekdoel)
    .map((one) => ({ code: one.code, naam: language === 'en' ? one.naamEn : one.naamNl }));
}

/** What was found for one purpose is not kept under another. */
export async function wisselZoekdoel(client: QueryClient, code: string | null): Promise<void> {
  kiesZoekdoel(code);
  await client.resetQueries({ queryKey: ['zoek'] });
}

/** A screen of this program. */
export type Pad = { to: string; params: Record<string, string> };

export const bedrijfspad = (id: Id): Pad => ({ to: '/bedrijven/$id', params: { id } });

export function dossierpad(plek: GevondenPlaats): Pad {
  return plek.soort === 'signaal'
    ? { to: '/signalen/$id', params: { id: plek.id } }
    : { to: '/casussen/$id/$deel', params: { id: plek.id, deel: 'overzicht' } };
}
