// SPDX-License-Identifier: EUPL-1.2
// The same ties in time: how many sources speak of each year, and what they say in order.
import { memo, useMemo, useState } from 'react';
import type { Netwerkfilter } from '../api/typen';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Vlak } from '../basis/vlak';
import type { Keuze } from './Doek';
import type { Tekening } from './model';
import { useWoorden } from './namen';

const EERST = 20;
/** So many more with each press. */
const STAP = 200;

interface TijdlijnProps {
  tekening: Tekening;
  keuze: Keuze;
  filter: Netwerkfilter;
  onKies: (keuze: Keuze) => void;
  onFilter: (filter: Netwerkfilter) => void;
}

export const Tijdlijn = memo(function Tijdlijn({ tekening, keuze, filter, onKies, onFilter }: TijdlijnProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  const { language } = useLanguage();
  const [hoever, setHoever] = useState(EERST);
  const feiten = useMemo(
    () =>
      tekening.lijnen
        .flatMap((lijn) =>
          lijn.banden.flatMap((band) =>
            band.bewijs.flatMap((one, i) => {
              const dag = one.begin ?? one.peildatum;
              return dag === null ? [] : [{ id: `${lijn.sleutel} ${band.soort} ${i}`, dag, lijn, band, bewijs: one }];
            }),
          ),
        )
        .sort((a, b) => (a.dag < b.dag ? 1 : -1)),
    [tekening],
  );
  const namen = new Map(tekening.elementen.map((one) => [one.sleutel, woorden.element(one)]));
  const jaren = new Map<string, number>();
  for (const one of feiten) jaren.set(one.dag.slice(0, 4), (jaren.get(one.dag.slice(0, 4)) ?? 0) + 1);
  const meeste = Math.max(1, ...jaren.values());
  const gefilterd = filter.begin !== null || filter.eind !== null;
  return (
    <Vlak
      kop={t('netwerk.tijdlijn')}
      rechts={
        gefilterd && (
          <Button weight="subtle" onClick={() => onFilter({ ...filter, begin: null, eind: null })}>
            {t('netwerk.filter.tijd.weg')}
          </Button>
        )
      }
    >
      {feiten.length === 0 ? (
        <p className="nl-paragraph dw-zacht">{t('netwerk.tijdlijn.leeg')}</p>
      ) : (
        <>
          <ul className="dw-jaren" aria-label={t('netwerk.jaren')}>
            {[...jaren].sort().map(([jaar, aantal]) => (
              <li key={jaar}>
                <button
                  type="button"
                  aria-label={t('netwerk.jaar', { jaar, aantal })}
                  onClick={() => onFilter({ ...filter, begin: `${jaar}-01-01`, eind: `${jaar}-12-31` })}
                >
                  <svg aria-hidden="true" width="100%" height="48" preserveAspectRatio="none" viewBox="0 0 10 48">
                    <rect x="1" width="8" y={48 - (44 * aantal) / meeste} height={(44 * aantal) / meeste} />
                  </svg>
                  {jaar}
                </button>
              </li>
            ))}
          </ul>
          <ol className="dw-netwerk__feiten">
            {feiten.slice(0, hoever).map((one) => (
              <li key={one.id}>
                <time dateTime={one.dag}>{formatShortDate(one.dag, language)}</time>
                <button
                  type="button"
                  className="dw-knoplink nl-link"
                  aria-pressed={keuze.lijn === one.lijn.sleutel}
                  onClick={() => onKies({ knopen: [], lijn: one.lijn.sleutel })}
                >
                  {`${namen.get(one.lijn.van) ?? ''} – ${namen.get(one.lijn.naar) ?? ''}`}
                </button>
                <span className="dw-zacht dw-klein">
                  {woorden.band(one.band.soort)} · {woorden.bron(one.bewijs)}
                </span>
              </li>
            ))}
          </ol>
          {feiten.length > hoever && (
            <Button weight="subtle" onClick={() => setHoever(hoever + STAP)}>
              {feiten.length <= hoever + STAP
                ? t('netwerk.tijdlijn.alle', { aantal: feiten.length })
                : t('netwerk.rijen.meer', { aantal: STAP, alle: feiten.length })}
            </Button>
          )}
        </>
      )}
    </Vlak>
  );
});
