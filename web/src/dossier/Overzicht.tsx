// SPDX-License-Identifier: EUPL-1.2
// The whole story on one screen: the picture, what is going on, the signalen, who is named, who takes part.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { Dossier } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { laadWoorden, useLanguage } from '../basis/language';
import { Vlak } from '../basis/vlak';
import { herleesCasus, leesCasus, wijzigCasus } from '../casus/api';
import { EtiketVak } from '../casus/EtiketVak';
import { LedenVak } from '../casus/LedenVak';
import { TekstVak } from '../casus/TekstVak';
import { VerbandenVak } from '../casus/VerbandenVak';
import { VermeldingenVak } from '../casus/VermeldingenVak';
import { VermeldingRegel } from '../entiteit/VermeldingRegel';
import { StatusMerk } from '../signaal/merken';
import { useKeuzes } from './keuzes';

const GastenVak = lazy(async () => (await Promise.all([import('../gast/GastenVak'), laadWoorden('gast')]))[0]);

interface OverzichtProps {
  dossier: Dossier;
  schrijven: boolean;
  /** As known then: links to what is true now are left out. */
  toen: boolean;
}

export function Overzicht({ dossier, schrijven, toen }: OverzichtProps) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const { casus, signalen } = dossier;
  const keuzes = useKeuzes(casus.id, dossier.bronnen, schrijven && !toen);
  const uitSignalen = signalen.flatMap((one) => one.vermeldingen);
  return (
    <div className="dw-signaal__kolommen">
      <div className="dw-signaal__hoofd">
        <TekstVak
          kop={t('dossier.beeld')}
          velden={[{ naam: 'beeld', label: t('dossier.beeld'), hulp: t('dossier.beeld.hulp') }]}
          teksten={{ beeld: casus.beeld }}
          versie={casus.versie}
          schrijven={schrijven}
          leeg={t('dossier.beeld.leeg')}
          opslaan={async (gewijzigd, versie) => {
            await wijzigCasus(casus.id, versie, gewijzigd);
            await herleesCasus(client, casus.id);
          }}
          herlees={async () => {
            const nu = await leesCasus(casus.id);
            return { velden: { beeld: nu.beeld }, versie: nu.versie };
          }}
        />
        {casus.plan.hypothese !== '' && (
          <Vlak kop={t('dossier.hypothese')}>
            <p className="dw-lopend">{casus.plan.hypothese}</p>
          </Vlak>
        )}
        <Vlak kop={t('dossier.vermeldingen')}>
          <VermeldingenVak casus={casus.id} vermeldingen={dossier.vermeldingen} keuzes={keuzes} schrijven={schrijven} />
          {uitSignalen.length > 0 && (
            <>
              <h3 className="nl-heading nl-heading--level-4 dw-tussenkop">{t('dossier.uitsignalen')}</h3>
              <ul className="dw-vermeldingen">
                {uitSignalen.map((one) => (
                  <li key={one.id}>
                    <VermeldingRegel vermelding={one} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </Vlak>
        <Vlak kop={t('dossier.verbanden')}>
          <VerbandenVak
            casus={casus.id}
            verbanden={dossier.verbanden}
            genoemd={[...dossier.vermeldingen, ...uitSignalen]}
            keuzes={keuzes}
            schrijven={schrijven}
          />
        </Vlak>
      </div>
      <div className="dw-signaal__zij">
        <Vlak kop={t('dossier.signalen')}>
          <ul className="dw-verwijzingen">
            {signalen.map((one) => (
              <li key={one.id}>
                {toen ? (
                  <span>{one.titel}</span>
                ) : (
                  <Link to="/signalen/$id" params={{ id: one.id }} className="nl-link">
                    {one.titel}
                  </Link>
                )}
                <span className="dw-verwijzingen__merk">
                  <StatusMerk status={one.status} wegingStap={one.wegingStap} uitgesteldTot={one.uitgesteldTot} />
                  <span className="dw-zacht dw-klein">
                    {one.kenmerk} · {formatShortDate(one.ontvangenOp, language)}
                  </span>
                </span>
                {one.adres !== null && <span className="dw-zacht dw-klein">{one.adres.weergave}</span>}
              </li>
            ))}
          </ul>
        </Vlak>
        <Vlak kop={t('casus.etiketten')}>
          <EtiketVak casus={casus} schrijven={schrijven} />
        </Vlak>
        <Vlak kop={t('dossier.leden')}>
          <LedenVak casus={casus} schrijven={schrijven} />
          {!toen && (
            <Suspense fallback={null}>
              <GastenVak casus={casus} schrijven={schrijven} />
            </Suspense>
          )}
        </Vlak>
      </div>
    </div>
  );
}
