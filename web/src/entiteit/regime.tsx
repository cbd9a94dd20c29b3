// SPDX-License-Identifier: EUPL-1.2
// Under which law something stands, and who may see it and for what: said before it is stored, and on its card.
import { useQuery } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useDoel } from '../basis/doel';
import { useLanguage } from '../basis/language';
import { stamgegevensQuery, useLists } from '../basis/lists';
import { useSession } from '../basis/session';

export function useRegimes() {
  const lists = useQuery(stamgegevensQuery).data;
  return {
    /** What a kind of source stands under when nothing else is said; null before one was chosen. */
    regimeVan: (bronsoort: string): string | null =>
      lists?.bronsoorten.find((one) => one.code === bronsoort)?.regime ?? null,
    /** The same for where a signaal came from. */
    regimeVanBron: (bron: string): string => lists?.signaalbronnen.find((one) => one.code === bron)?.regime ?? 'avg',
    /** Whether privacy check 1 comes before a source is asked: all but what is open by itself, asked as such. */
    vraagtToets: (bronsoort: string, regime: string | null): boolean => {
      const eigen = lists?.bronsoorten.find((one) => one.code === bronsoort)?.regime ?? null;
      return eigen !== 'open' || (regime !== null && regime !== '' && regime !== 'open');
    },
    /** The roles that may see what stands under this regime; null: everybody in the casus. */
    rollenVan: (regime: string | null): string[] | null =>
      lists?.regimes.find((one) => one.code === regime)?.rollen ?? null,
    /** The purposes, of those that one chooses, under which it opens; empty: no choice is needed. */
    doelenVan: (regime: string | null): string[] => lists?.regimes.find((one) => one.code === regime)?.doelen ?? [],
  };
}

function useRolnamen(): (rollen: readonly string[]) => string {
  const { name } = useLists();
  const { language } = useLanguage();
  return (rollen) =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(rollen.map((one) => name('rollen', one)));
}

/** Who will see what stands under this regime; nothing where that is everybody in the file. */
export function WieZiet({ regime }: { regime: string | null }) {
  const { t } = useLanguage();
  const { name } = useLists();
  const namen = useRolnamen();
  const { rollen: mijn, activiteiten } = useSession();
  const { language } = useLanguage();
  const doel = useDoel();
  const { rollenVan, doelenVan } = useRegimes();
  const rollen = rollenVan(regime);
  const doelen = doelenVan(regime);
  const nodig = activiteiten.find((one) => doelen.includes(one.code) && !doelen.includes(doel ?? ''));
  return (
    <div role="status">
      {rollen !== null && (
        <div className="dw-hint">
          <p>{t('regime.afgeschermd', { regime: name('regimes', regime) })}</p>
          {rollen.length === 0 ? t('regime.niemand') : t('regime.alleen', { rollen: namen(rollen) })}{' '}
          {!rollen.some((one) => mijn.includes(one)) && t('regime.unietbij')}
          {nodig !== undefined && t('regime.doel', { doel: language === 'en' ? nodig.naamEn : nodig.naamNl })}
        </div>
      )}
    </div>
  );
}

/** The regime of something, and that it stands apart. */
export function RegimeMerk({ regime }: { regime: string }) {
  const { t } = useLanguage();
  const { name } = useLists();
  const namen = useRolnamen();
  const rollen = useRegimes().rollenVan(regime);
  if (rollen === null)
    return (
      <div>
        <span className="nl-data-badge dw-status-merk dw-status-merk--klaar">{name('regimes', regime)}</span>
      </div>
    );
  return (
    <>
      <div>
        <span className="nl-data-badge dw-status-merk dw-status-merk--wacht">
          <Lock aria-hidden="true" size={14} /> {t('regime.afgeschermd', { regime: name('regimes', regime) })}
        </span>
      </div>
      <div className="dw-zacht dw-klein">{t('regime.alleen', { rollen: namen(rollen) })}</div>
    </>
  );
}
