// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { Button } from '../button';
import { useLanguage } from '../language';
import { ErrorSummary } from './errors';
import { Unsaved } from './Unsaved';
import { type Form as FormState, fieldNames } from './useForm';

interface FormProps<V> {
  form: FormState<V>;
  children: ReactNode;
  className?: string;
}

/** A form with its error summary on top; Ctrl+Enter saves from any field; leaving with unsaved text asks first. */
export function Form<V extends object>({ form, children, className }: FormProps<V>) {
  return (
    <form
      noValidate
      className={`dw-vorm ${className ?? ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          void form.submit();
        }
      }}
    >
      <Unsaved dirty={form.dirty} />
      <ErrorSummary
        errors={form.errors}
        failure={form.failure}
        fields={fieldNames(form.values)}
        attempt={form.attempt}
      />
      {children}
    </form>
  );
}

/** What ends a form: do it, named by its own words, or leave it. */
export function FormButtons({
  form,
  onCancel,
  children,
}: {
  form: { busy: boolean };
  /** None: there is nothing to go back to. */
  onCancel?: () => void;
  children: ReactNode;
}) {
  const { t } = useLanguage();
  return (
    <div className="dw-knoppen">
      <Button type="submit" weight="primary" busy={form.busy}>
        {children}
      </Button>
      {onCancel !== undefined && (
        <Button weight="subtle" onClick={onCancel}>
          {t('basis.annuleren')}
        </Button>
      )}
    </div>
  );
}
