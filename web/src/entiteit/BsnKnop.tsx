// SPDX-License-Identifier: EUPL-1.2
// The number of somebody who is named: shown on request, to who has the right, with a reason, and each time logged.
import { useState } from 'react';
import type { Id, Vermelding } from '../api/typen';
import { api, unwrap } from '../basis/api';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { useRight } from '../basis/session';
import { Form } from '../basis/vorm/Form';
import { TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';

/** The file the mention stands in. */
export interface InDossier {
  soort: 'signaal' | 'casus';
  id: Id;
}

function vraagBsn({ soort, id }: InDossier, vermelding: Id, reden: string): Promise<{ bsn: string }> {
  const call = { params: { path: { id, vermelding } }, body: { reden } };
  return unwrap(
    soort === 'signaal'
      ? api.POST('/v1/signalen/{id}/vermeldingen/{vermelding}/bsn/_toon', call)
      : api.POST('/v1/casussen/{id}/vermeldingen/{vermelding}/bsn/_toon', call),
  );
}

export function BsnKnop({ dossier, vermelding }: { dossier: InDossier; vermelding: Vermelding }) {
  const { t } = useLanguage();
  const mayView = useRight('bsn.zien');
  const [asking, setAsking] = useState(false);
  const [bsn, setBsn] = useState<string | null>(null);
  const form = useForm({
    initial: { reden: '' },
    labels: { reden: t('entiteit.bsn.reden') },
    check: ({ reden }) => (reden.trim() === '' ? { reden: t('entiteit.bsn.fout') } : {}) as Record<string, string>,
    send: async ({ reden }) => {
      setBsn((await vraagBsn(dossier, vermelding.id, reden.trim())).bsn);
      setAsking(false);
    },
  });
  if (!mayView || !vermelding.heeftBsn) return null;
  return (
    <>
      {bsn !== null && (
        <span className="dw-kenmerk" role="status">
          {bsn}
        </span>
      )}
      <Button
        weight="subtle"
        onClick={() => (bsn === null ? setAsking(true) : setBsn(null))}
        aria-label={`${t(bsn === null ? 'entiteit.bsn.tonen' : 'entiteit.bsn.verbergen')}: ${vermelding.tekst}`}
      >
        {t(bsn === null ? 'entiteit.bsn.tonen' : 'entiteit.bsn.verbergen')}
      </Button>
      {asking && (
        <Dialog title={t('entiteit.bsn.tonen')} onClose={() => setAsking(false)}>
          <p className="nl-paragraph">{t('entiteit.bsn.vraag')}</p>
          <Form form={form}>
            <TextArea {...form.field('reden')} label={t('entiteit.bsn.reden')} rows={3} />
            <div className="dw-knoppen">
              <Button type="submit" weight="primary" busy={form.busy}>
                {t('entiteit.bsn.tonen')}
              </Button>
            </div>
          </Form>
        </Dialog>
      )}
    </>
  );
}
