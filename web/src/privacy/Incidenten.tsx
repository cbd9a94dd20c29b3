// SPDX-License-Identifier: EUPL-1.2
// What the watch over the house found, each with what it means.
import { useQuery } from '@tanstack/react-query';
import { formatDateTime, formatNumber } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Empty, Failed, Loading } from '../basis/states';
import { incidentenQuery } from './api';
import { incidentUitleg, incidentWoord } from './woorden';

export function Incidenten() {
  const { t, language } = useLanguage();
  const found = useQuery(incidentenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) {
    return (
      <div className="dw-vlak">
        <Empty title={t('privacy.incident.geen')}>{t('privacy.incident.geen.uitleg')}</Empty>
      </div>
    );
  }
  return (
    <ul className="dw-kaarten">
      {found.data.map((one) => (
        <li key={one.id} className="dw-vlak dw-kaart">
          <h2 className="nl-heading nl-heading--level-4">{incidentWoord(one.soort, t)}</h2>
          <p className="dw-zacht">
            <time dateTime={one.tijd}>{formatDateTime(one.tijd, language)}</time> ·{' '}
            {t('privacy.incident.aantal', { aantal: formatNumber(one.aantal, language) })}
          </p>
          <p className="dw-lopend">{incidentUitleg(one.soort, t)}</p>
        </li>
      ))}
    </ul>
  );
}
