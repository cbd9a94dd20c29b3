// SPDX-License-Identifier: EUPL-1.2
// The unsent work of each meeting, for as long as the page lives: leaving the screen loses nothing.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Id, Overleg } from '../api/typen';
import { useLapsed, useSession } from '../basis/session';
import { bewerk } from './api';
import { Bewerkingen } from './bewerkingen';
import { kluis } from './kluis';

const alle = new Map<Id, { werk: Bewerkingen; klaar: Promise<void> }>();
let geheim = '';

function werkVan(overleg: Id) {
  let een = alle.get(overleg);
  if (een === undefined) {
    const werk = new Bewerkingen({
      stuur: (bewerking) => bewerk(overleg, bewerking),
      plek: kluis(overleg, () => geheim),
    });
    een = { werk, klaar: werk.herstel() };
    alle.set(overleg, een);
  }
  return een;
}

/** The fields of this meeting, fed with what the server has; `klaar`: what was left unsent before is back. */
export function useWerk(overleg: Overleg): { werk: Bewerkingen; klaar: boolean } {
  geheim = useSession().csrf;
  const { werk, klaar: terug } = werkVan(overleg.id);
  const [klaar, setKlaar] = useState(false);
  const lapsed = useLapsed();
  useEffect(() => {
    let weg = false;
    void terug.then(() => {
      if (!weg) setKlaar(true);
    });
    return () => {
      weg = true;
    };
  }, [terug]);
  useEffect(() => {
    if (!klaar) return;
    for (const punt of overleg.punten) {
      for (const { veld, waarde, versie } of punt.velden) werk.nieuws(punt.id, veld, waarde, versie);
    }
  }, [klaar, overleg, werk]);
  // There is a network again, or a session: no need to wait for the next try.
  useEffect(() => {
    if (!lapsed) werk.probeer();
    window.addEventListener('online', werk.probeer);
    return () => window.removeEventListener('online', werk.probeer);
  }, [lapsed, werk]);
  const onverzonden = useSyncExternalStore(werk.volg, () => werk.onverzonden);
  useEffect(() => {
    if (onverzonden === 0) return undefined;
    const vraag = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', vraag);
    return () => window.removeEventListener('beforeunload', vraag);
  }, [onverzonden]);
  return { werk, klaar };
}
