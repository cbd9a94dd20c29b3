// SPDX-License-Identifier: EUPL-1.2
// The windows in which an item is prepared: what it is about, what is on the table of it, and who may see which part.
import { useQueryClient } from '@tanstack/react-query';
import { FileInput } from 'lucide-react';
import { useState } from 'react';
import {
  type Agendapunt,
  type Collega,
  DEELSOORTEN,
  type Deelsoort,
  type Id,
  type Verdeling,
  type VermeldingSoort,
} from '../api/typen';
import { announce } from '../basis/announce';
import { Button } from '../basis/button';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import { problemText } from '../basis/problem';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, fieldId, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { MinderjarigenVan } from '../casus/Minderjarigen';
import {
  meldToets,
  nieuweToets,
  type ToetsAntwoorden,
  ToetsVelden,
  toetsFouten,
  toetsInhoud,
  toetsLabels,
  useBesluit,
} from '../casus/toetsdelen';
import { useRegimes } from '../entiteit/regime';
import { signaalQuery } from '../signaal/api';
import { leesDossier, legToetsVoor, schrijfDeel, toonPunt } from './api';
import { type Startteksten, uitCasus, uitSignaal } from './uitDossier';

/** Reads the file of an item and makes a first text of it. */
function useStartteksten(punt: Agendapunt): (() => Promise<Startteksten>) | null {
  const { t } = useLanguage();
  const { name } = useLists();
  const { rollenVan } = useRegimes();
  const client = useQueryClient();
  const { dossier } = punt;
  if (dossier === null) return null;
  const woorden = {
    open: (regime: string) => rollenVan(regime) === null,
    soort: (soort: VermeldingSoort) => t(`entiteit.soort.${soort}`),
    interventie: (type: string) => name('interventietypen', type),
  };
  return async () => {
    if (dossier.soort === 'casus') return uitCasus(await leesDossier(dossier.id), woorden);
    const signaal = await client.fetchQuery(signaalQuery(dossier.id));
    return uitSignaal(signaal, name('signaalbronnen', signaal.bron), woorden);
  };
}

/** The words for this table, in parts that can be shared one by one. */
export function DelenVorm({ overleg, punt, onClose }: { overleg: Id; punt: Agendapunt; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const nu = (soort: Deelsoort) => punt.delen.find((one) => one.soort === soort)?.tekst ?? '';
  const form = useForm<Record<Deelsoort, string>>({
    initial: Object.fromEntries(DEELSOORTEN.map((soort) => [soort, nu(soort)])) as Record<Deelsoort, string>,
    labels: Object.fromEntries(DEELSOORTEN.map((soort) => [soort, t(`overleg.deel.${soort}`)])),
    check: () => ({}),
    send: async (values) => {
      for (const soort of DEELSOORTEN) {
        if (values[soort].trim() === nu(soort)) continue;
        toonPunt(client, overleg, await schrijfDeel(overleg, punt.id, soort, values[soort].trim()));
      }
      announce(t('overleg.delen.opgeslagen'));
      onClose();
    },
  });
  const haal = useStartteksten(punt);
  const [haalt, setHaalt] = useState(false);
  const neemOver = async () => {
    if (haal === null) return;
    setHaalt(true);
    try {
      const start = await haal();
      const leeg = DEELSOORTEN.filter((soort) => form.values[soort].trim() === '' && (start[soort] ?? '') !== '');
      for (const soort of leeg) form.set(soort, start[soort] ?? '');
      announce(t('overleg.delen.overgenomen', { aantal: leeg.length }));
    } catch (error) {
      announce(problemText(error, t, false));
    } finally {
      setHaalt(false);
    }
  };
  return (
    <Dialog title={t('overleg.delen.kop', { titel: punt.titel })} onClose={onClose} wide>
      <p className="nl-paragraph">{t('overleg.delen.uitleg')}</p>
      {haal !== null && (
        <div className="dw-overnemen">
          <Button icon={<FileInput aria-hidden="true" size={18} />} busy={haalt} onClick={() => void neemOver()}>
            {t('overleg.delen.overnemen')}
          </Button>
          <span className="dw-zacht dw-klein">{t('overleg.delen.overnemen.hulp')}</span>
        </div>
      )}
      <Form form={form}>
        {DEELSOORTEN.map((soort) => (
          <TextArea
            key={soort}
            name={soort}
            label={t(`overleg.deel.${soort}`)}
            hint={t(`overleg.deel.${soort}.hulp`)}
            optional
            rows={soort === 'toelichting' ? 4 : 2}
            value={form.values[soort]}
            onChange={form.on(soort)}
            error={form.errors[soort]}
          />
        ))}
        <FormButtons form={form} onCancel={onClose}>
          {t('basis.opslaan')}
        </FormButtons>
      </Form>
    </Dialog>
  );
}

interface VerdelingProps {
  mensen: readonly Collega[];
  /** The parts that are written. */
  delen: readonly Deelsoort[];
  verdeling: readonly Verdeling[];
  onChange: (verdeling: Verdeling[]) => void;
  error: string | undefined;
}

/** Who sees which part: a row for everybody, a box for every part. */
export function VerdelingVeld({ mensen, delen, verdeling, onChange, error }: VerdelingProps) {
  const { t } = useLanguage();
  const van = (id: Id) => verdeling.find((one) => one.gebruiker === id)?.delen ?? [];
  const zet = (id: Id, soort: Deelsoort, aan: boolean) =>
    onChange([
      ...verdeling.filter((one) => one.gebruiker !== id),
      { gebruiker: id, delen: DEELSOORTEN.filter((een) => (een === soort ? aan : van(id).includes(een))) },
    ]);
  return (
    <FieldGroup
      name="verdeling"
      label={t('overleg.toets.verdeling')}
      hint={t('overleg.toets.verdeling.hulp')}
      error={error}
    >
      <div className="dw-verdeling">
        {mensen.map(({ id, naam }, rij) => (
          <fieldset key={id} className="dw-verdeling__rij">
            <legend>{naam}</legend>
            {delen.map((soort, kolom) => (
              <Checkbox
                key={soort}
                {...(rij === 0 && kolom === 0 ? { id: fieldId('verdeling') } : {})}
                label={t(`overleg.deel.${soort}`)}
                checked={van(id).includes(soort)}
                onChange={(aan) => zet(id, soort, aan)}
              />
            ))}
          </fieldset>
        ))}
      </div>
    </FieldGroup>
  );
}

interface Vorm extends ToetsAntwoorden {
  verdeling: Verdeling[];
}

/** Privacy check 2A of an item: who of the table may see which part, on four grounds. */
export function Punttoets({ overleg, punt, onClose }: { overleg: Id; punt: Agendapunt; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const mag = useBesluit();
  const anderen = (punt.verdeling ?? []).filter((one) => !one.vanDossier);
  const delen = DEELSOORTEN.filter((soort) => punt.delen.some((one) => one.soort === soort));
  const form = useForm<Vorm>({
    initial: {
      ...nieuweToets(mag),
      verdeling: anderen.map((one) => ({ gebruiker: one.gebruiker.id, delen: one.delen })),
    },
    labels: toetsLabels(t),
    check: (v) => ({
      ...(v.verdeling.every((one) => one.delen.length === 0) ? { verdeling: t('overleg.toets.fout.niemand') } : {}),
      ...toetsFouten(v, t),
    }),
    send: async (v) => {
      const leden = v.verdeling.filter((one) => one.delen.length > 0);
      toonPunt(client, overleg, await legToetsVoor(overleg, punt.id, { ...toetsInhoud(v), leden }));
      meldToets(v, t);
      onClose();
    },
  });
  const { values, set, errors } = form;
  return (
    <Dialog title={t('overleg.toets.kop', { titel: punt.titel })} onClose={onClose} wide>
      <p className="nl-paragraph">{t('overleg.toets.uitleg')}</p>
      {punt.dossier !== null && <MinderjarigenVan dossier={punt.dossier} />}
      {delen.length === 0 && <p className="dw-hint">{t('overleg.toets.geendelen')}</p>}
      {delen.length > 0 && anderen.length === 0 && <p className="dw-hint">{t('overleg.toets.alleendossier')}</p>}
      {delen.length > 0 && anderen.length > 0 && (
        <Form form={form}>
          <VerdelingVeld
            mensen={anderen.map((one) => one.gebruiker)}
            delen={delen}
            verdeling={values.verdeling}
            onChange={(verdeling) => set('verdeling', verdeling)}
            error={errors.verdeling}
          />
          <ToetsVelden form={form} onCancel={onClose} />
        </Form>
      )}
    </Dialog>
  );
}
