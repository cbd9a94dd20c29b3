// SPDX-License-Identifier: EUPL-1.2
// What meets when: the meetings to come, the series they come from, and those that were.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { CalendarPlus, Plus } from 'lucide-react';
import type { OverlegRegel, Overlegreeks } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatDate, formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { overleggenQuery, planOverleg, reeksenQuery, toonOverleg } from './api';
import { StaatMerk, useRitme } from './merken';
import './overleg.css';

function Rij({ overleg }: { overleg: OverlegRegel }) {
  const { t, language } = useLanguage();
  return (
    <li className="dw-overlegrij">
      <div className="dw-overlegrij__wanneer">
        <time dateTime={overleg.begin}>{formatDate(overleg.datum, language)}</time>
        <span className="dw-zacht">
          {formatTime(overleg.begin, language)}–{formatTime(overleg.eind, language)}
        </span>
      </div>
      <div className="dw-overlegrij__wat">
        <Link to="/overleg/$id" params={{ id: overleg.id }} className="nl-link dw-overlegrij__naam">
          {overleg.reeks.naam}
          <span className="dw-onzichtbaar">, {formatDate(overleg.datum, language)}</span>
        </Link>
        <span className="dw-zacht">
          {[overleg.plaats, t('overleg.aantalpunten', { aantal: overleg.aantalPunten })].filter(Boolean).join(' · ')}
        </span>
      </div>
      <StaatMerk staat={overleg.staat} />
    </li>
  );
}

function Lijst({ wanneer }: { wanneer: 'komend' | 'geweest' }) {
  const { t } = useLanguage();
  const found = useQuery(overleggenQuery(wanneer));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) {
    return (
      <Empty title={t(`overleg.${wanneer}.geen`)}>
        <p className="nl-paragraph">{t(`overleg.${wanneer}.geen.uitleg`)}</p>
      </Empty>
    );
  }
  return (
    <ul className="dw-overlegrijen">
      {found.data.map((een) => (
        <Rij key={een.id} overleg={een} />
      ))}
    </ul>
  );
}

function Reeks({ reeks }: { reeks: Overlegreeks }) {
  const { t } = useLanguage();
  const ritme = useRitme();
  const client = useQueryClient();
  const navigate = useNavigate();
  const plan = async () => {
    try {
      const nieuw = await planOverleg(reeks.id, null);
      toonOverleg(client, nieuw);
      await navigate({ to: '/overleg/$id', params: { id: nieuw.id } });
    } catch (error) {
      announce(problemText(error, t));
    }
  };
  return (
    <li className="dw-overlegrij">
      <div className="dw-overlegrij__wat">
        <Link to="/overleg/reeksen/$reeks" params={{ reeks: reeks.id }} className="nl-link dw-overlegrij__naam">
          {reeks.naam}
        </Link>
        <span className="dw-zacht">
          {ritme(reeks)} · {t('overleg.voorgezetendoor', { naam: reeks.voorzitter.naam })}
        </span>
      </div>
      {reeks.magLeiden && (
        <Button icon={<CalendarPlus aria-hidden="true" size={18} />} onClick={() => void plan()}>
          {t('overleg.plan')}
          <span className="dw-onzichtbaar">: {reeks.naam}</span>
        </Button>
      )}
    </li>
  );
}

function Reeksen() {
  const { t } = useLanguage();
  const found = useQuery(reeksenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) {
    return (
      <Empty title={t('overleg.reeks.geen')}>
        <p className="nl-paragraph">{t('overleg.reeks.geen.uitleg')}</p>
      </Empty>
    );
  }
  return (
    <ul className="dw-overlegrijen">
      {found.data.map((een) => (
        <Reeks key={een.id} reeks={een} />
      ))}
    </ul>
  );
}

export default function Overleggen() {
  const { t } = useLanguage();
  const mayLead = useRight('overleg.leiden');
  return (
    <div className="dw-scherm dw-overleggen">
      <div className="dw-schermkop">
        <PageHeading title={t('nav.overleg')} />
        {mayLead && (
          <Link to="/overleg/reeksen/nieuw" className="nl-button nl-button--primary">
            <Plus aria-hidden="true" size={18} />
            <span className="nl-button__label">{t('overleg.reeks.nieuw')}</span>
          </Link>
        )}
      </div>
      <Vlak kop={t('overleg.komend')}>
        <Lijst wanneer="komend" />
      </Vlak>
      <Vlak kop={t('overleg.reeksen')}>
        <Reeksen />
      </Vlak>
      <Vlak kop={t('overleg.geweest')}>
        <Lijst wanneer="geweest" />
      </Vlak>
    </div>
  );
}
