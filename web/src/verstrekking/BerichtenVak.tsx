// SPDX-License-Identifier: EUPL-1.2
// The notices to a recipient: what changed since it was given, the letter, and what was done with it.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Id, Verstrekking } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { problemText } from '../basis/problem';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { kennisgeving, sluit } from './api';

const STATEN = ['verstuurd', 'niet_verstuurd'] as const;
const KORTSTE_REDEN = 10;

interface BerichtProps {
  casus: Id;
  van: Verstrekking;
}

function BerichtVorm({ casus, van, onClose }: BerichtProps & { onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { staat: '', gedaanOp: dayOf(now()), reden: '' },
    labels: { gedaanOp: t('verstrekking.bericht.dag'), reden: t('verstrekking.bericht.reden') },
    check: ({ staat, gedaanOp, reden }): FormErrors => {
      if (staat === '') return { staat: t('verstrekking.bericht.staat.fout') };
      if (staat === 'niet_verstuurd')
        return reden.trim().length < KORTSTE_REDEN ? { reden: t('verstrekking.bericht.reden.fout') } : {};
      const dag = gedaanOp === '' ? t('verstrekking.bericht.dag.fout') : dayFault(gedaanOp, t);
      return dag === undefined ? {} : { gedaanOp: dag };
    },
    send: async ({ staat, gedaanOp, reden }) => {
      await sluit(client, casus, van.id, {
        kennisgevingen: van.kennisgevingen.filter((one) => one.staat === 'open').map((one) => one.id),
        ...(staat === 'verstuurd'
          ? { staat: 'verstuurd', gedaanOp }
          : { staat: 'niet_verstuurd', reden: reden.trim() }),
      });
      announce(t('verstrekking.bericht.gedaan'));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <RadioField
        {...form.field('staat')}
        label={t('verstrekking.bericht.staat')}
        options={STATEN.map((one) => ({ value: one, label: t(`verstrekking.bericht.${one}`) }))}
      />
      {form.values.staat === 'verstuurd' && (
        <DateField {...form.field('gedaanOp')} label={t('verstrekking.bericht.dag')} />
      )}
      {form.values.staat === 'niet_verstuurd' && (
        <TextArea {...form.field('reden')} label={t('verstrekking.bericht.reden')} rows={2} maxLength={2000} />
      )}
      <FormButtons form={form} onCancel={onClose}>
        {t('verstrekking.bericht.opslaan')}
      </FormButtons>
    </Form>
  );
}

export function BerichtenVak({ casus, van, mag }: BerichtProps & { mag: boolean }) {
  const { t, language } = useLanguage();
  const [open, setOpen] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const vak = useRef<HTMLDivElement>(null);
  const wachtend = van.kennisgevingen.filter((one) => one.staat === 'open').length;
  const naamVan = (soort: string, rij: Id) =>
    van.feiten.find((one) => one.soort === soort && one.rij === rij)?.naam ?? '';
  const over = (wat: string) => `${wat}: ${van.kenmerk}`;
  return (
    <div className="dw-uitkomst" ref={vak} tabIndex={-1}>
      <h4 className="nl-heading nl-heading--level-5">{t('verstrekking.bericht')}</h4>
      {wachtend > 0 && (
        <p>
          <strong>{t('verstrekking.bericht.open', { aantal: wachtend })}</strong>
        </p>
      )}
      <ul>
        {van.kennisgevingen.map((one) => (
          <li key={one.id}>
            {naamVan(one.soort, one.rij)}: {t(`verstrekking.aanleiding.${one.aanleiding}`)}
            {one.staat !== 'open' && ` · ${t(`verstrekking.bericht.${one.staat}`)}`}
            {one.gedaanOp !== null && ` ${formatShortDate(one.gedaanOp, language)}`}
            {one.reden !== null && ` (${one.reden})`}
          </li>
        ))}
      </ul>
      {failure !== null && (
        <div className="dw-mislukt" role="alert">
          {problemText(failure, t)}
        </div>
      )}
      {mag && wachtend > 0 && !open && (
        <div className="dw-knoppen">
          <Button
            aria-label={over(t('verstrekking.bericht.brief'))}
            onClick={() => {
              setFailure(null);
              kennisgeving(casus, van).catch(setFailure);
            }}
          >
            {t('verstrekking.bericht.brief')}
          </Button>
          <Button weight="subtle" aria-label={over(t('verstrekking.bericht.doe'))} onClick={() => setOpen(true)}>
            {t('verstrekking.bericht.doe')}
          </Button>
        </div>
      )}
      {open && (
        <BerichtVorm
          casus={casus}
          van={van}
          onClose={() => {
            setOpen(false);
            vak.current?.focus();
          }}
        />
      )}
    </div>
  );
}
