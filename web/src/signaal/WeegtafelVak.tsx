// SPDX-License-Identifier: EUPL-1.2
// That police or prosecution did not take a signaal up, and what the municipality makes of it. It changes no state: weighing does.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Id,
  WEEGTAFELKEUZES,
  WEEGTAFELPARTIJEN,
  type Weegtafelkeuze,
  type Weegtafelpartij,
  type WeegtafelRegel,
} from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useSession } from '../basis/session';
import { Vlak } from '../basis/vlak';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { besluitWeegtafel, legOpWeegtafel, weegtafelVanQuery } from './api';

const KORTSTE_MOTIVERING = 10;

function Vastleggen({ signaal, onClose }: { signaal: Id; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { partij: '' as Weegtafelpartij | '', gemeldOp: dayOf(now()), waarom: '' },
    check: (v): FormErrors => {
      const dag = v.gemeldOp === '' ? t('signaal.weegtafel.dag.fout') : dayFault(v.gemeldOp, t);
      return {
        ...(v.partij === '' ? { partij: t('signaal.weegtafel.partij.fout') } : {}),
        ...(dag === undefined ? {} : { gemeldOp: dag }),
        ...(v.waarom.trim() === '' ? { waarom: t('signaal.weegtafel.waarom.fout') } : {}),
      };
    },
    send: async (v) => {
      if (v.partij === '') return;
      await legOpWeegtafel(client, signaal, { partij: v.partij, gemeldOp: v.gemeldOp, waarom: v.waarom.trim() });
      announce(t('signaal.weegtafel.vastgelegd'));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <RadioField
        name="partij"
        label={t('signaal.weegtafel.partij')}
        value={form.values.partij}
        onChange={(one) => form.set('partij', one as Weegtafelpartij)}
        options={WEEGTAFELPARTIJEN.map((one) => ({ value: one, label: t(`signaal.weegtafel.partij.${one}`) }))}
        error={form.errors.partij}
      />
      <DateField {...form.field('gemeldOp')} label={t('signaal.weegtafel.dag')} />
      <TextArea {...form.field('waarom')} label={t('signaal.weegtafel.waarom')} rows={3} maxLength={2000} />
      <FormButtons form={form} onCancel={onClose}>
        {t('signaal.weegtafel.leg')}
      </FormButtons>
    </Form>
  );
}

function Wegen({ regel, onClose }: { regel: WeegtafelRegel; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { keuze: '' as Weegtafelkeuze | '', bewarenTot: '', motivering: '' },
    check: (v): FormErrors => {
      const dag =
        v.keuze !== 'bewaren'
          ? undefined
          : v.bewarenTot === ''
            ? t('signaal.weegtafel.tot.fout')
            : dayFault(v.bewarenTot, t);
      return {
        ...(v.keuze === '' ? { keuze: t('signaal.weegtafel.keuze.fout') } : {}),
        ...(dag === undefined ? {} : { bewarenTot: dag }),
        ...(v.motivering.trim().length < KORTSTE_MOTIVERING
          ? { motivering: t('signaal.weegtafel.motivering.fout') }
          : {}),
      };
    },
    send: async (v) => {
      if (v.keuze === '') return;
      await besluitWeegtafel(client, regel, {
        keuze: v.keuze,
        motivering: v.motivering.trim(),
        ...(v.keuze === 'bewaren' ? { bewarenTot: v.bewarenTot } : {}),
      });
      announce(t('signaal.weegtafel.gewogen', { keuze: t(`signaal.weegtafel.keuze.${v.keuze}`) }));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <RadioField
        name="keuze"
        label={t('signaal.weegtafel.keuze')}
        value={form.values.keuze}
        onChange={(one) => form.set('keuze', one as Weegtafelkeuze)}
        options={WEEGTAFELKEUZES.map((one) => ({
          value: one,
          label: t(`signaal.weegtafel.keuze.${one}`),
          hint: t(`signaal.weegtafel.keuze.${one}.hulp`),
        }))}
        error={form.errors.keuze}
      />
      {form.values.keuze === 'bewaren' && (
        <DateField {...form.field('bewarenTot')} label={t('signaal.weegtafel.tot')} />
      )}
      <TextArea {...form.field('motivering')} label={t('signaal.weegtafel.motivering')} rows={3} maxLength={2000} />
      <FormButtons form={form} onCancel={onClose}>
        {t('signaal.weegtafel.weeg')}
      </FormButtons>
    </Form>
  );
}

/** What stands on the table, and the choice, with the form to make it. */
export function WeegtafelInhoud({ regel }: { regel: WeegtafelRegel }) {
  const { t, language } = useLanguage();
  const { rechten } = useSession();
  const [open, setOpen] = useState(false);
  const { keuze } = regel;
  return (
    <>
      <p>
        <strong>{t('signaal.weegtafel.niet', { partij: t(`signaal.weegtafel.partij.${regel.partij}`) })}</strong>
      </p>
      <p className="dw-lopend">{regel.waarom}</p>
      <p className="dw-zacht dw-klein">
        {regel.door.naam}, {formatShortDate(regel.gemeldOp, language)}
      </p>
      {keuze !== null && (
        <div className="dw-uitkomst">
          <p>
            <strong>{t(`signaal.weegtafel.keuze.${keuze.keuze}`)}</strong>
            {keuze.bewarenTot !== null &&
              ` · ${t('signaal.weegtafel.tot.dag', { dag: formatShortDate(keuze.bewarenTot, language) })}`}
          </p>
          <p className="dw-lopend">{keuze.motivering}</p>
          <p className="dw-zacht dw-klein">
            {keuze.door.naam}, {formatShortDate(keuze.op, language)}
          </p>
        </div>
      )}
      {rechten.includes('signaal.wegen') && !open && (
        <Button
          aria-label={`${t(keuze === null ? 'signaal.weegtafel.weeg' : 'signaal.weegtafel.opnieuw')}: ${regel.titel}`}
          onClick={() => setOpen(true)}
        >
          {t(keuze === null ? 'signaal.weegtafel.weeg' : 'signaal.weegtafel.opnieuw')}
        </Button>
      )}
      {open && <Wegen regel={regel} onClose={() => setOpen(false)} />}
    </>
  );
}

/** On the page of a signaal of the police or the prosecution; nothing on another. */
export function WeegtafelVak({ signaal, schrijven }: { signaal: Id; schrijven: boolean }) {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  const found = useQuery(weegtafelVanQuery(signaal)).data;
  if (found === undefined || (found.regel === null && (!found.kan || !schrijven))) return null;
  return (
    <Vlak kop={t('signaal.weegtafel.kop')}>
      {found.regel !== null ? (
        <WeegtafelInhoud regel={found.regel} />
      ) : open ? (
        <Vastleggen signaal={signaal} onClose={() => setOpen(false)} />
      ) : (
        <>
          <p className="dw-zacht">{t('signaal.weegtafel.uitleg')}</p>
          <Button onClick={() => setOpen(true)}>{t('signaal.weegtafel.leg')}</Button>
        </>
      )}
    </Vlak>
  );
}
