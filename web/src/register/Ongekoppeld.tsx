// SPDX-License-Identifier: EUPL-1.2
// Establishments whose address is not in the BAG, with the reason: for a human to look at.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { ongekoppeldQuery } from './api';
import { Plek } from './bedrijf';
import './register.css';

const PER_BLAD = 50;

function Lijst() {
  const { t, language } = useLanguage();
  const [na, setNa] = useState<string>();
  const found = useQuery(ongekoppeldQuery(na));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { resultaten, standdatum } = found.data;
  if (standdatum === null) return <Empty title={t('register.bedrijven.leeg')} />;
  if (resultaten.length === 0 && na === undefined)
    return <Empty title={t('register.ongekoppeld.geen')}>{t('register.ongekoppeld.geen.uitleg')}</Empty>;
  const laatste = resultaten.at(-1)?.vestigingsnummer;
  return (
    <>
      <ul className="dw-bedrijven">
        {resultaten.map((regel) => (
          <li key={regel.vestigingsnummer}>
            <Link to="/bedrijven/$id" params={{ id: regel.bedrijf }} className="nl-link">
              {regel.naam}
            </Link>
            <span>
              <Plek regel={regel} />
            </span>
            <span className="dw-zacht dw-klein">
              {t(`register.koppeling.${regel.koppeling}`)}; {t('register.bedrijf.vestigingsnummer')}:{' '}
              {regel.vestigingsnummer}
            </span>
          </li>
        ))}
      </ul>
      {resultaten.length === PER_BLAD && laatste && (
        <div className="dw-knoppen">
          <Button onClick={() => setNa(laatste)}>{t('register.ongekoppeld.verder')}</Button>
        </div>
      )}
      <p className="dw-zacht dw-klein">
        {t('register.bedrijf.stand', { datum: formatShortDate(standdatum, language) })}
      </p>
    </>
  );
}

export default function Ongekoppeld() {
  const { t } = useLanguage();
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={t('nav.bedrijven')} />
      <Vlak kop={t('register.ongekoppeld')}>
        <p className="nl-paragraph">{t('register.ongekoppeld.uitleg')}</p>
        <Lijst />
      </Vlak>
    </div>
  );
}
