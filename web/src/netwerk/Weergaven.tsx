// SPDX-License-Identifier: EUPL-1.2
// Charts that were kept, of dossiers that this user may see.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Trash2 } from 'lucide-react';
import type { WeergaveKort } from '../api/typen';
import { announce } from '../basis/announce';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { useSession } from '../basis/session';
import { Failed, Loading } from '../basis/states';
import { Vlak } from '../basis/vlak';
import { gooiWeergaveWeg, weergavenQuery } from './api';

export function Weergaven() {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const found = useQuery(weergavenQuery);
  const gooiWeg = async (one: WeergaveKort) => {
    try {
      await gooiWeergaveWeg(one.id);
      announce(t('netwerk.weergave.weg', { naam: one.naam }));
      await client.invalidateQueries({ queryKey: weergavenQuery.queryKey });
    } catch (error) {
      announce(problemText(error, t, true));
    }
  };
  return (
    <Vlak kop={t('netwerk.weergaven')}>
      {found.isPending ? (
        <Loading />
      ) : found.isError ? (
        <Failed error={found.error} retry={() => void found.refetch()} />
      ) : found.data.length === 0 ? (
        <p className="nl-paragraph dw-zacht">{t('netwerk.weergaven.geen')}</p>
      ) : (
        <ul className="dw-verwijzingen">
          {found.data.map((one) => (
            <li key={one.id}>
              <Link to="/netwerk" search={{ weergave: one.id }} className="nl-link">
                {one.naam}
              </Link>
              <span className="dw-verwijzingen__merk">
                <span className="dw-zacht dw-klein">
                  {[one.dossier.kenmerk, one.door.naam, formatShortDate(one.op, language)].join(' · ')}
                </span>
                {one.door.id === gebruiker.id && (
                  <button
                    type="button"
                    className="dw-knopje"
                    aria-label={t('netwerk.weergave.gooiweg', { naam: one.naam })}
                    onClick={() => void gooiWeg(one)}
                  >
                    <Trash2 aria-hidden="true" size={18} />
                  </button>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Vlak>
  );
}
