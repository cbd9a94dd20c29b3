// SPDX-License-Identifier: EUPL-1.2
// Who looked: when, in which role, doing what and what for; one file at a time or as one of a list.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Inzage } from '../api/typen';
import { Button } from '../basis/button';
import { formatDateTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { activiteitenQuery } from '../basis/lists';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { type Bekekene, inzagenQuery } from './api';
import { NoodMerk } from './NoodMerk';
import { handeling, rolWoord } from './woorden';
import '../basis/stijl/vakken.css';

function Rij({ inzage, waarvoor }: { inzage: Inzage; waarvoor: string }) {
  const { t, language } = useLanguage();
  return (
    <tr>
      <th scope="row">
        <time dateTime={inzage.tijd}>{formatDateTime(inzage.tijd, language)}</time>
      </th>
      <td data-kop={t('privacy.wie')}>
        <span className="dw-tabel__naam">{inzage.wie.naam}</span>
        {inzage.rol !== '' && <div className="dw-zacht dw-klein">{rolWoord(inzage.rol, t)}</div>}
      </td>
      <td data-kop={t('privacy.wat')}>
        {handeling(inzage.actie, t)}
        {inzage.kenmerk !== null && <div className="dw-kenmerk dw-klein">{inzage.kenmerk}</div>}
        {inzage.noodtoegang && (
          <div>
            <NoodMerk />
          </div>
        )}
      </td>
      <td data-kop={t('privacy.waarvoor')}>{waarvoor}</td>
      <td data-kop={t('privacy.hoe')}>
        {inzage.objecten === null
          ? t(inzage.zelf ? 'privacy.zelf' : 'privacy.ernaast')
          : t('privacy.objecten', { aantal: inzage.objecten })}
      </td>
    </tr>
  );
}

export function InzagenTabel({ wat, kop }: { wat: Bekekene; kop: string }) {
  const { t, language } = useLanguage();
  const mayRead = useRight('verwerkingen.zien');
  const register = useQuery({ ...activiteitenQuery, enabled: mayRead }).data;
  const found = useInfiniteQuery(inzagenQuery(wat));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const rows = found.data.pages.flatMap((page) => page.resultaten);
  if (rows.length === 0) return <Empty title={t('privacy.inzagen.leeg')} />;
  const naam = (code: string | null) => {
    const full = register?.find((one) => one.code === code);
    return (language === 'en' ? full?.naamEn : full?.naamNl) ?? code ?? '';
  };
  return (
    <>
      <table className="dw-tabel">
        <caption className="dw-onzichtbaar">{kop}</caption>
        <thead>
          <tr>
            <th scope="col">{t('privacy.wanneer')}</th>
            <th scope="col">{t('privacy.wie')}</th>
            <th scope="col">{t('privacy.wat')}</th>
            <th scope="col">{t('privacy.waarvoor')}</th>
            <th scope="col">{t('privacy.hoe')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one, nummer) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log have no id, and only ever get followers
            <Rij key={nummer} inzage={one} waarvoor={naam(one.activiteit)} />
          ))}
        </tbody>
      </table>
      {found.hasNextPage && (
        <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('privacy.inzagen.ouder')}
        </Button>
      )}
    </>
  );
}
