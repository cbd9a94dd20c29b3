// SPDX-License-Identifier: EUPL-1.2
// Everything about one signaal.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft, Eye, Pencil, UserCheck } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { useEditing } from '../basis/editing';
import { useLanguage } from '../basis/language';
import { NaarNetwerk } from '../basis/NaarNetwerk';
import { PageHeading } from '../basis/page';
import { isMissing, problemText } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { useRight, useSession } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { AdresKaart } from '../register/AdresKaart';
import { signaalQuery, toonOveral, wijzigSignaal } from './api';
import { Besluitbalk } from './Besluitbalk';
import { BesluitVenster } from './BesluitVenster';
import { type Besluit, isGesloten } from './besluiten';
import { Kerngegevens, Omschrijving, VerloopLijst, Vervolg, Wegingen, ZelfdeAdres } from './blad';
import { EmbargoVak } from './EmbargoVak';
import { MelderVak } from './MelderVak';
import { StatusMerk } from './merken';
import { VermeldingenVak } from './VermeldingenVak';
import { WeegtafelVak } from './WeegtafelVak';
import './signaal.css';

const WijzigVorm = lazy(() => import('./WijzigVorm'));
const route = getRouteApi('/kantoor/signalen/$id');

function Vlak({ kop, children, rechts }: { kop: string; children: ReactNode; rechts?: ReactNode }) {
  const id = useId();
  return (
    <section className="dw-vlak" aria-labelledby={id}>
      <div className="dw-vlak__kop">
        <h2 id={id} className="nl-heading nl-heading--level-3">
          {kop}
        </h2>
        {rechts}
      </div>
      <div className="dw-vlak__inhoud">{children}</div>
    </section>
  );
}

export default function SignaalScherm() {
  const { t } = useLanguage();
  const { id } = route.useParams();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const mayAsk = useRight('inzagen.zien');
  const mayWriteAny = useRight('signaal.schrijven');
  const found = useQuery(signaalQuery(id));
  const { editing, setEditing, button } = useEditing('titel');
  const [besluit, setBesluit] = useState<Besluit | null>(null);
  if (found.isPending) return <Loading />;
  if (isMissing(found.error)) return <NotFound />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const signaal = found.data;
  const mayWrite = mayWriteAny && !isGesloten(signaal.status);

  const takeOn = () =>
    wijzigSignaal(id, signaal.versie, { behandelaar: gebruiker.id }).then(
      (after) => {
        toonOveral(client, after);
        announce(t('signaal.opmij.gedaan', { kenmerk: after.kenmerk }));
      },
      (error) => {
        void found.refetch();
        announce(problemText(error, t));
      },
    );

  return (
    <div className="dw-scherm dw-signaal">
      <Link to="/signalen" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.signalen')}
      </Link>
      <div className="dw-signaal__kop">
        <p className="dw-leesvak__boven">
          <span className="dw-kenmerk">{signaal.kenmerk}</span> <StatusMerk {...signaal} />
        </p>
        <PageHeading title={signaal.kenmerk}>{signaal.titel}</PageHeading>
        <p className="dw-zacht">{signaal.adres?.weergave ?? t('signaal.geenadres')}</p>
      </div>
      <Besluitbalk signaal={signaal} onBesluit={setBesluit} />
      <Vervolg signaal={signaal} />
      <EmbargoVak signaal={signaal} />
      <div className="dw-signaal__kolommen">
        <div className="dw-signaal__hoofd">
          <Vlak
            kop={t(editing ? 'signaal.wijzigen.kop' : 'signaal.omschrijving')}
            rechts={
              mayWrite &&
              !editing && (
                <Button ref={button} icon={<Pencil aria-hidden="true" size={16} />} onClick={() => setEditing(true)}>
                  {t('signaal.wijzigen')}
                </Button>
              )
            }
          >
            {editing ? (
              <Suspense fallback={<Loading />}>
                <WijzigVorm
                  signaal={signaal}
                  onCancel={() => setEditing(false)}
                  onDone={() => {
                    setEditing(false);
                    announce(t('signaal.gewijzigd', { kenmerk: signaal.kenmerk }));
                  }}
                />
              </Suspense>
            ) : (
              <Omschrijving tekst={signaal.omschrijving} />
            )}
          </Vlak>
          <Vlak kop={t('signaal.vermeldingen')}>
            <VermeldingenVak signaal={signaal} />
          </Vlak>
          <Vlak kop={t('signaal.weging.kop')}>
            <Wegingen signaal={signaal} />
          </Vlak>
          <Vlak kop={t('signaal.verloop')}>
            <VerloopLijst signaal={signaal} />
          </Vlak>
        </div>
        <div className="dw-signaal__zij">
          <Vlak
            kop={t('signaal.gegevens')}
            rechts={
              mayWrite &&
              signaal.behandelaar === null && (
                <Button weight="subtle" icon={<UserCheck aria-hidden="true" size={16} />} onClick={() => void takeOn()}>
                  {t('signaal.opmij')}
                </Button>
              )
            }
          >
            <Kerngegevens signaal={signaal} />
            <NaarNetwerk soort="signaal" id={id} />
            {mayAsk && (
              <Link to="/signalen/$id/inzagen" params={{ id }} className="nl-link dw-wiezag">
                <Eye aria-hidden="true" size={18} /> {t('basis.wiezag')}
              </Link>
            )}
          </Vlak>
          <WeegtafelVak signaal={id} schrijven={mayWriteAny} />
          {signaal.adres?.nummeraanduiding && (
            <Vlak kop={t('signaal.pand')}>
              <AdresKaart nummeraanduiding={signaal.adres.nummeraanduiding} bedrijven />
            </Vlak>
          )}
          <Vlak kop={t('signaal.zelfdeadres')}>
            <ZelfdeAdres signaal={signaal} />
          </Vlak>
          {signaal.heeftMelder && (
            <Vlak kop={t('signaal.melder')}>
              <MelderVak id={signaal.id} key={signaal.id} />
            </Vlak>
          )}
        </div>
      </div>
      {besluit !== null && (
        <BesluitVenster
          besluit={besluit}
          ids={[signaal.id]}
          onClose={() => setBesluit(null)}
          onDone={() => {
            setBesluit(null);
            announce(
              t('signaal.besluit.gedaan', { kenmerk: signaal.kenmerk, wat: t(`signaal.besluit.gedaan.${besluit}`) }),
            );
          }}
        />
      )}
    </div>
  );
}
