// SPDX-License-Identifier: EUPL-1.2
// Lists that hardly change: the organisation's codes and its people. Read once per session.
import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Code, Stamgegevens } from '../api/typen';
import { api, unwrap } from './api';
import { codeName, useLanguage } from './language';

export const stamgegevensQuery = queryOptions({
  queryKey: ['stamgegevens'],
  queryFn: () => unwrap(api.GET('/v1/stamgegevens')),
  staleTime: 10 * 60_000,
});

export const collegasQuery = queryOptions({
  queryKey: ['collegas'],
  queryFn: async () => (await unwrap(api.GET('/v1/collegas'))).resultaten,
  staleTime: 10 * 60_000,
});

export const activiteitenQuery = queryOptions({
  queryKey: ['verwerkingsactiviteiten'],
  queryFn: async () => (await unwrap(api.GET('/v1/verwerkingsactiviteiten'))).resultaten,
  staleTime: 10 * 60_000,
});

export const useVerbandsoorten = () => useQuery(stamgegevensQuery).data?.verbandsoorten ?? [];

type ListName = {
  [K in keyof Stamgegevens]: Stamgegevens[K] extends Code[] ? K : never;
}[keyof Stamgegevens];

/** Names of codes in the language of the moment, and the lists as choices for a select. */
export function useLists() {
  const { language } = useLanguage();
  const lists = useQuery(stamgegevensQuery).data;
  return {
    name: (list: ListName, code: string | null) => codeName(lists?.[list], code, language),
    options: (list: ListName) =>
      (lists?.[list] ?? []).map((one) => ({ value: one.code, label: language === 'en' ? one.naamEn : one.naamNl })),
  };
}
