// SPDX-License-Identifier: EUPL-1.2
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Agendapunt, Agendatoets, Id, Overleg } from '../api/typen';
import { Button } from '../basis/button';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Gronden, ToetsMerk, useBesluit } from '../casus/toetsdelen';
import { besluitToets, toonPunt } from './api';
import { useOpsomming } from './merken';

const BesluitVorm = lazy(async () => ({ default: (await import('../casus/ToetsVorm')).BesluitVorm }));

/** Every check of an item as it was written, with what can still be decided about it. */
export function Punttoetsen({ overleg, punt }: { overleg: Overleg; punt: Agendapunt }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const mag = useBesluit();
  const som = useOpsomming();
  const [besluit, setBesluit] = useState<Agendatoets | null>(null);
  const naam = (id: Id) =>
    overleg.deelnemers.find((one) => one.gebruiker.id === id)?.gebruiker.naam ?? t('overleg.iemand');
  if ((punt.toetsen ?? []).length === 0) return null;
  return (
    <ul className="dw-privacytoetsen__alle">
      {(punt.toetsen ?? []).map((een) => (
        <li key={een.id}>
          <details>
            <summary>
              {t('overleg.toets.van', { datum: formatShortDate(dayOf(een.op), language) })}{' '}
              <ToetsMerk stand={een.staat} />
            </summary>
            <ul className="dw-verdeling__lijst">
              {een.leden.map((one) => (
                <li key={one.gebruiker}>
                  {naam(one.gebruiker)}: {som(one.delen.map((soort) => t(`overleg.deel.${soort}`)))}
                </li>
              ))}
            </ul>
            <Gronden toets={een} />
            <p className="dw-zacht dw-klein">
              {t('casus.toets.door', { naam: een.door.naam, datum: formatShortDate(dayOf(een.op), language) })}
              {een.beslotenDoor !== null &&
                een.beslotenOp !== null &&
                ` ${t('casus.toets.beslotendoor', {
                  stand: t(`casus.toets.stand.${een.staat}`),
                  naam: een.beslotenDoor.naam,
                  datum: formatShortDate(dayOf(een.beslotenOp), language),
                })}`}
            </p>
            {een.reden !== null && <p className="dw-lopend">{een.reden}</p>}
          </details>
          {mag && (een.staat === 'voorgelegd' || een.staat === 'akkoord') && (
            <Button weight={een.staat === 'voorgelegd' ? 'primary' : 'subtle'} onClick={() => setBesluit(een)}>
              {t(een.staat === 'voorgelegd' ? 'casus.toets.besluiten' : 'casus.toets.intrekken')}
              <span className="dw-onzichtbaar">: {punt.titel}</span>
            </Button>
          )}
        </li>
      ))}
      {besluit !== null && (
        <Suspense fallback={null}>
          <BesluitVorm
            toets={besluit}
            besluit={async (staat, reden) =>
              toonPunt(client, overleg.id, await besluitToets(overleg.id, punt.id, besluit, staat, reden))
            }
            onClose={() => setBesluit(null)}
          />
        </Suspense>
      )}
    </ul>
  );
}
