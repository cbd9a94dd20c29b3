// SPDX-License-Identifier: EUPL-1.2
import type { Weging41 } from '../api/typen';
import { useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { TextArea } from '../basis/vorm/fields';

/** The factors of UAVG 41(2), in its order. */
export const FACTOREN: readonly (keyof Weging41)[] = [
  'doeleinden',
  'categorieen',
  'reikwijdte',
  'waarborgen',
  'verantwoordelijke',
  'opslagperiode',
  'risicos',
  'kennisgeving',
];
export const LEGE_WEGING = Object.fromEntries(FACTOREN.map((one) => [one, ''])) as unknown as Weging41;

interface WegingProps {
  values: Weging41;
  on: (name: keyof Weging41) => (value: string) => void;
  errors: FormErrors;
}

/** A text for each factor that a restriction weighs. */
export function WegingVelden({ values, on, errors }: WegingProps) {
  const { t } = useLanguage();
  return FACTOREN.map((one) => (
    <TextArea
      key={one}
      name={one}
      label={t(`informeren.weging.${one}`)}
      rows={2}
      maxLength={2000}
      value={values[one]}
      onChange={on(one)}
      error={errors[one]}
    />
  ));
}
