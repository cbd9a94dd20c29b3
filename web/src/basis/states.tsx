// SPDX-License-Identifier: EUPL-1.2
// What a screen shows when it has no rows (yet): loading, failed, empty.
import { type ReactNode, useEffect, useState } from 'react';
import { Button } from './button';
import { useLanguage } from './language';
import { problemText } from './problem';

/** Words appear after a moment only, so that a quick answer does not flicker. */
export function Loading({ what }: { what?: string }) {
  const { t } = useLanguage();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="dw-laden" aria-busy="true">
      {slow ? (what ?? t('basis.laden')) : ''}
    </div>
  );
}

export function Failed({ error, retry }: { error: unknown; retry?: () => void }) {
  const { t } = useLanguage();
  return (
    <div className="dw-mislukt" role="alert">
      <p className="nl-paragraph">{problemText(error, t, false)}</p>
      {retry !== undefined && <Button onClick={retry}>{t('basis.opnieuw')}</Button>}
    </div>
  );
}

interface EmptyProps {
  title: string;
  /** What to do next: every empty list names it. */
  children?: ReactNode;
}

export function Empty({ title, children }: EmptyProps) {
  return (
    <div className="dw-leeg">
      <p className="nl-paragraph dw-leeg__kop">{title}</p>
      {children !== undefined && <div className="dw-leeg__uitleg">{children}</div>}
    </div>
  );
}
