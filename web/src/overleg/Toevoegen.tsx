// SPDX-License-Identifier: EUPL-1.2
// What the table adds to a dossier on the spot: something that is known, with its source; an intervention from the catalogue.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agendapunt, Id, InterventieCategorie, Overleg } from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { stamgegevensQuery, useLists } from '../basis/lists';
import { DateField, dayFault } from '../basis/vorm/dates';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { SelectField, TextArea, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { WieZiet } from '../entiteit/regime';
import { toonPunt, voegInformatieToe, voegInterventieToe } from './api';

export function Informatie({ overleg, punt, onClose }: { overleg: Id; punt: Agendapunt; onClose: () => void }) {
  const { t } = useLanguage();
  const { options } = useLists();
  const client = useQueryClient();
  const form = useForm({
    initial: { tekst: '', bronsoort: '', naam: '', regime: '', peildatum: '' },
    labels: {
      tekst: t('overleg.informatie.tekst'),
      bronsoort: t('overleg.informatie.bronsoort'),
      naam: t('overleg.informatie.naam'),
      regime: t('overleg.informatie.regime'),
      peildatum: t('overleg.informatie.peildatum'),
    },
    check: (v): FormErrors => ({
      ...(v.tekst.trim() === '' ? { tekst: t('overleg.fout.tekst') } : {}),
      ...(v.bronsoort === '' ? { bronsoort: t('overleg.fout.bronsoort') } : {}),
      ...(v.naam.trim() === '' ? { naam: t('overleg.fout.bron') } : {}),
      ...(dayFault(v.peildatum, t) === undefined ? {} : { peildatum: t('basis.datum.fout') }),
    }),
    send: async ({ tekst, bronsoort, naam, regime, peildatum }) => {
      const na = await voegInformatieToe(overleg, punt.id, {
        tekst: tekst.trim(),
        bronsoort,
        naam: naam.trim(),
        regime: regime === '' ? null : regime,
        peildatum: peildatum === '' ? null : peildatum,
      });
      toonPunt(client, overleg, na);
      announce(t('overleg.informatie.vastgelegd'));
      onClose();
    },
  });
  const { values, on } = form;
  return (
    <Dialog title={t('overleg.informatie')} onClose={onClose} wide>
      <Form form={form}>
        <TextArea
          {...form.field('tekst')}
          label={t('overleg.informatie.tekst')}
          hint={t('overleg.informatie.tekst.hulp')}
        />
        <div className="dw-kolommen">
          <SelectField
            {...form.field('bronsoort')}
            label={t('overleg.informatie.bronsoort')}
            none={t('basis.kies')}
            options={options('bronsoorten')}
          />
          <TextField
            {...form.field('naam')}
            label={t('overleg.informatie.naam')}
            hint={t('overleg.informatie.naam.hulp')}
            maxLength={200}
          />
        </div>
        <div className="dw-kolommen">
          <SelectField
            name="regime"
            label={t('overleg.informatie.regime')}
            hint={t('overleg.informatie.regime.hulp')}
            optional
            none={t('overleg.informatie.regime.vanbron')}
            value={values.regime}
            onChange={on('regime')}
            options={options('regimes')}
          />
          <DateField {...form.field('peildatum')} label={t('overleg.informatie.peildatum')} optional />
        </div>
        <WieZiet regime={values.regime === '' ? null : values.regime} />
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.toevoegen')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

const CATEGORIEEN: readonly InterventieCategorie[] = [
  'bestuurlijk',
  'fiscaal',
  'strafrechtelijk',
  'preventief',
  'communicatie',
];

/** The catalogue by kind: a block is chosen, and then said who does it by when. */
export function Interventie({ overleg, punt, onClose }: { overleg: Overleg; punt: Agendapunt; onClose: () => void }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const types = useQuery(stamgegevensQuery).data?.interventietypen ?? [];
  const [categorie, setCategorie] = useState<InterventieCategorie>('bestuurlijk');
  const form = useForm({
    initial: { type: '', omschrijving: '', uitvoerder: '', trekker: '', termijn: '' },
    labels: {
      type: t('overleg.interventie.type'),
      omschrijving: t('overleg.interventie.omschrijving'),
      uitvoerder: t('overleg.interventie.uitvoerder'),
    },
    check: (v): FormErrors => ({
      ...(v.type === '' ? { type: t('overleg.fout.interventie') } : {}),
      ...(v.omschrijving.trim() === '' ? { omschrijving: t('overleg.fout.omschrijving') } : {}),
      ...(v.uitvoerder.trim() === '' ? { uitvoerder: t('overleg.fout.uitvoerder') } : {}),
      ...(dayFault(v.termijn, t) === undefined ? {} : { termijn: t('basis.datum.fout') }),
    }),
    send: async ({ type, omschrijving, uitvoerder, trekker, termijn }) => {
      const na = await voegInterventieToe(overleg.id, punt.id, {
        type,
        omschrijving: omschrijving.trim(),
        uitvoerder: uitvoerder.trim(),
        eigenaar: trekker === '' ? null : trekker,
        grondslag: types.find((one) => one.code === type)?.grondslag ?? null,
        termijn: termijn === '' ? null : termijn,
        status: 'gepland',
        resultaat: null,
        resultaatOp: null,
      });
      toonPunt(client, overleg.id, na);
      announce(t('overleg.interventie.vastgelegd'));
      onClose();
    },
  });
  const { values, on, errors } = form;
  const hier = types.filter((one) => one.categorie === categorie);
  return (
    <Dialog title={t('overleg.interventie')} onClose={onClose} wide>
      <Form form={form}>
        <div className="dw-knoppen" role="group" aria-label={t('overleg.interventie.categorie')}>
          {CATEGORIEEN.map((een) => (
            <Button
              key={een}
              aria-pressed={categorie === een}
              weight={categorie === een ? 'primary' : 'secondary'}
              onClick={() => setCategorie(een)}
            >
              {t(`overleg.categorie.${een}`)}
            </Button>
          ))}
        </div>
        <SelectField
          name="type"
          label={t('overleg.interventie.type')}
          none={t('basis.kies')}
          value={hier.some((one) => one.code === values.type) ? values.type : ''}
          onChange={on('type')}
          options={hier.map((one) => ({ value: one.code, label: language === 'en' ? one.naamEn : one.naamNl }))}
          error={errors.type}
        />
        <TextArea {...form.field('omschrijving')} label={t('overleg.interventie.omschrijving')} rows={3} />
        <div className="dw-kolommen">
          <TextField
            {...form.field('uitvoerder')}
            label={t('overleg.interventie.uitvoerder')}
            hint={t('overleg.interventie.uitvoerder.hulp')}
            maxLength={200}
          />
          <SelectField
            name="trekker"
            label={t('overleg.interventie.eigenaar')}
            optional
            none={t('overleg.interventie.niemand')}
            value={values.trekker}
            onChange={on('trekker')}
            options={(punt.verdeling ?? [])
              .filter((one) => one.vanDossier)
              .map((one) => ({ value: one.gebruiker.id, label: one.gebruiker.naam }))}
          />
          <DateField {...form.field('termijn')} label={t('overleg.interventie.termijn')} optional />
        </div>
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.toevoegen')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}
