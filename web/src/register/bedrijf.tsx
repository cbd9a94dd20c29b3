// SPDX-License-Identifier: EUPL-1.2
// How a version of a company reads: until when it was seen so, and where it is.
import type { Bedrijfsregel } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';

/** It is there: not ended, and no later delivery said otherwise. */
export function staat(regel: Bedrijfsregel): boolean {
  return regel.tot === null && regel.einde === null;
}

export function Gezien({ regel }: { regel: { van: string; tot: string | null } }) {
  const { t, language } = useLanguage();
  const van = formatShortDate(regel.van, language);
  return regel.tot === null
    ? t('register.bedrijf.vanaf', { van })
    : t('register.bedrijf.vantot', { van, tot: formatShortDate(regel.tot, language) });
}

export function Plek({ regel }: { regel: Bedrijfsregel }) {
  const { t } = useLanguage();
  if (regel.afgeschermd) return t('register.bedrijf.afgeschermd');
  return regel.adres ?? t('register.bedrijf.geenadres');
}
