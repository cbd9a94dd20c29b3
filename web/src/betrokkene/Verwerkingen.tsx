// SPDX-License-Identifier: EUPL-1.2
// The register of processing activities with its versions, to read and to take along, and the impact assessment made of it.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { activiteitenQuery } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { Failed, Loading } from '../basis/states';
import { dpia, registerCsv } from './api';
import '../casus/casus.css';

function Register() {
  const { t, language } = useLanguage();
  const found = useQuery(activiteitenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  return (
    <table className="dw-tabel">
      <caption className="dw-onzichtbaar">{t('nav.verwerkingen')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('betrokkene.verwerkingen.naam')}</th>
          <th scope="col">{t('betrokkene.verwerkingen.doel')}</th>
          <th scope="col">{t('betrokkene.verwerkingen.grond')}</th>
          <th scope="col">{t('betrokkene.verwerkingen.gegevens')}</th>
          <th scope="col">{t('betrokkene.verwerkingen.ontvangers')}</th>
          <th scope="col">{t('betrokkene.verwerkingen.geldig')}</th>
        </tr>
      </thead>
      <tbody>
        {found.data.map((one) => {
          const van = formatShortDate(one.geldigVan, language);
          return (
            <tr key={`${one.code} ${one.versie}`}>
              <th scope="row">
                {language === 'en' ? one.naamEn : one.naamNl}
                <div className="dw-zacht dw-klein">{t('betrokkene.verwerkingen.versie', { versie: one.versie })}</div>
              </th>
              <td data-kop={t('betrokkene.verwerkingen.doel')} lang="nl">
                {one.doel}
              </td>
              <td data-kop={t('betrokkene.verwerkingen.grond')} lang="nl">
                {one.grondslagAvg}; {one.grondslagWet}
              </td>
              <td data-kop={t('betrokkene.verwerkingen.gegevens')} lang="nl">
                {one.gegevens.join(', ')}
              </td>
              <td data-kop={t('betrokkene.verwerkingen.ontvangers')} lang="nl">
                {one.ontvangers.join(', ')}
              </td>
              <td data-kop={t('betrokkene.verwerkingen.geldig')}>
                {one.geldigTot === null
                  ? t('betrokkene.verwerkingen.vanaf', { van })
                  : t('betrokkene.verwerkingen.vantot', { van, tot: formatShortDate(one.geldigTot, language) })}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export default function Verwerkingen() {
  const { t } = useLanguage();
  const [failure, setFailure] = useState<unknown>(null);
  const haal = (wat: () => Promise<void>) => {
    setFailure(null);
    wat().catch(setFailure);
  };
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={t('nav.verwerkingen')} />
      <p className="nl-paragraph">{t('betrokkene.verwerkingen.uitleg')}</p>
      <p className="nl-paragraph">{t('betrokkene.verwerkingen.dpia.uitleg')}</p>
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      <div className="dw-knoppen">
        <Button onClick={() => haal(registerCsv)}>{t('betrokkene.verwerkingen.csv')}</Button>
        <Button onClick={() => haal(dpia)}>{t('betrokkene.verwerkingen.dpia')}</Button>
      </div>
      <div className="dw-vlak">
        <div className="dw-vlak__inhoud">
          <Register />
        </div>
      </div>
    </div>
  );
}
