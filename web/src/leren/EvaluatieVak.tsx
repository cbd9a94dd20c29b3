// SPDX-License-Identifier: EUPL-1.2
// Looking back on a casus that closes: what worked, what each intervention brought about, what to do otherwise; and lessons,
// written anew, that somebody else reads before they go on without the casus.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Dossier,
  EFFECTEN,
  type Effectsoort,
  type Evaluatie,
  type Id,
  type Interventie,
  type Lesvoorstel,
} from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { useSession } from '../basis/session';
import { Empty, Failed, Loading } from '../basis/states';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, RadioField, SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { besluitLes, evaluatieQuery, evalueer, legVoor } from './api';

const VRAGEN = ['watWerkte', 'watNiet', 'anders'] as const;
const KORTSTE_TITEL = 5;
const KORTSTE_LES = 40;
const KORTSTE_REDEN = 10;

function Terugkijken({
  casus,
  evaluatie,
  interventies,
  onClose,
}: {
  casus: Id;
  evaluatie: Evaluatie;
  interventies: readonly Interventie[];
  onClose: () => void;
}) {
  const { t } = useLanguage();
  const { name } = useLists();
  const client = useQueryClient();
  const was = (id: Id) => evaluatie.effecten.find((one) => one.interventie === id);
  const form = useForm<Record<string, string>>({
    initial: {
      ...Object.fromEntries(VRAGEN.map((one) => [one, evaluatie[one]])),
      ...Object.fromEntries(
        interventies.flatMap(({ id }) => [
          [`effect-${id}`, was(id)?.effect ?? ''],
          [`toelichting-${id}`, was(id)?.toelichting ?? ''],
        ]),
      ),
    },
    check: () => ({}),
    send: async (v) => {
      const effecten = interventies.flatMap(({ id }) => {
        const effect = v[`effect-${id}`] ?? '';
        return effect === ''
          ? []
          : [{ interventie: id, effect: effect as Effectsoort, toelichting: (v[`toelichting-${id}`] ?? '').trim() }];
      });
      const tekst = (one: (typeof VRAGEN)[number]) => (v[one] ?? '').trim();
      await evalueer(client, casus, evaluatie.versie, {
        watWerkte: tekst('watWerkte'),
        watNiet: tekst('watNiet'),
        anders: tekst('anders'),
        effecten,
      });
      announce(t('leren.evaluatie.gedaan'));
      onClose();
    },
  });
  return (
    <Form form={form}>
      {VRAGEN.map((one) => (
        <TextArea
          key={one}
          name={one}
          label={t(`leren.evaluatie.${one}`)}
          optional
          rows={3}
          maxLength={4000}
          value={form.values[one] ?? ''}
          onChange={form.on(one)}
          error={form.errors[one]}
        />
      ))}
      {interventies.map(({ id, type, omschrijving }) => (
        <fieldset key={id} className="dw-groep">
          <legend className="utrecht-form-label">
            {name('interventietypen', type)}: {omschrijving}
          </legend>
          <SelectField
            name={`effect-${id}`}
            label={t('leren.effect')}
            none={t('leren.effect.geen')}
            optional
            value={form.values[`effect-${id}`] ?? ''}
            onChange={form.on(`effect-${id}`)}
            options={EFFECTEN.map((one) => ({ value: one, label: t(`leren.effect.${one}`) }))}
          />
          <TextField
            name={`toelichting-${id}`}
            label={t('leren.effect.toelichting')}
            optional
            maxLength={2000}
            value={form.values[`toelichting-${id}`] ?? ''}
            onChange={form.on(`toelichting-${id}`)}
          />
        </fieldset>
      ))}
      <FormButtons form={form} onCancel={onClose}>
        {t('basis.opslaan')}
      </FormButtons>
    </Form>
  );
}

function LesVorm({ dossier, van, onClose }: { dossier: Dossier; van: Lesvoorstel | null; onClose: () => void }) {
  const { t } = useLanguage();
  const { options } = useLists();
  const client = useQueryClient();
  const gebruikt = [...new Set([...dossier.interventies.map((one) => one.type), ...(van?.instrumenten ?? [])])];
  const form = useForm({
    initial: {
      thema: van?.thema ?? dossier.casus.thema ?? '',
      titel: van?.titel ?? '',
      tekst: van?.tekst ?? '',
      instrumenten: van?.instrumenten ?? [],
    },
    check: (v): FormErrors => ({
      ...(v.titel.trim().length < KORTSTE_TITEL ? { titel: t('leren.les.titel.fout') } : {}),
      ...(v.tekst.trim().length < KORTSTE_LES ? { tekst: t('leren.les.tekst.fout') } : {}),
    }),
    send: async (v) => {
      const body = { ...v, titel: v.titel.trim(), tekst: v.tekst.trim() };
      await legVoor(client, dossier.casus.id, van, body);
      announce(t('leren.les.voorgelegd'));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <p className="dw-hint">{t('leren.les.let')}</p>
      <TextField {...form.field('titel')} label={t('leren.les.titel')} maxLength={120} />
      <TextArea
        {...form.field('tekst')}
        label={t('leren.les.tekst')}
        hint={t('leren.les.tekst.hulp')}
        rows={6}
        maxLength={4000}
      />
      <SelectField
        name="thema"
        label={t('casus.thema')}
        value={form.values.thema}
        onChange={form.on('thema')}
        options={options('themas')}
      />
      {gebruikt.length > 0 && (
        <FieldGroup name="instrumenten" label={t('leren.les.instrumenten')} optional>
          {options('interventietypen')
            .filter((one) => gebruikt.includes(one.value))
            .map((one) => (
              <Checkbox
                key={one.value}
                label={one.label}
                checked={form.values.instrumenten.includes(one.value)}
                onChange={(aan) =>
                  form.set(
                    'instrumenten',
                    aan
                      ? [...form.values.instrumenten, one.value]
                      : form.values.instrumenten.filter((code) => code !== one.value),
                  )
                }
              />
            ))}
        </FieldGroup>
      )}
      <FormButtons form={form} onCancel={onClose}>
        {t('leren.les.leg')}
      </FormButtons>
    </Form>
  );
}

function Nalezen({ casus, les, onClose }: { casus: Id; les: Lesvoorstel; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const form = useForm({
    initial: { besluit: '' as '' | 'gedeeld' | 'teruggegeven', reden: '' },
    check: (v): FormErrors => {
      const moet = v.besluit === 'teruggegeven' || les.herkenbaar.length > 0;
      const kort = v.reden.trim().length < KORTSTE_REDEN;
      return {
        ...(v.besluit === '' ? { besluit: t('leren.les.besluit.fout') } : {}),
        ...(kort && (moet || v.reden.trim() !== '') ? { reden: t('leren.les.reden.fout') } : {}),
      };
    },
    send: async (v) => {
      if (v.besluit === '') return;
      await besluitLes(client, casus, les, v.besluit, v.reden.trim());
      announce(t(`leren.les.gedaan.${v.besluit}`));
      onClose();
    },
  });
  return (
    <Form form={form}>
      <RadioField
        name="besluit"
        label={t('leren.les.besluit')}
        value={form.values.besluit}
        onChange={(one) => form.set('besluit', one as 'gedeeld')}
        options={(['gedeeld', 'teruggegeven'] as const).map((one) => ({
          value: one,
          label: t(`leren.les.besluit.${one}`),
          hint: t(`leren.les.besluit.${one}.hulp`),
        }))}
        error={form.errors.besluit}
      />
      <TextArea
        {...form.field('reden')}
        label={t('leren.les.reden')}
        hint={t('leren.les.reden.hulp')}
        optional={les.herkenbaar.length === 0 && form.values.besluit !== 'teruggegeven'}
        rows={2}
        maxLength={2000}
      />
      <FormButtons form={form} onCancel={onClose}>
        {t('leren.les.besluit.doe')}
      </FormButtons>
    </Form>
  );
}

function LesKaart({ dossier, les, schrijven }: { dossier: Dossier; les: Lesvoorstel; schrijven: boolean }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const { gebruiker, rechten } = useSession();
  const [open, setOpen] = useState<'wijzigen' | 'nalezen' | null>(null);
  const eigen = les.door.id === gebruiker.id;
  const sluit = () => setOpen(null);
  return (
    <li className="dw-vlak dw-kaart">
      <h4 className="nl-heading nl-heading--level-4">{les.titel}</h4>
      <p className="dw-zacht dw-klein">
        {t(`leren.les.staat.${les.staat}`)} · {les.door.naam}, {formatShortDate(les.op, language)}
      </p>
      <p className="dw-lopend">{les.tekst}</p>
      {les.herkenbaar.length > 0 && (
        <div className="dw-hint">
          <p>{t('leren.les.herkenbaar')}</p>
          <ul>
            {les.herkenbaar.map((one) => (
              <li key={`${one.soort}-${one.woord}`}>
                {one.soort === 'kenmerk' ? t('leren.les.kenmerk') : name('vermeldingsoorten', one.soort)}: {one.woord}
              </li>
            ))}
          </ul>
        </div>
      )}
      {les.beslotenDoor !== null && (
        <p className="dw-zacht dw-klein">
          {les.beslotenDoor.naam}
          {les.reden !== null && `: ${les.reden}`}
        </p>
      )}
      {schrijven && open === null && (
        <div className="dw-knoppen">
          {les.staat !== 'gedeeld' && (
            <Button
              weight="subtle"
              aria-label={`${t('leren.les.wijzig')}: ${les.titel}`}
              onClick={() => setOpen('wijzigen')}
            >
              {t('leren.les.wijzig')}
            </Button>
          )}
          {les.staat === 'voorgelegd' && !eigen && rechten.includes('toets.besluiten') && (
            <Button aria-label={`${t('leren.les.lees')}: ${les.titel}`} onClick={() => setOpen('nalezen')}>
              {t('leren.les.lees')}
            </Button>
          )}
        </div>
      )}
      {les.staat === 'voorgelegd' && eigen && <p className="dw-zacht">{t('leren.les.ander')}</p>}
      {open === 'wijzigen' && <LesVorm dossier={dossier} van={les} onClose={sluit} />}
      {open === 'nalezen' && <Nalezen casus={dossier.casus.id} les={les} onClose={sluit} />}
    </li>
  );
}

/** `schrijven`: he may work in this casus, also when it lies in the archive. */
export function EvaluatieVak({ dossier, schrijven }: { dossier: Dossier; schrijven: boolean }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const casus = dossier.casus.id;
  const [open, setOpen] = useState<'terugkijken' | 'les' | null>(null);
  const found = useQuery(evaluatieQuery(casus));
  if (found.isPending) return <Loading />;
  if (found.isError) return <Failed error={found.error} retry={() => void found.refetch()} />;
  const e = found.data;
  if (!e.kan && e.versie === 0 && e.lessen.length === 0) {
    return <Empty title={t('leren.evaluatie.nogniet')}>{t('leren.evaluatie.nogniet.uitleg')}</Empty>;
  }
  const mag = schrijven && e.kan;
  const gedaan = dossier.interventies.filter((one) => one.status !== 'vervallen');
  const effect = (id: Id) => e.effecten.find((one) => one.interventie === id);
  return (
    <>
      {open === 'terugkijken' ? (
        <Terugkijken casus={casus} evaluatie={e} interventies={gedaan} onClose={() => setOpen(null)} />
      ) : (
        <>
          {e.versie === 0 ? (
            <p className="nl-paragraph">{t('leren.evaluatie.leeg')}</p>
          ) : (
            <>
              {VRAGEN.filter((one) => e[one] !== '').map((one) => (
                <div key={one} className="dw-tekstdeel">
                  <h3 className="nl-heading nl-heading--level-4">{t(`leren.evaluatie.${one}`)}</h3>
                  <p className="dw-lopend">{e[one]}</p>
                </div>
              ))}
              {gedaan.some((one) => effect(one.id) !== undefined) && (
                <div className="dw-tekstdeel">
                  <h3 className="nl-heading nl-heading--level-4">{t('leren.evaluatie.effecten')}</h3>
                  <ul>
                    {gedaan.flatMap((one) => {
                      const van = effect(one.id);
                      return van === undefined
                        ? []
                        : [
                            <li key={one.id}>
                              {name('interventietypen', one.type)}: <strong>{t(`leren.effect.${van.effect}`)}</strong>
                              {van.toelichting !== '' && `. ${van.toelichting}`}
                            </li>,
                          ];
                    })}
                  </ul>
                </div>
              )}
              {e.door !== null && e.op !== null && (
                <p className="dw-zacht dw-klein">
                  {e.door.naam}, {formatShortDate(e.op, language)}
                </p>
              )}
            </>
          )}
          {mag && (
            <Button onClick={() => setOpen('terugkijken')}>
              {t(e.versie === 0 ? 'leren.evaluatie.begin' : 'leren.evaluatie.wijzig')}
            </Button>
          )}
        </>
      )}
      <h3 className="nl-heading nl-heading--level-4 dw-tussenkop">{t('leren.lessen.uitdeze')}</h3>
      <p className="nl-paragraph">{t('leren.lessen.uitleg')}</p>
      <ul className="dw-kaarten">
        {e.lessen.map((one) => (
          <LesKaart key={one.id} dossier={dossier} les={one} schrijven={mag} />
        ))}
      </ul>
      {mag && open === null && (
        <div className="dw-knoppen">
          <Button onClick={() => setOpen('les')}>{t('leren.les.nieuw')}</Button>
        </div>
      )}
      {open === 'les' && <LesVorm dossier={dossier} van={null} onClose={() => setOpen(null)} />}
    </>
  );
}
