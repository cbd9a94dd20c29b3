// SPDX-License-Identifier: EUPL-1.2
// From what the map shows to a list to work through.
import { useQueryClient } from '@tanstack/react-query';
import type { Id, Selectievraag } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { maakWerklijst, werklijstenQuery } from './werklijst';

/** So many places stand on one list. */
const MEESTE = 500;

interface MaakProps {
  /** What the area is called: a first name for the list. */
  naam: string;
  aantal: number;
  vraag: Selectievraag;
  onGemaakt: (id: Id) => void;
  onClose: () => void;
}

export function MaakWerklijst({ naam, aantal, vraag, onGemaakt, onClose }: MaakProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { naam: naam.slice(0, 120), aanleiding: '', tot: '' },
    check: (values) => {
      const geenDag = dayFault(values.tot, t);
      const errors: FormErrors = geenDag === undefined ? {} : { tot: geenDag };
      if (values.naam.trim() === '') errors.naam = t('werklijst.fout.naam');
      if (values.aanleiding.trim() === '') errors.aanleiding = t('werklijst.fout.aanleiding');
      return errors;
    },
    send: async (values) => {
      const gemaakt = await maakWerklijst({
        naam: values.naam.trim(),
        aanleiding: values.aanleiding.trim(),
        tot: values.tot === '' ? null : values.tot,
        vraag: { ...vraag, vanaf: null, aantal: null },
      });
      await client.invalidateQueries({ queryKey: werklijstenQuery.queryKey });
      announce(t('werklijst.gemaakt', { naam: gemaakt.naam, aantal: gemaakt.aantal }));
      onGemaakt(gemaakt.id);
    },
  });
  if (aantal > MEESTE)
    return (
      <Dialog title={t('werklijst.maken')} onClose={onClose}>
        <p className="nl-paragraph">{t('werklijst.tegroot', { aantal })}</p>
        <div className="dw-knoppen">
          <Button onClick={onClose}>{t('basis.sluiten')}</Button>
        </div>
      </Dialog>
    );
  return (
    <Dialog title={t('werklijst.maken')} onClose={onClose}>
      <Form form={form}>
        <p className="nl-paragraph">{t('werklijst.maken.uitleg', { aantal })}</p>
        <TextField {...form.field('naam')} label={t('werklijst.naam')} maxLength={120} />
        <TextArea
          {...form.field('aanleiding')}
          label={t('werklijst.aanleiding')}
          hint={t('werklijst.aanleiding.hulp')}
          rows={3}
          maxLength={500}
        />
        <DateField {...form.field('tot')} label={t('werklijst.tot')} hint={t('werklijst.tot.hulp')} optional />
        <FormButtons form={form} onCancel={onClose}>
          {t('werklijst.maak')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
