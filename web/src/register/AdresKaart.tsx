// SPDX-License-Identifier: EUPL-1.2
// What the BAG says about an address: use, area, year, with the reference date of the register.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { AdresObject } from '../api/typen';
import { formatNumber, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { NaarNetwerk } from '../basis/NaarNetwerk';
import { useRight } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { adresQuery } from './api';
import { BedrijvenHier } from './BedrijvenHier';

function Feiten({ object }: { object: AdresObject }) {
  const { t, language } = useLanguage();
  const jaren = object.panden.flatMap((pand) => (pand.bouwjaar === null ? [] : [pand.bouwjaar]));
  return (
    <dl className="dw-feiten">
      <dt>{t('register.gebruik')}</dt>
      <dd lang="nl">
        {object.gebruiksdoelen.length > 0 ? object.gebruiksdoelen.join(', ') : t(`register.soort.${object.soort}`)}
      </dd>
      {object.oppervlakte !== null && (
        <>
          <dt>{t('register.oppervlakte')}</dt>
          <dd>{formatNumber(object.oppervlakte, language)} m²</dd>
        </>
      )}
      {jaren.length > 0 && (
        <>
          <dt>{t('register.bouwjaar')}</dt>
          <dd>{[...new Set(jaren)].join(', ')}</dd>
        </>
      )}
      <dt>{t('register.status')}</dt>
      <dd lang="nl">{object.status}</dd>
    </dl>
  );
}

interface AdresKaartProps {
  nummeraanduiding: string;
  /** With the companies there, for who may see them. That is logged, so not where one only passes by. */
  bedrijven?: boolean;
}

export function AdresKaart({ nummeraanduiding, bedrijven = false }: AdresKaartProps) {
  const { t, language } = useLanguage();
  const mayCompanies = useRight('bedrijf.zien') && bedrijven;
  const mayMap = useRight('kaart.zien');
  const adres = useQuery(adresQuery(nummeraanduiding));
  if (adres.isPending) return <Loading />;
  if (adres.isError) return <Failed error={adres.error} />;
  const panden = [...new Set(adres.data.objecten.flatMap((one) => one.panden.map((pand) => pand.identificatie)))];
  return (
    <div className="dw-adreskaart">
      {adres.data.objecten.map((object) => (
        <Feiten key={object.identificatie} object={object} />
      ))}
      <p className="dw-zacht dw-klein">
        {t('register.stand', { datum: formatShortDate(adres.data.standdatum, language) })}
      </p>
      {mayMap &&
        panden.map((pand, nummer) => (
          <Link key={pand} to="/panden/$id" params={{ id: pand }} className="nl-link">
            {panden.length === 1 ? t('register.pand.naar') : t('register.pand.naar.nummer', { nummer: nummer + 1 })}
          </Link>
        ))}
      {bedrijven && <NaarNetwerk soort="adres" id={nummeraanduiding} />}
      {mayCompanies && <BedrijvenHier plek={{ nummeraanduiding }} />}
    </div>
  );
}
