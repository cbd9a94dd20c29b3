// SPDX-License-Identifier: EUPL-1.2
// One mention: a person, company, vehicle, telephone … with the words as they were written.
import { VERMELDINGSOORTEN, type VermeldingNieuw, type VermeldingSoort } from '../api/typen';
import { type Translate, useLanguage } from '../basis/language';
import { passesEleven } from '../basis/vorm/bsn';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Checkbox, SelectField, TextField } from '../basis/vorm/fields';

export const LEGE_VERMELDING: VermeldingNieuw = {
  soort: 'persoon',
  tekst: '',
  sleutel: null,
  rol: null,
  toelichting: null,
  bronBetrouwbaarheid: null,
  informatieWaarde: null,
};

/** Kinds that a number or name identifies, with the words for it. */
const MET_SLEUTEL: Partial<Record<VermeldingSoort, 'bsn' | 'kvk' | 'kenteken' | 'schip'>> = {
  persoon: 'bsn',
  bedrijf: 'kvk',
  voertuig: 'kenteken',
  vaartuig: 'schip',
};

const MAX_TEKST = 300;

/** What is wrong with a KVK number as it was typed; spaces, dots and hyphens are forgiven, as the server does. */
export function kvkFout(getypt: string): 'entiteit.fout.vestiging' | 'entiteit.fout.kvk' | null {
  const cijfers = getypt.replaceAll(/[\s.-]/g, '');
  if (/^\d{8}$/.test(cijfers)) return null;
  return /^\d{12}$/.test(cijfers) ? 'entiteit.fout.vestiging' : 'entiteit.fout.kvk';
}

/** Faults of the mention at `plek`, keyed as the server keys them: "vermeldingen.0.tekst". */
export function controleerVermelding(value: VermeldingNieuw, plek: string, t: Translate): FormErrors {
  const errors: FormErrors = {};
  if (value.tekst.trim() === '') errors[`${plek}.tekst`] = t('entiteit.fout.leeg');
  else if (value.tekst.length > MAX_TEKST) errors[`${plek}.tekst`] = t('entiteit.fout.lang', { aantal: MAX_TEKST });
  if (value.soort === 'bedrijf' && value.sleutel !== null) {
    const fout = kvkFout(value.sleutel);
    if (fout !== null) errors[`${plek}.sleutel`] = t(fout);
  }
  if (value.soort === 'persoon' && value.sleutel !== null) {
    if (!passesEleven(value.sleutel.replaceAll(/[\s.-]/g, '').padStart(9, '0'))) {
      errors[`${plek}.sleutel`] = t('entiteit.fout.bsn');
    }
  }
  const dag = dayFault(value.geborenOp ?? '', t);
  if (dag !== undefined) errors[`${plek}.geborenOp`] = dag;
  return errors;
}

const orNull = (text: string) => (text.trim() === '' ? null : text);

interface VermeldingVeldenProps {
  plek: string;
  value: VermeldingNieuw;
  onChange: (value: VermeldingNieuw) => void;
  errors: FormErrors;
}

export function VermeldingVelden({ plek, value, onChange, errors }: VermeldingVeldenProps) {
  const { t } = useLanguage();
  const sleutel = MET_SLEUTEL[value.soort];
  return (
    <div className="dw-kolommen dw-vermelding__velden">
      <SelectField
        name={`${plek}.soort`}
        label={t('entiteit.soort')}
        value={value.soort}
        onChange={(soort) =>
          onChange({ ...value, soort: soort as VermeldingSoort, sleutel: null, minderjarig: null, geborenOp: null })
        }
        options={VERMELDINGSOORTEN.map((one) => ({ value: one, label: t(`entiteit.soort.${one}`) }))}
      />
      <TextField
        name={`${plek}.tekst`}
        label={t(`entiteit.tekst.${value.soort}`)}
        value={value.tekst}
        onChange={(tekst) => onChange({ ...value, tekst })}
        error={errors[`${plek}.tekst`]}
      />
      {sleutel !== undefined && (
        <TextField
          name={`${plek}.sleutel`}
          label={t(`entiteit.sleutel.${sleutel}`)}
          {...(sleutel === 'bsn' ? { hint: t('entiteit.sleutel.bsn.hulp') } : {})}
          optional
          value={value.sleutel ?? ''}
          onChange={(text) => onChange({ ...value, sleutel: orNull(text.replaceAll(/\s/g, '')) })}
          error={errors[`${plek}.sleutel`]}
        />
      )}
      <TextField
        name={`${plek}.rol`}
        label={t('entiteit.rol')}
        optional
        value={value.rol ?? ''}
        onChange={(text) => onChange({ ...value, rol: orNull(text) })}
        error={errors[`${plek}.rol`]}
      />
      {value.soort === 'persoon' && (
        <Checkbox
          label={t('entiteit.minderjarig.kies')}
          checked={value.minderjarig === true}
          onChange={(minderjarig) => onChange({ ...value, minderjarig, geborenOp: null })}
        />
      )}
      {value.minderjarig === true && (
        <DateField
          name={`${plek}.geborenOp`}
          label={t('entiteit.geboren')}
          hint={t('entiteit.geboren.hulp')}
          optional
          value={value.geborenOp ?? ''}
          onChange={(text) => onChange({ ...value, geborenOp: orNull(text) })}
          error={errors[`${plek}.geborenOp`]}
        />
      )}
    </div>
  );
}
