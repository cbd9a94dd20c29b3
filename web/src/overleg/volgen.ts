// SPDX-License-Identifier: EUPL-1.2
// What colleagues do in a meeting, shown within half a second: one item is read again by itself, the meeting when more changed.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Id } from '../api/typen';
import { useGebeurtenis } from '../basis/live';
import { herleesPunt, overlegQuery } from './api';

/** Long enough to take the rows of one act together, short enough to be seen as at once. */
const SAMEN_MS = 80;

export function useOverlegLive(overleg: Id): void {
  const client = useQueryClient();
  const wacht = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const alle = wacht.current;
    return () => {
      for (const timer of alle.values()) clearTimeout(timer);
      alle.clear();
    };
  }, []);
  const straks = (naam: string, doe: () => Promise<void>) => {
    if (wacht.current.has(naam)) return;
    wacht.current.set(
      naam,
      setTimeout(() => {
        wacht.current.delete(naam);
        void doe();
      }, SAMEN_MS),
    );
  };
  const { queryKey } = overlegQuery(overleg);
  const heel = () => straks('', () => client.invalidateQueries({ queryKey }));
  useGebeurtenis('overleg', (id) => {
    if (id === overleg) heel();
  });
  useGebeurtenis('agendapunt', (id) => {
    // Not on this screen: of another meeting, or of this one and only now mine to see. Reading tells which.
    if (client.getQueryData(queryKey)?.punten.some((one) => one.id === id))
      straks(id, () => herleesPunt(client, overleg, id));
    else heel();
  });
}
