// SPDX-License-Identifier: EUPL-1.2
// The week of the privacy officer: what to judge, who saw what, what the house found. He judges; the machine points.
import { getRouteApi, Link } from '@tanstack/react-router';
import { type ComponentType, lazy, Suspense } from 'react';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { NotFound } from '../basis/schil/ErrorScreen';
import { useSession } from '../basis/session';
import { Loading } from '../basis/states';
import { type Deel, openDelen } from './delen';
import { Incidenten } from './Incidenten';
import { Noodtoegangen } from './Noodtoegangen';
import { Signaleringen } from './Signaleringen';
import { TeInformeren } from './TeInformeren';
import { Verstrekt } from './Verstrekt';
import { ZoekInzagen } from './ZoekInzagen';
import './privacy.css';

const EigenKenmerken = lazy(async () => ({ default: (await import('./EigenKenmerken')).EigenKenmerken }));

const route = getRouteApi('/kantoor/toezicht/$deel');

const INHOUD: Record<Deel, ComponentType> = {
  noodtoegang: Noodtoegangen,
  inzagen: ZoekInzagen,
  informeren: TeInformeren,
  verstrekkingen: Verstrekt,
  signaleringen: Signaleringen,
  incidenten: Incidenten,
  kenmerken: EigenKenmerken,
};

export default function Toezicht() {
  const { t } = useLanguage();
  const { deel } = route.useParams();
  const delen = openDelen(useSession().rechten);
  const gekozen = delen.find((one) => one === deel);
  if (gekozen === undefined) return <NotFound />;
  const Inhoud = INHOUD[gekozen];
  return (
    <div className="dw-scherm dw-toezicht">
      <PageHeading title={t('nav.toezicht')} />
      <nav className="dw-tabs" aria-label={t('privacy.delen')}>
        {delen.map((one) => (
          <Link key={one} to="/toezicht/$deel" params={{ deel: one }} className="dw-tab">
            {t(`privacy.deel.${one}`)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Loading />}>
        <Inhoud />
      </Suspense>
    </div>
  );
}
