// SPDX-License-Identifier: EUPL-1.2
// Why a line is there: every source that says so and that this user may see, with its day, its reliability and its law.
import { Link } from '@tanstack/react-router';
import type { Netwerkband } from '../api/typen';
import { useLists } from '../basis/lists';
import { dossierpad } from '../zoek/api';
import { useWoorden } from './namen';

export function BewijsLijst({ banden }: { banden: readonly Netwerkband[] }) {
  const woorden = useWoorden();
  const { name } = useLists();
  const { t } = woorden;
  return (
    <ul className="dw-bewijs">
      {banden.flatMap((band) =>
        band.bewijs.map((one, i) => {
          const sleutel = `${band.soort}-${band.van.id}-${band.naar.id}-${i}`;
          return (
            <li key={sleutel}>
              <strong>{woorden.band(band.soort)}</strong>
              {one.rol !== null && <span>{t('netwerk.als', { rol: one.rol })}</span>}
              <span>
                {one.dossier === null ? (
                  woorden.bron(one)
                ) : (
                  <>
                    {one.bron !== '' && `${one.bron} · `}
                    <Link {...dossierpad(one.dossier)} className="nl-link">
                      {`${woorden.soort(one.dossier.soort)} ${one.dossier.kenmerk}`}
                    </Link>
                  </>
                )}
              </span>
              <span className="dw-zacht dw-klein">
                {[
                  woorden.wanneer(one),
                  one.bronBetrouwbaarheid === null
                    ? ''
                    : t('netwerk.gewogen', { letter: one.bronBetrouwbaarheid, cijfer: String(one.informatieWaarde) }),
                  one.regime === null ? t('netwerk.openbaar') : name('regimes', one.regime),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {one.toelichting !== null && <span className="dw-klein">{one.toelichting}</span>}
            </li>
          );
        }),
      )}
    </ul>
  );
}
