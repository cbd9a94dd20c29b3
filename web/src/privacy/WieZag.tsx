// SPDX-License-Identifier: EUPL-1.2
// "Who saw this?" of a casus or a signaal, for who works in it and may know.
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Id } from '../api/typen';
import { type BerichtId, useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { InzagenTabel } from './InzagenTabel';
import './privacy.css';

function WieZag({ soort, id, kop, terug }: { soort: 'casus' | 'signaal'; id: Id; kop: BerichtId; terug: ReactNode }) {
  const { t } = useLanguage();
  return (
    <div className="dw-scherm dw-toezicht">
      {terug}
      <PageHeading title={t(kop)} />
      <p className="nl-paragraph">{t('privacy.inzagen.uitleg')}</p>
      <InzagenTabel wat={{ soort, id }} kop={t(kop)} />
    </div>
  );
}

const casusRoute = getRouteApi('/kantoor/casussen/$id/inzagen');
const signaalRoute = getRouteApi('/kantoor/signalen/$id/inzagen');

export function CasusInzagen() {
  const { t } = useLanguage();
  const { id } = casusRoute.useParams();
  return (
    <WieZag
      soort="casus"
      id={id}
      kop="privacy.inzagen.casus"
      terug={
        <Link to="/casussen/$id/$deel" params={{ id, deel: 'overzicht' }} className="nl-link dw-terug">
          <ArrowLeft aria-hidden="true" size={16} /> {t('privacy.inzagen.naarcasus')}
        </Link>
      }
    />
  );
}

export function SignaalInzagen() {
  const { t } = useLanguage();
  const { id } = signaalRoute.useParams();
  return (
    <WieZag
      soort="signaal"
      id={id}
      kop="privacy.inzagen.signaal"
      terug={
        <Link to="/signalen/$id" params={{ id }} className="nl-link dw-terug">
          <ArrowLeft aria-hidden="true" size={16} /> {t('privacy.inzagen.naarsignaal')}
        </Link>
      }
    />
  );
}
