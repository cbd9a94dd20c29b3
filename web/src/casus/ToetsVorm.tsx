// SPDX-License-Identifier: EUPL-1.2
// The windows of a privacy check: four short questions with what they mean, what the check is about, and the decision; and
// the second choice on a source that knows something.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Bron, Casus, Id, Interventie, Toetsgronden, ToetsSoort, ToetsStaat } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { collegasQuery, useLists } from '../basis/lists';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, fieldId, RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { gastenQuery, herleesCasus, kiesInhoud, legToetsVoor } from './api';
import { Minderjarigen } from './Minderjarigen';
import {
  Gronden,
  meldToets,
  nieuweToets,
  type ToetsAntwoorden,
  ToetsVelden,
  toetsFouten,
  toetsInhoud,
  toetsLabels,
  useBesluit,
} from './toetsdelen';

interface Vorm extends ToetsAntwoorden {
  over: Id[];
}

interface ToetsVormProps {
  casus: Casus;
  soort: ToetsSoort;
  /** The source of a check 1. */
  bron?: Bron;
  /** The interventions a check 2B may name. */
  interventies?: readonly Interventie[];
  /** What is ticked to begin with: ids of colleagues or interventions, or `riec`. */
  over?: readonly Id[];
  onClose: () => void;
}

export function ToetsVorm({ casus, soort, bron, interventies = [], over = [], onClose }: ToetsVormProps) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const client = useQueryClient();
  const mag = useBesluit();
  const collegas = useQuery(collegasQuery).data ?? [];
  const gasten = useQuery({ ...gastenQuery(casus.id), enabled: soort === '2a' }).data?.resultaten ?? [];
  const people = [
    ...collegas,
    ...gasten
      .filter((one) => one.staat === 'opgenomen' || one.staat === 'lid')
      .map(({ gebruiker, naam }) => ({ id: gebruiker, naam })),
  ].sort((a, b) => a.naam.localeCompare(b.naam, language));
  const keuzes =
    soort === '2a'
      ? people.map((one) => ({ id: one.id, naam: one.naam }))
      : [
          ...interventies.map((one) => ({
            id: one.id,
            naam: `${name('interventietypen', one.type)}: ${one.omschrijving}`,
          })),
          { id: 'riec', naam: t('casus.toets.riec') },
        ];
  const form = useForm<Vorm>({
    initial: { ...nieuweToets(mag), over: [...over] },
    labels: toetsLabels(t),
    check: (values) => ({
      ...(soort !== '1' && values.over.length === 0 ? { over: t('casus.toets.fout.over') } : {}),
      ...toetsFouten(values, t),
    }),
    send: async (values) => {
      const ids = values.over.filter((one) => one !== 'riec');
      await legToetsVoor(casus.id, {
        soort,
        ...toetsInhoud(values),
        ...(soort === '1' && bron !== undefined ? { bron: bron.id } : {}),
        ...(soort === '2a' ? { leden: ids } : {}),
        ...(soort === '2b' ? { interventies: ids, riec: values.over.includes('riec') } : {}),
      });
      await herleesCasus(client, casus.id);
      meldToets(values, t);
      onClose();
    },
  });
  const { values, set, errors } = form;
  return (
    <Dialog title={t(`casus.toets.kop.${soort}`)} onClose={onClose} wide>
      <p className="nl-paragraph">{t(`casus.toets.uitleg.${soort}`)}</p>
      {soort !== '1' && <Minderjarigen aantal={casus.minderjarigen} />}
      {bron !== undefined && (
        <dl className="dw-feiten">
          <dt>{t('casus.bron')}</dt>
          <dd>{bron.naam}</dd>
          <dt>{t('casus.bron.vraag')}</dt>
          <dd className="dw-lopend">{bron.vraag}</dd>
        </dl>
      )}
      <Form form={form}>
        {soort !== '1' && (
          <FieldGroup name="over" label={t(`casus.toets.over.${soort}`)} error={errors.over}>
            <div className="dw-leden">
              {keuzes.map((one, index) => (
                <Checkbox
                  key={one.id}
                  {...(index === 0 ? { id: fieldId('over') } : {})}
                  label={one.naam}
                  checked={values.over.includes(one.id)}
                  onChange={(checked) =>
                    set('over', checked ? [...values.over, one.id] : values.over.filter((id) => id !== one.id))
                  }
                />
              ))}
            </div>
          </FieldGroup>
        )}
        <ToetsVelden form={form} onCancel={onClose} />
      </Form>
    </Dialog>
  );
}

interface BesluitProps {
  /** The grounds where this user may read them here. */
  toets: { staat: ToetsStaat } & (Toetsgronden | object);
  besluit: (staat: 'akkoord' | 'niet_akkoord' | 'ingetrokken', reden: string | null) => Promise<void>;
  onClose: () => void;
}

/** Deciding about what a colleague put before you, or taking back what was agreed. */
export function BesluitVorm({ toets, besluit, onClose }: BesluitProps) {
  const { t } = useLanguage();
  const intrekken = toets.staat === 'akkoord';
  const form = useForm({
    initial: { besluit: intrekken ? 'ingetrokken' : '', reden: '' },
    labels: { besluit: t('casus.toets.besluit'), reden: t('casus.toets.reden') },
    check: (values): FormErrors => ({
      ...(values.besluit === '' ? { besluit: t('casus.toets.fout.besluit') } : {}),
      ...(values.besluit !== 'akkoord' && values.besluit !== '' && values.reden.trim() === ''
        ? { reden: t('casus.toets.fout.reden') }
        : {}),
    }),
    send: async (values) => {
      const reden = values.reden.trim();
      await besluit(values.besluit as 'akkoord' | 'niet_akkoord' | 'ingetrokken', reden === '' ? null : reden);
      announce(t('casus.toets.vastgelegd'));
      onClose();
    },
  });
  const { values } = form;
  return (
    <Dialog title={t(intrekken ? 'casus.toets.intrekken' : 'casus.toets.besluiten')} onClose={onClose} wide>
      {'grondslag' in toets && <Gronden toets={toets} />}
      <Form form={form}>
        {!intrekken && (
          <RadioField
            {...form.field('besluit')}
            label={t('casus.toets.besluit')}
            options={(['akkoord', 'niet_akkoord'] as const).map((een) => ({
              value: een,
              label: t(`casus.toets.besluit.${een}`),
            }))}
          />
        )}
        {values.besluit !== '' && values.besluit !== 'akkoord' && (
          <TextArea {...form.field('reden')} label={t('casus.toets.reden')} rows={2} />
        )}
        <FormButtons form={form} onCancel={onClose}>
          {t(intrekken ? 'casus.toets.intrekken' : 'casus.toets.doe')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

/** It knows something: why what it knows is needed. */
export function InhoudVorm({ casus, bron, onClose }: { casus: Id; bron: Bron; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { motivering: '' },
    labels: { motivering: t('casus.inhoud.motivering') },
    check: (values): FormErrors =>
      values.motivering.trim() === '' ? { motivering: t('casus.toets.fout.noodzaak') } : {},
    send: async (values) => {
      await kiesInhoud(casus, bron.id, values.motivering.trim());
      await herleesCasus(client, casus);
      announce(t('casus.inhoud.gekozen'));
      onClose();
    },
  });
  return (
    <Dialog title={t('casus.bronstap.inhoud')} onClose={onClose}>
      <p className="nl-paragraph">{t('casus.inhoud.uitleg', { naam: bron.naam })}</p>
      <Form form={form}>
        <TextArea
          {...form.field('motivering')}
          label={t('casus.inhoud.motivering')}
          hint={t('casus.inhoud.motivering.hulp')}
          rows={3}
        />
        <FormButtons form={form} onCancel={onClose}>
          {t('casus.toets.doe')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
