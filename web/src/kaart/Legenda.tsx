// SPDX-License-Identifier: EUPL-1.2
import { BRANCHES, GEBRUIKEN } from '../api/typen';
import { useLanguage } from '../basis/language';
import { BOUWJAREN, BRANCHE_KLEUR, GEBRUIK_KLEUR, type Kleurwijze } from './lagen';

/** Establishments: the points on the map. */
export function Branchelegenda() {
  const { t } = useLanguage();
  return (
    <ul className="dw-legenda" aria-label={t('kaart.legenda.branches')}>
      {BRANCHES.map((one) => (
        <li key={one}>
          <svg width="16" height="16" aria-hidden="true">
            <circle cx="8" cy="8" r="5" fill={BRANCHE_KLEUR[one]} />
          </svg>
          {t(`kaart.branche.${one}`)}
        </li>
      ))}
    </ul>
  );
}

export function Legenda({ wijze }: { wijze: Kleurwijze }) {
  const { t } = useLanguage();
  const regels =
    wijze === 'gebruik'
      ? GEBRUIKEN.map((one) => ({ kleur: GEBRUIK_KLEUR[one], naam: t(`kaart.gebruik.${one}`) }))
      : BOUWJAREN.map(({ tot, kleur }, index) => {
          const van = (BOUWJAREN[index - 1]?.tot ?? 0) + 1;
          const naam =
            index === 0
              ? t('kaart.jaar.voor', { jaar: tot + 1 })
              : tot === 9999
                ? t('kaart.jaar.vanaf', { jaar: van })
                : `${van}–${tot}`;
          return { kleur, naam };
        });
  return (
    <ul className="dw-legenda" aria-label={t('kaart.legenda')}>
      {regels.map(({ kleur, naam }) => (
        <li key={naam}>
          <svg width="16" height="16" aria-hidden="true">
            <rect width="16" height="16" rx="2" fill={kleur} stroke="#44535f" strokeWidth="0.5" />
          </svg>
          {naam}
        </li>
      ))}
    </ul>
  );
}
