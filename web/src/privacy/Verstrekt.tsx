// SPDX-License-Identifier: EUPL-1.2
// What casussen gave to others over a chosen period: to whom, when, on which ground and how much; never what it said.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Verstrekt as Regel } from '../api/typen';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { Empty, Failed, Loading } from '../basis/states';
import { type Periode, verstrektQuery } from './api';
import { laatsteDagen, PeriodeVorm } from './PeriodeVorm';

const LANGST = 366;
const GEWOON = 90;

function Rij({ van }: { van: Regel }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const dag = (value: string) => formatShortDate(value, language);
  return (
    <tr>
      <th scope="row">
        <time dateTime={van.op}>{dag(dayOf(van.op))}</time>
        <div className="dw-kenmerk dw-klein">{van.kenmerk}</div>
      </th>
      <td data-kop={t('privacy.verstrekt.ontvanger')}>
        <span className="dw-tabel__naam">{name('partners', van.ontvanger)}</span>
        {van.tot !== null && (
          <div className="dw-zacht dw-klein">{t('privacy.verstrekt.tot', { dag: dag(van.tot) })}</div>
        )}
      </td>
      <td data-kop={t('privacy.verstrekt.grond')}>
        {name('grondslagen', van.grondslag)}
        <div className="dw-zacht dw-klein">{name('regimes', van.label)}</div>
      </td>
      <td data-kop={t('privacy.verstrekt.hoeveel')}>
        {t('privacy.verstrekt.feiten', { feiten: van.feiten, personen: van.personen })}
        {van.openBerichten > 0 && (
          <div>
            <strong>{t('privacy.verstrekt.open', { aantal: van.openBerichten })}</strong>
          </div>
        )}
      </td>
      <td data-kop={t('privacy.verstrekt.uit')}>
        <span className="dw-kenmerk">{van.casus}</span>
        <div className="dw-zacht dw-klein">{van.door.naam}</div>
      </td>
    </tr>
  );
}

function Lijst({ periode }: { periode: Periode }) {
  const { t } = useLanguage();
  const found = useQuery(verstrektQuery(periode));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) {
    return (
      <div className="dw-vlak">
        <Empty title={t('privacy.verstrekt.geen')}>{t('privacy.verstrekt.geen.uitleg')}</Empty>
      </div>
    );
  }
  return (
    <table className="dw-tabel">
      <caption className="dw-onzichtbaar">{t('privacy.deel.verstrekkingen')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('privacy.wanneer')}</th>
          <th scope="col">{t('privacy.verstrekt.ontvanger')}</th>
          <th scope="col">{t('privacy.verstrekt.grond')}</th>
          <th scope="col">{t('privacy.verstrekt.hoeveel')}</th>
          <th scope="col">{t('privacy.verstrekt.uit')}</th>
        </tr>
      </thead>
      <tbody>
        {found.data.map((one) => (
          <Rij key={one.kenmerk} van={one} />
        ))}
      </tbody>
    </table>
  );
}

export function Verstrekt() {
  const { t } = useLanguage();
  const [periode, setPeriode] = useState(() => laatsteDagen(GEWOON));
  return (
    <>
      <p className="nl-paragraph dw-lopend">{t('privacy.verstrekt.uitleg')}</p>
      <PeriodeVorm periode={periode} langst={LANGST} teLang={t('privacy.verstrekt.fout.periode')} onToon={setPeriode} />
      <Lijst periode={periode} />
    </>
  );
}
