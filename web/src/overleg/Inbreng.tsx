// SPDX-License-Identifier: EUPL-1.2
// An item put before the table of a linked series, with the parts its check 2A gives to somebody there; and what it came to.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import {
  type Agendapunt,
  DEELSOORTEN,
  type Id,
  type Inbrengkeuze,
  type Ingebracht,
  type Verdeling,
} from '../api/typen';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { formatDate, formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { Failed, Loading } from '../basis/states';
import { Form } from '../basis/vorm/Form';
import { SelectField, TextField } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { MinderjarigenVan } from '../casus/Minderjarigen';
import {
  meldToets,
  nieuweToets,
  type ToetsAntwoorden,
  ToetsMerk,
  ToetsVelden,
  toetsFouten,
  toetsInhoud,
  toetsLabels,
  useBesluit,
} from '../casus/toetsdelen';
import { besluitInbreng, brengIn, inbrengQuery, toonPunt } from './api';
import { StaatMerk } from './merken';
import { Besluiten } from './PuntInhoud';
import { VerdelingVeld } from './PuntVensters';

const BesluitVorm = lazy(async () => ({ default: (await import('../casus/ToetsVorm')).BesluitVorm }));

interface Vorm extends ToetsAntwoorden {
  naar: Id | '';
  titel: string;
  verdeling: Verdeling[];
}

interface InbrengProps {
  overleg: Id;
  punt: Agendapunt;
  onClose: () => void;
}

export default function Inbreng({ overleg, punt, onClose }: InbrengProps) {
  const { t } = useLanguage();
  const found = useQuery(inbrengQuery(overleg, punt.id));
  const delen = DEELSOORTEN.filter((soort) => punt.delen.some((one) => one.soort === soort));
  return (
    <Dialog title={t('overleg.inbreng.kop', { titel: punt.titel })} onClose={onClose} wide>
      <p className="nl-paragraph">{t('overleg.inbreng.uitleg')}</p>
      {punt.dossier !== null && <MinderjarigenVan dossier={punt.dossier} />}
      {found.isPending && <Loading />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {delen.length === 0 && <p className="dw-hint">{t('overleg.toets.geendelen')}</p>}
      {found.data?.length === 0 && <p className="dw-hint">{t('overleg.inbreng.geen')}</p>}
      {found.data !== undefined && found.data.length > 0 && delen.length > 0 && (
        <InbrengVorm overleg={overleg} punt={punt} keuzes={found.data} onClose={onClose} />
      )}
    </Dialog>
  );
}

function InbrengVorm({ overleg, punt, keuzes, onClose }: InbrengProps & { keuzes: Inbrengkeuze[] }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const mag = useBesluit();
  const delen = DEELSOORTEN.filter((soort) => punt.delen.some((one) => one.soort === soort));
  const form = useForm<Vorm>({
    initial: { ...nieuweToets(mag), naar: keuzes[0]?.overleg ?? '', titel: punt.titel, verdeling: [] },
    labels: { ...toetsLabels(t), naar: t('overleg.inbreng.naar'), titel: t('overleg.punt.titel') },
    check: (v) => ({
      ...(v.titel.trim() === '' ? { titel: t('overleg.fout.titel') } : {}),
      ...(v.verdeling.every((one) => one.delen.length === 0) ? { verdeling: t('overleg.toets.fout.niemand') } : {}),
      ...toetsFouten(v, t),
    }),
    send: async (v) => {
      const na = await brengIn(overleg, punt.id, {
        naar: v.naar,
        titel: v.titel.trim(),
        doel: punt.doel,
        minuten: punt.minuten,
        leden: v.verdeling.filter((one) => one.delen.length > 0),
        ...toetsInhoud(v),
      });
      toonPunt(client, overleg, na);
      meldToets(v, t);
      onClose();
    },
  });
  const { values, on, set, errors } = form;
  const keuze = keuzes.find((one) => one.overleg === values.naar);
  const mensen = (keuze?.deelnemers ?? []).filter((one) => !one.vanDossier).map((one) => one.gebruiker);
  return (
    <Form form={form}>
      <SelectField
        name="naar"
        label={t('overleg.inbreng.naar')}
        value={values.naar}
        onChange={(naar) => {
          on('naar')(naar);
          set('verdeling', []);
        }}
        options={keuzes.map((one) => ({
          value: one.overleg,
          label: `${one.reeks} · ${formatDate(one.datum, language)}`,
        }))}
        error={errors.naar}
      />
      <TextField
        {...form.field('titel')}
        label={t('overleg.punt.titel')}
        hint={t('overleg.punt.titel.hulp')}
        maxLength={150}
      />
      <VerdelingVeld
        mensen={mensen}
        delen={delen}
        verdeling={values.verdeling}
        onChange={(verdeling) => set('verdeling', verdeling)}
        error={errors.verdeling}
      />
      <ToetsVelden form={form} onCancel={onClose} />
    </Form>
  );
}

/** Before which tables an item was put, with what was decided there. */
export function IngebrachtLijst({ overleg, punt }: { overleg: Id; punt: Agendapunt }) {
  const { t, language } = useLanguage();
  const client = useQueryClient();
  const mag = useBesluit();
  const [besluit, setBesluit] = useState<Ingebracht | null>(null);
  return (
    <ul className="dw-ingebracht">
      {punt.ingebracht.map((een) => (
        <li key={een.id}>
          <p className="dw-ingebracht__kop">
            <span>{t('overleg.inbreng.in', { reeks: een.reeks, datum: formatShortDate(een.datum, language) })}</span>{' '}
            <ToetsMerk stand={een.toetsStaat} /> {een.toetsStaat === 'akkoord' && <StaatMerk staat={een.staat} />}
            {mag && (een.toetsStaat === 'voorgelegd' || een.toetsStaat === 'akkoord') && (
              <Button weight="subtle" onClick={() => setBesluit(een)}>
                {t(een.toetsStaat === 'voorgelegd' ? 'casus.toets.besluiten' : 'casus.toets.intrekken')}
                <span className="dw-onzichtbaar">: {een.reeks}</span>
              </Button>
            )}
          </p>
          {een.uitkomsten.length > 0 && <Besluiten besluiten={een.uitkomsten} />}
        </li>
      ))}
      {besluit !== null && (
        <Suspense fallback={null}>
          <BesluitVorm
            toets={{ staat: besluit.toetsStaat }}
            besluit={async (staat, reden) =>
              toonPunt(client, overleg, await besluitInbreng(overleg, punt.id, besluit, staat, reden))
            }
            onClose={() => setBesluit(null)}
          />
        </Suspense>
      )}
    </ul>
  );
}
