// SPDX-License-Identifier: EUPL-1.2
// An item of the agenda: the file it is about or words of its own, its aim and its time.
import { useQueryClient } from '@tanstack/react-query';
import { type Agendapunt, type AgendapuntNieuw, DOELEN, type Overleg, type Puntdoel } from '../api/typen';
import { announce } from '../basis/announce';
import { api, unwrap } from '../basis/api';
import { type Choice, SearchField } from '../basis/combobox';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { useSession } from '../basis/session';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { zoekSignalen } from '../signaal/api';
import { voegPuntToe, wijzigPunt } from './api';

type Keus = Choice & { soort: 'signaal' | 'casus' };

async function zoekDossiers(tekst: string, signalen: boolean, casussen: boolean): Promise<Keus[]> {
  const [een, twee] = await Promise.all([
    signalen ? zoekSignalen(tekst) : [],
    casussen
      ? unwrap(api.POST('/v1/casussen/_zoek', { body: { tekst, aantal: 10 } })).then((uit) => uit.resultaten)
      : [],
  ]);
  return [
    ...twee.map((one) => ({ id: one.id, text: `${one.kenmerk} ${one.werknaam}`, soort: 'casus' as const })),
    ...een.map((one) => ({ id: one.id, text: `${one.kenmerk} ${one.titel}`, soort: 'signaal' as const })),
  ];
}

interface PuntVelden {
  dossier: AgendapuntNieuw['dossier'];
  titel: string;
  doel: string;
  minuten: string;
  voorbereiding: string;
}

export default function PuntVorm({
  overleg,
  punt,
  onClose,
}: {
  overleg: Overleg;
  punt?: Agendapunt;
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const { rechten } = useSession();
  const form = useForm<PuntVelden>({
    initial: {
      dossier: null,
      titel: punt?.titel ?? '',
      doel: punt?.doel ?? 'informeren',
      minuten: String(punt?.minuten ?? 10),
      voorbereiding: punt?.voorbereiding ?? '',
    },
    labels: {
      titel: t('overleg.punt.titel'),
      doel: t('overleg.punt.doel'),
      minuten: t('overleg.punt.minuten'),
      voorbereiding: t('overleg.punt.voorbereiding'),
    },
    check: (v): FormErrors => ({
      ...(v.titel.trim() === '' && v.dossier === null ? { titel: t('overleg.fout.titel') } : {}),
      ...(/^\d{1,3}$/.test(v.minuten) && Number(v.minuten) >= 1 && Number(v.minuten) <= 240
        ? {}
        : { minuten: t('overleg.fout.minuten') }),
    }),
    send: async ({ dossier, titel, doel, minuten, voorbereiding }) => {
      const velden = {
        doel: doel as Puntdoel,
        minuten: Number(minuten),
        voorbereiding: voorbereiding.trim(),
      };
      const naam = titel.trim() === '' ? null : titel.trim();
      if (punt === undefined) await voegPuntToe(overleg.id, { dossier, titel: naam, ...velden });
      else await wijzigPunt(overleg.id, punt.id, punt.versie, { titel: naam ?? punt.titel, ...velden });
      await client.invalidateQueries({ queryKey: ['overleg', overleg.id] });
      announce(t(punt === undefined ? 'overleg.punt.toegevoegd' : 'overleg.punt.opgeslagen'));
      onClose();
    },
  });
  const { values, set, on } = form;
  return (
    <Dialog title={t(punt === undefined ? 'overleg.punt.nieuw' : 'overleg.punt.wijzigen')} onClose={onClose} wide>
      <Form form={form}>
        {punt === undefined && (
          <SearchField<Keus>
            name="dossier"
            label={t('overleg.punt.dossier')}
            hint={t('overleg.punt.dossier.hulp')}
            optional
            queryKey="overlegdossier"
            search={(tekst) => zoekDossiers(tekst, rechten.includes('signaal.lezen'), rechten.includes('casus.lezen'))}
            onChoose={(choice) => set('dossier', choice === null ? null : { soort: choice.soort, id: choice.id })}
          />
        )}
        <TextField
          {...form.field('titel')}
          label={t('overleg.punt.titel')}
          hint={t('overleg.punt.titel.hulp')}
          optional={values.dossier !== null}
          maxLength={150}
        />
        <div className="dw-kolommen">
          <SelectField
            name="doel"
            label={t('overleg.punt.doel')}
            value={values.doel}
            onChange={on('doel')}
            options={DOELEN.map((one) => ({ value: one, label: t(`overleg.doel.${one}`) }))}
          />
          <TextField {...form.field('minuten')} label={t('overleg.punt.minuten')} inputMode="numeric" />
        </div>
        <TextArea
          name="voorbereiding"
          label={t('overleg.punt.voorbereiding')}
          hint={t('overleg.punt.voorbereiding.hulp')}
          optional
          rows={3}
          value={values.voorbereiding}
          onChange={on('voorbereiding')}
        />
        <FormButtons form={form} onCancel={onClose}>
          {t(punt === undefined ? 'basis.toevoegen' : 'basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
