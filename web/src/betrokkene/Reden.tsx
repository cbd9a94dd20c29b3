// SPDX-License-Identifier: EUPL-1.2
import { Button } from '../basis/button';
import { useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { Form } from '../basis/vorm/Form';
import { TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';

/** One text that must be given, and what is done with it. */
export function Reden({
  label,
  hint,
  kort,
  knop,
  doe,
  onClose,
}: {
  label: string;
  hint?: string;
  /** Fewest characters. */
  kort: number;
  knop: string;
  doe: (tekst: string) => Promise<unknown>;
  onClose?: () => void;
}) {
  const { t } = useLanguage();
  const form = useForm({
    initial: { reden: '' },
    labels: { reden: label },
    check: ({ reden }): FormErrors => (reden.trim().length < kort ? { reden: t('betrokkene.reden.fout') } : {}),
    send: async ({ reden }) => {
      await doe(reden.trim());
      onClose?.();
    },
  });
  return (
    <Form form={form}>
      <TextArea {...form.field('reden')} label={label} hint={hint} rows={2} maxLength={1000} />
      <div className="dw-knoppen">
        <Button type="submit" weight="primary" busy={form.busy}>
          {knop}
        </Button>
        {onClose && (
          <Button weight="subtle" onClick={onClose}>
            {t('basis.annuleren')}
          </Button>
        )}
      </div>
    </Form>
  );
}
