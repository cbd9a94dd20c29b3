// SPDX-License-Identifier: EUPL-1.2
// Weighing, one step at a time: the checklist on the left, the evidence on the right. The program asks and repeats in
// words what was chosen; it never chooses.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate, useRouter } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Signaal, Wegingsprofiel } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { codeName, useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { isMissing } from '../basis/problem';
import { NotFound } from '../basis/schil/ErrorScreen';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { VermeldingRegel } from '../entiteit/VermeldingRegel';
import { AdresKaart } from '../register/AdresKaart';
import { signaalQuery, wegingsprofielQuery } from './api';
import { casusTeOpenen } from './besluiten';
import { Kerngegevens, Omschrijving, Wegingen, ZelfdeAdres } from './blad';
import { WegingStap } from './WegingStap';
import './signaal.css';

const route = getRouteApi('/kantoor/signalen/$id/weging');

function Stappen({ profiel, huidig }: { profiel: Wegingsprofiel; huidig: number }) {
  const { t, language } = useLanguage();
  return (
    <ol className="dw-stappen" aria-label={t('signaal.weging.stappen')}>
      {profiel.stappen.map((one) => {
        const state = one.stap < huidig ? 'klaar' : one.stap === huidig ? 'nu' : 'straks';
        return (
          <li
            key={one.stap}
            className={`dw-stappen__stap dw-stappen__stap--${state}`}
            aria-current={state === 'nu' ? 'step' : undefined}
          >
            <span className="dw-stappen__nummer" aria-hidden="true">
              {one.stap}
            </span>
            <span>
              {codeName([one], one.code, language)}
              <span className="dw-onzichtbaar"> ({t(`signaal.weging.stand.${state}`)})</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function Bewijs({ signaal }: { signaal: Signaal }) {
  const { t } = useLanguage();
  return (
    <aside className="dw-vlak dw-bewijs" aria-labelledby="bewijs-kop">
      <div className="dw-vlak__inhoud">
        <h2 id="bewijs-kop" className="nl-heading nl-heading--level-3">
          {signaal.titel}
        </h2>
        <p className="dw-zacht">
          <span className="dw-kenmerk">{signaal.kenmerk}</span> · {signaal.adres?.weergave ?? t('signaal.geenadres')}
        </p>
        <Omschrijving tekst={signaal.omschrijving} />
        {signaal.vermeldingen.length > 0 && (
          <ul className="dw-vermeldingen">
            {signaal.vermeldingen.map((one) => (
              <li key={one.id}>
                <VermeldingRegel vermelding={one} />
              </li>
            ))}
          </ul>
        )}
        <h3 className="nl-heading nl-heading--level-4">{t('signaal.gegevens')}</h3>
        <Kerngegevens signaal={signaal} />
        {signaal.adres?.nummeraanduiding && (
          <>
            <h3 className="nl-heading nl-heading--level-4">{t('signaal.pand')}</h3>
            <AdresKaart nummeraanduiding={signaal.adres.nummeraanduiding} bedrijven />
          </>
        )}
        <h3 className="nl-heading nl-heading--level-4">{t('signaal.zelfdeadres')}</h3>
        <ZelfdeAdres signaal={signaal} />
        {signaal.wegingen.length > 0 && (
          <>
            <h3 className="nl-heading nl-heading--level-4">{t('signaal.weging.kop')}</h3>
            <Wegingen signaal={signaal} />
          </>
        )}
      </div>
    </aside>
  );
}

/** The step to do for this signaal: 1..3, or null when there is nothing to weigh. */
function stapVan({ status, wegingStap }: Signaal): number | null {
  if (status === 'nieuw') return 1;
  return status === 'in_weging' && wegingStap >= 1 && wegingStap <= 3 ? wegingStap : null;
}

export default function WegingScherm() {
  const { t, language } = useLanguage();
  const { id } = route.useParams();
  const navigate = useNavigate();
  const router = useRouter();
  const client = useQueryClient();
  const mayOpen = useRight('casus.openen');
  const found = useQuery(signaalQuery(id));
  const profiel = useQuery(wegingsprofielQuery);
  // The step on the screen stays until the user has saved it, also when a colleague was faster: his text must not go.
  const [shown, setShown] = useState<number | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const due = found.data === undefined ? null : stapVan(found.data);
  useEffect(() => {
    setShown((before) => before ?? due);
  }, [due]);

  if (found.isPending || profiel.isPending) return <Loading />;
  if (isMissing(found.error)) return <NotFound />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (profiel.isError) return <Failed error={profiel.error} retry={() => void profiel.refetch()} />;
  const signaal = found.data;
  const stap = profiel.data.stappen.find((one) => one.stap === shown);

  const done = (after: Signaal) => {
    const next = stapVan(after);
    if (next !== null) {
      setShown(next);
      const volgende = profiel.data.stappen.find((one) => one.stap === next);
      announce(
        t('signaal.weging.opgeslagen', {
          stap: next,
          naam: codeName(volgende ? [volgende] : [], volgende?.code ?? '', language),
        }),
      );
      requestAnimationFrame(() => heading.current?.focus());
    } else if (casusTeOpenen(after) && after.status === 'in_weging' && mayOpen) {
      announce(t('signaal.weging.nuopenen', { kenmerk: after.kenmerk }));
      void navigate({ to: '/casussen/nieuw', search: { signaal: id } });
    } else {
      announce(t('signaal.weging.klaar', { kenmerk: after.kenmerk, status: t(`signaal.status.${after.status}`) }));
      if (router.history.canGoBack()) router.history.back();
      else void navigate({ to: '/signalen/$id', params: { id } });
    }
  };

  return (
    <div className="dw-scherm dw-weegscherm">
      <Link to="/signalen/$id" params={{ id }} className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {signaal.kenmerk}
      </Link>
      <PageHeading title={t('signaal.weging.titel', { kenmerk: signaal.kenmerk })} />
      {shown !== null && <Stappen profiel={profiel.data} huidig={shown} />}
      <div className="dw-weegscherm__vakken">
        <div className="dw-vlak">
          <div className="dw-vlak__inhoud">
            {stap === undefined && (
              <Empty title={t('signaal.weging.niets')}>
                <Link to="/signalen/$id" params={{ id }} className="nl-link">
                  {t('signaal.weging.naarsignaal')}
                </Link>
              </Empty>
            )}
            {stap !== undefined && (
              <>
                <h2 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-2">
                  {t('signaal.weging.stapvan', { stap: stap.stap, totaal: profiel.data.stappen.length })}:{' '}
                  {codeName([stap], stap.code, language)}
                </h2>
                {due !== shown && (
                  <div className="dw-mislukt" role="alert">
                    <p>
                      {t('signaal.weging.alweer', {
                        wie: signaal.wegingen.at(-1)?.door.naam ?? signaal.verloop.at(-1)?.door.naam ?? '',
                      })}
                    </p>
                    <Button
                      onClick={() =>
                        due === null ? void navigate({ to: '/signalen/$id', params: { id } }) : setShown(due)
                      }
                    >
                      {t(due === null ? 'signaal.weging.naarsignaal' : 'signaal.weging.verder', { stap: due ?? 0 })}
                    </Button>
                  </div>
                )}
                <WegingStap
                  key={stap.stap}
                  signaal={signaal}
                  stap={stap}
                  onConflict={() => void client.invalidateQueries({ queryKey: ['signaal', id] })}
                  onDone={done}
                />
              </>
            )}
          </div>
        </div>
        <Bewijs signaal={signaal} />
      </div>
    </div>
  );
}
