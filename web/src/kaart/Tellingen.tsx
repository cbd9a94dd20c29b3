// SPDX-License-Identifier: EUPL-1.2
// Counts of every area of a kind. Numbers of signalen below ten are not counted out.
import { useQuery } from '@tanstack/react-query';
import type { Gebiedsoort, Gebiedstelling } from '../api/typen';
import { formatNumber } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { gebiedenQuery, signaaltellingQuery } from './api';

interface TellingenProps {
  soort: Gebiedsoort;
  peildatum: string;
  gekozen: string | undefined;
  onKies: (gebied: Gebiedstelling) => void;
}

export function Tellingen({ soort, peildatum, gekozen, onKies }: TellingenProps) {
  const { t, language } = useLanguage();
  const mayRead = useRight('signaal.lezen');
  const found = useQuery(gebiedenQuery(soort, peildatum));
  const signalen = useQuery({ ...signaaltellingQuery(soort, peildatum), enabled: mayRead }).data;
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.resultaten.length === 0) return <Empty title={t('kaart.geengebieden')} />;
  const tal = (value: number) => formatNumber(value, language);
  const signaaltal = (code: string) => {
    const one = signalen?.resultaten.find((row) => row.code === code);
    if (one === undefined) return '0';
    return one.aantal === null ? t('kaart.mindertien') : tal(one.aantal);
  };
  return (
    <table className="dw-tabel" aria-busy={found.isFetching}>
      <caption className="dw-onzichtbaar">{t('kaart.tellingen', { soort: t(`kaart.soort.${soort}`) })}</caption>
      <thead>
        <tr>
          <th scope="col">{t(`kaart.soort.${soort}`)}</th>
          <th scope="col" className="dw-tabel__tal">
            {t('kaart.wat.panden')}
          </th>
          <th scope="col" className="dw-tabel__tal">
            {t('kaart.wat.objecten')}
          </th>
          <th scope="col" className="dw-tabel__tal">
            {t('kaart.kop.woningen')}
          </th>
          <th scope="col" className="dw-tabel__tal">
            {t('kaart.kop.bedrijven')}
          </th>
          {mayRead && (
            <th scope="col" className="dw-tabel__tal">
              {t('nav.signalen')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {found.data.resultaten.map((one) => (
          <tr key={one.code}>
            <th scope="row">
              <button
                type="button"
                className="dw-knoplink nl-link"
                aria-pressed={one.code === gekozen}
                onClick={() => onKies(one)}
              >
                {one.naam}
              </button>
            </th>
            <td className="dw-tabel__tal" data-kop={t('kaart.wat.panden')}>
              {tal(one.panden)}
            </td>
            <td className="dw-tabel__tal" data-kop={t('kaart.wat.objecten')}>
              {tal(one.objecten)}
            </td>
            <td className="dw-tabel__tal" data-kop={t('kaart.kop.woningen')}>
              {tal(one.woningen)}
            </td>
            <td className="dw-tabel__tal" data-kop={t('kaart.kop.bedrijven')}>
              {tal(one.bedrijfsruimten)}
            </td>
            {mayRead && (
              <td className="dw-tabel__tal" data-kop={t('nav.signalen')}>
                {signaaltal(one.code)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
