// SPDX-License-Identifier: EUPL-1.2
// Days and moments as text, in the order and with the signs of the language of the program, whatever the browser speaks.
// What was understood stands below the label in words.
import { type ComponentProps, useState } from 'react';
import { formatDate, isDay, readDay, readMoment, writeDay, writeMoment } from '../format';
import { type Translate, useLanguage } from '../language';
import { TextField } from './fields';

type DateProps = Omit<ComponentProps<typeof TextField>, 'type' | 'onBlur' | 'inputMode'>;

/** What to say of a day that may be left out: nothing when it is empty or a day. */
export function dayFault(value: string, t: Translate): string | undefined {
  return value === '' || isDay(value) ? undefined : t('basis.datum.fout');
}

/** Shows what is typed until the field is left, then the value as we write it. */
function useTyped(value: string, write: (value: string) => string) {
  const [typed, setTyped] = useState<string | null>(null);
  return { shown: typed ?? write(value), setTyped };
}

const joined = (...parts: unknown[]) => parts.filter(Boolean).join(' · ');

/** Value: "2026-11-26", empty, or as typed when that is no day; the form then says so (`dayFault`). */
export function DateField({ value, onChange, hint, className, ...rest }: DateProps) {
  const { t, language } = useLanguage();
  const { shown, setTyped } = useTyped(value, (day) => writeDay(day, language));
  return (
    <TextField
      {...rest}
      className={`dw-invoer--datum ${className ?? ''}`}
      hint={joined(hint, isDay(value) ? formatDate(value, language) : t('basis.datum.vorm'))}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(readDay(text) ?? text.trim());
      }}
      onBlur={() => setTyped(null)}
    />
  );
}

/** Value: "2026-11-26T14:05" in Amsterdam, empty, or as typed when that is no moment. */
export function MomentField({ value, onChange, hint, className, ...rest }: DateProps) {
  const { t, language } = useLanguage();
  const { shown, setTyped } = useTyped(value, (moment) => writeMoment(moment, language));
  const day = value.slice(0, 10);
  return (
    <TextField
      {...rest}
      className={`dw-invoer--datum ${className ?? ''}`}
      hint={joined(hint, isDay(day) ? formatDate(day, language) : t('basis.moment.vorm'))}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(readMoment(text) ?? text.trim());
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
