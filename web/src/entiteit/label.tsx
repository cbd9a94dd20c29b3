// SPDX-License-Identifier: EUPL-1.2
// What a fact takes along: its regime, where it came from, as of when, and whether it may be passed on.
import { Lock } from 'lucide-react';
import type { Doorgifte, Feitlabel } from '../api/typen';
import { formatShortDate } from '../basis/format';
import { useLanguage } from '../basis/language';
import { useLists } from '../basis/lists';
import type { FormErrors } from '../basis/vorm/errors';
import { SelectField, TextField } from '../basis/vorm/fields';
import { RegimeMerk, useRegimes, WieZiet } from './regime';

/** Regime and whether it may be passed on, with the reason when that is more freely than its regime says. */
export function LabelMerk({ feit }: { feit: Feitlabel }) {
  const { t } = useLanguage();
  const { name } = useLists();
  return (
    <>
      <RegimeMerk regime={feit.regime} />
      <div>{name('doorgiften', feit.doorgifte)}</div>
      {feit.doorgifteReden !== null && (
        <div className="dw-zacht dw-klein">{t('label.reden', { reden: feit.doorgifteReden })}</div>
      )}
    </>
  );
}

/** Whether a label says more than the ordinary: what is under the AVG, from a colleague, may be passed on. */
export const isBijzonder = (feit: Feitlabel & { bron: string }): boolean =>
  feit.regime !== 'avg' || feit.doorgifte !== 'vrij' || feit.doorgifteReden !== null || feit.bron !== '';

/** The same in one line, with source and day: below a mention, a note, or what a source says of a tie. */
export function LabelRegel({ feit }: { feit: Feitlabel & { bron: string; peildatum?: string } }) {
  const { t, language } = useLanguage();
  const { name } = useLists();
  const delen = [
    name('regimes', feit.regime),
    feit.bron === '' ? null : t('label.uit', { bron: feit.bron }),
    feit.peildatum === undefined ? null : t('label.peildatum', { datum: formatShortDate(feit.peildatum, language) }),
    feit.doorgifte === 'vrij' ? null : name('doorgiften', feit.doorgifte),
    feit.doorgifteReden === null ? null : t('label.reden', { reden: feit.doorgifteReden }),
  ];
  const apart = useRegimes().rollenVan(feit.regime) !== null;
  return (
    <div className="dw-klein">
      {apart && <Lock aria-label={t('label.apart')} role="img" size={14} />}{' '}
      {delen.filter((one) => one !== null).join(' · ')}
    </div>
  );
}

export interface Herkomstkeuze {
  /** `bron:` or `document:` and its id; empty: none of these. */
  uit: string;
  bron: string;
  doorgifte: Doorgifte | '';
  doorgifteReden: string;
}
export const GEEN_HERKOMST: Herkomstkeuze = { uit: '', bron: '', doorgifte: '', doorgifteReden: '' };

const gevuld = (text: string) => (text.trim() === '' ? null : text.trim());

/** As the server reads it. */
export function herkomstVan({ uit, bron, doorgifte, doorgifteReden }: Herkomstkeuze) {
  const [soort, id] = uit.split(':');
  return {
    uitBron: soort === 'bron' && id !== undefined ? id : null,
    uitDocument: soort === 'document' && id !== undefined ? id : null,
    bron: gevuld(bron),
    doorgifte: doorgifte === '' ? null : doorgifte,
    doorgifteReden: gevuld(doorgifteReden),
  };
}

/** With its own regime, beside that of what it was taken from. */
export interface Labelkeuze {
  regime: string;
  herkomst: Herkomstkeuze;
}
export const GEEN_LABEL: Labelkeuze = { regime: '', herkomst: GEEN_HERKOMST };
export const labelVan = ({ regime, herkomst }: Labelkeuze) => ({
  regime: regime === '' ? null : regime,
  ...herkomstVan(herkomst),
});

/** A source or document of the casus that something can be taken from. */
export interface Keuze {
  value: string;
  label: string;
  regime: string;
}

interface HerkomstProps {
  value: Herkomstkeuze;
  onChange: (value: Herkomstkeuze) => void;
  keuzes: readonly Keuze[];
  errors: FormErrors;
}

interface DoorgifteProps {
  doorgifte: Doorgifte | '';
  reden: string;
  onDoorgifte: (value: Doorgifte | '') => void;
  onReden: (value: string) => void;
  errors: FormErrors;
}

/** Whether it may be passed on, when that is otherwise than its regime says; more freely takes a reason. */
export function DoorgifteVelden({ doorgifte, reden, onDoorgifte, onReden, errors }: DoorgifteProps) {
  const { t } = useLanguage();
  const { options } = useLists();
  return (
    <>
      <SelectField
        name="doorgifte"
        label={t('label.doorgifte')}
        none={t('label.doorgifte.gewoon')}
        optional
        value={doorgifte}
        onChange={(value) => onDoorgifte(value as Doorgifte | '')}
        options={options('doorgiften')}
        error={errors.doorgifte}
      />
      {(doorgifte === 'vrij' || doorgifte === 'na_overleg') && (
        <TextField
          name="doorgifteReden"
          label={t('label.doorgifteReden')}
          hint={t('label.doorgifteReden.hulp')}
          optional
          value={reden}
          onChange={onReden}
          error={errors.doorgifteReden}
        />
      )}
    </>
  );
}

export function HerkomstVelden({ value, onChange, keuzes, errors }: HerkomstProps) {
  const { t } = useLanguage();
  return (
    <div className="dw-kolommen dw-vermelding__velden">
      {keuzes.length > 0 && (
        <div>
          <SelectField
            name="uit"
            label={t('label.komtuit')}
            hint={t('label.komtuit.hulp')}
            none={t('label.komtuit.geen')}
            optional
            value={value.uit}
            onChange={(uit) => onChange({ ...value, uit })}
            options={keuzes}
            error={errors.uitBron ?? errors.uitDocument}
          />
          <WieZiet regime={keuzes.find((one) => one.value === value.uit)?.regime ?? null} />
        </div>
      )}
      {value.uit === '' && (
        <TextField
          name="bron"
          label={t('label.bron')}
          hint={t('label.bron.hulp')}
          optional
          value={value.bron}
          onChange={(bron) => onChange({ ...value, bron })}
          error={errors.bron}
        />
      )}
      <DoorgifteVelden
        doorgifte={value.doorgifte}
        reden={value.doorgifteReden}
        onDoorgifte={(doorgifte) => onChange({ ...value, doorgifte })}
        onReden={(doorgifteReden) => onChange({ ...value, doorgifteReden })}
        errors={errors}
      />
    </div>
  );
}

interface RegimeProps {
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** Under which law it stands, when that is another than that of what it was taken from. */
export function RegimeVeld({ value, onChange, error }: RegimeProps) {
  const { t } = useLanguage();
  const { options } = useLists();
  return (
    <div className="dw-kolommen dw-vermelding__velden">
      <SelectField
        name="regime"
        label={t('label.regime')}
        hint={t('label.regime.hulp')}
        none={t('label.regime.gewoon')}
        optional
        value={value}
        onChange={onChange}
        options={options('regimes')}
        error={error}
      />
      <WieZiet regime={value === '' ? null : value} />
    </div>
  );
}

interface LabelProps {
  value: Labelkeuze;
  onChange: (value: Labelkeuze) => void;
  keuzes: readonly Keuze[];
  errors: FormErrors;
}

/** Where something that is written comes from, and under which law; folded away, since most of it is one's own. */
export function LabelVelden({ value, onChange, keuzes, errors }: LabelProps) {
  const { t } = useLanguage();
  const fout = ['regime', 'uitBron', 'uitDocument', 'bron', 'doorgifte', 'doorgifteReden'].some((naam) => errors[naam]);
  return (
    <details className="dw-meer" {...(fout ? { open: true } : {})}>
      <summary>{t('label.vak')}</summary>
      <HerkomstVelden
        value={value.herkomst}
        onChange={(herkomst) => onChange({ ...value, herkomst })}
        keuzes={keuzes}
        errors={errors}
      />
      <RegimeVeld value={value.regime} onChange={(regime) => onChange({ ...value, regime })} error={errors.regime} />
    </details>
  );
}
