// SPDX-License-Identifier: EUPL-1.2
// Actions in a list. One key (d) ticks off the one that has the focus; the status line takes it back or asks what came of it.
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check, Pencil, RotateCcw, XCircle } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { ActieRegel, ActieStaat } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { dayOf, formatShortDate } from '../basis/format';
import { useShortcuts } from '../basis/keys';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { useSession } from '../basis/session';
import { TermijnChip } from '../basis/termijn';
import { herleesActies, wijzigActie } from './api';
import { toonActie } from './venster';
import './actie.css';

interface LijstProps {
  acties: readonly ActieRegel[];
  /** In the casus itself its name says nothing. */
  zonderDossier?: boolean;
  naam: string;
}

const naarRij = (row: HTMLElement | undefined) => row?.querySelector<HTMLElement>('button, a')?.focus();

export function ActieLijst({ acties, zonderDossier = false, naam }: LijstProps) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const list = useRef<HTMLUListElement>(null);
  const busy = useRef(false);
  const rows = () => [...(list.current?.querySelectorAll<HTMLElement>('[data-actie]') ?? [])];
  const active = () => rows().findIndex((row) => row.contains(document.activeElement));
  const zet = async (actie: ActieRegel, staat: ActieStaat) => {
    if (busy.current) return;
    busy.current = true;
    const plek = active();
    try {
      const nu = await wijzigActie(actie, { staat });
      await herleesActies(client);
      if (plek >= 0) requestAnimationFrame(() => naarRij(rows()[Math.min(plek, rows().length - 1)]));
      announce(
        <>
          {t(`actie.nu.${staat}`, { wat: nu.wat })}{' '}
          {staat !== 'open' && (
            <>
              <Button weight="subtle" onClick={() => toonActie(nu)}>
                {t('actie.resultaat.schrijf')}
              </Button>{' '}
              <Button weight="subtle" onClick={() => void zet(nu, 'open')}>
                {t('actie.terug')}
              </Button>
            </>
          )}
        </>,
      );
    } catch (error) {
      announce(problemText(error, t));
    }
    busy.current = false;
  };
  const kan = (actie: ActieRegel) =>
    actie.magWijzigen || (actie.eigenaar.id === gebruiker.id && actie.staat !== 'vervallen');
  const doe = useRef<(key: 'd' | 'j' | 'k') => void>(() => undefined);
  useEffect(() => {
    doe.current = (key) => {
      const actie = acties[active()];
      if (key === 'd') {
        if (actie?.staat === 'open' && kan(actie)) void zet(actie, 'gedaan');
        return;
      }
      // Over all lists of the screen, by the first of them.
      const alle = [...document.querySelectorAll<HTMLElement>('[data-actie]')];
      if (alle[0] !== rows()[0]) return;
      const nu = alle.findIndex((row) => row.contains(document.activeElement));
      naarRij(alle[Math.max(0, Math.min(alle.length - 1, key === 'j' ? nu + 1 : nu - 1))]);
    };
  });
  useShortcuts(
    useMemo(() => ({ d: () => doe.current('d'), j: () => doe.current('j'), k: () => doe.current('k') }), []),
  );
  return (
    <ul className="dw-acties" aria-label={naam} ref={list}>
      {acties.map((actie) => (
        <li key={actie.id} className={`dw-actie dw-actie--${actie.staat}`} data-actie={actie.id}>
          <div className="dw-actie__knop">
            {kan(actie) && (
              <button
                type="button"
                className="dw-knopje"
                onClick={() => void zet(actie, actie.staat === 'open' ? 'gedaan' : 'open')}
                aria-label={`${t(actie.staat === 'open' ? 'actie.afvinken' : 'actie.heropenen')}: ${actie.wat}`}
                title={t(actie.staat === 'open' ? 'actie.afvinken' : 'actie.heropenen')}
                aria-keyshortcuts={actie.staat === 'open' ? 'd' : undefined}
              >
                {actie.staat === 'open' ? (
                  <Check aria-hidden="true" size={20} />
                ) : (
                  <RotateCcw aria-hidden="true" size={18} />
                )}
              </button>
            )}
          </div>
          <div className="dw-actie__tekst">
            <p className="dw-lopend dw-actie__wat">{actie.wat}</p>
            {actie.resultaat !== null && <p className="dw-lopend dw-actie__resultaat">{actie.resultaat}</p>}
            <p className="dw-zacht dw-klein">
              {actie.eigenaar.naam}
              {!zonderDossier && actie.dossier !== null && (
                <>
                  {' · '}
                  {actie.dossier.soort === 'casus' ? (
                    <Link
                      to="/casussen/$id/$deel"
                      params={{ id: actie.dossier.id, deel: 'acties' }}
                      className="nl-link"
                    >
                      {actie.dossier.naam}
                    </Link>
                  ) : (
                    <Link to="/signalen/$id" params={{ id: actie.dossier.id }} className="nl-link">
                      {actie.dossier.naam}
                    </Link>
                  )}
                </>
              )}
              {actie.geescaleerdOp !== null && actie.staat === 'open' && (
                <strong>
                  {' '}
                  · {t('actie.geescaleerd', { dag: formatShortDate(dayOf(actie.geescaleerdOp), language) })}
                </strong>
              )}
              {!zonderDossier && actie.dossier === null && ` · ${t('actie.vraagt', { naam: actie.door.naam })}`}
            </p>
          </div>
          <div className="dw-actie__dag">
            {actie.staat === 'open' || actie.geslotenOp === null ? (
              <TermijnChip datum={actie.datum} />
            ) : (
              <span className="dw-zacht">
                {t(`actie.staat.${actie.staat}`)}, {formatShortDate(dayOf(actie.geslotenOp), language)}
              </span>
            )}
          </div>
          <div className="dw-actie__knoppen">
            {(actie.magWijzigen || (kan(actie) && actie.staat === 'gedaan')) && (
              <button
                type="button"
                className="dw-knopje"
                onClick={() => toonActie(actie)}
                aria-label={`${t(actie.magWijzigen ? 'actie.wijzigen' : 'actie.resultaat.schrijf')}: ${actie.wat}`}
              >
                <Pencil aria-hidden="true" size={18} />
              </button>
            )}
            {actie.magWijzigen && actie.staat === 'open' && (
              <button
                type="button"
                className="dw-knopje"
                onClick={() => void zet(actie, 'vervallen')}
                aria-label={`${t('actie.vervalt')}: ${actie.wat}`}
                title={t('actie.vervalt')}
              >
                <XCircle aria-hidden="true" size={18} />
              </button>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
