// SPDX-License-Identifier: EUPL-1.2
// Form fields after the guidelines of NL Design System: label above, hint below the label, error above the control,
// optional fields say so, `aria-required` in place of `required` (the browser's own bubbles are not used).
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import { useLanguage } from '../language';
import { mayHoldBsn } from './bsn';

/** Id of the control of a field; the error summary links to it. */
export const fieldId = (name: string) => `veld-${name}`;

interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  optional?: boolean;
}

interface ControlIds {
  id: string;
  describedBy: string | undefined;
}

function Field({
  name,
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { children: (ids: ControlIds) => ReactNode }) {
  const { t } = useLanguage();
  const id = fieldId(name);
  const described = [hint !== undefined && `${id}-hulp`, error !== undefined && `${id}-fout`].filter(Boolean).join(' ');
  return (
    <div className={`dw-veld ${error === undefined ? '' : 'dw-veld--fout'}`}>
      <label className="utrecht-form-label dw-veld__naam" htmlFor={id}>
        {label}
        {optional && <span className="dw-veld__optioneel"> ({t('basis.nietverplicht')})</span>}
      </label>
      {hint !== undefined && (
        <div className="utrecht-form-field-description dw-veld__hulp" id={`${id}-hulp`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div className="utrecht-form-field-error-message dw-veld__fout" id={`${id}-fout`}>
          {error}
        </div>
      )}
      {children({ id, describedBy: described === '' ? undefined : described })}
    </div>
  );
}

type Native<Tag extends 'input' | 'textarea' | 'select'> = Omit<
  ComponentPropsWithRef<Tag>,
  'name' | 'id' | 'onChange' | 'value' | 'required'
>;

interface Valued {
  value: string;
  onChange: (value: string) => void;
}

export function TextField({
  value,
  onChange,
  name,
  label,
  hint,
  error,
  optional,
  ...rest
}: FieldProps & Valued & Native<'input'>) {
  return (
    <Field {...{ name, label, hint, error, optional }}>
      {({ id, describedBy }) => (
        <input
          type="text"
          autoComplete="off"
          {...rest}
          id={id}
          className={`utrecht-textbox utrecht-textbox--html-input dw-invoer ${error === undefined ? '' : 'utrecht-textbox--invalid'} ${rest.className ?? ''}`}
          value={value}
          aria-required={!optional}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Files to send. The browser keeps what was chosen; emptying it is done through `ref`. */
export function FileField({
  onChange,
  name,
  label,
  hint,
  error,
  optional,
  ...rest
}: FieldProps & { onChange: (files: File[]) => void } & Native<'input'>) {
  return (
    <Field {...{ name, label, hint, error, optional }}>
      {({ id, describedBy }) => (
        <input
          {...rest}
          type="file"
          id={id}
          className={`dw-bestand ${rest.className ?? ''}`}
          aria-describedby={describedBy}
          onChange={(event) => onChange([...(event.target.files ?? [])])}
        />
      )}
    </Field>
  );
}

export function TextArea({
  value,
  onChange,
  name,
  label,
  hint,
  error,
  optional,
  ...rest
}: FieldProps & Valued & Native<'textarea'>) {
  const { t } = useLanguage();
  return (
    <Field {...{ name, label, hint, error, optional }}>
      {({ id, describedBy }) => (
        <>
          <textarea
            rows={4}
            {...rest}
            id={id}
            className={`utrecht-textarea utrecht-textarea--html-textarea dw-invoer ${error === undefined ? '' : 'utrecht-textarea--invalid'}`}
            value={value}
            aria-required={!optional}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={describedBy}
            onChange={(event) => onChange(event.target.value)}
          />
          <p role="status" className="dw-veld__let-op">
            {mayHoldBsn(value) && t('basis.bsn')}
          </p>
        </>
      )}
    </Field>
  );
}

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends FieldProps, Valued, Native<'select'> {
  options: readonly Option[];
  /** First choice, with an empty value; leave out when a value is always chosen. */
  none?: string;
}

export function SelectField({
  value,
  onChange,
  name,
  label,
  hint,
  error,
  optional,
  options,
  none,
  ...rest
}: SelectProps) {
  return (
    <Field {...{ name, label, hint, error, optional }}>
      {({ id, describedBy }) => (
        <select
          {...rest}
          id={id}
          className={`utrecht-select utrecht-select--html-select dw-invoer ${error === undefined ? '' : 'utrecht-select--invalid'}`}
          value={value}
          aria-required={!optional}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={describedBy}
          onChange={(event) => onChange(event.target.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

interface GroupProps extends FieldProps {
  children: ReactNode;
  className?: string;
}

/** Fieldset with legend, for choices that belong together. The error summary links to its first choice. */
export function FieldGroup({ name, label, hint, error, optional, children, className }: GroupProps) {
  const { t } = useLanguage();
  const id = fieldId(name);
  const described = [hint !== undefined && `${id}-hulp`, error !== undefined && `${id}-fout`].filter(Boolean).join(' ');
  return (
    <fieldset
      className={`dw-veld dw-groep ${error === undefined ? '' : 'dw-veld--fout'} ${className ?? ''}`}
      aria-describedby={described === '' ? undefined : described}
    >
      <legend className="utrecht-form-label dw-veld__naam">
        {label}
        {optional && <span className="dw-veld__optioneel"> ({t('basis.nietverplicht')})</span>}
      </legend>
      {hint !== undefined && (
        <div className="utrecht-form-field-description dw-veld__hulp" id={`${id}-hulp`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div className="utrecht-form-field-error-message dw-veld__fout" id={`${id}-fout`}>
          {error}
        </div>
      )}
      {children}
    </fieldset>
  );
}

interface RadioProps extends FieldProps, Valued {
  options: readonly (Option & { hint?: ReactNode })[];
  /** Choices next to each other where there is room. */
  row?: boolean;
}

export function RadioField({ name, value, onChange, options, row, ...field }: RadioProps) {
  const group = useId();
  return (
    <FieldGroup name={name} {...field} className={row ? 'dw-groep--rij' : ''}>
      <div className="dw-keuzes">
        {options.map((option, index) => {
          const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${option.value}`;
          return (
            <div key={option.value} className="dw-keuze">
              <input
                type="radio"
                id={id}
                className="dw-keuze__knop"
                name={group}
                value={option.value}
                checked={value === option.value}
                aria-describedby={option.hint === undefined ? undefined : `${id}-uitleg`}
                onChange={() => onChange(option.value)}
              />
              <label htmlFor={id} className="dw-keuze__naam">
                {option.label}
              </label>
              {option.hint !== undefined && (
                <div id={`${id}-uitleg`} className="dw-keuze__uitleg">
                  {option.hint}
                </div>
              )}
            </div>
          );
        })}
      </div>
    </FieldGroup>
  );
}

interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  id?: string;
}

export function Checkbox({ label, checked, onChange, id }: CheckProps) {
  const own = useId();
  return (
    <div className="dw-keuze">
      <input
        type="checkbox"
        id={id ?? own}
        className="dw-keuze__knop"
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id ?? own} className="dw-keuze__naam">
        {label}
      </label>
    </div>
  );
}
