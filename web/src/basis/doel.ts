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

const ZOEK = '/v1/_zoek';
const ZOEKDOEL_MS = 30 * 60_000;
let zoekdoel: { code: string; tot: number } | null = null;
let afloop: ReturnType<typeof setTimeout> | undefined;

/** What one searches in everything for: asked once, kept in this tab for half an hour. Null ends it. */
export function kiesZoekdoel(code: string | null): void {
  clearTimeout(afloop);
  zoekdoel = code === null ? null : { code, tot: Date.now() + ZOEKDOEL_MS };
  if (code !== null) afloop = setTimeout(() => kiesZoekdoel(null), ZOEKDOEL_MS);
  for (const tell of listeners) tell();
}

/** The purpose of a search now: the one worked under, else the one chosen for searching; null: people are not searched. */
function zoektVoor(): string | null {
  if (gekozen !== null) return gekozen;
  return zoekdoel !== null && zoekdoel.tot > Date.now() ? zoekdoel.code : null;
}

export function useZoekdoel(): string | null {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, zoektVoor);
}

const WERK = /^\/v1\/(signalen|casussen|mijn-werk)(\/|$)/;
/** Who looked at it is not for that purpose, but to watch over access. */
const TOEZICHT = /\/inzagen$/;

/** The header that says the purpose, for what is work on the files. */
export function doelkop(path: string): Record<string, string> {
  if (path === ZOEK) {
    const code = zoektVoor();
    return code === null ? {} : { Verwerkingsactiviteit: code };
  }
  return gekozen !== null && WERK.test(path) && !TOEZICHT.test(path) ? { Verwerkingsactiviteit: gekozen } : {};
}
