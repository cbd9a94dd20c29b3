// SPDX-License-Identifier: EUPL-1.2
// How many people in a file are under eighteen, said where their data is about to be shared or acted on: no list, no names, and nothing is
// worked out from it.
import { useQuery } from '@tanstack/react-query';
import type { Id } from '../api/typen';
import { useLanguage } from '../basis/language';
import { signaalQuery } from '../signaal/api';
import { leesCasus } from './api';

export function Minderjarigen({ aantal }: { aantal: number }) {
  const { t } = useLanguage();
  return aantal === 0 ? null : <p className="dw-hint">{t('casus.minderjarigen', { aantal })}</p>;
}

/** The same where the file itself is not at hand. */
export function MinderjarigenVan({ dossier }: { dossier: { soort: 'signaal' | 'casus'; id: Id } }) {
  const casus = useQuery({
    queryKey: ['dossier', dossier.id, 'minderjarigen'],
    queryFn: async () => (await leesCasus(dossier.id)).minderjarigen,
    enabled: dossier.soort === 'casus',
  });
  const signaal = useQuery({ ...signaalQuery(dossier.id), enabled: dossier.soort === 'signaal' });
  const aantal =
    dossier.soort === 'casus' ? casus.data : signaal.data?.vermeldingen.filter((one) => one.minderjarig).length;
  return <Minderjarigen aantal={aantal ?? 0} />;
}
