// SPDX-License-Identifier: EUPL-1.2
// Who reported it. Kept apart; shown only on request, to who has the right, with a reason, and each time logged.
import { LockKeyhole } from 'lucide-react';
import { useState } from 'react';
import type { Id } from '../api/typen';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { useRight } from '../basis/session';
import { ErrorSummary } from '../basis/vorm/errors';
import { TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { toonMelder } from './api';

export function MelderVak({ id }: { id: Id }) {
  const { t } = useLanguage();
  const mayView = useRight('melder.zien');
  const [asking, setAsking] = useState(false);
  const [melder, setMelder] = useState<{ naam: string; contact: string } | null>(null);
  const form = useForm({
    initial: { reden: '' },
    check: ({ reden }) => (reden.trim() === '' ? { reden: t('signaal.melder.fout') } : {}) as Record<string, string>,
    send: async ({ reden }) => {
      setMelder(await toonMelder(id, reden.trim()));
      setAsking(false);
    },
  });
  return (
    <div className="dw-melder">
      {melder === null ? (
        <p className="dw-zacht">
          <LockKeyhole aria-hidden="true" size={16} /> {t('signaal.melder.afgeschermd')}
        </p>
      ) : (
        <dl className="dw-feiten">
          <dt>{t('signaal.melder.naam')}</dt>
          <dd>{melder.naam}</dd>
          <dt>{t('signaal.melder.contact')}</dt>
          <dd>{melder.contact}</dd>
        </dl>
      )}
      {mayView &&
        (melder === null ? (
          <Button onClick={() => setAsking(true)}>{t('signaal.melder.tonen')}</Button>
        ) : (
          <Button onClick={() => setMelder(null)}>{t('signaal.melder.verbergen')}</Button>
        ))}
      {asking && (
        <Dialog title={t('signaal.melder.tonen')} onClose={() => setAsking(false)}>
          <p className="nl-paragraph">{t('signaal.melder.vraag')}</p>
          <form
            noValidate
            className="dw-vorm"
            onSubmit={(event) => {
              event.preventDefault();
              void form.submit();
            }}
          >
            <ErrorSummary errors={form.errors} failure={form.failure} fields={['reden']} attempt={form.attempt} />
            <TextArea {...form.field('reden')} label={t('signaal.melder.reden')} rows={3} />
            <div className="dw-knoppen">
              <Button type="submit" weight="primary" busy={form.busy}>
                {t('signaal.melder.tonen')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </div>
  );
}
