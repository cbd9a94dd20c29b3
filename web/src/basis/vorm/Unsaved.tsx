// SPDX-License-Identifier: EUPL-1.2
// Leaving a form with text that was not saved: ask first, also when the tab is closed.
import { useBlocker } from '@tanstack/react-router';
import { Button } from '../button';
import { Dialog } from '../dialog';
import { useLanguage } from '../language';

export function Unsaved({ dirty }: { dirty: boolean }) {
  const { t } = useLanguage();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && current.pathname !== next.pathname,
    enableBeforeUnload: dirty,
    withResolver: true,
  });
  if (blocker.status !== 'blocked') return null;
  return (
    <Dialog title={t('basis.verlaten.kop')} onClose={blocker.reset}>
      <p className="nl-paragraph">{t('basis.verlaten.tekst')}</p>
      <div className="dw-knoppen">
        <Button weight="primary" onClick={blocker.reset}>
          {t('basis.verlaten.blijven')}
        </Button>
        <Button onClick={blocker.proceed}>{t('basis.verlaten.weg')}</Button>
      </div>
    </Dialog>
  );
}
