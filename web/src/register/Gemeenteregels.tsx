// SPDX-License-Identifier: EUPL-1.2
// What registers of the municipality say of a building or a company: per row its source and day, and whom it names.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Gemeentegenoemd, Gemeenteregel } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useRight } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { gemeenteregelsQuery } from './api';
import './register.css';

/** "koper-persoon" is a role of a mapping; people read "Koper persoon". */
const rolnaam = (rol: string) => {
  const woorden = rol.replaceAll(/[-_]/g, ' ');
  return woorden.charAt(0).toUpperCase() + woorden.slice(1);
};

function Wie({ een }: { een: Gemeentegenoemd }) {
  const { t } = useLanguage();
  const mayCompanies = useRight('bedrijf.zien');
  return (
    <>
      {een.bedrijf !== null && mayCompanies ? (
        <Link to="/bedrijven/$id" params={{ id: een.bedrijf }} className="nl-link">
          {een.tekst}
        </Link>
      ) : (
        een.tekst
      )}
      {een.soort === 'bedrijf' && een.sleutel !== null && (
        <span className="dw-zacht">
          {' '}
          {t('register.bedrijf.kvk')} {een.sleutel}
        </span>
      )}
      {een.soort === 'adres' && een.zekerheid !== 'zeker' && (
        <span className="dw-zacht"> ({t(`register.zekerheid.${een.zekerheid ?? 'geen'}`)})</span>
      )}
    </>
  );
}

function Regel({ regel }: { regel: Gemeenteregel }) {
  const { t, language } = useLanguage();
  const dag = (day: string) => formatShortDate(day, language);
  const strengste = (['fiscaal', 'brp', 'avg', 'open'] as const).find((one) =>
    [...regel.velden, ...regel.genoemd].some(({ regime }) => regime === one),
  );
  return (
    <li className={regel.gezienTot === null ? undefined : 'dw-bedrijven__eerder'}>
      <strong lang="nl">{regel.titel}</strong>
      {(regel.van !== null || regel.tot !== null) && (
        <span>
          {regel.van === null
            ? t('register.eigen.tot', { tot: dag(regel.tot ?? '') })
            : regel.tot === null
              ? t('register.eigen.van', { van: dag(regel.van) })
              : t('register.eigen.vantot', { van: dag(regel.van), tot: dag(regel.tot) })}
        </span>
      )}
      <dl className="dw-feiten dw-feiten--klein" lang="nl">
        {regel.velden.map((veld) => (
          <div key={veld.naam} className="dw-feiten__paar">
            <dt>{veld.naam}</dt>
            <dd>{veld.waarde}</dd>
          </div>
        ))}
        {regel.genoemd.map((een) => (
          <div key={een.genoemd} className="dw-feiten__paar">
            <dt>{rolnaam(een.rol)}</dt>
            <dd>
              <Wie een={een} />
            </dd>
          </div>
        ))}
      </dl>
      <span className="dw-zacht dw-klein">
        {t('register.eigen.bron', { bron: regel.bron, kenmerk: regel.kenmerk, dag: dag(regel.standdatum) })}
        {strengste !== undefined && `; ${t(`register.regime.${strengste}`)}`}
        {regel.gezienTot !== null && `; ${t('register.eigen.weg', { dag: dag(regel.gezienTot) })}`}
      </span>
    </li>
  );
}

/** Nothing for whoever may not see them, and where the organisation has none. */
export function Gemeenteregels({ over }: { over: { pand: string } | { bedrijf: string } }) {
  const { t } = useLanguage();
  const may = useRight('gemeenteregister.zien');
  const found = useQuery({ ...gemeenteregelsQuery(over), enabled: may });
  if (!may || found.data?.registers === 0) return null;
  const groepen = new Map<string, Gemeenteregel[]>();
  for (const regel of found.data?.resultaten ?? []) {
    groepen.set(regel.naam, [...(groepen.get(regel.naam) ?? []), regel]);
  }
  return (
    <Vlak kop={t('register.eigen')}>
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.isSuccess && groepen.size === 0 && <Empty title={t('register.eigen.geen')} />}
      {[...groepen].map(([naam, regels]) => (
        <div key={naam} className="dw-eigenregister">
          <h3 className="nl-heading nl-heading--level-4" lang="nl">
            {naam}
          </h3>
          <ul className="dw-bedrijven">
            {regels.map((regel) => (
              <Regel key={regel.id} regel={regel} />
            ))}
          </ul>
        </div>
      ))}
    </Vlak>
  );
}
