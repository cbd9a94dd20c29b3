// SPDX-License-Identifier: EUPL-1.2
// What is recorded of who belongs to a series or takes part in one meeting: for whom, with which mandate, under which secrecy.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { GEHEIMHOUDINGEN, type Geheimhouding, type Id } from '../api/typen';
import { useLanguage } from '../basis/language';
import { collegasQuery } from '../basis/lists';
import type { FormErrors } from '../basis/vorm/errors';
import { SelectField, TextField } from '../basis/vorm/fields';
import type { Form } from '../basis/vorm/useForm';

/** Everybody who could take part, by name. */
export function useCollegas() {
  const { language } = useLanguage();
  return [...(useQuery(collegasQuery).data ?? [])].sort((a, b) => a.naam.localeCompare(b.naam, language));
}

/** Who may chair a meeting or be its secretary, to choose from. */
export function useLeiders() {
  return useCollegas()
    .filter((one) => one.rollen.some((rol) => ['coordinator', 'informatieanalist'].includes(rol)))
    .map((one) => ({ value: one.id, label: one.naam }));
}

export interface Lid {
  gebruiker: Id | '';
  organisatie: string;
  mandaat: string;
  geheimhouding: Geheimhouding;
}

export const NIEUW_LID: Lid = { gebruiker: '', organisatie: '', mandaat: '', geheimhouding: 'ambtseed' };

export function useLidWoorden() {
  const { t } = useLanguage();
  return {
    labels: { gebruiker: t('overleg.lid'), organisatie: t('overleg.organisatie'), mandaat: t('overleg.mandaat') },
    check: ({ gebruiker }: Lid): FormErrors => (gebruiker === '' ? { gebruiker: t('overleg.fout.lid') } : {}),
  };
}

interface LidVeldenProps {
  form: Pick<Form<Lid>, 'values' | 'on' | 'field'>;
  /** Whose membership is changed; without it somebody is chosen. */
  wie?: { naam: string };
  /** Who is in it already. */
  al: readonly Id[];
  /** Stands beside the secrecy. */
  ernaast?: ReactNode;
}

export function LidVelden({ form, wie, al, ernaast }: LidVeldenProps) {
  const { t } = useLanguage();
  const { values, on } = form;
  const mensen = useCollegas().filter((one) => !al.includes(one.id));
  return (
    <>
      <div className="dw-kolommen">
        {wie === undefined ? (
          <SelectField
            {...form.field('gebruiker')}
            label={t('overleg.lid')}
            none={t('basis.kies')}
            options={mensen.map((one) => ({ value: one.id, label: one.naam }))}
          />
        ) : (
          <p className="nl-paragraph">
            <strong>{wie.naam}</strong>
          </p>
        )}
        <TextField
          name="organisatie"
          label={t('overleg.organisatie')}
          hint={t('overleg.organisatie.hulp')}
          optional
          value={values.organisatie}
          onChange={on('organisatie')}
          maxLength={100}
        />
      </div>
      <TextField
        name="mandaat"
        label={t('overleg.mandaat')}
        hint={t('overleg.mandaat.hulp')}
        optional
        value={values.mandaat}
        onChange={on('mandaat')}
        maxLength={300}
      />
      <div className="dw-kolommen">
        <SelectField
          name="geheimhouding"
          label={t('overleg.geheimhouding')}
          value={values.geheimhouding}
          onChange={(value) => on('geheimhouding')(value as Geheimhouding)}
          options={GEHEIMHOUDINGEN.map((one) => ({ value: one, label: t(`overleg.geheimhouding.${one}`) }))}
        />
        {ernaast}
      </div>
    </>
  );
}
