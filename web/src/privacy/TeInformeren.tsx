// SPDX-License-Identifier: EUPL-1.2
// Casussen in which people should have been told by now: how many and since when, and whom to ask. Nobody in them is named.
import { useQuery } from '@tanstack/react-query';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Empty, Failed, Loading } from '../basis/states';
import { teInformerenQuery } from './api';

export function TeInformeren() {
  const { t, language } = useLanguage();
  const found = useQuery(teInformerenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      <p className="nl-paragraph dw-lopend">{t('privacy.telaat.uitleg')}</p>
      {found.data.length === 0 ? (
        <div className="dw-vlak">
          <Empty title={t('privacy.telaat.geen')}>{t('privacy.telaat.geen.uitleg')}</Empty>
        </div>
      ) : (
        <table className="dw-tabel">
          <caption className="dw-onzichtbaar">{t('privacy.deel.informeren')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('privacy.telaat.casus')}</th>
              <th scope="col">{t('privacy.telaat.trekker')}</th>
              <th scope="col">{t('privacy.telaat.aantal')}</th>
              <th scope="col">{t('privacy.telaat.sinds')}</th>
            </tr>
          </thead>
          <tbody>
            {found.data.map((one) => (
              <tr key={one.kenmerk}>
                <th scope="row">
                  <span className="dw-kenmerk">{one.kenmerk}</span>
                </th>
                <td data-kop={t('privacy.telaat.trekker')}>{one.trekker.naam}</td>
                <td data-kop={t('privacy.telaat.aantal')}>{one.aantal}</td>
                <td data-kop={t('privacy.telaat.sinds')}>
                  <time dateTime={one.termijn}>{formatShortDate(one.termijn, language)}</time>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
