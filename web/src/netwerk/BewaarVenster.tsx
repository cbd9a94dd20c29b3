// SPDX-License-Identifier: EUPL-1.2
// Keeps the chart in a dossier that is on it: who may see that may open it, and sees what is his to see.
import { useQueryClient } from '@tanstack/react-query';
import type { Geplaatst, Id, Netwerkfilter, Netwerkknoop } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { bewaarWeergave, weergavenQuery } from './api';
import { refVan, sleutelVan } from './model';
import { useWoorden } from './namen';

interface VensterProps {
  knopen: readonly Netwerkknoop[];
  /** Where they stand now. */
  geplaatst: () => Geplaatst[];
  filter: Netwerkfilter;
  onBewaard: (id: Id) => void;
  onClose: () => void;
}

export function BewaarVenster({ knopen, geplaatst, filter, onBewaard, onClose }: VensterProps) {
  const woorden = useWoorden();
  const { t } = woorden;
  const client = useQueryClient();
  const dossiers = knopen
    .filter((one) => one.soort === 'casus' || one.soort === 'signaal')
    .sort((a, b) => a.soort.localeCompare(b.soort));
  const form = useForm({
    initial: { naam: '', dossier: dossiers[0] === undefined ? '' : sleutelVan(dossiers[0]) },
    check: (values) => {
      const errors: FormErrors = {};
      if (values.naam.trim() === '') errors.naam = t('netwerk.bewaren.fout.naam');
      if (values.dossier === '') errors.dossier = t('netwerk.bewaren.fout.dossier');
      return errors;
    },
    send: async (values) => {
      const bewaard = await bewaarWeergave({
        dossier: refVan(values.dossier),
        naam: values.naam.trim(),
        knopen: geplaatst(),
        filter,
      });
      await client.invalidateQueries({ queryKey: weergavenQuery.queryKey });
      announce(t('netwerk.bewaren.gedaan', { naam: bewaard.naam }));
      onBewaard(bewaard.id);
    },
  });
  return (
    <Dialog title={t('netwerk.bewaren')} onClose={onClose}>
      <Form form={form}>
        <p className="nl-paragraph">{t('netwerk.bewaren.uitleg')}</p>
        <TextField
          {...form.field('naam')}
          label={t('netwerk.bewaren.naam')}
          hint={t('netwerk.bewaren.naam.hulp')}
          maxLength={120}
        />
        <SelectField
          {...form.field('dossier')}
          label={t('netwerk.bewaren.dossier')}
          options={dossiers.map((one) => ({
            value: sleutelVan(one),
            label: `${woorden.soort(one.soort)} ${one.kenmerk} · ${one.naam}`,
          }))}
        />
        <FormButtons form={form} onCancel={onClose}>
          {t('netwerk.bewaren.doe')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
