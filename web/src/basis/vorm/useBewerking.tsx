// SPDX-License-Identifier: EUPL-1.2
// Editing something that a colleague may edit too. When he saved first (412) both texts stay on the screen, side by
// side, until the user has chosen and saved.
import { type ReactNode, useState } from 'react';
import { isConflict } from '../problem';
import { Conflict } from './Conflict';
import type { FormErrors } from './errors';
import { changedFields, mergeEdits } from './merge';
import { type Form, useForm } from './useForm';

interface Stand<V> {
  velden: V;
  versie: number;
}

interface Bewerking<V> {
  stand: Stand<V>;
  /** What the form opens with, where that is not what is stored. */
  begin?: Partial<V>;
  labels: Record<keyof V & string, string>;
  check?: (values: V) => FormErrors;
  /** Stores the changed fields on top of a version. */
  opslaan: (gewijzigd: Partial<V>, versie: number) => Promise<void>;
  /** What is stored now, for a conflict. */
  herlees: () => Promise<Stand<V>>;
  /** A value as people read it (a code becomes its name). */
  inWoorden?: (naam: keyof V & string, waarde: string) => string;
}

interface Botsing<V> {
  theirs: V;
  mine: V;
  fields: (keyof V & string)[];
  takenOver: (keyof V & string)[];
}

/** A form over text fields with its conflict panel. */
export function useBewerking<V extends Record<string, string>>(
  wat: Bewerking<V>,
): { form: Form<V>; botsing: ReactNode } {
  const [base, setBase] = useState(wat.stand);
  const [botsing, setBotsing] = useState<Botsing<V> | null>(null);
  const form = useForm<V>({
    initial: { ...base.velden, ...wat.begin },
    labels: wat.labels,
    check: wat.check ?? (() => ({})),
    send: async (values) => {
      try {
        await wat.opslaan(changedFields(base.velden, values), base.versie);
      } catch (error) {
        if (isConflict(error)) {
          const current = await wat.herlees();
          const merged = mergeEdits(base.velden, values, current.velden);
          setBotsing({ theirs: current.velden, mine: values, fields: merged.conflicts, takenOver: merged.theirs });
          setBase(current);
          form.replace(merged.values);
        }
        throw error;
      }
    },
  });
  const words = wat.inWoorden ?? ((_: string, waarde: string) => waarde);
  const panel = botsing !== null && (
    <Conflict
      fields={botsing.fields.map((name) => {
        const now = form.values[name];
        return {
          name,
          label: wat.labels[name],
          theirs: words(name, botsing.theirs[name] ?? ''),
          mine: words(name, botsing.mine[name] ?? ''),
          chosen: now === botsing.mine[name] ? 'mine' : now === botsing.theirs[name] ? 'theirs' : 'other',
        };
      })}
      takenOver={botsing.takenOver.map((name) => wat.labels[name])}
      onChoose={(name, which) => form.set(name as keyof V, botsing[which][name as keyof V])}
    />
  );
  return { form, botsing: panel };
}
