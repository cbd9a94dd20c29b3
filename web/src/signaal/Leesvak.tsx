// SPDX-License-Identifier: EUPL-1.2
// The reading pane beside the queue: what one needs to decide, with the verbs above it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Id } from '../api/typen';
import { useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import { VermeldingRegel } from '../entiteit/VermeldingRegel';
import { AdresKaart } from '../register/AdresKaart';
import { signaalQuery } from './api';
import { Besluitbalk } from './Besluitbalk';
import type { Besluit } from './besluiten';
import { Kerngegevens, Omschrijving, Vervolg, Wegingen, ZelfdeAdres } from './blad';
import { EmbargoVak } from './EmbargoVak';
import { StatusMerk } from './merken';

export function Leesvak({ id, onBesluit }: { id: Id; onBesluit: (besluit: Besluit) => void }) {
  const { t } = useLanguage();
  const found = useQuery(signaalQuery(id));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const signaal = found.data;
  return (
    <article className="dw-leesvak__blad" aria-labelledby="leesvak-titel">
      <Besluitbalk signaal={signaal} metToetsen onBesluit={onBesluit} />
      <div className="dw-leesvak__kop">
        <p className="dw-leesvak__boven">
          <span className="dw-kenmerk">{signaal.kenmerk}</span> <StatusMerk {...signaal} />
        </p>
        <h2 id="leesvak-titel" className="nl-heading nl-heading--level-2">
          <Link to="/signalen/$id" params={{ id }} className="dw-titellink">
            {signaal.titel}
          </Link>
        </h2>
        <p className="dw-zacht">{signaal.adres?.weergave ?? t('signaal.geenadres')}</p>
      </div>
      <Vervolg signaal={signaal} />
      <EmbargoVak signaal={signaal} />
      <Omschrijving tekst={signaal.omschrijving} />
      {signaal.vermeldingen.length > 0 && (
        <section>
          <h3 className="nl-heading nl-heading--level-4">{t('signaal.vermeldingen')}</h3>
          <ul className="dw-vermeldingen">
            {signaal.vermeldingen.map((one) => (
              <li key={one.id}>
                <VermeldingRegel vermelding={one} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <div className="dw-leesvak__paren">
        <section>
          <h3 className="nl-heading nl-heading--level-4">{t('signaal.gegevens')}</h3>
          <Kerngegevens signaal={signaal} />
        </section>
        {signaal.adres?.nummeraanduiding && (
          <section>
            <h3 className="nl-heading nl-heading--level-4">{t('signaal.pand')}</h3>
            <AdresKaart nummeraanduiding={signaal.adres.nummeraanduiding} />
          </section>
        )}
        <section>
          <h3 className="nl-heading nl-heading--level-4">{t('signaal.zelfdeadres')}</h3>
          <ZelfdeAdres signaal={signaal} />
        </section>
        {signaal.wegingen.length > 0 && (
          <section>
            <h3 className="nl-heading nl-heading--level-4">{t('signaal.weging.kop')}</h3>
            <Wegingen signaal={signaal} />
          </section>
        )}
      </div>
    </article>
  );
}
