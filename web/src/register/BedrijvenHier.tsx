// SPDX-License-Identifier: EUPL-1.2
// The companies at an address or in a building, now and before, each with the way to its page.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Bedrijfsregel } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import { type Bedrijfsplek, bedrijvenQuery } from './api';
import { Gezien, staat } from './bedrijf';
import './register.css';

function Rij({ regel, metAdres }: { regel: Bedrijfsregel; metAdres: boolean }) {
  const { t } = useLanguage();
  const eerste = regel.activiteiten[0];
  return (
    <li>
      <Link to="/bedrijven/$id" params={{ id: regel.bedrijf }} className="nl-link">
        {regel.naam}
      </Link>
      {eerste !== undefined && <span lang="nl">{eerste.omschrijving || eerste.code}</span>}
      {metAdres && <span>{regel.adres}</span>}
      <span className="dw-zacht dw-klein">
        <Gezien regel={regel} />
        {regel.zekerheid !== null && regel.zekerheid !== 'zeker' && `; ${t(`register.zekerheid.${regel.zekerheid}`)}`}
      </span>
    </li>
  );
}

function Deel({ kop, regels, metAdres }: { kop: string; regels: Bedrijfsregel[]; metAdres: boolean }) {
  if (regels.length === 0) return null;
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4">{kop}</h3>
      <ul className="dw-bedrijven">
        {regels.map((regel) => (
          <Rij key={`${regel.kvkNummer}-${regel.vestigingsnummer}-${regel.van}`} regel={regel} metAdres={metAdres} />
        ))}
      </ul>
    </>
  );
}

export function BedrijvenHier({ plek }: { plek: Bedrijfsplek }) {
  const { t, language } = useLanguage();
  const found = useQuery(bedrijvenQuery(plek));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const { resultaten, standdatum } = found.data;
  if (standdatum === null) return <p className="dw-zacht dw-klein">{t('register.bedrijven.leeg')}</p>;
  const metAdres = 'pand' in plek;
  return (
    <div className="dw-bedrijvenhier">
      {resultaten.length === 0 && <p>{t('register.bedrijven.geen')}</p>}
      <Deel kop={t('register.bedrijven.nu')} regels={resultaten.filter(staat)} metAdres={metAdres} />
      <Deel
        kop={t('register.bedrijven.eerder')}
        regels={resultaten.filter((regel) => !staat(regel))}
        metAdres={metAdres}
      />
      <p className="dw-zacht dw-klein">
        {t('register.bedrijf.stand', { datum: formatShortDate(standdatum, language) })}
      </p>
    </div>
  );
}
