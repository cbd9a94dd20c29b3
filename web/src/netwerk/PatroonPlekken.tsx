// SPDX-License-Identifier: EUPL-1.2
// Where a pattern is at this moment: how many places, who and what is in each, every source, and the way into the chart.
import { Link } from '@tanstack/react-router';
import { Waypoints } from 'lucide-react';
import type { PatroonPlek, PatroonPlekken as Plekken } from '../api/typen';
import { useLanguage } from '../basis/language';
import { Vlak } from '../basis/vlak';
import { BewijsLijst } from './BewijsLijst';
import { sleutelVan } from './model';
import { eindenVan, useWoorden } from './namen';
import { Symbool } from './Symbool';

function NaarDoek({ leden, children }: { leden: PatroonPlek['leden']; children: string }) {
  return (
    <Link
      to="/netwerk"
      state={{ netwerk: leden.map(({ soort, id }) => ({ soort, id })) }}
      className="nl-link dw-wiezag"
    >
      <Waypoints aria-hidden="true" size={18} /> {children}
    </Link>
  );
}

function Plek({ plek, nummer, alle }: { plek: PatroonPlek; nummer: number; alle: Plekken }) {
  const { t } = useLanguage();
  const woorden = useWoorden();
  const rol = new Map(plek.leden.map((one) => [sleutelVan(one), one.rol]));
  const knopen = alle.beeld.knopen.filter((one) => rol.has(sleutelVan(one)));
  const naam = new Map(knopen.map((one) => [sleutelVan(one), woorden.knoop(one)]));
  const banden = alle.beeld.banden.filter((one) => eindenVan(one).every((eind) => rol.has(eind)));
  const volgorde = [...knopen].sort((a, b) =>
    (rol.get(sleutelVan(a)) ?? '').localeCompare(rol.get(sleutelVan(b)) ?? ''),
  );
  return (
    <li className="dw-patroon__plek">
      <ul className="dw-wachter__leden">
        {volgorde.map((one) => (
          <li key={sleutelVan(one)}>
            <Symbool soort={one.soort} size={20} />
            <span>
              {woorden.knoop(one)}{' '}
              <span className="dw-zacht dw-klein">
                {[rol.get(sleutelVan(one)), woorden.soort(one.soort), one.kenmerk ?? '']
                  .filter((deel) => deel !== '' && deel !== woorden.knoop(one))
                  .join(' · ')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('netwerk.patroon.bronnen', { nummer })}</summary>
        <ul className="dw-wachter__banden">
          {banden.map((band) => (
            <li key={`${band.soort} ${sleutelVan(band.van)} ${sleutelVan(band.naar)}`}>
              <p className="nl-paragraph">{`${naam.get(sleutelVan(band.van))} – ${naam.get(sleutelVan(band.naar))}`}</p>
              <BewijsLijst banden={[band]} />
            </li>
          ))}
        </ul>
      </details>
      <NaarDoek leden={plek.leden}>{t('netwerk.patroon.doek.een', { nummer })}</NaarDoek>
    </li>
  );
}

export function PatroonPlekken({ plekken }: { plekken: Plekken }) {
  const { t } = useLanguage();
  const alle = [...new Map(plekken.plekken.flatMap((one) => one.leden).map((one) => [sleutelVan(one), one])).values()];
  return (
    <Vlak
      kop={t('netwerk.patroon.plekken', { aantal: plekken.aantal })}
      rechts={alle.length > 0 && <NaarDoek leden={alle}>{t('netwerk.patroon.doek')}</NaarDoek>}
    >
      {plekken.aantal === 0 && <p className="nl-paragraph">{t('netwerk.patroon.nergens')}</p>}
      {plekken.vol && <p className="nl-paragraph dw-zacht">{t('netwerk.patroon.vol')}</p>}
      {plekken.aantal > plekken.plekken.length && (
        <p className="nl-paragraph dw-zacht">{t('netwerk.patroon.deel', { aantal: plekken.plekken.length })}</p>
      )}
      <ol className="dw-patroon__plekken">
        {plekken.plekken.map((one, plek) => (
          <Plek key={one.leden.map(sleutelVan).join(' ')} plek={one} nummer={plek + 1} alle={plekken} />
        ))}
      </ol>
    </Vlak>
  );
}
