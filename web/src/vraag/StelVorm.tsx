// SPDX-License-Identifier: EUPL-1.2
// The form in which a partner is asked something: from the casus, or from the item of a meeting about it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Bron, Id } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { collegasQuery, useLists } from '../basis/lists';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { MinderjarigenVan } from '../casus/Minderjarigen';
import { herleesVragen, stelVraag } from './api';

interface Props {
  casus: Id;
  bronnen: readonly Bron[];
  /** The item of a meeting at which it is asked. */
  punt?: Id;
  onClose: () => void;
}

/** One bounded question to somebody of a partner, over a source of the casus. */
export function StelVorm({ casus, bronnen, punt, onClose }: Props) {
  const { t } = useLanguage();
  const { options } = useLists();
  const client = useQueryClient();
  const partners = (useQuery(collegasQuery).data ?? []).filter((one) => one.rollen.includes('partner'));
  const buiten = bronnen.filter((one) => !one.intern);
  const eerste = buiten.length === 1 ? buiten[0] : undefined;
  const labels = {
    bron: t('vraag.bron'),
    partner: t('vraag.aan'),
    ontvanger: t('vraag.ontvanger'),
    tekst: t('vraag.tekst'),
    gedeeld: t('vraag.meegedeeld'),
    regime: t('vraag.regime'),
    tot: t('vraag.tot'),
  };
  const form = useForm({
    initial: {
      bron: eerste?.id ?? '',
      partner: '',
      ontvanger: '',
      tekst: eerste?.vraag ?? '',
      gedeeld: '',
      regime: 'avg',
      tot: '',
    },
    labels,
    check: (v) => {
      const errors: FormErrors = {};
      if (v.bron === '') errors.bron = t('vraag.fout.bron');
      if (v.partner === '') errors.partner = t('vraag.fout.partner');
      if (v.ontvanger === '') errors.ontvanger = t('vraag.fout.ontvanger');
      if (v.tekst.trim().length < 10) errors.tekst = t('vraag.fout.tekst');
      const geenDag = v.tot === '' ? t('vraag.fout.tot') : dayFault(v.tot, t);
      if (geenDag !== undefined) errors.tot = geenDag;
      return errors;
    },
    send: async (v) => {
      await stelVraag(casus, { ...v, tekst: v.tekst.trim(), gedeeld: v.gedeeld.trim(), punt: punt ?? null });
      await herleesVragen(client, casus);
      announce(t('vraag.gesteld'));
      onClose();
    },
  });
  const { values, set, errors } = form;
  return (
    <Dialog title={t('vraag.nieuw')} onClose={onClose} wide>
      <MinderjarigenVan dossier={{ soort: 'casus', id: casus }} />
      <Form form={form}>
        <SelectField
          name="bron"
          label={labels.bron}
          hint={t('vraag.bron.hulp')}
          none={t('basis.kies')}
          value={values.bron}
          onChange={(id) => {
            set('bron', id);
            if (values.tekst === '') set('tekst', buiten.find((one) => one.id === id)?.vraag ?? '');
          }}
          options={buiten.map((one) => ({ value: one.id, label: one.naam }))}
          error={errors.bron}
        />
        <div className="dw-kolommen">
          <SelectField
            {...form.field('partner')}
            label={labels.partner}
            hint={t('vraag.aan.hulp')}
            none={t('basis.kies')}
            options={partners.map((one) => ({ value: one.id, label: one.naam }))}
          />
          <SelectField
            {...form.field('ontvanger')}
            label={labels.ontvanger}
            none={t('basis.kies')}
            options={options('partners')}
          />
        </div>
        <TextArea {...form.field('tekst')} label={labels.tekst} hint={t('vraag.tekst.hulp')} rows={3} />
        <TextArea {...form.field('gedeeld')} label={labels.gedeeld} hint={t('vraag.gedeeld.hulp')} optional rows={3} />
        <div className="dw-kolommen">
          <SelectField {...form.field('regime')} label={labels.regime} options={options('regimes')} />
          <DateField {...form.field('tot')} label={labels.tot} hint={t('vraag.tot.hulp')} />
        </div>
        <FormButtons form={form} onCancel={onClose}>
          {t('vraag.stel')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
