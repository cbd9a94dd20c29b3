// SPDX-License-Identifier: EUPL-1.2
// An action in a window: a new one of a casus, its words, owner and day, or what came of it.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ActieRegel, ActieWijziging, Id } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { collegasQuery } from '../basis/lists';
import { useSession } from '../basis/session';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { herleesActies, maakActie, wijzigActie } from './api';

type Velden = { wat: string; eigenaar: string; datum: string; resultaat: string };

interface VormProps {
  /** The casus of a new one. */
  casus?: Id;
  een?: ActieRegel;
  onClose: () => void;
}

/** What changed of an action; a result only where one can stand. */
function gewijzigd(v: Velden, een: ActieRegel): ActieWijziging {
  const uit: ActieWijziging = {};
  if (een.magWijzigen) {
    if (v.wat.trim() !== een.wat) uit.wat = v.wat.trim();
    if (v.eigenaar !== een.eigenaar.id) uit.eigenaar = v.eigenaar;
    if (v.datum !== een.datum) uit.datum = v.datum;
  }
  if (een.staat !== 'open' && v.resultaat !== (een.resultaat ?? '')) uit.resultaat = v.resultaat.trim();
  return uit;
}

export function ActieVorm({ casus, een, onClose }: VormProps) {
  const { t, language } = useLanguage();
  const session = useSession();
  const client = useQueryClient();
  const alles = een === undefined || een.magWijzigen;
  const people = [...(useQuery({ ...collegasQuery, enabled: alles }).data ?? [])].sort((a, b) =>
    a.naam.localeCompare(b.naam, language),
  );
  const labels = {
    wat: t('actie.wat'),
    eigenaar: t('actie.eigenaar'),
    datum: t('actie.datum'),
    resultaat: t('actie.resultaat'),
  };
  const form = useForm<Velden>({
    initial: {
      wat: een?.wat ?? '',
      eigenaar: een?.eigenaar.id ?? session.gebruiker.id,
      datum: een?.datum ?? '',
      resultaat: een?.resultaat ?? '',
    },
    labels,
    check: (values) => {
      const errors: FormErrors = {};
      if (values.wat.trim() === '') errors.wat = t('actie.fout.wat');
      const geenDag = values.datum === '' ? t('actie.fout.datum') : dayFault(values.datum, t);
      if (geenDag !== undefined) errors.datum = geenDag;
      return errors;
    },
    send: async (v) => {
      if (een !== undefined) await wijzigActie(een, gewijzigd(v, een));
      else if (casus !== undefined) await maakActie(casus, { wat: v.wat.trim(), eigenaar: v.eigenaar, datum: v.datum });
      await herleesActies(client);
      announce(t('actie.opgeslagen'));
      onClose();
    },
  });
  return (
    <Dialog
      title={t(een === undefined ? 'actie.nieuw' : alles ? 'actie.wijzigen' : 'actie.resultaat')}
      onClose={onClose}
    >
      <Form form={form}>
        {alles ? (
          <>
            <TextArea {...form.field('wat')} label={labels.wat} hint={t('actie.wat.hulp')} rows={2} />
            <SelectField
              {...form.field('eigenaar')}
              label={labels.eigenaar}
              options={people.map((one) => ({ value: one.id, label: one.naam }))}
            />
            <DateField {...form.field('datum')} label={labels.datum} />
          </>
        ) : (
          <p className="nl-paragraph">
            <strong>{een.wat}</strong>
          </p>
        )}
        {een !== undefined && een.staat !== 'open' && (
          <TextArea
            {...form.field('resultaat')}
            label={labels.resultaat}
            hint={t('actie.resultaat.hulp')}
            optional
            rows={3}
          />
        )}
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
