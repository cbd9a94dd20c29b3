// SPDX-License-Identifier: EUPL-1.2
// Requests of data subjects, the first due on top; and recording a new one. Nobody's name stands in the list.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { VerzoekSoort } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { now } from '../basis/clock';
import { Dialog } from '../basis/dialog';
import { dayOf, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { PageHeading } from '../basis/page';
import { Empty, Failed, Loading } from '../basis/states';
import { TermijnChip } from '../basis/termijn';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { legVast, verzoekenQuery } from './api';
import '../basis/stijl/vakken.css';

const SOORTEN: readonly VerzoekSoort[] = ['inzage', 'rectificatie', 'wissen', 'beperking', 'bezwaar'];

function Vastleggen({ onClose }: { onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const form = useForm({
    initial: { soort: 'inzage', ontvangenOp: dayOf(now()), naam: '', adres: '', vraag: '' },
    labels: { naam: t('betrokkene.naam'), vraag: t('betrokkene.vraag'), ontvangenOp: t('betrokkene.ontvangen') },
    check: (values): FormErrors => {
      const dag = dayFault(values.ontvangenOp, t);
      return {
        ...(dag === undefined ? {} : { ontvangenOp: dag }),
        ...(values.naam.trim().length < 2 ? { naam: t('betrokkene.naam.fout') } : {}),
        ...(values.vraag.trim().length < 3 ? { vraag: t('betrokkene.vraag.fout') } : {}),
      };
    },
    send: async (values) => {
      const made = await legVast(client, {
        ...values,
        soort: values.soort as VerzoekSoort,
        naam: values.naam.trim(),
        vraag: values.vraag.trim(),
      });
      announce(t('betrokkene.vastgelegd', { kenmerk: made.kenmerk }));
      await navigate({ to: '/verzoeken/$id', params: { id: made.id } });
    },
  });
  return (
    <Dialog title={t('betrokkene.nieuw')} onClose={onClose}>
      <Form form={form}>
        <SelectField
          {...form.field('soort')}
          label={t('betrokkene.soort')}
          options={SOORTEN.map((one) => ({ value: one, label: t(`betrokkene.soort.${one}`) }))}
        />
        <DateField
          {...form.field('ontvangenOp')}
          label={t('betrokkene.ontvangen')}
          hint={t('betrokkene.ontvangen.hulp')}
        />
        <TextField {...form.field('naam')} label={t('betrokkene.naam')} maxLength={200} />
        <TextArea {...form.field('adres')} label={t('betrokkene.adres')} optional rows={2} maxLength={500} />
        <TextArea
          {...form.field('vraag')}
          label={t('betrokkene.vraag')}
          hint={t('betrokkene.vraag.hulp')}
          rows={3}
          maxLength={4000}
        />
        <FormButtons form={form} onCancel={onClose}>
          {t('betrokkene.vastleggen')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

function Lijst() {
  const { t, language } = useLanguage();
  const found = useQuery(verzoekenQuery);
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  if (found.data.length === 0) return <Empty title={t('betrokkene.geen')}>{t('betrokkene.geen.uitleg')}</Empty>;
  return (
    <table className="dw-tabel">
      <caption className="dw-onzichtbaar">{t('nav.verzoeken')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('betrokkene.kenmerk')}</th>
          <th scope="col">{t('betrokkene.soort')}</th>
          <th scope="col">{t('betrokkene.staat')}</th>
          <th scope="col">{t('betrokkene.termijn')}</th>
          <th scope="col">{t('betrokkene.behandelaar')}</th>
        </tr>
      </thead>
      <tbody>
        {found.data.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <Link to="/verzoeken/$id" params={{ id: one.id }} className="nl-link">
                {one.kenmerk}
              </Link>
            </th>
            <td data-kop={t('betrokkene.soort')}>{t(`betrokkene.soort.${one.soort}`)}</td>
            <td data-kop={t('betrokkene.staat')}>{t(`betrokkene.staat.${one.staat}`)}</td>
            <td data-kop={t('betrokkene.termijn')}>
              {one.staat === 'afgerond' || one.staat === 'ingetrokken' ? (
                formatShortDate(one.termijn, language)
              ) : (
                <TermijnChip datum={one.termijn} />
              )}
            </td>
            <td data-kop={t('betrokkene.behandelaar')}>{one.behandelaar.naam}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default function Verzoeken() {
  const { t } = useLanguage();
  const [open, setOpen] = useState(false);
  return (
    <div className="dw-scherm dw-scherm--stapel">
      <PageHeading title={t('nav.verzoeken')} />
      <div className="dw-knoppen">
        <Button weight="primary" onClick={() => setOpen(true)}>
          {t('betrokkene.nieuw')}
        </Button>
      </div>
      <div className="dw-vlak">
        <Lijst />
      </div>
      {open && <Vastleggen onClose={() => setOpen(false)} />}
    </div>
  );
}
