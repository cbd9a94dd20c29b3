// SPDX-License-Identifier: EUPL-1.2
// What was learnt, without the casus it came from: for everybody of the organisation.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { Werkwijze } from '../aanpak/Werkwijze';
import type { Les } from '../api/typen';
import { Button } from '../basis/button';
import { formatMonth } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Keuze } from '../casus/Keuze';
import { Weghalen } from '../casus/Weghalen';
import { lessenQuery, trekIn } from './api';
import '../basis/stijl/vakken.css';

const route = getRouteApi('/kantoor/lessen');

export default function Lessen() {
  const { t, language } = useLanguage();
  const { name, options } = useLists();
  const { rechten } = useSession();
  const client = useQueryClient();
  const { thema } = route.useSearch();
  const navigate = route.useNavigate();
  const [weg, setWeg] = useState<Les | null>(null);
  const found = useQuery(lessenQuery);
  const alle = found.data ?? [];
  const lessen = alle.filter((one) => thema === undefined || one.thema === thema);
  return (
    <Werkwijze deel="lessen">
      <p className="nl-paragraph">{t('leren.lessen.kop.uitleg')}</p>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : alle.length === 0 ? (
        <Empty title={t('leren.lessen.leeg')}>{t('leren.lessen.leeg.uitleg')}</Empty>
      ) : (
        <>
          <div className="dw-filters">
            <Keuze
              label={t('casus.thema')}
              none={t('casus.filter.alle')}
              value={thema ?? ''}
              onChange={(one) => void navigate({ search: { thema: one === '' ? undefined : one }, replace: true })}
              options={options('themas').filter(
                (one) => one.value === thema || alle.some((les) => les.thema === one.value),
              )}
            />
          </div>
          {lessen.length === 0 ? (
            <Empty title={t('leren.lessen.thema.leeg')}>
              <Button onClick={() => void navigate({ search: {}, replace: true })}>{t('casus.filter.wissen')}</Button>
            </Empty>
          ) : (
            <ul className="dw-kaarten">
              {lessen.map((one) => (
                <li key={one.id} className="dw-vlak dw-kaart">
                  <h2 className="nl-heading nl-heading--level-3">{one.titel}</h2>
                  <p className="dw-zacht dw-klein">
                    {name('themas', one.thema)} · {formatMonth(one.maand.slice(0, 7), language)}
                  </p>
                  <p className="dw-lopend">{one.tekst}</p>
                  {one.instrumenten.length > 0 && (
                    <p className="dw-zacht">
                      {t('leren.lessen.metwat', {
                        wat: one.instrumenten.map((code) => name('interventietypen', code)).join(', '),
                      })}
                    </p>
                  )}
                  {rechten.includes('aanpak.beheren') && (
                    <Button
                      weight="subtle"
                      aria-label={`${t('leren.les.trekin')}: ${one.titel}`}
                      onClick={() => setWeg(one)}
                    >
                      {t('leren.les.trekin')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {weg !== null && (
        <Weghalen
          kop={t('leren.les.trekin')}
          wat={weg.titel}
          uitleg={t('leren.les.trekin.uitleg')}
          doe={() => trekIn(client, weg.id)}
          gedaan={t('leren.les.ingetrokken')}
          onClose={() => setWeg(null)}
        />
      )}
    </Werkwijze>
  );
}
