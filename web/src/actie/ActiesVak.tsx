// SPDX-License-Identifier: EUPL-1.2
// The actions of one casus: who does what by when, and what came of it.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Actie, Id } from '../api/typen';
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import { Empty, Failed, Loading } from '../basis/states';
import { ActieLijst } from './ActieLijst';
import { ActieVorm } from './ActieVorm';
import { actiesQuery } from './api';

interface VakProps {
  casus: Id;
  schrijven: boolean;
  /** As they were known at the moment that is looked at; null: now. */
  toen: readonly Actie[] | null;
}

export function ActiesVak({ casus, schrijven, toen }: VakProps) {
  const { t } = useLanguage();
  const [nieuw, setNieuw] = useState(false);
  const found = useInfiniteQuery({ ...actiesQuery({ wie: 'alle', staat: 'alle', casus }), enabled: toen === null });
  if (toen === null && found.isPending) return <Loading />;
  if (toen === null && found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const alle =
    toen?.map((one) => ({ ...one, dossier: null, overleg: null, geescaleerdOp: null, magWijzigen: false })) ??
    found.data?.pages.flatMap((page) => page.resultaten) ??
    [];
  const open = alle.filter((one) => one.staat === 'open').sort((a, b) => a.datum.localeCompare(b.datum));
  const dicht = alle.filter((one) => one.staat !== 'open');
  return (
    <>
      {schrijven && (
        <div className="dw-knoppen">
          <Button weight="primary" icon={<Plus aria-hidden="true" size={18} />} onClick={() => setNieuw(true)}>
            {t('actie.nieuw')}
          </Button>
        </div>
      )}
      {alle.length === 0 && <Empty title={t('actie.casus.geen')}>{t('actie.casus.geen.uitleg')}</Empty>}
      {open.length > 0 && <ActieLijst acties={open} naam={t('actie.staat.open')} zonderDossier />}
      {dicht.length > 0 && (
        <details className="dw-acties__dicht">
          <summary>{t('actie.klaar', { aantal: dicht.length })}</summary>
          <ActieLijst acties={dicht} naam={t('actie.klaar', { aantal: dicht.length })} zonderDossier />
        </details>
      )}
      {toen === null && found.hasNextPage && (
        <div className="dw-knoppen">
          <Button busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t('actie.meer')}
          </Button>
        </div>
      )}
      {nieuw && <ActieVorm casus={casus} onClose={() => setNieuw(false)} />}
    </>
  );
}
