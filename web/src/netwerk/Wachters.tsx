// SPDX-License-Identifier: EUPL-1.2
// The watchers: which shapes are watched for, by whom, and what waits to be weighed.
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { BellPlus, Shapes } from 'lucide-react';
import { useState } from 'react';
import type { WachterKort } from '../api/typen';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { NieuweWachter } from './NieuweWachter';
import { wachtersQuery } from './wachter';
import './netwerk.css';

function Regel({ wachter }: { wachter: WachterKort }) {
  const { t, language } = useLanguage();
  return (
    <li>
      <Link to="/netwerk/wachters/$id" params={{ id: wachter.id }} className="nl-link">
        {wachter.naam}
      </Link>
      <span className="dw-verwijzingen__merk">
        <span className="dw-zacht dw-klein">
          {[
            t('netwerk.wachter.open', { aantal: wachter.open }),
            !wachter.aan ? t('netwerk.wachter.uit') : !wachter.waakt ? t('netwerk.wachter.stil') : '',
            wachter.casus === null ? '' : wachter.casus.werknaam,
            wachter.door.naam,
            formatShortDate(wachter.op, language),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
    </li>
  );
}

export default function Wachters() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  const [nieuw, setNieuw] = useState(false);
  const found = useQuery(wachtersQuery);
  return (
    <div className="dw-scherm dw-wachters">
      <PageHeading title={t('netwerk.wachters')} />
      <p className="nl-paragraph">{t('netwerk.wachters.uitleg')}</p>
      <div className="dw-knoppen">
        <Button weight="primary" icon={<BellPlus aria-hidden="true" size={18} />} onClick={() => setNieuw(true)}>
          {t('netwerk.wachter.nieuw')}
        </Button>
        <Link to="/netwerk/patroon" className="nl-link dw-wiezag">
          <Shapes aria-hidden="true" size={18} /> {t('netwerk.patroon.samenstellen')}
        </Link>
      </div>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : found.data.length === 0 ? (
        <Empty title={t('netwerk.wachters.geen')}>{t('netwerk.wachters.geen.uitleg')}</Empty>
      ) : (
        <Vlak kop={t('netwerk.wachters.lijst')}>
          <ul className="dw-verwijzingen">
            {found.data.map((one) => (
              <Regel key={one.id} wachter={one} />
            ))}
          </ul>
        </Vlak>
      )}
      {nieuw && (
        <NieuweWachter
          onGemaakt={(id) => void navigate({ to: '/netwerk/wachters/$id', params: { id } })}
          onClose={() => setNieuw(false)}
        />
      )}
    </div>
  );
}
