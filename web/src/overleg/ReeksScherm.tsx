// SPDX-License-Identifier: EUPL-1.2
// A series: when it meets, who leads it, who belongs to it with which mandate and secrecy.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft, CalendarPlus, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Reekssoort } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { isMissing, problemText } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { planOverleg, reeksQuery, toonOverleg } from './api';
import { useRitme } from './merken';
import { Koppelingen } from './ReeksKoppelingen';
import { Leden } from './ReeksLeden';
import { ReeksVorm } from './ReeksVorm';
import './overleg.css';

const route = getRouteApi('/kantoor/overleg/reeksen/$reeks');

export default function ReeksScherm() {
  const { t, language } = useLanguage();
  const { reeks: id } = route.useParams();
  const client = useQueryClient();
  const navigate = useNavigate();
  const ritme = useRitme();
  const found = useQuery(reeksQuery(id));
  const [wijzigt, setWijzigt] = useState(false);
  if (found.isPending) return <Loading />;
  if (isMissing(found.error)) return <NotFound />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const reeks = found.data;
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
    <div className="dw-scherm dw-overleggen">
      <Link to="/overleg" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.overleg')}
      </Link>
      <div className="dw-schermkop">
        <PageHeading title={reeks.naam} />
        {reeks.magLeiden && (
          <Button weight="primary" icon={<CalendarPlus aria-hidden="true" size={18} />} onClick={() => void plan()}>
            {t('overleg.plan')}
          </Button>
        )}
      </div>
      <Vlak
        kop={t('overleg.reeks')}
        rechts={
          reeks.magLeiden &&
          !wijzigt && (
            <Button weight="subtle" icon={<Pencil aria-hidden="true" size={18} />} onClick={() => setWijzigt(true)}>
              {t('overleg.wijzigen')}
            </Button>
          )
        }
      >
        {wijzigt ? (
          <ReeksVorm reeks={reeks} onClose={() => setWijzigt(false)} />
        ) : (
          <dl className="dw-feiten">
            <dt>{t('overleg.soort')}</dt>
            <dd>{t(`overleg.soort.${reeks.soort as Reekssoort}`)}</dd>
            <dt>{t('overleg.wanneer')}</dt>
            <dd>
              {ritme(reeks)}, {t('overleg.duurt', { minuten: reeks.duurMinuten })}
            </dd>
            <dt>{t('overleg.vanaf')}</dt>
            <dd>{formatShortDate(reeks.vanaf, language)}</dd>
            {reeks.plaats !== '' && (
              <>
                <dt>{t('overleg.plaats')}</dt>
                <dd>{reeks.plaats}</dd>
              </>
            )}
            <dt>{t('overleg.voorzitter')}</dt>
            <dd>{reeks.voorzitter.naam}</dd>
            <dt>{t('overleg.secretaris')}</dt>
            <dd>{reeks.secretaris.naam}</dd>
          </dl>
        )}
      </Vlak>
      <Leden reeks={reeks} />
      <Koppelingen reeks={reeks} />
    </div>
  );
}
