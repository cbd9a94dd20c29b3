// SPDX-License-Identifier: EUPL-1.2
// A new watcher: a shape, why it is watched for, and, where persons are in it, the casus it is for and the ground.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Id, VORMEN, type Vorm } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { useRight } from '../basis/session';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { ALLEEN_MET_CASUS, casuskeuzeQuery, DAGEN, maakWachter, OOK_PERSONEN, wachtersQuery } from './wachter';

const MEESTE_DAGEN = 3650;

interface NieuwProps {
  onGemaakt: (id: Id) => void;
  onClose: () => void;
}

export function NieuweWachter({ onGemaakt, onClose }: NieuwProps) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const casussen = useQuery({ ...casuskeuzeQuery, enabled: useRight('casus.lezen') }).data ?? [];
  const form = useForm({
    initial: { vorm: 'adres-in-signalen', naam: '', waarom: '', dagen: '', betrouwbaarheid: '', casus: '', grond: '' },
    check: (values) => {
      const errors: FormErrors = {};
      const vorm = values.vorm as Vorm;
      if (values.naam.trim() === '') errors.naam = t('netwerk.wachter.fout.naam');
      if (values.waarom.trim() === '') errors.waarom = t('netwerk.wachter.fout.waarom');
      const dagen = Number(values.dagen);
      if (values.dagen.trim() !== '' && !(Number.isInteger(dagen) && dagen >= 1 && dagen <= MEESTE_DAGEN))
        errors.dagen = t('netwerk.wachter.fout.dagen');
      if (ALLEEN_MET_CASUS.includes(vorm) && values.casus === '') errors.casus = t('netwerk.wachter.fout.casus');
      if (OOK_PERSONEN.includes(vorm) && values.casus !== '' && values.grond.trim() === '')
        errors.grond = t('netwerk.wachter.fout.grond');
      return errors;
    },
    send: async (values) => {
      const vorm = values.vorm as Vorm;
      const casus = OOK_PERSONEN.includes(vorm) && values.casus !== '' ? values.casus : null;
      const gemaakt = await maakWachter({
        vorm,
        naam: values.naam.trim(),
        waarom: values.waarom.trim(),
        dagen: DAGEN[vorm] === null || values.dagen.trim() === '' ? null : Number(values.dagen),
        betrouwbaarheid: values.betrouwbaarheid === '' ? null : values.betrouwbaarheid,
        casus,
        grond: casus === null ? null : values.grond.trim(),
        patroon: null,
        aan: null,
      });
      await Promise.all([
        client.invalidateQueries({ queryKey: wachtersQuery.queryKey }),
        client.invalidateQueries({ queryKey: ['mijn-werk'] }),
      ]);
      announce(t('netwerk.wachter.gemaakt', { naam: gemaakt.naam, aantal: gemaakt.open }));
      onGemaakt(gemaakt.id);
    },
  });
  const vorm = form.values.vorm as Vorm;
  const personen = OOK_PERSONEN.includes(vorm);
  return (
    <Dialog title={t('netwerk.wachter.nieuw')} onClose={onClose}>
      <Form form={form}>
        <RadioField
          {...form.field('vorm')}
          label={t('netwerk.wachter.vorm')}
          options={VORMEN.map((one) => ({
            value: one,
            label: t(`netwerk.vorm.${one}`),
            hint: t(`netwerk.vorm.uitleg.${one}`),
          }))}
        />
        <TextField
          {...form.field('naam')}
          label={t('netwerk.wachter.naam')}
          hint={t('netwerk.wachter.naam.hulp')}
          maxLength={120}
        />
        <TextArea
          {...form.field('waarom')}
          label={t('netwerk.wachter.waarom')}
          hint={t('netwerk.wachter.waarom.hulp')}
          rows={2}
          maxLength={500}
        />
        {DAGEN[vorm] !== null && (
          <TextField
            {...form.field('dagen')}
            label={t('netwerk.wachter.dagen')}
            hint={t('netwerk.wachter.dagen.hulp', { dagen: DAGEN[vorm] })}
            optional
            inputMode="numeric"
          />
        )}
        <SelectField
          name="betrouwbaarheid"
          label={t('netwerk.wachter.betrouwbaarheid')}
          none={t('netwerk.wachter.betrouwbaarheid.alle')}
          optional
          value={form.values.betrouwbaarheid}
          onChange={form.on('betrouwbaarheid')}
          options={['A', 'B', 'C', 'D', 'E'].map((one) => ({ value: one, label: one }))}
        />
        {personen && (
          <SelectField
            {...form.field('casus')}
            label={t('netwerk.wachter.casus')}
            hint={t(ALLEEN_MET_CASUS.includes(vorm) ? 'netwerk.wachter.casus.moet' : 'netwerk.wachter.casus.mag')}
            none={t('netwerk.wachter.casus.geen')}
            optional={!ALLEEN_MET_CASUS.includes(vorm)}
            options={casussen.map((one) => ({ value: one.id, label: `${one.kenmerk} · ${one.werknaam}` }))}
          />
        )}
        {personen && form.values.casus !== '' && (
          <TextArea
            {...form.field('grond')}
            label={t('netwerk.wachter.grond')}
            hint={t('netwerk.wachter.grond.hulp')}
            rows={3}
            maxLength={2000}
          />
        )}
        <FormButtons form={form} onCancel={onClose}>
          {t('netwerk.wachter.maak')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
