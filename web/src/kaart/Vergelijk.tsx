// SPDX-License-Identifier: EUPL-1.2
// What came and went in an area between two days.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Selectievraag, Vergelijking } from '../api/typen';
import { formatDate, formatNumber } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import { SelectField } from '../basis/vorm/fields';
import { vergelijkQuery } from './api';

const TERUG = [1, 2, 5, 10, 20] as const;

function Rij({ een }: { een: Vergelijking['resultaten'][number] }) {
  const { t, language } = useLanguage();
  const { regel } = een;
  const maat = (value: number | null) => (value === null ? '–' : `${formatNumber(value, language)} m²`);
  const naam = regel.adres === '' ? t('kaart.zonderadres', { id: regel.identificatie }) : regel.adres;
  return (
    <tr>
      <th scope="row">
        {regel.soort === 'pand' ? (
          <Link to="/panden/$id" params={{ id: regel.identificatie }} className="nl-link">
            {naam}
          </Link>
        ) : (
          naam
        )}
      </th>
      <td data-kop={t('kaart.vergelijk.wat')}>{t(`kaart.vergelijk.${een.wat}`)}</td>
      <td data-kop={t('kaart.gebruik')}>
        {een.gebruikWas !== null && een.gebruikWas !== regel.gebruik && `${t(`kaart.gebruik.${een.gebruikWas}`)} → `}
        {t(`kaart.gebruik.${regel.gebruik}`)}
      </td>
      <td data-kop={t('register.oppervlakte')}>
        {een.wat === 'anders' && een.oppervlakteWas !== regel.oppervlakte && `${maat(een.oppervlakteWas)} → `}
        {maat(regel.oppervlakte)}
      </td>
    </tr>
  );
}

function Uitkomst({ vraag, eerder }: { vraag: Selectievraag; eerder: string }) {
  const { t, language } = useLanguage();
  const found = useQuery(vergelijkQuery(vraag, eerder));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { gekomen, gegaan, anders, resultaten } = found.data;
  return (
    <>
      <p role="status" className="nl-paragraph">
        {t('kaart.vergelijk.uitkomst', {
          van: formatDate(eerder, language),
          tot: formatDate(found.data.peildatum, language),
          gekomen,
          gegaan,
          anders,
        })}
        {gekomen + gegaan + anders > resultaten.length && ` ${t('kaart.vergelijk.afgekapt')}`}
      </p>
      {resultaten.length > 0 && (
        <table className="dw-tabel">
          <caption className="dw-onzichtbaar">{t('kaart.vergelijk')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('kaart.kop.adres')}</th>
              <th scope="col">{t('kaart.vergelijk.wat')}</th>
              <th scope="col">{t('kaart.gebruik')}</th>
              <th scope="col">{t('register.oppervlakte')}</th>
            </tr>
          </thead>
          <tbody>
            {resultaten.map((een) => (
              <Rij key={`${een.wat} ${een.regel.identificatie}`} een={een} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

export function Vergelijk({ vraag, peildatum }: { vraag: Selectievraag; peildatum: string }) {
  const { t } = useLanguage();
  const [terug, setTerug] = useState('');
  const eerder = `${String(Number(peildatum.slice(0, 4)) - Number(terug)).padStart(4, '0')}${peildatum.slice(4).replace('-02-29', '-02-28')}`;
  return (
    <div className="dw-kaartlijst">
      <SelectField
        name="vergelijk"
        label={t('kaart.vergelijk')}
        optional
        none={t('kaart.vergelijk.niet')}
        value={terug}
        onChange={setTerug}
        options={TERUG.map((jaren) => ({ value: String(jaren), label: t('kaart.vergelijk.jaren', { jaren }) }))}
      />
      {terug !== '' && <Uitkomst vraag={{ ...vraag, vanaf: null, aantal: null }} eerder={eerder} />}
    </div>
  );
}
