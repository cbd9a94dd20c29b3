// SPDX-License-Identifier: EUPL-1.2
// The windows in which an item is prepared: what it is about, what is on the table of it, and who may see which part.
import { useQueryClient } from '@tanstack/react-query';
import { type Agendapunt, DEELSOORTEN, type Deelsoort, type Id, type Verdeling } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, fieldId, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
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
import { legToetsVoor, schrijfDeel, toonPunt } from './api';

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
  return (
    <Dialog title={t('overleg.delen.kop', { titel: punt.titel })} onClose={onClose} wide>
      <p className="nl-paragraph">{t('overleg.delen.uitleg')}</p>
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
  const zet = (gebruiker: Id, soort: Deelsoort, aan: boolean) =>
    set(
      'verdeling',
      values.verdeling.map((one) =>
        one.gebruiker === gebruiker
          ? { ...one, delen: DEELSOORTEN.filter((een) => (een === soort ? aan : one.delen.includes(een))) }
          : one,
      ),
    );
  return (
    <Dialog title={t('overleg.toets.kop', { titel: punt.titel })} onClose={onClose} wide>
      <p className="nl-paragraph">{t('overleg.toets.uitleg')}</p>
      {delen.length === 0 && <p className="dw-hint">{t('overleg.toets.geendelen')}</p>}
      {delen.length > 0 && anderen.length === 0 && <p className="dw-hint">{t('overleg.toets.alleendossier')}</p>}
      {delen.length > 0 && anderen.length > 0 && (
        <Form form={form}>
          <FieldGroup
            name="verdeling"
            label={t('overleg.toets.verdeling')}
            hint={t('overleg.toets.verdeling.hulp')}
            error={errors.verdeling}
          >
            <div className="dw-verdeling">
              {anderen.map(({ gebruiker }, rij) => (
                <fieldset key={gebruiker.id} className="dw-verdeling__rij">
                  <legend>{gebruiker.naam}</legend>
                  {delen.map((soort, kolom) => (
                    <Checkbox
                      key={soort}
                      {...(rij === 0 && kolom === 0 ? { id: fieldId('verdeling') } : {})}
                      label={t(`overleg.deel.${soort}`)}
                      checked={values.verdeling.some(
                        (one) => one.gebruiker === gebruiker.id && one.delen.includes(soort),
                      )}
                      onChange={(aan) => zet(gebruiker.id, soort, aan)}
                    />
                  ))}
                </fieldset>
              ))}
            </div>
          </FieldGroup>
          <ToetsVelden form={form} onCancel={onClose} />
        </Form>
      )}
    </Dialog>
  );
}
