// SPDX-License-Identifier: EUPL-1.2
// The purposes that this user may choose, and changing from one to another.
import { type QueryClient, useQuery } from '@tanstack/react-query';
import { kiesDoel } from '../basis/doel';
import { useLanguage } from '../basis/language';
import { activiteitenQuery } from '../basis/lists';
import { useSession } from '../basis/session';

/** Their names in the language of the moment, and the legal ground in Dutch. */
export function useKiesbaar(): { code: string; naam: string; grond: string }[] {
  const { language } = useLanguage();
  const { activiteiten, rechten } = useSession();
  const kiesbaar = activiteiten.filter((one) => one.kiesbaar);
  const register = useQuery({
    ...activiteitenQuery,
    enabled: kiesbaar.length > 0 && rechten.includes('verwerkingen.zien'),
  }).data;
  return kiesbaar.map((one) => ({
    code: one.code,
    naam: language === 'en' ? one.naamEn : one.naamNl,
    grond: register?.find((row) => row.code === one.code)?.grondslagWet ?? '',
  }));
}

const BLIJFT = new Set(['sessie', 'stamgegevens', 'collegas', 'verwerkingsactiviteiten', 'wegingsprofiel']);

/** What was seen under the one purpose is not kept under the other: all of it is read again. */
export async function wissel(client: QueryClient, code: string | null): Promise<void> {
  kiesDoel(code);
  await client.resetQueries({ predicate: ({ queryKey }) => !BLIJFT.has(String(queryKey[0])) });
}
