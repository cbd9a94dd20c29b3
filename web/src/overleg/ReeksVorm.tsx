// SPDX-License-Identifier: EUPL-1.2
// A series is made or changed: what it is, how often it meets and when, where, and who leads it.
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { type Overlegreeks, type OverlegreeksNieuw, type OverlegreeksWijziging, REEKSSOORTEN } from '../api/typen';
import { announce } from '../basis/announce';
import { now } from '../basis/clock';
import { dayOf, isDay } from '../basis/format';
import { type Translate, useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { useSession } from '../basis/session';
import { DateField } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextField } from '../basis/vorm/fields';
import { useBewerking } from '../basis/vorm/useBewerking';
import { maakReeks, reeksenQuery, reeksQuery, wijzigReeks } from './api';
import { isDuur, isTijd, tussen } from './controle';
import { useLeiders } from './lidvelden';
import { WEEKDAGEN } from './merken';
import './overleg.css';

type Velden = Record<
  | 'naam'
  | 'soort'
  | 'ritmeWeken'
  | 'weekdag'
  | 'begin'
  | 'duurMinuten'
  | 'plaats'
  | 'voorzitter'
  | 'secretaris'
  | 'vanaf',
  string
>;

function controleer(v: Velden, t: Translate): FormErrors {
  const errors: FormErrors = {};
  if (v.naam.trim() === '') errors.naam = t('overleg.fout.naam');
  if (!tussen(v.ritmeWeken, 1, 52)) errors.ritmeWeken = t('overleg.fout.ritme');
  if (!isTijd(v.begin)) errors.begin = t('overleg.fout.tijd');
  if (!isDuur(v.duurMinuten)) errors.duurMinuten = t('overleg.fout.duur');
  if (!isDay(v.vanaf)) errors.vanaf = t('overleg.fout.vanaf');
  return errors;
}

const GETALLEN = ['ritmeWeken', 'weekdag', 'duurMinuten'];
const voorApi = (v: Partial<Velden>) =>
  Object.fromEntries(
    Object.entries(v).map(([naam, waarde]) => [naam, GETALLEN.includes(naam) ? Number(waarde) : waarde]),
  );

export function ReeksVorm({ reeks, onClose }: { reeks?: Overlegreeks; onClose: (na?: Overlegreeks) => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { gebruiker } = useSession();
  const leiders = useLeiders();
  const stand = (een?: Overlegreeks) => ({
    velden: {
      naam: een?.naam ?? '',
      soort: een?.soort ?? 'lip',
      ritmeWeken: String(een?.ritmeWeken ?? 3),
      weekdag: String(een?.weekdag ?? 2),
      begin: een?.begin ?? '09:30',
      duurMinuten: String(een?.duurMinuten ?? 90),
      plaats: een?.plaats ?? '',
      voorzitter: een?.voorzitter.id ?? gebruiker.id,
      secretaris: een?.secretaris.id ?? gebruiker.id,
      vanaf: een?.vanaf ?? dayOf(now()),
    },
    versie: een?.versie ?? 0,
  });
  const labels = {
    naam: t('overleg.naam'),
    soort: t('overleg.soort'),
    ritmeWeken: t('overleg.ritmeweken'),
    weekdag: t('overleg.weekdag'),
    begin: t('overleg.begintijd'),
    duurMinuten: t('overleg.duur'),
    plaats: t('overleg.plaats'),
    voorzitter: t('overleg.voorzitter'),
    secretaris: t('overleg.secretaris'),
    vanaf: t('overleg.vanaf'),
  };
  const { form, botsing } = useBewerking<Velden>({
    stand: stand(reeks),
    labels,
    check: (values) => controleer(values, t),
    opslaan: async (gewijzigd, versie) => {
      const na =
        reeks === undefined
          ? await maakReeks(voorApi(form.values) as unknown as OverlegreeksNieuw)
          : await wijzigReeks(reeks.id, versie, voorApi(gewijzigd) as OverlegreeksWijziging);
      client.setQueryData(reeksQuery(na.id).queryKey, na);
      void client.invalidateQueries({ queryKey: reeksenQuery.queryKey, exact: true });
      announce(t('overleg.reeks.opgeslagen', { naam: na.naam }));
      onClose(na);
    },
    herlees: async () => stand(await client.fetchQuery({ ...reeksQuery(reeks?.id ?? ''), staleTime: 0 })),
    inWoorden: (veld, waarde) =>
      veld === 'voorzitter' || veld === 'secretaris'
        ? (leiders.find((one) => one.value === waarde)?.label ?? '')
        : veld === 'weekdag'
          ? t(`overleg.weekdag.${waarde as '1'}`)
          : waarde,
  });
  const { values, on } = form;
  return (
    <Form form={form}>
      {botsing}
      <div className="dw-kolommen">
        <TextField {...form.field('naam')} label={labels.naam} maxLength={100} />
        {reeks === undefined && (
          <SelectField
            name="soort"
            label={labels.soort}
            value={values.soort}
            onChange={on('soort')}
            options={REEKSSOORTEN.map((one) => ({ value: one, label: t(`overleg.soort.${one}`) }))}
          />
        )}
      </div>
      <div className="dw-kolommen">
        <TextField {...form.field('ritmeWeken')} label={labels.ritmeWeken} inputMode="numeric" />
        <SelectField
          name="weekdag"
          label={labels.weekdag}
          value={values.weekdag}
          onChange={on('weekdag')}
          options={WEEKDAGEN.map((one) => ({ value: String(one), label: t(`overleg.weekdag.${one}`) }))}
        />
      </div>
      <div className="dw-kolommen">
        <TextField {...form.field('begin')} label={labels.begin} hint={t('overleg.begintijd.hulp')} />
        <TextField {...form.field('duurMinuten')} label={labels.duurMinuten} inputMode="numeric" />
      </div>
      <div className="dw-kolommen">
        {reeks === undefined && (
          <DateField {...form.field('vanaf')} label={labels.vanaf} hint={t('overleg.vanaf.hulp')} />
        )}
        <TextField
          name="plaats"
          label={labels.plaats}
          hint={t('overleg.plaats.hulp')}
          optional
          value={values.plaats}
          onChange={on('plaats')}
          maxLength={200}
        />
      </div>
      <div className="dw-kolommen">
        <SelectField {...form.field('voorzitter')} label={labels.voorzitter} options={leiders} />
        <SelectField {...form.field('secretaris')} label={labels.secretaris} options={leiders} />
      </div>
      <FormButtons form={form} onCancel={() => onClose()}>
        {t('basis.opslaan')}
      </FormButtons>
    </Form>
  );
}

export function NieuweReeks() {
  const { t } = useLanguage();
  const navigate = useNavigate();
  return (
    <div className="dw-scherm dw-scherm--vorm">
      <Link to="/overleg" className="nl-link dw-terug">
        <ArrowLeft aria-hidden="true" size={16} /> {t('nav.overleg')}
      </Link>
      <PageHeading title={t('overleg.reeks.nieuw')} />
      <div className="dw-vlak dw-vormdeel">
        <ReeksVorm
          onClose={(na) =>
            void (na === undefined
              ? navigate({ to: '/overleg' })
              : navigate({ to: '/overleg/reeksen/$reeks', params: { reeks: na.id } }))
          }
        />
      </div>
    </div>
  );
}
