// SPDX-License-Identifier: EUPL-1.2
// Open casussen in a stated order: by one criterion, or by all in the order the organisation gave them. Never by a sum.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../api/typen';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { Keuze } from '../casus/Keuze';
import { FaseMerk } from '../casus/merken';
import { criteriaQuery, prioriteringQuery } from './api';
import { useCriterium } from './criterium';
import '../basis/stijl/vakken.css';
import '../casus/casus.css';
import './aanpak.css';

export default function Prioritering() {
  const { t } = useLanguage();
  const { name } = useLists();
  const noem = useCriterium();
  const [eerst, setEerst] = useState<Id | undefined>(undefined);
  const criteria = useQuery(criteriaQuery);
  const found = useQuery(prioriteringQuery(eerst));
  const kop = (
    <>
      <Link to="/casussen" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.casussen')}
      </Link>
      <PageHeading title={t('aanpak.prioriteit.kop')} />
    </>
  );
  if (criteria.isPending || found.isPending) {
    return (
      <div className="dw-scherm">
        {kop}
        <Loading />
      </div>
    );
  }
  if (criteria.isError || found.isError) {
    const mis = criteria.isError ? criteria : found;
    return (
      <div className="dw-scherm">
        {kop}
        <Failed error={mis.error} retry={() => void mis.refetch()} />
      </div>
    );
  }
  const alle = criteria.data.criteria;
  const volgorde = found.data.volgorde.flatMap((id) => alle.find((one) => one.id === id) ?? []);
  return (
    <div className="dw-scherm dw-casussen dw-werkwijze">
      {kop}
      <p className="nl-paragraph">{t('aanpak.prioriteit.uitleg')}</p>
      <div className="dw-filters dw-casussen__filters">
        <Keuze
          label={t('aanpak.prioriteit.volgorde')}
          none={t('aanpak.prioriteit.alle')}
          value={eerst ?? ''}
          onChange={(id) => setEerst(id === '' ? undefined : id)}
          options={alle.map((one) => ({ value: one.id, label: noem(one).naam }))}
        />
      </div>
      <p className="nl-paragraph" role="status">
        {t('aanpak.prioriteit.orde', { namen: volgorde.map((one, nr) => `${nr + 1}. ${noem(one).naam}`).join(', ') })}
      </p>
      {found.data.resultaten.length === 0 ? (
        <Empty title={t('aanpak.prioriteit.geen')}>{t('aanpak.prioriteit.geen.uitleg')}</Empty>
      ) : (
        <table className="dw-tabel">
          <caption className="dw-onzichtbaar">{t('aanpak.prioriteit.kop')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('casus.werknaam')}</th>
              <th scope="col">{t('casus.fase')}</th>
              {alle.map((one) => (
                <th key={one.id} scope="col">
                  {noem(one).naam}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.data.resultaten.map((row) => (
              <tr key={row.casus}>
                <th scope="row">
                  <Link
                    to="/casussen/$id/$deel"
                    params={{ id: row.casus, deel: 'plan' }}
                    className="nl-link dw-tabel__naam"
                  >
                    {row.werknaam}
                  </Link>
                  <div className="dw-zacht dw-klein">
                    <span className="dw-kenmerk">{row.kenmerk}</span> · {name('themas', row.thema)}
                  </div>
                </th>
                <td data-kop={t('casus.fase')}>
                  <FaseMerk fase={row.fase} />
                </td>
                {alle.map((one) => {
                  const van = row.beoordelingen.find((b) => b.criterium === one.id);
                  return (
                    <td key={one.id} data-kop={noem(one).naam}>
                      {van === undefined ? (
                        <span className="dw-zacht">{t('aanpak.prioriteit.niet')}</span>
                      ) : (
                        <details className="dw-waarom">
                          <summary>{noem(one).treden[van.trede - 1]}</summary>
                          <p className="dw-lopend">{van.motivering}</p>
                          <p className="dw-zacht dw-klein">{van.door.naam}</p>
                        </details>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.data.meer && <p className="nl-paragraph">{t('aanpak.prioriteit.meer')}</p>}
    </div>
  );
}
