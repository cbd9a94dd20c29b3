// SPDX-License-Identifier: EUPL-1.2
// Under which law a source stands, and who of the casus may see it: said before it is stored, and on its card.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useLanguage } from '../basis/language';
import { stamgegevensQuery, useLists } from '../basis/lists';
import { useSession } from '../basis/session';

export function useRegimes() {
  const lists = useQuery(stamgegevensQuery).data;
  return {
    /** What a kind of source stands under when nothing else is said; null before one was chosen. */
    regimeVan: (bronsoort: string): string | null =>
      lists?.bronsoorten.find((one) => one.code === bronsoort)?.regime ?? null,
    /** The roles that may see what stands under this regime; null: everybody in the casus. */
    rollenVan: (regime: string | null): string[] | null =>
      lists?.regimes.find((one) => one.code === regime)?.rollen ?? null,
  };
}

function useRolnamen(): (rollen: readonly string[]) => string {
  const { name } = useLists();
  const { language } = useLanguage();
  return (rollen) =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(rollen.map((one) => name('rollen', one)));
}

/** Who will see a source of this regime; nothing where that is everybody in the casus. */
export function WieZiet({ regime }: { regime: string | null }) {
  const { t } = useLanguage();
  const { name } = useLists();
  const namen = useRolnamen();
  const mijn = useSession().rollen;
  const rollen = useRegimes().rollenVan(regime);
  return (
    <div role="status">
      {rollen !== null && (
        <div className="dw-hint">
          <p>{t('casus.bron.afgeschermd', { regime: name('regimes', regime) })}</p>
          {rollen.length === 0 ? t('casus.bron.niemand') : t('casus.bron.alleen', { rollen: namen(rollen) })}{' '}
          {!rollen.some((one) => mijn.includes(one)) && t('casus.bron.unietbij')}
        </div>
      )}
    </div>
  );
}

/** The regime of a source, and that it stands apart. */
export function RegimeMerk({ regime }: { regime: string }) {
  const { t } = useLanguage();
  const { name } = useLists();
  const namen = useRolnamen();
  const rollen = useRegimes().rollenVan(regime);
  if (rollen === null) return <div className="dw-zacht dw-klein">{name('regimes', regime)}</div>;
  return (
    <>
      <div>
        <span className="nl-data-badge dw-status-merk dw-status-merk--wacht">
          <Lock aria-hidden="true" size={14} /> {t('casus.bron.afgeschermd', { regime: name('regimes', regime) })}
        </span>
      </div>
      <div className="dw-zacht dw-klein">{t('casus.bron.alleen', { rollen: namen(rollen) })}</div>
    </>
  );
}
