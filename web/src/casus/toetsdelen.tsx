// SPDX-License-Identifier: EUPL-1.2
// What every screen with privacy checks shows of them.
import type { Toetsgronden, ToetsStaat } from '../api/typen';
import { announce } from '../basis/announce';
import { type Translate, useLanguage } from '../basis/language';
import { useSession } from '../basis/session';
import type { FormErrors } from '../basis/vorm/errors';
import { FormButtons } from '../basis/vorm/Form';
import { RadioField, TextArea } from '../basis/vorm/fields';
import type { Form } from '../basis/vorm/useForm';
import type { Toetsstand } from './toets';

const GRONDEN = ['grondslag', 'verenigbaarheid', 'noodzaak', 'proportionaliteit'] as const;

/** Whether this user decides checks, or puts them before somebody who does. */
export const useBesluit = (): boolean => useSession().rechten.includes('toets.besluiten');

const KLEUR: Record<Toetsstand, string> = {
  nodig: 'wacht',
  voorgelegd: 'bezig',
  akkoord: 'casus',
  niet_akkoord: 'wacht',
  ingetrokken: 'wacht',
  van_voor: 'klaar',
};

export function ToetsMerk({ stand }: { stand: Toetsstand }) {
  const { t } = useLanguage();
  return (
    <span className={`nl-data-badge dw-status-merk dw-status-merk--${KLEUR[stand]}`}>
      {t(`casus.toets.stand.${stand}`)}
    </span>
  );
}

/** The four grounds as they were written. */
export function Gronden({ toets }: { toets: Toetsgronden }) {
  const { t } = useLanguage();
  return (
    <dl className="dw-gronden">
      {GRONDEN.map((een) => (
        <div key={een}>
          <dt>{t(`casus.toets.${een}`)}</dt>
          <dd className="dw-lopend">{toets[een]}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The four grounds that are written, and the decision of who may decide; others put it before them. */
export interface ToetsAntwoorden extends Toetsgronden {
  besluit: '' | 'akkoord' | 'niet_akkoord' | 'voorleggen';
  reden: string;
}

export const nieuweToets = (mag: boolean): ToetsAntwoorden => ({
  grondslag: '',
  verenigbaarheid: '',
  noodzaak: '',
  proportionaliteit: '',
  besluit: mag ? '' : 'voorleggen',
  reden: '',
});

export const toetsLabels = (t: Translate): Record<keyof ToetsAntwoorden, string> => ({
  grondslag: t('casus.toets.grondslag'),
  verenigbaarheid: t('casus.toets.verenigbaarheid'),
  noodzaak: t('casus.toets.noodzaak'),
  proportionaliteit: t('casus.toets.proportionaliteit'),
  besluit: t('casus.toets.besluit'),
  reden: t('casus.toets.reden'),
});

export function toetsFouten(values: ToetsAntwoorden, t: Translate): FormErrors {
  const errors: FormErrors = {};
  for (const een of GRONDEN) if (values[een].trim() === '') errors[een] = t(`casus.toets.fout.${een}`);
  if (values.besluit === '') errors.besluit = t('casus.toets.fout.besluit');
  if (values.besluit === 'niet_akkoord' && values.reden.trim() === '') errors.reden = t('casus.toets.fout.reden');
  return errors;
}

/** What the server is told: without a decision it waits for who may decide. */
export function toetsInhoud(v: ToetsAntwoorden): Toetsgronden & {
  besluit: Extract<ToetsStaat, 'akkoord' | 'niet_akkoord'> | null;
  reden: string | null;
} {
  return {
    grondslag: v.grondslag,
    verenigbaarheid: v.verenigbaarheid,
    noodzaak: v.noodzaak,
    proportionaliteit: v.proportionaliteit,
    besluit: v.besluit === 'akkoord' || v.besluit === 'niet_akkoord' ? v.besluit : null,
    reden: v.besluit === 'niet_akkoord' ? v.reden.trim() : null,
  };
}

export const meldToets = ({ besluit }: ToetsAntwoorden, t: Translate) =>
  announce(t(besluit === 'voorleggen' ? 'casus.toets.voorgelegd' : 'casus.toets.vastgelegd'));

interface ToetsVeldenProps {
  form: Pick<Form<ToetsAntwoorden>, 'values' | 'on' | 'errors' | 'field'> & { busy: boolean };
  onCancel: () => void;
}

/** The grounds and the decision of a check, with its buttons: the same for a casus and for an item of a meeting. */
export function ToetsVelden({ form, onCancel }: ToetsVeldenProps) {
  const { t } = useLanguage();
  const mag = useBesluit();
  const { values, on, errors } = form;
  return (
    <>
      {GRONDEN.map((een) => (
        <TextArea
          key={een}
          {...form.field(een)}
          label={t(`casus.toets.${een}`)}
          hint={t(`casus.toets.${een}.hulp`)}
          rows={2}
        />
      ))}
      {mag ? (
        <RadioField
          name="besluit"
          label={t('casus.toets.besluit')}
          value={values.besluit}
          onChange={(besluit) => on('besluit')(besluit as ToetsAntwoorden['besluit'])}
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
        <TextArea {...form.field('reden')} label={t('casus.toets.reden')} rows={2} />
      )}
      <FormButtons form={form} onCancel={onCancel}>
        {t(values.besluit === 'voorleggen' ? 'casus.toets.doe.voorleggen' : 'casus.toets.doe')}
      </FormButtons>
    </>
  );
}
