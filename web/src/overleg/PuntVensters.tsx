// SPDX-License-Identifier: EUPL-1.2
// The windows in which an item is prepared: what it is about, what is on the table of it, and who may see which part.
import { useQueryClient } from '@tanstack/react-query';
import { type Agendapunt, DEELSOORTEN, type Deelsoort, type Id, type Verdeling } from '../api/typen';
import { announce } from '../basis/announce';
import { Dialog } from '../basis/dialog';
import { useLanguage } from '../basis/language';
import type { FormErrors } from '../basis/vorm/errors';
import { Form, FormButtons } from '../basis/vorm/Form';
import { Checkbox, FieldGroup, fieldId, RadioField, TextArea } from '../basis/vorm/fields';
import { useForm } from '../basis/vorm/useForm';
import { GRONDEN, useBesluit } from '../casus/toetsdelen';
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

interface ToetsVelden {
  verdeling: Verdeling[];
  grondslag: string;
  verenigbaarheid: string;
  noodzaak: string;
  proportionaliteit: string;
  besluit: string;
  reden: string;
}

/** Privacy check 2A of an item: who of the table may see which part, on four grounds. */
export function Punttoets({ overleg, punt, onClose }: { overleg: Id; punt: Agendapunt; onClose: () => void }) {
  const { t } = useLanguage();
  const client = useQueryClient();
  const mag = useBesluit();
  const anderen = (punt.verdeling ?? []).filter((one) => !one.vanDossier);
  const delen = DEELSOORTEN.filter((soort) => punt.delen.some((one) => one.soort === soort));
  const form = useForm<ToetsVelden>({
    initial: {
      verdeling: anderen.map((one) => ({ gebruiker: one.gebruiker.id, delen: one.delen })),
      grondslag: '',
      verenigbaarheid: '',
      noodzaak: '',
      proportionaliteit: '',
      besluit: mag ? '' : 'voorleggen',
      reden: '',
    },
    labels: {
      ...Object.fromEntries(GRONDEN.map((een) => [een, t(`casus.toets.${een}`)])),
      besluit: t('casus.toets.besluit'),
      reden: t('casus.toets.reden'),
    },
    check: (v) => {
      const errors: FormErrors = {};
      if (v.verdeling.every((one) => one.delen.length === 0)) errors.verdeling = t('overleg.toets.fout.niemand');
      for (const een of GRONDEN) if (v[een].trim() === '') errors[een] = t(`casus.toets.fout.${een}`);
      if (v.besluit === '') errors.besluit = t('casus.toets.fout.besluit');
      if (v.besluit === 'niet_akkoord' && v.reden.trim() === '') errors.reden = t('casus.toets.fout.reden');
      return errors;
    },
    send: async ({ verdeling, besluit, reden, ...gronden }) => {
      const na = await legToetsVoor(overleg, punt.id, {
        ...gronden,
        leden: verdeling.filter((one) => one.delen.length > 0),
        besluit: besluit === 'akkoord' || besluit === 'niet_akkoord' ? besluit : null,
        reden: besluit === 'niet_akkoord' ? reden.trim() : null,
      });
      toonPunt(client, overleg, na);
      announce(t(besluit === 'voorleggen' ? 'casus.toets.voorgelegd' : 'casus.toets.vastgelegd'));
      onClose();
    },
  });
  const { values, set, on, errors } = form;
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
          {GRONDEN.map((een) => (
            <TextArea
              key={een}
              name={een}
              label={t(`casus.toets.${een}`)}
              hint={t(`casus.toets.${een}.hulp`)}
              rows={2}
              value={values[een]}
              onChange={on(een)}
              error={errors[een]}
            />
          ))}
          {mag ? (
            <RadioField
              name="besluit"
              label={t('casus.toets.besluit')}
              value={values.besluit}
              onChange={on('besluit')}
              options={(['akkoord', 'niet_akkoord', 'voorleggen'] as const).map((een) => ({
                value: een,
                label: t(`casus.toets.besluit.${een}`),
              }))}
              error={errors.besluit}
            />
          ) : (
            <p className="dw-hint">{t('casus.toets.wiebesluit')}</p>
          )}
          {values.besluit === 'niet_akkoord' && (
            <TextArea
              name="reden"
              label={t('casus.toets.reden')}
              rows={2}
              value={values.reden}
              onChange={on('reden')}
              error={errors.reden}
            />
          )}
          <FormButtons form={form} onCancel={onClose}>
            {t(values.besluit === 'voorleggen' ? 'casus.toets.doe.voorleggen' : 'casus.toets.doe')}
          </FormButtons>
        </Form>
      )}
    </Dialog>
  );
}
