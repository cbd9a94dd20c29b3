// SPDX-License-Identifier: EUPL-1.2
// Opens one file that is not one's own, in an emergency: says beforehand what it costs.
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { formatNumber, formatTime } from '../basis/format';
import { useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { openInNood } from './api';
import { isKenmerk, netKenmerk } from './kenmerk';

const MINUTEN = ['15', '30', '60'] as const;
const KORTST = 20;
const LANGST = 1000;

export default function NoodtoegangVenster({ onClose }: { onClose: () => void }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: { kenmerk: '', reden: '', minuten: '30' },
    labels: { kenmerk: t('privacy.kenmerk'), reden: t('privacy.nood.reden') },
    check: ({ kenmerk, reden }): FormErrors => {
      const lengte = reden.trim().length;
      return {
        ...(isKenmerk(netKenmerk(kenmerk)) ? {} : { kenmerk: t('privacy.kenmerk.fout') }),
        ...(lengte < KORTST || lengte > LANGST ? { reden: t('privacy.nood.reden.fout') } : {}),
      };
    },
    send: async ({ kenmerk, reden, minuten }) => {
      const nood = await openInNood(client, {
        kenmerk: netKenmerk(kenmerk),
        reden: reden.trim(),
        minuten: Number(minuten),
      });
      onClose();
      announce(t('privacy.nood.open', { kenmerk: nood.kenmerk, tijd: formatTime(nood.tot, language) }));
      const to = nood.objectSoort === 'casus' ? '/casussen/$id' : '/signalen/$id';
      await navigate({ to, params: { id: nood.object } });
    },
  });
  const { values, on } = form;
  return (
    <Dialog title={t('privacy.nood')} onClose={onClose}>
      <p className="nl-paragraph">{t('privacy.nood.uitleg')}</p>
      <Form form={form}>
        <TextField
          {...form.field('kenmerk')}
          label={t('privacy.kenmerk')}
          hint={t('privacy.kenmerk.hulp')}
          className="dw-invoer--kenmerk"
        />
        <TextArea
          {...form.field('reden')}
          label={t('privacy.nood.reden')}
          hint={t('privacy.nood.reden.hulp', { aantal: formatNumber(values.reden.trim().length, language) })}
          rows={4}
        />
        <SelectField
          name="minuten"
          label={t('privacy.nood.duur')}
          value={values.minuten}
          onChange={on('minuten')}
          options={MINUTEN.map((one) => ({ value: one, label: t('privacy.nood.minuten', { minuten: one }) }))}
        />
        <FormButtons form={form} onCancel={onClose}>
          {t('privacy.nood.doe')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
