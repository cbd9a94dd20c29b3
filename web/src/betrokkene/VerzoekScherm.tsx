// SPDX-License-Identifier: EUPL-1.2
// One request from receipt to letter, from above to below: who asks, searching everything, a decision on each item, the
// weighing, the letter, and who saw the files. The program gathers; the officer decides.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { Verzoek } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatDate, formatDateTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { problemText } from '../basis/problem';
import { useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { Vlak } from '../basis/vlak';
import { handeling } from '../privacy/woorden';
import { inzagenQuery, verleng, verzoekQuery, wijzig, zetOver } from './api';
import { BesluitVak } from './BesluitVak';
import { GegevensVak } from './GegevensVak';
import { Reden } from './Reden';
import { ZoekVak } from './ZoekVak';
import '../basis/stijl/vakken.css';
import '../privacy/privacy.css';

const route = getRouteApi('/kantoor/verzoeken/$id');

function Feiten({ verzoek }: { verzoek: Verzoek }) {
  const { t, language } = useLanguage();
  const open = verzoek.staat !== 'afgerond' && verzoek.staat !== 'ingetrokken';
  return (
    <dl className="dw-feiten">
      <dt>{t('betrokkene.staat')}</dt>
      <dd>{t(`betrokkene.staat.${verzoek.staat}`)}</dd>
      <dt>{t('betrokkene.naam')}</dt>
      <dd>{verzoek.naam}</dd>
      {verzoek.adres !== '' && (
        <>
          <dt>{t('betrokkene.adres')}</dt>
          <dd className="dw-lopend">{verzoek.adres}</dd>
        </>
      )}
      <dt>{t('betrokkene.vraag')}</dt>
      <dd className="dw-lopend">{verzoek.vraag}</dd>
      <dt>{t('betrokkene.ontvangen')}</dt>
      <dd>{formatDate(verzoek.ontvangenOp, language)}</dd>
      <dt>{t('betrokkene.termijn')}</dt>
      <dd>
        {open ? <TermijnChip datum={verzoek.termijn} /> : formatDate(verzoek.termijn, language)}{' '}
        <span className="dw-zacht">{verzoek.termijnRegel}</span>
      </dd>
      {verzoek.verlengdOp !== null && (
        <>
          <dt>{t('betrokkene.verlengd')}</dt>
          <dd>
            {formatDate(verzoek.verlengdOp, language)}: {verzoek.verlengingReden}
          </dd>
        </>
      )}
      <dt>{t('betrokkene.behandelaar')}</dt>
      <dd>{verzoek.behandelaar.naam}</dd>
      {verzoek.identiteit !== null && (
        <>
          <dt>{t('betrokkene.identiteit')}</dt>
          <dd>{verzoek.identiteit}</dd>
        </>
      )}
      {verzoek.bezwaarTot !== null && (
        <>
          <dt>{t('betrokkene.bezwaartot')}</dt>
          <dd>{formatDate(verzoek.bezwaarTot, language)}</dd>
        </>
      )}
    </dl>
  );
}

function Beginnen({ verzoek, vanMij }: { verzoek: Verzoek; vanMij: boolean }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const me = useSession().gebruiker.id;
  const [vraag, setVraag] = useState<'verlengen' | 'intrekken' | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const dicht = () => setVraag(null);
  if (verzoek.staat === 'afgerond' || verzoek.staat === 'ingetrokken') return null;
  if (!vanMij) {
    return (
      <>
        {failure !== null && (
          <div className="dw-mislukt" role="alert">
            {problemText(failure, t)}
          </div>
        )}
        <p className="nl-paragraph">{t('betrokkene.vananderen')}</p>
        <Button onClick={() => void wijzig(client, verzoek, { behandelaar: me }).catch(setFailure)}>
          {t('betrokkene.overnemen')}
        </Button>
      </>
    );
  }
  return (
    <>
      {verzoek.staat === 'ontvangen' && (
        <Reden
          label={t('betrokkene.identiteit')}
          hint={t('betrokkene.identiteit.hulp')}
          kort={5}
          knop={t('betrokkene.beginnen')}
          doe={async (identiteit) => {
            const nu = await wijzig(client, verzoek, { identiteit });
            await zetOver(client, nu, { naar: 'onderzoek' });
            announce(t('betrokkene.begonnen'));
          }}
        />
      )}
      {vraag === 'verlengen' && (
        <Reden
          label={t('betrokkene.verlengen.reden')}
          hint={t('betrokkene.verlengen.hulp')}
          kort={10}
          knop={t('betrokkene.verlengen')}
          doe={async (reden) => {
            await verleng(client, verzoek, reden);
            announce(t('betrokkene.verlengen.gedaan'));
          }}
          onClose={dicht}
        />
      )}
      {vraag === 'intrekken' && (
        <Reden
          label={t('betrokkene.intrekken.reden')}
          kort={5}
          knop={t('betrokkene.intrekken')}
          doe={(reden) => zetOver(client, verzoek, { naar: 'ingetrokken', reden })}
          onClose={dicht}
        />
      )}
      {vraag === null && (
        <div className="dw-knoppen">
          {verzoek.verlengdOp === null && (
            <Button onClick={() => setVraag('verlengen')}>{t('betrokkene.verlengen')}</Button>
          )}
          {verzoek.stappen.includes('ingetrokken') && (
            <Button weight="subtle" onClick={() => setVraag('intrekken')}>
              {t('betrokkene.intrekken')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

function WieZag({ verzoek }: { verzoek: Verzoek }) {
  const { t, language } = useLanguage();
  const found = useQuery(inzagenQuery(verzoek.id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) return <Empty title={t('betrokkene.inzagen.leeg')} />;
  return found.data.map((dossier) => (
    <details key={dossier.kenmerk} className="dw-meer">
      <summary>{t('betrokkene.inzagen.van', { kenmerk: dossier.kenmerk, aantal: dossier.inzagen.length })}</summary>
      <ul className="dw-handelingen">
        {dossier.inzagen.map((one, nummer) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a log have no id
          <li key={nummer}>
            <time dateTime={one.tijd}>{formatDateTime(one.tijd, language)}</time> · {one.wie.naam} ·{' '}
            {handeling(one.actie, t)}
          </li>
        ))}
      </ul>
    </details>
  ));
}

export default function VerzoekScherm() {
  const { t } = useLanguage();
  const { id } = route.useParams();
  const me = useSession().gebruiker.id;
  const [wieZag, setWieZag] = useState(false);
  const found = useQuery(verzoekQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const verzoek = found.data;
  const vanMij = verzoek.behandelaar.id === me;
  const zoekt = vanMij && verzoek.staat === 'onderzoek';
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={verzoek.kenmerk}>
        {t(`betrokkene.soort.${verzoek.soort}`)} · <span className="dw-kenmerk">{verzoek.kenmerk}</span>
      </PageHeading>
      <Vlak kop={t('betrokkene.verzoek')}>
        <Feiten verzoek={verzoek} />
        <Beginnen verzoek={verzoek} vanMij={vanMij} />
      </Vlak>
      {zoekt && (
        <Vlak kop={t('betrokkene.zoek')}>
          <ZoekVak verzoek={verzoek} />
        </Vlak>
      )}
      {verzoek.staat !== 'ontvangen' && (
        <>
          <Vlak kop={t('betrokkene.gegevens')}>
            <GegevensVak verzoek={verzoek} mag={zoekt} />
          </Vlak>
          <Vlak kop={t('betrokkene.besluit')}>
            <BesluitVak verzoek={verzoek} vanMij={vanMij} />
          </Vlak>
          <Vlak kop={t('betrokkene.inzagen')}>
            {wieZag ? (
              <WieZag verzoek={verzoek} />
            ) : (
              <Button onClick={() => setWieZag(true)}>{t('betrokkene.inzagen.toon')}</Button>
            )}
          </Vlak>
        </>
      )}
    </div>
  );
}
