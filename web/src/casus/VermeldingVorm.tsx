// SPDX-License-Identifier: EUPL-1.2
// Naming somebody or something in the casus itself.
import { useQueryClient } from '@tanstack/react-query';
import type { Id, VermeldingNieuw } from '../api/typen';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { Form, FormButtons } from '../basis/vorm/Form';
import { useForm } from '../basis/vorm/useForm';
import { GEEN_HERKOMST, type Herkomstkeuze, HerkomstVelden, herkomstVan, type Keuze } from '../entiteit/label';
import { controleerVermelding, LEGE_VERMELDING, VermeldingVelden } from '../entiteit/VermeldingVelden';
import { herleesCasus, voegVermeldingToe } from './api';

export default function VermeldingVorm({
  casus,
  keuzes,
  onClose,
}: {
  casus: Id;
  keuzes: readonly Keuze[];
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm<{ v: VermeldingNieuw; herkomst: Herkomstkeuze; [field: string]: unknown }>({
    initial: { v: LEGE_VERMELDING, herkomst: GEEN_HERKOMST },
    check: ({ v }) => controleerVermelding(v, 'v', t),
    send: async ({ v, herkomst }) => {
      await voegVermeldingToe(casus, { ...v, tekst: v.tekst.trim(), ...herkomstVan(herkomst) });
      await herleesCasus(client, casus);
      onClose();
    },
  });
  return (
    <Dialog title={t('casus.vermelding.toevoegen')} onClose={onClose}>
      <Form form={form}>
        <VermeldingVelden plek="v" value={form.values.v} onChange={(v) => form.set('v', v)} errors={form.errors} />
        <HerkomstVelden
          value={form.values.herkomst}
          onChange={form.on('herkomst')}
          keuzes={keuzes}
          errors={form.errors}
        />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.toevoegen')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
