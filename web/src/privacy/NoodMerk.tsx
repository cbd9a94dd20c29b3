// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../basis/language';

/** Done during emergency access. */
export function NoodMerk() {
  const { t } = useLanguage();
  return <span className="nl-data-badge dw-status-merk dw-merk--nood">{t('privacy.nood.merk')}</span>;
}
