// SPDX-License-Identifier: EUPL-1.2
// What the room sees, in a window of its own: large, and never more than everybody who is there may see; the server decides.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useShortcuts } from '../basis/keys';
import { useLanguage } from '../basis/language';
import { useGebeurtenis, useLive } from '../basis/live';
import { PageHeading } from '../basis/page';
import { beeldQuery, zetZwart } from './api';
import { luister, sein } from './zender';
import './beeld.css';

const route = getRouteApi('/overleg/$id/beeld');

const NALEES_MS = 10_000;
const LIVE = [
  { kind: 'overleg', lists: [], object: 'overlegbeeld' },
  { kind: 'agendapunt', lists: [], object: 'overlegbeeld' },
];

/** Steps of type, the largest first: as large as fits, so that one reads it from the other end of the room. */
const MATEN = [1, 0.85, 0.72, 0.6, 0.5];

/** Takes the largest type at which nothing falls off the screen; with more than that one scrolls. */
function usePassend(inhoud: string) {
  const vak = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew when there is something else to read
  useLayoutEffect(() => {
    const hier = vak.current;
    if (hier === null) return undefined;
    const pas = () => {
      for (const maat of MATEN) {
        hier.style.setProperty('--dw-maat', String(maat));
        if (hier.scrollHeight <= window.innerHeight) break;
      }
    };
    pas();
    window.addEventListener('resize', pas);
    return () => window.removeEventListener('resize', pas);
  }, [inhoud]);
  return vak;
}

const TOETSEN = [
  ['PageUp', 'vorig'],
  ['PageDown', 'volgend'],
  ['.', 'zwart'],
  ['F11', 'groot'],
] as const;

export default function Beeld() {
  const { t } = useLanguage();
  const { id } = route.useParams();
  const client = useQueryClient();
  const { queryKey } = beeldQuery(id);
  const found = useQuery({ ...beeldQuery(id), refetchInterval: NALEES_MS });
  // Black at the press of the key, before the server has said so.
  const [donker, setDonker] = useState<boolean | null>(null);
  useLive(client, LIVE);
  const lees = () => void client.invalidateQueries({ queryKey });
  useGebeurtenis('overleg', lees);
  useGebeurtenis('agendapunt', lees);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one channel for each meeting
  useEffect(
    () =>
      luister(id, (wat) => {
        if (wat === 'lees') {
          setDonker(null);
          lees();
        } else if (wat === 'zwart' || wat === 'licht') setDonker(wat === 'zwart');
      }),
    [id],
  );
  const beeld = found.data;
  const zwart = donker ?? beeld?.zwart ?? false;
  useShortcuts({
    PageDown: () => sein(id, 'volgend'),
    PageUp: () => sein(id, 'vorig'),
    '.': () => {
      setDonker(!zwart);
      zetZwart(id, !zwart)
        .then((na) => client.setQueryData(queryKey, na))
        .catch(() => undefined)
        .finally(() => setDonker(null));
    },
  });
  // What cannot be asked may not be shown: somebody may have come in meanwhile.
  const stil = zwart || found.isError || beeld === undefined;
  const vak = usePassend(stil ? '' : JSON.stringify(beeld));
  return (
    <main ref={vak} className={stil ? 'dw-beeld dw-beeld--zwart' : 'dw-beeld'}>
      {stil ? (
        <>
          <h1 className="dw-onzichtbaar">{t('overleg.beeld.kop')}</h1>
          {found.isError && <p className="dw-beeld__stil">{t('overleg.beeld.weg')}</p>}
        </>
      ) : (
        <>
          <PageHeading title={t('overleg.beeld.kop')}>
            {beeld.titel ?? t(beeld.zonderBeeld ? 'overleg.beeld.zonder' : 'overleg.beeld.geenpunt')}
          </PageHeading>
          {beeld.titel !== null && (
            <dl className="dw-beeld__delen" aria-live="polite">
              {beeld.delen.map((deel) => (
                <div key={deel.soort}>
                  <dt>{t(`overleg.deel.${deel.soort}`)}</dt>
                  <dd>{deel.tekst}</dd>
                </div>
              ))}
              {beeld.besluittekst !== null && (
                <div className="dw-beeld__besluit">
                  <dt>{t('overleg.besluit')}</dt>
                  <dd>{beeld.besluittekst}</dd>
                </div>
              )}
            </dl>
          )}
          <ul className="dw-beeld__toetsen" aria-label={t('overleg.beeld.toetsen')}>
            {TOETSEN.map(([toets, wat]) => (
              <li key={toets}>
                <kbd>{toets}</kbd> {t(`overleg.beeld.toets.${wat}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </main>
  );
}
