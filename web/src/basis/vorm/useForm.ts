// SPDX-License-Identifier: EUPL-1.2
// State of a form: values, what is wrong, sending. A failure keeps every text as it was typed.
import { useCallback, useRef, useState } from 'react';
import { ApiError } from '../api';
import { useLanguage } from '../language';
import { type FormErrors, serverErrors } from './errors';

interface Options<V> {
  initial: V;
  /** All faults at once; an empty object when the form may be sent. */
  check: (values: V) => FormErrors;
  send: (values: V) => Promise<void>;
  /** Names of fields, for the words of faults that the server finds. */
  labels?: Partial<Record<keyof V & string, string>>;
}

export interface Form<V> {
  values: V;
  set: <K extends keyof V>(name: K, value: V[K]) => void;
  /** Handler for one field: `onChange={form.on('titel')}`. */
  on: <K extends keyof V>(name: K) => (value: V[K]) => void;
  /** All that ties a control to its field: `<TextField {...form.field('titel')} label=… />`. */
  field: <K extends keyof V & string>(
    name: K,
  ) => { name: K; value: V[K]; onChange: (value: V[K]) => void; error: string | undefined };
  replace: (values: V) => void;
  errors: FormErrors;
  failure: unknown;
  attempt: number;
  busy: boolean;
  /** Something was typed that has not been stored. */
  dirty: boolean;
  submit: () => Promise<void>;
}

/** Names of all fields: "titel", and for the rows of a list "vermeldingen.0.tekst". */
export function fieldNames(values: object): string[] {
  return Object.entries(values).flatMap(([name, value]) => [
    ...(Array.isArray(value)
      ? value.flatMap((row, index) =>
          typeof row === 'object' && row !== null ? Object.keys(row).map((part) => `${name}.${index}.${part}`) : [],
        )
      : []),
    name,
  ]);
}

export function useForm<V extends object>({ initial, check, send, labels = {} }: Options<V>): Form<V> {
  const { t } = useLanguage();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<FormErrors>({});
  const [failure, setFailure] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const [dirty, setDirty] = useState(false);
  const running = useRef(false);

  const set = useCallback(<K extends keyof V>(name: K, value: V[K]) => {
    setDirty(true);
    setValues((before) => ({ ...before, [name]: value }));
    // What was said about this field, or a part of it, no longer holds.
    setErrors((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([field]) => field !== name && !field.startsWith(`${String(name)}.`)),
      ),
    );
  }, []);

  const submit = async () => {
    if (running.current) return;
    const found = check(values);
    setErrors(found);
    setFailure(null);
    setAttempt((count) => count + 1);
    if (Object.keys(found).length > 0) return;
    running.current = true;
    setBusy(true);
    try {
      setDirty(false);
      await send(values);
    } catch (error) {
      setDirty(true);
      if (error instanceof ApiError)
        setErrors(serverErrors(error.fields, fieldNames(values), labels as Record<string, string>, t).errors);
      setFailure(error);
      setAttempt((count) => count + 1);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return {
    values,
    set,
    on: (name) => (value) => set(name, value),
    field: (name) => ({ name, value: values[name], onChange: (value) => set(name, value), error: errors[name] }),
    replace: setValues,
    errors,
    failure,
    attempt,
    busy,
    dirty,
    submit,
  };
}
