// SPDX-License-Identifier: EUPL-1.2
// What colleagues do in a meeting, shown within half a second: one item is read again by itself, the meeting when more changed.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { Id } from '../api/typen';
import { useGebeurtenis } from '../basis/live';
import { herleesPunten, overlegQuery } from './api';

/** Long enough to take the rows of one act together, short enough to be seen as at once. */
const SAMEN_MS = 80;

export function useOverlegLive(overleg: Id): void {
  const client = useQueryClient();
  const { queryKey } = overlegQuery(overleg);
  /** The items that changed; 'heel' asks for the meeting itself. */
  const wacht = useRef(new Set<Id | 'heel'>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const straks = (wat: Id | 'heel') => {
    wacht.current.add(wat);
    timer.current ??= setTimeout(() => {
      const alle = [...wacht.current];
      wacht.current.clear();
      timer.current = undefined;
      // One item ends and the next begins: two at once. More is another order.
      const punten = alle.filter((een) => een !== 'heel');
      if (punten.length < alle.length || punten.length > 2) void client.invalidateQueries({ queryKey });
      else void herleesPunten(client, overleg, punten);
    }, SAMEN_MS);
  };
  useGebeurtenis('overleg', (id) => {
    if (id === overleg) straks('heel');
  });
  useGebeurtenis('agendapunt', (id) => {
    // Not on this screen: of another meeting, or of this one and only now mine to see. Reading tells which.
    straks(client.getQueryData(queryKey)?.punten.some((one) => one.id === id) ? id : 'heel');
  });
}
