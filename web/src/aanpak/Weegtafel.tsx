// SPDX-License-Identifier: EUPL-1.2
// What police or prosecution did not take up, and what the municipality makes of it: those whose turn it is first.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { WeegtafelRegel } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { WeegtafelInhoud } from '../signaal/WeegtafelVak';
import { weegtafelQuery } from './api';
import '../basis/stijl/vakken.css';
import '../casus/casus.css';
import '../signaal/signaal.css';
import './aanpak.css';

function Lijst({ regels }: { regels: readonly WeegtafelRegel[] }) {
  const { language } = useLanguage();
  const { name } = useLists();
  return (
    <ul className="dw-kaarten">
      {regels.map((one) => (
        <li key={one.signaal} className="dw-vlak dw-kaart">
          <h3 className="nl-heading nl-heading--level-4">
            <Link to="/signalen/$id" params={{ id: one.signaal }} className="nl-link">
              {one.titel}
            </Link>
          </h3>
          <p className="dw-zacht dw-klein">
            <span className="dw-kenmerk">{one.kenmerk}</span> · {name('signaalbronnen', one.bron)} ·{' '}
            {formatShortDate(one.gemeldOp, language)}
          </p>
          <WeegtafelInhoud regel={one} />
        </li>
      ))}
    </ul>
  );
}

export default function Weegtafel() {
  const { t } = useLanguage();
  const found = useQuery(weegtafelQuery);
  const beurt = found.data?.filter((one) => one.aanDeBeurt) ?? [];
  const gewogen = found.data?.filter((one) => !one.aanDeBeurt) ?? [];
  return (
    <div className="dw-scherm dw-werkwijze">
      <Link to="/signalen" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.signalen')}
      </Link>
      <PageHeading title={t('aanpak.weegtafel.kop')} />
      <p className="nl-paragraph">{t('aanpak.weegtafel.uitleg')}</p>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : found.data.length === 0 ? (
        <Empty title={t('aanpak.weegtafel.leeg')}>{t('aanpak.weegtafel.leeg.uitleg')}</Empty>
      ) : (
        <div className="dw-casus__vakken">
          <Vlak kop={t('aanpak.weegtafel.beurt', { aantal: beurt.length })}>
            {beurt.length === 0 ? (
              <p className="dw-zacht">{t('aanpak.weegtafel.beurt.geen')}</p>
            ) : (
              <Lijst regels={beurt} />
            )}
          </Vlak>
          {gewogen.length > 0 && (
            <Vlak kop={t('aanpak.weegtafel.gewogen')}>
              <Lijst regels={gewogen} />
            </Vlak>
          )}
        </div>
      )}
    </div>
  );
}
