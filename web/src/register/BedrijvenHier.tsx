// SPDX-License-Identifier: EUPL-1.2
// The companies at an address, now and before, each with the way to its page.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Bedrijfsregel } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import { bedrijvenBijAdresQuery } from './api';
import { Gezien, staat } from './bedrijf';
import './register.css';

function Rij({ regel }: { regel: Bedrijfsregel }) {
  const { t } = useLanguage();
  const eerste = regel.activiteiten[0];
  return (
    <li>
      <Link to="/bedrijven/$id" params={{ id: regel.bedrijf }} className="nl-link">
        {regel.naam}
      </Link>
      {eerste !== undefined && <span lang="nl">{eerste.omschrijving || eerste.code}</span>}
      <span className="dw-zacht dw-klein">
        <Gezien regel={regel} />
        {regel.zekerheid !== null && regel.zekerheid !== 'zeker' && `; ${t(`register.zekerheid.${regel.zekerheid}`)}`}
      </span>
    </li>
  );
}

function Deel({ kop, regels }: { kop: string; regels: Bedrijfsregel[] }) {
  if (regels.length === 0) return null;
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4">{kop}</h3>
      <ul className="dw-bedrijven">
        {regels.map((regel) => (
          <Rij key={`${regel.kvkNummer}-${regel.vestigingsnummer}-${regel.van}`} regel={regel} />
        ))}
      </ul>
    </>
  );
}

export function BedrijvenHier({ nummeraanduiding }: { nummeraanduiding: string }) {
  const { t, language } = useLanguage();
  const found = useQuery(bedrijvenBijAdresQuery(nummeraanduiding));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { resultaten, standdatum } = found.data;
  if (standdatum === null) return <p className="dw-zacht dw-klein">{t('register.bedrijven.leeg')}</p>;
  return (
    <div className="dw-bedrijvenhier">
      {resultaten.length === 0 && <p>{t('register.bedrijven.geen')}</p>}
      <Deel kop={t('register.bedrijven.nu')} regels={resultaten.filter(staat)} />
      <Deel kop={t('register.bedrijven.eerder')} regels={resultaten.filter((regel) => !staat(regel))} />
      <p className="dw-zacht dw-klein">
        {t('register.bedrijf.stand', { datum: formatShortDate(standdatum, language) })}
      </p>
    </div>
  );
}
