// SPDX-License-Identifier: EUPL-1.2
// Single-key shortcuts: what a key means, when it is dead, and the switch that turns them all off (WCAG 2.1.4).
import { useEffect, useSyncExternalStore } from 'react';
import { tinykeys } from 'tinykeys';

const KEPT = 'damwand.toetsen';
const listeners = new Set<() => void>();

export function shortcutsOn(): boolean {
  return localStorage.getItem(KEPT) !== 'uit';
}

export function setShortcuts(on: boolean): void {
  if (on) localStorage.removeItem(KEPT);
  else localStorage.setItem(KEPT, 'uit');
  for (const tell of listeners) tell();
}

export function useShortcutsOn(): boolean {
  return useSyncExternalStore((tell) => {
    listeners.add(tell);
    return () => listeners.delete(tell);
  }, shortcutsOn);
}

const TYPING = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable=true], [role=combobox]';

/** In a text field a letter is a letter; over an open window the screen below does not listen. */
export function isDead(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest(TYPING) !== null) return true;
  const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
  return dialog !== null && !dialog.contains(target);
}

/** Keys (tinykeys notation: "c", "g m", "Shift+?") for as long as the component stands. */
export function useShortcuts(keys: Record<string, (event: KeyboardEvent) => void>): void {
  const on = useShortcutsOn();
  useEffect(() => {
    if (!on) return undefined;
    const guarded = Object.fromEntries(
      Object.entries(keys).map(([key, act]) => [
        key,
        (event: KeyboardEvent) => {
          if (isDead(event.target)) return;
          event.preventDefault();
          act(event);
        },
      ]),
    );
    return tinykeys(window, guarded);
  }, [keys, on]);
}

export type ListMove =
  | { kind: 'go'; index: number }
  | { kind: 'open' }
  | { kind: 'mark' }
  | { kind: 'act'; key: string }
  | { kind: 'none' };

interface ListState {
  index: number;
  count: number;
  /** Rows that fit on the screen, for PageUp and PageDown. */
  page: number;
  /** Letters and digits that act on the row, such as "1" or "h". */
  acts: readonly string[];
  shortcuts: boolean;
}

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key means in a list with one active row. Arrows always work; letters only while shortcuts are on. */
export function listMove(event: Pressed, { index, count, page, acts, shortcuts }: ListState): ListMove {
  if (event.ctrlKey || event.metaKey || event.altKey) return { kind: 'none' };
  const go = (to: number): ListMove =>
    count === 0 ? { kind: 'none' } : { kind: 'go', index: Math.min(count - 1, Math.max(0, to)) };
  switch (event.key) {
    case 'ArrowDown':
      return go(index + 1);
    case 'ArrowUp':
      return go(index - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(count - 1);
    case 'PageDown':
      return go(index + page);
    case 'PageUp':
      return go(index - page);
    case 'Enter':
      return count === 0 ? { kind: 'none' } : { kind: 'open' };
    case ' ':
      return count === 0 ? { kind: 'none' } : { kind: 'mark' };
  }
  if (!shortcuts || count === 0) return { kind: 'none' };
  if (event.key === 'j') return go(index + 1);
  if (event.key === 'k') return go(index - 1);
  if (event.key === 'x') return { kind: 'mark' };
  return acts.includes(event.key) ? { kind: 'act', key: event.key } : { kind: 'none' };
}
