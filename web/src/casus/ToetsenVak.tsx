// SPDX-License-Identifier: EUPL-1.2
// Privacy checks as a task list: what must be answered before what, how it stands, and every check as it was written.
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Bron, Casus, Gebeurtenis, Id, Interventie, Privacytoets, ToetsSoort } from '../api/typen';
import { Button } from '../basis/button';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { useRegimes } from '../entiteit/regime';
import { besluitToets, herleesCasus } from './api';
import { houdFocus } from './focus';
import { magDoor, standVan, type Toetsstand, toetsVan } from './toets';
import { Gronden, ToetsMerk, useBesluit } from './toetsdelen';

const ToetsVorm = lazy(async () => ({ default: (await import('./ToetsVorm')).ToetsVorm }));
const BesluitVorm = lazy(async () => ({ default: (await import('./ToetsVorm')).BesluitVorm }));

interface Taak {
  over: Id | 'riec';
  naam: string;
  stand: Toetsstand;
  toets: Privacytoets | null;
}

interface VakProps {
  casus: Casus;
  bronnen: readonly Bron[];
  interventies: readonly Interventie[];
  toetsen: readonly Privacytoets[];
  tijdlijn: readonly Gebeurtenis[];
  schrijven: boolean;
}

export function ToetsenVak({ casus, bronnen, interventies, toetsen, tijdlijn, schrijven }: VakProps) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const { vraagtToets } = useRegimes();
  const client = useQueryClient();
  const mag = useBesluit();
  const [vorm, setVorm] = useState<{ soort: ToetsSoort; over: Id[] } | null>(null);
  const [besluit, setBesluit] = useState<Privacytoets | null>(null);
  const interventieNaam = (een: Interventie) => `${name('interventietypen', een.type)}: ${een.omschrijving}`;
  // Back in the informatie phase, what was learnt since is judged again.
  const terug = tijdlijn.filter((one) => one.soort === 'overgang' && one.gegevens.naar === 'informatie').at(-1);
  const vers = toetsen.filter((one) => terug === undefined || one.op >= terug.vastgelegdOp);
  const taak = (soort: ToetsSoort, over: Id | 'riec', naam: string, vanVoor = false): Taak => {
    const toets = toetsVan(soort === '2a' ? vers : toetsen, soort, over);
    return { over, naam, toets, stand: standVan(toets, vanVoor) };
  };
  const open = interventies.filter((one) => one.status !== 'vervallen');
  const taken: Record<ToetsSoort, Taak[]> = {
    '1': bronnen
      .filter((one) => vraagtToets(one.bronsoort, one.regime))
      .map((one) => taak('1', one.id, one.naam, one.vanVoorToets)),
    '2a': casus.leden.map(({ gebruiker }) => taak('2a', gebruiker.id, gebruiker.naam)),
    '2b': [
      ...open.map((one) => taak('2b', one.id, interventieNaam(one))),
      ...(casus.fase === 'uitvoering' || casus.fase === 'bij_riec' ? [taak('2b', 'riec', t('casus.toets.riec'))] : []),
    ],
  };
  const over = (een: Privacytoets): string =>
    [
      bronnen.find((one) => one.id === een.bron)?.naam,
      ...een.leden.map((one) => one.naam),
      ...interventies.filter((one) => een.interventies.includes(one.id)).map(interventieNaam),
      een.riec ? t('casus.toets.riec') : undefined,
    ]
      .filter((naam) => naam !== undefined)
      .join(', ');
  return (
    <>
      <ol className="dw-privacytoetsen">
        {(['1', '2a', '2b'] as const).map((soort) => {
          const nodig = taken[soort].filter((one) => !magDoor(one.stand) && one.stand !== 'voorgelegd');
          return (
            <li key={soort}>
              <h3 className="nl-heading nl-heading--level-4">{t(`casus.toets.kop.${soort}`)}</h3>
              <p className="dw-zacht">{t(`casus.toets.wanneer.${soort}`)}</p>
              {taken[soort].length === 0 ? (
                <p>{t(`casus.toets.geen.${soort}`)}</p>
              ) : (
                <ul className="dw-privacytoetsen__taken">
                  {taken[soort].map((one) => (
                    <li key={one.over} id={`toets-${one.over}`} tabIndex={-1}>
                      <span>{one.naam}</span> <ToetsMerk stand={one.stand} />
                      {schrijven && soort === '1' && !magDoor(one.stand) && one.stand !== 'voorgelegd' && (
                        <Button
                          onClick={() => setVorm({ soort, over: [one.over] })}
                          aria-label={`${t('casus.bronstap.toets')}: ${one.naam}`}
                        >
                          {t('casus.bronstap.toets')}
                        </Button>
                      )}
                    </li>
                  ))}
                </ul>
              )}
              {schrijven && soort !== '1' && (taken[soort].length > 0 || casus.fase === 'uitvoering') && (
                <Button
                  weight={nodig.length > 0 ? 'primary' : 'secondary'}
                  onClick={() =>
                    setVorm({ soort, over: nodig.filter((one) => one.over !== 'riec').map((one) => one.over) })
                  }
                >
                  {t(`casus.toets.doe.${soort}`)}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {toetsen.length > 0 && (
        <>
          <h3 className="nl-heading nl-heading--level-4 dw-tussenkop">{t('casus.toets.alle')}</h3>
          <ul className="dw-privacytoetsen__alle">
            {[...toetsen].reverse().map((een) => (
              <li key={een.id} id={`toets-${een.id}`} tabIndex={-1}>
                <details>
                  <summary>
                    {t(`casus.toets.naam.${een.soort}`)} · {over(een)} <ToetsMerk stand={een.staat} />
                  </summary>
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
                {schrijven && mag && (een.staat === 'voorgelegd' || een.staat === 'akkoord') && (
                  <Button weight={een.staat === 'voorgelegd' ? 'primary' : 'subtle'} onClick={() => setBesluit(een)}>
                    {t(een.staat === 'voorgelegd' ? 'casus.toets.besluiten' : 'casus.toets.intrekken')}
                    <span className="dw-onzichtbaar">
                      : {t(`casus.toets.naam.${een.soort}`)} {over(een)}
                    </span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      <Suspense fallback={null}>
        {vorm !== null && (
          <ToetsVorm
            casus={casus}
            soort={vorm.soort}
            {...(() => {
              const bron = bronnen.find((one) => vorm.soort === '1' && one.id === vorm.over[0]);
              return bron === undefined ? {} : { bron };
            })()}
            interventies={open}
            over={vorm.over}
            onClose={() => {
              setVorm(null);
              houdFocus(`toets-${vorm.over[0]}`);
            }}
          />
        )}
        {besluit !== null && (
          <BesluitVorm
            toets={besluit}
            besluit={async (staat, reden) => {
              await besluitToets(casus.id, besluit, staat, reden);
              await herleesCasus(client, casus.id);
            }}
            onClose={() => {
              setBesluit(null);
              houdFocus(`toets-${besluit.id}`);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
