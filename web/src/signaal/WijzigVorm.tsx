// SPDX-License-Identifier: EUPL-1.2
// Changing a signaal. When a colleague saved first (412), his text and mine stand side by side and I choose per field.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Betrouwbaarheid, Signaal } from '../api/typen';
import { useLanguage } from '../basis/language';
import { collegasQuery, useLists } from '../basis/lists';
import { isConflict } from '../basis/problem';
import { Conflict, type ConflictField } from '../basis/vorm/Conflict';
import { Form, FormButtons } from '../basis/vorm/Form';
import { fieldId, SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { mergeEdits } from '../basis/vorm/merge';
import { useForm } from '../basis/vorm/useForm';
import { AdresVeld } from '../register/AdresVeld';
import { signaalQuery, toonOveral, wijzigSignaal } from './api';
import { controleerTekst, GraderingVelden } from './velden';
import { veldenVan, type WijzigVelden, wijzigingVan } from './wijziging';

type Naam = keyof WijzigVelden;

interface Botsing {
  theirs: WijzigVelden;
  mine: WijzigVelden;
  fields: Naam[];
  takenOver: Naam[];
  round: number;
}

interface WijzigVormProps {
  signaal: Signaal;
  onDone: () => void;
  onCancel: () => void;
}

export default function WijzigVorm({ signaal, onDone, onCancel }: WijzigVormProps) {
  const { t, language } = useLanguage();
  const { options, name } = useLists();
  const client = useQueryClient();
  const people = useQuery(collegasQuery).data ?? [];
  // What this form started from; moves up when a colleague's version was taken in.
  // Loaded when it is asked for: the field was not there yet when editing began.
  useEffect(() => document.getElementById(fieldId('titel'))?.focus(), []);
  const [base, setBase] = useState({ velden: veldenVan(signaal), versie: signaal.versie });
  const [botsing, setBotsing] = useState<Botsing | null>(null);
  const labels: Record<Naam, string> = {
    titel: t('signaal.titel'),
    omschrijving: t('signaal.omschrijving'),
    thema: t('signaal.thema'),
    behandelaar: t('signaal.behandelaar'),
    adres: t('register.adres'),
    bronBetrouwbaarheid: t('signaal.betrouwbaarheid'),
    informatieWaarde: t('signaal.waarde'),
  };
  const form = useForm<WijzigVelden>({
    initial: base.velden,
    labels,
    check: (values) => controleerTekst(values, t),
    send: async (values) => {
      try {
        const after = await wijzigSignaal(signaal.id, base.versie, wijzigingVan(base.velden, values));
        toonOveral(client, after);
        onDone();
      } catch (error) {
        if (isConflict(error)) {
          const current = await client.fetchQuery({ ...signaalQuery(signaal.id), staleTime: 0 });
          const theirs = veldenVan(current);
          const merged = mergeEdits(base.velden, values, theirs);
          setBotsing({
            theirs,
            mine: values,
            fields: merged.conflicts,
            takenOver: merged.theirs,
            round: (botsing?.round ?? 0) + 1,
          });
          setBase({ velden: theirs, versie: current.versie });
          form.replace(merged.values);
        }
        throw error;
      }
    },
  });
  const { values, set, on, errors } = form;

  const inWords = (veld: Naam, velden: WijzigVelden): string => {
    if (veld === 'adres')
      return velden.adres.soort === 'bag'
        ? velden.adres.weergave
        : velden.adres.soort === 'tekst'
          ? velden.adres.tekst
          : '';
    if (veld === 'thema') return name('themas', velden.thema === '' ? null : velden.thema);
    if (veld === 'behandelaar') return people.find((one) => one.id === velden.behandelaar)?.naam ?? '';
    if (veld === 'bronBetrouwbaarheid') return t(`signaal.betrouwbaarheid.${velden.bronBetrouwbaarheid}`);
    if (veld === 'informatieWaarde') return t(`signaal.waarde.${velden.informatieWaarde as '1'}`);
    return velden[veld];
  };
  const conflictFields = (one: Botsing): ConflictField[] =>
    one.fields.map((veld) => {
      const now = JSON.stringify(values[veld]);
      const chosen =
        now === JSON.stringify(one.mine[veld]) ? 'mine' : now === JSON.stringify(one.theirs[veld]) ? 'theirs' : 'other';
      return {
        name: veld,
        label: labels[veld],
        theirs: inWords(veld, one.theirs),
        mine: inWords(veld, one.mine),
        chosen,
      };
    });

  return (
    <Form form={form} className="dw-wijzig">
      {botsing !== null && (
        <Conflict
          fields={conflictFields(botsing)}
          takenOver={botsing.takenOver.map((veld) => labels[veld])}
          onChoose={(veld, which) => {
            const key = veld as Naam;
            set(key, botsing[which][key]);
            setBotsing({ ...botsing, round: botsing.round + 1 });
          }}
        />
      )}
      <TextField name="titel" label={labels.titel} value={values.titel} onChange={on('titel')} error={errors.titel} />
      <TextArea {...form.field('omschrijving')} label={labels.omschrijving} optional rows={10} />
      <AdresVeld key={botsing?.round} name="adres" value={values.adres} onChange={on('adres')} error={errors.adres} />
      <div className="dw-kolommen">
        <SelectField
          {...form.field('thema')}
          label={labels.thema}
          optional
          none={t('signaal.geenthema')}
          options={options('themas')}
        />
        <SelectField
          {...form.field('behandelaar')}
          label={labels.behandelaar}
          optional
          none={t('signaal.niemand')}
          options={people
            .map((one) => ({ value: one.id, label: one.naam }))
            .sort((a, b) => a.label.localeCompare(b.label, language))}
        />
      </div>
      <GraderingVelden
        bron={values.bronBetrouwbaarheid}
        waarde={values.informatieWaarde}
        onBron={(value) => set('bronBetrouwbaarheid', value as Betrouwbaarheid)}
        onWaarde={on('informatieWaarde')}
      />
      <FormButtons form={form} onCancel={onCancel}>
        {t('basis.opslaan')}
      </FormButtons>
    </Form>
  );
}
