// SPDX-License-Identifier: EUPL-1.2
// The purpose somebody works under. Acts carry their own; under a purpose that he chose he also sees what opens for it only.
import { useSyncExternalStore } from 'react';

let gekozen: string | null = null;
const listeners = new Set<() => void>();

export function kiesDoel(code: string | null): void {
  gekozen = code;
  for (const tell of listeners) tell();
}

/** Code of the purpose that was chosen; null: ordinary work. */
export function useDoel(): string | null {
  return useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => gekozen,
  );
}

const WERK = /^\/v1\/(signalen|casussen|mijn-werk)(\/|$)/;
/** Who looked at it is not for that purpose, but to watch over access. */
const TOEZICHT = /\/inzagen$/;

/** The header that says the purpose, for what is work on the files. */
export function doelkop(path: string): Record<string, string> {
  return gekozen !== null && WERK.test(path) && !TOEZICHT.test(path) ? { Verwerkingsactiviteit: gekozen } : {};
}
