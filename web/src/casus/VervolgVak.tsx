// SPDX-License-Identifier: EUPL-1.2
// The next step of a casus, chosen by people, with the reason: plan, carrying out, back for information, RIEC,
// monitoring, closing, the archive with its retention, and reopening.
import { useQueryClient } from '@tanstack/react-query';
import type { Casus, CasusFase } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { dayOf, formatDate, isDay } from '../basis/format';
import { useLanguage } from '../basis/language';
import { isConflict } from '../basis/problem';
import { useSession } from '../basis/session';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { gaOver, herleesCasus } from './api';

type Stap = CasusFase | '';
type Velden = { naar: Stap; reden: string; tot: string; einddatum: string };

/** Reopening and closing need rights of their own; a step that is not allowed is absent. */
export function mogelijk(casus: Pick<Casus, 'fase' | 'stappen'>, rechten: readonly string[]): CasusFase[] {
  return casus.stappen.filter((naar) => {
    if (naar === 'afronding' || naar === 'archief') return rechten.includes('casus.sluiten');
    if (casus.fase === 'archief') return rechten.includes('casus.heropenen');
    return rechten.includes('casus.schrijven');
  });
}

export function Bewaring({ casus }: { casus: Casus & { bewaarGrond?: string | null } }) {
  const { t, language } = useLanguage();
  if (casus.einddatum === null) return null;
  return (
    <dl className="dw-feiten">
      <dt>{t('casus.einddatum')}</dt>
      <dd>{formatDate(casus.einddatum, language)}</dd>
      {casus.bewarenTot !== null && (
        <>
          <dt>{t('casus.bewarentot')}</dt>
          <dd>{formatDate(casus.bewarenTot, language)}</dd>
        </>
      )}
      {casus.bewaarGrond && (
        <>
          <dt>{t('casus.bewaargrond')}</dt>
          <dd>{casus.bewaarGrond}</dd>
        </>
      )}
    </dl>
  );
}

export function VervolgVak({ casus }: { casus: Casus }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { rechten } = useSession();
  const stappen = mogelijk(casus, rechten);
  const heropenen = casus.fase === 'archief';
  const vandaag = dayOf(new Date());
  const leeg: Velden = { naar: '', reden: '', tot: '', einddatum: vandaag };
  // A colleague may have taken a step meanwhile: the text stays, the choice is only what is possible now.
  const gekozen = ({ naar }: Velden): Stap =>
    stappen.find((een) => een === naar) ?? (stappen.length === 1 ? (stappen[0] ?? '') : '');
  const form = useForm<Velden>({
    initial: leeg,
    check: (values) => {
      const naar = gekozen(values);
      const errors: FormErrors = {};
      if (naar === '') errors.naar = t('casus.stap.fout.naar');
      const geenDag = naar === 'monitoring' ? dayFault(values.tot, t) : undefined;
      if (geenDag !== undefined) errors.tot = geenDag;
      else if (naar === 'monitoring' && values.tot <= vandaag) errors.tot = t('casus.stap.fout.tot');
      if (naar === 'archief' && (!isDay(values.einddatum) || values.einddatum > vandaag))
        errors.einddatum = t('casus.stap.fout.einddatum');
      if (values.reden.trim() === '') errors.reden = t('casus.stap.fout.reden');
      return errors;
    },
    send: async (values) => {
      const naar = gekozen(values);
      if (naar === '') return;
      try {
        await gaOver(casus.id, casus.versie, {
          naar,
          reden: values.reden.trim(),
          tot: naar === 'monitoring' ? values.tot : null,
          einddatum: naar === 'archief' ? values.einddatum : null,
        });
        form.replace(leeg);
        announce(t('casus.stap.gedaan', { fase: t(`casus.fase.${naar}`) }));
        await herleesCasus(client, casus.id);
      } catch (error) {
        if (isConflict(error)) await herleesCasus(client, casus.id);
        throw error;
      }
    },
  });
  if (stappen.length === 0) return <p className="dw-zacht">{t('casus.stap.geen')}</p>;
  const { on, errors } = form;
  const values = { ...form.values, naar: gekozen(form.values) };
  const naam = (naar: CasusFase) => t(heropenen ? 'casus.stap.heropenen' : `casus.stap.${naar}`);
  return (
    <Form form={form}>
      <RadioField
        name="naar"
        label={t('casus.stap.vraag')}
        value={values.naar}
        onChange={(naar) => form.set('naar', naar as Stap)}
        options={stappen.map((naar) => ({
          value: naar,
          label: naam(naar),
          hint: t(heropenen ? 'casus.stap.heropenen.uitleg' : `casus.stap.${naar}.uitleg`),
        }))}
        error={errors.naar}
      />
      {values.naar === 'monitoring' && (
        <DateField name="tot" label={t('casus.stap.tot')} value={values.tot} onChange={on('tot')} error={errors.tot} />
      )}
      {values.naar === 'archief' && (
        <DateField {...form.field('einddatum')} label={t('casus.einddatum')} hint={t('casus.stap.einddatum.hulp')} />
      )}
      <TextArea {...form.field('reden')} label={t('casus.stap.reden')} hint={t('casus.stap.reden.hulp')} rows={4} />
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy} hotkey="Ctrl+Enter">
          {values.naar === '' ? t('casus.stap.doe') : naam(values.naar)}
        </Button>
      </div>
    </Form>
  );
}
