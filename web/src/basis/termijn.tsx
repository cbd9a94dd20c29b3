// SPDX-License-Identifier: EUPL-1.2

import { daysUntil, formatDate, formatDaysLeft } from './format';
import { useLanguage } from './language';

interface TermijnChipProps {
  datum: string;
  /** Only the days, where the date stands beside it already. */
  kort?: boolean;
}

/** A deadline in words: "do 26 nov 2026 · nog 4 dagen". Colour only decorates. */
export function TermijnChip({ datum, kort = false }: TermijnChipProps) {
  const { t, language } = useLanguage();
  const days = daysUntil(datum);
  const urgency = days < 0 ? 'telaat' : days <= 7 ? 'dichtbij' : 'later';
  return (
    <span className={`nl-data-badge dw-termijn dw-termijn--${urgency}`}>
      {!kort && (
        <>
          <time dateTime={datum}>{formatDate(datum, language)}</time>
          {' · '}
        </>
      )}
      {formatDaysLeft(datum, t)}
    </span>
  );
}
