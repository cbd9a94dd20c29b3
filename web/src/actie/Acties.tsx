// SPDX-License-Identifier: EUPL-1.2
// Actions over all meetings and dossiers: one's own, or all that one may see; what is late stands first.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../basis/button';
import { daysUntil } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { RadioField } from '../basis/vorm/fields';
import { ActieLijst } from './ActieLijst';
import { actiesQuery, type Stand } from './api';

export default function Acties() {
  const { t } = useLanguage();
  const [wie, setWie] = useState<'ik' | 'alle'>('ik');
  const [staat, setStaat] = useState<Stand>('open');
  const found = useInfiniteQuery(actiesQuery({ wie, staat }));
  const acties = found.data?.pages.flatMap((page) => page.resultaten) ?? [];
  const late = acties.filter((one) => one.staat === 'open' && daysUntil(one.datum) < 0);
  const rest = acties.filter((one) => !late.includes(one));
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={t('nav.acties')} />
      <div className="dw-kolommen">
        <RadioField
          name="wie"
          label={t('actie.van')}
          row
          value={wie}
          onChange={(value) => setWie(value as 'ik' | 'alle')}
          options={[
            { value: 'ik', label: t('actie.van.mij') },
            { value: 'alle', label: t('actie.van.alle') },
          ]}
        />
        <RadioField
          name="staat"
          label={t('actie.stand')}
          row
          value={staat}
          onChange={(value) => setStaat(value as Stand)}
          options={[
            { value: 'open', label: t('actie.staat.open') },
            { value: 'gedaan', label: t('actie.staat.gedaan') },
            { value: 'alle', label: t('actie.staat.alle') },
          ]}
        />
      </div>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data !== undefined && acties.length === 0 && (
        <div className="dw-vlak">
          <Empty title={t(staat === 'open' ? 'actie.geen' : 'actie.geen.stand')}>{t('actie.geen.uitleg')}</Empty>
        </div>
      )}
      {late.length > 0 && (
        <section className="dw-vlak" aria-labelledby="kop-telaat">
          <div className="dw-vlak__kop">
            <h2 id="kop-telaat" className="nl-heading nl-heading--level-3">
              {t('actie.telaat', { aantal: late.length })}
            </h2>
          </div>
          <ActieLijst acties={late} naam={t('actie.telaat', { aantal: late.length })} />
        </section>
      )}
      {rest.length > 0 && (
        <section className="dw-vlak" aria-labelledby="kop-acties">
          <div className="dw-vlak__kop">
            <h2 id="kop-acties" className="nl-heading nl-heading--level-3">
              {t(staat === 'open' ? 'actie.binnenkort' : `actie.staat.${staat}`)}
            </h2>
            <span className="dw-zacht">{t('actie.toets')}</span>
          </div>
          <ActieLijst acties={rest} naam={t(staat === 'open' ? 'actie.binnenkort' : `actie.staat.${staat}`)} />
        </section>
      )}
      {found.hasNextPage && (
        <div className="dw-knoppen">
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('actie.meer')}
          </Button>
        </div>
      )}
    </div>
  );
}
