// SPDX-License-Identifier: EUPL-1.2
// The one action that is open in a window, over whatever screen: the list it was in may be empty by then.
import { useSyncExternalStore } from 'react';
import type { ActieRegel } from '../api/typen';

let open: ActieRegel | null = null;
const listeners = new Set<() => void>();

export function toonActie(actie: ActieRegel | null): void {
  open = actie;
  for (const tell of listeners) tell();
}

export function useGetoondeActie(): ActieRegel | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => open,
  );
}
