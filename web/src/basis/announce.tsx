// SPDX-License-Identifier: EUPL-1.2
// One line at the bottom of the screen that says what was done; read aloud by a screen reader (role=status).
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { useLanguage } from './language';

interface Notice {
  number: number;
  content: ReactNode;
}
const SHOWN_MS = 12_000;
let notice: Notice | null = null;
const listeners = new Set<() => void>();

function put(next: Notice | null): void {
  notice = next;
  for (const tell of listeners) tell();
}

/** Shows and speaks a message; the next one replaces it. */
export function announce(content: ReactNode): void {
  put({ number: (notice?.number ?? 0) + 1, content });
}

export function StatusLine() {
  const { t } = useLanguage();
  const current = useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => notice,
  );
  useEffect(() => {
    if (current === null) return undefined;
    const timer = setTimeout(() => put(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [current]);
  return (
    <div className="dw-status" role="status">
      {current !== null && (
        <div className="dw-status__regel">
          <span>{current.content}</span>
          <button type="button" className="dw-status__sluit" onClick={() => put(null)} aria-label={t('basis.sluiten')}>
            <X aria-hidden="true" size={18} />
          </button>
        </div>
      )}
    </div>
  );
}
