// SPDX-License-Identifier: EUPL-1.2
// Keeps what was drawn under a name: for oneself, or for all who see the map.
import { useQueryClient } from '@tanstack/react-query';
import type { EigenGebied, KaartPunt } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { bewaarGebied, eigenGebiedenQuery } from './werklijst';

interface BewaarProps {
  ringen: KaartPunt[][];
  onBewaard: (gebied: EigenGebied) => void;
  onClose: () => void;
}

export function BewaarGebied({ ringen, onBewaard, onClose }: BewaarProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { naam: '', gedeeld: false },
    check: (values): FormErrors => (values.naam.trim() === '' ? { naam: t('kaart.eigen.fout.naam') } : {}),
    send: async (values) => {
      const bewaard = await bewaarGebied({ naam: values.naam.trim(), ringen, gedeeld: values.gedeeld });
      await client.invalidateQueries({ queryKey: eigenGebiedenQuery.queryKey });
      announce(t('kaart.eigen.bewaard', { naam: bewaard.naam }));
      onBewaard(bewaard);
    },
  });
  return (
    <Dialog title={t('kaart.eigen.bewaren')} onClose={onClose}>
      <Form form={form}>
        <TextField
          {...form.field('naam')}
          label={t('kaart.eigen.naam')}
          hint={t('kaart.eigen.naam.hulp')}
          maxLength={80}
        />
        <Checkbox label={t('kaart.eigen.gedeeld')} checked={form.values.gedeeld} onChange={form.on('gedeeld')} />
        <FormButtons form={form} onCancel={onClose}>
          {t('kaart.eigen.bewaar')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
