// SPDX-License-Identifier: EUPL-1.2
// What was given out of a casus: to whom, why, which facts, and the notices that are due since.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Id, Verstrekking } from '../api/typen';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { problemText } from '../basis/problem';
import { Empty, Failed, Loading } from '../basis/states';
import { afschrift, verstrekkingenQuery } from './api';
import { BerichtenVak } from './BerichtenVak';
import { GevenVorm } from './GevenVorm';
import { RiecVak } from './RiecVak';

function Kaart({ casus, van, berichten }: { casus: Id; van: Verstrekking; berichten: boolean }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const [failure, setFailure] = useState<unknown>(null);
  const dag = (value: string) => formatShortDate(value, language);
  return (
    <li className="dw-vlak dw-kaart">
      <h3 className="nl-heading nl-heading--level-4">
        {name('partners', van.ontvanger)}, {van.terAttentieVan}
      </h3>
      <p className="dw-zacht dw-klein">
        <span className="dw-kenmerk">{van.kenmerk}</span> · {van.door.naam}, {dag(van.op)}
      </p>
      <dl className="dw-feiten">
        <dt>{t('verstrekking.doel')}</dt>
        <dd>{van.doel}</dd>
        <dt>{t('verstrekking.grondslag')}</dt>
        <dd>{name('grondslagen', van.grondslag)}</dd>
        {van.overleg !== null && (
          <>
            <dt>{t('verstrekking.overleg')}</dt>
            <dd>{van.overleg}</dd>
          </>
        )}
        <dt>{t('verstrekking.label')}</dt>
        <dd>{name('regimes', van.label)}</dd>
        <dt>{t('verstrekking.naarbetrokkene')}</dt>
        <dd>{t(van.teNoemen ? 'verstrekking.noembaar' : 'verstrekking.nietnoembaar')}</dd>
        {van.tot !== null && (
          <>
            <dt>{t('verstrekking.tot')}</dt>
            <dd>{dag(van.tot)}</dd>
          </>
        )}
      </dl>
      <details>
        <summary>{t('verstrekking.watgegeven', { aantal: van.feiten.length })}</summary>
        <ul>
          {van.feiten.map((one) => (
            <li key={`${one.soort} ${one.rij}`}>
              {t(`verstrekking.soort.${one.soort}`)}: {one.naam}
              {one.weg && ` (${t('verstrekking.weg')})`}
            </li>
          ))}
        </ul>
      </details>
      {van.riec !== null && <RiecVak casus={casus} van={van} riec={van.riec} mag={berichten} />}
      {van.kennisgevingen.length > 0 && <BerichtenVak casus={casus} van={van} mag={berichten} />}
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      {berichten && (
        <div className="dw-knoppen">
          <Button
            aria-label={`${t('verstrekking.opslaan')}: ${van.kenmerk}`}
            onClick={() => {
              setFailure(null);
              afschrift(casus, van).catch(setFailure);
            }}
          >
            {t('verstrekking.opslaan')}
          </Button>
        </div>
      )}
    </li>
  );
}

interface VakProps {
  casus: Id;
  /** A new extract may be given. */
  geven: boolean;
  /** Files may be saved and notices recorded, also of a closed casus. */
  berichten: boolean;
  /** It stands with the RIEC: what went there should be here. */
  bijRiec: boolean;
}

export function VerstrekkingenVak({ casus, geven, berichten, bijRiec }: VakProps) {
  const { t } = useLanguage();
  const [nieuw, setNieuw] = useState(false);
  const found = useQuery(verstrekkingenQuery(casus));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  return (
    <>
      <p className="nl-paragraph">{t('verstrekking.uitleg')}</p>
      {bijRiec && found.data.every((one) => one.riec === null) && (
        <p className="dw-hint">{t('verstrekking.riec.nietvastgelegd')}</p>
      )}
      {geven && (
        <div className="dw-knoppen">
          <Button weight="primary" onClick={() => setNieuw(true)}>
            {t('verstrekking.nieuw')}
          </Button>
        </div>
      )}
      {nieuw && <GevenVorm casus={casus} onClose={() => setNieuw(false)} />}
      {found.data.length === 0 ? (
        <Empty title={t('verstrekking.geen')}>{t('verstrekking.geen.uitleg')}</Empty>
      ) : (
        <ul className="dw-kaarten">
          {found.data.map((one) => (
            <Kaart key={one.id} casus={casus} van={one} berichten={berichten} />
          ))}
        </ul>
      )}
    </>
  );
}
