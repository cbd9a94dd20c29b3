// SPDX-License-Identifier: EUPL-1.2
// What is wrong with a form: one list above it, the same words at each field.
import { useEffect, useRef } from 'react';
import type { Veldfout } from '../../api/typen';
import { ApiError } from '../api';
import { type Translate, useLanguage } from '../language';
import { fieldProblemText, problemText } from '../problem';
import { fieldId } from './fields';

/** Field name → what is wrong with it, in the order of the screen. */
export type FormErrors = Record<string, string>;

/** "/adres/huisnummer" → "adres"; the names of fields are the first step of the pointer, or the whole path with dots. */
export function fieldOfPointer(pointer: string, fields: readonly string[]): string | null {
  const steps = pointer.split('/').filter((step) => step !== '');
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const name = steps.slice(0, depth).join('.');
    if (fields.includes(name)) return name;
  }
  return null;
}

/** The faults of an answer, put at the fields of this form. Faults elsewhere are returned apart. */
export function serverErrors(
  faults: readonly Veldfout[],
  fields: readonly string[],
  labels: Record<string, string>,
  t: Translate,
): { errors: FormErrors; rest: string[] } {
  const errors: FormErrors = {};
  const rest: string[] = [];
  for (const fault of faults) {
    const name = fieldOfPointer(fault.veld, fields);
    const text = fieldProblemText(fault.code, t);
    if (name === null) rest.push(`${fault.veld}: ${text}`);
    else errors[name] ??= labels[name] === undefined ? text : `${labels[name]}: ${text}`;
  }
  return { errors, rest };
}

interface ErrorSummaryProps {
  errors: FormErrors;
  /** Names of the fields of this form; faults of the server outside them are listed apart. */
  fields?: readonly string[];
  /** Why sending failed, if it did. */
  failure?: unknown;
  /** Changes at each attempt, so that the focus comes back here each time. */
  attempt: number;
}

export function ErrorSummary({ errors, fields = [], failure, attempt }: ErrorSummaryProps) {
  const { t } = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  const names = Object.keys(errors);
  const shown = names.length > 0 || (failure !== undefined && failure !== null);
  useEffect(() => {
    if (shown && attempt > 0) heading.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  const rest = failure instanceof ApiError ? serverErrors(failure.fields, fields, {}, t).rest : [];
  return (
    <div className="dw-foutoverzicht">
      <h2 ref={heading} tabIndex={-1} className="nl-heading nl-heading--level-3">
        {names.length > 0 ? t('basis.foutoverzicht', { aantal: names.length }) : t('basis.nietgelukt')}
      </h2>
      {failure !== undefined && failure !== null && <p className="nl-paragraph">{problemText(failure, t)}</p>}
      {names.length > 0 && (
        <ul>
          {names.map((name) => (
            <li key={name}>
              <a
                className="nl-link"
                href={`#${fieldId(name)}`}
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(fieldId(name))?.focus();
                }}
              >
                {errors[name]}
              </a>
            </li>
          ))}
        </ul>
      )}
      {rest.length > 0 && (
        <ul>
          {rest.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
