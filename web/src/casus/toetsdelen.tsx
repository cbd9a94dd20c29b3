// SPDX-License-Identifier: EUPL-1.2
// What every screen with privacy checks shows of them.
import type { Toetsgronden } from '../api/typen';
import { useLanguage } from '../basis/language';
import { useSession } from '../basis/session';
import type { Toetsstand } from './toets';

export const GRONDEN = ['grondslag', 'verenigbaarheid', 'noodzaak', 'proportionaliteit'] as const;

/** Whether this user decides checks, or puts them before somebody who does. */
export const useBesluit = (): boolean => useSession().rechten.includes('toets.besluiten');

const KLEUR: Record<Toetsstand, string> = {
  nodig: 'wacht',
  voorgelegd: 'bezig',
  akkoord: 'casus',
  niet_akkoord: 'wacht',
  ingetrokken: 'wacht',
  van_voor: 'klaar',
};

export function ToetsMerk({ stand }: { stand: Toetsstand }) {
  const { t } = useLanguage();
  return (
    <span className={`nl-data-badge dw-status-merk dw-status-merk--${KLEUR[stand]}`}>
      {t(`casus.toets.stand.${stand}`)}
    </span>
  );
}

/** The four grounds as they were written. */
export function Gronden({ toets }: { toets: Toetsgronden }) {
  const { t } = useLanguage();
  return (
    <dl className="dw-gronden">
      {GRONDEN.map((een) => (
        <div key={een}>
          <dt>{t(`casus.toets.${een}`)}</dt>
          <dd className="dw-lopend">{toets[een]}</dd>
        </div>
      ))}
    </dl>
  );
}
